import type { Document, Filter, WithId } from 'mongodb'
import { readRelease, upToDamage, withoutDamage, type ClientKey, type LogSource, type StoredRelease } from '../log-source'
import { openMongo } from '../mongodb'

/** MongoDB with an account that may read `releases` and `clients` and nothing else; only finds are ever sent. */
export const mongodbLogSource = (url: string): LogSource => {
  const { db, close } = openMongo(url)
  const releases = db.collection('releases')
  const projection = { _id: 0, seq: 1, record: 1, digest: 1 }
  const rows = async (filter: Filter<Document>, limit = 0) =>
    (await releases.find(filter, { projection, sort: { seq: 1 }, limit }).toArray()).map(asStored)
  return {
    after: async (seq, limit) => upToDamage(await rows({ seq: { $gt: seq } }, limit)),
    bySeq: async (seq) => (await rows({ seq }, 1)).map(readRelease)[0] ?? null,
    of: async (item, upTo) => (await rows({ item, seq: { $lte: upTo } })).map(readRelease),
    withdrawalsAfter: async (seq, limit) => withoutDamage(await rows({ kind: 'withdrawal', seq: { $gt: seq } }, limit)),
    clientKeys: async () =>
      (
        await db
          .collection('clients')
          .find({}, { projection: { keyId: 1, keyHash: 1, scopes: 1, state: 1 } })
          .sort({ keyId: 1 })
          .toArray()
      ).map(asClientKey),
    close,
  }
}

const asStored = ({ seq, record, digest }: Document): StoredRelease => ({
  seq: Number(seq),
  record: String(record),
  digest: String(digest),
})

const asClientKey = ({ keyId, keyHash, scopes, state }: WithId<Document>): ClientKey => ({
  keyId: String(keyId),
  keyHash: String(keyHash),
  scopes: Array.isArray(scopes) ? (scopes as string[]) : [],
  active: state === 'active',
})
