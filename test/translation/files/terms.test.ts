import { readFileSync } from 'node:fs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText } from '#text/normalise'
import { readTermsCsv, writeTermsCsv } from '#translation/files/csv'
import { readTermsTbx, writeTermsTbx } from '#translation/files/tbx'
import { readTermsXlsx, writeTermsXlsx } from '#translation/files/xlsx'
import { refusalOf, TERM } from './samples'
import type { Language } from '#newsroom'
import type { TermRow } from '#translation/files/terms-table'

const PIECES = ['Đà Lạt', 'a', ' ', '|', ';', '\\', '"', ',', "'", '=', '+1', '-', '@', '＝', '<&>', '漢字', 'か', '\n', 'note: ']
const text = (language: Language | null, clean: typeof cleanLine) =>
  fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((pieces) => clean(pieces.join(''), language))
const note = (words: string, language: Language | null) => cleanText(words, language).trim()
const forms = (language: Language) => fc.array(text(language, cleanLine).filter(Boolean), { maxLength: 3 })
const day = fc.option(fc.constantFrom('2025-06-30', '2024-02-29'))
const term: fc.Arbitrary<TermRow> = fc.record({
  forms: fc.record({ vi: text('vi', cleanLine).filter(Boolean), en: text('en', cleanLine), ja: text('ja', cleanLine) }),
  forbidden: fc.record({ vi: forms('vi'), en: forms('en'), ja: forms('ja') }),
  reading: fc.constant(''),
  kind: text(null, cleanLine),
  note: text(null, note),
  validFrom: day,
  validTo: day,
  status: fc.constantFrom('approved', 'proposed', 'rejected'),
})

const glossary = readTermsCsv(readFileSync('src/sample/glossary.csv'))

const FORMATS = [
  ['CSV', writeTermsCsv, readTermsCsv],
  ['XLSX', writeTermsXlsx, readTermsXlsx],
  ['TBX', writeTermsTbx, readTermsTbx],
] as const

describe.each(FORMATS)('terms as %s', (_, write, read) => {
  const back = (terms: readonly TermRow[]) => (read as (file: string | Uint8Array) => readonly TermRow[])(write(terms))
  it('come back as they went', () => expect(back([TERM])).toEqual([TERM]))
  it('come back as they went, the whole glossary', () => expect(back(glossary)).toEqual(glossary))
  it('lose nothing, whatever signs they hold', () =>
    fc.assert(
      fc.property(fc.array(term, { maxLength: 4 }), (terms) => {
        expect(back(terms)).toEqual(terms)
      }),
      { numRuns: 60 },
    ))
  it('may be none', () => expect(back([])).toEqual([]))
})

