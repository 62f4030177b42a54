import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlanEntry } from '#bulletin/plan'
import type { IssueView } from '#bulletin/view'
import { treeFromText } from '#cms/import-text'
import type { IssueRelease } from '#cms/verbs/edition'
import type { FAILPOINTS } from '#delivery/failpoint'
import type { Language } from '#newsroom'
import type { Release } from '#publication/release'
import { databases } from '../lib/databases'
import { LICENCE } from '../lib/licence'
import { nameOfItsOwn, openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'
import type { Order } from './release-child'

type Point = (typeof FAILPOINTS)[number]
/** In the order in which the release of an issue with two waiting texts comes by; the first number is the pass. */
const POINTS = [
  'edition-before-texts',
  'release-before-append',
  'release-after-append',
  'release-after-append:2',
  'edition-before-append',
  'edition-after-append',
  'release-before-commit',
  'release-after-commit',
] as const satisfies readonly (Point | `${Point}:${number}`)[]
/** Where everything is in the log; before it, nothing. */
const COMMITTED: (typeof POINTS)[number] = 'release-after-commit'

/** What is killed one after the other under one key: in CI one issue, with `npm run proof` one for every point and round too. */
const SERIES: readonly (readonly (typeof POINTS)[number][])[] =
  process.env.PROOF === 'true'
    ? [POINTS, ...Array.from({ length: 20 }, () => POINTS.map((point) => [point])).flat()]
    : [POINTS.filter((point) => !['release-before-append', 'release-after-append:2'].includes(point))]
const LANGUAGES_OUT: readonly Language[] = ['vi', 'en']

describe.each(databases())('kill -9 while an issue is released on $name', ({ open }) => {
  // Below the project, so that the program finds its packages.
  const built = join(process.cwd(), 'node_modules', '.cache', `release-child-${process.pid}-${randomUUID()}`)
  const app = `killed-${randomUUID()}`
  let room: TestNewsroom
  let desk: string
  let people: Readonly<Record<'reporter' | 'chief' | 'bulletin', TestPerson>>
  let licence: string
  let quarter = 1
  const children: ChildProcess[] = []

  beforeAll(async () => {
    await build({
      entryPoints: { child: 'test/cms/release-child.ts' },
      outdir: built,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'silent',
    })
    room = await openTestNewsroom(open())
    const { addLegalRules } = await import('../../src/cms/bulletin/licence')
    await addLegalRules(room.payload)
    desk = await room.office('toa-soan')
    people = {
      reporter: await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk }),
      chief: await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'] } }),
      bulletin: await room.hire('Đinh Thị Kim Oanh', ['bulletinEditor'], { desk }),
    }
    licence = await licenced()
  })
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL')
    const { closeShops } = await import('../../src/cms/bulletin/shop')
    await closeShops()
    await room.stop()
    rmSync(built, { recursive: true, force: true })
  })

  const licenced = async (): Promise<string> => {
    const { id } = await room.payload.create({
      collection: 'licences',
      data: LICENCE as never,
      locale: 'vi',
      overrideAccess: true,
    })
    await room.payload.update({
      collection: 'licences',
      id,
      data: { issuer: 'Department of Culture', name: 'External Information', publisher: 'Department of Foreign Affairs', frequency: 'quarterly', printer: 'Lam Dong Printing', personResponsible: 'Nguyễn Văn A' } as never, // prettier-ignore
      locale: 'en',
      overrideAccess: true,
    })
    return String(id)
  }

  const door = async (who: TestPerson, method: string, path: string, body?: unknown, key: string = randomUUID()) => {
    const answer = await room.ask(who, method, `/api/desk/bulletins${path}`, body, { 'idempotency-key': key })
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`)
    return answer.body
  }
  const look = (id: string): Promise<IssueView> => door(people.bulletin, 'GET', `/${id}`)

  const approvedText = async () => {
    const { body } = await room.write(people.reporter, { title: `Tin ${nameOfItsOwn()}`, text: 'Đà Lạt đón khách quanh năm.' })
    const article = body.article.id as string
    await room.verb(people.reporter, article, 'submit', { noSecrets: true })
    expect((await room.verb(people.chief, article, 'approve')).status).toBe(200)
    return { story: body.story.id as string, item: body.story.item as string }
  }

  const entry = (story: string | null, leftOut: readonly Language[]): PlanEntry => ({
    id: randomUUID(),
    slot: story === null ? 'foreword' : 'feature',
    story,
    budget: { vi: null, en: null, ja: null },
    photos: [],
    notes: '',
    leftOut,
  })

  /** In Vietnamese with two texts that wait, in English with a foreword alone; both approved. */
  const approvedIssue = async () => {
    const [first, second] = [await approvedText(), await approvedText()]
    quarter += 1
    const next = { year: 2026 + Math.floor((quarter - 1) / 4), quarter: ((quarter - 1) % 4) + 1 }
    const { id, item, rev }: IssueView = await door(people.bulletin, 'POST', '', next)
    const entries = [entry(first.story, ['en', 'ja']), entry(second.story, ['en', 'ja']), entry(null, ['vi', 'ja'])]
    const plan = { sections: [{ id: 'chuyen-muc', names: { vi: 'Thời sự', en: 'News', ja: 'ニュース' }, entries }] }
    const themes = { vi: 'Mùa hoa', en: 'Flowers', ja: '花の季節' }
    const { board }: IssueView = await door(people.bulletin, 'PUT', `/${id}`, { rev, plan, themes, licence })
    const piece = board[entries[2]?.id ?? '']?.cells.en.href?.split('/').at(-1) ?? ''
    const words = { title: 'Foreword', body: treeFromText('Dear readers.') }
    expect((await room.ask(people.bulletin, 'PATCH', `/api/pieces/${piece}`, words)).status).toBe(200)
    for (const language of LANGUAGES_OUT) {
      await door(people.bulletin, 'POST', `/${id}/${language}/close`, {})
      const at = `/api/desk/bulletins/${id}`
      expect((await room.workVerb(people.chief, { at, language }, 'approve', { acknowledged: true })).status).toBe(200)
    }
    return { id, item, texts: [first.item, second.item] }
  }

  /** A newsroom of its own that dies at the point; it is ready when this answers. */
  const armed = async (point: string) => {
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
        NEWSROOM_FAILPOINT: point,
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

  it.each(SERIES.map((points) => ({ points, at: points.join(', ') })))(
    'all of it is in the log or nothing, and the key pressed again brings it about once: $at',
    async ({ points }) => {
      let next = armed(points[0] as string)
      const { id, item, texts } = await approvedIssue()
      const before = await log()
      const whole = [...texts.map((text) => `release ${text} vi`), ...LANGUAGES_OUT.map((one) => `release ${item} ${one}`)]
      const order: Order = { person: people.chief, key: randomUUID(), bulletin: id, languages: LANGUAGES_OUT }
      for (const [turn, point] of points.entries()) {
        const press = await next
        if (points[turn + 1]) next = armed(points[turn + 1] as string)
        expect([point, await press(order)]).toEqual([point, { end: 'SIGKILL', heard: [] }])
        const added = linesOf((await log()).slice(before.length))
        expect([point, added]).toEqual([point, point === COMMITTED ? whole : []])
        const { editionViews } = await look(id)
        const shown = point === COMMITTED ? 'released' : 'approved'
        expect([point, editionViews.vi.shown, editionViews.en.shown]).toEqual([point, shown, shown])
      }
      const again = async (): Promise<IssueRelease> =>
        (await door(people.chief, 'POST', `/${id}/release`, { languages: LANGUAGES_OUT }, order.key)).release
      const answer = await again()
      expect(await again()).toEqual(answer)
      const added = (await log()).slice(before.length)
      expect(linesOf(added)).toEqual(whole)
      expect([...answer.texts, ...answer.editions].map(({ seq }) => seq)).toEqual(added.map(({ seq }) => seq))
      expect(added.map(({ seq }) => seq)).toEqual(added.map((_, index) => before.length + index + 1))
    },
  )
})
