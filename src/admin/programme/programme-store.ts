/** Keeps a programme in step with the newsroom: edits show at once, are sent a moment later, and none is lost. No React here. */
import type { ProgrammePlan } from '#programme/plan'
import type { ProgrammeChange, ProgrammeView } from '#programme/view'
import { DeskProblem } from '../desk-api'
import { applied, joined, reapplied, samePlan, type Edit } from './plan-edits'

export type Keeping = 'kept' | 'waiting' | 'saving' | 'offline' | 'session' | 'refused' | 'conflict'

/** Somebody saved first: what both began from, what it is now, what of mine cannot be put on it. */
export type Conflict = { readonly before: ProgrammeView; readonly theirs: ProgrammeView; readonly lost: readonly Edit[] }

export type Snapshot = {
  /** As the newsroom last said it; null = not yet. */
  readonly programme: ProgrammeView | null
  /** The plan with this person's edits. */
  readonly draft: ProgrammePlan | null
  /** Not yet in the newsroom, oldest first. */
  readonly edits: readonly Edit[]
  readonly keeping: Keeping
  readonly keptAt: Date | null
  /** Why reading or saving failed; for the words see `sentenceOf`. */
  readonly problem: unknown
  readonly conflict: Conflict | null
}

export type Doors = {
  readonly load: () => Promise<ProgrammeView>
  readonly save: (change: ProgrammeChange) => Promise<ProgrammeView>
  readonly later: (what: () => void, ms: number) => () => void
  readonly now: () => Date
  /** The browser's own shelf for a closed lid; may be full or forbidden. */
  readonly shelf: { readonly read: () => readonly Edit[]; readonly write: (edits: readonly Edit[]) => void }
}

const IDLE_MS = 700
const RETRY_MS = [3_000, 8_000, 20_000]

export type ProgrammeStore = ReturnType<typeof programmeStore>

export const programmeStore = (doors: Doors) => {
  const listeners = new Set<() => void>()
  let snapshot: Snapshot = {
    programme: null,
    draft: null,
    edits: [],
    keeping: 'kept',
    keptAt: null,
    problem: null,
    conflict: null,
  }
  let cancel: (() => void) | null = null
  let running: Promise<void> | null = null
  let failures = 0

  const publish = (part: Partial<Snapshot>) => {
    snapshot = { ...snapshot, ...part }
    if (part.edits) doors.shelf.write(part.edits)
    listeners.forEach((listener) => listener())
  }
  const standing = (programme: ProgrammeView, edits: readonly Edit[]) => {
    const { plan, kept } = reapplied(programme.plan, edits)
    return { programme, draft: plan, edits: kept }
  }
  const schedule = (ms: number) => {
    cancel?.()
    cancel = doors.later(() => void send(), ms)
  }

  const failed = (problem: unknown) => {
    const status = problem instanceof DeskProblem ? problem.status : 0
    if (status === 401) return publish({ keeping: 'session', problem })
    if (status === 0 || status >= 500) {
      publish({ keeping: 'offline', problem })
      schedule(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] ?? 20_000)
      return
    }
    publish({ keeping: 'refused', problem })
  }

  /** `began`: what this person's edits were made on. */
  const overtaken = async (began: ProgrammeView) => {
    const theirs = await doors.load()
    const { plan: draft, kept, lost } = reapplied(theirs.plan, snapshot.edits)
    // An answer that was lost on the way: what the newsroom has is what was sent.
    if (lost.length === 0 && samePlan(theirs.plan, draft))
      return publish({ programme: theirs, draft, edits: [], keeping: 'kept', keptAt: doors.now(), problem: null })
    publish({
      programme: theirs,
      draft,
      edits: kept,
      keeping: 'conflict',
      problem: null,
      conflict: { before: began, theirs, lost },
    })
  }

  const send = (): Promise<void> => (running ??= sendOnce().finally(() => (running = null)))
  const sendOnce = async (): Promise<void> => {
    cancel?.()
    cancel = null
    const { programme, draft, edits, conflict } = snapshot
    if (!programme || !draft || edits.length === 0 || conflict) return
    if (samePlan(programme.plan, draft)) return publish({ edits: [], draft: programme.plan, keeping: 'kept', problem: null })
    publish({ keeping: 'saving' })
    try {
      const answer = await doors.save({ rev: programme.rev, plan: draft })
      failures = 0
      // Typing may have joined itself to an edit that was under way: that one is sent again.
      const left = snapshot.edits.filter((edit) => !edits.includes(edit))
      publish({
        ...standing(answer, left),
        keeping: left.length > 0 ? 'waiting' : 'kept',
        keptAt: doors.now(),
        problem: null,
      })
      if (snapshot.edits.length > 0) schedule(IDLE_MS)
    } catch (problem) {
      if (problem instanceof DeskProblem && problem.code === 'save.conflict') {
        try {
          return await overtaken(programme)
        } catch (second) {
          return failed(second)
        }
      }
      failed(problem)
    }
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: (): Snapshot => snapshot,

    /** Asks the newsroom how it stands; edits that wait stay on top. */
    load: async (): Promise<void> => {
      if (running || snapshot.conflict) return
      try {
        const programme = await doors.load()
        if (running || snapshot.conflict) return
        if (snapshot.programme === null) {
          const left = doors.shelf.read()
          publish({ ...standing(programme, left), keeping: left.length > 0 ? 'waiting' : 'kept', problem: null })
          if (snapshot.edits.length > 0) schedule(IDLE_MS)
          return
        }
        // With edits in hand a newer plan is met at the save, where both are shown.
        if (snapshot.edits.length === 0) publish({ programme, draft: programme.plan, problem: null })
      } catch (problem) {
        if (snapshot.edits.length === 0) publish({ problem })
      }
    },

    /** A verb's answer carries the programme: no second question. */
    accept: (programme: ProgrammeView): void => publish({ ...standing(programme, snapshot.edits), problem: null }),

    /** False: what it speaks of is gone. */
    edit: (edit: Edit): boolean => {
      const draft = snapshot.draft === null ? null : applied(snapshot.draft, edit)
      if (!draft) return false
      publish({
        draft,
        edits: joined(snapshot.edits, edit),
        keeping: snapshot.conflict ? 'conflict' : running ? 'saving' : 'waiting',
      })
      if (!snapshot.conflict) schedule(IDLE_MS)
      return true
    },

    /** After both were shown: mine on top of theirs, or theirs alone. */
    settle: (keepMine: boolean): void => {
      if (!snapshot.conflict || !snapshot.programme) return
      if (keepMine && snapshot.edits.length > 0) {
        publish({ conflict: null, keeping: 'waiting' })
        schedule(0)
      } else publish({ conflict: null, edits: [], draft: snapshot.programme.plan, keeping: 'kept' })
    },

    /** What the newsroom refuses can be taken back. */
    drop: (): void => {
      if (snapshot.programme) publish({ edits: [], draft: snapshot.programme.plan, keeping: 'kept', problem: null })
    },

    /** Sends at once; true: the newsroom has everything of this screen. */
    flush: async (): Promise<boolean> => {
      for (let tries = 0; tries < 3 && snapshot.edits.length > 0; tries++) {
        await send()
        if (['offline', 'session', 'refused', 'conflict'].includes(snapshot.keeping)) return false
      }
      return snapshot.edits.length === 0
    },
    /** The line is back, somebody logged in again. */
    wake: (): void => {
      if (snapshot.edits.length > 0 && !snapshot.conflict) schedule(0)
    },
    stop: (): void => {
      cancel?.()
      cancel = null
    },
  }
}
