/**
 * `node scripts/go.mjs bench-home`: how long home and the list of stories by state take in a newsroom with an archive, beside
 * the same answer from reading every story and text, in the same run. The archive is one released story in three languages,
 * many times over; what is open is the same whatever its size. `--stories 12000`, `--open 100`, `--database mongodb`.
 */
import { randomUUID } from 'node:crypto'
import { createClient, type InStatement, type InValue } from '@libsql/client'
import { createLocalReq, type PayloadRequest } from 'payload'
import { ulid } from 'ulid'
import { LANGUAGES, type Language, type Skill } from '#newsroom'
import { startMongod } from '../test/lib/mongod-server'
import { nameOfItsOwn, openTestNewsroom, type TestNewsroom, type TestPerson } from '../test/lib/newsroom'
import { option } from './installation'
import { run, say, Stop } from './speak'

const SIZES = (option('stories') ?? '1000,12000').split(',').map(Number)
const OPEN = Number(option('open') ?? 100)
/** Of the open ones: released in three languages, and the source was corrected since. */
const STALE = 10
const TIMES = 7

const ALL: readonly Skill[] = ['translate', 'revise', 'approve']

run(async () => {
  const mongo = option('database') === 'mongodb' ? await startMongod({ auth: false }) : null
  if (option('database') === 'mongodb' && !mongo) throw new Stop('Máy này không có MongoDB.', 'There is no MongoDB here.')
  const room = await openTestNewsroom(mongo ? { database: 'mongodb', mongoUrl: mongo.url('admin') } : {})
  try {
    const people = await hire(room)
    const archived = await finished(room, people)
    for (let number = 0; number < OPEN; number += 1)
      await (number < STALE ? stale(room, people) : room.write(people.writer, { title: `Hồ tiêu ${nameOfItsOwn()}` }))
    let there = 0
    for (const size of SIZES) {
      await copy(room, archived, size - there)
      there = size
      say(`${mongo ? 'MongoDB' : 'SQLite'}, ${size} tin, bài đã xong, ${OPEN} đang mở`, `${size} stories at rest, ${OPEN} open`)
      for (const who of ['editor', 'translator', 'auditor'] as const) await measure(room, people[who])
    }
  } finally {
    await room.stop()
    await mongo?.stop()
  }
})

type People = Readonly<Record<'writer' | 'second' | 'editor' | 'translator' | 'auditor', TestPerson>>
const hire = async (room: TestNewsroom): Promise<People> => {
  const desk = await room.office('toa-soan')
  const skills = { vi: ALL, en: ALL, ja: ALL }
  return {
    writer: await room.hire('Nguyễn Hoài Thu', ['reporter', 'editor', 'translator'], { desk, skills }),
    second: await room.hire('Lê Quang Vinh', ['chief', 'editor', 'reviser'], { desk, skills }),
    editor: await room.hire('Hoàng Mai', ['editor'], { desk, skills }),
    translator: await room.hire('Yuki Mori', ['translator'], { desk, skills: { en: ALL, ja: ALL } }),
    auditor: await room.hire('Mai Đức Kiên', ['auditor']),
  }
}

const must = async (room: TestNewsroom, who: TestPerson, article: string, verb: string, args: object = {}) => {
  const { status, body, text } = await room.verb(who, article, verb, args)
  if (status >= 300) throw new Error(`${verb}: ${text}`)
  return body as { readonly article: { readonly id: string } }
}

type Story = { readonly id: string; readonly vi: string }

/** A story that is out in every language. */
const finished = async (room: TestNewsroom, { writer, second }: People): Promise<Story> => {
  const { body } = await room.write(writer, { title: `Hồ tiêu ${nameOfItsOwn()}`, text: 'Hồ tiêu được mùa.\n\nGiá bán ổn định.' })
  const vi = body.article.id as string
  const out = async (article: string) => {
    await must(room, writer, article, 'submit', { noSecrets: true })
    if (article !== vi) await must(room, second, article, 'revised')
    await must(room, second, article, 'approve')
    await must(room, second, article, 'release')
  }
  await out(vi)
  for (const language of ['en', 'ja'] as const) {
    const { article } = await must(room, writer, vi, 'translate', { language })
    await room.typeAll(writer, article.id, language)
    await out(article.id)
  }
  return { id: body.story.id as string, vi }
}

