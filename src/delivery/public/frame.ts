/** What all our public pages share: head, mast, languages, foot. */
import { LANGUAGES, type Language } from '#newsroom'
import { archiveUrl, feedUrl, pressUrl } from '#publication/addresses'
import { attributes, escaped } from '#publication/renditions/markup'
import { say } from '#publication/renditions/words'
import { fontsToPreload, ICON_HREF, japaneseCssHref, siteCssHref } from './assets'

/** Where the same thing stands in another language. */
export type Elsewhere = { readonly language: Language; readonly href: string }

export type FrameInput = {
  readonly language: Language
  readonly title: string
  readonly description: string
  /** Further elements of the head, written by us. */
  readonly head?: string
  /** Of this very thing; the language itself is not among them. */
  readonly elsewhere: readonly Elsewhere[]
  readonly main: string
  /** Says until when a preview may be read. */
  readonly previewUntil?: string
  readonly indexed?: boolean
}

export const frame = ({
  language,
  title,
  description,
  head = '',
  elsewhere,
  main,
  previewUntil,
  indexed = true,
}: FrameInput): string => {
  const site = say(language, 'site.name')
  const isPreview = previewUntil !== undefined
  return (
    `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n` +
    `<title>${escaped(title === site ? site : `${title} · ${site}`)}</title>\n` +
    `<meta${attributes({ name: 'description', content: description })}>\n` +
    (indexed && !isPreview ? '' : '<meta name="robots" content="noindex, nofollow">\n') +
    '<meta name="color-scheme" content="light dark">\n' +
    fontsToPreload(language)
      .map((href) => `<link${attributes({ rel: 'preload', as: 'font', type: 'font/woff2', href, crossorigin: '' })}>\n`)
      .join('') +
    `<link${attributes({ rel: 'stylesheet', href: siteCssHref() })}>\n` +
    `<link${attributes({ rel: 'icon', type: 'image/svg+xml', href: ICON_HREF })}>\n` +
    (isPreview
      ? ''
      : `<link${attributes({ rel: 'alternate', type: 'application/rss+xml', title: say(language, 'feed.articles'), href: feedUrl('', language) })}>\n`) +
    `${head}</head>\n<body>\n` +
    `<a class="skip" href="#content">${escaped(say(language, 'page.skip'))}</a>\n` +
    (isPreview ? `<p class="preview">${escaped(previewUntil)}</p>\n` : '') +
    `<header class="mast"><div class="column">${mark(language, site, isPreview)}${switcher(language, elsewhere)}</div></header>\n` +
    `<main id="content" class="column" tabindex="-1">\n${main}\n</main>\n` +
    (isPreview ? '' : foot(language)) +
    (language === 'ja' ? `<link${attributes({ rel: 'stylesheet', href: japaneseCssHref() })}>\n` : '') +
    '</body>\n</html>\n'
  )
}

/** A preview stands on the desk's own site, where our front page is not. */
const mark = (language: Language, site: string, isPreview: boolean): string => {
  const inside = `<img${attributes({ src: ICON_HREF, alt: '', width: 28, height: 28 })}>${escaped(site)}`
  return isPreview
    ? `<span class="name">${inside}</span>`
    : `<a class="name"${attributes({ href: `/${language}` })}>${inside}</a>`
}

/** Each language by its own name, in itself; the one that is being read is no link. */
const switcher = (language: Language, elsewhere: readonly Elsewhere[]): string => {
  if (elsewhere.length === 0) return ''
  const entries = LANGUAGES.flatMap((each) => {
    const href = elsewhere.find((other) => other.language === each)?.href
    if (each === language) return [`<li><b aria-current="page">${own(each)}</b></li>`]
    return href === undefined ? [] : [`<li>${languageLink(each, href)}</li>`]
  })
  return `<nav${attributes({ 'aria-label': say(language, 'page.otherLanguages') })}><ul class="languages">${entries.join('')}</ul></nav>`
}

const foot = (language: Language): string =>
  '<footer class="foot"><div class="column">' +
  `<ul class="languages">${LANGUAGES.map((each) => `<li>${languageLink(each, `/${each}`)}</li>`).join('')}</ul>` +
  `<p>${escaped(say(language, 'site.issuer'))}</p><p>${escaped(say(language, 'rights.notice'))}</p>` +
  `<p class="screen">${link(archiveUrl('', language), say(language, 'bulletin.archive'))} · ${link(pressUrl('', language), say(language, 'press.title'))} · ${link(feedUrl('', language), say(language, 'feed.subscribe'))} · ${link(feedUrl('', language, 'videos.rss'), say(language, 'video.subscribe'))}</p>` +
  '</div></footer>\n'

const link = (href: string, words: string) => `<a${attributes({ href })}>${escaped(words)}</a>`
const languageLink = (language: Language, href: string) =>
  `<a${attributes({ href, hreflang: language, lang: language })}>${own(language)}</a>`
const own = (language: Language) => escaped(say(language, 'language.own'))
