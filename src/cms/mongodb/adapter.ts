/** MongoDB behind Payload: the official adapter on a replica set, transactions required, every commit on disk of a majority. */
import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj } from 'payload'
import { transactionEnded } from '../sqlite/connections'

type Session = MongooseAdapter['sessions'][string]

const DURABLE = { w: 'majority', j: true } as const
/** As long as the server itself lets one live (transactionLifetimeLimitSeconds). */
export const FORGOTTEN_MS = 60_000
const COMMIT_TRIES = 5
const REMEMBERED = 500

export type MongoSettings = { readonly url: string; readonly forgottenMs?: number }

export const mongoDatabase = ({ url, forgottenMs = FORGOTTEN_MS }: MongoSettings): DatabaseAdapterObj<MongooseAdapter> => {
  const official = mongooseAdapter({
    url,
    // Without it indexes grow behind the first transactions and make them fail.
    ensureIndexes: true,
    // Collections are named as their slugs: other processes read them raw.
    autoPluralization: false,
    allowIDOnCreate: false,
    connectOptions: { writeConcern: DURABLE, readConcern: { level: 'majority' }, serverSelectionTimeoutMS: 10_000 },
    transactionOptions: { readConcern: { level: 'snapshot' }, writeConcern: DURABLE, readPreference: 'primary' },
  })
  return {
    ...official,
    init: (given) => {
      const adapter = official.init(given) as unknown as MongooseAdapter
      replaceTransactions(adapter, forgottenMs)
      return adapter
    },
  }
}

/**
 * The official functions drop a session before its commit is answered, so an unknown outcome cannot be asked again, and
 * let a write whose transaction is gone through as a write of its own.
 */
const replaceTransactions = (adapter: MongooseAdapter, forgottenMs: number): void => {
  const { connect, beginTransaction, transactionOptions } = adapter
  const sessions = adapter.sessions as Record<string, Session>
  const timers = new Map<string, NodeJS.Timeout>()
  const rolledBack: string[] = []

  const begin: typeof beginTransaction = async (options) => {
    const id = await beginTransaction.call(adapter, options)
    const forgotten = () => {
      adapter.payload.logger.error({ idleMs: forgottenMs, msg: 'transaction forgotten, rolled back' })
      void rollback(id!)
    }
    timers.set(String(id), setTimeout(forgotten, forgottenMs).unref())
    return id
  }

  const settle = (id: string): Session | undefined => {
    clearTimeout(timers.get(id))
    timers.delete(id)
    return rolledBack.includes(id) ? undefined : sessions[id]
  }

  const commit: MongooseAdapter['commitTransaction'] = async (given) => {
    const id = String(await given)
    const session = settle(id)
    if (!session?.inTransaction()) throw transactionEnded()
    delete sessions[id]
    try {
      await commitUntilKnown(session)
    } finally {
      await session.endSession().catch(() => undefined)
    }
  }

  const rollback: MongooseAdapter['rollbackTransaction'] = async (given) => {
    const id = String(await given)
    const session = settle(id)
    if (!session) return
    rolledBack.push(id)
    while (rolledBack.length > REMEMBERED) delete sessions[rolledBack.shift()!]
    await session.abortTransaction().catch(() => undefined)
    await session.endSession().catch(() => undefined)
    // Payload writes without a session when this answers false; the driver refuses a session that has ended.
    session.inTransaction = () => true
  }

  adapter.connect = async (options) => {
    await connect!.call(adapter, options)
    // Payload switches transactions off, without a word, when the address does not name the replica set.
    adapter.beginTransaction = begin
    adapter.transactionOptions = transactionOptions
  }
  adapter.beginTransaction = begin
  adapter.commitTransaction = commit
  adapter.rollbackTransaction = rollback
}

const commitUntilKnown = async (session: Session): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      await session.commitTransaction()
      return
    } catch (error) {
      const unknown =
        error instanceof Error &&
        'hasErrorLabel' in error &&
        (error.hasErrorLabel as (label: string) => boolean)('UnknownTransactionCommitResult')
      if (!unknown || tries >= COMMIT_TRIES) throw error
    }
  }
}
