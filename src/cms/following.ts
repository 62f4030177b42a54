/** How a translation stands to its source, from what the newsroom keeps; the rule is `translation/staleness`. */
import type { PayloadRequest } from 'payload'
import type { WorkflowRow } from '#editorial/workflow'
import type { Digest } from '#newsroom'
import { gradeOf, snapshotDigest, type Release, type Snapshot } from '#publication/release'
import { wordsDigest } from '#publication/words'
import { staleness, worst, type SourceRelease, type Staleness } from '#translation/staleness'
import { databaseNow } from './database'
import { idOf, snapshotOf, type ArticleDoc, type BasedOn, type StoryDoc } from './snapshot'
import { releaseLog } from './stores/release-log'
import { articleOf, storyOf } from './texts'

/** One text of a chain: `releases` oldest first, `words` the digest of its present words, `basedOn` what it was made from. */
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

/** What a translation was made from, as it stands now. */
export const sourceNow = async (req: PayloadRequest, { article: id }: BasedOn): Promise<BasedOn> => {
  const article = await articleOf(req, id)
  const history = await releaseLog(req.payload, req).of(article.item, article.language)
  return basedOnNow(req, { article, history }, await storyOf(req, idOf(article.story)))
}

type Source = { readonly article: ArticleDoc; readonly history: readonly Release[] }

/** The source as it stands now: what readers see of it, else its present text. */
export const basedOnNow = async (req: PayloadRequest, source: Source, story: StoryDoc): Promise<BasedOn> => {
  const newest = source.history.at(-1)
  if (newest && newest.kind !== 'withdrawal') return basedOn(source, newest.seq, newest.snapshot, newest.snapshotDigest)
  const { snapshot } = await snapshotOf(req, source.article, story, await databaseNow(req.payload))
  return basedOn(source, null, snapshot, snapshotDigest(snapshot))
}

const basedOn = ({ article }: Source, seq: number | null, text: Snapshot, digest: Digest): BasedOn => ({
  article: article.id,
  language: article.language,
  rev: article.rev,
  seq,
  digest,
  words: wordsDigest(text),
  text: { title: text.title, summary: text.summary, body: text.body },
})
