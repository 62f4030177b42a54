/** Terms from a table and into one: what an import would do, before it does anything. Runs in browsers. */
import type { Language } from '#newsroom'
import { LANGUAGES } from '#newsroom'
import { cleanLine, cleanText } from '#text/normalise'
import type { Term } from './segment'
import { alternatives } from './term-forms'
import { foldWords } from './term-fold'

export const TERM_COLUMNS = [
  'id',
  'vi',
  'en',
  'ja',
  'reading',
  'kind',
  'note',
  'forbidden_vi',
  'forbidden_en',
  'forbidden_ja',
  'valid_from',
  'valid_to',
  'status',
] as const
export type TermColumn = (typeof TERM_COLUMNS)[number]

/** Cells of one row as they were read; `line` of the file, from 1. */
export type TableLine = { readonly line: number; readonly cells: readonly string[] }
/** A column that the table does not have is left as it is; an empty cell empties the field. Forbidden forms are parted by `|`. */
export type TermRow = { readonly line: number; readonly cells: Readonly<Partial<Record<TermColumn, string>>> }

/** Why a line is refused, and what it takes to say so. */
export type TermRefusal = {
  readonly line: number
  readonly code:
    | 'columnMissing'
    | 'columnUnknown'
    | 'columnTwice'
    | 'cellBeyondColumns'
    | 'formMissing'
    | 'formTooLong'
    | 'formBothPreferredAndForbidden'
    | 'encodingDamaged'
    | 'readingNotKana'
    | 'dateInvalid'
    | 'validityReversed'
    | 'statusUnknown'
    | 'idUnknown'
    | 'duplicateLine'
    | 'ambiguous'
  readonly facts: Readonly<Record<string, string | number>>
}

export type TermDraft = Omit<Term, 'id'>
export type TermField = (typeof FIELDS)[number]
const FIELDS = [
  'vi',
  'en',
  'ja',
  'forbidden.vi',
  'forbidden.en',
  'forbidden.ja',
  'reading',
  'kind',
  'note',
  'validFrom',
  'validTo',
  'status',
] as const

export type ImportPlan = {
  readonly add: readonly { readonly line: number; readonly term: TermDraft }[]
  readonly change: readonly {
    readonly line: number
    readonly was: Term
    readonly now: Term
    readonly differs: readonly TermField[]
  }[]
  readonly same: readonly { readonly line: number; readonly term: Term }[]
  readonly refuse: readonly TermRefusal[]
}

/** Rows by the names of the first line. A table with a refused head has no rows. */
export const readTermTable = (
  table: readonly TableLine[],
): { readonly rows: readonly TermRow[]; readonly refuse: readonly TermRefusal[] } => {
  const [head, ...lines] = table
  const names = (head?.cells ?? []).map((name) => cleanLine(name, null).toLowerCase())
  const inHead = headRefusals(names, head?.line ?? 1)
  if (inHead.length > 0) return { rows: [], refuse: inHead }
  const rows: TermRow[] = []
  const refuse: TermRefusal[] = []
  for (const { line, cells } of lines) {
    const beyond = cells.findIndex((cell, index) => index >= names.length && cell.trim() !== '')
    if (beyond >= 0) refuse.push({ line, code: 'cellBeyondColumns', facts: { column: beyond + 1 } })
    else if (cells.some((cell) => cell.trim() !== ''))
      rows.push({ line, cells: Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])) })
  }
  return { rows, refuse }
}

const headRefusals = (names: readonly string[], line: number): readonly TermRefusal[] => [
  ...(names.includes('vi') ? [] : [{ line, code: 'columnMissing' as const, facts: { column: 'vi' } }]),
  ...names.flatMap((name, index): readonly TermRefusal[] => {
    if (!(TERM_COLUMNS as readonly string[]).includes(name)) return [{ line, code: 'columnUnknown', facts: { column: name } }]
    return names.indexOf(name) < index ? [{ line, code: 'columnTwice', facts: { column: name } }] : []
  }),
]

/**
 * What would happen to each line. A line means the term of its `id`; without one, the term with the same Vietnamese form whose
 * validity meets its own (the same form in another period is another term). New terms are `proposed` unless the line says more.
 */
