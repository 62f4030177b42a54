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

const kept = ({ id, row, releasedRev }: Stored): KeptRow => ({ id: String(id), row, releasedRev: releasedRev ?? 0 })
