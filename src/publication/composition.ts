/**
 * What an edition and a programme share: texts are composed into one work, which is closed, approved by somebody who composed
 * none of it, and released. Pure.
 */
import { NewsroomError } from '#newsroom'
import type { Digest, ErrorCode, Instant, ItemId, Language, Person } from '#newsroom'
import type { ReleaseKind } from './release'

export type Refusal = { readonly code: ErrorCode; readonly facts: Readonly<Record<string, unknown>> }

export const COMPOSITION_STATES = ['open', 'closed', 'approved'] as const
export type CompositionState = (typeof COMPOSITION_STATES)[number]

/** What people see: the states, and what follows from the log and from the contents as they would be frozen now. */
export type CompositionShown = CompositionState | 'void' | 'released' | 'releasedNewer' | 'withdrawn'

type Mark = { readonly by: string; readonly name: string; readonly at: Instant }

/** The unversioned row of a work. `Closing` and `Approving`: what else is written down with each. */
export type CompositionRow<Closing = unknown, Approving = unknown> = {
  readonly item: ItemId
  readonly language: Language
  readonly state: CompositionState
  /** Everybody who arranged it, wrote in it, or closed it, since its last release. */
  readonly composers: readonly string[]
  /** Everybody who composed what is out; they count again when it is withdrawn. */
  readonly composersOfLive?: readonly string[]
  /** `contents`: what was composed, as frozen; `snapshot`: what would be released, files included. */
  readonly closed: (Mark & { readonly contents: Digest; readonly snapshot: Digest } & Closing) | null
  /** `digest` = the snapshot that was approved. */
  readonly approval: (Mark & { readonly digest: Digest } & Approving) | null
  readonly reopened: (Mark & { readonly reason: string }) | null
}

/** Releases of the work, oldest first. */
export type CompositionHistory = readonly {
  readonly seq: number
  readonly version: number
  readonly kind: ReleaseKind
  /** Null of a withdrawal. */
  readonly snapshotDigest: Digest | null
}[]

/** What a verb looks at. `Part`: how the work names what it is composed of. */
export type CompositionSituation<Row extends CompositionRow = CompositionRow, Part = unknown> = {
  readonly row: Row
  readonly person: Person
  readonly now: Instant
  readonly history: CompositionHistory
  /** Contents as they would be frozen now; null = something in it is not ready. */
  readonly present: Digest | null
  readonly unready: readonly ({ readonly title: string } & Part)[]
  /** Of what was made of `present`, files included; only `close` writes it down. Null: nothing was made. */
  readonly snapshot: Digest | null
}

export type CompositionMove<Verb, Who, Need, Ask> = {
  readonly verb: Verb
  readonly from: readonly CompositionState[]
  readonly to: CompositionState | 'same'
  /** Any of these. */
  readonly by: readonly Who[]
  /** Otherwise the verb makes no sense here. */
  readonly when: readonly (keyof typeof WHEN)[]
  /** Otherwise the verb is refused. */
  readonly needs: readonly Need[]
  /** What the person has to say with it. */
  readonly asks: readonly Ask[]
}

type Condition<Situation, Args> = (situation: Situation, args: Args) => Refusal | null

/** What a move writes, the new state being set already. */
export type Effect<Situation extends CompositionSituation, Args> = (
  row: Situation['row'],
  situation: Situation,
  args: Args,
) => Situation['row']

/** A button, with the refusal as a code: the rim speaks. */
type Offer<Verb, Ask> = {
  readonly verb: Verb
  readonly refusal: Refusal | null
  readonly primary: boolean
  readonly asks: readonly Ask[]
}

/** Where these fail the verb makes no sense at the moment, and no button is shown. */
const WHEN = {
  live: ({ history }) => (isOut(history) ? null : no('move.notLive')),
  notLive: ({ history }) => (isOut(history) ? no('move.live') : null),
} as const satisfies Readonly<Record<string, (situation: CompositionSituation) => Refusal | null>>

type Need<Situation> = (situation: Situation) => Refusal | null

/** Where these fail the button is shown, refused, with the reason: that of the work, by its code. */
export const compositionNeeds = (codes: {
  readonly unready: ErrorCode
  readonly ownWork: ErrorCode
  readonly changed: ErrorCode
  readonly unchanged: ErrorCode
}) =>
  ({
    complete: ({ unready, present }) =>
      unready.length === 0 && present !== null
        ? null
        : no(codes.unready, { count: unready.length, titles: unready.map(({ title }) => title) }),
    notOwnWork: ({ row, person }) => (composed(row, person.id) ? no(codes.ownWork) : null),
    unchanged: ({ row, present }) => (stands(row, present) ? null : no(codes.changed)),
    /** The approval is there, of exactly these contents and files, and of somebody who composed none of it. */
    approvalHolds: ({ row }) => {
      if (row.approval === null || row.approval.digest !== row.closed?.snapshot) return no('approve.void')
      return composed(row, row.approval.by) ? no(codes.ownWork, { by: row.approval.name }) : null
    },
    notAsReleased: ({ row, history }) => (row.approval?.digest === liveDigest(history) ? no(codes.unchanged) : null),
  }) as const satisfies Readonly<Record<string, Need<CompositionSituation>>>

