/** The page of one text for readers, drawn from its snapshot alone; the desk draws its previews with the same function. */
import type { Instant, Language } from '#newsroom'
import { feedUrl, pageUrl } from '#publication/addresses'
import type { Snapshot, TextRelease } from '#publication/release'
import { behindLine, type Behind } from '#publication/renditions/behind'
import type { TextNow } from '#publication/renditions/edition'
import { filmFile, isVideo } from '#publication/renditions/film'
import { bodyHtml, leadHtml, type Correction } from '#publication/renditions/html'
import { jsonld } from '#publication/renditions/jsonld'
import { attributes, escaped } from '#publication/renditions/markup'
import type { Translation } from '#publication/renditions/ninjs'
import { forPage, mediaUrl, picturesOf, uncropped } from '#publication/renditions/pictures'
import { isProgramme, shownNow, stepsOf } from '#publication/renditions/steps'
import { say } from '#publication/renditions/words'
import { formatDate, formatDateTime } from '#text/dates'
import { frame } from './frame'
import { programmeFacts, programmeMain } from './programme'
import { playerHtml } from './video'

export type PageInput = {
  readonly snapshot: Snapshot
  /** What is out; a preview has none. */
  readonly release?: TextRelease
  readonly corrections?: readonly Correction[]
  /** Live languages of the same story. */
  readonly translations?: readonly Translation[]
  /** Of a translation: the newer source that it does not follow yet. */
  readonly behind?: Behind | null
  /** Of a programme: the texts that it tells, as they are now. */
  readonly texts?: TextNow
  /** Public address without a final slash, for what search engines and other sites read. */
  readonly publicUrl?: string
  /** `mediaBase`: where the pictures of an unreleased text can be read, `…/media`. */
  readonly preview?: { readonly until: Instant; readonly mediaBase: string }
}

export const renderPage = ({
  snapshot: frozen,
  release,
  corrections = [],
  translations = [],
  behind = null,
  texts = () => null,
  publicUrl = '',
  preview,
}: PageInput): string => {
  const snapshot = shownNow(frozen, texts)
  const { language } = snapshot
  // Pictures of a preview stand behind its own link; of a released text, on this site.
  const base = preview ? preview.mediaBase.replace(/\/media$/, '') : ''
  const options = { publicUrl: base, corrections }
  const isOut = !preview && release !== undefined
  const main = (): string => {
    if (isVideo(snapshot))
      return playerHtml({
        snapshot,
        base,
        corrections,
        isOut,
        subtitled: isOut ? translations.flatMap((each) => (each.subtitled ? [each.language] : [])) : [],
      })
    if (isProgramme(snapshot)) return programmeMain(snapshot, stepsOf(snapshot.programme, texts), { base, corrections })
    return `${leadHtml(snapshot, options)}\n${bodyHtml(snapshot, options)}\n`
  }
  const others = translations.filter((translation) => translation.language !== language)
  return frame({
    language,
    title: snapshot.title,
    description: snapshot.summary,
    head: preview || !release ? '' : headOf({ ...release, snapshot }, others, translations, publicUrl),
    elsewhere: preview ? [] : others.map((translation) => ({ language: translation.language, href: pageUrl('', translation) })),
    ...(preview ? { previewUntil: say(language, 'page.preview', { until: formatDateTime(preview.until, language) }) } : {}),
    main:
      '<article>\n<header>\n' +
      topics(snapshot) +
      `<h1>${escaped(snapshot.title)}</h1>\n` +
      (behind ? behindHtml(behind, language) : '') +
      (snapshot.summary === '' ? '' : `<p class="lede">${escaped(snapshot.summary)}</p>\n`) +
      `<div class="facts">${isProgramme(snapshot) ? programmeFacts(snapshot) : ''}${facts(snapshot, release, corrections, others, behind)}</div>\n</header>\n` +
      main() +
      end(snapshot, release, publicUrl) +
      '</article>',
  })
}

const topics = ({ topics: list, language, itemType }: Snapshot): string => {
  const kind = itemType === 'video' ? 'video.kind' : itemType === 'programme' ? 'programme.kind' : null
  const names = [...(kind === null ? [] : [say(language, kind)]), ...list.map(({ name }) => name)]
  return names.length === 0 ? '' : `<p class="topics">${names.map(escaped).join(language === 'ja' ? '／' : ' · ')}</p>\n`
}

