/** What the programme's screens show, worked out of its view. Pure. */
import type { PlanStep, ProgrammePlan } from '#programme/plan'
import { overUnder, startTimes, stepTimes, totalMs, type StepTimes } from '#programme/timing'
import type { ProgrammeCard, ProgrammeOffer, ProgrammeVerb, ProgrammeView } from '#programme/view'
import type { Clip, ProgrammeFileKind } from '#publication/programme'

export const VIEWS = ['rundown', 'prompter', 'print'] as const
export type View = (typeof VIEWS)[number]

/** What is no view of ours is the rundown: an address is typed by anybody. */
export const viewIn = (search: Pick<URLSearchParams, 'get'>): View =>
  VIEWS.find((view) => view === search.get('view')) ?? 'rundown'
export const addressOf = (programme: string, view: View): string =>
  `/admin/programme/${encodeURIComponent(programme)}${view === 'rundown' ? '' : `?view=${view}`}`

export type TimedStep = { readonly step: PlanStep; readonly times: StepTimes; readonly start: number }
/** The plan on the screen against the clock, as one types. */
export const timed = (plan: ProgrammePlan) => {
  const times = plan.steps.map((step) => stepTimes(step, plan.language, plan.pace))
  const starts = startTimes(times)
  const total = totalMs(times)
  return {
    rows: plan.steps.map((step, index): TimedStep => ({
      step,
      times: times[index] ?? { readMs: 0, clipMs: 0 },
      start: starts[index] ?? 0,
    })),
    total,
    over: overUnder(total, plan.targetMs),
  }
}

/** Half a minute either way is what a presenter makes good. */
const SLACK_MS = 30_000
export const judged = (over: number): 'over' | 'under' | 'fits' =>
  Math.abs(over) <= SLACK_MS ? 'fits' : over > 0 ? 'over' : 'under'

/** On air (released, nothing newer), coming by their hour, and those whose hour is past. */
export const grouped = (programmes: readonly ProgrammeCard[], now: Date) => {
  const at = now.toISOString()
  const by = (way: 1 | -1) => (one: ProgrammeCard, other: ProgrammeCard) =>
    one.airAt === other.airAt ? 0 : one.airAt < other.airAt ? -way : way
  const isOver = ({ airAt, totalMs: length }: ProgrammeCard) => Date.parse(airAt) + Math.max(length, 60_000) < now.getTime()
  return {
    onAir: programmes.filter((card) => card.airAt <= at && !isOver(card)).toSorted(by(-1)),
    coming: programmes.filter(({ airAt }) => airAt > at).toSorted(by(1)),
    older: programmes.filter(isOver).toSorted(by(-1)),
  }
}

/** From the everyday to the last resort. */
const ORDER: readonly ProgrammeVerb[] = ['close', 'approve', 'release', 'correct', 'reopen', 'withdraw']
export const inOrder = (offers: readonly ProgrammeOffer[]) => {
  const ordered = ORDER.flatMap((verb) => offers.filter((offer) => offer.verb === verb))
  const primary = ordered.find((offer) => offer.primary) ?? null
  return { primary, others: ordered.filter((offer) => offer !== primary) }
}

const FILE_ORDER: readonly ProgrammeFileKind[] = ['scriptDocx', 'scriptTxt', 'rundownJson', 'rundownCsv', 'srt', 'vtt', 'package']
export const filesInOrder = (files: ProgrammeView['files']): ProgrammeView['files'] =>
  files.toSorted((one, other) => FILE_ORDER.indexOf(one.kind) - FILE_ORDER.indexOf(other.kind))

