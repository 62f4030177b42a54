'use client'
import { toast } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { ask } from '../desk-api'
import { freshKey, sentenceOf, type Panel } from '../panel'
import { press, type Press } from '../press'

/** One press on a line of a queue: one key per press, a sentence of what did happen or why not. */
export const useQuick = ({ language, say }: Panel, reload: () => void) => {
  const last = useRef<Press | null>(null)
  const [busy, setBusy] = useState<string | null>(null)

  const send = async <T>(name: string, address: string, body: unknown, done: string): Promise<T | null> => {
    last.current = press(last.current, { address, body }, freshKey)
    setBusy(name)
    try {
      const answer = await ask<T>(address, { language, method: 'POST', body, key: last.current.key })
      last.current = null
      if (done !== '') toast.success(done)
      return answer
    } catch (error) {
      toast.error(sentenceOf(error, say))
      return null
    } finally {
      setBusy(null)
      // A refusal often means that somebody was faster.
      reload()
    }
  }
  return { busy, send }
}
export type Quicker = ReturnType<typeof useQuick>
