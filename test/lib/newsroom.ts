/** A whole newsroom for tests: Payload on a fresh database, our Express app on a free loopback port, people with passwords. */
import { randomBytes, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getPayload, type Payload } from 'payload'
import { pino } from 'pino'
import type { Language, Person, Role, Skill } from '#newsroom'
import type { SegmentChange, TranslationDesk } from '#translation/view'
import { looked } from '../../scripts/looked'

export type Database = 'sqlite' | 'mongodb'
export type TestPerson = Person & { readonly email: string; readonly password: string }
/** `body` is what the route under test answers; its shape is the test's to assert. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads bodies of every shape, and asserts them
type Body = any
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: Body; readonly text: string }

export const PASSWORD = 'Hoa-da-quy-thang-muoi-2026'
const folder = await mkdtemp(join(tmpdir(), 'newsroom-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

// Collections read these while they are loaded, once per process.
Object.assign(process.env, {
  MEDIA_DIR: join(folder, 'media'),
  CREDENTIALS_KEY: process.env.CREDENTIALS_KEY ?? randomBytes(32).toString('base64'),
  PUSH_TO_LOOPBACK: 'true',
  PAYLOAD_SECRET: 'test-'.repeat(10),
})

const SECRET = 'test-'.repeat(10)

/** Opens a newsroom; `stop` closes it and removes its files. */
export const openTestNewsroom = async ({
  database = 'sqlite',
  mongoUrl,
}: { readonly database?: Database; readonly mongoUrl?: string } = {}) => {
  const [{ configuration }, { newsroomApp }, { checkTransactions, createCounters }, { protectLog }] = await Promise.all([
    import('../../src/cms/configuration'),
    import('../../src/cms/newsroom-app'),
    import('../../src/cms/transaction'),
    import('../../src/cms/database'),
  ])
  const dataDir = await mkdtemp(join(folder, 'data-'))
  const instance = randomUUID()
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const databaseUrl = database === 'mongodb' ? databaseOf(mongoUrl ?? '', instance) : undefined
  // A fresh SQLite file is made by the migrations, as in production.
  const config = configuration({ secret: SECRET, newsroomUrl: url, dataDir, databaseUrl })
  const payload = await getPayload({ config, key: instance })
  await checkTransactions(payload)
  await createCounters(payload)
  await protectLog(payload)
  const app = newsroomApp(payload, {
    mode: 'demo',
    newsroomUrl: url,
    publicUrl: 'http://127.0.0.1:3001',
    mediaDir: String(process.env.MEDIA_DIR),
    payloadSecret: SECRET,
    trustProxy: [],
    logger: pino({ level: 'silent' }),
    panel: null,
    assets: null,
    instance,
  })
  server.on('request', app)
  return { payload, url, dataDir, databaseUrl, instance, ...desk(payload, url), stop: () => stop(payload, server, dataDir) }
}
export type TestNewsroom = Awaited<ReturnType<typeof openTestNewsroom>>

const databaseOf = (mongoUrl: string, name: string): string => {
  const url = new URL(mongoUrl)
  url.pathname = `/newsroom-${name}`
  return url.href
}

const stop = async (payload: Payload, server: ReturnType<typeof createServer>, dataDir: string): Promise<void> => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  if (payload.db.name === 'mongoose')
    await (payload.db as unknown as { connection: { dropDatabase: () => Promise<void> } }).connection.dropDatabase()
  await payload.destroy()
  await rm(dataDir, { recursive: true, force: true })
}

