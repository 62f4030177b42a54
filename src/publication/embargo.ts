/** Times at which a text may go out are the database's; a machine whose own clock has left it is not trusted to time anything. */
import type { Instant } from '#newsroom'

/** Milliseconds. More than this between our clock and the database's, and the worker refuses to time anything. */
export const MOST_SKEW_MS = 2_000

/** Positive: our clock is ahead. `askedAt` and `answeredAt` enclose the question, so half of the way is taken off. */
export const clockSkew = (
  database: Instant,
  { askedAt, answeredAt }: { readonly askedAt: Instant; readonly answeredAt: Instant },
): number => (Date.parse(askedAt) + Date.parse(answeredAt)) / 2 - Date.parse(database)
