/** The release log as processes without a desk see it: read only, every record checked against its digest. */
import { NewsroomError, type ItemId } from '#newsroom'
import { sha256 } from '#publication/canonical'
import type { Release, ReleaseRecord } from '#publication/release'

/** A pull client's key; only the SHA-256 of its secret part is kept anywhere. */
export type ClientKey = {
  readonly keyId: string
  readonly keyHash: string
  readonly scopes: readonly string[]
  readonly active: boolean
}

export type LogSource = {
  /** Releases with a higher `seq`, in order; up to a damaged record, and an error when that is the very next. */
  readonly after: (seq: number, limit: number) => Promise<readonly Release[]>
  readonly bySeq: (seq: number) => Promise<Release | null>
  /** Every release of an item in all languages up to `seq`, in order: what the world knew then. */
  readonly of: (item: ItemId, upTo: number) => Promise<readonly Release[]>
  /** Withdrawals after `seq`, in order, without damaged ones: they may pass what stands in the way. */
  readonly withdrawalsAfter: (seq: number, limit: number) => Promise<readonly Release[]>
  readonly clientKeys: () => Promise<readonly ClientKey[]>
  readonly close: () => Promise<void>
}

/** A stored row: `record` is the truth, `digest` covers it. */
export type StoredRelease = { readonly seq: number; readonly record: string; readonly digest: string }

/** Bytes that differ from their digest never leave the house. */
export const readRelease = ({ seq, record, digest }: StoredRelease): Release => {
  if (sha256(record) !== digest) throw new NewsroomError('server.fault', { reason: 'digest', seq })
  const release: Release = { ...(JSON.parse(record) as ReleaseRecord), digest }
  if (release.seq !== seq) throw new NewsroomError('server.fault', { reason: 'seq', seq })
  return release
}

export const upToDamage = (rows: readonly StoredRelease[]): readonly Release[] => {
  const [first, ...rest] = rows
  if (!first) return []
  const releases = [readRelease(first)]
  for (const row of rest) {
    const release = whole(row)
    if (!release) break
    releases.push(release)
  }
  return releases
}

export const withoutDamage = (rows: readonly StoredRelease[]): readonly Release[] => rows.flatMap((row) => whole(row) ?? [])

const whole = (row: StoredRelease): Release | null => {
  try {
    return readRelease(row)
  } catch (error) {
    if (error instanceof NewsroomError) return null
    throw error
  }
}
