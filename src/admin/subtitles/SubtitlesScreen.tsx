'use client'
import { useAuth, useStepNav } from '@payloadcms/ui'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import type { CueDesk, CuesChange } from '#video/view'
import { ask } from '../desk-api'
import { freshKey, sentenceOf, usePanel, type Panel } from '../panel'
import { press, type Press } from '../press'
import { Unread } from '../Waiting'
import { Bar, type Opening } from './Bar'
import { ConflictDialog, KeyHelp, ShiftDialog, SnapDialog } from './Dialogs'
import { SubtitlesProvider, useLoaded, useSnapshot, useSubtitles, type Subtitles } from './context'
import { CueTable } from './CueTable'
import { cuesAddress } from './door'
import { edited, type Edit } from './edits'
import { ImportDialog } from './ImportDialog'
import { commandOf, type Command, type Place } from './keys'
import { Memory, nextSuggestion } from './Memory'
import { Picture } from './Picture'
import { playheadOf } from './playhead'
import { shelfOf } from './shelf'
import { cueStore } from './store'
import { Tools } from './Tools'

/** Looks again for what colleagues did, while the page is in front. */
const LOOK_MS = 20_000
const BACK_MS = 2_000
const NUDGE_MS = 100

/** The subtitles of one text; who is at them is known before anything is kept in their browser. */
export const SubtitlesScreen = ({ article }: { readonly article: string }) => {
  const panel = usePanel()
  const who = String(useAuth().user?.id ?? '')
  return who === '' ? <Bones panel={panel} /> : <Opened article={article} key={`${who} ${article}`} panel={panel} who={who} />
}

const freshId = (): string => `c${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`

const Opened = ({ article, who, panel }: { article: string; who: string; panel: Panel }) => {
  const { say } = panel
  const latest = useRef(panel)
  useEffect(() => {
    latest.current = panel
  })
  const [said, setSaid] = useState('')
  const [opening, setOpening] = useState<Opening | null>(null)

  const made = useMemo(() => {
    let last: Press | null = null
    const store = cueStore({
      load: () => ask<CueDesk>(cuesAddress(article), { language: latest.current.language }),
      save: async (change: CuesChange) => {
        last = press(last, change, freshKey)
        return ask<CueDesk>(cuesAddress(article), {
          language: latest.current.language,
          method: 'PUT',
          body: change,
          key: last.key,
        })
      },
      later: (what, ms) => {
        const timer = setTimeout(what, ms)
        return () => clearTimeout(timer)
      },
      now: () => new Date(),
      shelf: shelfOf(
        () => window.localStorage,
        who,
        article,
        () => new Date(),
      ),
    })
    const playhead = playheadOf((work) => {
      const frame = requestAnimationFrame(work)
      return () => cancelAnimationFrame(frame)
    })
    const cells = new Map<string, HTMLTextAreaElement>()
    return { article, store, playhead, cells, ...doing(store, playhead, cells, () => latest.current, setSaid, setOpening) }
  }, [article, who])
  const { store, playhead } = made
  const subtitles = useMemo<Subtitles>(() => ({ ...made, ...panel }), [made, panel])

  useEffect(() => {
    void store.load()
    const look = () => {
      if (document.visibilityState !== 'visible') return
      store.wake()
      void store.load()
    }
    const leave = (event: BeforeUnloadEvent) => {
      if (store.isDirty()) event.preventDefault()
    }
    const timer = setInterval(look, LOOK_MS)
    window.addEventListener('online', store.wake)
    window.addEventListener('beforeunload', leave)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      void store.flush()
      window.removeEventListener('online', store.wake)
      window.removeEventListener('beforeunload', leave)
      document.removeEventListener('visibilitychange', look)
    }
  }, [store])
  useEffect(() => store.subscribe(() => playhead.follow(store.read().cues)), [store, playhead])

  const { desk, problem } = useSyncExternalStore(store.subscribe, store.read, store.read)
  if (!desk && problem === null) return <Bones panel={panel} />
  return (
    <SubtitlesProvider value={subtitles}>
      {desk ? (
        <Screen onClose={() => setOpening(null)} onOpen={setOpening} opening={opening} />
      ) : (
        <main className="desk-page">
          <h1>{say('subtitles.title')}</h1>
          <Unread onRetry={() => void store.load()} say={say} sentence={sentenceOf(problem, say)} />
        </main>
      )}
      <p className="desk-unseen" role="status">
        {said}
      </p>
    </SubtitlesProvider>
  )
}

