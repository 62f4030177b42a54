import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkPlan,
  isAirTime,
  isCivilDay,
  itemPlace,
  movedStep,
  newPlan,
  placedStep,
  PLAN_LIMITS,
  removedStep,
  seededScript,
  stepFaults,
  steppedStep,
  unreadySteps,
} from '#programme/arrange'
import type { PlanStep, ProgrammePlan } from '#programme/plan'
import type { StepView } from '#programme/view'
import { planOf, planStep } from './programme-fixture'

const a = planStep('a')
const b = planStep('b', { story: 'story-1', clip: { from: 1_000, to: 9_000 } })
const c = planStep('c')
const plan = planOf([a, b, c])
const order = ({ steps }: ProgrammePlan) => steps.map(({ id }) => id).join('')

describe('what may be stored', () => {
  const problems = (
    changes: Partial<ProgrammePlan>,
    step: Partial<PlanStep> | null = null,
    films?: ReadonlyMap<string, number | null>,
  ) => checkPlan({ ...planOf([a, step ? { ...b, ...step } : b, c]), ...changes }, films)
  it('a plan in order', () => expect(problems({}, null, new Map([['b', 9_000]]))).toEqual([]))
  it.each<[string, Partial<ProgrammePlan>]>([
    ['channelMissing', { channel: '' }],
    ['languageUnknown', { language: 'fr' as 'en' }],
    ['titleMissing', { title: '  ' }],
    ['titleTooLong', { title: 'x'.repeat(PLAN_LIMITS.title + 1) }],
    ['presenterTooLong', { presenter: 'x'.repeat(PLAN_LIMITS.presenter + 1) }],
    ['airDateInvalid', { airDate: '2026-02-30' }],
    ['airTimeInvalid', { airTime: '24:00' }],
    ['targetInvalid', { targetMs: 0 }],
    ['targetInvalid', { targetMs: 60_000.5 }],
    ['paceInvalid', { pace: 0 }],
  ])('%s', (kind, changes) => expect(problems(changes)).toEqual([{ kind, step: null }]))
  it.each<[string, Partial<PlanStep>]>([
    ['kindUnknown', { kind: 'advert' as 'item' }],
    ['titleTooLong', { title: 'x'.repeat(PLAN_LIMITS.title + 1) }],
    ['introTooLong', { intro: 'x'.repeat(PLAN_LIMITS.intro + 1) }],
    ['scriptTooLong', { script: 'x'.repeat(PLAN_LIMITS.script + 1) }],
    ['notesTooLong', { notes: 'x'.repeat(PLAN_LIMITS.notes + 1) }],
    ['clipInvalid', { clip: { from: -1, to: 5 } }],
    ['clipInvalid', { clip: { from: 5, to: 5 } }],
    ['clipInvalid', { clip: { from: 0, to: Number.NaN } }],
    ['clipWithoutFilm', { story: null }],
  ])('%s of a step', (kind, changes) => expect(problems({}, changes)).toEqual([{ kind, step: 'b' }]))
  it('a clip within its film, as far as its length is known', () => {
    expect(problems({}, null, new Map([['b', 8_999]]))).toEqual([{ kind: 'clipBeyondFilm', step: 'b' }])
    expect(problems({}, null, new Map([['b', null]]))).toEqual([])
    expect(problems({}, null, new Map())).toEqual([{ kind: 'clipWithoutFilm', step: 'b' }])
  })
  it('each step once, and not without end', () => {
    expect(checkPlan(planOf([a, c, a]))).toEqual([{ kind: 'stepTwice', step: 'a' }])
    expect(checkPlan(planOf(Array.from({ length: PLAN_LIMITS.steps + 1 }, (_, n) => planStep(`s${n}`))))).toEqual([
      { kind: 'tooManySteps', step: null },
    ])
  })
  it('days and hours that there are', () => {
    expect(['00:00', '23:59', '7:30', '17:60', '17:30:00'].map(isAirTime)).toEqual([true, true, false, false, false])
    expect(['2028-02-29', '2026-02-29', '2026-13-01', '5/10/2026'].map(isCivilDay)).toEqual([true, false, false, false])
  })
})

