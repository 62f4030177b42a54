/** The sample's official terms, from the committed glossary. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '#newsroom'

export type SampleTerm = {
  readonly vi: string
  readonly en: string
  readonly ja: string
  /** core, role, agency, party, doctype, admin, place, ethnic, product, culture, sovereignty, media, economy */
  readonly kind: string
  readonly note: string
  readonly forbidden: Readonly<Record<Language, readonly string[]>>
  readonly validFrom: string | null
  readonly validTo: string | null
  /** A form somebody still doubts is shown, but not demanded. */
  readonly status: 'approved' | 'proposed'
}

/** From the project's folder, where every program of ours is started: `dist` holds the code at another depth. */
export const loadTerms = (): readonly SampleTerm[] =>
  readTerms(readFileSync(join(process.cwd(), 'src/sample/glossary.csv'), 'utf8'))

export const readTerms = (csv: string): readonly SampleTerm[] => {
  const [head = [], ...rows] = readCsv(csv)
  return rows.map((row) => {
    const cell = (name: string) => (row[head.indexOf(name)] ?? '').normalize('NFC').trim()
    const forms = (name: string) =>
      cell(name)
        .split('|')
        .filter((form) => form !== '')
    return {
      vi: cell('vi'),
      en: cell('en'),
      ja: cell('ja'),
      kind: cell('kind'),
      note: cell('note'),
      forbidden: { vi: forms('forbidden_vi'), en: forms('forbidden_en'), ja: forms('forbidden_ja') },
      validFrom: cell('valid_from') || null,
      validTo: cell('valid_to') || null,
      status: /doubtful|phân vân/iu.test(cell('note')) ? 'proposed' : 'approved',
    }
  })
}

/** RFC 4180: commas, quotes doubled inside quotes, line ends inside quotes; a BOM and empty lines are dropped. */
export const readCsv = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]]
  let [cell, quoted] = ['', false]
  const endCell = () => {
    rows[rows.length - 1]?.push(cell)
    cell = ''
  }
  const source = text.replace(/^\uFEFF/u, '')
  for (let index = 0; index < source.length; index++) {
    const sign = source[index]
    if (quoted && sign === '"' && source[index + 1] === '"') {
      cell += '"'
      index++
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (quoted) cell += sign
    else if (sign === ',') endCell()
    else if (sign === '\n') {
      endCell()
      rows.push([])
    } else if (sign !== '\r' || source[index + 1] !== '\n') cell += sign
  }
  endCell()
  return rows.filter((row) => row.some((one) => one !== ''))
}
