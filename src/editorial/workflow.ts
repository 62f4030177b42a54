/** The moves of a language version as one table, read by server, buttons and tests. Pure. */
import { NewsroomError } from '#newsroom'
import type { Instant, ItemId, Language, Person } from '#newsroom'
import { ASKS, isLive, NEEDS, SAVERS, WHEN } from './conditions'
import type { Args, AskName, NeedName, Refusal, WhenName } from './conditions'
import { EFFECTS } from './effects'
import type { Effect } from './effects'
import type { Situation, Standing, State, WorkflowRow } from './row'
import { holds, WHO, worksFor } from './who'
import type { WhoName } from './who'

export { allFindings, answers, isLive } from './conditions'
export type { Args, Refusal } from './conditions'
export { STATES } from './row'
export type { Situation, Standing, State, WorkflowRow } from './row'
export { editVoids, wroteIn } from './effects'

export type Move = {
  readonly verb: string
  readonly from: readonly State[]
  readonly to: State | 'same' | { readonly source: State; readonly translation: State }
  /** Any of these. */
  readonly by: readonly WhoName[]
  /** Otherwise the verb makes no sense here. */
  readonly when: readonly WhenName[]
  /** Otherwise the verb is refused. */
  readonly needs: readonly NeedName[]
  /** What the person has to say with it. */
  readonly asks: readonly AskName[]
}

const ANY = ['draft', 'revision', 'review', 'approved'] as const
const UNAPPROVED = ['draft', 'revision', 'review'] as const

/**
 * `create` and `translate` make a row, so no row lets them through: see `mayCreate`, `mayTranslate`.
 * `same` means the state stays; an approved text whose approval falls goes to review (see `editVoids`).
 */
// prettier-ignore
export const MOVES = [
  { verb: 'create',     from: [],                     to: 'draft',    by: ['author', 'deskEditor'], when: [], needs: [], asks: [] },
  { verb: 'translate',  from: [],                     to: 'draft',    by: ['anyTranslator', 'deskEditor'], when: [], needs: [], asks: [] },
  { verb: 'save',       from: UNAPPROVED,             to: 'same',     by: ['claimant', 'author', 'translator', 'reviser', 'deskEditor'], when: [], needs: [], asks: [] },
  { verb: 'claim',      from: UNAPPROVED,             to: 'same',     by: ['author', 'translator', 'anyTranslator', 'reviser', 'deskEditor'], when: ['notClaimedByMe'], needs: ['free'], asks: [] },
  { verb: 'giveUp',     from: UNAPPROVED,             to: 'same',     by: ['claimant'], when: ['isClaimed'], needs: [], asks: [] },
  { verb: 'assign',     from: UNAPPROVED,             to: 'same',     by: ['deskEditor'], when: [], needs: [], asks: ['assignee'] },
  { verb: 'submit',     from: ['draft'],              to: { source: 'review', translation: 'revision' }, by: ['author', 'translator', 'deskEditor'], when: [], needs: ['complete'], asks: ['noSecrets'] },
  { verb: 'revised',    from: ['revision'],           to: 'review',   by: ['otherReviser'], when: ['isTranslation'], needs: ['complete'], asks: ['looked'] },
  { verb: 'return',     from: ['revision', 'review', 'approved'], to: 'draft', by: ['reviser', 'deskEditor', 'deskChief'], when: [], needs: [], asks: ['reason'] },
  { verb: 'takeBack',   from: ['revision', 'review'], to: 'draft',    by: ['submitter'], when: [], needs: ['nobodyClaimed'], asks: [] },
  { verb: 'approve',    from: ['review'],             to: 'approved', by: ['approver'], when: [], needs: ['notHeld', 'notOwnWork', 'language', 'complete', 'findings', 'rights'], asks: ['looked', 'waivers', 'noteIfStale'] },
  { verb: 'secondSign', from: ['approved'],           to: 'approved', by: ['secondSigner'], when: ['isSovereignty', 'notSecondSigned'], needs: ['approvalHolds', 'notApprover', 'notOwnWork'], asks: ['looked'] },
  { verb: 'schedule',   from: ['approved'],           to: 'approved', by: ['approver'], when: ['notLive'], needs: ['notHeld', 'approvalHolds'], asks: ['time'] },
  { verb: 'unschedule', from: ['approved'],           to: 'approved', by: ['approver'], when: ['isScheduled'], needs: ['embargoMine'], asks: ['reasonIfEmbargo'] },
  { verb: 'release',    from: ['approved'],           to: 'approved', by: ['approver'], when: ['notLive'], needs: ['notHeld', 'approvalHolds', 'secondSignHolds', 'timeReached', 'complete', 'stillClean', 'rights'], asks: [] },
  { verb: 'correct',    from: ['approved'],           to: 'approved', by: ['approver'], when: ['live'], needs: ['textChanged', 'notHeld', 'approvalHolds', 'secondSignHolds', 'timeReached', 'complete', 'stillClean', 'rights'], asks: ['note', 'gradeIfHandedOver'] },
  { verb: 'reopen',     from: ['approved'],           to: 'draft',    by: ['deskEditor', 'deskChief'], when: [], needs: [], asks: [] },
  { verb: 'withdraw',   from: ANY,                    to: 'same',     by: ['anyChief'], when: ['live'], needs: [], asks: ['reason'] },
  { verb: 'hold',       from: ANY,                    to: 'same',     by: ['deskChief', 'secondSigner'], when: ['notLive', 'isNotHeld'], needs: [], asks: ['reason'] },
  { verb: 'unhold',     from: ANY,                    to: 'same',     by: ['deskChief', 'secondSigner'], when: ['isHeld'], needs: [], asks: ['reason'] },
  { verb: 'trash',      from: ANY,                    to: 'same',     by: ['author', 'translator', 'deskEditor'], when: ['neverReleased'], needs: [], asks: [] },
  { verb: 'restore',    from: ANY,                    to: 'same',     by: ['author', 'translator', 'deskEditor'], when: ['trashed'], needs: [], asks: [] },
  { verb: 'dismiss',    from: UNAPPROVED,             to: 'same',     by: ['claimant', 'author', 'translator', 'reviser', 'deskEditor', 'approver'], when: [], needs: [], asks: ['dismissal'] },
  { verb: 'grade',      from: ANY,                    to: 'same',     by: ['deskEditor', 'deskChief'], when: ['isHandedOver', 'notLive', 'notGraded'], needs: [], asks: ['grade'] },
  { verb: 'ready',      from: ANY,                    to: 'same',     by: ['deskEditor'], when: [], needs: [], asks: ['open'] },
] as const satisfies readonly Move[]

