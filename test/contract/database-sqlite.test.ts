import { spawnSync } from 'node:child_process'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient, type Client } from '@libsql/client'
import { sql, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseNow, protectLog, type DatabaseEnv } from '../../src/cms/database'
import { readsOnly } from '../../src/cms/sqlite/connections'
import { applyMigrations, type SqliteMigration } from '../../src/cms/sqlite/migrations'
import { StartRefused } from '../../src/cms/start-refused'
import { asNewsroomError, increment, inTransaction } from '../../src/cms/transaction'
import { child } from './database-processes'
import { folder, openNewsroom, request, type Newsroom } from './database-newsroom'

/** Not every machine lets us look at system calls. */
const traces = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0

let newsroom: Newsroom
let env: DatabaseEnv
let path: string
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ path, remove } = await folder())
  env = { dataDir: path, push: true }
  newsroom = await openNewsroom(env, { waitMs: 3000 })
})
afterAll(async () => {
  await newsroom?.close()
  await remove?.()
})

const db = () => newsroom.payload
const adapter = (payload: Payload = db()) => payload.db as unknown as SQLiteAdapter
const client = () => adapter().client
const publish = (item: string) =>
  inTransaction(db(), request(db()), async (req) => {
    const seq = await increment(db(), req, 'releases')
    await db().create({ collection: 'releases', data: { seq, item }, req })
    return seq
  })
const settings = async (ask: (statement: string) => Promise<{ rows: readonly unknown[] }>) => {
  const one = async (pragma: string) => Object.values((await ask(`PRAGMA ${pragma}`)).rows[0] as object)[0] as unknown
  return {
    synchronous: await one('synchronous'),
    foreign_keys: await one('foreign_keys'),
    journal_mode: await one('journal_mode'),
    busy_timeout: await one('busy_timeout'),
    recursive_triggers: await one('recursive_triggers'),
  }
}
const insideTransaction = <T>(
  work: (run: (statement: string) => Promise<{ rows: readonly Record<string, unknown>[] }>) => Promise<T>,
): Promise<T> =>
  inTransaction(db(), request(db()), async (req) => {
    const { db: own } = adapter().sessions[String(await req.transactionID)] as unknown as {
      db: { run: (statement: unknown) => Promise<{ rows: Record<string, unknown>[] }> }
    }
    return work((statement) => own.run(sql.raw(statement)))
  })

