/** The Bản tin for readers: an issue, each of its pieces, and all issues. Drawn from the edition and from its texts as they are now. */
import { LANGUAGES, type Language } from '#newsroom'
import { archiveUrl, downloadUrl, feedUrl, pageUrl, pieceUrl, type Addressed, type Feed } from '#publication/addresses'
import type { EditionFile, FileKind } from '#publication/edition'
import type { Release, TextRelease } from '#publication/release'
import type { Behind } from '#publication/renditions/behind'
import { OPDS } from '#publication/renditions/bulletins'
import { bySection, erratumHtml } from '#publication/renditions/contents'
import {
  coverOf,
  errataBeside,
  isWithheld,
  offeredFiles,
  quarterIn,
  type EditionSnapshot,
  type PieceNow,
} from '#publication/renditions/edition'
import { bodyHtml, correctionHtml, figureHtml, leadHtml, type Correction } from '#publication/renditions/html'
import { attributes, escaped, legal } from '#publication/renditions/markup'
import { forPage, mediaUrl, picturesOf, uncropped } from '#publication/renditions/pictures'
import { say, spokenDay } from '#publication/renditions/words'
import { formatDate } from '#text/dates'
import { frame, type Elsewhere } from './frame'
import { behindHtml, LOCALES } from './page'
import { withdrawalLines } from './pages'
import { sizeIn } from './sizes'

export type EditionRelease = TextRelease & { readonly snapshot: EditionSnapshot }
export type IssueInput = {
  readonly release: EditionRelease
  readonly pieces: readonly PieceNow[]
  readonly corrections: readonly Correction[]
  /** The same issue in other languages. */
  readonly others: readonly Addressed[]
  readonly publicUrl: string
}

/** Masthead, cover, theme, files, contents, errata, imprint. */
export const issuePage = ({ release, pieces, corrections, others, publicUrl }: IssueInput): string => {
  const { snapshot, language } = release
  const { edition } = snapshot
  const page = pageUrl('', snapshot)
  const cover = coverOf(snapshot)
  const errata = errataBeside(edition, corrections)
  return frame({
    language,
    title: snapshot.title,
    description: edition.theme || snapshot.summary,
    head: issueHead(release, others, publicUrl) + feedLinks(language),
    elsewhere: others.map((other) => ({ language: other.language, href: pageUrl('', other) })),
    main:
      `<article class="issue">\n<header>\n<p class="kind">${said(language, 'bulletin.kind')}</p>\n<h1>${escaped(edition.name)}</h1>\n` +
      `<p class="number">${escaped(numberOf(snapshot))}</p>\n` +
      `<div class="facts"><p>${escaped(edition.imprint.issuer)}</p><p><time${attributes({ datetime: edition.date })}>${escaped(spokenDay(edition.date, language))}</time></p><p>${escaped(say(language, 'bulletin.pages', { count: edition.pages }))}</p></div>\n</header>\n` +
      notices(corrections.map((correction) => correctionHtml(correction, snapshot))) +
      `<div class="opening${cover === null ? '' : ' covered'}">\n${cover === null ? '' : coverHtml(snapshot)}` +
      `<div>${edition.theme === '' ? '' : `<p class="lede">${escaped(edition.theme)}</p>`}${downloads(snapshot, pieces, page)}</div>\n</div>\n` +
      `<nav class="contents" aria-labelledby="contents">\n<h2 id="contents">${said(language, 'bulletin.contents')}</h2>\n` +
      bySection(pieces)
        .map(
          (section) =>
            `<h3>${escaped(section[0].section.name)}</h3>\n<ul>\n${section.map((piece) => contentsEntry(piece, language, page)).join('\n')}\n</ul>\n`,
        )
        .join('') +
      '</nav>\n' +
      notices(errata.map((erratum) => erratumHtml(erratum, language))) +
      imprint(snapshot) +
      (publicUrl === '' ? '' : `<p class="paper">${escaped(pageUrl(publicUrl, snapshot))}</p>\n`) +
      '</article>',
  })
}

