/** CSV (RFC 4180) as Excel and LibreOffice open it. */

/** UTF-8 with its mark (Excel needs it), CRLF, every cell quoted; what a spreadsheet would run as a formula is disarmed. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  MARK + rows.map((row) => `${row.map((cell) => `"${disarm(cell).replaceAll('"', '""')}"`).join(',')}\r\n`).join('')

/** A cell as it was before `writeCsv` disarmed it. */
export const rearm = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell)

/** An apostrophe before what begins like a formula, one more where there already are some, so that the way back is exact. */
const disarm = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)

// OWASP "CSV Injection", and the full-width signs that a Japanese Excel takes for the same.
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u

const MARK = '\uFEFF'
