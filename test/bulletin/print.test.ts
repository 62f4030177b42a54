import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import fc from 'fast-check'
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFPage, type PDFRawStream } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Edition, PageFault } from '#bulletin/edition'
import { imprintLines } from '#bulletin/imprint'
import { printShop, Superseded, type PrintShop } from '#bulletin/print/shop'
import { erratumLines } from '#bulletin/words'
import { LANGUAGES, type Language } from '#newsroom'
import type { Block, Cell, Inline } from '#richtext'
import { editionIn, ENTRIES, withPiece } from './issue-fixture'

const ROUNDS = Number(process.env.PRINT_ROUNDS ?? 10)

let folder: string
let mediaStore: string
let shop: PrintShop
const editions = {} as Record<Language, Edition>
const made = {} as Record<Language, Awaited<ReturnType<PrintShop['files']>>>
const texts = {} as Record<Language, readonly string[]>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'print-'))
  mediaStore = join(folder, 'media')
  shop = printShop({ mediaStore, cacheDir: join(folder, 'cache') })
  for (const language of LANGUAGES) {
    editions[language] = await editionIn(language, { mediaStore })
    made[language] = await shop.files(`issue ${language}`, editions[language])
    texts[language] = made[language].screen ? await textOf(made[language].screen) : []
  }
}, 120_000)
afterAll(async () => {
  await shop.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(LANGUAGES)('the edition in %s', (language) => {
  it('has no fault, and a place for every entry in running order', () => {
    const { report } = made[language]
    expect(report.faults).toEqual([])
    expect(report.places.map(({ entry }) => entry)).toEqual(Object.values(ENTRIES))
    const pages = report.places.flatMap(({ from, to }) => [from, to])
    expect(pages).toEqual(pages.toSorted((one, other) => one - other))
    expect([pages[0], pages.at(-1), texts[language].length]).toEqual([3, report.pages, report.pages])
  })

  it('carries at the head of page 1 what the law asks for', () => {
    expect(inOrder(texts[language][0]!, HEAD[language])).toEqual(HEAD[language])
  })

  it('carries the imprint on its last page, and the rectification', () => {
    const { imprint, errata } = editions[language]
    const lines = [...imprintLines(imprint, language), ...errata.flatMap((erratum) => erratumLines(erratum, language))]
    for (const line of [RECTIFICATION[language], ...lines]) expect(flat(texts[language].at(-1)!)).toContain(flat(line))
  })

  it('lists every title with its page', () => {
    const contents = flat(texts[language][1]!)
    for (const { pieces } of editions[language].sections) for (const { title } of pieces) expect(contents).toContain(flat(title))
  })

  it('gives its words back as they were typed, in NFC', () => {
    const all = texts[language].join('\n')
    expect(all).toBe(all.normalize('NFC'))
    for (const sentence of SENTENCES[language]) expect(flat(all)).toContain(flat(sentence))
  })

  it('embeds every font, and none of the machine', async () => {
    const fonts = await fontsOf(made[language].screen!)
    expect(fonts.length).toBeGreaterThan(3)
    expect(fonts.filter(({ embedded }) => !embedded)).toEqual([])
    expect(fonts.filter(({ name }) => !/NotoSerif|BeVietnamPro|NotoSansJP/.test(name))).toEqual([])
  })

  it('is tagged, says its title and its language, and claims PDF/UA-1', async () => {
    const { catalog, context } = await PDFDocument.load(made[language].screen!, { updateMetadata: false })
    expect(String(catalog.get(PDFName.of('Lang')))).toContain(language)
    expect(String(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked')))).toBe('true')
    expect(String(catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict).get(PDFName.of('DisplayDocTitle')))).toBe('true')
    expect(catalog.has(PDFName.of('StructTreeRoot')) && catalog.has(PDFName.of('Outlines'))).toBe(true)
    const metadata = context.lookup(catalog.get(PDFName.of('Metadata'))) as PDFRawStream
    expect(Buffer.from(metadata.getContents()).toString()).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })
})

describe('the files', () => {
  it('have the trim size; the press file adds 3 mm of bleed and marks outside it', async () => {
    const box = ({ x, y, width, height }: ReturnType<PDFPage['getMediaBox']>) =>
      [x, y, width, height].map((points) => Math.round((points / 72) * 25.4))
    const [screen, press] = await Promise.all(
      [made.vi.screen!, made.vi.press!].map((pdf) => PDFDocument.load(pdf, { updateMetadata: false })),
    )
    expect(box(screen!.getPage(0).getMediaBox())).toEqual([0, 0, 190, 270])
    for (const page of press!.getPages())
      expect([box(page.getMediaBox()), box(page.getBleedBox()), box(page.getTrimBox())]).toEqual([
        [-7, -7, 210, 290],
        [0, 0, 196, 276],
        [3, 3, 190, 270],
      ])
    const [intent] = press!.catalog.lookup(PDFName.of('OutputIntents'), PDFArray).asArray()
    expect(String(press!.context.lookup(intent, PDFDict).get(PDFName.of('OutputConditionIdentifier')))).toBe('(FOGRA39)')
  })

  it('are the same bytes for the same edition, whoever sets it and whatever was set before', async () => {
    const other = printShop({ mediaStore, cacheDir: join(folder, 'cache of another') })
    try {
      const again = await other.files('issue vi', editions.vi)
      expect([again.screen!.equals(made.vi.screen!), again.press!.equals(made.vi.press!)]).toEqual([true, true])
    } finally {
      await other.stop()
    }
  })

  it('follow the trim size that the licence allows', async () => {
    const report = await shop.pages('small', { ...editions.vi, trim: { widthMm: 148, heightMm: 210 } })
    expect(report.faults).toEqual([])
    expect(report.pages).toBeGreaterThan(made.vi.report.pages)
  })

  it('show a page as an image once the pages were compiled, and nothing else', async () => {
    await shop.pages('seen', editions.vi)
    const image = await shop.page('seen', 1, 250)
    expect(image?.subarray(8, 12).toString()).toBe('WEBP')
    expect([await shop.page('seen', 99, 250), await shop.page('never seen', 1, 250)]).toEqual([null, null])
  })

  it('labels are PDF/UA and carry every addressee', async () => {
    const labels = Array.from({ length: 30 }, (_, at) => ({
      addressee: `Thư viện số ${at + 1}`,
      address: '14 Trần Phú\nĐà Lạt',
      copies: at + 1,
    }))
    const pages = await textOf(await shop.labels('vi', labels))
    expect(pages).toHaveLength(2)
    for (const { addressee } of labels) expect(pages.join('\n')).toContain(addressee)
  })
})

describe('what cannot be printed names the entry', () => {
  const faultsOf = async (change: (edition: Edition) => Edition): Promise<readonly PageFault[]> =>
    (await shop.pages('faulty', change(editions.vi))).faults
  const coffee = (change: Parameters<typeof withPiece>[2]) => (edition: Edition) => withPiece(edition, ENTRIES.coffee, change)

  it('a character that no font has', async () => {
    expect(await faultsOf(coffee((piece) => ({ ...piece, title: `${piece.title} 𓀀` })))).toEqual([
      { kind: 'glyph', entry: ENTRIES.coffee, detail: '𓀀' },
    ])
    expect(await shop.files('faulty', coffee((piece) => ({ ...piece, summary: '☃︎𓀀' }))(editions.vi))).toMatchObject({
      screen: null,
      press: null,
    })
  })

  it('a picture that is missing, and one that is broken', async () => {
    const digest = 'f'.repeat(64)
    const rendition = { name: 'original', digest, ext: 'jpg', mime: 'image/jpeg', bytes: 9, width: 1200, height: 800 }
    const broken = coffee((piece) => ({ ...piece, lead: { ...piece.lead!, digest } }))
    expect(await faultsOf(broken)).toEqual([{ kind: 'picture', entry: ENTRIES.coffee, detail: digest }])
    const whole = readFileSync(join(mediaStore, `${editions.vi.cover!.digest}.jpg`))
    writeFileSync(join(mediaStore, `${digest}.jpg`), whole.subarray(0, whole.length / 3))
    const cut = (edition: Edition) => ({ ...broken(edition), media: [...edition.media, { digest, renditions: [rendition] }] })
    expect(await faultsOf(cut)).toEqual([{ kind: 'picture', entry: ENTRIES.coffee, detail: digest }])
  })

  it('a picture without its words for the blind', async () => {
    expect(await faultsOf(coffee((piece) => ({ ...piece, lead: { ...piece.lead!, alt: ' ' } })))).toEqual([
      { kind: 'alt', entry: ENTRIES.coffee, detail: editions.vi.sections[1]!.pieces[2]!.lead!.digest },
    ])
  })

  const long = 'm'.repeat(70)
  const text = (words: string): Inline => ({ kind: 'text', text: words, marks: [] })
  const cells = (count: number, words: string): readonly Cell[] =>
    Array.from({ length: count }, () => ({
      header: false,
      colSpan: 1,
      rowSpan: 1,
      children: [{ kind: 'paragraph', children: [text(words)] }],
    }))
  const BLOCKS: readonly (readonly [string, Block])[] = [
    ['a word wider than its column', { kind: 'paragraph', children: [text(`trước ${long} sau`)] }],
    ['a word wider than its column, in a heading', { kind: 'heading', level: 2, children: [text(long)] }],
    ['a word wider than its column, in a list', { kind: 'list', ordered: true, items: [{ children: [text(long)], nested: [] }] }],
    [
      'a word wider than its column, in a link',
      { kind: 'paragraph', children: [{ kind: 'link', href: 'https://a.example', children: [text(long)] }] },
    ],
    [
      'a word wider than its column, in parts of different look',
      { kind: 'paragraph', children: [text('m'.repeat(35)), { kind: 'text', text: 'm'.repeat(35), marks: ['bold'] }] },
    ],
    [
      'a reading wider than its column',
      { kind: 'paragraph', children: [{ kind: 'ruby', base: '珈琲', reading: 'コ'.repeat(70) }] },
    ],
    ['a table wider than the page', { kind: 'table', rows: [cells(14, 'Phát-triển bền-vững-toàn-diện Nghiêng12345')] }],
    ['a wide table higher than the page', { kind: 'table', rows: Array.from({ length: 90 }, () => cells(7, 'Hợp tác đầu tư')) }],
    [
      'a caption higher than the page',
      { kind: 'figure', digest: '', alt: 'x', caption: 'Chú thích rất dài. '.repeat(700), credit: '' },
    ],
  ]
  it('whatever is wider than its column or higher than its page', async () => {
    const digest = editions.vi.cover!.digest
    const pieces = BLOCKS.map(([id, block]) => ({
      ...editions.vi.sections[1]!.pieces[2]!,
      id,
      lead: null,
      body: [block.kind === 'figure' ? { ...block, digest } : block],
    }))
    const faults = await faultsOf((edition) => ({ ...edition, sections: [{ id: 's', name: 'Mục', pieces }] }))
    expect([...new Set(faults.map(({ kind, entry }) => `${kind}: ${entry}`))]).toEqual(BLOCKS.map(([id]) => `overset: ${id}`))
  })

  it('a title that leaves no page for its text', async () => {
    const faults = await faultsOf(coffee((piece) => ({ ...piece, title: 'Một tiêu đề rất dài '.repeat(60) })))
    expect(faults.map(({ kind, entry }) => [kind, entry])).toEqual([['overset', ENTRIES.coffee]])
  })

  it('a long address is broken, not refused', async () => {
    const href = 'https://dautu.lamdong.example/vi/thu-tuc/huong-dan/nha-dau-tu-nuoc-ngoai/2026/mau-so-01.html?phien-ban=2'
    expect(
      await faultsOf(
        coffee((piece) => ({
          ...piece,
          body: [{ kind: 'paragraph', children: [{ kind: 'link', href, children: [text(href)] }] }],
        })),
      ),
    ).toEqual([])
  })
})

describe('whatever an editor may type', () => {
  it('is set whole or reported, and never brings the printer down', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyBody,
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom('lead', 'feature', 'brief', 'figures', 'foreword', 'photoPage'),
        async (body, language, slot) => {
          const edition = withPiece(editions[language], ENTRIES.coffee, (piece) => ({ ...piece, slot: slot as 'lead', body }))
          const { report, screen } = await shop.files('random', edition)
          expect(report.faults.filter(({ kind }) => kind !== 'overset')).toEqual([])
          expect(screen === null).toBe(report.faults.length > 0)
          if (!screen) return
          const all = flat((await textOf(screen)).join('\n'))
          for (const word of wordsIn(body)) expect(all).toContain(flat(word))
        },
      ),
      { numRuns: ROUNDS, seed: Number(process.env.PRINT_SEED ?? 7) },
    )
  }, 600_000)
})

