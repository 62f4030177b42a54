import { describe, expect, it } from 'vitest'
import {
  defaultDate,
  defaultDeadlines,
  EDITION_MOVES,
  EDITION_STATES,
  editionChanged,
  editionOffers,
  issueState,
  judgeEdition,
  moveEdition,
  newEditionRow,
  nextQuarter,
  numbersOf,
  quarterOf,
  shownEdition,
  taskList,
} from '#bulletin/issue'
import type { EditionArgs, EditionRow, EditionSituation, Progress } from '#bulletin/issue'
import { EDITION_VERBS } from '#bulletin/view'
import type { EditionVerb } from '#bulletin/view'
import { NewsroomError } from '#newsroom'
import type { Person } from '#newsroom'
import { at, digestOf, ITEM, NOON, PEOPLE, person } from '../builders'

const { bulletinEditor, chief, otherChief } = PEOPLE
const CONTENTS = digestOf('contents')
const SNAPSHOT = digestOf('snapshot')
const CHANGED = digestOf('changed')
const mark = (who: Person, when = NOON) => ({ by: who.id, name: who.name, at: when })

const open: EditionRow = newEditionRow({ bulletin: 'b1', item: ITEM, language: 'ja' })
const closed: EditionRow = {
  ...open,
  state: 'closed',
  composers: [bulletinEditor.id],
  closed: { ...mark(bulletinEditor), contents: CONTENTS, snapshot: SNAPSHOT, notice: null },
}
const approved: EditionRow = {
  ...closed,
  state: 'approved',
  approval: { ...mark(chief), digest: SNAPSHOT, acknowledged: false },
}
const notice = { page: 12, wrong: '33.000億ドン', right: '33兆ドン' }
const corrected: EditionRow = {
  ...approved,
  closed: { ...mark(bulletinEditor), contents: CONTENTS, snapshot: SNAPSHOT, notice },
}

const RELEASED = [{ seq: 40, version: 1, kind: 'release', snapshotDigest: SNAPSHOT }] as const
const OLDER = [{ seq: 40, version: 1, kind: 'release', snapshotDigest: digestOf('older') }] as const
const WITHDRAWN = [...RELEASED, { seq: 51, version: 2, kind: 'withdrawal', snapshotDigest: null }] as const

const situation = (changes: Partial<EditionSituation> = {}): EditionSituation => ({
  row: open,
  person: bulletinEditor,
  now: NOON,
  history: [],
  present: CONTENTS,
  unready: [],
  preflight: { stop: 0, warn: 2 },
  pages: { faults: 0 },
  differs: false,
  snapshot: SNAPSHOT,
  ...changes,
})

const code = (verb: EditionVerb, changes: Partial<EditionSituation>, args: EditionArgs = {}) =>
  judgeEdition(verb, situation(changes), { digest: SNAPSHOT, ...args })?.code ?? null

describe('the table', () => {
  it('has every verb of the screens once, in their order', () =>
    expect(EDITION_MOVES.map(({ verb }) => verb)).toEqual(EDITION_VERBS))

  const everybody = Object.values(PEOPLE)
  const REASON = { reason: 'Sai số liệu', notice, digest: SNAPSHOT }
  const rows = { open, closed, approved } as const
  it.each(EDITION_MOVES)('$verb leads from its states alone, by its people alone', ({ verb, from, by, when }) => {
    const history = (when as readonly string[]).includes('live') ? OLDER : []
    const allowed = EDITION_STATES.flatMap((state) =>
      everybody
        .filter(
          (who) =>
            judgeEdition(
              verb,
              situation({ row: verb === 'reissue' ? { ...corrected, state } : rows[state], person: who, history }),
              REASON,
            ) === null,
        )
        .map((who) => `${state} ${who.id}`),
    )
    const expected = (from as readonly (typeof EDITION_STATES)[number][]).flatMap((state) =>
      everybody
        .filter(({ roles }) => (by as readonly string[]).some((role) => (roles as readonly string[]).includes(role)))
        .map((who) => `${state} ${who.id}`),
    )
    expect(allowed).toEqual(expected)
  })
})

