/** Names that never change, and addresses where things are. */
import type { ItemId, Language } from '#newsroom'

/**
 * The name of an item in a language, for ever: guid, `uri` and id at every outlet. A tag (RFC 4151), not an address,
 * because readers show a thing twice when its id follows a new host or slug.
 */
export const uriOf = (item: ItemId, language: Language): string => `${TAG}:${item}:${language}`

/** The name of a topic, class or medium of ours; its last part is our key. */
export const uriOfKey = (kind: 'topic' | 'class' | 'media', key: string): string => `${TAG}:${kind}:${encodeURIComponent(key)}`

const TAG = 'tag:lamdong.gov.vn,2017:ttdn'

/** The page for readers. */
export const pageUrl = (publicUrl: string, { language, slug }: { readonly language: Language; readonly slug: string }): string =>
  `${publicUrl}/${language}/${encodeURIComponent(slug)}`

/** The item in `/v1`. */
export const itemUrl = (publicUrl: string, item: ItemId, language: Language): string =>
  `${publicUrl}/v1/items/${item}/${language}`

export const feedUrl = (publicUrl: string, language: Language): string => `${publicUrl}/feeds/${language}/articles.rss`
