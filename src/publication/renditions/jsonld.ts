/** What search engines read beside a page: schema.org NewsArticle. */
import { pageUrl, uriOf } from '../addresses'
import type { TextRelease } from '../release'
import type { Translation } from './ninjs'
import { mediaUrl, picturesOf } from './pictures'
import { say } from './words'

/** Safe inside `<script type="application/ld+json">`: no `<` comes out of it. */
export const jsonld = (
  release: TextRelease,
  { publicUrl, translations = [] }: { readonly publicUrl: string; readonly translations?: readonly Translation[] },
): string => {
  const { snapshot, language } = release
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
  return JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}
