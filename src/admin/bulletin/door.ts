'use client'
import { useRef, useState } from 'react'
import type { IssueView } from '#bulletin/view'
import { ask } from '../desk-api'
import { freshKey, sentenceOf } from '../panel'
import { press, type Press } from '../press'
import { useIssue } from './context'

/** Doors of an issue lie under it. */
export const doorOf = (issue: string, ...rest: readonly (string | number)[]): string =>
  ['/api/desk/bulletins', ...[issue, ...rest].map((part) => encodeURIComponent(part))].join('/')

const isIssue = (answer: unknown): answer is IssueView =>
  typeof answer === 'object' && answer !== null && 'editionViews' in answer && 'plan' in answer

/** A press on one of the issue's doors: what is on the screen goes first, one key per press, the issue as it then stands. */
export const useDoor = () => {
  const { id, language, say, store } = useIssue()
  const last = useRef<Press | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const send = async (rest: readonly string[], body: unknown): Promise<IssueView | null> => {
    const address = doorOf(id, ...rest)
    last.current = press(last.current, { address, body }, freshKey)
    setBusy(true)
    setProblem(null)
    try {
      if (!(await store.flush())) {
        setProblem(say('bulletin.unsaved'))
        return null
      }
      const answer = await ask<unknown>(address, { language, method: 'POST', body, key: last.current.key })
      last.current = null
      if (isIssue(answer)) store.accept(answer)
      else await store.load()
      return store.read().work
    } catch (error) {
      setProblem(sentenceOf(error, say))
      // A refusal often means that somebody was faster.
      void store.load()
      return null
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, forget: () => setProblem(null), send }
}
