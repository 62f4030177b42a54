/** Programmes of a broadcaster as the database keeps them. */
import type { PayloadRequest } from 'payload'
import { NewsroomError, type Instant, type Language } from '#newsroom'
import type { Programme } from '#programme/made'
import type { ProgrammePlan } from '#programme/plan'
import type { ProgrammeRow } from '#programme/programme'
import type { Snapshot } from '#publication/release'

export type ProgrammeDoc = {
  id: string
  item: string
  language: Language
  airAt: Instant
  rev: number
  state: string
  plan: ProgrammePlan
  row: ProgrammeRow
  frozen?: Programme | null
  snapshot?: Snapshot | null
  begunBy: string
}

export const programmeOf = async (req: PayloadRequest, id: string): Promise<ProgrammeDoc> => {
  const found = await req.payload.db.findOne<ProgrammeDoc>({ collection: 'programmes', where: { id: { equals: id } }, req })
  if (!found) throw new NewsroomError('request.notFound', { id })
  return { ...found, id: String(found.id) }
}

/** The latest on air first. */
export const allProgrammes = async (req: PayloadRequest): Promise<readonly ProgrammeDoc[]> => {
  const { docs } = await req.payload.db.find<ProgrammeDoc>({
    collection: 'programmes',
    limit: 0,
    pagination: false,
    sort: '-airAt',
    req,
  })
  return docs.map((doc) => ({ ...doc, id: String(doc.id) }))
}

/** What is left out stays as it was. */
export const writeProgramme = async (
  req: PayloadRequest,
  id: string,
  data: Partial<Omit<ProgrammeDoc, 'id' | 'item' | 'language' | 'begunBy' | 'state'>>,
): Promise<void> => {
  await req.payload.db.updateOne({
    collection: 'programmes',
    id,
    data: { ...data, ...(data.row ? { state: data.row.state } : {}) },
    req,
  })
}