describe('the shop', () => {
  it('answers the last edit: a newer call for the same key takes the place of those before', async () => {
    const older = [shop.pages('edit', editions.vi), shop.pages('edit', editions.en)].map((asked) =>
      asked.catch((problem: unknown) => problem),
    )
    const other = shop.pages('another key', editions.vi)
    const newest = await shop.pages('edit', editions.ja)
    for (const refused of await Promise.all(older)) expect(refused).toBeInstanceOf(Superseded)
    expect([newest.pages, (await other).pages]).toEqual([made.ja.report.pages, made.vi.report.pages])
  })

  it('survives a text that takes all memory, says so, and sets the next one', async () => {
    const small = printShop({ mediaStore, cacheDir: join(folder, 'cache'), memoryMb: 480 })
    try {
      const bomb = withPiece(editions.vi, ENTRIES.coffee, (piece) => ({ ...piece, summary: 'nước '.repeat(16_000_000) }))
      expect((await small.pages('bomb', bomb)).faults).toMatchObject([{ kind: 'memory', entry: null }])
      expect((await small.pages('bomb', editions.vi)).faults).toEqual([])
    } finally {
      await small.stop()
    }
  })

  it('ends a job that takes too long, says so, and does the next one', async () => {
    const program = join(folder, 'slow.mjs')
    writeFileSync(
      program,
      `process.on('message', (job) => { if (job.key !== 'slow') process.send({ kind: 'done', id: job.id, value: { pages: 4, places: [], free: [], faults: [] } }) })\nprocess.send({ kind: 'ready' })\n`,
    )
    const slow = printShop({ mediaStore, cacheDir: join(folder, 'cache'), timeMs: 700 }, [program])
    try {
      expect((await slow.pages('slow', editions.vi)).faults).toMatchObject([{ kind: 'time', entry: null }])
      expect((await slow.pages('quick', editions.vi)).pages).toBe(4)
    } finally {
      await slow.stop()
    }
  })

  it('tells whoever waits when the printer does not come up', async () => {
    const none = printShop({ mediaStore, cacheDir: join(folder, 'cache') }, [join(folder, 'no such program.mjs')])
    expect((await none.pages('a', editions.vi)).faults).toMatchObject([{ kind: 'engine', entry: null }])
    await none.stop()
  })
})