/** `4:05`, `1:04:05`, `65`, `4:05.5` as people type them, comma or point; null = no time. */
export const msOf = (text: string): number | null => {
  const [, hours, minutes, seconds = '', fraction = ''] =
    /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,4})(?:[.,](\d{1,3}))?$/.exec(text.trim()) ?? []
  if (seconds === '' || (minutes !== undefined && Number(seconds) > 59)) return null
  return ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
}
/** As `msOf` reads it, to the millisecond: `4:05.5`. */
export const fineClock = (ms: number): string => {
  const whole = Math.max(0, Math.round(ms))
  const seconds = Math.floor(whole / 1000)
  const fraction = String(whole % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}${fraction === '' ? '' : `.${fraction}`}`
}

/** In or out at a moment of the film; the other end gives way, never shorter than a tenth of a second. */
export const clipAt = (clip: Clip | null, end: 'from' | 'to', ms: number, durationMs: number | null): Clip => {
  const last = durationMs ?? Number.MAX_SAFE_INTEGER
  const at = Math.min(Math.max(0, Math.round(ms)), last)
  if (end === 'from') {
    const from = Math.min(at, last - LEAST_MS)
    return { from: Math.max(0, from), to: clip !== null && clip.to >= from + LEAST_MS ? clip.to : (durationMs ?? from + 10_000) }
  }
  const to = Math.max(at, LEAST_MS)
  return { from: clip !== null && clip.from <= to - LEAST_MS ? clip.from : 0, to }
}
const LEAST_MS = 100

/** One stretch of the prompter: what is read, or a clip that runs. */
export type Block = {
  readonly step: string
  readonly kind: 'intro' | 'script' | 'clip'
  readonly text: string
  readonly ms: number
}
export const blocksOf = (plan: ProgrammePlan): readonly Block[] =>
  plan.steps.flatMap(({ id, intro, script, clip }): readonly Block[] => {
    const read = (kind: 'intro' | 'script', text: string): readonly Block[] =>
      text.trim() === ''
        ? []
        : [{ step: id, kind, text, ms: stepTimes({ intro: text, script: '', clip: null }, plan.language, plan.pace).readMs }]
    const running = stepTimes({ intro: '', script: '', clip }, plan.language, plan.pace).clipMs
    return [
      ...read('intro', intro),
      ...read('script', script),
      ...(running > 0 ? [{ step: id, kind: 'clip', text: '', ms: running } as const] : []),
    ]
  })

/** Where a block stands on the prompter's roll, in pixels from its beginning. */
export type Stretch = { readonly top: number; readonly height: number; readonly ms: number }

/** How far the roll has moved when `ms` have been read: even within a block, fast over what separates two. */
export const rollAt = (stretches: readonly Stretch[], ms: number): number => {
  let left = Math.max(0, ms)
  for (const { top, height, ms: length } of stretches) {
    if (left <= length) return top + (length === 0 ? 0 : (left / length) * height)
    left -= length
  }
  const last = stretches.at(-1)
  return last ? last.top + last.height : 0
}

/** The same the other way round, for a roll that was moved by hand. */
export const msAt = (stretches: readonly Stretch[], roll: number): number => {
  let before = 0
  for (const { top, height, ms } of stretches) {
    if (roll < top) return before
    if (roll <= top + height) return before + (height === 0 ? 0 : ((roll - top) / height) * ms)
    before += ms
  }
  return before
}

/** Beginnings of the steps in milliseconds; those that say and show nothing are left out. */
export const beginnings = (blocks: readonly Block[]): readonly { readonly step: string; readonly ms: number }[] => {
  let at = 0
  return blocks.flatMap(({ step, ms }, index) => {
    const start = at
    at += ms
    return blocks[index - 1]?.step === step ? [] : [{ step, ms: start }]
  })
}

/** The beginning before or after; back within a second and a half goes to the step before, as on a player. */
export const jumped = (starts: readonly { readonly ms: number }[], ms: number, way: -1 | 1): number =>
  way === 1 ? (starts.find((start) => start.ms > ms + 1)?.ms ?? ms) : (starts.findLast((start) => start.ms < ms - 1_500)?.ms ?? 0)

export const SPEED = { least: 0.5, most: 2, step: 0.05 } as const
export const faster = (speed: number, way: -1 | 1): number =>
  Math.round(Math.min(SPEED.most, Math.max(SPEED.least, speed + way * SPEED.step)) * 100) / 100

/** Still to come and a text in it moved: said at once. */
export const urgentOf = ({ changes }: Pick<ProgrammeView, 'changes'>): ProgrammeView['changes'] =>
  changes.filter(({ urgent }) => urgent)
