import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Payload } from 'payload'
import {
  chainChecker,
  eventRow,
  releaseRow,
  type ChainRow,
  type SignedHead,
  type StoredRelease,
  type Verdict,
} from '#publication/chain'
import { NUMBERS, type Chain } from './stores/chain'

export const CHAINS = ['releases', 'events'] as const
const BATCH = 1000

/** Every row of a chain in the order in which it was written, in batches: a log of years fits in memory that way. */
export const rowsOf = async function* (payload: Payload, chain: Chain, after = 0): AsyncGenerator<ChainRow> {
  const number = NUMBERS[chain]
  for (let last: number | null = after === 0 ? null : after; ;) {
    const { docs } = await payload.db.find<Record<string, unknown> & { id: string }>({
      collection: chain,
      where: last === null ? {} : { [number]: { greater_than: last } },
      sort: number,
      limit: BATCH,
      pagination: false,
    })
    for (const doc of docs)
      yield chain === 'releases'
        ? releaseRow(doc as unknown as StoredRelease)
        : eventRow(doc as unknown as Parameters<typeof eventRow>[0])
    const end = docs.at(-1)?.[number]
    if (docs.length < BATCH || typeof end !== 'number') return
    last = end
  }
}

/** Reads a whole chain against itself and against the signed heads that are kept outside the database. */
export const verify = async (
  payload: Payload,
  chain: Chain,
  heads: readonly SignedHead[],
  key: KeyObject | null,
): Promise<Verdict> => {
  const checker = chainChecker(chain, { heads: heads.filter((head) => head.chain === chain), key })
  for await (const row of rowsOf(payload, chain)) {
    const wrong = checker.take(row)
    if (wrong) return { ok: false, ...wrong }
  }
  return checker.end()
}

/** The signed heads of a file, oldest first; a file that is not there holds none. */
export const readHeads = async (file: string): Promise<readonly SignedHead[]> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as SignedHead)
}

/** An Ed25519 key from its 32-byte seed in base64 (RFC 8410: the seed behind a fixed PKCS #8 head). */
export const headKeyOf = (seed: string): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.from(seed, 'base64')]),
    format: 'der',
    type: 'pkcs8',
  })