describe('a durable file', () => {
  it('every commit is on disk before it is acknowledged, also after many transactions', async () => {
    const wanted = { synchronous: 2, foreign_keys: 1, journal_mode: 'wal', busy_timeout: 25, recursive_triggers: 1 }
    expect(await insideTransaction(settings)).toEqual(wanted)
    for (let n = 0; n < 20; n += 1) await publish(`bền ${n}`)
    await db()
      .create({ collection: 'articles', data: { title: 'hỏng' }, context: { fail: true } })
      .catch(() => undefined)
    expect(await insideTransaction(settings)).toEqual(wanted)
  })

  it.skipIf(!traces)('between the last byte of a release and its acknowledgement lies the sync of its file', async () => {
    const trace = join(path, 'trace')
    const other = await child('acknowledge', env, 60, [
      'strace',
      '-f',
      '-y',
      '-s',
      '24',
      '-e',
      'trace=pwrite64,fdatasync,fsync,write',
      '-o',
      trace,
    ])
    other.tell('start')
    await other.ended
    let unsynced = false
    let acknowledged = 0
    for (const line of (await readFile(trace, 'utf8')).split('\n')) {
      if (/pwrite64\(\d+<[^>]*newsroom\.db-wal>/.test(line)) unsynced = true
      else if (/(fdatasync|fsync)\(\d+<[^>]*newsroom\.db-wal>\)\s*=\s*0/.test(line)) unsynced = false
      else if (line.includes('"acknowledged ')) {
        acknowledged += 1
        expect(unsynced).toBe(false)
      }
    }
    expect(acknowledged).toBe(60)
  })

  it('a hundred transactions open no further file', async () => {
    const opened = async () => {
      const links = await Promise.all(
        (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
      )
      return links.filter((link) => link.startsWith(path)).length
    }
    const before = await opened()
    for (let n = 0; n < 100; n += 1) await publish(`mở ${n}`)
    expect(await opened()).toBe(before)
  })

  it('a row may not point to nothing', async () => {
    const broken = insideTransaction((run) =>
      run(`INSERT INTO articles_tags (_order, _parent_id, id, word) VALUES (1, 'nobody', 'lost', 'lạc')`),
    )
    await expect(broken).rejects.toThrow()
  })
})

describe('the log in the file', () => {
  let raw: Client
  beforeAll(() => {
    raw = createClient({ url: pathToFileURL(join(path, 'newsroom.db')).href })
  })
  afterAll(() => raw.close())
  const rows = async () => (await client().execute('SELECT seq, item FROM releases ORDER BY seq')).rows.map((row) => ({ ...row }))

  it.each([
    `UPDATE releases SET item = 'sửa'`,
    `UPDATE OR IGNORE releases SET seq = seq + 1`,
    `UPDATE OR REPLACE releases SET seq = 1`,
    `DELETE FROM releases`,
    `DELETE FROM releases WHERE seq = 1`,
    `INSERT OR REPLACE INTO releases (id, seq, item) VALUES ('other', 1, 'thay')`,
    `REPLACE INTO releases (id, seq, item) SELECT id, 1000, 'thay' FROM releases WHERE seq = 1`,
    `INSERT INTO releases (id, seq, item) VALUES ('other', 1, 'thay') ON CONFLICT (seq) DO UPDATE SET item = 'thay'`,
    `UPDATE events SET record = 'sửa'`,
    `DELETE FROM events`,
  ])('refuses %s from anybody', async (statement) => {
    await publish('giữ nguyên')
    await db().create({ collection: 'events', data: { n: Date.now(), record: 'giữ' } })
    const before = await rows()
    const outcome = (who: Client) =>
      who.execute(statement).then(
        () => 'done',
        (error: unknown) => asNewsroomError(error)?.code,
      )
    expect([await outcome(raw), await outcome(client())]).toEqual(
      statement.startsWith('INSERT') || statement.startsWith('REPLACE')
        ? ['request.invalid', 'request.invalid']
        : ['release.immutable', 'release.immutable'],
    )
    expect(await rows()).toEqual(before)
  })

  it('refuses Payload’s own update and delete, whatever the access rules say', async () => {
    await publish('qua cửa Payload')
    const { docs } = await db().find({ collection: 'releases', limit: 1 })
    const id = docs[0]!.id
    const outcome = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: unknown) => asNewsroomError(error)?.code,
      )
    expect(await outcome(db().update({ collection: 'releases', id, data: { item: 'sửa' } }))).toBe('release.immutable')
    expect(await outcome((db() as Payload).delete({ collection: 'releases', id }))).toBe('release.immutable')
    expect(await outcome(db().db.deleteMany({ collection: 'releases', where: { seq: { greater_than: 0 } } }))).toBe(
      'release.immutable',
    )
    expect(await outcome(db().db.updateOne({ collection: 'releases', id, data: { item: 'sửa' } }))).toBe('release.immutable')
  })

  it('a trigger that was dropped or weakened is made again at start', async () => {
    await raw.execute('DROP TRIGGER releases_keep_update')
    await raw.execute('DROP TRIGGER events_keep_delete')
    await raw.execute(`CREATE TRIGGER "events_keep_delete" BEFORE DELETE ON "events" BEGIN SELECT 1; END`)
    await protectLog(db())
    await expect(raw.execute(`UPDATE releases SET item = 'sửa'`)).rejects.toThrow('release.immutable')
    await expect(raw.execute('DELETE FROM events')).rejects.toThrow('release.immutable')
    await protectLog(db())
  })

  it('a log that cannot be protected means no start', async () => {
    await expect(protectLog(db(), ['releases', 'no_such_table'])).rejects.toBeInstanceOf(StartRefused)
  })
})

describe('another process on the file', () => {
  it('is waited for without stopping this process', async () => {
    const other = await child('hold', env)
    other.tell('start')
    await other.said('holding')
    let ticks = 0
    const timer = setInterval(() => (ticks += 1), 10)
    const writing = db().create({ collection: 'articles', data: { title: 'đợi tiến trình kia' } })
    try {
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect((await db().find({ collection: 'articles', where: { title: { equals: 'held' } } })).totalDocs).toBe(0)
      // A process that stood still for the half second would have ticked once at most.
      expect(ticks).toBeGreaterThan(2)
    } finally {
      other.tell('go')
    }
    await writing
    clearInterval(timer)
    await other.ended
    expect((await db().find({ collection: 'articles', where: { title: { equals: 'held' } } })).totalDocs).toBe(1)
  })

  it('that never lets go is not waited for for ever, and when it is killed we go on', async () => {
    const other = await child('half', env)
    other.tell('start')
    await other.said('half')
    const started = performance.now()
    const refused = await publish('bận').catch((error: unknown) => error)
    expect(asNewsroomError(refused)?.code).toBe('database.busy')
    expect(performance.now() - started).toBeLessThan(6000)
    other.kill()
    await other.ended
    await publish('tiếp tục')
  })
})

