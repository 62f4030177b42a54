import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  airAtOf,
  clipMs,
  clock,
  overUnder,
  PACE,
  readMs,
  signedClock,
  startTimes,
  stepTimes,
  totalMs,
  unitsOf,
  wallClock,
} from '#programme/timing'

describe('reading', () => {
  it.each([
    ['en', 'Good evening, this is Lam Dong Weekly.', 7],
    ['en', "The province's coffee-growers aren’t worried.", 6],
    ['en', 'in 2026', 4],
    ['en', '33,000 tonnes', 4],
    ['en', '1,250', 6],
    ['en', '3.5%', 5],
    ['en', '0', 1],
    ['en', '02633 822 311', 5 + 5 + 4],
    ['vi', 'Kính chào quý vị và các bạn.', 7],
    ['vi', 'Ki\u0301nh cha\u0300o', 2],
    ['vi', '33.000 tấn', 5],
    ['vi', '205', 4],
    ['vi', '16', 2],
    ['vi', 'năm 2026', 1 + 7],
    ['vi', '2005', 6],
    ['vi', '2.000.000', 2],
    ['ja', '2026', 5],
    ['vi', '7,5%', 5],
    ['ja', 'こんばんは。', 5],
    ['ja', 'ラムドン省、２０２６年', 6 - 1 + 5 + 1],
    ['ja', '33,000トン', 4 + 2],
    ['ja', '｜大叻《ダラット》の花', 4],
    ['ja', '10%', 1 + 5],
    ['en', '', 0],
    ['vi', '— … !', 0],
  ] as const)('%s: “%s” has %i', (language, text, units) => expect(unitsOf(text, language)).toBe(units))

  it('150 words take a minute in English, 210 syllables in Vietnamese, 300 characters in Japanese', () => {
    expect(readMs('word '.repeat(150), 'en')).toBe(60_000)
    expect(readMs('tiếng '.repeat(210), 'vi')).toBe(60_000)
    expect(readMs('字'.repeat(300), 'ja')).toBe(60_000)
  })
  it('a slower presenter takes longer', () => expect(readMs('word '.repeat(100), 'en', 100)).toBe(60_000))
  it('more text never takes less time', () =>
    fc.assert(
      fc.property(fc.constantFrom('vi', 'en', 'ja'), fc.string(), fc.string(), (language, one, other) => {
        expect(readMs(`${one}\n${other}`, language)).toBeGreaterThanOrEqual(readMs(one, language))
      }),
      { numRuns: 200 },
    ))
})

describe('the running order against the clock', () => {
  const steps = [
    { readMs: 4_000, clipMs: 0 },
    { readMs: 20_000, clipMs: 12_500 },
    { readMs: 0, clipMs: 30_000 },
  ]
  it('reads intro and script, then runs the clip', () =>
    expect(stepTimes({ intro: 'one two', script: 'three', clip: { from: 5_000, to: 17_500 } }, 'en', PACE.en)).toEqual({
      readMs: 1_200,
      clipMs: 12_500,
    }))
  it('every step begins where the one before ends', () => expect(startTimes(steps)).toEqual([0, 4_000, 36_500]))
  it('adds up', () => expect(totalMs(steps)).toBe(66_500))
  it('is over or under the target', () => {
    expect(overUnder(66_500, 60_000)).toBe(6_500)
    expect(overUnder(66_500, 90_000)).toBe(-23_500)
  })
  it('a clip that ends before it begins has no length', () => {
    expect(clipMs({ from: 5, to: 3 })).toBe(0)
    expect(clipMs(null)).toBe(0)
  })
  it('the last start and the last step make the whole', () =>
    fc.assert(
      fc.property(fc.array(fc.record({ readMs: fc.nat(600_000), clipMs: fc.nat(600_000) }), { minLength: 1 }), (list) => {
        const last = list.at(-1)
        expect((startTimes(list).at(-1) ?? 0) + (last ? last.readMs + last.clipMs : 0)).toBe(totalMs(list))
      }),
    ))
})

describe('clocks', () => {
  it.each([
    [0, '0:00'],
    [245_000, '4:05'],
    [59_499, '0:59'],
    [59_500, '1:00'],
    [3_845_000, '1:04:05'],
    [-12_000, '−0:12'],
    [-400, '0:00'],
  ])('%i ms is %s', (ms, shown) => expect(clock(ms)).toBe(shown))
  it.each([
    [12_000, '+0:12'],
    [-12_000, '−0:12'],
    [499, '0:00'],
  ])('over or under: %i is %s', (ms, shown) => expect(signedClock(ms)).toBe(shown))
  it('on the wall, over midnight too', () => {
    expect(wallClock('17:30', 245_000)).toBe('17:34:05')
    expect(wallClock('23:59', 90_000)).toBe('00:00:30')
  })
  it('the hour of broadcast is of the province', () =>
    expect(airAtOf({ airDate: '2026-10-05', airTime: '06:30' })).toBe('2026-10-04T23:30:00.000Z'))
})
