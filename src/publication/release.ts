/** What a release is, how the next one is built, and what it owes. Pure. */
import type { CorrectionNote, Digest, InformationClass, Instant, ItemId, ItemType, Language } from '#newsroom'
import type { Figure, RichText } from '#richtext'

/** One stored form of a picture or file; bytes are found by `digest`, served as `/media/{digest}.{ext}`. */
export type Rendition = {
  readonly name: string
  readonly digest: Digest
  readonly ext: string
  readonly mime: string
  readonly bytes: number
  readonly width: number | null
  readonly height: number | null
}

/** A medium of a text: its original (metadata stripped) and its renditions; `digest` identifies it in figures. */
export type Medium = { readonly digest: Digest; readonly renditions: readonly Rendition[] }

/** Everything needed to show a text without the article. What approval binds is the digest of exactly this. */
export type Snapshot = {
  readonly schema: 1
  readonly item: ItemId
  readonly itemType: ItemType
  readonly language: Language
  readonly sourceLanguage: Language
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly byline: string
  readonly class: InformationClass
  readonly sovereignty: boolean
  /** `id` is the topic's key in every language, `name` its name in this one. */
  readonly topics: readonly { readonly id: string; readonly name: string }[]
  readonly places: readonly string[]
  readonly lead: Figure | null
  readonly body: RichText
  readonly media: readonly Medium[]
}

export type Approval = {
  readonly act: 'approve' | 'secondSign'
  readonly by: string
  readonly name: string
  readonly at: Instant
  readonly digest: Digest
  /** The named reviser on whose word an approver without the language relied. */
  readonly onWordOf: { readonly id: string; readonly name: string } | null
  readonly waivers: readonly { readonly finding: string; readonly kind: string; readonly reason: string; readonly facts: Readonly<Record<string, string>> }[]
}

export const RELEASE_KINDS = ['release', 'correction', 'withdrawal'] as const
export type ReleaseKind = (typeof RELEASE_KINDS)[number]

export type { CorrectionNote } from '#newsroom'

type ReleaseFacts = {
  /** 1, 2, 3 … over the whole log, without a gap. */
  readonly seq: number
  readonly item: ItemId
  readonly itemType: ItemType
  readonly language: Language
  /** 1, 2, 3 … per item and language; withdrawals count as well. */
  readonly version: number
  readonly at: Instant
  /** When this item and language was first released. */
  readonly firstAt: Instant
  readonly by: { readonly id: string; readonly name: string }
  readonly prevDigest: Digest
}
type Text = { readonly snapshot: Snapshot; readonly snapshotDigest: Digest; readonly approvals: readonly Approval[] }

/** A release without its own digest: the chain's unit. `of` is the seq that is corrected or withdrawn. */
export type ReleaseRecord = ReleaseFacts &
  (
    | ({ readonly kind: 'release' } & Text)
    | ({ readonly kind: 'correction'; readonly of: number; readonly note: CorrectionNote } & Text)
    | { readonly kind: 'withdrawal'; readonly of: number; readonly reason: string }
  )
/** `digest` = SHA-256 over RFC 8785 JSON of the record; `prevDigest` of the next one repeats it. */
export type Release = ReleaseRecord & { readonly digest: Digest }
export type TextRelease = Extract<Release, { readonly snapshot: Snapshot }>

/** `prevDigest` of seq 1. */
export const GENESIS: Digest = '0'.repeat(64)
