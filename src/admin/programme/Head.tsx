'use client'
import { useState, type ReactNode } from 'react'
import { PLAN_LIMITS } from '#programme/arrange'
import { clock, PACE_LIMITS } from '#programme/timing'
import { Field } from '../dialogs/Field'
import { useLoadedProgramme, useProgramme } from './context'
import { msOf } from './scene'

/** What is told of the whole programme. */
export const Head = ({ may }: { may: boolean }) => {
  const { say, store } = useProgramme()
  const { programme, draft } = useLoadedProgramme()
  const words = (field: 'title' | 'presenter') => (
    <Field label={say(`programme.field.${field}`)}>
      {({ id }) => (
        <input
          className="desk-input"
          id={id}
          lang={field === 'title' ? draft.language : ''}
          maxLength={PLAN_LIMITS[field]}
          onChange={(event) => store.edit({ do: 'head', field, value: event.target.value })}
          readOnly={!may}
          value={draft[field]}
        />
      )}
    </Field>
  )
  return (
    <details className="desk-programme__settings">
      <summary>{say('programme.settings')}</summary>
      <div className="desk-programme__fields">
        {words('title')}
        {words('presenter')}
        <Field label={say('programme.field.channel')}>
          {({ id }) => (
            <select
              className="desk-input"
              disabled={!may}
              id={id}
              onChange={(event) => store.edit({ do: 'head', field: 'channel', value: event.target.value })}
              value={draft.channel}
            >
              {programme.channels.some(({ key }) => key === draft.channel) ? null : (
                <option value={draft.channel}>{programme.channel}</option>
              )}
              {programme.channels.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say('programme.field.airDate')}>
          {({ id }) => (
            <input
              className="desk-input"
              id={id}
              // A date that is being typed is none for a moment.
              onChange={({ target: { value } }) => value && store.edit({ do: 'head', field: 'airDate', value })}
              readOnly={!may}
              type="date"
              value={draft.airDate}
            />
          )}
        </Field>
        <Field label={say('programme.field.airTime')}>
          {({ id }) => (
            <input
              className="desk-input"
              id={id}
              onChange={({ target: { value } }) =>
                value && store.edit({ do: 'head', field: 'airTime', value: value.slice(0, 5) })
              }
              readOnly={!may}
              type="time"
              value={draft.airTime}
            />
          )}
        </Field>
        <Typed
          label={say('programme.field.targetMs')}
          may={may}
          onValue={(value) => store.edit({ do: 'head', field: 'targetMs', value })}
          read={(text) => within(msOf(text), 1000, PLAN_LIMITS.targetMs)}
          shown={clock(draft.targetMs)}
          wrong={say('programme.time.wrong')}
        />
        <Typed
          label={say(`programme.pace.${draft.language}`)}
          may={may}
          onValue={(value) => store.edit({ do: 'head', field: 'pace', value })}
          read={(text) => within(/^\d{1,4}$/.test(text) ? Number(text) : null, PACE_LIMITS.least, PACE_LIMITS.most)}
          shown={String(draft.pace)}
          wrong={say('programme.pace.wrong', PACE_LIMITS)}
        />
      </div>
    </details>
  )
}

const within = (value: number | null, least: number, most: number): number | null =>
  value !== null && value >= least && value <= most ? value : null

/** A value that is typed as words and counts once the field is left or Enter pressed: half a time is another time. Until it can be read it says why not. */
export const Typed = ({
  label,
  shown,
  read,
  onValue,
  may,
  wrong,
  after,
}: {
  label: string
  shown: string
  read: (text: string) => number | null
  onValue: (value: number) => void
  may: boolean
  wrong: string
  after?: ReactNode
}) => {
  const [text, setText] = useState<string | null>(null)
  const isWrong = text !== null && read(text.trim()) === null
  const settle = () => {
    const value = text === null ? null : read(text.trim())
    if (value === null) return
    setText(null)
    onValue(value)
  }
  return (
    <Field error={isWrong ? wrong : undefined} label={label}>
      {({ id, describedBy }) => (
        <span className="desk-typed">
          <input
            aria-describedby={describedBy}
            aria-invalid={isWrong || undefined}
            autoComplete="off"
            className="desk-input"
            id={id}
            onBlur={settle}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') settle()
            }}
            readOnly={!may}
            value={text ?? shown}
          />
          {after}
        </span>
      )}
    </Field>
  )
}
