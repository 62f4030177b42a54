/** The editions of the Bản tin in a language as RSS 2.0 and as an OPDS 1.2 catalogue. */
import { generateRssFeed } from 'feedsmith'
import type { Instant, Language } from '#newsroom'
import { formatDateTime } from '#text/dates'
import { archiveUrl, feedUrl, itemUrl, pageUrl, uriOf } from '../addresses'
import type { Addressed, Quarter } from '../addresses'
import type { Release, TextRelease } from '../release'
import { contentsHtml } from './contents'
import { coverOf, isEdition, offeredFiles, piecesOf, quarterIn } from './edition'
import type { TextNow } from './edition'
import { figureHtml } from './html'
import type { Correction } from './html'
import { attributes, escaped, legal } from './markup'
import type { Translation } from './ninjs'
import { forPage, mediaUrl, picturesOf, uncropped } from './pictures'
import { say } from './words'

export type BulletinEntry =
  | {
      readonly kind: 'text'
      readonly release: TextRelease
      readonly corrections: readonly Correction[]
      readonly translations: readonly Translation[]
    }
  | {
      readonly kind: 'withdrawn'
      readonly release: Extract<Release, { readonly kind: 'withdrawal' }>
      readonly quarter: Quarter
    }

type Options = { readonly publicUrl: string; readonly builtAt: Instant; readonly texts: TextNow }

/** One item per edition: the contents as HTML, the PDF as enclosure. `entries` in the order to show. */
export const bulletinsRss = (language: Language, entries: readonly BulletinEntry[], options: Options): string =>
  generateRssFeed(
    {
      title: say(language, 'bulletin.feed'),
      link: archiveUrl(options.publicUrl, language),
      description: say(language, 'bulletin.description'),
      language,
      copyright: say(language, 'rights.notice'),
      lastBuildDate: new Date(options.builtAt),
      ttl: 5,
      docs: 'https://www.rssboard.org/rss-specification',
      atom: { links: [{ href: feedUrl(options.publicUrl, language, 'bulletins.rss'), rel: 'self', type: RSS }] },
      items: entries.map((entry) => (entry.kind === 'text' ? item(entry, options) : notice(entry, options))),
    },
    { strict: true },
  )

const item = (
  { release, corrections, translations }: Extract<BulletinEntry, { readonly kind: 'text' }>,
  { publicUrl, texts }: Options,
) => {
  const { snapshot, language } = release
  const pieces = isEdition(snapshot) ? piecesOf(snapshot.edition, texts) : []
  const pdf = isEdition(snapshot) ? offeredFiles(snapshot.edition, pieces).find(({ kind }) => kind === 'screen') : undefined
  const cover = coverOf(snapshot)
  return {
    title: legal(snapshot.title),
    link: pageUrl(publicUrl, snapshot),
    description: legal(snapshot.summary),
    guid: { value: uriOf(release.item, language), isPermaLink: false },
    // Stays the first publication, as in the feed of articles.
    pubDate: new Date(release.firstAt),
    dc: { languages: [language] },
    content: {
      encoded:
        (cover === null ? '' : figureHtml(cover, snapshot, publicUrl)) +
        (isEdition(snapshot) ? contentsHtml(snapshot, pieces, { publicUrl, corrections }) : ''),
    },
    atom: {
      updated: new Date(release.at),
      links: others(language, translations).map((translation) => ({
        href: pageUrl(publicUrl, translation),
        rel: 'related',
        hreflang: translation.language,
        type: 'text/html',
        title: legal(translation.title),
      })),
    },
    ...(pdf === undefined ? {} : { enclosures: [{ url: mediaUrl(publicUrl, pdf), length: pdf.bytes, type: pdf.mime }] }),
  }
}

const notice = (
  { release: { item: id, language, at, firstAt }, quarter }: Extract<BulletinEntry, { readonly kind: 'withdrawn' }>,
  { publicUrl }: Options,
) => {
  const said = say(language, 'bulletin.withdrawnNotice', { time: formatDateTime(at, language) })
  return {
    title: say(language, 'bulletin.withdrawnFeedTitle', { quarter: quarterIn(language, quarter) }),
    link: itemUrl(publicUrl, id, language),
    description: said,
    guid: { value: uriOf(id, language), isPermaLink: false },
    pubDate: new Date(firstAt),
    dc: { languages: [language] },
    content: { encoded: `<p lang="${language}">${escaped(said)}</p>` },
    atom: { updated: new Date(at) },
  }
}

