/** The life of an issue and of its editions as one table, read by server, buttons and tests. Pure. */
import { LANGUAGES, NewsroomError } from '#newsroom'
import type { Digest, ErrorCode, Instant, ItemId, Language, Person } from '#newsroom'
import type { CivilDay } from '#publication/edition'
import type { ReleaseKind } from '#publication/release'
import { DEADLINES } from './plan'
import type { DeadlineKey, Deadlines } from './plan'
import { EDITION_VERBS } from './view'
import type { EditionOffer, EditionShown, EditionVerb, IssueState, TaskView, VerbBody } from './view'

export type Refusal = { readonly code: ErrorCode; readonly facts: Readonly<Record<string, unknown>> }

export const EDITION_STATES = ['open', 'closed', 'approved'] as const
export type EditionState = (typeof EDITION_STATES)[number]

/** What a reissue puts right (Press Law 2016, art. 42); printed in it, so it is said when the pages are made. */
export type Notice = NonNullable<VerbBody['notice']>

type Mark = { readonly by: string; readonly name: string; readonly at: Instant }

/** The unversioned row of an issue in one language: only verbs, and `editionChanged`, write it. */
export type EditionRow = {
  readonly bulletin: string
  readonly item: ItemId
  readonly language: Language
  readonly state: EditionState
  /** Everybody who arranged, wrote an own piece, changed cover or imprint, or closed it, since its last release. */
  readonly composers: readonly string[]
  /** Everybody who composed what is out; they count again when it is withdrawn. */
  readonly composersOfLive?: readonly string[]
  /** `contents`: order, texts and pictures as frozen; `snapshot`: what would be released, files included. */
  readonly closed: (Mark & { readonly contents: Digest; readonly snapshot: Digest; readonly notice: Notice | null }) | null
  /** `digest` = the snapshot that was approved. `acknowledged`: other languages have other entries, and the approver knew. */
  readonly approval: (Mark & { readonly digest: Digest; readonly acknowledged: boolean }) | null
  readonly reopened: (Mark & { readonly reason: string }) | null
}

export type EditionHistory = readonly {
  readonly seq: number
  readonly version: number
  readonly kind: ReleaseKind
  /** Null of a withdrawal. */
  readonly snapshotDigest: Digest | null
}[]

/** What a verb looks at. */
export type EditionSituation = {
  readonly row: EditionRow
  readonly person: Person
  readonly now: Instant
  /** Releases of this item and language, oldest first. */
  readonly history: EditionHistory
  /** Contents as they would be frozen now; null = some entry is not ready. */
  readonly present: Digest | null
  readonly unready: readonly { readonly entry: string; readonly title: string }[]
  /** Null: not run. */
  readonly preflight: { readonly stop: number; readonly warn: number } | null
  /** Null: the pages were not set yet; whoever makes the files finds out. */
  readonly pages: { readonly faults: number } | null
  /** The entry list is not that of the other languages. */
  readonly differs: boolean
  /** Of what was made of `present`, files included; only `close` writes it down. Null: nothing was made. */
  readonly snapshot: Digest | null
}

export type EditionArgs = VerbBody

type EditionMove = {
  readonly verb: EditionVerb
  readonly from: readonly EditionState[]
  readonly to: EditionState | 'same'
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
  bulletinEditor: ({ roles }: Person) => roles.includes('bulletinEditor'),
  /** The issue is of the whole programme: a chief of any desk. No skill is asked, since every text in it has its own approval. */
  chief: ({ roles }: Person) => roles.includes('chief'),
} as const

type Condition = (situation: EditionSituation, args: EditionArgs) => Refusal | null

/** Where these fail the verb makes no sense at the moment, and no button is shown. */
const WHEN = {
  live: ({ history }) => (isOut(history) ? null : no('move.notLive')),
  notLive: ({ history }) => (isOut(history) ? no('move.live') : null),
} as const satisfies Readonly<Record<string, Condition>>

