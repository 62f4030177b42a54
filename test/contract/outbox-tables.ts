/** The two tables that the dispatcher works on, as the newsroom makes them, and rows for them. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { MongoClient } from 'mongodb'
import type { Delivery } from '#delivery/deliver'
import type { Channel, Outbox } from '#delivery/outbox'
import { memoryOutbox } from '#delivery/outbox/memory'
import { mongodbOutbox } from '#delivery/outbox/mongodb'
import { sqliteOutbox } from '#delivery/outbox/sqlite'

export const GONG_NIGHT = '01J9Z3Q0X4K6N8V2B5M7T1RWCD'
export const COFFEE = '01J9Z4A7P2D5F8H1K3M6Q9SVXE'

/** A delivery owed since the epoch; the test names what matters. */
export const owed = (given: Partial<Delivery> & Pick<Delivery, 'seq'>): Delivery => ({
  key: `rel_${given.seq}_${given.channel ?? 'portal'}`,
  channel: 'portal',
  item: GONG_NIGHT,
  language: 'vi',
  version: given.seq,
  kind: 'release',
  state: 'pending',
  attempts: 0,
  history: [],
  nextAt: 0,
  leaseUntil: null,
  leasedBy: null,
  fence: 0,
  bodyDigest: null,
  remoteId: null,
  remoteUrl: null,
  acknowledgedAt: null,
  lastError: null,
  flagged: false,
  ...given,
})

export const outlet = (given: Partial<Channel> = {}): Channel => ({
  key: 'portal',
  kind: 'webhook',
  format: 'ninjs',
  address: 'http://127.0.0.1:3002/portal/inbox',
  secret: 'v1.00000000.aaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaaaaaaaa.aa',
  previousSecret: null,
  secretChangedAt: null,
  state: 'active',
  perMinute: 60,
  languages: [],
  topics: [],
  itemTypes: [],
  ...given,
})

/** A store with rows in it; `more` opens another worker on the same rows. */
export type Bench = {
  readonly outbox: Outbox
  readonly more: () => Outbox
  readonly owe: (...deliveries: readonly Delivery[]) => Promise<void>
  readonly setChannel: (channel: Channel) => Promise<void>
  readonly end: () => Promise<void>
}

export const memoryBench = async (clock?: () => number): Promise<Bench> => {
  const outbox = memoryOutbox(clock)
  return {
    outbox,
    more: () => outbox,
    owe: async (...deliveries) => outbox.owe(deliveries),
    setChannel: async (channel) => outbox.setChannel(channel),
    end: async () => {},
  }
}

export const SQLITE_TABLES = `
  CREATE TABLE deliveries (id text PRIMARY KEY NOT NULL, key text NOT NULL UNIQUE, seq numeric NOT NULL, channel text NOT NULL, item text NOT NULL,
    language text NOT NULL, version numeric NOT NULL, kind text NOT NULL, suited integer, state text DEFAULT 'pending' NOT NULL, attempts numeric DEFAULT 0 NOT NULL,
    history text, next_at numeric DEFAULT 0 NOT NULL, lease_until numeric, leased_by text, fence numeric DEFAULT 0 NOT NULL, body_digest text,
    remote_id text, remote_url text, acknowledged_at numeric, last_error text, flagged integer DEFAULT false, updated_at text, created_at text);
  CREATE INDEX deliveries_lane ON deliveries (channel, item, language, version);
  CREATE INDEX deliveries_state_next_at ON deliveries (state, next_at);
  CREATE TABLE channels (id text PRIMARY KEY NOT NULL, key text NOT NULL UNIQUE, kind text NOT NULL, format text DEFAULT 'ninjs' NOT NULL, languages text, topics text, item_types text,
    address text NOT NULL, secret text, previous_secret text, secret_changed_at numeric, state text NOT NULL, per_minute numeric NOT NULL,
    updated_at text, created_at text);`

export const newDatabaseFile = (): string => join(mkdtempSync(join(tmpdir(), 'newsroom-')), 'newsroom.db')

export const sqliteBench = async (clock?: () => number, file = newDatabaseFile()): Promise<Bench> => {
  const desk = new Database(file)
  desk.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;')
  desk.exec(SQLITE_TABLES)
  const opened: Outbox[] = []
  const more = () => {
    const outbox = sqliteOutbox(file, clock)
    opened.push(outbox)
    return outbox
  }
  return {
    outbox: more(),
    more,
    owe: async (...deliveries) => {
      desk.exec('BEGIN IMMEDIATE')
      for (const row of deliveries)
        insert(desk, 'deliveries', { id: row.key, ...row, history: JSON.stringify(row.history), flagged: Number(row.flagged) })
      desk.exec('COMMIT')
    },
    setChannel: async (channel) => {
      const lists = Object.fromEntries(
        (['languages', 'topics', 'itemTypes'] as const).map((name) => [name, JSON.stringify(channel[name])]),
      )
      desk.prepare('DELETE FROM channels WHERE key = ?').run(channel.key)
      insert(desk, 'channels', { id: channel.key, ...channel, ...lists })
    },
    end: async () => {
      await Promise.all(opened.map((outbox) => outbox.close()))
      desk.close()
    },
  }
}

export const mongodbBench = async (url: string, clock?: () => number): Promise<Bench> => {
  const own = new URL(url)
  own.pathname = `/outbox_${Math.random().toString(36).slice(2, 10)}`
  const client = await new MongoClient(own.href, { writeConcern: { w: 'majority', j: true } }).connect()
  const db = client.db()
  const deliveries = db.collection('deliveries')
  await deliveries.createIndex({ key: 1 }, { unique: true })
  await deliveries.createIndex({ channel: 1, item: 1, language: 1, version: 1 })
  await deliveries.createIndex({ state: 1, nextAt: 1 })
  await db.collection('channels').createIndex({ key: 1 }, { unique: true })
  const opened: Outbox[] = []
  const more = () => {
    const outbox = mongodbOutbox(own.href, clock)
    opened.push(outbox)
    return outbox
  }
  return {
    outbox: more(),
    more,
    owe: async (...rows) => void (await deliveries.insertMany(rows.map((row) => ({ ...row })))),
    setChannel: async (channel) =>
      void (await db.collection('channels').replaceOne({ key: channel.key }, { ...channel }, { upsert: true })),
    end: async () => {
      await Promise.all(opened.map((outbox) => outbox.close()))
      await db.dropDatabase()
      await client.close()
    },
  }
}

export const insert = (database: InstanceType<typeof Database>, table: string, row: Readonly<Record<string, unknown>>) => {
  const names = Object.keys(row)
  const columns = names.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  database
    .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
    .run(...names.map((name) => row[name]))
}
