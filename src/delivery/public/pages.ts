/** The pages that are not of one text: lists, notices of withdrawal, errors. */
import { LANGUAGES, type Instant, type Language } from '#newsroom'
import { pageUrl } from '#publication/addresses'
import type { Release, TextRelease } from '#publication/release'
import { coverOf } from '#publication/renditions/edition'
import { attributes, escaped } from '#publication/renditions/markup'
import { mediaUrl, picturesOf, uncropped } from '#publication/renditions/pictures'
import { say } from '#publication/renditions/words'
import { formatDate, formatDateTime } from '#text/dates'
import { frame, type Elsewhere } from './frame'

export const LISTED = 30

/** Newest first. */
export const indexPage = (language: Language, texts: readonly TextRelease[], publicUrl: string): string =>
  frame({
    language,
    title: say(language, 'site.name'),
    description: say(language, 'site.description'),
    head:
      `<link${attributes({ rel: 'canonical', href: `${publicUrl}/${language}` })}>\n` +
      LANGUAGES.map((each) => `<link${attributes({ rel: 'alternate', hreflang: each, href: `${publicUrl}/${each}` })}>\n`).join(
        '',
      ),
    elsewhere: LANGUAGES.filter((each) => each !== language).map((each) => ({ language: each, href: `/${each}` })),
    main:
      `<h1>${escaped(say(language, 'page.newest'))}</h1>\n` +
      (texts.length === 0
        ? `<p>${escaped(say(language, 'page.noArticles'))}</p>`
        : `<ul class="list">\n${texts.map(entry).join('\n')}\n</ul>`),
  })

const entry = ({ snapshot, firstAt, language }: TextRelease): string => {
  const href = pageUrl('', snapshot)
  const lead = coverOf(snapshot)
  const pictures = lead === null ? [] : uncropped(picturesOf(snapshot.media, lead.digest))
  const picture = pictures.find(({ width }) => width >= 320) ?? pictures.at(-1)
  // The picture repeats the link of the headline: one stop for the keyboard is enough.
  const img = picture
    ? `<a class="picture"${attributes({ href, tabindex: '-1', 'aria-hidden': 'true' })}><img${attributes({ src: mediaUrl('', picture), alt: '', width: picture.width, height: picture.height, loading: 'lazy' })}></a>`
    : ''
  return (
    `<li${picture ? ' class="pictured"' : ''}><div><h2><a${attributes({ href })}>${escaped(snapshot.title)}</a></h2>` +
    `<time${attributes({ datetime: firstAt })}>${escaped(formatDate(firstAt, language))}</time>` +
    `<p>${escaped(snapshot.summary)}</p></div>${img}</li>`
  )
}

/** Nothing of the text, not even its title: what was wrong may stand in it. */
export const withdrawnPage = (release: Withdrawal): string => {
  const isEdition = release.itemType === 'edition'
  return noticePage(
    release.language,
    say(release.language, isEdition ? 'bulletin.withdrawnTitle' : 'withdrawn.title'),
    withdrawalLines(release),
  )
}
type Withdrawal = Extract<Release, { readonly kind: 'withdrawal' }>

/** When and why. */
export const withdrawalLines = ({ language, at, reason, itemType }: Withdrawal): readonly string[] => [
  say(language, itemType === 'edition' ? 'bulletin.withdrawnNotice' : 'withdrawn.notice', { time: formatDateTime(at, language) }),
  say(language, 'withdrawn.reason', { reason }),
]

export const notFoundPage = (language: Language): string =>
  noticePage(language, say(language, 'notFound.title'), [say(language, 'notFound.notice')])
export const unavailablePage = (language: Language): string =>
  noticePage(language, say(language, 'error.title'), [say(language, 'error.notice')])

const noticePage = (language: Language, title: string, lines: readonly string[], elsewhere: readonly Elsewhere[] = []): string =>
  frame({
    language,
    title,
    description: title,
    indexed: false,
    elsewhere,
    main:
      `<h1>${escaped(title)}</h1>\n<div class="notice">${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</div>\n` +
      `<p><a${attributes({ href: `/${language}` })}>${escaped(say(language, 'notFound.home'))}</a></p>`,
  })

/** Everything that a machine is told of a trouble (RFC 9457). */
export const problem = (status: number, title: string, facts: Readonly<Record<string, string | number | Instant>> = {}): string =>
  JSON.stringify({ type: 'about:blank', title, status, ...facts })
