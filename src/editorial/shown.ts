/** The state that people see: one function of the row, the log and the source. */
import type { Instant } from '#newsroom'
import { isLive, liveDigest } from './conditions'
import type { Situation, WorkflowRow } from './row'

/** Colours live in the style sheet, words in `locales/<language>/admin.json`; the shape is the same everywhere. */
export const SHOWN = {
  missing: { symbol: '' },
  draft: { symbol: '○' },
  revision: { symbol: '◐' },
  review: { symbol: '◐' },
  approved: { symbol: '◑' },
  scheduled: { symbol: '◑' },
  released: { symbol: '●' },
  releasedNewer: { symbol: '●○' },
  stale: { symbol: '▲' },
  held: { symbol: '■' },
  withdrawn: { symbol: '✕' },
} as const satisfies Readonly<Record<string, { readonly symbol: string }>>
export type ShownKey = keyof typeof SHOWN

export type Shown = {
  readonly key: ShownKey
  readonly symbol: string
  /** With `scheduled`: its second. */
  readonly until: Instant | null
  /** The second has come and the text is still not out: the worker is at it, or something refused. */
  readonly late: boolean
  /** With `releasedNewer`: where the newer text stands, once it is handed over. */
  readonly stage: Exclude<WorkflowRow['state'], 'draft'> | null
}

/** `row` null or in the trash: missing. What is most pressing wins: held, withdrawn, stale, then where it stands. */
export const shown = (row: WorkflowRow | null, history: Situation['history'], stale: Situation['stale'], now: Instant): Shown => {
  const key = keyOf(row, history, stale)
  const until = key === 'scheduled' ? (row?.schedule?.until ?? null) : null
  const stage = key === 'releasedNewer' && row && row.state !== 'draft' ? row.state : null
  return { key, symbol: SHOWN[key].symbol, until, late: until !== null && until <= now, stage }
}

/** How a text stands by its own row and releases, whatever became of its source: all of `shown` but `stale`. */
export const standsAlone = (row: WorkflowRow | null, history: Situation['history']): ShownKey => keyOf(row, history, 'no')

const keyOf = (row: WorkflowRow | null, history: Situation['history'], stale: Situation['stale']): ShownKey => {
  if (row === null || row.trashedAt !== null) return 'missing'
  if (row.hold !== null) return 'held'
  // A withdrawal voids the approval, so an approved text after one is on its way to a new release.
  if (history.at(-1)?.kind === 'withdrawal' && row.state !== 'approved') return 'withdrawn'
  if (stale === 'major') return 'stale'
  if (isLive(history)) return row.approval !== null && row.approval.digest === liveDigest(history) ? 'released' : 'releasedNewer'
  return row.state === 'approved' && row.schedule !== null ? 'scheduled' : row.state
}
