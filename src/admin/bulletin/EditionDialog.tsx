'use client'
import { useState } from 'react'
import type { Language } from '#newsroom'
import type { EditionOffer, EditionVerb } from '#bulletin/view'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Field, Tick } from '../dialogs/Field'
import { wordFor } from '../words'
import { useIssue, useLoadedIssue } from './context'
import { useDoor } from './door'
import { bodyOf, gapsOf, NO_ANSWERS, type EditionAnswers, type Gap } from './scene'

/** Approving and releasing have dialogs of their own. */
type PlainVerb = Exclude<EditionVerb, 'approve' | 'release'>

export const EditionDialog = ({
  of,
  offer,
  onClose,
  onDone,
}: {
  of: Language
  offer: EditionOffer
  onClose: () => void
  onDone: (sentence: string) => void
}) => {
  const { say } = useIssue()
  const { issue } = useLoadedIssue()
  const { busy, problem, send } = useDoor()
  const verb = offer.verb as PlainVerb
  const [answers, setAnswers] = useState<EditionAnswers>(NO_ANSWERS)
  const [tried, setTried] = useState(false)
  const gaps = gapsOf(offer.asks, answers, issue.editionViews[of].pages)
  const gap = (name: Gap) => (tried && gaps.includes(name) ? say('general.missing') : undefined)
  const change = (part: Partial<EditionAnswers>) => setAnswers((before) => ({ ...before, ...part }))
  const facts = { language: say(`lang.${of}.in`) }
  const press = async () => {
    setTried(true)
    if (gaps.length > 0) return
    if (await send([of, verb], bodyOf(offer.asks, answers))) onDone(say(`bulletin.${verb}.done`, facts))
  }
  const name = wordFor(say, 'edition.verb', verb)
  const words = (field: 'reason' | 'wrong' | 'right', lang?: Language) => (
    <Field error={gap(field)} label={field === 'reason' ? say('field.reason') : say(`field.note.${field}`)}>
      {({ id, describedBy }) => (
        <textarea
          aria-describedby={describedBy}
          className="desk-input"
          id={id}
          lang={lang}
          maxLength={4000}
          onChange={(event) => change({ [field]: event.target.value })}
          rows={3}
          value={answers[field]}
        />
      )}
    </Field>
  )
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
      title={`${name} · ${say(`lang.${of}`)}`}
    >
      <p className="desk-dialog__sentence">{say(`bulletin.${verb}.do`, facts)}</p>
      {offer.asks.includes('notice') ? (
        <>
          <Field
            error={tried && gaps.includes('page') ? say('bulletin.notice.page.wrong') : undefined}
            help={say('bulletin.notice.page.help')}
            label={`${say('bulletin.notice.page')} (${say('general.optional')})`}
          >
            {({ id, describedBy }) => (
              <input
                aria-describedby={describedBy}
                className="desk-input"
                id={id}
                inputMode="numeric"
                onChange={(event) => change({ page: event.target.value })}
                value={answers.page}
              />
            )}
          </Field>
          {words('wrong', of)}
          {words('right', of)}
        </>
      ) : null}
      {offer.asks.includes('reason') ? words('reason') : null}
      {offer.asks.includes('difference') ? (
        <>
          <Tick
            checked={answers.acknowledged}
            label={say('bulletin.difference.tick')}
            onChange={(acknowledged) => change({ acknowledged })}
          />
          {gap('acknowledged') ? <p className="desk-field__error">{gap('acknowledged')}</p> : null}
        </>
      ) : null}
      <p className="desk-dialog__problem" role="alert">
        {problem}
      </p>
    </Dialog>
  )
}
