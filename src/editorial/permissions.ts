/**
 * Role × collection × access key: what a person may do through Payload's own doors (REST, lists, the admin).
 * Coarse on purpose; what happens to a text is decided by the verbs (`workflow.ts`), which these doors cannot call.
 * Every cell is written out; an empty one means nobody.
 */
import type { Language, Person, Role } from '#newsroom'

export const ACCESS_KEYS = ['create', 'read', 'update', 'delete', 'readVersions', 'unlock', 'admin'] as const
export type AccessKey = (typeof ACCESS_KEYS)[number]

export const COLLECTIONS = [
  'users',
  'organisations',
  'topics',
  'media',
  'stories',
  'articles',
  'videos',
  'workflow',
  'releases',
  'deliveries',
  'channels',
  'clients',
  'terms',
  'events',
  'counters',
  'idempotency',
  'previews',
  'comments',
  'memory',
  'licences',
  'rules',
  'bulletins',
  'editions',
  'pieces',
  'records',
  'programmes',
  'payload-preferences',
  'payload-locked-documents',
  'payload-migrations',
  'payload-jobs',
  'payload-kv',
] as const
export type Collection = (typeof COLLECTIONS)[number]

/**
 * Which rows:
 * - `all`;
 * - `desk`: of a story (or medium) of the person's desk, of none, or shared with it; for a chief without a desk: all;
 * - `own`: made by the person (author, uploader, owner), or claimed by them;
 * - `self`: the person's own account, preferences, locks;
 * - `languages`: translations (and an issue's own pieces) in a language in which the person holds a skill (a source that is still being cut is its desk's);
 * - `ready`: texts opened for translation, approved or live;
 * - `live`: stories of which readers see a text now; releases that have a text;
 * - `sovereignty`: stories flagged so, and their texts;
 * - `names`: every row, but of each only what names it (the collection's field rules hide the rest: e-mail, address, secret).
 * For stories and media the text scopes mean: those with such a text.
 */
export const SCOPES = ['all', 'desk', 'own', 'self', 'languages', 'ready', 'live', 'sovereignty', 'names'] as const
export type Scope = (typeof SCOPES)[number]

type Cell = Partial<Readonly<Record<Role, readonly Scope[]>>>

const nobody: Cell = {}

/** The same scopes for several roles. */
const each = (roles: readonly Role[], ...scopes: readonly Scope[]): Cell =>
  Object.fromEntries(roles.map((role) => [role, scopes]))

const EVERYBODY: readonly Role[] = [
  'reporter',
  'editor',
  'translator',
  'reviser',
  'chief',
  'secondSigner',
  'bulletinEditor',
  'producer',
  'outletEngineer',
  'administrator',
  'auditor',
]
/** Whoever works on texts. */
export const EDITORIAL: readonly Role[] = [
  'reporter',
  'editor',
  'translator',
  'reviser',
  'chief',
  'secondSigner',
  'bulletinEditor',
  'producer',
]

/** Who opens an issue of the Bản tin: its pages hold texts of every desk, approved ones that are not out yet among them. */
export const mayOpenIssues = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.some((role) => role === 'auditor' || EDITORIAL.includes(role))

/** Who is told what an outlet has not got, and may have it sent again: whoever releases, and who knows the outlet's machine. */
export const mindsOutlets = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.some((role) => ['editor', 'chief', 'bulletinEditor', 'producer', 'outletEngineer'].includes(role))

/**
 * Who sees which texts as they are being worked on. Not by `live`: behind a live text may stand a newer draft,
 * and what readers see is in `releases`. So an administrator, an outlet's engineer and other desks find no text here.
 */
const TEXTS: Cell = {
  reporter: ['own', 'desk'],
  editor: ['own', 'desk'],
  translator: ['own', 'languages', 'ready'],
  reviser: ['own', 'languages', 'ready'],
  chief: ['own', 'desk'],
  secondSigner: ['sovereignty'],
  bulletinEditor: ['ready'],
  producer: ['ready'],
  auditor: ['all'],
}

/** Who sees that there is such a story: as with its texts, and everybody once readers know. */
const STORIES: Cell = Object.fromEntries(
  EVERYBODY.map((role) => [role, [...(TEXTS[role] ?? []), ...(role === 'auditor' ? [] : (['live'] as const))]]),
)

