/** Is the log what it was? Checks a chain link by link, and against heads that were signed and kept elsewhere. */
import { createHash, createPublicKey, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Digest, Instant } from '#newsroom'
import { canonical, sha256 } from './canonical'
import type { EventRecord } from './events'
import { GENESIS, recordOf, snapshotDigest } from './release'
import type { Release, ReleaseRecord } from './release'

/** A stored row of a chain: the record as text, and the columns that repeat what is in it. */
export type ChainRow = {
  readonly seq: number
  readonly record: string
  readonly digest: Digest
  readonly prevDigest: Digest
  readonly columns: Readonly<Record<string, unknown>>
}

export const WHYS = ['gap', 'order', 'record', 'digest', 'link', 'columns', 'contents', 'cut', 'rewritten', 'signature'] as const
export type Why = (typeof WHYS)[number]
export type Fault = { readonly firstBad: number; readonly why: Why; readonly facts: Readonly<Record<string, unknown>> }
export type Verdict = { readonly ok: true; readonly seq: number; readonly digest: Digest } | ({ readonly ok: false } & Fault)

/** A head, signed and kept outside the database. `marks` are the first 8 hex digits of every digest from `from` on: they show where a rewriting began. */
export type SignedHead = {
  readonly chain: 'releases' | 'events'
  readonly seq: number
  readonly digest: Digest
  readonly from: number
  readonly marks: string
  readonly at: Instant
  readonly signature: string
}

/** A release as a database holds it. */
export type StoredRelease = Pick<
  Release,
  'seq' | 'item' | 'itemType' | 'language' | 'version' | 'kind' | 'at' | 'digest' | 'prevDigest'
> & { readonly record: string }

export const stored = (release: Release): StoredRelease => ({
  seq: release.seq,
  item: release.item,
  itemType: release.itemType,
  language: release.language,
  version: release.version,
  kind: release.kind,
  at: release.at,
  record: canonical(recordOf(release)),
  digest: release.digest,
  prevDigest: release.prevDigest,
})

export const releaseRow = ({
  seq,
  record,
  digest,
  prevDigest,
  item,
  itemType,
  language,
  version,
  kind,
  at,
}: StoredRelease): ChainRow => ({
  seq,
  record,
  digest,
  prevDigest,
  columns: { item, itemType, language, version, kind, at },
})

export const eventRow = ({
  n,
  record,
  digest,
  prevDigest,
  ...columns
}: { readonly record: string; readonly digest: Digest } & Pick<
  EventRecord,
  'n' | 'at' | 'verb' | 'who' | 'what' | 'prevDigest'
>): ChainRow => ({
  seq: n,
  record,
  digest,
  prevDigest,
  columns: { at: columns.at, verb: columns.verb, who: columns.who, what: columns.what },
})

/**
 * Feed it rows in the order of their numbers; it answers at the first that is wrong. `end` judges what is missing behind the last one.
 * `heads`: every signed head that is kept, in any order; their signatures are checked with `key` (without a key they are not believed).
 */
export const chainChecker = (
  chain: SignedHead['chain'],
  { heads = [], key = null }: { readonly heads?: readonly SignedHead[]; readonly key?: KeyObject | null } = {},
) => {
  const forged = heads.find((head) => key === null || head.chain !== chain || !checkHead(head, key))
  const kept = [...heads].sort((a, b) => a.seq - b.seq)
  const contents = chain === 'releases' ? releaseContents() : eventContents()
  let seq = 0
  let digest = GENESIS

  const take = (row: ChainRow): Fault | null => {
    if (forged !== undefined) return fault(forged.seq, 'signature', { at: forged.at })
    const own = fromItself(row)
    if (own !== null) return own
    // A whole rewriting is a good chain of its own: only what was signed before can tell.
    if (kept.some((head) => contradicts(head, row))) return fault(row.seq, 'rewritten', {})
    seq = row.seq
    digest = row.digest
    return null
  }

  const fromItself = (row: ChainRow): Fault | null => {
    const expected = seq + 1
    if (row.seq !== expected) return fault(expected, row.seq > expected ? 'gap' : 'order', { found: row.seq })
    if (sha256(row.record) !== row.digest) return fault(expected, 'digest', {})
    const record = parsed(row.record)
    if (record === null) return fault(expected, 'record', {})
    if (row.prevDigest !== digest || record.prevDigest !== digest) return fault(expected, 'link', {})
    if ((chain === 'releases' ? record.seq : record.n) !== expected) return fault(expected, 'contents', { part: 'seq' })
    const column = Object.keys(row.columns).find((name) => row.columns[name] !== record[name])
    if (column !== undefined) return fault(expected, 'columns', { column })
    const part = contents(record)
    return part === null ? null : fault(expected, 'contents', { part })
  }

  const end = (): Verdict => {
    if (forged !== undefined) return { ok: false, ...fault(forged.seq, 'signature', { at: forged.at }) }
    const last = kept.at(-1)
    if (last !== undefined && last.seq > seq) return { ok: false, ...fault(seq + 1, 'cut', { upTo: last.seq }) }
    return { ok: true, seq, digest }
  }

  return { take, end }
}

