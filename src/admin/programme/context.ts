'use client'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Panel } from '../panel'
import type { ProgrammeStore } from './programme-store'
import type { Edit } from './plan-edits'
import type { View } from './scene'

export type Programme = Panel & {
  readonly id: string
  readonly store: ProgrammeStore
  readonly view: View
  /** Another view of the same programme; the address tells it. */
  readonly go: (view: View) => void
  /** Said to readers of screens. */
  readonly announce: (sentence: string) => void
  /** Said to everybody, with a way back for a while. */
  readonly offerUndo: (sentence: string, undo: readonly Edit[]) => void
}

export const ProgrammeContext = createContext<Programme | null>(null)

export const useProgramme = (): Programme => {
  const programme = useContext(ProgrammeContext)
  if (!programme) throw new Error('outside a programme')
  return programme
}

/** Screens below are shown only when the programme is there. */
export const useLoadedProgramme = () => {
  const { store } = useProgramme()
  const { work: programme, draft, ...rest } = useSyncExternalStore(store.subscribe, store.read, store.read)
  if (!programme || !draft) throw new Error('the programme is not there yet')
  return { programme, draft, ...rest }
}
