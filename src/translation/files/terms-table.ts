/** Terms as rows of a table: the columns of the glossary, for CSV and XLSX. */
import { cleanLine, cleanText } from '#text/normalise'
import { LANGUAGES } from '#newsroom'
import { brokenAt, tooLarge, wrongType } from './fault'
import type { Language } from '#newsroom'
import type { Term } from '../segment'

/** A term on its way in or out; its id is the desk's own. */
export type TermRow = Omit<Term, 'id'>

export const TERM_COLUMNS = [
  'vi',
  'en',
  'ja',
  'kind',
  'note',
  'forbidden_vi',
  'forbidden_en',
  'forbidden_ja',
  'valid_from',
  'valid_to',
  'reading',
  'status',
] as const
export type TermColumn = (typeof TERM_COLUMNS)[number]

/** `cell` in characters: what a cell of Excel holds. */
export const TABLE_LIMITS = { rows: 20_000, columns: 64, cell: 32_767 } as const

export const STATUSES = ['approved', 'proposed', 'rejected'] as const

/** Header and rows, in the order of `TERM_COLUMNS`. */
export const termTable = (terms: readonly TermRow[]): readonly (readonly string[])[] => [
  TERM_COLUMNS,
  ...terms.map(({ forms, forbidden, kind, note, validFrom, validTo, reading, status }) => [
    ...LANGUAGES.map((language) => forms[language]),
    kind,
    note,
    ...LANGUAGES.map((language) => joinForms(forbidden[language])),
    validFrom ?? '',
    validTo ?? '',
    reading,
    status,
  ]),
]

/**
 * Terms of a table with a header; columns in any order, unknown ones are left alone, empty rows too. Refuses with `file.type`
 * (no column of a language), `file.broken` (place `row 7, valid_from`) or `file.tooLarge`.
 */
export const termsOf = (table: readonly (readonly string[])[], expected: string): readonly TermRow[] => {
  const [head = [], ...rows] = table
  if (rows.length > TABLE_LIMITS.rows) tooLarge('rows', TABLE_LIMITS.rows)
  const columns = columnsOf(head)
  if (!LANGUAGES.some((language) => columns.has(language))) wrongType(expected)
  return rows.flatMap((row, index) => {
    const cell = (column: TermColumn): string => row[columns.get(column) ?? -1] ?? ''
    if (row.every((text) => text.trim() === '')) return []
    return [readTerm(cell, index + 2)]
  })
}

export const columnsOf = (head: readonly string[]): ReadonlyMap<TermColumn, number> =>
  new Map(
    TERM_COLUMNS.map((column): [TermColumn, number] => [
      column,
      head.findIndex(
        (name) =>
          name
            .trim()
            .toLowerCase()
            .replace(/[\s-]+/gu, '_') === column,
      ),
    ]).filter(([, at]) => at >= 0),
  )

const readTerm = (cell: (column: TermColumn) => string, row: number): TermRow => {
  for (const column of TERM_COLUMNS) if (cell(column).length > TABLE_LIMITS.cell) brokenAt('cell', place(row, column))
  const forms = byLanguage((language) => cleanLine(cell(language), language))
  if (LANGUAGES.every((language) => forms[language] === '')) brokenAt('cell', place(row, 'vi'))
  const status = cell('status').trim().toLowerCase() || 'proposed'
  return {
    forms,
    forbidden: byLanguage((language) => splitForms(cell(`forbidden_${language}`), language)),
    reading: cleanLine(cell('reading'), 'ja'),
    kind: cleanLine(cell('kind'), null),
    note: cleanText(cell('note'), null).trim(),
    validFrom: readDay(cell('valid_from'), place(row, 'valid_from')),
    validTo: readDay(cell('valid_to'), place(row, 'valid_to')),
    status: STATUSES.find((known) => known === status) ?? brokenAt('status', place(row, 'status')),
  }
}

const place = (row: number, column: TermColumn): string => `row ${row}, ${column}`

export const byLanguage = <T>(of: (language: Language) => T): Readonly<Record<Language, T>> => ({
  vi: of('vi'),
  en: of('en'),
  ja: of('ja'),
})

/** `2025-06-30`, or `30/6/2025` as it is typed in Việt Nam; null when empty, refused when it is no day. */
export const readDay = (text: string, where: string): string | null => {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(trimmed) ?? []
  const [, localDay, localMonth, localYear] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(trimmed) ?? []
  const iso = `${year ?? localYear ?? ''}-${(month ?? localMonth ?? '').padStart(2, '0')}-${(day ?? localDay ?? '').padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : brokenAt('date', where)
}

/** Several forms in one cell: `|` or `;` between them, `\` before a sign that belongs to a form. */
const joinForms = (forms: readonly string[]): string => forms.map((form) => form.replace(/[\\|;]/gu, '\\$&')).join('|')

const splitForms = (cell: string, language: Language): readonly string[] =>
  [...cell.matchAll(/(?:\\.|[^\\|;]|\\$)+/gsu)]
    .map(([form]) => cleanLine(form.replace(/\\([\\|;])/gu, '$1'), language))
    .filter((form) => form !== '')
