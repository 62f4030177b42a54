/** What search engines read beside a page: schema.org NewsArticle, of a video VideoObject. */
import { captionsUrl, pageUrl, uriOf } from '../addresses'
import type { TextRelease } from '../release'
import { transcriptText } from './captions'
import { filmFile, filmLink, isoDuration, isVideo, posterOf } from './film'
import type { VideoSnapshot } from './film'
import type { Translation } from './ninjs'
import { mediaUrl, picturesOf } from './pictures'
import { say } from './words'

/** Safe inside `<script type="application/ld+json">`: no `<` comes out of it. */
export const jsonld = (
  release: TextRelease,
  { publicUrl, translations = [] }: { readonly publicUrl: string; readonly translations?: readonly Translation[] },
): string => {
  const { snapshot, language } = release
  if (isVideo(snapshot)) return safe(videoObject(release, snapshot, publicUrl, translations))
  const others = translations.filter((translation) => translation.language !== language)
  const work = (translation: Translation) => ({
    '@type': 'NewsArticle',
    '@id': pageUrl(publicUrl, translation),
    inLanguage: translation.language,
    headline: translation.title,
  })
  const isTranslation = snapshot.sourceLanguage !== language
  const source = others.find((translation) => isTranslation && translation.language === snapshot.sourceLanguage)
  const translated = others.filter(() => !isTranslation)
  const images =
    snapshot.lead === null ? [] : picturesOf(snapshot.media, snapshot.lead.digest).map((size) => mediaUrl(publicUrl, size))
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': pageUrl(publicUrl, snapshot),
    identifier: uriOf(release.item, language),
    mainEntityOfPage: pageUrl(publicUrl, snapshot),
    headline: snapshot.title,
    description: snapshot.summary,
    inLanguage: language,
    datePublished: release.firstAt,
    dateModified: release.at,
    version: String(release.version),
    author: { '@type': 'Person', name: snapshot.byline },
    publisher: { '@type': 'GovernmentOrganization', name: say(language, 'site.issuer') },
    keywords: snapshot.topics.map(({ name }) => name),
    contentLocation: snapshot.places.map((name) => ({ '@type': 'Place', name })),
    isAccessibleForFree: true,
    ...(images.length === 0 ? {} : { image: images }),
    ...(release.kind === 'correction' ? { correction: release.note.text } : {}),
    ...(source === undefined ? {} : { translationOfWork: work(source) }),
    ...(translated.length === 0 ? {} : { workTranslation: translated.map(work) }),
  }
  return safe(data)
}

/** `uploadDate` and the still are what search engines ask for; without a still they show no film. */
const videoObject = (release: TextRelease, snapshot: VideoSnapshot, publicUrl: string, translations: readonly Translation[]) => {
  const { language, item, firstAt, at } = release
  const { video } = snapshot
  const file = filmFile(video.file, snapshot.media)
  const link = filmLink(video.link)
  const poster = posterOf(snapshot)
  const subtitled = [
    ...(video.cues.length > 0 && !translations.some((each) => each.language === language) ? [{ language }] : []),
    ...translations.filter((each) => each.subtitled),
  ]
  return {
    '@context': 'https://schema.org',
    '@type': 'VideoObject',
    '@id': pageUrl(publicUrl, snapshot),
    identifier: uriOf(item, language),
    mainEntityOfPage: pageUrl(publicUrl, snapshot),
    name: snapshot.title,
    description: snapshot.summary || snapshot.title,
    inLanguage: language,
    uploadDate: firstAt,
    datePublished: firstAt,
    dateModified: at,
    version: String(release.version),
    ...(poster === undefined ? {} : { thumbnailUrl: [mediaUrl(publicUrl, poster)] }),
    ...(video.durationMs === null ? {} : { duration: isoDuration(video.durationMs) }),
    ...(file === null ? {} : { contentUrl: mediaUrl(publicUrl, file), encodingFormat: file.mime }),
    ...(file !== null || link === null ? {} : { url: link.href }),
    ...(file === null || video.width === null || video.height === null ? {} : { width: video.width, height: video.height }),
    ...(subtitled.length === 0
      ? {}
      : {
          caption: subtitled.map((each) => ({
            '@type': 'MediaObject',
            encodingFormat: 'text/vtt',
            inLanguage: each.language,
            contentUrl: captionsUrl(publicUrl, item, each.language, 'captions.vtt'),
          })),
        }),
    ...(video.cues.length === 0 ? {} : { transcript: transcriptText(snapshot) }),
    publisher: { '@type': 'GovernmentOrganization', name: say(language, 'site.issuer') },
    keywords: snapshot.topics.map(({ name }) => name),
    contentLocation: snapshot.places.map((name) => ({ '@type': 'Place', name })),
    isAccessibleForFree: true,
    ...(release.kind === 'correction' ? { correction: release.note.text } : {}),
  }
}

const safe = (data: unknown): string =>
  JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