/** Where these fail the button is shown, refused, with the reason. */
const NEEDS = {
  entriesReady: ({ unready, present }) =>
    unready.length === 0 && present !== null
      ? null
      : no('edition.unready', { count: unready.length, titles: unready.map(({ title }) => title) }),
  noFaults: ({ pages }) => (pages === null || pages.faults === 0 ? null : no('edition.faults', { count: pages.faults })),
  notOwnWork: ({ row, person }) => (composed(row, person.id) ? no('edition.ownWork') : null),
  unchanged: ({ row, present }) => (stands(row, present) ? null : no('edition.changed')),
  preflight: ({ preflight }) =>
    preflight !== null && preflight.stop === 0 ? null : no('edition.preflight', { stop: preflight?.stop ?? null }),
  /** At release: whatever was checked since has found nothing that stops it. */
  stillClean: ({ preflight }) =>
    preflight === null || preflight.stop === 0 ? null : no('edition.preflight', { stop: preflight.stop }),
  /** The approval is there, of exactly these contents and files, and of somebody who composed none of it. */
  approvalHolds: ({ row }) => {
    if (row.approval === null || row.approval.digest !== row.closed?.snapshot) return no('approve.void')
    return composed(row, row.approval.by) ? no('edition.ownWork', { by: row.approval.name }) : null
  },
  noticeGiven: ({ row }) => (row.closed?.notice ? null : no('edition.noticeMissing')),
  notAsReleased: ({ row, history }) => (row.approval?.digest === liveDigest(history) ? no('edition.unchanged') : null),
} as const satisfies Readonly<Record<string, Condition>>

/** What the person has to say: the dialog asks for it, so buttons are judged without. */
const ASKS = {
  reason: (_, { reason }) => (filled(reason) ? null : no('move.reasonMissing')),
  /** Press Law 2016, art. 42: the wrong and the right wording. */
  notice: ({ history }, { notice }) =>
    !isOut(history) || (filled(notice?.wrong) && filled(notice?.right)) ? null : no('edition.noticeMissing'),
  difference: ({ differs }, { acknowledged }) => (!differs || acknowledged === true ? null : no('edition.notAcknowledged')),
} as const satisfies Readonly<Record<EditionOffer['asks'][number], Condition>>

const ANY = EDITION_STATES

/** A withdrawal lets the approval fall, as it does with a text: what was approved is closed again (see `withdraw` in EFFECTS). */
// prettier-ignore
export const EDITION_MOVES = [
  { verb: 'close',    from: ['open'],               to: 'closed',   by: ['bulletinEditor'],          when: [],          needs: ['entriesReady', 'noFaults'], asks: ['notice'] },
  { verb: 'reopen',   from: ['closed', 'approved'], to: 'open',     by: ['bulletinEditor', 'chief'], when: [],          needs: [], asks: ['reason'] },
  { verb: 'approve',  from: ['closed'],             to: 'approved', by: ['chief'],                   when: [],          needs: ['notOwnWork', 'entriesReady', 'unchanged', 'preflight'], asks: ['difference'] },
  { verb: 'release',  from: ['approved'],           to: 'approved', by: ['chief'],                   when: ['notLive'], needs: ['entriesReady', 'unchanged', 'approvalHolds', 'stillClean'], asks: [] },
  { verb: 'reissue',  from: ['approved'],           to: 'approved', by: ['chief'],                   when: ['live'],    needs: ['entriesReady', 'unchanged', 'approvalHolds', 'stillClean', 'notAsReleased', 'noticeGiven'], asks: [] },
  { verb: 'withdraw', from: ANY,                    to: 'same',     by: ['chief'],                   when: ['live'],    needs: [], asks: ['reason'] },
] as const satisfies readonly EditionMove[]

type Effect = (row: EditionRow, situation: EditionSituation, args: EditionArgs) => EditionRow

