/** What somebody typed and did not save, kept in their browser: a closed lid or a lost session costs nothing. Pure but for the store given. */
import type { SavedText } from './text'

export type Unsaved = { readonly rev: number; readonly at: string; readonly text: SavedText }
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const LIFE_MS = 7 * 24 * 60 * 60 * 1000
const nameOf = (who: string, article: string) => `ttdn:unsaved:${who}:${article}`

/** False where the browser has no room or no leave; the text is then only on the screen. */
export const keepUnsaved = (store: Store, who: string, article: string, unsaved: Unsaved): boolean => {
  try {
    store.setItem(nameOf(who, article), JSON.stringify(unsaved))
    return true
  } catch {
    return false
  }
}

export const readUnsaved = (store: Store, who: string, article: string, now: Date): Unsaved | null => {
  try {
    const kept = JSON.parse(store.getItem(nameOf(who, article)) ?? 'null') as Unsaved | null
    if (kept === null || typeof kept.rev !== 'number' || typeof kept.text?.title !== 'string') return null
    if (now.getTime() - Date.parse(kept.at) <= LIFE_MS) return kept
  } catch {
    return null
  }
  dropUnsaved(store, who, article)
  return null
}

export const dropUnsaved = (store: Store, who: string, article: string): void => {
  try {
    store.removeItem(nameOf(who, article))
  } catch {
    // Nothing was kept where nothing may be kept.
  }
}