describe('migrations', () => {
  const first: SqliteMigration = {
    name: '20260101_first',
    up: async ({ db: own }) => {
      await own.run(
        sql`CREATE TABLE payload_migrations (id text PRIMARY KEY, name text, batch numeric, updated_at text, created_at text)`,
      )
      await own.run(sql`CREATE TABLE parents (id text PRIMARY KEY)`)
      await own.run(sql`CREATE TABLE children (id text PRIMARY KEY, parent text REFERENCES parents (id) ON DELETE CASCADE)`)
      await own.run(sql`INSERT INTO parents VALUES ('cha')`)
      await own.run(sql`INSERT INTO children VALUES ('con', 'cha')`)
    },
    down: async () => undefined,
  }
  const rebuild: SqliteMigration = {
    name: '20260201_rebuild',
    up: async ({ db: own }) => {
      await own.run(sql`PRAGMA foreign_keys = OFF`)
      await own.run(sql`CREATE TABLE __new_parents (id text PRIMARY KEY, name text)`)
      await own.run(sql`INSERT INTO __new_parents (id) SELECT id FROM parents`)
      await own.run(sql`DROP TABLE parents`)
      await own.run(sql`ALTER TABLE __new_parents RENAME TO parents`)
      await own.run(sql`PRAGMA foreign_keys = ON`)
    },
    down: async () => undefined,
  }
  const broken: SqliteMigration = {
    name: '20260301_broken',
    up: async ({ db: own }) => {
      await own.run(sql`INSERT INTO parents (id) VALUES ('nửa chừng')`)
      throw new Error('mất điện')
    },
    down: async () => undefined,
  }
  const empty = async () => {
    const place = await folder()
    const opened = await openNewsroom({ dataDir: place.path, push: false }, {}, undefined, { prepare: false })
    const all = async (statement: string) =>
      (await adapter(opened.payload).client.execute(statement)).rows.map((row) => ({ ...row }))
    return { path: place.path, adapter: adapter(opened.payload), all, close: async () => (await opened.close(), place.remove()) }
  }

  it('run once each, in order, and a rebuilt table keeps the rows that point to it', async () => {
    const file = await empty()
    await applyMigrations(file.adapter, [first])
    await applyMigrations(file.adapter, [first, rebuild])
    await applyMigrations(file.adapter, [first, rebuild])
    expect(await file.all('SELECT name, batch FROM payload_migrations ORDER BY name')).toEqual([
      { name: '20260101_first', batch: 1 },
      { name: '20260201_rebuild', batch: 2 },
    ])
    expect(await file.all('SELECT id, parent FROM children')).toEqual([{ id: 'con', parent: 'cha' }])
    expect(await file.all('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }])
    await file.close()
  })

  it('a failing one leaves the file as it was and says so in one sentence', async () => {
    const file = await empty()
    await applyMigrations(file.adapter, [first])
    const refusal = await applyMigrations(file.adapter, [first, broken]).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(StartRefused)
    expect((refusal as Error).message).toContain('20260301_broken')
    expect(await file.all('SELECT id FROM parents')).toEqual([{ id: 'cha' }])
    expect(await file.all('SELECT name FROM payload_migrations')).toEqual([{ name: '20260101_first' }])
    await file.close()
  })

  it('two starts at the same moment apply each once', async () => {
    const file = await empty()
    const second = await openNewsroom({ dataDir: file.path, push: false }, {}, undefined, { prepare: false })
    await Promise.all([
      applyMigrations(file.adapter, [first, rebuild]),
      applyMigrations(adapter(second.payload), [first, rebuild]),
    ])
    expect(await file.all('SELECT count(*) AS applied FROM payload_migrations')).toEqual([{ applied: 2 }])
    await second.close()
    await file.close()
  })

  it('a file of a newer program is left alone', async () => {
    const file = await empty()
    await applyMigrations(file.adapter, [first, rebuild])
    await expect(applyMigrations(file.adapter, [first])).rejects.toThrow('belongs to a newer version')
    await file.close()
  })

  it('a file that tests pushed is left alone', async () => {
    await expect(applyMigrations(adapter(), [first])).rejects.toThrow('development mode')
  })
})

describe('what may go to the reading connection', () => {
  it.each([
    ['select 1', true],
    ['  SELECT "update" FROM "x"', true],
    ['WITH a AS (SELECT 1) SELECT * FROM a', true],
    ['explain query plan delete from x', true],
    ['PRAGMA table_info("x")', true],
    ['WITH a AS (SELECT 1) DELETE FROM x', false],
    ['WITH a AS (SELECT 1) INSERT INTO x SELECT * FROM a', false],
    ['INSERT INTO x SELECT 1', false],
    ['PRAGMA synchronous', false],
    ['PRAGMA foreign_keys = OFF', false],
    ['-- a note\nDELETE FROM x', false],
  ])('%s: %s', (statement, expected) => {
    expect(readsOnly(statement)).toBe(expected)
  })
})

it('the clock does not wait for a writer', async () => {
  await insideTransaction(async () => {
    expect(Math.abs((await databaseNow(db())).getTime() - Date.now())).toBeLessThan(1000)
  })
})