describe('CSV', () => {
  const HEAD = 'vi,en,ja,kind,note,forbidden_vi,forbidden_en,forbidden_ja,valid_from,valid_to'
  const plain: TermRow = {
    forms: { vi: 'phường', en: 'ward', ja: '坊' },
    forbidden: { vi: [], en: ['quarter', 'precinct'], ja: [] },
    reading: '',
    kind: 'admin',
    note: '',
    validFrom: '2025-07-01',
    validTo: null,
    status: 'proposed',
  }
  it('is what Excel opens: UTF-8 with its mark, CRLF, all quoted', () =>
    expect(writeTermsCsv([plain])).toBe(
      '\uFEFF"vi","en","ja","kind","note","forbidden_vi","forbidden_en","forbidden_ja","valid_from","valid_to","reading","status"\r\n' +
        '"phường","ward","坊","admin","","","quarter|precinct","","2025-07-01","","","proposed"\r\n',
    ))
  it.each([
    ['the glossary as it is kept', `${HEAD}\nphường,ward,坊,admin,,,quarter|precinct,,2025-07-01,\n`],
    [
      'semicolons between cells, forms in quotes',
      `${HEAD.replaceAll(',', ';')}\r\nphường;ward;坊;admin;;;"quarter; precinct";;2025-07-01;\r\n`,
    ],
    ['tabs', `${HEAD.replaceAll(',', '\t')}\nphường\tward\t坊\tadmin\t\t\tquarter|precinct\t\t2025-07-01\t`],
    ['what Excel says about itself', `sep=;\n${HEAD.replaceAll(',', ';')}\nphường;ward;坊;admin;;;quarter|precinct;;1/7/2025;\n`],
    [
      'old line ends, capitals in the header, an empty row',
      `${HEAD.toUpperCase()}\r,,,,,,,,,\rphường,ward,坊,admin,,,quarter|precinct,,01/07/2025,\r`,
    ],
    [
      'columns of its own, in another order',
      'EN,x,VI,ja,kind,forbidden en,valid-from\nward,?,phường,坊,admin,quarter|precinct,2025-07-01\n',
    ],
  ])('is read from %s', (_, csv) => expect(readTermsCsv(csv)).toEqual([plain]))
  it('is read from UTF-16 with its mark', () => {
    const csv = `${HEAD}\nphường,ward,坊,admin,,,quarter|precinct,,2025-07-01,\n`
    expect(readTermsCsv(new Uint8Array(Buffer.from(`\uFEFF${csv}`, 'utf16le')))).toEqual([plain])
    expect(readTermsCsv(new Uint8Array(Buffer.from(`\uFEFF${csv}`, 'utf16le').swap16()))).toEqual([plain])
  })

  it.each(['=1+1', '+84', '-1', '@SUM(A1)', "=cmd|' /C calc'!A0", '＝1', '＋1', '－1', '＠x', "'=1", "''-"])(
    'shows %s as words, never as a formula',
    (words) => {
      const csv = writeTermsCsv([{ ...plain, note: words }])
      expect(csv).toContain(`"'${words}"`)
      expect(readTermsCsv(csv)).toEqual([{ ...plain, note: words }])
    },
  )
  it('leaves other apostrophes alone', () => {
    expect(writeTermsCsv([{ ...plain, note: "'quoted'" }])).toContain(`"'quoted'"`)
    expect(readTermsCsv(writeTermsCsv([{ ...plain, note: "'quoted'" }]))[0]?.note).toBe("'quoted'")
  })

  it.each([
    ['a day that is none', `${HEAD}\na,,,,,,,,2025-02-30,\n`, 'date', 'row 2, valid_from'],
    ['a day of words', `${HEAD}\n\na,,,,,,,,,soon\n`, 'date', 'row 3, valid_to'],
    ['a status of its own', 'vi,status\na,maybe\n', 'status', 'row 2, status'],
    ['a row without a form', `${HEAD}\n,,,admin,,,,,,\n`, 'cell', 'row 2, vi'],
    ['a quote that never ends', `${HEAD}\n"a,b\n`, 'quote', 'row 2'],
    ['words after a quote', `${HEAD}\n"a"b,c\n`, 'quote', 'row 2'],
    ['NUL', 'vi\na\0b\n', 'encoding', 'row 1'],
  ])('is refused with its place: %s', (_, csv, why, place) =>
    expect(refusalOf(() => readTermsCsv(csv))).toEqual({ code: 'file.broken', facts: { why, place } }),
  )
  it.each([
    ['Shift-JIS', new Uint8Array([0x76, 0x69, 0x0a, 0x93, 0xfa, 0x96, 0x7b])],
    ['half a character', new Uint8Array([0x76, 0x69, 0x0a, 0xe1, 0xba])],
    ['UTF-16 with half a pair', new Uint8Array([0xff, 0xfe, 0x00, 0xd8])],
  ])('is refused in %s', (_, bytes) =>
    expect(refusalOf(() => readTermsCsv(bytes))).toEqual({ code: 'file.broken', facts: { why: 'encoding', place: 'row 1' } }),
  )
  it('is refused without a column of a language', () =>
    expect(refusalOf(() => readTermsCsv('name,address\na,b\n'))).toEqual({ code: 'file.type', facts: { expected: 'CSV' } }))
})

