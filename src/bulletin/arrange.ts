/** Arranging an issue: every function gives a new plan, for the panel's drag and keys and for the door that saves it. Pure. */
import { isLanguage, LANGUAGES } from '#newsroom'
import { SLOTS } from '#publication/edition'
import type { Plan, PlanEntry, PlanSection } from './plan'

/** What one issue may hold at most. `words` in characters of a section's name, `notes` of an entry's. */
export const PLAN_LIMITS = { sections: 40, entries: 200, photos: 30, words: 200, notes: 4000, budget: 200_000 } as const

export const PLAN_PROBLEMS = [
  'sectionTwice',
  'entryTwice',
  'idMissing',
  'nameMissing',
  'nameTooLong',
  'slotUnknown',
  'storyTwice',
  'photoTwice',
  'budgetInvalid',
  'leftOutInvalid',
  'notesTooLong',
  'tooManySections',
  'tooManyEntries',
  'tooManyPhotos',
] as const
export type PlanProblem = {
  readonly kind: (typeof PLAN_PROBLEMS)[number]
  readonly section: string | null
  readonly entry: string | null
}

/** Why a plan is not to be stored; empty = it may be. Which stories and media exist is for the store to say. */
export const checkPlan = (plan: Plan): readonly PlanProblem[] => {
  const entries = entriesOf(plan)
  return [
    ...about(plan.sections.length > PLAN_LIMITS.sections, 'tooManySections'),
    ...about(entries.length > PLAN_LIMITS.entries, 'tooManyEntries'),
    ...plan.sections.flatMap(sectionProblems),
    ...repeated(plan.sections, ({ id }) => id).flatMap(({ id }) => about(true, 'sectionTwice', id)),
    ...repeated(entries, ({ entry }) => entry.id).flatMap(({ section, entry }) => about(true, 'entryTwice', section, entry.id)),
    ...repeated(entries, ({ entry }) => entry.story).flatMap(({ section, entry }) =>
      about(true, 'storyTwice', section, entry.id),
    ),
  ]
}

/** Where an entry stands. `index` counts from 0. */
export type Spot = { readonly section: string; readonly index: number }

export const spotOf = (plan: Plan, id: string): Spot | null => {
  for (const section of plan.sections) {
    const index = section.entries.findIndex((entry) => entry.id === id)
    if (index >= 0) return { section: section.id, index }
  }
  return null
}

/** `to.index` is the place that the entry has afterwards, at most the last one. What is not in the plan moves nowhere. */
export const movedEntry = (plan: Plan, id: string, to: Spot): Plan => {
  const entry = entriesOf(plan).find((one) => one.entry.id === id)?.entry
  return entry === undefined || !holds(plan, to.section) ? plan : placedEntry(removedEntry(plan, id), entry, to)
}

/** One place up (−1) or down (1), over the edge of a section into the next one, for the arrow keys. */
export const steppedEntry = (plan: Plan, id: string, step: -1 | 1): Plan => {
  const spot = spotOf(plan, id)
  if (spot === null) return plan
  const place = plan.sections.findIndex((section) => section.id === spot.section)
  const within = spot.index + step
  if (within >= 0 && within < (plan.sections[place]?.entries.length ?? 0)) return movedEntry(plan, id, { ...spot, index: within })
  const neighbour = plan.sections[place + step]
  if (neighbour === undefined) return plan
  return movedEntry(plan, id, { section: neighbour.id, index: step === 1 ? 0 : neighbour.entries.length })
}

/** A new entry at its place, at most the last one. */
export const placedEntry = (plan: Plan, entry: PlanEntry, to: Spot): Plan =>
  withEntries(plan, (section) => (section.id === to.section ? inserted(section.entries, entry, to.index) : section.entries))

export const removedEntry = (plan: Plan, id: string): Plan =>
  withEntries(plan, ({ entries }) =>
    entries.some((entry) => entry.id === id) ? entries.filter((entry) => entry.id !== id) : entries,
  )

/** An issue begins with the sections of the one before it, empty, under ids of its own. */
export const newPlanFrom = (previous: Plan, newId: () => string): Plan => ({
  sections: previous.sections.map(({ names }) => ({
    id: newId(),
    names: { vi: names.vi, en: names.en, ja: names.ja },
    entries: [],
  })),
})

type Placed = { readonly section: string; readonly entry: PlanEntry }

/** In running order. */
export const entriesOf = (plan: Plan): readonly Placed[] =>
  plan.sections.flatMap(({ id, entries }) => entries.map((entry) => ({ section: id, entry })))

const sectionProblems = ({ id, names, entries }: PlanSection): readonly PlanProblem[] => [
  ...about(id === '', 'idMissing', id),
  ...about(
    LANGUAGES.some((language) => names[language].trim() === ''),
    'nameMissing',
    id,
  ),
  ...about(
    LANGUAGES.some((language) => names[language].length > PLAN_LIMITS.words),
    'nameTooLong',
    id,
  ),
  ...entries.flatMap((entry) => entryProblems(id, entry)),
]

const entryProblems = (section: string, entry: PlanEntry): readonly PlanProblem[] => [
  ...about(entry.id === '', 'idMissing', section, entry.id),
  ...about(!(SLOTS as readonly string[]).includes(entry.slot), 'slotUnknown', section, entry.id),
  ...about(!LANGUAGES.every((language) => mayBeBudget(entry.budget[language])), 'budgetInvalid', section, entry.id),
  ...about(!mayBeLeftOut(entry.leftOut ?? []), 'leftOutInvalid', section, entry.id),
  ...about(entry.notes.length > PLAN_LIMITS.notes, 'notesTooLong', section, entry.id),
  ...about(entry.photos.length > PLAN_LIMITS.photos, 'tooManyPhotos', section, entry.id),
  ...about(new Set(entry.photos).size < entry.photos.length, 'photoTwice', section, entry.id),
]

const mayBeBudget = (budget: number | null): boolean =>
  budget === null || (Number.isInteger(budget) && budget > 0 && budget <= PLAN_LIMITS.budget)

const mayBeLeftOut = (languages: readonly string[]): boolean =>
  new Set(languages).size === languages.length && languages.every(isLanguage)

const about = (
  wrong: boolean,
  kind: PlanProblem['kind'],
  section: string | null = null,
  entry: string | null = null,
): readonly PlanProblem[] => (wrong ? [{ kind, section, entry }] : [])

/** Those whose key somebody before them has; null is nobody's. */
const repeated = <Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string | null): readonly Thing[] => {
  const seen = new Set<string>()
  return things.filter((thing) => {
    const key = keyOf(thing)
    if (key === null) return false
    const again = seen.has(key)
    seen.add(key)
    return again
  })
}

const holds = (plan: Plan, section: string): boolean => plan.sections.some(({ id }) => id === section)

const withEntries = (plan: Plan, entries: (section: PlanSection) => readonly PlanEntry[]): Plan => ({
  sections: plan.sections.map((section) => ({ ...section, entries: entries(section) })),
})

const inserted = <Thing>(things: readonly Thing[], thing: Thing, index: number): readonly Thing[] => {
  const at = Math.min(Math.max(index, 0), things.length)
  return [...things.slice(0, at), thing, ...things.slice(at)]
}
