/**
 * TBX (ISO 30042:2019), dialect TBX-Basic, style DCA, out; DCA and DCT in.
 *
 * The official form of a language is its preferred term, forbidden ones are deprecated terms. What TBX-Basic has no category for
 * (validity, status, reading) stands in notes with a label, which other tools show as they are.
 */
import { cleanLine, cleanText } from '#text/normalise'
import { LANGUAGES } from '#newsroom'
import { brokenAt, placeOf, tooLarge } from './fault'
import { languageOf } from './language'
import { byLanguage, readDay, STATUSES, TABLE_LIMITS } from './terms-table'
import { childOf, childrenOf, readXml, textOf, xmlAttributes, XML_DECLARATION, xmlText } from './xml'
import type { Language } from '#newsroom'
import type { TermRow } from './terms-table'
import type { XmlElement } from './xml'

export const TBX_NAMESPACE = 'urn:iso:std:iso:30042:ed-2'

type Label = 'status' | 'valid from' | 'valid to' | 'reading' | 'note'
const LABELLED = /^(status|valid from|valid to|reading|note): /u

/** One concept a term, in their order. `text.invalid` for control characters. */
export const writeTermsTbx = (terms: readonly TermRow[]): string =>
  [
    `${XML_DECLARATION}<tbx type="TBX-Basic" style="dca" xml:lang="vi" xmlns="${TBX_NAMESPACE}">`,
    '<tbxHeader><fileDesc><sourceDesc><p>TTĐN Newsroom</p></sourceDesc></fileDesc></tbxHeader>',
    '<text><body>',
    ...terms.map((term, index) => writeConcept(term, `c${index + 1}`)),
    '</body></text>',
    '</tbx>',
    '',
  ].join('\n')

const writeConcept = (term: TermRow, id: string): string =>
  [
    `<conceptEntry${xmlAttributes({ id })}>`,
    ...(term.kind === '' ? [] : [`<descrip type="subjectField">${xmlText(term.kind)}</descrip>`]),
    // A note of ours that begins like a label gets the label of notes.
    ...(term.note === '' ? [] : [LABELLED.test(term.note) ? note('note', term.note) : plainNote(term.note)]),
    ...(term.status === 'approved' ? [] : [note('status', term.status)]),
    ...(term.validFrom === null ? [] : [note('valid from', term.validFrom)]),
    ...(term.validTo === null ? [] : [note('valid to', term.validTo)]),
    ...LANGUAGES.flatMap((language) => writeLanguage(term, language)),
    '</conceptEntry>',
  ].join('')

const plainNote = (text: string): string => `<note>${xmlText(text)}</note>`
const note = (label: Label, text: string): string => plainNote(`${label}: ${text}`)

const writeLanguage = (term: TermRow, language: Language): readonly string[] => {
  const form = term.forms[language]
  const official =
    form === '' ? [] : [writeTerm(form, term.status === 'approved' ? 'preferredTerm' : 'admittedTerm', reading(term, language))]
  const sections = [...official, ...term.forbidden[language].map((forbidden) => writeTerm(forbidden, 'deprecatedTerm', ''))]
  return sections.length === 0 ? [] : [`<langSec${xmlAttributes({ 'xml:lang': language })}>${sections.join('')}</langSec>`]
}

const reading = (term: TermRow, language: Language): string =>
  language === 'ja' && term.reading !== '' ? note('reading', term.reading) : ''

const writeTerm = (form: string, status: string, notes: string): string =>
  `<termSec><term>${xmlText(form)}</term><termNote type="administrativeStatus">${status}-admn-sts</termNote>${notes}</termSec>`

/**
 * Terms of our three languages; of several allowed forms the preferred one, else the first, the others are named in the note.
 * Refuses with `file.type` (TBX of 2008 too), `file.broken` with line and column, `file.tooLarge`.
 */
export const readTermsTbx = (input: string | Uint8Array): readonly TermRow[] => {
  const terms: TermRow[] = []
  for (const { kind, element } of readXml(input, { parts: ['conceptEntry'], expected: 'TBX (ISO 30042:2019)', isRoot })) {
    if (kind !== 'part') continue
    terms.push(...readConcept(element))
    if (terms.length > TABLE_LIMITS.rows) tooLarge('rows', TABLE_LIMITS.rows)
  }
  return terms
}

const isRoot = ({ name, namespace }: XmlElement): boolean => name === 'tbx' && namespace === TBX_NAMESPACE

/** DCA names a category in an attribute, DCT by an element in the namespace of its module. */
const category = (element: XmlElement): string => element.attributes.get('type') ?? element.name

/** Words of a category, also where a group gathers it with its sources. */
const wordsOf = (element: XmlElement, name: string): readonly string[] =>
  element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (/Grp$/u.test(child.name)) return wordsOf(child, name)
    return category(child) === name || child.name === name ? [textOf(child)] : []
  })

const labelled = (notes: readonly string[], label: Label): string =>
  notes.find((text) => text.startsWith(`${label}: `))?.slice(label.length + 2) ?? ''

type Form = { readonly text: string; readonly status: string; readonly reading: string }

const readConcept = (concept: XmlElement): readonly TermRow[] => {
  const notes = wordsOf(concept, 'note').map((text) => cleanText(text, null).trim())
  const found = byLanguage((language) =>
    childrenOf(concept, 'langSec')
      .filter(({ attributes }) => languageOf(attributes.get('xml:lang')) === language)
      .flatMap((section) => childrenOf(section, 'termSec'))
      .map((section) => readForm(section, language))
      .filter(({ text }) => text !== ''),
  )
  const allowed = byLanguage((language) => found[language].filter(({ status }) => !/^(deprecated|superseded)Term/u.test(status)))
  const first = byLanguage(
    (language) => allowed[language].find(({ status }) => status.startsWith('preferredTerm')) ?? allowed[language][0],
  )
  const forbidden = byLanguage((language) =>
    found[language].filter((form) => !allowed[language].includes(form)).map(({ text }) => text),
  )
  if (LANGUAGES.every((language) => found[language].length === 0)) return []
  const place = placeOf(concept)
  const others = LANGUAGES.flatMap((language) =>
    allowed[language].filter((form) => form !== first[language]).map(({ text }) => `also (${language}): ${text}`),
  )
  const status = labelled(notes, 'status') || 'approved'
  return [
    {
      forms: byLanguage((language) => first[language]?.text ?? ''),
      forbidden,
      reading: first.ja?.reading ?? '',
      kind: cleanLine(wordsOf(concept, 'subjectField')[0] ?? '', null),
      note: [...notes.filter((text) => !LABELLED.test(text)), labelled(notes, 'note'), ...others].filter(Boolean).join('\n'),
      validFrom: readDay(labelled(notes, 'valid from'), place),
      validTo: readDay(labelled(notes, 'valid to'), place),
      status: STATUSES.find((known) => known === status) ?? brokenAt('status', place),
    },
  ]
}

const readForm = (section: XmlElement, language: Language): Form => {
  const term = childOf(section, 'term')
  return {
    text: term ? cleanLine(textOf(term), language) : '',
    status: wordsOf(section, 'administrativeStatus')[0]?.trim() ?? '',
    reading: cleanLine(labelled(wordsOf(section, 'note'), 'reading'), 'ja'),
  }
}
