'use client'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { Button } from '../dialogs/Button'
import { sentenceOf } from '../panel'
import type { Say } from '../words'
import { Bones, Unread } from '../Waiting'

const UNDO_MS = 20_000

type Undo<Edit> = { readonly sentence: string; readonly edits: readonly Edit[] }
export type Saying<Edit> = {
  readonly said: string
  readonly undo: Undo<Edit> | null
  /** Said to readers of screens. */
  readonly announce: (sentence: string) => void
  /** Said to everybody, with a way back for a while. */
  readonly offerUndo: (sentence: string, edits: readonly Edit[]) => void
  readonly forgetUndo: () => void
}

/** What a screen says of what was done on it. */
export const useSaying = <Edit,>(): Saying<Edit> => {
  const [said, setSaid] = useState('')
  const [undo, setUndo] = useState<Undo<Edit> | null>(null)
  const announce = useCallback((sentence: string) => setSaid(sentence), [])
  const offerUndo = useCallback((sentence: string, edits: readonly Edit[]) => {
    setUndo({ sentence, edits })
    setSaid(sentence)
  }, [])
  const forgetUndo = useCallback(() => setUndo(null), [])
  useEffect(() => {
    if (!undo) return
    // What had the focus may be what was removed.
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('.desk-undo button')?.focus()
    const timer = setTimeout(() => setUndo(null), UNDO_MS)
    return () => clearTimeout(timer)
  }, [undo])
  return { said, undo, announce, offerUndo, forgetUndo }
}

/** A screen on which something is arranged: bones until it is there, why it is not, and the way back from what was done. */
export const Frame = <Edit,>({
  of,
  className,
  saying: { said, undo, announce, forgetUndo },
  isLoaded,
  problem,
  store,
  say,
  children,
}: {
  readonly of: 'bulletin' | 'programme'
  readonly className: string
  readonly saying: Saying<Edit>
  readonly isLoaded: boolean
  /** Why it could not be read. */
  readonly problem: unknown
  readonly store: { readonly load: () => Promise<void>; readonly edit: (edit: Edit) => boolean }
  readonly say: Say
  readonly children: ReactNode
}) => (
  <main className={`desk-page ${className}`}>
    {isLoaded ? (
      children
    ) : problem ? (
      <Unread onRetry={() => void store.load()} say={say} sentence={sentenceOf(problem, say)} />
    ) : (
      <Bones words={say('general.loading')} />
    )}
    <p className="desk-unseen" role="status">
      {said}
    </p>
    {undo ? (
      <div className="desk-undo">
        <span>{undo.sentence}</span>
        <Button
          onPress={() => {
            const done = undo.edits.every((edit) => store.edit(edit))
            forgetUndo()
            announce(say(done ? `${of}.undone` : `${of}.undone.not`))
          }}
        >
          {say(`${of}.undo`)}
        </Button>
        <Button onPress={forgetUndo}>{say('general.close')}</Button>
      </div>
    ) : null}
  </main>
)