/** What keys and buttons do. */
const doing = (
  store: Subtitles['store'],
  playhead: Subtitles['playhead'],
  cells: Subtitles['cells'],
  panel: () => Panel,
  announce: (sentence: string) => void,
  open: (opening: Opening) => void,
): Pick<Subtitles, 'edit' | 'obey' | 'announce'> => {
  const goTo = (id: string | null) =>
    // What was added is drawn before it can have the cursor.
    requestAnimationFrame(() => {
      const cell = id === null ? undefined : cells.get(id)
      cell?.focus({ preventScroll: true })
      cell?.closest('li')?.scrollIntoView({ block: 'nearest' })
    })
  const active = () => {
    const { cues, active: id } = store.read()
    return cues.find((cue) => cue.id === id) ?? null
  }

  const edit: Subtitles['edit'] = (wish, { focus = false, quiet = false } = {}) => {
    const { say } = panel()
    const { desk, cues, active: id } = store.read()
    if (!desk) return false
    if (desk.locked !== null) {
      announce(desk.locked)
      return false
    }
    const cell = id === null ? undefined : cells.get(id)
    const hadFocus = document.activeElement instanceof HTMLTextAreaElement && [...cells.values()].includes(document.activeElement)
    const done = edited(wish, {
      cues,
      active: id,
      language: desk.language,
      quality: desk.quality,
      source: desk.source?.cues ?? [],
      at: playhead.at(),
      cursor: cell && cell.dataset.seen !== undefined ? cell.selectionStart : null,
      fresh: freshId,
    })
    if (!done || !store.edit(done)) {
      if (!quiet) announce(say(`subtitles.not.${whyNot(wish, playhead.at() === null)}`))
      return false
    }
    const after = store.read()
    if (!quiet)
      announce(
        say(`subtitles.did.${done.did}`, {
          number: after.cues.findIndex((cue) => cue.id === after.active) + 1,
          count: after.cues.length,
        }),
      )
    if (focus || (hadFocus && after.active !== id)) goTo(after.active)
    return true
  }

  const step = (by: 1 | -1, focus: boolean) => {
    const { cues, active: id } = store.read()
    const next = cues[cues.findIndex((cue) => cue.id === id) + by]
    if (!next) return
    store.activate(next.id)
    if (!playhead.isPlaying()) playhead.seek(next.start)
    if (focus) goTo(next.id)
    else document.getElementById(`desk-cue-${next.id}`)?.focus()
  }

  const back = (which: 'undo' | 'redo') => {
    const { say } = panel()
    const done = store[which]()
    announce(done ? say(`subtitles.${which}.done`, { what: say(`subtitles.done.${done.did}`) }) : say(`subtitles.${which}.none`))
    if (done && document.activeElement === document.body) goTo(store.read().active)
  }

  const obey = (command: Command) => {
    const typing = document.activeElement instanceof HTMLTextAreaElement
    switch (command) {
      case 'play':
        return playhead.toggle()
      case 'back':
        return playhead.seek((playhead.at() ?? 0) - BACK_MS)
      case 'hear': {
        const cue = active()
        return cue ? playhead.hear(cue.start, cue.end) : undefined
      }
      case 'next':
        return step(1, typing)
      case 'previous':
        return step(-1, typing)
      case 'earlier':
        return void edit({ do: 'nudge', by: -NUDGE_MS })
      case 'later':
        return void edit({ do: 'nudge', by: NUDGE_MS })
      case 'inEarlier':
        return void edit({ do: 'nudgeIn', by: -NUDGE_MS })
      case 'inLater':
        return void edit({ do: 'nudgeIn', by: NUDGE_MS })
      case 'outEarlier':
        return void edit({ do: 'nudgeOut', by: -NUDGE_MS })
      case 'outLater':
        return void edit({ do: 'nudgeOut', by: NUDGE_MS })
      case 'setIn':
      case 'setOut':
      case 'merge':
      case 'breakLines':
      case 'copySource':
        return void edit({ do: command })
      case 'split':
      case 'insert':
      case 'remove':
        return void edit({ do: command }, { focus: true })
      case 'memory': {
        const id = store.read().active
        const suggestion = id === null ? null : nextSuggestion(id)
        if (id !== null && suggestion) edit({ do: 'memory', id, text: suggestion })
        else announce(panel().say('subtitles.memory.none'))
        return
      }
      case 'finding':
        return document.getElementById('desk-next-finding')?.click()
      case 'undo':
      case 'redo':
        return back(command)
      case 'save':
        return void store.flush()
      case 'help':
        return open('help')
      case 'write':
        return void goTo(store.read().active)
      case 'leave': {
        const id = store.read().active
        return document.getElementById(`desk-cue-${id}`)?.focus()
      }
    }
  }
  return { edit, obey, announce }
}

