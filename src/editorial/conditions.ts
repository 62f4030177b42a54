/** The conditions of the moves, each as a named question: `null` = met, otherwise the refusal. */
import type { CorrectionNote, Digest, ErrorCode, Finding, Grade, Instant, Person } from '#newsroom'
import { holds, WHO } from './who'
import type { Situation, WorkflowRow } from './row'

export type Refusal = { readonly code: ErrorCode; readonly facts: Readonly<Record<string, unknown>> }

/** What a person may say with a verb. One body for all verbs, so that a door needs one schema; each verb reads what its row asks. */
export type Args = {
  readonly reason?: string
  /** With `return`: a wording that the author may take over with one press. */
  readonly suggestion?: string | null
  /** The tick "contains no state secrets". */
  readonly noSecrets?: boolean
  readonly due?: Instant | null
  readonly assignee?: Person
  readonly until?: Instant
  readonly embargo?: boolean
  readonly note?: CorrectionNote
  readonly waivers?: readonly { readonly finding: string; readonly reason: string }[]
  /** With `dismiss`: the warning that may stand; `reason` says why. */
  readonly finding?: string
  /** With `grade`: how far the change of a source that was handed over reaches. */
  readonly grade?: Grade
  /** With `ready`: open (true) or close (false) the text for translation. */
  readonly open?: boolean
  /** With every verb that signs: of what was looked at. */
  readonly digest?: Digest
}

type Condition = (situation: Situation, args: Args) => Refusal | null

/** Where these fail the verb makes no sense at the moment, and no button is shown. */
export const WHEN = {
  live: ({ history }) => (isLive(history) ? null : no('move.notLive')),
  notLive: ({ history }) => (isLive(history) ? no('move.live') : null),
  neverReleased: ({ history }) => (history.length === 0 ? null : no('move.released')),
  trashed: ({ row }) => (row.trashedAt === null ? no('move.notAllowed') : null),
  isTranslation: ({ row }) => (row.isSource ? no('move.notAllowed') : null),
  isHeld: ({ row }) => (row.hold === null ? no('move.notAllowed') : null),
  isNotHeld: ({ row }) => (row.hold === null ? null : no('move.held', { by: row.hold.name, reason: row.hold.reason })),
  isClaimed: ({ row }) => (row.claim === null ? no('move.notAllowed') : null),
  notClaimedByMe: ({ row, person }) => (row.claim?.by === person.id ? no('move.notAllowed') : null),
  isScheduled: ({ row }) => (row.schedule === null ? no('move.notAllowed') : null),
  isHandedOver: ({ handedOver }) => (handedOver ? null : no('move.notAllowed')),
  notGraded: ({ row, text }) => (row.grades.at(-1)?.text === text ? no('move.notAllowed') : null),
  isSovereignty: ({ story }) => (story.sovereignty ? null : no('move.notAllowed')),
  notSecondSigned: ({ row, digest }) => (row.secondSign?.digest === digest ? no('move.notAllowed') : null),
} as const satisfies Readonly<Record<string, Condition>>
export type WhenName = keyof typeof WHEN

