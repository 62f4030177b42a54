'use client'
import { useAuth, useStepNav } from '@payloadcms/ui'
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Finding, Language } from '#newsroom'
import type { SaveAnswer, TranslationDesk } from '#translation/view'
import { refreshDesk, useArticleDesk, useFollow } from '../article/desk'
import { ask } from '../desk-api'
import { Button } from '../dialogs/Button'
import { Copy } from '../dialogs/Copy'
import { freshKey, sentenceOf, usePanel, type Panel } from '../panel'
import { press, type Press } from '../press'
import { Unread } from '../Waiting'
import { Bar } from './Bar'
import { DeskProvider, useDesk, useSnapshot, type Desk } from './context'
import { DismissHere, ImportDialog, KeyHelp, ProposeTerm } from './Dialogs'
import { obey } from './doing'
import { FindingLine } from './FindingLine'
import { Head, type Opened } from './Head'
import { commandOf, isBack } from './keys'
import { selectedIn } from './putting'
import { findingsBeside, isChanged, isUnfinished } from './rows'
import { SegmentRow } from './SegmentRow'
import { SidePanel } from './SidePanel'
import { createDesk } from './store'

/** Looks again for what colleagues did, while the page is in front. */
const LOOK_MS = 20_000
/** The rail of the text is asked again after a save, not after each. */
const RAIL_MS = 1_500
const SAID_MS = 4_000

/** One text beside its source; who is at it is known before anything is kept in their browser. */
export const DeskScreen = ({ article }: { article: string }) => {
  const panel = usePanel()
  const who = String(useAuth().user?.id ?? '')
  return who === '' ? <Bones panel={panel} /> : <Opening article={article} key={`${who} ${article}`} panel={panel} who={who} />
}

const addressOf = (article: string) => `/api/desk/articles/${encodeURIComponent(article)}/translation`

const Opening = ({ article, who, panel }: { article: string; who: string; panel: Panel }) => {
  const { language, say } = panel
  const [problem, setProblem] = useState<unknown>(null)
  const [opened, setOpened] = useState(false)
  const [said, setSaid] = useState('')
  const latest = useRef(panel)
  useEffect(() => {
    latest.current = panel
  })

  const made = useMemo(() => {
    let last: Press | null = null
    const store = createDesk({
      article,
      who,
      shelf: typeof window === 'undefined' ? NO_SHELF : window.localStorage,
      now: () => new Date(),
      later: (work, ms) => {
        const timer = setTimeout(work, ms)
        return () => clearTimeout(timer)
      },
      sentence: (failure) => sentenceOf(failure, latest.current.say),
      line: {
        save: async (request) => {
          last = press(last, request, freshKey)
          return ask<SaveAnswer>(`/api/desk/articles/${encodeURIComponent(article)}/segments`, {
            language: latest.current.language,
            method: 'PUT',
            body: request,
            key: last.key,
          })
        },
      },
    })
    const cells = new Map<string, HTMLTextAreaElement>()
    const putting: Desk['putting'] = { origin: null }
    const found: Desk['found'] = { key: null, list: [], at: 0 }
    const reload = async () => {
      const next = await ask<TranslationDesk>(addressOf(article), { language: latest.current.language }).catch(() => null)
      if (next) store.accept(next)
    }
    return { article, store, cells, putting, found, announce: setSaid, reload }
  }, [article, who])
  const desk = useMemo<Desk>(() => ({ ...made, ...panel }), [made, panel])

  const open = useCallback(async () => {
    setProblem(null)
    try {
      // Whether a segment is confirmed as translated or as revised is known before the first key.
      const [text] = await Promise.all([
        ask<TranslationDesk>(addressOf(article), { language: latest.current.language }),
        refreshDesk(article, latest.current.language),
      ])
      made.store.open(text)
      setOpened(true)
    } catch (failure) {
      setProblem(failure)
    }
  }, [article, made])
  useEffect(() => {
    void open()
  }, [open])
  useEffect(() => {
    made.store.start()
    return () => made.store.stop()
  }, [made])
  useEffect(() => {
    if (!opened) return
    const look = () => {
      if (document.visibilityState !== 'visible') return
      made.store.wake()
      void made.reload()
    }
    const timer = setInterval(look, LOOK_MS)
    const wake = () => made.store.wake()
    window.addEventListener('online', wake)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', look)
    }
  }, [made, opened])
  useEffect(() => {
    if (said === '') return
    const timer = setTimeout(() => setSaid(''), SAID_MS)
    return () => clearTimeout(timer)
  }, [said])

  if (!opened && problem !== null)
    return (
      <main className="desk-page">
        <Unread onRetry={() => void open()} say={say} sentence={sentenceOf(problem, say)} />
      </main>
    )
  if (!opened) return <Bones panel={panel} />
  return (
    <DeskProvider value={desk}>
      <Screen key={language} />
      <p className={`desk-toast${said === '' ? ' desk-unseen' : ''}`} role="status">
        {said}
      </p>
    </DeskProvider>
  )
}

