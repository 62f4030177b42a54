/** All or nothing on either database: one piece of work, its transaction, its turn, its retries. */
import { randomUUID } from 'node:crypto'
import { createLocalReq, type CollectionSlug, type Payload, type PayloadRequest } from 'payload'
import { NewsroomError } from '#newsroom'
import { isMongo } from './database'
import { REFUSAL, TAKEN } from './sqlite/protection'
import { StartRefused } from './start-refused'

export type Retrying = {
  /** How often the work may run on MongoDB, within `waitMs`, before `database.busy`; on SQLite it runs once. */
  readonly tries?: number
  readonly random?: () => number
  readonly waitMs?: number
}

/**
 * Runs `work` in a transaction and commits. Work gets its own `req` and passes it to everything it calls; it may run
 * several times, so it changes nothing but the database. Where `req` is in a transaction already, work joins that.
 */
export const inTransaction = async <T>(
  payload: Payload,
  given: PayloadRequest | undefined,
  work: (req: PayloadRequest) => Promise<T>,
  { tries = 100, random = Math.random, waitMs = 15_000 }: Retrying = {},
): Promise<T> => {
  const req = given ?? (await createLocalReq({}, payload))
  const outer = await req.transactionID
  if (outer) return work(held(req, outer))
  const until = performance.now() + waitMs
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(payload, req, work)
    } catch (error) {
      // The turns of the adapters leave only conflicts with other processes, and those only on MongoDB.
      if (!isTransient(error)) throw asNewsroomError(error) ?? error
      if (attempt >= tries || performance.now() >= until) throw new NewsroomError('database.busy', { tries: attempt })
    }
    await new Promise((resolve) => setTimeout(resolve, random() * Math.min(20 * attempt, 400)))
  }
}

const once = async <T>(payload: Payload, req: PayloadRequest, work: (req: PayloadRequest) => Promise<T>): Promise<T> => {
  const id = await payload.db.beginTransaction()
  if (!id) throw new Error('The database has no transactions.')
  req.transactionID = id
  try {
    const result = await work(held(req, id))
    await payload.db.commitTransaction(id)
    return result
  } catch (error) {
    await payload.db.rollbackTransaction(id)
    throw error
  } finally {
    delete req.transactionID
  }
}

/**
 * A nested operation that fails takes the transaction's id off its `req`; whoever catches that error and goes on would
 * then write outside. This `req` keeps its id, and the adapters refuse an id that is over.
 */
const held = (req: PayloadRequest, id: number | string): PayloadRequest =>
  new Proxy(req, {
    get: (target, name) => (name === 'transactionID' ? id : Reflect.get(target, name, target)),
    set: (target, name, value) => name === 'transactionID' || Reflect.set(target, name, value, target),
    deleteProperty: (target, name) => name === 'transactionID' || Reflect.deleteProperty(target, name),
  })

const COUNTERS = 'counters' as CollectionSlug

/** What has a counter of its own. */
const COUNTED = ['releases', 'events', 'memory']

/** Makes the rows that `increment` needs; once at start, harmless when several processes start together. */
export const createCounters = async (payload: Payload, names: readonly string[] = COUNTED): Promise<void> => {
  const there = async (name: string) =>
    (await payload.db.findOne({ collection: COUNTERS, where: { name: { equals: name } } })) !== null
  for (const name of names) {
    if (await there(name)) continue
    try {
      await payload.db.create({ collection: COUNTERS, data: { name, value: 0 } })
    } catch (error) {
      if (!(await there(name))) throw error
    }
  }
}

/** The next number of a counter, taken inside the transaction of `req`: given back when that rolls back, so no gap. */
export const increment = async (payload: Payload, req: PayloadRequest, name: string): Promise<number> => {
  if (!(await req.transactionID)) throw new Error(`Counter "${name}" moves only inside a transaction.`)
  const row = (await payload.db.updateOne({
    collection: COUNTERS,
    where: { name: { equals: name } },
    data: { value: { $inc: 1 } },
    req,
  })) as unknown as { readonly value: number } | null
  if (!row) throw new Error(`Counter "${name}" does not exist.`)
  return row.value
}

