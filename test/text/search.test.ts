import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchKey, stripLatinMarks } from '#text/search'
import { hardText } from './hard'

describe('what a person types finds what was written', () => {
  it.each([
    ['lam dong', 'Lâm Đồng'],
    ['lam dong', 'LÂM ÐỒNG'],
    ['lam dong', 'Lâm Đồng'.normalize('NFD')],
    ['lâm đồng', 'Lam Dong'],
    ['hoa', 'hoà'],
    ['hòa', 'hoà'],
    ['ca phe da lat', '  Cà phê\u00A0Đà\nLạt '],
    ['ダラット', 'ﾀﾞﾗｯﾄ'],
    ['ttdn', 'ＴＴĐＮ'],
    ['strasse', 'Straße'],
  ])('%s ↔ %s', (typed, written) => expect(searchKey(typed)).toBe(searchKey(written)))

  it('keeps marks that are letters of their own in Japanese', () => {
    expect(searchKey('ダラット')).toBe('ダラット')
    expect(searchKey('ダラット')).not.toBe(searchKey('タラット'))
    expect(searchKey('ハン')).not.toBe(searchKey('パン'))
    expect(stripLatinMarks('Đà Lạt・ダラット・がく')).toBe('Da Lat・ダラット・がく')
  })
  it('is a key of itself', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text))
      }),
      { numRuns: 2000 },
    )
  })
  it('is ready at once for 50 kB of marks', () => {
    for (const nonsense of [`a${'\u0301'.repeat(50_000)}`, '\u0301'.repeat(50_000), 'Đ '.repeat(25_000), 'ﾀﾞ'.repeat(25_000)]) {
      const began = process.cpuUsage()
      searchKey(nonsense)
      expect(process.cpuUsage(began).user / 1000).toBeLessThan(250)
    }
  })
})
