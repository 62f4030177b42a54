/** What of the deliveries a person has to see to. Pure. */
import type { Instant } from '#newsroom'
import { isOpen, isUnconfirmed, type Delivery } from './deliver'
import { ALARM_AFTER } from './retry'

/**
 * - `withdrawal`: the outlet has not confirmed that it took a text down; it may still be up there;
 * - `dead`: given up after the whole schedule;
 * - `refused`: the outlet says no (or there is nothing to send with), and it will be tried again;
 * - `waiting`: owed for a quarter of an hour to an outlet that takes texts: nobody sends, or the outlet does not answer.
 */
export const ATTENTIONS = ['withdrawal', 'dead', 'refused', 'waiting'] as const
export type AttentionKind = (typeof ATTENTIONS)[number]
export type Attention = {
  readonly kind: AttentionKind
  readonly delivery: Delivery
  readonly since: Instant
  /** A withdrawal that is not confirmed after a quarter of an hour. */
  readonly late: boolean
}

/** A delivery with the moment since which it is owed. */
export type Owing = { readonly delivery: Delivery; readonly since: Instant }

/** Milliseconds that a withdrawal may be on its way before somebody is disturbed; a failure disturbs at once. */
const ON_ITS_WAY = 60_000

/** `lane`: every delivery of one text at one outlet, by version. `now` in epoch milliseconds. */
export const attentionTo = (
  lane: readonly Owing[],
  { isActive, now }: { readonly isActive: boolean; readonly now: number },
): Attention | null => {
  const rows = lane.map(({ delivery }) => delivery)
  const ageOf = ({ since }: Owing): number => now - Date.parse(since)
  const told = (kind: AttentionKind, owing: Owing): Attention => ({
    kind,
    ...owing,
    late: kind === 'withdrawal' && ageOf(owing) >= ALARM_AFTER,
  })
  const up = lane.findLast(({ delivery }) => isUnconfirmed(delivery, rows))
  if (up && (up.delivery.state === 'failed' || ageOf(up) >= ON_ITS_WAY)) return told('withdrawal', up)
  const newest = lane.at(-1)
  if (!newest) return null
  const { delivery } = newest
  if (delivery.state === 'dead') return told('dead', newest)
  if (!isOpen(delivery)) return null
  if (delivery.flagged) return told('refused', newest)
  return isActive && ageOf(newest) >= ALARM_AFTER ? told('waiting', newest) : null
}

/** What may still be up stands first, then what is given up; of one kind, the longest owed. */
export const byUrgency = (a: Attention, b: Attention): number =>
  ATTENTIONS.indexOf(a.kind) - ATTENTIONS.indexOf(b.kind) || a.since.localeCompare(b.since)
