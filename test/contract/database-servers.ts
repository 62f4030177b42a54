/** The two databases as the contract meets them. */
import { randomUUID } from 'node:crypto'
import { MongoClient } from 'mongodb'
import type { Payload, PayloadRequest } from 'payload'
import type { DatabaseEnv } from '../../src/cms/database'
import { folder } from './database-newsroom'

export type TestDatabase = {
  readonly env: DatabaseEnv
  /** Makes the commit of the open transaction fail. */
  readonly spoilCommit: (payload: Payload, req: PayloadRequest) => Promise<void>
  /** Returns when the database has let go of what a killed process held. */
  readonly forgetDead: () => Promise<void>
  readonly remove: () => Promise<void>
}

const onSqlite = async (): Promise<TestDatabase> => {
  const { path, remove } = await folder()
  return {
    env: { dataDir: path, push: true },
    // A broken reference that SQLite looks at only when it commits.
    spoilCommit: async (payload, req) => {
      const { db } = payload.db.sessions![String(await req.transactionID)] as unknown as {
        db: { $client?: unknown; run: (sql: unknown) => Promise<unknown> }
      }
      await db.run('PRAGMA defer_foreign_keys = ON')
      await db.run(`INSERT INTO articles_tags (_order, _parent_id, id, word) VALUES (1, 'nobody', '${randomUUID()}', 'lạc')`)
    },
    forgetDead: () => Promise.resolve(),
    remove,
  }
}

const onMongo = async (): Promise<TestDatabase> => {
  const { path, remove } = await folder()
  const address = new URL(process.env.MONGODB_TEST_URL!)
  address.pathname = `/contract-${randomUUID()}`
  const client = await MongoClient.connect(address.href)
  const endSessions = () => client.db('admin').command({ killAllSessions: [] })
  return {
    env: { databaseUrl: address.href, dataDir: path },
    spoilCommit: async () => void (await endSessions()),
    // The server keeps the transaction of a dead client until transactionLifetimeLimitSeconds.
    forgetDead: async () => void (await endSessions()),
    remove: async () => {
      await client.db(address.pathname.slice(1)).dropDatabase()
      await client.close()
      await remove()
    },
  }
}

export const databases = [
  { name: 'SQLite', open: onSqlite },
  { name: 'MongoDB', open: onMongo },
]
