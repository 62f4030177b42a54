/** Whether readers of a translation are behind its source, from the log alone; the rule is `translation/staleness`. */
import type { Language } from '#newsroom'
import { addressOf } from '#publication/addresses'
import { gradeOf, type Release } from '#publication/release'
import type { Behind } from '#publication/renditions/behind'
import { staleness, type SourceRelease } from '#translation/staleness'

/** One language of an item as far as its lineage goes. */
export type Lineage = {
  /** The newest one. */
  readonly release: Release
  /** All of them in order, without a word of theirs: the text of a withdrawn one is gone. */
  readonly trail: readonly SourceRelease[]
  /** Made before its source was out, and let out although it was behind by then. */
  readonly waived: boolean
}

/** The farthest source that changed by much; null = as new as its sources, or nobody's translation. */
export const behindOf = (language: Language, textIn: (language: Language) => Lineage | undefined): Behind | null => {
  const chain = chainFrom(language, textIn, [])
  const newer = chain.slice(1).findLast((source, index) => isBehind(chain[index] as Lineage, source))?.release
  if (!newer) return null
  const about = { language: newer.language, version: newer.version, at: newer.at }
  if (newer.kind === 'withdrawal') return { ...about, live: null }
  const { language: _, ...address } = addressOf(newer.snapshot)
  return { ...about, live: { ...address, title: newer.snapshot.title } }
}

/** From the releases of one language, in order; there is at least one. */
export const lineageOf = (history: readonly [Release, ...Release[]]): Lineage => {
  const release = history.at(-1) ?? history[0]
  return { release, trail: history.map(lineOf), waived: isWaived(release) }
}

/** What the rule asks of a release. Its words count for less than a major change only, so they are not kept. */
export const lineOf = (release: Release): SourceRelease => ({
  seq: release.seq,
  kind: release.kind,
  snapshotDigest: release.kind === 'withdrawal' ? null : release.snapshotDigest,
  text: null,
  grade: gradeOf(release),
})

export const isWaived = (release: Release): boolean =>
  release.kind !== 'withdrawal' &&
  release.follows?.seq === null &&
  release.approvals.some(({ waivers }) => waivers.some(({ kind }) => kind === 'stale'))

/** The text, its source, and so on to the text that nobody translated, or to one that readers do not see. */
const chainFrom = (
  language: Language,
  textIn: (language: Language) => Lineage | undefined,
  passed: readonly Language[],
): readonly Lineage[] => {
  const text = passed.includes(language) ? undefined : textIn(language)
  const source = text && text.release.kind !== 'withdrawal' ? text.release.follows?.language : undefined
  return [...(text ? [text] : []), ...(source ? chainFrom(source, textIn, [...passed, language]) : [])]
}

const isBehind = ({ release, waived }: Lineage, { trail }: Lineage): boolean => {
  if (release.kind === 'withdrawal' || !release.follows) return false
  const { seq, digest } = release.follows
  // What a source went through before its first release is not in the log: there the approver's word decides.
  if (waived) return true
  return staleness({ seq, digest, text: '' }, { releases: trail, text: '', grades: [] }) === 'major'
}