/**
 * For reading apps (https://specs.opds.io/opds-1.2): every edition that has files to offer now. A catalogue tells what can
 * be had, so a withdrawn edition is not in it; the feed and `/v1/changes` tell of the withdrawal.
 */
export const bulletinsOpds = (
  language: Language,
  entries: readonly BulletinEntry[],
  { publicUrl, builtAt, texts }: Options,
): string => {
  const self = feedUrl(publicUrl, language, 'bulletins.opds')
  const author = `<author>${element('name', say(language, 'site.issuer'))}</author>`
  const editions = entries.flatMap((entry) => (entry.kind === 'text' ? [publication(entry, publicUrl, texts, author)] : []))
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n' +
    `<feed${attributes({ xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:dc': 'http://purl.org/dc/terms/', 'xmlns:opds': 'http://opds-spec.org/2010/catalog', 'xml:lang': language })}>\n` +
    element('id', `${uriOf('bulletins', language)}`) +
    element('title', say(language, 'bulletin.feed')) +
    element('subtitle', say(language, 'bulletin.description')) +
    element('updated', builtAt) +
    element('rights', say(language, 'rights.notice')) +
    `${author}\n` +
    link({ rel: 'self', href: self, type: OPDS }) +
    link({ rel: 'start', href: self, type: OPDS }) +
    link({ rel: 'alternate', href: archiveUrl(publicUrl, language), type: 'text/html' }) +
    `${editions.join('')}</feed>\n`
  )
}

const publication = (
  { release, translations }: Extract<BulletinEntry, { readonly kind: 'text' }>,
  publicUrl: string,
  texts: TextNow,
  author: string,
): string => {
  const { snapshot, language, item: id } = release
  if (!isEdition(snapshot)) return ''
  const files = offeredFiles(snapshot.edition, piecesOf(snapshot.edition, texts))
  // An entry of an acquisition feed must have something to acquire.
  if (files.length === 0) return ''
  const cover = coverOf(snapshot)
  const pictures = cover === null ? [] : uncropped(picturesOf(snapshot.media, cover.digest))
  const [whole, small] = [forPage(pictures), pictures[0]]
  return (
    '<entry>\n' +
    element('id', uriOf(id, language)) +
    element('title', snapshot.title) +
    element('updated', release.at) +
    element('published', release.firstAt) +
    `${author}\n` +
    element('dc:language', language) +
    element('dc:issued', snapshot.edition.date) +
    element('dc:publisher', snapshot.edition.imprint.issuer) +
    (snapshot.summary === '' ? '' : `<summary type="text">${escaped(snapshot.summary)}</summary>\n`) +
    (whole === undefined ? '' : link({ rel: 'http://opds-spec.org/image', href: mediaUrl(publicUrl, whole), type: whole.mime })) +
    (small === undefined
      ? ''
      : link({ rel: 'http://opds-spec.org/image/thumbnail', href: mediaUrl(publicUrl, small), type: small.mime })) +
    files
      .map((file) =>
        link({
          rel: 'http://opds-spec.org/acquisition/open-access',
          href: mediaUrl(publicUrl, file),
          type: file.mime,
          length: String(file.bytes),
        }),
      )
      .join('') +
    link({ rel: 'alternate', href: pageUrl(publicUrl, snapshot), type: 'text/html' }) +
    others(language, translations)
      .map((translation) =>
        link({ rel: 'related', href: pageUrl(publicUrl, translation), type: 'text/html', hreflang: translation.language }),
      )
      .join('') +
    '</entry>\n'
  )
}

const others = <T extends Addressed>(language: Language, all: readonly T[]): readonly T[] =>
  all.filter((other) => other.language !== language)
const element = (name: string, value: string) => `<${name}>${escaped(value)}</${name}>\n`
const link = (values: Readonly<Record<string, string>>) => `<link${attributes(values)}/>\n`

const RSS = 'application/rss+xml'
export const OPDS = 'application/atom+xml;profile=opds-catalog;kind=acquisition'
