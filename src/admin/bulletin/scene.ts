/** What the issue's screens show, worked out of its view. Pure. */
import { isLanguage, LANGUAGES, type Language } from '#newsroom'
import { entriesOf } from '#bulletin/arrange'
import type { Plan } from '#bulletin/plan'
import type {
  CellView,
  EditionOffer,
  EditionShown,
  EditionVerb,
  EntryView,
  FileView,
  IssueView,
  PreflightRow,
  TaskView,
} from '#bulletin/view'
import { SHOWN, type ShownKey } from '#editorial/shown'
import type { Panel } from '../panel'
import type { Say } from '../words'

export const TABS = ['board', 'flatplan', 'preflight', 'records'] as const
export type Tab = (typeof TABS)[number]
export type Address = { readonly tab: Tab; readonly lang: Language; readonly entry: string | null }

/** What does not belong to us is left out: an address is typed by anybody. */
export const addressIn = (search: Pick<URLSearchParams, 'get'>): Address => {
  const lang = search.get('lang')
  const entry = search.get('entry')
  return {
    tab: TABS.find((tab) => tab === search.get('tab')) ?? 'board',
    lang: isLanguage(lang) ? lang : 'vi',
    entry: entry !== null && /^[\w-]{1,64}$/.test(entry) ? entry : null,
  }
}
export const addressOf = (issue: string, { tab, lang, entry }: Address): string =>
  `/admin/bulletin/${encodeURIComponent(issue)}?${new URLSearchParams({ tab, lang, ...(entry === null ? {} : { entry }) }).toString()}`

type Numbered = Pick<IssueView, 'number' | 'quarter' | 'year'>
/** A quarter is a Roman number in Vietnamese. */
const quarterIn = (quarter: 1 | 2 | 3 | 4, language: Language): string =>
  language === 'vi' ? (['I', 'II', 'III', 'IV'][quarter - 1] ?? '') : String(quarter)

/** `Bản tin số 37 · Quý III/2026` */
export const issueName = ({ number, quarter, year }: Numbered, { language, say }: Panel): string =>
  say('bulletin.issue', { number, quarter: quarterIn(quarter, language), year })
/** Of one that has no number yet, or where there is little room. */
export const quarterName = (
  word: 'bulletin.issue.short' | 'bulletin.next',
  { quarter, year }: Omit<Numbered, 'number'>,
  { language, say }: Panel,
): string => say(word, { quarter: quarterIn(quarter, language), year })

/** `2/2026` of a candidate, as the reader names that issue. */
export const usedIn = (used: string, panel: Panel): string => {
  const [quarter, year] = used.split('/').map(Number)
  return ([1, 2, 3, 4] as const)
    .filter((one) => one === quarter)
    .map((one) => quarterName('bulletin.issue.short', { quarter: one, year: year ?? 0 }, panel))
    .join('')
}

/** An edition in the one palette of states. */
export const EDITION_LOOKS: Readonly<Record<EditionShown, { readonly sign: string; readonly like: ShownKey }>> = {
  open: { sign: '○', like: 'draft' },
  closed: { sign: '◐', like: 'review' },
  approved: { sign: '◑', like: 'approved' },
  void: { sign: '▲', like: 'stale' },
  released: { sign: '●', like: 'released' },
  releasedNewer: { sign: '●○', like: 'releasedNewer' },
  withdrawn: { sign: '✕', like: 'withdrawn' },
}

/** A cell of the board in the same palette; what is most pressing wins, as in the matrix. */
export const cellLook = ({ held, stage, stale }: Pick<CellView, 'held' | 'stage' | 'stale'>) => {
  const key: ShownKey = held ? 'held' : stage === 'withdrawn' ? stage : stale === 'major' ? 'stale' : stage
  return { key, symbol: SHOWN[key].symbol }
}

/** Length against the budget: `share` of 1 fills the bar; a tenth over is no fault yet. */
export const measureOf = ({ length, budget }: Pick<CellView, 'length' | 'budget'>) => {
  if (budget === null || budget <= 0) return null
  const share = length / budget
  return { share, judged: length === 0 ? 'empty' : share > 1.1 ? 'over' : share < 0.6 ? 'under' : 'fits' } as const
}

/** The entries of the draft with what the newsroom knows of each: null for what it has not seen yet. */
export const rowsOf = (plan: Plan, board: IssueView['board']) =>
  plan.sections.map((section) => ({
    section,
    rows: section.entries.map((entry) => ({ entry, view: (board[entry.id] ?? null) satisfies EntryView | null })),
  }))

/** Ready ones of all that this language's edition holds, of the plan as it stands on screen. */
export const readyIn = (plan: Plan, board: IssueView['board'], language: Language): { ready: number; all: number } => {
  const entries = entriesOf(plan).filter(({ entry }) => !entry.leftOut?.includes(language))
  return { ready: entries.filter(({ entry }) => board[entry.id]?.cells[language].ready === true).length, all: entries.length }
}

const GROUPS = ['stop', 'warn', 'notChecked', 'pass'] as const
export type Group = { readonly result: PreflightRow['result']; readonly rows: readonly PreflightRow[] }

/** What stops first; empty groups are not shown. */
export const grouped = (rows: readonly PreflightRow[]): readonly Group[] =>
  GROUPS.map((result) => ({ result, rows: rows.filter((row) => row.result === result) })).filter((group) => group.rows.length > 0)

