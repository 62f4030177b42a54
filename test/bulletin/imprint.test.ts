import { describe, expect, it } from 'vitest'
import { imprintLines } from '#bulletin/imprint'
import { editionTitle, erratumLines, issueNumber, say } from '#bulletin/words'
import { LANGUAGES } from '#newsroom'
import type { Erratum, Imprint } from '#publication/edition'

const IMPRINT: Imprint = {
  issuer: 'Sở Ngoại vụ tỉnh Lâm Đồng',
  licenceNumber: '12/GP-XBBT',
  licenceDate: '2026-01-05',
  licenceIssuer: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Lâm Đồng',
  printer: 'Công ty Cổ phần In Lâm Đồng',
  printRun: 12500,
  frequency: '1 số/quý',
  personResponsible: 'Phan Thái Bình',
}

describe('the foot of the last page', () => {
  it('says in Vietnamese what the law asks for', () =>
    expect(imprintLines(IMPRINT, 'vi')).toEqual([
      'Cơ quan xuất bản: Sở Ngoại vụ tỉnh Lâm Đồng',
      'Giấy phép xuất bản số 12/GP-XBBT ngày 05 tháng 01 năm 2026 do Sở Văn hóa, Thể thao và Du lịch tỉnh Lâm Đồng cấp',
      'In tại Công ty Cổ phần In Lâm Đồng',
      'Số lượng: 12.500 bản',
      'Kỳ hạn xuất bản: 1 số/quý',
      'Chịu trách nhiệm xuất bản: Phan Thái Bình',
    ]))
  it('says the same in English and Japanese', () => {
    const names = { issuer: 'A', licenceIssuer: 'B', printer: 'C', personResponsible: 'D', frequency: 'E' }
    expect(imprintLines({ ...IMPRINT, ...names }, 'en')).toEqual([
      'Published by A',
      'Publishing licence No. 12/GP-XBBT of 5 January 2026, issued by B',
      'Printed by C',
      'Print run: 12,500',
      'Frequency: E',
      'Responsible for publication: D',
    ])
    expect(imprintLines({ ...IMPRINT, ...names }, 'ja')).toEqual([
      '発行：A',
      '出版許可：第12/GP-XBBT号（2026年1月5日、B交付）',
      '印刷：C',
      '発行部数：12,500部',
      '発行頻度：E',
      '発行責任者：D',
    ])
  })
  it('leaves out what is not known yet, whole lines of it', () =>
    expect(imprintLines({ ...IMPRINT, issuer: ' ', licenceDate: '', printRun: 0, printer: '' }, 'vi')).toEqual([
      'Kỳ hạn xuất bản: 1 số/quý',
      'Chịu trách nhiệm xuất bản: Phan Thái Bình',
    ]))
})

const ISSUE = { year: 2026, quarter: 3, numberInYear: 3 } as const
const inAll = <T>(of: (language: (typeof LANGUAGES)[number]) => T) => LANGUAGES.map(of)

describe('an edition', () => {
  it('has its number in the year', () =>
    expect(inAll((language) => issueNumber(ISSUE, language))).toEqual([
      'Số 3 (Quý III/2026)',
      'No. 3 (Q3 2026)',
      '第3号（2026年第3四半期）',
    ]))
  it('is called by its name and number', () => {
    const name = { vi: 'Thông tin đối ngoại tỉnh Lâm Đồng', en: 'Lam Dong Foreign Information', ja: 'ラムドン省対外情報' }
    expect(inAll((language) => editionTitle({ ...ISSUE, name: name[language] }, language))).toEqual([
      'Bản tin Thông tin đối ngoại tỉnh Lâm Đồng, số 3 (Quý III/2026)',
      'Lam Dong Foreign Information Bulletin, No. 3 (Q3 2026)',
      'ラムドン省対外情報ニュースレター　第3号（2026年第3四半期）',
    ])
  })
  it('is not told twice that it is a bulletin', () => {
    const name = { vi: 'Bản tin Đối ngoại', en: 'Lam Dong Foreign Information Bulletin', ja: '対外情報だより' }
    expect(inAll((language) => editionTitle({ ...ISSUE, name: name[language] }, language))).toEqual([
      'Bản tin Đối ngoại, số 3 (Quý III/2026)',
      'Lam Dong Foreign Information Bulletin, No. 3 (Q3 2026)',
      '対外情報だより　第3号（2026年第3四半期）',
    ])
  })
})

describe('a correction of an earlier issue', () => {
  const erratum: Erratum = {
    title: 'Mùa hoa dã quỳ',
    issue: { year: 2026, quarter: 2, date: '2026-06-30' },
    page: 14,
    wrong: '1.200 ha',
    right: '120 ha',
  }
  it('stands under the heading of the law', () =>
    expect(inAll((language) => say(language, 'errata.heading'))).toEqual([
      'Thông tin cải chính, xin lỗi',
      'Correction and apology',
      '訂正とお詫び',
    ]))
  it('names issue, page, the wrong and the right', () =>
    expect(inAll((language) => erratumLines(erratum, language))).toEqual([
      [
        'Tác phẩm: “Mùa hoa dã quỳ”, trang 14, Bản tin Quý II/2026, xuất bản ngày 30 tháng 6 năm 2026.',
        'Thông tin sai: 1.200 ha',
        'Thông tin đúng: 120 ha',
      ],
      [
        'Item: “Mùa hoa dã quỳ”, page 14, Bulletin Q2 2026, published on 30 June 2026.',
        'Published wrongly: 1.200 ha',
        'Correct: 120 ha',
      ],
      [
        '対象記事：「Mùa hoa dã quỳ」（ニュースレター2026年第2四半期号14ページ、2026年6月30日発行）',
        '誤：1.200 ha',
        '正：120 ha',
      ],
    ]))
  it('names no page where there was none', () =>
    expect(erratumLines({ ...erratum, page: null }, 'vi')[0]).toBe(
      'Tác phẩm: “Mùa hoa dã quỳ”, Bản tin Quý II/2026, xuất bản ngày 30 tháng 6 năm 2026.',
    ))
})
