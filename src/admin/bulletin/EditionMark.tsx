'use client'
import type { EditionShown } from '#bulletin/view'
import { usePanel } from '../panel'
import { wordFor } from '../words'
import { EDITION_LOOKS } from './scene'

/** An edition's state: the palette and the signs of the matrix. */
export const EditionMark = ({ shown, word = true }: { shown: EditionShown; word?: boolean }) => {
  const { say } = usePanel()
  const { sign, like } = EDITION_LOOKS[shown]
  const name = wordFor(say, 'edition.state', shown)
  return (
    <span className={`desk-state desk-state--${like}`} title={word ? undefined : name}>
      <span aria-hidden="true" className="desk-state__sign">
        {sign}
      </span>
      <span className={word ? 'desk-state__word' : 'desk-unseen'}>{name}</span>
    </span>
  )
}
