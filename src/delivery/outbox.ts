/** What every channel is still owed, and who is sending it. The stores are in `outbox/`; one contract suite holds for all. */
import type { Language, ItemType } from '#newsroom'
import type { Delivery, DeliveryState, Lane } from './deliver'
import type { Settlement } from './retry'

/** An outlet that we push to, as far as sending goes. Secrets are sealed (`secrets.ts`). */
export type Channel = {
  readonly key: string
  readonly kind: string
  /** How a message is written: `radio` adds what a station reads on air. */
  readonly format: 'ninjs' | 'radio'
  readonly address: string
  readonly secret: string
  /** Signed with as well while an outlet changes over. */
  readonly previousSecret: string | null
  readonly secretChangedAt: number | null
  readonly state: 'active' | 'paused' | 'disabled'
  readonly perMinute: number
  readonly languages: readonly Language[]
  readonly topics: readonly string[]
  readonly itemTypes: readonly ItemType[]
}

export type Wish = {
  readonly lane: Lane
  readonly now: number
  readonly leaseMs: number
  readonly by: string
  /** False = only withdrawals may leave: paused, no quota, breaker open. */
  readonly ordinary: boolean
}
/** `hurry`: a withdrawal waits behind this delivery, which is being sent. */
export type Claim = { readonly claimed: Delivery } | { readonly claimed: null; readonly hurry: Delivery | null }

/** What a settling worker shows: the lease that it believes to hold. */
export type Lease = { readonly key: string; readonly fence: number; readonly leasedBy: string | null }

export type Outbox = {
  /** Epoch milliseconds by the clock of the database, so that workers with wrong clocks agree about leases. */
  readonly now: () => Promise<number>
  readonly channels: () => Promise<readonly Channel[]>
  /** Lanes of a channel with something due, longest waiting first. A hint: only `claim` decides. */
  readonly due: (query: {
    readonly channel: string
    readonly withdrawalsOnly: boolean
    readonly now: number
    readonly limit: number
  }) => Promise<readonly Lane[]>
  /** Decides (`decide`), leases and supersedes in one transaction. */
  readonly claim: (wish: Wish) => Promise<Claim>
  /** The digest of the body that is about to leave; false = the lease is no longer ours. */
  readonly freeze: (lease: Lease, bodyDigest: string) => Promise<boolean>
  /** False = somebody else has leased or settled the row since; nothing was written. */
  readonly settle: (lease: Lease, settlement: Settlement) => Promise<boolean>
  /** Sends again what is dead or delivered; false where something newer was attempted (a withdrawal: arrived). */
  readonly replay: (key: string, now: number) => Promise<boolean>
  /** Only an active channel becomes paused; true if this call did it. */
  readonly pause: (channel: string) => Promise<boolean>
  /** Withdrawals that their outlet has not confirmed, neither them nor anything newer of the lane, by `seq`. */
  readonly unconfirmed: () => Promise<readonly Delivery[]>
  /** Marks one of them for a person; false where it is being sent just now or changed since it was read. */
  readonly alarm: (row: Delivery, now: number) => Promise<boolean>
  /** Leases past their time by more than `grace`: a worker died and nobody took over. */
  readonly overdue: (now: number, graceMs: number) => Promise<readonly Delivery[]>
  readonly counts: () => Promise<Readonly<Record<DeliveryState, number>>>
  /** Every delivery of a lane, by version. */
  readonly lane: (lane: Lane) => Promise<readonly Delivery[]>
  readonly close: () => Promise<void>
}

/** A row as its claim leaves it. */
export const leased = (row: Delivery, { now, leaseMs, by }: Wish): Delivery => ({
  ...row,
  state: 'leased',
  attempts: row.attempts + 1,
  fence: row.fence + 1,
  leaseUntil: now + leaseMs,
  leasedBy: by,
  // The worker before us died in the middle: whether the outlet got it is not known.
  history: row.state === 'leased' ? remember(row, { at: now, ms: 0, status: null, outcome: 'lost', error: null }) : row.history,
})

export const settled = (row: Delivery, { attempt, ...rest }: Settlement): Delivery => ({
  ...row,
  ...rest,
  leaseUntil: null,
  leasedBy: null,
  history: remember(row, attempt),
})

export const superseded = (row: Delivery): Delivery => ({
  ...row,
  state: 'superseded',
  leaseUntil: null,
  leasedBy: null,
  fence: row.fence + 1,
})

/** `attempts` stays, so that the order holds; the schedule begins anew. */
export const replayed = (row: Delivery, now: number): Delivery => ({
  ...row,
  state: 'failed',
  nextAt: now,
  fence: row.fence + 1,
  history: remember(row, { at: now, ms: 0, status: null, outcome: 'replayed', error: null }),
})

export const alarmed = (row: Delivery, now: number): Delivery => ({
  ...row,
  flagged: true,
  history: remember(row, { at: now, ms: 0, status: null, outcome: 'alarmed', error: null }),
})

/** The first entry says since when it was owed; of the rest the last hundred will do. */
const remember = ({ history }: Delivery, entry: Delivery['history'][number]) =>
  history.length < 100 ? [...history, entry] : [...history.slice(0, 1), ...history.slice(-98), entry]
