/** The life of a programme as one table, read by server, buttons and tests. Pure. */
import { NewsroomError } from '#newsroom'
import type { Digest, ErrorCode, Instant, ItemId, Language, Person } from '#newsroom'
import type { ReleaseKind } from '#publication/release'
import { PROGRAMME_VERBS } from './view'
import type { ProgrammeOffer, ProgrammeShown, ProgrammeVerb, ProgrammeVerbBody } from './view'

export type Refusal = { readonly code: ErrorCode; readonly facts: Readonly<Record<string, unknown>> }

export const PROGRAMME_STATES = ['open', 'closed', 'approved'] as const
export type ProgrammeState = (typeof PROGRAMME_STATES)[number]

type Mark = { readonly by: string; readonly name: string; readonly at: Instant }

/** The unversioned row of a programme: only verbs, and `programmeChanged`, write it. */
export type ProgrammeRow = {
  readonly programme: string
  readonly item: ItemId
  readonly language: Language
  readonly state: ProgrammeState
  /** Everybody who arranged it, wrote or shortened a script, or closed it, since its last release. */
  readonly composers: readonly string[]
  /** Everybody who composed what is out; they count again when it is withdrawn. */
  readonly composersOfLive?: readonly string[]
  /** `contents`: order, scripts, texts, films and posters as frozen; `snapshot`: what would be released, files included. */
  readonly closed: (Mark & { readonly contents: Digest; readonly snapshot: Digest }) | null
  /** `digest` = the snapshot that was approved. */
  readonly approval: (Mark & { readonly digest: Digest }) | null
  readonly reopened: (Mark & { readonly reason: string }) | null
}

export type ProgrammeHistory = readonly {
  readonly seq: number
  readonly version: number
  readonly kind: ReleaseKind
  /** Null of a withdrawal. */
  readonly snapshotDigest: Digest | null
}[]

/** What a verb looks at. */
export type ProgrammeSituation = {
  readonly row: ProgrammeRow
  readonly person: Person
  readonly now: Instant
  /** Releases of this item, oldest first. */
  readonly history: ProgrammeHistory
  /** Contents as they would be frozen now; null = some step is not ready. */
  readonly present: Digest | null
  /** See `unreadySteps`. */
  readonly unready: readonly { readonly step: string | null; readonly title: string }[]
  /** Of what was made of `present`, files included; only `close` writes it down. Null: nothing was made. */
  readonly snapshot: Digest | null
}

export type ProgrammeArgs = ProgrammeVerbBody

type ProgrammeMove = {
  readonly verb: ProgrammeVerb
  readonly from: readonly ProgrammeState[]
  readonly to: ProgrammeState | 'same'
  /** Any of these. */
  readonly by: readonly (keyof typeof WHO)[]
  /** Otherwise the verb makes no sense here. */
  readonly when: readonly (keyof typeof WHEN)[]
  /** Otherwise the verb is refused. */
  readonly needs: readonly (keyof typeof NEEDS)[]
  /** What the person has to say with it. */
  readonly asks: readonly (keyof typeof ASKS)[]
}

const WHO = {
  producer: ({ roles }: Person) => roles.includes('producer'),
  /** A chief of any desk, as for an edition: the programme is of the whole newsroom. */
  chief: ({ roles }: Person) => roles.includes('chief'),
} as const

type Condition = (situation: ProgrammeSituation, args: ProgrammeArgs) => Refusal | null

/** Where these fail the verb makes no sense at the moment, and no button is shown. */
const WHEN = {
  live: ({ history }) => (isOut(history) ? null : no('move.notLive')),
  notLive: ({ history }) => (isOut(history) ? no('move.live') : null),
} as const satisfies Readonly<Record<string, Condition>>

/** Where these fail the button is shown, refused, with the reason. */
const NEEDS = {
  complete: ({ unready, present }) =>
    unready.length === 0 && present !== null
      ? null
      : no('programme.unready', { count: unready.length, titles: unready.map(({ title }) => title) }),
  notOwnWork: ({ row, person }) => (composed(row, person.id) ? no('approve.ownWork') : null),
  unchanged: ({ row, present }) => (stands(row, present) ? null : no('programme.changed')),
  /** The approval is there, of exactly these contents and files, and of somebody who composed none of it. */
  approvalHolds: ({ row }) => {
    if (row.approval === null || row.approval.digest !== row.closed?.snapshot) return no('approve.void')
    return composed(row, row.approval.by) ? no('approve.ownWork', { by: row.approval.name }) : null
  },
  notAsReleased: ({ row, history }) => (row.approval?.digest === liveDigest(history) ? no('programme.unchanged') : null),
} as const satisfies Readonly<Record<string, Condition>>

/** What the person has to say: the dialog asks for it, so buttons are judged without. */
const ASKS = {
  reason: (_, { reason }) => (filled(reason) ? null : no('move.reasonMissing')),
  note: (_, { note }) => (filled(note) ? null : no('correct.noteMissing')),
} as const satisfies Readonly<Record<ProgrammeOffer['asks'][number], Condition>>

