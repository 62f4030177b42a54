'use client'
import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { MyPlan } from '#cms/verbs/terms'
import { LANGUAGES } from '#newsroom'
import type { Term } from '#translation/segment'
import type { TermField } from '#translation/term-import'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Field } from '../dialogs/Field'
import { sentenceOf, usePanel } from '../panel'
import { sendFile } from '../send-file'

/** Lines of each kind that are shown; a glossary has hundreds. */
const SHOWN = 100

/** A file of terms: what it would do first, then, on a second press, exactly that. */
export const ImportDialog = ({ onClose }: { onClose: () => void }) => {
  const { language, say } = usePanel()
  const [file, setFile] = useState<File | null>(null)
  const [plan, setPlan] = useState<MyPlan | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const count = plan ? plan.add.length + plan.change.length : 0

  const send = async (chosen: File, dry: boolean): Promise<MyPlan | null> => {
    setBusy(true)
    setProblem(null)
    try {
      return await sendFile<MyPlan>(`/api/desk/terms/import?dry=${dry}`, chosen, language)
    } catch (error) {
      setProblem(sentenceOf(error, say))
      return null
    } finally {
      setBusy(false)
    }
  }
  const look = async (chosen: File | null) => {
    setFile(chosen)
    setPlan(null)
    if (chosen) setPlan(await send(chosen, true))
  }
  const bring = async () => {
    const done = file ? await send(file, false) : null
    if (!done) return
    toast.success(say('terms.import.done', { added: done.add.length, changed: done.change.length }))
    onClose()
  }
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} safe>
            {say('general.cancel')}
          </Button>
          {plan && count > 0 ? (
            <Button busy={busy} onPress={() => void bring()} tone="primary">
              {busy ? say('general.working') : say('terms.import.do', { count })}
            </Button>
          ) : null}
        </>
      }
      onClose={onClose}
      title={say('terms.import.title')}
      wide
    >
      <p className="desk-dialog__sentence">{say('terms.import.lead')}</p>
      <Field label={say('terms.import.file')}>
        {({ id }) => (
          <input
            accept=".csv,.xlsx,.tbx,.xml,text/csv"
            className="desk-input"
            id={id}
            onChange={(event) => void look(event.target.files?.[0] ?? null)}
            type="file"
          />
        )}
      </Field>
      {busy && !plan ? <p role="status">{say('terms.import.reading')}</p> : null}
      {plan ? <Plan plan={plan} /> : null}
      <p className="desk-dialog__problem" role="alert">
        {problem}
      </p>
    </Dialog>
  )
}

const Plan = ({ plan }: { plan: MyPlan }) => {
  const { say } = usePanel()
  return (
    // It scrolls, so the keyboard has to reach it.
    <div aria-label={say('terms.import.title')} className="desk-import" role="region" tabIndex={0}>
      {plan.add.length + plan.change.length === 0 ? <p role="status">{say('terms.import.nothing')}</p> : null}
      {plan.refuse.length > 0 ? (
        <section>
          <h3 className="desk-late">{say('terms.import.refuse', { count: plan.refuse.length })}</h3>
          <ul>
            {plan.refuse.slice(0, SHOWN).map(({ line, code, reason }) => (
              <li key={`${line} ${code}`}>
                <Line line={line} /> {reason}
              </li>
            ))}
          </ul>
          <More all={plan.refuse.length} />
        </section>
      ) : null}
      {plan.change.length > 0 ? (
        <section>
          <h3>{say('terms.import.change', { count: plan.change.length })}</h3>
          <ul>
            {plan.change.slice(0, SHOWN).map(({ line, was, now, differs }) => (
              <li key={line}>
                <Line line={line} /> <strong lang="vi">{was.forms.vi}</strong>
                {differs.map((field) => (
                  <span className="desk-terms__note" key={field}>
                    {say(`terms.field.${field}`)}: <del>{valueOf(was, field) || say('terms.none')}</del> →{' '}
                    <ins>{valueOf(now, field) || say('terms.none')}</ins>
                  </span>
                ))}
              </li>
            ))}
          </ul>
          <More all={plan.change.length} />
        </section>
      ) : null}
      {plan.add.length > 0 ? (
        <section>
          <h3>{say('terms.import.add', { count: plan.add.length })}</h3>
          <ul>
            {plan.add.slice(0, SHOWN).map(({ line, term }) => (
              <li key={line}>
                <Line line={line} />{' '}
                {LANGUAGES.filter((one) => term.forms[one] !== '').map((one, index) => (
                  <span key={one} lang={one}>
                    {index > 0 ? ' · ' : ''}
                    {term.forms[one]}
                  </span>
                ))}
                {term.status === 'proposed' ? <span className="desk-muted"> ({say('terms.import.proposal')})</span> : null}
              </li>
            ))}
          </ul>
          <More all={plan.add.length} />
        </section>
      ) : null}
      <p className="desk-muted">{say('terms.import.same', { count: plan.same.length })}</p>
    </div>
  )
}

const Line = ({ line }: { line: number }) => {
  const { say } = usePanel()
  return <span className="desk-import__line">{say('terms.import.line', { line })}</span>
}

const More = ({ all }: { all: number }) => {
  const { say } = usePanel()
  return all > SHOWN ? <p className="desk-muted">{say('terms.import.more', { count: all - SHOWN })}</p> : null
}

const valueOf = (term: Term, field: TermField): string => {
  switch (field) {
    case 'vi':
    case 'en':
    case 'ja':
      return term.forms[field]
    case 'forbidden.vi':
      return term.forbidden.vi.join(', ')
    case 'forbidden.en':
      return term.forbidden.en.join(', ')
    case 'forbidden.ja':
      return term.forbidden.ja.join(', ')
    default:
      return term[field] ?? ''
  }
}
