/** Texts and stories as the database keeps them: below Payload's operations, nobody's access rules but the caller's. */
import type { PayloadRequest } from 'payload'
import { NewsroomError, type Language } from '#newsroom'
import type { ArticleDoc, StoryDoc } from './snapshot'

export const articleOf = async (req: PayloadRequest, id: string): Promise<ArticleDoc> => {
  const article = await req.payload.db.findOne<ArticleDoc>({ collection: 'articles', where: { id: { equals: id } }, req })
  if (!article) throw new NewsroomError('request.notFound', { id })
  return article
}

export const storyOf = async (req: PayloadRequest, id: string | null): Promise<StoryDoc> => {
  const story = id ? await req.payload.db.findOne<StoryDoc>({ collection: 'stories', where: { id: { equals: id } }, req }) : null
  if (!story) throw new NewsroomError('request.notFound', { id })
  return story
}

export const versionIn = async (req: PayloadRequest, story: string, language: Language): Promise<ArticleDoc | null> =>
  req.payload.db.findOne<ArticleDoc>({
    collection: 'articles',
    where: { and: [{ story: { equals: story } }, { language: { equals: language } }] },
    req,
  })
