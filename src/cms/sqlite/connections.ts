/**
 * Two connections to one SQLite file, behind the interface that Payload's adapter expects of a libsql client:
 * one reads (and can do nothing else), one writes, and writers take turns.
 *
 * libsql's own client gives its connection away with every transaction and opens another, so settings made once are
 * lost, and its calls are synchronous, so a second writer in the same process would stop the event loop that the first
 * one needs to finish. Here no connection is ever given away.
 */
import { fileURLToPath } from 'node:url'
import type { Client, InArgs, InStatement, ResultSet, Transaction } from '@libsql/client'
import { Sqlite3Client } from '@libsql/client/sqlite3'
import Database from 'libsql'
import { NewsroomError } from '#newsroom'
import { transactionEnded } from '../sessions'
import { createTurns, type Release } from '../turns'

export type Bounds = {
  /** Longest wait for the turn to write, other processes included. */
  readonly waitMs: number
  /** A transaction that does nothing for so long is forgotten and rolled back. */
  readonly forgottenMs: number
}
export const BOUNDS: Bounds = { waitMs: 15_000, forgottenMs: 30_000 }

export type Watch = { readonly forgotten: (facts: { readonly idleMs: number }) => void }

/** Long enough for a recovery after somebody's crash; a reader meets nothing else in WAL mode. */
const READER_BUSY_MS = 5_000
/** Short, because waiting inside SQLite stops the event loop: we wait between the tries instead. */
const WRITER_BUSY_MS = 25

