/** What keys and buttons do to the cues: the pure edits of `#video/cues`, on the cue in hand and the moment of the film. */
import type { Language } from '#newsroom'
import { breakLines } from '#video/break-lines'
import { LATEST, type Cue, type CueList } from '#video/cue'
import {
  change,
  GAP,
  inOrder,
  insert,
  merge,
  pairCues,
  remove,
  retime,
  setIn,
  setOut,
  shift,
  snap,
  split,
  textOf,
} from '#video/cues'
import { joinLines } from '#video/line'
import { widthOf } from '#video/measure'
import type { Quality } from '#video/rules'

export type EditName =
  | 'setIn'
  | 'setOut'
  | 'nudge'
  | 'nudgeIn'
  | 'nudgeOut'
  | 'split'
  | 'merge'
  | 'insert'
  | 'remove'
  | 'breakLines'
  | 'breakAll'
  | 'copySource'
  | 'sourceTimes'
  | 'fromSource'
  | 'render'
  | 'write'
  | 'start'
  | 'end'
  | 'speaker'
  | 'position'
  | 'memory'
  | 'shift'
  | 'snap'
  | 'import'
/** What was done; also what stands in the history: a choice between two people's cues, refused changes taken back. */
export type Did = EditName | 'settle' | 'drop'

export type Edit =
  | { readonly do: Exclude<EditName, Other> }
  | { readonly do: 'nudge' | 'nudgeIn' | 'nudgeOut'; readonly by: number }
  | { readonly do: 'write'; readonly id: string; readonly text: string }
  | { readonly do: 'start' | 'end'; readonly id: string; readonly ms: number }
  | { readonly do: 'speaker'; readonly id: string; readonly speaker: string }
  | { readonly do: 'memory'; readonly id: string; readonly text: string }
  /** `id` of a cue of the source that nothing renders yet. */
  | { readonly do: 'render'; readonly id: string }
  | { readonly do: 'shift'; readonly by: number; readonly from: string | null }
  | { readonly do: 'snap'; readonly fps: number }
  | { readonly do: 'import'; readonly cues: CueList }
type Other =
  'nudge' | 'nudgeIn' | 'nudgeOut' | 'write' | 'start' | 'end' | 'speaker' | 'memory' | 'render' | 'shift' | 'snap' | 'import'

export type Scene = {
  readonly cues: CueList
  readonly active: string | null
  readonly language: Language
  readonly quality: Quality
  /** Of a translation. */
  readonly source: CueList
  /** Moment of the film; null: no player. */
  readonly at: number | null
  /** Where the cursor stands in the words of the cue in hand; null: nowhere. */
  readonly cursor: number | null
  readonly fresh: () => string
}

export type Edited = {
  readonly cues: CueList
  readonly active: string | null
  readonly did: EditName
  /** Edits with the same key that follow each other closely are one to undo. */
  readonly join: string | null
}

/** Null: it cannot be done here, or changes nothing. */
export const edited = (edit: Edit, scene: Scene): Edited | null => {
  const { cues, active } = scene
  const answer = (next: CueList, at: string | null = active, join: string | null = null): Edited | null =>
    next === cues ? null : { cues: next, active: at, did: edit.do, join }
  const cue = cues.find(({ id }) => id === active)
  switch (edit.do) {
    case 'setIn':
      return cue && scene.at !== null ? answer(setIn(cues, cue.id, scene.at)) : null
    case 'setOut':
      return cue && scene.at !== null ? answer(setOut(cues, cue.id, scene.at)) : null
    case 'nudge':
      return cue ? answer(moved(cues, cue, edit.by), cue.id, `nudge ${cue.id}`) : null
    case 'nudgeIn':
      return cue ? answer(setIn(cues, cue.id, Math.max(0, cue.start + edit.by)), cue.id, `nudgeIn ${cue.id}`) : null
    case 'nudgeOut':
      return cue ? answer(setOut(cues, cue.id, cue.end + edit.by), cue.id, `nudgeOut ${cue.id}`) : null
    case 'split': {
      if (!cue) return null
      const newId = scene.fresh()
      return answer(split(cues, cue.id, { offset: scene.cursor ?? offsetAt(cue, scene.at), at: scene.at, newId }), newId)
    }
    case 'merge': {
      if (!cue) return null
      const next = merge(cues, cue.id)
      const one = next.find(({ id }) => id === cue.id)
      return next !== cues && one && one.lines.length > scene.quality.lines ? answer(broken(next, one, scene)) : answer(next)
    }
    case 'insert': {
      const one = inserted(scene, cue ?? null)
      return answer(insert(cues, one), one.id)
    }
    case 'remove': {
      if (!cue) return null
      const at = cues.indexOf(cue)
      return answer(remove(cues, cue.id), (cues[at + 1] ?? cues[at - 1])?.id ?? null)
    }
    case 'breakLines':
      return cue ? answer(broken(cues, cue, scene)) : null
    case 'breakAll':
      return answer(cues.filter((one) => isTooLong(one, scene)).reduce<CueList>((list, one) => broken(list, one, scene), cues))
    case 'copySource': {
      const source = cue && sourceOf(cue, scene)
      return cue && source && !sameLines(source.lines, cue.lines) ? answer(change(cues, cue.id, { lines: source.lines })) : null
    }
    case 'sourceTimes': {
      const source = cue && sourceOf(cue, scene)
      return cue && source ? answer(timed(cues, cue, source.start, source.end)) : null
    }
    case 'fromSource':
      return answer(fromSource(scene), active ?? scene.source[0]?.id ?? null)
    case 'render': {
      const source = scene.source.find(({ id }) => id === edit.id)
      return source ? answer(insert(cues, { ...source, lines: [] }), source.id) : null
    }
    case 'write': {
      const one = cues.find(({ id }) => id === edit.id)
      const lines = edit.text === '' ? [] : edit.text.split('\n')
      return one && textOf(one) !== edit.text ? answer(change(cues, one.id, { lines }), one.id, `write ${one.id}`) : null
    }
    case 'start':
      return answer(setIn(cues, edit.id, edit.ms), edit.id)
    case 'end':
      return answer(setOut(cues, edit.id, edit.ms), edit.id)
    case 'speaker': {
      const one = cues.find(({ id }) => id === edit.id)
      const speaker = edit.speaker.trim() === '' ? null : edit.speaker
      return one && one.speaker !== speaker ? answer(change(cues, one.id, { speaker }), active, `speaker ${one.id}`) : null
    }
    case 'position':
      return cue ? answer(change(cues, cue.id, { position: cue.position === 'top' ? 'bottom' : 'top' })) : null
    case 'memory': {
      const one = cues.find(({ id }) => id === edit.id)
      if (!one) return null
      const lines = breakLines(edit.text, scene.language, scene.quality.lineLength)
      return sameLines(lines, one.lines) ? null : answer(change(cues, one.id, { lines }))
    }
    case 'shift':
      return answer(shift(cues, edit.by, edit.from))
    case 'snap':
      return answer(snap(cues, edit.fps))
    case 'import':
      return answer(edit.cues, edit.cues.some(({ id }) => id === active) ? active : (edit.cues[0]?.id ?? null))
  }
}

