import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkPlan,
  entriesOf,
  movedEntry,
  newPlanFrom,
  PLAN_LIMITS,
  PLAN_PROBLEMS,
  placedEntry,
  removedEntry,
  spotOf,
  steppedEntry,
} from '#bulletin/arrange'
import type { Plan, PlanEntry, PlanSection } from '#bulletin/plan'

const NAMES = { vi: 'Thời sự', en: 'News', ja: 'ニュース' }
const entry = (id: string, changes: Partial<PlanEntry> = {}): PlanEntry => ({
  id,
  slot: 'brief',
  story: `story-${id}`,
  budget: { vi: 1500, en: null, ja: 800 },
  photos: [],
  notes: '',
  ...changes,
})
const section = (id: string, entries: readonly PlanEntry[], changes: Partial<PlanSection> = {}): PlanSection => ({
  id,
  names: NAMES,
  entries,
  ...changes,
})

/** s1: a b c · s2: d · s3: nothing. */
const plan: Plan = {
  sections: [section('s1', [entry('a'), entry('b'), entry('c')]), section('s2', [entry('d')]), section('s3', [])],
}
const order = ({ sections }: Plan) => sections.map(({ entries }) => entries.map(({ id }) => id).join(' ')).join(' | ')

describe('moving', () => {
  it.each([
    ['a', 's1', 1, 'b a c | d | '],
    ['a', 's1', 2, 'b c a | d | '],
    ['c', 's1', 0, 'c a b | d | '],
    ['b', 's1', 1, 'a b c | d | '],
    ['b', 's2', 1, 'a c | d b | '],
    ['b', 's3', 99, 'a c | d | b'],
    ['b', 's2', -1, 'a c | b d | '],
    ['x', 's2', 0, 'a b c | d | '],
    ['a', 'nowhere', 0, 'a b c | d | '],
  ] as const)('%s to %s at %i', (id, to, index, expected) =>
    expect(order(movedEntry(plan, id, { section: to, index }))).toBe(expected),
  )

  it('loses nothing, doubles nothing, and puts the entry where it was asked to', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('s1', 's2', 's3'), fc.nat(5)), { maxLength: 12 }),
        (moves) => {
          const after = moves.reduce<Plan>((now, [id, to, index]) => {
            const moved = movedEntry(now, id, { section: to, index })
            const length = moved.sections.find((one) => one.id === to)?.entries.length ?? 0
            expect(spotOf(moved, id)).toEqual({ section: to, index: Math.min(index, length - 1) })
            return moved
          }, plan)
          expect(
            entriesOf(after)
              .map((one) => one.entry.id)
              .sort(),
          ).toEqual(['a', 'b', 'c', 'd'])
        },
      ),
      { numRuns: 100 },
    ))
})

describe('by the keys', () => {
  it.each([
    ['b', -1, 'b a c | d | '],
    ['b', 1, 'a c b | d | '],
    ['c', 1, 'a b | c d | '],
    ['d', -1, 'a b c d |  | '],
    ['d', 1, 'a b c |  | d'],
    ['a', -1, 'a b c | d | '],
    ['x', 1, 'a b c | d | '],
  ] as const)('%s by %i', (id, step, expected) => expect(order(steppedEntry(plan, id, step))).toBe(expected))
  it('there and back again', () => expect(steppedEntry(steppedEntry(plan, 'c', 1), 'c', -1)).toEqual(plan))
})

describe('placing and removing', () => {
  it('puts a new entry at its place', () =>
    expect(order(placedEntry(plan, entry('n'), { section: 's1', index: 1 }))).toBe('a n b c | d | '))
  it('takes one out', () => expect(order(removedEntry(plan, 'b'))).toBe('a c | d | '))
  it('leaves the plan that it was given alone', () => {
    const before = structuredClone(plan)
    movedEntry(plan, 'a', { section: 's2', index: 0 })
    removedEntry(plan, 'a')
    expect(plan).toEqual(before)
  })
})

describe('the next issue', () => {
  it('begins with the sections of the last one, empty, under ids of its own', () => {
    let made = 0
    expect(newPlanFrom(plan, () => `new-${++made}`)).toEqual({
      sections: [1, 2, 3].map((number) => ({ id: `new-${number}`, names: NAMES, entries: [] })),
    })
  })
})

