'use client'
import { useAuth, useStepNav } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { formatDate } from '#text/dates'
import { Frame, useSaying } from '../arranging/Frame'
import { Kept } from '../arranging/Kept'
import { useArranging } from '../arranging/use-arranging'
import { useNow, usePanel } from '../panel'
import { shortTime } from '../when'
import { Actions } from './Actions'
import { ConflictDialog } from './ConflictDialog'
import { ProgrammeContext, useLoadedProgramme, useProgramme, type Programme } from './context'
import { doorOf } from './door'
import type { Edit } from './plan-edits'
import { PrintView } from './PrintView'
import { ProgrammeMark } from './ProgrammeMark'
import { programmeStore } from './programme-store'
import { Prompter } from './Prompter'
import { Rundown } from './Rundown'
import { addressOf, urgentOf, viewIn, VIEWS, type View } from './scene'

/** Texts move while the rundown is looked at; what is urgent is not waited for. */
const LOOK_AGAIN_MS = 15_000

/** One programme: its state and times above, then rundown, prompter or print view. */
export const ProgrammeScreen = ({ id }: { id: string }) => {
  const panel = usePanel()
  const { language, say } = panel
  const who = String(useAuth().user?.id ?? '')
  const view = viewIn(useSearchParams())
  const store = useArranging({
    make: programmeStore,
    door: doorOf(id),
    shelf: `ttdn:programme:${who}:${id}`,
    everyMs: LOOK_AGAIN_MS,
  })
  const saying = useSaying<Edit>()
  const { announce, offerUndo } = saying
  // The address moves without asking the server for a page that is here already.
  const go = useCallback((next: View) => window.history.pushState(null, '', addressOf(id, next)), [id])
  const value = useMemo<Programme>(
    () => ({ id, language, say, store, view, go, announce, offerUndo }),
    [id, language, say, store, view, go, announce, offerUndo],
  )
  const { work, problem } = useSyncExternalStore(store.subscribe, store.read, store.read)
  return (
    <ProgrammeContext value={value}>
      <Frame
        className={`desk-programme desk-programme--${view}`}
        isLoaded={work !== null}
        of="programme"
        problem={problem}
        saying={saying}
        say={say}
        store={store}
      >
        <Loaded />
      </Frame>
    </ProgrammeContext>
  )
}

const Loaded = () => {
  const { id, language, say, view, go, store, announce } = useProgramme()
  const { programme, draft, ...snapshot } = useLoadedProgramme()
  const { setStepNav } = useStepNav()
  const now = useNow()
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
          <Kept announce={announce} of="programme" say={say} snapshot={snapshot} store={store} />
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
      {programme.live !== null && programme.may.arrange ? (
        <p className="desk-notice desk-notice--out">
          {say('programme.live.edit', {
            version: programme.live.version,
            time: shortTime(programme.live.at, now, language, say),
          })}{' '}
          {programme.shown === 'released' ? null : say('programme.live.newer')}
        </p>
      ) : null}
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
      {snapshot.conflict ? <ConflictDialog conflict={snapshot.conflict} /> : null}
    </>
  )
}
