import { describe, expect, it } from 'vitest'
import { clockSkew, dueAt, isDue, untilDue } from '#publication/embargo'
import { at, NOON } from '../builders'

describe('an embargo', () => {
  it('ends at its very second', () =>
    expect([isDue({ until: at(1) }, '2026-11-24T05:00:59.999Z'), isDue({ until: at(1) }, at(1))]).toEqual([false, true]))
  it('of the story and of the text: the later counts', () =>
    expect([
      dueAt(null, null),
      dueAt({ until: at(1) }, null),
      dueAt(null, { until: at(2) }),
      dueAt({ until: at(1) }, { until: at(2) }),
      dueAt({ until: at(3) }, { until: at(2) }),
    ]).toEqual([null, at(1), at(2), at(2), at(3)]))
  it('is slept towards in short naps, never past it', () =>
    expect([untilDue(at(10), NOON, 30_000), untilDue(at(0.1), NOON, 30_000), untilDue(at(-1), NOON, 30_000)]).toEqual([
      30_000, 6_000, 0,
    ]))
  it('is timed by the database’s clock: ours may be ahead', () =>
    expect(
      clockSkew('2026-11-24T05:00:00.000Z', { askedAt: '2026-11-24T05:00:03.000Z', answeredAt: '2026-11-24T05:00:03.200Z' }),
    ).toBe(3_100))
})
