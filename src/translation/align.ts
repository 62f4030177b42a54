/** Which segment of a text is which in a later version of it: by its words, then by what its words are like, then by its place. */
import type { Digest } from '#newsroom'
import type { Segment, SegmentKind } from './segment'
import { dice, trigrams } from './similarity'

export const CHANGES = ['unchanged', 'changed', 'moved', 'new', 'removed'] as const
export type ChangeKind = (typeof CHANGES)[number]

/** One segment in two versions, by index; null = not in that version. `moved` has the same words; moved and edited is `changed`. */
export type Change = { readonly change: ChangeKind; readonly before: number | null; readonly after: number | null }

/** What an alignment looks at: digest, kind and words; of a cue also its path, which holds the id that it keeps in every language. */
export type Aligned = Pick<Segment, 'digest' | 'kind' | 'plain'> & Partial<Pick<Segment, 'path'>>

/**
 * What an editor did to a source: in the order of the later version, removed segments where they stood. Of a paragraph that was
 * split or joined the most similar part is its partner.
 */
export const alignSources = (before: readonly Aligned[], after: readonly Aligned[]): readonly Change[] =>
  align(before, after, sameShape)

/**
 * How the segments of a target moved between two saves. Other than in a source all words may be others (a copy that is
 * being translated): then blocks are paired by kind, order, figures and relative length.
 */
export const alignTargets = (before: readonly Aligned[], after: readonly Aligned[]): readonly Change[] =>
  align(before, after, sameStructure)

/** Least likeness (trigrams, Dice) of a segment that was edited in its place, and of one that was also moved. */
const LIKE_IN_PLACE = 0.3
const LIKE_ELSEWHERE = 0.5
/** A trigram that stands in more segments than this says nothing about which is which. */
const RARE = 6
/** How many candidates a segment is compared with, by rare trigrams and by place (on either side). */
const CANDIDATES = 6
const NEIGHBOURS = 2
/** Characters beyond which trigrams are sampled. */
const MOST_CHARACTERS = 400_000
/** Cells of a structural comparison; larger gaps are paired in order. */
const MOST_CELLS = 250_000

type Gap = { readonly before: readonly number[]; readonly after: readonly number[] }
/** Index before, index after. */
type Pairing = readonly [number, number]
type PairUp = (gap: Gap, before: readonly Aligned[], after: readonly Aligned[]) => readonly Pairing[]

function align(before: readonly Aligned[], after: readonly Aligned[], pairGap: PairUp): readonly Change[] {
  const partners = [...sameDigests(digestsOf(before), digestsOf(after))]
  const used = new Set(partners)
  const pair = (b: number, a: number): void => {
    if (used.has(b) || partners[a] !== -1) return
    used.add(b)
    partners[a] = b
  }
  for (const kind of ['title', 'summary'] as const) {
    const [b, a] = [before, after].map((segments) => segments.findIndex((segment) => segment.kind === kind))
    if (b !== undefined && a !== undefined && b >= 0 && a >= 0) pair(b, a)
  }
  const cues = new Map(before.flatMap(({ kind, path }, index) => (kind === 'cue' && path ? [[path, index] as const] : [])))
  after.forEach(({ kind, path }, a) => {
    const b = kind === 'cue' && path ? cues.get(path) : undefined
    if (b !== undefined) pair(b, a)
  })
  for (const [b, a] of alike(before, after, gapsOf(before.length, partners))) pair(b, a)
  for (const gap of gapsOf(before.length, partners)) for (const [b, a] of pairGap(gap, before, after)) pair(b, a)
  return changesOf(before, after, partners)
}

const digestsOf = (segments: readonly Aligned[]): readonly Digest[] => segments.map(({ digest }) => digest)

