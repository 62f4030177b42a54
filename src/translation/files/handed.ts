/** What is handed out and comes back: which text it is, in which version, and its units; and what a file that comes back changes. */
import { refuse } from '#newsroom'
import { cleanText } from '#text/normalise'
import type { Digest, ItemId, Language } from '#newsroom'
import type { Segment, SegmentState } from '../segment'

/** The words of the source that were handed out; `seq` null = not released yet; `digest` is that of all its words. */
export type SourceVersion = { readonly seq: number | null; readonly rev: number; readonly digest: Digest }

export type Handed = {
  readonly item: ItemId
  readonly from: Language
  readonly to: Language
  readonly source: SourceVersion
}

/** A unit on its way out. `target` coded text; `notes` for the translator: terms to use, what to mind; `maxLength` in characters. */
export type OutgoingUnit = {
  readonly id: string
  readonly source: Segment
  readonly target: string | null
  readonly state: SegmentState
  readonly notes: readonly string[]
  readonly maxLength: number | null
}

export type Outgoing = Handed & {
  readonly title: string
  /** The saved version of the target that the file shows. */
  readonly targetRev: number
  readonly units: readonly OutgoingUnit[]
}

/** A unit that came back: coded texts, the source as the file has it. The state is what the other tool says, not what we grant. */
export type IncomingUnit = {
  readonly id: string
  readonly source: string
  readonly target: string | null
  readonly state: SegmentState
}

export type Incoming = Handed & { readonly targetRev: number | null; readonly units: readonly IncomingUnit[] }

/**
 * Ids that do not change when blocks move: the digest of the source segment (64 bits are enough within one text) and, where the
 * same words stand several times, which of them.
 */
export const unitIds = (digests: readonly Digest[]): readonly string[] => {
  const seen = new Map<Digest, number>()
  return digests.map((digest) => {
    const nth = (seen.get(digest) ?? 0) + 1
    seen.set(digest, nth)
    return `u${digest.slice(0, 16)}.${nth}`
  })
}

/** `12.7` or `-.7` with a digest. */
export const version = (numbers: string | undefined, digest: string | undefined): SourceVersion | null => {
  const [, seq, rev] = /^(-|\d{1,15})\.(\d{1,15})$/u.exec(numbers ?? '') ?? []
  if (seq === undefined || rev === undefined || !/^[0-9a-f]{64}$/u.test(digest ?? '')) return null
  return { seq: seq === '-' ? null : Number(seq), rev: Number(rev), digest: digest ?? '' }
}

/** One unit of the text as it stands; coded texts. */
export type CurrentUnit = {
  readonly id: string
  readonly sourceDigest: Digest
  readonly source: string
  readonly currentTarget: string | null
}

type Arrived = { readonly id: string; readonly target: string; readonly state: SegmentState }

export type Merge = {
  readonly apply: readonly Arrived[]
  /** Changed in the file and, in other words, in the text since it went out: not applied, somebody has to choose. */
  readonly overtaken: readonly Arrived[]
  /** Same as now or as it went out, or empty in the file: an empty cell takes nothing away. */
  readonly unchanged: readonly string[]
  /** In the file, not in the text. */
  readonly unknown: readonly string[]
  /** In the text, not in the file. */
  readonly missing: readonly string[]
  /** `twice`: two targets for one unit. `source`: the file shows other source words for it (edited, or ids were swapped). */
  readonly refused: readonly { readonly id: string; readonly reason: 'twice' | 'source' }[]
}

/**
 * What a file that came back would change; nothing is written. A file for another text, language or version is refused with
 * `file.other`: `what`, and for another version `changed` (digests of source segments that the file has not) and `gone`
 * (its units that are no more). Idempotent: once applied, everything is unchanged.
 * `base`: the targets as they went out, by unit; null or without a unit: nobody knows, and what differs from now is a change.
 */
export const mergeImport = (
  current: Handed & { readonly units: readonly CurrentUnit[] },
  file: Incoming,
  base: ReadonlyMap<string, string | null> | null,
): Merge => {
  refuseOther(current, file)
  const units = new Map(current.units.map((unit) => [unit.id, unit]))
  const arrived = new Map<string, IncomingUnit[]>()
  for (const unit of file.units) arrived.set(unit.id, [...(arrived.get(unit.id) ?? []), unit])

  const merge = {
    apply: [] as Arrived[],
    overtaken: [] as Arrived[],
    unchanged: [] as string[],
    unknown: [] as string[],
    missing: [...units.keys()].filter((id) => !arrived.has(id)),
    refused: [] as Merge['refused'][number][],
  }
  for (const [id, all] of arrived) {
    const [unit, [first]] = [units.get(id), all]
    if (!unit || !first) merge.unknown.push(id)
    else if (all.some(({ target }) => target !== first.target)) merge.refused.push({ id, reason: 'twice' })
    else if (all.some(({ source }) => bare(source) !== bare(unit.source))) merge.refused.push({ id, reason: 'source' })
    else if (first.target === null) merge.unchanged.push(id)
    else {
      const { target, state } = first
      const [kept, then, now] = [cleanText(target, file.to), base?.get(id), unit.currentTarget]
      if ([target, kept].some((words) => words === now || words === then)) merge.unchanged.push(id)
      else (then === undefined || then === now ? merge.apply : merge.overtaken).push({ id, target, state })
    }
  }
  return merge
}

// Tools trim and break lines; words and codes are what counts.
const bare = (coded: string): string => coded.normalize('NFC').replace(/\s+/gu, '')

const refuseOther = (current: Handed & { readonly units: readonly CurrentUnit[] }, file: Incoming): void => {
  if (file.item !== current.item) refuse('file.other', { what: 'item', item: file.item })
  if (file.from !== current.from || file.to !== current.to)
    refuse('file.other', { what: 'languages', from: file.from, to: file.to })
  if (file.source.digest === current.source.digest) return
  const [now, then] = [new Set(current.units.map(({ id }) => id)), new Set(file.units.map(({ id }) => id))]
  refuse('file.other', {
    what: 'version',
    seq: file.source.seq,
    rev: file.source.rev,
    changed: current.units.filter(({ id }) => !then.has(id)).map(({ sourceDigest }) => sourceDigest),
    gone: [...then].filter((id) => !now.has(id)),
  })
}
