import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import Database from 'libsql'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FAILPOINTS, readFailpoint } from '#delivery/failpoint'
import { sqliteOutbox } from '#delivery/outbox/sqlite'
import { openReader } from '#delivery/public/reader'
import { sealSecret } from '#delivery/secrets'
import { stored } from '#publication/chain'
import type { Release } from '#publication/release'
import { ITEM, logOf, OTHER_ITEM, snapshot, toCorrect, toRelease, toWithdraw } from '../builders'
import { insert, outlet, owed, SQLITE_TABLES as OUTBOX_TABLES } from './outbox-tables'
import { SQLITE_TABLES as LOG_TABLES } from './log-source-tables'
import { accept, evilReceiver, type EvilReceiver } from '../lib/evil-receiver'
import { KEYRING, SECRET, until } from '../delivery/dispatch-bench'

describe('a fail point', () => {
  it('is armed in a demo that asks for it, and never in production', () => {
    expect(readFailpoint({ NEWSROOM_MODE: 'demo', NEWSROOM_FAILPOINT: 'after-send' })).toEqual({ name: 'after-send', pass: 1 })
    expect(readFailpoint({ NEWSROOM_MODE: 'demo', NEWSROOM_FAILPOINT: 'after-send:3' })).toEqual({ name: 'after-send', pass: 3 })
    expect(readFailpoint({ NEWSROOM_MODE: 'production', NEWSROOM_FAILPOINT: 'after-send' })).toBeNull()
    expect(readFailpoint({ NEWSROOM_FAILPOINT: 'after-send' })).toBeNull()
    expect(readFailpoint({ NEWSROOM_MODE: 'demo' })).toBeNull()
  })
})

