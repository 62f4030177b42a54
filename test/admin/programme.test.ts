import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DeskProblem } from '../../src/admin/desk-api'
import { applied, differencesOf, joined, reapplied, stepped, undoOf, type Edit } from '../../src/admin/programme/plan-edits'
import { programmeStore, type Doors } from '../../src/admin/programme/programme-store'
import {
  beginnings,
  blocksOf,
  clipAt,
  faster,
  fineClock,
  grouped,
  judged,
  jumped,
  msAt,
  msOf,
  rollAt,
  timed,
  viewIn,
} from '../../src/admin/programme/scene'
import type { ProgrammePlan } from '#programme/plan'
import type { ProgrammeCard, ProgrammeView } from '#programme/view'
import { at, NOON } from '../builders'
import { planOf, planStep } from '../programme/programme-fixture'

const [a, b, c] = [planStep('a'), planStep('b', { clip: { from: 1_000, to: 9_000 } }), planStep('c')]
const plan = planOf([a, b, c])
const order = (of: ProgrammePlan | null) => of?.steps.map(({ id }) => id).join('') ?? null
const script = (step: string, value: string): Edit => ({ do: 'text', step, field: 'script', value })

describe('edits of a plan', () => {
  it.each<[string, Edit, string | null]>([
    ['before another', { do: 'move', step: 'c', before: 'a' }, 'cab'],
    ['to the end', { do: 'move', step: 'a', before: null }, 'bca'],
    ['before itself is no move', { do: 'move', step: 'a', before: 'a' }, null],
    ['of what is gone', { do: 'move', step: 'x', before: 'a' }, null],
    ['a new one', { do: 'add', step: planStep('d'), before: 'b' }, 'adbc'],
    ['a new one whose neighbour is gone', { do: 'add', step: planStep('d'), before: 'x' }, 'abcd'],
    ['one that is there already', { do: 'add', step: a, before: null }, null],
    ['out', { do: 'remove', step: 'b' }, 'ac'],
    ['words of what is gone', script('x', 'y'), null],
  ])('%s', (_, edit, expected) => expect(order(applied(plan, edit))).toBe(expected))

  it('typing is one edit, another field is another', () => {
    const typed = [script('a', 'G'), script('a', 'Go'), script('b', 'H')].reduce<readonly Edit[]>(joined, [])
    expect(typed).toEqual([script('a', 'Go'), script('b', 'H')])
  })
  it('put on what somebody else made of it: what is gone is named, the others stand', () => {
    const theirs = planOf([c, a], { presenter: 'Bùi Minh Thu' })
    const edits: readonly Edit[] = [script('a', 'Mine'), script('b', 'Lost'), { do: 'head', field: 'title', value: 'New' }]
    const { draft: both, kept, lost } = reapplied(theirs, edits)
    expect(both).toEqual({ ...theirs, title: 'New', steps: [c, { ...a, script: 'Mine' }] })
    expect([kept.length, lost]).toEqual([2, [edits[1]]])
  })
  it('a removed step comes back to its place', () => {
    const undo = undoOf(plan, 'b')
    const without = applied(plan, { do: 'remove', step: 'b' })
    expect(undo && without && applied(without, undo)).toEqual(plan)
  })
  it('arrows lead to the ends and no further', () => {
    expect(stepped(plan, 'b', 'up')).toEqual({ do: 'move', step: 'b', before: 'a' })
    expect(stepped(plan, 'b', 'down')).toEqual({ do: 'move', step: 'b', before: null })
    expect(stepped(plan, 'a', 'down')).toEqual({ do: 'move', step: 'a', before: 'c' })
    expect([stepped(plan, 'a', 'up'), stepped(plan, 'c', 'down'), stepped(plan, 'x', 'up')]).toEqual([null, null, null])
  })
  it('says what somebody else did', () =>
    expect(
      differencesOf(plan, planOf([c, { ...a, script: 'x', clip: { from: 0, to: 1 } }, planStep('d')], { airTime: '18:00' })),
    ).toEqual([
      { what: 'head', field: 'airTime' },
      { what: 'added', step: 'd', title: 'Step d' },
      { what: 'removed', step: 'b', title: 'Step b' },
      { what: 'moved', step: 'a', title: 'Step a' },
      { what: 'changed', step: 'a', title: 'Step a', fields: ['script', 'clip'] },
    ]))
})

