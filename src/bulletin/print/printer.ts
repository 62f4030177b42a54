/** The printer: a process of its own for what is heavy, one job after another. Told by messages of `shop.ts`. */
import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import type { Edition, PageFault, PageReport } from '#bulletin/edition'
import { grouped, say as word } from '#bulletin/words'
import { preparePictures } from './pictures'
import { exchangePictures } from './exchange'
import { makePress } from './press'
import type { Fit } from './even'
import { createTypesetter, type Layout } from './typesetter'
import { clean } from './manuscript'
import { SETTINGS, type Answer, type Job, type Order, type Settings } from './orders'

if (!process.send) {
  writeSync(2, 'The printer is started by the newsroom, not by hand.\n')
  process.exit(2)
}

const settings = JSON.parse(process.env[SETTINGS] ?? '{}') as Settings
const typesetter = createTypesetter(settings)
/** Ids of jobs whose answer nobody waits for any more. */
const dropped = new Set<number>()
sharp.cache(false)
sharp.concurrency(1)

// The compiler does not let go of this thread while it works; another one watches what it takes.
new Worker(
  `const { workerData } = require('node:worker_threads')
   const { writeSync } = require('node:fs')
   setInterval(() => {
     const { rss } = process.memoryUsage()
     if (rss < workerData.bytes) return
     writeSync(2, '\\nmemory\\n')
     process.kill(process.pid, 'SIGKILL')
   }, 40)`,
  { eval: true, workerData: { bytes: settings.memoryMb * 1024 * 1024 } },
).unref()

process.on('disconnect', () => process.exit(0))
process.on('message', (order: Order) => {
  if (order.kind === 'drop') return void dropped.add(order.id)
  queue = queue.then(() => work(order))
})
let queue: Promise<void> = Promise.resolve()
say({ kind: 'ready' })

async function work(job: Job): Promise<void> {
  try {
    const value = await WORK[job.kind](job as never)
    say({ kind: 'done', id: job.id, value })
  } catch (problem) {
    if (problem instanceof Dropped) say({ kind: 'done', id: job.id, value: null })
    else say({ kind: 'failed', id: job.id, detail: problem instanceof Error ? problem.message : String(problem) })
  } finally {
    dropped.delete(job.id)
    forget(job.kind === 'pages' ? 1 : 0)
  }
}

class Dropped extends Error {}

function say(answer: Answer): void {
  process.send?.(answer)
}

const WORK = {
  pages: async ({ id, key, edition }: Extract<Job, { kind: 'pages' }>): Promise<PageReport> => {
    const layout = await lay(id, edition, fits.get(pagesOf(key, edition)) ?? null)
    if (!layout.document) return layout.report
    remember(pagesOf(key, edition), layout.fit)
    const { pdf, faults } = printable(layout)
    await keep(pagesFile(key), pdf)
    opened.delete(key)
    return { ...layout.report, faults }
  },

  page: async ({ key, page, widthPx }: Extract<Job, { kind: 'page' }>): Promise<Uint8Array | null> => {
    const document = await openPages(key)
    if (!document || page < 1 || page > document.getPageCount()) return null
    const one = document.getPage(page - 1)
    const { originalWidth: width } = one.getOriginalSize()
    const image = await one.render({
      scale: widthPx / width,
      render: ({ data, width: w, height: h }) =>
        sharp(data, { raw: { width: w, height: h, channels: 4 } })
          .flatten({ background: '#ffffff' })
          .webp({ quality: 78, effort: 1 })
          .toBuffer(),
    })
    return image.data
  },

  files: async ({
    id,
    edition,
  }: Extract<Job, { kind: 'files' }>): Promise<{ report: PageReport; screen: Uint8Array | null; press: Uint8Array | null }> => {
    const layout = await lay(id, edition)
    if (!layout.document) return { report: layout.report, screen: null, press: null }
    const { pdf, faults } = printable(layout)
    const report = { ...layout.report, faults }
    if (faults.length > 0) return { report, screen: null, press: null }
    await rest(id)
    const screen = await printed(edition, pdf, 'screen')
    await rest(id)
    const { pictures } = await preparePictures(edition, 'small', settings)
    const sheets = typesetter.accessible(typesetter.forPress(edition, pictures, layout.fit))
    forget(0)
    return { report, screen, press: await printed(edition, sheets, 'press') }
  },

  labels: ({ language, labels }: Extract<Job, { kind: 'labels' }>): Uint8Array => {
    const missing = typesetter.missing(labels.map(({ addressee, address }) => `${addressee}\n${address}`).join('\n'))
    if (missing.length > 0) throw new Error(`glyph ${missing.join(' ')}`)
    return typesetter.labels({
      lang: language,
      title: word(language, 'labels.title'),
      labels: labels.map(({ addressee, address, copies }, at) => ({
        at,
        addressee: clean(addressee),
        address: address
          .split('\n')
          .map(clean)
          .filter((row) => row.trim() !== ''),
        words: `${addressee} ${address}`
          .split(/\s+/u)
          .filter(({ length }) => length > 12)
          .map(clean),
        copies: word(language, 'labels.copies', { copies: grouped(copies, language) }),
      })),
    })
  },
}

