import { describe, expect, it } from 'vitest'
import { isOverdueWithdrawal, judge, readRetryAfter, SCHEDULE, waitAfter, type Outcome } from '#delivery/retry'
import type { Attempt, Delivery } from '#delivery/deliver'
import { owed } from '../contract/outbox-tables'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const NOW = Date.UTC(2026, 10, 24, 5)
const answered = (status: number, retryAfter: number | null = null): Outcome => ({
  kind: 'answered',
  status,
  retryAfter,
  answer: null,
})
const before = (...statuses: number[]): readonly Attempt[] =>
  statuses.map((status) => ({ at: NOW, ms: 10, status, outcome: 'refused', error: `http ${status}` }))
const settle = (outcome: Outcome, row: Partial<Delivery> = {}) =>
  judge(owed({ seq: 7, state: 'leased', attempts: 1, ...row }), outcome, { at: NOW - 120, now: NOW, chance: 0.5 })

describe('when to try again', () => {
  it('follows the schedule, 75.6 hours in all', () => {
    expect(SCHEDULE.map((wait) => wait / SECOND)).toEqual([0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400])
    expect(SCHEDULE.reduce((sum, wait) => sum + wait, 0) / HOUR).toBeCloseTo(75.58, 1)
    expect([1, 2, 3, 9, 10, 40].map((failures) => waitAfter(failures, { chance: 0.5 }))).toEqual([
      5 * SECOND,
      5 * MINUTE,
      30 * MINUTE,
      24 * HOUR,
      24 * HOUR,
      24 * HOUR,
    ])
  })

  it('spreads the tries by a fifth either way', () => {
    expect([waitAfter(2, { chance: 0 }), waitAfter(2, { chance: 0.999999 })]).toEqual([4 * MINUTE, 6 * MINUTE])
  })

  it('waits longer when the outlet asks for it, for an hour at most, and never shorter', () => {
    expect(waitAfter(1, { chance: 0.5, retryAfter: 90 * SECOND })).toBe(90 * SECOND)
    expect(waitAfter(1, { chance: 0.5, retryAfter: 400 * HOUR })).toBe(HOUR)
    expect(waitAfter(2, { chance: 0.5, retryAfter: 1 })).toBe(5 * MINUTE)
  })

  it.each([
    ['120', 120 * SECOND],
    [' 5 ', 5 * SECOND],
    ['0', 0],
    ['Tue, 24 Nov 2026 05:10:00 GMT', 10 * MINUTE],
    ['Tue, 24 Nov 2026 04:00:00 GMT', null],
    ['-5', null],
    ['99999999999999999999', null],
    ['soon', null],
    ['1e9', null],
    ['', null],
  ])('Retry-After %s', (header, wait) => expect(readRetryAfter(header, NOW)).toBe(wait))
})

