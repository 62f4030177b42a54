/** The list of contents of an edition, as body of feeds and ninjs; drawn from its pieces as they are now, never from its snapshot's body. */
import type { Language } from '#newsroom'
import { pageUrl, pieceUrl } from '../addresses'
import type { Erratum } from '../edition'
import { errataBeside, isWithheld, quarterIn } from './edition'
import type { EditionSnapshot, PieceNow } from './edition'
import { correctionHtml } from './html'
import type { Correction, HtmlOptions } from './html'
import { attributes, escaped, legal } from './markup'
import { correctionLine } from './plain'
import { say, spokenDay } from './words'

/** Pieces of one section, in order. */
export const bySection = (pieces: readonly PieceNow[]): readonly (readonly [PieceNow, ...PieceNow[]])[] => {
  const sections: [PieceNow, ...PieceNow[]][] = []
  for (const piece of pieces) {
    const last = sections.at(-1)
    if (last?.[0].section === piece.section) last.push(piece)
    else sections.push([piece])
  }
  return sections
}

/** Well-formed XHTML in one element that says its language. */
export const contentsHtml = (
  snapshot: EditionSnapshot,
  pieces: readonly PieceNow[],
  { publicUrl, corrections = [] }: HtmlOptions,
): string => {
  const { language, edition } = snapshot
  const page = pageUrl(publicUrl, snapshot)
  const entry = (piece: PieceNow) => {
    const { title, summary, state } = piece
    if (state === 'withdrawn') return `<li>${escaped(say(language, 'withdrawn.title'))}</li>`
    const link = `<a${attributes({ href: pieceUrl(page, piece.entry.id) })}>${escaped(title)}</a>`
    return `<li>${link}${summary === '' ? '' : `<br/>${escaped(summary)}`}</li>`
  }
  return (
    `<div${attributes({ lang: language })}>` +
    corrections.map((correction) => correctionHtml(correction, snapshot)).join('') +
    bySection(pieces)
      .map((section) => `<h2>${escaped(section[0].section.name)}</h2><ul>${section.map(entry).join('')}</ul>`)
      .join('') +
    (isWithheld(pieces) ? `<p>${escaped(say(language, 'bulletin.withheld'))}</p>` : '') +
    errataBeside(edition, corrections)
      .map((erratum) => erratumHtml(erratum, language))
      .join('') +
    '</div>'
  )
}

/** The same without marks. */
export const contentsText = (
  snapshot: EditionSnapshot,
  pieces: readonly PieceNow[],
  corrections: readonly Correction[],
): string => {
  const { language, edition } = snapshot
  const entry = ({ title, summary, state }: PieceNow) =>
    state === 'withdrawn' ? say(language, 'withdrawn.title') : [title, summary].filter((part) => part !== '').join('\n')
  return legal(
    [
      ...corrections.map((correction) => correctionLine(correction, snapshot)),
      ...bySection(pieces).flatMap((section) => [section[0].section.name, ...section.map(entry)]),
      ...(isWithheld(pieces) ? [say(language, 'bulletin.withheld')] : []),
      ...errataBeside(edition, corrections).map((erratum) => erratumLines(erratum, language).join('\n')),
    ].join('\n\n'),
  )
}

/** Press Law 2016, art. 42: the heading, where it stood, the wrong and the right. */
export const erratumHtml = (erratum: Erratum, language: Language): string => {
  const [heading = '', ...lines] = erratumLines(erratum, language)
  return `<section><p class="correction"><strong>${escaped(heading)}</strong></p>${lines.map((line) => `<p class="correction">${escaped(line)}</p>`).join('')}</section>`
}

const erratumLines = ({ title, issue, page, wrong, right }: Erratum, language: Language): readonly string[] => [
  say(language, 'correction.rectification'),
  say(language, page === null ? 'bulletin.erratum' : 'bulletin.erratumOnPage', {
    title,
    quarter: quarterIn(language, issue),
    date: spokenDay(issue.date, language),
    page: page ?? '',
  }),
  say(language, 'correction.wrong', { wrong }),
  say(language, 'correction.right', { right }),
]
