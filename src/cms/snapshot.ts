import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import type { PayloadRequest } from 'payload'
import { LANGUAGES, type Digest, type InformationClass, type Language } from '#newsroom'
import { canonical, sha256 } from '#publication/canonical'
import type { Medium, Rendition, Snapshot } from '#publication/release'
import { figuresOf, type Cell, type Figure, type RichText } from '#richtext'
import type { Lineage, Words as TextWords } from '#translation/segment'
import type { CueList } from '#video/cue'
import { civilDay } from '#text/dates'
import { databaseNow } from './database'
import { fromRichText, mediaIdsOf, toRichText } from './lexical'

/** A localized field as the database keeps it. */
export type Words = Partial<Record<Language, string | null>> | string | null | undefined
export const wordIn = (words: Words, language: Language): string =>
  typeof words === 'string' ? words : (words?.[language] ?? '')

export type ArticleDoc = {
  id: string
  story: string | { id: string }
  language: Language
  item: string
  title?: string | null
  summary?: string | null
  byline?: string | null
  slug?: string | null
  body?: SerializedEditorState | null
  /** Of a video. */
  cues?: CueList | null
  rev: number
  savedBy?: string | null
  textDigest?: string | null
  /** `publication/words` of this text: what a translation follows. */
  words?: string | null
  basedOn?: BasedOn | null
  /** `basedOn` without its text: what a list reads. */
  follows?: Follows | null
  /** Words of vi and en, characters of ja. */
  units?: number | null
  lineage?: Lineage | null
  open?: boolean | null
  trashed?: boolean | null
  updatedAt: string
}

/** What a translation was made from: never judged by time (a small save would clear the mark). */
export type BasedOn = {
  article: string
  language: Language
  rev: number
  seq: number | null
  digest: string
  /** `words` of the source at that moment. */
  words: string
  text: TextWords
}

export type Follows = Omit<BasedOn, 'text'>
export const followsOf = ({ article, language, rev, seq, digest, words }: BasedOn): Follows => ({
  article,
  language,
  rev,
  seq,
  digest,
  words,
})

/** The film of a video story (`collections/videos`). */
export type FilmDoc = {
  id: string
  story: string | { id: string }
  file?: string | { id: string } | null
  link?: string | null
  poster?: string | { id: string } | null
  durationMs?: number | null
  width?: number | null
  height?: number | null
}

export const filmOf = (req: PayloadRequest, story: string): Promise<FilmDoc | null> =>
  req.payload.db.findOne<FilmDoc>({ collection: 'videos', where: { story: { equals: story } }, req })

export type StoryDoc = {
  id: string
  title: string
  /** `article` where nothing is said. */
  kind?: 'article' | 'video' | null
  item: string
  class: InformationClass
  sourceLanguage: Language
  desk?: string | { id: string } | null
  sharedWith?: (string | { id: string })[] | null
  topics?: (string | { id: string })[] | null
  places?: string[] | null
  lead?: string | { id: string } | null
  channels?: (string | { id: string })[] | null
  embargo?: string | null
  embargoBy?: string | null
  deadlines?: Partial<Record<Language, string | null>> | null
  sovereignty?: boolean | null
  updatedAt: string
}
export type MediumDoc = {
  id: string
  filename?: string | null
  digest?: string | null
  renditions?: readonly Rendition[] | null
  alt?: Words
  caption?: Words
  credit?: Words
  licenceUntil?: string | null
  consent?: 'notNeeded' | 'obtained' | 'missing' | null
  minors?: boolean | null
  pressKit?: boolean | null
}
export type RightsProblem = { readonly media: string; readonly problem: 'licence' | 'consent' | 'alt' | 'credit' }

export const idOf = (related: string | { id: string } | null | undefined): string | null =>
  related == null ? null : typeof related === 'object' ? String(related.id) : String(related)
export const idsOf = (related: readonly (string | { id: string })[] | null | undefined): string[] =>
  (related ?? []).map((one) => idOf(one)).filter((id) => id !== null)

