import type { Document, WithId } from 'mongodb'
import { readRelease, type ClientKey, type LogSource } from '../log-source'
import { openMongo } from '../mongodb'

/** MongoDB with an account that may read `releases` and `clients` and nothing else; only finds are ever sent. */
export const mongodbLogSource = (url: string): LogSource => {
  const { db, close } = openMongo(url)
  const releases = db.collection('releases')
  const projection = { _id: 0, seq: 1, record: 1, digest: 1 }
  return {
    after: async (seq, limit) =>
      (
        await releases
          .find({ seq: { $gt: seq } }, { projection })
          .sort({ seq: 1 })
          .limit(limit)
          .toArray()
      ).map(asRelease),
    bySeq: async (seq) => {
      const found = await releases.findOne({ seq }, { projection })
      return found === null ? null : asRelease(found)
    },
    of: async (item, upTo) =>
      (
        await releases
          .find({ item, seq: { $lte: upTo } }, { projection })
          .sort({ seq: 1 })
          .toArray()
      ).map(asRelease),
    withdrawalsAfter: async (seq, limit) =>
      (
        await releases
          .find({ kind: 'withdrawal', seq: { $gt: seq } }, { projection })
          .sort({ seq: 1 })
          .limit(limit)
          .toArray()
      ).map(asRelease),
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

const asRelease = ({ seq, record, digest }: Document) =>
  readRelease({ seq: Number(seq), record: String(record), digest: String(digest) })

const asClientKey = ({ keyId, keyHash, scopes, state }: WithId<Document>): ClientKey => ({
  keyId: String(keyId),
  keyHash: String(keyHash),
  scopes: Array.isArray(scopes) ? (scopes as string[]) : [],
  active: state === 'active',
})
