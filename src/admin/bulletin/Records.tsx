'use client'
import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import { LANGUAGES, type Language } from '#newsroom'
import type { DraftedErratum, RecordView } from '#bulletin/view'
import { formatDate, isoInProvince } from '#text/dates'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Field } from '../dialogs/Field'
import { LanguageTag } from '../Shown'
import { Time } from '../Time'
import { wordFor } from '../words'
import { useIssue, useLoadedIssue } from './context'
import { doorOf, useDoor } from './door'

const KINDS = ['deposit', 'distribution'] as const satisfies readonly RecordView['kind'][]

/** Where the copies went, and the errata that later events ask for. */
export const Records = () => {
  const { id, say } = useIssue()
  const { issue } = useLoadedIssue()
  const [adding, setAdding] = useState<RecordView['kind'] | null>(null)
  return (
    <>
      {KINDS.map((kind) => {
        const rows = issue.records.filter((record) => record.kind === kind)
        return (
          <section aria-labelledby={`desk-records-${kind}`} className="desk-terms__section" key={kind}>
            <div className="desk-page__head desk-records__head">
              <h2 id={`desk-records-${kind}`}>
                {say(`bulletin.record.${kind}`)} <span className="desk-box__count">({rows.length})</span>
              </h2>
              <span className="desk-row">
                {issue.may.records ? (
                  <Button onPress={() => setAdding(kind)}>+ {say(`bulletin.record.add.${kind}`)}</Button>
                ) : null}
                {kind === 'distribution' && rows.length > 0
                  ? LANGUAGES.filter((one) => rows.some(({ language }) => language === one)).map((one) => (
                      <a className="desk-button" href={`${doorOf(id, 'labels.pdf')}?language=${one}`} key={one}>
                        {say('bulletin.labels', { language: say(`lang.${one}.in`) })}
                      </a>
                    ))
                  : null}
              </span>
            </div>
            {rows.length > 0 ? <Table rows={rows} /> : <p className="desk-empty">{say(`bulletin.record.none.${kind}`)}</p>}
          </section>
        )
      })}
      <p className="desk-records__sum">
        <a className="desk-button" download href={doorOf(id, 'records.csv')}>
          {say('bulletin.records.csv')}
        </a>
      </p>
      <Errata />
      {adding ? <RecordDialog kind={adding} onClose={() => setAdding(null)} /> : null}
    </>
  )
}

