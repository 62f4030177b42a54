import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryLog } from '#publication/log'
import { owed, type Carriers, type ChannelWish, type Owed } from '#publication/owed'
import type { Release, Snapshot } from '#publication/release'
import { at, BULLETIN, channel, ITEM, logOf, snapshot, toCorrect, toRelease, toWithdraw } from '../builders'

const RUNS = process.env.PROOF ? 10_000 : 500

const portal = channel('portal')
const paper = channel('paper', { languages: ['vi'], topics: ['xuc-tien-dau-tu'] })
const station = channel('station', { languages: ['en'] })
const better = snapshot('vi', { title: 'Cà phê Cầu Đất tới Nhật Bản' })
const [first, second, third] = logOf(toRelease(), toCorrect(better), toWithdraw())

const keys = (deliveries: readonly Owed[]) => deliveries.map(({ channel: key, kind, version }) => `${key} ${kind} ${version}`)
const sentTo = (...names: readonly string[]): readonly Owed[] =>
  names.map((name) => ({ seq: 1, channel: name, item: ITEM, language: 'vi', version: 1, kind: 'release', suited: true }))

describe('a release is owed', () => {
  const to = (channels: readonly ChannelWish[], storyChannels: readonly string[] | null = null) =>
    keys(owed(first!, { channels, storyChannels, sent: [] }))
  it('to each channel that wants its language and topics', () =>
    expect(to([portal, paper, station])).toEqual(['portal release 1', 'paper release 1']))
  it('to no channel of other topics or kinds', () =>
    expect(to([channel('sea', { topics: ['bien-dao'] }), channel('tv', { itemTypes: ['video'] })])).toEqual([]))
  it('to no paused channel', () => expect(to([channel('portal', { active: false }), paper])).toEqual(['paper release 1']))
  it('to those that the story asks for, where it asks', () =>
    expect(to([portal, paper], ['paper', 'station'])).toEqual(['paper release 1']))
  it('to nobody where the story wants none', () => expect(to([portal, paper], [])).toEqual([]))
})

describe('a correction is owed', () => {
  const to = (channels: readonly ChannelWish[], sent: readonly Owed[], storyChannels: readonly string[] | null = null) =>
    keys(owed(second!, { channels, storyChannels, sent }))
  it('to each channel that was ever sent it, paused or not', () =>
    expect(to([channel('portal', { active: false }), paper], sentTo('portal', 'paper'))).toEqual([
      'portal correction 2',
      'paper correction 2',
    ]))
  it('as a withdrawal to a channel that it no longer suits', () =>
    expect(to([portal, channel('paper', { topics: ['bien-dao'] })], sentTo('portal', 'paper'))).toEqual([
      'portal correction 2',
      'paper withdrawal 2',
    ]))
  it('as a withdrawal to a channel that the story no longer asks for, paused or not', () =>
    expect(to([portal, channel('paper', { active: false })], sentTo('portal', 'paper'), ['portal'])).toEqual([
      'portal correction 2',
      'paper withdrawal 2',
    ]))
  it('to a channel that wants it since', () =>
    expect(to([portal, paper], sentTo('portal'))).toEqual(['portal correction 2', 'paper correction 2']))
  it('not to a paused channel that never had it', () =>
    expect(to([portal, channel('paper', { active: false })], sentTo('portal'))).toEqual(['portal correction 2']))
  it('not again as a withdrawal to a channel that was told already', () => {
    const told: Owed = { ...sentTo('paper')[0]!, kind: 'withdrawal', suited: false }
    expect(to([portal], [...sentTo('portal', 'paper'), told])).toEqual(['portal correction 2'])
  })
})

