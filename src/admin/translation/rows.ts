/** The rows as the screen holds them: the newsroom's, with what is typed over them. Pure. */
import type { Digest, Finding } from '#newsroom'
import type { SegmentState } from '#translation/segment'
import type { DeskComment, DeskRow, SaveAnswer, TranslationDesk, Who } from '#translation/view'
import { needsConfirming } from './changes'
import type { Draft, Written } from './drafts'

/** Somebody else changed the block meanwhile; both wordings stand side by side. */
export type Clash = { readonly theirs: string; readonly by: Who | null }

/** What was typed and how the newsroom keeps it: the cell goes on showing what was typed. */
export type Echo = { readonly digest: Digest; readonly text: string }

export type RowView = {
  /** Stays with the row while blocks before it come and go, and so does the cursor. */
  readonly key: string
  /** From 1. */
  readonly number: number
  readonly row: DeskRow
  readonly findings: readonly Finding[]
  readonly comments: readonly DeskComment[]
  readonly draft: Draft | null
  readonly clash: Clash | null
  /** Why the newsroom does not take what is typed here. */
  readonly problem: string | null
  readonly echo: Echo | null
}

export type Views = ReadonlyMap<string, RowView>

/** The rows of a new answer, each with the key that it had and what is typed over it; rows that are the same stay the same object. */
export const reconciled = (before: Views, desk: TranslationDesk, fresh: () => string): Views => {
  const findings = byRow(desk)
  const open = [...before.values()]
  const taken = new Set<string>()
  const keyed = new Map<DeskRow, RowView>()
  const join = (same: (view: RowView, row: DeskRow) => boolean) => {
    for (const row of desk.rows) {
      if (keyed.has(row)) continue
      const view = open.find((one) => !taken.has(one.key) && same(one, row))
      if (!view) continue
      taken.add(view.key)
      keyed.set(row, view)
    }
  }
  join(({ row: { id, source } }, row) => source !== null && id === row.id && source.digest === row.source?.digest)
  join(({ row: { target } }, row) => target !== null && target.digest === row.target?.digest)
  join(({ row: { source } }, row) => source !== null && source.digest === row.source?.digest)
  join(({ row: { id } }, row) => id === row.id)
  const views = new Map<string, RowView>()
  desk.rows.forEach((row, index) => {
    const view = keyed.get(row)
    const next: RowView = {
      key: view?.key ?? fresh(),
      number: index + 1,
      row,
      findings: findings.get(row.id) ?? [],
      comments: desk.comments.filter((comment) => comment.row === row.id),
      draft: view?.draft ?? null,
      clash: view?.clash ?? null,
      problem: view?.problem ?? null,
      echo: view?.echo && view.echo.digest === row.target?.digest ? view.echo : null,
    }
    views.set(next.key, view && isEqual(view, next) ? view : next)
  })
  return views
}

const isEqual = (one: RowView, other: RowView): boolean =>
  one.number === other.number &&
  one.echo === other.echo &&
  sameJson([one.row, one.findings, one.comments], [other.row, other.findings, other.comments])

const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const byRow = ({ rows, findings }: TranslationDesk): ReadonlyMap<string, readonly Finding[]> => {
  const places = new Map<string, string>()
  for (const { id, source } of rows) if (source) places.set(source.path, id)
  // The target's own place counts first: that is where words disagree.
  for (const { id, target } of rows) if (target) places.set(target.path, id)
  for (const { id } of rows) places.set(id, id)
  const found = new Map<string, Finding[]>()
  for (const finding of findings) {
    const row = places.get(finding.where)
    if (row !== undefined) found.set(row, [...(found.get(row) ?? []), finding])
  }
  return found
}

/** Findings of no row that is there: of the whole text. */
export const findingsBeside = (desk: TranslationDesk): readonly Finding[] => {
  const placed = new Set([...byRow(desk).values()].flat().map(({ id }) => id))
  return desk.findings.filter(({ id }) => !placed.has(id))
}

