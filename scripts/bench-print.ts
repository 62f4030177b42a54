/**
 * `node scripts/go.mjs bench-print`: one issue of 48 pages with 30 photos of 3000 × 2000, set by the print shop and, in the
 * same run, printed by Chromium from plain HTML and CSS. `--no-browser` leaves Chromium out, `--pieces 21` changes the length.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import type { Edition, Piece } from '#bulletin/edition'
import { preparePictures, type Form } from '#bulletin/print/pictures'
import { toPress } from '#bulletin/print/press'
import { printShop } from '#bulletin/print/shop'
import { createTypesetter } from '#bulletin/print/typesetter'
import { LANGUAGES, type Language } from '#newsroom'
import { sha256 } from '#publication/canonical'
import type { Medium } from '#publication/release'
import type { Block, Figure, Inline, RichText } from '#richtext'
import { STORIES } from '#sample/stories/index'
import { launchBrowser } from '../test/lib/browser'
import { option } from './installation'
import { ROOT } from './programs'
import { run, say } from './speak'

const PHOTOS = 30
const PIECES = Number(option('pieces') ?? 22)
const EDITS = 8
const TRIM = { widthMm: 190, heightMm: 270 } as const

run(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-print-'))
  try {
    await measure(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

const measure = async (folder: string): Promise<void> => {
  const places = { mediaStore: join(folder, 'media'), cacheDir: join(folder, 'cache') }
  const media = await photos(places.mediaStore)
  const editions = Object.fromEntries(LANGUAGES.map((language) => [language, issue(language, media)])) as Record<
    Language,
    Edition
  >
  say(`${cpus().length} × ${cpus()[0]?.model ?? ''}; ${PHOTOS} ảnh 3000 × 2000`, 'machine; photos')

  const [prepared] = await timed(async () => {
    for (const form of ['small', 'screen', 'press'] as const) await preparePictures(editions.vi, form, places)
  })
  row('pictures, once, all three forms', prepared)

  // As the newsroom sees it: a process that is started, asked, edited.
  let shop = printShop(places)
  const cold = await timed(() => shop.pages('vi', editions.vi))
  row(`pages, cold (${cold[1].pages} pages, process started)`, cold[0])
  const edits: number[] = []
  for (let edit = 1; edit <= EDITS; edit++) edits.push((await timed(() => shop.pages('vi', edited(editions.vi, edit))))[0])
  row(`pages, after an edit (median of ${EDITS})`, median(edits))
  row('one page as an image, 250 px', median(await several(6, (at) => shop.page('vi', at + 1, 250))))
  row(
    'three languages, pages',
    (await timed(async () => void (await Promise.all(LANGUAGES.map((each) => shop.pages(each, editions[each]))))))[0],
  )
  await shop.stop()
  const memory = await peakOf(async () => {
    shop = printShop(places)
    await shop.pages('vi', editions.vi)
    for (let edit = 1; edit <= EDITS; edit++) await shop.pages('vi', edited(editions.vi, edit))
    await shop.stop()
  })
  say(`${'memory of the printer, pages and edits'.padEnd(52)} ${memory} MB`)
  const both = await peakOf(async () => {
    shop = printShop(places)
    const [ms, { report, screen, press }] = await timed(() => shop.files('vi', editions.vi))
    row(`screen and press together, cold ${JSON.stringify(report.faults)}`, ms)
    say(`${'size of the screen file, of the press file'.padEnd(52)} ${megabytes(screen)} MB, ${megabytes(press)} MB`)
    await shop.stop()
  })
  say(`${'memory of the printer, files'.padEnd(52)} ${both} MB`)

  // One file after the other, in a compiler that has set nothing yet.
  const files: Partial<Record<Form, number>> = {}
  for (const form of ['screen', 'press'] as const)
    files[form] = (
      await timed(async () => {
        const typesetter = createTypesetter({ root: ROOT, cacheDir: places.cacheDir })
        const small = await preparePictures(editions.vi, 'small', places)
        const { fit } = await typesetter.lay(editions.vi, { ...small, rest: async () => undefined })
        const { pictures } = await preparePictures(editions.vi, form, places)
        const pdf = typesetter.accessible(typesetter.compose(editions.vi, pictures, fit, form))
        if (form === 'press') await toPress(pdf)
        typesetter.evict(0)
      })
    )[0]
  row('screen file (1600 px), everything', files.screen!)
  row('press file (2320 px), everything', files.press!)

  if (process.argv.includes('--no-browser')) return
  const small = await chromium(editions.vi, folder, join(places.cacheDir, 'screen'), (digest) => `${digest}.1.jpg`)
  row(`Chromium, photos of 1600 px (${small.bytes} MB)`, small.ms)
  const large = await chromium(editions.vi, folder, places.mediaStore, (digest) => `${digest}.jpg`)
  row(`Chromium, originals of 3000 px (${large.bytes} MB)`, large.ms)
  say(`${'Chromium : screen file'.padEnd(52)} ${(small.ms / files.screen!).toFixed(1)} ×`)
  say(`${'Chromium with originals : press file'.padEnd(52)} ${(large.ms / files.press!).toFixed(1)} ×`)
  say(`${'Chromium : pages after an edit'.padEnd(52)} ${(small.ms / median(edits)).toFixed(1)} ×`)
}

/** Photos are hard to pack: grain over a gradient, another one each. */
const photos = async (mediaStore: string): Promise<readonly Medium[]> => {
  mkdirSync(mediaStore, { recursive: true })
  const media: Medium[] = []
  for (let at = 0; at < PHOTOS; at++) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="2000"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${at * 12} 55% 75%)"/><stop offset="1" stop-color="hsl(${at * 12 + 80} 45% 25%)"/></linearGradient></defs><rect width="3000" height="2000" fill="url(#g)"/><circle cx="${400 + at * 70}" cy="900" r="520" fill="hsl(${at * 31} 60% 55%)" opacity=".6"/></svg>`
    const grain = await sharp({
      create: {
        width: 1500,
        height: 1000,
        channels: 3,
        background: '#808080',
        noise: { type: 'gaussian', mean: 128, sigma: 14 },
      },
    })
      .resize(3000, 2000)
      .png({ compressionLevel: 1 })
      .toBuffer()
    const bytes = await sharp(Buffer.from(svg))
      .composite([{ input: grain, blend: 'soft-light' }])
      .jpeg({ quality: 88 })
      .toBuffer()
    const page = await sharp(bytes).resize({ width: 1600 }).webp({ quality: 90, effort: 2 }).toBuffer()
    const keep = (name: string, file: Buffer, ext: string, width: number, height: number) => {
      writeFileSync(join(mediaStore, `${sha256(file)}.${ext}`), file)
      return {
        name,
        digest: sha256(file),
        ext,
        mime: ext === 'jpg' ? 'image/jpeg' : 'image/webp',
        bytes: file.length,
        width,
        height,
      }
    }
    media.push({
      digest: sha256(bytes),
      renditions: [keep('original', bytes, 'jpg', 3000, 2000), keep('page', page, 'webp', 1600, 1067)],
    })
  }
  return media
}

