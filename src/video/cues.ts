/**
 * What an editor does to a list of cues. Each edit answers with a new list in the order of beginnings, or with the same list where
 * it cannot be done (no such cue, no room, nothing to change); none throws and none loses a word.
 */
import { LATEST, type Cue, type CueList } from './cue'
import { isUnspaced, rubySpans, tidyLine } from './line'
import { graphemesOf } from './measure'

/** Milliseconds between two cues that were one: two frames at 25 per second. */
export const GAP = 80

/** By their beginnings; cues that begin together stay as they were. */
export const inOrder = (cues: CueList): CueList => {
  const sorted = cues.toSorted((a, b) => a.start - b.start)
  return sorted.every((cue, index) => cue === cues[index]) ? cues : sorted
}

/** What an offset of `split` counts in: the lines as an editor has them before him. */
export const textOf = ({ lines }: Pick<Cue, 'lines'>): string => lines.join('\n')

export type Split = {
  /** UTF-16 offset in `textOf`; moves to the nearest place between two words. */
  readonly offset: number
  /** Milliseconds; null or outside the cue: in proportion to the words. */
  readonly at: number | null
  readonly newId: string
  readonly gap?: number
}

/** One cue as two: the first keeps the id and ends a gap before the second. */
export const split = (cues: CueList, id: string, { offset, at, newId, gap = GAP }: Split): CueList => {
  const index = indexOf(cues, id)
  const cue = cues[index]
  if (!cue || cue.end - cue.start < 2 || newId === '' || indexOf(cues, newId) >= 0) return cues
  const text = textOf(cue)
  const cut = nearestGap(text, offset)
  if (cut === null) return cues
  const isInside = at !== null && at > cue.start && at < cue.end
  const wanted = isInside ? at : cue.start + ((cue.end - cue.start) * cut) / text.length
  const second = between(Math.round(wanted), cue.start + 1, cue.end - 1)
  const halves = cues.toSpliced(
    index,
    1,
    { ...cue, end: Math.max(cue.start + 1, second - gap), lines: linesOf(text.slice(0, cut)) },
    { ...cue, id: newId, start: second, lines: linesOf(text.slice(cut)) },
  )
  return inOrder(halves)
}

/** A cue and the next as one, with the id and place of the first; of two speakers neither. */
export const merge = (cues: CueList, id: string): CueList => {
  const index = indexOf(cues, id)
  const [cue, next] = [cues[index], cues[index + 1]]
  if (!cue || !next) return cues
  return cues.toSpliced(index, 2, {
    ...cue,
    start: Math.min(cue.start, next.start),
    end: Math.max(cue.end, next.end),
    lines: [...cue.lines, ...next.lines],
    speaker: cue.speaker === null || next.speaker === null || cue.speaker === next.speaker ? (cue.speaker ?? next.speaker) : null,
  })
}

/** All cues, or this one and all behind it, so much later or earlier: together, no further than the film and the cue before let them. */
export const shift = (cues: CueList, by: number, from: string | null = null): CueList => {
  const first = from === null ? 0 : indexOf(cues, from)
  const cue = cues[first]
  if (!cue || !Number.isFinite(by)) return cues
  const moving = cues.slice(first)
  const earliest = (cues[first - 1]?.start ?? 0) - cue.start
  const latest = LATEST - moving.reduce((most, { end }) => Math.max(most, end), 0)
  const step = between(Math.round(by), Math.min(0, earliest), Math.max(0, latest))
  if (step === 0) return cues
  return [...cues.slice(0, first), ...moving.map((one) => ({ ...one, start: one.start + step, end: one.end + step }))]
}

/** Beginnings and ends on whole frames (`fps` may be 29.97); a cue keeps at least one. */
export const snap = (cues: CueList, fps: number): CueList => {
  if (!Number.isFinite(fps) || fps <= 0) return cues
  const frame = (ms: number): number => Math.round((ms * fps) / 1000)
  const moment = (frames: number): number => Math.round((frames * 1000) / fps)
  return same(
    cues,
    cues.map((cue) => {
      const start = frame(cue.start)
      const end = cue.end > cue.start ? Math.max(start + 1, frame(cue.end)) : frame(cue.end)
      return timed(cue, moment(start), moment(end))
    }),
  )
}

/** Where a cue begins, between the beginnings of its neighbours; beyond its own end it takes its length with it. */
export const setIn = (cues: CueList, id: string, ms: number): CueList => {
  const index = indexOf(cues, id)
  const cue = cues[index]
  if (!cue || !Number.isFinite(ms)) return cues
  const start = between(Math.round(ms), cues[index - 1]?.start ?? 0, cues[index + 1]?.start ?? LATEST)
  const end = start < cue.end ? cue.end : start + Math.max(1, cue.end - cue.start)
  return same(cues, cues.with(index, timed(cue, start, end)))
}

