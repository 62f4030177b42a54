'use client'
import { useStepNav } from '@payloadcms/ui'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { isLanguage, LANGUAGES, type Language } from '#newsroom'
import { isCivilDay } from '#programme/arrange'
import { clock, overUnder, signedClock } from '#programme/timing'
import type { ProgrammeBeginning, ProgrammeCard, ProgrammesView } from '#programme/view'
import { isoInProvince } from '#text/dates'
import { ask } from '../desk-api'
import { Button } from '../dialogs/Button'
import { Dialog } from '../dialogs/Dialog'
import { Field } from '../dialogs/Field'
import { useLoaded } from '../load'
import { freshKey, sentenceOf, useNow, usePanel } from '../panel'
import { press, type Press } from '../press'
import { LanguageTag } from '../Shown'
import { Time } from '../Time'
import { Bones, Unread } from '../Waiting'
import { ProgrammeMark } from './ProgrammeMark'
import { grouped, judged } from './scene'

/** The programmes of the broadcasters: what is on air, what comes, what was; and a new one to begin. */
export const ProgrammesScreen = () => {
  const { say } = usePanel()
  const now = useNow()
  const { setStepNav } = useStepNav()
  const { value, problem, reload } = useLoaded<ProgrammesView>('/api/desk/programmes', () => 60_000)
  const [beginning, setBeginning] = useState(false)
  const title = say('programme.list')
  useEffect(() => setStepNav([{ label: title }]), [setStepNav, title])
  const groups = value ? grouped(value.programmes, now) : null
  return (
    <main className="desk-page desk-programmes">
      <header className="desk-page__head">
        <div>
          <h1>{title}</h1>
          <p className="desk-page__lead">{say('programme.list.lead')}</p>
        </div>
        {value?.mayBegin ? (
          <Button onPress={() => setBeginning(true)} tone="primary">
            + {say('programme.begin')}
          </Button>
        ) : null}
      </header>
      {problem ? <Unread onRetry={reload} say={say} sentence={value ? say('refresh.failed') : sentenceOf(problem, say)} /> : null}
      {groups ? (
        (['onAir', 'coming', 'older'] as const).map((group) => (
          <section aria-labelledby={`desk-programmes-${group}`} key={group}>
            <h2 id={`desk-programmes-${group}`}>{say(`programme.group.${group}`)}</h2>
            {groups[group].length > 0 ? (
              <ul className="desk-plain desk-programmes__list">
                {groups[group].map((card) => (
                  <li key={card.id}>
                    <Card card={card} />
                  </li>
                ))}
              </ul>
            ) : (
              <p className="desk-empty">{say(`programme.group.${group}.none`)}</p>
            )}
          </section>
        ))
      ) : problem ? null : (
        <Bones words={say('general.loading')} />
      )}
      {beginning ? <BeginDialog onClose={() => setBeginning(false)} /> : null}
    </main>
  )
}

const Card = ({ card }: { card: ProgrammeCard }) => {
  const { say } = usePanel()
  const over = overUnder(card.totalMs, card.targetMs)
  return (
    <article className="desk-programme-card">
      <div className="desk-programme-card__time">
        <Time at={card.airAt} />
      </div>
      <h3>
        <LanguageTag language={card.language} />{' '}
        <Link href={`/admin/programme/${encodeURIComponent(card.id)}`} lang={card.language}>
          {card.title}
        </Link>
      </h3>
      <ProgrammeMark shown={card.shown} />
      <span className="desk-muted">
        {card.channel} · {say('programme.steps', { count: card.steps })}
      </span>
      <span className={`desk-figure desk-figure--${judged(over)}`}>
        {clock(card.totalMs)} / {clock(card.targetMs)} <span className="desk-muted">({signedClock(over)})</span>
      </span>
    </article>
  )
}

const BeginDialog = ({ onClose }: { onClose: () => void }) => {
  const { language, say } = usePanel()
  const router = useRouter()
  const last = useRef<Press | null>(null)
  const [airDate, setAirDate] = useState(() => isoInProvince(new Date()).slice(0, 10))
  const [of, setOf] = useState<Language>('en')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const begin = async () => {
    const body: ProgrammeBeginning = { airDate, language: of }
    last.current = press(last.current, body, freshKey)
    setBusy(true)
    setProblem(null)
    try {
      const { id } = await ask<{ id: string }>('/api/desk/programmes', { language, method: 'POST', body, key: last.current.key })
      router.push(`/admin/programme/${encodeURIComponent(id)}`)
    } catch (error) {
      setProblem(sentenceOf(error, say))
      setBusy(false)
    }
  }
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} safe>
            {say('general.cancel')}
          </Button>
          <Button
            busy={busy}
            onPress={() => void begin()}
            refused={isCivilDay(airDate) ? undefined : say('general.missing')}
            tone="primary"
          >
            {busy ? say('general.working') : say('programme.begin')}
          </Button>
        </>
      }
      onClose={onClose}
      title={say('programme.begin')}
    >
      <p className="desk-dialog__sentence">{say('programme.begin.do')}</p>
      <div className="desk-find">
        <Field label={say('programme.field.airDate')}>
          {({ id }) => (
            <input
              className="desk-input"
              id={id}
              onChange={(event) => setAirDate(event.target.value)}
              type="date"
              value={airDate}
            />
          )}
        </Field>
        <Field label={say('programme.field.language')}>
          {({ id }) => (
            <select
              className="desk-input"
              id={id}
              onChange={({ target: { value } }) => setOf(isLanguage(value) ? value : 'en')}
              value={of}
            >
              {LANGUAGES.map((one) => (
                <option key={one} value={one}>
                  {say(`lang.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <p className="desk-dialog__problem" role="alert">
        {problem}
      </p>
    </Dialog>
  )
}