const anyBody: fc.Arbitrary<readonly Block[]> = (() => {
  const word = fc.oneof(
    fc.constantFrom(
      'nghiêng',
      'Ế',
      'đường',
      'ラムドン省',
      '協力',
      'cooperation',
      '1.234.567,89',
      '–',
      '“Đà Lạt”',
      '（注）',
      '#*_$@`\\',
      '<b>',
      'https://a.example/b/c-d',
    ),
    fc.string({ unit: fc.constantFrom('a', 'b', 'ữ', 'Đ', '9', '-'), minLength: 1, maxLength: 18 }),
  )
  const words = fc.array(word, { minLength: 1, maxLength: 30 }).map((all) => all.join(' '))
  const inline: fc.Arbitrary<Inline> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('text' as const),
        text: words,
        marks: fc.subarray(['bold', 'italic', 'underline', 'strikethrough', 'subscript', 'superscript'] as const),
      }),
    },
    {
      weight: 1,
      arbitrary: words.map((text) => ({
        kind: 'link' as const,
        href: 'https://a.example/',
        children: [{ kind: 'text' as const, text, marks: [] }],
      })),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'ruby' as const, base: '珈琲', reading: 'コーヒー' }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'break' as const }) },
  )
  const children = fc.array(inline, { minLength: 0, maxLength: 4 })
  const paragraph = children.map((all): Block => ({ kind: 'paragraph', children: all }))
  const cell = fc.record({
    header: fc.boolean(),
    colSpan: fc.integer({ min: 1, max: 3 }),
    rowSpan: fc.integer({ min: 1, max: 3 }),
    children: words.map((text): readonly Block[] => [
      { kind: 'paragraph', children: [{ kind: 'text', text: text.slice(0, 40), marks: [] }] },
    ]),
  })
  const block: fc.Arbitrary<Block> = fc.oneof(
    { weight: 5, arbitrary: paragraph },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('heading' as const),
        level: fc.constantFrom(2, 3, 4),
        children: fc.array(inline, { minLength: 1, maxLength: 1 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.array(children, { minLength: 1, maxLength: 5 }).map((items): Block => ({
        kind: 'list',
        ordered: items.length % 2 === 0,
        items: items.map((all) => ({
          children: all,
          nested: [{ kind: 'list', ordered: false, items: [{ children: all, nested: [] }] }],
        })),
      })),
    },
    { weight: 1, arbitrary: children.map((all): Block => ({ kind: 'quote', children: all })) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 })
        .map((rows): Block => ({ kind: 'table', rows })),
    },
    { weight: 1, arbitrary: fc.constant<Block>({ kind: 'rule' }) },
  )
  return fc.array(block, { minLength: 0, maxLength: 25 })
})()

