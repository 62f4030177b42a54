/**
 * `npm run bench [-- --write]`: how long a release takes, when its first push arrives, and how delivery answers beside bare
 * `node:http` and Payload's REST in the same run; on both databases. `--write` puts the table into docs/performance.md.
 */
import { spawn } from 'node:child_process'
import { cpus, tmpdir, totalmem } from 'node:os'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import autocannon from 'autocannon'
import { startMongod } from '../test/lib/mongod-server'
import { freePort } from '../test/lib/ports'
import { build } from './compile'
import { command, deskAt, furnish, option, reach, startAll, until } from './installation'
import { run, say } from './speak'

const PAGE = 'docs/performance.md'
const RELEASES = Number(option('releases') ?? 40)
const SECONDS = Number(option('seconds') ?? 8)
const CONNECTIONS = 50

type Spread = { readonly median: number; readonly p95: number; readonly most: number }
type Load = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly errors: number }
type Measured = {
  readonly database: string
  readonly publish: Spread
  readonly push: Spread
  readonly loads: Readonly<Record<string, Load>>
}

run(async () => {
  await build()
  const measured = [await measure('SQLite')]
  const mongo = await startMongod()
  if (mongo) {
    measured.push(await measure('MongoDB', mongo.url(`bench-${process.pid}`)))
    await mongo.stop()
  }
  const table = tableOf(measured)
  process.stdout.write(`\n${table}\n`)
  if (process.argv.includes('--write')) write(table)
})

