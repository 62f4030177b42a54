/** What the translation desk works on: one block of a text at a time, its inline structure as numbered codes. */
import type { Digest, Instant, Language } from '#newsroom'
import type { Inline, RichText } from '#richtext'
import type { CueList } from '#video/cue'

/** The words of one language version, as a release keeps them. */
export type Words = {
  readonly title: string
  readonly summary: string
  readonly body: RichText
  /** Of a video: what is said in the film. */
  readonly cues?: CueList
}

export const SEGMENT_KINDS = [
  'title',
  'summary',
  'paragraph',
  'heading',
  'item',
  'cell',
  'quote',
  'caption',
  'alt',
  'cue',
] as const
export type SegmentKind = (typeof SEGMENT_KINDS)[number]

/** What a numbered code stands for: `pair` encloses words (marks, a link), `single` stands alone (a line break, a ruby with its words). */
export type Code = { readonly id: number } & (
  | {
      readonly form: 'pair'
      readonly node:
        { readonly kind: 'marks'; readonly marks: readonly string[] } | { readonly kind: 'link'; readonly href: string }
    }
  | { readonly form: 'single'; readonly node: Extract<Inline, { kind: 'break' | 'ruby' }> }
)

/**
 * One block of a text. `text` holds the words with codes as `⟦1⟧…⟦/1⟧` (pair) and `⟦2/⟧` (single);
 * `plain` the words alone (of a ruby its base, a line break as `\n`).
 */
export type Segment = {
  /** Where it stands: `title`, `summary`, `body.3`, `body.4.item.0`, `body.5.row.1.cell.0.block.0`, `body.6.caption`. Changes when blocks move. A cue has its own: `cue.<id>`. */
  readonly path: string
  readonly kind: SegmentKind
  readonly text: string
  readonly plain: string
  readonly codes: readonly Code[]
  /** SHA-256 over kind, text, codes (addresses and marks included) and picture: the same words with another link are another segment. */
  readonly digest: Digest
}

export const SEGMENT_STATES = ['empty', 'memory', 'machine', 'draft', 'translated', 'revised', 'stale'] as const
export type SegmentState = (typeof SEGMENT_STATES)[number]

/** How the words of a segment came to be. */
export type Origin = 'none' | 'typed' | 'memory' | 'machine' | 'import'

/** What is kept beside one segment of a target text, in the order of the target. */
export type Kept = {
  /** Digest of the target segment as it was when this was written. */
  readonly target: Digest
  /** Digests of the source segments that it renders: several after a merge, none for a block that the translator added. */
  readonly source: readonly Digest[]
  readonly state: SegmentState
  readonly origin: Origin
  /** Id of whoever touched it last; null = nobody yet. */
  readonly by: string | null
  readonly at: Instant | null
}

/** A source segment that the translator left out on purpose. */
export type LeftOut = { readonly source: Digest; readonly by: string; readonly at: Instant }

/** Everything that is kept beside a target text. */
export type Lineage = { readonly kept: readonly Kept[]; readonly leftOut: readonly LeftOut[] }

/** A pair of texts as checks, memory and files see it; `source` is null for a block that only the target has. */
export type Pair = { readonly source: Segment | null; readonly target: Segment | null }

export type LanguagePair = { readonly from: Language; readonly to: Language }

/** One official term, as `collections/terms` keeps it; dates are civil days `YYYY-MM-DD` of Asia/Ho_Chi_Minh, inclusive. */
export type Term = {
  readonly id: string
  readonly forms: Readonly<Record<Language, string>>
  readonly forbidden: Readonly<Record<Language, readonly string[]>>
  /** Kana. */
  readonly reading: string
  readonly kind: string
  readonly note: string
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly status: 'approved' | 'proposed' | 'rejected'
}
