/** What somebody names in a request must be there, and be theirs to look at. */
import type { PayloadRequest } from 'payload'
import { NewsroomError, type Person } from '#newsroom'
import { lets, whereFor } from './access'
import { isMongo } from './database'

/** A picture that a person may not look at is not theirs to print. */
export const mustSee = async (req: PayloadRequest, person: Person, ids: readonly string[]): Promise<void> => {
  await mustExist(req, 'media', ids)
  for (const id of new Set(ids))
    if (!(await lets(req, whereFor(person, 'media', 'read'), 'media', id)))
      throw new NewsroomError('request.invalid', { field: 'media', id })
}

/** `request.invalid` with the first that is not there. */
export const mustExist = async (
  req: PayloadRequest,
  collection: 'media' | 'stories' | 'licences',
  ids: readonly string[],
): Promise<void> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  // MongoDB takes no other shape for an id, and says so with a fault.
  const shapeless = isMongo(req.payload) ? wanted.find((id) => !/^[0-9a-f]{24}$/.test(id)) : undefined
  if (shapeless !== undefined) throw new NewsroomError('request.invalid', { field: collection, id: shapeless })
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection,
    where: { id: { in: wanted } },
    limit: 0,
    pagination: false,
    req,
  })
  const found = new Set(docs.map(({ id }) => String(id)))
  const missing = wanted.find((id) => !found.has(id))
  if (missing !== undefined) throw new NewsroomError('request.invalid', { field: collection, id: missing })
}
