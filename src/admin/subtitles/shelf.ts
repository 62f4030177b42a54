/** What was done and has not reached the newsroom, kept in this browser at once. Pure but for the store given. */
import type { Cue, CueList } from '#video/cue'
import { inOrder } from '#video/cues'
import { sameCue } from './merge'

/** Cues as they were when the newsroom last had all, and as they are: only those that differ. */
export type Unsaved = { readonly was: CueList; readonly now: CueList }
export type Shelf = { readonly read: () => Unsaved | null; readonly write: (unsaved: Unsaved | null) => void }

export const unsavedOf = (base: CueList, cues: CueList): Unsaved | null => {
  const before = new Map(base.map((cue) => [cue.id, cue]))
  const now: Cue[] = []
  for (const cue of cues) {
    if (!sameCue(cue, before.get(cue.id) ?? null)) now.push(cue)
    else before.delete(cue.id)
  }
  const was = [...before.values()]
  return was.length + now.length === 0 ? null : { was, now }
}

/** Both sides of what was kept, on the cues as the newsroom has them now. */
export const restored = (cues: CueList, { was, now }: Unsaved): { readonly base: CueList; readonly mine: CueList } => {
  const touched = new Set([...was, ...now].map(({ id }) => id))
  const rest = cues.filter(({ id }) => !touched.has(id))
  return { base: inOrder([...rest, ...was]), mine: inOrder([...rest, ...now]) }
}

const LIFE_MS = 30 * 24 * 60 * 60 * 1000

export const shelfOf = (
  store: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  who: string,
  article: string,
  now: () => Date,
): Shelf => {
  const name = `ttdn:cues:${who}:${article}`
  return {
    read: () => {
      try {
        const kept = JSON.parse(store().getItem(name) ?? 'null') as (Unsaved & { at: string }) | null
        const isWhole = kept !== null && [kept.was, kept.now].every((list) => Array.isArray(list) && list.every(isCue))
        return isWhole && now().getTime() - Date.parse(kept.at) <= LIFE_MS ? { was: kept.was, now: kept.now } : null
      } catch {
        return null
      }
    },
    write: (unsaved) => {
      try {
        if (unsaved === null) store().removeItem(name)
        else store().setItem(name, JSON.stringify({ at: now().toISOString(), ...unsaved }))
      } catch {
        // No room or no leave: the cues are on the screen alone.
      }
    },
  }
}

const isCue = (value: unknown): value is Cue => {
  const cue = value as Partial<Cue> | null
  return typeof cue?.id === 'string' && typeof cue.start === 'number' && typeof cue.end === 'number' && Array.isArray(cue.lines)
}
