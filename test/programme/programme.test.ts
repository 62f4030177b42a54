import { describe, expect, it } from 'vitest'
import { NewsroomError, type Person } from '#newsroom'
import {
  judgeProgramme,
  moveProgramme,
  newProgrammeRow,
  PROGRAMME_MOVES,
  PROGRAMME_STATES,
  programmeChanged,
  programmeOffers,
  shownProgramme,
  urgentChanges,
} from '#programme/programme'
import type { ProgrammeArgs, ProgrammeRow, ProgrammeSituation, TextNow } from '#programme/programme'
import { PROGRAMME_VERBS, type ProgrammeVerb } from '#programme/view'
import { at, digestOf, ITEM, NOON, OTHER_ITEM, PEOPLE } from '../builders'

const { producer, chief, otherChief } = PEOPLE
const CONTENTS = digestOf('contents')
const SNAPSHOT = digestOf('snapshot')
const CHANGED = digestOf('changed')
const mark = (who: Person, when = NOON) => ({ by: who.id, name: who.name, at: when })

const open: ProgrammeRow = newProgrammeRow({ programme: 'p1', item: ITEM, language: 'en' })
const closed: ProgrammeRow = {
  ...open,
  state: 'closed',
  composers: [producer.id],
  closed: { ...mark(producer), contents: CONTENTS, snapshot: SNAPSHOT },
}
const approved: ProgrammeRow = { ...closed, state: 'approved', approval: { ...mark(chief), digest: SNAPSHOT } }

const RELEASED = [{ seq: 40, version: 1, kind: 'release', snapshotDigest: SNAPSHOT }] as const
const OLDER = [{ seq: 40, version: 1, kind: 'release', snapshotDigest: digestOf('older') }] as const
const WITHDRAWN = [...RELEASED, { seq: 51, version: 2, kind: 'withdrawal', snapshotDigest: null }] as const

const situation = (changes: Partial<ProgrammeSituation> = {}): ProgrammeSituation => ({
  row: open,
  person: producer,
  now: NOON,
  history: [],
  present: CONTENTS,
  unready: [],
  snapshot: SNAPSHOT,
  ...changes,
})
const code = (verb: ProgrammeVerb, changes: Partial<ProgrammeSituation>, args: ProgrammeArgs = {}) =>
  judgeProgramme(verb, situation(changes), { digest: SNAPSHOT, ...args })?.code ?? null

describe('the table', () => {
  it('has every verb of the screens once, in their order', () =>
    expect(PROGRAMME_MOVES.map(({ verb }) => verb)).toEqual(PROGRAMME_VERBS))

  const everybody = Object.values(PEOPLE)
  const rows = { open, closed, approved } as const
  it.each(PROGRAMME_MOVES)('$verb leads from its states alone, by its people alone', ({ verb, from, by, when }) => {
    const history = (when as readonly string[]).includes('live') ? OLDER : []
    const pairs = (may: (state: (typeof PROGRAMME_STATES)[number], who: Person) => boolean) =>
      PROGRAMME_STATES.flatMap((state) => everybody.filter((who) => may(state, who)).map((who) => `${state} ${who.id}`))
    const said = { reason: 'Sai số liệu', note: 'Sai số liệu', digest: SNAPSHOT }
    expect(
      pairs((state, person) => judgeProgramme(verb, situation({ row: rows[state], person, history }), said) === null),
    ).toEqual(
      pairs(
        (state, { roles }) =>
          (from as readonly string[]).includes(state) &&
          (by as readonly string[]).some((role) => (roles as readonly string[]).includes(role)),
      ),
    )
  })
})

describe('closing', () => {
  it('freezes order, words and files, and makes its person one of the composers', () =>
    expect(moveProgramme('close', situation())).toEqual({ ...closed, reopened: null }))
  it('waits for every step, and names those that are not ready', () =>
    expect(judgeProgramme('close', situation({ present: null, unready: [{ step: 's3', title: 'Coffee harvest' }] }))).toEqual({
      code: 'programme.unready',
      facts: { verb: 'close', count: 1, titles: ['Coffee harvest'] },
    }))
  it('without contents or files freezes nothing', () => {
    expect(code('close', { present: null })).toBe('programme.unready')
    expect(() => moveProgramme('close', situation({ snapshot: null }))).toThrow(
      new NewsroomError('programme.unready', { count: 0, titles: [] }),
    )
  })
})

