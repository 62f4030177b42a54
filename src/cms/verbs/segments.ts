import type { Payload, PayloadRequest } from 'payload'
import { NewsroomError, type Person } from '#newsroom'
import { segmentsOf, targetSegmentsOf } from '#translation/segments'
import type { SegmentChange } from '#translation/view'
import { work, type Conflict, type Worked } from '#translation/work'
import { databaseNow } from '../database'
import { sourceNow } from '../following'
import { mustSave } from '../situation'
import { treeOfWords, wordsOf, type ArticleDoc } from '../snapshot'
import { articleOf } from '../texts'
import { lineageOf, WORKED_CONTEXT } from '../translating'
import { once, type Act } from './once'

/**
 * What a translator did in segments, as one save of the text. Each change is judged by its own segment: two people in one text
 * keep both their work, and of one segment the later is told and keeps the wording on the screen.
 */
export const saveSegments = (
  payload: Payload,
  { person, key, req }: Act,
  articleId: string,
  changes: readonly SegmentChange[],
): Promise<readonly Conflict[]> =>
  once(payload, req, person, key, { verb: 'segments', article: articleId, changes }, (same) =>
    workSegments(same, person, articleId, changes),
  )

/** The same inside the transaction of another act. */
export const workSegments = async (
  req: PayloadRequest,
  person: Person,
  articleId: string,
  changes: readonly SegmentChange[],
): Promise<readonly Conflict[]> => {
  const article = await articleOf(req, articleId)
  if (!article.basedOn) throw new NewsroomError('move.notAllowed', { verb: 'segments', state: 'source' })
  await mustSave(req, article, person)
  const now = await sourceNow(req, article.basedOn)
  const at = (await databaseNow(req.payload)).toISOString()
  const words = await wordsOf(req, article)
  const was = segmentsOf(article.basedOn.text)
  const lineage = lineageOf(article, was, targetSegmentsOf(words, was))
  const bench = { language: article.language, now: now.text, was: article.basedOn.text, by: person.id, at }
  const done = work(bench, { words, lineage }, changes)
  if (done.touched) await store(req, article, done)
  return done.conflicts
}

const store = async (req: PayloadRequest, { id, rev, language, body }: ArticleDoc, { words, lineage }: Worked): Promise<void> => {
  req.context[WORKED_CONTEXT] = { segments: targetSegmentsOf(words), lineage }
  try {
    await req.payload.update({
      collection: 'articles',
      id,
      data: {
        title: words.title,
        summary: words.summary,
        body: await treeOfWords(req, words, language, body),
        ...(words.cues ? { cues: words.cues } : {}),
        rev,
      } as never,
      overrideAccess: false,
      user: req.user as never,
      req,
    })
  } finally {
    delete req.context[WORKED_CONTEXT]
  }
}