const Screen = () => {
  const desk = useDesk()
  const { article, language, store, cells } = desk
  const order = useSnapshot((snapshot) => snapshot.order)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [dismissing, setDismissing] = useState<Finding | null>(null)
  const [begun, setBegun] = useState<Partial<Record<Language, string>>>({})
  const { desk: state } = useArticleDesk(article, language)
  useFollow(article, language, false)
  useStepTrail()

  const goal = state === null || state.state === 'draft' ? 'translated' : 'revised'
  useEffect(() => store.setGoal(goal), [store, goal])
  const rev = useSnapshot((snapshot) => snapshot.desk?.rev ?? 0)
  useEffect(() => {
    const timer = setTimeout(() => void refreshDesk(article, language), RAIL_MS)
    return () => clearTimeout(timer)
  }, [article, language, rev])

  const propose = () => {
    const { active, desk: text } = store.snapshot()
    const cell = active === null ? undefined : cells.get(active)
    const marked = window.getSelection()?.toString() ?? ''
    setBegun(
      text
        ? {
            ...(cell && selectedIn(cell) !== '' ? { [text.language]: selectedIn(cell) } : {}),
            ...(marked !== '' && document.activeElement !== cell ? { [text.from]: marked.slice(0, 200) } : {}),
          }
        : {},
    )
    setOpened('propose')
  }
  const onKey = (event: KeyboardEvent) => {
    const { target } = event
    if (target instanceof Element && target.closest('dialog')) return
    const typing =
      target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement || target instanceof HTMLSelectElement
    const stroke = { ...strokeOf(event.nativeEvent) }
    if (isBack(stroke) && target instanceof Element && target.closest('.desk-side')) {
      const { active } = store.snapshot()
      if (active !== null) cells.get(active)?.focus()
      return
    }
    const command = commandOf(stroke, typing)
    if (command && obey(desk, command, () => setOpened('help'))) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  // Also where nothing has the focus.
  const onKeyRef = useRef(onKey)
  useEffect(() => {
    onKeyRef.current = onKey
  })
  useEffect(() => {
    const onBody = (event: globalThis.KeyboardEvent) => {
      if (event.target !== document.body) return
      const command = commandOf(strokeOf(event), false)
      if (command && obey(desk, command, () => setOpened('help'))) event.preventDefault()
    }
    document.addEventListener('keydown', onBody)
    return () => document.removeEventListener('keydown', onBody)
  }, [desk])

  return (
    <main className="desk-page desk-translate" onKeyDown={onKey}>
      <Head onOpen={setOpened} />
      <Notices />
      <Bar onHelp={() => setOpened('help')} />
      <div className="desk-translate__body">
        <div className="desk-translate__rows">
          <ColumnHeads />
          <NoRows />
          <ol className="desk-segments">
            {order.map((key) => (
              <SegmentRow key={key} onDismiss={setDismissing} rowKey={key} />
            ))}
          </ol>
          <WholeText onDismiss={setDismissing} />
        </div>
        <SidePanel onPropose={propose} />
      </div>
      {opened === 'help' ? <KeyHelp onClose={() => setOpened(null)} /> : null}
      {opened === 'import' ? <ImportDialog onClose={() => setOpened(null)} /> : null}
      {opened === 'propose' ? <ProposeTerm begun={begun} onClose={() => setOpened(null)} /> : null}
      {dismissing ? <DismissHere finding={dismissing} onClose={() => setDismissing(null)} /> : null}
    </main>
  )
}

const strokeOf = ({ code, key, ctrlKey, metaKey, altKey, shiftKey, isComposing }: globalThis.KeyboardEvent) => ({
  code,
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
  isComposing,
})

const useStepTrail = () => {
  const { say } = useDesk()
  const { setStepNav } = useStepNav()
  useEffect(
    () => setStepNav([{ label: say('list.title'), url: '/admin/collections/stories' }, { label: say('translation.title') }]),
    [setStepNav, say],
  )
}

const ColumnHeads = () => {
  const { say } = useDesk()
  const from = useSnapshot(({ desk }) => desk?.from ?? 'vi')
  const to = useSnapshot(({ desk }) => desk?.language ?? 'en')
  return (
    <div aria-hidden="true" className="desk-segment desk-segment--heads">
      <div className="desk-segment__head" />
      <div className="desk-segment__source">
        {say('translation.source')} · {say(`lang.${from}`)}
      </div>
      <div className="desk-segment__target">
        {say('translation.target')} · {say(`lang.${to}`)}
      </div>
    </div>
  )
}

const NoRows = () => {
  const { say, store } = useDesk()
  const none = useSnapshot(({ shown, order }) => !order.some((key) => shown.has(key)))
  return none ? (
    <div className="desk-empty">
      <p>{say('translation.filter.empty')}</p>
      <Button onPress={() => store.setFilter('all')}>{say('translation.filter.all')}</Button>
    </div>
  ) : null
}

/** What stands in the way: a locked text, a changed source, words of blocks that are gone. */
const Notices = () => {
  const { say, store } = useDesk()
  const locked = useSnapshot(({ desk }) => desk?.locked ?? null)
  const stale = useSnapshot(({ desk }) => (desk ? desk.stale !== 'no' : false))
  const followed = useSnapshot(({ desk }) => desk?.followed ?? false)
  const orphans = useSnapshot((snapshot) => snapshot.orphans)
  const to = useSnapshot(({ desk }) => desk?.language ?? 'en')
  const changed = useSnapshot(({ goal }) => store.views().filter((view) => isChanged(view) && isUnfinished(view, goal)).length)
  return (
    <div className="desk-notices">
      {locked ? <p className="desk-notice desk-notice--held">{say('translation.locked', { reason: locked })}</p> : null}
      {stale ? (
        <div className="desk-notice desk-notice--stale" role="status">
          <p>{changed > 0 || !followed ? say('translation.stale.one', { count: changed }) : say('translation.stale.none')}</p>
          {changed > 0 ? (
            <Button onPress={() => store.setFilter('stale')} tone="quiet">
              {say('translation.stale.show')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {orphans.map((orphan) => (
        <div className="desk-notice desk-notice--review" key={`${orphan.row} ${orphan.at}`}>
          <p>{say('translation.orphan')}</p>
          <blockquote lang={to}>{orphan.text}</blockquote>
          <div className="desk-row">
            <Copy text={orphan.text} />
            <Button onPress={() => store.dropOrphan(orphan)} tone="quiet">
              {say('translation.orphan.drop')}
            </Button>
          </div>
        </div>
      ))}
    </div>
  )
}

const WholeText = ({ onDismiss }: { onDismiss: (finding: Finding) => void }) => {
  const { say } = useDesk()
  const desk = useSnapshot((snapshot) => snapshot.desk)
  const findings = desk ? findingsBeside(desk).filter(({ kind }) => kind !== 'stale') : []
  if (findings.length === 0) return null
  return (
    <section aria-labelledby="desk-whole" className="desk-whole">
      <h2 id="desk-whole">{say('translation.findings.text')}</h2>
      {findings.map((finding) => (
        <FindingLine finding={finding} key={finding.id} onDismiss={desk?.locked === null ? onDismiss : null} />
      ))}
    </section>
  )
}

const Bones = ({ panel: { say } }: { panel: Panel }) => (
  <main aria-busy="true" className="desk-page desk-bones">
    <span className="desk-unseen" role="status">
      {say('translation.loading')}
    </span>
    {Array.from({ length: 8 }, (_, index) => (
      <i key={index} />
    ))}
  </main>
)

const NO_SHELF: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => {},
  removeItem: () => {},
}
