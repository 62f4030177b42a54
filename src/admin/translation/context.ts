'use client'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Origin } from '#translation/segment'
import type { Suggestion } from '#translation/view'
import type { Languages } from '../findings'
import type { Panel } from '../panel'
import type { DeskStore, Snapshot } from './store'
import type { RowView } from './rows'

/** What the parts of the screen share. Its identity never changes while a text is open. */
export type Desk = Panel & {
  readonly article: string
  readonly store: DeskStore
  /** Fields of the rows that are on the screen, by key. */
  readonly cells: Map<string, HTMLTextAreaElement>
  /** How the words that are being put in came to be; null: typed. */
  readonly putting: { origin: Origin | null }
  /** What the memory found for the row in hand, for the key that takes it. */
  readonly found: { key: string | null; list: readonly Suggestion[]; at: number }
  /** Tells readers of screens, and shows for a moment. */
  readonly announce: (sentence: string) => void
  readonly reload: () => Promise<void>
}

const DeskContext = createContext<Desk | null>(null)
export const DeskProvider = DeskContext.Provider

export const useDesk = (): Desk => {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('outside of the translation desk')
  return desk
}

/** One thing of the store; the part is drawn again when that changes and for nothing else. */
export const useSnapshot = <T>(pick: (snapshot: Snapshot) => T): T => {
  const { store } = useDesk()
  return useSyncExternalStore(
    store.subscribe,
    () => pick(store.snapshot()),
    () => pick(store.snapshot()),
  )
}

export const useView = (key: string | null): RowView | null => {
  const { store } = useDesk()
  const read = () => (key === null ? null : store.view(key))
  return useSyncExternalStore(store.subscribe, read, read)
}

export const useLanguages = (): Languages => ({
  from: useSnapshot(({ desk }) => desk?.from ?? 'vi'),
  to: useSnapshot(({ desk }) => desk?.language ?? 'en'),
})
export const useLocked = (): boolean => useSnapshot(({ desk }) => desk === null || desk.locked !== null)
