'use client'
import { fullTime, shortTime } from './when'
import { useNow, usePanel } from './panel'

/** A time in short, the full one on hover and for machines. */
export const Time = ({ at, short }: { at: string; short?: string }) => {
  const { language, say } = usePanel()
  const now = useNow()
  return (
    <time dateTime={at} title={fullTime(at, language)}>
      {short ?? shortTime(at, now, language, say)}
    </time>
  )
}
