/** The newsroom's MongoDB as other processes see it. */
import { MongoClient, MongoServerError, type ClientSession, type Db } from 'mongodb'
import { NewsroomError } from '#newsroom'

export type Mongo = {
  readonly db: Db
  /** Epoch milliseconds of the server that takes our writes. */
  readonly now: () => Promise<number>
  /** One transaction; a conflict with another worker is retried, with a bound. */
  readonly write: <T>(work: (session: ClientSession) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

const TRIES = 40

export const openMongo = (url: string): Mongo => {
  // What is acknowledged is on the disks of a majority; what is read cannot be rolled back.
  const client = new MongoClient(url, {
    writeConcern: { w: 'majority', j: true },
    readConcern: { level: 'majority' },
    readPreference: 'primary',
    serverSelectionTimeoutMS: 15_000,
    appName: 'ttdn-delivery',
  })
  const db = client.db()

  const write = async <T>(work: (session: ClientSession) => Promise<T>): Promise<T> => {
    for (let trial = 1; ; trial += 1) {
      const session = client.startSession()
      try {
        session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', j: true } })
        const result = await work(session)
        await commit(session)
        return result
      } catch (error) {
        if (session.inTransaction()) await session.abortTransaction()
        if (!isTransient(error)) throw error
        if (trial >= TRIES) throw new NewsroomError('database.busy', { tries: trial })
        await new Promise((wake) => setTimeout(wake, Math.random() * 20 * trial))
      } finally {
        await session.endSession()
      }
    }
  }
  return {
    db,
    now: async () => ((await db.command({ hello: 1 })).localTime as Date).getTime(),
    write,
    close: () => client.close(),
  }
}

/** The commit itself may get lost on the way; asking again is safe (the server remembers). */
const commit = async (session: ClientSession) => {
  for (let trial = 1; ; trial += 1) {
    try {
      return await session.commitTransaction()
    } catch (error) {
      if (trial >= 5 || !(error instanceof MongoServerError) || !error.hasErrorLabel('UnknownTransactionCommitResult'))
        throw error
    }
  }
}

const isTransient = (error: unknown) =>
  typeof error === 'object' &&
  error !== null &&
  'hasErrorLabel' in error &&
  (error as MongoServerError).hasErrorLabel('TransientTransactionError')
