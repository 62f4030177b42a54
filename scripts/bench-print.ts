/**
 * `node scripts/go.mjs bench-print`: one issue of 48 pages with 30 photos of 3000 × 2000, set by the print shop and, in the
 * same run, printed by Chromium from plain HTML and CSS. `--no-browser` leaves Chromium out, `--pieces 21` changes the length.
 * Both begin with prepared pictures and a warm file cache; where they are compared, neither counts the start of a process.
 * Time by the clock depends on whoever shares the machine, processor time far less: both are told, with the load.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import type { Edition, Piece } from '#bulletin/edition'
import { exchangePictures } from '#bulletin/print/exchange'
import { preparePictures } from '#bulletin/print/pictures'
import { makePress } from '#bulletin/print/press'
import { printShop, type PrintShop } from '#bulletin/print/shop'
import { createTypesetter } from '#bulletin/print/typesetter'
import { LANGUAGES, type Language } from '#newsroom'
import { sha256 } from '#publication/canonical'
import type { Medium } from '#publication/release'
import type { Block, Figure, Inline, RichText } from '#richtext'
import { STORIES } from '#sample/stories/index'
import { launchBrowser } from '../test/lib/browser'
import { build } from './compile'
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
  say(
    `load ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
  )
  // What a newsroom runs: the compiled program.
  await build({ desk: false })
  const open = (): PrintShop => printShop(places, [join(ROOT, 'dist', 'printer.mjs')])

  const prepared = await spent(async () => {
    for (const form of ['small', 'screen', 'press'] as const) await preparePictures(editions.vi, form, places)
  }, 'here')
  row('pictures, once, all three forms', prepared)

  let shop = open()
  let count = 0
  const cold = await spent(async () => void (count = (await shop.pages('vi', editions.vi)).pages))
  row(`pages, cold (${count} pages, process started)`, cold)
  const edits: Spent[] = []
  for (let edit = 1; edit <= EDITS; edit++) edits.push(await spent(() => shop.pages('vi', edited(editions.vi, edit))))
  row(`pages, after an edit (median of ${EDITS})`, median(edits))
  say(
    `${'memory of the printer, pages and edits'.padEnd(WIDTH)} ${Math.max(cold.peakMb, ...edits.map(({ peakMb }) => peakMb))} MB`,
  )
  const thumbnails: Spent[] = []
  for (let page = 1; page <= 6; page++) thumbnails.push(await spent(() => shop.page('vi', page, 250)))
  row('one page as an image, 250 px', median(thumbnails))
  await shop.stop()

  shop = open()
  const three = await spent(() => Promise.all(LANGUAGES.map((each) => shop.pages(each, editions[each]))))
  row('three languages, pages, cold', three)
  say(`${'memory of the printer, three languages'.padEnd(WIDTH)} ${three.peakMb} MB`)
  await shop.stop()

  shop = open()
  let made = ''
  const both = await spent(async () => {
    const { report, screen, press } = await shop.files('vi', editions.vi)
    if (report.faults.length > 0) throw new Error(JSON.stringify(report.faults))
    made = `${megabytes(screen)} and ${megabytes(press)} MB`
  })
  row(`screen and press file, cold (${made}, process started)`, both)
  say(`${'memory of the printer, files'.padEnd(WIDTH)} ${both.peakMb} MB`)
  await shop.stop()

  // One file as Chromium makes one: everything from the fonts on, in a compiler that has set nothing; no process started.
  const files = {} as Record<'screen' | 'press', Spent>
  for (const form of ['screen', 'press'] as const) {
    files[form] = await spent(async () => {
      const typesetter = createTypesetter({ root: ROOT, cacheDir: places.cacheDir })
      const small = await preparePictures(editions.vi, 'small', places)
      const { document, fit } = await typesetter.lay(editions.vi, { ...small, rest: async () => undefined })
      const { pictures } = await preparePictures(editions.vi, form, places)
      const sheets = form === 'press' ? typesetter.forPress(editions.vi, small.pictures, fit) : document!
      const pdf = await PDFDocument.load(typesetter.accessible(sheets), { updateMetadata: false })
      await exchangePictures(pdf, pictures, form, places.cacheDir)
      if (form === 'press') makePress(pdf)
      await pdf.save({ useObjectStreams: true, addDefaultPage: false })
      typesetter.evict(0)
    }, 'here')
    row(`${form} file, fonts to bytes`, files[form])
  }

  if (!process.argv.includes('--no-browser')) {
    const small = await chromium(editions.vi, folder, join(places.cacheDir, 'screen'), (digest) => `${digest}.1.jpg`)
    row(`Chromium, photos of 1600 px (${small.bytes} MB)`, small.spent)
    const large = await chromium(editions.vi, folder, places.mediaStore, (digest) => `${digest}.jpg`)
    row(`Chromium, originals of 3000 px (${large.bytes} MB)`, large.spent)
    ratio('Chromium : screen file', small.spent, files.screen)
    ratio('Chromium with originals : press file', large.spent, files.press)
    ratio('Chromium : pages after an edit', small.spent, median(edits))
  }
  say(
    `load ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
  )
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

/** The same words and photos in plain HTML and CSS: two columns, justified; from an empty page of a running browser to the bytes. */
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
  const browser = await launchBrowser()
  try {
    let pdf: Uint8Array | null = null
    const cost = await spent(async () => {
      const page = await browser.newPage()
      await page.goto(pathToFileURL(path).href, { waitUntil: 'load', timeout: 300_000 })
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
    })
    return { spent: cost, bytes: megabytes(pdf) }
  } finally {
    await browser.close()
  }
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

