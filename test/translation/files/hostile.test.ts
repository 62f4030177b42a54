import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NewsroomError } from '#newsroom'
import { readTermsCsv, writeTermsCsv } from '#translation/files/csv'
import { readDocx, writeDocx } from '#translation/files/docx'
import { readTermsTbx, writeTermsTbx } from '#translation/files/tbx'
import { readTmx, writeTmx } from '#translation/files/tmx'
import { readXliff, writeXliff } from '#translation/files/xliff'
import { readTermsXlsx, writeTermsXlsx } from '#translation/files/xlsx'
import { readXml, XML_LIMITS } from '#translation/files/xml'
import { openZip, ZIP_LIMITS } from '#translation/files/zip'
import { OUTGOING, refusalOf, TERM } from './samples'

const XLIFF = writeXliff(OUTGOING)
const inTarget = (content: string): string => XLIFF.replace('迎える', content)
const bytes = (text: string) => new TextEncoder().encode(text)
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))

const summary = (run: () => unknown): string => {
  const refusal = refusalOf(run)
  if (!refusal) return 'read'
  const { why, limit, place } = refusal.facts
  return [refusal.code, why ?? limit ?? '', typeof place === 'string' ? place : ''].filter(Boolean).join(' ')
}

const DOCTYPE = (subset: string) => XLIFF.replace('<xliff', `<!DOCTYPE xliff ${subset}>\n<xliff`)

