/**
 * `npm run chaos [-- --kills 1000 --seed 7]`: publishes, corrects and withdraws over HTTP while newsroom, dispatcher and
 * projector are killed with SIGKILL, at random instants and at every named fail point. Afterwards nothing acknowledged may
 * be lost, nothing stuck, no outlet may have gone back to an older version, no message may have counted twice.
 * Runs in a folder of its own, on SQLite or (`--mongodb`) on a server that it finds as the tests do.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { FAILPOINTS } from '#delivery/failpoint'
import type { PersonKey } from '#sample/people'
import { startMongod } from '../test/lib/mongod-server'
import { build } from './compile'
import { command, deskAt, furnish, option, reach, startAll, type Reached } from './installation'
import { green, red, run, say } from './speak'

type Victim = 'newsroom' | 'dispatcher' | 'projector'
const VICTIMS: readonly Victim[] = ['newsroom', 'dispatcher', 'projector']
/** Which program passes which fail point. */
const POINTS: Readonly<Record<Victim, readonly string[]>> = {
  newsroom: FAILPOINTS.filter((point) => point.startsWith('release-')),
  dispatcher: FAILPOINTS.filter((point) => /claim|send|settle/.test(point)),
  projector: FAILPOINTS.filter((point) => /media|model/.test(point)),
}
const HOUSES = ['portal', 'newspaper', 'broadcaster'] as const
const WRITERS = 3

export type ChaosWish = {
  readonly kills: number
  readonly seed: number
  readonly folder: string
  readonly databaseUrl?: string | undefined
}
export type ChaosReport = {
  readonly kills: Readonly<Record<string, number>>
  readonly acknowledged: number
  readonly lost: readonly string[]
  readonly stuck: readonly string[]
  readonly olderAfterNewer: readonly string[]
  readonly countedTwice: readonly string[]
  readonly seconds: number
}

run(async () => {
  const kills = Number(option('kills') ?? 50)
  const seed = Number(option('seed') ?? Date.now() % 1_000_000)
  const folder = mkdtempSync(join(tmpdir(), 'ttdn-chaos-'))
  await build()
  say(`Giết ${kills} lần, hạt giống ${seed}, nhật ký ở ${folder}`, `${kills} kills, seed ${seed}`)
  const mongo = process.argv.includes('--mongodb') ? await startMongod() : null
  const report = await chaos({ kills, seed, folder, databaseUrl: mongo?.url(`chaos-${process.pid}`) }).finally(() =>
    mongo?.stop(),
  )
  const faults = report.lost.length + report.stuck.length + report.olderAfterNewer.length + report.countedTwice.length
  process.stdout.write(`${JSON.stringify(report)}\n`)
  if (faults === 0) {
    rmSync(folder, { recursive: true, force: true })
    say(
      green(
        `${kills} lần giết, ${report.acknowledged} lần phát hành được xác nhận: 0 mất, 0 kẹt, 0 bản cũ đè bản mới, 0 tính hai lần.`,
      ),
      `${kills} kills, ${report.acknowledged} acknowledged: 0 lost, 0 stuck, 0 older after newer, 0 counted twice.`,
    )
    return 0
  }
  say(
    red(`${faults} sai phạm; chạy lại bằng: npm run chaos -- --kills ${kills} --seed ${seed}`),
    `${faults} faults; the folder stays.`,
  )
  return 1
})

const chaos = async ({ kills, seed, folder, databaseUrl }: ChaosWish): Promise<ChaosReport> => {
  const began = Date.now()
  const chance = randomFrom(seed)
  const environment = await furnish(folder, databaseUrl, option('sample'))
  const programs = startAll(environment, folder)
  try {
    await programs.ready()
    const desk = deskAt(environment)
    const ledger: Entry[] = []
    const stop = new AbortController()
    const writers = Array.from({ length: WRITERS }, (_, number) => write(desk, `${seed}-${number}`, chance, ledger, stop.signal))
    const killed = await killOften(programs, kills, chance)
    stop.abort()
    await Promise.all(writers)
    const stuck = await settle(environment, folder)
    return {
      kills: killed,
      acknowledged: ledger.length,
      ...(await judge(environment, ledger)),
      stuck,
      seconds: Math.round((Date.now() - began) / 1000),
    }
  } finally {
    await programs.stop()
  }
}

/** Mulberry32: the same seed kills at the same places, as far as the machine lets it. */
const randomFrom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

const killOften = async (
  programs: ReturnType<typeof startAll>,
  kills: number,
  chance: () => number,
): Promise<Record<string, number>> => {
  const counted: Record<string, number> = {}
  const points = VICTIMS.flatMap((victim) => POINTS[victim].map((point) => ({ victim, point })))
  for (let done = 0; done < kills;) {
    await pause(50 + chance() * 1_500)
    // Every second kill is at a fail point, all of them in turn; the rest at a random instant.
    const chosen = done % 2 === 1 ? points[Math.floor(done / 2) % points.length] : undefined
    const victim = chosen?.victim ?? VICTIMS[Math.floor(chance() * VICTIMS.length)] ?? 'newsroom'
    const counts = await programs.kill(victim, chosen ? `${chosen.point}:${1 + Math.floor(chance() * 3)}` : null)
    const name = chosen ? `${victim}@${chosen.point}${counts ? '' : ' (not passed)'}` : victim
    counted[name] = (counted[name] ?? 0) + 1
    done += 1
    if (victim === 'newsroom') await programs.ready()
    if (done % 10 === 0) say(`  ${done}/${kills}`)
  }
  return counted
}