describe('closing', () => {
  it('freezes order, texts and files, and makes its person one of the composers', () =>
    expect(moveEdition('close', situation())).toEqual({
      ...open,
      state: 'closed',
      composers: [bulletinEditor.id],
      closed: { ...mark(bulletinEditor), contents: CONTENTS, snapshot: SNAPSHOT, notice: null },
    }))
  it('waits for every text, and names those that are not ready', () =>
    expect(judgeEdition('close', situation({ present: null, unready: [{ entry: 'e3', title: 'Mùa hoa dã quỳ' }] }))).toEqual({
      code: 'edition.unready',
      facts: { verb: 'close', count: 1, titles: ['Mùa hoa dã quỳ'] },
    }))
  it('of an issue in which nothing stands is refused', () => expect(code('close', { present: null })).toBe('edition.unready'))
  it('waits until the pages can be set', () => expect(code('close', { pages: { faults: 2 } })).toBe('edition.faults'))
  it('without files freezes nothing', () =>
    expect(() => moveEdition('close', situation({ snapshot: null }))).toThrow(new NewsroomError('print.failed')))
  it('of what readers have already asks what was wrong and what is right, since the pages print it', () => {
    expect(code('close', { history: OLDER })).toBe('edition.noticeMissing')
    expect(code('close', { history: OLDER }, { notice: { ...notice, right: ' ' } })).toBe('edition.noticeMissing')
    expect(moveEdition('close', situation({ history: OLDER }), { notice }).closed?.notice).toEqual(notice)
  })
  it('keeps no notice where readers have nothing', () =>
    expect(moveEdition('close', situation(), { notice }).closed?.notice).toBeNull())
})

describe('reopening', () => {
  it('asks a reason', () => expect(code('reopen', { row: approved })).toBe('move.reasonMissing'))
  it('voids the approval, and keeps who composed', () =>
    expect(moveEdition('reopen', situation({ row: approved, person: chief }), { reason: 'Thiếu ảnh bìa' })).toEqual({
      ...open,
      composers: [bulletinEditor.id],
      reopened: { ...mark(chief), reason: 'Thiếu ảnh bìa' },
    }))
  it('leaves what is live to its readers', () =>
    expect(shownEdition(moveEdition('reopen', situation({ row: approved }), { reason: 'x' }), RELEASED, CONTENTS)).toBe(
      'releasedNewer',
    ))
})

describe('approving', () => {
  it('is of what was looked at: nothing is signed unseen, nor what was closed anew meanwhile', () => {
    expect(judgeEdition('approve', situation({ row: closed, person: chief }))?.code).toBe('approve.notLooked')
    expect(code('approve', { row: closed, person: chief }, { digest: digestOf('closed before') })).toBe('approve.changed')
  })
  const waiting = { row: closed, person: chief }
  it('binds what was closed', () =>
    expect(moveEdition('approve', situation({ ...waiting, now: at(5) }), { digest: SNAPSHOT }).approval).toEqual({
      ...mark(chief, at(5)),
      digest: SNAPSHOT,
      acknowledged: false,
    }))
  it('needs no skill in the language: every text has its own approval', () => expect(code('approve', waiting)).toBeNull())
  it('is not for whoever composed the issue', () =>
    expect(code('approve', { ...waiting, row: editionChanged(closed, chief.id) })).toBe('edition.ownWork'))
  it('is not for whoever closed it, also after a release has emptied the list', () => {
    const both = person(['chief', 'bulletinEditor'], { id: bulletinEditor.id })
    const released = moveEdition('release', situation({ row: approved, person: chief }))
    const again = moveEdition('withdraw', situation({ row: released, person: otherChief, history: RELEASED }), { reason: 'x' })
    expect([released.composers, again.state]).toEqual([[], 'closed'])
    expect(code('approve', { row: again, person: both, history: WITHDRAWN })).toBe('edition.ownWork')
  })
  it('is refused once something has changed since it was closed', () =>
    expect(code('approve', { ...waiting, present: CHANGED })).toBe('edition.changed'))
  it('waits for preflight, which may warn but not stop', () => {
    expect(code('approve', { ...waiting, preflight: null })).toBe('edition.preflight')
    expect(code('approve', { ...waiting, preflight: { stop: 1, warn: 0 } })).toBe('edition.preflight')
    expect(code('approve', { ...waiting, preflight: { stop: 0, warn: 9 } })).toBeNull()
  })
  it('of other entries than those of other languages asks a tick, and keeps it', () => {
    expect(code('approve', { ...waiting, differs: true })).toBe('edition.notAcknowledged')
    expect(
      moveEdition('approve', situation({ ...waiting, differs: true }), { digest: SNAPSHOT, acknowledged: true }).approval
        ?.acknowledged,
    ).toBe(true)
  })
  it('comes after closing', () => expect(code('approve', { person: chief })).toBe('edition.notClosed'))
})

