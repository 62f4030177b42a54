'use client'
import { useEffect, useMemo, useRef } from 'react'
import { ask } from '../desk-api'
import { freshKey, usePanel } from '../panel'
import { press, type Press } from '../press'
import { shelfOf } from './shelf'
import type { Doors, Store } from './store'

/**
 * The store of a screen on which something is arranged: it speaks the panel's language, looks again for what moved while the page
 * is in front, and does not let the page go with edits in hand. `make` and `everyMs` stay the same while the screen lives.
 */
export const useArranging = <Work, Draft, Change, Edit>({
  make,
  door,
  shelf,
  everyMs,
}: {
  readonly make: (doors: Doors<Work, Change, Edit>) => Store<Work, Draft, Edit>
  /** Read with GET, saved with PUT. */
  readonly door: string
  /** Its name in the browser: whose edits of what. */
  readonly shelf: string
  readonly everyMs: number
}): Store<Work, Draft, Edit> => {
  const { language } = usePanel()
  const speaks = useRef(language)
  useEffect(() => {
    speaks.current = language
  }, [language])
  const store = useMemo(() => {
    let last: Press | null = null
    return make({
      load: () => ask<Work>(door, { language: speaks.current }),
      save: async (change) => {
        last = press(last, change, freshKey)
        return ask<Work>(door, { language: speaks.current, method: 'PUT', body: change, key: last.key })
      },
      later: (what, ms) => {
        const timer = setTimeout(what, ms)
        return () => clearTimeout(timer)
      },
      now: () => new Date(),
      shelf: shelfOf(
        () => window.localStorage,
        shelf,
        () => new Date(),
      ),
    })
  }, [make, door, shelf])
  useEffect(() => {
    void store.load()
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void store.load()
    }, everyMs)
    const back = () => {
      if (document.visibilityState !== 'visible') return
      store.wake()
      void store.load()
    }
    const leave = (event: BeforeUnloadEvent) => {
      if (store.read().edits.length > 0) event.preventDefault()
    }
    window.addEventListener('online', store.wake)
    window.addEventListener('beforeunload', leave)
    document.addEventListener('visibilitychange', back)
    return () => {
      clearInterval(timer)
      void store.flush()
      window.removeEventListener('online', store.wake)
      window.removeEventListener('beforeunload', leave)
      document.removeEventListener('visibilitychange', back)
    }
  }, [store, language, everyMs])
  return store
}
