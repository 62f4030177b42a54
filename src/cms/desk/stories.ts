import type { PayloadRequest, Where } from 'payload'
import { LANGUAGES, NewsroomError, type Language, type Person } from '#newsroom'
import { asFarAs, lets, under, whereFor } from '../access'
import { idOf, type ArticleDoc } from '../snapshot'
import { cellsOf, countStories, personIn, storiesSeen, storyIds, type Cells } from './cells'
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
  const asked: Where = wanted.length > 0 ? { and: wanted } : {}
  const { docs, cells, total, page, pages } = filters.state
    ? await inState(req, person, asked, filters)
    : await onPage(req, person, asked, filters.page)
  const desks = await deskNames(req, reader)
  const outlets = await outletsOf(
    req,
    docs.map(({ item }) => item),
    reader,
  )
  return {
    rows: docs.map((story) => {
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
    total,
    page,
    pages,
  }
}

/** Beyond the last page stands the last: stories go from a list while somebody turns its pages. */
const within = (total: number, page = 1): { readonly page: number; readonly pages: number } => {
  const pages = Math.max(1, Math.ceil(total / PAGE))
  return { page: Math.min(Math.max(1, page), pages), pages }
}

const onPage = async (req: PayloadRequest, person: Person, asked: Where, wanted?: number) => {
  const total = await countStories(req, person, asked)
  const { page, pages } = within(total, wanted)
  const docs = await storiesSeen(req, person, { asked, page: { number: page, size: PAGE } })
  return { docs, total, page, pages, cells: await cellsOf(req, person, docs) }
}

/** The stories that are so, or all but those. */
type Fits = { readonly ids: ReadonlySet<string>; readonly but: boolean }

const inState = async (req: PayloadRequest, person: Person, asked: Where, filters: StoryFilters) => {
  const { ids, but } =
    filters.state === 'missing' ? await lacking(req, person, asked, filters) : await having(req, person, asked, filters)
  const total = but ? (await countStories(req, person, asked)) - ids.size : ids.size
  const { page, pages } = within(total, filters.page)
  const shownIds = await nthOf(req, person, asked, { ids, but }, (page - 1) * PAGE)
  const docs = await storiesSeen(req, person, { asked: { id: { in: shownIds } } })
  return { docs, cells: await cellsOf(req, person, docs), total, page, pages }
}

/**
 * Stories with a text in this state: asked of the column, but where a source may have made the text stale, which is computed,
 * and differs with what this person may read of the source.
 */
const having = async (req: PayloadRequest, person: Person, asked: Where, filters: StoryFilters): Promise<Fits> => {
  const { state, language } = filters
  const texts = (where: Where) =>
    storiesWith(req, person, asked, { and: [where, ...(language ? [{ language: { equals: language } }] : [])] })
  const stands: Where[] = state === 'stale' ? [] : [{ stands: { equals: state } }]
  const sure = state === 'stale' ? [] : await texts({ and: [...stands, { behind: { not_equals: true } }] })
  const doubtful = await texts({ and: [...stands, { behind: { equals: true } }] })
  const looked = await storiesSeen(req, person, { asked: { id: { in: doubtful } } })
  const cells = await cellsOf(req, person, looked)
  const found = looked.filter(({ id }) => matches(cells.get(id) ?? {}, filters))
  return { ids: new Set([...sure, ...found.map(({ id }) => id)]), but: false }
}

/** Stories that lack a text, or one that this person may read: all but those that have every one. */
const lacking = async (req: PayloadRequest, person: Person, asked: Where, { language }: StoryFilters): Promise<Fits> => {
  const languages = language ? [language] : LANGUAGES
  const [first = [], ...others] = await Promise.all(
    languages.map((one) =>
      storiesWith(req, person, asked, { and: [{ language: { equals: one } }, { stands: { not_equals: 'missing' } }] }),
    ),
  )
  const every = others.map((ids) => new Set(ids))
  return { ids: new Set(first.filter((id) => every.every((ids) => ids.has(id)))), but: true }
}

/** Whoever may read a text may know of its story. */
const storiesWith = async (req: PayloadRequest, person: Person, asked: Where, text: Where): Promise<readonly string[]> => {
  const where = asFarAs(whereFor(person, 'articles', 'read'), { and: [text, under('story', asked)] })
  if (where === null) return []
  const { values } = await req.payload.db.findDistinct({ collection: 'articles', field: 'story', where, req })
  return values.map(({ story }) => String(story))
}

/** As many as are asked of the database by name; of more, the list is walked through until the page is full. */
const BY_NAME = 500

/** One page of those that fit, from the given place in the order of the list. */
const nthOf = async (req: PayloadRequest, person: Person, asked: Where, { ids, but }: Fits, from: number) => {
  if (!but && ids.size <= BY_NAME) {
    const docs = await storiesSeen(req, person, { asked: { id: { in: [...ids] } } })
    return docs.slice(from, from + PAGE).map(({ id }) => id)
  }
  const found: string[] = []
  for (let number = 1; found.length < from + PAGE; number += 1) {
    const docs = await storyIds(req, person, { asked, page: { number, size: BY_NAME } })
    found.push(...docs.filter((id) => ids.has(id) !== but))
    if (docs.length < BY_NAME) break
  }
  return found.slice(from, from + PAGE)
}

/** Whoever may not know of a story learns nothing from a verb on it. */
export const mustKnowStory = async (req: PayloadRequest, story: string): Promise<void> => {
  if (!(await lets(req, whereFor(personIn(req), 'stories', 'read'), 'stories', story)))
    throw new NewsroomError('request.notFound', { id: story })
}

const matches = (cells: Cells, { state, language }: StoryFilters): boolean => {
  const looked = language ? [cells[language as Language]] : LANGUAGES.map((one) => cells[one])
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
