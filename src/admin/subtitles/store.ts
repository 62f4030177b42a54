/**
 * The cues in the browser: every edit shown and kept at once, sent after a pause, repeated until the newsroom has it, and to be
 * undone. Knows no screen; line, clock and shelf are given.
 */
import type { Cue, CueList } from '#video/cue'
import { tidyLine } from '#video/line'
import type { CueDesk, CuesChange } from '#video/view'
import { DeskProblem } from '../desk-api'
import type { Did, Edited } from './edits'
import { mergeCues, sameCue, sameList, withSides, type Clash } from './merge'
import { restored, unsavedOf, type Shelf } from './shelf'

export type Keeping = 'kept' | 'waiting' | 'saving' | 'offline' | 'session' | 'refused' | 'conflict'

/** How it was before an edit. */
export type Step = { readonly cues: CueList; readonly active: string | null; readonly did: Did }

export type Snapshot = {
  /** As the newsroom last said it; null = not yet. Its `cues` are what this person's edits stand on. */
  readonly desk: CueDesk | null
  readonly cues: CueList
  readonly active: string | null
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
  readonly keeping: Keeping
  readonly keptAt: Date | null
  /** Why reading or saving failed; for the words see `sentenceOf`. */
  readonly problem: unknown
  /** Both changed the same cues. */
  readonly clashes: readonly Clash[]
  /** Counts how often a colleague's changes came in beside this person's own. */
  readonly joins: number
}

export type Doors = {
  readonly load: () => Promise<CueDesk>
  readonly save: (change: CuesChange) => Promise<CueDesk>
  readonly later: (what: () => void, ms: number) => () => void
  readonly now: () => Date
  readonly shelf: Shelf
}

const IDLE_MS = 2_000
/** Somebody who never pauses is saved all the same. */
const LONGEST_MS = 10_000
const PAUSES_MS = [2_000, 5_000, 10_000, 20_000, 30_000]
/** Nobody answered, or somebody who is starting, stopping or full. */
const PASSING = [0, 408, 429, 502, 503, 504]
/** Edits of one kind that follow each other so closely are one to undo. */
const JOIN_MS = 1_500
const MOST_STEPS = 200
/** Lists that may be on their way when an answer is lost. */
const MOST_SENT = 4

/** A cue as it is sent: composed letters, no white space at the ends of lines, no line that says nothing. */
export const sendable = (cue: Cue): Cue => {
  const lines = cue.lines.map((line) => tidyLine(line.normalize('NFC'))).filter((line) => line !== '')
  const tidy = { ...cue, lines }
  return sameCue(tidy, cue) ? cue : tidy
}

export type CueStore = ReturnType<typeof cueStore>

