/** How far a translation is behind its source: by digests, never by time (any small save would clear the mark). */
import type { Digest, Grade } from '#newsroom'

/** What a translation was made from; `seq` null = a source that was not released yet; `text` = digest of its words. */
export type Base = { readonly seq: number | null; readonly digest: Digest; readonly text: Digest }

/** One release of the source, oldest first; `text` = digest of its words; `grade` as its editor gave it, null where nobody was asked. */
export type SourceRelease = {
  readonly seq: number
  readonly kind: 'release' | 'correction' | 'withdrawal'
  readonly snapshotDigest: Digest | null
  readonly text: Digest | null
  readonly grade: Grade | null
}

/** A graded change of a source that is not out yet; `text` = digest of its words after the change. */
export type GradedChange = { readonly text: Digest; readonly grade: Grade }

export type Staleness = 'no' | 'minor' | 'major'

/**
 * What readers see decides: a source that was withdrawn since (also one that came back) is major; every other release counts
 * as graded, an ungraded one as minor, or not at all where its words are the same. Before its first release a source is judged
 * by its words: each change as graded, an ungraded one is major.
 */
export const staleness = (
  base: Base | null,
  source: { readonly releases: readonly SourceRelease[]; readonly text: Digest; readonly grades: readonly GradedChange[] },
): Staleness => {
  if (!base) return 'no'
  const { releases, grades } = source
  const [first, ...later] = releases
  if (!first) return ofDraft(base.text, source.text, grades)
  if (releases.some(({ seq, kind }) => kind === 'withdrawal' && seq > (base.seq ?? 0))) return 'major'
  const since = (base.seq === null ? later : releases).filter(
    ({ seq, snapshotDigest }) => seq > (base.seq ?? 0) && snapshotDigest !== base.digest,
  )
  const beforeIt = base.seq === null && first.text !== null ? ofDraft(base.text, first.text, grades) : 'no'
  return worst([beforeIt, ...since.map(({ grade, text }) => ofGrade(grade ?? (text === base.text ? 'typo' : 'minor')))])
}

/** Of a chain (en made from vi, ja made from en): as far behind as its farthest link. */
export const worst = (found: readonly Staleness[]): Staleness =>
  found.includes('major') ? 'major' : found.includes('minor') ? 'minor' : 'no'

const ofDraft = (base: Digest, now: Digest, grades: readonly GradedChange[]): Staleness => {
  if (base === now) return 'no'
  const until = grades.findLastIndex(({ text }) => text === now)
  if (until < 0) return 'major'
  const since = grades.slice(grades.findLastIndex(({ text }, index) => index < until && text === base) + 1, until + 1)
  return worst(since.map(({ grade }) => ofGrade(grade)))
}

const ofGrade = (grade: Grade): Staleness => (grade === 'typo' ? 'no' : grade)