const contentsEntry = (piece: PieceNow, language: Language, page: string): string => {
  const { entry, state, title, summary, release } = piece
  const where = `<span class="where">${escaped(say(language, 'bulletin.page', { page: entry.page }))}</span>`
  const line = (inside: string, more: string) => `<li>${where}<p class="entry">${inside}</p>${more}</li>`
  const small = (words: string) => `<p class="flag">${escaped(words)}</p>`
  const link = `<a${attributes({ href: pieceUrl(page, entry.id) })}>${escaped(title)}</a>`
  const told = summary === '' ? '' : `<p>${escaped(summary)}</p>`
  switch (state) {
    case 'withdrawn':
      return line(`<s>${escaped(title)}</s>`, small(say(language, 'bulletin.gone', { date: formatDate(release.at, language) })))
    case 'absent':
      return line(escaped(title), small(say(language, 'bulletin.absent')))
    case 'corrected':
      return line(link, small(say(language, 'bulletin.corrected')) + told)
    default:
      return line(link, told)
  }
}

const downloads = (snapshot: EditionSnapshot, pieces: readonly PieceNow[], page: string): string => {
  const { language, edition } = snapshot
  const files = offeredFiles(edition, pieces)
  if (isWithheld(pieces)) return `<p class="notice">${said(language, 'bulletin.withheld')}</p>`
  if (files.length === 0) return ''
  const entry = (file: EditionFile) => {
    // A reader opens a PDF in the browser; what else is kept gets a name that says what it is.
    const name = file.kind === 'screen' ? null : `ban-tin-${edition.year}-${edition.quarter}-${language}.${file.ext}`
    return `<li><a${attributes({ href: downloadUrl(page, file), type: file.mime, download: name })}>${said(language, FILE_WORDS[file.kind])}</a>${language === 'ja' ? '' : ' '}<small>${escaped(say(language, 'bulletin.size', { size: sizeIn(language, file.bytes) }))}</small></li>`
  }
  return `<div class="downloads screen"><h2>${said(language, 'bulletin.downloads')}</h2><ul>${files.map(entry).join('')}</ul></div>`
}
const FILE_WORDS = {
  screen: 'bulletin.file.screen',
  epub: 'bulletin.file.epub',
  plain: 'bulletin.file.plain',
  press: 'bulletin.kind',
  package: 'bulletin.kind',
} as const satisfies Readonly<Record<FileKind, string>>

/** Press Law 2016, art. 34: as at the foot of the last printed page. */
const imprint = ({ language, edition: { imprint: by, date } }: EditionSnapshot): string => {
  const rows: readonly (readonly [Parameters<typeof say>[1], string])[] = [
    ['bulletin.issuer', by.issuer],
    ['bulletin.issued', spokenDay(date, language)],
    [
      'bulletin.licence',
      say(language, 'bulletin.licenceLine', {
        number: by.licenceNumber,
        date: spokenDay(by.licenceDate, language),
        issuer: by.licenceIssuer,
      }),
    ],
    ['bulletin.responsible', by.personResponsible],
    ['bulletin.printer', by.printer],
    ['bulletin.printRun', say(language, 'bulletin.copies', { count: numberIn(language, by.printRun) })],
    ['bulletin.frequency', by.frequency],
  ]
  return (
    `<section class="imprint" aria-labelledby="imprint"><h2 id="imprint">${said(language, 'bulletin.imprint')}</h2><dl>` +
    rows.map(([word, value]) => `<div><dt>${said(language, word)}</dt><dd>${escaped(value)}</dd></div>`).join('') +
    '</dl></section>\n'
  )
}

