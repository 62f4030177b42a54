/** A row of either database as the outbox speaks of it. */
import type { ItemType, Language } from '#newsroom'
import type { Attempt, Delivery, DeliveryState } from '../deliver'
import type { Channel } from '../outbox'

/** Columns under our own names; lists as arrays. */
export type StoredRow = Readonly<Record<string, unknown>>

export const deliveryOf = (row: StoredRow): Delivery => ({
  key: String(row.key),
  seq: Number(row.seq),
  channel: String(row.channel),
  item: String(row.item),
  language: row.language as Language,
  version: Number(row.version),
  kind: row.kind as Delivery['kind'],
  state: row.state as DeliveryState,
  attempts: Number(row.attempts ?? 0),
  history: list<Attempt>(row.history),
  nextAt: Number(row.nextAt ?? 0),
  leaseUntil: numberOrNull(row.leaseUntil),
  leasedBy: textOrNull(row.leasedBy),
  fence: Number(row.fence ?? 0),
  bodyDigest: textOrNull(row.bodyDigest),
  remoteId: textOrNull(row.remoteId),
  remoteUrl: textOrNull(row.remoteUrl),
  acknowledgedAt: numberOrNull(row.acknowledgedAt),
  lastError: textOrNull(row.lastError),
  flagged: Boolean(row.flagged),
})

export const channelOf = (row: StoredRow): Channel => ({
  key: String(row.key),
  kind: String(row.kind),
  format: row.format === 'radio' ? 'radio' : 'ninjs',
  address: String(row.address ?? ''),
  secret: String(row.secret ?? ''),
  previousSecret: textOrNull(row.previousSecret),
  secretChangedAt: numberOrNull(row.secretChangedAt),
  state: row.state as Channel['state'],
  perMinute: Number(row.perMinute ?? 60),
  languages: list<Language>(row.languages),
  topics: list<string>(row.topics),
  itemTypes: list<ItemType>(row.itemTypes),
})

const textOrNull = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
const numberOrNull = (value: unknown) => (value === null || value === undefined ? null : Number(value))
const list = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as T[]) : [])
