/** What search engines are told of: every live page with its languages, a film with its still and length (sitemaps.org 0.9, Google's video extension). */
import { LANGUAGES, type Language } from '#newsroom'
import { pageUrl } from '#publication/addresses'
import type { TextRelease } from '#publication/release'
import { filmFile, isVideo, posterOf } from '#publication/renditions/film'
import { attributes, escaped } from '#publication/renditions/markup'
import { mediaUrl } from '#publication/renditions/pictures'
import type { Generation } from '../read-model'

/** Newest pages of a language; the format allows five times as many. */
const LISTED = 10_000

export const sitemapIndex = (publicUrl: string): string =>
  `${HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n` +
  LANGUAGES.map((language) => `<sitemap>${element('loc', `${publicUrl}/sitemap-${language}.xml`)}</sitemap>\n`).join('') +
  '</sitemapindex>\n'

export const sitemap = (here: Generation, language: Language, publicUrl: string): string =>
  `${HEAD}<urlset${attributes({
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
    'xmlns:video': 'http://www.google.com/schemas/sitemap-video/1.1',
  })}>\n` +
  here
    .listed(language, LISTED)
    .flatMap((item) => {
      const versions = LANGUAGES.flatMap((each) => {
        const release = here.text(item, each)?.release
        return release && release.kind !== 'withdrawal' ? [release] : []
      })
      const release = versions.find((each) => each.language === language)
      return release ? [entry(release, versions, publicUrl)] : []
    })
    .join('') +
  '</urlset>\n'

const entry = (release: TextRelease, versions: readonly TextRelease[], publicUrl: string): string =>
  `<url>${element('loc', pageUrl(publicUrl, release.snapshot))}${element('lastmod', release.at)}` +
  (versions.length < 2
    ? ''
    : versions
        .map(
          ({ language, snapshot }) =>
            `<xhtml:link${attributes({ rel: 'alternate', hreflang: language, href: pageUrl(publicUrl, snapshot) })}/>`,
        )
        .join('')) +
  `${film(release, publicUrl)}</url>\n`

/** Only of a film that can be played here and has a still: anything less is refused. */
const film = ({ snapshot, firstAt }: TextRelease, publicUrl: string): string => {
  const file = isVideo(snapshot) ? filmFile(snapshot.video.file, snapshot.media) : null
  const poster = posterOf(snapshot)
  if (!isVideo(snapshot) || file === null || !poster) return ''
  const seconds = snapshot.video.durationMs === null ? null : Math.max(1, Math.round(snapshot.video.durationMs / 1000))
  return (
    '<video:video>' +
    element('video:thumbnail_loc', mediaUrl(publicUrl, poster)) +
    element('video:title', snapshot.title) +
    element('video:description', snapshot.summary || snapshot.title) +
    element('video:content_loc', mediaUrl(publicUrl, file)) +
    (seconds === null ? '' : element('video:duration', String(seconds))) +
    element('video:publication_date', firstAt) +
    '</video:video>'
  )
}

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
const element = (name: string, value: string) => `<${name}>${escaped(value)}</${name}>`