const ANY = PROGRAMME_STATES

/** A withdrawal lets the approval fall, as it does with a text: what was approved is closed again (see `withdraw` in EFFECTS). */
// prettier-ignore
export const PROGRAMME_MOVES = [
  { verb: 'close',    from: ['open'],               to: 'closed',   by: ['producer'],          when: [],          needs: ['complete'], asks: [] },
  { verb: 'reopen',   from: ['closed', 'approved'], to: 'open',     by: ['producer', 'chief'], when: [],          needs: [], asks: ['reason'] },
  { verb: 'approve',  from: ['closed'],             to: 'approved', by: ['chief'],             when: [],          needs: ['notOwnWork', 'complete', 'unchanged'], asks: [] },
  { verb: 'release',  from: ['approved'],           to: 'approved', by: ['chief'],             when: ['notLive'], needs: ['complete', 'unchanged', 'approvalHolds'], asks: [] },
  { verb: 'correct',  from: ['approved'],           to: 'approved', by: ['chief'],             when: ['live'],    needs: ['complete', 'unchanged', 'approvalHolds', 'notAsReleased'], asks: ['note'] },
  { verb: 'withdraw', from: ANY,                    to: 'same',     by: ['chief'],             when: ['live'],    needs: [], asks: ['reason'] },
] as const satisfies readonly ProgrammeMove[]

type Effect = (row: ProgrammeRow, situation: ProgrammeSituation, args: ProgrammeArgs) => ProgrammeRow

/** What a move writes, the new state being set already. */
const EFFECTS: Readonly<Record<ProgrammeVerb, Effect>> = {
  close: (row, situation) => {
    const { present, snapshot, person } = situation
    if (present === null || snapshot === null) throw new NewsroomError('programme.unready', { count: 0, titles: [] })
    return {
      ...programmeChanged(row, person.id),
      closed: { ...signed(situation), contents: present, snapshot },
      approval: null,
      reopened: null,
    }
  },
  reopen: (row, situation, { reason = '' }) => ({
    ...row,
    closed: null,
    approval: null,
    reopened: { ...signed(situation), reason },
  }),
  approve: (row, situation) => ({ ...row, approval: { ...signed(situation), digest: row.closed?.snapshot ?? '' } }),
  release: (row) => ({ ...row, composers: [], composersOfLive: everyComposer(row) }),
  correct: (row) => ({ ...row, composers: [], composersOfLive: everyComposer(row) }),
  // Nothing of it is out any more: everybody's work since the beginning counts again.
  withdraw: (row) => ({
    ...row,
    state: row.state === 'approved' ? 'closed' : row.state,
    approval: null,
    composers: everyComposer(row),
  }),
}

/** The first refusal, or null when the move may be made. */
export const judgeProgramme = (verb: ProgrammeVerb, situation: ProgrammeSituation, args: ProgrammeArgs = {}): Refusal | null =>
  senseless(verb, situation) ??
  refused(verb, situation) ??
  first(
    verb,
    moveOf(verb).asks.map((name) => ASKS[name](situation, args)),
  )

/** The row after the move; throws what `judgeProgramme` answers, and `programme.unready` where closing has no snapshot to freeze. */
export const moveProgramme = (verb: ProgrammeVerb, situation: ProgrammeSituation, args: ProgrammeArgs = {}): ProgrammeRow => {
  const refusal = judgeProgramme(verb, situation, args)
  if (refusal !== null) throw new NewsroomError(refusal.code, refusal.facts)
  const { to } = moveOf(verb)
  const { row } = situation
  return EFFECTS[verb]({ ...row, state: to === 'same' ? row.state : to }, situation, args)
}

/** `ProgrammeOffer` with the refusal as a code: the rim speaks. */
export type Offer = Omit<ProgrammeOffer, 'refusal'> & { readonly refusal: Refusal | null }

/** The buttons of this person at this programme; other people's are left out, except the one that the programme waits for. */
export const programmeOffers = (situation: ProgrammeSituation): readonly Offer[] => {
  const next = nextOf(situation)
  return PROGRAMME_VERBS.filter((verb) => senseless(verb, situation) === null)
    .map((verb) => ({ verb, refusal: refused(verb, situation), asks: moveOf(verb).asks }))
    .filter(({ verb, refusal }) => refusal?.code !== 'move.notYours' || verb === next)
    .map((offer) => ({ ...offer, primary: offer.verb === next && offer.refusal === null }))
}

export const newProgrammeRow = (facts: Pick<ProgrammeRow, 'programme' | 'item' | 'language'>): ProgrammeRow => ({
  programme: facts.programme,
  item: facts.item,
  language: facts.language,
  state: 'open',
  composers: [],
  closed: null,
  approval: null,
  reopened: null,
})

/**
 * Somebody arranged the programme or wrote in it. A closed or approved programme keeps its state: what it froze differs from the
 * present, which refuses every step and is shown as `void`.
 */
