/** Names that never change, and addresses where things are. */
import type { ItemId, Language } from '#newsroom'
import type { EditionContents, EditionFile } from './edition'

/**
 * The name of an item in a language, for ever: guid, `uri` and id at every outlet. A tag (RFC 4151), not an address,
 * because readers show a thing twice when its id follows a new host or slug.
 */
export const uriOf = (item: ItemId, language: Language): string => `${TAG}:${item}:${language}`

/** The name of a topic, class or medium of ours; its last part is our key. */
export const uriOfKey = (kind: 'topic' | 'class' | 'media', key: string): string => `${TAG}:${kind}:${encodeURIComponent(key)}`

/** The name of a place in an edition of the Bản tin. */
export const uriOfEntry = (edition: ItemId, language: Language, entry: string): string =>
  `${uriOf(edition, language)}:${encodeURIComponent(entry)}`

/** The name of the subtitles of a film in a language. */
export const uriOfSubtitles = (item: ItemId, language: Language): string => `${uriOf(item, language)}:subtitles`

const TAG = 'tag:lamdong.gov.vn,2017:ttdn'

export type Quarter = Pick<EditionContents, 'year' | 'quarter'>

/** What the page of a text is found by: its slug, or the quarter where it is an edition of the Bản tin. */
export type Addressed = { readonly language: Language; readonly slug: string; readonly edition?: Quarter | undefined }

/** The page for readers. */
export const pageUrl = (publicUrl: string, { language, slug, edition }: Addressed): string =>
  edition === undefined
    ? `${publicUrl}/${language}/${encodeURIComponent(slug)}`
    : `${publicUrl}/bulletin/${edition.year}/${edition.quarter}/${language}`

/** Of a text, what its address is made of; nothing else of an issue goes along. */
export const addressOf = ({ language, slug, edition }: Addressed): Addressed => ({
  language,
  slug,
  ...(edition === undefined ? {} : { edition: { year: edition.year, quarter: edition.quarter } }),
})

/** One piece of an edition; `edition` is the edition's page. */
export const pieceUrl = (edition: string, entry: string): string => `${edition}/${encodeURIComponent(entry)}`

/** A file of an edition under an address that stays when the file is replaced. */
export const downloadUrl = (edition: string, { ext }: Pick<EditionFile, 'ext'>): string => `${edition}.${ext}`

/** All editions in a language. */
export const archiveUrl = (publicUrl: string, language: Language): string => `${publicUrl}/bulletin/${language}`

/** The item in `/v1`. */
export const itemUrl = (publicUrl: string, item: ItemId, language: Language): string =>
  `${publicUrl}/v1/items/${item}/${language}`

/** The list of all editions in `/v1`. */
export const bulletinsUrl = (publicUrl: string): string => `${publicUrl}/v1/bulletins`
/** An edition in `/v1`, with its contents. */
export const bulletinUrl = (publicUrl: string, { year, quarter }: Quarter, language: Language): string =>
  `${bulletinsUrl(publicUrl)}/${year}/${quarter}/${language}`

/** What is said in a film, ready in `/v1`, as subtitles and to read. */
export const CAPTION_FORMS = ['captions.vtt', 'captions.srt', 'transcript.txt', 'transcript.html'] as const
export type CaptionForm = (typeof CAPTION_FORMS)[number]
export const captionsUrl = (publicUrl: string, item: ItemId, language: Language, form: CaptionForm): string =>
  `${itemUrl(publicUrl, item, language)}/${form}`

/** The press kit: its topics, one topic, and that one as a file. */
export const pressUrl = (publicUrl: string, language: Language, topic?: string): string =>
  `${publicUrl}/press/${language}${topic === undefined ? '' : `/${encodeURIComponent(topic)}`}`
export const pressZipUrl = (publicUrl: string, language: Language, topic: string): string =>
  `${pressUrl(publicUrl, language, topic)}.zip`

export const FEEDS = ['articles.rss', 'videos.rss', 'bulletins.rss', 'bulletins.opds'] as const
export type Feed = (typeof FEEDS)[number]
export const feedUrl = (publicUrl: string, language: Language, feed: Feed = 'articles.rss'): string =>
  `${publicUrl}/feeds/${language}/${feed}`
