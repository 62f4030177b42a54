import { describe, expect, it } from 'vitest'
import { clockSkew } from '#publication/embargo'

describe('an embargo', () => {
  it('is timed by the database’s clock: ours may be ahead', () =>
    expect(
      clockSkew('2026-11-24T05:00:00.000Z', { askedAt: '2026-11-24T05:00:03.000Z', answeredAt: '2026-11-24T05:00:03.200Z' }),
    ).toBe(3_100))
})