describe('what an answer means', () => {
  it.each([200, 201, 202, 204, 299])('%i is delivered', (status) => {
    expect(settle(answered(status), { flagged: true, lastError: 'http 401' })).toEqual({
      settlement: {
        state: 'delivered',
        nextAt: 0,
        attempt: { at: NOW - 120, ms: 120, status, outcome: 'applied', error: null },
        flagged: false,
        lastError: null,
        acknowledgedAt: NOW,
        remoteId: null,
        remoteUrl: null,
      },
      pause: null,
    })
  })

  it.each([100, 301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 502, 503, 504, 599])(
    '%i is not',
    (status) => {
      const { settlement } = settle(answered(status))
      expect([settlement.state, settlement.acknowledgedAt, settlement.lastError]).toEqual(['failed', null, `http ${status}`])
    },
  )

  it('keeps what the outlet says about its own page', () => {
    const answer = { status: 'superseded', remoteId: '4711', url: 'https://portal.example.vn/vi/4711' } as const
    const { settlement } = settle({ kind: 'answered', status: 200, retryAfter: null, answer })
    expect([settlement.attempt.outcome, settlement.remoteId, settlement.remoteUrl]).toEqual([
      'superseded',
      '4711',
      'https://portal.example.vn/vi/4711',
    ])
  })

  it('flags 4xx at the first attempt, but tries on: firewalls and expired passwords look like that', () => {
    expect([400, 401, 403, 404, 409].map((status) => settle(answered(status)).settlement.flagged)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect([301, 429, 500, 503].map((status) => settle(answered(status)).settlement.flagged)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('410 pauses the channel', () => {
    expect([settle(answered(410)).pause, settle(answered(404)).pause, settle(answered(500)).pause]).toEqual(['gone', null, null])
  })

  it.each([413, 415, 422])('%i is dead after three', (status) => {
    expect(settle(answered(status), { history: before(status) }).settlement.state).toBe('failed')
    expect(settle(answered(status), { history: before(status, status) }).settlement.state).toBe('dead')
  })

  it('everything else is dead after the whole schedule, and says why', () => {
    expect(settle(answered(500), { history: before(...Array<number>(8).fill(500)) }).settlement.state).toBe('failed')
    const { settlement } = settle(answered(500), { history: before(...Array<number>(9).fill(500)) })
    expect([settlement.state, settlement.flagged, settlement.lastError]).toEqual(['dead', true, 'http 500'])
  })

  it('a withdrawal is never given up, and never waits longer than fifteen minutes', () => {
    const waits = [0, 1, 2, 60].map((failures) => {
      const { settlement } = settle(answered(422), { kind: 'withdrawal', history: before(...Array<number>(failures).fill(422)) })
      return [settlement.state, settlement.nextAt - NOW]
    })
    expect(waits).toEqual([
      ['failed', 5 * SECOND],
      ['failed', 5 * MINUTE],
      ['failed', 15 * MINUTE],
      ['failed', 15 * MINUTE],
    ])
    expect(settle(answered(429, HOUR), { kind: 'withdrawal' }).settlement.nextAt - NOW).toBe(15 * MINUTE)
  })

  it('a lease lost to a crash does not use up the schedule', () => {
    const lost: Attempt = { at: NOW, ms: 0, status: null, outcome: 'lost', error: null }
    expect(settle(answered(500), { history: Array<Attempt>(20).fill(lost) }).settlement.nextAt - NOW).toBe(5 * SECOND)
  })

  it('a replay begins the schedule anew', () => {
    const replayed: Attempt = { at: NOW, ms: 0, status: null, outcome: 'replayed', error: null }
    expect(
      settle(answered(500), { history: [...before(...Array<number>(10).fill(500)), replayed] }).settlement.nextAt - NOW,
    ).toBe(5 * SECOND)
  })

  it('a secret that does not open pauses the channel; the withdrawal behind it stays owed', () => {
    const verdict = settle({ kind: 'unsendable', error: 'secret tampered', pause: true }, { kind: 'withdrawal' })
    expect([verdict.settlement.state, verdict.settlement.flagged, verdict.pause]).toEqual(['failed', true, 'secret tampered'])
  })
})

describe('a withdrawal that nobody confirmed', () => {
  const withdrawal = owed({ seq: 7, kind: 'withdrawal' })
  it('alarms after fifteen minutes, whether it was tried or not', () => {
    expect(isOverdueWithdrawal(withdrawal, NOW, NOW + 15 * MINUTE - 1)).toBe(false)
    expect(isOverdueWithdrawal(withdrawal, NOW, NOW + 15 * MINUTE)).toBe(true)
    expect(
      isOverdueWithdrawal({ ...withdrawal, history: before(401), nextAt: NOW + 9 * HOUR, flagged: true }, NOW, NOW + 15 * MINUTE),
    ).toBe(true)
  })
  it('whatever took its place in the queue: only an answer settles it', () => {
    expect(isOverdueWithdrawal({ ...withdrawal, state: 'superseded' }, NOW, NOW + HOUR)).toBe(true)
  })
  it('not once it was confirmed or told of', () => {
    expect(isOverdueWithdrawal({ ...withdrawal, acknowledgedAt: NOW }, NOW, NOW + HOUR)).toBe(false)
    expect(
      isOverdueWithdrawal(
        { ...withdrawal, history: [{ at: NOW, ms: 0, status: null, outcome: 'alarmed', error: null }] },
        NOW,
        NOW + HOUR,
      ),
    ).toBe(false)
    expect(isOverdueWithdrawal({ ...withdrawal, kind: 'release' }, NOW, NOW + HOUR)).toBe(false)
  })
})