/** Words that must be found again: plain ones of paragraphs and cells, too short to be broken. */
const wordsIn = (body: readonly Block[]): readonly string[] =>
  body.flatMap((block) => {
    const inlines = block.kind === 'paragraph' || block.kind === 'quote' ? block.children : []
    return inlines.flatMap((node) =>
      node.kind === 'text' ? node.text.split(/[\s-]+/).filter((word) => /^[\p{L}]{2,7}$/u.test(word)) : [],
    )
  })

let library: Promise<PDFiumLibrary> | null = null
const textOf = async (pdf: Buffer): Promise<readonly string[]> => {
  library ??= PDFiumLibrary.init()
  const document = await (await library).loadDocument(pdf)
  try {
    return [...document.pages()].map((page) => page.getText())
  } finally {
    document.destroy()
  }
}

/** Lines end where the column ends; a hyphen at such an end is the page's. */
const flat = (text: string): string => text.replace(/[\u0002\uFFFE]\s*/gu, '').replace(/\s+/gu, '')
const inOrder = (text: string, lines: readonly string[]): readonly string[] => {
  let from = 0
  return lines.filter((line) => {
    const at = flat(text).indexOf(flat(line), from)
    if (at >= 0) from = at + flat(line).length
    return at >= 0
  })
}

const fontsOf = async (pdf: Buffer): Promise<readonly { readonly name: string; readonly embedded: boolean }[]> => {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false })
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('FontDescriptor')) return []
    const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => object.has(PDFName.of(key)))
    return [{ name: String(object.get(PDFName.of('FontName'))), embedded }]
  })
}