describe('XML that means harm', () => {
  it.each<readonly [string, () => string | Uint8Array, string]>([
    ['a billion laughs', () => DOCTYPE('[<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]'), 'file.broken doctype 2:1'],
    ['one huge entity, often', () => DOCTYPE(`[<!ENTITY a "${'x'.repeat(100_000)}">]`), 'file.broken doctype 2:1'],
    ['a file of the machine', () => DOCTYPE('[<!ENTITY x SYSTEM "file:///etc/passwd">]'), 'file.broken doctype 2:1'],
    ['an address inside', () => DOCTYPE('[<!ENTITY x SYSTEM "http://127.0.0.1/">]'), 'file.broken doctype 2:1'],
    ['a parameter entity', () => DOCTYPE('[<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]'), 'file.broken doctype 2:1'],
    ['an external definition', () => DOCTYPE('SYSTEM "http://127.0.0.1/x.dtd"'), 'file.broken doctype 2:1'],
    ['a public definition', () => DOCTYPE('PUBLIC "-//X" "http://127.0.0.1/x.dtd"'), 'file.broken doctype 2:1'],
    ['a definition after comments', () => `<!-- a\n-->\n<?x y?><!DOCTYPE xliff><xliff/>`, 'file.broken doctype 3:8'],
    ['a definition in the middle', () => inTarget('<!DOCTYPE xliff>'), 'file.broken xml 16:183'],
    ['a definition that never ends', () => '<!DOCTYPE xliff [', 'file.broken doctype 1:1'],
    ['an entity of nobody', () => inTarget('&xxe;'), 'file.broken xml 16:179'],
    ['an entity named like a member', () => inTarget('&constructor;'), 'file.broken xml 16:187'],
    ['an entity named __proto__', () => inTarget('&__proto__;'), 'file.broken xml 16:185'],
    ['a reference to NUL', () => inTarget('&#0;'), 'file.broken xml 16:178'],
    ['a reference to a control character', () => inTarget('&#x1b;'), 'file.broken xml 16:180'],
    ['a reference to half a pair', () => inTarget('&#xD800;'), 'file.broken xml 16:182'],
    ['a reference beyond Unicode', () => inTarget('&#x110000;'), 'file.broken xml 16:184'],
    ['a reference of a million digits', () => inTarget(`&#${'9'.repeat(1_000_000)};`), 'file.broken xml 16:1000177'],
    ['NUL', () => inTarget('\0'), 'file.broken xml 16:175'],
    ['a control character', () => inTarget('\u001b'), 'file.broken xml 16:175'],
    ['half a pair', () => inTarget('\ud800'), 'file.broken encoding 1:1'],
    ['depth', () => inTarget('<g id="1">'.repeat(65)), 'file.broken depth 16:767'],
    [
      'depth without end',
      () => '<a>'.repeat(200_000).replace('<a>', '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'),
      'file.broken depth 1:260',
    ],
    [
      'many attributes',
      () => inTarget(`<x id="1" ${Array.from({ length: 70 }, (_, at) => `a${at}="1"`).join(' ')}/>`),
      'file.broken attributes 16:685',
    ],
    ['an attribute twice', () => inTarget('<x id="1" id="2"/>'), 'file.broken xml 16:192'],
    ['a prefix of nobody', () => inTarget('<q:x id="1"/>'), 'file.broken xml 16:187'],
    ['a huge attribute', () => inTarget(`<x id="${'1'.repeat(3_000_000)}"/>`), 'file.broken code 16:3000184'],
    ['a huge name', () => inTarget(`<${'n'.repeat(1_000_000)}/>`), 'file.broken element 16:1000177'],
    ['a huge unit', () => inTarget('あ'.repeat(XML_LIMITS.partCharacters)), 'file.tooLarge characters'],
    ['a unit of codes', () => inTarget('<x id="1"/>'.repeat(XML_LIMITS.partElements)), 'file.tooLarge elements'],
    ['a huge comment', () => inTarget(`<!--${'-x'.repeat(200_000)}-->`), 'read'],
    ['a huge file', () => ' '.repeat(XML_LIMITS.bytes + 1), 'file.tooLarge bytes'],
    ['a huge file of bytes', () => new Uint8Array(XML_LIMITS.bytes + 1), 'file.tooLarge bytes'],
    ['an end in the middle', () => XLIFF.slice(0, -30), 'file.broken xml 17:10'],
    ['an end within a tag', () => XLIFF.slice(0, XLIFF.indexOf('restype')), 'file.broken xml 9:59'],
    ['an end within a comment', () => `${XLIFF}<!-- `, 'file.broken xml 21:6'],
    ['two roots', () => `${XLIFF}<xliff/>`, 'file.broken xml 21:8'],
    ['tags that cross', () => inTarget('<g id="1"><g id="2"></g></h>'), 'file.broken xml 16:202'],
    [
      'inclusion of another file',
      () => inTarget('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'),
      'file.broken element 16:256',
    ],
    [
      'a style sheet, which nobody reads',
      () => XLIFF.replace('<xliff', '<?xml-stylesheet href="http://127.0.0.1/x.xsl"?><xliff'),
      'read',
    ],
    ['bytes that are no UTF-8', () => joined(bytes(XLIFF), new Uint8Array([0xff])), 'file.broken encoding 1:1'],
    [
      'UTF-8 in five bytes',
      () => joined(bytes(XLIFF), new Uint8Array([0xf8, 0x88, 0x80, 0x80, 0x80])),
      'file.broken encoding 1:1',
    ],
    ['UTF-8 that says Latin', () => bytes(XLIFF.replace('UTF-8', 'ISO-8859-1')), 'file.broken encoding 1:1'],
    ['UTF-8 that says UTF-16', () => bytes(XLIFF.replace('UTF-8', 'UTF-16')), 'file.broken encoding 1:1'],
    ['UTF-7', () => bytes(XLIFF.replace('UTF-8', 'UTF-7')), 'file.broken encoding 1:1'],
    ['UTF-16 that says UTF-8', () => utf16(XLIFF), 'file.broken encoding 1:1'],
    ['UTF-16 that says so', () => utf16(XLIFF.replace('UTF-8', 'UTF-16')), 'read'],
    ['UTF-16 without its mark', () => utf16(XLIFF).subarray(2), 'file.broken encoding 1:1'],
    [
      'UTF-16 with half a pair',
      () => joined(utf16(XLIFF.replace('UTF-8', 'UTF-16')), new Uint8Array([0, 0xd8])),
      'file.broken encoding 1:1',
    ],
    [
      'XML 1.1 with what only it allows',
      () => inTarget('&#1;').replace('version="1.0"', 'version="1.1"'),
      'file.broken xml 16:178',
    ],
    ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'file.broken encoding 1:1'],
  ])('%s', (_, file, expected) => expect(summary(() => readXliff(file()))).toBe(expected))

  it('in a memory: definitions beside the name of the standard', () => {
    const tmx = [...writeTmx([])].join('')
    expect(
      ['SYSTEM "tmx14.dtd"', 'SYSTEM "tmx14.dtd" [<!ENTITY a "b">]', '[]', 'SYSTEM "x" x'].map((subset) =>
        summary(() => readTmx(tmx.replace('<tmx', `<!DOCTYPE tmx ${subset}><tmx`))),
      ),
    ).toEqual(['read', ...Array<string>(3).fill('file.broken doctype 2:1')])
  })
  it('in a memory: more elements than anybody has', () => {
    let read = 0
    const endless = `<tmx version="1.4"><body>${'<tu/>'.repeat(XML_LIMITS.elements)}`
    expect(
      refusalOf(() => {
        for (const { kind } of readXml(endless, { parts: ['tu'], expected: 'TMX', isRoot: () => true }))
          if (kind === 'part') read++
      }),
    ).toEqual({ code: 'file.tooLarge', facts: { limit: 'elements', most: XML_LIMITS.elements } })
    expect(read).toBeLessThan(XML_LIMITS.elements)
  })
})