export type PieceInput = IssueInput & {
  readonly piece: PieceNow
  /** Of the text that stands here. */
  readonly text: { readonly corrections: readonly Correction[]; readonly behind: Behind | null } | null
  /** The same piece of the issue in other languages. */
  readonly twins: readonly Elsewhere[]
}

/** One piece in its place: the text as readers see it now, and what print has of it. */
export const piecePage = (input: PieceInput): string => {
  const { release, piece, twins, publicUrl } = input
  const { snapshot, language } = release
  const page = pageUrl('', snapshot)
  const isGone = piece.state === 'withdrawn'
  const isThere = !isGone && piece.state !== 'absent'
  const title = isGone ? say(language, 'withdrawn.title') : piece.title
  return frame({
    language,
    title: `${title} · ${snapshot.title}`,
    description: isThere ? piece.summary || piece.title : title,
    indexed: isThere,
    head: isThere ? pieceHead(input) : '',
    elsewhere: twins,
    main:
      '<article>\n<header>\n' +
      `<p class="topics"><a${attributes({ href: page })}>${said(language, 'bulletin.kind')} ${escaped(quarterIn(language, snapshot.edition))}</a>${language === 'ja' ? '／' : ' · '}${escaped(piece.section.name)}</p>\n` +
      `<h1>${escaped(title)}</h1>\n` +
      (isThere ? pieceText(input) : `</header>\n${missing(piece, language)}`) +
      (isThere && publicUrl !== ''
        ? `<div class="end paper"><p>${escaped(pieceUrl(pageUrl(publicUrl, snapshot), piece.entry.id))}</p></div>\n`
        : '') +
      `</article>\n${turn(input, page)}`,
  })
}

const pieceText = ({ release: { snapshot, language }, piece, text }: PieceInput): string => {
  const { entry, state, summary, byline, release } = piece
  const gap = language === 'ja' ? '：' : ': '
  const corrections = text?.corrections ?? []
  const shown =
    release !== null && release.kind !== 'withdrawal'
      ? release.snapshot
      : { ...snapshot, title: piece.title, lead: null, body: entry.body ?? [] }
  const printed = say(language, state === 'corrected' ? 'bulletin.asPrinted' : 'bulletin.inPrint', { page: entry.page })
  const facts = [
    byline === '' ? '' : `<p>${said(language, 'article.byline')}${gap}${escaped(byline)}</p>`,
    state === 'corrected' ? '' : `<p>${escaped(printed)}</p>`,
  ].join('')
  return (
    (text?.behind ? behindHtml(text.behind, language) : '') +
    (summary === '' ? '' : `<p class="lede">${escaped(summary)}</p>\n`) +
    (facts === '' ? '' : `<div class="facts">${facts}</div>\n`) +
    '</header>\n' +
    (state === 'corrected' ? `<p class="correction">${escaped(printed)}</p>\n` : '') +
    `${leadHtml(shown, HERE)}\n${bodyHtml(shown, { ...HERE, corrections })}\n` +
    entry.photos.map((photo) => figureHtml(photo, snapshot, '')).join('\n')
  )
}
/** Addresses on our own pages stay relative. */
const HERE = { publicUrl: '' } as const

const missing = ({ state, release }: PieceNow, language: Language): string => {
  const lines = state === 'withdrawn' ? withdrawalLines(release) : [say(language, 'bulletin.absent')]
  return `<div class="notice">${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</div>\n`
}

/** To the piece before, to the contents, to the one after. */
const turn = ({ release: { language }, pieces, piece }: PieceInput, page: string): string => {
  const at = pieces.indexOf(piece)
  const to = (other: PieceNow | undefined, word: 'bulletin.previous' | 'bulletin.next', rel: string) => {
    if (other === undefined) return '<span></span>'
    const title = other.state === 'withdrawn' ? say(language, 'withdrawn.title') : other.title
    return `<a${attributes({ href: pieceUrl(page, other.entry.id), rel })}><small>${said(language, word)}</small> ${escaped(title)}</a>`
  }
  return (
    `<nav class="turn screen"${attributes({ 'aria-label': say(language, 'bulletin.turn') })}>` +
    `${to(pieces[at - 1], 'bulletin.previous', 'prev')}<a class="up"${attributes({ href: page })}>${said(language, 'bulletin.contents')}</a>${to(pieces[at + 1], 'bulletin.next', 'next')}</nav>`
  )
}

