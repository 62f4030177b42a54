/** One person's changes of an issue as values: put on what the newsroom has, and put again on what somebody else made of it meanwhile. Pure. */
import { LANGUAGES, type Instant, type Language } from '#newsroom'
import { entriesOf, movedEntry, placedEntry, removedEntry } from '#bulletin/arrange'
import type { DeadlineKey, Deadlines, Plan, PlanEntry, PlanSection } from '#bulletin/plan'
import type { IssueView, MediaView, PlanChange } from '#bulletin/view'
import type { Slot } from '#publication/edition'
import { joinedBy, reappliedBy } from '../arranging/edits'

type Words = PlanSection['names']

/** What the issue's editors may change, and nothing else of its view. */
export type Draft = {
  readonly plan: Plan
  readonly themes: Words
  readonly date: string
  readonly cover: MediaView | null
  readonly licence: string | null
  readonly deadlines: Deadlines
}

/** Places are named by their neighbour, not counted: they hold when others moved something else. `before` null = at the end. */
export type Edit =
  | { readonly do: 'move'; readonly entry: string; readonly section: string; readonly before: string | null }
  | {
      readonly do: 'add'
      readonly section: string
      readonly before: string | null
      readonly entry: PlanEntry
      /** Until the newsroom's answer names it. */
      readonly title: string
    }
  | { readonly do: 'remove'; readonly entry: string }
  | { readonly do: 'slot'; readonly entry: string; readonly slot: Slot }
  | { readonly do: 'budget'; readonly entry: string; readonly language: Language; readonly characters: number | null }
  | { readonly do: 'photos'; readonly entry: string; readonly photos: readonly MediaView[] }
  /** Languages whose edition goes without it. */
  | { readonly do: 'leftOut'; readonly entry: string; readonly languages: readonly Language[] }
  | { readonly do: 'notes'; readonly entry: string; readonly notes: string }
  | { readonly do: 'addSection'; readonly section: string; readonly before: string | null; readonly names: Words }
  | { readonly do: 'renameSection'; readonly section: string; readonly names: Words }
  | { readonly do: 'moveSection'; readonly section: string; readonly before: string | null }
  | { readonly do: 'removeSection'; readonly section: string }
  | { readonly do: 'themes'; readonly themes: Words }
  | { readonly do: 'date'; readonly date: string }
  | { readonly do: 'cover'; readonly cover: MediaView | null }
  | { readonly do: 'licence'; readonly licence: string | null }
  | { readonly do: 'deadline'; readonly language: Language; readonly key: DeadlineKey; readonly at: Instant | null }

export const draftOf = ({ plan, themes, date, coverMedia, licenceId, deadlines }: IssueView): Draft => ({
  plan,
  themes,
  date,
  cover: coverMedia,
  licence: licenceId,
  deadlines,
})

export type Standing = { readonly section: PlanSection; readonly entry: PlanEntry; readonly at: number }
export const placeOf = ({ sections }: Plan, id: string): Standing | null => {
  for (const section of sections) {
    const at = section.entries.findIndex((entry) => entry.id === id)
    const entry = section.entries[at]
    if (entry) return { section, entry, at }
  }
  return null
}

/** Null: it cannot be done any more, because what it speaks of is gone. */
export const applied = (draft: Draft, edit: Edit): Draft | null => {
  switch (edit.do) {
    case 'themes':
      return { ...draft, themes: edit.themes }
    case 'date':
      return { ...draft, date: edit.date }
    case 'cover':
      return { ...draft, cover: edit.cover }
    case 'licence':
      return { ...draft, licence: edit.licence }
    case 'deadline': {
      const { [edit.key]: _, ...others } = draft.deadlines[edit.language]
      const own = edit.at === null ? others : { ...others, [edit.key]: edit.at }
      return { ...draft, deadlines: { ...draft.deadlines, [edit.language]: own } }
    }
    default: {
      const plan = arranged(draft.plan, edit)
      return plan === null ? null : { ...draft, plan }
    }
  }
}

type PlanEdit = Exclude<Edit, { readonly do: 'themes' | 'date' | 'cover' | 'licence' | 'deadline' }>

