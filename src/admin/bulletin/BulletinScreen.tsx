'use client'
import { useAuth, useStepNav } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { LANGUAGES } from '#newsroom'
import type { IssueView, PlanChange } from '#bulletin/view'
import { formatDate } from '#text/dates'
import { ask } from '../desk-api'
import { Button } from '../dialogs/Button'
import { freshKey, sentenceOf, usePanel } from '../panel'
import { press, type Press } from '../press'
import { Board } from './Board'
import { ConflictDialog } from './ConflictDialog'
import { IssueContext, useIssue, useLoadedIssue, useSnapshot, type Issue } from './context'
import { doorOf } from './door'
import { Editions } from './Editions'
import { Flatplan } from './Flatplan'
import { issueStore, type IssueStore } from './issue-store'
import { Kept } from './Kept'
import type { Edit } from './plan-edits'
import { Preflight } from './Preflight'
import { Records } from './Records'
import { ReleaseButton } from './ReleaseDialog'
import { addressIn, addressOf, daysLeft, issueName, TABS, type Address } from './scene'
import { SettingsButton } from './SettingsDialog'
import { shelfOf } from './shelf'

/** Stages of texts move while the board is looked at. */
const LOOK_AGAIN_MS = 20_000
const UNDO_MS = 20_000

/** One issue: its editions above, then board, flatplan, preflight or records. */
export const BulletinScreen = ({ id }: { id: string }) => {
  const panel = usePanel()
  const { language, say } = panel
  const who = String(useAuth().user?.id ?? '')
  const search = useSearchParams()
  const address = useMemo(() => addressIn(search), [search])
  const store = useStore(id, who)
  const [said, setSaid] = useState('')
  const [undo, setUndo] = useState<{ readonly sentence: string; readonly edits: readonly Edit[] } | null>(null)

  const announce = useCallback((sentence: string) => setSaid(sentence), [])
  const offerUndo = useCallback((sentence: string, edits: readonly Edit[]) => {
    setUndo({ sentence, edits })
    setSaid(sentence)
  }, [])
  useEffect(() => {
    if (!undo) return
    // What had the focus may be what was removed.
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('.desk-undo button')?.focus()
    const timer = setTimeout(() => setUndo(null), UNDO_MS)
    return () => clearTimeout(timer)
  }, [undo])
  const go = useCallback(
    (part: Partial<Address>) => {
      const next = { ...addressIn(new URLSearchParams(window.location.search)), entry: null, ...part }
      // The address moves without asking the server for a page that is here already.
      window.history.pushState(null, '', addressOf(id, next))
    },
    [id],
  )
  const value = useMemo<Issue>(
    () => ({ id, language, say, store, address, go, announce, offerUndo }),
    [id, language, say, store, address, go, announce, offerUndo],
  )
  const { issue, problem } = useSyncExternalStore(store.subscribe, store.read, store.read)
  return (
    <IssueContext value={value}>
      <main className="desk-page desk-bulletin">
        {issue ? (
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
                const done = undo.edits.every((edit) => store.edit(edit))
                setUndo(null)
                setSaid(say(done ? 'bulletin.undone' : 'bulletin.undone.not'))
              }}
            >
              {say('bulletin.undo')}
            </Button>
            <Button onPress={() => setUndo(null)}>{say('general.close')}</Button>
          </div>
        ) : null}
      </main>
    </IssueContext>
  )
}

const useStore = (id: string, who: string): IssueStore => {
  const { language } = usePanel()
  const speaks = useRef(language)
  useEffect(() => {
    speaks.current = language
  }, [language])
  const store = useMemo(() => {
    let last: Press | null = null
    return issueStore({
      load: () => ask<IssueView>(doorOf(id), { language: speaks.current }),
      save: async (change: PlanChange) => {
        last = press(last, change, freshKey)
        return ask<IssueView>(doorOf(id), { language: speaks.current, method: 'PUT', body: change, key: last.key })
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
  const panel = useIssue()
  const { language, say, address, go } = panel
  const { issue, draft } = useLoadedIssue()
  const { conflict } = useSnapshot()
  const { setStepNav } = useStepNav()
  const title = issueName(issue, panel)
  const archive = say('bulletin.title')
  useEffect(() => setStepNav([{ label: archive, url: '/admin/bulletins' }, { label: title }]), [setStepNav, archive, title])
  const theme = draft.themes[language]
  return (
    <>
      <header className="desk-page__head desk-bulletin__head">
        <div>
          <h1>{title}</h1>
          <p className="desk-page__lead">
            {theme ? <>{theme} · </> : null}
            {say(`bulletin.state.${issue.state}`)} · {say('bulletin.date', { date: formatDate(draft.date, language) })}
            {issue.state === 'finished' ? null : (
              <>
                {' '}
                · <span className={issue.daysLeft < 0 ? 'desk-late' : undefined}>{daysLeft(issue.daysLeft, say)}</span>
              </>
            )}
          </p>
        </div>
        <div className="desk-bulletin__tools">
          <Kept />
          <SettingsButton />
          <ReleaseButton />
        </div>
      </header>
      {issue.locked === null ? null : <p className="desk-notice">{issue.locked}</p>}
      <Editions />
      <div className="desk-bulletin__bar">
        <nav aria-label={say('bulletin.tabs')} className="desk-tabs">
          {TABS.map((tab) => (
            <a
              aria-current={address.tab === tab ? 'page' : undefined}
              href={addressOf(issue.id, { ...address, tab, entry: null })}
              key={tab}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                go({ tab })
              }}
            >
              {say(`bulletin.tab.${tab}`)}
            </a>
          ))}
        </nav>
        {address.tab === 'flatplan' || address.tab === 'preflight' ? (
          <div aria-label={say('bulletin.language')} className="desk-tabs desk-tabs--small" role="group">
            {LANGUAGES.map((one) => (
              <button aria-pressed={address.lang === one} key={one} onClick={() => go({ lang: one })} type="button">
                {say(`lang.${one}`)}
              </button>
            ))}
          </div>
        ) : null}
      </div>
      {address.tab === 'board' ? (
        <Board />
      ) : address.tab === 'flatplan' ? (
        <Flatplan key={address.lang} />
      ) : address.tab === 'preflight' ? (
        <Preflight key={address.lang} />
      ) : (
        <Records />
      )}
      {conflict ? <ConflictDialog conflict={conflict} /> : null}
    </>
  )
}