/** What is asked of every work. */
export const COMPOSITION_ASKS = {
  reason: (_: CompositionSituation, { reason }: { readonly reason?: string }) =>
    filled(reason) ? null : no('move.reasonMissing'),
  /** Nobody signs what they did not see: what was closed anew since then is looked at anew. */
  looked: ({ row }: CompositionSituation, { digest }: { readonly digest?: Digest }) =>
    digest === undefined ? no('approve.notLooked') : digest === row.closed?.snapshot ? null : no('approve.changed'),
} as const

/** Effects that are the same of every work. */
export const COMPOSITION_EFFECTS = {
  reopen: <Row extends CompositionRow>(row: Row, situation: CompositionSituation, { reason = '' }: { reason?: string }): Row => ({
    ...row,
    closed: null,
    approval: null,
    reopened: { ...signed(situation), reason },
  }),
  release: <Row extends CompositionRow>(row: Row): Row => ({ ...row, composers: [], composersOfLive: everyComposer(row) }),
  /** The approval falls, as it does with a text; of it nothing is out any more, so everybody's work since the beginning counts again. */
  withdraw: <Row extends CompositionRow>(row: Row): Row => ({
    ...row,
    state: row.state === 'approved' ? 'closed' : row.state,
    approval: null,
    composers: everyComposer(row),
  }),
} as const

/** What every work can have done to it. */
type Common = 'close' | 'reopen' | 'approve' | 'release' | 'withdraw'

/** Judge, move and offers of one kind of work, from its table; `again` is the verb that releases one that is out anew. */
export const lifeOf = <
  Again extends string,
  Who extends string,
  Needed extends string,
  Ask extends string,
  Situation extends CompositionSituation,
  Args extends object,
>({
  moves,
  who,
  needs,
  asks,
  effects,
  again,
  notClosed,
}: {
  /** In the order of the buttons. */
  readonly moves: readonly CompositionMove<Common | Again, Who, Needed, Ask>[]
  readonly who: Readonly<Record<Who, (person: Person) => boolean>>
  readonly needs: Readonly<Record<Needed, Need<Situation>>>
  /** The dialog asks for it, so buttons are judged without. */
  readonly asks: Readonly<Record<Ask, Condition<Situation, Args>>>
  readonly effects: Readonly<Record<Common | Again, Effect<Situation, Args>>>
  readonly again: Again
  /** Of a verb that waits for the work to be closed. */
  readonly notClosed: ErrorCode
}) => {
  type Verb = Common | Again
  const UNSAID = {} as Args
  const moveOf = (verb: Verb) => moves.find((row) => row.verb === verb) as (typeof moves)[number]

  const senseless = (verb: Verb, situation: Situation): Refusal | null => {
    const { state } = situation.row
    const { from, when } = moveOf(verb)
    const unmet = first(
      verb,
      when.map((name) => WHEN[name](situation)),
    )
    if (from.includes(state)) return unmet
    return no(state === 'open' && unmet === null && verb !== 'reopen' ? notClosed : 'move.notAllowed', { verb, state })
  }

  const refused = (verb: Verb, situation: Situation): Refusal | null => {
    const { by, needs: needed } = moveOf(verb)
    if (!by.some((name) => who[name](situation.person))) return no('move.notYours', { verb })
    return first(
      verb,
      needed.map((name) => needs[name](situation)),
    )
  }

  /** The first refusal, or null when the move may be made. */
  const judge = (verb: Verb, situation: Situation, args: Args = UNSAID): Refusal | null =>
    senseless(verb, situation) ??
    refused(verb, situation) ??
    first(
      verb,
      moveOf(verb).asks.map((name) => asks[name](situation, args)),
    )

  /** The row after the move; throws what `judge` answers, and what the effect of `close` does where there is nothing to freeze. */
  const move = (verb: Verb, situation: Situation, args: Args = UNSAID): Situation['row'] => {
    const refusal = judge(verb, situation, args)
    if (refusal !== null) throw new NewsroomError(refusal.code, refusal.facts)
    const { to } = moveOf(verb)
    const { row } = situation
    return effects[verb]({ ...row, state: to === 'same' ? row.state : to }, situation, args)
  }

  /** What the work waits for. What changed since it was closed has to be opened before anything else. */
  const nextOf = ({ row, history, present }: Situation): Verb => {
    if (row.state === 'open') return 'close'
    if (!stands(row, present)) return 'reopen'
    if (row.state === 'closed') return 'approve'
    return isOut(history) ? again : 'release'
  }

  /** The buttons of this person; other people's are left out, except the one that the work waits for. */
  const offers = (situation: Situation): readonly Offer<Verb, Ask>[] => {
    const next = nextOf(situation)
    return moves
      .filter(({ verb }) => senseless(verb, situation) === null)
      .map((row) => ({
        verb: row.verb,
        refusal: refused(row.verb, situation),
        asks: row.asks.filter((name) => asks[name](situation, UNSAID) !== null),
      }))
      .filter(({ verb, refusal }) => refusal?.code !== 'move.notYours' || verb === next)
      .map((offer) => ({ ...offer, primary: offer.verb === next && offer.refusal === null }))
  }

  return { judge, move, offers }
}

