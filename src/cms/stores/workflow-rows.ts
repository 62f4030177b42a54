import type { PayloadRequest, Where } from 'payload'
import type { WorkflowRow } from '#editorial/workflow'
import { NewsroomError } from '#newsroom'

type Stored = { id: string; article: string; row: WorkflowRow; releasedRev?: number | null }

/** The row, and the save that was last released (0 = never): the four-eyes rule counts changes after it. */
export type KeptRow = { readonly id: string; readonly row: WorkflowRow; readonly releasedRev: number }

export const rowOf = async (req: PayloadRequest, article: string): Promise<KeptRow> => {
  const found = await req.payload.db.findOne<Stored>({ collection: 'workflow', where: { article: { equals: article } }, req })
  if (!found) throw new NewsroomError('request.notFound', { id: article })
  return kept(found)
}

export const rowsWhere = async (req: PayloadRequest, where: Where, limit = 0): Promise<readonly KeptRow[]> => {
  const { docs } = await req.payload.db.find<Stored>({
    collection: 'workflow',
    where,
    limit,
    pagination: false,
    sort: '-updatedAt',
    req,
  })
  return docs.map((stored) => kept(stored))
}

export const addRow = async (req: PayloadRequest, row: WorkflowRow): Promise<void> => {
  await req.payload.db.create({ collection: 'workflow', data: { ...columns(row), releasedRev: 0 }, req })
}

export const writeRow = async (req: PayloadRequest, id: string, row: WorkflowRow, releasedRev?: number): Promise<void> => {
  await req.payload.db.updateOne({
    collection: 'workflow',
    id,
    data: { ...columns(row), ...(releasedRev === undefined ? {} : { releasedRev }) },
    req,
  })
}

const kept = ({ id, row, releasedRev }: Stored): KeptRow => ({ id: String(id), row, releasedRev: releasedRev ?? 0 })

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
