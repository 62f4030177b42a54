/**
 * The desk in the browser: every keystroke kept at once, sent after a pause, repeated until the newsroom has it, and two
 * people's words brought together or shown side by side. Knows no screen; line, clock and shelf are given.
 */
import type { DeskComment, SaveAnswer, SegmentChange, TranslationDesk } from '#translation/view'
import type { Origin } from '#translation/segment'
import { DeskProblem } from '../desk-api'
import { changeOf, conflictOf } from './changes'
import { dropDraft, keepDraft, readDrafts, rowOfDraft, type Draft, type Shelf, type Written } from './drafts'
import { afterKept, baseOf, isOwn, passes, reconciled, shownText, type Filter, type RowView, type Views } from './rows'

/** How it stands with what was typed. */
export type Keeping = 'kept' | 'waiting' | 'saving' | 'offline' | 'session' | 'refused'

export type Snapshot = {
  readonly desk: TranslationDesk | null
  /** Keys of the rows, in order. */
  readonly order: readonly string[]
  readonly active: string | null
  readonly filter: Filter
  /** Rows that the filter lets through, as it was when it was chosen: nothing leaves under somebody's hands. */
  readonly shown: ReadonlySet<string>
  readonly keeping: Keeping
  /** Why nothing is taken, in the newsroom's words. */
  readonly problem: string | null
  /** Drafts of blocks that are gone. */
  readonly orphans: readonly Draft[]
  readonly goal: Exclude<Written, 'draft'>
}

export type Line = {
  readonly save: (request: { readonly rev: number; readonly changes: readonly SegmentChange[] }) => Promise<SaveAnswer>
}

export type Surroundings = {
  readonly line: Line
  readonly shelf: Shelf
  readonly who: string
  readonly article: string
  readonly now: () => Date
  readonly later: (work: () => void, ms: number) => () => void
  readonly sentence: (problem: unknown) => string
}

const IDLE_MS = 2_000
/** Somebody who never pauses is saved all the same. */
const LONGEST_MS = 10_000
/** Texts of one segment that may be on their way. */
const MOST_SENT = 8
/** Between tries while nobody answers. */
const PAUSES_MS = [2_000, 5_000, 10_000, 20_000, 30_000]
/** Refusals of one segment; others are of the whole text or person. */
const OF_A_SEGMENT = [400, 413, 422]
/** Nobody answered, or somebody who is starting, stopping or full. */
const PASSING = [0, 408, 429, 502, 503, 504]

type Act = Extract<SegmentChange, { do: 'leaveOut' | 'takeIn' | 'remove' }>
type Item = {
  readonly key: string
  readonly change: SegmentChange
  readonly draft: Draft | null
  readonly sentBefore: readonly string[]
}

export type DeskStore = ReturnType<typeof createDesk>

