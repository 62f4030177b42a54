/** What an answer of an outlet means for the delivery, and when to try again. Pure. */
import type { Attempt, Delivery } from './deliver'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Waits before each attempt; 75.6 hours in all. A demo may shorten it. */
export const SCHEDULE: readonly number[] = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]
export const JITTER = 0.2
export const LONGEST_RETRY_AFTER = HOUR
/** A body that the outlet calls too large or wrong will be so again. */
const HOPELESS = [413, 415, 422]
const HOPELESS_AFTER = 3
/** An outlet that comes back on Monday must not show a withdrawn text until Tuesday. */
export const LONGEST_WITHDRAWAL_WAIT = 15 * MINUTE
export const ALARM_AFTER = 15 * MINUTE

/** What a channel reports of one attempt. */
export type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter: number | null; readonly answer: Answer | null }
  /** No answer: refused, reset, timed out, cut off … */
  | { readonly kind: 'unreachable'; readonly error: string }
  /** Not sent, for a reason of our own: a secret that does not open, an address that is refused. */
  | { readonly kind: 'unsendable'; readonly error: string; readonly pause: boolean }
  /** Broken off because a withdrawal of the same text waits behind it. */
  | { readonly kind: 'aborted' }

/** The outlet's optional answer, already checked. */
export type Answer = {
  readonly status: 'applied' | 'duplicate' | 'superseded' | null
  readonly remoteId: string | null
  readonly url: string | null
}

export type Settlement = {
  readonly state: 'delivered' | 'failed' | 'dead' | 'superseded'
  readonly nextAt: number
  readonly attempt: Attempt
  readonly flagged: boolean
  readonly lastError: string | null
  readonly acknowledgedAt: number | null
  readonly remoteId: string | null
  readonly remoteUrl: string | null
}
export type Verdict = { readonly settlement: Settlement; readonly pause: string | null }

/** `chance` in [0, 1). A withdrawal is never given up and never waits long, whatever the outlet asks. */
export const judge = (
  delivery: Delivery,
  outcome: Outcome,
  {
    at,
    now,
    chance,
    schedule = SCHEDULE,
  }: { readonly at: number; readonly now: number; readonly chance: number; readonly schedule?: readonly number[] },
): Verdict => {
  const error = errorOf(outcome)
  const attempt: Attempt = {
    at,
    ms: now - at,
    status: outcome.kind === 'answered' ? outcome.status : null,
    outcome: nameOf(outcome),
    error,
  }
  const kept = { attempt, remoteId: delivery.remoteId, remoteUrl: delivery.remoteUrl, acknowledgedAt: delivery.acknowledgedAt }
  if (outcome.kind === 'answered' && isSuccess(outcome.status)) {
    const { remoteId = null, url = null } = outcome.answer ?? {}
    const known = { remoteId: remoteId ?? delivery.remoteId, remoteUrl: url ?? delivery.remoteUrl }
    return {
      settlement: {
        ...kept,
        ...known,
        state: 'delivered',
        nextAt: delivery.nextAt,
        flagged: false,
        lastError: null,
        acknowledgedAt: now,
      },
      pause: null,
    }
  }
  if (outcome.kind === 'aborted') {
    return {
      settlement: { ...kept, state: 'superseded', nextAt: delivery.nextAt, flagged: delivery.flagged, lastError: null },
      pause: null,
    }
  }
  const failures = failuresOf(delivery) + 1
  const givenUp = delivery.kind !== 'withdrawal' && (failures >= schedule.length || isHopeless(delivery, outcome))
  const status = outcome.kind === 'answered' ? outcome.status : null
  const wait = waitAfter(failures, { chance, schedule, retryAfter: outcome.kind === 'answered' ? outcome.retryAfter : null })
  return {
    settlement: {
      ...kept,
      state: givenUp ? 'dead' : 'failed',
      nextAt: now + (delivery.kind === 'withdrawal' ? Math.min(wait, LONGEST_WITHDRAWAL_WAIT) : wait),
      // 4xx often heals (a firewall, an expired password), but a person should look at the first one.
      flagged:
        delivery.flagged ||
        givenUp ||
        outcome.kind === 'unsendable' ||
        (status !== null && status >= 400 && status < 500 && status !== 429),
      lastError: error,
    },
    pause: status === 410 ? 'gone' : outcome.kind === 'unsendable' && outcome.pause ? outcome.error : null,
  }
}

/** The wait after the n-th failure. An outlet may ask for a longer one, up to an hour, never for a shorter. */
export const waitAfter = (
  failures: number,
  {
    chance,
    schedule = SCHEDULE,
    retryAfter = null,
  }: { readonly chance: number; readonly schedule?: readonly number[]; readonly retryAfter?: number | null },
): number => {
  const planned = schedule[Math.min(failures, schedule.length - 1)] ?? 0
  const jittered = Math.round(planned * (1 - JITTER + 2 * JITTER * chance))
  return Math.max(jittered, Math.min(retryAfter ?? 0, LONGEST_RETRY_AFTER))
}

/** `Retry-After` in milliseconds (RFC 9110 §10.2.3: seconds or a date); nonsense is null. */
export const readRetryAfter = (header: string | null, now: number): number | null => {
  if (header === null) return null
  if (/^\d{1,9}$/.test(header.trim())) return Number(header.trim()) * SECOND
  const date = /^[A-Za-z]{3,9},? /.test(header) ? Date.parse(header) : Number.NaN
  return Number.isNaN(date) || date <= now ? null : date - now
}

/** One of the unconfirmed (`isUnconfirmed`), owed since `owedAt`, a quarter of an hour ago, of which nobody was told yet. */
export const isOverdueWithdrawal = (delivery: Delivery, owedAt: number, now: number): boolean =>
  delivery.kind === 'withdrawal' &&
  delivery.acknowledgedAt === null &&
  now - owedAt >= ALARM_AFTER &&
  !delivery.history.some(({ outcome }) => outcome === 'alarmed')

export const isSuccess = (status: number) => status >= 200 && status < 300

/** Failures with a known outcome since the last replay. A lease lost to a crash is not the outlet's fault and does not count. */
export const failuresOf = ({ history }: Delivery): number =>
  history.slice(history.findLastIndex(({ outcome }) => outcome === 'replayed') + 1).filter(({ outcome }) => FAILURES.has(outcome))
    .length
const FAILURES = new Set(['refused', 'unreachable', 'unsendable'])

const isHopeless = (delivery: Delivery, outcome: Outcome) =>
  outcome.kind === 'answered' &&
  HOPELESS.includes(outcome.status) &&
  delivery.history.filter(({ status }) => status !== null && HOPELESS.includes(status)).length + 1 >= HOPELESS_AFTER

const nameOf = (outcome: Outcome) =>
  outcome.kind !== 'answered' ? outcome.kind : isSuccess(outcome.status) ? (outcome.answer?.status ?? 'applied') : 'refused'

const errorOf = (outcome: Outcome): string | null => {
  if (outcome.kind === 'aborted') return null
  if (outcome.kind === 'answered') return isSuccess(outcome.status) ? null : `http ${outcome.status}`
  return outcome.error
}
