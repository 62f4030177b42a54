import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rearm, writeCsv } from '#text/csv'

describe('CSV for spreadsheets', () => {
  it('has its mark, quotes and line ends', () =>
    expect(
      writeCsv([
        ['Nơi nhận', 'Số lượng'],
        ['Thư viện “Quốc gia”, 31 Tràng Thi', '5'],
        ['"A"', ''],
      ]),
    ).toBe('\uFEFF"Nơi nhận","Số lượng"\r\n"Thư viện “Quốc gia”, 31 Tràng Thi","5"\r\n"""A""",""\r\n'))

  it.each(['=1+1', '+84 263', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠a', "'=1"])(
    'shows %j as words, never as a formula',
    (words) => expect(writeCsv([[words]])).toBe(`\uFEFF"'${words}"\r\n`),
  )

  it('leaves an apostrophe that guards nothing', () => expect(writeCsv([["'Đà Lạt'"]])).toBe(`\uFEFF"'Đà Lạt'"\r\n`))

  it('gives every cell back as it was', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...`'=+-@＝"a,\n\t`), maxLength: 6 }), (cell) => {
        const written = writeCsv([[cell]])
          .slice(2, -3)
          .replaceAll('""', '"')
        expect(rearm(written)).toBe(cell)
      }),
    ))
})
