/**
 * A programme as it stands now: its order and scripts are frozen as they were read, its texts live. Whoever shows one asks here,
 * so that a text that was withdrawn is gone from all of them at once. Pure.
 */
import type { Language } from '#newsroom'
import type { ProgrammeContents, ProgrammeFile, ProgrammeStep } from '../programme'
import type { Release, Snapshot, TextRelease } from '../release'
import type { PublicFile, TextNow } from './edition'
import { say } from './words'

/** A programme's snapshot: one that has a running order. */
export type ProgrammeSnapshot = Snapshot & { readonly programme: ProgrammeContents }
export const isProgramme = (snapshot: Snapshot): snapshot is ProgrammeSnapshot => snapshot.programme !== undefined

/**
 * `own`: words of the programme · `live`: the text as it was when the programme was approved · `corrected`: it changed since ·
 * `withdrawn`: taken down, nothing of it may be shown · `absent`: not in the log.
 */
export type StepNow = {
  readonly step: ProgrammeStep
  /** Whole milliseconds from the beginning of the programme. */
  readonly at: number
} & (
  | { readonly state: 'own' | 'absent'; readonly release: null }
  | { readonly state: 'live' | 'corrected'; readonly release: TextRelease }
  | { readonly state: 'withdrawn'; readonly release: Extract<Release, { readonly kind: 'withdrawal' }> }
)

export const lengthOf = ({ readMs, clipMs }: Pick<ProgrammeStep, 'readMs' | 'clipMs'>): number => readMs + clipMs

/** Every step in the order in which it goes on air. */
export const stepsOf = ({ steps }: ProgrammeContents, textNow: TextNow): readonly StepNow[] => {
  let next = 0
  return steps.map((step): StepNow => {
    const at = next
    next += lengthOf(step)
    if (step.text === null) return { step, at, state: 'own', release: null }
    const release = textNow(step.text.item)
    if (release === null) return { step, at, state: 'absent', release }
    if (release.kind === 'withdrawal') return { step, at, state: 'withdrawn', release }
    return { step, at, state: release.snapshotDigest === step.text.digest ? 'live' : 'corrected', release }
  })
}

/** What may be read of a step: nothing of a text that is not live. */
export const isSpoken = ({ state }: Pick<StepNow, 'state'>): boolean => state !== 'withdrawn' && state !== 'absent'

/**
 * What may be shown of a programme now beside its steps: without the picture of a text that was withdrawn, and without its frozen
 * body, which tells every step. Any other text as it is.
 */
export const shownNow = (snapshot: Snapshot, textNow: TextNow): Snapshot =>
  isProgramme(snapshot) ? programmeNow(snapshot, stepsOf(snapshot.programme, textNow)) : snapshot

const programmeNow = (snapshot: ProgrammeSnapshot, steps: readonly StepNow[]): ProgrammeSnapshot => {
  const isGone = steps.some(({ step, state }) => state === 'withdrawn' && step.poster?.digest === snapshot.lead?.digest)
  return { ...snapshot, lead: isGone ? null : snapshot.lead, body: [] }
}

/** Script, rundown and package hold the words of every step. */
export const areWithheld = (steps: readonly StepNow[]): boolean => steps.some(({ state }) => state === 'withdrawn')

/** Those that the broadcaster may fetch now. */
export const offeredProgrammeFiles = ({ files }: ProgrammeContents, steps: readonly StepNow[]): readonly ProgrammeFile[] =>
  areWithheld(steps) ? [] : files

/** Films and stills of the steps that may be shown, and the files. */
export const programmeMedia = (snapshot: ProgrammeSnapshot, textNow: TextNow): readonly PublicFile[] => {
  const steps = stepsOf(snapshot.programme, textNow)
  const { lead } = programmeNow(snapshot, steps)
  const shown = new Set([
    ...(lead === null ? [] : [lead.digest]),
    ...steps
      .filter(({ state }) => state !== 'withdrawn')
      .flatMap(({ step }) => [step.poster?.digest, step.film?.file].filter((digest) => typeof digest === 'string')),
  ])
  return [
    ...snapshot.media.filter(({ digest }) => shown.has(digest)).flatMap(({ renditions }) => renditions),
    ...offeredProgrammeFiles(snapshot.programme, steps),
  ]
}

/** What is said of a step beside its title: that it cannot be read here, or was corrected; null = nothing. */
export const stepFlag = ({ state }: StepNow, language: Language): string | null => {
  switch (state) {
    case 'absent':
      return say(language, 'programme.absent')
    case 'corrected':
      return say(language, 'programme.corrected')
    default:
      return null
  }
}

export const stepTitle = ({ step, state }: StepNow, language: Language): string =>
  state === 'withdrawn' ? say(language, 'programme.gone') : step.title

/** Paragraphs as they are read: introduction, then script. */
export const spokenWords = ({ intro, script }: Pick<ProgrammeStep, 'intro' | 'script'>): readonly string[] =>
  [intro, script].flatMap((part) => part.split(/\n{2,}/)).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
