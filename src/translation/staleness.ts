/** How far a translation is behind its source: by digests, never by time (any small save would clear the mark). */
import type { Digest } from '#newsroom'

/** What a translation was made from; `seq` null = a source that was not released yet. */
export type Base = { readonly seq: number | null; readonly digest: Digest }

/** One release of the source, oldest first; `rectifies`: a legal rectification (cải chính). */
export type SourceRelease = {
  readonly seq: number
  readonly kind: 'release' | 'correction' | 'withdrawal'
  readonly snapshotDigest: Digest | null
  readonly rectifies: boolean
}

export type Staleness = 'no' | 'minor' | 'major'

/**
 * A source that was withdrawn since, also one that came back, and a legal rectification are major, any other released change is minor (an own slip).
 * `moved`: the source has no release yet and its text is not the one that was handed over; that is major.
 */
export const staleness = (base: Base | null, releases: readonly SourceRelease[], moved: boolean): Staleness => {
  if (!base) return 'no'
  if (releases.some(({ seq, kind }) => kind === 'withdrawal' && seq > (base.seq ?? 0))) return 'major'
  const since = releases.filter(
    ({ seq, kind, snapshotDigest }) => seq > (base.seq ?? 0) && kind !== 'withdrawal' && snapshotDigest !== base.digest,
  )
  if (since.length > 0) return since.some(({ rectifies }) => rectifies) ? 'major' : 'minor'
  return releases.length === 0 && moved ? 'major' : 'no'
}
