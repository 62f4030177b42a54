/** A newsroom of its own for proofs: a folder, free ports, a seeded database, programs that can be killed, a desk to ask. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { DEMO_PASSWORD, personOf, type PersonKey } from '#sample/people'
import { freePorts } from '../test/lib/ports'
import { writeSecrets } from './demo-folder'
import { addFrom, DEMO_ENV } from './environment'
import { looked } from './looked'
import { compiled, compiledCommand, environmentOf, NODE_FLAGS, type ProgramName } from './programs'
import { Stop } from './speak'
import { LEASH } from './supervise'

export const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}

/** The environment of the installation; with `databaseUrl` on MongoDB. */
const installIn = async (folder: string, databaseUrl?: string): Promise<NodeJS.ProcessEnv> => {
  const [newsroom, delivery, sandbox] = await freePorts(3)
  writeSecrets(folder)
  for (const name of ['PAYLOAD_SECRET', 'CREDENTIALS_KEY', 'HEAD_KEY', 'SANDBOX_SECRETS', 'NEWSROOM_MODE', 'DATABASE_URL'])
    delete process.env[name]
  addFrom(join(folder, DEMO_ENV))
  return {
    ...process.env,
    DATA_DIR: folder,
    MEDIA_DIR: join(folder, 'media'),
    PUBLIC_MEDIA_DIR: join(folder, 'public-media'),
    READ_MODEL_DIR: join(folder, 'read-model'),
    HOST: '127.0.0.1',
    NEWSROOM_PORT: String(newsroom),
    NEWSROOM_URL: `http://127.0.0.1:${newsroom}`,
    DELIVERY_PORT: String(delivery),
    PUBLIC_URL: `http://127.0.0.1:${delivery}`,
    SANDBOX_PORT: String(sandbox),
    SANDBOX_URL: `http://127.0.0.1:${sandbox}`,
    PUSH_TO_LOOPBACK: 'true',
    // Waits of minutes would only make a proof long; their order is proven with a clock in hand.
    DISPATCH_PACE: '0.05',
    DISPATCH_LEASE_MS: '5000',
    LOG_LEVEL: 'warn',
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  }
}

/**
 * The installation with the sample newsroom in it: made, which takes half a minute, or on SQLite copied from the folder
 * `sample` that holds one. A copy has ports of its own, so its channels lead to its own outlets.
 */
export const furnish = async (folder: string, databaseUrl?: string, sample?: string): Promise<NodeJS.ProcessEnv> => {
  const copied = sample && !databaseUrl
  if (copied) await cp(sample, folder, { recursive: true })
  const environment = await installIn(folder, databaseUrl)
  if (!copied) await command('seed', environment, folder)
  else {
    const client = createClient({ url: pathToFileURL(join(folder, 'newsroom.db')).href })
    await client.execute({
      sql: "UPDATE channels SET address = ? || '/' || key || '/inbox'",
      args: [environment.SANDBOX_URL ?? ''],
    })
    client.close()
  }
  return environment
}