describe('approving', () => {
  it('is of what was looked at: nothing is signed unseen, nor what was closed anew meanwhile', () => {
    expect(judgeProgramme('approve', situation({ row: closed, person: chief }))?.code).toBe('approve.notLooked')
    expect(code('approve', { row: closed, person: chief }, { digest: digestOf('closed before') })).toBe('approve.changed')
  })
  const waiting = { row: closed, person: chief }
  it('binds what was closed', () =>
    expect(moveProgramme('approve', situation({ ...waiting, now: at(5) }), { digest: SNAPSHOT }).approval).toEqual({
      ...mark(chief, at(5)),
      digest: SNAPSHOT,
    }))
  it.each([
    ['whoever arranged it', { ...closed, composers: [producer.id, chief.id] }],
    [
      'whoever closed it, after a release has emptied the list',
      { ...closed, composers: [], closed: { ...mark(chief), contents: CONTENTS, snapshot: SNAPSHOT } },
    ],
  ])('is not for %s', (_, row) => expect(code('approve', { ...waiting, row })).toBe('approve.ownWork'))
  it('is refused when anything changed since it was closed', () =>
    expect(code('approve', { ...waiting, present: CHANGED })).toBe('programme.changed'))
  it('is refused of an open programme with the way out', () =>
    expect(code('approve', { person: chief })).toBe('programme.notClosed'))
})

describe('release and correction', () => {
  const ready = { row: approved, person: chief }
  it('a release empties the list of composers and keeps the approval', () =>
    expect(moveProgramme('release', situation(ready))).toEqual({
      ...approved,
      composers: [],
      composersOfLive: approved.composers,
    }))
  it.each<[string, Partial<ProgrammeSituation>, string]>([
    ['a text in it changed', { present: CHANGED }, 'programme.changed'],
    ['a step is not ready any more', { present: null, unready: [{ step: 's1', title: 'x' }] }, 'programme.unready'],
    [
      'the approval is of something else',
      { row: { ...approved, approval: { ...mark(chief), digest: CHANGED } } },
      'approve.void',
    ],
    ['the approver had written in it', { row: { ...approved, composers: [chief.id] } }, 'approve.ownWork'],
    ['it is out already', { history: RELEASED }, 'move.live'],
  ])('no release when %s', (_, changes, expected) => expect(code('release', { ...ready, ...changes })).toBe(expected))
  it('a correction asks what is corrected, and is of what differs alone', () => {
    expect(code('correct', { ...ready, history: OLDER })).toBe('correct.noteMissing')
    expect(code('correct', { ...ready, history: OLDER }, { note: 'Tên người sai.' })).toBeNull()
    expect(code('correct', { ...ready, history: RELEASED }, { note: 'x' })).toBe('programme.unchanged')
    expect(code('correct', ready, { note: 'x' })).toBe('move.notLive')
  })
  it('a withdrawn programme may be released again', () => expect(code('release', { ...ready, history: WITHDRAWN })).toBeNull())
})

describe('reopening and withdrawing', () => {
  it('asks a reason', () => {
    expect(code('reopen', { row: approved })).toBe('move.reasonMissing')
    expect(code('withdraw', { row: approved, person: chief, history: RELEASED }, { reason: ' ' })).toBe('move.reasonMissing')
  })
  it('reopening voids closing and approval, and keeps who composed', () =>
    expect(moveProgramme('reopen', situation({ row: approved, person: chief }), { reason: 'Thiếu tin' })).toEqual({
      ...open,
      composers: [producer.id],
      reopened: { ...mark(chief), reason: 'Thiếu tin' },
    }))
  it('withdrawing lets the approval fall; what is open stays open', () => {
    const gone = (row: ProgrammeRow) =>
      moveProgramme('withdraw', situation({ row, person: chief, history: RELEASED }), { reason: 'Gỡ' })
    expect(gone(approved)).toEqual({ ...closed })
    expect(gone(open)).toEqual(open)
  })
})

