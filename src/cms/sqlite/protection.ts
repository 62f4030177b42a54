/** Triggers by which the database itself refuses to change the log (the hooks of the collections refuse before). */
import type { Client } from '@libsql/client'
import { StartRefused } from '../start-refused'

/** What the triggers say, with the table after it; `asNewsroomError` knows both. */
export const REFUSAL = 'release.immutable'
export const TAKEN = 'release.taken'

/** Makes the triggers where they are missing or differ, and refuses to start when they then are not there as written. */
export const protectTables = async (client: Client, tables: readonly string[]): Promise<void> => {
  const wanted = (await Promise.all(tables.map((table) => triggersOf(client, table)))).flat()
  const before = await triggersIn(client)
  const changed = wanted.filter(({ name, sql }) => before.get(name) !== sql)
  // Together, so that another process never finds the log without them.
  if (changed.length) await client.batch(changed.flatMap(({ name, sql }) => [`DROP TRIGGER IF EXISTS "${name}"`, sql]))
  const after = await triggersIn(client)
  const missing = wanted.find(({ name, sql }) => after.get(name) !== sql)
  if (missing) throw unprotected(missing.name)
}

const unprotected = (what: string): StartRefused =>
  new StartRefused({
    vi: `Nhật ký phát hành chưa được cơ sở dữ liệu bảo vệ (thiếu ${what}).`,
    en: `The database does not protect the release log (${what} is missing).`,
  })

type Trigger = { readonly name: string; readonly sql: string }

const triggersOf = async (client: Client, table: string): Promise<readonly Trigger[]> => {
  const keys = await uniqueColumns(client, table)
  if (!keys.length) throw unprotected(table)
  const taken = keys.map((column) => `"${column}" = NEW."${column}"`).join(' OR ')
  const abort = `SELECT RAISE(ABORT, '${REFUSAL}: ${table}')`
  return [
    {
      name: `${table}_keep_update`,
      sql: `CREATE TRIGGER "${table}_keep_update" BEFORE UPDATE ON "${table}" BEGIN ${abort}; END`,
    },
    {
      name: `${table}_keep_delete`,
      sql: `CREATE TRIGGER "${table}_keep_delete" BEFORE DELETE ON "${table}" BEGIN ${abort}; END`,
    },
    // INSERT OR REPLACE removes the row in its way, and on a connection that did not ask for recursive triggers without a
    // word to the delete trigger.
    {
      name: `${table}_keep_insert`,
      sql: `CREATE TRIGGER "${table}_keep_insert" BEFORE INSERT ON "${table}" WHEN EXISTS (SELECT 1 FROM "${table}" WHERE ${taken}) BEGIN SELECT RAISE(ABORT, '${TAKEN}: ${table}'); END`,
    },
  ]
}

/** Columns that are unique by themselves, the primary key among them. */
const uniqueColumns = async (client: Client, table: string): Promise<readonly string[]> => {
  const { rows: indexes } = await client.execute(`PRAGMA index_list("${table}")`)
  const columns = await Promise.all(
    indexes
      .filter((index) => Number(index.unique) === 1)
      .map(async (index) =>
        (await client.execute(`PRAGMA index_info("${String(index.name)}")`)).rows.map((row) => String(row.name)),
      ),
  )
  return [...new Set(columns.filter((names) => names.length === 1).flat())].sort()
}

const triggersIn = async (client: Client): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await client.execute(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`)
  return new Map(rows.map((row) => [String(row.name), String(row.sql)]))
}
