/** What is kept beside a target text: which source each of its segments renders, how it came to be, and what is still open. */
import type { Digest, Instant, Language } from '#newsroom'
import { alignSources, alignTargets, sameDigests } from './align'
import type { ChangeKind } from './align'
import { hasWords } from './checks/same-as-source'
import { shifted } from './codes'
import { segmentDigest } from './digest'
import type { Code, Kept, LeftOut, Lineage, Origin, Pair, Segment, SegmentState } from './segment'
import { likeSource } from './segments'

/**
 * The lineage of a translation that begins as a copy of its source: all is empty. A segment that has words of its own already
 * (a text that was translated before it had a lineage), or that reads the same everywhere, is a draft.
 */
export const begin = (source: readonly Segment[], target: readonly Segment[]): Lineage => {
  const partners = new Map(
    alignTargets(source, target).map(({ before, after }) => [after, before === null ? null : source[before]]),
  )
  const kept = target.map((segment, index): Kept => {
    const from = partners.get(index) ?? null
    const own = !isBlank(segment) && (from?.digest !== segment.digest || isAlikeEverywhere(segment))
    const state = own ? ({ state: 'draft', origin: 'typed' } as const) : ({ state: 'empty', origin: 'none' } as const)
    return { target: segment.digest, source: from ? [from.digest] : [], ...state, by: null, at: null }
  })
  return { kept, leftOut: [] }
}

/**
 * The lineage after the target's tree was edited freely: an untouched segment keeps its record wherever it stands, one with
 * other words is a draft of `by`, a new one renders no source, a removed one is gone. A block that was joined to its neighbour
 * brings its source along.
 */
export const carry = (
  lineage: Lineage,
  before: readonly Segment[],
  after: readonly Segment[],
  { by, at }: { readonly by: string; readonly at: Instant },
): Lineage => {
  const records = recordsOf(lineage, before)
  const changes = alignTargets(before, after)
  const joined = joinedInto(changes, before, after)
  const sourcesOf = (place: number): readonly Digest[] => records[place]?.source ?? []
  const kept = new Array<Kept>(after.length)
  for (const change of changes) {
    if (change.after === null) continue
    const segment = after[change.after] as Segment
    const record = change.before === null ? null : (records[change.before] ?? null)
    const state = isBlank(segment)
      ? ({ state: 'empty', origin: 'none' } as const)
      : ({ state: 'draft', origin: 'typed' } as const)
    const source = (joined.get(change.after) ?? (change.before === null ? [] : [change.before])).flatMap(sourcesOf)
    const untouched = change.change === 'unchanged' || change.change === 'moved'
    kept[change.after] = untouched && record ? record : { target: segment.digest, source, ...state, by, at }
  }
  return { ...lineage, kept }
}

export type Confirmation = {
  /** Digests of the source segments as they stand now; none for a block of the translator's own. */
  readonly source: readonly Digest[]
  readonly state: Extract<SegmentState, 'draft' | 'translated' | 'revised'>
  readonly origin: Origin
  readonly by: string
  readonly at: Instant
}

/** The target segment renders these source segments as they stand now. Changed words are carried (`carry`), one left out is taken in before. */
export const confirm = (lineage: Lineage, targetIndex: number, { source, state, origin, by, at }: Confirmation): Lineage => ({
  ...lineage,
  kept: lineage.kept.map((kept, index) => (index === targetIndex ? { ...kept, source, state, origin, by, at } : kept)),
})

/** The source segment is left out on purpose; its block is no longer in the target (`removeBlock`). */
export const leaveOut = (lineage: Lineage, source: Digest, mark: { readonly by: string; readonly at: Instant }): Lineage => ({
  ...lineage,
  leftOut: [...takeIn(lineage, source).leftOut, { source, by: mark.by, at: mark.at }],
})

/** Undoes `leaveOut`. */
export const takeIn = (lineage: Lineage, source: Digest): Lineage => ({
  ...lineage,
  leftOut: lineage.leftOut.filter((left) => left.source !== source),
})

/**
 * The text was handed over: what a person touched or took from memory is translated (by whoever wrote it, `by` where nobody is
 * named), at the end of revision revised (by the reviser). Empty and machine segments stay.
 */
export const handOver = (lineage: Lineage, state: 'translated' | 'revised', by: string, at: Instant): Lineage => ({
  ...lineage,
  kept: lineage.kept.map((kept) => {
    if (kept.state !== 'draft' && kept.state !== 'memory' && !(state === 'revised' && kept.state === 'translated')) return kept
    return state === 'revised' ? { ...kept, state, by, at } : { ...kept, state, by: kept.by ?? by, at: kept.at ?? at }
  }),
})

