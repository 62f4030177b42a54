/** The print shop: hands editions to the printer's process and brings back pages and files. Never blocks whoever asks. */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Edition, PageFault, PageReport } from '#bulletin/edition'
import type { Language } from '#newsroom'
import type { Logger } from '#logger'
import { SETTINGS, type Answer, type Job, type Label, type Settings } from './orders'

export type PrintShop = {
  /** Compiles with small pictures and says where everything stands; also keeps the pages for `page`. Refuses with `Superseded` when a newer call for the same key came. */
  readonly pages: (key: string, edition: Edition) => Promise<PageReport>
  /** One page of what `pages` last compiled for this key, as WebP; null = not compiled or no such page. */
  readonly page: (key: string, page: number, widthPx: number) => Promise<Buffer | null>
  /** UA-1 screen PDF and press PDF (3 mm bleed, boxes, crop marks, output intent). `faults` non-empty = no bytes. */
  readonly files: (
    key: string,
    edition: Edition,
  ) => Promise<{ readonly report: PageReport; readonly screen: Buffer | null; readonly press: Buffer | null }>
  /** Labels for the distribution list: A4, 3 × 8, addressee and address; PDF/UA. */
  readonly labels: (language: Language, labels: readonly Label[]) => Promise<Buffer>
  readonly stop: () => Promise<void>
}

export type ShopWish = {
  /** Folder with `{digest}.{ext}` of every rendition. */
  readonly mediaStore: string
  /** Ours: prepared pictures and the pages last compiled. May be emptied at any time. */
  readonly cacheDir: string
  readonly logger?: Logger
  /** Longest that one job may take. */
  readonly timeMs?: number
  /** Most that the printer's process may hold (resident set). */
  readonly memoryMb?: number
}

/** A newer call for the same key came: last edit wins. */
export class Superseded extends Error {
  constructor() {
    super('superseded')
    this.name = 'Superseded'
  }
}

/** After so many jobs the process is replaced, when nothing waits. */
const JOBS_PER_PROCESS = 200
/** Looking at pages goes before files that take seconds. */
const RANK: Readonly<Record<Job['kind'], number>> = { page: 0, pages: 1, labels: 2, files: 3 }
/** Widest page image, px. */
const WIDEST = 2400

type Failure = Pick<PageFault, 'kind' | 'detail'>
type Task = {
  readonly job: Job
  readonly key: string | null
  readonly done: (value: unknown) => void
  readonly failed: (failure: Failure) => void
  readonly superseded: (() => void) | null
}