/**
 * What goes out with a text and is written elsewhere: its story, topics, film and pictures. With the text's own `rev` it is all
 * that its digest is made of, so whoever has seen both has seen what they sign. Pictures by their id.
 */
export type Beside = Readonly<Record<string, { readonly says: string; readonly digest: Digest }>>

/** The snapshot that a release would freeze at this moment, what of it stands beside the text, and what stands against its pictures. */
export const snapshotOf = async (
  req: PayloadRequest,
  article: ArticleDoc,
  story: StoryDoc,
  now: Date,
): Promise<{ snapshot: Snapshot; beside: () => Beside; rights: readonly RightsProblem[] }> => {
  const { language } = article
  const film = story.kind === 'video' ? await filmOf(req, story.id) : null
  const fileId = idOf(film?.file)
  const leadId = film ? idOf(film.poster) : idOf(story.lead)
  const media = await mediaOf(req, [
    ...(fileId ? [fileId] : []),
    ...(leadId ? [leadId] : []),
    ...(article.body ? mediaIdsOf(article.body) : []),
  ])
  const figures = new Map([...media].map(([id, medium]) => [id, figureOf(medium, language)]))
  const body = article.body ? toRichText(article.body, figures) : []
  const lead = leadId ? (figures.get(leadId) ?? null) : null
  const file = fileId ? (media.get(fileId)?.digest ?? null) : null
  const used = new Set(
    [...(lead ? [lead] : []), ...figuresOf(body), ...(file ? [{ digest: file }] : [])].map(({ digest }) => digest),
  )
  const docs = [...media.values()]
    .filter(({ digest }) => digest != null && used.has(digest))
    .sort((a, b) => (String(a.digest) < String(b.digest) ? -1 : 1))
  const snapshot: Snapshot = {
    schema: 1,
    item: story.item,
    itemType: itemTypeOf(story),
    language,
    sourceLanguage: story.sourceLanguage,
    slug: article.slug ?? '',
    title: article.title ?? '',
    summary: article.summary ?? '',
    byline: article.byline ?? '',
    class: story.class,
    sovereignty: story.sovereignty ?? false,
    topics: await topicsOf(req, idsOf(story.topics), language),
    places: story.places ?? [],
    lead,
    body,
    media: docs.map((medium) => mediumOf(medium)),
    ...(story.kind === 'video'
      ? {
          video: {
            file,
            link: film?.link ?? null,
            durationMs: film?.durationMs ?? null,
            width: film?.width ?? null,
            height: film?.height ?? null,
            cues: article.cues ?? [],
          },
        }
      : {}),
  }
  return {
    snapshot,
    beside: () => besideOf(snapshot, docs, { leadId, fileId }),
    rights: docs.flatMap((medium) => rightsProblems(medium, language, now)),
  }
}

const besideOf = (
  { class: of, language, sourceLanguage, sovereignty, topics, places, video }: Snapshot,
  docs: readonly MediumDoc[],
  { leadId, fileId }: { readonly leadId: string | null; readonly fileId: string | null },
): Beside => {
  const said = (says: string, whole: unknown) => ({ says, digest: sha256(canonical(whole)) })
  const { cues: _, ...film } = video ?? { cues: [], link: null }
  const files = docs.filter(({ id }) => String(id) === fileId).map((file) => mediumOf(file))
  return {
    class: said('', { of, sovereignty, sourceLanguage }),
    topics: said(topics.map(({ name }) => name).join('; '), topics),
    places: said(places.join('; '), places),
    lead: said('', leadId),
    film: said(film.link ?? '', { film, files }),
    ...Object.fromEntries(
      docs
        .filter(({ id }) => String(id) !== fileId)
        .map((medium) => {
          const figure = figureOf(medium, language)
          const says = [figure.caption, figure.alt, figure.credit].join('\n')
          return [`picture.${medium.id}`, said(says, { figure, medium: mediumOf(medium) })]
        }),
    ),
  }
}

