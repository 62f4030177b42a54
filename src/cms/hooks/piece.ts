import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import type { Language } from '#newsroom'
import { cleanLine, cleanText } from '#text/normalise'
import { admitTree, emptyTree } from '../lexical'
import { composed, type PieceDoc } from '../stores/bulletins'
import { recordEvent, SYSTEM } from '../stores/events'
import { inTransaction } from '../transaction'

/** The stored form: NFC, an allow-listed tree; whose piece it is was said when its place was made. */
export const keepPiece: CollectionBeforeChangeHook = ({ data, originalDoc, operation }) => {
  const before = operation === 'update' ? (originalDoc as PieceDoc) : undefined
  const said = data as Partial<PieceDoc>
  const wanted = { ...before, ...said }
  const language = (before?.language ?? said.language) as Language
  return {
    ...said,
    ...(before ? { language, bulletin: before.bulletin, entry: before.entry } : {}),
    title: cleanLine(wanted.title ?? '', language),
    summary: cleanText(wanted.summary ?? '', language).trim(),
    byline: cleanLine(wanted.byline ?? '', language),
    body: wanted.body == null ? emptyTree() : admitTree(wanted.body, language),
  }
}

/** Whoever writes in an issue composes it, and does not approve it. */
export const tellIssue: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  const { id, bulletin, language, entry } = doc as PieceDoc
  const who = req.user ? String(req.user.id) : SYSTEM
  await inTransaction(req.payload, req, async (same) => {
    if (req.user) await composed(same, bulletin, who, [language])
    await recordEvent(same, {
      verb: `pieces.${operation}`,
      who,
      what: String(id),
      from: null,
      to: null,
      reason: null,
      digest: null,
      facts: { bulletin, language, entry },
    })
  })
  return doc as unknown
}
