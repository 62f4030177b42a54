/** kill -9 in the middle of a release: newsrooms that die at a named point, one after the other, under one key. */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { MongoClient } from 'mongodb'
import { expect } from 'vitest'
import type { FAILPOINTS } from '#delivery/failpoint'
import type { Release } from '#publication/release'
import { openTestNewsroom } from './newsroom'
import type { Order } from './release-child'

type Name = (typeof FAILPOINTS)[number]
export type Point = Name | `${Name}:${number}`

/** In the order in which the release of one text comes by. */
export const TEXT_POINTS = [
  'release-before-append',
  'release-after-append',
  'release-before-commit',
  'release-after-commit',
] as const satisfies readonly Point[]

/** In the order in which an issue or a programme with two waiting texts comes by; the number is the pass. */
export const COMPOSITION_POINTS = [
  'edition-before-texts',
  'release-before-append',
  'release-after-append',
  'release-after-append:2',
  'edition-before-append',
  'edition-after-append',
  'release-before-commit',
  'release-after-commit',
] as const satisfies readonly Point[]

/** What is killed one after the other under one key: in CI the points that tell most, with `npm run proof` all of them, and each alone for twenty rounds. */
export const killSeries = (points: readonly Point[]): readonly { readonly points: readonly Point[]; readonly at: string }[] =>
  (process.env.PROOF === 'true'
    ? [points, ...Array.from({ length: 20 }, () => points.map((point) => [point])).flat()]
    : [points.filter((point) => !['release-before-append', 'release-after-append:2'].includes(point))]
  ).map((series) => ({ points: series, at: series.join(', ') }))

/** Where everything is in the log; before it, nothing. */
const COMMITTED: Point = 'release-after-commit'