/** For each later digest the index of the same one before, or -1: in order where it can be, each used once. */
export function sameDigests(before: readonly Digest[], after: readonly Digest[]): readonly number[] {
  const partners = new Array<number>(after.length).fill(-1)
  const used = new Array<boolean>(before.length).fill(false)
  const pair = (b: number, a: number): boolean => {
    if (b < 0 || a < 0 || b >= before.length || a >= after.length) return false
    if (used[b] || partners[a] !== -1 || before[b] !== after[a]) return false
    used[b] = true
    partners[a] = b
    return true
  }
  const placesBefore = placesOf(before)
  const placesAfter = placesOf(after)
  // Words that stand once in either version cannot be taken for others; from them, and from both ends, repeated ones are told apart.
  for (const [digest, [b, ...more]] of placesBefore) {
    const [a, ...others] = placesAfter.get(digest) ?? []
    if (b !== undefined && a !== undefined && more.length + others.length === 0) pair(b, a)
  }
  const anchors = partners.flatMap((b, a) => (b === -1 ? [] : [[b, a] as const]))
  for (const [b, a] of [[-1, -1] as const, ...anchors]) for (let step = 1; pair(b + step, a + step);) step++
  for (const [b, a] of [[before.length, after.length] as const, ...anchors]) for (let step = 1; pair(b - step, a - step);) step++
  for (const gap of gapsOf(before.length, partners)) pairInOrder(gap)
  pairInOrder({ before: before.map((_, b) => b), after: after.map((_, a) => a) })
  return partners

  function pairInOrder(gap: Gap): void {
    const waiting = new Map<Digest, number[]>()
    for (const b of gap.before) if (!used[b]) push(waiting, before[b] as Digest, b)
    for (const queue of waiting.values()) queue.reverse()
    for (const a of gap.after) {
      if (partners[a] !== -1) continue
      const b = waiting.get(after[a] as Digest)?.pop()
      if (b !== undefined) pair(b, a)
    }
  }
}

const placesOf = (digests: readonly Digest[]): ReadonlyMap<Digest, readonly number[]> => {
  const places = new Map<Digest, number[]>()
  digests.forEach((digest, at) => push(places, digest, at))
  return places
}

/** The segments without a partner between those that kept their order. */
function gapsOf(length: number, partners: readonly number[]): readonly Gap[] {
  const used = new Set(partners)
  const inOrder = [...longestRise(partners), partners.length]
  const gaps: Gap[] = []
  let [b, a] = [0, 0]
  for (const anchor of inOrder) {
    const end = partners[anchor] ?? length
    const gap = { before: free(b, end, (at) => !used.has(at)), after: free(a, anchor, (at) => partners[at] === -1) }
    if (gap.before.length + gap.after.length > 0) gaps.push(gap)
    b = end + 1
    a = anchor + 1
  }
  return gaps
}

const free = (from: number, to: number, isFree: (at: number) => boolean): readonly number[] => {
  const found: number[] = []
  for (let at = from; at < to; at++) if (isFree(at)) found.push(at)
  return found
}

/** Indexes of a longest strictly rising subsequence of the partners (-1 = none), in order; O(n log n). */
function longestRise(partners: readonly number[]): readonly number[] {
  const tails: number[] = []
  const previous = new Array<number>(partners.length).fill(-1)
  partners.forEach((value, at) => {
    if (value === -1) return
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((partners[tails[middle] as number] as number) < value) low = middle + 1
      else high = middle
    }
    previous[at] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = at
  })
  const rise: number[] = []
  for (let at = tails.at(-1) ?? -1; at !== -1; at = previous[at] as number) rise.push(at)
  return rise.reverse()
}

type Left = {
  readonly at: number
  readonly gap: number
  readonly place: number
  readonly kind: SegmentKind
  readonly grams: Uint32Array
}