/** What a move writes, the new state being set already. */
const EFFECTS: Readonly<Record<EditionVerb, Effect>> = {
  close: (row, situation, { notice = null }) => {
    const { present, snapshot, person } = situation
    if (present === null || snapshot === null) throw new NewsroomError('print.failed')
    return {
      ...editionChanged(row, person.id),
      closed: { ...signed(situation), contents: present, snapshot, notice: isOut(situation.history) ? notice : null },
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
  approve: (row, situation) => ({
    ...row,
    approval: { ...signed(situation), digest: row.closed?.snapshot ?? '', acknowledged: situation.differs },
  }),
  release: (row) => ({ ...row, composers: [], composersOfLive: everyComposer(row) }),
  reissue: (row) => ({ ...row, composers: [], composersOfLive: everyComposer(row) }),
  // Nothing of it is out any more: everybody's work since the beginning counts again.
  withdraw: (row) => ({
    ...row,
    state: row.state === 'approved' ? 'closed' : row.state,
    approval: null,
    composers: everyComposer(row),
  }),
}

/** The first refusal, or null when the move may be made. */
export const judgeEdition = (verb: EditionVerb, situation: EditionSituation, args: EditionArgs = {}): Refusal | null =>
  senseless(verb, situation) ??
  refused(verb, situation) ??
  first(
    verb,
    moveOf(verb).asks.map((name) => ASKS[name](situation, args)),
  )

/** The row after the move; throws what `judgeEdition` answers, and `print.failed` where closing has no snapshot to freeze. */
export const moveEdition = (verb: EditionVerb, situation: EditionSituation, args: EditionArgs = {}): EditionRow => {
  const refusal = judgeEdition(verb, situation, args)
  if (refusal !== null) throw new NewsroomError(refusal.code, refusal.facts)
  const { to } = moveOf(verb)
  const { row } = situation
  return EFFECTS[verb]({ ...row, state: to === 'same' ? row.state : to }, situation, args)
}

/** `EditionOffer` with the refusal as a code: the rim speaks. */
export type Offer = Omit<EditionOffer, 'refusal'> & { readonly refusal: Refusal | null }

/** The buttons of this person at this edition; other people's are left out, except the one that the edition waits for. */
export const editionOffers = (situation: EditionSituation): readonly Offer[] => {
  const next = nextOf(situation)
  return EDITION_VERBS.filter((verb) => senseless(verb, situation) === null)
    .map((verb) => ({ verb, refusal: refused(verb, situation), asks: asked(verb, situation) }))
    .filter(({ verb, refusal }) => refusal?.code !== 'move.notYours' || verb === next)
    .map((offer) => ({ ...offer, primary: offer.verb === next && offer.refusal === null }))
}

export const newEditionRow = (facts: Pick<EditionRow, 'bulletin' | 'item' | 'language'>): EditionRow => ({
  bulletin: facts.bulletin,
  item: facts.item,
  language: facts.language,
  state: 'open',
  composers: [],
  closed: null,
  approval: null,
  reopened: null,
})

/**
 * Somebody arranged the issue, wrote an own piece of this edition, or changed its cover or imprint. A closed or approved
 * edition keeps its state: what it froze differs from the present, which refuses every step and is shown as `void`.
 */
export const editionChanged = (row: EditionRow, person: string): EditionRow =>
  row.composers.includes(person) ? row : { ...row, composers: [...row.composers, person] }

/** What people see; the row, the log and the contents as they would be frozen now. */
export const shownEdition = (row: EditionRow, history: EditionHistory, present: Digest | null): EditionShown => {
  if (isOut(history))
    return standsApproved(row, present) && row.approval?.digest === liveDigest(history) ? 'released' : 'releasedNewer'
  if (history.length > 0 && row.state !== 'approved') return 'withdrawn'
  if (row.state === 'open') return 'open'
  return (row.state === 'approved' ? standsApproved(row, present) : stands(row, present)) ? row.state : 'void'
}

/** Planned until something stands in it, finished once every language it is to appear in was released. */
export const issueState = ({
  entries,
  languages,
  histories,
}: {
  readonly entries: number
  readonly languages: readonly Language[]
  readonly histories: Readonly<Record<Language, EditionHistory>>
}): IssueState => {
  if (languages.length > 0 && languages.every((language) => histories[language].length > 0)) return 'finished'
  return entries > 0 || LANGUAGES.some((language) => histories[language].length > 0) ? 'production' : 'planned'
}

export type Quarter = { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }

/** The quarter after the last issue; of `today` (Asia/Ho_Chi_Minh) where there is none. */
export const nextQuarter = (issues: readonly Quarter[], today: CivilDay): Quarter => {
  const last = latest(issues)
  return last === undefined ? quarterOf(today) : quarterAt(indexOf(last) + 1)
}

export const quarterOf = (day: CivilDay): Quarter =>
  quarterAt(Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3))

/** Number 1 was that of the third quarter of 2017 (Decision 1629/QĐ-UBND). */
const FIRST: Quarter = { year: 2017, quarter: 3 }

type Numbers = { readonly number: number; readonly numberInYear: number }

/** Counts on from the issue before it; where the newsroom holds none, as if every quarter since the first had its issue. */
export const numbersOf = (quarter: Quarter, issues: readonly (Quarter & Numbers)[]): Numbers => {
  const before = latest(issues.filter((issue) => indexOf(issue) < indexOf(quarter)))
  if (before !== undefined)
    return { number: before.number + 1, numberInYear: before.year === quarter.year ? before.numberInYear + 1 : 1 }
  return {
    number: Math.max(1, indexOf(quarter) - indexOf(FIRST) + 1),
    numberInYear: quarter.year === FIRST.year ? Math.max(1, quarter.quarter - FIRST.quarter + 1) : quarter.quarter,
  }
}

/** The day an issue bears unless somebody says otherwise: the last of its quarter. */
export const defaultDate = ({ year, quarter }: Quarter): CivilDay =>
  new Date(Date.UTC(year, quarter * 3, 0)).toISOString().slice(0, 10)

/** Days before the issue's date. Vietnamese is what is translated, so it is collected and not translated. */
const AHEAD: Readonly<Record<Language, Readonly<Partial<Record<DeadlineKey, number>>>>> = {
  vi: { collected: 45, closed: 16, approved: 11, printed: 4 },
  en: { translated: 24, closed: 16, approved: 11, printed: 4 },
  ja: { translated: 24, closed: 16, approved: 11, printed: 4 },
}

/** Counted back from the issue's date, at five in the afternoon of a working day (Asia/Ho_Chi_Minh). */
export const defaultDeadlines = (date: CivilDay): Deadlines => {
  const due = (language: Language) =>
    Object.fromEntries(Object.entries(AHEAD[language]).map(([key, days]) => [key, workingDayBefore(date, days)]))
  return { vi: due('vi'), en: due('en'), ja: due('ja') }
}

/** How far a language has come. */
export type Progress = {
  readonly entries: number
  /** With a text in this language, whatever its stage; and of these the ready ones. */
  readonly begun: number
  readonly ready: number
  readonly state: EditionState
  readonly released: boolean
  /** Copies were handed over. */
  readonly printed: boolean
}

const DONE: Readonly<Record<DeadlineKey, (progress: Progress) => boolean>> = {
  collected: ({ entries, begun }) => entries > 0 && begun === entries,
  translated: ({ entries, ready }) => entries > 0 && ready === entries,
  closed: ({ state }) => state !== 'open',
  approved: ({ state }) => state === 'approved',
  printed: ({ printed }) => printed,
}

/** What has to be reached by when, the nearest first; languages in their order. What was released has been through the steps before. */
export const taskList = (
  deadlines: Deadlines,
  progress: Readonly<Record<Language, Progress>>,
  now: Instant,
): readonly TaskView[] =>
  LANGUAGES.flatMap((language) =>
    DEADLINES.flatMap((key): readonly TaskView[] => {
      const due = deadlines[language][key]
      if (due === undefined) return []
      const done = (progress[language].released && key !== 'printed') || DONE[key](progress[language])
      return [{ language, key, due, done, late: !done && due < now }]
    }),
  ).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))

