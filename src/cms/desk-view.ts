import type { PayloadRequest } from 'payload'
import { offers, type Situation, type WorkflowRow } from '#editorial/workflow'
import { shown, type Shown } from '#editorial/shown'
import { scopes } from '#editorial/permissions'
import { LANGUAGES, NewsroomError, type Language, type Person } from '#newsroom'
import type { Release } from '#publication/release'
import { databaseNow } from './database'
import { whereFor } from './access'
import { sentence } from './errors'
import { namesOf, personOf } from './people'
import { read, type Read } from './situation'
import { idOf, type ArticleDoc, type StoryDoc } from './snapshot'
import { rowsWhere } from './stores/workflow-rows'

type Named = { readonly id: string; readonly name: string }
type DeliveryDoc = {
  id: string
  seq: number
  channel: string
  language: Language
  item: string
  version: number
  kind: Release['kind']
  state: string
  attempts: number
  nextAt: number
  acknowledgedAt?: number | null
  remoteUrl?: string | null
  lastError?: string | null
  flagged?: boolean | null
}
type Where = NonNullable<Parameters<PayloadRequest['payload']['db']['find']>[0]['where']>

const personIn = (req: PayloadRequest): Person => {
  if (!req.user) throw new NewsroomError('auth.required')
  return personOf(req.user)
}

/** One language version as its desk sees it: state, what I may do and why not, approvals, releases, outlets. */
export const articleDeskOf = async (req: PayloadRequest, id: string, language: Language, publicUrl: string) => {
  const person = personIn(req)
  await mustRead(req, person, id)
  const now = await databaseNow(req.payload)
  const found = await read(req, id, person, now)
  const { article, kept, situation, snapshot, history, story } = found
  const { row } = kept
  return {
    id: article.id,
    story: story.id,
    item: story.item,
    language: article.language,
    isSource: row.isSource,
    title: article.title ?? '',
    rev: article.rev,
    digest: situation.digest,
    state: row.state,
    shown: shown(row, situation.history, situation.stale, situation.now),
    stale: situation.stale,
    missing: situation.missing,
    offers: offers(situation).map(({ verb, primary, asks, refusal }) => ({
      verb,
      primary,
      asks,
      refusal: refusal ? { code: refusal.code, message: sentence(refusal.code, refusal.facts, language) } : null,
    })),
    claim: row.claim,
    due: row.due,
    ready: row.ready,
    returned: row.returned,
    revised: row.revised,
    approval: row.approval,
    secondSign: row.secondSign,
    schedule: row.schedule,
    embargo: situation.story.embargo,
    sovereignty: situation.story.sovereignty,
    hold: row.hold,
    waivers: row.waivers,
    findings: situation.findings,
    rights: situation.rights,
    contributors: await named(req, situation.contributors),
    translator: row.translator,
    releases: history.toReversed().map((release) => releaseLine(release)),
    deliveries: await deliveriesOf(req, story.item, article.language, language),
    live: liveLine(history, publicUrl, snapshot.language),
    siblings: await siblingsOf(req, found, person),
  }
}

/** The same read rule as Payload's REST: what a role may not list, no screen of ours shows. */
const mustRead = async (req: PayloadRequest, person: Person, id: string): Promise<void> => {
  const rule = await whereFor(req, person, 'articles', 'read')
  if (rule === false) throw new NewsroomError('request.notFound', { id })
  const where: Where = rule === true ? { id: { equals: id } } : { and: [{ id: { equals: id } }, rule] }
  if (!(await req.payload.db.findOne({ collection: 'articles', where, req }))) throw new NewsroomError('request.notFound', { id })
}

const named = async (req: PayloadRequest, ids: readonly string[]): Promise<readonly Named[]> => {
  const names = await namesOf(req.payload, ids, req)
  return ids.map((id) => ({ id, name: names.get(id) ?? id }))
}

