import type { CollectionAfterChangeHook, PayloadRequest, Where } from 'payload'
import { editVoids } from '#editorial/workflow'
import { snapshotDigest } from '#publication/release'
import { databaseNow } from '../database'
import { articleOf, storyOf } from '../texts'
import { mediaIdsOf } from '../lexical'
import { idOf, snapshotOf, type ArticleDoc, type FilmDoc } from '../snapshot'
import { recordEvent, SYSTEM } from '../stores/events'
import { writeRow } from '../stores/standings'
import { rowsWhere, type KeptRow } from '../stores/workflow-rows'
import { inTransaction } from '../transaction'

/** A picture, a caption, a topic's name or a story's facts changed: every approval that bound the old ones is void. */
export const voidChangedApprovals: CollectionAfterChangeHook = async ({ doc, req, collection, operation, context }) => {
  if (operation === 'create' || context.skipApprovals === true) return doc as unknown
  const { id } = doc as { id: string }
  await inTransaction(req.payload, req, async (same) => {
    for (const kept of await rowsThatUse(same, collection.slug, String(id)))
      await voidIfChanged(same, kept, `${collection.slug}:${id}`)
  })
  return doc as unknown
}

/** Another film, or another poster: every approval of the story's texts bound the old one. */
export const voidFilmApprovals: CollectionAfterChangeHook = async ({ doc, req, operation }) => {
  if (operation === 'create') return doc as unknown
  const { id, story } = doc as FilmDoc
  await inTransaction(req.payload, req, async (same) => {
    for (const kept of await rowsThatUse(same, 'stories', idOf(story) ?? '')) await voidIfChanged(same, kept, `videos:${id}`)
  })
  return doc as unknown
}

/** The approved and waiting texts that show this picture, carry this topic or belong to this story; the others are not digested anew. */
const rowsThatUse = async (req: PayloadRequest, collection: string, id: string): Promise<readonly KeptRow[]> => {
  const waiting = { state: { in: ['review', 'approved'] } }
  if (collection === 'stories') return rowsWhere(req, { and: [{ story: { equals: id } }, waiting] })
  const where: Where = collection === 'topics' ? { topics: { in: [id] } } : { lead: { equals: id } }
  const { docs } = await req.payload.db.find<{ id: string }>({ collection: 'stories', where, limit: 0, pagination: false, req })
  const stories = new Set([...docs.map((story) => String(story.id)), ...(collection === 'media' ? await filmedIn(req, id) : [])])
  const rows = (await rowsWhere(req, waiting)).filter(
    ({ row }) => row.approval !== null || row.revised !== null || row.secondSign !== null,
  )
  if (collection === 'topics') return rows.filter(({ row }) => stories.has(row.story))
  const { docs: articles } = await req.payload.db.find<ArticleDoc>({
    collection: 'articles',
    where: { id: { in: rows.map(({ row }) => row.article) } },
    limit: 0,
    pagination: false,
    select: { body: true },
    req,
  })
  const showing = new Set(
    articles.filter(({ body }) => body && mediaIdsOf(body).includes(id)).map((article) => String(article.id)),
  )
  return rows.filter(({ row }) => stories.has(row.story) || showing.has(row.article))
}

/** Stories whose film or poster this medium is. */
const filmedIn = async (req: PayloadRequest, id: string): Promise<readonly string[]> => {
  const { docs } = await req.payload.db.find<FilmDoc>({
    collection: 'videos',
    where: { or: [{ file: { equals: id } }, { poster: { equals: id } }] },
    limit: 0,
    pagination: false,
    req,
  })
  return docs.flatMap(({ story }) => idOf(story) ?? [])
}

export const voidIfChanged = async (req: PayloadRequest, kept: KeptRow, because: string): Promise<void> => {
  const { approval, secondSign, revised } = kept.row
  if (!approval && !secondSign && !revised) return
  const now = await databaseNow(req.payload)
  const article = await articleOf(req, kept.row.article)
  const { snapshot } = await snapshotOf(req, article, await storyOf(req, idOf(article.story)), now)
  const row = editVoids(kept.row, snapshotDigest(snapshot))
  if (JSON.stringify(row) === JSON.stringify(kept.row)) return
  await writeRow(req, kept.id, row)
  await recordEvent(req, {
    verb: 'approvalVoid',
    who: req.user ? String(req.user.id) : SYSTEM,
    what: article.id,
    from: kept.row.state,
    to: row.state,
    reason: because,
    digest: snapshotDigest(snapshot),
    at: now.toISOString(),
    facts: { item: article.item, language: article.language },
  })
}