export type Verb = (typeof MOVES)[number]['verb']
export const VERBS: readonly Verb[] = MOVES.map(({ verb }) => verb)

/** Verbs that put somebody's name to what was looked at: each names its digest. */
export const SIGNS: readonly Verb[] = MOVES.flatMap(({ verb, asks }) =>
  (asks as readonly AskName[]).includes('looked') ? verb : [],
)

/** The first refusal, or null when the move may be made. */
export const judge = (verb: Verb, situation: Situation, args: Args = {}): Refusal | null =>
  senseless(verb, situation) ?? refused(verb, situation, args) ?? unsaid(verb, situation, args)

/** The row after the move; throws what `judge` answers. Dates, names and digests are those of the situation. */
export const move = (verb: Verb, situation: Situation, args: Args = {}): WorkflowRow => {
  const refusal = judge(verb, situation, args)
  if (refusal !== null) throw new NewsroomError(refusal.code, refusal.facts)
  const { to } = moveOf(verb)
  const { row } = situation
  const state = to === 'same' ? row.state : typeof to === 'string' ? to : row.isSource ? to.source : to.translation
  return effectOf[verb]({ ...row, state }, situation, args)
}

/** A button: what the dialog has to ask, why it is refused, and whether it is the one next step. */
export type Offer = {
  readonly verb: Verb
  readonly refusal: Refusal | null
  readonly primary: boolean
  readonly asks: readonly AskName[]
}

/**
 * The buttons of this person at this text. Verbs that make no sense here are left out, and so are other people's,
 * except the one that the text waits for: everybody may read whom it waits for.
 */
export const offers = (situation: Situation): readonly Offer[] => {
  const next = nextOf(situation)
  return VERBS.filter((verb) => !NOT_A_BUTTON.includes(verb) && senseless(verb, situation) === null)
    .map((verb) => ({ verb, refusal: refused(verb, situation, {}), primary: false, asks: moveOf(verb).asks }))
    .filter(({ verb, refusal }) => refusal?.code !== 'move.notYours' || verb === next)
    .map((offer) => ({ ...offer, primary: offer.verb === next && offer.refusal === null }))
}

/**
 * May this person change the text now? (That nobody saved in between is for the store to say: `save.conflict`.)
 * The row of `save` has no conditions beside where the text stands and whose it is; a test holds it to that.
 */
export const maySave = (standing: Standing): Refusal | null => misplaced('save', standing.row) ?? notTheirs('save', standing)

/** May this person let a warning stand here, once they say which and why? */
export const mayDismiss = (situation: Situation): boolean =>
  senseless('dismiss', situation) === null && refused('dismiss', situation, {}) === null

/** A reporter or editor begins a story of their own desk. */
export const mayCreate = (
  person: Person,
  story: { readonly desk: string | null; readonly sharedWith?: readonly string[] },
): Refusal | null =>
  (person.roles.includes('reporter') || person.roles.includes('editor')) &&
  worksFor(person, { desk: story.desk, sharedWith: story.sharedWith ?? [] })
    ? null
    : { code: 'move.notYours', facts: { verb: 'create' } }

