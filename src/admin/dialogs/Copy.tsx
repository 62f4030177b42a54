'use client'
import { useState } from 'react'
import { usePanel } from '../panel'
import { Button } from './Button'

/** Copies and says so. */
export const Copy = ({ text, label }: { text: string; label?: string }) => {
  const { say } = usePanel()
  const [done, setDone] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setDone(true)
    setTimeout(() => setDone(false), 2_500)
  }
  return (
    <>
      <Button onPress={() => void copy()} tone="quiet" {...(label ? { label } : {})}>
        {done ? say('general.copied') : say('general.copy')}
      </Button>
      <span className="desk-unseen" role="status">
        {done ? say('general.copied') : ''}
      </span>
    </>
  )
}