export const programmeChanged = (row: ProgrammeRow, person: string): ProgrammeRow =>
  row.composers.includes(person) ? row : { ...row, composers: [...row.composers, person] }

/** What people see; the row, the log and the contents as they would be frozen now. */
export const shownProgramme = (row: ProgrammeRow, history: ProgrammeHistory, present: Digest | null): ProgrammeShown => {
  if (isOut(history))
    return standsApproved(row, present) && row.approval?.digest === liveDigest(history) ? 'released' : 'releasedNewer'
  if (history.length > 0 && row.state !== 'approved') return 'withdrawn'
  if (row.state === 'open') return 'open'
  return (row.state === 'approved' ? standsApproved(row, present) : stands(row, present)) ? row.state : 'void'
}

/** A step as it was told last: when the programme was closed, or when the text was taken in. */
export type ToldStep = {
  readonly id: string
  readonly title: string
  readonly text: { readonly item: ItemId; readonly digest: Digest } | null
}
/** The last release of a text in the programme's language. */
export type TextNow = { readonly kind: ReleaseKind; readonly digest: Digest | null; readonly at: Instant }
export type UrgentChange = {
  readonly step: string
  readonly title: string
  readonly kind: 'corrected' | 'withdrawn'
  readonly at: Instant
}

/** Of what a producer is told at once: a text in the programme reads otherwise, or was taken down, and it is not on air yet. */
export const urgentChanges = (
  steps: readonly ToldStep[],
  { lastOf, airAt, now }: { readonly lastOf: ReadonlyMap<ItemId, TextNow>; readonly airAt: Instant; readonly now: Instant },
): readonly UrgentChange[] =>
  now >= airAt
    ? []
    : steps.flatMap(({ id, title, text }): readonly UrgentChange[] => {
        const last = text === null ? undefined : lastOf.get(text.item)
        if (last === undefined || last.digest === text?.digest) return []
        return [{ step: id, title, kind: last.kind === 'withdrawal' ? 'withdrawn' : 'corrected', at: last.at }]
      })

const moveOf = (verb: ProgrammeVerb): ProgrammeMove => PROGRAMME_MOVES.find((row) => row.verb === verb) as ProgrammeMove

const senseless = (verb: ProgrammeVerb, situation: ProgrammeSituation): Refusal | null => {
  const { state } = situation.row
  const { from, when } = moveOf(verb)
  const unmet = first(
    verb,
    when.map((name) => WHEN[name](situation)),
  )
  if (from.includes(state)) return unmet
  return no(state === 'open' && unmet === null && verb !== 'reopen' ? 'programme.notClosed' : 'move.notAllowed', { verb, state })
}

const refused = (verb: ProgrammeVerb, situation: ProgrammeSituation): Refusal | null => {
  const { by, needs } = moveOf(verb)
  if (!by.some((name) => WHO[name](situation.person))) return no('move.notYours', { verb })
  return first(
    verb,
    needs.map((name) => NEEDS[name](situation)),
  )
}

const first = (verb: ProgrammeVerb, answers: readonly (Refusal | null)[]): Refusal | null => {
  const refusal = answers.find((answer) => answer !== null)
  return refusal == null ? null : { code: refusal.code, facts: { verb, ...refusal.facts } }
}

/** What the programme waits for. What changed since it was closed has to be opened before anything else. */
const nextOf = ({ row, history, present }: ProgrammeSituation): ProgrammeVerb => {
  if (row.state === 'open') return 'close'
  if (!stands(row, present)) return 'reopen'
  if (row.state === 'closed') return 'approve'
  return isOut(history) ? 'correct' : 'release'
}

/** What was frozen is what would be frozen now. */
const stands = (row: ProgrammeRow, present: Digest | null): boolean => row.closed !== null && row.closed.contents === present

const standsApproved = (row: ProgrammeRow, present: Digest | null): boolean =>
  stands(row, present) && row.approval !== null && row.approval.digest === row.closed?.snapshot

/** Whoever closed it answers for it too, also after a release has emptied the list. */
const composed = (row: ProgrammeRow, person: string): boolean => row.composers.includes(person) || row.closed?.by === person

/** The broadcaster has this programme. */
const isOut = (history: ProgrammeHistory): boolean => history.length > 0 && history.at(-1)?.kind !== 'withdrawal'

const liveDigest = (history: ProgrammeHistory): Digest | null =>
  isOut(history) ? (history.at(-1)?.snapshotDigest ?? null) : null

const signed = ({ person, now }: ProgrammeSituation): Mark => ({ by: person.id, name: person.name, at: now })

const everyComposer = ({
  composers,
  composersOfLive = [],
}: {
  readonly composers: readonly string[]
  readonly composersOfLive?: readonly string[]
}) => [...new Set([...composersOfLive, ...composers])]

const filled = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''

const no = (code: ErrorCode, facts: Refusal['facts'] = {}): Refusal => ({ code, facts })
