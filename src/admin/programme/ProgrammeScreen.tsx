'use client'
import { useAuth, useStepNav } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ProgrammeChange, ProgrammeView } from '#programme/view'
import { formatDate } from '#text/dates'
import { ask } from '../desk-api'
import { Button } from '../dialogs/Button'
import { freshKey, sentenceOf, usePanel } from '../panel'
import { press, type Press } from '../press'
import { Actions } from './Actions'
import { ConflictDialog } from './ConflictDialog'
import { ProgrammeContext, useLoadedProgramme, useProgramme, type Programme } from './context'
import { doorOf } from './door'
import { Kept } from './Kept'
import type { Edit } from './plan-edits'
import { PrintView } from './PrintView'
import { ProgrammeMark } from './ProgrammeMark'
import { programmeStore, type ProgrammeStore } from './programme-store'
import { Prompter } from './Prompter'
import { Rundown } from './Rundown'
import { addressOf, urgentOf, viewIn, VIEWS, type View } from './scene'
import { shelfOf } from './shelf'

/** Texts move while the rundown is looked at; what is urgent is not waited for. */
const LOOK_AGAIN_MS = 15_000
const UNDO_MS = 20_000

/** One programme: its state and times above, then rundown, prompter or print view. */
export const ProgrammeScreen = ({ id }: { id: string }) => {
  const panel = usePanel()
  const { language, say } = panel
  const who = String(useAuth().user?.id ?? '')
  const view = viewIn(useSearchParams())
  const store = useStore(id, who)
  const [said, setSaid] = useState('')
  const [undo, setUndo] = useState<{ readonly sentence: string; readonly edit: Edit } | null>(null)
  const announce = useCallback((sentence: string) => setSaid(sentence), [])
  const offerUndo = useCallback((sentence: string, edit: Edit) => {
    setUndo({ sentence, edit })
    setSaid(sentence)
  }, [])
  useEffect(() => {
    if (!undo) return
    // What had the focus may be what was removed.
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('.desk-undo button')?.focus()
    const timer = setTimeout(() => setUndo(null), UNDO_MS)
    return () => clearTimeout(timer)
  }, [undo])
  // The address moves without asking the server for a page that is here already.
  const go = useCallback((next: View) => window.history.pushState(null, '', addressOf(id, next)), [id])
  const value = useMemo<Programme>(
    () => ({ id, language, say, store, view, go, announce, offerUndo }),
    [id, language, say, store, view, go, announce, offerUndo],
  )
  const { programme, problem } = useSyncExternalStore(store.subscribe, store.read, store.read)
  return (
    <ProgrammeContext value={value}>
      <main className={`desk-page desk-programme desk-programme--${view}`}>
        {programme ? (
          <Loaded />
        ) : problem ? (
          <div className="desk-problem" role="alert">
            <p>{sentenceOf(problem, say)}</p>
            <Button onPress={() => void store.load()}>{say('general.retry')}</Button>
          </div>
        ) : (
          <div aria-busy="true" className="desk-bones">
            <span className="desk-unseen" role="status">
              {say('general.loading')}
            </span>
            <i />
            <i />
            <i />
          </div>
        )}
        <p className="desk-unseen" role="status">
          {said}
        </p>
        {undo ? (
          <div className="desk-undo">
            <span>{undo.sentence}</span>
            <Button
              onPress={() => {
                const done = store.edit(undo.edit)
                setUndo(null)
                setSaid(say(done ? 'programme.undone' : 'programme.undone.not'))
              }}
            >
              {say('programme.undo')}
            </Button>
            <Button onPress={() => setUndo(null)}>{say('general.close')}</Button>
          </div>
        ) : null}
      </main>
    </ProgrammeContext>
  )
}

const useStore = (id: string, who: string): ProgrammeStore => {
  const { language } = usePanel()
  const speaks = useRef(language)
  useEffect(() => {
    speaks.current = language
  }, [language])
  const store = useMemo(() => {
    let last: Press | null = null
    return programmeStore({
      load: () => ask<ProgrammeView>(doorOf(id), { language: speaks.current }),
      save: async (change: ProgrammeChange) => {
        last = press(last, change, freshKey)
        return ask<ProgrammeView>(doorOf(id), { language: speaks.current, method: 'PUT', body: change, key: last.key })
      },
      later: (what, ms) => {
        const timer = setTimeout(what, ms)
        return () => clearTimeout(timer)
      },
      now: () => new Date(),
      shelf: shelfOf(
        () => window.localStorage,
        who,
        id,
        () => new Date(),
      ),
    })
  }, [id, who])
  useEffect(() => {
    void store.load()
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void store.load()
    }, LOOK_AGAIN_MS)
    const back = () => {
      if (document.visibilityState !== 'visible') return
      store.wake()
      void store.load()
    }
    const leave = (event: BeforeUnloadEvent) => {
      if (store.read().edits.length > 0) event.preventDefault()
    }
    window.addEventListener('online', store.wake)
    window.addEventListener('beforeunload', leave)
    document.addEventListener('visibilitychange', back)
    return () => {
      clearInterval(timer)
      void store.flush()
      window.removeEventListener('online', store.wake)
      window.removeEventListener('beforeunload', leave)
      document.removeEventListener('visibilitychange', back)
    }
  }, [store, language])
  return store
}

const Loaded = () => {
  const { id, language, say, view, go } = useProgramme()
  const { programme, draft, conflict } = useLoadedProgramme()
  const { setStepNav } = useStepNav()
  const list = say('programme.list')
  useEffect(
    () => setStepNav([{ label: list, url: '/admin/programmes' }, { label: draft.title }]),
    [setStepNav, list, draft.title],
  )
  const urgent = urgentOf(programme)
  const others = programme.changes.filter((change) => !change.urgent)
  return (
    <>
      <header className="desk-page__head desk-programme__head">
        <div>
          <h1 lang={draft.language}>{draft.title}</h1>
          <p className="desk-page__lead">
            <ProgrammeMark shown={programme.shown} /> · {say(`lang.${draft.language}`)} · {programme.channel} ·{' '}
            {say('programme.airs', { time: draft.airTime, date: formatDate(draft.airDate, language) })}
          </p>
        </div>
        <div className="desk-bulletin__tools">
          <Kept />
          <Actions />
        </div>
      </header>
      <div className="desk-programme__urgent" role="alert">
        {urgent.map(({ text }, index) => (
          <p className="desk-notice desk-notice--urgent" key={index}>
            <strong>{say('programme.urgent')}</strong> {text}
          </p>
        ))}
      </div>
      {programme.locked === null ? null : <p className="desk-notice">{programme.locked}</p>}
      {others.length > 0 ? (
        <details className="desk-notice desk-notice--stale desk-programme__changes">
          <summary>{say('programme.changes', { count: others.length })}</summary>
          <ul>
            {others.map(({ text }, index) => (
              <li key={index}>{text}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <nav aria-label={say('programme.views')} className="desk-tabs desk-programme__tabs">
        {VIEWS.map((one) => (
          <a
            aria-current={view === one ? 'page' : undefined}
            href={addressOf(id, one)}
            key={one}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              go(one)
            }}
          >
            {say(`programme.view.${one}`)}
          </a>
        ))}
      </nav>
      {view === 'print' ? <PrintView /> : <Rundown />}
      {view === 'prompter' ? <Prompter onLeave={() => go('rundown')} /> : null}
      {conflict ? <ConflictDialog conflict={conflict} /> : null}
    </>
  )
}
