/** What to do next for one text at one outlet. Pure; every outbox asks exactly this inside its transaction. */
import type { ItemId, Language } from '#newsroom'
import type { ReleaseKind } from '#publication/release'

export const DELIVERY_STATES = ['pending', 'leased', 'delivered', 'superseded', 'failed', 'dead'] as const
/** `failed` waits for its next try; `dead` for a person. */
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** One try, or something else worth seeing in the inspector (`lost`, `replayed`, `alarmed`). Times in epoch milliseconds. */
export type Attempt = {
  readonly at: number
  readonly ms: number
  readonly status: number | null
  readonly outcome: string
  readonly error: string | null
}

/** One release owed to one channel. */
export type Delivery = {
  /** `rel_{seq}_{channel}`: the webhook-id, the same at every attempt. */
  readonly key: string
  readonly seq: number
  readonly channel: string
  readonly item: ItemId
  readonly language: Language
  readonly version: number
  readonly kind: ReleaseKind
  readonly state: DeliveryState
  /** Counted when the lease is taken, so that a crash cannot forget that something may have been sent. */
  readonly attempts: number
  readonly history: readonly Attempt[]
  readonly nextAt: number
  readonly leaseUntil: number | null
  readonly leasedBy: string | null
  /** Grows with every lease; a write with an older one is refused. */
  readonly fence: number
  readonly bodyDigest: string | null
  readonly remoteId: string | null
  readonly remoteUrl: string | null
  readonly acknowledgedAt: number | null
  readonly lastError: string | null
  readonly flagged: boolean
}

/** Deliveries of one text at one outlet are sent in order; different lanes do not wait for each other. */
export type Lane = { readonly channel: string; readonly item: ItemId; readonly language: Language }

export type Decision = {
  readonly send: Delivery | null
  /** Never to be sent any more: a newer one was attempted, or is about to be. */
  readonly supersede: readonly Delivery[]
  /** A withdrawal waits behind this one, which should be broken off. */
  readonly hurry: Delivery | null
}

/**
 * `rows`: every delivery of the lane, settled ones too. `ordinary`: whether the channel takes anything but withdrawals now
 * (not paused, quota left, breaker closed).
 *
 * A release is full state, so an older one may be skipped but never follow a newer one: the lowest version that was not
 * tried goes first; once a version failed, the next one takes its place. A withdrawal jumps the queue and every barrier,
 * and a text after it settles it only by arriving: until then what was withdrawn may still be up at the outlet.
 */
export const decide = (rows: readonly Delivery[], now: number, ordinary: boolean): Decision => {
  const attempted = Math.max(0, ...rows.filter(wasAttempted).map(({ version }) => version))
  const open = rows.filter(isOpen)
  const inFlight = open.find((row) => isLeased(row, now)) ?? null
  const idle = open.filter((row) => row !== inFlight).sort(byVersion)
  const older = (than: number) => idle.filter((row) => row.version < than && !isStillOwed(row, rows, than))
  const fresh = firstUntried(idle.filter(({ version }) => version > attempted))
  if (inFlight)
    return { send: null, supersede: older(attempted), hurry: fresh?.kind === 'withdrawal' && isDue(fresh, now) ? inFlight : null }

  const tried = idle.find(({ version }) => version === attempted)
  const unsettled = idle.findLast((row) => row.version < attempted && isStillOwed(row, rows, attempted))
  const send = [fresh, tried, unsettled].find((row) => row && isDue(row, now) && (ordinary || row.kind === 'withdrawal')) ?? null
  return { send, supersede: older(Math.max(attempted, send?.version ?? 0)), hurry: null }
}

/** A replay keeps its webhook-id. What was overtaken stays so: the newest state is already out there. */
export const mayReplay = (rows: readonly Delivery[], key: string, now: number): boolean => {
  const wanted = rows.find((row) => row.key === key)
  if (wanted === undefined || isLeased(wanted, now)) return false
  const attempted = Math.max(0, ...rows.filter(wasAttempted).map(({ version }) => version))
  return wanted.version >= attempted || isStillOwed(wanted, rows, attempted)
}

/** A withdrawal that no newer one replaces: of the texts up to `attempted` that came after it, none has arrived. */
const isStillOwed = ({ kind, version }: Delivery, rows: readonly Delivery[], attempted: number): boolean =>
  kind === 'withdrawal' &&
  !rows.some(
    (row) => row.version > version && (row.acknowledgedAt !== null || (row.kind === 'withdrawal' && row.version <= attempted)),
  )

export const isOpen = ({ state }: Delivery) => state === 'pending' || state === 'failed' || state === 'leased'
export const isLeased = ({ state, leaseUntil }: Delivery, now: number) => state === 'leased' && (leaseUntil ?? 0) > now
/** The lease of a worker that died is nobody's: its row is due at once. */
export const isDue = (row: Delivery, now: number) =>
  row.state === 'leased' ? !isLeased(row, now) : isOpen(row) && row.nextAt <= now
export const laneOf = ({ channel, item, language }: Lane): string => `${channel} ${item} ${language}`

/** A withdrawal that nobody confirmed, neither itself nor anything newer: the text may still be up. */
export const isUnconfirmed = (row: Delivery, rows: readonly Delivery[]): boolean =>
  row.kind === 'withdrawal' && !rows.some(({ version, acknowledgedAt }) => version >= row.version && acknowledgedAt !== null)

const wasAttempted = ({ attempts }: Delivery) => attempts > 0
const byVersion = (a: Delivery, b: Delivery) => a.version - b.version
/** The newest withdrawal makes everything before it pointless; else strictly by version. */
const firstUntried = (rows: readonly Delivery[]) => rows.findLast(({ kind }) => kind === 'withdrawal') ?? rows[0]
