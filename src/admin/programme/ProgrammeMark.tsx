'use client'
import type { ProgrammeShown } from '#programme/view'
import { EDITION_LOOKS } from '../bulletin/scene'
import { usePanel } from '../panel'
import { wordFor } from '../words'

/** A programme's state: the palette and the signs of the matrix, as an edition has them. */
export const ProgrammeMark = ({ shown }: { shown: ProgrammeShown }) => {
  const { say } = usePanel()
  const { sign, like } = EDITION_LOOKS[shown]
  return (
    <span className={`desk-state desk-state--${like}`}>
      <span aria-hidden="true" className="desk-state__sign">
        {sign}
      </span>
      <span className="desk-state__word">{wordFor(say, 'programme.state', shown)}</span>
    </span>
  )
}