/** Opens the file, sets both connections up and answers a client for the adapter. */
export const openConnections = async (
  url: string,
  watch: Watch,
  bounds: Bounds = BOUNDS,
  random: () => number = Math.random,
): Promise<Client> => {
  const path = fileURLToPath(url)
  const turns = createTurns()
  const patiently: Patience = (step, until) => untilFree(step, until, random)
  const writer = await openWriter(path, (step) => patiently(step, performance.now() + bounds.waitMs))
  const reader = connection(path)
  await reader.run(`PRAGMA busy_timeout = ${READER_BUSY_MS}`)
  await reader.run('PRAGMA query_only = ON')

  const begin = async (): Promise<Transaction> => {
    const until = performance.now() + bounds.waitMs
    const release = await turns.take(bounds.waitMs)
    try {
      // IMMEDIATE takes the write lock at once: a lock taken later, after reading, could only be refused.
      await patiently(() => writer.exec('BEGIN IMMEDIATE'), until)
    } catch (error) {
      release()
      throw error
    }
    return transactionOn({ writer, release, watch, bounds, patiently })
  }

  /** One or several statements as a transaction of their own. */
  const together = async (statements: readonly InStatement[]): Promise<ResultSet[]> => {
    const transaction = await begin()
    try {
      const results = await transaction.batch([...statements])
      await transaction.commit()
      return results
    } catch (error) {
      await transaction.rollback()
      throw error
    }
  }

  /** What SQLite does not take inside a transaction, settings above all; with the turn, so that it meets none. */
  const apart = async <T>(step: () => T | Promise<T>): Promise<T> => {
    const until = performance.now() + bounds.waitMs
    const release = await turns.take(bounds.waitMs)
    try {
      return await patiently(step, until)
    } finally {
      release()
    }
  }

  let closed = false
  return {
    execute: async (statement: InStatement | string, args?: InArgs): Promise<ResultSet> => {
      const asked = typeof statement === 'string' ? { sql: statement, args: args ?? [] } : statement
      if (readsOnly(asked.sql)) return reader.run(asked)
      if (standsApart(asked.sql)) return apart(() => writer.run(asked))
      return (await together([asked]))[0]!
    },
    batch: together,
    migrate: async (statements) => {
      await apart(() => writer.run('PRAGMA foreign_keys = OFF'))
      try {
        return await together(statements)
      } finally {
        await apart(() => writer.run('PRAGMA foreign_keys = ON'))
      }
    },
    executeMultiple: (script) => apart(() => writer.exec(script)),
    transaction: begin,
    sync: () => Promise.reject(new Error('A local file has nothing to synchronise with.')),
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

type Connection = {
  readonly run: (statement: InStatement) => Promise<ResultSet>
  /**
   * For BEGIN and COMMIT: a statement that libsql prepares and that meets a locked file stays half-done until garbage is
   * collected, and holds an old view of the file so that every further try is refused (SQLITE_BUSY_SNAPSHOT).
   */
  readonly exec: (sql: string) => void
  readonly inTransaction: () => boolean
  readonly close: () => void
}

const connection = (path: string): Connection => {
  const database = new Database(path, {})
  const client = new Sqlite3Client(path, {}, database, 'number')
  return {
    run: (statement) => client.execute(statement),
    exec: (sql) => void database.exec(sql),
    inTransaction: () => database.inTransaction,
    close: () => client.close(),
  }
}

const openWriter = async (path: string, patiently: <T>(step: () => T | Promise<T>) => Promise<T>): Promise<Connection> => {
  const writer = connection(path)
  writer.exec(`PRAGMA busy_timeout = ${WRITER_BUSY_MS}`)
  await patiently(() => writer.exec('PRAGMA journal_mode = WAL'))
  // FULL: a release that we acknowledged survives a power cut.
  writer.exec('PRAGMA synchronous = FULL')
  writer.exec('PRAGMA foreign_keys = ON')
  // Lets the delete triggers of the log see rows that INSERT OR REPLACE would remove.
  writer.exec('PRAGMA recursive_triggers = ON')
  writer.exec('PRAGMA journal_size_limit = 67108864')
  return writer
}

type Patience = <T>(step: () => T | Promise<T>, until: number) => Promise<T>

type Held = {
  readonly writer: Connection
  readonly release: Release
  readonly patiently: Patience
  readonly watch: Watch
  readonly bounds: Bounds
}

/** The writing connection for as long as its turn lasts; afterwards nothing reaches it from here. */
const transactionOn = ({ writer, release, patiently, watch, bounds }: Held): Transaction => {
  let over = false
  let lastAct = performance.now()

  const finish = (): void => {
    over = true
    clearTimeout(timer)
    try {
      if (writer.inTransaction()) writer.exec('ROLLBACK')
    } finally {
      release()
    }
  }

  const lookAfter = (): void => {
    const idleMs = performance.now() - lastAct
    if (idleMs >= bounds.forgottenMs) {
      watch.forgotten({ idleMs: Math.round(idleMs) })
      finish()
    } else timer = setTimeout(lookAfter, bounds.forgottenMs - idleMs).unref()
  }
  let timer = setTimeout(lookAfter, bounds.forgottenMs).unref()

  const execute = async (statement: InStatement): Promise<ResultSet> => {
    // SQLite ends a transaction by itself when the disk is full or fails; what follows would stand alone.
    if (over || !writer.inTransaction()) throw transactionEnded()
    lastAct = performance.now()
    return writer.run(statement)
  }

  return {
    execute,
    batch: async (statements) => {
      const results: ResultSet[] = []
      for (const statement of statements) results.push(await execute(statement))
      return results
    },
    executeMultiple: () =>
      Promise.reject(new Error('A script does not run inside a transaction; send its statements one by one.')),
    commit: async () => {
      if (over) throw transactionEnded()
      try {
        if (!writer.inTransaction()) throw transactionEnded()
        await patiently(() => writer.exec('COMMIT'), performance.now() + bounds.waitMs)
      } finally {
        finish()
      }
    },
    rollback: async () => {
      if (!over) finish()
    },
    close: () => {
      if (!over) finish()
    },
    get closed() {
      return over
    },
  }
}

/** Tries a step again while another process writes; waits outside SQLite, so that this process goes on with its reads. */
const untilFree = async <T>(step: () => T | Promise<T>, until: number, random: () => number): Promise<T> => {
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

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code))

const READING_PRAGMA =
  /^\s*pragma\s+(table_info|table_xinfo|table_list|index_list|index_info|index_xinfo|foreign_key_list|foreign_key_check)\b/i

/** Whether a statement may go to the reading connection. In doubt it counts as a write: that only costs a turn. */
export const readsOnly = (sql: string): boolean =>
  /^\s*(select|values|explain)\b/i.test(sql) ||
  READING_PRAGMA.test(sql) ||
  (/^\s*with\b/i.test(sql) && !/\b(insert|update|delete|replace)\b/i.test(sql))

const standsApart = (sql: string): boolean => /^\s*(pragma|vacuum|attach|detach)\b/i.test(sql)