const releaseLine = (release: Release) => ({
  seq: release.seq,
  version: release.version,
  kind: release.kind,
  at: release.at,
  by: release.by,
  note: release.kind === 'correction' ? release.note : null,
  reason: release.kind === 'withdrawal' ? release.reason : null,
  snapshotDigest: release.kind === 'withdrawal' ? null : release.snapshotDigest,
})

const liveLine = (history: readonly Release[], publicUrl: string, language: Language) => {
  const newest = history.at(-1)
  if (!newest || newest.kind === 'withdrawal') return null
  return { seq: newest.seq, version: newest.version, at: newest.at, url: `${publicUrl}/${language}/${newest.snapshot.slug}` }
}

/** Newest first; one line per channel and release. */
const deliveriesOf = async (req: PayloadRequest, item: string, language: Language, reader: Language) => {
  const { docs } = await req.payload.db.find<DeliveryDoc>({
    collection: 'deliveries',
    where: { and: [{ item: { equals: item } }, { language: { equals: language } }] },
    sort: '-seq',
    limit: 0,
    pagination: false,
    req,
  })
  const names = await channelNames(req, reader)
  return docs.map(({ channel, seq, version, kind, state, attempts, nextAt, acknowledgedAt, remoteUrl, lastError, flagged }) => ({
    channel,
    name: names.get(channel) ?? channel,
    seq,
    version,
    kind,
    state,
    attempts,
    nextAt,
    acknowledgedAt: acknowledgedAt ?? null,
    remoteUrl: remoteUrl ?? null,
    lastError: lastError ?? null,
    flagged: flagged ?? false,
  }))
}

export const channelNames = async (req: PayloadRequest, reader: Language): Promise<ReadonlyMap<string, string>> => {
  const { docs } = await req.payload.db.find<{ id: string; key: string; name?: Partial<Record<Language, string>> }>({
    collection: 'channels',
    limit: 0,
    pagination: false,
    locale: 'all',
    req,
  })
  return new Map(docs.map(({ key, name }) => [key, name?.[reader] ?? name?.vi ?? key]))
}

const siblingsOf = async (req: PayloadRequest, { story }: Read, person: Person) => {
  const cells = await cellsOf(req, person, [story])
  const own = cells.get(story.id)
  return LANGUAGES.map((language) => ({
    language,
    article: own?.[language]?.article ?? null,
    shown: own?.[language]?.shown ?? MISSING,
  }))
}
const MISSING: Shown = shown(null, [], 'no', '1970-01-01T00:00:00.000Z')

type Cell = {
  readonly article: string
  readonly title: string
  readonly row: WorkflowRow
  readonly shown: Shown
  readonly updatedAt: string
  readonly liveSeq: number | null
}
type Cells = Partial<Record<Language, Cell>>

/** The language matrix of many stories in four queries; a cell that the person may not read stays empty. */
const cellsOf = async (
  req: PayloadRequest,
  person: Person,
  stories: readonly Pick<StoryDoc, 'id' | 'item' | 'sourceLanguage'>[],
): Promise<ReadonlyMap<string, Cells>> => {
  if (stories.length === 0) return new Map()
  const rule = await whereFor(req, person, 'articles', 'read')
  if (rule === false) return new Map()
  const inStories: Where = { story: { in: stories.map(({ id }) => id) } }
  const { docs } = await req.payload.db.find<ArticleDoc>({
    collection: 'articles',
    where: rule === true ? inStories : { and: [inStories, rule] },
    limit: 0,
    pagination: false,
    select: { story: true, language: true, title: true, basedOn: true, updatedAt: true, item: true },
    req,
  })
  const rows = new Map((await rowsWhere(req, { article: { in: docs.map(({ id }) => id) } })).map(({ row }) => [row.article, row]))
  const log = await historyOf(
    req,
    stories.map(({ item }) => item),
  )
  const sources = new Map(stories.map(({ id, item, sourceLanguage }) => [id, log.get(`${item}/${sourceLanguage}`) ?? []]))
  const now = (await databaseNow(req.payload)).toISOString()
  const cells = new Map<string, Cells>()
  for (const article of docs) {
    const row = rows.get(article.id)
    if (!row) continue
    const story = idOf(article.story) ?? ''
    const history = log.get(`${article.item}/${article.language}`) ?? []
    const cell: Cell = {
      article: article.id,
      title: article.title ?? '',
      row,
      shown: shown(row, history, row.isSource ? 'no' : behind(article, sources.get(story) ?? []), now),
      updatedAt: article.updatedAt,
      liveSeq: isLiveLine(history) ? (history.at(-1)?.seq ?? null) : null,
    }
    cells.set(story, { ...cells.get(story), [article.language]: cell })
  }
  return cells
}