const measure = async (database: string, databaseUrl?: string): Promise<Measured> => {
  say(`${database}…`)
  const folder = mkdtempSync(join(tmpdir(), 'ttdn-bench-'))
  const environment = await furnish(folder, databaseUrl)
  const programs = startAll(environment, folder)
  try {
    await programs.ready()
    // What the sample newsroom owes shall not stand in the way.
    await until(
      'tòa soạn mẫu gửi xong',
      120_000,
      async () => (await command('check-invariants', environment, folder, ['--settled'])) === '',
    )
    const { publish, push, item, article, token } = await releaseMany(environment)
    const page = await until('bài lên trang', 30_000, async () => {
      const answer = await reach(`${environment.PUBLIC_URL}/v1/items/${item}/vi`)
      return answer.status === 200 ? JSON.stringify(answer.body) : null
    })
    const bare = await bareServer(page)
    try {
      const rest = `${environment.NEWSROOM_URL}/api/articles/${article}?depth=1`
      const loads = {
        'bare node:http, the same bytes': await load(bare.url),
        'delivery, /v1/items': await load(`${environment.PUBLIC_URL}/v1/items/${item}/vi`),
        'delivery, /v1/changes': await load(`${environment.PUBLIC_URL}/v1/changes?after=0`),
        'delivery, RSS': await load(`${environment.PUBLIC_URL}/feeds/vi/articles.rss`),
        'Payload REST, one text, depth 1': await load(rest, { authorization: `JWT ${token}` }),
      }
      return { database, publish, push, loads }
    } finally {
      bare.stop()
    }
  } finally {
    await programs.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Logged = { readonly seq: number; readonly at: string; readonly outcome: string }

/** Publishes one text after another; the clock runs from the press of the button to its answer, then to the outlet's door. */
const releaseMany = async (environment: NodeJS.ProcessEnv) => {
  const desk = deskAt(environment)
  const took: number[] = []
  const releasedAt = new Map<number, number>()
  let last = { item: '', article: '' }
  for (let number = 1; number <= RELEASES; number += 1) {
    const key = (step: string) => `bench-${number}-${step}`
    const made = await desk.ask('reporter', '/api/desk/stories', storyNamed(number), key('create'))
    const { id, item } = made.article as unknown as { id: string; item: string }
    await desk.ask('reporter', `/api/desk/articles/${id}/submit`, { noSecrets: true }, key('submit'))
    await desk.ask('chief', `/api/desk/articles/${id}/approve`, {}, key('approve'))
    const began = performance.now()
    const { move } = (await desk.ask('chief', `/api/desk/articles/${id}/release`, {}, key('release'))) as unknown as {
      move: { seq: number; at: string }
    }
    took.push(performance.now() - began)
    releasedAt.set(move.seq, Date.parse(move.at))
    last = { item, article: id }
    // The sample portal takes 120 a minute; faster, its own limit would be measured.
    await pause(Math.max(0, 600 - (performance.now() - began)))
  }
  const arrivals = await until('mọi tin tới Cổng', 60_000, async () => {
    const { body } = await reach(`${environment.SANDBOX_URL}/portal/api/log?limit=10000`)
    const mine = (body.entries as unknown as readonly Logged[]).filter(({ seq }) => releasedAt.has(seq))
    return mine.length >= RELEASES ? mine : null
  })
  return {
    publish: spread(took),
    push: spread(arrivals.map(({ seq, at }) => Date.parse(at) - (releasedAt.get(seq) ?? 0))),
    ...last,
    token: await desk.token('chief'),
  }
}

const storyNamed = (number: number) => ({
  class: 'promotional',
  topics: ['coffee', 'japan'],
  places: ['Đà Lạt'],
  channels: null,
  sourceLanguage: 'vi',
  article: {
    title: `Hoa Đà Lạt xuất khẩu sang Nhật Bản, lô hàng số ${number}`,
    summary: 'Lô hoa cắt cành đầu mùa rời Đà Lạt sáng nay.',
    byline: 'Hoài Thu',
    text: Array.from(
      { length: 12 },
      (_, line) =>
        `Đoạn ${line + 1}. Hoa cúc, hoa hồng và hoa lan của lô hàng số ${number} được đóng gói trong đêm, giữ lạnh ở 4 °C và đến cảng sau mười hai giờ.`,
    ).join('\n\n'),
  },
})

/** The same bytes from the barest server that Node has, in a process of its own. */
const bareServer = async (body: string): Promise<{ url: string; stop: () => void }> => {
  const port = await freePort()
  const source = `const body = Buffer.from(process.env.BODY); require('node:http').createServer((_, answer) => answer.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)).listen(${port}, '127.0.0.1')`
  const child = spawn(process.execPath, ['-e', source], {
    env: { PATH: process.env.PATH, BODY: body } as unknown as NodeJS.ProcessEnv,
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}/`
  await until('máy chủ trần', 10_000, async () => (await reach(url)).status === 200)
  return { url, stop: () => void child.kill() }
}

const load = async (url: string, headers: Record<string, string> = {}): Promise<Load> => {
  await autocannon({ url, headers, connections: CONNECTIONS, duration: 2 }) // warm
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS })
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.non2xx + result.errors + result.timeouts,
  }
}

const spread = (values: readonly number[]): Spread => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
  return { median: at(0.5), p95: at(0.95), most: at(1) }
}

const tableOf = (measured: readonly Measured[]): string => {
  const ms = ({ median, p95, most }: Spread) => `${median.toFixed(0)} / ${p95.toFixed(0)} / ${most.toFixed(0)} ms`
  const whole = (value: number) => Math.round(value).toLocaleString('en')
  const served = ({ perSecond, p50, p99, errors }: Load) =>
    `${whole(perSecond)}/s, p50 ${p50} ms, p99 ${p99} ms${errors ? `, ${errors} errors` : ''}`
  const rows = [
    [
      `release, from the button to its answer (median / p95 / most of ${RELEASES})`,
      ...measured.map(({ publish }) => ms(publish)),
    ],
    ['first push, from the commit to the outlet (median / p95 / most)', ...measured.map(({ push }) => ms(push))],
    ...Object.keys(measured[0]?.loads ?? {}).map((name) => [
      name,
      ...measured.map(({ loads }) => (loads[name] ? served(loads[name]) : '')),
    ]),
  ]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(['what', ...measured.map(({ database }) => database)]),
    line(['---', ...measured.map(() => '---')]),
    ...rows.map(line),
  ].join('\n')
}

const write = (table: string): void => {
  const page = readFileSync(PAGE, 'utf8')
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${CONNECTIONS} connections, ${SECONDS} s each; the load generator on the same machine.`
  writeFileSync(PAGE, page.replace(/<!-- table -->[^]*<!-- end -->/, `<!-- table -->\n${machine}\n\n${table}\n<!-- end -->`))
}