export const PERMISSIONS = {
  users: {
    create: each(['administrator'], 'all'),
    read: { ...each(EVERYBODY, 'self', 'names'), ...each(['administrator', 'auditor'], 'all') },
    update: { ...each(EVERYBODY, 'self'), ...each(['administrator'], 'all') },
    // Who leaves loses the roles and the password; the row stays, because the log names it.
    delete: nobody,
    readVersions: nobody,
    unlock: each(['administrator'], 'all'),
    admin: each(EVERYBODY, 'all'),
  },
  organisations: {
    create: each(['administrator'], 'all'),
    read: each(EVERYBODY, 'all'),
    update: each(['administrator'], 'all'),
    // Offices end by date, not by deletion.
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  topics: {
    create: each(['chief', 'administrator'], 'all'),
    read: each(EVERYBODY, 'all'),
    update: each(['chief', 'administrator'], 'all'),
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  media: {
    create: each(['reporter', 'editor', 'translator', 'chief', 'bulletinEditor', 'producer'], 'all'),
    // Whoever composes an issue or a programme sees the pictures that they brought, too.
    read: { ...TEXTS, ...each(['bulletinEditor', 'producer'], 'own', 'ready') },
    update: {
      ...each(['reporter', 'producer', 'bulletinEditor'], 'own'),
      ...each(['editor', 'chief'], 'own', 'desk'),
      ...each(['translator', 'reviser'], 'own', 'languages'),
    },
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  stories: {
    create: each(['reporter', 'editor'], 'desk'),
    read: STORIES,
    update: { ...each(['reporter'], 'own'), ...each(['editor', 'chief'], 'desk'), ...each(['secondSigner'], 'sovereignty') },
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  articles: {
    // The verbs `create` and `translate` are the only way.
    create: nobody,
    read: TEXTS,
    // `maySave` decides for each text and state; this only keeps the others out.
    update: {
      ...each(['reporter'], 'own'),
      ...each(['editor'], 'own', 'desk'),
      ...each(['translator', 'reviser'], 'own', 'languages'),
    },
    // The verb `trash` is the only way.
    delete: nobody,
    readVersions: TEXTS,
    unlock: nobody,
    admin: nobody,
  },
  // The film of a story: comes with the story, seen and changed by whoever sees and changes that.
  videos: {
    create: nobody,
    read: TEXTS,
    update: { ...each(['reporter'], 'own'), ...each(['editor', 'chief'], 'desk') },
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  workflow: { create: nobody, read: TEXTS, update: nobody, delete: nobody, readVersions: nobody, unlock: nobody, admin: nobody },
  releases: {
    create: nobody,
    // Nothing in the log is secret; a text that was withdrawn is kept for the desk and the auditor, not for the technicians.
    read: { ...each(EDITORIAL, 'all'), ...each(['auditor'], 'all'), ...each(['outletEngineer', 'administrator'], 'live') },
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  deliveries: {
    create: nobody,
    read: each([...EDITORIAL, 'outletEngineer', 'auditor'], 'all'),
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  channels: {
    create: each(['outletEngineer'], 'all'),
    read: { ...each(EDITORIAL, 'names'), ...each(['administrator'], 'names'), ...each(['outletEngineer', 'auditor'], 'all') },
    update: each(['outletEngineer'], 'all'),
    // A channel that was ever sent something owes withdrawals: it is disabled, never deleted.
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  clients: {
    create: each(['outletEngineer'], 'all'),
    read: each(['outletEngineer', 'auditor'], 'all'),
    update: each(['outletEngineer'], 'all'),
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  terms: {
    // `mayDecideTerm` says whose word makes a term official; a proposal is everybody's.
    create: each(['editor', 'translator', 'reviser', 'chief'], 'all'),
    read: each(EVERYBODY, 'all'),
    update: each(['editor', 'reviser', 'chief'], 'all'),
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  events: {
    create: nobody,
    read: each(['chief', 'auditor'], 'all'),
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  counters: {
    create: nobody,
    read: each(['auditor'], 'all'),
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  // Answers of verbs lie in here, drafts among them.
  idempotency: {
    create: nobody,
    read: nobody,
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  previews: { create: nobody, read: nobody, update: nobody, delete: nobody, readVersions: nobody, unlock: nobody, admin: nobody },
  // Through the translation desk alone, which asks whether the text may be read.
  comments: { create: nobody, read: nobody, update: nobody, delete: nobody, readVersions: nobody, unlock: nobody, admin: nobody },
  // Holds what was released, also in texts of other desks; the desk shows matches, not the store.
  memory: { create: nobody, read: nobody, update: nobody, delete: nobody, readVersions: nobody, unlock: nobody, admin: nobody },
  // Law and licence are the administrator's to enter: an issue's editors are measured by them.
  licences: {
    create: each(['administrator'], 'all'),
    read: each(EVERYBODY, 'all'),
    update: each(['administrator'], 'all'),
    // An old licence ends by date: editions of its time name it.
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  rules: {
    create: each(['administrator'], 'all'),
    read: each(EVERYBODY, 'all'),
    update: each(['administrator'], 'all'),
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  // Through the issue's own doors alone: what they hold is partly not out yet.
  bulletins: {
    create: nobody,
    read: nobody,
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  editions: { create: nobody, read: nobody, update: nobody, delete: nobody, readVersions: nobody, unlock: nobody, admin: nobody },
  records: { create: nobody, read: nobody, update: nobody, delete: nobody, readVersions: nobody, unlock: nobody, admin: nobody },
  programmes: {
    create: nobody,
    read: nobody,
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  pieces: {
    // The issue's board is the only way.
    create: nobody,
    read: each([...EDITORIAL, 'auditor'], 'all'),
    update: { ...each(['bulletinEditor'], 'all'), ...each(['translator', 'reviser'], 'languages') },
    delete: nobody,
    readVersions: each([...EDITORIAL, 'auditor'], 'all'),
    unlock: nobody,
    admin: nobody,
  },
  'payload-preferences': {
    create: each(EVERYBODY, 'self'),
    read: each(EVERYBODY, 'self'),
    update: each(EVERYBODY, 'self'),
    delete: each(EVERYBODY, 'self'),
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  'payload-locked-documents': {
    create: each(EVERYBODY, 'self'),
    read: each(EVERYBODY, 'self'),
    update: each(EVERYBODY, 'self'),
    delete: each(EVERYBODY, 'self'),
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  'payload-migrations': {
    create: nobody,
    read: nobody,
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  'payload-jobs': {
    create: nobody,
    read: nobody,
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
  'payload-kv': {
    create: nobody,
    read: nobody,
    update: nobody,
    delete: nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: nobody,
  },
} as const satisfies Readonly<Record<Collection, Readonly<Record<AccessKey, Cell>>>>

/** Payload's jobs: run, queue and cancel are the worker's, which asks nobody's leave over HTTP. */
export const JOB_KEYS = ['run', 'queue', 'cancel'] as const
export const JOBS = { run: nobody, queue: nobody, cancel: nobody } as const satisfies Readonly<
  Record<(typeof JOB_KEYS)[number], Cell>
>

/** The rows that a person may touch; empty = refused. `null` (nobody signed in) never gets any. */
export const scopes = (
  person: Pick<Person, 'roles' | 'desk'> | null,
  collection: Collection,
  key: AccessKey,
): ReadonlySet<Scope> => {
  const cell: Cell = PERMISSIONS[collection][key]
  const found = new Set(person?.roles.flatMap((role) => cell[role] ?? []) ?? [])
  if (person !== null && found.has('desk') && person.desk === null) {
    found.delete('desk')
    if (person.roles.includes('chief') && cell.chief?.includes('desk')) found.add('all')
  }
  return found.has('all') ? new Set<Scope>(['all']) : found
}

/** What the rules of sight ask of a text. */
export type Sighted = {
  readonly desk: string | null
  readonly sharedWith: readonly string[]
  readonly sovereignty: boolean
  readonly language: Language
  readonly isSource: boolean
  readonly author: string | null
  readonly translator: string | null
  readonly claimedBy: string | null
  readonly ready: boolean
  readonly approved: boolean
  readonly live: boolean
}

/** May this person see this text? The same rule that the lists filter by; verbs ask it first, so that a refusal gives nothing away. */
export const maySee = (person: Person, text: Sighted): boolean => {
  const granted = scopes(person, 'articles', 'read')
  const seen: Readonly<Record<Scope, boolean>> = {
    all: true,
    desk: text.desk === null || text.desk === person.desk || (person.desk !== null && text.sharedWith.includes(person.desk)),
    own: [text.author, text.translator, text.claimedBy].includes(person.id),
    self: false,
    languages: !text.isSource && person.skills[text.language].length > 0,
    ready: text.ready || text.approved || text.live,
    live: false,
    sovereignty: text.sovereignty,
    names: false,
  }
  return [...granted].some((scope) => seen[scope])
}
