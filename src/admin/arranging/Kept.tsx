'use client'
import { useEffect } from 'react'
import { formatTime } from '#text/dates'
import { Button } from '../dialogs/Button'
import { sentenceOf } from '../panel'
import type { Say } from '../words'
import type { Keeping } from './store'

/** Whether the newsroom has everything of this screen, and what to do where it has not. */
export const Kept = ({
  of,
  snapshot: { keeping, keptAt, problem },
  store,
  say,
  announce,
}: {
  readonly of: 'bulletin' | 'programme'
  readonly snapshot: { readonly keeping: Keeping; readonly keptAt: Date | null; readonly problem: unknown }
  readonly store: { readonly flush: () => Promise<boolean>; readonly drop: () => void }
  readonly say: Say
  /** Said to readers of screens. */
  readonly announce: (sentence: string) => void
}) => {
  const words =
    keeping === 'kept' && keptAt
      ? say(`${of}.kept.at`, { time: formatTime(keptAt) })
      : keeping === 'kept'
        ? ''
        : say(`${of}.kept.${keeping}`)
  useEffect(() => {
    // On its way is no news; what happened is.
    if (keeping !== 'waiting' && keeping !== 'saving' && words !== '') announce(words)
  }, [keeping, words, announce])
  return (
    <div className={`desk-kept desk-kept--${keeping}`}>
      <span>{words}</span>
      {keeping === 'refused' || keeping === 'offline' || keeping === 'session' ? (
        <>
          {keeping === 'refused' ? <span className="desk-kept__why">{sentenceOf(problem, say)}</span> : null}
          {keeping === 'session' ? (
            <a className="desk-button" href="/admin/login" rel="noopener noreferrer" target="_blank">
              {say('problem.logIn')}
            </a>
          ) : null}
          <Button onPress={() => void store.flush()}>{say('general.retry')}</Button>
          {keeping === 'refused' ? <Button onPress={store.drop}>{say(`${of}.kept.drop`)}</Button> : null}
        </>
      ) : null}
    </div>
  )
}
