'use client'
import { useRef, useState } from 'react'
import type { Finding } from '#newsroom'
import { ask } from '../desk-api'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Field } from '../dialogs/Field'
import { FindingWords, type Languages } from '../findings'
import { freshKey, sentenceOf, usePanel } from '../panel'
import { press, type Press } from '../press'
import { refreshDesk, type ArticleDesk } from './desk'

type Dismissing = {
  readonly article: string
  readonly finding: Finding
  readonly languages: Languages
  /** What has to be kept first. */
  readonly before?: () => Promise<unknown>
  readonly onDone: (sentence: string) => Promise<unknown> | void
  readonly onClose: () => void
}

/** A warning that is let stand, in writing. */
export const DismissFinding = ({ article, finding, languages, before, onDone, onClose }: Dismissing) => {
  const { language, say } = usePanel()
  const last = useRef<Press | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async () => {
    setTried(true)
    if (reason.trim() === '') return
    setBusy(true)
    setProblem(null)
    try {
      await before?.()
      const body = { finding: finding.id, reason: reason.trim() }
      last.current = press(last.current, body, freshKey)
      await ask<{ article?: ArticleDesk }>(`/api/desk/articles/${encodeURIComponent(article)}/dismiss`, {
        language,
        method: 'POST',
        body,
        key: last.current.key,
      })
      await refreshDesk(article, language)
      await onDone(say('translation.finding.dismiss.done'))
      onClose()
    } catch (error) {
      setBusy(false)
      setProblem(sentenceOf(error, say))
    }
  }
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} safe>
            {say('general.cancel')}
          </Button>
          <Button busy={busy} onPress={() => void send()} tone="primary">
            {say('translation.finding.dismiss')}
          </Button>
        </>
      }
      onClose={onClose}
      title={say('translation.finding.dismiss')}
    >
      <p className="desk-note desk-note--warning">
        <FindingWords finding={finding} languages={languages} />
      </p>
      <p className="desk-dialog__sentence">{say('translation.finding.dismiss.do')}</p>
      <Field error={tried && reason.trim() === '' ? say('general.missing') : undefined} label={say('field.reason')}>
        {({ id, describedBy }) => (
          <textarea
            aria-describedby={describedBy}
            className="desk-input"
            id={id}
            maxLength={2000}
            onChange={(event) => setReason(event.target.value)}
            rows={3}
            value={reason}
          />
        )}
      </Field>
      <p className="desk-dialog__problem" role="alert">
        {problem}
      </p>
    </Dialog>
  )
}