const forget = (age: number): void => {
  ;(globalThis as { gc?: () => void }).gc?.()
  typesetter.evict(age)
}

/** With its large pictures; for the press with boxes and marks. */
const printed = async (edition: Edition, pdf: Buffer, form: 'screen' | 'press'): Promise<Buffer> => {
  const { pictures, broken } = await preparePictures(edition, form, settings)
  if (broken.size > 0) throw new Error(`picture ${[...broken.keys()].join(', ')}`)
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  await exchangePictures(document, pictures, form, settings.cacheDir)
  if (form === 'press') makePress(document)
  return Buffer.from(await document.save({ useObjectStreams: true, addDefaultPage: false }))
}

const lay = async (id: number, edition: Edition, before: Fit | null = null): Promise<Layout> => {
  const { pictures, broken } = await preparePictures(edition, 'small', settings)
  return typesetter.lay(edition, { pictures, broken, before, rest: () => rest(id) })
}

/** How pages were fitted last, for the edit that comes next: it moves little. Files are always fitted from the start. */
const fits = new Map<string, Fit>()
const pagesOf = (key: string, { language, trim }: Edition) => JSON.stringify([key, language, trim])
const remember = (pages: string, fit: Fit): void => {
  fits.delete(pages)
  fits.set(pages, fit)
  for (const oldest of fits.keys()) {
    if (fits.size <= 30) break
    fits.delete(oldest)
  }
}

/** Lets messages in between two steps; a newer job may have come. */
const rest = async (id: number): Promise<void> => {
  await breathe()
  if (dropped.has(id)) throw new Dropped()
}

/** PDF/UA first: it refuses what would print as a blank box. Faulty pages are shown all the same, with their faults. */
const printable = ({ document, report }: Layout): { readonly pdf: Buffer; readonly faults: readonly PageFault[] } => {
  if (!document) throw new Error('nothing was set')
  try {
    return { pdf: typesetter.accessible(document), faults: report.faults }
  } catch (problem) {
    const detail = problem instanceof Error ? problem.message : String(problem)
    const faults: readonly PageFault[] = report.faults.length > 0 ? report.faults : [{ kind: 'engine', entry: null, detail }]
    return { pdf: typesetter.plain(document), faults }
  }
}

const pagesFile = (key: string) => join(settings.cacheDir, 'pages', `${createHash('sha256').update(key).digest('hex')}.pdf`)
const keep = async (path: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(join(settings.cacheDir, 'pages'), { recursive: true })
  await writeFile(`${path}.${process.pid}.part`, bytes)
  await rename(`${path}.${process.pid}.part`, path)
}

/** The pages last looked at stay open: thumbnails are asked for by the dozen. */
const opened = new Map<string, PDFiumDocument>()
let library: Promise<PDFiumLibrary> | null = null
const openPages = async (key: string): Promise<PDFiumDocument | null> => {
  const known = opened.get(key)
  if (known) return known
  const bytes = await readFile(pagesFile(key)).catch(() => null)
  if (!bytes) return null
  library ??= PDFiumLibrary.init()
  const document = await (await library).loadDocument(bytes)
  for (const [other, old] of opened) {
    if (opened.size < 3) break
    old.destroy()
    opened.delete(other)
  }
  opened.set(key, document)
  return document
}
