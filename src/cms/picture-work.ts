/**
 * Reading, turning and resizing a picture takes seconds; a withdrawal waits for none of them. A request that writes a
 * medium works in three parts: the row is looked at, the picture is made while nobody is kept from writing, and then
 * one short transaction stores the row with its digests, its event and the approvals that it voids.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { initTransaction, killTransaction, type PayloadRequest } from 'payload'
import { NewsroomError } from '#newsroom'
import { asApiError } from './errors'
import { createTurns, type Release } from './turns'

/** One picture at a time: two would find the same free file name, and four would take all the memory. */
const pictures = createTurns()
const WAIT_MS = 120_000

type Work = {
  letGo: Release | null
  /** The row whose files are being replaced, as it was when the work began. */
  before: { readonly id: string; readonly row: string } | null
}
const current = new AsyncLocalStorage<Work>()

/**
 * For a request that is one write of one medium. Without this a medium is written like any row: where somebody else's
 * transaction is open, it must stay open.
 */
export const pictureWork = async <T>(
  write: () => Promise<T>,
  { failed, mend }: { readonly failed: (result: T) => boolean; readonly mend: (id: string) => Promise<void> },
): Promise<T> => {
  const work: Work = { letGo: null, before: null }
  let done = false
  try {
    const result = await current.run(work, write)
    done = !failed(result)
    return result
  } finally {
    // Payload removes the old files before it knows whether the new ones will be kept.
    if (!done && work.before) await mend(work.before.id)
    work.letGo?.()
  }
}

/** Ends the operation's transaction, in which nothing was written yet, and waits for the pictures before this one. */
export const leaveTransaction = async (req: PayloadRequest, id: string | null): Promise<void> => {
  const work = current.getStore()
  if (!work || work.letGo) return
  await killTransaction(req)
  work.letGo = await pictures.take(WAIT_MS)
  if (id !== null) work.before = { id, row: await rowOf(req, id) }
}

/** The picture is made: from here on it is all or nothing. A row that somebody changed meanwhile is not overwritten. */
export const enterTransaction = async (req: PayloadRequest): Promise<void> => {
  const work = current.getStore()
  if (!work?.letGo || (await req.transactionID)) return
  await initTransaction(req)
  if (work.before && (await rowOf(req, work.before.id)) !== work.before.row)
    throw asApiError(new NewsroomError('database.busy', { reason: 'changed' }))
}

const rowOf = async (req: PayloadRequest, id: string): Promise<string> =>
  JSON.stringify(await req.payload.db.findOne({ collection: 'media', where: { id: { equals: id } }, locale: 'all', req }))