const moveOf = (verb: EditionVerb): EditionMove => EDITION_MOVES.find((row) => row.verb === verb) as EditionMove

const senseless = (verb: EditionVerb, situation: EditionSituation): Refusal | null => {
  const { state } = situation.row
  const { from, when } = moveOf(verb)
  const unmet = first(
    verb,
    when.map((name) => WHEN[name](situation)),
  )
  if (from.includes(state)) return unmet
  return no(state === 'open' && unmet === null && verb !== 'reopen' ? 'edition.notClosed' : 'move.notAllowed', { verb, state })
}

const refused = (verb: EditionVerb, situation: EditionSituation): Refusal | null => {
  const { by, needs } = moveOf(verb)
  if (!by.some((name) => WHO[name](situation.person))) return no('move.notYours', { verb })
  return first(
    verb,
    needs.map((name) => NEEDS[name](situation)),
  )
}

const asked = (verb: EditionVerb, situation: EditionSituation): EditionOffer['asks'] =>
  moveOf(verb).asks.filter((name) => ASKS[name](situation, {}) !== null)

const first = (verb: EditionVerb, answers: readonly (Refusal | null)[]): Refusal | null => {
  const refusal = answers.find((answer) => answer !== null)
  return refusal == null ? null : { code: refusal.code, facts: { verb, ...refusal.facts } }
}

