'use client'
import { useAuth, useStepNav } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { LANGUAGES } from '#newsroom'
import { formatDate } from '#text/dates'
import { Frame, useSaying } from '../arranging/Frame'
import { Kept } from '../arranging/Kept'
import { useArranging } from '../arranging/use-arranging'
import { usePanel } from '../panel'
import { listed } from '../words'
import { Board } from './Board'
import { ConflictDialog } from './ConflictDialog'
import { IssueContext, useIssue, useLoadedIssue, useSnapshot, type Issue } from './context'
import { doorOf } from './door'
import { Editions } from './Editions'
import { Flatplan } from './Flatplan'
import { issueStore } from './issue-store'
import type { Edit } from './plan-edits'
import { Preflight } from './Preflight'
import { Records } from './Records'
import { ReleaseButton } from './ReleaseDialog'
import { addressIn, addressOf, daysLeft, issueName, TABS, type Address } from './scene'
import { SettingsButton } from './SettingsDialog'

/** Stages of texts move while the board is looked at. */
const LOOK_AGAIN_MS = 20_000

/** One issue: its editions above, then board, flatplan, preflight or records. */
export const BulletinScreen = ({ id }: { id: string }) => {
  const panel = usePanel()
  const { language, say } = panel
  const who = String(useAuth().user?.id ?? '')
  const search = useSearchParams()
  const address = useMemo(() => addressIn(search), [search])
  const store = useArranging({
    make: issueStore,
    door: doorOf(id),
    shelf: `ttdn:issue:${who}:${id}`,
    everyMs: LOOK_AGAIN_MS,
  })
  const saying = useSaying<Edit>()
  const { announce, offerUndo } = saying
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
  const { work, problem } = useSyncExternalStore(store.subscribe, store.read, store.read)
  return (
    <IssueContext value={value}>
      <Frame
        className="desk-bulletin"
        isLoaded={work !== null}
        of="bulletin"
        problem={problem}
        saying={saying}
        say={say}
        store={store}
      >
        <Loaded />
      </Frame>
    </IssueContext>
  )
}

const Loaded = () => {
  const panel = useIssue()
  const { language, say, address, go } = panel
  const { issue, draft } = useLoadedIssue()
  const snapshot = useSnapshot()
  const { setStepNav } = useStepNav()
  const title = issueName(issue, panel)
  const archive = say('bulletin.title')
  useEffect(() => setStepNav([{ label: archive, url: '/admin/bulletins' }, { label: title }]), [setStepNav, archive, title])
  const theme = draft.themes[language]
  const out = LANGUAGES.filter((one) => issue.editionViews[one].live !== null)
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
          <Kept announce={panel.announce} of="bulletin" say={say} snapshot={snapshot} store={panel.store} />
          <SettingsButton />
          <ReleaseButton />
        </div>
      </header>
      {out.length > 0 ? (
        <p className="desk-notice desk-notice--out">
          {say('bulletin.out', {
            languages: listed(
              out.map((one) => say(`lang.${one}`)),
              language,
            ),
          })}
        </p>
      ) : null}
      {issue.locked === null || issue.state === 'finished' ? null : <p className="desk-notice">{issue.locked}</p>}
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
      {snapshot.conflict ? <ConflictDialog conflict={snapshot.conflict} /> : null}
    </>
  )
}
