import type { PayloadRequest } from 'payload'
import { snapshotDigest } from '#publication/release'
import { databaseNow } from '../database'
import type { Read } from '../situation'
import { snapshotOf, type BasedOn, type StoryDoc } from '../snapshot'

/** The source as it stands now: what readers see of it, else its present text. */
export const basedOnNow = async (req: PayloadRequest, source: NonNullable<Read['source']>, story: StoryDoc): Promise<BasedOn> => {
  const { snapshot } = await snapshotOf(req, source.article, story, await databaseNow(req.payload))
  const newest = source.history.at(-1)
  const live = newest && newest.kind !== 'withdrawal' ? newest : null
  const text = live ? live.snapshot : snapshot
  return {
    article: source.article.id,
    language: source.article.language,
    rev: source.article.rev,
    seq: live?.seq ?? null,
    digest: live ? live.snapshotDigest : snapshotDigest(snapshot),
    text: { title: text.title, summary: text.summary, body: text.body },
  }
}
