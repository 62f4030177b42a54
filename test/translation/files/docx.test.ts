import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocx, writeDocx } from '#translation/files/docx'
import { OUTGOING, outgoing, refusalOf } from './samples'
import type { Outgoing } from '#translation/files/handed'

const handedOf = ({ item, from, to, source, targetRev, units }: Outgoing) => ({
  item,
  from,
  to,
  source,
  targetRev,
  units: units.map((unit) => ({
    id: unit.id,
    source: unit.source.text,
    target: unit.target,
    state: unit.target === null ? 'empty' : 'translated',
  })),
})

/** Our sample as it is after somebody worked on it: its main part changed. */
const edited = (change: (document: string) => string, file = OUTGOING): Uint8Array => {
  const parts = unzipSync(writeDocx(file))
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  return zipSync({ ...parts, 'word/document.xml': strToU8(change(document)) })
}

/** The last cell of the table with other content. */
const answered = (content: string) =>
  edited((document) => {
    const at = document.lastIndexOf('<w:p>', document.lastIndexOf('</w:tc>'))
    return `${document.slice(0, at)}${content}${document.slice(document.indexOf('</w:tc>', at))}`
  })
const answerOf = (content: string) => readDocx(answered(content)).units.at(-1)?.target

describe('a text handed out as DOCX', () => {
  it('comes back as it went', () => expect(readDocx(writeDocx(OUTGOING))).toEqual(handedOf(OUTGOING)))
  it('loses nothing in any language, whatever its codes', () =>
    fc.assert(
      fc.property(outgoing, (file) => {
        expect(readDocx(writeDocx(file))).toEqual(handedOf(file))
      }),
      { numRuns: 60 },
    ))
  it('has a row for each unit under a header, ids and source locked, each column in its language, codes apart', () => {
    const document = strFromU8(unzipSync(writeDocx(OUTGOING))['word/document.xml'] ?? new Uint8Array())
    expect(document.match(/<w:tr>/gu)?.length).toBe(3)
    expect(document.match(/<w:tblHeader\/>/gu)?.length).toBe(1)
    expect(document.match(/<w:lock w:val="sdtContentLocked"\/>/gu)?.length).toBe(1 + 2 * 2)
    expect(document).toContain('番号</w:t>')
    expect(document).toContain('<w:t xml:space="preserve">訳文 · 日本語</w:t>')
    expect(document).toContain('<w:r><w:rPr><w:lang w:val="vi-VN"/></w:rPr><w:t xml:space="preserve">Tỉnh </w:t></w:r>')
    expect(document).toContain(
      '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:noProof/><w:color w:val="C00000"/><w:lang w:eastAsia="ja-JP"/></w:rPr><w:t xml:space="preserve">⟦4/⟧</w:t></w:r>',
    )
  })
  it('names a Japanese font', () =>
    expect(strFromU8(unzipSync(writeDocx(OUTGOING))['word/styles.xml'] ?? new Uint8Array())).toContain('w:eastAsia="MS Mincho"'))
  it('holds the parts that Word asks for', () =>
    expect(Object.keys(unzipSync(writeDocx(OUTGOING)))).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/document.xml',
      'word/_rels/document.xml.rels',
      'word/styles.xml',
    ]))
  it('is the same file for the same text', () => expect(writeDocx(OUTGOING)).toEqual(writeDocx(OUTGOING)))
})

describe('a table that somebody worked on', () => {
  it('may have its words in many runs', () =>
    expect(
      answerOf(
        '<w:p><w:r><w:t>Đà</w:t></w:r><w:proofErr/><w:r><w:t xml:space="preserve"> Lạt ⟦</w:t></w:r><w:r><w:t>1⟧x⟦/1⟧</w:t></w:r></w:p>',
      ),
    ).toBe('Đà Lạt ⟦1⟧x⟦/1⟧'))
  it('counts tracked changes as accepted', () =>
    expect(
      answerOf(
        '<w:p><w:pPr><w:tabs><w:tab w:pos="9"/></w:tabs></w:pPr><w:del><w:r><w:delText>cũ</w:delText><w:br/></w:r></w:del><w:ins><w:r><w:t>mới</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>a</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>b</w:t></w:r></w:moveTo></w:p>',
      ),
    ).toBe('mớib'))
  it('may have several paragraphs, breaks and tabs in a cell', () =>
    expect(
      answerOf(
        '<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p><w:p><w:r><w:tab/><w:t>c</w:t><w:noBreakHyphen/></w:r></w:p>',
      ),
    ).toBe('a\nb\n\tc\u2011'))
  it('has links, comments and drawings of which only words count', () =>
    expect(
      answerOf(
        '<w:p><w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink><w:r><w:instrText>HYPERLINK</w:instrText><w:commentReference/></w:r><w:r><w:drawing><w:p><w:r><w:t>no</w:t></w:r></w:p></w:drawing></w:r></w:p>',
      ),
    ).toBe('a'))
  it('says nothing with an empty cell', () => expect(answerOf('<w:p><w:r><w:t> </w:t></w:r></w:p>')).toBe(null))
  it('may have a capital in its id and rows of its own', () =>
    expect(
      readDocx(
        edited((document) => document.replace('>u', '>U').replace('</w:tbl>', '<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>')),
      ),
    ).toEqual(handedOf(OUTGOING)))
  it('is refused without the line that says what it is', () =>
    expect(refusalOf(() => readDocx(edited((document) => document.replace('newsroom:', ''))))).toEqual({
      code: 'file.type',
      facts: { expected: 'DOCX' },
    }))
})
