/** The audit: one event for every move and every act of an administrator, chained as releases are. */
import type { Digest, Instant } from '#newsroom'
import { canonical, sha256 } from './canonical'

/** What happened. The texts themselves stay out; `digest` says which one it was. */
export type EventRecord = {
  /** 1, 2, 3 … without a gap. */
  readonly n: number
  readonly at: Instant
  readonly verb: string
  /** Id of a person, or the name of a process. */
  readonly who: string
  /** Id of the thing acted on. */
  readonly what: string
  readonly from: string | null
  readonly to: string | null
  readonly reason: string | null
  readonly digest: Digest | null
  /** Idempotency key of the request. */
  readonly key: string | null
  readonly facts: Readonly<Record<string, unknown>>
  readonly prevDigest: Digest
}

/** Closes a record: the text to store and the digest that the next one repeats. */
export const sealEvent = (record: EventRecord): { readonly record: string; readonly digest: Digest } => {
  const text = canonical(record)
  return { record: text, digest: sha256(text) }
}
