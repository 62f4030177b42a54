'use client'
import { useEffect } from 'react'
import { formatTime } from '#text/dates'
import { Button } from '../dialogs/Button'
import { sentenceOf } from '../panel'
import { useProgramme, useLoadedProgramme } from './context'

/** Whether the newsroom has everything of this screen, and what to do where it has not. */
export const Kept = () => {
  const { say, store, announce } = useProgramme()
  const { keeping, keptAt, problem } = useLoadedProgramme()
  const words =
    keeping === 'kept' && keptAt
      ? say('programme.kept.at', { time: formatTime(keptAt) })
      : keeping === 'kept'
        ? ''
        : say(`programme.kept.${keeping}`)
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
          {keeping === 'refused' ? <Button onPress={store.drop}>{say('programme.kept.drop')}</Button> : null}
        </>
      ) : null}
    </div>
  )
}
