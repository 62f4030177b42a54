/** The tables that the projector may read, as the newsroom makes and fills them. */
import Database from 'libsql'
import { MongoClient } from 'mongodb'
import type { ClientKey, LogSource } from '#delivery/log-source'
import { memoryLogSource } from '#delivery/log-source/memory'
import { mongodbLogSource } from '#delivery/log-source/mongodb'
import { sqliteLogSource } from '#delivery/log-source/sqlite'
import { stored } from '#publication/chain'
import type { Release } from '#publication/release'
import { insert, newDatabaseFile } from './outbox-tables'

export type Shelf = {
  readonly source: LogSource
  readonly put: (release: Release) => Promise<void>
  readonly setClient: (client: ClientKey) => Promise<void>
  /** Changes one character inside a stored record. */
  readonly tamper: (seq: number) => Promise<void>
  readonly end: () => Promise<void>
}

export const memoryShelf = async (): Promise<Shelf> => {
  const releases: Release[] = []
  const clients = new Map<string, ClientKey>()
  const source = memoryLogSource(
    {
      after: async (seq, limit) => releases.filter((release) => release.seq > seq).slice(0, limit),
      of: async (item) => releases.filter((release) => release.item === item),
    },
    () => [...clients.values()],
  )
  return {
    source,
    put: async (release) => void releases.push(release),
    setClient: async (client) => void clients.set(client.keyId, client),
    tamper: async () => {},
    end: async () => {},
  }
}

export const SQLITE_TABLES = `
  CREATE TABLE releases (id text PRIMARY KEY NOT NULL, seq numeric NOT NULL UNIQUE, item text NOT NULL, item_type text NOT NULL, language text NOT NULL,
    version numeric NOT NULL, kind text NOT NULL, at text NOT NULL, record text NOT NULL, digest text NOT NULL, prev_digest text NOT NULL,
    updated_at text, created_at text);
  CREATE TABLE clients (id text PRIMARY KEY NOT NULL, name text NOT NULL, key_id text UNIQUE, key_hash text, scopes text, state text NOT NULL,
    updated_at text, created_at text);`

export const sqliteShelf = async (): Promise<Shelf> => {
  const file = newDatabaseFile()
  const desk = new Database(file)
  desk.exec('PRAGMA journal_mode = WAL')
  desk.exec(SQLITE_TABLES)
  const source = sqliteLogSource(file)
  return {
    source,
    put: async (release) => insert(desk, 'releases', { id: `release-${release.seq}`, ...stored(release) }),
    setClient: async ({ keyId, keyHash, scopes, active }) => {
      desk.prepare('DELETE FROM clients WHERE key_id = ?').run(keyId)
      insert(desk, 'clients', {
        id: keyId,
        name: 'Báo Lâm Đồng',
        keyId,
        keyHash,
        scopes: JSON.stringify(scopes),
        state: active ? 'active' : 'revoked',
      })
    },
    tamper: async (seq) =>
      void desk.prepare("UPDATE releases SET record = replace(record, 'Đồng', 'Ðồng') WHERE seq = ?").run(seq),
    end: async () => {
      await source.close()
      desk.close()
    },
  }
}

export const mongodbShelf = async (url: string): Promise<Shelf> => {
  const client = await new MongoClient(url, { writeConcern: { w: 'majority', j: true } }).connect()
  const db = client.db(`log_${Math.random().toString(36).slice(2, 10)}`)
  const own = new URL(url)
  own.pathname = `/${db.databaseName}`
  const source = mongodbLogSource(own.href)
  await db.collection('releases').createIndex({ seq: 1 }, { unique: true })
  return {
    source,
    put: async (release) => void (await db.collection('releases').insertOne({ ...stored(release) })),
    setClient: async ({ keyId, keyHash, scopes, active }) =>
      void (await db
        .collection('clients')
        .replaceOne(
          { keyId },
          { name: 'Báo Lâm Đồng', keyId, keyHash, scopes, state: active ? 'active' : 'revoked' },
          { upsert: true },
        )),
    tamper: async (seq) => {
      const found = await db.collection('releases').findOne({ seq })
      await db.collection('releases').updateOne({ seq }, { $set: { record: String(found?.record).replace('Đồng', 'Ðồng') } })
    },
    end: async () => {
      await source.close()
      await db.dropDatabase()
      await client.close()
    },
  }
}