const patched = (archive: Uint8Array, change: (view: DataView, directory: number) => void): Uint8Array => {
  const copy = archive.slice()
  const view = new DataView(copy.buffer)
  change(view, view.getUint32(copy.length - 6, true))
  return copy
}

const TWO = zipSync({ 'a.txt': strToU8('aaaa'), 'b.txt': strToU8('bbbb') }, { level: 0 })
/** Offset of the second entry's directory record. */
const second = (directory: number) => directory + 46 + 5
const named = (name: string) => zipSync({ [name]: strToU8('x') })
const readAll = (archive: Uint8Array) => {
  const zip = openZip(archive, 'ZIP')
  return [...zip.names].map((name) => zip.read(name))
}

describe('ZIP that means harm', () => {
  const ZEROS = new Uint8Array(ZIP_LIMITS.ratioFrom * 4)
  it.each<readonly [string, () => Uint8Array, string]>([
    ['a bomb', () => zipSync({ a: ZEROS }, { level: 9 }), 'file.tooLarge ratio'],
    [
      'a bomb that lies',
      () => patched(zipSync({ a: ZEROS }, { level: 9 }), (view, at) => view.setUint32(at + 24, 1000, true)),
      'file.broken size a',
    ],
    [
      'more than it says',
      () => patched(zipSync({ a: strToU8('abc'.repeat(99)) }), (view, at) => view.setUint32(at + 24, 10, true)),
      'file.broken size a',
    ],
    [
      'less than it says',
      () => patched(zipSync({ a: strToU8('abc'.repeat(99)) }), (view, at) => view.setUint32(at + 24, 1000, true)),
      'file.broken zip a',
    ],
    ['4 GB declared', () => patched(TWO, (view, at) => view.setUint32(at + 24, 0xfffffffe, true)), 'file.tooLarge unpacked'],
    ['ZIP64', () => patched(TWO, (view, at) => view.setUint32(at + 24, 0xffffffff, true)), 'file.tooLarge unpacked'],
    [
      'many entries',
      () => zipSync(Object.fromEntries(Array.from({ length: ZIP_LIMITS.entries + 1 }, (_, at) => [`${at}`, new Uint8Array()]))),
      'file.tooLarge entries',
    ],
    ['a huge file', () => joined(TWO, new Uint8Array(ZIP_LIMITS.bytes)), 'file.tooLarge bytes'],
    [
      'entries that overlap',
      () => patched(TWO, (view, at) => view.setUint32(second(at) + 42, 0, true)),
      'file.broken overlap a.txt',
    ],
    [
      'an entry that reaches into the next',
      () => patched(TWO, (view, at) => [20, 24].forEach((field) => view.setUint32(at + field, 40, true))),
      'file.broken overlap a.txt',
    ],
    [
      'an entry that begins in the directory',
      () => patched(TWO, (view, at) => view.setUint32(at + 42, at, true)),
      'file.broken overlap a.txt',
    ],
    [
      'an entry beyond the end',
      () => patched(TWO, (view, at) => view.setUint32(at + 42, 0xfffffff0, true)),
      'file.broken overlap a.txt',
    ],
    ['a wrong checksum', () => patched(TWO, (view, at) => view.setUint32(at + 16, 1, true)), 'file.broken checksum a.txt'],
    ['another name in front', () => patched(TWO, (view) => view.setUint8(30, 0x7a)), 'file.broken name a.txt'],
    [
      'a name twice',
      () => patched(TWO, (view, at) => [second(at) + 46, 39 + 30].forEach((field) => view.setUint8(field, 0x61))),
      'file.broken name a.txt',
    ],
    ['a name twice but for capitals', () => zipSync({ 'A.xml': strToU8('x'), 'a.xml': strToU8('y') }), 'file.broken name a.xml'],
    ['encryption', () => patched(TWO, (view, at) => view.setUint16(at + 8, 1, true)), 'file.broken encrypted a.txt'],
    [
      'a method of its own',
      () => patched(TWO, (view, at) => [at + 10, 8].forEach((field) => view.setUint16(field, 12, true))),
      'file.broken method a.txt',
    ],
    [
      'a link',
      () => patched(TWO, (view, at) => (view.setUint8(at + 5, 3), view.setUint32(at + 38, 0xa1ff0000, true))),
      'file.broken name a.txt',
    ],
    ['several disks', () => patched(TWO, (view) => view.setUint16(view.byteLength - 18, 1, true)), 'file.broken zip directory'],
    ['a way out', () => named('../../etc/passwd'), 'file.broken name entry 1'],
    ['a way out in the middle', () => named('word/../../x'), 'file.broken name entry 1'],
    ['a way of Windows', () => named('..\\x'), 'file.broken name entry 1'],
    ['a way from the root', () => named('/etc/passwd'), 'file.broken name entry 1'],
    ['a drive', () => named('C:/x'), 'file.broken name entry 1'],
    ['an empty step', () => named('a//b'), 'file.broken name entry 1'],
    ['NUL in a name', () => named('a\0.xml'), 'file.broken name entry 1'],
    ['a name that turns', () => named('a\u202Elmx'), 'file.broken name entry 1'],
    ['a long name', () => named('n'.repeat(300)), 'file.broken name entry 1'],
    ['an end that is missing', () => TWO.subarray(0, TWO.length - 4), 'file.broken zip end'],
    ['half a file', () => TWO.subarray(0, 40), 'file.broken zip end'],
    ['two bytes', () => TWO.subarray(0, 2), 'file.broken zip end'],
    ['something before it', () => joined(strToU8('PK'), TWO), 'file.broken zip directory'],
    ['something behind it', () => joined(TWO, strToU8('x')), 'file.broken zip end'],
    [
      'damaged deflate',
      () => patched(zipSync({ a: strToU8('abcdef'.repeat(50)) }), (view) => view.setUint32(31, 0xffffffff, true)),
      'file.broken zip a',
    ],
    ['no ZIP', () => strToU8('hello'), 'file.type'],
    ['nothing', () => new Uint8Array(), 'file.type'],
    ['an archive of two files', () => TWO, 'read'],
  ])('%s', (_, archive, expected) => expect(summary(() => readAll(archive()))).toBe(expected))

  const office = (files: Readonly<Record<string, string>>) =>
    zipSync(
      Object.fromEntries(
        Object.entries({ '[Content_Types].xml': '<Types/>', ...files }).map(([name, text]) => [name, strToU8(text)]),
      ),
    )
  const main = (target: string, mode = 'Internal') =>
    `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="${target}" TargetMode="${mode}"/></Relationships>`
  it.each<readonly [string, (file: Uint8Array) => unknown, () => Uint8Array, string]>([
    ['a text for a table', readTermsXlsx, () => writeDocx(OUTGOING), 'file.type'],
    ['a table for a text', readDocx, () => writeTermsXlsx([TERM]), 'file.type'],
    ['a ZIP of anything', readDocx, () => TWO, 'file.type'],
    ['a package without a text', readDocx, () => office({ '_rels/.rels': '<Relationships/>' }), 'file.type'],
    ['a text outside', readDocx, () => office({ '_rels/.rels': main('http://127.0.0.1/', 'External') }), 'file.type'],
    ['a text up there', readDocx, () => office({ '_rels/.rels': main('../../etc/passwd') }), 'file.broken part etc/passwd'],
    [
      'an entity in a package',
      readDocx,
      () => office({ '_rels/.rels': main('d'), d: '<!DOCTYPE a [<!ENTITY b "c">]><document/>' }),
      'file.broken doctype d 1:1',
    ],
    [
      'a ZIP in a ZIP',
      readDocx,
      () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), '_rels/.rels': strToU8(main('d')), d: TWO }),
      'file.broken encoding d 1:1',
    ],
    ['a damaged text', readDocx, () => office({ '_rels/.rels': main('d'), d: '<document><body>\n<p>' }), 'file.broken xml d 2:4'],
    ['a row of a thousand cells', readTermsXlsx, () => table(`<row>${'<c t="str"><v>vi</v></c>'.repeat(1000)}</row>`), 'read'],
    [
      'a row without end',
      readTermsXlsx,
      () => table(`<row>${'<c/>'.repeat(XML_LIMITS.partElements)}</row>`),
      'file.tooLarge elements',
    ],
    ['more rows than a termbase has', readTermsXlsx, () => table('<row/>'.repeat(20_002)), 'file.tooLarge rows'],
    [
      'a cell of a megabyte',
      readTermsXlsx,
      () => table(`<row><c t="str"><v>vi</v></c></row><row><c t="str"><v>${'x'.repeat(900_000)}</v></c></row>`),
      'file.broken cell row 2, vi',
    ],
  ])('as an office file: %s', (_, read, file, expected) => expect(summary(() => read(file()))).toBe(expected))

  const table = (rows: string) =>
    office({
      '_rels/.rels': main('xl/workbook.xml'),
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet r:id="a"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': main('s.xml').replace('officeDocument', 'worksheet'),
      'xl/s.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    })
})

