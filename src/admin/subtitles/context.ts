'use client'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Panel } from '../panel'
import type { Edit } from './edits'
import type { Command } from './keys'
import type { Playhead } from './playhead'
import type { CueStore, Snapshot } from './store'

/** What the parts of the screen share. Its identity never changes while a text is open. */
export type Subtitles = Panel & {
  readonly article: string
  readonly store: CueStore
  readonly playhead: Playhead
  /** Fields of the rows that are on the screen, by id of the cue. */
  readonly cells: Map<string, HTMLTextAreaElement>
  /** Does it, says so to readers of screens, or says why not. `focus`: into the words of the cue in hand afterwards. */
  readonly edit: (edit: Edit, options?: { readonly focus?: boolean; readonly quiet?: boolean }) => boolean
  readonly obey: (command: Command) => void
  readonly announce: (sentence: string) => void
}

const SubtitlesContext = createContext<Subtitles | null>(null)
export const SubtitlesProvider = SubtitlesContext.Provider

export const useSubtitles = (): Subtitles => {
  const subtitles = useContext(SubtitlesContext)
  if (!subtitles) throw new Error('outside of the subtitles')
  return subtitles
}

/** One thing of the store; the part is drawn again when that changes and for nothing else. */
export const useSnapshot = <T>(pick: (snapshot: Snapshot) => T): T => {
  const { store } = useSubtitles()
  const read = () => pick(store.read())
  return useSyncExternalStore(store.subscribe, read, read)
}

/** Shown only when the cues are there. */
export const useLoaded = () => {
  const desk = useSnapshot((snapshot) => snapshot.desk)
  if (!desk) throw new Error('the cues are not there yet')
  return desk
}
export const useLocked = (): boolean => useSnapshot(({ desk }) => desk === null || desk.locked !== null)
