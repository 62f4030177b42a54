import type { PayloadRequest, Where } from 'payload'
import { scopes } from '#editorial/permissions'
import { isFree, isMine, isStaleFor, mayBegin, quickVerbs, translatesInto, waitsFor, type Quick } from '#editorial/queue'
import { STATES, type Standing } from '#editorial/workflow'
import { LANGUAGES, type Instant, type Language, type Person } from '#newsroom'
import { asFarAs, whereFor } from '../access'
import { databaseNow } from '../database'
import { personOf } from '../people'
import { idOf, idsOf, type ArticleDoc, type StoryDoc } from '../snapshot'
import { cellsOf, countStories, personIn, storiesSeen, type Cell, type Cells } from './cells'
import { outletsOf } from './outlets'

/** One text in a queue of the home screen. */
type One = { readonly story: StoryDoc; readonly cell: Cell; readonly own: Cells }

/** How long a text is that somebody has to write: of a translation its source, where this person may read that. */
export type Size = { readonly units: number; readonly language: Language }

/** Stories that the matrix of the home screen shows. */
const NEWEST = 12
/** Texts that went out last. */
const RELEASED = 8
const LIVE: Where = { liveSeq: { greater_than: 0 } }

/** Home: my work, what waits for me, what I could take, what is late or behind, what just went out, and how it all stands. */
export const homeOf = async (req: PayloadRequest, reader: Language) => {
  const person = personIn(req)
  return {
    ...(await homeAmong(req, reader, await storiesSeen(req, person, { asked: await concerned(req, person) }))),
    counts: { stories: await countStories(req, person, {}) },
  }
}

/** What home says of these stories, newest first. */
export const homeAmong = async (req: PayloadRequest, reader: Language, stories: readonly StoryDoc[]) => {
  const person = personIn(req)
  const cells = await cellsOf(req, person, stories)
  const now = (await databaseNow(req.payload)).toISOString()
  const all = stories.flatMap((story): readonly One[] => {
    const own = cells.get(story.id) ?? {}
    return LANGUAGES.flatMap((language) => {
      const cell = own[language]
      return cell && cell.row.trashedAt === null ? [{ story, cell, own }] : []
    })
  })
  const standing = ({ story, cell }: One): Standing => ({ row: cell.row, person, story: belonging(story) })
  const line = (one: One) => ({ ...lineOf(one), may: quickVerbs(standing(one)) as readonly Quick[] })
  const open = all.filter(({ cell }) => cell.row.state !== 'approved')
  const there = await translatorsThere(req, open, person)
  const takes = ({ cell: { row } }: One) =>
    isFree(row, person, { translatorStays: row.translator !== null && there.has(`${row.translator}/${row.language}`) })
  const released = all
    .filter(({ cell }) => cell.liveSeq !== null)
    .sort((a, b) => (b.cell.liveSeq ?? 0) - (a.cell.liveSeq ?? 0))
    .slice(0, RELEASED)
  const outlets = await outletsOf(
    req,
    released.map(({ story }) => story.item),
    reader,
  )
  return {
    person: { id: person.id, name: person.name, roles: person.roles },
    mine: open
      .filter(({ cell }) => isMine(cell.row, person))
      .map(line)
      .sort(byDue),
    waiting: all
      .filter((one) => waitsFor(one.cell.row, person) && !takes(one) && !isMine(one.cell.row, person))
      .map(line)
      .sort(byDue),
    free: [
      ...stories.flatMap((story) => beginnings(story, cells.get(story.id) ?? {}, person)),
      ...open.filter(takes).map((one) => ({ ...line(one), begins: null })),
    ].sort(byDue),
    late: open
      .filter(({ cell }) => cell.row.due !== null && cell.row.due < now)
      .map(line)
      .sort(byDue),
    stale: all
      .filter((one) => isStaleFor(standing(one), one.cell.stale) && !isMine(one.cell.row, person) && !takes(one))
      .map(line)
      // What nobody works on yet stands first, and of that the graver.
      .sort((a, b) => Number(a.claim !== null) - Number(b.claim !== null) || a.stale.localeCompare(b.stale) || byDue(a, b)),
    released: released.map((one) => ({
      ...lineOf(one),
      outlets: (outlets.get(one.story.item) ?? []).filter(({ language }) => language === one.cell.row.language),
    })),
    matrix: matrixOf(stories, cells, reader),
    mayCreate: scopes(person, 'stories', 'create').size > 0,
    mayTerms: scopes(person, 'terms', 'create').size > 0,
  }
}