const HEAD: Readonly<Record<Language, readonly string[]>> = {
  vi: ['BẢN TIN', 'Số 3 (Quý III/2026)', 'Thông tin đối ngoại', 'Sở Ngoại vụ tỉnh Lâm Đồng', 'Ngày 30 tháng 9 năm 2026'],
  en: [
    'BẢN TIN',
    'BULLETIN',
    'No. 3 (Q3 2026)',
    'Foreign Information',
    'Lam Dong Department of Foreign Affairs',
    '30 September 2026',
  ],
  ja: ['BẢN TIN', 'ニュースレター', '第3号（2026年第3四半期）', '対外情報', 'ラムドン省外務局', '2026年9月30日'],
}
const RECTIFICATION: Readonly<Record<Language, string>> = {
  vi: 'Thông tin cải chính, xin lỗi',
  en: 'Correction and apology',
  ja: '訂正とお詫び',
}
const SENTENCES: Readonly<Record<Language, readonly string[]>> = {
  vi: [
    'Không thu lệ phí ở bước tiếp nhận.',
    'Kính thưa quý bạn đọc, quý III năm 2026 khép lại với nhiều cuộc gặp gỡ.',
    'Chúng tôi không muốn nhà đầu tư phải nhớ tên các phòng.',
  ],
  en: ['No fee is charged when a file is received.', 'We thank you and wish you good health.'],
  ja: ['読者の皆様、2026年第3四半期は多くの出会いとともに幕を閉じました。', '受付の段階では手数料はかからない。'],
}
