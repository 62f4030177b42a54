/** Deposit and distribution of an issue as a table, for the yearly report. */
import type { Language } from '#newsroom'
import type { EditionContents } from '#publication/edition'
import { writeCsv } from '#text/csv'
import { formatDate } from '#text/dates'
import { cleanText } from '#text/normalise'
import type { RecordView } from './view'
import { issueNumber, quarterIn, say, type BulletinWord } from './words'

/** A record with the issue whose copies were handed over. */
export type RecordRow = Omit<RecordView, 'id'> & {
  readonly issue: Pick<EditionContents, 'year' | 'quarter' | 'numberInYear'>
}

/** CSV as `writeCsv` has it, headed and worded in the reader's language; oldest issue and day first, the rest as given. */
export const recordsTable = (rows: readonly RecordRow[], language: Language): string =>
  writeCsv([
    COLUMNS.map(([word]) => say(language, word)),
    ...rows
      .toSorted((a, b) => a.issue.year - b.issue.year || a.issue.quarter - b.issue.quarter || compare(a.date, b.date))
      .map((row) => COLUMNS.map(([, cell]) => cleanText(cell(row, language), null))),
  ])

const COLUMNS: readonly (readonly [BulletinWord, (row: RecordRow, language: Language) => string])[] = [
  ['record.year', ({ issue }) => String(issue.year)],
  ['record.quarter', ({ issue }, language) => quarterIn(issue.quarter, language)],
  ['record.issue', ({ issue }, language) => issueNumber(issue, language)],
  ['record.language', (row, language) => say(language, `language.${row.language}`)],
  ['record.kind', ({ kind }, language) => say(language, `record.${kind}`)],
  ['record.date', ({ date }, language) => formatDate(date, language)],
  ['record.copies', ({ copies }) => String(copies)],
  ['record.addressee', ({ addressee }) => addressee],
  ['record.address', ({ address }) => address],
  ['record.receipt', ({ receipt }) => receipt],
  ['record.by', ({ by }) => by.name],
]

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
