/** A file of terms of whatever kind, told by its content, as lines of which each is judged by itself (`term-import`). */
import { LANGUAGES } from '#newsroom'
import { readTermTable, rowFromTerm, TERM_COLUMNS } from '../term-import'
import type { TermRefusal, TermRow } from '../term-import'
import { readCsvTable } from './csv'
import { wrongType } from './fault'
import { readTermsTbx } from './tbx'
import { readXlsxTable } from './xlsx'

export type TermsFile = { readonly rows: readonly TermRow[]; readonly refuse: readonly TermRefusal[] }

/** `line`: the row of a table, of TBX the number of the concept. Refuses with `file.type`, `file.broken`, `file.tooLarge`. */
export const readTermsFile = (bytes: Uint8Array): TermsFile => {
  const start = String.fromCharCode(...bytes.subarray(0, 64))
  if (start.startsWith('PK')) return ofTable(readXlsxTable(bytes))
  // UTF-16 of another tool has a zero beside every sign.
  if (start.replace(/[\0\s\xef\xbb\xbf\xfe\xff]/gu, '').startsWith('<')) return ofTbx(bytes)
  return ofTable(readCsvTable(bytes))
}

const ofTable = ([head = [], ...rows]: readonly (readonly string[])[]): TermsFile => {
  const names = withoutTail(head).map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/gu, '_'),
  )
  if (!LANGUAGES.some((language) => names.includes(language))) wrongType(KINDS)
  return readTermTable([
    { line: 1, cells: names },
    ...rows.map((cells, index) => ({
      line: index + 2,
      cells: withoutTail(cells).map((cell, column) => readCell(names[column] ?? '', cell)),
    })),
  ])
}
const KINDS = 'CSV, XLSX, TBX'

/** Spreadsheets write empty cells as far as somebody once scrolled. */
const withoutTail = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1)

/** Days as they are typed in Việt Nam; several forms parted by `|` or `;`, `\` before a sign that belongs to a form. */
const readCell = (column: string, cell: string): string => {
  if (column.startsWith('valid_')) {
    const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/u.exec(cell) ?? []
    return year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  if (!column.startsWith('forbidden_')) return cell
  return [...cell.matchAll(/(?:\\.|[^\\|;]|\\$)+/gsu)].map(([form]) => form.replace(/\\([\\|;])/gu, '$1').trim()).join('|')
}

/** TBX says everything of a term; where it says nothing, the field is empty. Its ids are those of another house. */
const ofTbx = (bytes: Uint8Array): TermsFile => ({
  rows: readTermsTbx(bytes).map((term, index) => {
    const cells = rowFromTerm({ ...term, id: '' })
    return {
      line: index + 1,
      cells: Object.fromEntries(TERM_COLUMNS.filter((name) => name !== 'id').map((name) => [name, cells[name]])),
    }
  }),
  refuse: [],
})
