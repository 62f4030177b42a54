/** MongoDB behind Payload: the official adapter on a replica set, transactions required, every commit on disk of a majority. */
import { randomUUID } from 'node:crypto'
import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj } from 'payload'
import { openOnly, transactionEnded } from '../sessions'
import { createTurns, type Release } from '../turns'

type Session = MongooseAdapter['sessions'][string]

const DURABLE = { w: 'majority', j: true } as const
const COMMIT_TRIES = 5

export type MongoSettings = { readonly url: string; readonly waitMs?: number; readonly forgottenMs?: number }

export const mongoDatabase = ({
  url,
  waitMs = 15_000,
  forgottenMs = 30_000,
}: MongoSettings): DatabaseAdapterObj<MongooseAdapter> => {
  const official = mongooseAdapter({
    url,
    // Without it indexes grow behind the first transactions and make them fail.
    ensureIndexes: true,
    // Collections are named as their slugs: other processes read them raw.
    autoPluralization: false,
    allowIDOnCreate: false,
    connectOptions: { writeConcern: DURABLE, readConcern: { level: 'majority' }, serverSelectionTimeoutMS: 5_000 },
    transactionOptions: { readConcern: { level: 'snapshot' }, writeConcern: DURABLE, readPreference: 'primary' },
  })
  return {
    ...official,
    init: (given) => {
      const adapter = official.init(given) as unknown as MongooseAdapter
      replaceTransactions(adapter, { waitMs, forgottenMs })
      return adapter
    },
  }
}

type Held = { readonly release: Release; lastAct: number; timer: NodeJS.Timeout }

/**
 * The official functions drop a session before its commit is answered, so an unknown outcome cannot be asked again, and
 * let a write whose transaction is gone through as a write of its own.
 */
const replaceTransactions = (adapter: MongooseAdapter, { waitMs, forgottenMs }: Required<Omit<MongoSettings, 'url'>>): void => {
  const { connect, transactionOptions } = adapter
  const sessions = adapter.sessions as Record<string, Session>
  const held = new Map<string, Held>()
  const turns = createTurns()

  // Every write takes a number of the audit chain from one row: without turns, two people who save two texts at the
  // same moment would conflict, and MongoDB does not let the second wait.
  const begin: MongooseAdapter['beginTransaction'] = async (options) => {
    const release = await turns.take(waitMs)
    try {
      const id = randomUUID()
      const session = adapter.connection.getClient().startSession()
      session.startTransaction((options ?? transactionOptions) as Parameters<Session['startTransaction']>[0])
      // The adapter's type asks for what only its SQL siblings keep in a session.
      sessions[id] = session as Session
      const lookAfter = () => {
        const idleMs = performance.now() - mine.lastAct
        if (idleMs >= forgottenMs) {
          adapter.payload.logger.error({ idleMs: Math.round(idleMs), msg: 'transaction forgotten, rolled back' })
          void rollback(id)
        } else mine.timer = setTimeout(lookAfter, forgottenMs - idleMs).unref()
      }
      const mine: Held = { release, lastAct: performance.now(), timer: setTimeout(lookAfter, forgottenMs).unref() }
      held.set(id, mine)
      return id
    } catch (error) {
      release()
      throw error
    }
  }

  const letGo = (id: string): void => {
    const mine = held.get(id)
    held.delete(id)
    clearTimeout(mine?.timer)
    mine?.release()
  }

  const commit: MongooseAdapter['commitTransaction'] = async (given) => {
    const id = String(await given)
    const session = sessions[id]
    if (!session?.inTransaction()) throw transactionEnded()
    delete sessions[id]
    try {
      await commitUntilKnown(session)
    } finally {
      letGo(id)
      await session.endSession().catch(() => undefined)
    }
  }

  const rollback: MongooseAdapter['rollbackTransaction'] = async (given) => {
    const id = String(await given)
    const session = sessions[id]
    if (!session) return
    delete sessions[id]
    try {
      await session.abortTransaction()
    } catch {
      // The server has ended it already, or cannot be reached and will end it by itself.
    } finally {
      letGo(id)
      await session.endSession().catch(() => undefined)
    }
  }

  adapter.sessions = openOnly(sessions, (id) => {
    const mine = held.get(id)
    if (mine) mine.lastAct = performance.now()
  })
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