/** Runs a compiled command; empty when it went well, else what it said. Never blocks: a MongoDB server may be our child. */
export const command = async (
  name: string,
  environment: NodeJS.ProcessEnv,
  folder: string,
  args: readonly string[] = [],
): Promise<string> => {
  const child = spawn(process.execPath, [...NODE_FLAGS, compiledCommand(name), ...args], {
    env: { ...environmentOf('newsroom', environment), SANDBOX_SECRETS: environment.SANDBOX_SECRETS },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const code = await new Promise<number | null>((done, failed) => child.once('error', failed).once('close', done))
  if (name === 'seed' && code !== 0)
    throw new Stop(`Không tạo được tòa soạn mẫu trong ${folder}:\n${said}`, 'The sample newsroom could not be made.')
  return code === 0 ? '' : said
}

/** Every program, kept running by hand: a killed one starts again, with or without a fail point armed. */
export const startAll = (
  environment: NodeJS.ProcessEnv,
  folder: string,
  names: readonly ProgramName[] = ['newsroom', 'dispatcher', 'projector', 'delivery', 'sandbox'],
) => {
  const running = new Map<ProgramName, ChildProcess>()
  const armed = new Map<ProgramName, string>()
  let stopping = false

  const begin = (name: ProgramName): void => {
    const failpoint = armed.get(name)
    armed.delete(name)
    const child = spawn(process.execPath, [...NODE_FLAGS, '--import', LEASH, compiled(name)], {
      env: { ...environmentOf(name, environment), ...(failpoint ? { NEWSROOM_FAILPOINT: failpoint } : {}) },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const log = createWriteStream(join(folder, `${name}.log`), { flags: 'a' })
    child.stdout.pipe(log)
    child.stderr.pipe(log)
    running.set(name, child)
    child.once('exit', () => {
      running.delete(name)
      if (!stopping) begin(name)
    })
  }
  for (const name of names) begin(name)

  const health: Partial<Record<ProgramName, string>> = {
    newsroom: `${environment.NEWSROOM_URL}/healthz`,
    delivery: `${environment.PUBLIC_URL}/healthz`,
    sandbox: `${environment.SANDBOX_URL}/portal/api/log`,
  }
  const ready = async (): Promise<void> => {
    for (const address of Object.values(health))
      await until(`${address} trả lời`, 120_000, async () => (await reach(address)).status === 200)
  }
  return {
    ready,
    /** Ends when the program was killed: at once, or when it comes by the fail point after its next start. */
    kill: async (name: ProgramName, failpoint: string | null): Promise<boolean> => {
      const child = running.get(name)
      if (!child) return false
      const gone = new Promise<void>((exit) => child.once('exit', () => exit()))
      if (failpoint) armed.set(name, failpoint)
      child.kill('SIGKILL')
      await gone
      if (!failpoint) return true
      const next = await until(`${name} chạy lại`, 10_000, () => Promise.resolve(running.get(name) ?? null))
      const fell = new Promise<true>((exit) => next.once('exit', () => exit(true)))
      // Where nothing comes by, the fail point stays unvisited and does not count.
      return Promise.race([fell, pause(20_000, false, { ref: false })])
    },
    stop: async (): Promise<void> => {
      stopping = true
      await Promise.all(
        [...running.values()].map(
          (child) => new Promise<void>((exit) => (child.once('exit', () => exit()), child.kill('SIGKILL'))),
        ),
      )
    },
  }
}

/** A session ends after half an hour; whoever drives the desk for longer signs in again. */
const SESSION_MS = 20 * 60_000

export type Body = Record<string, never> & { readonly [field: string]: unknown }

/** Asks again with the same key until there is an answer, as a person would who saw none. */
export const deskAt = (environment: NodeJS.ProcessEnv) => {
  const url = environment.NEWSROOM_URL ?? ''
  const tokens = new Map<PersonKey, { readonly token: Promise<string>; readonly since: number }>()
  const send = async (
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<{ status: number; body: Body }> => {
    for (let tries = 0; ; tries += 1) {
      const answer = await reach(`${url}${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: { 'content-type': 'application/json', ...headers },
      })
      if (answer.status !== 0 && answer.status < 500) return answer
      if (tries > 400) throw new Error(`${method} ${path}: không có câu trả lời`)
      await pause(100 + Math.min(tries, 10) * 50)
    }
  }
  const logIn = async (key: PersonKey): Promise<string> => {
    const { status, body } = await send('POST', '/api/users/login', { email: personOf(key).email, password: DEMO_PASSWORD }, {})
    if (status !== 200) throw new Error(`login: ${status} ${JSON.stringify(body)}`)
    return String(body.token)
  }
  const token = (key: PersonKey): Promise<string> => {
    const known = tokens.get(key)
    if (known && Date.now() - known.since < SESSION_MS) return known.token
    const token = logIn(key)
    tokens.set(key, { token, since: Date.now() })
    return token
  }
  return {
    token,
    /** A save has no key but its revision: whether a lost one was kept is seen by looking. */
    save: async (key: PersonKey, id: string, summary: string): Promise<void> => {
      const headers = { authorization: `JWT ${await token(key)}` }
      for (;;) {
        const { body: before } = await send('GET', `/api/desk/articles/${id}`, undefined, headers)
        const { status, body } = await send('PATCH', `/api/articles/${id}`, { rev: before.rev, summary }, headers)
        if (status === 200) return
        if (body.code !== 'save.conflict') throw new Error(`save: ${status} ${JSON.stringify(body).slice(0, 300)}`)
        if ((body.facts as { theirs?: { summary?: string } } | undefined)?.theirs?.summary === summary) return
      }
    },
    ask: async (key: PersonKey, path: string, body: object, idempotency: string): Promise<Body> => {
      const headers = { authorization: `JWT ${await token(key)}` }
      const seen = await looked(path, async (text) => (await send('GET', text, undefined, headers)).body)
      const answer = await send('POST', path, { ...seen, ...body }, { ...headers, 'idempotency-key': idempotency })
      if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`)
      return answer.body
    },
  }
}

export type Reached = { readonly status: number; readonly body: Body }
/** Status 0: nobody answered. */
export const reach = async (address: string, init: RequestInit = {}): Promise<Reached> => {
  try {
    const response = await fetch(address, { ...init, signal: AbortSignal.timeout(20_000) })
    const text = await response.text()
    return { status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Body }
  } catch {
    return { status: 0, body: {} as Body }
  }
}

export const until = async <T>(what: string, ms: number, look: () => Promise<T | null | false>): Promise<T> => {
  const last = Date.now() + ms
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > last) throw new Error(`đợi mãi mà ${what} chưa xong`)
    await pause(100)
  }
}
