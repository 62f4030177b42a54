/** The table: cues with those of the source beside them, what is said of each, how long and how fast it is. Pure. */
import type { Language } from '#newsroom'
import { isEmpty, type Cue, type CueList } from '#video/cue'
import { pairCues } from '#video/cues'
import { widthOf } from '#video/measure'
import type { CueFinding, Quality } from '#video/rules'

export type Row = {
  readonly key: string
  /** Null: a cue of the source that nothing renders. */
  readonly cue: Cue | null
  /** Who speaks, where that is another than before. */
  readonly voice: string | null
  /** What it renders, in order. */
  readonly sources: CueList
}

/** In the order of the film. A row that says what it said is the same object as before. */
export const rowsOf = (cues: CueList, source: CueList, before: readonly Row[] = []): readonly Row[] => {
  const known = new Map(before.map((row) => [row.key, row]))
  const rows: Row[] = []
  const add = (row: Row) => {
    const old = known.get(row.key)
    rows.push(old && old.cue === row.cue && old.voice === row.voice && sameItems(old.sources, row.sources) ? old : row)
  }
  const partners = pairCues(cues, source)
  const paired = new Set(partners)
  const beside = new Map<string, Cue[]>()
  const alone: Cue[] = []
  for (const one of source) {
    if (paired.has(one)) continue
    // Several of the source may have become one: they stand beside the one that is seen longest with them.
    const best = longestWith(one, cues)
    if (best) beside.set(best.id, [...(beside.get(best.id) ?? []), one])
    else if (!isEmpty(one)) alone.push(one)
  }
  let next = 0
  const addAlone = (until: number) => {
    for (; next < alone.length && (alone[next] as Cue).start < until; next++)
      add({ key: `s:${alone[next]?.id}`, cue: null, voice: null, sources: [alone[next] as Cue] })
  }
  cues.forEach((cue, index) => {
    addAlone(cue.start)
    const partner = partners[index]
    const all = [...(partner ? [partner] : []), ...(beside.get(cue.id) ?? [])]
    const voice = cue.speaker === cues[index - 1]?.speaker ? null : cue.speaker
    add({ key: cue.id, cue, voice, sources: all.length > 1 ? all.toSorted((a, b) => a.start - b.start) : all })
  })
  addAlone(Infinity)
  return rows
}

const longestWith = (one: Cue, cues: CueList): Cue | null => {
  let best: Cue | null = null
  let most = 0
  for (const cue of cues) {
    if (cue.start >= one.end) break
    const together = Math.min(cue.end, one.end) - Math.max(cue.start, one.start)
    if (together > most) [best, most] = [cue, together]
  }
  return best
}

export type Judged = ReadonlyMap<string, readonly CueFinding[]>

/** Findings by cue; of a cue of which the same is said, the same list as before. */
export const judgedBy = (findings: readonly CueFinding[], before: Judged = new Map()): Judged => {
  const lists = new Map<string, CueFinding[]>()
  for (const finding of findings) {
    const list = lists.get(finding.cue)
    if (list) list.push(finding)
    else lists.set(finding.cue, [finding])
  }
  return new Map(
    [...lists].map(([id, list]) => {
      const old = before.get(id)
      return [id, old && old.length === list.length && old.every((one, index) => sameFinding(one, list[index])) ? old : list]
    }),
  )
}

export type Measures = {
  /** Characters of each line that says something. */
  readonly lines: readonly number[]
  /** Characters per second; null: no time to read it in. */
  readonly speed: number | null
  readonly seconds: number
}

export const measuresOf = ({ lines, start, end }: Cue, language: Language): Measures => {
  const widths = lines.map((line) => widthOf(line.trim(), language)).filter((width) => width > 0)
  const seconds = (end - start) / 1000
  return { lines: widths, speed: seconds > 0 ? widths.reduce((sum, width) => sum + width, 0) / seconds : null, seconds }
}

export type Pace = 'good' | 'fast' | 'tooFast'
export const paceOf = (speed: number | null, { speed: { advised, most } }: Quality): Pace =>
  speed === null || speed <= advised ? 'good' : speed <= most ? 'fast' : 'tooFast'

/** The next row of which something is said, behind the one in hand, then from the top. */
export const nextFound = (rows: readonly Row[], active: string | null, isFound: (id: string) => boolean): Row | null => {
  const at = rows.findIndex(({ key }) => key === active)
  const idOf = ({ cue, sources }: Row) => cue?.id ?? sources[0]?.id ?? ''
  return [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find((row) => isFound(idOf(row))) ?? null
}

const sameFinding = (one: CueFinding, two: CueFinding | undefined): boolean =>
  two !== undefined &&
  one.rule === two.rule &&
  Object.keys(one.facts).every((name) => one.facts[name] === two.facts[name]) &&
  Object.keys(two.facts).length === Object.keys(one.facts).length

const sameItems = <T>(one: readonly T[], two: readonly T[]): boolean =>
  one.length === two.length && one.every((item, index) => item === two[index])
