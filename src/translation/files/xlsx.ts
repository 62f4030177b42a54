/** XLSX (ECMA-376 SpreadsheetML) of terms: one sheet of text. Formulas are never computed, their last result is taken. */
import { broken, brokenAt, tooLarge } from './fault'
import { OFFICE, openPackage, writePackage } from './ooxml'
import { TABLE_LIMITS, TERM_COLUMNS, termsOf, termTable } from './terms-table'
import { childOf, childrenOf, textOf, XML_DECLARATION, xmlText } from './xml'
import type { OfficePackage } from './ooxml'
import type { TermRow } from './terms-table'
import type { XmlElement } from './xml'

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
// Widths in characters.
const WIDTHS = [30, 30, 24, 14, 40, 24, 24, 24, 12, 12, 18, 12]

/** One sheet `terms`; every cell is text in the format Text, so that dates and what looks like a formula stay as they are. */
export const writeTermsXlsx = (terms: readonly TermRow[]): Uint8Array => {
  const rows = termTable(terms).map((row, at) => {
    const cells = row.map((text, column) =>
      text === ''
        ? ''
        : `<c r="${columnName(column)}${at + 1}" s="${at === 0 ? 2 : 1}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`,
    )
    return `<row r="${at + 1}">${cells.join('')}</row>`
  })
  const columns = WIDTHS.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" style="1" customWidth="1"/>`)
  const last = `${columnName(TERM_COLUMNS.length - 1)}${rows.length}`
  return writePackage(
    {
      name: 'xl/workbook.xml',
      contentType: `${CONTENT}.sheet.main+xml`,
      text:
        `${XML_DECLARATION}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}/relationships">` +
        '<sheets><sheet name="terms" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    [
      {
        name: 'xl/worksheets/sheet1.xml',
        contentType: `${CONTENT}.worksheet+xml`,
        type: 'worksheet',
        text:
          `${XML_DECLARATION}<worksheet xmlns="${SHEET}"><dimension ref="A1:${last}"/>` +
          '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
          `<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`,
      },
      { name: 'xl/styles.xml', contentType: `${CONTENT}.styles+xml`, type: 'styles', text: STYLES },
    ],
  )
}

// 49 is the number format Text; style 1 wraps, style 2 is the header.
const STYLES =
  `${XML_DECLARATION}<styleSheet xmlns="${SHEET}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

/** Terms of the first sheet: shared and inline strings, numbers, days. Refuses as `termsOf`, and with `file.broken` for a damaged package. */
export const readTermsXlsx = (bytes: Uint8Array): readonly TermRow[] => termsOf(readXlsxTable(bytes), 'XLSX')

/** The rows of the first sheet as they stand, header first, their cells not looked at. */
export const readXlsxTable = (bytes: Uint8Array): readonly (readonly string[])[] => {
  const file = openPackage(bytes, 'XLSX')
  const related = file.relationships(file.main)
  const book = [...file.xml(file.main, 'workbook', ['sheet', 'workbookPr'])].map(({ element }) => element)
  const sheetId = book.find(({ name }) => name === 'sheet')?.attributes.get('r:id')
  const sheet = related.find(({ id }) => id === sheetId)?.target ?? brokenAt('part', file.main)
  const part = (type: string): string | null => {
    const target = related.find((relationship) => relationship.type === type)?.target
    return target !== undefined && file.has(target) ? target : null
  }
  const since1904 = ['1', 'true'].includes(book.find(({ name }) => name === 'workbookPr')?.attributes.get('date1904') ?? '')
  const strings = sharedStrings(file, part('sharedStrings'))
  const dateStyles = stylesOfDates(file, part('styles'))

  const rows: string[][] = []
  for (const { kind, element } of file.xml(sheet, 'worksheet', ['row'])) {
    if (kind !== 'part') continue
    const row: string[] = []
    for (const cell of childrenOf(element, 'c')) {
      const at = columnOf(cell.attributes.get('r')) ?? row.length
      if (at >= TABLE_LIMITS.columns) continue
      while (row.length <= at) row.push('')
      row[at] = cellText(cell, strings, dateStyles, since1904)
    }
    rows.push(row)
    if (rows.length > TABLE_LIMITS.rows + 1) tooLarge('rows', TABLE_LIMITS.rows)
  }
  return rows
}

const sharedStrings = (file: OfficePackage, part: string | null): readonly string[] =>
  part === null
    ? []
    : [...file.xml(part, 'sst', ['si'])].filter(({ kind }) => kind === 'part').map(({ element }) => stringOf(element))

/** The runs of a string; phonetic guides over them are not its words. */
const stringOf = (element: XmlElement): string =>
  [...childrenOf(element, 't'), ...childrenOf(element, 'r').flatMap((run) => childrenOf(run, 't'))].map(textOf).join('')

// Formats 14 to 22 and those of East Asia are days and times (ECMA-376, 18.8.30).
const isDateFormat = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** Numbers of the cell styles that show a day. */
const stylesOfDates = (file: OfficePackage, part: string | null): ReadonlySet<number> => {
  if (part === null) return new Set()
  const all = [...file.xml(part, 'styleSheet', ['numFmt', 'cellXfs'])].map(({ element }) => element)
  const own = new Set(
    all
      .filter(
        ({ name, attributes }) =>
          name === 'numFmt' && /[dy]/iu.test((attributes.get('formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./gu, '')),
      )
      .map(({ attributes }) => attributes.get('numFmtId')),
  )
  const styles = all.filter(({ name }) => name === 'cellXfs').flatMap((element) => childrenOf(element, 'xf'))
  return new Set(
    styles.flatMap(({ attributes }, index) => {
      const id = attributes.get('numFmtId')
      return own.has(id) || isDateFormat(Number(id ?? 0)) ? [index] : []
    }),
  )
}

/** 0 for `A7`, null for what is no reference. */
const columnOf = (reference: string | undefined): number | null => {
  const letters = /^([A-Z]{1,3})\d{1,7}$/u.exec(reference ?? '')?.[1]
  return letters === undefined ? null : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const cellText = (cell: XmlElement, strings: readonly string[], dateStyles: ReadonlySet<number>, since1904: boolean): string => {
  const inline = childOf(cell, 'is')
  const value = childOf(cell, 'v')
  const raw = value ? textOf(value) : ''
  switch (cell.attributes.get('t')) {
    case 's':
      return strings[Number(raw)] ?? broken('cell', cell)
    case 'inlineStr':
      return inline ? stringOf(inline) : ''
    case 'b':
      return raw === '1' ? 'TRUE' : 'FALSE'
    case 'd':
      return raw.slice(0, 10)
    case 'str':
    case 'e':
      return raw
    default:
      return raw !== '' && dateStyles.has(Number(cell.attributes.get('s') ?? 0)) ? dayOf(Number(raw), since1904) : raw
  }
}

const DAY = 86_400_000

/** Serial number of a day: from 30 December 1899 (right from March 1900 on), or from 1 January 1904. */
const dayOf = (serial: number, since1904: boolean): string => {
  const time = Math.floor(serial) * DAY + (since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30))
  return Number.isFinite(time) && Math.abs(time) < 8e15 ? new Date(time).toISOString().slice(0, 10) : String(serial)
}
