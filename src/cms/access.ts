import type {
  Access,
  CollectionBeforeChangeHook,
  CollectionConfig,
  CollectionSlug,
  FieldAccess,
  Payload,
  PayloadRequest,
  Where,
} from 'payload'
import {
  ACCESS_KEYS,
  COLLECTIONS,
  JOBS,
  JOB_KEYS,
  scopes,
  type AccessKey,
  type Collection,
  type Scope,
} from '#editorial/permissions'
import { LANGUAGES, NewsroomError, type Person } from '#newsroom'
import { asApiError } from './errors'
import { boundedQuery } from './hooks/query'
import { mediaIdsOf } from './lexical'
import { personOf } from './people'
import { idOf } from './snapshot'
import { StartRefused } from './start-refused'

/** All access keys of a collection from the table `editorial/permissions`; Payload's defaults never apply. */
export const access = (collection: Collection): NonNullable<CollectionConfig['access']> => ({
  create: ({ req, data }) => mayCreateRow(req, collection, data as Row | undefined),
  read: collection === 'media' ? mediaRule : rule(collection, 'read'),
  update: rule(collection, 'update'),
  delete: rule(collection, 'delete'),
  readVersions: versionsRule(collection),
  unlock: rule(collection, 'unlock'),
  admin: ({ req }) => scopes(personIn(req), collection, 'admin').size > 0,
})

/** What the table says for a person as a condition on rows: everything, nothing, or a filter. */
export const whereFor = (person: Person | null, collection: Collection, key: AccessKey): boolean | Where => {
  const granted = scopes(person, collection, key)
  if (granted.has('all')) return true
  if (!person || granted.size === 0) return false
  const parts = [...granted].map((scope) => ROWS[collection]?.[scope]?.(person)).filter((part) => part !== undefined)
  if (parts.includes(true)) return true
  const filters = parts.filter((part): part is Where => typeof part === 'object')
  return filters.length === 0 ? false : { or: filters }
}

/** Rows that are asked for, as far as the rule lets; null = none of them. */
export const asFarAs = (rule: boolean | Where, asked: Where): Where | null =>
  rule === false ? null : rule === true ? asked : { and: [asked, rule] }

/** Is this row one of those that the rule lets? */
export const lets = async (req: PayloadRequest, rule: boolean | Where, collection: Collection, id: unknown): Promise<boolean> => {
  const where = asFarAs(rule, { id: { equals: id } })
  return where !== null && (await req.payload.db.findOne({ collection: collection as CollectionSlug, where, req })) !== null
}

const personIn = (req: PayloadRequest): Person | null => (req.user ? personOf(req.user) : null)
const rule =
  (collection: Collection, key: AccessKey): Access =>
  ({ req }) =>
    whereFor(personIn(req), collection, key)

/** Besides, pictures, films and posters of sovereignty texts for their second signers: a medium does not know its stories, so those are asked. */
const mediaRule: Access = async ({ req }) => {
  const person = personIn(req)
  const where = whereFor(person, 'media', 'read')
  if (where === true || !scopes(person, 'media', 'read').has('sovereignty')) return where
  const ids = await ((req.context[SOVEREIGNTY_MEDIA] ??= sovereigntyMedia(req)) as Promise<string[]>)
  const theirs: Where = { id: { in: ids } }
  return where === false ? theirs : { or: [where, theirs] }
}
const SOVEREIGNTY_MEDIA = 'newsroomSovereigntyMedia'
const sovereigntyMedia = async (req: PayloadRequest): Promise<string[]> => {
  const every = { limit: 0, pagination: false, req } as const
  type Related = string | { id: string } | null
  const [stories, articles, videos] = [
    await req.payload.db.find<{ id: string; lead?: Related }>({
      collection: 'stories',
      where: yes('sovereignty'),
      select: { lead: true },
      ...every,
    }),
    await req.payload.db.find<{ id: string; body?: Parameters<typeof mediaIdsOf>[0] | null }>({
      collection: 'articles',
      where: yes('story.sovereignty'),
      select: { body: true },
      ...every,
    }),
    await req.payload.db.find<{ id: string; file?: Related; poster?: Related }>({
      collection: 'videos',
      where: yes('story.sovereignty'),
      select: { file: true, poster: true },
      ...every,
    }),
  ]
  const named = [...stories.docs.map(({ lead }) => lead), ...videos.docs.flatMap(({ file, poster }) => [file, poster])]
  const shared = named.map(idOf).filter((id) => id !== null)
  const shown = articles.docs.flatMap(({ body }) => (body ? mediaIdsOf(body) : []))
  return [...new Set([...shared, ...shown])]
}

