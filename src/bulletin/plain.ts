/** An edition without marks: to be read in a mail, and kept for longer than any format. */
import type { Language } from '#newsroom'
import { creditLine } from '#publication/renditions/words'
import { plainText, type Figure, type RichText } from '#richtext'
import { cleanLine, cleanText } from '#text/normalise'
import type { Edition, Piece } from './edition'
import { imprintLines } from './imprint'
import { erratumLines, headDay, issueNumber, LEGAL_HEAD, say } from './words'

/** UTF-8 text, NFC, LF, lines not wrapped: head, contents, every piece, errata, imprint. The same edition gives the same text. */
export const plain = (edition: Edition): string => {
  const { language } = edition
  const text = [
    headLines(edition).join('\n'),
    contents(edition),
    ...edition.sections
      .filter(({ pieces }) => pieces.length > 0)
      .flatMap(({ name, pieces }) => [headed(name), ...pieces.map((piece) => pieceText(piece, edition))]),
    errata(edition),
    [RULE, ...imprintLines(edition.imprint, language)].join('\n'),
  ]
  return `${cleanText(joined(text, '\n\n'), language)}\n`
}

/** A piece alone: title, summary, by-line, text, pictures. */
export const pieceText = (piece: Piece, { language }: Pick<Edition, 'language'>): string =>
  joined(
    [
      cleanLine(piece.title, language),
      piece.summary,
      piece.byline,
      figureText(piece.lead, language),
      plainText(withCredits(piece.body, language)),
      ...piece.photos.map((photo) => figureText(photo, language)),
    ].map((part) => part.trim()),
    '\n\n',
  )

/** The head of page 1 (Press Law 2016, art. 34): "BẢN TIN", and what that is in other languages; the name under it, issuing body, number, day. */
export const headLines = ({ language, name, imprint, date, theme, ...issue }: Edition): readonly string[] =>
  [
    LEGAL_HEAD,
    ...(language === 'vi' ? [] : [say(language, 'masthead')]),
    name,
    imprint.issuer,
    issueNumber(issue, language),
    headDay(date, language),
    theme,
  ]
    .map((line) => cleanLine(line, language))
    .filter((line) => line !== '')

const contents = ({ language, sections }: Edition): string =>
  [
    headed(say(language, 'contents')),
    ...sections
      .filter(({ pieces }) => pieces.length > 0)
      .map(({ name, pieces }) =>
        joined([cleanLine(name, language), ...pieces.map(({ title }) => `- ${cleanLine(title, language)}`)], '\n'),
      ),
  ].join('\n\n')

const errata = ({ language, errata: all }: Edition): string =>
  all.length === 0
    ? ''
    : [headed(say(language, 'errata.heading')), ...all.map((erratum) => erratumLines(erratum, language).join('\n'))].join('\n\n')

const figureText = (figure: Figure | null, language: Language): string =>
  figure === null ? '' : joined([figure.caption, figure.credit === '' ? '' : creditLine(language, figure.credit)], '\n')

/** Plain text has of a figure its caption alone; whose picture it is belongs to it here. */
const withCredits = (body: RichText, language: Language): RichText =>
  JSON.parse(JSON.stringify(body), (_, value: unknown) =>
    isFigure(value) ? { ...value, caption: figureText(value, language) } : value,
  ) as RichText

const isFigure = (value: unknown): value is Figure => (value as { kind?: unknown } | null)?.kind === 'figure'

const RULE = '―'.repeat(12)
const headed = (words: string): string => `${RULE}\n${words}\n${RULE}`
const joined = (parts: readonly string[], between: string): string => parts.filter((part) => part !== '').join(between)
