import type { PayloadRequest } from 'payload'
import type { Instant } from '#newsroom'
import { sealEvent, type EventRecord } from '#publication/events'
import { databaseNow } from '../database'
import { increment } from '../transaction'
import { digestBefore } from './chain'

/** A process that acts on nobody's word. */
export const SYSTEM = 'system'

/** What happened; number, link and (unless the verb read one) time are the chain's to give. */
export type NewEvent = Omit<EventRecord, 'n' | 'at' | 'prevDigest' | 'key' | 'facts'> & {
  readonly key?: string
  readonly facts?: EventRecord['facts']
  readonly at?: Instant
}

/** Appends to the audit chain; only inside a transaction, because the number and the link belong to it. */
export const recordEvent = async (
  req: PayloadRequest,
  { verb, who, what, from, to, reason, digest, key, facts, at }: NewEvent,
): Promise<{ n: number; at: Instant }> => {
  const { payload } = req
  const n = await increment(payload, req, 'events')
  const prevDigest = await digestBefore(req, 'events', n)
  const record: EventRecord = {
    n,
    at: at ?? (await databaseNow(payload)).toISOString(),
    verb,
    who,
    what,
    from,
    to,
    reason,
    digest,
    key: key ?? null,
    facts: facts ?? {},
    prevDigest,
  }
  const sealed = sealEvent(record)
  await payload.db.create({
    collection: 'events',
    data: { n, at: record.at, verb, who, what, record: sealed.record, digest: sealed.digest, prevDigest },
    req,
  })
  return { n, at: record.at }
}