/** The cue of the source that this one renders. */
export const sourceOf = (cue: Cue, { cues, source }: Pick<Scene, 'cues' | 'source'>): Cue | null =>
  pairCues(cues, source)[cues.indexOf(cue)] ?? null

/** How long a new cue is where there is room (milliseconds). */
const NEW_MS = 2_000

/** Behind the cue in hand, or where the film stands; never on a cue that is there. */
const inserted = ({ cues, at, quality, fresh }: Scene, active: Cue | null): Cue => {
  let start = Math.min(LATEST - NEW_MS, Math.max(0, Math.round(at ?? (active ? active.end + GAP : 0))))
  for (const cue of cues) if (start >= cue.start && start < cue.end + GAP) start = cue.end + GAP
  const next = cues.find((cue) => cue.start > start)
  const room = next ? next.start - GAP - start : Infinity
  const length = Math.min(NEW_MS, Math.max(room, quality.shortest))
  return { id: fresh(), start, end: start + length, lines: [], speaker: active?.speaker ?? null, position: 'bottom' }
}

/** As far into the words as the film is into the cue. */
const offsetAt = (cue: Cue, at: number | null): number => {
  const part = at !== null && at > cue.start && at < cue.end ? (at - cue.start) / (cue.end - cue.start) : 0.5
  return Math.round(textOf(cue).length * part)
}

/** As a whole, no earlier than the film. */
const moved = (cues: CueList, cue: Cue, by: number): CueList => {
  const step = Math.min(Math.max(by, -cue.start), LATEST - cue.end)
  return inOrder(timed(cues, cue, cue.start + step, cue.end + step))
}

const timed = (cues: CueList, cue: Cue, start: number, end: number): CueList =>
  cue.start === start && cue.end === end ? cues : inOrder(cues.with(cues.indexOf(cue), { ...cue, start, end }))

const broken = (cues: CueList, cue: Cue, { language, quality }: Scene): CueList => {
  const lines = breakLines(joinLines(cue.lines), language, quality.lineLength)
  return sameLines(lines, cue.lines) ? cues : change(cues, cue.id, { lines })
}

const isTooLong = ({ lines }: Cue, { language, quality }: Scene): boolean =>
  lines.filter((line) => line.trim() !== '').length > quality.lines ||
  lines.some((line) => widthOf(line.trim(), language) > quality.lineLength)

/** Every cue at the source's times; what nothing renders yet as a cue without words. */
const fromSource = ({ cues, source }: Scene): CueList => {
  const rendered = new Set(pairCues(cues, source))
  const ids = new Set(cues.map(({ id }) => id))
  return source
    .filter((cue) => !rendered.has(cue) && !ids.has(cue.id))
    .reduce((list, cue) => insert(list, { ...cue, lines: [] }), retime(cues, source))
}

const sameLines = (one: readonly string[], two: readonly string[]): boolean =>
  one.length === two.length && one.every((line, index) => line === two[index])