const issue = (language: Language, media: readonly Medium[]): Edition => {
  const figure = (at: number): Figure => ({
    digest: media[at % PHOTOS]!.digest,
    alt: `Ảnh ${at + 1}`,
    caption: `Ảnh minh họa số ${at + 1}.`,
    credit: 'Ảnh: Hoài Thu',
  })
  const told = STORIES.flatMap(({ versions }) => versions[language] ?? [])
  let photo = 1
  const pieces = Array.from({ length: PIECES }, (_, at): Piece => {
    const [one, other] = [told[at % told.length]!, told[(at + 1) % told.length]!]
    const body: RichText = [...one.body, ...other.body].filter(({ kind }) => kind !== 'figure')
    const lead = photo < PHOTOS ? figure(photo++) : null
    return {
      id: `01JQ7BENCH0000000000000${String(at).padStart(3, '0')}`,
      slot: at === 0 ? 'lead' : 'feature',
      item: null,
      digest: sha256(`${language} ${at}`),
      title: one.title,
      summary: one.summary,
      byline: one.byline,
      topics: [],
      lead,
      body,
      photos: at % 3 === 0 && photo < PHOTOS ? [figure(photo++)] : [],
    }
  })
  const sections = [0, 1, 2, 3, 4].map((at) => ({
    id: `s${at}`,
    name: `Mục ${at + 1}`,
    pieces: pieces.filter((_, index) => index % 5 === at),
  }))
  return {
    item: '01JQ7BENCH0000000000000000',
    language,
    year: 2026,
    quarter: 3,
    numberInYear: 3,
    number: 17,
    date: '2026-09-30',
    name: { vi: 'Thông tin đối ngoại', en: 'Foreign Information', ja: '対外情報' }[language],
    theme: { vi: 'Một quý nhiều cuộc gặp', en: 'A quarter of many meetings', ja: '出会いの多い四半期' }[language],
    cover: figure(0),
    sections,
    errata: [],
    imprint: {
      issuer: 'Sở Ngoại vụ tỉnh Lâm Đồng',
      licenceNumber: '12/GP-XBBT',
      licenceDate: '2026-01-15',
      licenceIssuer: 'Sở Văn hóa, Thể thao và Du lịch',
      printer: 'Công ty Cổ phần In Lâm Đồng',
      printRun: 500,
      frequency: '1 số/quý',
      personResponsible: 'Phan Thái Bình',
    },
    trim: TRIM,
    media,
  }
}

/** One word more in one piece: what a save changes. */
const edited = (edition: Edition, edit: number): Edition => ({
  ...edition,
  sections: edition.sections.map((section, at) => ({
    ...section,
    pieces: section.pieces.map((piece, index) =>
      at === edit % 5 && index === edit % section.pieces.length
        ? {
            ...piece,
            body: [{ kind: 'paragraph', children: [{ kind: 'text', text: `Câu mới số ${edit}.`, marks: [] }] }, ...piece.body],
          }
        : piece,
    ),
  })),
})