/** Where these fail the button is shown, refused, with the reason. */
export const NEEDS = {
  notHeld: ({ row, source }) => {
    const hold = row.hold ?? source?.hold ?? null
    return hold === null ? null : no('move.held', { by: hold.name, reason: hold.reason })
  },
  complete: ({ missing, findings }) => {
    const empty = findings.filter(({ kind, severity }) => kind === 'empty' && severity === 'critical').map(({ where }) => where)
    if (missing.length > 0) return no('move.incomplete', { missing })
    return empty.length === 0 ? null : no('move.untranslated', { count: empty.length, where: empty })
  },
  /** A claim is a courtesy: an editor may take over (with notice), a colleague may not. */
  free: (situation) => {
    const { row, person } = situation
    return row.claim === null || row.claim.by === person.id || WHO.deskEditor(situation)
      ? null
      : no('move.claimed', { by: row.claim.name })
  },
  nobodyClaimed: ({ row, person }) =>
    row.claim === null || row.claim.by === person.id ? null : no('move.claimed', { by: row.claim.name }),
  notOwnWork: ({ contributors, person }) => (contributors.includes(person.id) ? no('approve.ownWork') : null),
  language: (situation) =>
    onWhoseWord(situation) === undefined ? no('approve.language', { language: situation.row.language }) : null,
  /** What no approver may wave through; what they may, `waivers` asks. */
  findings: (situation, { waivers = [] }) => {
    const critical = criticalOf(situation)
    const stubborn = critical.filter((finding) => !mayWaive(finding))
    const tried = stubborn.filter(({ id }) => waivers.some(({ finding }) => finding === id))
    if (tried.length > 0) return no('approve.notWaivable', { findings: tried.map(({ id }) => id) })
    if (stubborn.length > 0) return no('approve.findings', { findings: stubborn.map(({ id }) => id) })
    // Who cannot read the language cannot judge a figure in it: on a reviser's word the checks must be clean.
    if (onWhoseWord(situation) !== null && critical.length > 0) return notClean(critical)
    return null
  },
  /** At release: nothing critical has come up that the approver did not waive, with these very values. */
  stillClean: (situation) => {
    const open = criticalOf(situation).filter(
      (finding) => !mayWaive(finding) || !situation.row.waivers.some((waiver) => answers(waiver, finding)),
    )
    return open.length === 0 ? null : notClean(open)
  },
  rights: ({ rights }) => (rights.length === 0 ? null : no('approve.rights', { media: rights })),
  /** The approval is there, of exactly this text, and of somebody who wrote none of it. */
  approvalHolds: ({ row, digest, contributors }) => {
    if (row.approval === null || row.approval.digest !== digest) return no('approve.void')
    return contributors.includes(row.approval.by) ? no('approve.ownWork', { by: row.approval.name }) : null
  },
  secondSignHolds: ({ row, digest, story, contributors }) => {
    if (!story.sovereignty) return null
    if (row.secondSign === null || row.secondSign.digest !== digest) return no('approve.secondMissing')
    if (row.secondSign.by === row.approval?.by) return no('approve.secondSame', { by: row.secondSign.name })
    return contributors.includes(row.secondSign.by) ? no('approve.ownWork', { by: row.secondSign.name }) : null
  },
  notApprover: ({ row, person }) => (row.approval?.by === person.id ? no('approve.secondSame', { by: row.approval.name }) : null),
  timeReached: ({ row, story, source, now }) => {
    const until = latest(latest(row.schedule?.until ?? null, story.embargo?.until ?? null), source?.embargo ?? null)
    return until === null || until <= now ? null : no('move.tooEarly', { until })
  },
  embargoMine: ({ row, person, now }) => {
    const { schedule } = row
    if (schedule === null || !schedule.embargo || schedule.by === person.id || schedule.until <= now) return null
    return no('move.embargoFixed', { until: schedule.until, by: schedule.name })
  },
  /** The same words may be said again of a newer source: readers are told that they still hold. */
  textChanged: ({ history, digest, sameSource }) =>
    liveDigest(history) === digest && sameSource ? no('correct.unchanged') : null,
} as const satisfies Readonly<Record<string, Condition>>
export type NeedName = keyof typeof NEEDS

/** What the person has to say: the dialog asks for it, so buttons are judged without. */
export const ASKS = {
  reason: (_, { reason }) => (filled(reason) ? null : no('move.reasonMissing')),
  noSecrets: (_, { noSecrets }) => (noSecrets === true ? null : no('move.noSecretsMissing')),
  assignee: (situation, { assignee }) => {
    if (assignee === undefined) return no('request.invalid', { field: 'assignee' })
    const theirs = { ...situation, person: assignee }
    return SAVERS[situation.row.state].some((who) => WHO[who](theirs)) ||
      (situation.row.state === 'draft' && WHO.anyTranslator(theirs))
      ? null
      : no('move.notYours', { assignee: assignee.id })
  },
  waivers: (situation, { waivers = [] }) => {
    const open = criticalOf(situation).filter(
      ({ id }) => !waivers.some(({ finding, reason }) => finding === id && filled(reason)),
    )
    return open.length === 0 ? null : notClean(open)
  },
  /** What is critical is waived by an approver or mended; only a warning is let stand by whoever works on the text. */
  dismissal: ({ findings }, { finding, reason }) => {
    if (!findings.some(({ id, severity }) => id === finding && severity === 'warning')) return no('dismiss.unknown', { finding })
    return filled(reason) ? null : no('move.reasonMissing')
  },
  grade: (_, { grade }) => (grade === undefined ? no('correct.gradeMissing') : null),
  gradeIfHandedOver: ({ handedOver }, { note }) =>
    handedOver && note?.kind === 'slip' && note.grade === undefined ? no('correct.gradeMissing') : null,
  /** A minor change of the source may be lived with, if somebody says why. */
  noteIfStale: ({ stale }, { reason }) => (stale === 'minor' && !filled(reason) ? no('move.reasonMissing') : null),
  time: ({ row, story, person, now }, { until, reason }) => {
    if (!isInstant(until)) return no('move.timeMissing')
    if (until <= now) return no('move.timePast', { until })
    for (const fixed of [row.schedule?.embargo === true ? row.schedule : null, story.embargo]) {
      if (fixed === null || until >= fixed.until) continue
      if (fixed.by !== person.id) return no('move.embargoFixed', { until: fixed.until })
      if (!filled(reason)) return no('move.reasonMissing')
    }
    return null
  },
  reasonIfEmbargo: ({ row, now }, { reason }) =>
    row.schedule?.embargo === true && row.schedule.until > now && !filled(reason) ? no('move.reasonMissing') : null,
  note: (_, { note }) => (noteIsWhole(note) ? null : no('correct.noteMissing')),
  /** Nobody signs what they did not see: another text since then is looked at anew. */
  looked: ({ digest: stands }, { digest }) =>
    digest === undefined ? no('approve.notLooked') : digest === stands ? null : no('approve.changed'),
  open: (_, { open }) => (typeof open === 'boolean' ? null : no('request.invalid', { field: 'open' })),
} as const satisfies Readonly<Record<string, Condition>>
export type AskName = keyof typeof ASKS