/** `program`: what Node is told to run as the printer. */
export const printShop = (
  { mediaStore, cacheDir, logger, timeMs = 60_000, memoryMb = 1024 }: ShopWish,
  program: readonly string[] = programFile(process.cwd()),
): PrintShop => {
  const settings: Settings = { root: process.cwd(), mediaStore: resolve(mediaStore), cacheDir: resolve(cacheDir), memoryMb }
  let waiting: Task[] = []
  let running: { readonly task: Task; readonly timer: NodeJS.Timeout; over: boolean } | null = null
  let printer: { readonly child: ChildProcess; ready: boolean; jobs: number; said: string } | null = null
  let stopped = false
  let count = 0

  const ask = <T>(job: Omit<Job, 'id'>, key: string | null, onFailure: (failure: Failure) => T): Promise<T> =>
    new Promise<T>((fulfil, reject) => {
      if (stopped) return reject(new Error('the print shop is closed'))
      const task: Task = {
        job: { ...job, id: ++count } as Job,
        key,
        done: (value) => fulfil(value as T),
        failed: (failure) => {
          logger?.warn({ job: job.kind, key, fault: failure.kind, detail: failure.detail.slice(0, 300) }, 'printing failed')
          try {
            fulfil(onFailure(failure))
          } catch (problem) {
            reject(problem instanceof Error ? problem : new Error(String(problem)))
          }
        },
        superseded: job.kind === 'pages' || job.kind === 'files' ? () => reject(new Superseded()) : null,
      }
      supersede(task)
      waiting.push(task)
      next()
    })

  /** An older job of the same kind for the same key is no longer wanted, waiting or running. */
  const supersede = ({ job, key }: Task): void => {
    if (job.kind !== 'pages' && job.kind !== 'files') return
    const isOlder = (other: Task) => other.key === key && other.job.kind === job.kind && other.superseded !== null
    for (const old of waiting.filter(isOlder)) old.superseded?.()
    waiting = waiting.filter((other) => !isOlder(other))
    if (!running || running.over || !isOlder(running.task)) return
    running.over = true
    running.task.superseded?.()
    tell({ kind: 'drop', id: running.task.job.id })
  }

  const tell = (order: object): void => {
    printer?.child.send(order, () => undefined) // a process that just ended is told by its `close`
  }

  const next = (): void => {
    if (running || waiting.length === 0 || stopped) return
    if (printer && printer.jobs >= JOBS_PER_PROCESS) {
      printer.child.removeAllListeners()
      printer.child.on('error', () => undefined)
      printer.child.disconnect()
      printer = null
    }
    printer ??= start()
    if (!printer.ready) return
    const task = waiting.reduce((best, other) => (RANK[other.job.kind] < RANK[best.job.kind] ? other : best))
    waiting = waiting.filter((other) => other !== task)
    const { child } = printer
    running = { task, over: false, timer: setTimeout(() => end(child, { kind: 'time', detail: `${timeMs} ms` }), timeMs) }
    printer.jobs++
    tell(task.job)
  }

  const finish = (settle: (task: Task) => void): void => {
    if (!running) return
    const { task, timer, over } = running
    clearTimeout(timer)
    running = null
    if (!over) settle(task)
    next()
  }

  let ending: Failure | null = null
  const end = (child: ChildProcess, failure: Failure): void => {
    ending = failure
    child.kill('SIGKILL')
  }

  const start = () => {
    const child = spawn(process.execPath, [...FLAGS, ...program], {
      cwd: settings.root,
      env: environment(settings),
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
    })
    const mine = { child, ready: false, jobs: 0, said: '' }
    // A printer that does not even come up must not keep anybody waiting.
    const patience = setTimeout(() => end(child, { kind: 'time', detail: 'the printer did not start' }), timeMs)
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (mine.said = (mine.said + text).slice(-4000)))
    child.on('message', (answer: Answer) => {
      if (answer.kind === 'ready') {
        clearTimeout(patience)
        mine.ready = true
        return next()
      }
      if (running?.task.job.id !== answer.id) return
      if (answer.kind === 'done') finish((task) => task.done(answer.value))
      else finish((task) => task.failed({ kind: 'engine', detail: answer.detail }))
    })
    child.on('error', (problem) => (mine.said += problem.message))
    child.on('close', (code, signal) => {
      clearTimeout(patience)
      if (printer?.child === child) printer = null
      const failure: Failure =
        ending ??
        (MEMORY.test(mine.said)
          ? { kind: 'memory', detail: `${memoryMb} MB` }
          : { kind: 'engine', detail: mine.said.trim() || `ended: ${signal ?? code}` })
      ending = null
      if (stopped) return
      if (running) return finish((task) => task.failed(failure))
      // It never came up: whoever waits is told, rather than trying for ever.
      const told = waiting
      waiting = []
      for (const task of told) task.failed(failure)
    })
    return mine
  }

  const refused = (failure: Failure): PageReport => ({ pages: 0, places: [], free: [], faults: [{ ...failure, entry: null }] })
  const thrown = ({ kind, detail }: Failure): never => {
    throw new Error(`${kind}: ${detail}`)
  }

  return {
    pages: (key, edition) => ask<PageReport>({ kind: 'pages', key, edition } as Omit<Job, 'id'>, key, refused),
    page: async (key, page, widthPx) => {
      const width = Math.max(16, Math.min(WIDEST, Math.round(widthPx)))
      const image = await ask<Uint8Array | null>({ kind: 'page', key, page, widthPx: width } as Omit<Job, 'id'>, key, thrown)
      return image && Buffer.from(image)
    },
    files: async (key, edition) => {
      type Files = { readonly report: PageReport; readonly screen: Uint8Array | null; readonly press: Uint8Array | null }
      const { report, screen, press } = await ask<Files>({ kind: 'files', key, edition } as Omit<Job, 'id'>, key, (failure) => ({
        report: refused(failure),
        screen: null,
        press: null,
      }))
      return { report, screen: screen && Buffer.from(screen), press: press && Buffer.from(press) }
    },
    labels: async (language, labels) =>
      Buffer.from(await ask<Uint8Array>({ kind: 'labels', language, labels } as Omit<Job, 'id'>, null, thrown)),
    stop: () => {
      stopped = true
      for (const { failed } of waiting) failed({ kind: 'engine', detail: 'the print shop is closed' })
      waiting = []
      if (running) {
        clearTimeout(running.timer)
        running.task.failed({ kind: 'engine', detail: 'the print shop is closed' })
        running = null
      }
      const child = printer?.child
      printer = null
      if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
      return new Promise((ended) => {
        child.once('close', () => ended())
        child.kill('SIGKILL')
      })
    },
  }
}

/** Said by the printer's own watch, or by V8. */
const MEMORY = /^memory$|heap limit|out of memory/im

/** The compiled program where the newsroom itself is compiled; its source for tests and scripts. */
function programFile(root: string): readonly string[] {
  const compiled = join(root, 'dist', 'printer.mjs')
  return process.env.NODE_ENV === 'production' && existsSync(compiled)
    ? [compiled]
    : ['--import', 'tsx', join(root, 'src/bulletin/print/printer.ts')]
}

/** Documents live outside V8's heap: a collection after each job lets go of them. */
const FLAGS = ['--expose-gc', '--max-old-space-size=256', '--enable-source-maps'] as const

/** No secret of the newsroom is told to it. */
const environment = (settings: Settings): NodeJS.ProcessEnv => {
  const kept = Object.entries(process.env).filter(([name]) => /^(PATH|HOME|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|SystemRoot)$/.test(name))
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    PROCESS_NAME: 'printer',
    // glibc: the compiler and its threads would keep what they once held.
    MALLOC_ARENA_MAX: '2',
    MALLOC_TRIM_THRESHOLD_: '65536',
    MALLOC_MMAP_THRESHOLD_: '65536',
    [SETTINGS]: JSON.stringify(settings),
  }
}
