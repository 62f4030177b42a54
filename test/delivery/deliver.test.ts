import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, mayReplay, type Delivery } from '#delivery/deliver'
import { memoryOutbox } from '#delivery/outbox/memory'
import { judge, type Outcome } from '#delivery/retry'
import { GONG_NIGHT, outlet, owed } from '../contract/outbox-tables'

const NOW = Date.UTC(2026, 10, 24, 5)
const HOUR = 3_600_000
const open = true
const closed = false
const seqs = ({ send, supersede, hurry }: ReturnType<typeof decide>) => ({
  send: send?.seq ?? null,
  supersede: supersede.map(({ seq }) => seq),
  hurry: hurry?.seq ?? null,
})
const tried = (given: Partial<Delivery> & Pick<Delivery, 'seq'>) =>
  owed({ attempts: 1, state: 'failed', nextAt: NOW + HOUR, ...given })

describe('what to send next', () => {
  it('the lowest version that was not tried', () => {
    expect(seqs(decide([owed({ seq: 4 }), owed({ seq: 9 })], NOW, open))).toEqual({ send: 4, supersede: [], hurry: null })
  })

  it('nothing before its time', () => {
    expect(seqs(decide([owed({ seq: 4, nextAt: NOW + 1 })], NOW, open))).toEqual({ send: null, supersede: [], hurry: null })
  })

  it('the next version in place of a failed one', () => {
    expect(seqs(decide([tried({ seq: 4 }), owed({ seq: 9 })], NOW, open))).toEqual({ send: 9, supersede: [4], hurry: null })
  })

  it('the failed one again at its time when there is no newer', () => {
    expect(seqs(decide([tried({ seq: 4, nextAt: NOW })], NOW, open))).toEqual({ send: 4, supersede: [], hurry: null })
  })

  it('the Superdesk hole: v1 fails, v2 goes out, and when the delay of v1 ends it is not sent over v2', () => {
    const second = owed({ seq: 2, state: 'delivered', attempts: 1 })
    expect(seqs(decide([tried({ seq: 1, nextAt: NOW - HOUR }), second], NOW, open))).toEqual({
      send: null,
      supersede: [1],
      hurry: null,
    })
  })

  it('nothing while one is in flight, even a newer one', () => {
    const sending = owed({ seq: 1, state: 'leased', attempts: 1, leaseUntil: NOW + 1 })
    expect(seqs(decide([sending, owed({ seq: 2 })], NOW, open))).toEqual({ send: null, supersede: [], hurry: null })
  })

  it('what a dead worker held, or the next one in its place', () => {
    const abandoned = owed({ seq: 1, state: 'leased', attempts: 1, leaseUntil: NOW })
    expect(seqs(decide([abandoned], NOW, open))).toEqual({ send: 1, supersede: [], hurry: null })
    expect(seqs(decide([abandoned, owed({ seq: 2 })], NOW, open))).toEqual({ send: 2, supersede: [1], hurry: null })
  })

  it('of a closed channel only the withdrawal, past everything queued', () => {
    const queue = [tried({ seq: 1 }), owed({ seq: 2 }), owed({ seq: 3, kind: 'withdrawal' }), owed({ seq: 4 })]
    expect(seqs(decide(queue, NOW, closed))).toEqual({ send: 3, supersede: [1, 2], hurry: null })
    expect(seqs(decide(queue.slice(0, 2), NOW, closed))).toEqual({ send: null, supersede: [], hurry: null })
  })

  it('a withdrawal goes on being tried while the text after it may not leave', () => {
    const queue = [tried({ seq: 3, kind: 'withdrawal', nextAt: NOW }), owed({ seq: 4 })]
    expect(seqs(decide(queue, NOW, closed))).toEqual({ send: 3, supersede: [], hurry: null })
    expect(seqs(decide(queue, NOW, open))).toEqual({ send: 4, supersede: [], hurry: null })
  })

  it('a text replaces the withdrawal before it only by arriving; until then both are tried', () => {
    const withdrawal = tried({ seq: 3, kind: 'withdrawal', nextAt: NOW })
    const waiting = tried({ seq: 4 })
    const sends = (...rows: Delivery[]) => seqs(decide(rows, NOW, open))
    const sending = owed({ seq: 4, state: 'leased', attempts: 1, leaseUntil: NOW + HOUR })
    expect(sends(withdrawal, sending)).toEqual({ send: null, supersede: [], hurry: null })
    expect(sends(withdrawal, waiting)).toEqual({ send: 3, supersede: [], hurry: null })
    expect(sends(withdrawal, { ...waiting, state: 'dead' })).toEqual({ send: 3, supersede: [], hurry: null })
    expect(sends(withdrawal, tried({ seq: 4, nextAt: NOW }))).toEqual({ send: 4, supersede: [], hurry: null })
    expect(sends(withdrawal, waiting, owed({ seq: 5 }))).toEqual({ send: 5, supersede: [4], hurry: null })
    expect(sends(withdrawal, { ...waiting, state: 'delivered', acknowledgedAt: NOW })).toEqual({
      send: null,
      supersede: [3],
      hurry: null,
    })
  })

  it('the next withdrawal takes the place of the one before it, across a text that never arrived', () => {
    const queue = [tried({ seq: 3, kind: 'withdrawal', nextAt: NOW }), tried({ seq: 4, state: 'dead' })]
    const next = owed({ seq: 5, kind: 'withdrawal' })
    expect(seqs(decide([...queue, next], NOW, open))).toEqual({ send: 5, supersede: [3], hurry: null })
  })

  it('a withdrawal may be replayed after a text that did not arrive, and not after one that did', () => {
    const withdrawal = tried({ seq: 3, kind: 'withdrawal', state: 'superseded' })
    const after = (row: Delivery, text = withdrawal) => mayReplay([text, row], text.key, NOW)
    expect(after(tried({ seq: 4, state: 'dead' }))).toBe(true)
    expect(after(tried({ seq: 4, state: 'delivered', acknowledgedAt: NOW }))).toBe(false)
    expect(after(tried({ seq: 4, kind: 'withdrawal' }))).toBe(false)
    expect(after(tried({ seq: 4, state: 'dead' }), tried({ seq: 3, state: 'dead' }))).toBe(false)
  })

  it('a withdrawal hurries the delivery in flight', () => {
    const sending = owed({ seq: 1, state: 'leased', attempts: 1, leaseUntil: NOW + HOUR })
    expect(seqs(decide([sending, owed({ seq: 2, kind: 'withdrawal' })], NOW, closed))).toEqual({
      send: null,
      supersede: [],
      hurry: 1,
    })
  })
})

