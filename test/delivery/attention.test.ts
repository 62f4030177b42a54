import { describe, expect, it } from 'vitest'
import { attentionTo, byUrgency, type Attention } from '#delivery/attention'
import type { Delivery } from '#delivery/deliver'
import { owed } from '../contract/outbox-tables'

const NOON = Date.UTC(2026, 10, 24, 5)
const MINUTE = 60_000
type Owed = Partial<Delivery> & { readonly minutes: number }

/** What is told of a lane of such deliveries, each owed for so many minutes, at noon. */
const told = (lane: readonly Owed[], isActive = true): string | null => {
  const found = attentionTo(
    lane.map(({ minutes, ...row }, index) => ({
      delivery: owed({ seq: index + 1, version: index + 1, ...row }),
      since: new Date(NOON - minutes * MINUTE).toISOString(),
    })),
    { isActive, now: NOON },
  )
  return found && [found.kind, found.delivery.version, ...(found.late ? ['late'] : [])].join(' ')
}

const arrived = { state: 'delivered', attempts: 1, acknowledgedAt: NOON - MINUTE } as const
const down = { kind: 'withdrawal' } as const

describe('what a person has to see to', () => {
  it.each<readonly [string, readonly Owed[], string | null]>([
    ['a release that arrived', [{ ...arrived, minutes: 60 }], null],
    ['a release on its way', [{ minutes: 14 }], null],
    ['a release that nobody sends', [{ minutes: 15 }], 'waiting 1'],
    ['a release whose worker died', [{ state: 'leased', attempts: 1, minutes: 20 }], 'waiting 1'],
    ['a release that fails as machines do', [{ state: 'failed', attempts: 2, minutes: 5 }], null],
    ['a release that fails for long', [{ state: 'failed', attempts: 4, minutes: 40 }], 'waiting 1'],
    ['a release that is refused', [{ state: 'failed', attempts: 1, flagged: true, minutes: 0 }], 'refused 1'],
    ['a release that is given up', [{ state: 'dead', attempts: 10, flagged: true, minutes: 5_000 }], 'dead 1'],
    [
      'one given up, and a newer one that arrived',
      [
        { state: 'dead', attempts: 10, minutes: 90 },
        { ...arrived, minutes: 9 },
      ],
      null,
    ],
    ['one given up, and a newer one on its way', [{ state: 'dead', attempts: 10, minutes: 90 }, { minutes: 1 }], null],
    [
      'a withdrawal in its first minute',
      [
        { ...arrived, minutes: 90 },
        { ...down, minutes: 0.9 },
      ],
      null,
    ],
    [
      'a withdrawal after a minute',
      [
        { ...arrived, minutes: 90 },
        { ...down, minutes: 1 },
      ],
      'withdrawal 2',
    ],
    ['a withdrawal that failed at once', [{ ...down, state: 'failed', attempts: 1, minutes: 0 }], 'withdrawal 1'],
    ['a withdrawal after a quarter of an hour', [{ ...down, state: 'failed', attempts: 4, minutes: 15 }], 'withdrawal 1 late'],
    ['a withdrawal that arrived', [{ ...down, ...arrived, minutes: 60 }], null],
    [
      'a text that is back, but has not arrived over its withdrawal',
      [
        { ...down, state: 'failed', attempts: 2, minutes: 30 },
        { state: 'failed', attempts: 1, minutes: 20 },
      ],
      'withdrawal 1 late',
    ],
    [
      'a text that is back and arrived over its withdrawal',
      [
        { ...down, state: 'superseded', attempts: 2, minutes: 30 },
        { ...arrived, minutes: 20 },
      ],
      null,
    ],
  ])('%s', (_, lane, expected) => {
    expect(told(lane)).toBe(expected)
  })

  it('an outlet that rests is owed releases without hurry, and withdrawals as ever', () => {
    expect(told([{ minutes: 600 }], false)).toBe(null)
    expect(told([{ ...down, minutes: 20 }], false)).toBe('withdrawal 1 late')
    expect(told([{ state: 'failed', attempts: 1, flagged: true, minutes: 600 }], false)).toBe('refused 1')
  })

  it('what may still be up stands first; of one kind, the longest owed', () => {
    const attention = (kind: Attention['kind'], minutes: number): Attention => ({
      kind,
      late: false,
      since: new Date(NOON - minutes * MINUTE).toISOString(),
      delivery: owed({ seq: 1 }),
    })
    const some = [
      attention('waiting', 90),
      attention('refused', 1),
      attention('withdrawal', 2),
      attention('dead', 70),
      attention('withdrawal', 5),
    ]
    expect(some.sort(byUrgency).map(({ kind, since }) => `${kind} ${(NOON - Date.parse(since)) / MINUTE}`)).toEqual([
      'withdrawal 5',
      'withdrawal 2',
      'dead 70',
      'refused 1',
      'waiting 90',
    ])
  })
})
