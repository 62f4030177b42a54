'use client'
import { memo } from 'react'
import type { Code, Segment } from '#translation/segment'
import type { TermUse } from '#translation/view'
import type { Language } from '#newsroom'
import { usePanel } from '../panel'
import { codeName } from './codes'
import { pieces } from './pieces'

type SourceProps = {
  readonly id: string
  readonly segment: Segment
  readonly terms: readonly TermUse[]
  readonly language: Language
  readonly onCode: ((code: Code) => void) | null
}

/** The words of the source, terms underlined with their number, codes as chips that put themselves into the cell. */
export const Source = memo(({ id, segment, terms, language, onCode }: SourceProps) => {
  const { say } = usePanel()
  return (
    <p className="desk-source" id={id} lang={language}>
      {pieces(segment, terms).map((piece, index) =>
        piece.kind === 'code' ? (
          <Chip code={piece.code} key={index} onPress={onCode} say={say} side={piece.side} />
        ) : piece.term === null ? (
          <span key={index}>{piece.text}</span>
        ) : (
          <span className="desk-term" data-number={piece.term} key={index}>
            {piece.text}
          </span>
        ),
      )}
    </p>
  )
})
Source.displayName = 'Source'

type ChipProps = {
  readonly code: Code
  readonly side: 'open' | 'close' | 'single'
  readonly onPress: ((code: Code) => void) | null
  readonly say: ReturnType<typeof usePanel>['say']
}
const Chip = ({ code, side, onPress, say }: ChipProps) => {
  const name = say('translation.code', { number: code.id, name: codeName(code, say) })
  const look = `desk-code desk-code--${side} desk-code--${(code.id - 1) % 4}`
  const words = code.node.kind === 'ruby' ? ` ${code.node.base}` : code.node.kind === 'break' ? ' ↵' : ''
  // Read once, where it opens.
  if (side === 'close' || onPress === null)
    return (
      <span aria-hidden={side === 'close' || undefined} className={look} title={name}>
        {code.id}
        {words}
      </span>
    )
  return (
    <button
      aria-label={name}
      className={look}
      onClick={() => onPress(code)}
      onMouseDown={keepFocus}
      tabIndex={-1}
      title={name}
      type="button"
    >
      {code.id}
      {words}
    </button>
  )
}
/** The cursor stays where the code will go. */
const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault()