describe('keeping a programme', () => {
  const view = (of: ProgrammePlan, rev: number) => ({ plan: of, rev }) as ProgrammeView
  const desk = (save: Doors['save'], load: Doors['load'] = () => Promise.resolve(view(plan, 1))) => {
    const shelved: (readonly Edit[])[] = []
    const store = programmeStore({
      load,
      save,
      later: () => () => undefined,
      now: () => new Date(NOON),
      shelf: { read: () => [], write: (edits) => shelved.push(edits) },
    })
    return { store, shelved }
  }
  it('shows at once, sends the whole plan with the version it began from', async () => {
    const sent: unknown[] = []
    const { store, shelved } = desk((change) => {
      sent.push(change)
      return Promise.resolve(view(change.plan, 2))
    })
    await store.load()
    store.edit(script('a', 'Hello.'))
    expect([store.read().draft?.steps[0]?.script, store.read().keeping]).toEqual(['Hello.', 'waiting'])
    expect(await store.flush()).toBe(true)
    expect(sent).toEqual([{ rev: 1, plan: planOf([{ ...a, script: 'Hello.' }, b, c]) }])
    expect([store.read().keeping, shelved.at(-1)]).toEqual(['kept', []])
  })
  it('when somebody was faster, both are shown, and mine goes on top of theirs', async () => {
    const theirs = planOf([a, { ...b, script: 'Theirs' }, c])
    let plans = [plan, theirs]
    const sent: unknown[] = []
    const { store } = desk(
      (change) => {
        sent.push(change)
        if (change.rev === 1) return Promise.reject(new DeskProblem('save.conflict', 409, ''))
        return Promise.resolve(view(change.plan, 3))
      },
      () => {
        const [now = theirs, ...rest] = plans
        plans = rest
        return Promise.resolve(view(now, now === plan ? 1 : 2))
      },
    )
    await store.load()
    store.edit(script('a', 'Mine'))
    expect(await store.flush()).toBe(false)
    expect(store.read().keeping).toBe('conflict')
    expect(store.read().conflict?.theirs.plan).toEqual(theirs)
    store.settle(true)
    expect(await store.flush()).toBe(true)
    expect(sent.at(-1)).toEqual({ rev: 2, plan: planOf([{ ...a, script: 'Mine' }, { ...b, script: 'Theirs' }, c]) })
  })
  it('loses nothing while the line is down', async () => {
    const { store, shelved } = desk(() => Promise.reject(new DeskProblem('network', 0, '')))
    await store.load()
    store.edit(script('a', 'Mine'))
    expect(await store.flush()).toBe(false)
    expect([store.read().keeping, shelved.at(-1)]).toEqual(['offline', [script('a', 'Mine')]])
  })
})

describe('what is shown', () => {
  it('the plan against the clock', () => {
    const { rows, total, over } = timed(planOf([a, b], { targetMs: 10_000 }))
    expect(rows.map(({ start, times }) => [start, times.readMs, times.clipMs])).toEqual([
      [0, 800, 0],
      [800, 800, 8_000],
    ])
    expect([total, over]).toEqual([9_600, -400])
  })
  it.each([
    [0, 'fits'],
    [30_000, 'fits'],
    [30_001, 'over'],
    [-30_001, 'under'],
  ])('%i ms from the target %s', (over, expected) => expect(judged(over)).toBe(expected))
  it('on air, coming, older', () => {
    const card = (id: string, minutes: number, totalMs = 600_000) => ({ id, airAt: at(minutes), totalMs }) as ProgrammeCard
    const { onAir, coming, older } = grouped(
      [card('old', -100), card('next', 30), card('now', -5), card('later', 60), card('older', -200)],
      new Date(NOON),
    )
    const ids = (cards: readonly ProgrammeCard[]) => cards.map(({ id }) => id)
    expect([ids(onAir), ids(coming), ids(older)]).toEqual([['now'], ['next', 'later'], ['old', 'older']])
  })
  it('a view that is none of ours is the rundown', () =>
    expect(['prompter', 'print', 'x', null].map((view) => viewIn({ get: () => view }))).toEqual([
      'prompter',
      'print',
      'rundown',
      'rundown',
    ]))
})