type Line = Situation['history'][number] & { readonly rectifies?: boolean }
const isLiveLine = (history: readonly Line[]): boolean => history.length > 0 && history.at(-1)?.kind !== 'withdrawal'

/** The same judgement as `situation`, from columns alone, for lists. */
const behind = (article: ArticleDoc, source: readonly Line[]): Situation['stale'] => {
  const based = article.basedOn
  if (!based) return 'no'
  if (source.at(-1)?.kind === 'withdrawal') return 'major'
  const since = source.filter(({ seq, snapshotDigest }) => seq > (based.seq ?? 0) && snapshotDigest !== based.digest)
  if (since.length === 0) return 'no'
  return since.some(({ rectifies }) => rectifies) ? 'major' : 'minor'
}

const historyOf = async (req: PayloadRequest, items: readonly string[]): Promise<ReadonlyMap<string, readonly Line[]>> => {
  const { docs } = await req.payload.db.find<{ id: string; item: string; language: Language; record: string }>({
    collection: 'releases',
    where: { item: { in: [...items] } },
    limit: 0,
    pagination: false,
    sort: 'seq',
    req,
  })
  const lines = new Map<string, Line[]>()
  for (const { item, language, record } of docs) {
    const release = JSON.parse(record) as Release
    const line: Line = {
      seq: release.seq,
      version: release.version,
      kind: release.kind,
      snapshotDigest: release.kind === 'withdrawal' ? null : release.snapshotDigest,
      rectifies: release.kind === 'correction' && release.note.kind === 'rectification',
    }
    lines.set(`${item}/${language}`, [...(lines.get(`${item}/${language}`) ?? []), line])
  }
  return lines
}

export type StoryFilters = {
  readonly state?: string
  readonly class?: string
  readonly desk?: string
  readonly language?: string
  readonly q?: string
  readonly page?: number
}
const PAGE = 25

