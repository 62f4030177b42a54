import { readRelease, type ClientKey, type LogSource } from '../log-source'
import { openSqlite, type Row } from '../sqlite'

/** The newsroom's SQLite file, opened so that it cannot be written through this door. */
export const sqliteLogSource = (file: string): LogSource => {
  const { all, close } = openSqlite(file, { readOnly: true })
  return {
    after: async (seq, limit) =>
      all('SELECT seq, record, digest FROM releases WHERE seq > ? ORDER BY seq LIMIT ?', seq, limit).map(asRelease),
    bySeq: async (seq) => all('SELECT seq, record, digest FROM releases WHERE seq = ?', seq).map(asRelease)[0] ?? null,
    of: async (item, upTo) =>
      all('SELECT seq, record, digest FROM releases WHERE item = ? AND seq <= ? ORDER BY seq', item, upTo).map(asRelease),
    withdrawalsAfter: async (seq, limit) =>
      all("SELECT seq, record, digest FROM releases WHERE seq > ? AND kind = 'withdrawal' ORDER BY seq LIMIT ?", seq, limit).map(
        asRelease,
      ),
    clientKeys: async () => all('SELECT key_id, key_hash, scopes, state FROM clients ORDER BY key_id').map(asClientKey),
    close: async () => close(),
  }
}

const asRelease = ({ seq, record, digest }: Row) =>
  readRelease({ seq: Number(seq), record: String(record), digest: String(digest) })

const asClientKey = ({ key_id, key_hash, scopes, state }: Row): ClientKey => ({
  keyId: String(key_id),
  keyHash: String(key_hash),
  scopes: typeof scopes === 'string' ? (JSON.parse(scopes) as string[]) : [],
  active: state === 'active',
})
