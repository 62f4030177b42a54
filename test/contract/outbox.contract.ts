import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Delivery, Lane } from '#delivery/deliver'
import type { Outbox } from '#delivery/outbox'
import type { Settlement } from '#delivery/retry'
import { COFFEE, GONG_NIGHT, outlet, owed, type Bench } from './outbox-tables'

const LANE: Lane = { channel: 'portal', item: GONG_NIGHT, language: 'vi' }
const NOON = Date.UTC(2026, 10, 24, 5)
const MINUTE = 60_000

/** What every outbox promises; run for memory, SQLite and MongoDB. */
export const outboxContract = (name: string, open: (clock: () => number) => Promise<Bench>) =>
  describe(`outbox in ${name}`, () => {
    let bench: Bench
    const ended: Bench[] = []
    beforeEach(async () => void (bench = await open(() => NOON)))
    afterEach(() => void ended.push(bench))
    afterAll(() => Promise.all(ended.map((each) => each.end())))

    const claim = (wish: { by?: string; now?: number; lane?: Lane; ordinary?: boolean; outbox?: Outbox } = {}) =>
      (wish.outbox ?? bench.outbox).claim({ lane: LANE, now: NOON, leaseMs: MINUTE, by: 'worker-1', ordinary: true, ...wish })
    const claimed = async (wish: Parameters<typeof claim>[0] = {}): Promise<Delivery> => {
      const row = (await claim(wish)).claimed
      if (!row) throw new Error('nothing claimed')
      return row
    }
    const states = async (lane = LANE) => (await bench.outbox.lane(lane)).map(({ version, state }) => `${version} ${state}`)

    it('gives a channel what is due and keeps what is not', async () => {
      await bench.owe(
        owed({ seq: 1, nextAt: NOON }),
        owed({ seq: 2, item: COFFEE, nextAt: NOON + 1 }),
        owed({ seq: 3, language: 'ja', state: 'failed', nextAt: NOON - 5 }),
        owed({ seq: 4, language: 'en', state: 'dead' }),
        owed({ seq: 5, channel: 'newspaper' }),
      )
      expect(await bench.outbox.due({ channel: 'portal', withdrawalsOnly: false, now: NOON, limit: 10 })).toEqual([
        { channel: 'portal', item: GONG_NIGHT, language: 'ja' },
        { channel: 'portal', item: GONG_NIGHT, language: 'vi' },
      ])
    })

    it('finds a withdrawal behind fifty other texts', async () => {
      const texts = Array.from({ length: 50 }, (_, index) =>
        owed({ seq: index + 1, item: `01J9Z5BACKLOG${String(index).padStart(13, '0')}`, version: 1 }),
      )
      await bench.owe(...texts, owed({ seq: 51, kind: 'withdrawal', nextAt: NOON }))
      expect(await bench.outbox.due({ channel: 'portal', withdrawalsOnly: true, now: NOON, limit: 5 })).toEqual([LANE])
    })

    it('leases a row with a new fence and counts the attempt before anything is sent', async () => {
      await bench.owe(owed({ seq: 7, version: 1 }))
      const lease = { state: 'leased', attempts: 1, fence: 1, leaseUntil: NOON + MINUTE, leasedBy: 'worker-1' } as const
      expect(await claim()).toEqual({ claimed: owed({ seq: 7, version: 1, ...lease }) })
      expect(await bench.outbox.lane(LANE)).toEqual([owed({ seq: 7, version: 1, ...lease })])
    })

    it('gives one row to one worker only', async () => {
      await bench.owe(owed({ seq: 1 }))
      const workers = Array.from({ length: 8 }, () => bench.more())
      const claims = await Promise.all(workers.map((outbox, index) => claim({ outbox, by: `worker-${index}` })))
      expect(claims.filter((each) => each.claimed !== null)).toHaveLength(1)
    })

    it('never has two versions of one text in flight', async () => {
      await bench.owe(owed({ seq: 1 }), owed({ seq: 2, kind: 'correction' }))
      const workers = Array.from({ length: 8 }, () => bench.more())
      await Promise.all(workers.map((outbox, index) => claim({ outbox, by: `worker-${index}` })))
      expect(await states()).toEqual(['1 leased', '2 pending'])
    })

    it('leases the row again when the worker died, and notes that its answer is lost', async () => {
      await bench.owe(owed({ seq: 1 }))
      await claim()
      const later = NOON + MINUTE
      expect(await bench.outbox.due({ channel: 'portal', withdrawalsOnly: false, now: later - 1, limit: 5 })).toEqual([])
      expect(await bench.outbox.due({ channel: 'portal', withdrawalsOnly: false, now: later, limit: 5 })).toEqual([LANE])
      expect(await claimed({ by: 'worker-2', now: later })).toEqual(
        owed({
          seq: 1,
          state: 'leased',
          attempts: 2,
          fence: 2,
          leaseUntil: later + MINUTE,
          leasedBy: 'worker-2',
          history: [{ at: later, ms: 0, status: null, outcome: 'lost', error: null }],
        }),
      )
    })

    it('refuses the late worker whose lease went to another one', async () => {
      await bench.owe(owed({ seq: 1 }))
      const zombie = await claimed()
      const heir = await claimed({ by: 'worker-2', now: NOON + MINUTE })
      expect(await bench.outbox.settle(zombie, DELIVERED)).toBe(false)
      expect(await bench.outbox.freeze(zombie, 'f'.repeat(64))).toBe(false)
      expect(await states()).toEqual(['1 leased'])
      expect(await bench.outbox.settle(heir, DELIVERED)).toBe(true)
      expect(await bench.outbox.settle(heir, FAILED)).toBe(false)
      expect(await states()).toEqual(['1 delivered'])
    })

    it('takes the answer of a slow worker whom nobody replaced', async () => {
      await bench.owe(owed({ seq: 1 }))
      const slow = await claimed()
      expect(await bench.outbox.settle(slow, DELIVERED)).toBe(true)
      expect(await bench.outbox.lane(LANE)).toEqual([
        owed({
          seq: 1,
          state: 'delivered',
          attempts: 1,
          fence: 1,
          history: [DELIVERED.attempt],
          nextAt: NOON,
          acknowledgedAt: NOON + 80,
          remoteId: 'bai-viet-4711',
          remoteUrl: 'https://lamdong.example.vn/vi/dem-hoi-cong-chieng',
        }),
      ])
    })

    it('keeps the digest of the body that left', async () => {
      await bench.owe(owed({ seq: 1 }))
      const row = await claimed()
      expect(await bench.outbox.freeze(row, 'ab'.repeat(32))).toBe(true)
      expect(await bench.outbox.settle(row, FAILED)).toBe(true)
      expect((await bench.outbox.lane(LANE))[0]).toMatchObject({
        bodyDigest: 'ab'.repeat(32),
        state: 'failed',
        lastError: 'http 500',
        nextAt: NOON + 5_000,
      })
    })

    it('skips a failed version once the next one exists, and never returns to it', async () => {
      await bench.owe(owed({ seq: 1 }))
      const first = await claimed()
      await bench.outbox.settle(first, FAILED)
      await bench.owe(owed({ seq: 2, kind: 'correction' }))
      await bench.outbox.settle(await claimed(), { ...FAILED, nextAt: NOON + 10 * MINUTE })
      expect(await states()).toEqual(['1 superseded', '2 failed'])
      expect(await claim({ now: NOON + 5 * MINUTE })).toEqual({ claimed: null, hurry: null })
    })

    it('lets a withdrawal pass older versions and a closed channel, and nothing else', async () => {
      await bench.owe(owed({ seq: 1 }), owed({ seq: 2, kind: 'correction' }))
      expect(await claim({ ordinary: false })).toEqual({ claimed: null, hurry: null })
      await bench.owe(owed({ seq: 3, kind: 'withdrawal' }))
      expect((await claimed({ ordinary: false })).seq).toBe(3)
      expect(await states()).toEqual(['1 superseded', '2 superseded', '3 leased'])
    })

    it('names the delivery in flight that a withdrawal waits for', async () => {
      await bench.owe(owed({ seq: 1 }))
      const sending = await claimed()
      await bench.owe(owed({ seq: 2, kind: 'withdrawal' }))
      expect(await claim()).toEqual({ claimed: null, hurry: sending })
    })

    it('replays with the same key, unless something newer was attempted', async () => {
      await bench.owe(owed({ seq: 1 }))
      await bench.outbox.settle(await claimed(), { ...FAILED, state: 'dead' })
      expect(await bench.outbox.replay('rel_1_portal', NOON + MINUTE)).toBe(true)
      const again = await claimed({ now: NOON + MINUTE })
      expect([again.key, again.attempts, again.history.map(({ outcome }) => outcome)]).toEqual([
        'rel_1_portal',
        2,
        ['refused', 'replayed'],
      ])
      expect(await bench.outbox.replay('rel_1_portal', NOON + MINUTE)).toBe(false)
      await bench.outbox.settle(again, { ...FAILED, state: 'dead' })
      await bench.owe(owed({ seq: 2, kind: 'correction' }))
      await claimed({ now: NOON + MINUTE })
      expect(await bench.outbox.replay('rel_1_portal', NOON + 2 * MINUTE)).toBe(false)
      expect(await bench.outbox.replay('rel_99_portal', NOON)).toBe(false)
    })

    it('reads channels whole and pauses an active one once', async () => {
      const newspaper = outlet({
        key: 'newspaper',
        previousSecret: 'v1.older',
        secretChangedAt: NOON,
        perMinute: 12,
        languages: ['vi'],
        topics: ['cong-chieng'],
        itemTypes: ['article'],
      })
      await bench.setChannel(outlet())
      await bench.setChannel(newspaper)
      expect(await bench.outbox.channels()).toEqual([outlet(), newspaper])
      expect([await bench.outbox.pause('newspaper'), await bench.outbox.pause('newspaper')]).toEqual([true, false])
      expect(await bench.outbox.channels()).toEqual([outlet(), { ...newspaper, state: 'paused' }])
    })

    it('names withdrawals that nobody confirmed, and marks one for a person without losing it', async () => {
      const late = owed({ seq: 1, kind: 'withdrawal' })
      await bench.owe(
        late,
        owed({ seq: 2, item: COFFEE, kind: 'withdrawal', state: 'delivered', attempts: 1, acknowledgedAt: NOON + 90 }),
        owed({ seq: 3, item: COFFEE, language: 'en' }),
        owed({ seq: 4, item: COFFEE, language: 'ja', kind: 'withdrawal', state: 'superseded' }),
        owed({ seq: 5, item: COFFEE, language: 'ja', state: 'delivered', attempts: 1, acknowledgedAt: NOON + 90 }),
      )
      expect(await bench.outbox.unconfirmed()).toEqual([late])
      expect(await bench.outbox.alarm(late, NOON)).toBe(true)
      const marked = { ...late, flagged: true, history: [{ at: NOON, ms: 0, status: null, outcome: 'alarmed', error: null }] }
      expect(await bench.outbox.unconfirmed()).toEqual([marked])
      const sending = await claimed()
      expect(sending.history).toEqual(marked.history)
      expect([await bench.outbox.alarm(marked, NOON), await bench.outbox.alarm(sending, NOON)]).toEqual([false, false])
    })

    it('keeps naming a withdrawal, and trying it, until the text after it has arrived', async () => {
      const named = async () => (await bench.outbox.unconfirmed()).map(({ version, state }) => `${version} ${state}`)
      await bench.owe(owed({ seq: 2, kind: 'withdrawal' }))
      await bench.outbox.settle(await claimed(), FAILED)
      await bench.owe(
        owed({ seq: 3 }),
        // The same item elsewhere and another one here are no answer.
        owed({ seq: 4, language: 'ja', state: 'delivered', attempts: 1, acknowledgedAt: NOON }),
        owed({ seq: 5, item: COFFEE, state: 'delivered', attempts: 1, acknowledgedAt: NOON }),
        owed({ seq: 6, channel: 'newspaper', state: 'delivered', attempts: 1, acknowledgedAt: NOON }),
      )
      const text = await claimed()
      expect([text.seq, await named()]).toEqual([3, ['2 failed']])
      await bench.outbox.settle(text, { ...FAILED, state: 'dead' })
      expect(await named()).toEqual(['2 failed'])
      const again = await claimed({ now: NOON + MINUTE })
      expect([again.seq, await states()]).toEqual([2, ['2 leased', '3 dead']])
      await bench.outbox.settle(again, { ...FAILED, nextAt: NOON + 2 * MINUTE })
      await bench.owe(owed({ seq: 7 }))
      await bench.outbox.settle(await claimed({ now: NOON + MINUTE }), DELIVERED)
      expect(await named()).toEqual([])
      expect(await claim({ now: NOON + 3 * MINUTE })).toEqual({ claimed: null, hurry: null })
      expect(await states()).toEqual(['2 superseded', '3 dead', '7 delivered'])
    })

    it('names leases past their time', async () => {
      await bench.owe(owed({ seq: 1 }))
      await claim()
      expect(await bench.outbox.overdue(NOON + MINUTE + 5_000, 10_000)).toEqual([])
      expect((await bench.outbox.overdue(NOON + MINUTE + 10_001, 10_000)).map(({ key }) => key)).toEqual(['rel_1_portal'])
    })

    it('counts by state', async () => {
      await bench.owe(
        owed({ seq: 1 }),
        owed({ seq: 2, item: COFFEE, state: 'dead' }),
        owed({ seq: 3, item: COFFEE, language: 'ja' }),
      )
      expect(await bench.outbox.counts()).toEqual({ pending: 2, leased: 0, delivered: 0, superseded: 0, failed: 0, dead: 1 })
    })

    it(
      'G04: eight workers, zombies among them: each row is sent by one holder at a time and settled once',
      { timeout: 60_000 },
      async () => {
        const rows = Array.from({ length: 40 }, (_, index) =>
          owed({ seq: index + 1, item: `01J9Z6ZOMBIE${String(index).padStart(14, '0')}`, version: 1 }),
        )
        await bench.owe(...rows)
        const settledBy = new Map<string, string>()
        let refusals = 0
        const work = async (outbox: Outbox, by: string, zombie: boolean, rounds = [0, 1, 2]) => {
          for (const round of rounds) {
            const now = NOON + round * 2 * MINUTE
            const lanes = await outbox.due({ channel: 'portal', withdrawalsOnly: false, now, limit: 100 })
            for (const lane of lanes) {
              const row = (await claim({ outbox, by, lane, now })).claimed
              if (!row) continue
              // Stopped in the middle for longer than its lease; the others go on meanwhile.
              if (zombie) stopped.push({ outbox, row })
              else if (await outbox.settle(row, DELIVERED)) settledBy.set(row.key, `${settledBy.get(row.key) ?? ''}${by}`)
            }
          }
        }
        const stopped: { outbox: Outbox; row: Delivery }[] = []
        await Promise.all(Array.from({ length: 8 }, (_, index) => work(bench.more(), `w${index}.`, index < 3)))
        await work(bench.outbox, 'last.', false, [3])
        for (const { outbox, row } of stopped) if (!(await outbox.settle(row, FAILED))) refusals += 1
        const end = await Promise.all(rows.map(async ({ item }) => (await bench.outbox.lane({ ...LANE, item }))[0]))
        expect(end.every((row) => row?.state === 'delivered')).toBe(true)
        expect([...settledBy.values()].every((workers) => /^[^.]+\.$/.test(workers))).toBe(true)
        expect(settledBy.size).toBe(rows.length)
        expect(refusals).toBe(stopped.length)
      },
    )
  })

const DELIVERED: Settlement = {
  state: 'delivered',
  nextAt: NOON,
  attempt: { at: NOON, ms: 80, status: 200, outcome: 'applied', error: null },
  flagged: false,
  lastError: null,
  acknowledgedAt: NOON + 80,
  remoteId: 'bai-viet-4711',
  remoteUrl: 'https://lamdong.example.vn/vi/dem-hoi-cong-chieng',
}
const FAILED: Settlement = {
  state: 'failed',
  nextAt: NOON + 5_000,
  attempt: { at: NOON, ms: 120, status: 500, outcome: 'refused', error: 'http 500' },
  flagged: false,
  lastError: 'http 500',
  acknowledgedAt: null,
  remoteId: null,
  remoteUrl: null,
}
