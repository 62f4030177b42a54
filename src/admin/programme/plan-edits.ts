/** One person's changes of a programme as values: put on what the newsroom has, and put again on what somebody else made of it meanwhile. Pure. */
import { movedStep, placedStep, removedStep } from '#programme/arrange'
import type { PlanStep, ProgrammePlan } from '#programme/plan'
import { movedOf } from '#publication/composition'
import type { Clip } from '#publication/programme'
import { joinedBy, reappliedBy } from '../arranging/edits'

export const STEP_TEXTS = ['title', 'intro', 'script', 'notes'] as const
export type StepText = (typeof STEP_TEXTS)[number]
export const HEAD_FIELDS = ['title', 'channel', 'airDate', 'airTime', 'presenter', 'targetMs', 'pace'] as const
export type HeadField = (typeof HEAD_FIELDS)[number]
type HeadEdit = {
  readonly [F in HeadField]: { readonly do: 'head'; readonly field: F; readonly value: ProgrammePlan[F] }
}[HeadField]

/** Places are named by their neighbour, not counted: they hold when others moved something else. `before` null = at the end. */
export type Edit =
  | { readonly do: 'move'; readonly step: string; readonly before: string | null }
  | { readonly do: 'add'; readonly step: PlanStep; readonly before: string | null }
  | { readonly do: 'remove'; readonly step: string }
  | { readonly do: 'text'; readonly step: string; readonly field: StepText; readonly value: string }
  | { readonly do: 'clip'; readonly step: string; readonly clip: Clip | null }
  | HeadEdit

/** Null: it cannot be done any more, because what it speaks of is gone. */
export const applied = (plan: ProgrammePlan, edit: Edit): ProgrammePlan | null => {
  switch (edit.do) {
    case 'move': {
      if (!has(plan, edit.step) || edit.before === edit.step) return null
      return movedStep(plan, edit.step, placeBefore(removedStep(plan, edit.step), edit.before))
    }
    case 'add':
      return has(plan, edit.step.id) ? null : placedStep(plan, edit.step, placeBefore(plan, edit.before))
    case 'remove':
      return has(plan, edit.step) ? removedStep(plan, edit.step) : null
    case 'text':
      return mended(plan, edit.step, (step) => ({ ...step, [edit.field]: edit.value }))
    case 'clip':
      return mended(plan, edit.step, (step) => ({ ...step, clip: edit.clip }))
    case 'head':
      return { ...plan, [edit.field]: edit.value }
  }
}

export const reapplied = reappliedBy(applied)

const nameOf = (edit: Edit): string | null =>
  edit.do === 'text'
    ? `text ${edit.step} ${edit.field}`
    : edit.do === 'clip'
      ? `clip ${edit.step}`
      : edit.do === 'head'
        ? `head ${edit.field}`
        : null
export const joined = joinedBy(nameOf)

export const samePlan = (one: ProgrammePlan, other: ProgrammePlan): boolean => JSON.stringify(one) === JSON.stringify(other)

/** One place up or down; null: there is none that way. */
export const stepped = (plan: ProgrammePlan, id: string, way: 'up' | 'down'): Extract<Edit, { readonly do: 'move' }> | null => {
  const at = plan.steps.findIndex((step) => step.id === id)
  const others = plan.steps.filter((step) => step.id !== id)
  const to = at + (way === 'up' ? -1 : 1)
  return at < 0 || to < 0 || to > others.length ? null : { do: 'move', step: id, before: others[to]?.id ?? null }
}

/** What brings a removed step back to its place. */
export const undoOf = (plan: ProgrammePlan, id: string): Edit | null => {
  const at = plan.steps.findIndex((step) => step.id === id)
  const step = plan.steps[at]
  return step === undefined ? null : { do: 'add', step, before: plan.steps[at + 1]?.id ?? null }
}

/** What somebody else's save did; `fields` in the words of the plan. */
export type Difference =
  | { readonly what: 'added' | 'removed' | 'moved'; readonly step: string; readonly title: string }
  | { readonly what: 'changed'; readonly step: string; readonly title: string; readonly fields: readonly (StepText | 'clip')[] }
  | { readonly what: 'head'; readonly field: HeadField }

export const differencesOf = (before: ProgrammePlan, after: ProgrammePlan): readonly Difference[] => {
  const staying = (plan: ProgrammePlan, other: ProgrammePlan) => plan.steps.filter(({ id }) => has(other, id))
  const [was, is] = [staying(before, after), staying(after, before)]
  const ids = (steps: readonly PlanStep[]) => steps.map(({ id }) => id)
  const moved = new Set(movedOf(ids(was), ids(is)))
  return [
    ...HEAD_FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({ what: 'head', field }) as const),
    ...after.steps.filter(({ id }) => !has(before, id)).map(({ id, title }) => ({ what: 'added', step: id, title }) as const),
    ...before.steps.filter(({ id }) => !has(after, id)).map(({ id, title }) => ({ what: 'removed', step: id, title }) as const),
    ...is.filter(({ id }) => moved.has(id)).map(({ id, title }) => ({ what: 'moved', step: id, title }) as const),
    ...is.flatMap((step): readonly Difference[] => {
      const earlier = was.find(({ id }) => id === step.id)
      const fields = ([...STEP_TEXTS, 'clip'] as const).filter(
        (field) => JSON.stringify(earlier?.[field]) !== JSON.stringify(step[field]),
      )
      return fields.length === 0 ? [] : [{ what: 'changed', step: step.id, title: step.title, fields }]
    }),
  ]
}

const has = ({ steps }: ProgrammePlan, id: string): boolean => steps.some((step) => step.id === id)

/** A neighbour that is gone: at the end. */
const placeBefore = ({ steps }: ProgrammePlan, before: string | null): number => {
  const at = before === null ? -1 : steps.findIndex(({ id }) => id === before)
  return at < 0 ? steps.length : at
}

const mended = (plan: ProgrammePlan, id: string, change: (step: PlanStep) => PlanStep): ProgrammePlan | null =>
  has(plan, id) ? { ...plan, steps: plan.steps.map((step) => (step.id === id ? change(step) : step)) } : null
