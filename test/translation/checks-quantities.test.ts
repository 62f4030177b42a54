import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '#newsroom'
import { disagreements } from '#translation/quantities/compare'
import { readQuantities } from '#translation/quantities/read'

type Labelled = {
  readonly id: string
  readonly from: Language
  readonly to: Language
  readonly source: string
  readonly target: string
  readonly expect: { readonly number: boolean; readonly date: boolean }
}
const pairsOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`./pairs/${name}.json`, import.meta.url), 'utf8')) as readonly Labelled[]
const compare = ({ from, to, source, target }: Pick<Labelled, 'from' | 'to' | 'source' | 'target'>) =>
  disagreements({ text: source, language: from }, { text: target, language: to })

/** Values of a text: amounts with their dimension, dates as far as they are said. */
const values = (text: string, language: Language) =>
  readQuantities(text, language).map(({ readings: [first] }) => {
    if (first?.type === 'amount') return [first.value, ...first.units.slice(0, 1).map(({ dimension }) => dimension)].join(' ')
    if (first?.type === 'date')
      return [first.year, first.quarter && `Q${first.quarter}`, first.month, first.day].filter(Boolean).join('-')
    return first?.type === 'code' ? first.text : first?.type
  })

describe('what a text says in figures', () => {
  it('Vietnamese', () => {
    expect(values('33.000 tỷ đồng, 1,5 nghìn tỷ, 2 tỷ 300 triệu, hai mươi mốt, một trăm linh năm', 'vi')).toEqual([
      '33000000000000 VND',
      '1500000000000',
      '2300000000',
      '21',
      '105',
    ])
    expect(values('25/7/2017, ngày 25 tháng 7, tháng 8/2026, quý III/2026, 2-4/9', 'vi')).toEqual([
      '2017-7-25',
      '7-25',
      '2026-8',
      '2026-Q3',
      '9-2',
      '9-4',
    ])
  })
  it('English', () => {
    expect(values('VND 33 trillion, 33,000 billion VND; two hundred and fifty thousand; $5m', 'en')).toEqual([
      '33000000000000 VND',
      '33000000000000 VND',
      '250000',
      '5000000 USD',
    ])
    expect(values('July 25, 2017; 25th of July; 5, 12 and 31 December 2026; Q3 2026', 'en')).toEqual([
      '2017-7-25',
      '7-25',
      '2026-12-5',
      '2026-12-12',
      '2026-12-31',
      '2026-Q3',
    ])
  })
  it('Japanese', () => {
    expect(values('33兆ドン、2億1500万米ドル、３万４千枚、三万五千人、5千万本、3割', 'ja')).toEqual([
      '33000000000000 VND',
      '215000000 USD',
      '34000',
      '35000',
      '50000000',
      '3 ratio',
    ])
    expect(values('2017年7月25日、令和8年5月1日、二〇二六年、第3四半期', 'ja')).toEqual(['2017-7-25', '2026-5-1', '2026', 'Q3'])
  })
  it('words that are no numbers are read as none', () => {
    expect(values('Chính quyền Ba Đình, chiếm phần lớn, năm học, hàng nghìn', 'vi')).toEqual([])
    expect(values('Often someone, thousands of stones', 'en')).toEqual([])
    expect(values('数千人', 'ja')).toEqual([])
  })
})

describe('labelled pairs', () => {
  it.each(['own', 'blind', 'blind2'])(
    '%s: at least 99 in 100 disagreements are found, at most 2 in 100 others raise an alarm',
    (name) => {
      const pairs = pairsOf(name)
      const wrong = pairs.filter((pair) => pair.expect.number || pair.expect.date)
      const missed = wrong.filter((pair) => !compare(pair).some(({ kind }) => pair.expect[kind]))
      const alarms = pairs.filter((pair) => compare(pair).some(({ kind }) => !pair.expect[kind]))
      expect(pairs.length).toBeGreaterThanOrEqual(100)
      expect(missed.length / wrong.length, missed.map(({ id }) => id).join(' ')).toBeLessThanOrEqual(0.01)
      expect(alarms.length / pairs.length, alarms.map(({ id }) => id).join(' ')).toBeLessThanOrEqual(0.02)
    },
  )

  it('one figure changed in a good translation is found in 99 of 100', () => {
    const changed = pairsOf('own')
      // Of an address and of a year that only the translation says there is nothing to hold against it.
      .filter((pair) => !pair.expect.number && !pair.expect.date && !/https?:|Năm ngoái|Ngày 25\/7, tỉnh/u.test(pair.source))
      .flatMap((pair) =>
        [...pair.target.matchAll(/[0-9]/gu)].map(({ 0: figure, index }) => ({
          ...pair,
          target: pair.target.slice(0, index) + String((Number(figure) + 3) % 10) + pair.target.slice(index + 1),
        })),
      )
    const missed = changed.filter((pair) => compare(pair).length === 0)
    expect(changed.length).toBeGreaterThan(500)
    expect(missed.length / changed.length, missed.map(({ target }) => target).join('\n')).toBeLessThanOrEqual(0.01)
  })
})

describe('whatever is written', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.nat(3_000_000).map(String),
    fc.constantFrom(
      ...' , . / - – : % ( ) ngày tháng năm tỷ triệu đồng giờ quý III 1.629 2,5 25/7 1/3 1629/QĐ-UBND ha sào mười hai thứ ba'.split(
        ' ',
      ),
      ...'July May second half a dozen million VND p.m. 3rd Q3 1990s COVID-19'.split(' '),
      ...'年 月 日 時 分 億 兆 万 三 十 割 第 令和 午後 つ 人 から ～'.split(' '),
    ),
  )
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(pieces.length % 2 ? ' ' : ''))

  it('a text agrees with itself', () => {
    for (const language of LANGUAGES)
      fc.assert(
        fc.property(text, (one) => {
          expect(compare({ from: language, to: language, source: one, target: one })).toEqual([])
        }),
        { numRuns: process.env.PROOF ? 5_000 : 150 },
      )
  })

  it('what is found is found from either side', () =>
    fc.assert(
      fc.property(fc.constantFrom(...pairsOf('own')), (pair) => {
        const there = compare(pair)
        const back = compare({ from: pair.to, to: pair.from, source: pair.target, target: pair.source })
        // A year that a translation adds is a service, one that it drops a loss.
        const isYearSaidOnce = /Năm ngoái|Ngày 25\/7, tỉnh/u.test(pair.source)
        expect(isYearSaidOnce || back.length > 0 === there.length > 0).toBe(true)
      }),
    ))

  it('a long text is read in a moment', () => {
    const long = 'Ngày 25/7/2017, tổng vốn 33.000 tỷ đồng, mười hai dự án, tăng 18%. '.repeat(300)
    expect(readQuantities(long, 'vi').length).toBe(1200)
  })
})
