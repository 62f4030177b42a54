'use client'
import { SetStepNav, useAuth } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
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
  isBegun,
  keepBeginning,
  lengthOf,
  missingIn,
  readBeginning,
  requestOf,
  type Beginning,
} from './beginning'
import { mayBeginStory, type Colleague } from './may'
import { insertPasted, pastedNodes } from './pasted'

type Catalogues = {
  readonly topics: readonly { readonly key: string; readonly name: string }[]
  readonly desks: readonly { readonly id: string; readonly name: string }[]
}

/** Headline, lead, text, what it is about; then the text opens. What is typed stays in the browser until it is sent. */
export const NewStoryForm = () => {
  const { language, say } = usePanel()
  const router = useRouter()
  const { user } = useAuth()
  const now = useNow()
  const who = String(user?.id ?? '')
  const catalogues = useLoaded<Catalogues>('/api/desk/catalogues').value
  const [beginning, setBeginning] = useState<Beginning>(EMPTY)
  const [restored, setRestored] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
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
    const kept = readBeginning(window.localStorage, who)
    if (!kept || !isBegun(kept.beginning)) return
    setBeginning(kept.beginning)
    setRestored(kept.at)
    box.current?.replaceChildren(...pastedNodes(kept.beginning.html))
  }, [who])
  useEffect(() => {
    if (!isBegun(beginning)) return
    const timer = setTimeout(() => keepBeginning(window.localStorage, who, { at: new Date().toISOString(), beginning }), 600)
    return () => clearTimeout(timer)
  }, [beginning, who])

  const discard = () => {
    dropBeginning(window.localStorage, who)
    setBeginning({ ...EMPTY, byline: name })
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
      const { article } = await ask<{ article: ArticleDesk }>('/api/desk/stories', {
        language,
        method: 'POST',
        body,
        key: last.current.key,
      })
      dropBeginning(window.localStorage, who)
      router.push(`/admin/collections/articles/${article.id}`)
    } catch (error) {
      setProblem(sentenceOf(error, say))
      setBusy(false)
    }
  }

  if (user && !mayBeginStory(user as Colleague)) {
    return (
      <main className="desk-page">
        <h1>{say('new.title')}</h1>
        <p>{say('new.notYours')}</p>
      </main>
    )
  }
  return (
    <main className="desk-page desk-new">
      <SetStepNav nav={[{ label: say('list.title'), url: '/admin/collections/stories' }, { label: say('new.title') }]} />
      <header className="desk-page__head">
        <h1>{say('new.title')}</h1>
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
        </div>
        <div className="desk-new__side">
          <Field label={say('part.byline')}>
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
          <button aria-busy={busy || undefined} className="desk-button desk-button--primary" disabled={busy} type="submit">
            {busy ? say('general.working') : say('new.create')}
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
