/** Migrations at start: each in its own transaction, each once, also when two processes start at the same moment. */
import { sql, type MigrateUpArgs, type SQLiteAdapter } from '@payloadcms/db-sqlite'
import { createLocalReq } from 'payload'
import { StartRefused } from '../start-refused'

export type SqliteMigration = NonNullable<SQLiteAdapter['prodMigrations']>[number]
type Db = MigrateUpArgs['db']

export const applyMigrations = async (adapter: SQLiteAdapter, migrations: readonly SqliteMigration[]): Promise<void> => {
  await refuseForeignFiles(adapter, migrations)
  // SQLite ignores this pragma inside a transaction, where the migrations write it; dropping a table that is being
  // rebuilt would then delete the rows that point to it.
  await adapter.client.execute('PRAGMA foreign_keys = OFF')
  try {
    for (const migration of migrations) await applyOnce(adapter, migration)
    await refuseBrokenReferences(adapter)
  } finally {
    await adapter.client.execute('PRAGMA foreign_keys = ON')
  }
}

const applyOnce = async (adapter: SQLiteAdapter, migration: SqliteMigration): Promise<void> => {
  const { payload } = adapter
  const isIn = (had: Awaited<ReturnType<typeof history>>) => had.some(({ name }) => name === migration.name)
  if (isIn(await history(adapter))) return
  const started = performance.now()
  const id = await adapter.beginTransaction()
  try {
    const db = adapter.sessions[String(id)]!.db as unknown as Db
    // Looked at again under the lock: another process may have been faster.
    if (!isIn(await history(adapter, db))) {
      const req = await createLocalReq({ req: { transactionID: String(id) } }, payload)
      await migration.up({ db, payload, req })
      const batch = 1 + Math.max(0, ...(await history(adapter, db)).map((had) => had.batch))
      await payload.db.create({ collection: 'payload-migrations', data: { name: migration.name, batch }, req })
      payload.logger.info({ migration: migration.name, ms: Math.round(performance.now() - started), msg: 'migrated' })
    }
    await adapter.commitTransaction(id!)
  } catch (error) {
    await adapter.rollbackTransaction(id!)
    throw new StartRefused(
      {
        vi: `Không nâng cấp được cơ sở dữ liệu (bước ${migration.name}); dữ liệu được giữ nguyên như trước.`,
        en: `The database could not be migrated (step ${migration.name}); its data is as it was before.`,
      },
      error,
    )
  }
}

const PUSHED = -1

/** The migrations that the file has had; with `db`, as the open transaction sees it. */
const history = async (
  adapter: SQLiteAdapter,
  db: Db = adapter.drizzle,
): Promise<readonly { readonly name: string; readonly batch: number }[]> => {
  const read = async (statement: string) => (await db.run(sql.raw(statement))).rows
  const found = await read(`SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'payload_migrations'`)
  if (!found.length) return []
  return (await read('SELECT name, batch FROM payload_migrations')).map((row) => ({
    name: String(row.name),
    batch: Number(row.batch),
  }))
}

const refuseForeignFiles = async (adapter: SQLiteAdapter, migrations: readonly SqliteMigration[]): Promise<void> => {
  const had = await history(adapter)
  if (had.some(({ batch }) => batch === PUSHED))
    throw new StartRefused({
      vi: 'Tệp cơ sở dữ liệu này được tạo bằng chế độ phát triển nên không nâng cấp được; hãy dùng thư mục dữ liệu khác.',
      en: 'This database file was made in development mode and cannot be migrated; use another data folder.',
    })
  const unknown = had.find(({ name }) => !migrations.some((migration) => migration.name === name))
  if (unknown)
    throw new StartRefused({
      vi: `Cơ sở dữ liệu thuộc phiên bản mới hơn của chương trình (bước ${unknown.name}); hãy cập nhật chương trình.`,
      en: `The database belongs to a newer version of this program (step ${unknown.name}); update the program.`,
    })
}

const refuseBrokenReferences = async (adapter: SQLiteAdapter): Promise<void> => {
  const { rows: broken } = await adapter.client.execute('PRAGMA foreign_key_check')
  if (broken.length)
    throw new StartRefused({
      vi: `Cơ sở dữ liệu có ${broken.length} tham chiếu hỏng (bảng ${String(broken[0]!.table)}); hãy khôi phục từ bản sao lưu.`,
      en: `The database has ${broken.length} broken references (table ${String(broken[0]!.table)}); restore it from a backup.`,
    })
}
