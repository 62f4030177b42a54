/** The two databases as the contract meets them. */
import { randomUUID } from 'node:crypto'
import { MongoClient } from 'mongodb'
import type { Payload, PayloadRequest } from 'payload'
import type { DatabaseEnv } from '../../src/cms/database'
import { mongodForTests } from '../lib/mongod'
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

const mongod = await mongodForTests()

const onMongo = async (): Promise<TestDatabase> => {
  const { path, remove } = await folder()
  const name = `contract-${randomUUID()}`
  // The server is shared with other suites: the name tells our sessions from theirs.
  const databaseUrl = `${mongod!.url(name)}&appName=${name}`
  const client = await MongoClient.connect(databaseUrl)
  const admin = client.db('admin')
  const end = (sessions: readonly object[]) => admin.command({ killSessions: sessions.map((id) => ({ id })) })
  return {
    env: { databaseUrl, dataDir: path },
    spoilCommit: async (payload, req) => {
      const session = payload.db.sessions![String(await req.transactionID)] as unknown as { id: { id: object } }
      await end([session.id.id])
    },
    // The server keeps the transaction of a dead client until transactionLifetimeLimitSeconds.
    forgetDead: async () => {
      const open = await admin
        .aggregate([{ $currentOp: { idleSessions: true, allUsers: true } }, { $match: { appName: name, type: 'idleSession' } }])
        .toArray()
      await end(open.map(({ lsid }) => (lsid as { id: object }).id))
    },
    remove: async () => {
      await client.db(name).dropDatabase()
      await client.close()
      await remove()
    },
  }
}

export const databases = [
  { name: 'SQLite', open: onSqlite, missing: false },
  { name: 'MongoDB', open: onMongo, missing: mongod === null },
]