/** Segments without a partner that resemble each other, as pairs, the most alike first. */
function alike(before: readonly Aligned[], after: readonly Aligned[], gaps: readonly Gap[]): readonly Pairing[] {
  const characters = gaps.reduce((sum, gap) => sum + lengthOf(before, gap.before) + lengthOf(after, gap.after), 0)
  const sample = Math.ceil(characters / MOST_CHARACTERS) || 1
  const leftOf = (segments: readonly Aligned[], side: keyof Gap): readonly Left[] =>
    gaps.flatMap((gap, number) =>
      gap[side].map((at, place) => {
        const { kind, plain } = segments[at] as Aligned
        return { at, gap: number, place, kind, grams: trigrams(plain, sample) }
      }),
    )
  const leftBefore = leftOf(before, 'before')
  const leftAfter = leftOf(after, 'after')
  if (leftBefore.length === 0 || leftAfter.length === 0) return []
  const near = neighboursOf(leftBefore, gaps)
  const akin = kinOf(leftBefore)
  const pairs = leftAfter.flatMap((a) =>
    [...new Set([...near(a), ...akin(a)])].flatMap((b) => {
      if (familyOf(a.kind) !== familyOf(b.kind)) return []
      const like = dice(b.grams, a.grams)
      return like < (a.gap === b.gap ? LIKE_IN_PLACE : LIKE_ELSEWHERE) ? [] : [{ b: b.at, a: a.at, like }]
    }),
  )
  pairs.sort((x, y) => y.like - x.like || Math.abs(x.b - x.a) - Math.abs(y.b - y.a) || x.a - y.a)
  return pairs.map(({ b, a }) => [b, a])
}

const lengthOf = (segments: readonly Aligned[], places: readonly number[]): number =>
  places.reduce((sum, at) => sum + (segments[at]?.plain.length ?? 0), 0)

/** Words of a picture or a film do not become a paragraph; a paragraph may become a heading or an item. */
const familyOf = (kind: SegmentKind): string => (OWN_FAMILY.has(kind) ? kind : 'block')
const OWN_FAMILY: ReadonlySet<SegmentKind> = new Set(['title', 'summary', 'caption', 'alt', 'cue'])

/** The segments of the same gap around the same place, counted from its beginning and from its end. */
function neighboursOf(left: readonly Left[], gaps: readonly Gap[]): (a: Left) => readonly Left[] {
  const byGap = grouped(left, ({ gap }) => gap)
  return ({ gap, place }) => {
    const there = byGap.get(gap) ?? []
    const fromEnd = there.length - ((gaps[gap] as Gap).after.length - place)
    return [place, fromEnd].flatMap((middle) =>
      there.slice(Math.max(0, middle - NEIGHBOURS), Math.max(0, middle + NEIGHBOURS + 1)),
    )
  }
}

/** The segments that share most trigrams which few segments have. */
function kinOf(left: readonly Left[]): (a: Left) => readonly Left[] {
  const having = new Map<number, Left[]>()
  for (const b of left) for (const gram of b.grams) push(having, gram, b)
  return (a) => {
    const votes = new Map<Left, number>()
    for (const gram of a.grams) {
      const some = having.get(gram)
      if (some && some.length <= RARE) for (const b of some) votes.set(b, (votes.get(b) ?? 0) + 1)
    }
    return [...votes]
      .sort(([, x], [, y]) => y - x)
      .slice(0, CANDIDATES)
      .map(([b]) => b)
  }
}

/** What stands alone in a gap, and pictures' words and table cells where their number has not changed. */
function sameShape(
  { before: left, after: right }: Gap,
  before: readonly Aligned[],
  after: readonly Aligned[],
): readonly Pairing[] {
  const [b, a] = [left[0], right[0]]
  if (b === undefined || a === undefined) return []
  if (left.length === 1 && right.length === 1) return before[b]?.kind === after[a]?.kind ? [[b, a]] : []
  return (['cell', 'caption', 'alt'] as const).flatMap((kind) => {
    const was = left.filter((at) => before[at]?.kind === kind)
    const is = right.filter((at) => after[at]?.kind === kind)
    return was.length === is.length ? zipped(was, is) : []
  })
}

/** What an omitted segment costs, against at most 4 for a pair. */
const OMITTED = 0.75