/** Where a cue ends: behind its beginning, else nothing changes. */
export const setOut = (cues: CueList, id: string, ms: number): CueList => {
  const index = indexOf(cues, id)
  const cue = cues[index]
  if (!cue || !Number.isFinite(ms) || Math.round(ms) <= cue.start) return cues
  return same(cues, cues.with(index, timed(cue, cue.start, Math.min(LATEST, Math.round(ms)))))
}

/** One more cue, where it begins; an id that is taken is none. */
export const insert = (cues: CueList, cue: Cue): CueList => {
  if (cue.id === '' || indexOf(cues, cue.id) >= 0) return cues
  const at = cues.findIndex(({ start }) => start > cue.start)
  return cues.toSpliced(at < 0 ? cues.length : at, 0, cue)
}

export const remove = (cues: CueList, id: string): CueList => {
  const index = indexOf(cues, id)
  return index < 0 ? cues : cues.toSpliced(index, 1)
}

/** Other words, speaker or place for one cue. */
export const change = (cues: CueList, id: string, parts: Partial<Pick<Cue, 'lines' | 'speaker' | 'position'>>): CueList => {
  const index = indexOf(cues, id)
  const cue = cues[index]
  return cue ? cues.with(index, { ...cue, ...parts }) : cues
}

/** The cues of a translation at the times of their source; those without a partner keep their own. */
export const retime = (target: CueList, source: CueList): CueList => {
  const partners = pairCues(target, source)
  return inOrder(
    same(
      target,
      target.map((cue, index) => {
        const partner = partners[index]
        return partner ? timed(cue, partner.start, partner.end) : cue
      }),
    ),
  )
}

/**
 * For each cue of a translation its cue of the source, each of them once: by id, else by the longest time on screen
 * together. Two lists that share no id and are as long as each other (a file that came back) go by order.
 */
export const pairCues = (target: CueList, source: CueList): readonly (Cue | null)[] => {
  const byId = new Map(source.map((cue) => [cue.id, cue]))
  const partners: (Cue | null)[] = target.map(({ id }) => {
    const partner = byId.get(id) ?? null
    byId.delete(id)
    return partner
  })
  const free = source.filter((cue) => byId.get(cue.id) === cue)
  const waiting = target.flatMap((_, index) => (partners[index] === null ? [index] : []))
  if (target.length === source.length && waiting.length === target.length) return source
  const sorted = [...inOrder(free)]
  let from = 0
  for (const index of waiting.toSorted((a, b) => startOf(target, a) - startOf(target, b))) {
    const cue = target[index] as Cue
    let best = -1
    for (let at = from; at < sorted.length && (sorted[at] as Cue).start < cue.end; at++)
      if (together(cue, sorted[at]) > Math.max(0, together(cue, sorted[best]))) best = at
    if (best < 0) continue
    partners[index] = sorted[best] ?? null
    from = best + 1
  }
  return partners
}

const startOf = (cues: CueList, index: number): number => cues[index]?.start ?? 0

/** Milliseconds that both are seen. */
const together = (one: Cue, two: Cue | undefined): number =>
  two ? Math.min(one.end, two.end) - Math.max(one.start, two.start) : 0

/** The nearest offset where a text can be cut so that joining gives it back, with words on both sides; null: none. */
function nearestGap(text: string, offset: number): number | null {
  if (!Number.isFinite(offset)) return null
  const spans = rubySpans(text)
  let at = 0
  let best: number | null = null
  for (const grapheme of graphemesOf(text)) {
    const here = at
    at += grapheme.length
    if (best !== null && Math.abs(here - offset) >= Math.abs(best - offset)) continue
    if (spans.some(([from, to]) => here > from && here < to) || !isGap(text, here)) continue
    best = here
  }
  return best
}

const isGap = (text: string, at: number): boolean => {
  const [before, after] = [text.slice(0, at), text.slice(at)]
  if (before.trim() === '' || after.trim() === '') return false
  return /\s$/.test(before) || /^\s/.test(after) || isUnspaced(before, after)
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(tidyLine)
    .filter((line) => line !== '')

const indexOf = (cues: CueList, id: string): number => cues.findIndex((cue) => cue.id === id)
const between = (number: number, least: number, most: number): number => Math.min(Math.max(number, least), Math.max(least, most))
const timed = (cue: Cue, start: number, end: number): Cue =>
  cue.start === start && cue.end === end ? cue : { ...cue, start, end }
const same = (cues: CueList, next: CueList): CueList => (next.every((cue, index) => cue === cues[index]) ? cues : next)