describe('who composed', () => {
  it('is noted once', () =>
    expect([producer.id, chief.id, producer.id].reduce(programmeChanged, open).composers).toEqual([producer.id, chief.id]))
})

describe('what is shown', () => {
  it.each([
    ['open', open, [], CONTENTS],
    ['closed', closed, [], CONTENTS],
    ['void', closed, [], CHANGED],
    ['approved', approved, [], CONTENTS],
    ['void', approved, [], null],
    ['released', approved, RELEASED, CONTENTS],
    ['releasedNewer', approved, RELEASED, CHANGED],
    ['releasedNewer', open, RELEASED, CONTENTS],
    ['withdrawn', closed, WITHDRAWN, CONTENTS],
    ['approved', approved, WITHDRAWN, CONTENTS],
  ] as const)('%s', (shown, row, history, present) => expect(shownProgramme(row, history, present)).toBe(shown))
})

describe('the buttons', () => {
  const offers = (changes: Partial<ProgrammeSituation>) =>
    programmeOffers(situation(changes)).map(({ verb, primary, refusal }) => [verb, primary, refusal?.code ?? null])
  it('the producer closes; the chief sees what is waited for', () => {
    expect(offers({})).toEqual([['close', true, null]])
    expect(offers({ person: chief })).toEqual([['close', false, 'move.notYours']])
  })
  it('a chief approves what another composed', () => {
    expect(offers({ row: closed, person: chief })).toEqual([
      ['reopen', false, null],
      ['approve', true, null],
    ])
    expect(offers({ row: { ...closed, composers: [chief.id] }, person: chief })).toEqual([
      ['reopen', false, null],
      ['approve', false, 'approve.ownWork'],
    ])
  })
  it('what changed under an approval is opened first', () =>
    expect(offers({ row: approved, present: CHANGED })).toEqual([['reopen', true, null]]))
  it('on air it is corrected or withdrawn', () =>
    expect(offers({ row: approved, person: otherChief, history: OLDER })).toEqual([
      ['reopen', false, null],
      ['correct', true, null],
      ['withdraw', false, null],
    ]))
})

describe('what a producer is told at once', () => {
  const steps = [
    { id: 's1', title: 'Opening', text: null },
    { id: 's2', title: 'Coffee', text: { item: ITEM, digest: CONTENTS } },
    { id: 's3', title: 'Visit', text: { item: OTHER_ITEM, digest: CONTENTS } },
  ]
  const told = (last: Readonly<Record<string, TextNow>>, now = NOON) =>
    urgentChanges(steps, { lastOf: new Map(Object.entries(last)), airAt: at(60), now })
  const live: TextNow = { kind: 'release', digest: CONTENTS, at: at(-90) }

  it('nothing while the texts stand', () => expect(told({ [ITEM]: live })).toEqual([]))
  it('a correction and a withdrawal, each with its step', () =>
    expect(
      told({
        [ITEM]: { kind: 'correction', digest: CHANGED, at: at(-2) },
        [OTHER_ITEM]: { kind: 'withdrawal', digest: null, at: at(-1) },
      }),
    ).toEqual([
      { step: 's2', title: 'Coffee', kind: 'corrected', at: at(-2) },
      { step: 's3', title: 'Visit', kind: 'withdrawn', at: at(-1) },
    ]))
  it('a correction that the programme has taken in already is none', () =>
    expect(told({ [ITEM]: { kind: 'correction', digest: CONTENTS, at: at(-2) } })).toEqual([]))
  it('nothing once it is on air: then it is corrected', () =>
    expect(told({ [OTHER_ITEM]: { kind: 'withdrawal', digest: null, at: at(59) } }, at(60))).toEqual([]))
})