export const cueStore = (doors: Doors) => {
  const listeners = new Set<() => void>()
  let snapshot: Snapshot = {
    desk: null,
    cues: [],
    active: null,
    undo: [],
    redo: [],
    keeping: 'kept',
    keptAt: null,
    problem: null,
    clashes: [],
    joins: 0,
  }
  let base: CueList = []
  let sent: readonly CueList[] = []
  let cancel: (() => void) | null = null
  let running: Promise<void> | null = null
  let failures = 0
  let since: number | null = null
  let joining: { readonly key: string; readonly at: number } | null = null

  const publish = (part: Partial<Snapshot>) => {
    const before = snapshot.cues
    snapshot = { ...snapshot, ...part }
    if (snapshot.cues !== before || part.desk) doors.shelf.write(unsavedOf(base, snapshot.cues))
    listeners.forEach((listener) => listener())
  }
  const isDirty = () => !sameList(snapshot.cues, base)
  const schedule = (ms: number) => {
    cancel?.()
    cancel = doors.later(() => void send(), ms)
  }
  const standing = (active: string | null, cues: CueList): string | null =>
    cues.some(({ id }) => id === active) ? active : (cues[0]?.id ?? null)

  /** What a colleague did comes under every step, so that undoing mine does not undo theirs. */
  const rebased = (steps: readonly Step[], next: CueList): readonly Step[] =>
    steps.map((step) => ({ ...step, cues: mergeCues(base, step.cues, next).cues }))

  /** The newsroom's cues under mine; `mine` stood on `began`. */
  const takeUnder = (desk: CueDesk, began: CueList, mine: CueList, part: Partial<Snapshot> = {}) => {
    const theirs = settled(base, desk.cues)
    const { cues, clashes } = mergeCues(began, mine, theirs)
    const undo = rebased(snapshot.undo, theirs)
    const redo = rebased(snapshot.redo, theirs)
    base = theirs
    const dirty = !sameList(cues, base)
    publish({
      desk,
      cues,
      undo,
      redo,
      clashes,
      active: standing(snapshot.active, cues),
      keeping: clashes.length > 0 ? 'conflict' : dirty ? 'waiting' : 'kept',
      problem: null,
      ...part,
    })
    if (dirty && clashes.length === 0) schedule(0)
  }

  const failed = (problem: unknown) => {
    const status = problem instanceof DeskProblem ? problem.status : 0
    if (PASSING.includes(status) || status === 401) {
      publish({ keeping: status === 401 ? 'session' : 'offline', problem })
      return schedule(PAUSES_MS[Math.min(failures++, PAUSES_MS.length - 1)] ?? 30_000)
    }
    publish({ keeping: 'refused', problem })
  }

  const overtaken = async (): Promise<void> => {
    const desk = await doors.load()
    // An answer that was lost on the way: what the newsroom has is what was sent.
    const own = sent.find((list) => sameList(list.map(sendable), desk.cues))
    if (own) {
      base = own
      publish({ desk, keeping: isDirty() ? 'waiting' : 'kept', keptAt: doors.now(), problem: null })
      return isDirty() ? schedule(0) : undefined
    }
    takeUnder(desk, base, snapshot.cues, { joins: snapshot.joins + 1 })
  }

  const send = (): Promise<void> => (running ??= sendOnce().finally(() => (running = null)))
  const sendOnce = async (): Promise<void> => {
    cancel?.()
    cancel = null
    since = null
    const { desk, cues, clashes } = snapshot
    if (!desk || clashes.length > 0) return
    if (!isDirty()) return publish({ keeping: 'kept', problem: null })
    publish({ keeping: failures > 0 ? snapshot.keeping : 'saving' })
    sent = [...sent, cues].slice(-MOST_SENT)
    try {
      const answer = await doors.save({ rev: desk.rev, cues: cues.map(sendable) })
      failures = 0
      sent = []
      const kept = settled(cues, answer.cues, snapshot.active)
      const present = snapshot.cues === cues ? kept : mergeCues(cues, snapshot.cues, kept).cues
      base = kept
      const dirty = !sameList(present, base)
      publish({ desk: answer, cues: present, keeping: dirty ? 'waiting' : 'kept', keptAt: doors.now(), problem: null })
      if (dirty) schedule(IDLE_MS)
    } catch (problem) {
      if (!(problem instanceof DeskProblem && problem.code === 'save.conflict')) return failed(problem)
      try {
        await overtaken()
      } catch (second) {
        failed(second)
      }
    }
  }

  const edited = (cues: CueList, part: Partial<Snapshot>) => {
    publish({
      cues,
      keeping: snapshot.keeping === 'kept' || snapshot.keeping === 'refused' ? 'waiting' : snapshot.keeping,
      ...part,
    })
    const now = doors.now().getTime()
    since ??= now
    if (failures === 0) schedule(Math.min(IDLE_MS, Math.max(0, since + LONGEST_MS - now)))
    else if (cancel === null) schedule(PAUSES_MS[0] ?? IDLE_MS)
  }
  const isWritable = () => snapshot.desk !== null && snapshot.desk.locked === null && snapshot.clashes.length === 0

  const back = (from: 'undo' | 'redo', to: 'undo' | 'redo'): Step | null => {
    const step = snapshot[from].at(-1)
    if (!step || !isWritable()) return null
    joining = null
    const { cues, active } = snapshot
    edited(step.cues, {
      active: standing(step.active, step.cues),
      [from]: snapshot[from].slice(0, -1),
      [to]: [...snapshot[to], { cues, active, did: step.did }],
    })
    return step
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    read: (): Snapshot => snapshot,

    /** The first answer brings back what this browser kept; a later one what colleagues did, unless edits wait here. */
    load: async (): Promise<void> => {
      if (running || snapshot.clashes.length > 0) return
      try {
        const desk = await doors.load()
        if (running || snapshot.clashes.length > 0) return
        const first = snapshot.desk === null
        const kept = first && desk.locked === null ? doors.shelf.read() : null
        if (kept) {
          const { base: began, mine } = restored(desk.cues, kept)
          return takeUnder(desk, began, mine)
        }
        if (first) {
          base = desk.cues
          snapshot = { ...snapshot, desk, cues: desk.cues, active: desk.cues[0]?.id ?? null, problem: null }
          return listeners.forEach((listener) => listener())
        }
        // With edits in hand a newer state is met at the save.
        if (!isDirty() && desk.rev >= (snapshot.desk?.rev ?? 0)) takeUnder(desk, base, snapshot.cues)
      } catch (problem) {
        if (snapshot.desk === null) publish({ problem })
      }
    },

    /** False: nothing to change, or nobody may. */
    edit: ({ cues, active, did, join }: Edited): boolean => {
      if (!isWritable() || cues === snapshot.cues) return false
      const at = doors.now().getTime()
      const goesOn = join !== null && joining?.key === join && at - joining.at <= JOIN_MS
      joining = join === null ? null : { key: join, at }
      const step: Step = { cues: snapshot.cues, active: snapshot.active, did }
      edited(cues, {
        active,
        undo: goesOn ? snapshot.undo : [...snapshot.undo, step].slice(-MOST_STEPS),
        redo: [],
      })
      return true
    },
    undo: (): Step | null => back('undo', 'redo'),
    redo: (): Step | null => back('redo', 'undo'),
    activate: (id: string | null): void => {
      if (id !== snapshot.active) publish({ active: id })
    },

    /** After both were shown. Either side can be had back by undoing. */
    settle: (side: (clash: Clash) => 'mine' | 'theirs'): void => {
      const { clashes, cues, active, undo } = snapshot
      if (clashes.length === 0) return
      const [mine, theirs] = [withSides(cues, clashes, () => 'mine'), withSides(cues, clashes, () => 'theirs')]
      const chosen = withSides(cues, clashes, side)
      joining = null
      publish({ clashes: [] })
      edited(chosen, {
        active: standing(active, chosen),
        keeping: 'waiting',
        undo: [...undo, { cues: mine, active, did: 'settle' as const }, { cues: theirs, active, did: 'settle' as const }].slice(
          -MOST_STEPS,
        ),
      })
      schedule(0)
    },

    /** What the newsroom refuses can be taken back; undoing brings it on the screen again. */
    drop: (): void => {
      const { cues, active, undo } = snapshot
      joining = null
      publish({
        cues: base,
        active: standing(active, base),
        undo: [...undo, { cues, active, did: 'drop' as const }].slice(-MOST_STEPS),
        keeping: 'kept',
        problem: null,
      })
    },

    /** Sends at once; true: the newsroom has everything of this screen. */
    flush: async (): Promise<boolean> => {
      for (let tries = 0; tries < 3 && isDirty(); tries++) {
        await send()
        if (['offline', 'session', 'refused', 'conflict'].includes(snapshot.keeping)) return false
      }
      return !isDirty()
    },
    /** The line is back, somebody logged in again. */
    wake: (): void => {
      if (isDirty() && snapshot.clashes.length === 0 && snapshot.keeping !== 'refused') schedule(0)
    },
    isDirty,
    stop: (): void => {
      cancel?.()
      cancel = null
    },
  }
}

/** The newsroom's cues, as the objects that are on the screen wherever they say the same; of the one in hand always those. */
const settled = (own: CueList, cues: CueList, inHand: string | null = null): CueList => {
  const known = new Map(own.map((cue) => [cue.id, cue]))
  return cues.map((cue) => {
    const mine = known.get(cue.id)
    return mine && (cue.id === inHand || sameCue(sendable(mine), cue)) ? mine : cue
  })
}
