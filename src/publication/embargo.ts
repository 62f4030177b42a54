/** Times at which a text may go out. Instants compare as text: same length, UTC. */
import type { Instant } from '#newsroom'

/** Due at its very second, never before. */
export const isDue = (schedule: { readonly until: Instant }, now: Instant): boolean => schedule.until <= now

/** The later of the text's own time and its story's embargo; null = at once. */
export const dueAt = (
  schedule: { readonly until: Instant } | null,
  embargo: { readonly until: Instant } | null,
): Instant | null => {
  if (schedule === null) return embargo?.until ?? null
  return embargo === null || schedule.until >= embargo.until ? schedule.until : embargo.until
}

/** Milliseconds to sleep until then, at most `longest`: clocks are set and machines sleep, so look again. */
export const untilDue = (until: Instant, now: Instant, longest: number): number =>
  Math.min(Math.max(Date.parse(until) - Date.parse(now), 0), longest)

/** More than this between our clock and the database's, and the worker refuses to time anything. */
export const MOST_SKEW_MS = 2_000

/** Positive: our clock is ahead. `askedAt` and `answeredAt` enclose the question, so half of the way is taken off. */
export const clockSkew = (
  database: Instant,
  { askedAt, answeredAt }: { readonly askedAt: Instant; readonly answeredAt: Instant },
): number => (Date.parse(askedAt) + Date.parse(answeredAt)) / 2 - Date.parse(database)
