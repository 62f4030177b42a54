'use client'
import { useEffect, useState } from 'react'
import { ask } from './desk-api'
import { usePanel } from './panel'

/** Says on every screen that this is the demonstration. */
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
  return demo ? (
    <div className="desk-mode" role="note">
      {say('mode.demo')}
    </div>
  ) : null
}
