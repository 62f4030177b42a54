/** `npm run demo`: builds once, makes the sample newsroom once, starts everything on this machine and says where it is. */
import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { env, EnvironmentError, type Env } from '#env'
import { CHANNELS } from '#sample/channels'
import { DEMO_PASSWORD, PEOPLE } from '#sample/people'
import { build } from './compile'
import {
  folderOf,
  furnish,
  holdFolder,
  isFurnished,
  isOwn,
  refuseForeign,
  refuseUnwritable,
  sayHalfWritten,
  writeSecrets,
} from './demo-folder'
import { addFrom, addInstallation, DEMO_ENV } from './environment'
import { compiled, compiledCommand, environmentOf, NODE_FLAGS, type ProgramName } from './programs'
import { bold, during, faint, run, say, Stop } from './speak'
import { supervise, type Supervised } from './supervise'
import { walk } from './walk'

const TOGETHER: readonly ProgramName[] = ['newsroom', 'worker', 'projector', 'delivery', 'sandbox']

run(async () => {
  const began = Date.now()
  const settings = prepare()
  await refuseTakenPorts(settings)
  const letGo = holdFolder(settings.dataDir)
  try {
    await refuseUnfitDatabase(settings)
    await build()
    if (!isFurnished(settings.dataDir, settings.databaseUrl)) await makeSampleNewsroom(settings)
    return await open(settings, began)
  } finally {
    letGo()
  }
})

/** The environment of a demo: its own file, then what the person set; resolved values for every process. */
const prepare = (): Env => {
  addInstallation()
  if (process.env.NEWSROOM_MODE === 'production') {
    throw new Stop(
      'Máy này đặt NEWSROOM_MODE=production; bản chạy thử không chạy cùng bản chính thức. Hãy dùng một bản sao khác của dự án.',
      'NEWSROOM_MODE=production is set here; a demo does not run beside production. Use another copy of the project.',
    )
  }
  const folder = folderOf()
  refuseUnwritable(folder)
  refuseForeign(folder)
  sayHalfWritten(folder)
  writeSecrets(folder)
  addFrom(join(folder, DEMO_ENV))
  process.env.MEDIA_DIR ||= join(folder, 'media')
  const settings = readSettings()
  Object.assign(process.env, {
    DATA_DIR: settings.dataDir,
    HOST: settings.host,
    NEWSROOM_PORT: String(settings.newsroomPort),
    NEWSROOM_URL: settings.newsroomUrl,
    DELIVERY_PORT: String(settings.deliveryPort),
    PUBLIC_URL: settings.publicUrl,
    SANDBOX_PORT: String(settings.sandboxPort),
    SANDBOX_URL: settings.sandboxUrl,
    MEDIA_DIR: settings.mediaDir,
    PUBLIC_MEDIA_DIR: settings.publicMediaDir,
    READ_MODEL_DIR: settings.readModelDir,
    SIGNED_HEAD_FILE: settings.signedHeadFile,
    PUSH_TO_LOOPBACK: 'true',
    LOG_LEVEL: settings.logLevel,
  })
  return settings
}

const readSettings = (): Env => {
  try {
    return env()
  } catch (problem) {
    if (!(problem instanceof EnvironmentError)) throw problem
    const said = (language: 'vi' | 'en') => problem.problems.map((one) => `${one.variable}: ${one[language]}`).join('\n')
    throw new Stop(said('vi'), said('en'), 78)
  }
}

const refuseTakenPorts = async ({ host, newsroomPort, deliveryPort, sandboxPort }: Env): Promise<void> => {
  const ports = [
    { port: newsroomPort, variable: 'NEWSROOM_PORT', vi: 'tòa soạn', en: 'the desk' },
    { port: deliveryPort, variable: 'DELIVERY_PORT', vi: 'trang công khai', en: 'the public pages' },
    { port: sandboxPort, variable: 'SANDBOX_PORT', vi: 'ba đơn vị nhận mẫu', en: 'the sample outlets' },
  ]
  for (const { port, variable, vi, en } of ports) {
    const refusal = await whyNotListen(host, port)
    if (!refusal) continue
    throw new Stop(
      `Cổng ${port} (${vi}) không dùng được (${refusal}), có lẽ một chương trình khác đang giữ. Hãy tắt chương trình đó, hoặc đổi cổng: ${variable}=${port + 100} npm run demo`,
      `Port ${port} (${en}) cannot be used (${refusal}); perhaps another program holds it. Stop that program, or change the port: ${variable}=${port + 100} npm run demo`,
    )
  }
}