/** Every issue of a language, newest first, by year. */
export const archivePage = (language: Language, editions: readonly EditionRelease[], publicUrl: string): string => {
  const years = [...new Set(editions.map(({ snapshot }) => snapshot.edition.year))]
  return frame({
    language,
    title: say(language, 'bulletin.archive'),
    description: say(language, 'bulletin.description'),
    head:
      `<link${attributes({ rel: 'canonical', href: archiveUrl(publicUrl, language) })}>\n` +
      LANGUAGES.map(
        (each) => `<link${attributes({ rel: 'alternate', hreflang: each, href: archiveUrl(publicUrl, each) })}>\n`,
      ).join('') +
      feedLinks(language),
    elsewhere: LANGUAGES.filter((each) => each !== language).map((each) => ({ language: each, href: archiveUrl('', each) })),
    main:
      `<h1>${said(language, 'bulletin.archive')}</h1>\n` +
      (editions.length === 0 ? `<p>${said(language, 'bulletin.none')}</p>\n` : '') +
      years
        .map((year) => {
          const ofYear = editions.filter(({ snapshot }) => snapshot.edition.year === year)
          return `<h2>${year}</h2>\n<ul class="list issues">\n${ofYear.map(archiveEntry).join('\n')}\n</ul>\n`
        })
        .join('') +
      `<p class="end screen"><a${attributes({ href: feedUrl('', language, 'bulletins.rss') })}>${said(language, 'bulletin.subscribe')}</a> · <a${attributes({ href: feedUrl('', language, 'bulletins.opds') })}>${said(language, 'bulletin.catalogue')}</a></p>`,
  })
}

const archiveEntry = ({ snapshot, language }: EditionRelease): string => {
  const { edition } = snapshot
  const href = pageUrl('', snapshot)
  const cover = coverOf(snapshot)
  const pictures = cover === null ? [] : uncropped(picturesOf(snapshot.media, cover.digest))
  const picture = pictures.find(({ width }) => width >= 320) ?? pictures.at(-1)
  const img = picture
    ? `<a class="picture"${attributes({ href, tabindex: '-1', 'aria-hidden': 'true' })}><img${attributes({ src: mediaUrl('', picture), alt: '', width: picture.width, height: picture.height, loading: 'lazy' })}></a>`
    : ''
  return (
    `<li${picture ? ' class="pictured"' : ''}><div><h3><a${attributes({ href })}>${escaped(snapshot.title)}</a></h3>` +
    `<time${attributes({ datetime: edition.date })}>${escaped(spokenDay(edition.date, language))}</time>` +
    `<p>${escaped(edition.theme)}</p></div>${img}</li>`
  )
}

const coverHtml = (snapshot: EditionSnapshot): string => {
  const cover = coverOf(snapshot)
  return cover === null ? '' : `<div class="cover">${figureHtml(cover, snapshot, '')}</div>\n`
}

const notices = (sections: readonly string[]): string =>
  sections.length === 0 ? '' : `<div class="notices">${sections.join('')}</div>\n`