const facts = (
  snapshot: Snapshot,
  release: TextRelease | undefined,
  corrections: readonly Correction[],
  others: readonly Translation[],
  behind: Behind | null,
): string => {
  const { language } = snapshot
  const gap = language === 'ja' ? '：' : ': '
  const when = (word: 'article.published' | 'article.updated' | 'article.corrected', instant: Instant) =>
    `<p>${escaped(say(language, word))}${gap}<time${attributes({ datetime: instant })}>${escaped(formatDate(instant, language))}</time></p>`
  const corrected = corrections[0]?.at
  const isTranslation = snapshot.sourceLanguage !== language
  // The notice leads there already.
  const source = others.find((other) => other.language === snapshot.sourceLanguage && other.language !== behind?.language)
  return [
    snapshot.byline === ''
      ? ''
      : // Credits of a film say themselves who did what.
        isVideo(snapshot) && /[:：]/.test(snapshot.byline)
        ? `<p>${escaped(snapshot.byline)}</p>`
        : `<p>${escaped(say(language, 'article.byline'))}${gap}${escaped(snapshot.byline)}</p>`,
    release ? when('article.published', release.firstAt) : '',
    corrected !== undefined
      ? when('article.corrected', corrected)
      : release && release.at !== release.firstAt
        ? when('article.updated', release.at)
        : '',
    isTranslation
      ? `<p>${escaped(say(language, 'article.translatedFrom', { language: nameOf(snapshot.sourceLanguage, language) }))}${source ? ` <a class="screen"${attributes({ href: pageUrl('', source), hreflang: source.language })}>${escaped(say(language, 'article.readSource'))}</a>` : ''}</p>`
      : '',
  ].join('')
}

/** That a translation is behind: right under the headline, where those who jump to it go on reading. */
export const behindHtml = (behind: Behind, reader: Language): string => {
  const { language, live } = behind
  const words = say(reader, 'article.readSourceIn', { language: nameOf(language, reader) })
  const link = live
    ? `${reader === 'ja' ? '' : ' '}<a class="screen"${attributes({ href: pageUrl('', { ...live, language }), hreflang: language })}>${escaped(words)}</a>`
    : ''
  return `<p class="behind" role="note">${escaped(behindLine(behind, reader))}${link}</p>\n`
}

const end = ({ places, language, slug }: Snapshot, release: TextRelease | undefined, publicUrl: string): string => {
  const gap = language === 'ja' ? '：' : ': '
  const lines = [
    places.length === 0
      ? ''
      : `<p>${escaped(say(language, 'page.places'))}${gap}${places.map(escaped).join(language === 'ja' ? '、' : ', ')}</p>`,
    release ? `<p>${escaped(say(language, 'page.version', { version: release.version }))}</p>` : '',
    release && publicUrl !== '' ? `<p class="paper">${escaped(pageUrl(publicUrl, { language, slug }))}</p>` : '',
  ].join('')
  return lines === '' ? '' : `<div class="end">${lines}</div>\n`
}

const headOf = (release: TextRelease, others: readonly Translation[], all: readonly Translation[], publicUrl: string): string => {
  const { snapshot, language } = release
  const lead = snapshot.lead === null ? undefined : forPage(uncropped(picturesOf(snapshot.media, snapshot.lead.digest)))
  const film = isVideo(snapshot) ? filmFile(snapshot.video.file, snapshot.media) : null
  const alternates = others.length === 0 ? [] : [{ language, slug: snapshot.slug }, ...others]
  const property = (name: string, content: string) => `<meta${attributes({ property: name, content })}>\n`
  return (
    `<link${attributes({ rel: 'canonical', href: pageUrl(publicUrl, snapshot) })}>\n` +
    alternates
      .map((each) => `<link${attributes({ rel: 'alternate', hreflang: each.language, href: pageUrl(publicUrl, each) })}>\n`)
      .join('') +
    property('og:type', film ? 'video.other' : 'article') +
    property('og:title', snapshot.title) +
    property('og:description', snapshot.summary) +
    property('og:url', pageUrl(publicUrl, snapshot)) +
    property('og:site_name', say(language, 'site.name')) +
    property('og:locale', LOCALES[language]) +
    (lead ? property('og:image', mediaUrl(publicUrl, lead)) : '') +
    (film ? property('og:video', mediaUrl(publicUrl, film)) + property('og:video:type', film.mime) : '') +
    (isVideo(snapshot)
      ? `<link${attributes({ rel: 'alternate', type: 'application/rss+xml', title: say(language, 'feed.videos'), href: feedUrl('', language, 'videos.rss') })}>\n`
      : '') +
    // A block of data, not a script: nothing runs it, and the policy of our pages would not let it run.
    `<script type="application/ld+json">${jsonld(release, { publicUrl, translations: isVideo(snapshot) ? all : others })}</script>\n`
  )
}

export const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi_VN', en: 'en_GB', ja: 'ja_JP' }
const NAMES = { vi: 'language.vi', en: 'language.en', ja: 'language.ja' } as const
/** "Vietnamese" in the language of the reader; inside a Vietnamese sentence it is no longer the first word. */
const nameOf = (named: Language, reader: Language): string => {
  const name = say(reader, NAMES[named])
  return reader === 'vi' ? name.charAt(0).toLowerCase() + name.slice(1) : name
}
