import type { PayloadRequest, Where } from 'payload'
import { shown, type Shown } from '#editorial/shown'
import { isLive, type Situation, type WorkflowRow } from '#editorial/workflow'
import { NewsroomError, type Language, type Person } from '#newsroom'
import { asFarAs, whereFor } from '../access'
import { databaseNow } from '../database'
import { behind, chainOf, historyOf } from '../following'
import { personOf } from '../people'
import { idOf, type ArticleDoc, type StoryDoc } from '../snapshot'
import { rowsWhere } from '../stores/workflow-rows'

export const personIn = (req: PayloadRequest): Person => {
  if (!req.user) throw new NewsroomError('auth.required')
  return personOf(req.user)
}

type Asked = { readonly asked?: Where; readonly page?: StoryPage }
/** Counted from 1. */
type StoryPage = { readonly number: number; readonly size: number }

/** The stories that this person may know of, newest first; with `page` one page of them. */
export const storiesSeen = async (req: PayloadRequest, person: Person, wanted: Asked = {}): Promise<readonly StoryDoc[]> => {
  const query = inOrder(req, person, wanted)
  return query === null ? [] : (await req.payload.db.find<StoryDoc>(query)).docs
}

/** The same by their ids alone. */
export const storyIds = async (req: PayloadRequest, person: Person, wanted: Asked): Promise<readonly string[]> => {
  const query = inOrder(req, person, wanted)
  if (query === null) return []
  const { docs } = await req.payload.db.find<{ id: string }>({ ...query, select: { item: true } })
  return docs.map(({ id }) => id)
}

const inOrder = (req: PayloadRequest, person: Person, { asked = {}, page }: Asked) => {
  const where = asFarAs(whereFor(person, 'stories', 'read'), asked)
  if (where === null) return null
  return {
    collection: 'stories' as const,
    where,
    ...(page ? { page: page.number, limit: page.size, pagination: true } : { limit: 0, pagination: false }),
    // Two of one moment stand in one order on every page.
    sort: ['-updatedAt', 'id'],
    req,
  }
}

/** How many stories this person may know of. */
export const countStories = async (req: PayloadRequest, person: Person, asked: Where): Promise<number> => {
  const where = asFarAs(whereFor(person, 'stories', 'read'), asked)
  return where === null ? 0 : (await req.payload.db.count({ collection: 'stories', where, req })).totalDocs
}

export type Cell = {
  readonly article: string
  readonly title: string
  readonly row: WorkflowRow
  readonly shown: Shown
  readonly stale: Situation['stale']
  /** Words of vi and en, characters of ja. */
  readonly units: number
  /** Language of what it was made from; null = a source. */
  readonly from: Language | null
  readonly updatedAt: string
  readonly liveSeq: number | null
}
export type Cells = Partial<Record<Language, Cell>>

/** SQLite takes some 32,000 values in one query, and a story has a text in each language. */
const AT_ONCE = 5_000
type Known = Pick<StoryDoc, 'id' | 'item' | 'sourceLanguage'>

/** The language matrix of many stories in four queries; a cell that the person may not read stays empty. */
export const cellsOf = async (
  req: PayloadRequest,
  person: Person,
  stories: readonly Known[],
): Promise<ReadonlyMap<string, Cells>> => {
  const cells = new Map<string, Cells>()
  for (let from = 0; from < stories.length; from += AT_ONCE)
    for (const [story, own] of await cellsOfSome(req, person, stories.slice(from, from + AT_ONCE))) cells.set(story, own)
  return cells
}

const cellsOfSome = async (
  req: PayloadRequest,
  person: Person,
  stories: readonly Known[],
): Promise<ReadonlyMap<string, Cells>> => {
  const where = asFarAs(whereFor(person, 'articles', 'read'), { story: { in: stories.map(({ id }) => id) } })
  if (where === null) return new Map()
  const { docs } = await req.payload.db.find<ArticleDoc>({
    collection: 'articles',
    where,
    limit: 0,
    pagination: false,
    // Columns alone: no body of any text, nor the copy of its source's.
    select: { story: true, language: true, title: true, follows: true, units: true, words: true, updatedAt: true, item: true },
    req,
  })
  const rows = new Map((await rowsWhere(req, { article: { in: docs.map(({ id }) => id) } })).map(({ row }) => [row.article, row]))
  const log = await historyOf(
    req,
    stories.map(({ item }) => item),
  )
  const texts = new Map(docs.map((article) => [`${article.item}/${article.language}`, article]))
  const now = (await databaseNow(req.payload)).toISOString()
  const cells = new Map<string, Cells>()
  for (const article of docs) {
    const row = rows.get(article.id)
    if (!row) continue
    const story = idOf(article.story) ?? ''
    const history = log.get(`${article.item}/${article.language}`) ?? []
    const stale = behind(chainOf(article, { texts, rows, log }))
    const cell: Cell = {
      article: article.id,
      title: article.title ?? '',
      row,
      stale,
      units: article.units ?? 0,
      from: article.follows?.language ?? null,
      shown: shown(row, history, stale, now),
      updatedAt: article.updatedAt,
      liveSeq: isLive(history) ? (history.at(-1)?.seq ?? null) : null,
    }
    cells.set(story, { ...cells.get(story), [article.language]: cell })
  }
  return cells
}
