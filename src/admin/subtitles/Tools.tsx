'use client'
import type { Edit } from './edits'
import { Button } from '../dialogs/Button'
import { Field } from '../dialogs/Field'
import { useLoaded, useLocked, useSnapshot, useSubtitles } from './context'
import { figure } from './finding-words'

const NUDGE_MS = 100

/** What can be done to the cue in hand; every button has its key in the list of keys. */
export const Tools = () => {
  const { say, edit, obey } = useSubtitles()
  const { source } = useLoaded()
  const locked = useLocked()
  const number = useSnapshot(({ cues, active }) => cues.findIndex(({ id }) => id === active) + 1)
  if (locked) return null
  const press = (wish: Edit, label: string, name?: string) => (
    <Button onPress={() => void edit(wish)} {...(name ? { label: name } : {})}>
      {label}
    </Button>
  )
  return (
    <section aria-labelledby="desk-tools" className="desk-cue-tools">
      <h2 id="desk-tools">{number > 0 ? say('subtitles.tools', { number }) : say('subtitles.tools.none')}</h2>
      <div className="desk-row">
        <Button onPress={() => obey('insert')}>{say('subtitles.insert')}</Button>
        {number === 0 ? null : (
          <>
            <Button onPress={() => obey('split')}>{say('subtitles.split')}</Button>
            {press({ do: 'merge' }, say('subtitles.merge'))}
            {press({ do: 'breakLines' }, say('subtitles.breakLines'))}
            {source === null ? null : press({ do: 'copySource' }, say('subtitles.copySource'))}
            {source === null ? null : press({ do: 'sourceTimes' }, say('subtitles.sourceTimes'))}
            <Button onPress={() => obey('remove')} tone="danger">
              {say('subtitles.remove')}
            </Button>
          </>
        )}
      </div>
      {number === 0 ? null : (
        <>
          <Nudges />
          <Speaker />
        </>
      )}
    </section>
  )
}

const Nudges = () => {
  const { say, edit, language } = useSubtitles()
  return (
    <div className="desk-nudges">
      {(['nudge', 'nudgeIn', 'nudgeOut'] as const).map((name) => (
        <div aria-label={say(`subtitles.${name}`)} key={name} role="group">
          <span aria-hidden="true">{say(`subtitles.${name}`)}</span>
          {[-NUDGE_MS, NUDGE_MS].map((by) => (
            <Button
              key={by}
              label={say(by < 0 ? `subtitles.${name}.earlier` : `subtitles.${name}.later`)}
              onPress={() => void edit({ do: name, by })}
            >
              {by < 0 ? '−' : '+'}
              {figure(NUDGE_MS / 1000, language)}
            </Button>
          ))}
        </div>
      ))}
    </div>
  )
}

const Speaker = () => {
  const { say, edit } = useSubtitles()
  const { language } = useLoaded()
  const cue = useSnapshot(({ cues, active }) => cues.find(({ id }) => id === active) ?? null)
  if (!cue) return null
  return (
    <div className="desk-cue-tools__who">
      <Field label={say('subtitles.speaker')}>
        {({ id }) => (
          <input
            className="desk-input"
            id={id}
            lang={language}
            maxLength={120}
            onChange={(event) => void edit({ do: 'speaker', id: cue.id, speaker: event.target.value }, { quiet: true })}
            value={cue.speaker ?? ''}
          />
        )}
      </Field>
      <Button onPress={() => void edit({ do: 'position' })}>
        {say(cue.position === 'top' ? 'subtitles.toBottom' : 'subtitles.toTop')}
      </Button>
    </div>
  )
}
