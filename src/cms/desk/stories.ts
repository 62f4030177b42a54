import type { PayloadRequest, Where } from 'payload'
import { LANGUAGES, NewsroomError, type Language, type Person } from '#newsroom'
import { asFarAs, lets, whereFor } from '../access'
import { idOf, type ArticleDoc } from '../snapshot'
import { cellsOf, personIn, storiesSeen, type Cells } from './cells'
import { outletsOf } from './outlets'

export type StoryFilters = {
  readonly state?: string
  readonly class?: string
  readonly desk?: string
  readonly language?: string
  readonly q?: string
  readonly page?: number
}
const PAGE = 25

/** The stories list: a page of rows with the language matrix and the outlets. */
export const storiesOf = async (req: PayloadRequest, filters: StoryFilters, reader: Language) => {
  const person = personIn(req)
  const wanted: Where[] = [
    ...(filters.class ? [{ class: { equals: filters.class } }] : []),
    ...(filters.desk ? [{ desk: { equals: filters.desk } }] : []),
    ...(filters.q ? [await withWords(req, person, filters.q)] : []),
  ]
  const docs = await storiesSeen(req, person, wanted.length > 0 ? { and: wanted } : {})
  const cells = await cellsOf(req, person, docs)
  const fits = docs.filter(({ id }) => matches(cells.get(id) ?? {}, filters))
  const page = Math.max(1, filters.page ?? 1)
  const shownDocs = fits.slice((page - 1) * PAGE, page * PAGE)
  const desks = await deskNames(req, reader)
  const outlets = await outletsOf(
    req,
    shownDocs.map(({ item }) => item),
    reader,
  )
  return {
    rows: shownDocs.map((story) => {
      const own = cells.get(story.id) ?? {}
      // A translation that is not out yet may still hold the source's words: its language would be a lie.
      const inReaders = own[reader]?.liveSeq == null ? undefined : own[reader]
      const titled = inReaders ?? own[story.sourceLanguage] ?? Object.values(own)[0]
      const desk = idOf(story.desk)
      return {
        story: story.id,
        item: story.item,
        title: titled?.title || story.title,
        titleLanguage: titled ? titled.row.language : story.sourceLanguage,
        class: story.class,
        desk: desk ? { id: desk, name: desks.get(desk) ?? '' } : null,
        sovereignty: story.sovereignty ?? false,
        cells: Object.fromEntries(
          LANGUAGES.map((language) => [
            language,
            own[language] ? { article: own[language].article, shown: own[language].shown } : null,
          ]),
        ),
        outlets: outlets.get(story.item) ?? [],
        updatedAt: [story.updatedAt, ...Object.values(own).map(({ updatedAt }) => updatedAt)].sort().at(-1),
      }
    }),
    total: fits.length,
    page,
    pages: Math.max(1, Math.ceil(fits.length / PAGE)),
  }
}

/** Whoever may not know of a story learns nothing from a verb on it. */
export const mustKnowStory = async (req: PayloadRequest, story: string): Promise<void> => {
  if (!(await lets(req, whereFor(personIn(req), 'stories', 'read'), 'stories', story)))
    throw new NewsroomError('request.notFound', { id: story })
}

const matches = (cells: Cells, { state, language }: StoryFilters): boolean => {
  const looked = language ? [cells[language as Language]] : LANGUAGES.map((one) => cells[one])
  if (!state) return true
  return looked.some((cell) => (cell?.shown.key ?? 'missing') === state)
}

/** A hit says what stands in a text, so only texts that this person may read are searched; a story's own title is everybody's who sees it. */
const withWords = async (req: PayloadRequest, person: Person, q: string): Promise<Where> => {
  const words = q.normalize('NFC')
  const inStory: Where = { title: { like: words } }
  const inText: Where = { or: [{ title: { like: words } }, { slug: { like: words.toLowerCase().replaceAll(' ', '-') } }] }
  const where = asFarAs(whereFor(person, 'articles', 'read'), inText)
  if (where === null) return inStory
  const { docs } = await req.payload.db.find<ArticleDoc>({
    collection: 'articles',
    where,
    limit: 200,
    pagination: false,
    select: { story: true },
    req,
  })
  return { or: [inStory, { id: { in: docs.map(({ story }) => idOf(story) ?? '') } }] }
}

const deskNames = async (req: PayloadRequest, reader: Language): Promise<ReadonlyMap<string, string>> => {
  const { docs } = await req.payload.db.find<{ id: string; name?: Partial<Record<Language, string>> }>({
    collection: 'organisations',
    limit: 0,
    pagination: false,
    locale: 'all',
    req,
  })
  return new Map(docs.map(({ id, name }) => [String(id), name?.[reader] ?? name?.vi ?? '']))
}
