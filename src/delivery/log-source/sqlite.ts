import { readRelease, upToDamage, withoutDamage, type ClientKey, type LogSource, type StoredRelease } from '../log-source'
import { openSqlite, type Row } from '../sqlite'

/** The newsroom's SQLite file, opened so that it cannot be written through this door. */
export const sqliteLogSource = (file: string): LogSource => {
  const { all, close } = openSqlite(file, { readOnly: true })
  const rows = (rest: string, ...values: readonly (string | number)[]) =>
    all(`SELECT seq, record, digest FROM releases ${rest}`, ...values).map(asStored)
  return {
    after: async (seq, limit) => upToDamage(rows('WHERE seq > ? ORDER BY seq LIMIT ?', seq, limit)),
    bySeq: async (seq) => rows('WHERE seq = ?', seq).map(readRelease)[0] ?? null,
    of: async (item, upTo) => rows('WHERE item = ? AND seq <= ? ORDER BY seq', item, upTo).map(readRelease),
    withdrawalsAfter: async (seq, limit) =>
      withoutDamage(rows("WHERE kind = 'withdrawal' AND seq > ? ORDER BY seq LIMIT ?", seq, limit)),
    clientKeys: async () => all('SELECT key_id, key_hash, scopes, state FROM clients ORDER BY key_id').map(asClientKey),
    close: async () => close(),
  }
}

const asStored = ({ seq, record, digest }: Row): StoredRelease => ({
  seq: Number(seq),
  record: String(record),
  digest: String(digest),
})

const asClientKey = ({ key_id, key_hash, scopes, state }: Row): ClientKey => ({
  keyId: String(key_id),
  keyHash: String(key_hash),
  scopes: typeof scopes === 'string' ? (JSON.parse(scopes) as string[]) : [],
  active: state === 'active',
})