/** What a row begins with. */
export const newComposition = {
  state: 'open',
  composers: [],
  closed: null,
  approval: null,
  reopened: null,
} as const satisfies Partial<CompositionRow>

/**
 * Somebody arranged the work or wrote in it. A closed or approved one keeps its state: what it froze differs from the present,
 * which refuses every step and is shown as `void`.
 */
export const compositionChanged = <Row extends CompositionRow>(row: Row, person: string): Row =>
  row.composers.includes(person) ? row : { ...row, composers: [...row.composers, person] }

/** What people see; the row, the log and the contents as they would be frozen now. */
export const shownComposition = (row: CompositionRow, history: CompositionHistory, present: Digest | null): CompositionShown => {
  if (isOut(history))
    return standsApproved(row, present) && row.approval?.digest === liveDigest(history) ? 'released' : 'releasedNewer'
  if (history.length > 0 && row.state !== 'approved') return 'withdrawn'
  if (row.state === 'open') return 'open'
  return (row.state === 'approved' ? standsApproved(row, present) : stands(row, present)) ? row.state : 'void'
}

/** Who does something now, as it is written down. */
export const signed = ({ person, now }: Pick<CompositionSituation, 'person' | 'now'>): Mark => ({
  by: person.id,
  name: person.name,
  at: now,
})

/** Readers, or the broadcaster, have it. */
export const isOut = (history: CompositionHistory): boolean => history.length > 0 && history.at(-1)?.kind !== 'withdrawal'

export const filled = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''

export const no = (code: ErrorCode, facts: Refusal['facts'] = {}): Refusal => ({ code, facts })

/** The first of them, which says of what verb it is. */
const first = (verb: string, answers: readonly (Refusal | null)[]): Refusal | null => {
  const refusal = answers.find((answer) => answer !== null)
  return refusal == null ? null : { code: refusal.code, facts: { verb, ...refusal.facts } }
}

/** What was frozen is what would be frozen now. */
const stands = (row: CompositionRow, present: Digest | null): boolean => row.closed !== null && row.closed.contents === present

const standsApproved = (row: CompositionRow, present: Digest | null): boolean =>
  stands(row, present) && row.approval !== null && row.approval.digest === row.closed?.snapshot

/** Whoever closed it answers for it too, also after a release has emptied the list. */
const composed = (row: CompositionRow, person: string): boolean => row.composers.includes(person) || row.closed?.by === person

const liveDigest = (history: CompositionHistory): Digest | null =>
  isOut(history) ? (history.at(-1)?.snapshotDigest ?? null) : null

const everyComposer = ({ composers, composersOfLive = [] }: CompositionRow): readonly string[] => [
  ...new Set([...composersOfLive, ...composers]),
]

/** The fewest that have to be moved so that the others stand in the old order: all but a longest increasing subsequence. */
export const movedOf = (old: readonly string[], now: readonly string[]): readonly string[] => {
  const before = new Map(old.map((id, index) => [id, index]))
  const longest: (readonly string[])[] = []
  const at = (id: string) => before.get(id) ?? -1
  now.forEach((id, index) => {
    const best = now
      .slice(0, index)
      .flatMap((other, earlier) => (at(other) < at(id) ? [longest[earlier] ?? []] : []))
      .reduce((most, run) => (run.length > most.length ? run : most), [] as readonly string[])
    longest.push([...best, id])
  })
  const stayed = new Set(longest.reduce((most, run) => (run.length > most.length ? run : most), []))
  return now.filter((id) => !stayed.has(id))
}