/** What the cell shows. */
export const shownText = ({ draft, echo, row }: RowView): string => draft?.text ?? echo?.text ?? row.text

/** What is typed counts from the moment it is typed. */
export const shownState = ({ draft, row }: RowView): SegmentState =>
  draft === null
    ? row.state
    : draft.text === ''
      ? 'empty'
      : draft.state === 'draft' && row.state === 'stale'
        ? 'stale'
        : draft.state

/** A cell to write into: the source is rendered here, or could be. */
export const hasCell = ({ row, clash }: RowView): boolean =>
  clash !== null || (row.mergedInto === null && row.leftOut === null && (row.target !== null || row.source !== null))

/** Still work for whoever is at it: a translator until it is translated, a reviser until it is revised. */
export const isUnfinished = (view: RowView, goal: Exclude<Written, 'draft'>): boolean => {
  const { row, draft, clash } = view
  if (clash !== null) return true
  // Left out of a source that has changed since.
  if (row.leftOut !== null) return row.state === 'stale'
  if (!hasCell(view)) return false
  if (draft !== null && draft.state !== 'draft') return goal === 'revised' && draft.state !== 'revised'
  if (needsConfirming(row)) return true
  const state = shownState(view)
  return state !== 'revised' && (goal === 'revised' || state !== 'translated')
}

export const isChanged = ({ row }: RowView): boolean =>
  row.state === 'stale' || (row.change !== 'unchanged' && row.change !== 'moved')

export const FILTERS = ['all', 'unfinished', 'stale', 'findings', 'comments'] as const
export type Filter = (typeof FILTERS)[number]

/** An empty cell is seen without a word about it, codes are looked after while they are typed. */
export const isSaid = ({ kind }: Finding): boolean => kind !== 'empty' && kind !== 'placeholder'

export const passes = (view: RowView, filter: Filter, goal: Exclude<Written, 'draft'>): boolean => {
  switch (filter) {
    case 'all':
      return true
    case 'unfinished':
      return isUnfinished(view, goal)
    case 'stale':
      return isChanged(view)
    case 'findings':
      return view.findings.some(isSaid) || view.clash !== null || view.problem !== null
    case 'comments':
      return view.comments.some(({ settled }) => settled === null)
  }
}

/** The next that is not finished, round the end; the same one only if it is the last. */
export const nextUnfinished = (
  views: readonly RowView[],
  from: string | null,
  step: 1 | -1,
  goal: Exclude<Written, 'draft'>,
): RowView | null => {
  const start = views.findIndex(({ key }) => key === from)
  const count = views.length
  for (let far = 1; far <= count; far++) {
    const at = start < 0 ? (step === 1 ? far - 1 : count - far) : (((start + step * far) % count) + count) % count
    const view = views[at]
    if (view && isUnfinished(view, goal)) return view
  }
  return null
}

/** After an answer, what is still to be sent of a draft: nothing, or the rest on what the newsroom has now. */
export const afterKept = (draft: Draft | null, sent: Draft, row: DeskRow | null): Draft | null => {
  if (draft === null || (draft.text === sent.text && draft.state === sent.state)) return null
  return { ...draft, ...baseOf(row) }
}

/** A refusal that is none: the newsroom has these words already, or those that this person sent before. */
export const isOwn = ({ theirs }: SaveAnswer['conflicts'][number], sent: Draft, sentBefore: readonly string[]): boolean =>
  theirs === sent.text || sentBefore.includes(theirs)

/** Where a draft stands when it goes on from the block as it is now. */
export const baseOf = (row: DeskRow | null): Pick<Draft, 'target' | 'was'> & Partial<Pick<Draft, 'row' | 'source'>> =>
  row === null
    ? { target: null, was: null }
    : {
        row: row.id,
        target: row.target?.path ?? null,
        was: row.target?.digest ?? null,
        source: row.source?.digest ?? null,
      }
