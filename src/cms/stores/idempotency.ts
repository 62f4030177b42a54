import type { PayloadRequest } from 'payload'
import { NewsroomError, type Digest } from '#newsroom'

type Kept<T> = { id: string; request: Digest; answer: T }
const keyOf = (person: string, key: string): string => `${person}:${key}`

/** The answer that was given under this key, if any; another request under the same key is refused (draft-ietf-httpapi-idempotency-key). */
export const answered = async <T>(
  req: PayloadRequest,
  person: string,
  key: string,
  request: Digest,
): Promise<{ answer: T } | null> => {
  const found = await req.payload.db.findOne<Kept<T>>({
    collection: 'idempotency',
    where: { key: { equals: keyOf(person, key) } },
    req,
  })
  if (!found) return null
  if (found.request !== request) throw new NewsroomError('request.keyReused', { key })
  return { answer: found.answer }
}

/** Whether something was done under this key, whatever it was. */
export const wasAnswered = async ({ payload }: PayloadRequest, person: string, key: string): Promise<boolean> =>
  (await payload.db.count({ collection: 'idempotency', where: { key: { equals: keyOf(person, key) } } })).totalDocs > 0

export const keepAnswer = async (
  req: PayloadRequest,
  person: string,
  key: string,
  request: Digest,
  answer: unknown,
): Promise<void> => {
  await req.payload.db.create({ collection: 'idempotency', data: { key: keyOf(person, key), request, answer }, req })
}

/** Keys are kept 30 days, longer than anybody retries. */
export const forgetOldAnswers = async (req: PayloadRequest, before: Date): Promise<void> => {
  await req.payload.db.deleteMany({ collection: 'idempotency', where: { createdAt: { less_than: before.toISOString() } }, req })
}