/** The stories list: a page of rows with the language matrix and the outlets. */
export const storiesOf = async (req: PayloadRequest, filters: StoryFilters, reader: Language) => {
  const person = personIn(req)
  const rule = await whereFor(req, person, 'stories', 'read')
  if (rule === false) return { rows: [], total: 0, page: 1, pages: 1 }
  const wanted: Where[] = [
    ...(rule === true ? [] : [rule]),
    ...(filters.class ? [{ class: { equals: filters.class } }] : []),
    ...(filters.desk ? [{ desk: { equals: filters.desk } }] : []),
    ...(filters.q ? [{ id: { in: await storiesWithTitle(req, filters.q) } }] : []),
  ]
  const { docs } = await req.payload.db.find<StoryDoc>({
    collection: 'stories',
    where: wanted.length > 0 ? { and: wanted } : {},
    limit: 0,
    pagination: false,
    sort: '-updatedAt',
    req,
  })
  const cells = await cellsOf(req, person, docs)
  const fits = docs.filter(({ id }) => matches(cells.get(id) ?? {}, filters))
  const page = Math.max(1, filters.page ?? 1)
  const shownDocs = fits.slice((page - 1) * PAGE, page * PAGE)
  const desks = await deskNames(req, reader)
  const outlets = await outletsOf(
    req,
    shownDocs.map(({ item }) => item),
    reader,
  )
  return {
    rows: shownDocs.map((story) => {
      const own = cells.get(story.id) ?? {}
      const titled = own[reader] ?? own[story.sourceLanguage] ?? Object.values(own)[0]
      const desk = idOf(story.desk)
      return {
        story: story.id,
        item: story.item,
        title: titled?.title || story.title,
        titleLanguage: titled ? titled.row.language : story.sourceLanguage,
        class: story.class,
        desk: desk ? { id: desk, name: desks.get(desk) ?? '' } : null,
        sovereignty: story.sovereignty ?? false,
        cells: Object.fromEntries(
          LANGUAGES.map((language) => [
            language,
            own[language] ? { article: own[language].article, shown: own[language].shown } : null,
          ]),
        ),
        outlets: outlets.get(story.item) ?? [],
        updatedAt: [story.updatedAt, ...Object.values(own).map(({ updatedAt }) => updatedAt)].sort().at(-1),
      }
    }),
    total: fits.length,
    page,
    pages: Math.max(1, Math.ceil(fits.length / PAGE)),
  }
}

const matches = (cells: Cells, { state, language }: StoryFilters): boolean => {
  const looked = language ? [cells[language as Language]] : LANGUAGES.map((one) => cells[one])
  if (!state) return true
  return looked.some((cell) => (cell?.shown.key ?? 'missing') === state)
}

const storiesWithTitle = async (req: PayloadRequest, q: string): Promise<string[]> => {
  const { docs } = await req.payload.db.find<ArticleDoc>({
    collection: 'articles',
    where: {
      or: [{ title: { like: q.normalize('NFC') } }, { slug: { like: q.normalize('NFC').toLowerCase().replaceAll(' ', '-') } }],
    },
    limit: 200,
    pagination: false,
    select: { story: true },
    req,
  })
  return docs.map(({ story }) => idOf(story) ?? '')
}

const deskNames = async (req: PayloadRequest, reader: Language): Promise<ReadonlyMap<string, string>> => {
  const { docs } = await req.payload.db.find<{ id: string; name?: Partial<Record<Language, string>> }>({
    collection: 'organisations',
    limit: 0,
    pagination: false,
    locale: 'all',
    req,
  })
  return new Map(docs.map(({ id, name }) => [String(id), name?.[reader] ?? name?.vi ?? '']))
}

type Outlet = {
  readonly channel: string
  readonly name: string
  readonly state: string
  readonly remoteUrl: string | null
  readonly language: Language
  readonly kind: Release['kind']
}
/** The newest delivery of every channel and language. */
const outletsOf = async (
  req: PayloadRequest,
  items: readonly string[],
  reader: Language,
): Promise<ReadonlyMap<string, readonly Outlet[]>> => {
  if (items.length === 0) return new Map()
  const { docs } = await req.payload.db.find<DeliveryDoc>({
    collection: 'deliveries',
    where: { item: { in: [...items] } },
    sort: 'seq',
    limit: 0,
    pagination: false,
    req,
  })
  const names = await channelNames(req, reader)
  const newest = new Map(docs.map((doc) => [`${doc.item}/${doc.channel}/${doc.language}`, doc]))
  const byItem = new Map<string, Outlet[]>()
  for (const { item, channel, state, remoteUrl, language, kind } of newest.values()) {
    byItem.set(item, [
      ...(byItem.get(item) ?? []),
      { channel, name: names.get(channel) ?? channel, state, remoteUrl: remoteUrl ?? null, language, kind },
    ])
  }
  return byItem
}

