'use client'
import { useRef, useState } from 'react'
import type { ProgrammeVerb, ProgrammeVerbBody, ProgrammeView } from '#programme/view'
import { ask } from '../desk-api'
import { freshKey, sentenceOf } from '../panel'
import { press, type Press } from '../press'
import { useProgramme } from './context'

/** Doors of a programme lie under it. */
export const doorOf = (programme: string, ...rest: readonly string[]): string =>
  ['/api/desk/programmes', ...[programme, ...rest].map((part) => encodeURIComponent(part))].join('/')

/** A verb: what is on the screen goes first, one key per press, the programme as it then stands. */
export const useVerb = () => {
  const { id, language, say, store } = useProgramme()
  const last = useRef<Press | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const send = async (verb: ProgrammeVerb, body: ProgrammeVerbBody): Promise<boolean> => {
    last.current = press(last.current, { verb, body }, freshKey)
    setBusy(true)
    setProblem(null)
    try {
      if (!(await store.flush())) {
        setProblem(say('programme.unsaved'))
        return false
      }
      const answer = await ask<ProgrammeView>(doorOf(id, verb), { language, method: 'POST', body, key: last.current.key })
      last.current = null
      store.accept(answer)
      return true
    } catch (error) {
      setProblem(sentenceOf(error, say))
      // A refusal often means that somebody was faster.
      void store.load()
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, send }
}