const issueHead = (
  { snapshot, language, firstAt, at }: EditionRelease,
  others: readonly Addressed[],
  publicUrl: string,
): string => {
  const { edition } = snapshot
  const url = pageUrl(publicUrl, snapshot)
  const data = {
    '@context': 'https://schema.org',
    '@type': 'PublicationIssue',
    '@id': url,
    name: snapshot.title,
    inLanguage: language,
    issueNumber: String(edition.number),
    datePublished: edition.date,
    dateCreated: firstAt,
    dateModified: at,
    isPartOf: {
      '@type': 'Periodical',
      name: edition.name,
      publisher: { '@type': 'GovernmentOrganization', name: edition.imprint.issuer },
    },
    isAccessibleForFree: true,
  }
  return (
    social(snapshot, { url, title: snapshot.title, description: edition.theme }, publicUrl) +
    alternates(
      language,
      url,
      others.map((other) => ({ language: other.language, href: pageUrl(publicUrl, other) })),
    ) +
    // A block of data, not a script: nothing runs it, and the policy of our pages would not let it run.
    `<script type="application/ld+json">${JSON.stringify(data).replace(/</g, '\\u003c')}</script>\n`
  )
}

/** Search engines are led to the text's own page; a piece of the issue has none but this. */
const pieceHead = ({ release: { snapshot, language }, piece, twins, publicUrl }: PieceInput): string => {
  const here = pieceUrl(pageUrl(publicUrl, snapshot), piece.entry.id)
  const text = piece.release === null || piece.release.kind === 'withdrawal' ? null : piece.release.snapshot
  return (
    social(
      text ?? snapshot,
      { url: text === null ? here : pageUrl(publicUrl, text), title: piece.title, description: piece.summary },
      publicUrl,
    ) +
    (text === null
      ? alternates(
          language,
          here,
          twins.map((twin) => ({ ...twin, href: publicUrl + twin.href })),
        )
      : '')
  )
}

const social = (
  snapshot: TextRelease['snapshot'],
  { url, title, description }: { readonly url: string; readonly title: string; readonly description: string },
  publicUrl: string,
): string => {
  const { language, media } = snapshot
  const lead = coverOf(snapshot)
  const picture = lead === null ? undefined : forPage(uncropped(picturesOf(media, lead.digest)))
  const property = (name: string, content: string) => `<meta${attributes({ property: name, content: legal(content) })}>\n`
  return (
    `<link${attributes({ rel: 'canonical', href: url })}>\n` +
    property('og:type', 'article') +
    property('og:title', title) +
    property('og:description', description) +
    property('og:url', url) +
    property('og:site_name', say(language, 'site.name')) +
    property('og:locale', LOCALES[language]) +
    (picture ? property('og:image', mediaUrl(publicUrl, picture)) : '')
  )
}

const alternates = (language: Language, url: string, others: readonly Elsewhere[]): string =>
  others.length === 0
    ? ''
    : [{ language, href: url }, ...others]
        .map((each) => `<link${attributes({ rel: 'alternate', hreflang: each.language, href: each.href })}>\n`)
        .join('')

const feedLinks = (language: Language): string => {
  const link = (feed: Feed, type: string, word: 'bulletin.feed' | 'bulletin.catalogue') =>
    `<link${attributes({ rel: 'alternate', type, title: say(language, word), href: feedUrl('', language, feed) })}>\n`
  return link('bulletins.rss', 'application/rss+xml', 'bulletin.feed') + link('bulletins.opds', OPDS, 'bulletin.catalogue')
}

const numberOf = ({ language, edition }: EditionSnapshot): string =>
  say(language, 'bulletin.number', {
    inYear: edition.numberInYear,
    number: edition.number,
    quarter: quarterIn(language, edition),
  })

/** `1.200` · `1,200` */
const numberIn = (language: Language, number: number): string =>
  String(number).replace(/\B(?=(?:\d{3})+$)/g, language === 'vi' ? '.' : ',')

const said = (language: Language, word: Parameters<typeof say>[1]): string => escaped(say(language, word))

/** The release of an edition, as these pages need it; null for anything else. */
export const editionIn = (release: Release | undefined): EditionRelease | null =>
  release !== undefined && release.kind !== 'withdrawal' && release.snapshot.edition !== undefined
    ? (release as EditionRelease)
    : null
