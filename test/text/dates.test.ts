import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NewsroomError } from '#newsroom'
import { formatDate, formatDateInFull, formatDateTime, formatTime, isoInProvince, TIME_ZONE } from '#text/dates'

const languages = ['vi', 'en', 'ja'] as const
const all = (write: (language: (typeof languages)[number]) => string) => languages.map(write)

describe('a date on the page', () => {
  it('is written as each language does', () => {
    expect(all((language) => formatDate('2017-07-25T08:30:00.000Z', language))).toEqual([
      '25/7/2017',
      '25 July 2017',
      '2017年7月25日',
    ])
    expect(all((language) => formatDateTime('2017-07-25T08:30:00.000Z', language))).toEqual([
      '15:30, 25/7/2017',
      '25 July 2017, 15:30',
      '2017年7月25日 15:30',
    ])
    expect(formatTime('2017-07-25T01:05:00.000Z')).toBe('08:05')
  })
  it('is that of the province: after five in the afternoon in London it is tomorrow', () => {
    expect(formatDate(new Date('2026-12-31T17:00:00Z'), 'vi')).toBe('1/1/2027')
    expect(formatDate(new Date('2026-12-31T16:59:59Z'), 'vi')).toBe('31/12/2026')
  })
  it('of a law has no time and no zone', () => {
    expect(all((language) => formatDate('2017-07-25', language))).toEqual(['25/7/2017', '25 July 2017', '2017年7月25日'])
    expect(all((language) => formatDateInFull('2017-02-05', language))).toEqual([
      'ngày 05 tháng 02 năm 2017',
      '5 February 2017',
      '2017年2月5日',
    ])
    expect(formatDateInFull('2017-07-25', 'vi')).toBe('ngày 25 tháng 7 năm 2017')
  })
  it('for machines carries the offset', () => {
    expect(isoInProvince('2017-07-25T08:30:00.000Z')).toBe('2017-07-25T15:30:00+07:00')
    expect(isoInProvince('2017-07-25')).toBe('2017-07-25T00:00:00+07:00')
  })
  it.each(['', 'hôm qua', '2017-13-01', '2017-02-30', '25/7/2017', '2017-07-25T15:30:00', '2017-07-25T99:00:00Z'])(
    'refuses %j',
    (text) => {
      expect(() => formatDate(text, 'vi')).toThrow(NewsroomError)
    },
  )
  it('agrees with the time zone database', () => {
    const known = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, day: 'numeric', month: 'numeric', year: 'numeric' })
    fc.assert(
      fc.property(fc.date({ min: new Date('1976-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
        const [day, month, year] = known.format(date).split('/').map(Number)
        expect(formatDate(date, 'vi')).toBe(`${day}/${month}/${year}`)
        expect(new Date(isoInProvince(date)).getTime()).toBe(Math.floor(date.getTime() / 1000) * 1000)
      }),
    )
  })
})