/** Home: my work, what waits for me, what is late, what just went out. */
export const homeOf = async (req: PayloadRequest, reader: Language) => {
  const person = personIn(req)
  const rule = await whereFor(req, person, 'stories', 'read')
  const { docs: stories } =
    rule === false
      ? { docs: [] }
      : await req.payload.db.find<StoryDoc>({
          collection: 'stories',
          where: rule === true ? {} : rule,
          limit: 0,
          pagination: false,
          sort: '-updatedAt',
          req,
        })
  const cells = await cellsOf(req, person, stories)
  const now = (await databaseNow(req.payload)).toISOString()
  const all = stories
    .flatMap((story) =>
      LANGUAGES.flatMap((language) =>
        cells.get(story.id)?.[language] ? [{ story, cell: cells.get(story.id)![language]! }] : [],
      ),
    )
    .filter(({ cell }) => cell.row.trashedAt === null)
  const line = ({ story, cell }: (typeof all)[number]) => ({
    article: cell.article,
    story: story.id,
    item: story.item,
    language: cell.row.language,
    title: cell.title || story.title,
    shown: cell.shown,
    due: cell.row.due,
    url: `/admin/collections/articles/${cell.article}`,
  })
  const open = all.filter(({ cell }) => cell.row.state !== 'approved')
  const released = all
    .filter(({ cell }) => cell.liveSeq !== null)
    .sort((a, b) => (b.cell.liveSeq ?? 0) - (a.cell.liveSeq ?? 0))
    .slice(0, 8)
  const outlets = await outletsOf(
    req,
    released.map(({ story }) => story.item),
    reader,
  )
  return {
    person: { id: person.id, name: person.name, roles: person.roles },
    mine: open.filter(({ cell }) => isMine(cell.row, person)).map(line),
    waiting: all.filter(({ cell }) => waitsFor(cell.row, person)).map(line),
    late: open.filter(({ cell }) => cell.row.due !== null && cell.row.due < now).map(line),
    released: released.map((one) => ({
      ...line(one),
      outlets: (outlets.get(one.story.item) ?? []).filter(({ language }) => language === one.cell.row.language),
    })),
    toTranslate: stories
      .filter((story) => missingFor(cells.get(story.id) ?? {}, story, person).length > 0)
      .flatMap((story) =>
        missingFor(cells.get(story.id) ?? {}, story, person).map((language) => ({
          source: cells.get(story.id)?.[story.sourceLanguage]?.article ?? '',
          story: story.id,
          item: story.item,
          language,
          title: cells.get(story.id)?.[story.sourceLanguage]?.title ?? story.title,
        })),
      ),
    counts: { stories: stories.length, texts: all.length, live: all.filter(({ cell }) => cell.liveSeq !== null).length },
    mayCreate: scopes(person, 'stories', 'create').size > 0,
  }
}

const isMine = (row: WorkflowRow, person: Person): boolean => {
  if (row.claim) return row.claim.by === person.id
  return row.state === 'draft' && (row.isSource ? row.author === person.id : row.translator === person.id)
}

/** What somebody of these roles is the next to do. */
const waitsFor = (row: WorkflowRow, person: Person): boolean => {
  const skills = person.skills[row.language]
  if (row.state === 'revision')
    return person.roles.includes('reviser') && skills.includes('revise') && row.translator !== person.id
  if (row.state === 'review')
    return (
      (person.roles.includes('chief') || (person.roles.includes('editor') && skills.includes('approve'))) &&
      row.submittedBy !== person.id
    )
  return false
}

const missingFor = (cells: Cells, story: StoryDoc, person: Person): readonly Language[] => {
  const source = cells[story.sourceLanguage]
  if (
    !source ||
    !(source.row.ready || source.row.state === 'approved' || source.liveSeq !== null) ||
    source.shown.key === 'withdrawn'
  )
    return []
  return LANGUAGES.filter(
    (language) =>
      language !== story.sourceLanguage &&
      !cells[language] &&
      person.roles.includes('translator') &&
      person.skills[language].includes('translate'),
  )
}