describe('a plan', () => {
  const one = (changes: Partial<PlanEntry>): Plan => ({ sections: [section('s1', [entry('a', changes)])] })
  const about = (kind: (typeof PLAN_PROBLEMS)[number], of: string | null, in_: string | null = 's1') => ({
    kind,
    section: in_,
    entry: of,
  })

  it('that is whole may be stored', () =>
    expect([checkPlan(plan), checkPlan({ sections: [] }), checkPlan(one({ story: null, leftOut: ['ja'] }))]).toEqual([
      [],
      [],
      [],
    ]))

  const many = (count: number) => Array.from({ length: count }, (_, index) => `x${index}`)
  it('may be as large as the limits', () =>
    expect([
      checkPlan({
        sections: [
          section(
            's1',
            many(PLAN_LIMITS.entries).map((id) => entry(id)),
          ),
        ],
      }),
      checkPlan({ sections: many(PLAN_LIMITS.sections).map((id) => section(id, [])) }),
      checkPlan(
        one({
          photos: many(PLAN_LIMITS.photos),
          budget: { vi: 1, en: PLAN_LIMITS.budget, ja: null },
          notes: 'x'.repeat(PLAN_LIMITS.notes),
        }),
      ),
      checkPlan({ sections: [section('s1', [], { names: { ...NAMES, en: 'x'.repeat(PLAN_LIMITS.words) } })] }),
    ]).toEqual([[], [], [], []]))

  const WRONG = [
    [{ sections: [section('s1', []), section('s1', [])] }, about('sectionTwice', null)],
    [{ sections: [section('s1', [entry('a')]), section('s2', [entry('a', { story: null })])] }, about('entryTwice', 'a', 's2')],
    [{ sections: [section('', [])] }, about('idMissing', null, '')],
    [{ sections: [section('s1', [], { names: { ...NAMES, ja: ' ' } })] }, about('nameMissing', null)],
    [
      { sections: [section('s1', [], { names: { ...NAMES, en: 'x'.repeat(PLAN_LIMITS.words + 1) } })] },
      about('nameTooLong', null),
    ],
    [one({ slot: 'advertisement' as never }), about('slotUnknown', 'a')],
    [{ sections: [section('s1', [entry('a'), entry('b', { story: 'story-a' })])] }, about('storyTwice', 'b')],
    [one({ photos: ['m1', 'm1'] }), about('photoTwice', 'a')],
    [one({ budget: { vi: 0, en: null, ja: null } }), about('budgetInvalid', 'a')],
    [one({ budget: { vi: 1.5, en: null, ja: null } }), about('budgetInvalid', 'a')],
    [one({ budget: { vi: PLAN_LIMITS.budget + 1, en: null, ja: null } }), about('budgetInvalid', 'a')],
    [one({ leftOut: ['fr' as never] }), about('leftOutInvalid', 'a')],
    [one({ leftOut: ['ja', 'ja'] }), about('leftOutInvalid', 'a')],
    [one({ notes: 'x'.repeat(PLAN_LIMITS.notes + 1) }), about('notesTooLong', 'a')],
    [{ sections: many(PLAN_LIMITS.sections + 1).map((id) => section(id, [])) }, about('tooManySections', null, null)],
    [
      {
        sections: [
          section(
            's1',
            many(PLAN_LIMITS.entries + 1).map((id) => entry(id)),
          ),
        ],
      },
      about('tooManyEntries', null, null),
    ],
    [one({ photos: many(PLAN_LIMITS.photos + 1) }), about('tooManyPhotos', 'a')],
  ] as const
  it.each(WRONG.map(([wrong, problem]) => [problem.kind, wrong, problem] as const))(
    'may not be stored: %s',
    (_, wrong, problem) => expect(checkPlan(wrong)).toEqual([problem]),
  )
  it('has a situation for every problem', () =>
    expect(new Set(WRONG.map(([, { kind }]) => kind))).toEqual(new Set(PLAN_PROBLEMS)))
})