const arranged = (plan: Plan, edit: PlanEdit): Plan | null => {
  switch (edit.do) {
    case 'move': {
      const standing = placeOf(plan, edit.entry)
      const target = plan.sections.find(({ id }) => id === edit.section)
      if (!standing || !target || edit.before === edit.entry) return null
      const others = target.entries.filter(({ id }) => id !== edit.entry)
      return movedEntry(plan, edit.entry, { section: target.id, index: placeBefore(others, edit.before) })
    }
    case 'add': {
      const target = plan.sections.find(({ id }) => id === edit.section)
      // A story stands once in an issue.
      const taken = entriesOf(plan).some(
        ({ entry }) => entry.id === edit.entry.id || (entry.story !== null && entry.story === edit.entry.story),
      )
      if (!target || taken) return null
      return placedEntry(plan, edit.entry, { section: target.id, index: placeBefore(target.entries, edit.before) })
    }
    case 'remove':
      return placeOf(plan, edit.entry) ? removedEntry(plan, edit.entry) : null
    case 'slot':
      return mended(plan, edit.entry, (entry) => ({ ...entry, slot: edit.slot }))
    case 'budget':
      return mended(plan, edit.entry, (entry) => ({ ...entry, budget: { ...entry.budget, [edit.language]: edit.characters } }))
    case 'photos':
      return mended(plan, edit.entry, (entry) => ({ ...entry, photos: edit.photos.map(({ id }) => id) }))
    case 'leftOut':
      return mended(plan, edit.entry, ({ leftOut: _, ...entry }) => ({
        ...entry,
        ...(edit.languages.length > 0 ? { leftOut: edit.languages } : {}),
      }))
    case 'notes':
      return mended(plan, edit.entry, (entry) => ({ ...entry, notes: edit.notes }))
    case 'addSection':
      return plan.sections.some(({ id }) => id === edit.section)
        ? null
        : { sections: putBefore(plan.sections, { id: edit.section, names: edit.names, entries: [] }, edit.before) }
    case 'renameSection':
      return withSection(plan, edit.section, (section) => ({ ...section, names: edit.names }))
    case 'moveSection': {
      const section = plan.sections.find(({ id }) => id === edit.section)
      if (!section || edit.before === edit.section) return null
      return {
        sections: putBefore(
          plan.sections.filter((one) => one !== section),
          section,
          edit.before,
        ),
      }
    }
    case 'removeSection': {
      const section = plan.sections.find(({ id }) => id === edit.section)
      // Somebody put something into it: what is in it is not thrown away unseen.
      return section?.entries.length === 0 ? { sections: plan.sections.filter((one) => one !== section) } : null
    }
  }
}

const withSection = (plan: Plan, id: string, change: (section: PlanSection) => PlanSection): Plan | null =>
  plan.sections.some((section) => section.id === id)
    ? { sections: plan.sections.map((section) => (section.id === id ? change(section) : section)) }
    : null

const mended = (plan: Plan, id: string, change: (entry: PlanEntry) => PlanEntry): Plan | null =>
  placeOf(plan, id)
    ? {
        sections: plan.sections.map((section) => ({
          ...section,
          entries: section.entries.map((entry) => (entry.id === id ? change(entry) : entry)),
        })),
      }
    : null

/** A neighbour that is gone: at the end. */
const placeBefore = (list: readonly { readonly id: string }[], before: string | null): number => {
  const at = before === null ? -1 : list.findIndex(({ id }) => id === before)
  return at < 0 ? list.length : at
}
const putBefore = <T extends { readonly id: string }>(list: readonly T[], one: T, before: string | null): readonly T[] =>
  list.toSpliced(placeBefore(list, before), 0, one)

export const reapplied = reappliedBy(applied)

const nameOf = (edit: Edit): string | null => {
  switch (edit.do) {
    case 'slot':
    case 'photos':
    case 'leftOut':
    case 'notes':
      return `${edit.do} ${edit.entry}`
    case 'budget':
      return `budget ${edit.entry} ${edit.language}`
    case 'deadline':
      return `deadline ${edit.language} ${edit.key}`
    case 'themes':
    case 'date':
    case 'cover':
    case 'licence':
      return edit.do
    default:
      return null
  }
}
export const joined = joinedBy(nameOf)

/** The body of a save: only what differs from what the newsroom has. */
export const changeOf = (issue: IssueView, draft: Draft): PlanChange => {
  const before = draftOf(issue)
  return {
    rev: issue.rev,
    ...(differs(before.plan, draft.plan) ? { plan: draft.plan } : {}),
    ...(differs(before.themes, draft.themes) ? { themes: draft.themes } : {}),
    ...(before.date === draft.date ? {} : { date: draft.date }),
    ...((before.cover?.id ?? null) === (draft.cover?.id ?? null) ? {} : { cover: draft.cover?.id ?? null }),
    ...(before.licence === draft.licence ? {} : { licence: draft.licence }),
    ...(differs(before.deadlines, draft.deadlines) ? { deadlines: draft.deadlines } : {}),
  }
}
const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other)