/** In order, so that kinds, figures and relative lengths agree best (Needleman–Wunsch; lengths as Gale and Church). */
function sameStructure(
  { before: left, after: right }: Gap,
  before: readonly Aligned[],
  after: readonly Aligned[],
): readonly Pairing[] {
  const [rows, columns] = [left.length, right.length]
  if (rows === 0 || columns === 0) return []
  const kinds = (segments: readonly Aligned[], places: readonly number[]) => places.map((at) => segments[at]?.kind).join()
  if (rows === columns && kinds(before, left) === kinds(after, right)) return zipped(left, right)
  if (rows * columns > MOST_CELLS) return byKind(left, right, before, after)
  const growth = (lengthOf(after, right) + 1) / (lengthOf(before, left) + 1)
  const one = left.map((at) => traitsOf(before[at] as Aligned, growth))
  const two = right.map((at) => traitsOf(after[at] as Aligned, 1))
  const width = columns + 1
  const best = new Float64Array((rows + 1) * width)
  for (let i = 0; i <= rows; i++)
    for (let j = 0; j <= columns; j++) {
      if (i === 0 || j === 0) best[i * width + j] = -OMITTED * (i + j)
      else {
        const paired = (best[(i - 1) * width + j - 1] as number) + fit(one[i - 1] as Traits, two[j - 1] as Traits)
        const omitted = Math.max(best[(i - 1) * width + j] as number, best[i * width + j - 1] as number) - OMITTED
        best[i * width + j] = Math.max(paired, omitted)
      }
    }
  const pairs: Pairing[] = []
  for (let i = rows, j = columns; i > 0 && j > 0;) {
    const here = best[i * width + j] as number
    if (here === (best[(i - 1) * width + j] as number) - OMITTED) i--
    else if (here === (best[i * width + j - 1] as number) - OMITTED) j--
    else pairs.push([left[--i] as number, right[--j] as number])
  }
  return pairs.reverse()
}

type Traits = { readonly kind: SegmentKind; readonly length: number; readonly figures: string }

const traitsOf = ({ kind, plain }: Aligned, growth: number): Traits => ({
  kind,
  length: plain.length * growth + 1,
  figures: (plain.match(/\d+/g) ?? []).sort().join(' '),
})

function fit(one: Traits, two: Traits): number {
  if (familyOf(one.kind) !== familyOf(two.kind)) return Number.NEGATIVE_INFINITY
  const lengths = 1 - Math.min(2, Math.abs(Math.log(one.length / two.length)))
  return lengths + (one.kind === two.kind ? 1 : -1) + (one.figures !== '' && one.figures === two.figures ? 2 : 0)
}

function byKind(
  left: readonly number[],
  right: readonly number[],
  before: readonly Aligned[],
  after: readonly Aligned[],
): readonly Pairing[] {
  const was = grouped(left, (at) => before[at]?.kind)
  return [...grouped(right, (at) => after[at]?.kind)].flatMap(([kind, places]) => zipped(was.get(kind) ?? [], places))
}

const zipped = (before: readonly number[], after: readonly number[]): readonly Pairing[] =>
  before.slice(0, after.length).map((b, at) => [b, after[at] as number])

function changesOf(before: readonly Aligned[], after: readonly Aligned[], partners: readonly number[]): readonly Change[] {
  const anchors = longestRise(partners)
  const inOrder = new Set(anchors)
  const used = new Set(partners)
  const changes: Change[] = []
  let gone = 0
  const removedUntil = (end: number): void => {
    for (; gone < end; gone++) if (!used.has(gone)) changes.push({ change: 'removed', before: gone, after: null })
  }
  let passed = 0
  const removedUpToNextAnchor = (): void => removedUntil(partners[anchors[passed++] ?? -1] ?? before.length)
  removedUpToNextAnchor()
  after.forEach(({ digest }, a) => {
    const b = partners[a] as number
    if (b === -1) changes.push({ change: 'new', before: null, after: a })
    else {
      const same = before[b]?.digest === digest
      changes.push({ change: !same ? 'changed' : inOrder.has(a) ? 'unchanged' : 'moved', before: b, after: a })
    }
    if (inOrder.has(a)) removedUpToNextAnchor()
  })
  return changes
}

const grouped = <K, V>(list: readonly V[], keyOf: (item: V) => K): ReadonlyMap<K, readonly V[]> => {
  const groups = new Map<K, V[]>()
  for (const item of list) push(groups, keyOf(item), item)
  return groups
}

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
