'use client'
import { useRef, useState } from 'react'
import { LANGUAGES, type Finding, type Language } from '#newsroom'
import type { SaveAnswer, TranslationDesk } from '#translation/view'
import { refreshDesk } from '../article/desk'
import { ask, DeskProblem, problemIn } from '../desk-api'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Field } from '../dialogs/Field'
import { freshKey, sentenceOf } from '../panel'
import { DismissFinding } from '../article/DismissFinding'
import { useDesk, useLanguages } from './context'
import { KEYS } from './keys'

type Closing = { readonly onClose: () => void }

/** Every key of the desk, from the table that the keyboard is read by. */
export const KeyHelp = ({ onClose }: Closing) => {
  const { say } = useDesk()
  return (
    <Dialog
      actions={
        <Button onPress={onClose} safe>
          {say('general.close')}
        </Button>
      }
      onClose={onClose}
      title={say('translation.help')}
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
      <p>{say('translation.help.codes')}</p>
      <p>{say('translation.help.ruby', { example: '｜林同省《ラムドンしょう》' })}</p>
    </Dialog>
  )
}

type Imported = {
  readonly applied: number
  readonly unchanged: number
  readonly unknown: readonly string[]
  readonly refused: readonly unknown[]
  /** Segments that somebody rewrote at the desk after the file had left: their words stand, the file's are shown. */
  readonly conflicts: SaveAnswer['conflicts']
  readonly desk: TranslationDesk
}

/** A file that comes back from outside; what it did is said before the dialog closes. */
export const ImportDialog = ({ onClose }: Closing) => {
  const { article, language, say, store } = useDesk()
  const key = useRef(freshKey())
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [done, setDone] = useState<Imported | null>(null)
  const send = async () => {
    if (!file) return setProblem(say('general.missing'))
    setBusy(true)
    setProblem(null)
    try {
      await store.flush()
      const answer = await fetch(
        `/api/desk/articles/${encodeURIComponent(article)}/import?name=${encodeURIComponent(file.name)}`,
        {
          method: 'POST',
          credentials: 'same-origin',
          headers: {
            accept: 'application/json',
            'accept-language': language,
            'content-type': 'application/octet-stream',
            'idempotency-key': key.current,
          },
          body: file,
        },
      ).catch(() => {
        throw new DeskProblem('network', 0, '')
      })
      const said: unknown = await answer.json().catch(() => null)
      if (!answer.ok) throw problemIn(answer.status, said)
      const imported = said as Imported
      store.accept(imported.desk)
      setDone(imported)
      void refreshDesk(article, language)
    } catch (error) {
      setProblem(sentenceOf(error, say))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      actions={
        done ? (
          <Button onPress={onClose} safe tone="primary">
            {say('general.close')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose} safe>
              {say('general.cancel')}
            </Button>
            <Button busy={busy} onPress={() => void send()} tone="primary">
              {busy ? say('general.working') : say('translation.import.do')}
            </Button>
          </>
        )
      }
      onClose={onClose}
      title={say('translation.import')}
    >
      {done ? (
        <div role="status">
          <p>{say('translation.import.done', { applied: done.applied, unchanged: done.unchanged })}</p>
          {done.refused.length > 0 ? (
            <p className="desk-late">{say('translation.import.refused', { count: done.refused.length })}</p>
          ) : null}
          {done.conflicts.length > 0 ? (
            <>
              <p className="desk-late">{say('translation.import.overtaken', { count: done.conflicts.length })}</p>
              <ul>
                {done.conflicts.map(({ change }, index) => (
                  <li key={index} lang={done.desk.language}>
                    {'text' in change ? change.text : ''}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {done.unknown.length > 0 ? (
            <>
              <p className="desk-late">{say('translation.import.unknown')}</p>
              <ul>
                {done.unknown.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
      ) : (
        <>
          <p className="desk-dialog__sentence">{say('translation.import.lead')}</p>
          <Field label={say('translation.import.file')}>
            {({ id }) => (
              <input
                accept=".xlf,.xliff,.docx"
                className="desk-input"
                id={id}
                onChange={(event) => {
                  key.current = freshKey()
                  setFile(event.target.files?.[0] ?? null)
                }}
                type="file"
              />
            )}
          </Field>
        </>
      )}
      <p className="desk-dialog__problem" role="alert">
        {problem}
      </p>
    </Dialog>
  )
}

/** A term for everybody; somebody in charge looks at it first. */
export const ProposeTerm = ({ onClose, begun }: Closing & { begun: Partial<Record<Language, string>> }) => {
  const { language, say, announce } = useDesk()
  const [forms, setForms] = useState<Record<Language, string>>({ vi: '', en: '', ja: '', ...begun })
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async () => {
    if (LANGUAGES.filter((one) => forms[one].trim() !== '').length < 2) return setProblem(say('translation.term.propose.missing'))
    setBusy(true)
    setProblem(null)
    try {
      await ask('/api/desk/terms/proposals', {
        language,
        method: 'POST',
        body: { vi: forms.vi.trim(), en: forms.en.trim(), ja: forms.ja.trim(), note: note.trim() },
      })
      announce(say('translation.term.propose.done'))
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
            {say('translation.term.propose.do')}
          </Button>
        </>
      }
      onClose={onClose}
      title={say('translation.term.propose')}
    >
      <p className="desk-dialog__sentence">{say('translation.term.propose.lead')}</p>
      {LANGUAGES.map((one) => (
        <Field key={one} label={say(`lang.${one}`)}>
          {({ id }) => (
            <input
              className="desk-input"
              id={id}
              lang={one}
              maxLength={200}
              onChange={(event) => setForms((before) => ({ ...before, [one]: event.target.value }))}
              value={forms[one]}
            />
          )}
        </Field>
      ))}
      <Field label={`${say('translation.term.note')} (${say('general.optional')})`}>
        {({ id }) => (
          <textarea
            className="desk-input"
            id={id}
            maxLength={1000}
            onChange={(event) => setNote(event.target.value)}
            rows={2}
            value={note}
          />
        )}
      </Field>
      <p className="desk-dialog__problem" role="alert">
        {problem}
      </p>
    </Dialog>
  )
}

/** A warning that is let stand, in writing, once every word is kept. */
export const DismissHere = ({ finding, onClose }: Closing & { finding: Finding }) => {
  const { article, announce, reload, store } = useDesk()
  const languages = useLanguages()
  const onDone = async (sentence: string) => {
    await reload()
    announce(sentence)
  }
  return (
    <DismissFinding
      article={article}
      before={() => store.flush()}
      finding={finding}
      languages={languages}
      onClose={onClose}
      onDone={onDone}
    />
  )
}