describe('times as people type them', () => {
  it.each([
    ['4:05', 245_000],
    ['65', 65_000],
    ['0:05,5', 5_500],
    ['1:04:05.25', 3_845_250],
    [' 10:00 ', 600_000],
    ['0:75', null],
    ['', null],
    ['4:', null],
    ['vài phút', null],
  ])('“%s” is %s', (text, ms) => expect(msOf(text)).toBe(ms))
  it('what is shown is what is read', () =>
    fc.assert(
      fc.property(fc.nat(5_999_999), (ms) => {
        expect(msOf(fineClock(ms))).toBe(ms)
      }),
    ))
})

describe('in and out', () => {
  it.each([
    [null, 'from', 5_000, 20_000, { from: 5_000, to: 20_000 }],
    [null, 'from', 5_000, null, { from: 5_000, to: 15_000 }],
    [{ from: 1_000, to: 9_000 }, 'to', 12_500, 20_000, { from: 1_000, to: 12_500 }],
    [{ from: 1_000, to: 9_000 }, 'from', 10_000, 20_000, { from: 10_000, to: 20_000 }],
    [{ from: 5_000, to: 9_000 }, 'to', 3_000, 20_000, { from: 0, to: 3_000 }],
    [{ from: 5_000, to: 9_000 }, 'to', 99_000, 20_000, { from: 5_000, to: 20_000 }],
  ] as const)('%j, %s at %i of %s', (clip, end, ms, length, expected) => expect(clipAt(clip, end, ms, length)).toEqual(expected))
  it('stay within the film, and in before out', () =>
    fc.assert(
      fc.property(
        fc.option(fc.tuple(fc.nat(19_000), fc.integer({ min: 100, max: 1_000 }))),
        fc.constantFrom('from', 'to'),
        fc.integer({ min: -5_000, max: 50_000 }),
        (clip, end, ms) => {
          const { from, to } = clipAt(clip && { from: clip[0], to: clip[0] + clip[1] }, end, ms, 20_000)
          expect(from >= 0 && to <= 20_000 && to - from >= 100).toBe(true)
        },
      ),
    ))
})

describe('the prompter', () => {
  const blocks = blocksOf(planOf([{ ...a, intro: 'First.' }, planStep('silent', { script: ' ' }), b]))
  const stretches = [
    { top: 10, height: 100, ms: 1_000 },
    { top: 150, height: 300, ms: 2_000 },
  ]
  it('reads intro and script, then shows how long the clip runs; what is silent is left out', () =>
    expect(blocks.map(({ step, kind, ms }) => [step, kind, ms])).toEqual([
      ['a', 'intro', 400],
      ['a', 'script', 800],
      ['b', 'script', 800],
      ['b', 'clip', 8_000],
    ]))
  it('lasts as long as the rundown says', () =>
    expect(blocks.reduce((sum, { ms }) => sum + ms, 0)).toBe(timed(planOf([{ ...a, intro: 'First.' }, b])).total))
  it('jumps by steps', () => {
    const starts = beginnings(blocks)
    expect(starts).toEqual([
      { step: 'a', ms: 0 },
      { step: 'b', ms: 1_200 },
    ])
    expect([jumped(starts, 0, 1), jumped(starts, 1_200, 1), jumped(starts, 5_000, -1), jumped(starts, 2_000, -1)]).toEqual([
      1_200, 1_200, 1_200, 0,
    ])
  })
  it('rolls evenly within a block', () =>
    expect([0, 500, 1_000, 2_000, 3_000, 9_000].map((ms) => rollAt(stretches, ms))).toEqual([10, 60, 110, 300, 450, 450]))
  it('a roll that was moved by hand knows its time', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), (ms) => {
        expect(msAt(stretches, rollAt(stretches, ms))).toBeCloseTo(ms, 6)
      }),
    ))
  it('speed goes by steps between half and double', () => {
    expect(faster(1, 1)).toBe(1.05)
    expect([faster(2, 1), faster(0.5, -1)]).toEqual([2, 0.5])
  })
})
