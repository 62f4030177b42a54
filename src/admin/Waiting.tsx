'use client'
import type { ReactNode } from 'react'
import { Button } from './dialogs/Button'
import type { Say } from './words'

/** Where something will stand when it was read. */
export const Bones = ({ words, count = 3 }: { readonly words: string; readonly count?: number }) => (
  <div aria-busy="true" className="desk-bones">
    <span className="desk-unseen" role="status">
      {words}
    </span>
    {Array.from({ length: count }, (_, index) => (
      <i key={index} />
    ))}
  </div>
)

/** Why something could not be read, and another try. */
export const Unread = ({
  sentence,
  onRetry,
  say,
}: {
  readonly sentence: ReactNode
  readonly onRetry: () => void
  readonly say: Say
}) => (
  <div className="desk-problem" role="alert">
    <p>{sentence}</p>
    <Button onPress={onRetry}>{say('general.retry')}</Button>
  </div>
)