const stale = async (room: TestNewsroom, people: People): Promise<void> => {
  const { vi } = await finished(room, people)
  await must(room, people.second, vi, 'reopen', { reason: 'Sửa.' })
  const { rev } = (await room.ask(people.writer, 'GET', `/api/articles/${vi}?depth=0`)).body
  await room.ask(people.writer, 'PATCH', `/api/articles/${vi}`, { rev, summary: `Tóm tắt ${nameOfItsOwn()}.` })
  await must(room, people.writer, vi, 'submit', { noSecrets: true })
  await must(room, people.second, vi, 'approve')
  await must(room, people.second, vi, 'correct', { note: { kind: 'slip', text: 'Sửa.', grade: 'major' } })
}

type Row = Record<string, unknown>
const TABLES = ['stories', 'articles', 'workflow', 'releases'] as const

/** The story as many times, below the newsroom: rows with ids, numbers, addresses and times of their own. */
const copy = async ({ payload, dataDir, databaseUrl }: TestNewsroom, { id }: Story, times: number): Promise<void> => {
  const story = (await payload.db.findOne<{ id: string; item: string }>({
    collection: 'stories',
    where: { id: { equals: id } },
  }))!
  const store = databaseUrl ? mongoStore(payload.db, story) : sqliteStore(`file:${dataDir}/newsroom.db`, story)
  const first = (await payload.db.find<{ id: string; seq: number }>({ collection: 'releases', limit: 1, sort: '-seq' })).docs[0]!
    .seq
  const rows = await store.read()
  for (let done = 0; done < times; done += 200) {
    const made = Array.from({ length: Math.min(200, times - done) }, (_, index) =>
      one(rows, first + 3 * (done + index), store.newId),
    )
    await store.write(made)
  }
  await store.close()
}

type Rows = Readonly<Record<(typeof TABLES)[number], readonly Row[]>>

const one = (rows: Rows, seq: number, newId: () => string): Rows => {
  const ids = [...rows.stories, ...rows.articles, ...rows.workflow, ...rows.releases].map((row) => String(row.id ?? row._id))
  let text = JSON.stringify(rows)
  for (const known of ids) text = text.replaceAll(known, newId())
  text = text.replaceAll(String(rows.stories[0]?.item), ulid())
  const copied = JSON.parse(text) as { -readonly [Table in keyof Rows]: Row[] }
  const at = new Date(Date.parse('2020-01-01T00:00:00.000Z') + seq * 60_000).toISOString()
  for (const table of ['stories', 'articles', 'workflow'] as const)
    for (const row of copied[table]) Object.assign(row, 'updated_at' in row ? { updated_at: at } : { updatedAt: at })
  copied.releases.forEach((row, index) => (row.seq = seq + index + 1))
  const slug = randomUUID()
  for (const row of copied.articles) {
    row.slug = slug
    const own = seq + 1 + copied.releases.findIndex(({ language }) => language === row.language)
    Object.assign(row, 'live_seq' in row ? { live_seq: own } : { liveSeq: own })
  }
  return copied
}

type Store = {
  readonly newId: () => string
  readonly read: () => Promise<Rows>
  readonly write: (made: readonly Rows[]) => Promise<void>
  readonly close: () => Promise<void>
}

