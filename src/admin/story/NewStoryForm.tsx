'use client'
import { SetStepNav, useAuth } from '@payloadcms/ui'
import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { CLASSES, LANGUAGES } from '#newsroom'
import type { ArticleDesk } from '../article/desk'
import { ask } from '../desk-api'
import { Button } from '../dialogs/Button'
import { Field, Tick } from '../dialogs/Field'
import { useLoaded } from '../load'
import { freshKey, sentenceOf, useNow, usePanel } from '../panel'
import { press, type Press } from '../press'
import { shortTime } from '../when'
import {
  dropBeginning,
  EMPTY,
  EMPTY_VIDEO,
  isBegun,
  keepBeginning,
  lengthOf,
  mediumWordsOf,
  missingIn,
  readBeginning,
  requestOf,
  type Beginning,
  type Kind,
} from './beginning'
import { FilmFields } from './FilmFields'
import { mayBeginStory, type Colleague } from './may'
import { insertPasted, pastedNodes } from './pasted'

type Catalogues = {
  readonly topics: readonly { readonly key: string; readonly name: string }[]
  readonly desks: readonly { readonly id: string; readonly name: string }[]
}

/** A text, or with `?kind=video` a film: a link between the two begins anew. */
export const NewStoryForm = () => {
  const kind = useSearchParams().get('kind') === 'video' ? 'video' : 'story'
  return <Form key={kind} kind={kind} />
}

const BLANK: Readonly<Record<Kind, Beginning>> = { story: EMPTY, video: EMPTY_VIDEO }

