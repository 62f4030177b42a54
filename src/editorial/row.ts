/** What is stored of a language version's way through the desk, and what a verb looks at. */
import type { Digest, Finding, Grade, Instant, ItemId, Language, Person } from '#newsroom'

/** The states that are stored; everything else that is shown is computed (see `shown`). */
export const STATES = ['draft', 'revision', 'review', 'approved'] as const
export type State = (typeof STATES)[number]

type Named = { readonly by: string; readonly name: string; readonly at: Instant }

/** The unversioned row beside an article: only verbs write it. */
export type WorkflowRow = {
  readonly article: string
  readonly story: string
  readonly item: ItemId
  readonly language: Language
  readonly isSource: boolean
  readonly state: State
  readonly author: string | null
  readonly translator: string | null
  readonly submittedBy: string | null
  /** Everybody who wrote in the text while it was a draft, since its last release: none of them passes it as its reviser. */
  readonly writers: readonly string[]
  readonly claim: Named | null
  readonly due: Instant | null
  /** An editor opened the source for translation (its own gate, apart from approval). */
  readonly ready: boolean
  /** The reviser who passed exactly this digest. */
  readonly revised: (Named & { readonly digest: Digest }) | null
  readonly approval:
    (Named & { readonly digest: Digest; readonly onWordOf: { readonly id: string; readonly name: string } | null }) | null
  readonly secondSign: (Named & { readonly digest: Digest }) | null
  readonly schedule: (Named & { readonly until: Instant; readonly embargo: boolean }) | null
  readonly hold: (Named & { readonly reason: string }) | null
  readonly waivers: readonly {
    readonly finding: string
    readonly kind: Finding['kind']
    readonly reason: string
    readonly by: string
    readonly facts: Readonly<Record<string, string>>
  }[]
  /** Warnings that somebody looked at and let stand, with these very values. */
  readonly dismissed: readonly (Named & {
    readonly finding: string
    readonly kind: Finding['kind']
    readonly reason: string
    readonly facts: Readonly<Record<string, string>>
  })[]
  /** Of a source that was handed over: how far each change reached, oldest first; `text` is the digest of its words after the change. */
  readonly grades: readonly (Named & { readonly text: Digest; readonly grade: Grade })[]
  /** The last return: why, and a wording that the author may take over with one press. */
  readonly returned: (Named & { readonly reason: string; readonly suggestion: string | null }) | null
  readonly trashedAt: Instant | null
}

/** What a verb looks at; every value is read inside the transaction of the verb. */
export type Situation = {
  readonly row: WorkflowRow
  readonly person: Person
  readonly now: Instant
  readonly story: {
    readonly desk: string | null
    readonly sharedWith: readonly string[]
    readonly sovereignty: boolean
    readonly embargo: { readonly until: Instant; readonly by: string } | null
  }
  /** Digest of the snapshot that `release()` would build at this moment. */
  readonly digest: Digest
  /** Names of required fields that are empty. */
  readonly missing: readonly string[]
  /** Ids of everybody who changed a character of this text since its last release. */
  readonly contributors: readonly string[]
  /** From the log, of this item and language, oldest first; only what the rules need. */
  readonly history: readonly {
    readonly seq: number
    readonly version: number
    readonly kind: 'release' | 'correction' | 'withdrawal'
    readonly snapshotDigest: Digest | null
  }[]
  /** The source version of a translation. */
  readonly source: {
    readonly state: State
    readonly live: boolean
    readonly ready: boolean
    /** A translation is no way around what stops its source. */
    readonly hold: WorkflowRow['hold']
    readonly embargo: Instant | null
    /** Digests of it and of the texts that it comes from, as they stand: what readers see, else their words. */
    readonly text: Digest
  } | null
  /** What readers see of this text follows the same source as the text does now; true for a source itself. */
  readonly sameSource: boolean
  /** Translations were made from it, so a change of it is graded. */
  readonly handedOver: boolean
  /** Digest of title, summary and body alone. */
  readonly text: Digest
  readonly stale: 'no' | 'minor' | 'major'
  readonly findings: readonly Finding[]
  /** Media whose licence or consent is not in force: `media` is a shown name. */
  readonly rights: readonly { readonly media: string; readonly problem: 'licence' | 'consent' | 'alt' | 'credit' }[]
}

/** What "who may" asks of a text: where it stands and whose it is. A save needs no more, and is made every few seconds. */
export type Standing = Pick<Situation, 'row' | 'person' | 'story'>
