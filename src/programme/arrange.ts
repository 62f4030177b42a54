/** Arranging a programme: every function gives a new plan, for the panel's drag and keys and for the door that saves it. Pure. */
import { isLanguage } from '#newsroom'
import type { Language } from '#newsroom'
import { STEP_KINDS, type Clip } from '#publication/programme'
import { cleanText } from '#text/normalise'
import type { PlanStep, ProgrammePlan } from './plan'
import { PACE, PACE_LIMITS, readMs } from './timing'
import type { StepView } from './view'

/** What one programme may hold at most: steps, characters of its fields, milliseconds. */
export const PLAN_LIMITS = {
  steps: 60,
  title: 200,
  presenter: 200,
  intro: 2000,
  script: 20_000,
  notes: 4000,
  targetMs: 6 * 3_600_000,
} as const

export const PLAN_PROBLEMS = [
  'channelMissing',
  'languageUnknown',
  'titleMissing',
  'titleTooLong',
  'presenterTooLong',
  'airDateInvalid',
  'airTimeInvalid',
  'targetInvalid',
  'paceInvalid',
  'tooManySteps',
  'idMissing',
  'stepTwice',
  'kindUnknown',
  'introTooLong',
  'scriptTooLong',
  'notesTooLong',
  'clipInvalid',
  'clipWithoutFilm',
  'clipBeyondFilm',
] as const
export type PlanProblem = { readonly kind: (typeof PLAN_PROBLEMS)[number]; readonly step: string | null }

/** Length of a step's film by the id of the step; null = not known (of a link), absent = there is no film. */
export type FilmLengths = ReadonlyMap<string, number | null>

/**
 * Why a plan is not to be stored; empty = it may be. Which channels and stories exist is for the store to say; without `films` only
 * the form of a clip is judged.
 */
export const checkPlan = (plan: ProgrammePlan, films?: FilmLengths): readonly PlanProblem[] => [
  ...about(plan.channel === '', 'channelMissing'),
  ...about(!isLanguage(plan.language), 'languageUnknown'),
  ...about(plan.title.trim() === '', 'titleMissing'),
  ...about(plan.title.length > PLAN_LIMITS.title, 'titleTooLong'),
  ...about(plan.presenter.length > PLAN_LIMITS.presenter, 'presenterTooLong'),
  ...about(!isCivilDay(plan.airDate), 'airDateInvalid'),
  ...about(!isAirTime(plan.airTime), 'airTimeInvalid'),
  ...about(!isWhole(plan.targetMs, 1000, PLAN_LIMITS.targetMs), 'targetInvalid'),
  ...about(!isWhole(plan.pace, PACE_LIMITS.least, PACE_LIMITS.most), 'paceInvalid'),
  ...about(plan.steps.length > PLAN_LIMITS.steps, 'tooManySteps'),
  ...plan.steps.flatMap((step) => stepProblems(step, films)),
  ...plan.steps
    .filter(({ id }, index) => plan.steps.findIndex((other) => other.id === id) < index)
    .map(({ id }) => ({ kind: 'stepTwice', step: id }) as const),
]

/** `17:30`, twenty-four hours. */
export const isAirTime = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)

