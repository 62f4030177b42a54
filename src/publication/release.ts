/** What a release is, and how the next one is built. What it owes: `owed.ts`. Pure. */
import { NewsroomError } from '#newsroom'
import type { CorrectionNote, Digest, Grade, InformationClass, Instant, ItemId, ItemType, Language } from '#newsroom'
import type { Figure, RichText } from '#richtext'
import type { EditionContents } from './edition'
import type { ProgrammeContents } from './programme'
import type { VideoContents } from './video'
import { canonical, sha256 } from './canonical'

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
export type Medium = {
  readonly digest: Digest
  readonly renditions: readonly Rendition[]
  /** Its rights allow others to use it: it may stand in the press kit. Absent = no. */
  readonly press?: boolean
  /** The last day on which they do (in the province); absent = without end. */
  readonly pressUntil?: string
}

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
  /** Of an edition of the Bản tin: the issue itself. `title`, `lead` and `body` are then its name, cover and contents. */
  readonly edition?: EditionContents
  /** Of a video: film and subtitles. `title`, `summary` and `body` speak of it, `lead` is its poster. */
  readonly video?: VideoContents
  /** Of a programme: its running order. */
  readonly programme?: ProgrammeContents
}

export type Approval = {
  readonly act: 'approve' | 'secondSign'
  readonly by: string
  readonly name: string
  readonly at: Instant
  readonly digest: Digest
  /** The named reviser on whose word an approver without the language relied. */
  readonly onWordOf: { readonly id: string; readonly name: string } | null
  readonly waivers: readonly {
    readonly finding: string
    readonly kind: string
    readonly reason: string
    readonly facts: Readonly<Record<string, string>>
  }[]
  /** The reviser who passed exactly this text, where one did. */
  readonly revisedBy?: { readonly id: string; readonly name: string } | null
  /** Warnings of the checks that somebody let stand, with the reason. */
  readonly dismissed?: readonly {
    readonly finding: string
    readonly kind: string
    readonly reason: string
    readonly by: string
    readonly name: string
    readonly facts: Readonly<Record<string, string>>
  }[]
}

/** The source that a translation follows; `seq` null = it was not released when the translation was made. */
export type Follows = { readonly language: Language; readonly seq: number | null; readonly digest: Digest }

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
type Text = {
  readonly snapshot: Snapshot
  readonly snapshotDigest: Digest
  readonly approvals: readonly Approval[]
  /** Of a translation. */
  readonly follows?: Follows | null
}

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

export type LogHead = { readonly seq: number; readonly digest: Digest }

/** What a verb asks of the log; seq, version, times, `of` and digests are the log's to give. */
export type ReleaseRequest = {
  readonly item: ItemId
  readonly itemType: ItemType
  readonly language: Language
  readonly by: { readonly id: string; readonly name: string }
} & (
  | {
      readonly kind: 'release'
      readonly snapshot: Snapshot
      readonly approvals: readonly Approval[]
      readonly follows?: Follows | null
    }
  | {
      readonly kind: 'correction'
      readonly snapshot: Snapshot
      readonly approvals: readonly Approval[]
      readonly follows?: Follows | null
      readonly note: CorrectionNote
    }
  | { readonly kind: 'withdrawal'; readonly reason: string }
)

export const snapshotDigest = (snapshot: Snapshot): Digest => sha256(canonical(snapshot))

/** The very same release of a source: one that was taken down and came back is another, though its text be the same. */
export const followsSame = (
  one: Pick<Follows, 'seq' | 'digest'> | null | undefined,
  other: Pick<Follows, 'seq' | 'digest'> | null | undefined,
): boolean => one?.seq === other?.seq && one?.digest === other?.digest

/** How far a correction reaches the translations; null where nobody was asked. */
export const gradeOf = (release: Release): Grade | null =>
  release.kind !== 'correction' ? null : release.note.kind === 'rectification' ? 'major' : (release.note.grade ?? null)

/** Closes a record: the chain's next link. */
export const seal = (record: ReleaseRecord): Release => ({ ...record, digest: sha256(canonical(record)) })

/** The record inside a release, as it is hashed and stored. */
export const recordOf = ({ digest: _, ...record }: Release): ReleaseRecord => record as ReleaseRecord

/**
 * The release that a request becomes. `history`: the releases of this item and language, oldest first; `at`: the database's clock.
 * The last wall: whatever called it, no text passes without an approval of exactly this text, by two people where two are asked.
 */
export const nextRelease = (
  request: ReleaseRequest,
  { head, history, at }: { readonly head: LogHead; readonly history: readonly Release[]; readonly at: Instant },
): Release => {
  const last = history.at(-1)
  const current = last === undefined || last.kind === 'withdrawal' ? null : last
  if (last !== undefined && last.itemType !== request.itemType) throw new NewsroomError('request.invalid', { field: 'itemType' })
  const facts: ReleaseFacts = {
    seq: head.seq + 1,
    item: request.item,
    itemType: request.itemType,
    language: request.language,
    version: (last?.version ?? 0) + 1,
    at,
    firstAt: history[0]?.at ?? at,
    by: { id: request.by.id, name: request.by.name },
    prevDigest: head.digest,
  }
  if (request.kind === 'release') {
    if (current !== null) throw new NewsroomError('move.live', { seq: current.seq })
    return seal({ ...facts, kind: 'release', ...approvedText(request) })
  }
  if (current === null) throw new NewsroomError('move.notLive', { item: request.item, language: request.language })
  if (request.kind === 'withdrawal') {
    if (request.reason.trim() === '') throw new NewsroomError('move.reasonMissing')
    return seal({ ...facts, kind: 'withdrawal', of: current.seq, reason: request.reason })
  }
  const text = approvedText(request)
  // The same words may be said again of a newer source: readers are told that they still hold.
  if (text.snapshotDigest === current.snapshotDigest && followsSame(text.follows, current.follows))
    throw new NewsroomError('correct.unchanged')
  if (request.note.text.trim() === '') throw new NewsroomError('correct.noteMissing')
  return seal({ ...facts, kind: 'correction', of: current.seq, note: request.note, ...text })
}

const approvedText = ({
  item,
  itemType,
  language,
  snapshot,
  approvals,
  follows = null,
}: Pick<
  Extract<ReleaseRequest, { readonly snapshot: Snapshot }>,
  'item' | 'itemType' | 'language' | 'snapshot' | 'approvals' | 'follows'
>): Text => {
  if (snapshot.item !== item || snapshot.language !== language || snapshot.itemType !== itemType)
    throw new NewsroomError('request.invalid', { field: 'snapshot' })
  const digest = snapshotDigest(snapshot)
  const first = approvals.find(({ act }) => act === 'approve')
  const second = approvals.find(({ act }) => act === 'secondSign')
  if (first === undefined || approvals.some((approval) => approval.digest !== digest)) throw new NewsroomError('approve.void')
  if (snapshot.sovereignty && second === undefined) throw new NewsroomError('approve.secondMissing')
  if (second?.by === first.by) throw new NewsroomError('approve.secondSame', { by: first.name })
  return { snapshot, snapshotDigest: digest, approvals, follows }
}