export const createDesk = ({ line, shelf, who, article, now, later, sentence }: Surroundings) => {
  let views: Views = new Map()
  /** What is typed, key by key; a view learns of it only when that shows. */
  const drafts = new Map<string, Draft>()
  const acts = new Map<string, Act>()
  let snapshot: Snapshot = {
    desk: null,
    order: [],
    active: null,
    filter: 'all',
    shown: new Set(),
    keeping: 'kept',
    problem: null,
    orphans: [],
    goal: 'translated',
  }
  const listeners = new Set<() => void>()
  let last = 0
  const fresh = () => `r${++last}`
  let cancel: (() => void) | null = null
  let running: Promise<void> | null = null
  let again = false
  let failures = 0
  /** When the first of the words that wait was typed. */
  let since: number | null = null
  let stopped = false

  const publish = (part: Partial<Snapshot> = {}) => {
    snapshot = { ...snapshot, ...part }
    listeners.forEach((listener) => listener())
  }
  /** The row as it shows now, with what is typed by now. */
  const setView = (key: string, part: Partial<Omit<RowView, 'draft'>> = {}) => {
    const view = views.get(key)
    if (view) views = new Map(views).set(key, { ...view, ...part, draft: drafts.get(key) ?? null })
  }
  const setDraft = (key: string, draft: Draft) => {
    drafts.set(key, draft)
    keepDraft(shelf, who, article, draft)
  }
  const drop = (key: string) => {
    const draft = drafts.get(key)
    drafts.delete(key)
    if (draft) dropDraft(shelf, who, article, draft.row)
  }
  /** Rows have moved: all old names are given up before the new ones are taken. */
  const rename = (moved: readonly (readonly [string, Draft, string])[]) => {
    for (const [, draft] of moved) dropDraft(shelf, who, article, draft.row)
    for (const [key, draft, row] of moved) setDraft(key, { ...draft, row })
  }

  /** Rows of a new answer under what is typed. */
  const take = (desk: TranslationDesk) => {
    views = reconciled(views, desk, fresh)
    const moved: (readonly [string, Draft, string])[] = []
    for (const [key, draft] of [...drafts]) {
      const view = views.get(key)
      if (!view) {
        // The block is gone, the words are not.
        drafts.delete(key)
        snapshot = { ...snapshot, orphans: [...snapshot.orphans, draft] }
      } else if (view.row.id !== draft.row) moved.push([key, draft, view.row.id])
    }
    rename(moved)
    for (const [key, view] of views) if (view.draft !== (drafts.get(key) ?? null)) setView(key)
    const order = [...views.keys()]
    const added = order.filter((key) => !snapshot.order.includes(key))
    const shown = new Set([
      ...snapshot.shown,
      ...added.filter((key) => passes(views.get(key) as RowView, snapshot.filter, snapshot.goal)),
    ])
    snapshot = { ...snapshot, desk, order: sameOrder(order, snapshot.order) ? snapshot.order : order, shown }
  }

  const open = (desk: TranslationDesk) => {
    take(desk)
    const taken = new Set<string>()
    const orphans: Draft[] = []
    const back: (readonly [string, Draft, string])[] = []
    for (const draft of readDrafts(shelf, who, article, now())) {
      const row = rowOfDraft(draft, desk.rows, taken)
      const key = row && [...views.values()].find((view) => view.row === row)?.key
      if (!row || !key) {
        orphans.push(draft)
        continue
      }
      taken.add(row.id)
      if (draft.text === row.text && (draft.state === 'draft' || draft.state === row.state)) {
        dropDraft(shelf, who, article, draft.row)
        continue
      }
      back.push([key, draft, row.id])
    }
    rename(back)
    for (const [key] of back) setView(key)
    publish({ orphans, shown: shownBy(snapshot.filter) })
    if (drafts.size > 0) schedule(0)
  }

  const shownBy = (filter: Filter): ReadonlySet<string> =>
    new Set([...views.values()].filter((view) => passes(view, filter, snapshot.goal)).map(({ key }) => key))

  const write = (key: string, text: string, state: Written, origin: Origin) => {
    const view = views.get(key)
    if (!view) return
    const before = drafts.get(key) ?? null
    const draft: Draft = {
      ...(before ?? { sent: [], ...(baseOf(view.row) as Pick<Draft, 'target' | 'was' | 'row' | 'source'>) }),
      row: view.row.id,
      text,
      state,
      origin,
      at: now().toISOString(),
    }
    setDraft(key, draft)
    const looksNew =
      before === null ||
      before.state !== state ||
      (before.text === '') !== (text === '') ||
      view.problem !== null ||
      view.draft === null
    if (looksNew) {
      setView(key, { problem: null })
      publish(snapshot.keeping === 'kept' || snapshot.keeping === 'refused' ? { keeping: 'waiting', problem: null } : {})
    } else if (snapshot.keeping === 'kept') publish({ keeping: 'waiting' })
  }

  const schedule = (ms: number) => {
    if (stopped) return
    cancel?.()
    cancel = later(() => {
      cancel = null
      // What comes while an answer is waited for goes right behind it.
      if (running) again = true
      else void send()
    }, ms)
  }

  const collect = (): readonly Item[] => {
    const items: Item[] = []
    for (const [key, act] of acts) items.push({ key, change: act, draft: null, sentBefore: [] })
    for (const [key, draft] of drafts) {
      const view = views.get(key)
      if (!view || view.clash !== null || view.problem !== null) continue
      const change = changeOf(view.row, draft)
      if (change === null) {
        drop(key)
        setView(key)
      } else items.push({ key, change, draft, sentBefore: draft.sent })
    }
    return items
  }

  /** The rest: at once where somebody asked for it meanwhile, else after the pause. */
  const goOn = () => {
    const ms = again ? 0 : IDLE_MS
    again = false
    schedule(ms)
  }

  const send = (): Promise<void> => {
    running ??= round().finally(() => {
      running = null
      // Asked for while the last answer was being read.
      if (again) goOn()
    })
    return running
  }

  const round = async (): Promise<void> => {
    cancel?.()
    cancel = null
    since = null
    const { desk } = snapshot
    if (!desk) return
    const items = collect()
    if (items.length === 0) return publish({ keeping: rest() })
    publish({ keeping: failures > 0 ? snapshot.keeping : 'saving' })
    for (const { key, draft } of items) {
      const present = drafts.get(key)
      // Known before it leaves: if the answer is lost, these words were ours.
      if (draft && present) setDraft(key, { ...present, sent: [...present.sent, draft.text].slice(-MOST_SENT) })
    }
    try {
      fold(await line.save({ rev: desk.rev, changes: items.map(({ change }) => change) }), items)
      failures = 0
      publish({ keeping: rest(), problem: null })
      if (snapshot.keeping === 'waiting') goOn()
    } catch (problem) {
      await fail(problem, items)
    }
  }

  const rest = (): Keeping => {
    if (acts.size > 0) return 'waiting'
    const open = [...drafts.keys()].map((key) => views.get(key)).filter((view) => view !== undefined)
    if (open.some(({ clash, problem }) => clash === null && problem === null)) return 'waiting'
    return open.some(({ problem }) => problem !== null) ? 'refused' : 'kept'
  }

  const fold = ({ desk, conflicts }: SaveAnswer, items: readonly Item[]) => {
    take(desk)
    for (const { key, change, draft: sent, sentBefore } of items) {
      if (sent === null) {
        if (acts.get(key) === change) acts.delete(key)
        continue
      }
      const row = views.get(key)?.row ?? null
      const conflict = conflictOf(change, conflicts)
      const present = drafts.get(key) ?? null
      if (conflict && !isOwn(conflict, sent, sentBefore)) {
        setView(key, { clash: { theirs: conflict.theirs, by: conflict.by } })
        continue
      }
      // Refused as another one's, yet ours: the words go on from where the newsroom is.
      const keep = conflict ? present && { ...present, ...baseOf(row) } : afterKept(present, sent, row)
      if (keep) setDraft(key, keep)
      else drop(key)
      const digest = row?.target?.digest
      // Asked for while these words were on their way: of the block as they left it.
      const waiting = acts.get(key)
      if (!conflict && digest && waiting && 'was' in waiting && waiting.was === sent.was)
        acts.set(key, { ...waiting, was: digest })
      setView(key, { clash: null, problem: null, echo: digest && row.text !== sent.text ? { digest, text: sent.text } : null })
    }
  }

  const fail = async (problem: unknown, items: readonly Item[]): Promise<void> => {
    const status = problem instanceof DeskProblem ? problem.status : 0
    if (PASSING.includes(status) || status === 401) {
      const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 30_000
      failures++
      publish({ keeping: status === 401 ? 'session' : 'offline' })
      return schedule(pause)
    }
    failures = 0
    if (OF_A_SEGMENT.includes(status) && items.length > 1) return oneByOne(items)
    const words = sentence(problem)
    for (const { key, draft } of items) {
      if (draft === null) acts.delete(key)
      else setView(key, { problem: words })
    }
    publish({ keeping: 'refused', problem: words })
  }

  /** One segment that is refused holds up no other. */
  const oneByOne = async (items: readonly Item[]): Promise<void> => {
    for (const item of items) {
      const { desk } = snapshot
      if (!desk) return
      try {
        fold(await line.save({ rev: desk.rev, changes: [item.change] }), [item])
      } catch (problem) {
        await fail(problem, [item])
        if (snapshot.keeping === 'offline' || snapshot.keeping === 'session') return
      }
    }
    publish({ keeping: rest() })
    if (snapshot.keeping === 'waiting') goOn()
  }

  const act = (key: string, change: Act) => {
    acts.set(key, change)
    publish({ keeping: 'waiting' })
    schedule(0)
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    snapshot: () => snapshot,
    view: (key: string): RowView | null => views.get(key) ?? null,
    views: (): readonly RowView[] => snapshot.order.map((key) => views.get(key)).filter((view) => view !== undefined),
    draftOf: (key: string): Draft | null => drafts.get(key) ?? null,
    textOf: (key: string): string => {
      const view = views.get(key)
      return drafts.get(key)?.text ?? (view ? shownText(view) : '')
    },

    /** The first answer: with it comes back what this browser kept. */
    open,
    /** A later answer, of this screen or of looking again; an older one than is shown is let go. */
    accept: (desk: TranslationDesk) => {
      if (running !== null || (snapshot.desk && desk.rev < snapshot.desk.rev)) return
      take(desk)
      publish()
    },
    acceptComments: (comments: readonly DeskComment[]) => {
      if (!snapshot.desk) return
      take({ ...snapshot.desk, comments })
      publish()
    },
    setGoal: (goal: Exclude<Written, 'draft'>) => {
      if (goal === snapshot.goal) return
      snapshot = { ...snapshot, goal }
      publish({ shown: shownBy(snapshot.filter) })
    },
    setFilter: (filter: Filter) => publish({ filter, shown: shownBy(filter) }),
    activate: (key: string | null) => {
      if (key !== snapshot.active) publish({ active: key })
    },

    type: (key: string, text: string, origin: Origin = 'typed') => {
      write(key, text, 'draft', origin)
      since ??= now().getTime()
      if (failures === 0) schedule(Math.min(IDLE_MS, Math.max(0, since + LONGEST_MS - now().getTime())))
      else if (cancel === null && running === null) schedule(PAUSES_MS[0] ?? IDLE_MS)
    },
    /** The segment is done, as far as this person goes. False: there is nothing in it. */
    confirm: (key: string): boolean => {
      const view = views.get(key)
      if (!view || view.clash !== null) return false
      const text = drafts.get(key)?.text ?? shownText(view)
      if (text.trim() === '') return false
      write(key, text, snapshot.goal, drafts.get(key)?.origin ?? view.row.origin)
      schedule(0)
      return true
    },
    leaveOut: (key: string) => {
      const row = views.get(key)?.row
      if (row?.source) act(key, { do: 'leaveOut', source: row.source.digest, was: row.target?.digest ?? null })
    },
    takeIn: (key: string) => {
      const source = views.get(key)?.row.source
      if (source) act(key, { do: 'takeIn', source: source.digest })
    },
    remove: (key: string) => {
      const target = views.get(key)?.row.target
      if (target) act(key, { do: 'remove', target: target.path, was: target.digest })
    },
    keepMine: (key: string) => {
      const view = views.get(key)
      const draft = drafts.get(key)
      if (!view || !draft) return
      setDraft(key, { ...draft, ...baseOf(view.row), sent: [] })
      setView(key, { clash: null })
      publish({ keeping: 'waiting' })
      schedule(0)
    },
    takeTheirs: (key: string) => {
      drop(key)
      setView(key, { clash: null, echo: null })
      publish({ keeping: rest() })
    },
    dropOrphan: (orphan: Draft) => {
      dropDraft(shelf, who, article, orphan.row)
      publish({ orphans: snapshot.orphans.filter((one) => one !== orphan) })
    },

    /** Sends at once; true: the newsroom has every word of this screen. */
    flush: async (): Promise<boolean> => {
      if (running) await running
      for (let tries = 0; tries < 3 && rest() === 'waiting'; tries++) {
        await send()
        if (snapshot.keeping === 'offline' || snapshot.keeping === 'session') return false
      }
      return drafts.size === 0 && acts.size === 0
    },
    /** The line is back, the lid is open, somebody logged in again. */
    wake: () => {
      if (failures > 0 || rest() === 'waiting') schedule(0)
    },
    stop: () => {
      stopped = true
      cancel?.()
      cancel = null
    },
    start: () => {
      stopped = false
      if (drafts.size > 0) schedule(IDLE_MS)
    },
  }
}

const sameOrder = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((key, at) => key === other[at])