const mediumOf = ({ digest, renditions, pressKit, licenceUntil }: MediumDoc): Medium => ({
  digest: String(digest),
  renditions: renditions ?? [],
  ...(pressKit === true ? { press: true, ...(licenceUntil ? { pressUntil: civilDay(licenceUntil) } : {}) } : {}),
})

/** What a story's texts are in the log. */
export const itemTypeOf = ({ kind }: Pick<StoryDoc, 'kind'>): 'article' | 'video' => (kind === 'video' ? 'video' : 'article')

/** Title, summary, body and cues as a release would have them, pictures with their words. */
export const wordsOf = async (
  req: PayloadRequest,
  { title, summary, body, cues, language }: Pick<ArticleDoc, 'title' | 'summary' | 'body' | 'cues' | 'language'>,
): Promise<TextWords> => {
  const media = await mediaOf(req, body ? mediaIdsOf(body) : [])
  const figures = new Map([...media].map(([id, medium]) => [id, figureOf(medium, language)]))
  return {
    title: title ?? '',
    summary: summary ?? '',
    body: body ? toRichText(body, figures) : [],
    ...(cues ? { cues } : {}),
  }
}

/**
 * The editor's tree of words that a translator wrote in segments; of a picture only what differs from its own words is kept.
 * The media of `present`, the body as it stands, come first: twins (the same bytes) have rights of their own.
 */
export const treeOfWords = async (
  req: PayloadRequest,
  { body }: Pick<TextWords, 'body'>,
  language: Language,
  present: SerializedEditorState | null | undefined,
): Promise<SerializedEditorState> => {
  const standing = present ? await shownIn(req, present) : []
  const others = await mediaWith(req, figuresOf(body))
  const own = twinsIn(standing, figuresOf(body), language)
  return fromRichText(body, (figure) => {
    const medium = own(figure) ?? others(figure)
    return medium ? { id: String(medium.id), ...figureOf(medium, language) } : null
  })
}

/** The editor's tree of a released body: its pictures are found again by their bytes. */
export const treeOf = async (req: PayloadRequest, body: RichText): Promise<SerializedEditorState> => {
  const media = await mediaWith(req, figuresOf(body))
  // A picture that was replaced since is left out: the translator chooses.
  return fromRichText(
    withPictures(body, (figure) => media(figure) !== null),
    (figure) => media(figure)?.id ?? null,
  )
}

/** The media that a body shows, in order, one for each time. */
const shownIn = async (req: PayloadRequest, body: SerializedEditorState): Promise<readonly MediumDoc[]> => {
  const ids = mediaIdsOf(body)
  const media = await mediaOf(req, ids)
  const byId = new Map(ids.map((id) => [id, { digest: id, alt: '', caption: '', credit: '' }]))
  return figuresOf(toRichText(body, byId)).flatMap(({ digest: id }) => media.get(id) ?? [])
}

type Find = (figure: Figure) => MediumDoc | null

/** To be asked once for each of the figures, in order. As many twins as before: each in its place; else by credit, then in order. */
const twinsIn = (standing: readonly MediumDoc[], figures: readonly Figure[], language: Language): Find => {
  const left = [...standing]
  const count = (some: readonly { readonly digest?: string | null }[], of: string) =>
    some.filter(({ digest }) => digest === of).length
  const asMany = new Set(figures.flatMap(({ digest }) => (count(figures, digest) === count(standing, digest) ? [digest] : [])))
  return ({ digest, credit }) => {
    const twins = left.filter((medium) => medium.digest === digest)
    const same = asMany.has(digest) ? null : twins.find((medium) => wordIn(medium.credit, language) === credit)
    const medium = same ?? twins[0]
    if (!medium) return standing.find((one) => one.digest === digest) ?? null
    left.splice(left.indexOf(medium), 1)
    return medium
  }
}

