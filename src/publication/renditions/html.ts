/**
 * A text as HTML that is well-formed XHTML as well, so that one body serves pages, feeds and ninjs.
 * Everything is written here from the tree, nothing is copied through: what the tree cannot say cannot get out.
 */
import type { Instant, Language } from '#newsroom'
import { MARK_TAGS, MARKS, safeHref } from '#richtext'
import type { Block, Cell, Figure, Inline, ListItem, RichText } from '#richtext'
import { formatDate } from '#text/dates'
import type { CorrectionNote, Medium, Release, Snapshot } from '../release'
import { erratumOf } from './edition'
import { attributes, escaped } from './markup'
import { forPage, mediaUrl, picturesOf, uncropped } from './pictures'
import { creditLine, say, spokenDay } from './words'

export type HtmlOptions = {
  /** Address of the public pages without a final slash; empty on our own pages, so that addresses stay relative. */
  readonly publicUrl: string
  readonly corrections?: readonly Correction[]
}

/** A correction of what readers see, as the text carries it. */
export type Correction = { readonly at: Instant; readonly note: CorrectionNote }

/** The corrections since the text was last put out anew; newest first. `history`: this item and language, oldest first. */
export const correctionsOf = (history: readonly Release[]): readonly Correction[] => {
  const start = history.findLastIndex(({ kind }) => kind === 'release')
  return history
    .slice(start + 1)
    .flatMap((release) => (release.kind === 'correction' ? [{ at: release.at, note: release.note }] : []))
    .reverse()
}

/** Corrections, then the body, in one element that says its language. Title, summary and lead picture are the page's. */
export const bodyHtml = (
  snapshot: Pick<Snapshot, 'language' | 'title' | 'body' | 'media'>,
  { publicUrl, corrections = [] }: HtmlOptions,
): string => {
  const page: Page = { language: snapshot.language, media: snapshot.media, publicUrl }
  const notes = corrections.map((correction) => correctionHtml(correction, snapshot)).join('')
  return `<div${attributes({ lang: snapshot.language })}>${notes}${blocks(snapshot.body, page)}</div>`
}

/** The lead picture, or nothing. */
export const leadHtml = (snapshot: Pick<Snapshot, 'language' | 'lead' | 'media'>, { publicUrl }: HtmlOptions): string =>
  snapshot.lead === null ? '' : figure(snapshot.lead, { language: snapshot.language, media: snapshot.media, publicUrl })

/** A picture with its caption and credit, as it stands in a text. */
export const figureHtml = (shown: Figure, { language, media }: Pick<Snapshot, 'language' | 'media'>, publicUrl: string): string =>
  figure(shown, { language, media, publicUrl })

/**
 * Correction line at the top of the text; a legal rectification under its own heading, with its fields (Press Law 2016, art. 42),
 * of a reissue with the page.
 */
export const correctionHtml = (
  { at, note }: Correction,
  { language, title, edition }: Pick<Snapshot, 'language' | 'title' | 'edition'>,
): string => {
  const line = (inside: string) => `<p class="correction">${inside}</p>`
  const day = `<time${attributes({ datetime: at })}>${escaped(formatDate(at, language))}</time>`
  if (note.kind === 'slip') {
    const [open, close] = BRACKETS[language]
    return line(
      `<strong>${escaped(say(language, 'correction.slip'))}</strong>${language === 'ja' ? '' : ' '}${lines(note.text)}${open}${day}${close}`,
    )
  }
  const erratum = erratumOf(note, edition)
  const work = say(language, 'correction.work', {
    title: erratum?.title || title,
    date: spokenDay(note.publishedOn, language),
  })
  const page = erratum?.page ?? null
  return (
    '<section>' +
    line(`<strong>${escaped(say(language, 'correction.rectification'))}</strong>`) +
    line(escaped(work)) +
    (page === null ? '' : line(escaped(say(language, 'bulletin.page', { page })))) +
    line(lines(say(language, 'correction.wrong', { wrong: note.wrong }))) +
    line(lines(say(language, 'correction.right', { right: note.right }))) +
    line(`${lines(note.text)}${BRACKETS[language][0]}${day}${BRACKETS[language][1]}`) +
    '</section>'
  )
}

type Page = { readonly language: Language; readonly media: readonly Medium[]; readonly publicUrl: string }

const blocks = (body: RichText, page: Page): string => body.map((block) => blockHtml(block, page)).join('')