/** `2026-10-05`, a day that there is. */
export const isCivilDay = (text: string): boolean => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00.000Z`) : null
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** Why a step cannot go on air yet. */
export const STEP_FAULTS = [
  'textMissing',
  'textNotReady',
  'textHeld',
  'textEmbargoed',
  'titleMissing',
  'wordsMissing',
  'filmMissing',
] as const
export type StepFault = (typeof STEP_FAULTS)[number]

/** `view`: what the newsroom knows of its story; of own words nothing is asked. Empty = the step is complete. */
export const stepFaults = (
  { story, title, intro, script, clip }: PlanStep,
  view: Pick<StepView, 'text' | 'film'> | undefined,
): readonly StepFault[] => {
  const text = view?.text ?? null
  const isSilent = intro.trim() === '' && script.trim() === ''
  const faults: readonly (readonly [StepFault, boolean])[] = [
    ['textMissing', story !== null && (text === null || text.state === 'missing')],
    ['textHeld', text?.held === true],
    ['textEmbargoed', text !== null && text.embargo !== null],
    ['textNotReady', text !== null && text.state !== 'missing' && !text.ready && !text.held && text.embargo === null],
    ['titleMissing', title.trim() === ''],
    // Pictures may speak for themselves.
    ['wordsMissing', isSilent && clip === null],
    ['filmMissing', clip !== null && (view?.film ?? null) === null],
  ]
  return faults.filter(([, found]) => found).map(([fault]) => fault)
}

export type Unready = { readonly step: string | null; readonly title: string }

/** What `programme.unready` names; a programme without steps is itself not ready. */
export const unreadySteps = (
  { title, steps }: Pick<ProgrammePlan, 'title' | 'steps'>,
  board: Readonly<Record<string, Pick<StepView, 'text' | 'film'>>>,
): readonly Unready[] =>
  steps.length === 0
    ? [{ step: null, title }]
    : steps.flatMap((step, index) =>
        stepFaults(step, board[step.id]).length === 0
          ? []
          : [{ step: step.id, title: step.title.trim() || board[step.id]?.text?.title || `${index + 1}` }],
      )

/** `index` is the place that the step has afterwards, from 0, at most the last one. What is not in the plan moves nowhere. */
export const movedStep = (plan: ProgrammePlan, id: string, index: number): ProgrammePlan => {
  const step = plan.steps.find((one) => one.id === id)
  return step === undefined ? plan : placedStep(removedStep(plan, id), step, index)
}

/** A new step at its place, at most the last one. */
export const placedStep = (plan: ProgrammePlan, step: PlanStep, index: number): ProgrammePlan => ({
  ...plan,
  steps: plan.steps.toSpliced(Math.min(Math.max(index, 0), plan.steps.length), 0, step),
})

export const removedStep = (plan: ProgrammePlan, id: string): ProgrammePlan =>
  plan.steps.some((step) => step.id === id) ? { ...plan, steps: plan.steps.filter((step) => step.id !== id) } : plan

/** One place up (−1) or down (1), for the arrow keys. */
export const steppedStep = (plan: ProgrammePlan, id: string, by: -1 | 1): ProgrammePlan => {
  const to = plan.steps.findIndex((step) => step.id === id) + by
  return to < 0 || to >= plan.steps.length ? plan : movedStep(plan, id, to)
}

/** Where a new item goes: before the closing words, else at the end. */
export const itemPlace = ({ steps }: Pick<ProgrammePlan, 'steps'>): number => {
  const closing = steps.findLastIndex(({ kind }) => kind === 'closing')
  return closing === steps.length - 1 && closing >= 0 ? closing : steps.length
}

export type Beginning = Pick<ProgrammePlan, 'channel' | 'language' | 'title' | 'airDate'> & {
  /** Titles of the two steps that it begins with. */
  readonly opening: string
  readonly closing: string
}

/** Opening and closing, ten minutes at half past five; `newId` is asked twice. */
export const newPlan = ({ opening, closing, ...facts }: Beginning, newId: () => string): ProgrammePlan => ({
  channel: facts.channel,
  language: facts.language,
  title: facts.title,
  airDate: facts.airDate,
  airTime: '17:30',
  presenter: '',
  targetMs: 10 * 60_000,
  pace: PACE[facts.language],
  steps: [ownStep('opening', opening, newId()), ownStep('closing', closing, newId())],
})

/** A step of the programme's own words. */
export const ownStep = (kind: PlanStep['kind'], title: string, id: string): PlanStep => ({
  id,
  kind,
  story: null,
  title,
  intro: '',
  script: '',
  clip: null,
  notes: '',
})

/** What a script begins with, to be shortened by hand: first sentences of the summary (of the text where it has none), to about half a minute. */
export const seededScript = (
  { summary, body }: { readonly summary: string; readonly body: string },
  language: Language,
): string => {
  const text = cleanText(summary, language).trim() || cleanText(body, language).trim()
  let seed = ''
  for (const sentence of sentencesOf(text, language)) {
    const longer = joined(seed, sentence, language)
    if (seed !== '' && readMs(longer, language) > SEED_MS) break
    seed = longer
  }
  return seed.slice(0, PLAN_LIMITS.script)
}
const SEED_MS = 30_000

const sentencesOf = (text: string, language: Language): readonly string[] => {
  const sentences: string[] = []
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text.replace(/\s+/g, ' '))) {
    const last = sentences.at(-1)
    if (last !== undefined && ABBREVIATED.test(last)) sentences[sentences.length - 1] = last + segment
    else sentences.push(segment)
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
}

/** An initial or a title of a person or a town ends no sentence. */
const ABBREVIATED = /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|TP|Tp|TS|ThS|GS|PGS|No)\.\s*$/u

const joined = (before: string, sentence: string, language: Language): string =>
  before === '' ? sentence : `${before}${language === 'ja' ? '' : ' '}${sentence}`

const stepProblems = (step: PlanStep, films: FilmLengths | undefined): readonly PlanProblem[] => [
  ...about(step.id === '', 'idMissing', step.id),
  ...about(!(STEP_KINDS as readonly string[]).includes(step.kind), 'kindUnknown', step.id),
  ...about(step.title.length > PLAN_LIMITS.title, 'titleTooLong', step.id),
  ...about(step.intro.length > PLAN_LIMITS.intro, 'introTooLong', step.id),
  ...about(step.script.length > PLAN_LIMITS.script, 'scriptTooLong', step.id),
  ...about(step.notes.length > PLAN_LIMITS.notes, 'notesTooLong', step.id),
  ...(step.clip === null ? [] : clipProblems(step, step.clip, films)),
]

const clipProblems = ({ id, story }: PlanStep, clip: Clip, films: FilmLengths | undefined): readonly PlanProblem[] => {
  if (!isWhole(clip.from, 0, Number.MAX_SAFE_INTEGER) || !isWhole(clip.to, clip.from + 1, Number.MAX_SAFE_INTEGER))
    return about(true, 'clipInvalid', id)
  if (story === null) return about(true, 'clipWithoutFilm', id)
  if (films === undefined) return []
  const length = films.get(id)
  return [
    ...about(length === undefined, 'clipWithoutFilm', id),
    ...about(length != null && clip.to > length, 'clipBeyondFilm', id),
  ]
}

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most

const about = (wrong: boolean, kind: PlanProblem['kind'], step: string | null = null): readonly PlanProblem[] =>
  wrong ? [{ kind, step }] : []