/** A body with those pictures alone; what only held another goes with it. */
const withPictures = (blocks: RichText, has: (figure: Figure) => boolean): RichText =>
  blocks.flatMap((block): RichText => {
    if (block.kind === 'figure') return has(block) ? [block] : []
    if (block.kind === 'table') {
      const cellOf = (cell: Cell): Cell => ({ ...cell, children: withPictures(cell.children, has) })
      return [{ ...block, rows: block.rows.map((row) => row.map(cellOf)) }]
    }
    if (block.kind !== 'list') return [block]
    const items = block.items
      .map((item) => ({ ...item, nested: withPictures(item.nested, has) }))
      .filter(({ children, nested }, index) => children.length + nested.length > 0 || block.items[index]?.nested.length === 0)
    return items.length > 0 ? [{ ...block, items }] : []
  })

/** Media by their bytes; of twins one that may be shown, then one with the same credit, then the oldest. */
const mediaWith = async (req: PayloadRequest, figures: readonly Figure[]): Promise<Find> => {
  const digests = [...new Set(figures.map(({ digest }) => digest))]
  if (digests.length === 0) return () => null
  const { docs } = await req.payload.db.find<MediumDoc>({
    collection: 'media',
    where: { digest: { in: digests } },
    limit: 0,
    pagination: false,
    locale: 'all',
    sort: 'createdAt',
    req,
  })
  const now = await databaseNow(req.payload)
  return ({ digest, credit }) => {
    const credited = (medium: MediumDoc) => LANGUAGES.some((language) => wordIn(medium.credit, language) === credit)
    const rank = (medium: MediumDoc) => 2 * useProblems(medium, now).length + (credited(medium) ? 0 : 1)
    const [best] = docs.filter((medium) => medium.digest === digest).toSorted((a, b) => rank(a) - rank(b))
    return best ? { ...best, id: String(best.id) } : null
  }
}

/** Media by id, all languages of their words. */
export const mediaOf = async (req: PayloadRequest, ids: readonly string[]): Promise<ReadonlyMap<string, MediumDoc>> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  // Below Payload's operations: all languages at once, no fallback, nobody's access rules but the verb's.
  const { docs } = await req.payload.db.find<MediumDoc>({
    collection: 'media',
    where: { id: { in: wanted } },
    limit: wanted.length,
    pagination: false,
    locale: 'all',
    req,
  })
  return new Map(docs.map((medium) => [String(medium.id), medium]))
}

export const figureOf = (medium: MediumDoc, language: Language): Figure => ({
  digest: medium.digest ?? '',
  alt: wordIn(medium.alt, language),
  caption: wordIn(medium.caption, language),
  credit: wordIn(medium.credit, language),
})

const topicsOf = async (req: PayloadRequest, ids: readonly string[], language: Language): Promise<Snapshot['topics']> => {
  if (ids.length === 0) return []
  const { docs } = await req.payload.db.find<{ id: string; key: string; name: Words }>({
    collection: 'topics',
    where: { id: { in: [...ids] } },
    limit: ids.length,
    pagination: false,
    locale: 'all',
    req,
  })
  return docs.map(({ key, name }) => ({ id: key, name: wordIn(name, language) })).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Licence in force, consent where persons or children are shown, words for everybody, a credit. */
export const rightsProblems = (medium: MediumDoc, language: Language, now: Date): RightsProblem[] => {
  const media = medium.filename ?? medium.id
  const problems: RightsProblem[] = useProblems(medium, now).map((problem) => ({ media, problem }))
  if (wordIn(medium.alt, language).trim() === '') problems.push({ media, problem: 'alt' })
  if (wordIn(medium.credit, language).trim() === '') problems.push({ media, problem: 'credit' })
  return problems
}

/** What forbids its use in any language. A right holds to the end of its last day in the province, as in the press kit and on paper. */
export const useProblems = (medium: MediumDoc, now: Date): readonly ('licence' | 'consent')[] => [
  ...(medium.licenceUntil && civilDay(medium.licenceUntil) < civilDay(now) ? (['licence'] as const) : []),
  ...(medium.consent === 'missing' || (medium.minors === true && medium.consent !== 'obtained') ? (['consent'] as const) : []),
]
