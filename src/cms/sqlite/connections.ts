/**
 * Two connections to one SQLite file, behind the interface that Payload's adapter expects of a libsql client:
 * one reads (and can do nothing else), one writes, and writers take turns.
 *
 * libsql's own client gives its connection away with every transaction and opens another, so settings made once are
 * lost, and its calls are synchronous, so a second writer in the same process would stop the event loop that the first
 * one needs to finish. Here no connection is ever given away.
 */
import {
  createClient,
  LibsqlError,
  type Client,
  type InArgs,
  type InStatement,
  type ResultSet,
  type Transaction,
} from '@libsql/client'
import { NewsroomError } from '#newsroom'
import { createTurns, type Release } from '../turns'

export type Bounds = {
  /** Longest wait for the turn to write, other processes included. */
  readonly waitMs: number
  /** A transaction that does nothing for so long is forgotten and rolled back. */
  readonly forgottenMs: number
}
export const BOUNDS: Bounds = { waitMs: 15_000, forgottenMs: 30_000 }

export type Watch = { readonly forgotten: (facts: { readonly idleMs: number }) => void }

/** Long enough for a checkpoint or a recovery of another process; a reader meets nothing else in WAL mode. */
const READER_BUSY_MS = 5_000
/** Short, because waiting in SQLite stops the event loop: we wait between the tries instead. */
const WRITER_BUSY_MS = 25

/** Opens the file, sets both connections up and answers a client for the adapter. */
export const openConnections = async (
  url: string,
  watch: Watch,
  bounds: Bounds = BOUNDS,
  random: () => number = Math.random,
): Promise<Client> => {
  const writer = createClient({ url })
  const turns = createTurns()

  const turn = async (): Promise<{ release: Release; patiently: <T>(step: () => Promise<T>) => Promise<T> }> => {
    const until = performance.now() + bounds.waitMs
    const release = await turns.take(bounds.waitMs)
    return { release, patiently: (step) => untilFree(step, until, random) }
  }
  const alone = async <T>(step: () => Promise<T>): Promise<T> => {
    const { release, patiently } = await turn()
    try {
      return await patiently(step)
    } finally {
      release()
    }
  }

  await prepareWriter(writer, random, bounds)
  const reader = createClient({ url })
  await reader.execute(`PRAGMA busy_timeout = ${READER_BUSY_MS}`)
  await reader.execute('PRAGMA query_only = ON')

  const begin = async (): Promise<Transaction> => {
    const { release, patiently } = await turn()
    try {
      // IMMEDIATE takes the write lock at once: a lock taken later, after reading, could only be refused.
      await patiently(() => writer.execute('BEGIN IMMEDIATE'))
    } catch (error) {
      release()
      throw error
    }
    return transactionOn({
      writer,
      reader,
      release,
      watch,
      bounds,
      patiently: (step) => untilFree(step, performance.now() + bounds.waitMs, random),
    })
  }

  let closed = false
  return {
    execute: (statement: InStatement | string, args?: InArgs): Promise<ResultSet> => {
      const asked = typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement
      return readsOnly(asked.sql) ? reader.execute(asked) : alone(() => writer.execute(asked))
    },
    batch: (statements) => alone(() => writer.batch(statements, 'write')),
    migrate: (statements) => alone(() => writer.migrate(statements)),
    executeMultiple: (script) => alone(() => writer.executeMultiple(script)),
    transaction: begin,
    sync: () => writer.sync(),
    close: () => {
      if (closed) return
      closed = true
      reader.close()
      writer.close()
    },
    get closed() {
      return closed
    },
    protocol: 'file',
  }
}

const prepareWriter = async (writer: Client, random: () => number, bounds: Bounds): Promise<void> => {
  const until = performance.now() + bounds.waitMs
  await writer.execute(`PRAGMA busy_timeout = ${WRITER_BUSY_MS}`)
  await untilFree(() => writer.execute('PRAGMA journal_mode = WAL'), until, random)
  // FULL: a release that we acknowledged survives a power cut.
  await writer.execute('PRAGMA synchronous = FULL')
  await writer.execute('PRAGMA foreign_keys = ON')
  // Lets the delete triggers of the log see rows that INSERT OR REPLACE would remove.
  await writer.execute('PRAGMA recursive_triggers = ON')
  await writer.execute('PRAGMA journal_size_limit = 67108864')
}