/** One row of the desk: a source segment and its translation, or a block that only the target has. */
export type Row = {
  /** As it stands now; null: gone, or never there. */
  readonly source: Segment | null
  /** Its form when the translation was made from it, where that was another. */
  readonly was: Segment | null
  /** What became of the source; null: a block of the translator's own. */
  readonly change: ChangeKind | null
  /** Codes numbered like the source's. */
  readonly target: Segment | null
  readonly targetIndex: number | null
  /** Path of the target segment that renders this source segment together with the ones before. */
  readonly mergedInto: string | null
  readonly kept: Kept | null
  readonly leftOut: LeftOut | null
  /** As shown: `stale` until the record names the source as it stands now; left out on purpose counts as translated. */
  readonly state: SegmentState
}

/** The rows in the order of the source, removed source segments where they stood, blocks of the target's own behind their neighbour. */
export const rows = (
  source: readonly Segment[],
  basedOn: readonly Segment[],
  target: readonly Segment[],
  lineage: Lineage,
): readonly Row[] => {
  const places = alignSources(basedOn, source).map(({ change, before, after }): Place => ({
    change,
    source: after === null ? null : (source[after] ?? null),
    was: before === null || (after !== null && change !== 'changed') ? null : (basedOn[before] ?? null),
  }))
  const records = recordsOf(lineage, target)
  const links = linksOf(places, records, target, lineage.leftOut)
  const rendering = new Map<number, number[]>()
  links.forEach((link, index) => {
    if (!link.second)
      rendering.set(
        index,
        link.places.toSorted((a, b) => headFirst(places, a, b)),
      )
  })
  const rendered = new Map<number, number>()
  for (const [index, ofIt] of rendering) for (const place of ofIt) rendered.set(place, index)
  const numbered = (index: number): Segment => {
    const sources = (rendering.get(index) ?? []).flatMap((place) => places[place]?.source ?? [])
    const segment = target[index] as Segment
    return sources.length > 0 ? likeSource(segment, joinedSources(sources).codes) : segment
  }
  const own = ownBlocks(links, records, target, places)
  const shown: Row[] = [...(own.get(-1) ?? [])]
  places.forEach((place, at) => {
    const index = rendered.get(at)
    const holds = index !== undefined && rendering.get(index)?.[0] === at
    shown.push(
      rowOf(
        place,
        lineage.leftOut,
        index === undefined ? null : { index, holds, segment: numbered(index), kept: records[index] ?? null },
      ),
    )
    if (holds) shown.push(...(own.get(index) ?? []))
  })
  return shown
}

/** Whether the source of a row changed and nobody has said yet that the target follows. */
export const isAffected = ({ source, change, target, mergedInto, kept, leftOut }: Omit<Row, 'state'>): boolean => {
  if (!source) return (change === 'removed' || change === 'changed') && (target !== null || mergedInto !== null)
  if (kept?.source.includes(source.digest) || leftOut?.source === source.digest) return false
  return change === 'changed' || change === 'new' || (kept !== null && kept.source.length > 0)
}

/** The rows whose source changed and that were neither confirmed against it nor left out. */
export const affected = (
  source: readonly Segment[],
  basedOn: readonly Segment[],
  target: readonly Segment[],
  lineage: Lineage,
): readonly Row[] => rows(source, basedOn, target, lineage).filter(isAffected)

/** Whether the translation follows its source as it stands now, so that `basedOn` may advance. */
export const followed = (...texts: Parameters<typeof affected>): boolean => affected(...texts).length === 0

/** Each target segment with all that it renders (several joined into one, codes numbered on), and what nothing renders; without what was left out. */
export const pairsOf = (shown: readonly Row[]): readonly Pair[] => {
  const merged = new Map<string, Segment[]>()
  for (const { mergedInto, source } of shown)
    if (mergedInto !== null && source) merged.set(mergedInto, [...(merged.get(mergedInto) ?? []), source])
  return shown.flatMap(({ source, target, leftOut, mergedInto }) => {
    if (leftOut || mergedInto !== null || (!source && !target)) return []
    const more = (target && merged.get(target.path)) ?? []
    return [{ source: source ? joinedSources([source, ...more]) : null, target }]
  })
}

