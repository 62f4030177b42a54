/** The newsroom's SQLite file as other processes see it: a short wait for the writer, never a blocked event loop. */
import { fileURLToPath, pathToFileURL } from 'node:url'
import Database from 'libsql'
import { NewsroomError } from '#newsroom'

type Value = string | number | null
export type Row = Readonly<Record<string, unknown>>
export type Sqlite = {
  readonly all: (sql: string, ...values: readonly Value[]) => readonly Row[]
  /** One write transaction; `work` must not wait for anything. */
  readonly write: <T>(work: () => T) => Promise<T>
  readonly close: () => void
}

/** `file:/srv/data/newsroom.db` or a plain path. */
export const fileOf = (url: string): string => (url.startsWith('file://') ? fileURLToPath(url) : url.replace(/^file:/, ''))

const PATIENCE_MS = 15_000

export const openSqlite = (file: string, { readOnly }: { readonly readOnly: boolean }): Sqlite => {
  // `mode` makes the database itself refuse: ro never writes, rw never makes an empty file where the newsroom's should be.
  const database = new Database(`${pathToFileURL(file).href}?mode=${readOnly ? 'ro' : 'rw'}`)
  database.exec('PRAGMA busy_timeout = 25')
  if (!readOnly) database.exec('PRAGMA synchronous = FULL')
  const statements = new Map<string, Database.Statement<unknown[]>>()

  // `get` of libsql leaves its statement running, so that no transaction can commit; `all` does not.
  const all = (sql: string, ...values: readonly Value[]) => {
    const statement = statements.get(sql) ?? database.prepare<unknown[]>(sql)
    statements.set(sql, statement)
    return statement.all(...values) as readonly Row[]
  }

  const write = async <T>(work: () => T): Promise<T> => {
    const until = Date.now() + PATIENCE_MS
    while (!began()) {
      if (Date.now() > until) throw new NewsroomError('database.busy', { waitedMs: PATIENCE_MS })
      await new Promise((wake) => setTimeout(wake, 10 + Math.random() * 40))
    }
    // No `await` from here on: while the lock is ours, this process does nothing else.
    try {
      const result = work()
      database.exec('COMMIT')
      return result
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
  const began = (): boolean => {
    try {
      database.exec('BEGIN IMMEDIATE')
      return true
    } catch (error) {
      if (isBusy(error)) return false
      throw error
    }
  }
  return { all, write, close: () => database.close() }
}

const isBusy = (error: unknown) => error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
