/** Edits one after another. Pure. */

export type Reapplied<Draft, Edit> = { readonly draft: Draft; readonly kept: readonly Edit[]; readonly lost: readonly Edit[] }

/** Those that speak of something that is gone are named, the others stand. */
export const reappliedBy =
  <Draft, Edit>(applied: (draft: Draft, edit: Edit) => Draft | null) =>
  (start: Draft, edits: readonly Edit[]): Reapplied<Draft, Edit> => {
    let draft = start
    const kept: Edit[] = []
    const lost: Edit[] = []
    for (const edit of edits) {
      const next = applied(draft, edit)
      ;(next ? kept : lost).push(edit)
      draft = next ?? draft
    }
    return { draft, kept, lost }
  }

/** A later word on the same field replaces the earlier one, so that typing is one edit. `nameOf`: of the field; null = none. */
export const joinedBy =
  <Edit>(nameOf: (edit: Edit) => string | null) =>
  (edits: readonly Edit[], edit: Edit): readonly Edit[] => {
    const last = edits.at(-1)
    return last && nameOf(last) !== null && nameOf(last) === nameOf(edit) ? [...edits.slice(0, -1), edit] : [...edits, edit]
  }
