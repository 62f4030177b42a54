'use client'
import { Fragment, useEffect, useState } from 'react'
import { GRADES, type Finding, type Language, type Person } from '#newsroom'
import type { ReleaseKind } from '#publication/release'
import { ask } from '../desk-api'
import { Difference } from '../Difference'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Field, Tick } from '../dialogs/Field'
import { findingSentence } from '../findings'
import { usePanel } from '../panel'
import { instantOf, localOf } from '../when'
import { labelled, listed, wordFor } from '../words'
import { assignable } from './assignable'
import type { ArticleDesk, Offer } from './desk'
import type { Change } from './looked'
import {
  asksGrade,
  gapsOf,
  isGrave,
  nameKey,
  NO_ANSWERS,
  sentenceKey,
  type Answers,
  type ButtonVerb,
  type VerbScene,
} from './verbs'

export type VerbDialogProps = {
  readonly desk: ArticleDesk
  readonly offer: Offer & { readonly verb: ButtonVerb }
  readonly scene: VerbScene
  /** What it binds and this page has not shown. */
  readonly unseen: readonly Change[]
  readonly busy: boolean
  /** What the server refused the last press with. */
  readonly problem: string | null
  readonly onClose: () => void
  readonly onAct: (answers: Answers, facts: { readonly assigneeName: string }) => void
}

/** What will happen in one sentence, what has to be said, the safe button first in focus. */
export const VerbDialog = (props: VerbDialogProps) =>
  props.offer.asks.includes('looked') && props.unseen.length > 0 ? <LookAgain {...props} /> : <Asking {...props} />

/** Nobody signs what was not on their screen: what changed since, and the way to it. */
const LookAgain = ({ desk, offer, scene, unseen, problem, onClose }: VerbDialogProps) => {
  const { say } = usePanel()
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} safe>
            {say('general.cancel')}
          </Button>
          <Button onPress={() => window.location.reload()} tone="primary">
            {say('verb.lookAgain.reload')}
          </Button>
        </>
      }
      onClose={onClose}
      title={say(nameKey(offer.verb, scene))}
    >
      <p className="desk-dialog__sentence">{say('verb.lookAgain')}</p>
      <dl className="desk-changes">
        {unseen.map(({ part, before, after }, index) => (
          <Fragment key={index}>
            <dt>{wordFor(say, 'part', part)}</dt>
            <dd>
              {before === after ? (
                say('verb.lookAgain.part')
              ) : (
                <Difference after={after} before={before} language={desk.language} />
              )}
            </dd>
          </Fragment>
        ))}
      </dl>
      <p className="desk-dialog__problem" role="alert">
        {problem}
      </p>
    </Dialog>
  )
}

