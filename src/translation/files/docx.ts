/**
 * DOCX (ECMA-376 WordprocessingML): a table of id, source and target for translators who have only Word. Codes stand as signs in
 * the words; ids and source are locked. Which text in which version it is stands in the line under the title, so that it survives
 * Word, LibreOffice and Google Docs alike.
 */
import en from '#locales/en/files.json' with { type: 'json' }
import ja from '#locales/ja/files.json' with { type: 'json' }
import vi from '#locales/vi/files.json' with { type: 'json' }
import { cleanText } from '#text/normalise'
import { isLanguage } from '#newsroom'
import { wrongType } from './fault'
import { OFFICE, openPackage, writePackage } from './ooxml'
import { closeCode, openCode, partsOf, singleCode } from './codes'
import { version } from './handed'
import { textOf, XML_DECLARATION, xmlText } from './xml'
import type { Language } from '#newsroom'
import type { Handed, Incoming, IncomingUnit, Outgoing } from './handed'
import type { XmlElement } from './xml'

const WORDS: Readonly<Record<Language, typeof vi>> = { vi, en, ja }
const NAMES: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English', ja: '日本語' }
const TAGS: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB', ja: 'ja-JP' }

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Widths in twentieths of a point: a landscape A4 page less its margins. */
const COLUMNS = [1700, 6519, 6519] as const