/** What people do over HTTP, and how they come into being. */
const desk = (payload: Payload, url: string) => {
  const tokens = new Map<string, string>()

  const hire = async (
    name: string,
    roles: readonly Role[],
    {
      desk: office = null,
      skills = {},
    }: { readonly desk?: string | null; readonly skills?: Partial<Record<Language, readonly Skill[]>> } = {},
  ): Promise<TestPerson> => {
    const { personOf } = await import('../../src/cms/people')
    const email = `${randomUUID()}@toasoan.example.com`
    const user = await payload.create({
      collection: 'users',
      data: { name, email, password: PASSWORD, roles: [...roles], desk: office, skills } as never,
      overrideAccess: true,
    })
    return { ...personOf(user), email, password: PASSWORD }
  }

  const office = async (key: string): Promise<string> =>
    String(
      (
        await payload.create({
          collection: 'organisations',
          data: { key: `${key}-${randomUUID().slice(0, 8)}`, name: key, kind: 'desk' } as never,
          overrideAccess: true,
        })
      ).id,
    )

  const tokenOf = async (person: TestPerson): Promise<string> => {
    const kept = tokens.get(person.id)
    if (kept) return kept
    // Signing in over HTTP is limited per address and has its own tests.
    const { token } = await payload.login({
      collection: 'users',
      data: { email: person.email, password: person.password } as never,
    })
    tokens.set(person.id, String(token))
    return String(token)
  }

  /** One HTTP request as this person, or as nobody. */
  const ask = async (
    person: TestPerson | null,
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const response = await fetch(new URL(path, url), {
      method,
      redirect: 'manual',
      headers: {
        'accept-language': 'vi',
        ...(person ? { authorization: `JWT ${await tokenOf(person)}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: json(text) }
  }

  /** A verb of the desk, under a key of its own unless one is given; whoever signs looks first. */
  const verb = async (
    person: TestPerson,
    article: string,
    name: string,
    args: object = {},
    key: string = randomUUID(),
  ): Promise<Answer> => {
    const door = `/api/desk/articles/${article}/${name}`
    const seen = await looked(door, async (text) => (await ask(person, 'GET', text)).body ?? {})
    return ask(person, 'POST', door, { ...seen, ...args }, { 'idempotency-key': key })
  }

  /** The same of an issue's edition or a programme: `at` is where it is read. */
  const workVerb = async (
    person: TestPerson,
    { at, language }: { readonly at: string; readonly language?: Language },
    name: string,
    args: object = {},
    headers: Readonly<Record<string, string>> = { 'idempotency-key': randomUUID() },
  ): Promise<Answer> => {
    const seen = name === 'approve' ? (await ask(person, 'GET', at)).body : null
    const closed = (language === undefined ? seen : seen?.editionViews?.[language])?.closed
    const digest = closed ? { digest: closed.digest } : {}
    return ask(person, 'POST', [at, language, name].filter(Boolean).join('/'), { ...digest, ...args }, headers)
  }

  const write = async (
    person: TestPerson,
    article: { readonly title: string; readonly summary?: string; readonly text?: string },
    story: Readonly<Record<string, unknown>> = {},
  ) =>
    ask(
      person,
      'POST',
      '/api/desk/stories',
      {
        class: 'promotional',
        ...story,
        article: { summary: 'Tóm tắt của bài.', byline: person.name, text: 'Đà Lạt đón khách quanh năm.', ...article },
      },
      { 'idempotency-key': randomUUID() },
    )

  /** Every segment of a translation, in words that no other text has. */
  const typeAll = async (person: TestPerson, article: string, language: Language): Promise<void> => {
    const at = `/api/desk/articles/${article}`
    const { rows } = (await ask(person, 'GET', `${at}/translation`)).body as TranslationDesk
    const changes = rows.map(({ target }): SegmentChange => ({
      do: 'write',
      target: target?.path ?? '',
      was: target?.digest ?? '',
      text: language === 'ja' ? `胡椒 ${nameOfItsOwn()}` : `Pepper ${nameOfItsOwn()}.`,
      state: 'translated',
      origin: 'typed',
    }))
    await ask(person, 'PUT', `${at}/segments`, { changes }, { 'idempotency-key': randomUUID() })
  }

  return { hire, office, tokenOf, ask, verb, workVerb, write, typeAll }
}

const json = (text: string): Body => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A name that no other text has, without a figure: what a translation says in figures is compared with its source. */
export const nameOfItsOwn = (): string =>
  randomUUID()
    .replace(/-/g, '')
    .slice(0, 12)
    .replace(/\d/g, (digit) => String.fromCharCode('k'.charCodeAt(0) + Number(digit)))