const blockHtml = (block: Block, page: Page): string => {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inlines(block.children, page)}</p>`
    case 'heading':
      return `<h${block.level}>${inlines(block.children, page)}</h${block.level}>`
    case 'list': {
      const name = block.ordered ? 'ol' : 'ul'
      return `<${name}>${block.items.map((item) => itemHtml(item, page)).join('')}</${name}>`
    }
    case 'quote':
      return `<blockquote><p>${inlines(block.children, page)}</p></blockquote>`
    case 'table':
      return tableHtml(block.rows, page)
    case 'figure':
      return figure(block, page)
    case 'rule':
      return '<hr/>'
  }
}

const itemHtml = ({ children, nested }: ListItem, page: Page): string =>
  `<li>${inlines(children, page)}${blocks(nested, page)}</li>`

const tableHtml = (rows: readonly (readonly Cell[])[], page: Page): string => {
  const isHead = (row: readonly Cell[]) => row.length > 0 && row.every(({ header }) => header)
  const bodyStart = rows.findIndex((row) => !isHead(row))
  const head = rows.slice(0, bodyStart === -1 ? 0 : bodyStart)
  const rest = rows.slice(head.length)
  const rowHtml = (row: readonly Cell[], scope: 'col' | 'row') =>
    `<tr>${row.map((cell) => cellHtml(cell, scope, page)).join('')}</tr>`
  return (
    '<table>' +
    (head.length === 0 ? '' : `<thead>${head.map((row) => rowHtml(row, 'col')).join('')}</thead>`) +
    (rest.length === 0 ? '' : `<tbody>${rest.map((row) => rowHtml(row, 'row')).join('')}</tbody>`) +
    '</table>'
  )
}

const cellHtml = ({ header, colSpan, rowSpan, children }: Cell, scope: 'col' | 'row', page: Page): string => {
  const name = header ? 'th' : 'td'
  const span = attributes({
    scope: header ? scope : null,
    colspan: colSpan > 1 ? colSpan : null,
    rowspan: rowSpan > 1 ? rowSpan : null,
  })
  const [only] = children
  // One paragraph is what nearly every cell is: written without its element, so that lines keep their height in every reader.
  const inside = children.length === 1 && only?.kind === 'paragraph' ? inlines(only.children, page) : blocks(children, page)
  return `<${name}${span}>${inside}</${name}>`
}

const figure = ({ digest, alt, caption, credit }: Figure, { language, media, publicUrl }: Page): string => {
  const sizes = uncropped(picturesOf(media, digest))
  const shown = forPage(sizes)
  const words = [escaped(caption), credit === '' ? '' : `<small>${escaped(creditLine(language, credit))}</small>`].filter(
    (part) => part !== '',
  )
  const figcaption = words.length === 0 ? '' : `<figcaption>${words.join(' ')}</figcaption>`
  if (shown === undefined) return figcaption === '' ? '' : `<figure>${figcaption}</figure>`
  const srcset = sizes.filter(({ width }) => width <= 1600)
  const img = attributes({
    src: mediaUrl(publicUrl, shown),
    srcset: srcset.length > 1 ? srcset.map((size) => `${mediaUrl(publicUrl, size)} ${size.width}w`).join(', ') : null,
    sizes: srcset.length > 1 ? '(min-width: 48rem) 44rem, 100vw' : null,
    alt,
    width: shown.width,
    height: shown.height,
  })
  return `<figure><img${img}/>${figcaption}</figure>`
}

const inlines = (children: readonly Inline[], page: Page): string => children.map((inline) => inlineHtml(inline, page)).join('')

const inlineHtml = (inline: Inline, page: Page): string => {
  switch (inline.kind) {
    case 'text':
      return MARKS.filter((mark) => inline.marks.includes(mark)).reduceRight(
        (inside, mark) => `<${MARK_TAGS[mark]}>${inside}</${MARK_TAGS[mark]}>`,
        escaped(inline.text),
      )
    case 'link': {
      // Checked on the way in as well; an address that should never have got here leaves its words.
      const href = safeHref(inline.href)
      const inside = inlines(inline.children, page)
      if (href === null) return inside
      const own = href.startsWith('/')
      return `<a${attributes({ href: own ? `${page.publicUrl}${href}` : href, rel: own || !href.startsWith('http') ? null : 'noopener noreferrer' })}>${inside}</a>`
    }
    case 'ruby': {
      const [open, close] = page.language === 'ja' ? (['（', '）'] as const) : (['(', ')'] as const)
      return `<ruby>${escaped(inline.base)}<rp>${open}</rp><rt>${escaped(inline.reading)}</rt><rp>${close}</rp></ruby>`
    }
    case 'break':
      return '<br/>'
  }
}

const BRACKETS: Readonly<Record<Language, readonly [string, string]>> = { vi: [' (', ')'], en: [' (', ')'], ja: ['（', '）'] }

/** Escaped, with the line ends that a person typed. */
const lines = (text: string): string => escaped(text.trim()).replace(/\r\n?|\n/g, '<br/>')
