import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EpubCheck } from '@likecoin/epubcheck-ts'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { afterAll, describe, expect, it } from 'vitest'
import type { Edition, Piece } from '#bulletin/edition'
import { epub } from '#bulletin/epub/epub'
import { LANGUAGES, type Language } from '#newsroom'
import type { Inline, RichText } from '#richtext'
import { digestOf } from '../builders'
import { editionIn, ENTRIES, ISSUE_ITEM, withPiece } from './issue-fixture'

const mediaStore = mkdtempSync(join(tmpdir(), 'ttdn-epub-'))
afterAll(() => rmSync(mediaStore, { recursive: true }))
const bytesOf = (file: string): Uint8Array => readFileSync(join(mediaStore, file))

const editions = Object.fromEntries(
  await Promise.all(LANGUAGES.map(async (language) => [language, await editionIn(language, { mediaStore })] as const)),
) as Readonly<Record<Language, Edition>>
const places = editions.vi.sections
  .flatMap(({ pieces }) => pieces)
  .map(({ id }, index) => ({ entry: id, from: 3 + Math.floor(index / 2), to: 3 + index }))

const unpacked = (book: Uint8Array) => unzipSync(book)
const documents = (book: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unpacked(book))
      .filter(([name]) => /\.(xhtml|opf|xml)$/.test(name))
      .map(([name, bytes]) => [name.replace('EPUB/', ''), strFromU8(bytes)]),
  )
/** What the checker holds against it. */
const faults = async (book: Uint8Array) =>
  (await EpubCheck.validate(book)).messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')
const wellFormed = (xml: string): void => {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}
const words = (text: string): Inline => ({ kind: 'text', text, marks: [] })
const written = (piece: Partial<Piece>, options: { readonly publicUrl?: string } = {}): string => {
  const edition = withPiece(editions.vi, ENTRIES.foreword, (one) => ({ ...one, ...piece }))
  return documents(epub(edition, bytesOf, [], options.publicUrl ?? null))['text-001.xhtml'] ?? ''
}
const linked = (href: string, publicUrl?: string) =>
  /<a [^>]*>/.exec(
    written(
      { body: [{ kind: 'paragraph', children: [{ kind: 'link', href, children: [words('xem')] }] }] },
      publicUrl === undefined ? {} : { publicUrl },
    ),
  )?.[0] ?? null