export const verifyChain = (
  chain: SignedHead['chain'],
  rows: Iterable<ChainRow>,
  proof: { readonly heads?: readonly SignedHead[]; readonly key?: KeyObject | null } = {},
): Verdict => {
  const checker = chainChecker(chain, proof)
  for (const row of rows) {
    const wrong = checker.take(row)
    if (wrong !== null) return { ok: false, ...wrong }
  }
  return checker.end()
}

/** Signs the newest of `rows`; `rows` are those since the last signed head, so that each mark is written once. Ed25519. */
export const signHead = (
  chain: SignedHead['chain'],
  rows: readonly { readonly seq: number; readonly digest: Digest }[],
  { key, at }: { readonly key: KeyObject; readonly at: Instant },
): SignedHead | null => {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return null
  const head = { chain, seq: last.seq, digest: last.digest, from: first.seq, marks: rows.map(markOf).join(''), at }
  return { ...head, signature: sign(null, Buffer.from(canonical(head)), key).toString('base64url') }
}

/** `key`: the public one, or the private one that signed. */
export const checkHead = ({ signature, ...head }: SignedHead, key: KeyObject): boolean => {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key
  return verify(null, Buffer.from(canonical(head)), publicKey, Buffer.from(signature, 'base64url'))
}

/** A short name for a key, to say which one signed. */
export const keyName = (key: KeyObject): string =>
  createHash('sha256')
    .update((key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)

/** What a chain of good digests may still get wrong: versions, times of first release, approvals of another text. */
const releaseContents = () => {
  const seen = new Map<string, { readonly version: number; readonly firstAt: Instant; readonly current: number | null }>()
  return (value: Readonly<Record<string, unknown>>): string | null => {
    const record = value as ReleaseRecord
    const key = `${record.item}/${record.language}`
    const before = seen.get(key)
    if (record.version !== (before?.version ?? 0) + 1) return 'version'
    if (record.firstAt !== (before?.firstAt ?? record.at)) return 'firstAt'
    const current = before?.current ?? null
    if ((record.kind === 'release') !== (current === null)) return 'kind'
    if (record.kind !== 'release' && record.of !== current) return 'of'
    if (record.kind !== 'withdrawal') {
      // In a canonical record the snapshot is canonical as it stands; the slow way is for keys that look like numbers.
      if (
        record.snapshotDigest !== sha256(JSON.stringify(record.snapshot)) &&
        record.snapshotDigest !== snapshotDigest(record.snapshot)
      )
        return 'snapshotDigest'
      if (record.approvals.length === 0 || record.approvals.some((approval) => approval.digest !== record.snapshotDigest))
        return 'approvals'
    }
    seen.set(key, { version: record.version, firstAt: record.firstAt, current: record.kind === 'withdrawal' ? null : record.seq })
    return null
  }
}

const eventContents = () => (): string | null => null

const contradicts = (head: SignedHead, { seq, digest }: ChainRow): boolean =>
  seq === head.seq
    ? head.digest !== digest
    : seq >= head.from &&
      seq < head.seq &&
      head.marks.slice((seq - head.from) * MARK, (seq - head.from + 1) * MARK) !== markOf({ digest })

const MARK = 8
const markOf = ({ digest }: { readonly digest: Digest }): string => digest.slice(0, MARK)

const parsed = (record: string): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(record)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    // Parsing keeps the order of keys, so this is nearly always enough; its digest guards the rest.
    return JSON.stringify(value) === record || canonical(value) === record ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

const fault = (firstBad: number, why: Why, facts: Fault['facts']): Fault => ({ firstBad, why, facts })
