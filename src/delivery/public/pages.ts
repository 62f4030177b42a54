/** The pages that are not of one text: lists, notices of withdrawal, errors. */
import { LANGUAGES, type Instant, type ItemType, type Language } from '#newsroom'
import { pageUrl } from '#publication/addresses'
import type { Release, TextRelease } from '#publication/release'
import { coverOf } from '#publication/renditions/edition'
import { attributes, escaped } from '#publication/renditions/markup'
import { mediaUrl, picturesOf, uncropped } from '#publication/renditions/pictures'
import { say, type PublicWord } from '#publication/renditions/words'
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

const KINDS = { video: 'video.kind', programme: 'programme.kind' } as const

const entry = ({ snapshot, firstAt, language, itemType }: TextRelease): string => {
  const kind =
    itemType === 'video' || itemType === 'programme'
      ? `<span class="what">${escaped(say(language, KINDS[itemType]))}</span> `
      : ''
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
    `${kind}<time${attributes({ datetime: firstAt })}>${escaped(formatDate(firstAt, language))}</time>` +
    `<p>${escaped(snapshot.summary)}</p></div>${img}</li>`
  )
}

/** Nothing of the text, not even its title: what was wrong may stand in it. */
export const withdrawnPage = (release: Withdrawal): string => {
  return noticePage(release.language, say(release.language, GONE[release.itemType].title), withdrawalLines(release))
}
const GONE = {
  article: { title: 'withdrawn.title', notice: 'withdrawn.notice' },
  video: { title: 'video.withdrawnTitle', notice: 'video.withdrawnNotice' },
  edition: { title: 'bulletin.withdrawnTitle', notice: 'bulletin.withdrawnNotice' },
  programme: { title: 'programme.withdrawnTitle', notice: 'programme.withdrawnNotice' },
} as const satisfies Readonly<Record<ItemType, { readonly title: PublicWord; readonly notice: PublicWord }>>

type Withdrawal = Extract<Release, { readonly kind: 'withdrawal' }>

/** When and why. */
export const withdrawalLines = ({ language, at, reason, itemType }: Withdrawal): readonly string[] => [
  say(language, GONE[itemType].notice, { time: formatDateTime(at, language) }),
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
