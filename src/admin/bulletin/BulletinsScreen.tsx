'use client'
import { useStepNav } from '@payloadcms/ui'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { BulletinsView, IssueCard } from '#bulletin/view'
import { formatDate } from '#text/dates'
import { ask } from '../desk-api'
import { Button } from '../dialogs/Button'
import { useLoaded } from '../load'
import { freshKey, sentenceOf, usePanel } from '../panel'
import { press, type Press } from '../press'
import { LanguageTag } from '../Shown'
import { Bones, Unread } from '../Waiting'
import { EditionMark } from './EditionMark'
import { Files } from './Files'
import { daysLeft, issueName, quarterName } from './scene'

/** The archive: every issue by year with what can be downloaded, and the next one to begin. */
export const BulletinsScreen = () => {
  const panel = usePanel()
  const { language, say } = panel
  const router = useRouter()
  const { setStepNav } = useStepNav()
  const { value, problem, reload } = useLoaded<BulletinsView>('/api/desk/bulletins', () => 60_000)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const last = useRef<Press | null>(null)
  const title = say('bulletin.title')
  useEffect(() => setStepNav([{ label: title }]), [setStepNav, title])

  const begin = async (next: NonNullable<BulletinsView['next']>) => {
    last.current = press(last.current, next, freshKey)
    setBusy(true)
    setFailed(null)
    try {
      const issue = await ask<{ id: string }>('/api/desk/bulletins', {
        language,
        method: 'POST',
        body: next,
        key: last.current.key,
      })
      last.current = null
      router.push(`/admin/bulletin/${issue.id}`)
    } catch (error) {
      setFailed(sentenceOf(error, say))
      reload()
    } finally {
      setBusy(false)
    }
  }
  const next = value?.next ?? null
  return (
    <main className="desk-page desk-bulletins">
      <header className="desk-page__head">
        <div>
          <h1>{title}</h1>
          {value ? <LicenceLine licence={value.licence} /> : null}
        </div>
        {next ? (
          <Button busy={busy} onPress={() => void begin(next)} tone="primary">
            {busy ? say('general.working') : `+ ${quarterName('bulletin.next', next, panel)}`}
          </Button>
        ) : null}
      </header>
      {failed === null ? null : (
        <p className="desk-problem" role="alert">
          {failed}
        </p>
      )}
      {problem ? <Unread onRetry={reload} say={say} sentence={value ? say('refresh.failed') : sentenceOf(problem, say)} /> : null}
      {value ? (
        value.years.length > 0 ? (
          value.years.map(({ year, issues }) => (
            <section aria-labelledby={`desk-year-${year}`} key={year}>
              <h2 id={`desk-year-${year}`}>{year}</h2>
              <ul className="desk-plain desk-issues">
                {issues.map((issue) => (
                  <li key={issue.id}>
                    <Card issue={issue} />
                  </li>
                ))}
              </ul>
            </section>
          ))
        ) : (
          <p className="desk-empty">{say('bulletin.none')}</p>
        )
      ) : problem ? null : (
        <Bones words={say('general.loading')} />
      )}
    </main>
  )
}

const LicenceLine = ({ licence }: { licence: BulletinsView['licence'] }) => {
  const { language, say } = usePanel()
  if (!licence)
    return (
      <p className="desk-page__lead">
        <Link href="/admin/collections/licences">{say('bulletin.licence.none')}</Link>
      </p>
    )
  const facts = { number: licence.number, date: licence.validTo ? formatDate(licence.validTo, language) : '' }
  return (
    <p className={`desk-page__lead${licence.inForce ? '' : ' desk-late'}`}>
      {say(
        licence.inForce
          ? licence.validTo
            ? 'bulletin.licence.until'
            : 'bulletin.licence.open'
          : licence.validTo
            ? 'bulletin.licence.over'
            : 'bulletin.licence.notYet',
        facts,
      )}
    </p>
  )
}

const Card = ({ issue }: { issue: IssueCard }) => {
  const panel = usePanel()
  const { language, say } = panel
  const { id, cover, numberInYear, theme, date, state, editions } = issue
  return (
    <article className="desk-issue">
      <div className="desk-issue__cover">{cover ? <img alt="" loading="lazy" src={cover} /> : <span>{issue.number}</span>}</div>
      <div className="desk-issue__text">
        <h3>
          <Link href={`/admin/bulletin/${id}`}>{issueName(issue, panel)}</Link>
        </h3>
        {theme ? <p>{theme}</p> : null}
        <p className="desk-muted">
          {say('bulletin.card', { inYear: numberInYear, date: formatDate(date, language) })} · {say(`bulletin.state.${state}`)}
          {state === 'finished' ? null : <> · {daysLeft(issue.daysLeft, say)}</>}
        </p>
        <ul className="desk-plain desk-issue__editions">
          {editions.map(({ language: of, shown, pages, files }) => (
            <li key={of}>
              <LanguageTag language={of} />
              <EditionMark shown={shown} />
              <span className="desk-muted">
                {pages === null
                  ? say('bulletin.ready', { ready: issue.ready[of], all: issue.entries })
                  : say('bulletin.pages', { count: pages })}
              </span>
              <Files files={files} of={of} />
            </li>
          ))}
        </ul>
      </div>
    </article>
  )
}
