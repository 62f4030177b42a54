/** A TMX of another house becomes memory. */
import type { Payload, PayloadRequest } from 'payload'
import { LANGUAGES, type Digest, type Language, type Person } from '#newsroom'
import { decodeWords, tokensOf } from '#translation/codes'
import type { TmxUnit } from '#translation/files/tmx'
import type { Unit } from '#translation/memory-pairs'
import { sha256 } from '#publication/canonical'
import { recordEvent } from '../stores/events'
import { adopt } from '../stores/memory'
import { inTransaction } from '../transaction'

export type MemoryFile = {
  readonly units: readonly TmxUnit[]
  /** Units in other languages, or without words. */
  readonly skipped: number
  readonly digest: Digest
  readonly name: string
}
export type MemoryImported = {
  readonly units: number
  readonly skipped: number
  readonly pairs: readonly { readonly from: Language; readonly to: Language; readonly units: number }[]
}

/** In pieces, because a row of the database has its bounds. The same file again changes nothing. */
const PIECE = 500

export const importMemory = (payload: Payload, req: PayloadRequest, person: Person, file: MemoryFile): Promise<MemoryImported> =>
  inTransaction(payload, req, async (same) => {
    const pairs = LANGUAGES.flatMap((from) => LANGUAGES.map((to) => ({ from, to })))
      .map((pair) => ({ ...pair, units: file.units.filter(({ from, to }) => from === pair.from && to === pair.to) }))
      .filter(({ units }) => units.length > 0)
    for (const { from, to, units } of pairs)
      for (let at = 0; at < units.length; at += PIECE)
        await adopt(
          same,
          `${file.digest}.${at / PIECE}`,
          { from, to },
          units.slice(at, at + PIECE).map((unit) => unitOf(unit, file.name)),
        )
    await recordEvent(same, {
      verb: 'memory.import',
      who: person.id,
      what: file.digest,
      from: null,
      to: null,
      reason: null,
      digest: file.digest,
      facts: { units: String(file.units.length), skipped: String(file.skipped) },
    })
    return {
      units: file.units.length,
      skipped: file.skipped,
      pairs: pairs.map(({ from, to, units }) => ({ from, to, units: units.length })),
    }
  })

/** Codes of another text mean nothing in ours: the words alone are kept. */
const unitOf = ({ source, target }: TmxUnit, name: string): Unit => {
  const words = decodeWords(source)
  return {
    kind: 'block',
    source: words,
    target: withoutCodes(target),
    sourceDigest: sha256(`tmx ${words}`),
    path: '',
    item: name === '' ? 'TMX' : name,
    seq: 0,
    people: [],
  }
}

/** Escapes and readings stay as they are written. */
const withoutCodes = (coded: string): string =>
  tokensOf(coded)
    .map(({ kind, raw }) => (kind === 'text' || kind === 'ruby' ? raw : ''))
    .join('')