/** ms of the clock and of the processors, here or in all processes below this one; the most memory that those held at once, MB. */
type Spent = { readonly wall: number; readonly cpu: number; readonly peakMb: number }
const spent = async (work: () => Promise<unknown>, where: 'here' | 'below' = 'below'): Promise<Spent> => {
  const before = children()
  const ticks = new Map<number, number>()
  let peakMb = 0
  const look = () => {
    let held = 0
    for (const [id, { cpu, mb }] of children()) {
      ticks.set(id, cpu)
      held += mb
    }
    peakMb = Math.max(peakMb, held)
  }
  const timer = setInterval(look, 100)
  const began = performance.now()
  const own = process.cpuUsage()
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  const wall = performance.now() - began
  const { user, system } = process.cpuUsage(own)
  look()
  if (where === 'here') return { wall, cpu: (user + system) / 1000, peakMb: 0 }
  let cpu = 0
  for (const [id, used] of ticks) cpu += used - (before.get(id)?.cpu ?? 0)
  return { wall, cpu, peakMb: Math.round(peakMb) }
}

/** Everything below this process: ms of processor time, resident memory in MB (Linux). */
const children = (): ReadonlyMap<number, { readonly cpu: number; readonly mb: number }> => {
  const all = readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const [, rest = ''] = /\) (.*)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? []
      const fields = rest.split(' ')
      return [{ id: Number(name), parent: Number(fields[1]), cpu: (Number(fields[11]) + Number(fields[12])) * 10 }]
    } catch {
      return []
    }
  })
  const below = new Set([process.pid])
  for (let size = 0; size !== below.size;) {
    size = below.size
    for (const { id, parent } of all) if (below.has(parent)) below.add(id)
  }
  below.delete(process.pid)
  return new Map(all.filter(({ id }) => below.has(id)).map(({ id, cpu }) => [id, { cpu, mb: memoryOf(id) }]))
}
const memoryOf = (id: number): number => {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
const median = (all: readonly Spent[]): Spent => ({
  wall: middle(all.map(({ wall }) => wall)),
  cpu: middle(all.map(({ cpu }) => cpu)),
  peakMb: Math.max(...all.map(({ peakMb }) => peakMb)),
})
const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

const WIDTH = 56
const megabytes = (bytes: Uint8Array | null): string => ((bytes?.length ?? 0) / 1e6).toFixed(1)
const row = (what: string, { wall, cpu }: Spent): void =>
  say(`${what.padEnd(WIDTH)} ${wall.toFixed(0).padStart(6)} ms, processor ${cpu.toFixed(0).padStart(6)} ms`)
const ratio = (what: string, theirs: Spent, ours: Spent): void =>
  say(`${what.padEnd(WIDTH)} ${(theirs.wall / ours.wall).toFixed(1)} ×, processor ${(theirs.cpu / ours.cpu).toFixed(1)} ×`)