describe('releasing', () => {
  const ready = { row: approved, person: otherChief }
  it('begins a new count of composers', () =>
    expect(moveEdition('release', situation(ready))).toEqual({
      ...approved,
      composers: [],
      composersOfLive: approved.composers,
    }))
  it('is nobody’s own work no longer only while it is out: after a withdrawal every composer counts again', () => {
    const out = { ...moveEdition('release', situation(ready)), composers: ['thu'] }
    const history = [{ seq: 1, version: 1, kind: 'release', snapshotDigest: null }] as const
    const down = moveEdition('withdraw', situation({ ...ready, row: out, history }), { reason: 'Sai.' })
    expect(down.composers).toEqual([...approved.composers, 'thu'])
  })
  it('is refused when a text changed since', () =>
    expect(code('release', { ...ready, present: CHANGED })).toBe('edition.changed'))
  it('is refused when a text was taken down since', () =>
    expect(code('release', { ...ready, present: null, unready: [{ entry: 'e1', title: 'Hoa' }] })).toBe('edition.unready'))
  it('is refused when the files are not those that were approved', () =>
    expect(
      code('release', { ...ready, row: { ...approved, approval: { ...mark(chief), digest: CHANGED, acknowledged: false } } }),
    ).toBe('approve.void'))
  it('is refused when its approver has composed since', () =>
    expect(code('release', { ...ready, row: editionChanged(approved, chief.id) })).toBe('edition.ownWork'))
  it('is refused when preflight has found something since; it need not run again', () => {
    expect(code('release', { ...ready, preflight: { stop: 1, warn: 0 } })).toBe('edition.preflight')
    expect(code('release', { ...ready, preflight: null })).toBeNull()
  })
  it('happens once', () => expect(code('release', { ...ready, history: RELEASED })).toBe('move.live'))
  it('comes again after a withdrawal, once somebody approves again', () => {
    const taken = moveEdition('withdraw', situation({ ...ready, history: RELEASED }), { reason: 'Sai bản đồ' })
    expect(taken).toEqual({ ...closed, approval: null })
    const again = moveEdition('approve', situation({ row: taken, person: chief, history: WITHDRAWN }), { digest: SNAPSHOT })
    expect(code('release', { row: again, person: chief, history: WITHDRAWN })).toBeNull()
  })
})

describe('reissuing', () => {
  const ready = { row: corrected, person: chief, history: OLDER }
  it('takes the place of what readers have', () => expect(code('reissue', ready)).toBeNull())
  it('of the very same is refused', () => expect(code('reissue', { ...ready, history: RELEASED })).toBe('edition.unchanged'))
  it('needs the notice that was closed with it', () =>
    expect(code('reissue', { ...ready, row: approved })).toBe('edition.noticeMissing'))
  it('needs something to put right', () => expect(code('reissue', { ...ready, history: WITHDRAWN })).toBe('move.notLive'))
})

