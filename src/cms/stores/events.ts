import type { PayloadRequest } from 'payload'
import type { Digest, Instant } from '#newsroom'
import { sealEvent, type EventRecord } from '#publication/events'
import { GENESIS } from '#publication/release'
import { databaseNow } from '../database'
import { increment } from '../transaction'

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
  const prevDigest = await digestOf(req, n - 1)
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

const digestOf = async (req: PayloadRequest, n: number): Promise<Digest> => {
  if (n === 0) return GENESIS
  const found = await req.payload.db.findOne<{ digest: string; id: string }>({
    collection: 'events',
    where: { n: { equals: n } },
    req,
  })
  if (!found) throw new Error(`event ${n} is missing: the audit trail is damaged`)
  return found.digest
}
