import type { PayloadRequest, SelectType, Where } from 'payload'
import { shown, type Shown } from '#editorial/shown'
import { isLive, type Situation, type WorkflowRow } from '#editorial/workflow'
import { NewsroomError, type Grade, type Language, type Person } from '#newsroom'
import type { Release } from '#publication/release'
import type { SourceRelease } from '#translation/staleness'
import { asFarAs, whereFor } from '../access'
import { databaseNow } from '../database'
import { behind, type Link } from '../following'
import { personOf } from '../people'
import { idOf, type ArticleDoc, type StoryDoc } from '../snapshot'
import { rowsWhere } from '../stores/workflow-rows'

export const personIn = (req: PayloadRequest): Person => {
  if (!req.user) throw new NewsroomError('auth.required')
  return personOf(req.user)
}

/** The stories that this person may know of, newest first; with `page` one page of them. */
export const storiesSeen = async (
  req: PayloadRequest,
  person: Person,
  { asked = {}, page, select }: { readonly asked?: Where; readonly page?: StoryPage; readonly select?: SelectType } = {},
): Promise<readonly StoryDoc[]> => {
  const where = asFarAs(whereFor(person, 'stories', 'read'), asked)
  if (where === null) return []
  const { docs } = await req.payload.db.find<StoryDoc>({
    collection: 'stories',
    where,
    ...(page ? { page: page.number, limit: page.size, pagination: true } : { limit: 0, pagination: false }),
    // Two of one moment stand in one order on every page.
    sort: ['-updatedAt', 'id'],
    select,
    req,
  })
  return docs
}
/** Counted from 1. */
type StoryPage = { readonly number: number; readonly size: number }

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

/** The language matrix of many stories in four queries; a cell that the person may not read stays empty. */
export const cellsOf = async (
  req: PayloadRequest,
  person: Person,
  stories: readonly Pick<StoryDoc, 'id' | 'item' | 'sourceLanguage'>[],
): Promise<ReadonlyMap<string, Cells>> => {
  if (stories.length === 0) return new Map()
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
  /** From a text up to the one that nobody translated; a source that this person may not read counts by its releases alone. */
  const chainOf = ({ id, item, language, follows, words }: ArticleDoc): readonly Link[] => {
    const own: Link = {
      basedOn: follows ?? null,
      releases: log.get(`${item}/${language}`) ?? [],
      words: words ?? '',
      grades: rows.get(id)?.grades ?? [],
    }
    if (!follows) return [own]
    const key = `${item}/${follows.language}`
    const source = texts.get(key)
    return [
      own,
      ...(source ? chainOf(source) : [{ basedOn: null, releases: log.get(key) ?? [], words: follows.words, grades: [] }]),
    ]
  }
  const now = (await databaseNow(req.payload)).toISOString()
  const cells = new Map<string, Cells>()
  for (const article of docs) {
    const row = rows.get(article.id)
    if (!row) continue
    const story = idOf(article.story) ?? ''
    const history = log.get(`${article.item}/${article.language}`) ?? []
    const stale = behind(chainOf(article))
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

type Line = Situation['history'][number] & SourceRelease

type ReleaseColumns = {
  id: string
  seq: number
  item: string
  language: Language
  version: number
  kind: Release['kind']
  snapshotDigest?: string | null
  words?: string | null
  grade?: Grade | null
}

/** From columns alone: a list of a thousand stories does not read a thousand texts. */
const historyOf = async (req: PayloadRequest, items: readonly string[]): Promise<ReadonlyMap<string, readonly Line[]>> => {
  const { docs } = await req.payload.db.find<ReleaseColumns>({
    collection: 'releases',
    where: { item: { in: [...items] } },
    limit: 0,
    pagination: false,
    sort: 'seq',
    select: { seq: true, item: true, language: true, version: true, kind: true, snapshotDigest: true, words: true, grade: true },
    req,
  })
  const lines = new Map<string, Line[]>()
  for (const { seq, item, language, version, kind, snapshotDigest, words, grade } of docs) {
    const line: Line = { seq, version, kind, snapshotDigest: snapshotDigest ?? null, text: words ?? null, grade: grade ?? null }
    const key = `${item}/${language}`
    const known = lines.get(key)
    if (known) known.push(line)
    else lines.set(key, [line])
  }
  return lines
}