describe('G05: no older text is ever sent after a newer version was attempted, no older withdrawal after one arrived', () => {
  type Step =
    | { readonly do: 'release'; readonly kind: Delivery['kind']; readonly poisoned: boolean }
    | { readonly do: 'work'; readonly outcome: Outcome | 'crash' | 'zombie' }
    | { readonly do: 'wait'; readonly ms: number }
    | { readonly do: 'replay'; readonly seq: number }
    | { readonly do: 'pause' | 'resume' | 'late' }

  const answered = (status: number, retryAfter: number | null = null): Outcome => ({
    kind: 'answered',
    status,
    retryAfter,
    answer: null,
  })
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('release' as const),
        kind: fc.constantFrom<Delivery['kind']>('release', 'correction', 'correction', 'withdrawal'),
        poisoned: fc.boolean(),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('work' as const),
        outcome: fc.oneof(
          fc.constantFrom<Outcome | 'crash' | 'zombie'>(
            answered(200),
            answered(500),
            answered(401),
            answered(413),
            answered(410),
            answered(429, HOUR),
            { kind: 'unreachable', error: 'timeout' },
            'crash',
            'zombie',
          ),
        ),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(100, 6_000, 400_000, 3 * HOUR, 30 * HOUR) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('replay' as const), seq: fc.integer({ min: 1, max: 8 }) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom<'pause' | 'resume' | 'late'>('pause', 'resume', 'late') }) },
  )

  type Sent = { readonly seq: number; readonly kind: Delivery['kind']; readonly paused: boolean; readonly arrived: number }

  const walk = async (steps: readonly Step[]) => {
    let now = NOW
    const outbox = memoryOutbox(() => now)
    outbox.setChannel(outlet())
    const lane = { channel: 'portal', item: GONG_NIGHT, language: 'vi' } as const
    const sent: Sent[] = []
    const arrived = new Set<number>()
    const zombies: Delivery[] = []
    const arrivedSince = (seq: number) => [...arrived].some((each) => each >= seq)
    /** Texts that the outlet will never take. */
    const poisoned = new Set<number>()
    let newest = 0
    let paused = false
    const work = async (outcome: Outcome | 'crash' | 'zombie') => {
      const { claimed } = await outbox.claim({ lane, now, leaseMs: 45_000, by: 'worker', ordinary: !paused })
      if (!claimed) return
      sent.push({ seq: claimed.seq, kind: claimed.kind, paused, arrived: Math.max(0, ...arrived) })
      if (outcome === 'zombie') zombies.push(claimed)
      else if (outcome !== 'crash') {
        const said = poisoned.has(claimed.seq) && outcome.kind === 'answered' ? answered(422) : outcome
        const { settlement, pause } = judge(claimed, said, { at: now, now, chance: 0.5 })
        const written = await outbox.settle(claimed, settlement)
        if (written && settlement.state === 'delivered') arrived.add(claimed.seq)
        if (pause) paused = true
      }
    }
    const comeLate = async () => {
      for (const late of zombies.splice(0)) {
        const written = await outbox.settle(late, judge(late, answered(200), { at: now, now, chance: 0 }).settlement)
        if (written) arrived.add(late.seq)
      }
    }
    for (const each of steps) {
      if (each.do === 'release') {
        newest += 1
        if (each.poisoned && each.kind !== 'withdrawal') poisoned.add(newest)
        outbox.owe([owed({ seq: newest, kind: newest === 1 ? 'release' : each.kind, nextAt: now })])
      } else if (each.do === 'work') await work(each.outcome)
      else if (each.do === 'wait') now += each.ms
      else if (each.do === 'replay') await outbox.replay(`rel_${each.seq}_portal`, now)
      else if (each.do === 'late') await comeLate()
      else paused = each.do === 'pause'
      const owing = (await outbox.lane(lane)).filter(({ kind, seq }) => kind === 'withdrawal' && !arrivedSince(seq))
      expect(await outbox.unconfirmed()).toEqual(owing)
    }
    // The outlet heals: everything that is still owed comes to rest.
    paused = false
    for (let turn = 0; turn < 30; turn += 1) {
      now += 40 * HOUR
      await work(answered(200))
    }
    return { sent, newest, rows: await outbox.lane(lane) }
  }

  it('in 10,000 random histories of failures, crashes, late workers, pauses and replays', { timeout: 120_000 }, () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 60 }), async (steps) => {
        const { sent, newest, rows } = await walk(steps)
        sent.forEach(({ seq, kind, arrived }, turn) => {
          const before = sent.slice(0, turn).filter((each) => each.seq > seq)
          if (kind !== 'withdrawal') expect(before).toEqual([])
          expect(before.filter((each) => each.kind === 'withdrawal')).toEqual([])
          expect(arrived).toBeLessThanOrEqual(seq)
        })
        expect(sent.filter(({ paused, kind }) => paused && kind !== 'withdrawal')).toEqual([])
        expect(rows.filter(({ state }) => state === 'leased' || state === 'pending' || state === 'failed')).toEqual([])
        const newestArrived = Math.max(0, ...rows.filter(({ acknowledgedAt }) => acknowledgedAt !== null).map(({ seq }) => seq))
        expect(rows.filter(({ kind, seq }) => kind === 'withdrawal' && seq > newestArrived)).toEqual([])
        const last = rows.at(-1)
        if (newest > 0) expect(['delivered', 'dead']).toContain(last?.state)
      }),
      { numRuns: 10_000 },
    ),
  )
})