describe.each(LANGUAGES)('the book in %s', (language) => {
  const book = epub(editions[language], bytesOf, places)
  const files = documents(book)

  it('has nothing that a checker holds against it', async () => expect(await faults(book)).toEqual([]))
  it('has nothing either without pages in print', async () => expect(await faults(epub(editions[language], bytesOf))).toEqual([]))
  it('says its language in every document', () =>
    expect(
      Object.entries(files)
        .filter(([name]) => name.endsWith('.xhtml'))
        .filter(([, xhtml]) => !xhtml.includes(` lang="${language}" xml:lang="${language}">`)),
    ).toEqual([]))
  it('describes every picture and names its maker', () => {
    const all = Object.values(files).join('')
    expect([...all.matchAll(/<img(?![^>]* alt="[^"]+")/g)]).toEqual([])
    expect([...all.matchAll(/<figure>/g)].length).toBe([...all.matchAll(/<small>/g)].length)
  })
  it('claims no conformance that nobody has checked', () => {
    expect(files['package.opf']).not.toContain('conformsTo')
    expect(files['package.opf']).toContain('<meta property="schema:accessibilityFeature">alternativeText</meta>')
  })
})

describe('a book', () => {
  const book = epub(editions.vi, bytesOf, places)
  const files = documents(book)

  it('begins with its type, stored', () => {
    expect(strFromU8(book.subarray(30, 58))).toBe('mimetypeapplication/epub+zip')
    expect([book[8], book[9]]).toEqual([0, 0])
  })

  it('is called for ever what the item is called, and changed on the day of the issue', () =>
    expect(files['package.opf']).toContain(
      `<dc:identifier id="id">tag:lamdong.gov.vn,2017:ttdn:${ISSUE_ITEM}:vi</dc:identifier>\n` +
        '<dc:title>Bản tin Thông tin đối ngoại, số 3 (Quý III/2026)</dc:title>\n<dc:language>vi</dc:language>\n' +
        '<dc:creator>Sở Ngoại vụ tỉnh Lâm Đồng</dc:creator>\n<dc:publisher>Sở Ngoại vụ tỉnh Lâm Đồng</dc:publisher>\n' +
        '<dc:date>2026-09-30</dc:date>',
    ))

  it('has the words of the law at its head, marked as Vietnamese', () =>
    expect(documents(epub(editions.ja, bytesOf))['title.xhtml']).toContain(
      '<p class="masthead" lang="vi" xml:lang="vi">BẢN TIN</p><h1>対外情報</h1><p>ニュースレター</p><p>ラムドン省外務局</p>',
    ))

  it('lists its contents by section, and the pages in print in the order of reading', () => {
    const nav = files['nav.xhtml'] ?? ''
    expect(nav).toContain('<li><span>Từ tòa soạn</span><ol><li><a href="text-001.xhtml">Thư tòa soạn</a></li></ol></li>')
    expect([...nav.matchAll(/#page-\d+">(\d+)</g)].map(([, page]) => page)).toEqual(['3', '4', '5', '6', '7', '8'])
    expect([...nav.matchAll(/<a epub:type="([a-z]+)" href="([^"]+)"/g)].map(([, type, href]) => `${type} ${href}`)).toEqual([
      'cover cover.xhtml',
      'titlepage title.xhtml',
      'toc nav.xhtml',
      'bodymatter text-001.xhtml',
      'errata errata.xhtml',
      'colophon imprint.xhtml',
    ])
  })

  it('heads tables, sets readings over kanji, and prints errata and imprint', () => {
    const all = Object.values(documents(epub(editions.ja, bytesOf))).join('')
    expect(all).toContain('<th scope="col"')
    expect(all).toMatch(/<ruby>[^<]+<rp>（<\/rp><rt>[^<]+<\/rt><rp>）<\/rp><\/ruby>/)
    expect(all).toContain('<h1 id="title">訂正とお詫び</h1>')
    expect(all).toContain('<p>発行責任者：Phan Thái Bình</p>')
  })

  it('holds each picture once, whole and at most 1,600 pixels wide', () => {
    const pictures = Object.keys(unpacked(book)).filter((name) => name.startsWith('EPUB/media/'))
    const forms = editions.vi.media.flatMap(({ renditions }) => renditions)
    const held = pictures.map((name) => forms.find(({ digest, ext }) => name === `EPUB/media/${digest}.${ext}`))
    expect(held.map((form) => form?.name)).toEqual(held.map((form) => (form?.height === 1800 ? 'original' : 'page')))
    expect(new Set(pictures).size).toBe(pictures.length)
  })

  it('takes JPEG where there is the same in JPEG, and nothing that a book may not hold', () => {
    const picture = editions.vi.media[0]!
    const page = picture.renditions.find(({ name }) => name === 'page')!
    const mediaWith = (...mimes: readonly string[]) => ({
      ...editions.vi,
      media: [
        { ...picture, renditions: mimes.map((mime, at) => ({ ...page, mime, ext: mime.slice(6), digest: digestOf(`${at}`) })) },
      ],
    })
    const asked: string[] = []
    const ask = (file: string) => {
      asked.push(file)
      return new Uint8Array()
    }
    const used = (edition: Edition) => {
      asked.length = 0
      epub({ ...edition, cover: { digest: picture.digest, alt: 'a', caption: '', credit: '' }, sections: [] }, ask)
      return [...asked]
    }
    expect(used(mediaWith('image/avif', 'image/webp', 'image/jpeg'))).toEqual([`${digestOf('2')}.jpeg`])
    expect(used(mediaWith('image/avif'))).toEqual([])
  })

  it('is the same for the same edition, byte by byte', () =>
    expect(epub(structuredClone(editions.vi), bytesOf, places)).toEqual(book))

  it('leads where a link leads, in signs of RFC 3986', () => {
    expect(linked('https://jica.go.jp/ảnh {1}?q=a|b[c]#x#y'.replace(' ', ''))).toBe(
      '<a href="https://jica.go.jp/%E1%BA%A3nh%7B1%7D?q=a%7Cb%5Bc%5D#x%23y" rel="noopener noreferrer">',
    )
    expect(linked('https://jica.go.jp/100%')).toBe('<a href="https://jica.go.jp/100%25" rel="noopener noreferrer">')
    expect(linked('mailto:a@b.vn?subject=Xin[1]')).toBe('<a href="mailto:a@b.vn?subject=Xin%5B1%5D">')
    expect(linked('javascript:alert(1)')).toBe(null)
  })

  it('leads to our own site only when it knows where that is', () => {
    expect(linked('/vi/ca-phe')).toBe(null)
    expect(linked('/vi/ca-phe', 'https://ttdn.lamdong.gov.vn')).toBe(
      '<a href="https://ttdn.lamdong.gov.vn/vi/ca-phe" rel="noopener noreferrer">',
    )
  })
})

const HOSTILE = 'a\0\u0001\u001f]]>\ud800 \udc00\u202e\u200f<script>&#0;&amp;"\'\ufffe\uffff\u2028\u000b{{title}}'

describe('hostile words', () => {
  const link = (href: string, ...children: readonly Inline[]): Inline => ({ kind: 'link', href, children })
  const cell = (children: RichText, spans = {}) => ({ header: false, colSpan: 1, rowSpan: 1, children, ...spans })
  const body: RichText = [
    { kind: 'paragraph', children: [] },
    { kind: 'heading', level: 4, children: [] },
    { kind: 'list', ordered: true, items: [] },
    { kind: 'list', ordered: false, items: [{ children: [], nested: [{ kind: 'list', ordered: true, items: [] }] }] },
    { kind: 'table', rows: [] },
    { kind: 'table', rows: [[], [cell([], { header: true, colSpan: 9999 })], [cell([{ kind: 'table', rows: [[cell([])]] }])]] },
    { kind: 'quote', children: [words(HOSTILE), { kind: 'break' }] },
    { kind: 'figure', digest: digestOf('lost'), alt: HOSTILE, caption: HOSTILE, credit: HOSTILE },
    {
      kind: 'paragraph',
      children: [
        { kind: 'ruby', base: '', reading: '' },
        link('https://x.vn/', words('a'), link('https://y.vn/', words('b'), link('javascript:x', words('c')))),
        link('https://[::1]/[a]|^`?%#%'),
        link('tel:+84(263)3822000'),
        link('mailto:a b@c.vn'),
      ],
    },
    { kind: 'rule' },
  ]
  const hostile = (text: string): Edition => ({
    ...editions.ja,
    name: text,
    theme: text,
    errata: [{ title: text, issue: { year: 2026, quarter: 2, date: '2026-06-30' }, page: 1, wrong: text, right: text }],
    imprint: { ...editions.ja.imprint, issuer: text, printer: text, licenceDate: '' },
    sections: [
      { id: text, name: text, pieces: [{ ...BARE, id: text, title: text, summary: text, byline: text, topics: [text], body }] },
      { id: 'empty', name: 'x', pieces: [] },
      { id: 'nameless', name: '', pieces: [{ ...BARE, id: 'b', slot: 'calendar', photos: [editions.ja.cover!] }] },
    ],
  })
  const BARE: Piece = {
    id: '',
    slot: 'brief',
    item: null,
    digest: digestOf('piece'),
    title: '',
    summary: '',
    byline: '',
    topics: [],
    lead: null,
    body: [],
    photos: [],
  }

  it.each([
    ['control characters, half pairs and marks that turn the line', HOSTILE],
    ['nothing', ''],
    ['white space', ' \u3000\n\t '],
    ['a title without an end', '長い題名'.repeat(25_000)],
  ])('leave a sound book: %s', async (_, text) =>
    expect(await faults(epub(hostile(text), bytesOf, [{ entry: text, from: 3, to: 4 }]))).toEqual([]),
  )

  it('leave a sound book: nothing in it at all', async () =>
    expect(await faults(epub({ ...editions.vi, cover: null, sections: [], errata: [], media: [] }, bytesOf))).toEqual([]))

  it('call a piece without a title by its section, or by its place', () => {
    const files = documents(epub(hostile(''), bytesOf))
    expect(files['text-001.xhtml']).toContain('<h1 id="title">短信</h1>')
    expect(files['text-002.xhtml']).toContain('<h1 id="title">行事予定</h1>')
  })

  it('are well-formed XML, whatever they are', () =>
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.constantFrom(...HOSTILE.split(''), '&', '<', ']]>', '\r'),
            fc.string({ maxLength: 1, unit: 'binary' }),
          ),
        }),
        (text) => Object.values(documents(epub({ ...hostile(text), media: [] }, bytesOf))).forEach(wellFormed),
      ),
      { numRuns: process.env.PROOF ? 2_000 : 40 },
    ))
})
