/** CSV (RFC 4180) of terms, as Excel and LibreOffice read and write it. */
import { rearm, writeCsv } from '#text/csv'
import { brokenAt, tooLarge } from './fault'
import { columnsOf, TABLE_LIMITS, termsOf, termTable } from './terms-table'
import { decoded, XML_LIMITS } from './xml'
import type { TermRow } from './terms-table'

/** As `writeCsv` has it. */
export const writeTermsCsv = (terms: readonly TermRow[]): string => writeCsv(termTable(terms))

/**
 * UTF-8 or UTF-16 with its mark, commas, semicolons or tabs. Refuses with `file.broken` (encoding, quote, a bad cell with row and
 * column), `file.type`, `file.tooLarge`.
 */
export const readTermsCsv = (input: string | Uint8Array): readonly TermRow[] => termsOf(readCsvTable(input), 'CSV')

/** The rows as they stand, header first, their cells not looked at. Refuses like `readTermsCsv`. */
export const readCsvTable = (input: string | Uint8Array): readonly (readonly string[])[] => {
  if (input.length > XML_LIMITS.bytes) tooLarge('bytes', XML_LIMITS.bytes)
  const text = (typeof input === 'string' ? input : decode(input)).replace(/^\uFEFF/u, '').replace(/^sep=.\r?\n/u, '')
  if (text.includes('\0')) brokenAt('encoding', 'row 1')
  return readCsv(text, separatorOf(text)).map((row) => row.map(rearm))
}

const decode = (bytes: Uint8Array): string => {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  return decoded(bytes, wide ?? 'utf-8') ?? brokenAt('encoding', 'row 1')
}

/** The separator that finds most of our columns in the header. */
const separatorOf = (text: string): string => {
  const head = /^[^\r\n]{0,10000}/u.exec(text)?.[0] ?? ''
  const found = (separator: string) => columnsOf(head.split(separator).map((cell) => cell.replace(/^\s*"|"\s*$/gu, ''))).size
  return [',', ';', '\t'].reduce((best, next) => (found(next) > found(best) ? next : best))
}

const readCsv = (text: string, separator: string): readonly (readonly string[])[] => {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const endRow = () => {
    rows.push(row)
    // One more for the header.
    if (rows.length > TABLE_LIMITS.rows + 1) tooLarge('rows', TABLE_LIMITS.rows)
    row = []
  }
  while (at < text.length) {
    let cell = ''
    if (text.charAt(at) === '"') {
      for (at++; ;) {
        const quote = text.indexOf('"', at)
        if (quote < 0) return brokenAt('quote', `row ${rows.length + 1}`)
        cell += text.slice(at, quote)
        at = quote + 1
        if (text.charAt(at) !== '"') break
        cell += '"'
        at++
      }
      if (at < text.length && !`${separator}\r\n`.includes(text.charAt(at))) brokenAt('quote', `row ${rows.length + 1}`)
    } else {
      const start = at
      while (at < text.length && text.charAt(at) !== separator && text.charAt(at) !== '\n' && text.charAt(at) !== '\r') at++
      cell = text.slice(start, at)
    }
    row.push(cell)
    if (row.length > TABLE_LIMITS.columns) tooLarge('columns', TABLE_LIMITS.columns)
    if (text.charAt(at) === separator) {
      at++
      if (at === text.length) row.push('')
      continue
    }
    if (text.charAt(at) === '\r') at++
    if (text.charAt(at) === '\n') at++
    endRow()
  }
  if (row.length > 0) endRow()
  return rows
}