const Asking = ({ desk, offer, scene, busy, problem, onClose, onAct }: VerbDialogProps) => {
  const { language, say } = usePanel()
  const { verb } = offer
  const live = desk.siblings
    .filter(({ shown }) => ['released', 'releasedNewer', 'stale'].includes(shown.key))
    .map((sibling) => sibling.language)
  const taken = verb === 'withdraw' ? [...new Set([desk.language, ...live])] : []
  const [answers, setAnswers] = useState<Answers>({ ...NO_ANSWERS, languages: taken, due: desk.due })
  const [tried, setTried] = useState(false)
  const people = usePeople(verb === 'assign', language)
  const outlets = useOutlets(desk, verb, verb === 'withdraw' ? answers.languages : [desk.language], language)
  const change = (part: Partial<Answers>) => setAnswers((before) => ({ ...before, ...part }))

  const toWaive = verb === 'approve' ? desk.findings.filter(({ severity }) => severity === 'critical') : []
  const reasonNeeded = verb === 'approve' && desk.stale === 'minor'
  const asks = verb === 'withdraw' ? [...offer.asks, 'languages'] : offer.asks
  const gaps = gapsOf(asks, answers, { reasonNeeded, toWaive: toWaive.map(({ id }) => id), handedOver: desk.handedOver })
  const gap = (name: (typeof gaps)[number]) => tried && gaps.includes(name)
  const press = () => {
    setTried(true)
    // Of nothing that this page has not shown: else it would ask to look again.
    if (gaps.length === 0)
      onAct({ ...answers, looked: desk.digest }, { assigneeName: people.find(({ id }) => id === answers.assignee)?.name ?? '' })
  }

  const facts = {
    name: desk.claim?.name ?? '',
    hash: desk.digest.slice(0, 8),
    language: say(`lang.${desk.language}.in`),
    version: desk.live?.version ?? '',
    outlets: listed([say('verb.withdraw.page'), ...outlets.lose], language),
  }
  const name = say(nameKey(verb, scene), facts)
  const wantsReason =
    asks.includes('reason') ||
    asks.includes('reasonIfEmbargo') ||
    reasonNeeded ||
    (verb === 'schedule' && (desk.embargo !== null || desk.schedule?.embargo === true)) ||
    verb === 'reopen'
  const required = asks.includes('reason') || reasonNeeded
  const missing = say('general.missing')

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} safe>
            {/* “Hủy” beside “Hủy hẹn giờ” could be either. */}
            {say(verb === 'unschedule' ? 'general.close' : 'general.cancel')}
          </Button>
          <Button busy={busy} onPress={press} tone={isGrave(verb) ? 'danger' : 'primary'}>
            {busy ? say('general.working') : name}
          </Button>
        </>
      }
      onClose={onClose}
      title={name}
    >
      <p className="desk-dialog__sentence">{say(sentenceKey(verb, scene), facts)}</p>
      {verb === 'approve' && desk.isVideo ? (
        <p className="desk-dialog__facts">
          {say('verb.approve.film')}{' '}
          <a href={`/admin/subtitles/${desk.id}`} rel="noopener" target="_blank">
            {say('subtitles.open')} {say('general.newTab')}
          </a>
        </p>
      ) : null}
      {outlets.get.length > 0 ? (
        <p className="desk-dialog__facts">{labelled(say('rail.outlets'), listed(outlets.get, language), language)}</p>
      ) : null}
      {verb === 'correct' && outlets.lose.length > 0 ? (
        <p className="desk-dialog__facts">{labelled(say('verb.correct.lose'), listed(outlets.lose, language), language)}</p>
      ) : null}

      {taken.length > 0 ? (
        <fieldset className="desk-fieldset">
          <legend>{say('field.languages')}</legend>
          {taken.map((one) => (
            <Tick
              checked={answers.languages.includes(one)}
              key={one}
              label={say(`lang.${one}`)}
              onChange={(on) =>
                change({ languages: taken.filter((each) => (each === one ? on : answers.languages.includes(each))) })
              }
            />
          ))}
          {gap('languages') ? <p className="desk-field__error">{missing}</p> : null}
        </fieldset>
      ) : null}

      {asks.includes('assignee') ? (
        <Field error={gap('assignee') ? missing : undefined} label={say('field.assignee')}>
          {({ id, describedBy }) => (
            <select
              aria-describedby={describedBy}
              className="desk-input"
              id={id}
              onChange={(event) => change({ assignee: event.target.value })}
              value={answers.assignee}
            >
              <option value="" />
              {assignable(people, desk).map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      {verb === 'assign' ? (
        <Field help={say('field.until.help')} label={`${say('field.due')} (${say('general.optional')})`}>
          {({ id, describedBy }) => (
            <input
              aria-describedby={describedBy}
              className="desk-input"
              id={id}
              onChange={(event) => change({ due: instantOf(event.target.value) })}
              type="datetime-local"
              defaultValue={desk.due ? localOf(desk.due) : ''}
            />
          )}
        </Field>
      ) : null}

      {asks.includes('time') ? (
        <>
          <Field error={gap('until') ? missing : undefined} help={say('field.until.help')} label={say('field.until')}>
            {({ id, describedBy }) => (
              <input
                aria-describedby={describedBy}
                className="desk-input"
                id={id}
                onChange={(event) => change({ until: instantOf(event.target.value) })}
                type="datetime-local"
              />
            )}
          </Field>
          <Tick checked={answers.embargo} label={say('field.embargo')} onChange={(embargo) => change({ embargo })} />
        </>
      ) : null}

      {asks.includes('note') ? <Note answers={answers} change={change} error={gap('note') ? missing : undefined} /> : null}

      {asksGrade(asks, answers, desk.handedOver) ? (
        <Grades answers={answers} change={change} error={gap('grade') ? missing : undefined} />
      ) : null}

      {toWaive.length > 0 ? (
        <Waivers answers={answers} change={change} error={gap('waivers') ? missing : undefined} findings={toWaive} />
      ) : null}

      {wantsReason ? (
        <Field
          error={gap('reason') ? missing : undefined}
          label={required ? say('field.reason') : `${say('field.reason')} (${say('general.optional')})`}
        >
          {({ id, describedBy }) => (
            <textarea
              aria-describedby={describedBy}
              className="desk-input"
              id={id}
              maxLength={2000}
              onChange={(event) => change({ reason: event.target.value })}
              rows={3}
              value={answers.reason}
            />
          )}
        </Field>
      ) : null}
      {verb === 'return' ? (
        <Field help={say('field.suggestion.help')} label={`${say('field.suggestion')} (${say('general.optional')})`}>
          {({ id, describedBy }) => (
            <textarea
              aria-describedby={describedBy}
              className="desk-input"
              id={id}
              lang={desk.language}
              onChange={(event) => change({ suggestion: event.target.value })}
              rows={4}
              value={answers.suggestion}
            />
          )}
        </Field>
      ) : null}
      {asks.includes('noSecrets') ? (
        <>
          <Tick checked={answers.noSecrets} label={say('field.noSecrets')} onChange={(noSecrets) => change({ noSecrets })} />
          {gap('noSecrets') ? <p className="desk-field__error">{missing}</p> : null}
        </>
      ) : null}

      <p className="desk-dialog__problem" role="alert">
        {problem}
      </p>
    </Dialog>
  )
}

type Part = { readonly answers: Answers; readonly change: (part: Partial<Answers>) => void; readonly error: string | undefined }

const Note = ({ answers, change, error }: Part) => {
  const { say } = usePanel()
  /** Only beside what is empty: the rest of the note is there. */
  const wanting = (text: string) => (text.trim() === '' ? error : undefined)
  return (
    <>
      <fieldset className="desk-fieldset">
        <legend>{say('field.note.kind')}</legend>
        {(['slip', 'rectification'] as const).map((kind) => (
          <label className="desk-choice" key={kind}>
            <input
              checked={answers.noteKind === kind}
              name="note-kind"
              onChange={() => change({ noteKind: kind })}
              type="radio"
            />{' '}
            {say(`field.note.${kind}`)}
          </label>
        ))}
      </fieldset>
      {answers.noteKind === 'rectification' ? (
        <>
          <Words
            error={wanting(answers.wrong)}
            label={say('field.note.wrong')}
            onChange={(wrong) => change({ wrong })}
            value={answers.wrong}
          />
          <Words
            error={wanting(answers.right)}
            label={say('field.note.right')}
            onChange={(right) => change({ right })}
            value={answers.right}
          />
          <Field error={wanting(answers.publishedOn)} label={say('field.note.publishedOn')}>
            {({ id, describedBy }) => (
              <input
                aria-describedby={describedBy}
                className="desk-input"
                id={id}
                onChange={(event) => change({ publishedOn: event.target.value })}
                type="date"
                value={answers.publishedOn}
              />
            )}
          </Field>
        </>
      ) : null}
      <Words
        error={wanting(answers.noteText)}
        label={say('field.note.text')}
        onChange={(noteText) => change({ noteText })}
        value={answers.noteText}
      />
    </>
  )
}

/** How far the change reaches the translations, each with what follows from it. */
const Grades = ({ answers, change, error }: Part) => {
  const { say } = usePanel()
  return (
    <fieldset className="desk-fieldset">
      <legend>{say('field.grade')}</legend>
      {GRADES.map((grade) => (
        <label className="desk-choice" key={grade}>
          <input checked={answers.grade === grade} name="grade" onChange={() => change({ grade })} type="radio" />{' '}
          {say(`field.grade.${grade}`)}
        </label>
      ))}
      {error ? <p className="desk-field__error">{error}</p> : null}
    </fieldset>
  )
}

const Words = ({
  label,
  value,
  onChange,
  error,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
}) => (
  <Field error={error} label={label}>
    {({ id, describedBy }) => (
      <textarea
        aria-describedby={describedBy}
        className="desk-input"
        id={id}
        onChange={(event) => onChange(event.target.value)}
        rows={2}
        value={value}
      />
    )}
  </Field>
)

const Waivers = ({ answers, change, error, findings }: Part & { readonly findings: readonly Finding[] }) => {
  const panel = usePanel()
  const { say } = panel
  return (
    <fieldset className="desk-fieldset">
      <legend>{say('field.waiver.lead')}</legend>
      {findings.map((finding) => (
        <Field key={finding.id} label={`${findingSentence(finding, panel)} · ${say('field.waiver')}`}>
          {({ id }) => (
            <input
              className="desk-input"
              id={id}
              onChange={(event) => change({ waivers: { ...answers.waivers, [finding.id]: event.target.value } })}
              value={answers.waivers[finding.id] ?? ''}
            />
          )}
        </Field>
      ))}
      {error ? <p className="desk-field__error">{error}</p> : null}
    </fieldset>
  )
}

const usePeople = (wanted: boolean, language: Language): readonly Person[] => {
  const [people, setPeople] = useState<readonly Person[]>([])
  useEffect(() => {
    if (!wanted) return
    const stop = new AbortController()
    ask<{ people: readonly Person[] }>('/api/desk/people', { language, signal: stop.signal }).then(
      (answer) => setPeople(answer.people),
      () => undefined,
    )
    return () => stop.abort()
  }, [wanted, language])
  return people
}

type Outlets = { readonly get: readonly string[]; readonly lose: readonly string[] }
type Reached = { readonly name: string; readonly kind: ReleaseKind }

/** The outlets that this press would reach, by name: which get the text, which are told to take it down. Asked before it happens. */
const useOutlets = (desk: ArticleDesk, verb: ButtonVerb, languages: readonly Language[], language: Language): Outlets => {
  const [reached, setReached] = useState<Readonly<Record<string, readonly Reached[]>>>({})
  const ids = ['release', 'schedule', 'correct', 'withdraw'].includes(verb)
    ? languages.flatMap((one) =>
        one === desk.language ? [desk.id] : (desk.siblings.find((sibling) => sibling.language === one)?.article ?? []),
      )
    : []
  const wanted = ids.filter((id) => reached[id] === undefined).join(' ')
  useEffect(() => {
    if (wanted === '') return
    const stop = new AbortController()
    for (const id of wanted.split(' ')) {
      ask<{ channels: readonly Reached[] }>(`/api/desk/articles/${encodeURIComponent(id)}/channels?verb=${verb}`, {
        language,
        signal: stop.signal,
      }).then(
        ({ channels }) => setReached((before) => ({ ...before, [id]: channels })),
        () => undefined,
      )
    }
    return () => stop.abort()
  }, [wanted, verb, language])
  const all = ids.flatMap((id) => reached[id] ?? [])
  const namesOf = (some: readonly Reached[]) => [...new Set(some.map(({ name }) => name))]
  return {
    get: namesOf(all.filter(({ kind }) => kind !== 'withdrawal')),
    lose: namesOf(all.filter(({ kind }) => kind === 'withdrawal')),
  }
}