/** The same words and photos in plain HTML and CSS: two columns, justified, from the launch of the browser to the bytes. */
const chromium = async (edition: Edition, folder: string, pictures: string, file: (digest: string) => string) => {
  const picture = ({ digest, alt, caption, credit }: Figure) =>
    `<figure><img src="${pathToFileURL(join(pictures, file(digest))).href}" alt="${escape(alt)}"><figcaption>${escape(caption)} ${escape(credit)}</figcaption></figure>`
  const font = (family: string, weight: number, path: string) =>
    `@font-face{font-family:"${family}";font-weight:${weight};src:url("${pathToFileURL(join(ROOT, 'node_modules/@expo-google-fonts', path)).href}")}`
  const html = `<!doctype html><html lang="${edition.language}"><meta charset="utf-8"><title>${escape(edition.name)}</title><style>
${font('Serif', 400, 'noto-serif/400Regular/NotoSerif_400Regular.ttf')}${font('Serif', 700, 'noto-serif/700Bold/NotoSerif_700Bold.ttf')}${font('Sans', 700, 'be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf')}
@page{size:${TRIM.widthMm}mm ${TRIM.heightMm}mm;margin:23mm 16mm 21mm}body{margin:0;font:9.2pt/1.46 Serif}h1,h2,h3{font-family:Sans;line-height:1.25}
article{break-before:page}.text{columns:2;column-gap:6mm;text-align:justify}img{width:100%;height:80mm;object-fit:cover}figure{margin:4mm 0;break-inside:avoid}figcaption{font-size:7.2pt}td,th{border-top:.4pt solid #888;padding:1mm;font-size:7.8pt}</style>
<h1>${escape(edition.theme)}</h1>${edition.cover ? picture(edition.cover) : ''}
${edition.sections
  .flatMap(({ pieces }) => pieces)
  .map(
    ({ title, summary, lead, body, photos: more }) =>
      `<article><h1>${escape(title)}</h1><p>${escape(summary)}</p>${lead ? picture(lead) : ''}<div class="text">${body.map(htmlOf).join('')}${more.map(picture).join('')}</div></article>`,
  )
  .join('')}</html>`
  const path = join(folder, 'issue.html')
  writeFileSync(path, html)
  const [ms, pdf] = await timed(async () => {
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage()
      await page.goto(pathToFileURL(path).href, { waitUntil: 'load', timeout: 300_000 })
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
    } finally {
      await browser.close()
    }
  })
  return { ms, bytes: megabytes(pdf) }
}

const htmlOf = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inlineOf(block.children)}</p>`
    case 'heading':
      return `<h${block.level}>${inlineOf(block.children)}</h${block.level}>`
    case 'quote':
      return `<blockquote>${inlineOf(block.children)}</blockquote>`
    case 'list':
      return `<ul>${block.items.map(({ children, nested }) => `<li>${inlineOf(children)}${nested.map(htmlOf).join('')}</li>`).join('')}</ul>`
    case 'table':
      return `<table>${block.rows.map((cells) => `<tr>${cells.map(({ children }) => `<td>${children.map(htmlOf).join('')}</td>`).join('')}</tr>`).join('')}</table>`
    default:
      return ''
  }
}
const inlineOf = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) =>
      node.kind === 'text'
        ? escape(node.text)
        : node.kind === 'link'
          ? `<a href="${escape(node.href)}">${inlineOf(node.children)}</a>`
          : node.kind === 'ruby'
            ? `<ruby>${escape(node.base)}<rt>${escape(node.reading)}</rt></ruby>`
            : '<br>',
    )
    .join('')
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const timed = async <T>(work: () => Promise<T>): Promise<readonly [number, T]> => {
  const began = performance.now()
  const value = await work()
  return [performance.now() - began, value]
}
const several = async (count: number, work: (at: number) => Promise<unknown>): Promise<readonly number[]> => {
  const all: number[] = []
  for (let at = 0; at < count; at++) all.push((await timed(() => work(at)))[0])
  return all
}
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

/** Most that our child processes held at once, MB; looked at every 50 ms (Linux and macOS). */
const peakOf = async (work: () => Promise<void>): Promise<number> => {
  let most = 0
  const timer = setInterval(() => {
    const rows = execFileSync('ps', ['-eo', 'ppid=,rss=,args=']).toString().split('\n')
    const held = rows
      .filter((line) => Number(line.trim().split(/\s+/)[0]) === process.pid && line.includes('printer'))
      .map((line) => Number(line.trim().split(/\s+/)[1]))
    most = Math.max(most, ...held)
  }, 50)
  await work()
  clearInterval(timer)
  return Math.round(most / 1024)
}
const megabytes = (bytes: Uint8Array | null): string => ((bytes?.length ?? 0) / 1e6).toFixed(1)
const row = (what: string, ms: number): void => say(`${what.padEnd(52)} ${ms.toFixed(0)} ms`)