describe('arranging', () => {
  it('moves, steps, places and removes', () => {
    expect(order(movedStep(plan, 'a', 2))).toBe('bca')
    expect(order(movedStep(plan, 'c', 0))).toBe('cab')
    expect(order(movedStep(plan, 'a', 99))).toBe('bca')
    expect(order(steppedStep(plan, 'b', -1))).toBe('bac')
    expect(order(placedStep(plan, planStep('d'), 1))).toBe('adbc')
    expect(order(removedStep(plan, 'b'))).toBe('ac')
  })
  it('leaves the plan as it is at its ends, and for what is not in it', () => {
    expect(steppedStep(plan, 'a', -1)).toBe(plan)
    expect(steppedStep(plan, 'c', 1)).toBe(plan)
    expect(steppedStep(plan, 'x', 1)).toBe(plan)
    expect(movedStep(plan, 'x', 0)).toBe(plan)
    expect(removedStep(plan, 'x')).toBe(plan)
  })
  it('never loses or doubles a step, and there is a way back', () =>
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), fc.nat(8), (length, from, to) => {
        const steps = Array.from({ length: length + 1 }, (_, n) => planStep(`s${n}`))
        const start = planOf(steps)
        const at = from % steps.length
        const moved = movedStep(start, `s${at}`, to)
        expect(moved.steps.toSorted((x, y) => (x.id < y.id ? -1 : 1))).toEqual(steps)
        expect(movedStep(moved, `s${at}`, at)).toEqual(start)
      }),
    ))
  it('a new item stands before the closing words', () => {
    expect(itemPlace(planOf([a, planStep('z', { kind: 'closing' })]))).toBe(1)
    expect(itemPlace(plan)).toBe(3)
    expect(itemPlace(planOf())).toBe(0)
  })
  it('begins with opening and closing, and may be stored', () => {
    let n = 0
    const begun = newPlan(
      {
        channel: 'dai',
        language: 'ja',
        title: '今週のラムドン',
        airDate: '2026-10-05',
        opening: 'オープニング',
        closing: '締め',
      },
      () => `id${++n}`,
    )
    expect(begun.steps.map(({ id, kind, title }) => [id, kind, title])).toEqual([
      ['id1', 'opening', 'オープニング'],
      ['id2', 'closing', '締め'],
    ])
    expect({ pace: begun.pace, problems: checkPlan(begun) }).toEqual({ pace: 300, problems: [] })
  })
})

describe('whether a step may go on air', () => {
  const text: NonNullable<StepView['text']> = {
    title: 'Coffee',
    summary: '',
    state: 'released',
    ready: true,
    held: false,
    embargo: null,
    stale: 'no',
    href: null,
  }
  const film: StepView['film'] = { url: '/m.webm', link: null, poster: null, durationMs: 20_000 }
  it.each<[string, PlanStep, Parameters<typeof stepFaults>[1], readonly string[]]>([
    ['own words', a, undefined, []],
    ['own words without words', planStep('a', { script: ' ', title: '' }), undefined, ['titleMissing', 'wordsMissing']],
    ['a released text with its film', b, { text, film }, []],
    ['pictures alone', { ...b, script: '' }, { text, film }, []],
    ['a text that is not there', b, { text: { ...text, state: 'missing', ready: false }, film }, ['textMissing']],
    ['a draft', b, { text: { ...text, state: 'draft', ready: false }, film }, ['textNotReady']],
    ['a held text', b, { text: { ...text, held: true, ready: false }, film }, ['textHeld']],
    ['an embargoed text', b, { text: { ...text, embargo: '2026-10-09T00:00:00.000Z', ready: false }, film }, ['textEmbargoed']],
    ['a clip whose film is gone', b, { text, film: null }, ['filmMissing']],
  ])('%s', (_, step, view, faults) => expect(stepFaults(step, view)).toEqual(faults))
  it('names what is not ready by its title, its text, or its number', () => {
    const steps = [a, { ...b, title: '' }, planStep('c', { title: '' })]
    expect(unreadySteps(planOf(steps), { b: { text: { ...text, ready: false }, film } })).toEqual([
      { step: 'b', title: 'Coffee' },
      { step: 'c', title: '3' },
    ])
  })
  it('a programme without steps is not ready itself', () =>
    expect(unreadySteps(planOf(), {})).toEqual([{ step: null, title: 'Lam Dong Weekly' }]))
})

describe('what a script begins with', () => {
  it('the first sentences, to about half a minute', () => {
    const sentence = 'Coffee growers in Cau Dat have begun the harvest two weeks earlier than last year because of the rain.'
    expect(seededScript({ summary: Array(9).fill(sentence).join(' '), body: '' }, 'en')).toBe(Array(3).fill(sentence).join(' '))
  })
  it('a whole sentence at least', () => {
    const long = `${'đã '.repeat(300)}xong.`
    expect(seededScript({ summary: `${long} Câu sau.`, body: '' }, 'vi')).toBe(long)
  })
  it('the text itself where there is no summary', () =>
    expect(seededScript({ summary: ' ', body: '花が咲きました。\n\n見頃です。' }, 'ja')).toBe('花が咲きました。見頃です。'))
  it('does not end at an initial', () =>
    expect(seededScript({ summary: 'Mr. Nguyen Van A. spoke in Da Lat.', body: '' }, 'en')).toBe(
      'Mr. Nguyen Van A. spoke in Da Lat.',
    ))
  it('of nothing, nothing', () => expect(seededScript({ summary: '', body: '' }, 'vi')).toBe(''))
})