/** From the everyday to the last resort. */
const ORDER: readonly EditionVerb[] = ['close', 'approve', 'release', 'reissue', 'reopen', 'withdraw']
export const inOrder = (offers: readonly EditionOffer[]) => {
  const ordered = ORDER.flatMap((verb) => offers.filter((offer) => offer.verb === verb))
  const primary = ordered.find((offer) => offer.primary) ?? null
  return { primary, others: ordered.filter((offer) => offer !== primary) }
}

export type ReleaseScene = {
  /** Approved and unchanged since. */
  readonly goes: readonly Language[]
  /** Stays behind, with the state that keeps it. */
  readonly left: readonly { readonly language: Language; readonly shown: EditionShown }[]
  /** Out already and nothing newer. */
  readonly out: readonly Language[]
}

/** What the issue's button would release now. `only`: the languages that are ticked. */
export const releaseScene = (editions: IssueView['editionViews'], only: readonly Language[] = LANGUAGES): ReleaseScene => {
  const may = (language: Language) =>
    editions[language].shown === 'approved' &&
    !editions[language].offers.some(({ verb, refusal }) => verb === 'release' && refusal !== null)
  return {
    goes: LANGUAGES.filter((language) => may(language) && only.includes(language)),
    left: LANGUAGES.filter(
      (language) => editions[language].shown !== 'released' && !(may(language) && only.includes(language)),
    ).map((language) => ({ language, shown: editions[language].shown })),
    out: LANGUAGES.filter((language) => editions[language].shown === 'released'),
  }
}

/** What a release did, seen in the log: editions that are out in a version that was not out before. */
export const releasedBetween = (
  before: IssueView['editionViews'],
  after: IssueView['editionViews'],
): readonly { readonly language: Language; readonly seq: number }[] =>
  LANGUAGES.flatMap((language) => {
    const live = after[language].live
    return live && live.seq !== before[language].live?.seq ? [{ language, seq: live.seq }] : []
  })

/** Parts of a verb's dialog that still want an answer. */
export type EditionAnswers = {
  readonly reason: string
  readonly page: string
  readonly wrong: string
  readonly right: string
  readonly acknowledged: boolean
}
export const NO_ANSWERS: EditionAnswers = { reason: '', page: '', wrong: '', right: '', acknowledged: false }
export type Gap = 'reason' | 'page' | 'wrong' | 'right' | 'acknowledged'

export const gapsOf = (
  asks: EditionOffer['asks'],
  { reason, page, wrong, right, acknowledged }: EditionAnswers,
  pages: number | null,
): readonly Gap[] => {
  const blank = (text: string) => text.trim() === ''
  const number = Number(page)
  return [
    ...(asks.includes('reason') && blank(reason) ? (['reason'] as const) : []),
    ...(asks.includes('notice')
      ? [
          // A fault of the whole issue has no page.
          ...(blank(page) || (Number.isInteger(number) && number >= 1 && number <= (pages ?? 10_000)) ? [] : (['page'] as const)),
          ...(blank(wrong) ? (['wrong'] as const) : []),
          ...(blank(right) ? (['right'] as const) : []),
        ]
      : []),
    ...(asks.includes('difference') && !acknowledged ? (['acknowledged'] as const) : []),
  ]
}

/** Only what this verb asks. */
export const bodyOf = (asks: EditionOffer['asks'], { reason, page, wrong, right, acknowledged }: EditionAnswers) => ({
  ...(asks.includes('reason') ? { reason: reason.trim() } : {}),
  ...(asks.includes('notice')
    ? { notice: { page: page.trim() === '' ? null : Number(page), wrong: wrong.trim(), right: right.trim() } }
    : {}),
  ...(asks.includes('difference') ? { acknowledged } : {}),
})

/** The next that are due, late ones first; what is done last. */
export const inTime = (tasks: readonly TaskView[]): readonly TaskView[] =>
  tasks.toSorted((one, other) => Number(one.done) - Number(other.done) || Date.parse(one.due) - Date.parse(other.due))

/** `1,4 MB`, `310 KB` in the number form of the language. */
export const fileSize = (bytes: number, language: Language): string => {
  const mega = bytes >= 1_000_000
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: mega ? 1 : 0 })
  return `${number.format(mega ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1000)))} ${mega ? 'MB' : 'KB'}`
}

const FILE_ORDER: readonly FileView['kind'][] = ['screen', 'press', 'epub', 'plain', 'package']
export const filesInOrder = (files: readonly FileView[]): readonly FileView[] =>
  files.toSorted((one, other) => FILE_ORDER.indexOf(one.kind) - FILE_ORDER.indexOf(other.kind))

/** The newest issue that is not finished. */
export const currentIssue = <I extends { readonly state: IssueView['state']; readonly number: number }>(
  years: readonly { readonly issues: readonly I[] }[],
): I | null =>
  years
    .flatMap(({ issues }) => issues)
    .filter(({ state }) => state !== 'finished')
    .reduce<I | null>((newest, issue) => (newest === null || issue.number > newest.number ? issue : newest), null)

/** `còn 9 ngày`, until the day of the issue. */
export const daysLeft = (days: number, say: Say): string =>
  days === 0 ? say('bulletin.days.today') : say(days < 0 ? 'bulletin.days.over' : 'bulletin.days.left', { count: Math.abs(days) })
