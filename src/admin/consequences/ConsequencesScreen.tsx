'use client'
import { useStepNav } from '@payloadcms/ui'
import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import type { consequencesOf } from '#cms/desk/consequences'
import type { Handed } from '#cms/verbs/update'
import type { Language } from '#newsroom'
import { difference } from '#translation/difference'
import { ask } from '../desk-api'
import { Button } from '../dialogs/Button'
import { Field, Tick } from '../dialogs/Field'
import { useLoaded } from '../load'
import { freshKey, sentenceOf, useNow, usePanel } from '../panel'
import { press, type Press } from '../press'
import { DeliveryState, Shown } from '../Shown'
import { instantOf, shortTime } from '../when'
import type { Say } from '../words'
import { Bones, Unread } from '../Waiting'
import { asTable, type Line } from './touched'

type Page = Awaited<ReturnType<typeof consequencesOf>>
type Translation = Page['translations'][number]
type Answer = {
  readonly handed: readonly (Omit<Handed, 'refusal'> & { readonly refusal: { readonly message: string } | null })[]
  readonly consequences: Page
}

/** Nothing is left to give where the text lies with somebody already, or where this person may not. */
const mayGive = ({ handing }: Translation): boolean => handing !== null && handing.refusal === null && handing.steps.length > 0

/** One page: what changed, what it touches in each language, where the old one is read, and the work at one press. */
export const ConsequencesScreen = ({ story }: { story: string }) => {
  const panel = usePanel()
  const { language, say } = panel
  const { setStepNav } = useStepNav()
  const address = `/api/desk/stories/${encodeURIComponent(story)}/consequences`
  const { value: loaded, problem, reload } = useLoaded<Page>(address, () => 60_000)
  const [left, setLeft] = useState<readonly Language[]>([])
  const [due, setDue] = useState('')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const [done, setDone] = useState<Answer['handed'] | null>(null)
  const last = useRef<Press | null>(null)
  const title = say('consequences.title')
  useEffect(() => setStepNav([{ label: title }]), [setStepNav, title])

  const open = (loaded?.translations ?? []).filter(mayGive).map((one) => one.language)
  const chosen = open.filter((one) => !left.includes(one))
  const give = async () => {
    const body = { languages: chosen, due: instantOf(due) }
    last.current = press(last.current, body, freshKey)
    setBusy(true)
    setFailed(null)
    try {
      const answer = await ask<Answer>(address, { language, method: 'POST', body, key: last.current.key })
      last.current = null
      setDone(answer.handed)
    } catch (error) {
      setFailed(sentenceOf(error, say))
    } finally {
      setBusy(false)
      reload()
    }
  }
  return (
    <main className="desk-page">
      <header className="desk-page__head">
        <h1>{title}</h1>
      </header>
      {problem ? (
        <Unread onRetry={reload} say={say} sentence={loaded ? say('refresh.failed') : sentenceOf(problem, say)} />
      ) : null}
      {loaded ? (
        <>
          <Source page={loaded} />
          <div className="desk-consequences__languages">
            {loaded.translations.map((one) => (
              <Consequence
                key={one.language}
                onTake={(on) => setLeft(on ? left.filter((other) => other !== one.language) : [...left, one.language])}
                taken={mayGive(one) ? !left.includes(one.language) : null}
                translation={one}
              />
            ))}
          </div>
          <Table page={loaded} />
          {done ? (
            <section aria-labelledby="desk-done" className="desk-notice desk-consequences__done" role="status">
              <h2 id="desk-done">{say('consequences.done')}</h2>
              {done.map((one) => (
                <p key={one.language}>
                  {say(`consequences.done.${one.outcome}`, {
                    language: say(`lang.${one.language}`),
                    name: one.to?.name ?? '',
                    reason: one.refusal?.message ?? '',
                  })}
                </p>
              ))}
            </section>
          ) : null}
          {open.length > 0 ? (
            <div className="desk-consequences__press">
              <Field label={`${say('consequences.due')} (${say('general.optional')})`}>
                {({ id }) => (
                  <input
                    className="desk-input"
                    id={id}
                    onChange={(event) => setDue(event.target.value)}
                    type="datetime-local"
                    value={due}
                  />
                )}
              </Field>
              <Button
                busy={busy}
                onPress={() => void give()}
                refused={chosen.length === 0 ? say('consequences.give.none') : undefined}
                tone="primary"
              >
                {busy ? say('general.working') : say('consequences.give')}
              </Button>
              {chosen.length === 0 ? <span className="desk-muted">{say('consequences.give.none')}</span> : null}
              {failed === null ? null : (
                <p className="desk-problem" role="alert">
                  {failed}
                </p>
              )}
            </div>
          ) : null}
        </>
      ) : problem ? null : (
        <Bones words={say('general.loading')} />
      )}
    </main>
  )
}

const Source = ({ page: { source } }: { page: Page }) => {
  const { language, say } = usePanel()
  const now = useNow()
  const { live, correction, change } = source
  return (
    <section className="desk-box desk-consequences__source">
      <p>
        {say('consequences.source')} ({say(`lang.${source.language}.in`)}):{' '}
        <Link href={`/admin/collections/articles/${source.article}`} lang={source.language}>
          {source.title}
        </Link>{' '}
        <Shown shown={source.shown} />{' '}
        <span className="desk-muted">
          {live
            ? say('consequences.live', { version: live.version, time: shortTime(live.at, now, language, say) })
            : say('consequences.live.not')}
        </span>
      </p>
      {correction ? (
        <p>
          {say('consequences.correction', {
            name: correction.by,
            time: shortTime(correction.at, now, language, say),
            text: correction.text,
          })}
        </p>
      ) : null}
      {change === 'unreleased' ? (
        <p className="desk-notice desk-notice--stale">{say('consequences.unreleased')}</p>
      ) : change === 'none' ? (
        <p>{say('consequences.none')}</p>
      ) : null}
    </section>
  )
}

