'use client'
import type { Shown as ShownState } from '#editorial/shown'
import type { Language } from '#newsroom'
import { usePanel } from './panel'
import { stateWord, wordFor } from './words'

/** A state as its sign, in its colour; the word beside it, or for readers of screens alone. */
export const Shown = ({
  shown,
  word = true,
}: {
  shown: Pick<ShownState, 'key' | 'symbol'> & Partial<Pick<ShownState, 'stage'>>
  word?: boolean
}) => {
  const { say } = usePanel()
  const name = stateWord(shown, say)
  return (
    <span className={`desk-state desk-state--${shown.key}`} title={word ? undefined : name}>
      <span aria-hidden="true" className="desk-state__sign">
        {shown.symbol}
      </span>
      <span className={word ? 'desk-state__word' : 'desk-unseen'}>{name}</span>
    </span>
  )
}

/** Language code; its name for readers of screens. */
export const LanguageTag = ({ language }: { language: Language }) => {
  const { say } = usePanel()
  return (
    <abbr className="desk-language" title={say(`lang.${language}`)}>
      {language}
    </abbr>
  )
}

/** A delivery at an outlet: the palette of the states, the shape repeats it. */
const SIGNS: Readonly<Record<string, { sign: string; like: string }>> = {
  pending: { sign: '○', like: 'draft' },
  leased: { sign: '◐', like: 'review' },
  delivered: { sign: '●', like: 'released' },
  superseded: { sign: '◌', like: 'draft' },
  failed: { sign: '▲', like: 'stale' },
  dead: { sign: '✕', like: 'withdrawn' },
}
export const DeliveryState = ({ state, word = true }: { state: string; word?: boolean }) => {
  const { say } = usePanel()
  const { sign, like } = SIGNS[state] ?? { sign: '?', like: 'draft' }
  const name = wordFor(say, 'delivery', state)
  return (
    <span className={`desk-state desk-state--${like}`} title={word ? undefined : name}>
      <span aria-hidden="true" className="desk-state__sign">
        {sign}
      </span>
      <span className={word ? 'desk-state__word' : 'desk-unseen'}>{name}</span>
    </span>
  )
}