const whyNotListen = (host: string, port: number): Promise<string | null> =>
  new Promise((known) => {
    const probe = createServer()
    probe.once('error', (problem: NodeJS.ErrnoException) => known(problem.code ?? problem.message))
    probe.listen(port, host, () => probe.close(() => known(null)))
  })

const refuseUnfitDatabase = async ({ dataDir, databaseUrl }: Env): Promise<void> => {
  if (!databaseUrl.startsWith('mongodb')) return
  const { MongoClient } = await import('mongodb')
  const client = new MongoClient(databaseUrl, { serverSelectionTimeoutMS: 5_000 })
  const where = databaseUrl.replace(/^[^@]*@|^mongodb(\+srv)?:\/\//, '').replace(/\?.*/, '')
  try {
    const { setName } = await client.db().command({ hello: 1 })
    if (setName) {
      if (isOwn(dataDir, databaseUrl) || !(await client.db().collection('users').findOne())) return
      throw new Stop(
        `Cơ sở dữ liệu ${where} đã có dữ liệu không phải của bản chạy thử này. Hãy dùng tên khác trong DATABASE_URL.`,
        `The database ${where} holds records that are not of this demo. Use another name in DATABASE_URL.`,
      )
    }
    throw new Stop(
      `MongoDB tại ${where} chạy đơn lẻ nên không có giao dịch. Hãy chạy dạng replica set; xem docs/operating.md.`,
      `MongoDB at ${where} runs alone and so has no transactions. Run it as a replica set; see docs/operating.md.`,
    )
  } catch (problem) {
    if (problem instanceof Stop) throw problem
    throw new Stop(
      `Không kết nối được MongoDB tại ${where}. Hãy kiểm tra máy chủ và tài khoản, hoặc bỏ DATABASE_URL để dùng SQLite.`,
      `MongoDB at ${where} does not answer. Check the server and the account, or leave DATABASE_URL out to use SQLite.`,
    )
  } finally {
    await client.close()
  }
}

const makeSampleNewsroom = ({ dataDir, databaseUrl }: Env): Promise<void> =>
  furnish(dataDir, databaseUrl, () =>
    during('Đang tạo tòa soạn mẫu: người, tin bài, ảnh…', 'Making the sample newsroom: people, texts, pictures', () =>
      command('seed', dataDir),
    ),
  )

/** Runs a compiled command; its words go to a file, the end of them to the screen when it fails. */
const command = async (name: string, dataDir: string): Promise<void> => {
  const log = openLog(dataDir, name)
  const environment = {
    ...environmentOf('newsroom', process.env),
    SANDBOX_SECRETS: process.env.SANDBOX_SECRETS,
    HEAD_KEY: process.env.HEAD_KEY,
  }
  const child = spawn(process.execPath, [...NODE_FLAGS, compiledCommand(name)], {
    env: environment,
    stdio: ['ignore', log.file, log.file],
  })
  const forward = (): void => void child.kill('SIGTERM')
  process.once('SIGINT', forward).once('SIGTERM', forward)
  const code = await new Promise<number | null>((done, failed) => child.once('error', failed).once('close', done))
  process.off('SIGINT', forward).off('SIGTERM', forward)
  closeSync(log.file)
  if (code !== 0) throw failed(name, log.path, `exit ${code}`)
}

const succeeds = async (name: string, dataDir: string): Promise<boolean> => {
  try {
    await command(name, dataDir)
    return true
  } catch (problem) {
    if (!(problem instanceof Stop)) throw problem
    process.stderr.write(`${problem.vi}\n`)
    return false
  }
}

/** Written at once, so that the last words of a program that fell are there to be read. */
type Log = { readonly path: string; readonly file: number }
const openLog = (dataDir: string, name: string): Log => {
  const path = join(dataDir, 'logs', `${name}.log`)
  mkdirSync(join(dataDir, 'logs'), { recursive: true })
  return { path, file: openSync(path, 'a') }
}

const failed = (name: string, path: string, how: string): Stop => {
  const end = readFileSync(path, 'utf8').trimEnd().split('\n').slice(-12).join('\n')
  return new Stop(
    `${end}\n\nPhần "${name}" không chạy được (${how}); nhật ký đầy đủ ở ${path}`,
    `"${name}" did not run (${how}); its whole log is ${path}`,
  )
}

const open = async (settings: Env, began: number): Promise<number> => {
  const logs = new Map(TOGETHER.map((name) => [name as string, openLog(settings.dataDir, name)]))
  const beforeReady = new AbortController()
  const falls = new Map<string, number>()
  const everything: Supervised = supervise(
    TOGETHER.map((name) => ({ name, file: compiled(name), environment: environmentOf(name, process.env) })),
    {
      onLine: ({ name, line }) => {
        const log = logs.get(name)
        if (log) writeSync(log.file, `${line}\n`)
      },
      onFall: ({ name, code, signal, againInMs }) => {
        const path = logs.get(name)?.path ?? ''
        const how = signal ?? `exit ${code}`
        falls.set(name, (falls.get(name) ?? 0) + 1)
        // All of them wake at once; one may find the database busy and come back.
        if (againInMs === null || (falls.get(name) ?? 0) >= 3) beforeReady.abort(failed(name, path, how))
        process.stderr.write(faint(`${name} (${how}): đang khởi động lại · restarting; ${path}\n`))
      },
    },
  )
  const interrupted = new Promise<'interrupted'>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop('interrupted'))
  })
  try {
    const outcome = await Promise.race([
      interrupted,
      during('Đang khởi động…', 'Starting', () => untilReady(settings, beforeReady.signal)),
    ])
    if (outcome === 'interrupted') return 130
    if (process.argv.includes('--walk'))
      return (await Promise.race([
        interrupted,
        walk({ ...settings, verifyLog: () => succeeds('verify-log', settings.dataDir) }),
      ])) === true
        ? 0
        : 1
    tell(settings, Date.now() - began)
    await interrupted
    return 0
  } finally {
    say('\nĐang dừng…', 'Stopping')
    await everything.stop()
  }
}