const sqliteStore = (url: string, { id, item }: { readonly id: string; readonly item: string }): Store => {
  const client = createClient({ url })
  const of = async (sql: string) => (await client.execute(sql)).rows.map((row) => ({ ...row }) as Row)
  return {
    newId: randomUUID,
    read: async () => ({
      stories: await of(`SELECT * FROM stories WHERE id = '${id}'`),
      articles: await of(`SELECT * FROM articles WHERE story_id = '${id}'`),
      workflow: await of(`SELECT * FROM workflow WHERE story = '${id}'`),
      releases: await of(`SELECT * FROM releases WHERE item = '${item}'`),
    }),
    write: async (made) => {
      const statements = made.flatMap((rows) =>
        TABLES.flatMap((table) =>
          rows[table].map((row): InStatement => ({
            sql: `INSERT INTO ${table} (${Object.keys(row)
              .map((name) => `"${name}"`)
              .join()}) VALUES (${Object.keys(row)
              .map(() => '?')
              .join()})`,
            args: Object.values(row) as InValue[],
          })),
        ),
      )
      await client.batch(statements, 'write')
    },
    close: () => Promise.resolve(client.close()),
  }
}

type Collection = {
  find: (where: object) => { toArray: () => Promise<Row[]> }
  insertMany: (rows: readonly Row[]) => Promise<unknown>
}
const mongoStore = (db: unknown, { id, item }: { readonly id: string; readonly item: string }): Store => {
  const { connection, collections } = db as {
    connection: { collection: (name: string) => Collection }
    collections: Record<
      string,
      {
        hydrate: (row: Row) => { toObject: () => Row }
        base: { Types: { ObjectId: new (id?: string) => { toHexString: () => string } } }
      }
    >
  }
  const { ObjectId } = collections.stories!.base.Types
  const of = (name: string, where: object) => connection.collection(name).find(where).toArray()
  const typed = (row: Row): Row => ({
    ...row,
    _id: new ObjectId(String(row._id)),
    ...('story' in row && 'slug' in row ? { story: new ObjectId(String(row.story)) } : {}),
    ...(typeof row.desk === 'string' ? { desk: new ObjectId(row.desk) } : {}),
    ...Object.fromEntries(
      ['updatedAt', 'createdAt', 'receivedAt'].flatMap((name) =>
        typeof row[name] === 'string' ? [[name, new Date(row[name])]] : [],
      ),
    ),
  })
  return {
    newId: () => new ObjectId().toHexString(),
    read: async () => ({
      stories: await of('stories', { _id: new ObjectId(id) }),
      articles: await of('articles', { story: new ObjectId(id) }),
      workflow: await of('workflow', { story: id }),
      releases: await of('releases', { item }),
    }),
    write: async (made) => {
      for (const table of TABLES) await connection.collection(table).insertMany(made.flatMap((rows) => rows[table].map(typed)))
    },
    close: () => Promise.resolve(),
  }
}

const measure = async (room: TestNewsroom, person: TestPerson): Promise<void> => {
  const [{ homeOf }, { storiesOf }, { cellsOf, storiesSeen }] = await Promise.all([
    import('#cms/desk/home'),
    import('#cms/desk/stories'),
    import('#cms/desk/cells'),
  ])
  const user = await room.payload.findByID({ collection: 'users', id: person.id, overrideAccess: true })
  const req: PayloadRequest = await createLocalReq({ user: { ...user, collection: 'users' } as never }, room.payload)
  const everything = async () => cellsOf(req, person, await storiesSeen(req, person))
  const line = (what: string, now: number, whole: number) =>
    say(`  ${person.roles[0]} ${what}: ${now.toFixed(0)} ms, ${(whole / now).toFixed(1)} × (${whole.toFixed(0)} ms)`)
  const whole = await timed(everything, 3)
  line('home', await timed(() => homeOf(req, 'vi')), whole)
  for (const state of ['draft', 'stale', 'held', 'released', 'missing'])
    line(state, await timed(() => storiesOf(req, { state }, 'vi' as Language)), whole)
  line(
    'released vi, page 100',
    await timed(() => storiesOf(req, { state: 'released', language: LANGUAGES[0], page: 100 }, 'vi')),
    whole,
  )
}

/** The middle one of several. */
const timed = async (work: () => Promise<unknown>, times = TIMES): Promise<number> => {
  const taken: number[] = []
  for (let count = 0; count < times; count += 1) {
    const start = performance.now()
    await work()
    taken.push(performance.now() - start)
  }
  return taken.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}