/** What the edition waits for. What changed since it was closed has to be opened before anything else. */
const nextOf = ({ row, history, present }: EditionSituation): EditionVerb => {
  if (row.state === 'open') return 'close'
  if (!stands(row, present)) return 'reopen'
  if (row.state === 'closed') return 'approve'
  return isOut(history) ? 'reissue' : 'release'
}

/** What was frozen is what would be frozen now. */
const stands = (row: EditionRow, present: Digest | null): boolean => row.closed !== null && row.closed.contents === present

const standsApproved = (row: EditionRow, present: Digest | null): boolean =>
  stands(row, present) && row.approval !== null && row.approval.digest === row.closed?.snapshot

/** Whoever closed it answers for it too, also after a release has emptied the list. */
const composed = (row: EditionRow, person: string): boolean => row.composers.includes(person) || row.closed?.by === person

/** Readers have this edition. */
const isOut = (history: EditionHistory): boolean => history.length > 0 && history.at(-1)?.kind !== 'withdrawal'

const liveDigest = (history: EditionHistory): Digest | null => (isOut(history) ? (history.at(-1)?.snapshotDigest ?? null) : null)

const signed = ({ person, now }: EditionSituation): Mark => ({ by: person.id, name: person.name, at: now })

const everyComposer = ({
  composers,
  composersOfLive = [],
}: {
  readonly composers: readonly string[]
  readonly composersOfLive?: readonly string[]
}) => [...new Set([...composersOfLive, ...composers])]

const filled = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''

const no = (code: ErrorCode, facts: Refusal['facts'] = {}): Refusal => ({ code, facts })

const indexOf = ({ year, quarter }: Quarter): number => year * 4 + quarter - 1
const quarterAt = (index: number): Quarter => ({
  year: Math.floor(index / 4),
  quarter: ((index % 4) + 1) as Quarter['quarter'],
})
const latest = <Q extends Quarter>(issues: readonly Q[]): Q | undefined =>
  issues.reduce<Q | undefined>((last, issue) => (last === undefined || indexOf(issue) > indexOf(last) ? issue : last), undefined)

const DAY = 86_400_000
/** 17:00 in the province is 10:00 in UTC, all year. */
const workingDayBefore = (date: CivilDay, days: number): Instant => {
  const day = new Date(`${date}T10:00:00.000Z`).getTime() - days * DAY
  const weekday = new Date(day).getUTCDay()
  return new Date(day - (weekday === 6 ? DAY : weekday === 0 ? 2 * DAY : 0)).toISOString()
}