/** Nothing of it would change anything: it was saved already, or taken back. */
export const isEmptyChange = (change: PlanChange): boolean => Object.keys(change).length === 1

/** Up, down: past the ends of its section into the next one. `section`: to the first place of the section before or after. */
export type Step = 'up' | 'down' | 'sectionUp' | 'sectionDown'

/** Null: there is no further place that way. */
export const stepped = (plan: Plan, id: string, step: Step): Extract<Edit, { readonly do: 'move' }> | null => {
  const standing = placeOf(plan, id)
  if (!standing) return null
  const { section, at } = standing
  const index = plan.sections.indexOf(section)
  const above = plan.sections[index - 1]
  const below = plan.sections[index + 1]
  const to = (target: PlanSection, before: string | null) => ({ do: 'move', entry: id, section: target.id, before }) as const
  const others = section.entries.filter((entry) => entry.id !== id)
  switch (step) {
    case 'up':
      return at > 0 ? to(section, others[at - 1]?.id ?? null) : above ? to(above, null) : null
    case 'down':
      return at < others.length ? to(section, others[at + 1]?.id ?? null) : below ? to(below, below.entries[0]?.id ?? null) : null
    case 'sectionUp':
      return above ? to(above, above.entries[0]?.id ?? null) : null
    case 'sectionDown':
      return below ? to(below, below.entries[0]?.id ?? null) : null
  }
}

/** What somebody else's save did, entry by entry and field by field; what both sides kept is not named. */
export type Difference =
  | { readonly what: 'added' | 'removed' | 'moved' | 'changed'; readonly entry: string }
  | { readonly what: 'sections' | 'themes' | 'date' | 'cover' | 'licence' | 'deadlines' }

export const differencesOf = (before: IssueView, after: IssueView): readonly Difference[] => {
  const was = entriesOf(before.plan).map(({ entry }) => entry)
  const is = entriesOf(after.plan).map(({ entry }) => entry)
  const known = (list: readonly PlanEntry[], id: string) => list.some((entry) => entry.id === id)
  const stood = (plan: Plan, among: readonly PlanEntry[]) =>
    plan.sections.flatMap((section) =>
      section.entries.filter(({ id }) => known(among, id)).map(({ id }) => `${section.id}/${id}`),
    )
  const order = { was: stood(before.plan, is), is: stood(after.plan, was) }
  const sections = ({ sections: list }: Plan) => list.map(({ id, names }) => ({ id, names }))
  const old = draftOf(before)
  const fresh = draftOf(after)
  return [
    ...is.filter(({ id }) => !known(was, id)).map(({ id }) => ({ what: 'added', entry: id }) as const),
    ...was.filter(({ id }) => !known(is, id)).map(({ id }) => ({ what: 'removed', entry: id }) as const),
    ...movedIn(order.was, order.is).map((entry) => ({ what: 'moved', entry }) as const),
    ...is
      .filter((entry) => {
        const earlier = was.find(({ id }) => id === entry.id)
        return earlier !== undefined && differs(earlier, entry)
      })
      .map(({ id }) => ({ what: 'changed', entry: id }) as const),
    ...(differs(sections(before.plan), sections(after.plan)) ? [{ what: 'sections' } as const] : []),
    ...(['themes', 'date', 'licence', 'deadlines'] as const)
      .filter((field) => differs(old[field], fresh[field]))
      .map((what) => ({ what })),
    ...(old.cover?.id === fresh.cover?.id ? [] : [{ what: 'cover' } as const]),
  ]
}

/** The fewest that had to move: those outside the longest run that kept its order. */
const movedIn = (was: readonly string[], is: readonly string[]): readonly string[] => {
  const at = is.map((place) => was.indexOf(place))
  const best = at.map((): readonly number[] => [])
  at.forEach((position, index) => {
    if (position < 0) return
    const longest = best
      .slice(0, index)
      .filter((run) => run.length > 0 && (at[run.at(-1) ?? 0] ?? -1) < position)
      .reduce<readonly number[]>((most, run) => (run.length > most.length ? run : most), [])
    best[index] = [...longest, index]
  })
  const stayed = best.reduce<readonly number[]>((most, run) => (run.length > most.length ? run : most), [])
  return is.filter((_, index) => !stayed.includes(index)).map((place) => place.slice(place.indexOf('/') + 1))
}

export const NO_BUDGET = Object.fromEntries(LANGUAGES.map((language) => [language, null])) as PlanEntry['budget']