/** Which sentence tells why an edit was not done. */
const whyNot = ({ do: name }: Edit, hasNoFilm: boolean) =>
  (name === 'setIn' || name === 'setOut') && hasNoFilm
    ? 'film'
    : name === 'setOut' || name === 'end'
      ? 'end'
      : name === 'split'
        ? 'split'
        : name === 'merge'
          ? 'merge'
          : 'changed'

const strokeOf = ({ code, key, ctrlKey, metaKey, altKey, shiftKey, isComposing }: globalThis.KeyboardEvent) => ({
  code,
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
  isComposing,
})

const placeOf = (target: EventTarget | null): Place => {
  if (!(target instanceof Element)) return 'none'
  if (target.matches('.desk-cue__cell')) return 'cell'
  return target.closest('input, textarea, select, button, a, summary, video') ? 'field' : 'none'
}

type ScreenProps = {
  readonly opening: Opening | null
  readonly onOpen: (opening: Opening) => void
  readonly onClose: () => void
}

const Screen = ({ opening, onOpen, onClose }: ScreenProps) => {
  const { obey, say, announce } = useSubtitles()
  const { setStepNav } = useStepNav()
  const { article, title, language, locked } = useLoaded()
  const clashes = useSnapshot((snapshot) => snapshot.clashes)
  const joins = useSnapshot((snapshot) => snapshot.joins)
  const name = say('subtitles.title')
  useEffect(
    () => setStepNav([{ label: title, url: `/admin/collections/articles/${article}` }, { label: name }]),
    [setStepNav, article, title, name],
  )
  useEffect(() => {
    if (joins > 0 && clashes.length === 0) announce(say('subtitles.joined'))
  }, [joins, clashes, announce, say])

  const onKey = useCallback(
    (event: KeyboardEvent) => {
      const { target } = event
      if (target instanceof Element && target.closest('dialog')) return
      const command = commandOf(strokeOf(event.nativeEvent), placeOf(target))
      if (!command) return
      event.preventDefault()
      event.stopPropagation()
      obey(command)
    },
    [obey],
  )
  // Also where nothing has the focus.
  useEffect(() => {
    const onBody = (event: globalThis.KeyboardEvent) => {
      const command = event.target === document.body ? commandOf(strokeOf(event), 'none') : null
      if (!command) return
      event.preventDefault()
      obey(command)
    }
    document.addEventListener('keydown', onBody)
    return () => document.removeEventListener('keydown', onBody)
  }, [obey])

  return (
    <main className="desk-page desk-subtitles" onKeyDown={onKey}>
      <header className="desk-subtitles__head">
        <h1 lang={language}>{title}</h1>
      </header>
      {locked === null ? null : <p className="desk-notice desk-notice--held">{locked}</p>}
      <Bar onOpen={onOpen} />
      <div className="desk-subtitles__body">
        <div className="desk-subtitles__film">
          <Picture />
          <Tools />
          <Memory />
        </div>
        <CueTable onImport={() => onOpen('import')} />
      </div>
      {opening === 'help' ? <KeyHelp onClose={onClose} /> : null}
      {opening === 'import' ? <ImportDialog fresh={freshId} onClose={onClose} /> : null}
      {opening === 'shift' ? <ShiftDialog onClose={onClose} /> : null}
      {opening === 'snap' ? <SnapDialog onClose={onClose} /> : null}
      {clashes.length > 0 ? <ConflictDialog clashes={clashes} key={clashes.map(({ id }) => id).join(' ')} /> : null}
    </main>
  )
}

const Bones = ({ panel: { say } }: { panel: Panel }) => (
  <main aria-busy="true" className="desk-page desk-bones">
    <span className="desk-unseen" role="status">
      {say('general.loading')}
    </span>
    {Array.from({ length: 8 }, (_, index) => (
      <i key={index} />
    ))}
  </main>
)