const untilReady = async (
  { newsroomUrl, newsroomPort, deliveryPort, sandboxPort, host }: Env,
  fell: AbortSignal,
): Promise<void> => {
  const local = (port: number, path: string) => `http://${host.includes(':') ? `[${host}]` : host}:${port}${path}`
  const doors = [local(newsroomPort, '/healthz'), local(deliveryPort, '/healthz'), local(sandboxPort, '/')]
  const until = Date.now() + 120_000
  for (const door of doors) {
    while (!(await answers(door))) {
      if (fell.aborted) throw fell.reason as Stop
      if (Date.now() > until)
        throw new Stop(`${door} không trả lời sau hai phút (${newsroomUrl}).`, `${door} did not answer within two minutes.`)
      await pause(150)
    }
  }
}

const answers = async (door: string): Promise<boolean> => {
  try {
    return (await fetch(door, { signal: AbortSignal.timeout(5_000) })).ok
  } catch {
    return false
  }
}

/** Where everything is and who may come in. */
const tell = ({ newsroomUrl, publicUrl, sandboxUrl, dataDir }: Env, ms: number): void => {
  const rows = [
    [`${newsroomUrl}/admin`, 'Tòa soạn: viết, dịch, duyệt, phát hành', 'The desk: write, translate, approve, release'],
    [`${publicUrl}/vi`, 'Trang công khai và kênh lấy tin (/v1, /feeds)', 'Public pages and feeds'],
    ...CHANNELS.map(({ key, name }) => [`${sandboxUrl}/${key}`, `Đơn vị nhận mẫu: ${name.vi}`, `Sample outlet: ${name.en}`]),
  ] as const
  const width = Math.max(...rows.map(([address]) => address.length)) + 2
  say(`\n${bold(`Tòa soạn mẫu đã mở (${(ms / 1000).toFixed(1)} s).`)}`, 'The sample newsroom is open.')
  for (const [address, vi, en] of rows) say(`  ${bold(address.padEnd(width))}${vi}\n  ${' '.repeat(width)}${faint(en)}`)
  say(`\n  ${bold('Đăng nhập')} · mật khẩu chung: ${bold(DEMO_PASSWORD)}`, '  Log in, one password for all')
  const wide = Math.max(...PEOPLE.map(({ email }) => email.length)) + 2
  for (const { email, name, title } of PEOPLE) say(`  ${email.padEnd(wide)}${name}, ${title.vi} ${faint(`· ${title.en}`)}`)
  say(
    `\n  Dữ liệu và nhật ký: ${dataDir} · dừng: Ctrl-C · làm lại từ đầu: npm run reset-demo`,
    `  Data and logs stay there · stop: Ctrl-C · start over: npm run reset-demo`,
  )
}
