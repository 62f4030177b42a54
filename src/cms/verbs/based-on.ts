import type { PayloadRequest } from 'payload'
import type { Digest } from '#newsroom'
import { snapshotDigest, type Snapshot } from '#publication/release'
import { wordsDigest } from '#publication/words'
import { databaseNow } from '../database'
import type { Read } from '../situation'
import { snapshotOf, type BasedOn, type StoryDoc } from '../snapshot'

/** The source as it stands now: what readers see of it, else its present text. */
export const basedOnNow = async (req: PayloadRequest, source: NonNullable<Read['source']>, story: StoryDoc): Promise<BasedOn> => {
  const newest = source.history.at(-1)
  if (newest && newest.kind !== 'withdrawal') return basedOn(source, newest.seq, newest.snapshot, newest.snapshotDigest)
  const { snapshot } = await snapshotOf(req, source.article, story, await databaseNow(req.payload))
  return basedOn(source, null, snapshot, snapshotDigest(snapshot))
}

const basedOn = ({ article }: NonNullable<Read['source']>, seq: number | null, text: Snapshot, digest: Digest): BasedOn => ({
  article: article.id,
  language: article.language,
  rev: article.rev,
  seq,
  digest,
  words: wordsDigest(text),
  text: { title: text.title, summary: text.summary, body: text.body },
})
