import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { editVoids } from '#editorial/workflow'
import { snapshotDigest } from '#publication/release'
import { databaseNow } from '../database'
import { articleOf, storyOf } from '../situation'
import { idOf, snapshotOf } from '../snapshot'
import { recordEvent, SYSTEM } from '../stores/events'
import { rowsWhere, writeRow, type KeptRow } from '../stores/workflow-rows'
import { inTransaction } from '../transaction'

/** A picture, a caption, a topic's name or a story's facts changed: every approval that bound the old ones is void. */
export const voidChangedApprovals: CollectionAfterChangeHook = async ({ doc, req, collection, operation, context }) => {
  if (operation === 'create' || context.skipApprovals === true) return doc as unknown
  await inTransaction(req.payload, req, async (same) => {
    for (const kept of await rowsWhere(same, { state: { in: ['review', 'approved'] } }))
      await voidIfChanged(same, kept, `${collection.slug}:${(doc as { id: string }).id}`)
  })
  return doc as unknown
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
