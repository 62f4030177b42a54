'use client'
import { useEffect, useState } from 'react'
import { ask } from './desk-api'
import { useMended } from './mend'
import { usePanel } from './panel'

/** Says on every screen that this is the demonstration; being on every screen, it also mends what Payload left unnamed. */
export const ModeBar = () => {
  const { language, say } = usePanel()
  const [demo, setDemo] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    ask<{ mode: string }>('/api/desk/mode', { language, signal: stop.signal }).then(
      ({ mode }) => setDemo(mode === 'demo'),
      () => undefined,
    )
    return () => stop.abort()
  }, [language])
  useMended(say)
  return demo ? (
    <div aria-label={say('mode.label')} className="desk-mode" role="region">
      {say('mode.demo')}
    </div>
  ) : null
}
