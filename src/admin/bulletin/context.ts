'use client'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Panel } from '../panel'
import type { IssueStore } from './issue-store'
import type { Edit } from './plan-edits'
import type { Address } from './scene'

export type Issue = Panel & {
  readonly id: string
  readonly store: IssueStore
  readonly address: Address
  /** Another tab, language or entry of the same page; the address tells it. */
  readonly go: (part: Partial<Address>) => void
  /** Said to readers of screens. */
  readonly announce: (sentence: string) => void
  /** Said to everybody, with a way back for a while. */
  readonly offerUndo: (sentence: string, undo: readonly Edit[]) => void
}

export const IssueContext = createContext<Issue | null>(null)

export const useIssue = (): Issue => {
  const issue = useContext(IssueContext)
  if (!issue) throw new Error('outside an issue')
  return issue
}

export const useSnapshot = () => {
  const { store } = useIssue()
  return useSyncExternalStore(store.subscribe, store.read, store.read)
}

/** Screens below are shown only when the issue is there. */
export const useLoadedIssue = () => {
  const { work: issue, draft, ...rest } = useSnapshot()
  if (!issue || !draft) throw new Error('the issue is not there yet')
  return { issue, draft, ...rest }
}