type Held = {
  readonly writer: Client
  readonly reader: Client
  readonly release: Release
  readonly patiently: <T>(step: () => Promise<T>) => Promise<T>
  readonly watch: Watch
  readonly bounds: Bounds
}

/** The writing connection for as long as its turn lasts; afterwards it still reads, but nothing is written through it. */
const transactionOn = ({ writer, reader, release, patiently, watch, bounds }: Held): Transaction => {
  let state: 'open' | 'broken' | 'ended' = 'open'
  let lastAct = performance.now()

  const end = async (sql: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
    try {
      await patiently(() => writer.execute(sql))
    } catch (error) {
      if (sql === 'COMMIT') await writer.execute('ROLLBACK').catch(() => undefined)
      throw error
    } finally {
      state = 'ended'
      clearTimeout(timer)
      release()
    }
  }

  const lookAfter = (): void => {
    const idleMs = performance.now() - lastAct
    if (idleMs < bounds.forgottenMs) {
      timer = setTimeout(lookAfter, bounds.forgottenMs - idleMs).unref()
      return
    }
    watch.forgotten({ idleMs: Math.round(idleMs) })
    end('ROLLBACK').catch(() => undefined)
  }
  let timer = setTimeout(lookAfter, bounds.forgottenMs).unref()

  const execute = async (statement: InStatement): Promise<ResultSet> => {
    if (state === 'ended' && readsOnly(typeof statement === 'string' ? statement : statement.sql))
      return reader.execute(statement)
    if (state !== 'open') throw transactionEnded()
    lastAct = performance.now()
    try {
      return await writer.execute(statement)
    } catch (error) {
      if (mayHaveRolledBack(error)) state = 'broken'
      throw error
    }
  }

  return {
    execute,
    batch: async (statements) => {
      const results: ResultSet[] = []
      for (const statement of statements) results.push(await execute(statement))
      return results
    },
    // libsql rolls back whatever is open when a script ends, so a script has no place in here.
    executeMultiple: () =>
      Promise.reject(new Error('A script does not run inside a transaction; send its statements one by one.')),
    commit: async () => {
      if (state === 'ended') throw transactionEnded()
      if (state === 'broken') {
        await end('ROLLBACK').catch(() => undefined)
        throw transactionEnded()
      }
      await end('COMMIT')
    },
    rollback: async () => {
      if (state === 'ended') return
      await end('ROLLBACK').catch(() => undefined)
    },
    close: () => {
      if (state !== 'ended') end('ROLLBACK').catch(() => undefined)
    },
    get closed() {
      return state !== 'open'
    },
  }
}

/** What a write meets whose transaction is over: refused, never carried out alone. */
export const transactionEnded = (): NewsroomError => new NewsroomError('database.busy', { reason: 'transactionEnded' })

/** Tries a step again while another process writes; waits outside SQLite, so that this process goes on with its reads. */
const untilFree = async <T>(step: () => Promise<T>, until: number, random: () => number): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await step()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() >= until) throw new NewsroomError('database.busy', { tries })
    }
    await new Promise((resolve) => setTimeout(resolve, 1 + random() * Math.min(20, tries)))
  }
}

export const isBusy = (error: unknown): boolean => error instanceof LibsqlError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)

/** SQLite ends a transaction by itself on these (sqlite.org/lang_transaction, "automatic rollback"); the next statement would stand alone. */
const mayHaveRolledBack = (error: unknown): boolean =>
  !(error instanceof LibsqlError) || !/^SQLITE_(CONSTRAINT|ERROR|MISMATCH|RANGE|TOOBIG)/.test(error.code)

const READING_PRAGMA =
  /^\s*pragma\s+(table_info|table_xinfo|table_list|index_list|index_info|index_xinfo|foreign_key_list|foreign_key_check)\b/i

/** Whether a statement may go to the reading connection. In doubt it counts as a write: that only costs a turn. */
export const readsOnly = (sql: string): boolean =>
  /^\s*(select|values|explain)\b/i.test(sql) ||
  READING_PRAGMA.test(sql) ||
  (/^\s*with\b/i.test(sql) && !/\b(insert|update|delete|replace)\b/i.test(sql))