/** G01 in small: each program is killed at each of its fail points, started again, and everything must be as if nothing had been. */
describe('G01: kill -9 at every fail point', { timeout: 60_000 }, () => {
  // Below the project, so that the programs find its packages.
  const built = join(process.cwd(), 'node_modules', '.cache', `kill-${process.pid}`)
  let folder: string
  let file: string
  let portal: EvilReceiver
  const children: ChildProcess[] = []

  beforeAll(() =>
    build({
      entryPoints: { dispatcher: 'src/delivery/dispatcher.ts', projector: 'src/delivery/projector.ts' },
      outdir: built,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'silent',
    }),
  )
  afterAll(() => rmSync(built, { recursive: true, force: true }))
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kill-'))
    file = join(folder, 'newsroom.db')
    portal = await evilReceiver(accept({ status: 'applied' }))
  })
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    await portal.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const picture = Buffer.from('một tấm ảnh cồng chiêng')
  const digest = createHash('sha256').update(picture).digest('hex')
  const medium = {
    digest,
    renditions: [{ name: 'original', digest, ext: 'webp', mime: 'image/webp', bytes: picture.length, width: 16, height: 9 }],
  }
  const text = (changes: Parameters<typeof snapshot>[1] = {}) =>
    snapshot('vi', { media: [medium], lead: { digest, alt: 'Cồng chiêng', caption: '', credit: '' }, ...changes })
  /** One text that is corrected and withdrawn, one that stays. */
  const LOG = logOf(
    toRelease(text()),
    toRelease(text({ item: OTHER_ITEM, slug: 'bai-khac' })),
    toCorrect(text({ title: 'Đã sửa' })),
    toWithdraw(text()),
  )

  const fill = (releases: readonly Release[]) => {
    const desk = new Database(file)
    desk.exec('PRAGMA journal_mode = WAL')
    desk.exec(OUTBOX_TABLES + LOG_TABLES)
    const channel = outlet({ address: `${portal.url}/inbox`, secret: sealSecret(KEYRING, 'portal', SECRET), perMinute: 6_000 })
    insert(desk, 'channels', { id: 'portal', ...channel, languages: '[]', topics: '[]', itemTypes: '[]' })
    desk.close()
    append(releases)
    mkdirSync(join(folder, 'media', 'store'), { recursive: true })
    return join(folder, 'media', 'store')
  }
  const append = (releases: readonly Release[]) => {
    const desk = new Database(file)
    for (const release of releases) {
      const { seq, item, language, version, kind } = release
      insert(desk, 'releases', { id: `release-${seq}`, ...stored(release) })
      insert(desk, 'deliveries', {
        id: `delivery-${seq}`,
        ...owed({ seq, item, language, version, kind }),
        history: '[]',
        flagged: 0,
      })
    }
    desk.close()
  }

  /** `ended`: the signal or the code with which it came to its end. */
  const start = (program: 'dispatcher' | 'projector', failpoint?: string) => {
    const child = spawn(process.execPath, [join(built, `${program}.mjs`)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        NEWSROOM_MODE: 'demo',
        DATA_DIR: folder,
        MEDIA_DIR: join(folder, 'media'),
        CREDENTIALS_KEY: Buffer.alloc(32, 26).toString('base64'),
        DISPATCH_LEASE_MS: '400',
        DISPATCH_PACE: '0.01',
        LOG_LEVEL: 'silent',
        ...(failpoint ? { NEWSROOM_FAILPOINT: failpoint } : {}),
      },
    })
    children.push(child)
    const ready = new Promise((done) => child.once('message', done))
    return {
      ended: new Promise<NodeJS.Signals | number | null>((done) => child.once('exit', (code, signal) => done(signal ?? code))),
      stop: async () => {
        await ready
        child.kill('SIGTERM')
      },
    }
  }

  it.each(FAILPOINTS.filter((name) => /claim|send|settle/.test(name)))('dispatcher at %s', async (name) => {
    fill(LOG)
    for (let kill = 0; kill < 2; kill += 1) expect(await start('dispatcher', name).ended).toBe('SIGKILL')
    const last = start('dispatcher')
    const outbox = sqliteOutbox(file)
    const open = async () => {
      const { pending, leased, failed, dead } = await outbox.counts()
      return pending + leased + failed + dead
    }
    await until(async () => (await open()) === 0, 20_000)
    expect(await outbox.overdue(Date.now(), 0)).toEqual([])
    const newest = async (item: string) => (await outbox.lane({ channel: 'portal', item, language: 'vi' })).at(-1)?.state
    expect([await newest(ITEM), await newest(OTHER_ITEM)]).toEqual(['delivered', 'delivered'])
    // What came twice came under the same id; nothing older came after something newer.
    const order = portal.received
      .filter(({ headers }) => headers['ttdn-item'] === ITEM)
      .map(({ headers }) => Number(headers['ttdn-version']))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(order.at(-1)).toBe(3)
    const bodies = new Map<string, Set<string>>()
    for (const { headers, body } of portal.received)
      bodies.set(headers['webhook-id'] ?? '', (bodies.get(headers['webhook-id'] ?? '') ?? new Set()).add(body))
    expect([...bodies.values()].every((each) => each.size === 1)).toBe(true)
    await last.stop()
    expect(await last.ended).toBe(0)
    await outbox.close()
  })

  it.each(FAILPOINTS.filter((name) => /media|model/.test(name)))('projector at %s', async (name) => {
    const store = fill(LOG.slice(0, 2))
    writeFileSync(join(store, `${digest}.webp`), picture)
    // While it builds the model from nothing, and while it follows.
    expect(await start('projector', name).ended).toBe('SIGKILL')
    const whole = start('projector')
    const reader = openReader(join(folder, 'read-model'))
    await until(() => reader.now()?.meta.seq === 2, 20_000)
    await whole.stop()
    await whole.ended
    append(LOG.slice(2))
    for (let kill = 0; kill < 2; kill += 1) expect(await start('projector', name).ended).toBe('SIGKILL')
    const last = start('projector')
    await until(() => reader.now()?.meta.seq === 4, 20_000)
    const here = reader.now()?.here
    expect([here?.resource(`/vi/${snapshot('vi').slug}`)?.status, here?.resource('/vi/bai-khac')?.status]).toEqual([410, 200])
    expect(here?.changes(0, 10, 4).map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    await until(() => readdirSync(join(folder, 'public-media')).join() === `${digest}.webp`)
    await last.stop()
    expect(await last.ended).toBe(0)
    await reader.close()
  })

  it('a program that is told to stop ends by itself', async () => {
    fill([])
    const [dispatcher, projector] = [start('dispatcher'), start('projector')]
    await Promise.all([dispatcher.stop(), projector.stop()])
    expect(await Promise.all([dispatcher.ended, projector.ended])).toEqual([0, 0])
  })
})
