/** MongoDB behind Payload: the official adapter on a replica set, transactions required, every commit on disk of a majority. */
import { mongooseAdapter, type MongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj } from 'payload'
import { createTurns, transactionEnded, type Release } from '../turns'

type Session = MongooseAdapter['sessions'][string]

const DURABLE = { w: 'majority', j: true } as const
const COMMIT_TRIES = 5
/** Ended transactions that we still know, so that a late write through one is refused and not carried out alone. */
const REMEMBERED = 500

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
    connectOptions: { writeConcern: DURABLE, readConcern: { level: 'majority' }, serverSelectionTimeoutMS: 10_000 },
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
  const { connect, beginTransaction, transactionOptions } = adapter
  const sessions = adapter.sessions as Record<string, Session>
  const held = new Map<string, Held>()
  const turns = createTurns()
  const over: string[] = []

  // Every write takes a number of the audit chain from one row: without turns, two people who save two texts at the
  // same moment would conflict, and MongoDB does not let the second wait.
  const begin: typeof beginTransaction = async (options) => {
    const release = await turns.take(waitMs)
    try {
      const id = String(await beginTransaction.call(adapter, options))
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
    if (over.includes(id) || !session?.inTransaction()) throw transactionEnded()
    over.push(id)
    try {
      await commitUntilKnown(session)
    } finally {
      await close(id, session)
    }
  }

  const rollback: MongooseAdapter['rollbackTransaction'] = async (given) => {
    const id = String(await given)
    const session = sessions[id]
    if (over.includes(id) || !session) return
    over.push(id)
    try {
      await session.abortTransaction()
    } catch {
      // The server has ended it already, or cannot be reached and will end it by itself.
    } finally {
      await close(id, session)
    }
  }

  const close = async (id: string, session: Session): Promise<void> => {
    letGo(id)
    await session.endSession().catch(() => undefined)
    // Payload writes without a session when this answers false; the driver refuses a session that has ended.
    session.inTransaction = () => true
    while (over.length > REMEMBERED) delete sessions[over.shift()!]
  }

  // Every operation of a transaction fetches its session here, which is how we see that somebody is still at work.
  adapter.sessions = new Proxy(sessions, {
    get: (target, id: string) => {
      const mine = held.get(id)
      if (mine) mine.lastAct = performance.now()
      return target[id]
    },
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
