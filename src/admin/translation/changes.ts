/** From what stands on the screen to what is sent, and from an answer back to the rows. Pure. */
import type { DeskRow, SaveAnswer, SegmentChange } from '#translation/view'
import type { Draft } from './drafts'

/** What has to be sent so that the newsroom has this draft; null: it has it already. */
export const changeOf = (row: DeskRow, draft: Draft): SegmentChange | null => {
  const { text, state, origin } = draft
  if (draft.target === null || draft.was === null) {
    const source = draft.source ?? row.source?.digest
    return source === undefined || text === '' ? null : { do: 'add', source, text, state, origin }
  }
  // The block as it was when this began: if somebody else changed it since, the newsroom shows both.
  const target = row.target?.digest === draft.was ? row.target.path : draft.target
  const asItStands = row.target?.digest === draft.was && text === row.text
  if (!asItStands) return { do: 'write', target, was: draft.was, text, state, origin }
  if (state === 'draft') return null
  // Confirmed again only where that says something new.
  return row.state === state && !needsConfirming(row) ? null : { do: 'confirm', target, was: draft.was, state }
}

/** The source changed under it: the words may be right still, somebody has to say so. */
export const needsConfirming = ({ state, target, text }: DeskRow): boolean => target !== null && text !== '' && state === 'stale'

type Conflict = SaveAnswer['conflicts'][number]

/** The conflict that answers this change. */
export const conflictOf = (change: SegmentChange, conflicts: readonly Conflict[]): Conflict | null =>
  conflicts.find((conflict) => nameOf(conflict.change) === nameOf(change)) ?? null

const nameOf = (change: SegmentChange): string =>
  'target' in change ? `${change.target} ${change.was}` : `source ${change.source}`