describe('XLSX', () => {
  /** A workbook as other programs write it. */
  const workbook = (sheet: string, extra: Readonly<Record<string, string>> = {}, rels = ''): Uint8Array =>
    zipSync(
      Object.fromEntries(
        Object.entries({
          '[Content_Types].xml': '<Types xmlns="x"/>',
          '_rels/.rels':
            '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
          'xl/workbook.xml':
            '<workbook xmlns:r="r"><workbookPr date1904="0"/><sheets><sheet name="Từ" sheetId="4" r:id="R1"/><sheet name="b" sheetId="5" r:id="R2"/></sheets></workbook>',
          'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="R2" Type="http://x/worksheet" Target="worksheets/none.xml"/><Relationship Id="R1" Type="http://x/worksheet" Target="../xl/./worksheets/s.xml"/>${rels}</Relationships>`,
          'xl/worksheets/s.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
          ...extra,
        }).map(([name, words]) => [name, strToU8(words)]),
      ),
    )
  const STYLES = {
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="0&quot;day&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>',
  }
  const STYLES_REL = '<Relationship Id="R8" Type="http://x/styles" Target="styles.xml"/>'

  it('is read with shared strings, their runs without phonetic guides, from the first sheet', () =>
    expect(
      readTermsXlsx(
        workbook(
          '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="9"><c r="C9" t="s"><v>3</v></c><c r="A9" t="s"><v>2</v></c></row>',
          {
            'xl/sharedStrings.xml':
              '<sst><si><t>vi</t></si><si><t>ja</t></si><si><r><t>Đà </t></r><r><t>Lạt</t></r></si><si><t>漢字</t><rPh sb="0" eb="2"><t>カンジ</t></rPh></si></sst>',
          },
          '<Relationship Id="R9" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>',
        ),
      ).map(({ forms }) => forms),
    ).toEqual([{ vi: 'Đà Lạt', en: '', ja: '漢字' }]))
  it('knows days by their format, and no others', () =>
    expect(
      readTermsXlsx(
        workbook(
          '<row><c t="inlineStr"><is><t>vi</t></is></c><c t="inlineStr"><is><t>valid_from</t></is></c><c t="inlineStr"><is><t>valid_to</t></is></c><c t="inlineStr"><is><t>note</t></is></c></row>' +
            '<row><c><v>94</v></c><c s="1"><v>45838</v></c><c s="2"><v>45838.75</v></c><c s="3"><v>45838</v></c></row>',
          STYLES,
          STYLES_REL,
        ),
      ).map(({ forms, validFrom, validTo, note: words }) => [forms.vi, validFrom, validTo, words]),
    ).toEqual([['94', '2025-06-30', '2025-06-30', '45838']]))
  it('takes the last result of a formula and computes none', () =>
    expect(
      readTermsXlsx(
        workbook(
          '<row><c t="str"><v>vi</v></c></row><row><c t="str"><f>WEBSERVICE("http://127.0.0.1")</f><v>kết quả</v></c></row>',
        ),
      ).map(({ forms }) => forms.vi),
    ).toEqual(['kết quả']))
  it('leaves cells alone that stand at the far end of the sheet', () =>
    expect(
      readTermsXlsx(
        workbook('<row><c r="A1" t="str"><v>vi</v></c></row><row><c r="A2" t="str"><v>x</v></c><c r="XFD2"><v>1</v></c></row>'),
      ).length,
    ).toBe(1))
  it('is refused with the place of a string that is not there', () =>
    expect(refusalOf(() => readTermsXlsx(workbook('<row><c r="A1" t="s"><v>7</v></c></row>')))).toMatchObject({
      code: 'file.broken',
      facts: { why: 'cell' },
    }))
  it('writes text that stays text', () => {
    const sheet = new TextDecoder().decode(unzipSync(writeTermsXlsx([{ ...TERM, note: '=1+1' }]))['xl/worksheets/sheet1.xml'])
    expect(sheet).not.toContain('<f>')
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>')
  })
  it('is the same file for the same terms', () => expect(writeTermsXlsx([TERM])).toEqual(writeTermsXlsx([TERM])))
})

describe('TBX', () => {
  it('has the official form as preferred and forbidden ones as deprecated terms', () =>
    expect(writeTermsTbx([{ ...TERM, note: 'status: seen' }])).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<tbx type="TBX-Basic" style="dca" xml:lang="vi" xmlns="urn:iso:std:iso:30042:ed-2">\n' +
        '<tbxHeader><fileDesc><sourceDesc><p>TTĐN Newsroom</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n' +
        '<conceptEntry id="c1"><descrip type="subjectField">sovereignty</descrip><note>note: status: seen</note><note>valid from: 2025-07-01</note>' +
        '<langSec xml:lang="vi"><termSec><term>quần đảo Hoàng Sa</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>' +
        '<termSec><term>Tây Sa</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>' +
        '<termSec><term>Xisha</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>' +
        '<langSec xml:lang="en"><termSec><term>Hoang Sa archipelago</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec>' +
        '<langSec xml:lang="ja"><termSec><term>ホアンサ諸島</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote><note>reading: ホアンサしょとう</note></termSec>' +
        '<termSec><term>西沙諸島</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec></conceptEntry>\n' +
        '</body></text>\n</tbx>\n',
    ))

  const tbx = (concept: string, style = 'dca') =>
    `<tbx type="TBX-Basic" style="${style}" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"><tbxHeader/><text><body><conceptEntry id="1">${concept}</conceptEntry></body></text></tbx>`
  const expected: TermRow = {
    forms: { vi: '', en: 'black hole', ja: '' },
    forbidden: { vi: [], en: ['dark star'], ja: [] },
    reading: '',
    kind: 'Space',
    note: 'also (en): BH',
    validFrom: null,
    validTo: null,
    status: 'approved',
  }
  it('of another termbase: the preferred form, others named in the note, other languages left out', () =>
    expect(
      readTermsTbx(
        tbx(
          '<descripGrp><descrip type="subjectField">Space</descrip></descripGrp><langSec xml:lang="fr"><termSec><term>trou noir</term></termSec></langSec>' +
            '<langSec xml:lang="en-GB"><termSec><term>BH</term></termSec><termSec><term>black hole</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>' +
            '<termSec><term>dark star</term><termNoteGrp><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termNoteGrp></termSec></langSec>',
        ),
      ),
    ).toEqual([expected]))
  it('in style DCT', () =>
    expect(
      readTermsTbx(
        tbx(
          '<min:subjectField>Space</min:subjectField><langSec xml:lang="en"><termSec><term>black hole</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>' +
            '<termSec><term>BH</term></termSec><termSec><term>dark star</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec>',
          'dct',
        ),
      ),
    ).toEqual([expected]))
  it('of 2008 is refused', () =>
    expect(refusalOf(() => readTermsTbx('<martif type="TBX-Basic"/>'))).toEqual({
      code: 'file.type',
      facts: { expected: 'TBX (ISO 30042:2019)' },
    }))
})