/** Versions are rows of another table: the same filter, on the text as it is now; what an old save says of itself is old. */
const versionsRule =
  (collection: Collection): Access =>
  ({ req }) => {
    const where = whereFor(personIn(req), collection, 'readVersions')
    return typeof where === 'boolean' ? where : under('parent', where)
  }

/** What is asked of a row, asked of one that points to it. */
export const under = (relation: string, where: Where): Where =>
  Object.fromEntries(
    Object.entries(where).map(([name, value]) =>
      name === 'or' || name === 'and'
        ? [name, (value as Where[]).map((part) => under(relation, part))]
        : [name === 'id' ? relation : `${relation}.${name}`, value],
    ),
  )

type Row = Record<string, unknown>
const mayCreateRow = (req: PayloadRequest, collection: Collection, data: Row | undefined): boolean => {
  const person = personIn(req)
  const granted = scopes(person, collection, 'create')
  if (!granted.has('desk')) return granted.size > 0
  // The panel asks before there is data; what is stored must name the person's own desk.
  return data?.desk === undefined || data.desk === null || String(data.desk) === person?.desk
}

type Rows = Partial<Record<Scope, (person: Person) => Where | true | undefined>>
const yes = (name: string): Where => ({ [name]: { equals: true } })
const mine = (names: readonly string[], person: Person): Where => ({
  or: names.map((name) => ({ [name]: { equals: person.id } })),
})
const skilled = (person: Person) => LANGUAGES.filter((language) => person.skills[language].length > 0)
const deskRows = (person: Person, prefix = ''): Where => ({
  or: [
    { [`${prefix}desk`]: { exists: false } },
    ...(person.desk ? [{ [`${prefix}desk`]: { equals: person.desk } }, { [`${prefix}sharedWith`]: { in: [person.desk] } }] : []),
  ],
})

/** The scopes of the table as filters on our columns; one that is missing grants nothing. */
const ROWS: Partial<Record<Collection, Rows>> = {
  users: { self: ({ id }) => ({ id: { equals: id } }), names: () => true },
  articles: {
    own: (person) => mine(['author', 'translator', 'claimedBy'], person),
    desk: (person) => deskRows(person, 'story.'),
    languages: (person): Where => ({ and: [{ isSource: { equals: false } }, { language: { in: skilled(person) } }] }),
    ready: () => yes('open'),
    live: () => yes('live'),
    sovereignty: () => yes('story.sovereignty'),
  },
  stories: {
    own: (person) => ({ workers: { contains: person.id } }),
    desk: (person) => deskRows(person),
    languages: (person) => ({ or: skilled(person).map((language) => yes(`begun.${language}`)) }),
    ready: () => yes('open'),
    live: () => yes('live'),
    sovereignty: () => yes('sovereignty'),
  },
  media: {
    own: (person) => mine(['uploadedBy'], person),
    desk: (person) => ({ or: [{ desk: { exists: false } }, ...(person.desk ? [{ desk: { equals: person.desk } }] : [])] }),
    languages: () => yes('open'),
    ready: () => yes('open'),
    live: () => yes('live'),
  },
  releases: { live: () => ({ kind: { in: ['release', 'correction'] } }) },
  channels: { names: () => true },
  videos: {
    own: ({ id }) => ({ 'story.workers': { contains: id } }),
    desk: (person) => deskRows(person, 'story.'),
    languages: (person) => ({ or: skilled(person).map((language) => yes(`story.begun.${language}`)) }),
    ready: () => yes('story.open'),
    live: () => yes('story.live'),
    sovereignty: () => yes('story.sovereignty'),
  },
  pieces: { languages: (person) => ({ language: { in: skilled(person) } }) },
  'payload-preferences': { self: ({ id }) => ({ 'user.value': { equals: id } }) },
  'payload-locked-documents': { self: ({ id }) => ({ 'user.value': { equals: id } }) },
}

