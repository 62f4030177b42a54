/** What the issue's screens read and write, as JSON over the desk's doors; the newsroom and the panel share it. */
import type { Digest, Instant, ItemId, Language } from '#newsroom'
import type { CivilDay, EditionFile, FileKind, Slot } from '#publication/edition'
import type { PageReport } from './edition'
import type { DeadlineKey, Deadlines, Plan } from './plan'

type Words = Readonly<Record<Language, string>>
type Named = { readonly id: string; readonly name: string; readonly at: Instant }
export type RefusalView = { readonly code: string; readonly detail: string }

/** GET /api/desk/bulletins */
export type BulletinsView = {
  readonly years: readonly { readonly year: number; readonly issues: readonly IssueCard[] }[]
  /** The next quarter without an issue; null = this person may not begin one. */
  readonly next: { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 } | null
  readonly licence: { readonly number: string; readonly validTo: CivilDay | null; readonly inForce: boolean } | null
}
export type IssueState = 'planned' | 'production' | 'finished'
export type IssueCard = {
  readonly id: string
  readonly item: ItemId
  readonly year: number
  readonly quarter: 1 | 2 | 3 | 4
  readonly number: number
  readonly numberInYear: number
  readonly date: CivilDay
  readonly state: IssueState
  readonly theme: string
  readonly cover: string | null
  /** Ready entries of all, by language. */
  readonly ready: Readonly<Record<Language, number>>
  readonly entries: number
  readonly editions: readonly {
    readonly language: Language
    readonly shown: EditionShown
    readonly pages: number | null
    readonly files: readonly FileView[]
  }[]
  /** Days until the issue's date, negative when past. */
  readonly daysLeft: number
}

/** Stored: open, closed, approved; the others are computed from the log. `void`: approved or closed, and what it binds changed since. */
export type EditionShown = 'open' | 'closed' | 'approved' | 'void' | 'released' | 'releasedNewer' | 'withdrawn'
export type FileView = Pick<EditionFile, 'kind' | 'bytes' | 'ext'> & { readonly href: string; readonly kind: FileKind }

/** GET /api/desk/bulletins/:issue ; PUT with `PlanChange` answers the same. */
export type IssueView = IssueCard & {
  /** Counts saves; a save names the one it started from, else 409 `save.conflict`. */
  readonly rev: number
  readonly themes: Words
  readonly coverMedia: MediaView | null
  readonly licenceId: string | null
  readonly deadlines: Deadlines
  readonly plan: Plan
  /** By entry id. */
  readonly board: Readonly<Record<string, EntryView>>
  readonly editionViews: Readonly<Record<Language, EditionView>>
  readonly tasks: readonly TaskView[]
  readonly may: { readonly arrange: boolean; readonly release: boolean; readonly records: boolean }
  /** Why nothing can be arranged now, in the reader's language. */
  readonly locked: string | null
  readonly records: readonly RecordView[]
  readonly errata: readonly DraftedErratum[]
}
export type MediaView = {
  readonly id: string
  readonly url: string
  readonly alt: string
  readonly caption: string
  readonly credit: string
}
export type EntryView = {
  readonly id: string
  readonly slot: Slot
  readonly title: string
  readonly story: { readonly id: string; readonly item: ItemId } | null
  readonly photos: readonly MediaView[]
  readonly cells: Readonly<Record<Language, CellView>>
}
export const STAGES = ['missing', 'draft', 'revision', 'review', 'approved', 'released', 'withdrawn'] as const
export type Stage = (typeof STAGES)[number]
export type CellView = {
  readonly stage: Stage
  /** May stand in the edition as it is. */
  readonly ready: boolean
  /** The language's deadline for texts has passed and it is not ready. */
  readonly late: boolean
  readonly stale: 'no' | 'minor' | 'major'
  readonly held: boolean
  readonly embargo: Instant | null
  /** Article, or own piece, to open; null = none yet. */
  readonly href: string | null
  readonly title: string
  /** Characters, spaces counted; of ja full-width ones count one. */
  readonly length: number
  readonly budget: number | null
}
export type EditionView = {
  readonly language: Language
  readonly state: 'open' | 'closed' | 'approved'
  readonly shown: EditionShown
  /** What changed since it was closed; empty = nothing. Sentences in the reader's language, with the entry where there is one. */
  readonly changes: readonly { readonly entry: string | null; readonly text: string }[]
  readonly closed: (Named & { readonly digest: Digest }) | null
  readonly approval: (Named & { readonly digest: Digest }) | null
  readonly live: { readonly seq: number; readonly version: number; readonly at: Instant; readonly url: string } | null
  /** The newest delivery to each outlet; names in the reader's language. */
  readonly outlets: readonly { readonly channel: string; readonly name: string; readonly state: string }[]
  readonly pages: number | null
  readonly files: readonly FileView[]
  /** Verbs of this person at this edition, as at a text: refused ones with the reason. */
  readonly offers: readonly EditionOffer[]
  readonly counts: { readonly pass: number; readonly warn: number; readonly stop: number } | null
}
export const EDITION_VERBS = ['close', 'reopen', 'approve', 'release', 'reissue', 'withdraw'] as const
export type EditionVerb = (typeof EDITION_VERBS)[number]
export type EditionOffer = {
  readonly verb: EditionVerb
  readonly refusal: RefusalView | null
  readonly primary: boolean
  /** `reason`: a sentence; `notice`: the legal notice of a reissue; `difference`: entry lists differ, tick to acknowledge. */
  readonly asks: readonly ('reason' | 'notice' | 'difference' | 'looked')[]
}
export type TaskView = {
  readonly language: Language
  readonly key: DeadlineKey
  readonly due: Instant
  readonly done: boolean
  readonly late: boolean
}
export type DraftedErratum = {
  readonly id: string
  readonly entry: string
  readonly language: Language
  readonly kind: 'withdrawn' | 'corrected'
  readonly title: string
  readonly page: number | null
  readonly wrong: string
  readonly right: string
}