/** A refusal in our words for what a database throws raw; null for everything else. */
export const asNewsroomError = (error: unknown): NewsroomError | null => {
  for (const one of causes(error)) {
    if (one instanceof NewsroomError) return one
    const { code, message } = one as { code?: unknown; message?: unknown }
    if (typeof code === 'string' && /^SQLITE_(BUSY|LOCKED)/.test(code)) return new NewsroomError('database.busy')
    if (code === 'SQLITE_FULL') return new NewsroomError('database.busy', { reason: 'full' })
    if (code === 'SQLITE_CONSTRAINT_TRIGGER' && String(message).includes(REFUSAL)) return new NewsroomError('release.immutable')
    if (code === 'SQLITE_CONSTRAINT_TRIGGER' && String(message).includes(TAKEN)) return duplicate(undefined)
    if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
      return duplicate(/failed: \w+\.(\w+)/.exec(String(message))?.[1])
    if (code === 11000) return duplicate(Object.keys((one as { keyPattern?: object }).keyPattern ?? {})[0])
    if (code === 13 && /\b(update|remove|delete)\b/i.test(String(message)) && /\b(releases|events)\b/.test(String(message)))
      return new NewsroomError('release.immutable')
    if (isConflict(one)) return new NewsroomError('database.busy')
  }
  return null
}

const duplicate = (field: string | undefined): NewsroomError =>
  new NewsroomError('request.invalid', { reason: 'duplicate', field: field ?? null })

const causes = function* (error: unknown): Generator<object> {
  for (
    let one = error, depth = 0;
    typeof one === 'object' && one !== null && depth < 8;
    one = (one as { cause?: unknown }).cause, depth += 1
  )
    yield one
}

/** WriteConflict, LockTimeout, NoSuchTransaction, a step-down: MongoDB says itself that the whole transaction may be repeated. */
const isTransient = (error: unknown): boolean =>
  [...causes(error)].some((one) => labels(one).includes('TransientTransactionError'))

const labels = (error: object): readonly string[] => {
  const { errorLabels } = error as { errorLabels?: Iterable<string> }
  return errorLabels ? [...errorLabels] : []
}

const CONFLICT_CODES: readonly unknown[] = [24, 112, 251]
const AWAY = [
  'MongoServerSelectionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoExpiredSessionError',
  'MongooseServerSelectionError',
  'MongoPoolClearedError',
  'MongoNotConnectedError',
]
const isConflict = (error: object): boolean => {
  const { code, name } = error as { code?: unknown; name?: unknown }
  return (
    CONFLICT_CODES.includes(code) ||
    AWAY.includes(String(name)) ||
    labels(error).some((label) => label === 'TransientTransactionError' || label === 'UnknownTransactionCommitResult')
  )
}

/** Proves at start that a write which is rolled back is gone; a database that cannot do this gets no newsroom. */
export const checkTransactions = async (payload: Payload): Promise<void> => {
  const where = { name: { equals: `probe-${randomUUID()}` } }
  const found = async (req?: Partial<PayloadRequest>) =>
    (await payload.db.findOne({ collection: COUNTERS, where, ...(req ? { req } : {}) })) !== null
  let works = false
  let cause: unknown
  try {
    const id = await payload.db.beginTransaction()
    if (id) {
      const req = await createLocalReq({ req: { transactionID: id } }, payload)
      try {
        await payload.db.create({ collection: COUNTERS, data: { name: where.name.equals, value: 0 }, req })
        works = (await found({ transactionID: id })) && !(await found())
      } finally {
        await payload.db.rollbackTransaction(id)
      }
      works &&= !(await found())
    }
  } catch (error) {
    cause = error
    works = false
  }
  if (works) return
  await payload.db.deleteOne({ collection: COUNTERS, where }).catch(() => undefined)
  if (asNewsroomError(cause)?.code === 'database.busy')
    throw new StartRefused(
      {
        vi: 'Cơ sở dữ liệu đang bận hoặc không trả lời; hãy thử khởi động lại sau ít phút.',
        en: 'The database is busy or does not answer; try to start again in a few minutes.',
      },
      cause,
    )
  throw new StartRefused(
    isMongo(payload)
      ? {
          vi: 'MongoDB này không có giao dịch (transaction); hãy chạy nó như một replica set.',
          en: 'This MongoDB has no transactions; run it as a replica set.',
        }
      : {
          vi: 'Cơ sở dữ liệu không hủy được một thao tác dở dang (transaction), vì vậy tòa soạn không khởi động.',
          en: 'The database cannot undo an unfinished transaction, so the newsroom does not start.',
        },
    cause,
  )
}
