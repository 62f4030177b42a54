import type { PayloadRequest } from 'payload'
import type { Digest } from '#newsroom'
import { GENESIS } from '#publication/release'

/** The column that numbers each chain. */
export const NUMBERS = { releases: 'seq', events: 'n' } as const
export type Chain = keyof typeof NUMBERS

/** The digest that row `number` repeats. Nothing is appended to a chain whose last row is missing. */
export const digestBefore = async (req: PayloadRequest, chain: Chain, number: number): Promise<Digest> => {
  if (number === 1) return GENESIS
  const where = { [NUMBERS[chain]]: { equals: number - 1 } }
  const before = await req.payload.db.findOne<{ id: string; digest: Digest }>({ collection: chain, where, req })
  if (!before) throw new Error(`${chain}: number ${number - 1} is missing; nothing is appended to a damaged chain`)
  return before.digest
}
