/** The release log as its users see it. The stores are `memoryLog` here and `cms/stores/release-log`. */
import type { Digest, Instant, ItemId, ItemType, Language } from '#newsroom'
import type { Approval, CorrectionNote, Release, Snapshot } from '#publication/release'

export type LogHead = { readonly seq: number; readonly digest: Digest }

/** What a verb asks of the log; seq, version, times, `of` and digests are the log's to give. */
export type ReleaseRequest = {
  readonly item: ItemId
  readonly itemType: ItemType
  readonly language: Language
  readonly by: { readonly id: string; readonly name: string }
} & (
  | { readonly kind: 'release'; readonly snapshot: Snapshot; readonly approvals: readonly Approval[] }
  | { readonly kind: 'correction'; readonly snapshot: Snapshot; readonly approvals: readonly Approval[]; readonly note: CorrectionNote }
  | { readonly kind: 'withdrawal'; readonly reason: string }
)

/** An outlet that we push to, as far as the question "does it want this?" goes. Empty list = everything. */
export type ChannelWish = {
  readonly key: string
  readonly active: boolean
  readonly languages: readonly Language[]
  readonly topics: readonly string[]
  readonly itemTypes: readonly ItemType[]
}

/** One release owed to one channel. */
export type Owed = { readonly seq: number; readonly channel: string; readonly item: ItemId; readonly language: Language; readonly version: number; readonly kind: Release['kind'] }

export type ReleaseLog = {
  readonly head: () => Promise<LogHead>
  /** Releases with a higher `seq`, in order. */
  readonly after: (seq: number, limit: number) => Promise<readonly Release[]>
  readonly of: (item: ItemId, language?: Language) => Promise<readonly Release[]>
  /** All or nothing, in the order given, durable before it resolves. `storyChannels`: keys that the story asks for; null = every channel that wants it. */
  readonly append: (requests: readonly ReleaseRequest[], storyChannels: readonly string[] | null) => Promise<readonly Release[]>
  readonly deliveries: (item: ItemId, language: Language) => Promise<readonly Owed[]>
  readonly now: () => Promise<Instant>
}
