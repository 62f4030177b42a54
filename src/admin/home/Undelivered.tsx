'use client'
import Link from 'next/link'
import { useState } from 'react'
import type { Undelivered as Told } from '#cms/desk/undelivered'
import { resendDoor } from '../article/outlets'
import { Button } from '../dialogs/Button'
import { useLoaded } from '../load'
import { sentenceOf, useNow, usePanel } from '../panel'
import { LanguageTag } from '../Shown'
import { Unread } from '../Waiting'
import { shortTime } from '../when'
import { listed } from '../words'
import { useQuick, type Quicker } from './act'

type Line = Told['lines'][number]

/** One outlet that refuses everything must not push the day's work away; what may still be up is shown whole. */
const FIRST = 5

/** What outlets have not got, above everything else on home; nothing while all is well, or for whom it is not. */
export const Undelivered = () => {
  const panel = usePanel()
  const { say } = panel
  const { value, problem, reload } = useLoaded<Told>('/api/desk/undelivered', () => 15_000)
  const quick = useQuick(panel, reload)
  const [all, setAll] = useState(false)
  // That nobody knows must not look as if all were well.
  if (!value && problem) return <Unread onRetry={reload} say={say} sentence={sentenceOf(problem, say)} />
  if (!value || value.lines.length + value.paused.length === 0) return null
  const first = value.lines.filter(({ kind }, index) => all || kind === 'withdrawal' || index < FIRST)
  return (
    <section aria-labelledby="desk-box-undelivered" className="desk-box desk-undelivered">
      <h2 id="desk-box-undelivered">
        {say('undelivered')} <span className="desk-box__count">({value.lines.length})</span>
      </h2>
      {value.paused.map((paused) => (
        <p key={paused.outlet}>{say('undelivered.paused', paused)}</p>
      ))}
      <ul className="desk-lines">
        {first.map((line) => (
          <One key={line.key} line={line} quick={quick} />
        ))}
      </ul>
      {first.length < value.lines.length ? (
        <Button onPress={() => setAll(true)} tone="quiet">
          {say('queue.more', { count: value.lines.length })}
        </Button>
      ) : null}
      {value.more ? (
        <p>
          <Link href="/admin/collections/deliveries">{say('undelivered.more')}</Link>
        </p>
      ) : null}
    </section>
  )
}

const One = ({ line, quick }: { line: Line; quick: Quicker }) => {
  const { language, say } = usePanel()
  const now = useNow()
  const { key, kind, late, since, outlet, item, url, attempts, nextAt, lastError, sending, mayResend } = line
  const title = line.title ?? say('undelivered.untitled', { item })
  const named = line.title === null ? title : <span lang={line.language}>{title}</span>
  const time = (at: string) => shortTime(at, now, language, say)
  return (
    <li className="desk-undelivered__line">
      <div>
        <p>
          <strong>{outlet}</strong> <LanguageTag language={line.language} /> {url ? <Link href={url}>{named}</Link> : named}
        </p>
        <p className={kind === 'withdrawal' || kind === 'dead' ? 'desk-late' : undefined}>{say(`undelivered.${kind}`)}</p>
        {late ? <p className="desk-late">{say('undelivered.late')}</p> : null}
        <p className="desk-muted">
          {listed(
            [
              say('undelivered.since', { time: time(since) }),
              ...(attempts > 0 ? [say('rail.outlet.attempts', { count: attempts })] : []),
              ...(sending ? [say('undelivered.sending')] : []),
              ...(nextAt === null ? [] : [say('rail.outlet.next', { time: time(new Date(nextAt).toISOString()) })]),
              ...(lastError === null ? [] : [lastError]),
            ],
            language,
          )}
        </p>
      </div>
      {mayResend ? (
        <Button
          busy={quick.busy === key}
          label={say('undelivered.resend.what', { title, outlet })}
          onPress={() => void quick.send(key, resendDoor(key), {}, say('undelivered.resend.done'))}
        >
          {say('undelivered.resend')}
        </Button>
      ) : null}
    </li>
  )
}
