/** The database of the newsroom: a file by default, MongoDB when an address says so; what the rest needs of either. */
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj, Payload, PayloadRequest } from 'payload'
import { mongoDatabase } from './mongodb/adapter'
import { logIsProtected } from './mongodb/protection'
import { sqliteDatabase } from './sqlite/adapter'
import type { SqliteMigration } from './sqlite/migrations'
import { protectTables } from './sqlite/protection'
import { StartRefused } from './start-refused'

export type DatabaseEnv = { readonly databaseUrl?: string | undefined; readonly dataDir: string; readonly push?: boolean }
export type DatabaseOptions = {
  readonly migrations?: readonly SqliteMigration[]
  readonly waitMs?: number
  readonly forgottenMs?: number
}

/** The adapter for Payload's `db`. Migrations are applied while it connects (SQLite; MongoDB needs none). */
export const database = (
  { databaseUrl, dataDir, push = false }: DatabaseEnv,
  { migrations = [], waitMs = 15_000, forgottenMs = 30_000 }: DatabaseOptions = {},
): DatabaseAdapterObj => {
  if (databaseUrl && /^mongodb(\+srv)?:\/\//.test(databaseUrl))
    return mongoDatabase({ url: databaseUrl, waitMs, forgottenMs }) as unknown as DatabaseAdapterObj
  if (databaseUrl && !databaseUrl.startsWith('file:'))
    throw new StartRefused({
      vi: 'DATABASE_URL phải bắt đầu bằng mongodb:// hoặc để trống.',
      en: 'DATABASE_URL must begin with mongodb:// or be left empty.',
    })
  const file = databaseUrl ? fileOf(databaseUrl) : join(dataDir, 'newsroom.db')
  const url = pathToFileURL(resolve(file)).href
  return sqliteDatabase({ url, push, migrations, bounds: { waitMs, forgottenMs } }) as unknown as DatabaseAdapterObj
}

/** `file:///srv/data/newsroom.db` or `file:./newsroom.db`. */
const fileOf = (url: string): string => (url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length))

export const isMongo = (payload: Payload): boolean => payload.db.name === 'mongoose'
const sqlite = (payload: Payload): SQLiteAdapter => payload.db as unknown as SQLiteAdapter
const mongo = (payload: Payload): MongooseAdapter => payload.db as unknown as MongooseAdapter

/**
 * The database's clock: the one that embargoes and release times go by, whatever this machine believes. It is the same
 * inside and outside a transaction, so a caller's `req` is welcome and not needed.
 */
export const databaseNow = async (payload: Payload, _req?: PayloadRequest): Promise<Date> => {
  if (isMongo(payload)) return (await mongo(payload).connection.db!.command({ hello: 1 })).localTime as Date
  const { rows } = await sqlite(payload).client.execute(`SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now') AS now`)
  return new Date(String(rows[0]!.now))
}

/** Tables that nothing may change or remove once written. */
export const LOG_TABLES = ['releases', 'events'] as const

/**
 * SQLite: makes and checks the triggers that refuse UPDATE and DELETE on the log, or refuses to start.
 * MongoDB: answers `accounts` when the account in use cannot update or delete there, else `hooks` (only our code refuses).
 */
export const protectLog = async (
  payload: Payload,
  tables: readonly string[] = LOG_TABLES,
): Promise<'triggers' | 'accounts' | 'hooks'> => {
  if (isMongo(payload)) return (await logIsProtected(mongo(payload), tables)) ? 'accounts' : 'hooks'
  await protectTables(sqlite(payload).client, tables)
  return 'triggers'
}