/** Fields of which not everybody who sees the row sees the value. */
const FIELD_READERS: Readonly<Record<string, (person: Person) => boolean>> = {
  'users.email': ({ roles }) => roles.includes('administrator') || roles.includes('auditor'),
  'channels.address': ({ roles }) => roles.includes('outletEngineer') || roles.includes('auditor'),
  // The text itself; technicians see that there was a release. (A text may have been withdrawn since.)
  'releases.record': (person) => scopes(person, 'releases', 'read').has('all'),
  // Reasons of a hold or a return speak of drafts: those of other desks are not for the chief of one.
  'events.record': ({ roles, desk }) => roles.includes('auditor') || (roles.includes('chief') && desk === null),
}
/** Rights of an account are the administrator's to give; everybody may see their own. */
export const fieldAccess = (
  collection: 'users' | 'channels' | 'releases' | 'events',
  name: string,
): { create: FieldAccess; read: FieldAccess; update: FieldAccess } => {
  const writes: FieldAccess = ({ req }) => scopes(personIn(req), collection, 'update').has('all')
  const readers = FIELD_READERS[`${collection}.${name}`]
  return {
    create: writes,
    update: writes,
    read: ({ req, id }) => {
      const person = personIn(req)
      if (!person) return false
      return readers ? readers(person) || (collection === 'users' && id === person.id) : true
    },
  }
}

/** Nobody over HTTP: the worker's work asks nobody's leave. */
export const jobsAccess = Object.fromEntries(
  JOB_KEYS.map((key) => [
    key,
    ({ req }: { req: PayloadRequest }) => personIn(req)?.roles.some((role) => role in JOBS[key]) ?? false,
  ]),
) as Record<(typeof JOB_KEYS)[number], (args: { req: PayloadRequest }) => boolean>

/** Start-up: every key of every collection of ours is written out, and no collection is unknown to the table. */
export const checkRules = (
  collections: readonly Pick<CollectionConfig, 'slug' | 'access'>[],
  jobs: Partial<Record<string, unknown>> = jobsAccess,
): void => {
  for (const { slug, access: rules } of collections) {
    if (!(COLLECTIONS as readonly string[]).includes(slug)) throw missingRule(slug, 'PERMISSIONS')
    for (const key of ACCESS_KEYS) if (typeof (rules as Row | undefined)?.[key] !== 'function') throw missingRule(slug, key)
  }
  for (const key of JOB_KEYS) if (typeof jobs[key] !== 'function') throw missingRule('jobs', key)
}
const missingRule = (collection: string, key: string) =>
  new StartRefused({
    vi: `Bộ sưu tập "${collection}" chưa khai báo quyền "${key}"; hệ thống không khởi động.`,
    en: `Collection "${collection}" has no rule for "${key}"; the newsroom does not start.`,
  })

/** Payload's own collections, as they are in this version; one more or less must be looked at by a person. */
export const PAYLOAD_COLLECTIONS = [
  'payload-kv',
  'payload-locked-documents',
  'payload-migrations',
  'payload-preferences',
] as const satisfies readonly Collection[]

/** A lock shuts a row to others for minutes: it is one's own, and only on what one may change. */
const lockOfOnesOwn: CollectionBeforeChangeHook = async ({ data, req }) => {
  if (!req.user) return data as unknown
  const { document } = data as { document?: { relationTo?: unknown; value?: unknown } }
  const collection = COLLECTIONS.find((name) => name === document?.relationTo)
  const mine =
    collection !== undefined && (await lets(req, whereFor(personOf(req.user), collection, 'update'), collection, document?.value))
  if (!mine) throw asApiError(new NewsroomError('auth.notYours'))
  return { ...(data as object), user: { relationTo: 'users', value: req.user.id } }
}

/** They get their rules from the same table, whatever Payload thinks is sensible. */
export const withOwnRules = (payload: Payload): void => {
  const theirs = payload.config.collections.filter(({ slug }) => slug.startsWith('payload-'))
  const found = theirs.map(({ slug }) => slug).sort()
  if (JSON.stringify(found) !== JSON.stringify([...PAYLOAD_COLLECTIONS]))
    throw new StartRefused({
      vi: `Payload có bộ sưu tập chưa được xem xét: ${found.join(', ')}.`,
      en: `Payload brings collections that nobody has looked at: ${found.join(', ')}.`,
    })
  for (const collection of theirs) {
    Object.assign(collection.access, access(collection.slug as Collection))
    collection.hooks.beforeOperation.unshift(boundedQuery)
    if (collection.slug === 'payload-locked-documents') collection.hooks.beforeChange.unshift(lockOfOnesOwn)
  }
  if (payload.config.globals.length > 0) throw missingRule('globals', payload.config.globals[0]?.slug ?? '')
}
