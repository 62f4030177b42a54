import { describe, expect, it } from 'vitest'
import { briefTime, instantOf, localOf, partOfDay, shortTime, timeLeft } from '../../src/admin/when'
import { wordsOf } from '../../src/admin/words'

// 24 November 2026, 08:30 in Đà Lạt.
const now = new Date('2026-11-24T01:30:00.000Z')
const vi = wordsOf('vi')

describe('times on the desk', () => {
  it('are near words for yesterday, today and tomorrow in the time of the province, else dates', () => {
    expect(shortTime('2026-11-24T07:05:00.000Z', now, 'vi', vi)).toBe('hôm nay 14:05')
    expect(shortTime('2026-11-23T17:05:00.000Z', now, 'vi', vi)).toBe('hôm nay 00:05')
    expect(shortTime('2026-11-23T16:55:00.000Z', now, 'en', wordsOf('en'))).toBe('yesterday 23:55')
    expect(shortTime('2026-11-25T01:00:00.000Z', now, 'ja', wordsOf('ja'))).toBe('明日 08:00')
    expect(shortTime('2017-07-25T08:30:00.000Z', now, 'ja', wordsOf('ja'))).toBe('2017年7月25日 15:30')
  })

  it('are the hour of today or the day in narrow columns', () => {
    expect(briefTime('2026-11-24T00:10:00.000Z', now, 'vi')).toBe('07:10')
    expect(briefTime('2026-11-20T00:10:00.000Z', now, 'vi')).toBe('20/11/2026')
  })

  it('say how long is left and how late it is', () => {
    expect(timeLeft('2026-12-03T02:00:00.000Z', now, vi)).toBe('còn 9 ngày')
    expect(timeLeft('2026-11-24T02:15:00.000Z', now, vi)).toBe('còn 45 phút')
    expect(timeLeft('2026-11-23T23:00:00.000Z', now, vi)).toBe('quá hạn 2 giờ')
    expect(timeLeft('2026-11-22T23:00:00.000Z', now, wordsOf('ja'))).toBe('1日超過')
  })

  it('typed into a field are times of the province, whatever the zone of the machine', () => {
    expect(instantOf('2026-11-25T06:00')).toBe('2026-11-24T23:00:00.000Z')
    expect(localOf('2026-11-24T23:00:00.000Z')).toBe('2026-11-25T06:00')
    expect([instantOf(''), instantOf('2026-13-01T06:00'), instantOf('25/11/2026')]).toEqual([null, null, null])
  })

  it('greet by the hour of the province', () => {
    expect([now, new Date('2026-11-24T06:00:00Z'), new Date('2026-11-24T12:00:00Z')].map(partOfDay)).toEqual([
      'morning',
      'afternoon',
      'evening',
    ])
  })
})