/** PUT /api/desk/bulletins/:issue */
export type PlanChange = {
  readonly rev: number
  readonly plan?: Plan
  readonly themes?: Words
  readonly cover?: string | null
  readonly date?: CivilDay
  readonly licence?: string | null
  readonly deadlines?: Deadlines
}

/** GET /api/desk/bulletins/:issue/candidates?q= : stories that may be taken in. */
export type CandidatesView = {
  readonly stories: readonly {
    readonly id: string
    readonly title: string
    readonly stages: Readonly<Record<Language, Stage>>
    readonly used: string | null
  }[]
}

/** GET /api/desk/bulletins/:issue/:language/preflight */
export type PreflightView = { readonly language: Language; readonly rows: readonly PreflightRow[] }
export type PreflightRow = {
  readonly rule: string
  readonly result: 'pass' | 'warn' | 'stop' | 'notChecked'
  /** In the reader's language. */
  readonly text: string
  readonly citation: string | null
  /** Where it is mended, in the panel. */
  readonly href: string | null
  readonly entry: string | null
}

/** GET /api/desk/bulletins/:issue/:language/pages : compiles if needed; pictures at `…/pages/{n}.webp?v={digest}&width=250`. */
export type PagesView = PageReport & { readonly language: Language; readonly digest: Digest; readonly ms: number }

/** GET /api/desk/bulletins/:issue/:language/approval : what exactly is approved. */
export type ApprovalView = {
  readonly language: Language
  readonly digest: Digest
  readonly pages: number
  readonly date: CivilDay
  readonly entries: readonly {
    readonly id: string
    readonly title: string
    readonly page: number
    readonly source: 'released' | 'waits' | 'own'
    readonly digest: Digest
  }[]
  readonly files: readonly FileView[]
  readonly imprint: readonly string[]
  readonly preflight: readonly PreflightRow[]
  /** Entries that other languages have and this one has not, and the other way round. */
  readonly differences: readonly string[]
}

/** POST /api/desk/bulletins/:issue/:language/:verb with `VerbBody`; POST /api/desk/bulletins/:issue/release with `{languages}`. */
export type VerbBody = {
  readonly reason?: string
  readonly notice?: { readonly page: number | null; readonly wrong: string; readonly right: string }
  readonly acknowledged?: boolean
  /** `approve`: of what was looked at. */
  readonly digest?: Digest
}

/** Deposit (Law on Publishing) and distribution; POST /api/desk/bulletins/:issue/records with it less id and by. */
export type RecordView = {
  readonly id: string
  readonly kind: 'deposit' | 'distribution'
  readonly language: Language
  readonly date: CivilDay
  readonly copies: number
  readonly addressee: string
  readonly address: string
  readonly receipt: string
  readonly by: Named
}