export const planImport = (existing: readonly Term[], incoming: readonly TermRow[]): ImportPlan => {
  const known: Known = {
    byId: new Map(existing.map((term) => [term.id, term])),
    byForm: groupedBy(existing, ({ forms }) => foldWords(forms.vi)),
    claimed: new Map(),
    seen: new Map(),
  }
  const outcomes = incoming.map((row) => outcomeOf(row, known))
  return {
    add: outcomes.flatMap(({ add }) => add ?? []),
    change: outcomes.flatMap(({ change }) => change ?? []),
    same: outcomes.flatMap(({ same }) => same ?? []),
    refuse: outcomes.flatMap(({ refuse }) => refuse ?? []),
  }
}

type Known = {
  readonly byId: ReadonlyMap<string, Term>
  readonly byForm: ReadonlyMap<string, readonly Term[]>
  /** Terms that a line has spoken of, by id, and drafts by form: with that line. */
  readonly claimed: Map<string, number>
  readonly seen: Map<string, readonly { readonly line: number; readonly term: TermDraft }[]>
}
type Outcome = { readonly [Part in keyof ImportPlan]?: ImportPlan[Part] }

const outcomeOf = (row: TermRow, { byId, byForm, claimed, seen }: Known): Outcome => {
  const { line } = row
  const refuse = (code: TermRefusal['code'], facts: TermRefusal['facts']): Outcome => ({ refuse: [{ line, code, facts }] })
  const id = cleanLine(row.cells.id ?? '', null)
  const named = byId.get(id) ?? null
  if (id !== '' && !named) return refuse('idUnknown', { id })
  const draft = termFromRow(row, named)
  if ('refuse' in draft) return draft

  const form = foldWords(draft.forms.vi)
  const earlier = seen.get(form) ?? []
  const twice = earlier.find(({ term }) => meet(term, draft))?.line ?? claimed.get(id)
  if (twice !== undefined) return refuse('duplicateLine', { of: twice })
  seen.set(form, [...earlier, { line, term: draft }])

  const meant = named ? [named] : knownTerms(byForm.get(form) ?? [], draft, claimed)
  const [was] = meant
  if (meant.length > 1) return refuse('ambiguous', { terms: meant.map((term) => term.id).join(', ') })
  if (!was) return { add: [{ line, term: draft }] }
  claimed.set(was.id, line)
  const now = termFromRow(row, was)
  if ('refuse' in now) return now
  const differs = FIELDS.filter((field) => valueOf(was, field) !== valueOf({ id: was.id, ...now }, field))
  return differs.length > 0 ? { change: [{ line, was, now: { id: was.id, ...now }, differs }] } : { same: [{ line, term: was }] }
}