/**
 * The stories of which home may have to say something; which it is, the lines themselves decide. Open texts are found by the
 * state in their row. Of texts at rest only those that may be stale, that went out or were touched last, and those of which
 * this person may begin a translation.
 */
const concerned = async (req: PayloadRequest, person: Person): Promise<Where> => {
  const stories = new Set([
    ...(await withOpenTexts(req)),
    ...(await storiesOfTexts(req, { behind: { equals: true } }, 'behind')),
    ...(await lastBy(req, person, 'liveSeq', RELEASED)),
    ...(await lastBy(req, person, 'updatedAt', NEWEST)),
  ])
  return {
    or: [
      { id: { in: [...stories] } },
      ...translatesInto(person).map((language) => ({ [`begun.${language}`]: { not_equals: true } })),
    ],
  }
}

const withOpenTexts = async (req: PayloadRequest): Promise<readonly string[]> => {
  const { docs } = await req.payload.db.find<{ id: string; story: string }>({
    collection: 'workflow',
    where: { state: { in: STATES.filter((state) => state !== 'approved') } },
    limit: 0,
    pagination: false,
    select: { story: true },
    req,
  })
  return docs.map(({ story }) => story)
}

type Column = 'behind' | 'liveSeq' | 'updatedAt'
const ANY = { liveSeq: LIVE, updatedAt: {} } as const satisfies Partial<Record<Column, Where>>
type Order = keyof typeof ANY

/**
 * The stories of the texts that come last by this column and that this person may read, `wanted` of them or all. Looked for
 * among the last of the whole house first: that is the end of an index, and whoever reads little of it is asked for all.
 */
const lastBy = async (req: PayloadRequest, person: Person, column: Order, wanted: number): Promise<readonly string[]> => {
  const rule = whereFor(person, 'articles', 'read')
  for (const depth of [100, 2_000]) {
    const { stories, read } = await newestBy(req, asFarAs(rule, await amongLast(req, column, depth)), column, wanted)
    if (read >= wanted) return stories
  }
  return (await newestBy(req, asFarAs(rule, ANY[column]), column, wanted)).stories
}

const amongLast = async (req: PayloadRequest, column: Order, depth: number): Promise<Where> => {
  const { docs } = await req.payload.db.find<Dated>({
    collection: 'articles',
    where: ANY[column],
    limit: 1,
    page: depth,
    sort: `-${column}`,
    select: { [column]: true },
    req,
  })
  return docs[0] ? { [column]: { greater_than_equal: docs[0][column] } } : ANY[column]
}
type Dated = { id: string; story: ArticleDoc['story']; updatedAt: string; liveSeq: number }

/** A story has at most as many texts as there are languages. Of one moment all are taken: the lines decide. `read` of them are this person's. */
const newestBy = async (
  req: PayloadRequest,
  where: Where | null,
  column: Order,
  wanted: number,
): Promise<{ readonly stories: readonly string[]; readonly read: number }> => {
  if (where === null) return { stories: [], read: 0 }
  const { docs } = await req.payload.db.find<Dated>({
    collection: 'articles',
    where,
    limit: wanted * LANGUAGES.length,
    pagination: false,
    sort: `-${column}`,
    select: { story: true, [column]: true },
    req,
  })
  const since = new Map<string | null, string | number>()
  for (const doc of docs) if (!since.has(idOf(doc.story))) since.set(idOf(doc.story), doc[column])
  const last = [...since.values()].slice(0, wanted).at(-1)
  if (last === undefined) return { stories: [], read: 0 }
  // Asked of everybody's: a rule that looks at the story reads all stories of a desk on MongoDB.
  const ties = await storiesOfTexts(req, { [column]: { equals: last } }, column)
  return { stories: [...docs.map(({ story }) => idOf(story) ?? ''), ...ties], read: since.size }
}

/** Sorted by the column that is asked for: its index is the way to them. */
const storiesOfTexts = async (req: PayloadRequest, where: Where, column: Column): Promise<readonly string[]> => {
  const { docs } = await req.payload.db.find<ArticleDoc>({
    collection: 'articles',
    where,
    limit: 0,
    pagination: false,
    sort: `-${column}`,
    select: { story: true },
    req,
  })
  return docs.map(({ story }) => idOf(story) ?? '')
}