describe('withdrawing', () => {
  it.each(EDITION_STATES)('is possible while %s, by any chief, with a reason', (state) => {
    const row = { open, closed, approved }[state]
    expect(code('withdraw', { row, person: otherChief, history: RELEASED })).toBe('move.reasonMissing')
    expect(moveEdition('withdraw', situation({ row, person: otherChief, history: RELEASED }), { reason: 'Sai bản đồ' })).toEqual({
      ...row,
      state: state === 'approved' ? 'closed' : state,
      approval: null,
    })
  })
  it('needs readers', () => expect(code('withdraw', { person: chief }, { reason: 'x' })).toBe('move.notLive'))
})

describe('composing', () => {
  it('counts everybody once and leaves the state alone: what was frozen is void by its digest', () => {
    const twice = editionChanged(editionChanged(approved, 'mai'), 'mai')
    expect(twice).toEqual({ ...approved, composers: [bulletinEditor.id, 'mai'] })
    expect(shownEdition(twice, [], CHANGED)).toBe('void')
  })
})

describe('what is shown', () => {
  it.each([
    ['open', open, [], CONTENTS],
    ['open', open, [], null],
    ['closed', closed, [], CONTENTS],
    ['void', closed, [], CHANGED],
    ['void', closed, [], null],
    ['approved', approved, [], CONTENTS],
    ['void', approved, [], CHANGED],
    ['void', { ...approved, approval: { ...mark(chief), digest: CHANGED, acknowledged: false } }, [], CONTENTS],
    ['released', approved, RELEASED, CONTENTS],
    ['releasedNewer', approved, RELEASED, CHANGED],
    ['releasedNewer', approved, OLDER, CONTENTS],
    ['releasedNewer', open, RELEASED, CONTENTS],
    ['withdrawn', closed, WITHDRAWN, CONTENTS],
    ['withdrawn', open, WITHDRAWN, CONTENTS],
    ['approved', approved, WITHDRAWN, CONTENTS],
  ] as const)('%s', (shown, row, history, present) => expect(shownEdition(row, history, present)).toBe(shown))
})

describe('buttons', () => {
  const offered = (changes: Partial<EditionSituation>) =>
    editionOffers(situation(changes)).map(({ verb, refusal, primary, asks }) => [verb, refusal?.code ?? 'may', primary, asks])

  it('of an open edition: closing, which everybody may read', () => {
    expect(offered({})).toEqual([['close', 'may', true, []]])
    expect(offered({ person: PEOPLE.reporter })).toEqual([['close', 'move.notYours', false, []]])
  })
  it('of a closed edition, for a chief', () =>
    expect(offered({ row: closed, person: chief, differs: true })).toEqual([
      ['reopen', 'may', false, ['reason']],
      ['approve', 'may', true, ['looked', 'difference']],
    ]))
  it('of a closed edition that changed since: it is opened first', () =>
    expect(offered({ row: closed, person: chief, present: CHANGED })).toEqual([
      ['reopen', 'may', true, ['reason']],
      ['approve', 'edition.changed', false, ['looked']],
    ]))
  it('of what readers have as it is', () =>
    expect(offered({ row: approved, person: chief, history: RELEASED })).toEqual([
      ['reopen', 'may', false, ['reason']],
      ['reissue', 'edition.unchanged', false, []],
      ['withdraw', 'may', false, ['reason']],
    ]))
  it('of a released edition that is being corrected: closing asks the notice', () =>
    expect(offered({ history: RELEASED })).toEqual([['close', 'may', true, ['notice']]]))
})