/** `text.invalid` for control characters. */
export const writeDocx = (file: Outgoing): Uint8Array => {
  const words = WORDS[file.to]
  const head = row(
    true,
    paragraph(run(words['docx.id'], file.to, '<w:b/>')),
    paragraph(run(`${words['docx.source']} · ${NAMES[file.from]}`, file.to, '<w:b/>')),
    paragraph(run(`${words['docx.target']} · ${NAMES[file.to]}`, file.to, '<w:b/>')),
  )
  const rows = file.units.map(({ id, source, target }) =>
    row(
      false,
      paragraph(locked(run(id, 'en', GREY))),
      paragraph(locked(codedRuns(source.text, file.from))),
      paragraph(codedRuns(target ?? '', file.to)),
    ),
  )
  return writePackage(
    {
      name: 'word/document.xml',
      contentType: `${CONTENT}.document.main+xml`,
      text: [
        `${XML_DECLARATION}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}/relationships"><w:body>`,
        paragraph(run(file.title, file.from, '<w:b/><w:sz w:val="32"/><w:szCs w:val="32"/>')),
        paragraph(locked(run(versionLine(file), 'en', GREY))),
        paragraph(run(words['docx.notice'], file.to)),
        `<w:tbl><w:tblPr><w:tblW w:w="${COLUMNS.reduce<number>((sum, width) => sum + width, 0)}" w:type="dxa"/>${BORDERS}<w:tblLayout w:type="fixed"/></w:tblPr>`,
        `<w:tblGrid>${COLUMNS.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
        head,
        ...rows,
        '</w:tbl><w:p/>',
        '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
        '<w:pgMar w:top="1050" w:right="1050" w:bottom="1050" w:left="1050" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>',
        '</w:body></w:document>',
      ].join(''),
    },
    [{ name: 'word/styles.xml', contentType: `${CONTENT}.styles+xml`, type: 'styles', text: STYLES }],
  )
}

// Latin and Vietnamese in the face of Vietnamese offices, Japanese in one that every Word for Japanese has.
const STYLES =
  `${XML_DECLARATION}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="MS Mincho"/>' +
  '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="vi-VN" w:eastAsia="ja-JP" w:bidi="ar-SA"/>' +
  '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'

const BORDERS = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>`)
  .join('')}</w:tblBorders>`

const GREY = '<w:noProof/><w:color w:val="767676"/><w:sz w:val="16"/><w:szCs w:val="16"/>'
const CODE = '<w:noProof/><w:color w:val="C00000"/>'

const row = (isHead: boolean, ...cells: readonly string[]): string =>
  `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells
    .map((cell, at) => `<w:tc><w:tcPr><w:tcW w:w="${COLUMNS[at] ?? 0}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`)
    .join('')}</w:tr>`

const paragraph = (content: string): string => `<w:p>${content}</w:p>`

const locked = (content: string): string =>
  `<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`

const codedRuns = (coded: string, language: Language): string =>
  partsOf(coded)
    .map((part) => {
      if (part.kind === 'words') return run(part.words, language)
      const sign = { single: singleCode, open: openCode, close: closeCode }[part.kind](part.id)
      return run(sign, language, CODE)
    })
    .join('')

/** Properties in the order of the schema: fonts, `properties`, language. */
const run = (text: string, language: Language, properties = ''): string => {
  const fonts = language === 'ja' ? '<w:rFonts w:hint="eastAsia"/>' : ''
  const tag = language === 'ja' ? `<w:lang w:eastAsia="${TAGS.ja}"/>` : `<w:lang w:val="${TAGS[language]}"/>`
  const content = text
    .split(/(\n|\t)/u)
    .map((piece) =>
      piece === '\n' ? '<w:br/>' : piece === '\t' ? '<w:tab/>' : piece && `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`,
    )
    .join('')
  return `<w:r><w:rPr>${fonts}${properties}${tag}</w:rPr>${content}</w:r>`
}

const versionLine = ({ item, from, to, source, targetRev }: Outgoing): string =>
  `newsroom:${item}:${from}-${to}:${source.seq ?? '-'}.${source.rev}:${targetRev}:${source.digest}`

const VERSION_LINE = /newsroom:([^\s:]{1,64}):(vi|en|ja)-(vi|en|ja):([\d.-]{1,32}):(\d{1,15}):([0-9a-f]{64})/u

/**
 * The rows whose first cell is an id; deletions and insertions of tracked changes as if accepted. `file.type` when it is no DOCX
 * that was written here, `file.broken`, `file.tooLarge`.
 */
export const readDocx = (bytes: Uint8Array): Incoming => {
  const file = openPackage(bytes, EXPECTED)
  let handed: (Handed & { readonly targetRev: number }) | null = null
  const rows: (readonly string[])[] = []
  for (const { kind, element } of file.xml(file.main, 'document', ['p', 'tr'])) {
    if (kind !== 'part') continue
    if (element.name === 'p') handed ??= readVersionLine(wordsOf(element))
    else rows.push(cellsOf(element).map(cellText))
  }
  if (!handed) return wrongType(EXPECTED)
  const { from, to } = handed
  return { ...handed, units: rows.flatMap((cells) => readRow(cells, from, to)) }
}

const EXPECTED = 'DOCX'

const readVersionLine = (text: string): (Handed & { readonly targetRev: number }) | null => {
  const [, item, from, to, numbers, targetRev, digest] = VERSION_LINE.exec(text) ?? []
  const source = version(numbers, digest)
  return item && source && isLanguage(from) && isLanguage(to) ? { item, from, to, source, targetRev: Number(targetRev) } : null
}

const readRow = (cells: readonly string[], from: Language, to: Language): readonly IncomingUnit[] => {
  const [first = '', source, target] = cells
  // Word likes capitals at the beginning of a cell.
  const id = first.trim().toLowerCase()
  if (source === undefined || target === undefined || !/^u[0-9a-f]{16}\.\d{1,6}$/u.test(id)) return []
  const words = cleanText(target, to)
  const isEmpty = words.trim() === ''
  return [{ id, source: cleanText(source, from), target: isEmpty ? null : words, state: isEmpty ? 'empty' : 'translated' }]
}

/** Cells of a row, also those inside content controls. */
const cellsOf = (row: XmlElement): readonly XmlElement[] =>
  row.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === 'tc') return [child]
    return child.name === 'sdt' || child.name === 'sdtContent' || child.name === 'ins' ? cellsOf(child) : []
  })

/** Paragraphs of a cell, a line each. */
const cellText = (cell: XmlElement): string => paragraphsOf(cell).map(wordsOf).join('\n')

const paragraphsOf = (element: XmlElement): readonly XmlElement[] =>
  element.children.flatMap((child) => {
    if (typeof child === 'string' || NOT_WORDS.has(child.name)) return []
    return child.name === 'p' ? [child] : paragraphsOf(child)
  })

// Deleted or moved away, drawn, the older of two drawings of the same; tab stops are no tabs.
const NOT_WORDS: ReadonlySet<string> = new Set(['del', 'moveFrom', 'drawing', 'pict', 'object', 'Fallback', 'pPr'])
const SIGNS: Readonly<Record<string, string>> = { br: '\n', cr: '\n', tab: '\t', noBreakHyphen: '\u2011' }

const wordsOf = (element: XmlElement): string =>
  element.children
    .map((child) => {
      if (typeof child === 'string' || NOT_WORDS.has(child.name)) return ''
      return child.name === 't' ? textOf(child) : (SIGNS[child.name] ?? wordsOf(child))
    })
    .join('')
