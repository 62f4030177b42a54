/** Edits that did not reach the newsroom, kept in this browser: a closed lid or a lost session costs nothing. Pure but for the store given. */
import type { Shelf } from './store'

const LIFE_MS = 7 * 24 * 60 * 60 * 1000

export const shelfOf = <Edit>(
  store: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  /** Whose edits of what. */
  name: string,
  now: () => Date,
): Shelf<Edit> => ({
  read: () => {
    try {
      const kept = JSON.parse(store().getItem(name) ?? 'null') as { at: string; edits: readonly Edit[] } | null
      return kept && Array.isArray(kept.edits) && now().getTime() - Date.parse(kept.at) <= LIFE_MS ? kept.edits : []
    } catch {
      return []
    }
  },
  write: (edits) => {
    try {
      if (edits.length === 0) store().removeItem(name)
      else store().setItem(name, JSON.stringify({ at: now().toISOString(), edits }))
    } catch {
      // No room or no leave: the edits are on the screen alone.
    }
  },
})
