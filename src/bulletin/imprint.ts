/** The foot of the last page (Press Law 2016, art. 34), as pages, EPUB and plain text print it. */
import type { Language } from '#newsroom'
import type { Imprint } from '#publication/edition'
import { formatDateInFull } from '#text/dates'
import { cleanLine } from '#text/normalise'
import { grouped, say, type BulletinWord } from './words'

/** One line a fact, in the order of the law; a line whose facts are not all there yet is left out. */
export const imprintLines = (imprint: Imprint, language: Language): readonly string[] =>
  LINES.flatMap(([word, factsOf]) => {
    const facts = Object.entries(factsOf(imprint, language)).map(([name, fact]) => [name, cleanLine(fact, language)] as const)
    return facts.every(([, fact]) => fact !== '') ? [say(language, word, Object.fromEntries(facts))] : []
  })

type Facts = Readonly<Record<string, string>>
const LINES: readonly (readonly [BulletinWord, (imprint: Imprint, language: Language) => Facts])[] = [
  ['imprint.issuer', ({ issuer }) => ({ issuer })],
  [
    'imprint.licence',
    ({ licenceNumber, licenceDate, licenceIssuer }, language) => ({
      number: licenceNumber,
      date: licenceDate === '' ? '' : formatDateInFull(licenceDate, language),
      issuer: licenceIssuer,
    }),
  ],
  ['imprint.printer', ({ printer }) => ({ printer })],
  ['imprint.printRun', ({ printRun }, language) => ({ copies: printRun > 0 ? grouped(printRun, language) : '' })],
  ['imprint.frequency', ({ frequency }) => ({ frequency })],
  ['imprint.person', ({ personResponsible }) => ({ person: personResponsible })],
]
