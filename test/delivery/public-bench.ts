/** A log, its media, a projector and a delivery process in one place, on a free port. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from '#logger'
import { memoryLog, type ReleaseLog } from '#publication/log'
import type { Medium, ReleaseRequest, Snapshot } from '#publication/release'
import type { ClientKey } from '#delivery/log-source'
import { memoryLogSource } from '#delivery/log-source/memory'
import { project, type Projector, type ProjectWish } from '#delivery/projector'
import { openReader } from '#delivery/public/reader'
import { EMPTY, openModel, type Meta } from '#delivery/read-model'
import { serveDelivery, type Delivery, type ServeWish } from '#delivery/public/server'
import type { EditionFile } from '#publication/edition'
import type { ProgrammeFile } from '#publication/programme'
import { editionFiles, NOON, programmeFiles, snapshot } from '../builders'
import type { Language } from '#newsroom'
import { until } from './dispatch-bench'

export const PUBLIC = 'https://ttdn.lamdong.example.vn'

export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly bytes: Buffer
}
type Said = { readonly level: string; readonly text: string; readonly facts: Readonly<Record<string, unknown>> }

export const publicBench = (given: { readonly clients?: () => readonly ClientKey[] } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'delivery-'))
  const [modelFolder, mediaStore, publicFolder] = [
    join(folder, 'read-model'),
    join(folder, 'media', 'store'),
    join(folder, 'public-media'),
  ]
  mkdirSync(mediaStore, { recursive: true })
  let clock = Date.parse(NOON)
  const missing = new Map<string, Buffer>()
  const newLog = () => memoryLog({ now: () => new Date(clock).toISOString() })
  let log: ReleaseLog = newLog()
  const said: Said[] = []
  const note =
    (level: string) =>
    (facts: object | string, text = String(facts)) =>
      void said.push({ level, text, facts: typeof facts === 'object' ? (facts as Said['facts']) : {} })
  const logger = { info: note('info'), warn: note('warn'), error: note('error'), fatal: note('fatal') } as unknown as Logger
  const projectors: Projector[] = []
  const reader = openReader(modelFolder)
  let delivery: Delivery | null = null
  let port = 0

  const source = () =>
    memoryLogSource({ after: (...args) => log.after(...args), of: (...args) => log.of(...args) }, given.clients)

  const bench = {
    folder,
    modelFolder,
    mediaStore,
    publicFolder,
    said,
    log: () => log,
    anotherLog: () => void (log = newLog()),
    at: (instant: number) => void (clock = instant),
    tick: (ms: number) => void (clock += ms),
    /** A picture that the newsroom stored. */
    picture: (name: string, { stored = true } = {}): Medium => {
      const renditions = [320, 1600].map((width) => {
        const bytes = Buffer.concat([Buffer.from(`${name} ${width} `), randomBytes(64)])
        const digest = createHash('sha256').update(bytes).digest('hex')
        missing.set(join(mediaStore, `${digest}.webp`), bytes)
        return {
          name: width === 320 ? 'thumbnail' : 'original',
          digest,
          ext: 'webp',
          mime: 'image/webp',
          bytes: bytes.length,
          width,
          height: (width * 2) / 3,
        }
      })
      if (stored) bench.bring()
      return { digest: renditions[1]?.digest ?? '', renditions }
    },
    /** Files of an edition, of every kind. */
    editionFiles: (name: string, { stored = true } = {}): readonly EditionFile[] => {
      const made = editionFiles(name).map((file) => {
        const bytes = Buffer.from(`${name} ${file.kind}`)
        const digest = createHash('sha256').update(bytes).digest('hex')
        missing.set(join(mediaStore, `${digest}.${file.ext}`), bytes)
        return { ...file, digest, bytes: bytes.length }
      })
      if (stored) bench.bring()
      return made
    },
    /** A film that the newsroom stored. */
    film: (name: string, { bytes = Buffer.from(`${name} film`), ext = 'webm', press = false, stored = true } = {}): Medium => {
      const digest = createHash('sha256').update(bytes).digest('hex')
      missing.set(join(mediaStore, `${digest}.${ext}`), bytes)
      if (stored) bench.bring()
      const form = { name: 'original', digest, ext, mime: `video/${ext}`, bytes: bytes.length, width: 640, height: 360 }
      return { digest, renditions: [form], ...(press ? { press } : {}) }
    },
    /** Files of a programme, of every kind. */
    programmeFiles: (name: string): readonly ProgrammeFile[] => {
      const made = programmeFiles(name).map((file) => {
        const bytes = Buffer.from(`${name} ${file.kind}`)
        const digest = createHash('sha256').update(bytes).digest('hex')
        missing.set(join(mediaStore, `${digest}.${file.ext}`), bytes)
        return { ...file, digest, bytes: bytes.length }
      })
      bench.bring()
      return made
    },
    /** The files that were missing so far. */
    bring: () => {
      for (const [path, bytes] of missing) writeFileSync(path, bytes)
      missing.clear()
    },
    text: (language: Language = 'vi', changes: Partial<Snapshot> = {}): Snapshot =>
      snapshot(language, { lead: null, media: [], ...changes }),
    release: (...requests: readonly ReleaseRequest[]) => log.append(requests, null),
    project: (wish: Partial<ProjectWish> = {}) => {
      const projector = project({
        log: source(),
        modelFolder,
        mediaStore,
        publicFolder,
        publicUrl: PUBLIC,
        logger,
        pollMs: 10,
        now: () => clock,
        ...wish,
      })
      projectors.push(projector)
      return projector
    },
    /** What is visible now. */
    meta: (): Meta => reader.now()?.meta ?? EMPTY,
    resource: (path: string) => reader.now()?.here.resource(path),
    /** Those of which the model holds anything, served or not. */
    generations: async (): Promise<readonly number[]> => {
      const db = openModel(modelFolder, { readOnly: true })
      const numbers = new Set([...db.getKeys({})].flatMap(([g]) => (typeof g === 'number' ? [g] : [])))
      await db.close()
      return [...numbers].sort()
    },
    /** The whole served generation but for its number. */
    everything: async (): Promise<Readonly<Record<string, unknown>>> => {
      const db = openModel(modelFolder, { readOnly: true })
      const { generation } = bench.meta()
      const all = [...db.getRange({ start: [generation], end: [generation + 1] })].map(
        ({ key, value }) => [key.slice(1).join(' '), value] as const,
      )
      await db.close()
      return Object.fromEntries(all)
    },
    caughtUp: async () => {
      const { seq } = await log.head()
      await until(() => bench.meta().seq === seq && bench.meta().generation > 0)
    },
    publicFiles: () => (existsSync(publicFolder) ? readdirSync(publicFolder).sort() : []),
    serve: async (wish: Partial<ServeWish> = {}) => {
      delivery = serveDelivery({ modelFolder, publicFolder, publicUrl: PUBLIC, logger, ...wish })
      const { server } = delivery
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
      port = (server.address() as AddressInfo).port
      return delivery
    },
    port: () => port,
    get: (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> =>
      new Promise((done, fail) => {
        const asked = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () => {
            const bytes = Buffer.concat(chunks)
            done({ status: answer.statusCode ?? 0, headers: answer.headers, body: bytes.toString('utf8'), bytes })
          })
          answer.on('error', fail)
        })
        asked.on('error', fail).end()
      }),
    end: async () => {
      await Promise.all(projectors.map((projector) => projector.stop()))
      await delivery?.stop()
      await reader.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }

  return bench
}
export type PublicBench = ReturnType<typeof publicBench>
