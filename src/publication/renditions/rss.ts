/** One language's feed as RSS 2.0. Generic readers know no deletion, so a withdrawal is a notice under the same guid. */
import { generateRssFeed } from 'feedsmith'
import type { Instant, Language } from '#newsroom'
import { formatDate, formatDateTime } from '#text/dates'
import { captionsUrl, feedUrl, itemUrl, pageUrl, uriOf, uriOfKey } from '../addresses'
import type { Feed } from '../addresses'
import type { Release, TextRelease } from '../release'
import { transcriptHtml } from './captions'
import { filmFile, filmLink, isVideo, posterOf, secondsOf } from './film'
import type { VideoSnapshot } from './film'
import { bodyHtml, leadHtml } from './html'
import type { Correction } from './html'
import { escaped, legal } from './markup'
import type { Translation } from './ninjs'
import { forPage, mediaUrl, picturesOf, uncropped } from './pictures'
import { creditLine, say } from './words'
import type { PublicWord } from './words'

export type FeedEntry =
  | {
      readonly kind: 'text'
      readonly release: TextRelease
      readonly corrections: readonly Correction[]
      readonly translations: readonly Translation[]
    }
  | { readonly kind: 'withdrawn'; readonly release: Extract<Release, { readonly kind: 'withdrawal' }> }

/** So many entries, and so long a withdrawal notice stays among them. */
export const FEED_ENTRIES = 50
export const NOTICE_DAYS = 30

/** `entries` in the order to show; at least one release of this language is in every feed that has been built. */
export const rss = (
  language: Language,
  entries: readonly FeedEntry[],
  {
    publicUrl,
    builtAt,
    feed = 'articles.rss',
  }: { readonly publicUrl: string; readonly builtAt: Instant; readonly feed?: keyof typeof TITLES },
): string =>
  generateRssFeed(
    {
      title: say(language, TITLES[feed]),
      link: `${publicUrl}/${language}`,
      description: say(language, 'site.description'),
      language,
      copyright: say(language, 'rights.notice'),
      lastBuildDate: new Date(builtAt),
      ttl: 5,
      docs: 'https://www.rssboard.org/rss-specification',
      atom: { links: [{ href: feedUrl(publicUrl, language, feed), rel: 'self', type: 'application/rss+xml' }] },
      items: entries.map((entry) => (entry.kind === 'text' ? item(entry, publicUrl) : notice(entry.release, publicUrl))),
    },
    { strict: true },
  )

const TITLES = { 'articles.rss': 'feed.articles', 'videos.rss': 'feed.videos' } as const satisfies Partial<
  Record<Feed, PublicWord>
>

const item = ({ release, corrections, translations }: Extract<FeedEntry, { readonly kind: 'text' }>, publicUrl: string) => {
  const { snapshot, language } = release
  const options = { publicUrl, corrections }
  const lead = snapshot.lead === null ? undefined : forPage(uncropped(picturesOf(snapshot.media, snapshot.lead.digest)))
  return {
    title: legal(snapshot.title),
    link: pageUrl(publicUrl, snapshot),
    description: legal(snapshot.summary),
    guid: { value: uriOf(release.item, language), isPermaLink: false },
    // Stays the first publication: readers sort by it and show a moved one as new. `atom:updated` moves.
    pubDate: new Date(release.firstAt),
    categories: snapshot.topics.map(({ id, name }) => ({ name: legal(name), domain: uriOfKey('topic', id) })),
    dc: { creators: snapshot.byline === '' ? [] : [legal(snapshot.byline)], languages: [language] },
    content: {
      encoded: leadHtml(snapshot, options) + bodyHtml(snapshot, options) + (isVideo(snapshot) ? transcriptHtml(snapshot) : ''),
    },
    atom: {
      updated: new Date(release.at),
      // Never `alternate`: some readers take the first, others the last.
      links: translations
        .filter((translation) => translation.language !== language)
        .map((translation) => ({
          href: pageUrl(publicUrl, translation),
          rel: 'related',
          hreflang: translation.language,
          type: 'text/html',
          title: legal(translation.title),
        })),
    },
    ...(isVideo(snapshot)
      ? film(release, snapshot, translations, publicUrl)
      : lead === undefined || snapshot.lead === null
        ? {}
        : {
            media: {
              contents: [
                {
                  url: mediaUrl(publicUrl, lead),
                  fileSize: lead.bytes,
                  type: lead.mime,
                  medium: 'image',
                  width: lead.width,
                  height: lead.height,
                  ...(snapshot.lead.caption === '' ? {} : { title: { value: legal(snapshot.lead.caption), type: 'plain' } }),
                  ...(snapshot.lead.credit === ''
                    ? {}
                    : { credits: [{ value: legal(creditLine(language, snapshot.lead.credit)) }] }),
                },
              ],
            },
          }),
  }
}

/** Media RSS 1.5.1; and the film as enclosure for readers that know only that. */
const film = (
  { item: id, language }: TextRelease,
  snapshot: VideoSnapshot,
  translations: readonly Translation[],
  publicUrl: string,
) => {
  const { video } = snapshot
  const file = filmFile(video.file, snapshot.media)
  const link = filmLink(video.link)
  const poster = posterOf(snapshot)
  const size = video.width === null || video.height === null ? {} : { width: video.width, height: video.height }
  const subtitled = [
    ...(video.cues.length > 0 && !translations.some((each) => each.language === language) ? [{ language }] : []),
    ...translations.filter((each) => each.subtitled),
  ]
  return {
    ...(file === null ? {} : { enclosures: [{ url: mediaUrl(publicUrl, file), length: file.bytes, type: file.mime }] }),
    media: {
      ...(file === null
        ? link === null
          ? {}
          : { player: { url: link.href } }
        : {
            groups: [
              {
                contents: [
                  {
                    url: mediaUrl(publicUrl, file),
                    fileSize: file.bytes,
                    type: file.mime,
                    medium: 'video',
                    isDefault: true,
                    ...(video.durationMs === null ? {} : { duration: secondsOf(video.durationMs) }),
                    ...size,
                  },
                ],
              },
            ],
          }),
      title: { value: legal(snapshot.title), type: 'plain' },
      ...(poster === undefined
        ? {}
        : { thumbnails: [{ url: mediaUrl(publicUrl, poster), width: poster.width, height: poster.height }] }),
      ...(snapshot.byline === '' ? {} : { credits: [{ value: legal(snapshot.byline) }] }),
      subTitles: subtitled.map((each) => ({
        type: 'text/vtt',
        lang: each.language,
        href: captionsUrl(publicUrl, id, each.language, 'captions.vtt'),
      })),
    },
  }
}

/** Says when and that, and nothing of the text: what was wrong may have been the headline or the address. */
const notice = ({ item: id, itemType, language, at, firstAt }: Release, publicUrl: string) => {
  const isFilm = itemType === 'video'
  const said = say(language, isFilm ? 'video.withdrawnNotice' : 'withdrawn.notice', { time: formatDateTime(at, language) })
  return {
    title: say(language, isFilm ? 'video.withdrawnFeedTitle' : 'withdrawn.feedTitle', { date: formatDate(firstAt, language) }),
    link: itemUrl(publicUrl, id, language),
    description: said,
    guid: { value: uriOf(id, language), isPermaLink: false },
    pubDate: new Date(firstAt),
    dc: { languages: [language] },
    content: { encoded: `<p lang="${language}">${escaped(said)}</p>` },
    atom: { updated: new Date(at) },
  }
}