describe('an issue', () => {
  const none = { vi: [], en: [], ja: [] }
  it.each([
    ['planned', 0, none],
    ['production', 1, none],
    ['production', 1, { ...none, vi: RELEASED }],
    ['finished', 1, { vi: RELEASED, en: WITHDRAWN, ja: [] }],
  ] as const)('is %s', (state, entries, histories) =>
    expect(issueState({ entries, languages: ['vi', 'en'], histories })).toBe(state),
  )

  it('follows the last one, whatever their order', () =>
    expect(
      nextQuarter(
        [
          { year: 2026, quarter: 4 },
          { year: 2025, quarter: 4 },
        ],
        '2026-11-24',
      ),
    ).toEqual({ year: 2027, quarter: 1 }))
  it('is of the quarter of today where there is none', () =>
    expect([nextQuarter([], '2026-01-01'), quarterOf('2026-12-31'), quarterOf('2026-06-30')]).toEqual([
      { year: 2026, quarter: 1 },
      { year: 2026, quarter: 4 },
      { year: 2026, quarter: 2 },
    ]))

  it.each([
    [2017, 3, 1, 1],
    [2017, 4, 2, 2],
    [2018, 1, 3, 1],
    [2020, 4, 14, 4],
    [2026, 4, 38, 4],
  ] as const)(
    'of a newsroom that holds none before it: %i/%i is number %i, %i in its year',
    (year, quarter, number, numberInYear) => expect(numbersOf({ year, quarter }, [])).toEqual({ number, numberInYear }),
  )
  it('counts on from the one before it, also over a quarter without an issue', () => {
    const issues = [
      { year: 2026, quarter: 1, number: 30, numberInYear: 1 },
      { year: 2026, quarter: 2, number: 31, numberInYear: 2 },
    ] as const
    expect(numbersOf({ year: 2026, quarter: 4 }, issues)).toEqual({ number: 32, numberInYear: 3 })
    expect(numbersOf({ year: 2027, quarter: 1 }, issues)).toEqual({ number: 32, numberInYear: 1 })
  })

  it('bears the last day of its quarter', () =>
    expect(([1, 2, 3, 4] as const).map((quarter) => defaultDate({ year: 2026, quarter }))).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
    ]))
  it('is due at five in the afternoon of working days: what falls on a Sunday, on the Friday before', () =>
    expect(defaultDeadlines('2026-12-31')).toEqual({
      // 45 days before is Monday 16 November, 16 days before Tuesday 15, 11 days before Sunday 20, 4 days before Sunday 27.
      vi: {
        collected: '2026-11-16T10:00:00.000Z',
        closed: '2026-12-15T10:00:00.000Z',
        approved: '2026-12-18T10:00:00.000Z',
        printed: '2026-12-25T10:00:00.000Z',
      },
      en: {
        translated: '2026-12-07T10:00:00.000Z',
        closed: '2026-12-15T10:00:00.000Z',
        approved: '2026-12-18T10:00:00.000Z',
        printed: '2026-12-25T10:00:00.000Z',
      },
      ja: {
        translated: '2026-12-07T10:00:00.000Z',
        closed: '2026-12-15T10:00:00.000Z',
        approved: '2026-12-18T10:00:00.000Z',
        printed: '2026-12-25T10:00:00.000Z',
      },
    }))
})

describe('tasks', () => {
  const begun: Progress = { entries: 4, begun: 4, ready: 3, state: 'open', released: false, printed: false }
  const deadlines = {
    vi: { collected: at(-60), printed: at(90) },
    en: { translated: at(-30), closed: NOON },
    ja: {},
  }
  it('come by their day; what is past and not done is late', () =>
    expect(taskList(deadlines, { vi: begun, en: begun, ja: begun }, NOON)).toEqual([
      { language: 'vi', key: 'collected', due: at(-60), done: true, late: false },
      { language: 'en', key: 'translated', due: at(-30), done: false, late: true },
      { language: 'en', key: 'closed', due: NOON, done: false, late: false },
      { language: 'vi', key: 'printed', due: at(90), done: false, late: false },
    ]))
  it('of a released edition are done, but for the copies; without entries nothing is', () => {
    const released: Progress = { ...begun, released: true }
    const empty: Progress = { ...begun, entries: 0, begun: 0, ready: 0 }
    expect(taskList(deadlines, { vi: empty, en: released, ja: begun }, NOON).map(({ done }) => done)).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(taskList(deadlines, { vi: { ...released, printed: true }, en: begun, ja: begun }, NOON)[3]?.done).toBe(true)
  })
})
