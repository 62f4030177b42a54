'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ask } from './desk-api'
import { usePanel } from './panel'

export type Loaded<T> = { readonly value: T | null; readonly problem: unknown; readonly reload: () => void }

/** Reads an address of the desk; what was shown stays until the new answer is there. `every`: look again while the page is in front. */
export const useLoaded = <T>(address: string, every: (value: T | null) => number | null = () => null): Loaded<T> => {
  const { language } = usePanel()
  const [state, setState] = useState<{ value: T | null; problem: unknown }>({ value: null, problem: null })
  const [round, setRound] = useState(0)
  const reload = useCallback(() => setRound((before) => before + 1), [])
  const pause = useRef(every)
  useEffect(() => {
    pause.current = every
  })
  useEffect(() => {
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    ask<T>(address, { language, signal: stop.signal }).then(
      (value) => {
        setState({ value, problem: null })
        const wait = pause.current(value)
        if (wait !== null) timer = setTimeout(reloadInFront, wait)
      },
      (problem: unknown) => {
        if (stop.signal.aborted) return
        setState((before) => ({ value: before.value, problem }))
        timer = setTimeout(reloadInFront, 30_000)
      },
    )
    const reloadInFront = () => {
      if (document.visibilityState === 'visible') reload()
      else document.addEventListener('visibilitychange', reload, { once: true, signal: stop.signal })
    }
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [address, language, round, reload])
  return { ...state, reload }
}

/** Nobody asks for every letter that is typed. */
const PAUSE_MS = 250

/** What was typed, without spaces around it, once the typing has paused. */
export const useSettled = (typed: string): string => {
  const [settled, setSettled] = useState(typed.trim())
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}