export const openKills = async (opened: Parameters<typeof openTestNewsroom>[0]) => {
  // Below the project, so that the program finds its packages.
  const built = join(process.cwd(), 'node_modules', '.cache', `release-child-${process.pid}-${randomUUID()}`)
  const app = `killed-${randomUUID()}`
  const children: ChildProcess[] = []
  await build({
    entryPoints: { child: 'test/lib/release-child.ts' },
    outdir: built,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
  const room = await openTestNewsroom(opened)

  /** A newsroom of its own that dies at the point, or does what it is told; it is ready when this answers. */
  const started = async (point: Point | null) => {
    const settings = {
      secret: 'test-'.repeat(10),
      newsroomUrl: room.url,
      dataDir: room.dataDir,
      databaseUrl: room.databaseUrl && `${room.databaseUrl}${room.databaseUrl.includes('?') ? '&' : '?'}appName=${app}`,
    }
    // The condition is that of our programs: without it Lexical's modules wait for each other, now and then for ever.
    const child = spawn(process.execPath, ['--conditions=production', join(built, 'child.mjs'), JSON.stringify(settings)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        NEWSROOM_MODE: 'demo',
        ...(point === null ? {} : { NEWSROOM_FAILPOINT: point }),
        MEDIA_DIR: process.env.MEDIA_DIR,
        CREDENTIALS_KEY: process.env.CREDENTIALS_KEY,
        PAYLOAD_SECRET: process.env.PAYLOAD_SECRET,
        LOG_LEVEL: 'silent',
      },
    })
    children.push(child)
    const heard: unknown[] = []
    const ended = new Promise<NodeJS.Signals | number | null>((done) =>
      child.once('exit', (code, signal) => done(signal ?? code)),
    )
    await new Promise((ready) => {
      child.on('message', (message) => {
        if (message === 'ready') return ready(null)
        // It passed the point alive: said rather than waited for.
        heard.push(message)
        child.kill('SIGTERM')
      })
      child.once('exit', ready)
    })
    return async (order: Order) => {
      if (child.connected) child.send(order)
      const end = await ended
      await forgotten()
      return { end, heard }
    }
  }

  /** A server gives up a dead client's transaction after its time; here it is told to at once. */
  const forgotten = async (): Promise<void> => {
    if (!room.databaseUrl) return
    const client = await MongoClient.connect(room.databaseUrl)
    const admin = client.db('admin')
    const left = await admin
      .aggregate([
        { $currentOp: { idleSessions: true, allUsers: true } },
        { $match: { appName: app, transaction: { $exists: true } } },
      ])
      .toArray()
    if (left.length > 0) await admin.command({ killSessions: left.map(({ lsid }) => ({ id: lsid.id })) })
    await client.close()
  }

  const log = async (): Promise<readonly Release[]> => {
    const { releaseLog } = await import('../../src/cms/stores/release-log')
    return releaseLog(room.payload).after(0, 100_000)
  }
  const linesOf = (releases: readonly Release[]) => releases.map(({ item, language, kind }) => `${kind} ${item} ${language}`)

  /** What the outlets are owed of these releases. */
  const owed = async (added: readonly Release[]) => {
    const { docs } = await room.payload.db.find<{ id: string; channel: string; seq: number }>({
      collection: 'deliveries',
      where: { seq: { in: added.map(({ seq }) => seq) } },
      limit: 0,
      pagination: false,
      sort: ['seq', 'channel'],
    })
    return docs.map(({ channel, seq }) => `${channel} ${added.findIndex((release) => release.seq === seq)}`)
  }

  /**
   * Kills at every point in turn, then starts the newsroom again and presses the same key twice: before the commit nothing is
   * there, from it on all of it, and never twice.
   */
  const allOrNothing = async (
    points: readonly Point[],
    order: Order,
    {
      whole,
      shown,
      again,
      owes = [],
    }: {
      /** What the log has when all of it is out, as `release <item> <language>`. */
      readonly whole: readonly string[]
      /** How the desk shows what is released; `released` once it is. */
      readonly shown: () => Promise<readonly string[]>
      /** The same press through the desk's own door. */
      readonly again: () => Promise<unknown>
      /** Per channel, and which of the releases it is owed. */
      readonly owes?: readonly string[]
    },
  ): Promise<void> => {
    const before = (await log()).length
    const added = async () => (await log()).slice(before)
    let next = started(points[0] ?? null)
    for (const [turn, point] of points.entries()) {
      const press = await next
      next = started(points[turn + 1] ?? null)
      expect([point, await press(order)]).toEqual([point, { end: 'SIGKILL', heard: [] }])
      const out = point === COMMITTED
      expect([point, linesOf(await added())]).toEqual([point, out ? whole : []])
      expect([point, await owed(await added())]).toEqual([point, out ? owes : []])
      const states = await shown()
      expect([point, states]).toEqual([point, states.map(() => (out ? 'released' : 'approved'))])
    }
    // Started again, alive: it answers what was done, or does it.
    const press = await next
    const { heard } = await press(order)
    const seqs = (await added()).map(({ seq }) => seq)
    expect(heard.map(seqsOf)).toEqual([seqs])
    expect(await again()).toEqual(await again())
    expect(linesOf(await added())).toEqual(whole)
    expect(await owed(await added())).toEqual(owes)
    expect(seqs).toEqual(whole.map((_, index) => before + index + 1))
    const { violations } = await import('../../src/cms/invariants')
    expect(await violations(room.payload, { mediaDir: String(process.env.MEDIA_DIR), publicMediaDir: built })).toEqual([])
  }

  const stop = async (): Promise<void> => {
    for (const child of children) child.kill('SIGKILL')
    await room.stop()
    rmSync(built, { recursive: true, force: true })
  }
  return { room, allOrNothing, stop }
}

/** The numbers that a release answered, whatever was released: texts first, as in the log. */
const seqsOf = (answer: unknown): readonly number[] => {
  const seqs: number[] = []
  JSON.stringify(answer, (key, value: unknown) => {
    if (key === 'seq' && typeof value === 'number') seqs.push(value)
    return value
  })
  return seqs.sort((a, b) => a - b)
}