/** Headline, lead, text or film, what it is about; then the text or its subtitles open. What is typed stays in the browser until it is sent. */
const Form = ({ kind }: { kind: Kind }) => {
  const { language, say } = usePanel()
  const router = useRouter()
  const { user } = useAuth()
  const now = useNow()
  const who = String(user?.id ?? '')
  const catalogues = useLoaded<Catalogues>('/api/desk/catalogues').value
  const [beginning, setBeginning] = useState<Beginning>(BLANK[kind])
  const [restored, setRestored] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const last = useRef<Press | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const change = (part: Partial<Beginning>) => setBeginning((before) => ({ ...before, ...part }))

  const name = String((user as { name?: string } | null)?.name ?? '')
  useEffect(() => {
    // Whoever writes is the author until they say otherwise.
    if (name !== '') setBeginning((before) => (before.byline === '' ? { ...before, byline: name } : before))
  }, [name])
  useEffect(() => {
    const kept = readBeginning(window.localStorage, who, kind)
    if (!kept || !isBegun(kept.beginning)) return
    setBeginning(kept.beginning)
    setRestored(kept.at)
    box.current?.replaceChildren(...pastedNodes(kept.beginning.html))
  }, [who, kind])
  useEffect(() => {
    if (!isBegun(beginning)) return
    const timer = setTimeout(() => keepBeginning(window.localStorage, who, { at: new Date().toISOString(), beginning }), 600)
    return () => clearTimeout(timer)
  }, [beginning, who])

  const discard = () => {
    dropBeginning(window.localStorage, who, kind)
    setBeginning({ ...BLANK[kind], byline: name })
    setRestored(null)
    box.current?.replaceChildren()
  }
  const create = async () => {
    setTried(true)
    if (missingIn(beginning).length > 0) return
    const body = requestOf(beginning)
    last.current = press(last.current, body, freshKey)
    setBusy(true)
    setProblem(null)
    try {
      // Before the story, so that whoever opens it finds film and poster with their words.
      for (const { medium, language: locale, words } of mediumWordsOf(beginning))
        await ask(`/api/media/${encodeURIComponent(medium)}?locale=${locale}`, { language, method: 'PATCH', body: words })
      const { article } = await ask<{ article: ArticleDesk }>('/api/desk/stories', {
        language,
        method: 'POST',
        body,
        key: last.current.key,
      })
      dropBeginning(window.localStorage, who, kind)
      router.push(kind === 'video' ? `/admin/subtitles/${article.id}` : `/admin/collections/articles/${article.id}`)
    } catch (error) {
      setProblem(sentenceOf(error, say))
      setBusy(false)
    }
  }

  const title = say(kind === 'video' ? 'video.new' : 'new.title')
  if (user && !mayBeginStory(user as Colleague)) {
    return (
      <main className="desk-page">
        <h1>{title}</h1>
        <p>{say('new.notYours')}</p>
      </main>
    )
  }
  return (
    <main className="desk-page desk-new">
      <SetStepNav nav={[{ label: say('list.title'), url: '/admin/collections/stories' }, { label: title }]} />
      <header className="desk-page__head">
        <h1>{title}</h1>
      </header>
      {restored ? (
        <div className="desk-notice" role="status">
          <p>{say('new.restored', { time: shortTime(restored, now, language, say) })}</p>
          <Button onPress={discard} tone="quiet">
            {say('new.discard')}
          </Button>
        </div>
      ) : null}
      <form
        className="desk-new__form"
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        <div className="desk-new__text">
          <Field
            error={tried && missingIn(beginning).includes('title') ? say('general.missing') : undefined}
            label={say('part.title')}
          >
            {({ id, describedBy }) => (
              <input
                aria-describedby={describedBy}
                aria-required="true"
                className="desk-input desk-input--title"
                id={id}
                lang={beginning.sourceLanguage}
                maxLength={300}
                onChange={(event) => change({ title: event.target.value })}
                value={beginning.title}
              />
            )}
          </Field>
          <Field label={say('part.summary')}>
            {({ id }) => (
              <textarea
                className="desk-input"
                id={id}
                lang={beginning.sourceLanguage}
                maxLength={2000}
                onChange={(event) => change({ summary: event.target.value })}
                rows={3}
                value={beginning.summary}
              />
            )}
          </Field>
          {beginning.film ? (
            <FilmFields
              film={beginning.film}
              language={beginning.sourceLanguage}
              missing={tried ? missingIn(beginning) : []}
              onBusy={setSending}
              onFilm={(part) =>
                setBeginning((before) => (before.film ? { ...before, film: { ...before.film, ...part } } : before))
              }
            />
          ) : (
            <div className="desk-field">
              <span className="desk-field__label" id="new-body">
                {say('new.body')}
              </span>
              <div
                aria-describedby="new-body-help"
                aria-labelledby="new-body"
                aria-multiline="true"
                className="desk-input desk-paste"
                contentEditable
                data-placeholder={say('new.body.hint')}
                lang={beginning.sourceLanguage}
                onInput={(event) => change({ html: event.currentTarget.innerHTML })}
                onPaste={(event) => {
                  const html = event.clipboardData.getData('text/html')
                  if (html === '') return
                  event.preventDefault()
                  insertPasted(event.currentTarget, html)
                  change({ html: event.currentTarget.innerHTML })
                }}
                ref={box}
                role="textbox"
                suppressContentEditableWarning
                tabIndex={0}
              />
              <p className="desk-field__help" id="new-body-help">
                {say('new.lead')} {say('new.words', { count: lengthOf(wordsOf(beginning.html), beginning.sourceLanguage) })}
              </p>
            </div>
          )}
        </div>
        <div className="desk-new__side">
          <Field label={say(kind === 'video' ? 'video.byline' : 'part.byline')}>
            {({ id }) => (
              <input
                className="desk-input"
                id={id}
                maxLength={200}
                onChange={(event) => change({ byline: event.target.value })}
                value={beginning.byline}
              />
            )}
          </Field>
          <Field label={say('new.class')}>
            {({ id }) => (
              <select
                className="desk-input"
                id={id}
                onChange={(event) => change({ class: CLASSES.find((one) => one === event.target.value) ?? CLASSES[0] })}
                value={beginning.class}
              >
                {CLASSES.map((one) => (
                  <option key={one} value={one}>
                    {say(`class.${one}.long`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={say('new.desk')}>
            {({ id }) => (
              <select
                className="desk-input"
                id={id}
                onChange={(event) => change({ desk: event.target.value })}
                value={beginning.desk}
              >
                <option value="">{say('new.desk.mine')}</option>
                {catalogues?.desks.map((desk) => (
                  <option key={desk.id} value={desk.id}>
                    {desk.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={say('new.language')}>
            {({ id }) => (
              <select
                className="desk-input"
                id={id}
                onChange={(event) => change({ sourceLanguage: LANGUAGES.find((one) => one === event.target.value) ?? 'vi' })}
                value={beginning.sourceLanguage}
              >
                {LANGUAGES.map((one) => (
                  <option key={one} value={one}>
                    {say(`lang.${one}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <fieldset className="desk-fieldset desk-topics">
            <legend>{say('new.topics')}</legend>
            {catalogues?.topics.map(({ key, name }) => (
              <Tick
                checked={beginning.topics.includes(key)}
                key={key}
                label={name}
                onChange={(on) =>
                  change({ topics: on ? [...beginning.topics, key] : beginning.topics.filter((one) => one !== key) })
                }
              />
            ))}
          </fieldset>
          <Tick
            checked={beginning.sovereignty}
            label={say('new.sovereignty')}
            onChange={(sovereignty) => change({ sovereignty })}
          />
          <p className="desk-problem" hidden={problem === null} role="alert">
            {problem}
          </p>
          {/* The button of the form itself: Enter in a field presses it. */}
          <button
            aria-busy={busy || undefined}
            className="desk-button desk-button--primary"
            disabled={busy || sending}
            type="submit"
          >
            {busy ? say('general.working') : say(sending ? 'video.sending' : kind === 'video' ? 'video.create' : 'new.create')}
          </button>
          <p className="desk-field__help">{say('new.kept')}</p>
        </div>
      </form>
    </main>
  )
}

const wordsOf = (html: string): string =>
  html
    .replace(/<\/(p|h\d|li|td|th|tr|blockquote)>|<br\s*\/?>/gi, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
