'use client'
import { useState } from 'react'
import { clock, signedClock, wallClock } from '#programme/timing'
import type { ProgrammeOffer } from '#programme/view'
import { formatDate } from '#text/dates'
import { Button } from '../dialogs/Button'
import { Copy } from '../dialogs/Copy'
import { Dialog } from '../dialogs/Dialog'
import { Field } from '../dialogs/Field'
import { wordFor } from '../words'
import { useLoadedProgramme, useProgramme } from './context'
import { useVerb } from './door'
import { Files } from './Files'
import { timed } from './scene'

/** Says what will happen, asks for what has to be said, and shows what exactly is frozen, approved or released. */
export const VerbDialog = ({
  offer: { verb, asks },
  onClose,
  onDone,
}: {
  offer: ProgrammeOffer
  onClose: () => void
  onDone: (sentence: string) => void
}) => {
  const { say } = useProgramme()
  const { busy, problem, send } = useVerb()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const asked = asks.find((one) => one !== 'looked')
  // As the dialog was opened: what is closed anew meanwhile was not looked at.
  const [looked] = useState(useLoadedProgramme().programme.closed?.digest)
  const isMissing = asked !== undefined && words.trim() === ''
  const press = async () => {
    setTried(true)
    if (isMissing) return
    const body = {
      ...(asked === undefined ? {} : { [asked]: words.trim() }),
      ...(asks.includes('looked') && looked !== undefined ? { digest: looked } : {}),
    }
    if (await send(verb, body)) onDone(say(`programme.${verb}.done`))
  }
  const name = wordFor(say, 'programme.verb', verb)
  const isShown = verb !== 'reopen' && verb !== 'withdraw'
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} safe>
            {say('general.cancel')}
          </Button>
          <Button busy={busy} onPress={() => void press()} tone={verb === 'withdraw' ? 'danger' : 'primary'}>
            {busy ? say('general.working') : name}
          </Button>
        </>
      }
      onClose={onClose}
      title={name}
      wide={isShown}
    >
      <p className="desk-dialog__sentence">{say(`programme.${verb}.do`)}</p>
      {asked === undefined ? null : (
        <Field
          error={tried && isMissing ? say('general.missing') : undefined}
          label={say(asked === 'note' ? 'field.note.text' : 'field.reason')}
        >
          {({ id, describedBy }) => (
            <textarea
              aria-describedby={describedBy}
              className="desk-input"
              id={id}
              maxLength={4000}
              onChange={(event) => setWords(event.target.value)}
              rows={3}
              value={words}
            />
          )}
        </Field>
      )}
      {isShown ? <What /> : null}
      <p className="desk-dialog__problem" role="alert">
        {problem}
      </p>
    </Dialog>
  )
}

/** The programme to the last word, with its digest once it is closed. */
const What = () => {
  const { language, say } = useProgramme()
  const { programme, draft } = useLoadedProgramme()
  const { rows, total, over } = timed(draft)
  const digest = programme.approval?.digest ?? programme.closed?.digest ?? null
  const titleOf = (id: string) => draft.steps.find((step) => step.id === id)?.title ?? ''
  return (
    <>
      <dl className="desk-pairs">
        {digest === null ? null : (
          <>
            <dt>{say('rail.hash')}</dt>
            <dd className="desk-hash">
              <code title={digest}>{digest.slice(0, 12)}</code> <Copy label={say('rail.hash.copy')} text={digest} />
            </dd>
          </>
        )}
        <dt>{say('programme.field.airDate')}</dt>
        <dd>
          {draft.airTime}, {formatDate(draft.airDate, language)} · {programme.channel}
        </dd>
        <dt>{say('programme.field.presenter')}</dt>
        <dd>{draft.presenter || '—'}</dd>
        <dt>{say('programme.total')}</dt>
        <dd>
          {clock(total)} / {clock(draft.targetMs)} ({signedClock(over)})
        </dd>
        {programme.files.length > 0 ? (
          <>
            <dt>{say('programme.files')}</dt>
            <dd>
              <Files files={programme.files} titleOf={titleOf} />
            </dd>
          </>
        ) : null}
      </dl>
      <table className="desk-approve__entries desk-programme__what">
        <thead>
          <tr>
            <th scope="col">{say('programme.column.start')}</th>
            <th scope="col">{say('programme.column.words')}</th>
            <th scope="col">{say('programme.column.read')}</th>
            <th scope="col">{say('programme.column.clip')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ step, times, start }, index) => (
            <tr key={step.id}>
              <td>
                {clock(start)}
                <br />
                <span className="desk-muted">{wallClock(draft.airTime, start)}</span>
              </td>
              <td lang={draft.language}>
                <strong>
                  {index + 1}. {step.title}
                </strong>
                {[step.intro, step.script]
                  .filter((text) => text.trim() !== '')
                  .map((text, at) => (
                    <p className="desk-programme__said" key={at}>
                      {text}
                    </p>
                  ))}
              </td>
              <td>{clock(times.readMs)}</td>
              <td>{step.clip === null ? '—' : `${clock(step.clip.from)}–${clock(step.clip.to)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