const lineOf = ({ story, cell, own }: One) => ({
  article: cell.article,
  story: story.id,
  item: story.item,
  language: cell.row.language,
  isSource: cell.row.isSource,
  state: cell.row.state,
  title: cell.title || story.title,
  shown: cell.shown,
  stale: cell.stale,
  due: cell.row.due,
  claim: cell.row.claim,
  size: sizeOf(cell, own),
  url: `/admin/collections/articles/${cell.article}`,
})

const sizeOf = (cell: Cell, own: Cells): Size | null => {
  if (cell.from === null) return { units: cell.units, language: cell.row.language }
  const source = own[cell.from]
  return source ? { units: source.units, language: cell.from } : null
}

/** Translations of a story that nobody has begun and that this person may begin. */
const beginnings = (story: StoryDoc, own: Cells, person: Person) => {
  const source = own[story.sourceLanguage]
  if (!source) return []
  const missing = LANGUAGES.filter((language) => language !== story.sourceLanguage && !own[language])
  const facts = { row: source.row, live: source.liveSeq !== null, withdrawn: source.shown.key === 'withdrawn' }
  return mayBegin(facts, missing, person).map((language) => ({
    ...lineOf({ story, cell: source, own }),
    language,
    /** The source that the translation is begun from. */
    begins: source.article,
    due: story.deadlines?.[language] ?? null,
    may: [] as readonly Quick[],
  }))
}

/** What is wanted first stands first, what has no day last. */
const byDue = (a: { readonly due: Instant | null }, b: { readonly due: Instant | null }): number =>
  (a.due ?? '9').localeCompare(b.due ?? '9')

const belonging = (story: StoryDoc): Standing['story'] => ({
  desk: idOf(story.desk),
  sharedWith: idsOf(story.sharedWith),
  sovereignty: story.sovereignty ?? false,
  embargo: story.embargo ? { until: new Date(story.embargo).toISOString(), by: story.embargoBy ?? '' } : null,
})

/** `id/language` of everybody who still translates; asked only where an unclaimed draft has a translator. */
const translatorsThere = async (req: PayloadRequest, open: readonly One[], person: Person): Promise<ReadonlySet<string>> => {
  const ids = open.flatMap(({ cell: { row } }) => (row.claim === null && row.translator !== null ? [row.translator] : []))
  if (!person.roles.includes('translator') || ids.length === 0) return new Set()
  const { docs } = await req.payload.db.find({
    collection: 'users',
    where: { id: { in: [...new Set(ids)] } },
    limit: 0,
    pagination: false,
    req,
  })
  return new Set(
    docs
      .map((user) => personOf(user))
      .filter(({ roles }) => roles.includes('translator'))
      .flatMap(({ id, skills }) =>
        LANGUAGES.filter((language) => skills[language].includes('translate')).map((one) => `${id}/${one}`),
      ),
  )
}

/** Stories × languages, what moved last first. */
const matrixOf = (stories: readonly StoryDoc[], cells: ReadonlyMap<string, Cells>, reader: Language) =>
  stories
    .flatMap((story) => {
      const own = cells.get(story.id)
      const last = Object.values(own ?? {})
        .map(({ updatedAt }) => updatedAt)
        .sort()
        .at(-1)
      return own && last ? [{ story, own, last }] : []
    })
    .sort((a, b) => b.last.localeCompare(a.last))
    .slice(0, NEWEST)
    .map(({ story, own }) => {
      // A translation that is not out yet may still hold the source's words: its language would be a lie.
      const titled = (own[reader]?.liveSeq == null ? undefined : own[reader]) ?? own[story.sourceLanguage]
      return {
        story: story.id,
        title: titled?.title || story.title,
        titleLanguage: titled?.row.language ?? story.sourceLanguage,
        cells: Object.fromEntries(
          LANGUAGES.map((language) => [
            language,
            own[language] ? { article: own[language].article, shown: own[language].shown } : null,
          ]),
        ) as Readonly<Record<Language, { readonly article: string; readonly shown: Cell['shown'] } | null>>,
      }
    })
