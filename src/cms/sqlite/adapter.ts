/** SQLite behind Payload: the official adapter, with transactions that one can rely on. */
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { sqliteAdapter, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import { readMigrationFiles, type DatabaseAdapterObj } from 'payload'
import { openOnly, transactionEnded } from '../sessions'
import { BOUNDS, openConnections, type Bounds } from './connections'
import { applyMigrations, type SqliteMigration } from './migrations'

export type SqliteSettings = {
  /** `file:` URL. */
  readonly url: string
  /** Tests only: makes the tables from the collections, without migrations. */
  readonly push: boolean
  readonly migrations?: readonly SqliteMigration[]
  readonly bounds?: Bounds
}

export const sqliteDatabase = ({
  url,
  push,
  migrations = [],
  bounds = BOUNDS,
}: SqliteSettings): DatabaseAdapterObj<SQLiteAdapter> => {
  const official = sqliteAdapter({
    client: { url },
    idType: 'uuid',
    allowIDOnCreate: false,
    push,
    wal: true,
    migrationDir: 'src/cms/migrations',
    transactionOptions: {},
  })
  return {
    ...official,
    init: (given) => {
      const adapter = official.init(given)
      connectOurWay(adapter, { url, push, migrations, bounds })
      replaceTransactions(adapter)
      return adapter
    },
  }
}

const connectOurWay = (adapter: SQLiteAdapter, { url, push, migrations, bounds }: Required<SqliteSettings>): void => {
  const { connect, destroy } = adapter

  adapter.connect = async (options) => {
    if (!adapter.client) {
      await mkdir(dirname(fileURLToPath(url)), { recursive: true })
      const forgotten = (facts: { readonly idleMs: number }) =>
        adapter.payload.logger.error({ ...facts, msg: 'transaction forgotten, rolled back' })
      adapter.client = await openConnections(url, { forgotten }, bounds)
    }
    await (push ? everyTime(() => connect!.call(adapter, options)) : connect!.call(adapter, options))
    // The official adapter does this in production mode only, asks questions at the terminal and ends the process.
    if (!push && migrations.length && process.env.PAYLOAD_MIGRATING !== 'true') await applyMigrations(adapter, migrations)
  }

  adapter.migrate = async (asked) =>
    applyMigrations(
      adapter,
      (asked?.migrations ?? (await readMigrationFiles({ payload: adapter.payload }))) as unknown as readonly SqliteMigration[],
    )

  adapter.destroy = async () => {
    await destroy?.call(adapter)
    adapter.client?.close()
    adapter.client = undefined as unknown as SQLiteAdapter['client']
  }
}

/** Payload remembers the tables it pushed last, per process, and skips an equal set even for another file. */
const everyTime = async (connect: () => Promise<void>): Promise<void> => {
  const before = process.env.PAYLOAD_FORCE_DRIZZLE_PUSH
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  try {
    await connect()
  } finally {
    if (before === undefined) delete process.env.PAYLOAD_FORCE_DRIZZLE_PUSH
    else process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = before
  }
}

/**
 * The official functions report a COMMIT that failed as done, and let a write whose transaction is gone through as a
 * write of its own. Both would lose or half-keep what somebody was told is saved.
 */
const replaceTransactions = (adapter: SQLiteAdapter): void => {
  const sessions = adapter.sessions as Record<string, { db: unknown; resolve: () => Promise<void>; reject: () => Promise<void> }>
  adapter.sessions = openOnly(sessions) as typeof adapter.sessions
  adapter.beginTransaction = async () => {
    await adapter.initializing
    const id = randomUUID()
    await new Promise<void>((begun, failed) => {
      const done: Promise<void> = adapter.drizzle.transaction(
        (db) =>
          new Promise<void>((commit, abort) => {
            sessions[id] = {
              db,
              resolve: () => (commit(), done),
              reject: () => (abort(new RolledBack()), done.catch(() => undefined)),
            }
            begun()
          }),
      )
      done.catch(failed)
    })
    return id
  }

  adapter.commitTransaction = async (given) => {
    const id = String(await given)
    const session = sessions[id]
    if (!session) throw transactionEnded()
    delete sessions[id]
    await session.resolve()
  }

  adapter.rollbackTransaction = async (given) => {
    const id = String(await given)
    const session = sessions[id]
    if (!session) return
    delete sessions[id]
    await session.reject()
  }
}

class RolledBack extends Error {}