/** Who may change the text, by state; nobody changes an approved one. */
export const SAVERS = {
  draft: ['claimant', 'author', 'translator', 'deskEditor'],
  revision: ['claimant', 'reviser'],
  review: ['claimant', 'deskEditor'],
  approved: [],
} as const satisfies Readonly<Record<WorkflowRow['state'], readonly (keyof typeof WHO)[]>>

/** `null`: the approver reads the language; a person: the reviser on whose word they rely; `undefined`: neither. */
export const onWhoseWord = ({
  row,
  person,
  digest,
}: Situation): { readonly id: string; readonly name: string } | null | undefined => {
  if (holds(person, 'approve', row.language)) return null
  const { revised } = row
  if (revised === null || revised.digest !== digest) return undefined
  // One's own word is nobody else's, and the word of whoever wrote the text is the text itself.
  return revised.by === person.id || revised.by === row.translator || row.writers.includes(revised.by)
    ? undefined
    : { id: revised.by, name: revised.name }
}

/** Number, date and link findings, and being behind the source, may be waived in writing; nothing else may. */
export const mayWaive = ({ kind }: Finding): boolean =>
  kind === 'number' || kind === 'date' || kind === 'link' || kind === 'stale'

/** What the checks found, and that the text is behind its source by a major change: of this very source, so that a waiver dies with the next one. */
export const allFindings = ({ findings, stale, source }: Situation): readonly Finding[] =>
  stale === 'major'
    ? [...findings, { id: 'stale', severity: 'critical', kind: 'stale', where: '', facts: { source: source?.text ?? '' } }]
    : findings

/** Whether readers see this item in this language, from its releases, oldest first. */
export const isLive = (history: readonly Pick<Situation['history'][number], 'kind'>[]): boolean => {
  const last = history.at(-1)
  return last !== undefined && last.kind !== 'withdrawal'
}

/** Digest of what readers see, or null when they see nothing. */
export const liveDigest = (history: Situation['history']): string | null =>
  isLive(history) ? (history.at(-1)?.snapshotDigest ?? null) : null

const criticalOf = (situation: Situation) => allFindings(situation).filter(({ severity }) => severity === 'critical')

const notClean = (open: readonly Finding[]): Refusal =>
  no(open.every(({ kind }) => kind === 'stale') ? 'approve.stale' : 'approve.findings', { findings: open.map(({ id }) => id) })

/** A waiver or dismissal was written for this finding with these very values. */
export const answers = (
  written: { readonly finding: string; readonly facts: Readonly<Record<string, string>> },
  { id, facts }: Finding,
): boolean =>
  written.finding === id &&
  Object.keys(written.facts).length === Object.keys(facts).length &&
  Object.entries(facts).every(([name, value]) => written.facts[name] === value)

const noteIsWhole = (note: CorrectionNote | undefined): boolean =>
  note !== undefined &&
  filled(note.text) &&
  (note.kind === 'slip' || (filled(note.wrong) && filled(note.right) && filled(note.publishedOn)))

const isInstant = (value: string | undefined): value is Instant =>
  value !== undefined && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value

const latest = (a: Instant | null, b: Instant | null): Instant | null => (a === null || (b !== null && b > a) ? b : a)

const filled = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''

const no = (code: ErrorCode, facts: Refusal['facts'] = {}): Refusal => ({ code, facts })
