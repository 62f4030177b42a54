/** Every write of a row; and what lists ask of a text in a query, kept beside it in the same transaction. */
import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import { standsAlone, type ShownKey } from '#editorial/shown'
import { isLive, type WorkflowRow } from '#editorial/workflow'
import { behindForSome, chainOf, historyOf } from '../following'
import { idOf, type ArticleDoc } from '../snapshot'
import { inTransaction } from '../transaction'
import { rowsWhere } from './workflow-rows'

export const addRow = async (req: PayloadRequest, row: WorkflowRow): Promise<void> => {
  await req.payload.db.create({ collection: 'workflow', data: { ...columns(row), releasedRev: 0 }, req })
  await keepStandings(req, [row.story])
}

/** Last of all that an act writes: it looks at the text, its sources and their releases as they stand then. */
export const writeRow = async (req: PayloadRequest, id: string, row: WorkflowRow, releasedRev?: number): Promise<void> => {
  await req.payload.db.updateOne({
    collection: 'workflow',
    id,
    data: { ...columns(row), ...(releasedRev === undefined ? {} : { releasedRev }) },
    req,
  })
  await keepStandings(req, [row.story])
}

/** What is repeated beside the row so that a query can ask for it. */
const columns = (row: WorkflowRow) => ({
  article: row.article,
  story: row.story,
  item: row.item,
  language: row.language,
  state: row.state,
  dueAt: row.schedule ? Date.parse(row.schedule.until) : null,
  row,
})

export type Standings = {
  /** `standsAlone` */
  readonly stands: ShownKey
  /** `behindForSome` */
  readonly behind: boolean
  /** Number of the release that readers see. */
  readonly liveSeq: number | null
}
type Kept = ArticleDoc & { [Name in keyof Standings]?: Standings[Name] | null }

/** Of every text of these stories: what is kept, and what the rules say now. */
export const standingsOf = async (req: PayloadRequest, stories: readonly string[]) => {
  const { docs } = await req.payload.db.find<Kept>({
    collection: 'articles',
    where: { story: { in: [...stories] } },
    limit: 0,
    pagination: false,
    select: {
      story: true,
      item: true,
      language: true,
      follows: true,
      words: true,
      stands: true,
      behind: true,
      liveSeq: true,
    },
    req,
  })
  const rows = new Map((await rowsWhere(req, { story: { in: [...stories] } })).map(({ row }) => [row.article, row]))
  const log = await historyOf(req, [...new Set(docs.map(({ item }) => item))])
  const texts = new Map(docs.map((article) => [`${article.item}/${article.language}`, article]))
  return docs.map((article) => {
    const row = rows.get(article.id) ?? null
    const history = log.get(`${article.item}/${article.language}`) ?? []
    const right: Standings = {
      stands: standsAlone(row, history),
      behind: behindForSome(chainOf(article, { texts, rows, log })),
      liveSeq: isLive(history) ? (history.at(-1)?.seq ?? null) : null,
    }
    const { stands, behind, liveSeq } = article
    const holds = stands === right.stands && behind === right.behind && (liveSeq ?? null) === right.liveSeq
    return { article, right, holds }
  })
}

/** A source's release makes its translations stale, a grade may do the opposite: all texts of the story are looked at. */
const keepStandings = async (req: PayloadRequest, stories: readonly string[]): Promise<void> => {
  for (const { article, right, holds } of await standingsOf(req, stories))
    if (!holds)
      await req.payload.db.updateOne({
        collection: 'articles',
        id: article.id,
        // Nobody touched the text.
        data: { ...right, updatedAt: null },
        returning: false,
        req,
      })
}

const AT_ONCE = 50
const UNFILLED: Where = { stands: { exists: false } }

/** Once, when the newsroom first starts with them; harmless when several start together. */
export const fillStandings = async (payload: Payload): Promise<void> => {
  for (let before = ''; ;) {
    const { docs } = await payload.db.find<ArticleDoc>({
      collection: 'articles',
      where: UNFILLED,
      limit: AT_ONCE,
      pagination: false,
      select: { story: true },
    })
    const found = docs.map(({ id }) => id).join(' ')
    // A text whose story is missing stays as it is: `check-invariants` names it, and the newsroom starts all the same.
    if (found === before) return
    before = found
    const stories = [...new Set(docs.map(({ story }) => idOf(story) ?? ''))]
    await inTransaction(payload, await createLocalReq({}, payload), (same) => keepStandings(same, stories))
  }
}
