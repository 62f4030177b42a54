/** What the verbs of an issue's edition and of a programme do alike. */
import type { PayloadRequest } from 'payload'
import type { Instant, ItemId, Language } from '#newsroom'
import type { CompositionRow, CompositionSituation } from '#publication/composition'
import type { Approval } from '#publication/release'
import { recordEvent } from '../stores/events'

/** What an approval of a work says in its release: nobody's word and no waiver, since every text in it has its own. */
export const approvalsOf = ({ approval }: CompositionRow): readonly Approval[] =>
  approval
    ? [
        {
          act: 'approve',
          by: approval.by,
          name: approval.name,
          at: approval.at,
          digest: approval.digest,
          onWordOf: null,
          waivers: [],
        },
      ]
    : []

/** One event for one move; what every door answers of it. */
export const toldMove = async <Verb extends string>(
  req: PayloadRequest,
  work: {
    readonly kind: 'edition' | 'programme'
    readonly what: string
    readonly doc: { readonly item: ItemId; readonly language: Language; readonly row: CompositionRow }
    readonly situation: Pick<CompositionSituation, 'person' | 'now'>
  },
  verb: Verb,
  row: CompositionRow,
  key: string,
  { reason, seq }: { readonly reason: string | null; readonly seq: number | null },
): Promise<{
  readonly verb: Verb
  readonly from: string
  readonly to: string
  readonly seq: number | null
  readonly at: Instant
  readonly event: number
}> => {
  const { kind, what, doc, situation } = work
  const event = await recordEvent(req, {
    verb: `${kind}.${verb}`,
    who: situation.person.id,
    what,
    from: doc.row.state,
    to: row.state,
    reason,
    digest: row.closed?.snapshot ?? null,
    key,
    at: situation.now,
    facts: { item: doc.item, language: doc.language, ...(seq === null ? {} : { seq }) },
  })
  return { verb, from: doc.row.state, to: row.state, seq, at: event.at, event: event.n }
}
