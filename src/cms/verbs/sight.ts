import type { PayloadRequest } from 'payload'
import type { WorkflowRow } from '#editorial/workflow'
import { LANGUAGES, type Language } from '#newsroom'
import { mediaIdsOf } from '../lexical'
import { storyOf } from '../texts'
import { filmOf, idOf, type ArticleDoc, type FilmDoc, type StoryDoc } from '../snapshot'

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
  const shown = await mediaShownBy(req, article, await storyOf(req, storyId))
  const still = open ? new Set<string>() : await shownElsewhere(req, shown)
  for (const id of shown) await payload.db.updateOne({ collection: 'media', id, data: { open: open || still.has(id) }, req })
}

/** Pictures that a release shows: readers have seen them, whatever becomes of the text. */
export const keepMediaLive = async (req: PayloadRequest, article: ArticleDoc, story: StoryDoc): Promise<void> => {
  for (const id of await mediaShownBy(req, article, story))
    await req.payload.db.updateOne({ collection: 'media', id, data: { live: true }, req })
}

const mediaShownBy = async (
  req: PayloadRequest,
  article: Pick<ArticleDoc, 'body'>,
  story: StoryDoc,
): Promise<readonly string[]> => {
  const film = story.kind === 'video' ? await filmOf(req, story.id) : null
  const shared = [idOf(story.lead), idOf(film?.file), idOf(film?.poster)].filter((id) => id !== null)
  return [...new Set([...shared, ...(article.body ? mediaIdsOf(article.body) : [])])]
}

/** Of these media, those that readers have seen or that another open text shows: a text that closes does not close them. */
const shownElsewhere = async (req: PayloadRequest, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const { db } = req.payload
  const every = { limit: 0, pagination: false, req } as const
  const seen = await db.find({
    collection: 'media',
    where: { and: [{ id: { in: [...ids] } }, { live: { equals: true } }] },
    ...every,
  })
  const films = await db.find<FilmDoc>({
    collection: 'videos',
    where: { or: [{ file: { in: [...ids] } }, { poster: { in: [...ids] } }] },
    ...every,
  })
  const filmed = films.docs.map(({ story }) => idOf(story)).filter((id) => id !== null)
  // Asked of the stories themselves: a query through the relation reads outside this transaction on MongoDB.
  const open = await db.find<StoryDoc>({
    collection: 'stories',
    where: { and: [{ or: [{ lead: { in: [...ids] } }, { id: { in: filmed } }] }, { open: { equals: true } }] },
    ...every,
  })
  const openIds = new Set(open.docs.map(({ id }) => String(id)))
  const shared = [
    ...open.docs.map(({ lead }) => lead),
    ...films.docs.flatMap(({ story, file, poster }) => (openIds.has(idOf(story) ?? '') ? [file, poster] : [])),
  ]
  // What is live shows only pictures that were seen; the others are few.
  const texts = await db.find<ArticleDoc>({
    collection: 'articles',
    where: { and: [{ open: { equals: true } }, { live: { not_equals: true } }] },
    select: { body: true },
    ...every,
  })
  return new Set([
    ...seen.docs.map(({ id }) => String(id)),
    ...shared.map(idOf).filter((id) => id !== null),
    ...texts.docs.flatMap(({ body }) => (body ? mediaIdsOf(body) : [])),
  ])
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
