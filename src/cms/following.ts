/** How a translation stands to its source, from what the newsroom keeps; the rule is `translation/staleness`. */
import type { WorkflowRow } from '#editorial/workflow'
import type { Release } from '#publication/release'
import { wordsDigest } from '#publication/words'
import { staleness, worst, type SourceRelease, type Staleness } from '#translation/staleness'
import type { BasedOn } from './snapshot'
import { gradeOf } from './stores/release-log'

/** One text of a chain: `releases` oldest first, `words` the digest of its present words, `source` what it was made from. */
export type Link = {
  readonly basedOn: BasedOn | null
  readonly releases: readonly SourceRelease[]
  readonly words: string
  readonly grades: WorkflowRow['grades']
}

/** The chain from a translation up to the text that nobody translated; as far behind as its farthest link. */
export const behind = (chain: readonly Link[]): Staleness =>
  worst(
    chain.slice(0, -1).map(({ basedOn }, index) => {
      const source = chain[index + 1] as Link
      return staleness(basedOn && { seq: basedOn.seq, digest: basedOn.digest, text: basedOn.words }, {
        releases: source.releases,
        text: source.words,
        grades: source.grades,
      })
    }),
  )

/** What the rules need of a release. */
export const lineOf = (release: Release) => ({
  seq: release.seq,
  version: release.version,
  kind: release.kind,
  snapshotDigest: release.kind === 'withdrawal' ? null : release.snapshotDigest,
  text: release.kind === 'withdrawal' ? null : wordsDigest(release.snapshot),
  grade: gradeOf(release),
})
