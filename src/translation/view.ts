/** What the translation screen reads and writes, as JSON over the desk's doors; the newsroom and the panel share it. */
import type { Digest, Finding, Grade, Instant, Language } from '#newsroom'
import type { Code, Origin, Segment, SegmentKind, SegmentState } from './segment'
import type { Staleness } from './staleness'

export type Who = { readonly id: string; readonly name: string }

/** A term that stands in the source of a segment, and the form to use; offsets are UTF-16 units of `source.plain`. */
export type TermUse = {
  readonly term: string
  readonly start: number
  readonly end: number
  readonly use: string
  readonly forbidden: readonly string[]
  readonly note: string
}

/** One line of the screen: a source segment and what renders it. */
export type DeskRow = {
  /** `s:<path of the source>` or, for a block that only the target has, `t:<path of the target>`. */
  readonly id: string
  readonly kind: SegmentKind
  /** The source as it stands now; null = a block of the target's own. */
  readonly source: Segment | null
  /** The earlier form of a source that changed since this was translated. */
  readonly was: Segment | null
  readonly change: 'unchanged' | 'changed' | 'moved' | 'new' | 'removed'
  /** Codes are numbered like the source's; null = no block renders this source yet. */
  readonly target: Segment | null
  /** What the cell holds: the target's coded text, or '' while it is still the untouched copy of the source. */
  readonly text: string
  /** Codes that may stand in the cell. */
  readonly codes: readonly Code[]
  /** The row whose target renders this source too (blocks that a translator joined). */
  readonly mergedInto: string | null
  readonly state: SegmentState
  readonly origin: Origin
  readonly by: Who | null
  readonly at: Instant | null
  readonly leftOut: (Who & { readonly at: Instant }) | null
  readonly terms: readonly TermUse[]
  /** Most characters that the field takes; null = as many as the text. */
  readonly limit: number | null
}

export type Progress = {
  readonly segments: number
  readonly done: number
  /** Words of vi and en, characters of ja, of the source. */
  readonly units: number
  readonly unitsDone: number
}

export type DeskComment = {
  readonly id: string
  /** The row that it stands at now; null = what it was about is gone. */
  readonly row: string | null
  readonly text: string
  readonly by: Who
  readonly at: Instant
  readonly settled: (Who & { readonly at: Instant }) | null
}

export type TranslationDesk = {
  readonly article: string
  readonly story: string
  readonly language: Language
  /** Language of the source: the story's own, or that of a translation in between. */
  readonly from: Language
  readonly sourceArticle: string
  readonly rev: number
  /** Why nothing can be written here now, in the reader's language; null = write. */
  readonly locked: string | null
  readonly stale: Staleness
  /** How the newest change of the source was graded; null = nobody said, or nothing changed. */
  readonly grade: Grade | null
  /** Every affected segment is confirmed: handing over advances the text to the source as it stands. */
  readonly followed: boolean
  readonly rows: readonly DeskRow[]
  readonly progress: Progress
  readonly findings: readonly Finding[]
  readonly dismissed: readonly { readonly finding: string; readonly reason: string; readonly name: string }[]
  readonly comments: readonly DeskComment[]
  /** Names of the machines that may be asked; empty = none is set up. */
  readonly machines: readonly string[]
}

/** `was`: digest of the target segment that the change was made on; another one there now is a conflict. */
export type SegmentChange =
  | {
      readonly do: 'write'
      readonly target: string
      readonly was: Digest
      readonly text: string
      readonly state: 'draft' | 'translated' | 'revised'
      readonly origin: Origin
    }
  /** A block for a source segment that nothing renders yet, behind the block of the row before. */
  | {
      readonly do: 'add'
      readonly source: Digest
      readonly text: string
      readonly state: 'draft' | 'translated' | 'revised'
      readonly origin: Origin
    }
  /** The words may stay as they are, of the source as it stands now. */
  | {
      readonly do: 'confirm'
      readonly target: string
      readonly was: Digest
      readonly state: 'translated' | 'revised'
    }
  /** `was` null: nothing rendered it. */
  | { readonly do: 'leaveOut'; readonly source: Digest; readonly was: Digest | null }
  | { readonly do: 'takeIn'; readonly source: Digest }
  | { readonly do: 'remove'; readonly target: string; readonly was: Digest }

/** What was kept, and what somebody else had changed meanwhile: that is not kept, and stands here beside what they wrote. */
export type SaveAnswer = {
  readonly desk: TranslationDesk
  readonly conflicts: readonly { readonly change: SegmentChange; readonly theirs: string; readonly by: Who | null }[]
}

/** A wording from the memory or a machine. `score` 0 … 1; `figures`: it differs from what is asked in figures alone. */
export type Suggestion = {
  readonly origin: 'memory' | 'machine'
  readonly score: number
  readonly figures: boolean
  /** What it was the translation of. */
  readonly source: string
  readonly text: string
  /** Where it comes from: title and day of the release, name of a file, name of a machine. */
  readonly of: string
}
