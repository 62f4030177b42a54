/** What colleagues say about segments. */
import type { PayloadRequest } from 'payload'
import { NewsroomError, type Instant, type Person } from '#newsroom'
import type { Anchor } from '#translation/anchor'

export type CommentDoc = {
  id: string
  article: string
  anchor: Anchor
  text: string
  by: string
  name: string
  at: Instant
  settled?: { id: string; name: string; at: Instant } | null
}

export const commentsOn = async (req: PayloadRequest, article: string): Promise<readonly CommentDoc[]> => {
  const { docs } = await req.payload.db.find<CommentDoc>({
    collection: 'comments',
    where: { article: { equals: article } },
    limit: 0,
    pagination: false,
    sort: 'at',
    req,
  })
  return docs
}

export const addComment = async (
  req: PayloadRequest,
  comment: {
    readonly article: string
    readonly anchor: Anchor
    readonly text: string
    readonly person: Person
    readonly at: Instant
  },
): Promise<void> => {
  const { article, anchor, text, person, at } = comment
  await req.payload.db.create({
    collection: 'comments',
    data: { article, anchor, text, by: person.id, name: person.name, at, settled: null },
    req,
  })
}

/** Settled (null: open again). */
export const settleComment = async (
  req: PayloadRequest,
  id: string,
  settled: { readonly person: Person; readonly at: Instant } | null,
): Promise<void> => {
  await req.payload.db.updateOne({
    collection: 'comments',
    id,
    data: { settled: settled ? { id: settled.person.id, name: settled.person.name, at: settled.at } : null },
    req,
  })
}

export const commentOf = async (req: PayloadRequest, id: string): Promise<CommentDoc> => {
  const found = await req.payload.db.findOne<CommentDoc>({ collection: 'comments', where: { id: { equals: id } }, req })
  if (!found) throw new NewsroomError('request.notFound', { id })
  return found
}