/** How far the work is: source segments and words (characters in Japanese), and those translated, revised or left out. */
export const progress = (
  shown: readonly Row[],
  language: Language,
): { readonly segments: number; readonly done: number; readonly words: number; readonly wordsDone: number } => {
  const counted = shown.flatMap(({ source, state }) =>
    source ? [{ words: countOf(source.plain, language), done: state === 'translated' || state === 'revised' }] : [],
  )
  const wordsOf = (some: typeof counted) => some.reduce((sum, { words }) => sum + words, 0)
  const done = counted.filter((row) => row.done)
  return { segments: counted.length, done: done.length, words: wordsOf(counted), wordsDone: wordsOf(done) }
}

/** Words with a letter or digit, set apart by white space; of Japanese, characters (code points) without white space. */
export const countOf = (text: string, language: Language): number =>
  language === 'ja' ? [...text.replace(/\s+/g, '')].length : text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

type Place = Pick<Row, 'change' | 'source' | 'was'>
/** Which places a target segment renders; `second`: another segment renders them already. */
type Link = { readonly places: readonly number[]; readonly second: boolean }

const isBlank = ({ plain }: Segment): boolean => plain.trim() === ''

/** Figures, units, codes (`5 km`, `SE1`): the checks still look at how the figures are written. */
const isAlikeEverywhere = ({ plain }: Segment): boolean => !hasWords(plain) && !/(?!\p{ASCII})\p{L}/u.test(plain)

/** The record of each target segment, also when the target was changed behind the lineage's back. */
function recordsOf({ kept }: Lineage, target: readonly Segment[]): readonly (Kept | null)[] {
  const partners = sameDigests(
    kept.map((record) => record.target),
    target.map(({ digest }) => digest),
  )
  const used = new Set(partners)
  return target.map((_, index) => {
    const partner = partners[index] as number
    if (partner !== -1) return kept[partner] ?? null
    return kept.length === target.length && !used.has(index) ? (kept[index] ?? null) : null
  })
}

/** For each changed segment that took in words of removed neighbours: the earlier indexes of all, in order. */
function joinedInto(
  changes: ReturnType<typeof alignTargets>,
  before: readonly Segment[],
  after: readonly Segment[],
): ReadonlyMap<number, readonly number[]> {
  const partner = new Map(changes.flatMap((change) => (change.before === null ? [] : [[change.before, change]])))
  const left: (number | null)[] = []
  const right: (number | null)[] = []
  const stays = (place: number) => partner.get(place)?.after !== null
  before.forEach((_, place) => (left[place] = place === 0 ? null : stays(place - 1) ? place - 1 : (left[place - 1] ?? null)))
  for (let place = before.length - 2; place >= 0; place--)
    right[place] = stays(place + 1) ? place + 1 : (right[place + 1] ?? null)
  const joined = new Map<number, number[]>()
  before.forEach((gone, place) => {
    const words = gone.plain.trim()
    if (stays(place) || words === '') return
    for (const host of [left[place], right[place]]) {
      const change = host == null ? undefined : partner.get(host)
      if (host == null || change?.change !== 'changed' || change.after === null) continue
      if (before[host]?.plain.includes(words) || !after[change.after]?.plain.includes(words)) continue
      joined.set(
        change.after,
        [...(joined.get(change.after) ?? [host]), place].sort((a, b) => a - b),
      )
      return
    }
  })
  return joined
}

// A source that is still there comes before one that is gone: its row shows the target.
const headFirst = (places: readonly Place[], a: number, b: number): number =>
  Number(places[a]?.source === null) - Number(places[b]?.source === null) || a - b