type Entry = {
  readonly item: string
  readonly language: string
  readonly version: number
  readonly kind: string
  readonly seq: number
}
/** One writer: text after text is written, released, corrected once or twice, often withdrawn. */
const write = async (
  desk: ReturnType<typeof deskAt>,
  name: string,
  chance: () => number,
  ledger: Entry[],
  stop: AbortSignal,
): Promise<void> => {
  for (let number = 1; !stop.aborted; number += 1) {
    const key = (step: string) => `chaos-${name}-${number}-${step}`
    const made = await desk.ask('reporter', '/api/desk/stories', storyNamed(name, number), key('create'))
    const { id, item } = made.article as unknown as { id: string; item: string }
    const verb = async (person: PersonKey, verbName: string, args: object, step: string): Promise<void> => {
      const { move, article } = (await desk.ask(person, `/api/desk/articles/${id}/${verbName}`, args, key(step))) as unknown as {
        move: { seq: number | null }
        article: { releases: readonly { seq: number; version: number; kind: string }[] }
      }
      const released = article.releases.find(({ seq }) => seq === move.seq)
      if (released) ledger.push({ item, language: 'vi', ...released })
    }
    await verb('reporter', 'submit', { noSecrets: true }, 'submit')
    await verb('chief', 'approve', {}, 'approve')
    await verb('chief', 'release', {}, 'release')
    if (chance() < 0.6) {
      await verb('chief', 'reopen', { reason: 'Thử sức chịu đựng: đính chính.' }, 'reopen')
      await desk.save('reporter', id, `Chuyến hàng số ${number} gồm 19 tấn cà phê arabica.`)
      await verb('reporter', 'submit', { noSecrets: true }, 'submit-again')
      await verb('chief', 'approve', {}, 'approve-correction')
      await verb('chief', 'correct', { note: { kind: 'slip', text: 'Số tấn đúng là 19.' } }, 'correct')
    }
    if (chance() < 0.6) {
      await pause(chance() * 300)
      await verb('chief', 'withdraw', { reason: 'Thử sức chịu đựng: gỡ bài.' }, 'withdraw')
      if (chance() < 0.5) {
        await verb('chief', 'approve', {}, 'approve-again')
        await verb('chief', 'release', {}, 'release-again')
      }
    }
  }
}

const storyNamed = (name: string, number: number) => ({
  class: 'promotional',
  topics: ['coffee', 'japan'],
  places: ['Đà Lạt'],
  channels: null,
  sourceLanguage: 'vi',
  article: {
    title: `Cà phê Cầu Đất sang Nhật Bản, chuyến hàng ${name} số ${number}`,
    summary: 'Bài viết để thử sức chịu đựng của hệ thống.',
    byline: 'Hoài Thu',
    text: `Chuyến hàng số ${number} rời Đà Lạt.\n\nMỗi chuyến gồm 18 tấn cà phê arabica.`,
  },
})

/** Waits until every outlet has what it is owed; what is left after that is stuck. */
const settle = async (environment: NodeJS.ProcessEnv, folder: string): Promise<readonly string[]> => {
  const last = Date.now() + 240_000
  for (;;) {
    const said = await command('check-invariants', environment, folder, ['--settled'])
    if (said === '') return []
    if (Date.now() > last)
      return said
        .split('\n')
        .filter((line) => line.includes('VIOLATION'))
        .map((line) => line.trim())
    await pause(2_000)
  }
}

type Logged = {
  readonly id: string
  readonly item: string
  readonly language: string
  readonly version: number
  readonly outcome: string
}

const judge = async (
  environment: NodeJS.ProcessEnv,
  ledger: readonly Entry[],
): Promise<Pick<ChaosReport, 'lost' | 'olderAfterNewer' | 'countedTwice'>> => {
  const newest = new Map<string, Entry>()
  for (const entry of ledger) {
    const known = newest.get(`${entry.item}/${entry.language}`)
    if (!known || known.version < entry.version) newest.set(`${entry.item}/${entry.language}`, entry)
  }
  const lost: string[] = []
  for (const { item, language, version, kind } of newest.values()) {
    const wanted = kind === 'withdrawal' ? 410 : 200
    const page = await seen(`${environment.PUBLIC_URL}/v1/items/${item}/${language}`, ({ status }) => status === wanted)
    if (page.status !== wanted) lost.push(`${item} ${language}: bản ${version} (${kind}), /v1 trả lời ${page.status}`)
    const address = `${environment.SANDBOX_URL}/portal/api/items/${item}/${language}`
    const portal = await seen(address, ({ body }) => body.version === version)
    if (portal.body.version !== version)
      lost.push(`${item} ${language}: bản ${version}, Cổng có bản ${String(portal.body.version)}`)
  }
  const olderAfterNewer: string[] = []
  const countedTwice: string[] = []
  for (const house of HOUSES) {
    const { body } = await reach(`${environment.SANDBOX_URL}/${house}/api/log?limit=10000`)
    const applied = [...(body.entries as unknown as readonly Logged[])].reverse().filter(({ outcome }) => outcome === 'applied')
    const shown = new Map<string, number>()
    const ids = new Set<string>()
    for (const { id, item, language, version } of applied) {
      const at = `${item}/${language}`
      if ((shown.get(at) ?? 0) >= version) olderAfterNewer.push(`${house} ${at}: ${version} sau ${shown.get(at)}`)
      shown.set(at, version)
      if (ids.has(id)) countedTwice.push(`${house} ${id}`)
      ids.add(id)
    }
  }
  return { lost, olderAfterNewer, countedTwice }
}

/** Looks until it is as wanted, ten seconds long; answers with what was seen last. */
const seen = async (address: string, wanted: (answer: Reached) => boolean): Promise<Reached> => {
  for (let tries = 0; ; tries += 1) {
    const answer = await reach(address)
    if (wanted(answer) || tries > 50) return answer
    await pause(200)
  }
}
