import type { PayloadRequest } from 'payload'
import type { Digest, Instant } from '#newsroom'
import { GENESIS } from '#publication/release'
import { sealEvent, type EventRecord } from '#publication/events'
import { increment } from '../transaction'
import { databaseNow } from '../database'

type NewEvent = {
  readonly verb: string
  readonly who: string
  readonly what: string
  readonly from: string | null
  readonly to: string | null
  readonly reason: string | null
  readonly digest: Digest | null
  readonly key?: string | null
  readonly facts?: Readonly<Record<string, unknown>>
  readonly at?: Instant
}

/** Appends to the audit chain; only inside a transaction, because the number and the link belong to it. */
export const recordEvent = async (req: PayloadRequest, event: NewEvent): Promise<{ n: number; at: Instant }> => {
  const { payload } = req
  if (req.transactionID === undefined) throw new Error('an event needs a transaction')
  const n = await increment(payload, req, 'events')
  const prevDigest = n === 1 ? GENESIS : await digestOf(req, n - 1)
  const at = event.at ?? (await databaseNow(payload, req)).toISOString()
  const record: EventRecord = { n, at, verb: event.verb, who: event.who, what: event.what, from: event.from, to: event.to, reason: event.reason, digest: event.digest, key: event.key ?? null, facts: event.facts ?? {}, prevDigest }
  const sealed = sealEvent(record)
  await payload.db.create({ collection: 'events', data: { n, at, verb: record.verb, who: record.who, what: record.what, record: sealed.record, digest: sealed.digest, prevDigest }, req })
  return { n, at }
}

const digestOf = async (req: PayloadRequest, n: number): Promise<Digest> => {
  const found = await req.payload.db.findOne<{ digest: Digest; id: string }>({ collection: 'events', where: { n: { equals: n } }, req })
  if (!found) throw new Error(`event ${n} is missing: the audit trail is damaged`)
  return found.digest
}
