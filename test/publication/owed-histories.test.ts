/** Outlets that change their wishes and pause, a text that comes and goes, and an issue and a programme that tell it or leave it out. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ItemType } from '#newsroom'
import { memoryLog } from '#publication/log'
import type { ChannelWish } from '#publication/owed'
import type { Release, Snapshot } from '#publication/release'
import {
  at,
  BULLETIN,
  channel,
  edition,
  ITEM,
  programme,
  PROGRAMME,
  snapshot,
  toCorrect,
  toRelease,
  toWithdraw,
} from '../builders'

const RUNS = process.env.PROOF ? 10_000 : 500
const OUTLETS = ['báo', 'cổng', 'đài']
const TOPICS = ['xuc-tien-dau-tu', 'ca-phe', 'bien-dao']
const TAKES: readonly (readonly ItemType[])[] = [[], ['article'], ['edition', 'programme'], ['article', 'edition']]

const wish = fc.record({
  active: fc.boolean(),
  topics: fc.subarray(TOPICS, { maxLength: 2 }),
  itemTypes: fc.constantFrom(...TAKES),
})
const act = fc.record({
  item: fc.constantFrom(ITEM, ITEM, ITEM, BULLETIN, PROGRAMME),
  kind: fc.constantFrom('put' as const, 'put' as const, 'put' as const, 'withdraw' as const),
  topics: fc.subarray(TOPICS, { minLength: 1 }),
  /** The issue or programme tells the text. */
  tells: fc.boolean(),
  wishes: fc.option(fc.array(wish, { minLength: OUTLETS.length, maxLength: OUTLETS.length }), { nil: null }),
  asks: fc.option(fc.subarray(OUTLETS), { nil: null }),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

/** What an outlet did with what it was sent, and what it was ever sent. */
type Outlet = {
  /** The version that stands in each place: under the text's own address, in the issue, in the programme; 0 = came struck from the list. */
  readonly shows: Map<string, number>
  /** The issue and the programme, where the newest that it has of them tells the text. */
  readonly carries: Set<string>
  everHadWords: boolean
  everSuited: boolean
  everSent: boolean
  everCarried: boolean
}

const walk = async (acts: readonly Act[]): Promise<void> => {
  let wishes: readonly ChannelWish[] = OUTLETS.map((key) => channel(key))
  let minute = 0
  const log = memoryLog({ now: () => at(minute++), channels: () => wishes })
  const outlets = new Map<string, Outlet>(
    OUTLETS.map((key) => [
      key,
      { shows: new Map(), carries: new Set(), everHadWords: false, everSuited: false, everSent: false, everCarried: false },
    ]),
  )
  const liveOf = async (item: string): Promise<Release | null> => {
    const last = (await log.of(item, 'en')).at(-1)
    return last === undefined || last.kind === 'withdrawal' ? null : last
  }
  for (const [index, { item, kind, topics, tells, wishes: wanted, asks }] of acts.entries()) {
    const isLive = (await liveOf(item)) !== null
    if (kind === 'withdraw' && !isLive) continue
    if (wanted) wishes = wanted.map((each, place) => channel(OUTLETS[place] ?? '', each))
    const changes: Partial<Snapshot> = { byline: `Version ${index}` }
    const text = snapshot('en', { ...changes, topics: topics.map((id) => ({ id, name: id })) })
    const told = tells && (await log.of(ITEM, 'en')).length > 0
    const put =
      item === ITEM
        ? text
        : item === BULLETIN
          ? edition('en', { texts: told ? [text] : [], changes })
          : programme(told ? [text] : [], { changes })
    await log.append([kind === 'withdraw' ? toWithdraw(put) : isLive ? toCorrect(put) : toRelease(put)], asks)
    const release = (await log.of(item, 'en')).at(-1)
    const current = (await liveOf(ITEM))?.version ?? 0
    const due = (await log.deliveries(item, 'en')).filter(({ seq }) => seq === release?.seq)
    expect(due.map(({ channel: key }) => key)).toEqual([...new Set(due.map(({ channel: key }) => key))])

    for (const { key, active, itemTypes, topics: wantedTopics } of wishes) {
      const outlet = outlets.get(key) as Outlet
      const owed = due.find((one) => one.channel === key)?.kind ?? 'nothing'
      const getsWords = owed === 'release' || owed === 'correction'
      if (item !== ITEM) {
        if (getsWords && told) {
          outlet.shows.set(item, current)
          outlet.carries.add(item)
          outlet.everCarried = true
          outlet.everHadWords ||= current > 0
        } else if (owed !== 'nothing') {
          outlet.shows.delete(item)
          outlet.carries.delete(item)
        }
        continue
      }
      const suits =
        (itemTypes.length === 0 || itemTypes.includes('article')) &&
        (wantedTopics.length === 0 || wantedTopics.some((id) => topics.includes(id))) &&
        (asks === null || asks.includes(key))
      const carries = outlet.carries.size > 0
      const seen = [`act ${index}`, key, owed] as const
      if (kind === 'withdraw') {
        if (outlet.everHadWords) expect(seen).toEqual([`act ${index}`, key, 'withdrawal'])
        if (owed !== 'nothing') expect(outlet.everSent || outlet.everCarried).toBe(true)
      } else {
        if (getsWords) expect([...seen, suits || (carries && !outlet.everSuited)]).toEqual([...seen, true])
        // Not twice: what it was told to take down is not there.
        if (owed === 'withdrawal') expect([...seen, !suits && outlet.shows.size > 0]).toEqual([...seen, true])
        const mustGet =
          (suits && (active || (isLive && (outlet.everSent || carries)))) || (carries && !outlet.everSuited && !suits)
        if (mustGet) expect([...seen, getsWords]).toEqual([...seen, true])
      }

      if (getsWords) {
        for (const place of [...outlet.carries, ITEM]) outlet.shows.set(place, current)
        outlet.everHadWords = true
        outlet.everSuited ||= suits
      } else if (owed === 'withdrawal') outlet.shows.clear()
      outlet.everSent ||= owed !== 'nothing'
      // Nowhere does a former version stay, nor anything of a text that was taken down.
      expect([...seen, [...outlet.shows].filter(([, version]) => version !== 0 && version !== current)]).toEqual([...seen, []])
    }
  }
}

it(`a text leaves no former words at any outlet, and none where it no longer suits (${RUNS} histories)`, () =>
  fc.assert(fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 16 }), walk), { numRuns: RUNS }))
