/** What the editors arrange: sections and entries, the same for every language. Pure. */
import type { Instant, Language } from '#newsroom'
import type { Slot } from '#publication/edition'

export type PlanEntry = {
  /** ULID; stays when the entry moves. */
  readonly id: string
  readonly slot: Slot
  /** The story whose texts stand here; null = own pieces of the issue (collection `pieces`, by entry and language). */
  readonly story: string | null
  /** Characters per language that the place is meant for; null = no budget. */
  readonly budget: Readonly<Record<Language, number | null>>
  /** Ids of media shown beside those of the text. */
  readonly photos: readonly string[]
  readonly notes: string
  /** Languages whose edition goes without it; another length in another language is said, and acknowledged at approval. */
  readonly leftOut?: readonly Language[]
}
export type PlanSection = {
  readonly id: string
  readonly names: Readonly<Record<Language, string>>
  readonly entries: readonly PlanEntry[]
}
export type Plan = { readonly sections: readonly PlanSection[] }

/** What a language has to reach by when. */
export const DEADLINES = ['collected', 'translated', 'closed', 'approved', 'printed'] as const
export type DeadlineKey = (typeof DEADLINES)[number]
export type Deadlines = Readonly<Record<Language, Readonly<Partial<Record<DeadlineKey, Instant>>>>>