describe('a withdrawal is owed', () => {
  it('to each channel that was ever sent it, whatever it wants now', () =>
    expect(
      keys(
        owed(third!, {
          channels: [channel('portal', { active: false })],
          storyChannels: [],
          sent: sentTo('portal', 'paper', 'closed-since'),
        }),
      ),
    ).toEqual(['portal withdrawal 3', 'paper withdrawal 3', 'closed-since withdrawal 3']))
  it('once', () =>
    expect(
      owed(third!, { channels: [portal], storyChannels: null, sent: [...sentTo('portal'), ...sentTo('portal')] }),
    ).toHaveLength(1))
  it('to nobody who never had it', () =>
    expect(owed(third!, { channels: [portal, paper], storyChannels: null, sent: [] })).toEqual([]))
})

describe('a channel that has the text in an issue or a programme', () => {
  const journal = channel('journal', { itemTypes: ['edition'], active: false })
  const told = (kind: Owed['kind'], version = 2, suited = false): Owed => ({ ...sentTo('journal')[0]!, seq: version, version, kind, suited }) // prettier-ignore
  /** The issue went to the journal: number 1, and what followed it. */
  const issue = (...kinds: readonly Owed['kind'][]): Carriers => {
    const sent = kinds.map((kind, index): Owed => ({ ...told(kind, index + 1, true), item: BULLETIN }))
    return { tells: [1], sent }
  }
  const to = (release: Release, sent: readonly Owed[], carriers = issue('release')) =>
    keys(owed(release, { channels: [portal, journal], storyChannels: null, sent, carriers }))
  const fourth = logOf(toRelease(), toCorrect(better), toWithdraw(), toRelease())[3]!
  const again = logOf(toRelease(), toCorrect(better), toCorrect(snapshot()))[2]!
  it('is owed its correction, though it wants no such text, and paused or not', () =>
    expect(to(second!, sentTo('portal'))).toEqual(['portal correction 2', 'journal correction 2']))
  it('and the next one: that it wants no such text withdraws nothing', () =>
    expect(to(again, [...sentTo('portal'), told('correction')])).toEqual(['portal correction 3', 'journal correction 3']))
  it('its withdrawal, and that it is back', () => {
    expect(to(third!, sentTo('portal'))).toEqual(['portal withdrawal 3', 'journal withdrawal 3'])
    expect(to(fourth, [...sentTo('portal'), told('withdrawal', 3)])).toEqual(['portal release 4', 'journal correction 4'])
  })
  it('is owed the withdrawal of a text that it was sent apart as well and that no longer suits it', () =>
    expect(to(second!, sentTo('portal', 'journal'))).toEqual(['portal correction 2', 'journal withdrawal 2']))
  it('also where a correction brought it to the journal, since it suited it by then', () =>
    expect(to(again, [...sentTo('portal'), told('correction', 2, true)])).toEqual([
      'portal correction 3',
      'journal withdrawal 3',
    ]))
  it('is owed nothing more once the issue was taken from it, but the withdrawal', () => {
    expect(to(again, [told('correction')], issue('release', 'withdrawal'))).toEqual([
      'portal correction 3',
      'journal withdrawal 3',
    ])
    expect(to(again, [], issue('release', 'withdrawal'))).toEqual(['portal correction 3'])
    expect(to(third!, sentTo('portal'), issue('release', 'withdrawal'))).toEqual(['portal withdrawal 3', 'journal withdrawal 3'])
  })
  it('nor of a text that a reissue left out', () => {
    expect(to(again, [], issue('release', 'correction'))).toEqual(['portal correction 3'])
    expect(to(third!, sentTo('portal'), issue('release', 'correction'))).toEqual(['portal withdrawal 3', 'journal withdrawal 3'])
  })
  it('is owed nothing where it came to the issue when the text was out of it', () => {
    const later: Carriers = { tells: [1], sent: [{ ...told('correction', 2, true), item: BULLETIN }] }
    expect(to(third!, sentTo('portal'), later)).toEqual(['portal withdrawal 3'])
  })
  it('is owed the withdrawal again where an issue brought back what it had taken down', () => {
    const gone = [...sentTo('portal', 'journal'), told('withdrawal', 2)]
    const nextIssue: Carriers = { tells: [3], sent: [{ ...told('release', 3, true), item: BULLETIN }] }
    const sixth = { ...again, seq: 6 }
    expect(to(sixth, gone)).toEqual(['portal correction 3'])
    expect(to(sixth, gone, nextIssue)).toEqual(['portal correction 3', 'journal withdrawal 3'])
  })
  it('keeps with each delivery whether the text itself suited it', () => {
    const marked = (release: Release, sent: readonly Owed[], carriers?: Carriers) =>
      owed(release, { channels: [portal, journal], storyChannels: null, sent, ...(carriers ? { carriers } : {}) }).map(
        ({ channel: key, kind, suited }) => [key, kind, suited],
      )
    expect(marked(first!, [])).toEqual([['portal', 'release', true]])
    expect(marked(second!, sentTo('portal'), issue('release'))).toEqual([
      ['portal', 'correction', true],
      ['journal', 'correction', false],
    ])
    expect(marked(second!, sentTo('portal', 'journal'))).toEqual([
      ['portal', 'correction', true],
      ['journal', 'withdrawal', false],
    ])
    expect(marked(third!, sentTo('portal'))).toEqual([['portal', 'withdrawal', false]])
  })
})

