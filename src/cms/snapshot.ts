import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import type { PayloadRequest } from 'payload'
import type { InformationClass, Language } from '#newsroom'
import type { Medium, Rendition, Snapshot } from '#publication/release'
import { figuresOf, type Figure, type RichText } from '#richtext'
import type { Lineage, Words as TextWords } from '#translation/segment'
import { fromRichText, mediaIdsOf, toRichText } from './lexical'

/** A localized field as the database keeps it. */
type Words = Partial<Record<Language, string | null>> | string | null | undefined
const wordIn = (words: Words, language: Language): string => (typeof words === 'string' ? words : (words?.[language] ?? ''))

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
  text: Pick<Snapshot, 'title' | 'summary' | 'body'>
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

export type StoryDoc = {
  id: string
  title: string
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
type MediumDoc = {
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
}
type RightsProblem = { readonly media: string; readonly problem: 'licence' | 'consent' | 'alt' | 'credit' }

export const idOf = (related: string | { id: string } | null | undefined): string | null =>
  related == null ? null : typeof related === 'object' ? String(related.id) : String(related)
export const idsOf = (related: readonly (string | { id: string })[] | null | undefined): string[] =>
  (related ?? []).map((one) => idOf(one)).filter((id) => id !== null)

/** The snapshot that a release would freeze at this moment, and what stands against its pictures. */
export const snapshotOf = async (
  req: PayloadRequest,
  article: ArticleDoc,
  story: StoryDoc,
  now: Date,
): Promise<{ snapshot: Snapshot; rights: readonly RightsProblem[] }> => {
  const { language } = article
  const leadId = idOf(story.lead)
  const media = await mediaOf(req, [...(leadId ? [leadId] : []), ...(article.body ? mediaIdsOf(article.body) : [])])
  const figures = new Map([...media].map(([id, medium]) => [id, figureOf(medium, language)]))
  const body = article.body ? toRichText(article.body, figures) : []
  const lead = leadId ? (figures.get(leadId) ?? null) : null
  const used = new Set([...(lead ? [lead] : []), ...figuresOf(body)].map(({ digest }) => digest))
  const docs = [...media.values()]
    .filter(({ digest }) => digest != null && used.has(digest))
    .sort((a, b) => (String(a.digest) < String(b.digest) ? -1 : 1))
  const snapshot: Snapshot = {
    schema: 1,
    item: story.item,
    itemType: 'article',
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
    media: docs.map((medium): Medium => ({ digest: String(medium.digest), renditions: medium.renditions ?? [] })),
  }
  return { snapshot, rights: docs.flatMap((medium) => rightsProblems(medium, language, now)) }
}

/** Title, summary and body as a release would have them, pictures with their words. */
export const wordsOf = async (
  req: PayloadRequest,
  { title, summary, body, language }: Pick<ArticleDoc, 'title' | 'summary' | 'body' | 'language'>,
): Promise<TextWords> => {
  const media = await mediaOf(req, body ? mediaIdsOf(body) : [])
  const figures = new Map([...media].map(([id, medium]) => [id, figureOf(medium, language)]))
  return { title: title ?? '', summary: summary ?? '', body: body ? toRichText(body, figures) : [] }
}

/** The editor's tree of words that a translator wrote in segments; of a picture only what differs from its own words is kept. */
export const treeOfWords = async (
  req: PayloadRequest,
  { body }: Pick<TextWords, 'body'>,
  language: Language,
): Promise<SerializedEditorState> => {
  const media = await mediaWith(req, figuresOf(body))
  return fromRichText(body, ({ digest }) => {
    const medium = media.get(digest)
    return medium ? { id: String(medium.id), ...figureOf(medium, language) } : null
  })
}

/** The editor's tree of a released body: its pictures are found again by their bytes. */
export const treeOf = async (req: PayloadRequest, body: RichText): Promise<SerializedEditorState> => {
  const media = await mediaWith(req, figuresOf(body))
  // A picture that was replaced since is left out: the translator chooses.
  return fromRichText(body, ({ digest }) => media.get(digest)?.id ?? null)
}

const mediaWith = async (req: PayloadRequest, figures: readonly Figure[]): Promise<ReadonlyMap<string, MediumDoc>> => {
  const digests = [...new Set(figures.map(({ digest }) => digest))]
  if (digests.length === 0) return new Map()
  const { docs } = await req.payload.db.find<MediumDoc>({
    collection: 'media',
    where: { digest: { in: digests } },
    limit: 0,
    pagination: false,
    locale: 'all',
    req,
  })
  return new Map(docs.map((medium) => [medium.digest ?? '', { ...medium, id: String(medium.id) }]))
}

const mediaOf = async (req: PayloadRequest, ids: readonly string[]): Promise<ReadonlyMap<string, MediumDoc>> => {
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

const figureOf = (medium: MediumDoc, language: Language): Figure => ({
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
const rightsProblems = (medium: MediumDoc, language: Language, now: Date): RightsProblem[] => {
  const media = medium.filename ?? medium.id
  const problems: RightsProblem[] = []
  if (medium.licenceUntil && new Date(medium.licenceUntil) < now) problems.push({ media, problem: 'licence' })
  if (medium.consent === 'missing' || (medium.minors === true && medium.consent !== 'obtained'))
    problems.push({ media, problem: 'consent' })
  if (wordIn(medium.alt, language).trim() === '') problems.push({ media, problem: 'alt' })
  if (wordIn(medium.credit, language).trim() === '') problems.push({ media, problem: 'credit' })
  return problems
}
