/** The audit: one event for every move and every act of an administrator, chained as releases are. */
import type { Digest, Instant } from '#newsroom'
import { canonical, sha256 } from './canonical'

/** What happened. The texts themselves stay out; `textDigest` says which one it was. */
export type EventFacts = {
  readonly verb: string
  /** A person, or a process under its own name. */
  readonly who: { readonly id: string; readonly name: string }
  /** The thing acted on; `item` and `language` where it is a text. */
  readonly what: { readonly collection: string; readonly id: string; readonly item: string | null; readonly language: string | null }
  readonly from: string | null
  readonly to: string | null
  readonly reason: string | null
  readonly textDigest: Digest | null
  /** Idempotency key of the request. */
  readonly key: string | null
}
export type EventRecord = EventFacts & { readonly n: number; readonly at: Instant; readonly prevDigest: Digest }
export type Event = EventRecord & { readonly digest: Digest }

/** The event that the facts become behind `head` ({ n: 0, digest: GENESIS } in an empty log). */
export const nextEvent = (
  { verb, who, what, from, to, reason, textDigest, key }: EventFacts,
  { head, at }: { readonly head: { readonly n: number; readonly digest: Digest }; readonly at: Instant },
): Event =>
  sealEvent({
    n: head.n + 1,
    at,
    verb,
    who: { id: who.id, name: who.name },
    what: { collection: what.collection, id: what.id, item: what.item, language: what.language },
    from,
    to,
    reason,
    textDigest,
    key,
    prevDigest: head.digest,
  })

export const sealEvent = (record: EventRecord): Event => ({ ...record, digest: sha256(canonical(record)) })

export const eventRecordOf = ({ digest: _, ...record }: Event): EventRecord => record
