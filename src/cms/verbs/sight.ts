import type { PayloadRequest } from 'payload'
import type { WorkflowRow } from '#editorial/workflow'
import { LANGUAGES, type Language } from '#newsroom'
import { mediaIdsOf } from '../lexical'
import { storyOf } from '../situation'
import { idOf, type ArticleDoc } from '../snapshot'

/** Everybody whom the read rules name, on the article, its story and its pictures. */
export const keepSight = async (
  req: PayloadRequest,
  article: Pick<ArticleDoc, 'id' | 'story' | 'body'>,
  row: WorkflowRow,
  live: boolean,
  more: Record<string, unknown> = {},
): Promise<void> => {
  const { payload } = req
  const open = row.ready || row.state === 'approved' || live
  const data = {
    ...more,
    isSource: row.isSource,
    author: row.author,
    translator: row.translator,
    claimedBy: row.claim?.by ?? null,
    open,
    live,
    trashed: row.trashedAt !== null,
  }
  await payload.db.updateOne({ collection: 'articles', id: article.id, data, req })
  const storyId = idOf(article.story) ?? ''
  const { docs } = await payload.db.find<SightedArticle>({
    collection: 'articles',
    where: { story: { equals: storyId } },
    limit: 0,
    pagination: false,
    select: { language: true, author: true, translator: true, claimedBy: true, open: true, live: true },
    req,
  })
  const workers = [
    ...new Set(
      docs.flatMap(({ author, translator, claimedBy }) => [author, translator, claimedBy]).filter((id) => typeof id === 'string'),
    ),
  ]
    .sort()
    .join(' ')
  const begun = Object.fromEntries(LANGUAGES.map((language) => [language, docs.some((doc) => doc.language === language)]))
  await payload.db.updateOne({
    collection: 'stories',
    id: storyId,
    data: { workers, begun, open: docs.some((doc) => doc.open), live: docs.some((doc) => doc.live) },
    req,
  })
  if (!open) return
  const story = await storyOf(req, storyId)
  const lead = idOf(story.lead)
  for (const id of new Set([...(lead ? [lead] : []), ...(article.body ? mediaIdsOf(article.body) : [])]))
    await payload.db.updateOne({ collection: 'media', id, data: { open: true, ...(live ? { live: true } : {}) }, req })
}
type SightedArticle = {
  id: string
  language: Language
  author?: string | null
  translator?: string | null
  claimedBy?: string | null
  open?: boolean | null
  live?: boolean | null
}
