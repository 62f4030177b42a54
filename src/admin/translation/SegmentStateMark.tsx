'use client'
import type { SegmentState } from '#translation/segment'
import { usePanel } from '../panel'

/** The palette of the states of texts; the sign repeats what the colour says. */
const SIGNS: Readonly<Record<SegmentState | 'leftOut' | 'merged', { readonly sign: string; readonly like: string }>> = {
  empty: { sign: '○', like: 'missing' },
  memory: { sign: '◇', like: 'draft' },
  machine: { sign: '□', like: 'held' },
  draft: { sign: '◐', like: 'review' },
  translated: { sign: '◑', like: 'approved' },
  revised: { sign: '●', like: 'released' },
  stale: { sign: '▲', like: 'stale' },
  leftOut: { sign: '–', like: 'draft' },
  merged: { sign: '↥', like: 'draft' },
}

export const SegmentStateMark = ({ state }: { state: keyof typeof SIGNS }) => {
  const { say } = usePanel()
  const { sign, like } = SIGNS[state]
  return (
    <span className={`desk-state desk-state--${like}`}>
      <span aria-hidden="true" className="desk-state__sign">
        {sign}
      </span>
      <span className="desk-state__word">{say(`translation.state.${state}`)}</span>
    </span>
  )
}
