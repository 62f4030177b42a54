/** What the programme's screens read and write, as JSON over the desk's doors; the newsroom and the panel share it. */
import type { Digest, Instant, ItemId, Language } from '#newsroom'
import type { ProgrammeFileKind } from '#publication/programme'
import type { ProgrammePlan } from './plan'

type Named = { readonly id: string; readonly name: string; readonly at: Instant }
export type RefusalView = { readonly code: string; readonly detail: string }

/** Stored: open, closed, approved; the others are computed. `void`: what was closed or approved is not what stands now. */
export type ProgrammeShown = 'open' | 'closed' | 'approved' | 'void' | 'released' | 'releasedNewer' | 'withdrawn'

/** GET /api/desk/programmes */
export type ProgrammesView = { readonly programmes: readonly ProgrammeCard[]; readonly mayBegin: boolean }
export type ProgrammeCard = {
  readonly id: string
  readonly item: ItemId
  readonly title: string
  readonly language: Language
  /** As the reader calls it; its key stands in the plan. */
  readonly channel: string
  readonly airAt: Instant
  readonly shown: ProgrammeShown
  readonly steps: number
  readonly totalMs: number
  readonly targetMs: number
}

/** GET /api/desk/programmes/:programme ; PUT with `ProgrammeChange` answers the same. */
export type ProgrammeView = ProgrammeCard & {
  readonly rev: number
  readonly plan: ProgrammePlan
  /** By step id. */
  readonly board: Readonly<Record<string, StepView>>
  readonly state: 'open' | 'closed' | 'approved'
  /** What changed since it was closed, in the reader's language; `urgent`: a text in it was corrected or withdrawn and it is not on air yet. */
  readonly changes: readonly { readonly step: string | null; readonly text: string; readonly urgent: boolean }[]
  readonly closed: (Named & { readonly digest: Digest }) | null
  readonly approval: (Named & { readonly digest: Digest }) | null
  readonly live: { readonly seq: number; readonly version: number; readonly at: Instant } | null
  readonly offers: readonly ProgrammeOffer[]
  readonly files: readonly {
    readonly kind: ProgrammeFileKind
    readonly step: string | null
    readonly bytes: number
    readonly ext: string
    readonly href: string
  }[]
  readonly channels: readonly { readonly key: string; readonly name: string }[]
  readonly may: { readonly arrange: boolean }
  readonly locked: string | null
}
export type StepView = {
  readonly id: string
  /** What the story says now in the programme's language. */
  readonly text: {
    readonly title: string
    readonly summary: string
    readonly state: 'missing' | 'draft' | 'revision' | 'review' | 'approved' | 'released' | 'withdrawn'
    readonly ready: boolean
    readonly held: boolean
    readonly embargo: Instant | null
    readonly stale: 'no' | 'minor' | 'major'
    readonly href: string | null
  } | null
  readonly film: {
    readonly url: string | null
    readonly link: string | null
    readonly poster: string | null
    readonly durationMs: number | null
  } | null
  readonly readMs: number
  readonly clipMs: number
}
export const PROGRAMME_VERBS = ['close', 'reopen', 'approve', 'release', 'correct', 'withdraw'] as const
export type ProgrammeVerb = (typeof PROGRAMME_VERBS)[number]
export type ProgrammeOffer = {
  readonly verb: ProgrammeVerb
  readonly refusal: RefusalView | null
  readonly primary: boolean
  readonly asks: readonly ('reason' | 'note' | 'looked')[]
}
/** PUT /api/desk/programmes/:programme */
export type ProgrammeChange = { readonly rev: number; readonly plan: ProgrammePlan }
/** POST /api/desk/programmes : begins one, by default with the steps opening and closing. */
export type ProgrammeBeginning = { readonly airDate: string; readonly language: Language }
/** GET /api/desk/programmes/:programme/candidates?q= */
export type ProgrammeCandidates = {
  readonly stories: readonly {
    readonly id: string
    readonly title: string
    /** A text that is not translated yet is called as in its source. */
    readonly titleLanguage: Language
    readonly summary: string
    readonly state: NonNullable<StepView['text']>['state']
    readonly film: { readonly durationMs: number | null } | null
  }[]
}
/** POST /api/desk/programmes/:programme/:verb */
export type ProgrammeVerbBody = {
  readonly reason?: string
  readonly note?: string
  /** `approve`: of what was looked at. */
  readonly digest?: Digest
}
