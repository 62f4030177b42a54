/** Keeps what is arranged in step with the newsroom: edits show at once, are sent a moment later, and none is lost. No React here. */
import { DeskProblem } from '../desk-api'
import type { Reapplied } from './edits'

export type Keeping = 'kept' | 'waiting' | 'saving' | 'offline' | 'session' | 'refused' | 'conflict'

/** Somebody saved first: what both began from, what it is now, what of mine cannot be put on it. */
export type Conflict<Work, Edit> = { readonly before: Work; readonly theirs: Work; readonly lost: readonly Edit[] }

export type Snapshot<Work, Draft, Edit> = {
  /** As the newsroom last said it; null = not yet. */
  readonly work: Work | null
  /** What is arranged in it, with this person's edits. */
  readonly draft: Draft | null
  /** Not yet in the newsroom, oldest first. */
  readonly edits: readonly Edit[]
  readonly keeping: Keeping
  readonly keptAt: Date | null
  /** Why reading or saving failed; for the words see `sentenceOf`. */
  readonly problem: unknown
  readonly conflict: Conflict<Work, Edit> | null
}

/** The browser's own place for a closed lid; may be full or forbidden. */
export type Shelf<Edit> = { readonly read: () => readonly Edit[]; readonly write: (edits: readonly Edit[]) => void }

export type Doors<Work, Change, Edit> = {
  readonly load: () => Promise<Work>
  readonly save: (change: Change) => Promise<Work>
  readonly later: (what: () => void, ms: number) => () => void
  readonly now: () => Date
  readonly shelf: Shelf<Edit>
}

/** How one kind of work is arranged. */
export type Arranging<Work, Draft, Change, Edit> = {
  readonly draftOf: (work: Work) => Draft
  /** Null: what it speaks of is gone. */
  readonly applied: (draft: Draft, edit: Edit) => Draft | null
  readonly reapplied: (start: Draft, edits: readonly Edit[]) => Reapplied<Draft, Edit>
  readonly joined: (edits: readonly Edit[], edit: Edit) => readonly Edit[]
  /** What the newsroom has to be told; null = nothing. */
  readonly changeOf: (work: Work, draft: Draft) => Change | null
}

export type Store<Work, Draft, Edit> = ReturnType<typeof arrangingStore<Work, Draft, unknown, Edit>>

const IDLE_MS = 700
const RETRY_MS = [3_000, 8_000, 20_000]

export const arrangingStore = <Work, Draft, Change, Edit>(
  doors: Doors<Work, Change, Edit>,
  { draftOf, applied, reapplied, joined, changeOf }: Arranging<Work, Draft, Change, Edit>,
) => {
  const listeners = new Set<() => void>()
  let snapshot: Snapshot<Work, Draft, Edit> = {
    work: null,
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

  const publish = (part: Partial<Snapshot<Work, Draft, Edit>>) => {
    snapshot = { ...snapshot, ...part }
    if (part.edits) doors.shelf.write(part.edits)
    listeners.forEach((listener) => listener())
  }
  const standing = (work: Work, edits: readonly Edit[]) => {
    const { draft, kept } = reapplied(draftOf(work), edits)
    return { work, draft, edits: kept }
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
  const overtaken = async (began: Work) => {
    const theirs = await doors.load()
    const { draft, kept, lost } = reapplied(draftOf(theirs), snapshot.edits)
    // An answer that was lost on the way: what the newsroom has is what was sent.
    if (lost.length === 0 && changeOf(theirs, draft) === null)
      return publish({ work: theirs, draft, edits: [], keeping: 'kept', keptAt: doors.now(), problem: null })
    publish({ work: theirs, draft, edits: kept, keeping: 'conflict', problem: null, conflict: { before: began, theirs, lost } })
  }

  const send = (): Promise<void> => (running ??= sendOnce().finally(() => (running = null)))
  const sendOnce = async (): Promise<void> => {
    cancel?.()
    cancel = null
    const { work, draft, edits, conflict } = snapshot
    if (!work || !draft || edits.length === 0 || conflict) return
    const change = changeOf(work, draft)
    if (change === null) return publish({ edits: [], draft: draftOf(work), keeping: 'kept', problem: null })
    publish({ keeping: 'saving' })
    try {
      const answer = await doors.save(change)
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
          return await overtaken(work)
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
    read: (): Snapshot<Work, Draft, Edit> => snapshot,

    /** Asks the newsroom how it stands; edits that wait stay on top. */
    load: async (): Promise<void> => {
      if (running || snapshot.conflict) return
      try {
        const work = await doors.load()
        if (running || snapshot.conflict) return
        if (snapshot.work === null) {
          const left = doors.shelf.read()
          publish({ ...standing(work, left), keeping: left.length > 0 ? 'waiting' : 'kept', problem: null })
          if (snapshot.edits.length > 0) schedule(IDLE_MS)
          return
        }
        // With edits in hand a newer plan is met at the save, where both are shown.
        if (snapshot.edits.length === 0) publish({ work, draft: draftOf(work), problem: null })
      } catch (problem) {
        if (snapshot.edits.length === 0) publish({ problem })
      }
    },

    /** A verb's answer carries the work: no second question. */
    accept: (work: Work): void => publish({ ...standing(work, snapshot.edits), problem: null }),

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
      if (!snapshot.conflict || !snapshot.work) return
      if (keepMine && snapshot.edits.length > 0) {
        publish({ conflict: null, keeping: 'waiting' })
        schedule(0)
      } else publish({ conflict: null, edits: [], draft: draftOf(snapshot.work), keeping: 'kept' })
    },

    /** What the newsroom refuses can be taken back. */
    drop: (): void => {
      if (snapshot.work) publish({ edits: [], draft: draftOf(snapshot.work), keeping: 'kept', problem: null })
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