function linksOf(
  places: readonly Place[],
  records: readonly (Kept | null)[],
  target: readonly Segment[],
  leftOut: readonly LeftOut[],
): readonly Link[] {
  const now = new Map<Digest, number[]>()
  const then = new Map<Digest, number[]>()
  places.forEach(({ source, was }, at) => {
    if (source) now.set(source.digest, [...(now.get(source.digest) ?? []), at])
    if (was) then.set(was.digest, [...(then.get(was.digest) ?? []), at])
  })
  const used = new Set<number>()
  const take = (digest: Digest): { readonly place: number; readonly first: boolean } | null => {
    const all = [...(now.get(digest) ?? []), ...(then.get(digest) ?? [])]
    const free = all.find((place) => !used.has(place))
    const place = free ?? all[0]
    if (place === undefined) return null
    used.add(place)
    return { place, first: free !== undefined }
  }
  const links = records.map((record): Link => {
    const taken = (record?.source ?? []).flatMap((digest) => take(digest) ?? [])
    const first = taken.filter((one) => one.first)
    return {
      places: (first.length > 0 ? first : taken).map(({ place }) => place),
      second: taken.length > 0 && first.length === 0,
    }
  })
  const given = new Set(leftOut.map(({ source }) => source))
  const open = (index: number): boolean =>
    links[index]?.places.length === 0 && (isBlank(target[index] as Segment) || records[index]?.source.length !== 0)
  const rendered = new Map(
    links.flatMap((link, index) => (link.second ? [] : link.places.map((place) => [place, index] as const))),
  )
  const ends = new Array<number>(places.length)
  let end = target.length
  for (let at = places.length - 1; at >= 0; at--) {
    ends[at] = end
    end = rendered.get(at) ?? end
  }
  // What no record leads to: a place to be filled, or a record of a source that is in neither version, by kind between neighbours.
  let from = 0
  places.forEach(({ source }, at) => {
    const index = rendered.get(at)
    if (index !== undefined) from = index + 1
    if (index !== undefined || !source || given.has(source.digest)) return
    for (let next = from; next < (ends[at] as number); next++) {
      if (!open(next)) continue
      if (target[next]?.kind !== source.kind) continue
      links[next] = { places: [at], second: false }
      from = next + 1
      return
    }
  })
  return links
}

/** Rows of target segments that hold no place, by the index of the nearest segment before them that does (-1: none). */
function ownBlocks(
  links: readonly Link[],
  records: readonly (Kept | null)[],
  target: readonly Segment[],
  places: readonly Place[],
): ReadonlyMap<number, readonly Row[]> {
  const own = new Map<number, Row[]>()
  let behind = -1
  links.forEach((link, index) => {
    const segment = target[index] as Segment
    const kept = records[index] ?? null
    const [first] = link.places
    if (first !== undefined && !link.second) behind = index
    else if (!isBlank(segment)) {
      const place = first === undefined ? null : (places[first] ?? null)
      const isNamed = place?.source != null && kept?.source.includes(place.source.digest) === true
      const change = place ? (isNamed ? null : place.change) : kept && kept.source.length > 0 ? 'removed' : null
      const was = place && !isNamed ? place.was : null
      const row = {
        source: null,
        was,
        change,
        target: segment,
        targetIndex: index,
        mergedInto: null,
        kept,
        leftOut: null,
      } as const
      own.set(behind, [...(own.get(behind) ?? []), { ...row, state: stateOf(row, segment) }])
    }
  })
  return own
}

type Rendering = { readonly index: number; readonly holds: boolean; readonly segment: Segment; readonly kept: Kept | null }

function rowOf(place: Place, leftOut: readonly LeftOut[], rendering: Rendering | null): Row {
  const left = rendering
    ? null
    : (leftOut.find(({ source }) => source === place.source?.digest) ??
      leftOut.find(({ source }) => source === place.was?.digest) ??
      null)
  const row = {
    ...place,
    target: rendering?.holds ? rendering.segment : null,
    targetIndex: rendering?.holds ? rendering.index : null,
    mergedInto: rendering && !rendering.holds ? rendering.segment.path : null,
    kept: rendering?.kept ?? null,
    leftOut: left,
  }
  return { ...row, state: stateOf(row, rendering?.segment ?? null) }
}

/** `segment`: what renders the row, also from the row of another. */
function stateOf(row: Omit<Row, 'state'>, segment: Segment | null): SegmentState {
  if (row.leftOut) return isAffected(row) ? 'stale' : 'translated'
  if (!segment) return row.source ? 'empty' : 'translated'
  if (isBlank(segment)) return 'empty'
  // Words that came in behind the record's back are nobody's finished work.
  const state = row.kept?.target === segment.digest ? row.kept.state : 'draft'
  return state !== 'empty' && isAffected(row) ? 'stale' : state
}

/** Several source segments as one, their codes numbered on. */
function joinedSources(sources: readonly Segment[]): Segment {
  const [first, ...more] = sources as readonly [Segment, ...Segment[]]
  if (more.length === 0) return first
  let { text, plain } = first
  let codes: readonly Code[] = first.codes
  for (const next of more) {
    const moved = shifted(next, Math.max(0, ...codes.map(({ id }) => id)))
    text += ` ${moved.text}`
    plain += ` ${moved.plain}`
    codes = [...codes, ...moved.codes]
  }
  return { path: first.path, kind: first.kind, text, plain, codes, digest: segmentDigest(first.kind, text, codes) }
}