const Consequence = ({
  translation,
  taken,
  onTake,
}: {
  translation: Translation
  /** Null: there is nothing to give. */
  taken: boolean | null
  onTake: (on: boolean) => void
}) => {
  const { language, say } = usePanel()
  const now = useNow()
  const { article, live, outlets, translator, stale, grade, rows } = translation
  const name = say(`lang.${translation.language}`)
  return (
    <section aria-labelledby={`desk-consequence-${translation.language}`} className="desk-consequence">
      <h2 id={`desk-consequence-${translation.language}`}>
        <Link href={`/admin/translate/${article}`}>{name}</Link>
        <Shown shown={translation.shown} />
      </h2>
      <p>
        {stale === 'no' && rows.length === 0 ? null : (
          <>{say('consequences.segments', { count: rows.length, grade: say(`consequences.grade.${grade ?? 'none'}`) })}</>
        )}
      </p>
      <p>{translator ? say('consequences.translator', { name: translator.name }) : say('consequences.translator.none')}</p>
      <p>
        {live ? (
          <a href={live.url} rel="noopener noreferrer" target="_blank">
            {say('consequences.live', { version: live.version, time: shortTime(live.at, now, language, say) })}{' '}
            {say('general.newTab')}
          </a>
        ) : (
          say('consequences.live.not')
        )}
      </p>
      {live ? (
        <div>
          {say('consequences.outlets')}:{' '}
          {outlets.length === 0 ? (
            say('consequences.outlets.none')
          ) : (
            <ul>
              {outlets.map(({ channel, name: outlet, state, remoteUrl }) => (
                <li key={channel}>
                  {remoteUrl ? (
                    <a href={remoteUrl} rel="noopener noreferrer" target="_blank">
                      {outlet} {say('general.newTab')}
                    </a>
                  ) : (
                    outlet
                  )}{' '}
                  <DeliveryState state={state} />
                </li>
              ))}
            </ul>
          )}
        </div>
      ) : null}
      <div className="desk-consequence__do">
        {taken === null ? null : (
          <Tick
            checked={taken}
            label={say('consequences.take', { language: say(`lang.${translation.language}.in`) })}
            onChange={onTake}
          />
        )}
        <p>{whatHappens(translation, say)}</p>
      </div>
    </section>
  )
}

/** What one press would do here, or why there is nothing to press. */
const whatHappens = ({ handing, waitsFor, claim }: Translation, say: Say): string => {
  if (waitsFor) return say('consequences.waits', { language: say(`lang.${waitsFor}.in`) })
  if (!handing) return say('consequences.current')
  if (handing.refusal) return handing.refusal.message
  const name = handing.to?.name ?? ''
  if (handing.steps.length === 0) return say('consequences.kept', { name: claim?.name ?? name })
  const steps = [
    ...(handing.steps.includes('reopen') ? [say('consequences.do.reopen')] : []),
    ...(handing.steps.includes('return') ? [say('consequences.do.return')] : []),
    handing.steps.includes('assign')
      ? say('consequences.do.assign', { name })
      : handing.to
        ? say('consequences.do.lies', { name })
        : say('consequences.do.free'),
  ]
  return say('consequences.do', { steps: steps.join('; ') })
}

/** One table for each language that translations are made from: nearly always one. */
const Table = ({ page: { source, translations } }: { page: Page }) => {
  const { say } = usePanel()
  const unreleased = source.change === 'unreleased'
  const columns = translations.map(({ language, from, waitsFor, rows, upcoming }) => ({
    language,
    // What waits for a translation in between shows the change where it began.
    from: waitsFor ? source.language : from,
    rows: unreleased ? upcoming : rows,
  }))
  const origins = [...new Set(columns.filter(({ rows }) => rows.length > 0).map(({ from }) => from))]
  return origins.map((from) => {
    const own = columns.filter((column) => column.from === from && column.rows.length > 0)
    return (
      <div className="desk-terms-wrap" key={from}>
        <table className="desk-touched">
          <thead>
            <tr>
              <th scope="col">
                {say('consequences.segment')} ({say(`lang.${from}.in`)})
              </th>
              {own.map(({ language }) => (
                <th key={language} scope="col">
                  {say(`lang.${language}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {asTable(own).map((line) => (
              <tr key={line.key}>
                <th lang={from} scope="row">
                  <Change from={from} line={line} />
                </th>
                {own.map(({ language }) => (
                  <td key={language} lang={language}>
                    {line.targets[language] === undefined
                      ? ''
                      : line.targets[language] || <span className="desk-muted">{say('consequences.target.none')}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )
  })
}

const Change = ({ line: { change, was, now }, from }: { line: Line; from: Language }) => {
  const { language, say } = usePanel()
  return (
    <>
      <span className="desk-touched__change" lang={language}>
        {say(`consequences.change.${change}`)}
      </span>
      {difference(was, now, from).map(({ kind, text }, index) =>
        kind === 'same' ? (
          <span key={index}>{text}</span>
        ) : kind === 'added' ? (
          <ins key={index}>{text}</ins>
        ) : (
          <del key={index}>{text}</del>
        ),
      )}
    </>
  )
}
