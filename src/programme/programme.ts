/** The life of a programme as one table, read by server, buttons and tests. Pure. */
import { NewsroomError } from '#newsroom'
import type { Digest, Instant, ItemId, Person } from '#newsroom'
import {
  COMPOSITION_ASKS,
  COMPOSITION_EFFECTS,
  COMPOSITION_STATES,
  compositionChanged,
  compositionNeeds,
  filled,
  lifeOf,
  newComposition,
  no,
  shownComposition,
  signed,
} from '#publication/composition'
import type { CompositionMove, CompositionRow, CompositionSituation, Effect, Refusal } from '#publication/composition'
import type { ReleaseKind } from '#publication/release'
import type { ProgrammeOffer, ProgrammeVerb, ProgrammeVerbBody } from './view'

export const PROGRAMME_STATES = COMPOSITION_STATES

/** The unversioned row of a programme: only verbs, and `programmeChanged`, write it. Composers also wrote or shortened a script. */
export type ProgrammeRow = CompositionRow & { readonly programme: string }

/** What a verb looks at; `unready`: see `unreadySteps`. */
export type ProgrammeSituation = CompositionSituation<ProgrammeRow, { readonly step: string | null }>

export type ProgrammeArgs = ProgrammeVerbBody

type Condition = (situation: ProgrammeSituation, args: ProgrammeArgs) => Refusal | null

const WHO = {
  producer: ({ roles }: Person) => roles.includes('producer'),
  /** A chief of any desk, as for an edition: the programme is of the whole newsroom. */
  chief: ({ roles }: Person) => roles.includes('chief'),
} as const

/** Where these fail the button is shown, refused, with the reason. */
const NEEDS = compositionNeeds({
  unready: 'programme.unready',
  ownWork: 'approve.ownWork',
  changed: 'programme.changed',
  unchanged: 'programme.unchanged',
})

/** What the person has to say: the dialog asks for it, so buttons are judged without. */
const ASKS = {
  ...COMPOSITION_ASKS,
  note: (_, { note }) => (filled(note) ? null : no('correct.noteMissing')),
} as const satisfies Readonly<Record<ProgrammeOffer['asks'][number], Condition>>

const ANY = PROGRAMME_STATES

/** A withdrawal lets the approval fall, as it does with a text: what was approved is closed again (see COMPOSITION_EFFECTS). */
// prettier-ignore
export const PROGRAMME_MOVES = [
  { verb: 'close',    from: ['open'],               to: 'closed',   by: ['producer'],          when: [],          needs: ['complete'], asks: [] },
  { verb: 'reopen',   from: ['closed', 'approved'], to: 'open',     by: ['producer', 'chief'], when: [],          needs: [], asks: ['reason'] },
  { verb: 'approve',  from: ['closed'],             to: 'approved', by: ['chief'],             when: [],          needs: ['notOwnWork', 'complete', 'unchanged'], asks: ['looked'] },
  { verb: 'release',  from: ['approved'],           to: 'approved', by: ['chief'],             when: ['notLive'], needs: ['complete', 'unchanged', 'approvalHolds'], asks: [] },
  { verb: 'correct',  from: ['approved'],           to: 'approved', by: ['chief'],             when: ['live'],    needs: ['complete', 'unchanged', 'approvalHolds', 'notAsReleased'], asks: ['note'] },
  { verb: 'withdraw', from: ANY,                    to: 'same',     by: ['chief'],             when: ['live'],    needs: [], asks: ['reason'] },
] as const satisfies readonly CompositionMove<ProgrammeVerb, keyof typeof WHO, keyof typeof NEEDS, keyof typeof ASKS>[]

const EFFECTS: Readonly<Record<ProgrammeVerb, Effect<ProgrammeSituation, ProgrammeArgs>>> = {
  ...COMPOSITION_EFFECTS,
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
  approve: (row, situation) => ({ ...row, approval: { ...signed(situation), digest: row.closed?.snapshot ?? '' } }),
  correct: COMPOSITION_EFFECTS.release,
}

/** `moveProgramme` throws what `judgeProgramme` answers, and `programme.unready` where closing has no snapshot to freeze. */
export const {
  judge: judgeProgramme,
  move: moveProgramme,
  offers: programmeOffers,
} = lifeOf({
  moves: PROGRAMME_MOVES,
  who: WHO,
  needs: NEEDS,
  asks: ASKS,
  effects: EFFECTS,
  again: 'correct',
  notClosed: 'programme.notClosed',
})

export const newProgrammeRow = ({
  programme,
  item,
  language,
}: Pick<ProgrammeRow, 'programme' | 'item' | 'language'>): ProgrammeRow => ({ ...newComposition, programme, item, language })

export const programmeChanged = compositionChanged<ProgrammeRow>
export const shownProgramme = shownComposition

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
