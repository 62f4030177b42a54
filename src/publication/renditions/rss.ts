/** One language's feed as RSS 2.0. Generic readers know no deletion, so a withdrawal is a notice under the same guid. */
import { generateRssFeed } from 'feedsmith'
import type { Instant, Language } from '#newsroom'
import { formatDate, formatDateTime } from '#text/dates'
import { feedUrl, itemUrl, pageUrl, uriOf, uriOfKey } from '../addresses'
import type { Release, TextRelease } from '../release'
import { bodyHtml, leadHtml } from './html'
import type { Correction } from './html'
import { escaped, legal } from './markup'
import type { Translation } from './ninjs'
import { forPage, mediaUrl, picturesOf, uncropped } from './pictures'
import { creditLine, say } from './words'

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
  { publicUrl, builtAt }: { readonly publicUrl: string; readonly builtAt: Instant },
): string =>
  generateRssFeed(
    {
      title: say(language, 'feed.articles'),
      link: `${publicUrl}/${language}`,
      description: say(language, 'site.description'),
      language,
      copyright: say(language, 'rights.notice'),
      lastBuildDate: new Date(builtAt),
      ttl: 5,
      docs: 'https://www.rssboard.org/rss-specification',
      atom: { links: [{ href: feedUrl(publicUrl, language), rel: 'self', type: 'application/rss+xml' }] },
      items: entries.map((entry) => (entry.kind === 'text' ? item(entry, publicUrl) : notice(entry.release, publicUrl))),
    },
    { strict: true },
  )

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
    content: { encoded: leadHtml(snapshot, options) + bodyHtml(snapshot, options) },
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
    ...(lead === undefined || snapshot.lead === null
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

/** Says when and that, and nothing of the text: what was wrong may have been the headline or the address. */
const notice = ({ item: id, language, at, firstAt }: Release, publicUrl: string) => {
  const said = say(language, 'withdrawn.notice', { time: formatDateTime(at, language) })
  return {
    title: say(language, 'withdrawn.feedTitle', { date: formatDate(firstAt, language) }),
    link: itemUrl(publicUrl, id, language),
    description: said,
    guid: { value: uriOf(id, language), isPermaLink: false },
    pubDate: new Date(firstAt),
    dc: { languages: [language] },
    content: { encoded: `<p lang="${language}">${escaped(said)}</p>` },
    atom: { updated: new Date(at) },
  }
}