const Table = ({ rows }: { rows: readonly RecordView[] }) => {
  const { language, say } = useIssue()
  const copies = rows.reduce((sum, row) => sum + row.copies, 0)
  const number = new Intl.NumberFormat(language)
  return (
    <div className="desk-terms-wrap">
      <table className="desk-records">
        <thead>
          <tr>
            <th scope="col">{say('bulletin.record.date')}</th>
            <th scope="col">{say('bulletin.record.language')}</th>
            <th className="desk-number" scope="col">
              {say('bulletin.record.copies')}
            </th>
            <th scope="col">{say('bulletin.record.addressee')}</th>
            <th scope="col">{say('bulletin.record.receipt')}</th>
            <th scope="col">{say('bulletin.record.by')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{formatDate(row.date, language)}</td>
              <td>
                <LanguageTag language={row.language} />
              </td>
              <td className="desk-number">{number.format(row.copies)}</td>
              <td lang="">
                {row.addressee}
                {row.address ? <div className="desk-muted">{row.address}</div> : null}
              </td>
              <td lang="">{row.receipt || '—'}</td>
              <td>
                {row.by.name}, <Time at={row.by.at} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th colSpan={2} scope="row">
              {say('bulletin.record.sum')}
            </th>
            <td className="desk-number">{number.format(copies)}</td>
            <td colSpan={3} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

const RecordDialog = ({ kind, onClose }: { kind: RecordView['kind']; onClose: () => void }) => {
  const { say, announce } = useIssue()
  const { busy, problem, send } = useDoor()
  const [language, setLanguage] = useState<Language>('vi')
  const [date, setDate] = useState(() => isoInProvince(new Date()).slice(0, 10))
  const [words, setWords] = useState({ copies: '', addressee: '', address: '', receipt: '' })
  const [tried, setTried] = useState(false)
  const copies = Number(words.copies.replaceAll(/[\s.,]/g, ''))
  const gaps = [
    ...(date === '' ? (['date'] as const) : []),
    ...(words.copies.trim() !== '' && Number.isInteger(copies) && copies > 0 ? [] : (['copies'] as const)),
    ...(words.addressee.trim() === '' ? (['addressee'] as const) : []),
  ]
  const gap = (name: (typeof gaps)[number]) => (tried && gaps.includes(name) ? say('general.missing') : undefined)
  const press = async () => {
    setTried(true)
    if (gaps.length > 0) return
    const { addressee, address, receipt } = words
    const body = { kind, language, date, copies, addressee: addressee.trim(), address: address.trim(), receipt: receipt.trim() }
    if (!(await send(['records'], body))) return
    const sentence = say('bulletin.record.added', { addressee: body.addressee })
    announce(sentence)
    toast.success(sentence)
    onClose()
  }
  const text = (field: keyof typeof words, optional = false) => (
    <Field
      error={field === 'copies' || field === 'addressee' ? gap(field) : undefined}
      label={say(`bulletin.record.${field}`) + (optional ? ` (${say('general.optional')})` : '')}
    >
      {({ id, describedBy }) => (
        <input
          aria-describedby={describedBy}
          className="desk-input"
          id={id}
          inputMode={field === 'copies' ? 'numeric' : undefined}
          maxLength={500}
          onChange={(event) => setWords({ ...words, [field]: event.target.value })}
          value={words[field]}
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
          <Button busy={busy} onPress={() => void press()} tone="primary">
            {busy ? say('general.working') : say('bulletin.keep')}
          </Button>
        </>
      }
      onClose={onClose}
      title={say(`bulletin.record.add.${kind}`)}
    >
      <p className="desk-dialog__sentence">{say(`bulletin.record.do.${kind}`)}</p>
      <div className="desk-find">
        <Field label={say('bulletin.record.language')}>
          {({ id }) => (
            <select
              className="desk-input"
              id={id}
              onChange={(event) => setLanguage(event.target.value as Language)}
              value={language}
            >
              {LANGUAGES.map((one) => (
                <option key={one} value={one}>
                  {say(`lang.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field error={gap('date')} label={say('bulletin.record.date')}>
          {({ id, describedBy }) => (
            <input
              aria-describedby={describedBy}
              className="desk-input"
              id={id}
              onChange={(event) => setDate(event.target.value)}
              type="date"
              value={date}
            />
          )}
        </Field>
        {text('copies')}
      </div>
      {text('addressee')}
      {text('address', true)}
      {text('receipt', true)}
      <p className="desk-dialog__problem" role="alert">
        {problem}
      </p>
    </Dialog>
  )
}

const Errata = () => {
  const { say } = useIssue()
  const { issue } = useLoadedIssue()
  return (
    <section aria-labelledby="desk-errata" className="desk-terms__section">
      <h2 id="desk-errata">
        {say('bulletin.errata')} <span className="desk-box__count">({issue.errata.length})</span>
      </h2>
      {issue.errata.length === 0 ? <p className="desk-empty">{say('bulletin.errata.none')}</p> : null}
      <ul className="desk-plain desk-errata">
        {issue.errata.map((erratum) => (
          <Erratum erratum={erratum} key={erratum.id} />
        ))}
      </ul>
    </section>
  )
}

/** A rectification brings its wording along; of our own slip, or of a text that was taken down, it is written here. */
const Erratum = ({ erratum }: { erratum: DraftedErratum }) => {
  const { say, announce } = useIssue()
  const { issue } = useLoadedIssue()
  const { busy, problem, send } = useDoor()
  const { id, language, kind, title, page } = erratum
  const [words, setWords] = useState({ wrong: erratum.wrong, right: erratum.right })
  const [tried, setTried] = useState(false)
  const take = async () => {
    setTried(true)
    const said = { wrong: words.wrong.trim(), right: words.right.trim() }
    if (said.wrong === '' || said.right === '') return
    if (!(await send(['errata', id, 'take'], said))) return
    const sentence = say('bulletin.erratum.taken', { title })
    announce(sentence)
    toast.success(sentence)
  }
  const text = (field: keyof typeof words) => (
    <Field error={tried && words[field].trim() === '' ? say('general.missing') : undefined} label={say(`field.note.${field}`)}>
      {({ id: box, describedBy }) => (
        <textarea
          aria-describedby={describedBy}
          className="desk-input"
          id={box}
          lang={language}
          maxLength={4000}
          onChange={(event) => setWords({ ...words, [field]: event.target.value })}
          rows={2}
          value={words[field]}
        />
      )}
    </Field>
  )
  return (
    <li className="desk-box">
      <h3>
        <LanguageTag language={language} /> <span lang={language}>{title}</span>{' '}
        <span className="desk-muted">
          {wordFor(say, 'erratum', kind)}
          {page === null ? '' : ` · ${say('bulletin.page.number', { page })}`}
        </span>
      </h3>
      {issue.may.arrange ? (
        <>
          <div className="desk-errata__words">
            {text('wrong')}
            {text('right')}
          </div>
          {problem ? (
            <p className="desk-dialog__problem" role="alert">
              {problem}
            </p>
          ) : null}
          <Button busy={busy} label={`${say('bulletin.erratum.take')}: ${title}`} onPress={() => void take()}>
            {busy ? say('general.working') : say('bulletin.erratum.take')}
          </Button>
        </>
      ) : (
        <dl className="desk-pairs">
          <dt>{say('field.note.wrong')}</dt>
          <dd lang={language}>{erratum.wrong || '—'}</dd>
          <dt>{say('field.note.right')}</dt>
          <dd lang={language}>{erratum.right || '—'}</dd>
        </dl>
      )}
    </li>
  )
}
