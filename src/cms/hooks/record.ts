import type { CollectionAfterChangeHook } from 'payload'
import { inTransaction } from '../transaction'
import { recordEvent, SYSTEM } from '../stores/events'

/** Every change of a catalogue row is an event: which fields, never their secrets. */
export const recordChange: CollectionAfterChangeHook = async ({ collection, doc, previousDoc, operation, req }) => {
  const { id } = doc as { id: string }
  const changed = changedFields(doc as Row, previousDoc as Row | undefined)
  if (operation === 'update' && changed.length === 0) return doc as unknown
  await inTransaction(req.payload, req, (same) =>
    recordEvent(same, {
      verb: `${collection.slug}.${operation}`,
      who: req.user ? String(req.user.id) : SYSTEM,
      what: String(id),
      from: null,
      to: null,
      reason: typeof req.context.reason === 'string' ? req.context.reason : null,
      digest: null,
      // Which fields, never their contents.
      facts: { changed },
    }),
  )
  return doc as unknown
}

type Row = Record<string, unknown>
const BOOKKEEPING = new Set(['updatedAt', 'createdAt', 'sessions', 'loginAttempts', 'lockUntil'])
export const changedFields = (now: Row, before: Row | undefined): string[] =>
  Object.keys(now)
    .filter((name) => !BOOKKEEPING.has(name) && JSON.stringify(now[name]) !== JSON.stringify(before?.[name]))
    .sort()