/** One row as a term; what its table has no column for is taken from `base`. */
export const termFromRow = (
  { line, cells }: TermRow,
  base: TermDraft | null = null,
): TermDraft | { readonly refuse: readonly TermRefusal[] } => {
  const refuse: TermRefusal[] = []
  const problem = (code: TermRefusal['code'], facts: TermRefusal['facts'] = {}) => void refuse.push({ line, code, facts })
  const cell = (column: TermColumn, language: Language | null, otherwise: string) => {
    const value = cells[column]
    if (value === undefined) return otherwise
    if (DAMAGED.test(value)) problem('encodingDamaged', { column })
    return column === 'note' ? cleanText(value, language).trim() : cleanLine(value, language)
  }
  const date = (column: 'valid_from' | 'valid_to', otherwise: string | null) => {
    const value = cell(column, null, otherwise ?? '')
    if (value !== '' && !isCivilDay(value)) problem('dateInvalid', { column, value })
    return value === '' ? null : value
  }
  const perLanguage = <Value>(make: (language: Language) => Value) =>
    Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, Value>

  const forms = perLanguage((language) => cell(language, language, base?.forms[language] ?? ''))
  const forbidden = perLanguage((language) => [
    ...new Set(
      cell(`forbidden_${language}`, language, (base?.forbidden[language] ?? []).join('|'))
        .split('|')
        .map((form) => form.trim())
        .filter(Boolean),
    ),
  ])
  const reading = cell('reading', 'ja', base?.reading ?? '')
  const status = cell('status', null, base?.status ?? '') || base?.status || 'proposed'
  const term = {
    forms,
    forbidden,
    reading,
    kind: cell('kind', null, base?.kind ?? ''),
    note: cell('note', null, base?.note ?? ''),
    validFrom: date('valid_from', base?.validFrom ?? null),
    validTo: date('valid_to', base?.validTo ?? null),
  }

  if (forms.vi === '') problem('formMissing', { column: 'vi' })
  for (const language of LANGUAGES) {
    const preferred = new Set(alternatives(forms[language]).map(foldWords))
    for (const form of [forms[language], ...forbidden[language]])
      if (form.length > MOST_LENGTH) problem('formTooLong', { language, most: MOST_LENGTH })
    for (const form of forbidden[language])
      if (preferred.has(foldWords(form))) problem('formBothPreferredAndForbidden', { language, form })
  }
  if (!KANA.test(reading.normalize('NFKC'))) problem('readingNotKana', { reading })
  if (term.validFrom !== null && term.validTo !== null && term.validTo < term.validFrom)
    problem('validityReversed', { from: term.validFrom, to: term.validTo })
  if (!isStatus(status)) problem('statusUnknown', { status })
  return refuse.length === 0 && isStatus(status) ? { ...term, status } : { refuse }
}

/** The row of a term; `planImport` finds nothing to do with it. */
export const rowFromTerm = (term: Term): Readonly<Record<TermColumn, string>> => ({
  id: term.id,
  ...term.forms,
  reading: term.reading,
  kind: term.kind,
  note: term.note,
  forbidden_vi: term.forbidden.vi.join('|'),
  forbidden_en: term.forbidden.en.join('|'),
  forbidden_ja: term.forbidden.ja.join('|'),
  valid_from: term.validFrom ?? '',
  valid_to: term.validTo ?? '',
  status: term.status,
})

const MOST_LENGTH = 300
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・ ]*$/u
// U+FFFD, private use, or UTF-8 that was read as Windows-1252 (`á»‡`, `Ä‘`, `ã‚¢`).
const DAMAGED = /[\uFFFD\uE000-\uF8FF]|á[º»]|Ä[\u0090‘]|Æ[°¡]|ã[\u0080-\u0083€‚ƒ]/u

const isStatus = (status: string): status is Term['status'] => ['approved', 'proposed', 'rejected'].includes(status)

const isCivilDay = (day: string): boolean => {
  const midnight = `${day}T00:00:00.000Z`
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(midnight)) && new Date(midnight).toISOString() === midnight
}

type Period = Pick<Term, 'validFrom' | 'validTo'>

const meet = (a: Period, b: Period): boolean =>
  (a.validFrom ?? '') <= (b.validTo ?? '9999') && (b.validFrom ?? '') <= (a.validTo ?? '9999')

/** Of terms with the form: the one with exactly this validity, else those whose validity meets it and that no line has claimed. */
const knownTerms = (terms: readonly Term[], draft: TermDraft, claimed: Known['claimed']): readonly Term[] => {
  const open = terms.filter((term) => !claimed.has(term.id) && meet(term, draft))
  const exact = open.filter((term) => term.validFrom === draft.validFrom && term.validTo === draft.validTo)
  return exact.length > 0 ? exact : open
}

const valueOf = (term: Term, field: TermField): string => {
  switch (field) {
    case 'vi':
    case 'en':
    case 'ja':
      return term.forms[field]
    case 'forbidden.vi':
      return term.forbidden.vi.join('|')
    case 'forbidden.en':
      return term.forbidden.en.join('|')
    case 'forbidden.ja':
      return term.forbidden.ja.join('|')
    default:
      return term[field] ?? ''
  }
}

const groupedBy = <Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): ReadonlyMap<string, readonly Thing[]> => {
  const groups = new Map<string, Thing[]>()
  for (const thing of things) {
    const group = groups.get(keyOf(thing))
    if (group) group.push(thing)
    else groups.set(keyOf(thing), [thing])
  }
  return groups
}
