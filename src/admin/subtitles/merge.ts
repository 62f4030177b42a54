/** Two people at the same subtitles: what each did to each cue, brought together. Pure. */
import type { Cue, CueList } from '#video/cue'
import { inOrder } from '#video/cues'

/** One cue that both changed otherwise; null: took it away. What only one of them changed is in both. */
export type Clash = { readonly id: string; readonly mine: Cue | null; readonly theirs: Cue | null }
export type Merged = {
  /** Of a clash mine, or theirs where I took the cue away. */
  readonly cues: CueList
  readonly clashes: readonly Clash[]
}

export const sameCue = (one: Cue | null, two: Cue | null): boolean =>
  one === two ||
  (one !== null &&
    two !== null &&
    one.id === two.id &&
    sameTimes(one, two) &&
    sameLines(one.lines, two.lines) &&
    one.speaker === two.speaker &&
    one.position === two.position)

export const sameList = (one: CueList, two: CueList): boolean =>
  one === two || (one.length === two.length && one.every((cue, index) => sameCue(cue, two[index] ?? null)))

/** Three ways, cue by cue: times, words, speaker and place apart. */
export const mergeCues = (base: CueList, mine: CueList, theirs: CueList): Merged => {
  if (theirs === base || sameList(base, theirs)) return { cues: mine, clashes: [] }
  const [was, my, their] = [byId(base), byId(mine), byId(theirs)]
  const clashes: Clash[] = []
  const decided = (id: string): Cue | null => {
    const [before, one, two] = [was.get(id) ?? null, my.get(id) ?? null, their.get(id) ?? null]
    if (sameCue(one, two)) return one
    if (sameCue(one, before)) return two
    if (sameCue(two, before)) return one
    if (before && one && two) {
      const [withMine, withTheirs] = [joined(before, one, two), joined(before, two, one)]
      if (!sameCue(withMine, withTheirs)) clashes.push({ id, mine: withMine, theirs: withTheirs })
      return withMine
    }
    clashes.push({ id, mine: one, theirs: two })
    return one ?? two
  }
  const ids = [...their.keys(), ...mine.map(({ id }) => id).filter((id) => !their.has(id))]
  return { cues: inOrder(ids.map(decided).filter((cue) => cue !== null)), clashes }
}

/** The list with one side's answer to each clash. */
export const withSides = (cues: CueList, clashes: readonly Clash[], side: (clash: Clash) => 'mine' | 'theirs'): CueList => {
  const chosen = new Map(clashes.map((clash) => [clash.id, clash[side(clash)]]))
  const kept = cues.filter(({ id }) => !chosen.has(id))
  return inOrder([...kept, ...[...chosen.values()].filter((cue) => cue !== null)])
}

/** What both of them changed is the first one's. */
const joined = (before: Cue, first: Cue, second: Cue): Cue => {
  const times = sameTimes(first, before) ? second : first
  return {
    ...first,
    start: times.start,
    end: times.end,
    lines: sameLines(first.lines, before.lines) ? second.lines : first.lines,
    speaker: first.speaker === before.speaker ? second.speaker : first.speaker,
    position: first.position === before.position ? second.position : first.position,
  }
}

const sameTimes = (one: Cue, two: Cue): boolean => one.start === two.start && one.end === two.end
const sameLines = (one: readonly string[], two: readonly string[]): boolean =>
  one === two || (one.length === two.length && one.every((line, index) => line === two[index]))
const byId = (cues: CueList): ReadonlyMap<string, Cue> => new Map(cues.map((cue) => [cue.id, cue]))