/** A translator of the language, or an editor of the story's desk, begins a translation of a source that stands. */
export const mayTranslate = (
  person: Person,
  language: Language,
  source: { readonly state: State; readonly live: boolean; readonly ready: boolean },
  story: { readonly desk: string | null; readonly sharedWith: readonly string[] },
): Refusal | null => {
  const translates = person.roles.includes('translator') && holds(person, 'translate', language)
  if (!translates && !(person.roles.includes('editor') && worksFor(person, story)))
    return { code: 'move.notYours', facts: { verb: 'translate' } }
  return source.state === 'approved' || source.live || source.ready
    ? null
    : { code: 'translate.sourceNotReady', facts: { state: source.state } }
}

/** May this person move the embargo of a story from `before` to `after`? Nobody earlier than its second but who set it, with a reason. */
export const mayMoveEmbargo = (
  person: Person,
  before: { readonly until: Instant; readonly by: string } | null,
  after: Instant | null,
  { now, reason }: { readonly now: Instant; readonly reason?: string },
): Refusal | null => {
  if (before === null || before.until <= now || (after !== null && after >= before.until)) return null
  if (before.by !== person.id) return { code: 'move.embargoFixed', facts: { until: before.until } }
  return reason === undefined || reason.trim() === '' ? { code: 'move.reasonMissing', facts: {} } : null
}

/** Only a second signer takes the sovereignty flag off a story; anybody who may edit the story may set it. */
export const mayClearSovereignty = (person: Person): boolean => person.roles.includes('secondSigner')

/** The row of a new text. `translator` is null where an editor begins a translation for somebody else. */
export const newRow = (facts: {
  readonly article: string
  readonly story: string
  readonly item: ItemId
  readonly language: Language
  readonly isSource: boolean
  readonly author: string | null
  readonly translator: string | null
  readonly due?: Instant | null
}): WorkflowRow => ({
  article: facts.article,
  story: facts.story,
  item: facts.item,
  language: facts.language,
  isSource: facts.isSource,
  state: 'draft',
  author: facts.author,
  translator: facts.translator,
  submittedBy: null,
  writers: facts.isSource && facts.author !== null ? [facts.author] : [],
  claim: null,
  due: facts.due ?? null,
  ready: false,
  revised: null,
  approval: null,
  secondSign: null,
  schedule: null,
  hold: null,
  waivers: [],
  dismissed: [],
  grades: [],
  returned: null,
  trashedAt: null,
})

const effectOf: Readonly<Record<Verb, Effect>> = EFFECTS

const moveOf = (verb: Verb): Move => MOVES.find((row) => row.verb === verb) as Move

const senseless = (verb: Verb, situation: Situation): Refusal | null => {
  const { row } = situation
  return (
    misplaced(verb, row) ??
    first(
      moveOf(verb).when.map((name): Refusal | null => WHEN[name](situation)),
      { verb, state: row.state },
    )
  )
}

const misplaced = (verb: Verb, row: WorkflowRow): Refusal | null => {
  if (verb === 'translate') return { code: 'translate.exists', facts: { language: row.language } }
  if (row.trashedAt !== null && verb !== 'restore') return { code: 'move.notAllowed', facts: { verb, state: 'trashed' } }
  if (!moveOf(verb).from.includes(row.state))
    return { code: verb === 'save' ? 'save.locked' : 'move.notAllowed', facts: { verb, state: row.state } }
  return null
}

const refused = (verb: Verb, situation: Situation, args: Args): Refusal | null =>
  notTheirs(verb, situation) ??
  first(
    moveOf(verb).needs.map((name) => NEEDS[name](situation, args)),
    { verb },
  )

const notTheirs = (verb: Verb, standing: Standing): Refusal | null => {
  const { state } = standing.row
  const who: readonly WhoName[] = verb === 'save' ? SAVERS[state] : verb === 'claim' ? CLAIMERS[state] : moveOf(verb).by
  return who.some((name) => WHO[name](standing)) ? null : { code: 'move.notYours', facts: { verb } }
}

const unsaid = (verb: Verb, situation: Situation, args: Args): Refusal | null =>
  first(
    moveOf(verb).asks.map((name) => ASKS[name](situation, args)),
    { verb },
  )

const first = (answers: readonly (Refusal | null)[], facts: Refusal['facts']): Refusal | null => {
  const refusal = answers.find((answer) => answer !== null)
  return refusal == null ? null : { code: refusal.code, facts: { ...facts, ...refusal.facts } }
}

/** Who may save may claim; a free translation may be claimed by any translator of its language. */
const CLAIMERS = { ...SAVERS, draft: [...SAVERS.draft, 'anyTranslator'] } as const satisfies Readonly<
  Record<State, readonly WhoName[]>
>

/** Made elsewhere than beside the text: the new-text buttons and the editor's own save. */
const NOT_A_BUTTON: readonly Verb[] = ['create', 'translate', 'save', 'dismiss']

/** What the text waits for. */
const nextOf = ({ row, story, digest, history }: Situation): Verb => {
  if (row.state === 'draft') return 'submit'
  if (row.state === 'revision') return 'revised'
  if (row.state === 'review') return 'approve'
  if (story.sovereignty && row.secondSign?.digest !== digest) return 'secondSign'
  return isLive(history) ? 'correct' : 'release'
}