describe('tables that mean harm', () => {
  it.each<readonly [string, () => string, string]>([
    ['a cell of a megabyte', () => `vi\n${'x'.repeat(1_000_000)}\n`, 'file.broken cell row 2, vi'],
    ['a million quotes', () => `vi\n"${'""'.repeat(1_000_000)}`, 'file.broken quote row 2'],
    ['a million cells', () => `vi\n${','.repeat(1_000_000)}`, 'file.tooLarge columns'],
    ['a million rows', () => `vi\n${'a\n'.repeat(1_000_000)}`, 'file.tooLarge rows'],
    ['a huge file', () => 'x'.repeat(XML_LIMITS.bytes + 1), 'file.tooLarge bytes'],
    ['a million backslashes in forms', () => `vi,forbidden_vi\na,${'\\'.repeat(30_000)}\n`, 'read'],
  ])('%s', (_, csv, expected) => expect(summary(() => readTermsCsv(csv()))).toBe(expected))
})

describe('files that were damaged on the way', () => {
  const FILES: readonly (readonly [string, Uint8Array, (file: Uint8Array) => unknown])[] = [
    ['XLIFF', bytes(XLIFF), readXliff],
    [
      'TMX',
      bytes([...writeTmx([{ from: 'vi', to: 'ja', source: 'a⟦1⟧b⟦/1⟧', target: '⟦1⟧あ⟦/1⟧', props: { a: 'b' } }])].join('')),
      readTmx,
    ],
    ['TBX', bytes(writeTermsTbx([TERM])), readTermsTbx],
    ['CSV', bytes(writeTermsCsv([TERM])), readTermsCsv],
    ['XLSX', writeTermsXlsx([TERM]), readTermsXlsx],
    ['DOCX', writeDocx(OUTGOING), readDocx],
  ]
  it.each(FILES)('%s is read or refused, never anything else', (_, file, read) =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: file.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }),
        fc.option(fc.nat({ max: file.length })),
        (changes, end) => {
          const damaged = file.slice(0, end ?? file.length)
          for (const [at, byte] of changes) if (at < damaged.length) damaged[at] = byte
          try {
            read(damaged)
          } catch (error) {
            if (!(error instanceof NewsroomError)) throw error
            expect(error.code).toMatch(/^file\.(type|broken|tooLarge)$/u)
          }
        },
      ),
      { numRuns: 150 },
    ),
  )
})

it('no reader opens a file or a connection', () =>
  expect(
    ['xml', 'zip', 'ooxml', 'xliff', 'tmx', 'tbx', 'csv', 'xlsx', 'docx'].filter((name) =>
      /from 'node:|\bfetch\(|XMLHttpRequest|import\(/u.test(readFileSync(`src/translation/files/${name}.ts`, 'utf8')),
    ),
  ).toEqual([]))
