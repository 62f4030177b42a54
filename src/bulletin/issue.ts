/** The life of an issue and of its editions as one table, read by server, buttons and tests. Pure. */
import { LANGUAGES, NewsroomError } from '#newsroom'
import type { Instant, Language, Person } from '#newsroom'
import {
  COMPOSITION_ASKS,
  COMPOSITION_EFFECTS,
  COMPOSITION_STATES,
  compositionChanged,
  compositionNeeds,
  filled,
  isOut,
  lifeOf,
  newComposition,
  no,
  shownComposition,
  signed,
} from '#publication/composition'
import type {
  CompositionHistory,
  CompositionMove,
  CompositionRow,
  CompositionSituation,
  CompositionState,
  Effect,
  Refusal,
} from '#publication/composition'
import type { CivilDay } from '#publication/edition'
import { DEADLINES } from './plan'
import type { DeadlineKey, Deadlines } from './plan'
import type { EditionOffer, EditionVerb, IssueState, TaskView, VerbBody } from './view'

export const EDITION_STATES = COMPOSITION_STATES

/** What a reissue puts right (Press Law 2016, art. 42); printed in it, so it is said when the pages are made. */
export type Notice = NonNullable<VerbBody['notice']>

/**
 * The unversioned row of an issue in one language: only verbs, and `editionChanged`, write it. Composers are those who arranged,
 * wrote an own piece, or changed cover or imprint. `acknowledged`: other languages have other entries, and the approver knew.
 */
export type EditionRow = CompositionRow<{ readonly notice: Notice | null }, { readonly acknowledged: boolean }> & {
  readonly bulletin: string
}

/** What a verb looks at. */
export type EditionSituation = CompositionSituation<EditionRow, { readonly entry: string }> & {
  /** Null: not run. */
  readonly preflight: { readonly stop: number; readonly warn: number } | null
  /** Null: the pages were not set yet; whoever makes the files finds out. */
  readonly pages: { readonly faults: number } | null
  /** The entry list is not that of the other languages. */
  readonly differs: boolean
}

export type EditionArgs = VerbBody

type Condition = (situation: EditionSituation, args: EditionArgs) => Refusal | null

const WHO = {
  bulletinEditor: ({ roles }: Person) => roles.includes('bulletinEditor'),
  /** The issue is of the whole programme: a chief of any desk. No skill is asked, since every text in it has its own approval. */
  chief: ({ roles }: Person) => roles.includes('chief'),
} as const

/** Where these fail the button is shown, refused, with the reason. */
const NEEDS = {
  ...compositionNeeds({
    unready: 'edition.unready',
    ownWork: 'edition.ownWork',
    changed: 'edition.changed',
    unchanged: 'edition.unchanged',
  }),
  noFaults: ({ pages }: EditionSituation) =>
    pages === null || pages.faults === 0 ? null : no('edition.faults', { count: pages.faults }),
  preflight: ({ preflight }: EditionSituation) =>
    preflight !== null && preflight.stop === 0 ? null : no('edition.preflight', { stop: preflight?.stop ?? null }),
  /** At release: whatever was checked since has found nothing that stops it. */
  stillClean: ({ preflight }: EditionSituation) =>
    preflight === null || preflight.stop === 0 ? null : no('edition.preflight', { stop: preflight.stop }),
  noticeGiven: ({ row }: EditionSituation) => (row.closed?.notice ? null : no('edition.noticeMissing')),
} as const

/** What the person has to say: the dialog asks for it, so buttons are judged without. */
const ASKS = {
  ...COMPOSITION_ASKS,
  /** Press Law 2016, art. 42: the wrong and the right wording. */
  notice: ({ history }, { notice }) =>
    !isOut(history) || (filled(notice?.wrong) && filled(notice?.right)) ? null : no('edition.noticeMissing'),
  difference: ({ differs }, { acknowledged }) => (!differs || acknowledged === true ? null : no('edition.notAcknowledged')),
} as const satisfies Readonly<Record<EditionOffer['asks'][number], Condition>>

const ANY = EDITION_STATES

/** A withdrawal lets the approval fall, as it does with a text: what was approved is closed again (see COMPOSITION_EFFECTS). */
// prettier-ignore
export const EDITION_MOVES = [
  { verb: 'close',    from: ['open'],               to: 'closed',   by: ['bulletinEditor'],          when: [],          needs: ['complete', 'noFaults'], asks: ['notice'] },
  { verb: 'reopen',   from: ['closed', 'approved'], to: 'open',     by: ['bulletinEditor', 'chief'], when: [],          needs: [], asks: ['reason'] },
  { verb: 'approve',  from: ['closed'],             to: 'approved', by: ['chief'],                   when: [],          needs: ['notOwnWork', 'complete', 'unchanged', 'preflight'], asks: ['looked', 'difference'] },
  { verb: 'release',  from: ['approved'],           to: 'approved', by: ['chief'],                   when: ['notLive'], needs: ['complete', 'unchanged', 'approvalHolds', 'stillClean'], asks: [] },
  { verb: 'reissue',  from: ['approved'],           to: 'approved', by: ['chief'],                   when: ['live'],    needs: ['complete', 'unchanged', 'approvalHolds', 'stillClean', 'notAsReleased', 'noticeGiven'], asks: [] },
  { verb: 'withdraw', from: ANY,                    to: 'same',     by: ['chief'],                   when: ['live'],    needs: [], asks: ['reason'] },
] as const satisfies readonly CompositionMove<EditionVerb, keyof typeof WHO, keyof typeof NEEDS, keyof typeof ASKS>[]

const EFFECTS: Readonly<Record<EditionVerb, Effect<EditionSituation, EditionArgs>>> = {
  ...COMPOSITION_EFFECTS,
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
  approve: (row, situation) => ({
    ...row,
    approval: { ...signed(situation), digest: row.closed?.snapshot ?? '', acknowledged: situation.differs },
  }),
  reissue: COMPOSITION_EFFECTS.release,
}

/** `moveEdition` throws what `judgeEdition` answers, and `print.failed` where closing has no snapshot to freeze. */
export const {
  judge: judgeEdition,
  move: moveEdition,
  offers: editionOffers,
} = lifeOf({
  moves: EDITION_MOVES,
  who: WHO,
  needs: NEEDS,
  asks: ASKS,
  effects: EFFECTS,
  again: 'reissue',
  notClosed: 'edition.notClosed',
})

export const newEditionRow = ({ bulletin, item, language }: Pick<EditionRow, 'bulletin' | 'item' | 'language'>): EditionRow => ({
  ...newComposition,
  bulletin,
  item,
  language,
})

export const editionChanged = compositionChanged<EditionRow>
export const shownEdition = shownComposition

/** Planned until something stands in it, finished once every language it is to appear in was released. */
export const issueState = ({
  entries,
  languages,
  histories,
}: {
  readonly entries: number
  readonly languages: readonly Language[]
  readonly histories: Readonly<Record<Language, CompositionHistory>>
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
  readonly state: CompositionState
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