// G05 and G09 as far as owing goes: who receives everything in order ends where the log ends.
it(`leaves every outlet with the newest text that it may have, or with none (${RUNS} histories)`, () => {
  const topics = ['xuc-tien-dau-tu', 'ca-phe', 'bien-dao']
  const wish = fc.record({ active: fc.boolean(), topics: fc.subarray(topics, { maxLength: 2 }) })
  const act = fc.record({
    kind: fc.constantFrom('put' as const, 'put' as const, 'withdraw' as const),
    topics: fc.subarray(topics, { minLength: 1 }),
    wishes: fc.array(wish, { minLength: 3, maxLength: 3 }),
    asks: fc.option(fc.subarray(['a', 'b', 'c']), { nil: null }),
  })
  return fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      let wishes: readonly ChannelWish[] = []
      let minute = 0
      const log = memoryLog({ now: () => at(minute++), channels: () => wishes })
      const outlets = new Map<string, number>()
      for (const [index, { kind, topics: ids, wishes: wanted, asks }] of acts.entries()) {
        const before = (await log.of(ITEM, 'vi')).at(-1)
        const isLive = before !== undefined && before.kind !== 'withdrawal'
        if (kind === 'withdraw' && !isLive) continue
        wishes = wanted.map((each, place) => channel('abc'[place] as string, each))
        const text: Snapshot = snapshot('vi', { byline: `Bản ${index}`, topics: ids.map((id) => ({ id, name: id })) })
        const had = new Set((await log.deliveries(ITEM, 'vi')).map(({ channel: key }) => key))
        const holding = new Set(outlets.keys())
        await log.append([kind === 'withdraw' ? toWithdraw(text) : isLive ? toCorrect(text) : toRelease(text)], asks)
        const [release] = (await log.of(ITEM, 'vi')).slice(-1)
        const fresh = (await log.deliveries(ITEM, 'vi')).filter(({ seq }) => seq === release?.seq)
        expect(new Set(fresh.map(({ channel: key }) => key)).size).toBe(fresh.length)
        for (const { channel: key, kind: told, version } of fresh)
          told === 'withdrawal' ? outlets.delete(key) : outlets.set(key, version)
        for (const { key, active, topics: wantedTopics } of wishes) {
          const suits =
            (asks === null || asks.includes(key)) && (wantedTopics.length === 0 || wantedTopics.some((id) => ids.includes(id)))
          if (kind === 'withdraw' || !suits) expect(outlets.has(key)).toBe(false)
          else if (active || (isLive && (holding.has(key) || had.has(key)))) expect(outlets.get(key)).toBe(release?.version)
          else expect(outlets.has(key)).toBe(false)
        }
      }
    }),
    { numRuns: RUNS },
  )
})
