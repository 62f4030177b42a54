'use client'
import { useState } from 'react'
import type { Cue } from '#video/cue'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Field } from '../dialogs/Field'
import { useLoaded, useSnapshot, useSubtitles } from './context'
import { figure } from './finding-words'
import { KEYS } from './keys'
import type { Clash } from './merge'
import { secondsTyped, timeShown } from './times'
import { Words } from './Words'

type Closing = { readonly onClose: () => void }

/** Every key, from the table that the keyboard is read by. */
export const KeyHelp = ({ onClose }: Closing) => {
  const { say } = useSubtitles()
  return (
    <Dialog
      actions={
        <Button onPress={onClose} safe>
          {say('general.close')}
        </Button>
      }
      onClose={onClose}
      title={say('subtitles.help')}
      wide
    >
      <dl className="desk-keys">
        {KEYS.map(({ shown, says }) => (
          <div key={says}>
            <dt>
              {shown.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(says)}</dd>
          </div>
        ))}
      </dl>
      <p>{say('subtitles.help.ruby', { example: '｜林同省《ラムドンしょう》' })}</p>
    </Dialog>
  )
}

/** All later or earlier. */
export const ShiftDialog = ({ onClose }: Closing) => {
  const { say, edit } = useSubtitles()
  const active = useSnapshot((snapshot) => snapshot.active)
  const number = useSnapshot(({ cues }) => cues.findIndex(({ id }) => id === active) + 1)
  const [typed, setTyped] = useState('')
  const [fromHere, setFromHere] = useState(false)
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const move = () => {
    const by = secondsTyped(typed)
    if (by === null || by === 0) return setProblem(say('subtitles.shift.wrong'))
    if (edit({ do: 'shift', by, from: fromHere ? active : null })) onClose()
    else setProblem(say('subtitles.not.changed'))
  }
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose}>{say('general.cancel')}</Button>
          <Button onPress={move} tone="primary">
            {say('subtitles.shift.do')}
          </Button>
        </>
      }
      onClose={onClose}
      title={say('subtitles.shift')}
    >
      <Field error={problem} help={say('subtitles.shift.help')} label={say('subtitles.shift.by')}>
        {({ id, describedBy }) => (
          <input
            aria-describedby={describedBy}
            className="desk-input"
            data-safe
            id={id}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') move()
            }}
            value={typed}
          />
        )}
      </Field>
      <fieldset className="desk-fieldset">
        <legend>{say('subtitles.shift.which')}</legend>
        {[false, true].map((here) => (
          <label className="desk-choice" key={String(here)}>
            <input
              checked={fromHere === here}
              disabled={here && number === 0}
              name="desk-shift"
              onChange={() => setFromHere(here)}
              type="radio"
            />{' '}
            {here ? say('subtitles.shift.from', { number }) : say('subtitles.shift.all')}
          </label>
        ))}
      </fieldset>
    </Dialog>
  )
}

const RATES = [24, 25, 29.97, 30, 50] as const

/** Times on whole frames. */
export const SnapDialog = ({ onClose }: Closing) => {
  const { say, edit, language } = useSubtitles()
  const [fps, setFps] = useState(25)
  const [problem, setProblem] = useState('')
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} safe>
            {say('general.cancel')}
          </Button>
          <Button
            onPress={() => {
              if (edit({ do: 'snap', fps })) onClose()
              else setProblem(say('subtitles.snap.already'))
            }}
            tone="primary"
          >
            {say('subtitles.snap.do')}
          </Button>
        </>
      }
      onClose={onClose}
      title={say('subtitles.snap')}
    >
      <p className="desk-dialog__sentence">{say('subtitles.snap.lead')}</p>
      <Field label={say('subtitles.snap.rate')}>
        {({ id }) => (
          <select className="desk-input" id={id} onChange={(event) => setFps(Number(event.target.value))} value={fps}>
            {RATES.map((rate) => (
              <option key={rate} value={rate}>
                {figure(rate, language)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p className="desk-dialog__problem" role="alert">
        {problem}
      </p>
    </Dialog>
  )
}

/** Two people changed the same cues: both are shown, one is chosen for each, and the other can be had back by undoing. */
export const ConflictDialog = ({ clashes }: { readonly clashes: readonly Clash[] }) => {
  const { say, store } = useSubtitles()
  const cues = useSnapshot((snapshot) => snapshot.cues)
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  const choose = (id: string, their: boolean) =>
    setTheirs((before) => {
      const next = new Set(before)
      if (their) next.add(id)
      else next.delete(id)
      return next
    })
  const settle = () => store.settle(({ id }) => (theirs.has(id) ? 'theirs' : 'mine'))
  return (
    <Dialog
      actions={
        <>
          <Button onPress={() => setTheirs(new Set(clashes.map(({ id }) => id)))}>{say('subtitles.clash.theirs.all')}</Button>
          <Button onPress={() => setTheirs(new Set())}>{say('subtitles.clash.mine.all')}</Button>
          <Button onPress={settle} safe tone="primary">
            {say('subtitles.clash.do')}
          </Button>
        </>
      }
      // Nothing is lost: what is not chosen comes back with undoing.
      onClose={settle}
      title={say('subtitles.clash')}
      wide
    >
      <p className="desk-dialog__sentence">{say('subtitles.clash.lead', { count: clashes.length })}</p>
      {clashes.map(({ id, mine, theirs: their }) => {
        const number = cues.findIndex((cue) => cue.id === id) + 1
        return (
          <fieldset className="desk-fieldset desk-clash-choice" key={id}>
            <legend>{say('subtitles.row', { number: number > 0 ? number : '–' })}</legend>
            <Side checked={!theirs.has(id)} cue={mine} id={id} name="mine" onChoose={() => choose(id, false)} />
            <Side checked={theirs.has(id)} cue={their} id={id} name="theirs" onChoose={() => choose(id, true)} />
          </fieldset>
        )
      })}
    </Dialog>
  )
}

const Side = ({
  id,
  name,
  cue,
  checked,
  onChoose,
}: {
  readonly id: string
  readonly name: 'mine' | 'theirs'
  readonly cue: Cue | null
  readonly checked: boolean
  readonly onChoose: () => void
}) => {
  const { say } = useSubtitles()
  const { language } = useLoaded()
  return (
    <label className="desk-clash-choice__side">
      <span>
        <input checked={checked} name={`desk-clash-${id}`} onChange={onChoose} type="radio" /> {say(`subtitles.clash.${name}`)}
      </span>
      {cue ? (
        <>
          <span className="desk-cue__time">
            {timeShown(cue.start)} → {timeShown(cue.end)}
          </span>
          <Words className="desk-words" language={language} lines={cue.lines} />
          {cue.speaker === null ? null : <span lang={language}>{cue.speaker}</span>}
        </>
      ) : (
        <span className="desk-muted">{say('subtitles.clash.removed')}</span>
      )}
    </label>
  )
}
