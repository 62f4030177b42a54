/** What the pages say themselves, in the language of the edition; the register of a state publication. */
import type { Language } from '#newsroom'
import type { CivilDay } from '#publication/edition'
import { formatDate } from '#text/dates'

export type PageWords = {
  /** Beside the "BẢN TIN" that the law wants in Vietnamese; null = it says everything. */
  readonly kind: string | null
  readonly title: (facts: { readonly name: string; readonly issue: string }) => string
  readonly issue: (facts: { readonly quarter: number; readonly year: number }) => string
  readonly number: (facts: { readonly number: number; readonly numberInYear: number; readonly year: number }) => string
  readonly day: (date: CivilDay) => string
  readonly contents: string
  readonly errata: string
  readonly errorIn: (facts: {
    readonly title: string
    readonly quarter: number
    readonly year: number
    readonly date: string
    readonly page: number | null
  }) => string
  readonly wrong: string
  readonly right: string
  readonly imprint: {
    readonly issuer: string
    readonly licence: string
    readonly licenceText: (facts: { readonly number: string; readonly date: string; readonly issuer: string }) => string
    readonly printer: string
    readonly printRun: string
    readonly copies: (count: number) => string
    readonly frequency: string
    readonly personResponsible: string
  }
  readonly labels: string
  readonly copies: (count: number) => string
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const
const dots = (count: number, by: string) => String(count).replace(/\B(?=(\d{3})+$)/g, by)

/** Press Law 2016, art. 34: the name of the class at the head of page 1, in Vietnamese whatever the language. */
export const LEGAL_HEAD = 'BẢN TIN'

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
  vi: {
    kind: null,
    title: ({ name, issue }) => `Bản tin ${name}, ${issue}`,
    issue: ({ quarter, year }) => `Quý ${ROMAN[quarter - 1]}/${year}`,
    number: ({ number, numberInYear, year }) => `Số ${numberInYear}/${year} (${number})`,
    day: (date) => {
      const [year, month, day] = date.split('-').map(Number)
      return `Ngày ${two(day)} tháng ${(month ?? 0) <= 2 ? two(month) : month} năm ${year}`
    },
    contents: 'Trong số này',
    errata: 'Thông tin cải chính, xin lỗi',
    errorIn: ({ title, quarter, year, date, page }) =>
      `“${title}”, Bản tin Quý ${ROMAN[quarter - 1]}/${year} ra ngày ${date}${page === null ? '' : `, trang ${page}`}`,
    wrong: 'Đã in sai:',
    right: 'Xin đọc đúng là:',
    imprint: {
      issuer: 'Cơ quan xuất bản:',
      licence: 'Giấy phép xuất bản bản tin:',
      licenceText: ({ number, date, issuer }) => `số ${number} do ${issuer} cấp ngày ${date}`,
      printer: 'In tại:',
      printRun: 'Số lượng:',
      copies: (count) => `${dots(count, '.')} bản`,
      frequency: 'Kỳ hạn xuất bản:',
      personResponsible: 'Chịu trách nhiệm xuất bản:',
    },
    labels: 'Nhãn gửi bản tin',
    copies: (count) => `${dots(count, '.')} bản`,
  },
  en: {
    kind: 'Bulletin',
    title: ({ name, issue }) => `${name} Bulletin, ${issue}`,
    issue: ({ quarter, year }) => `Q${quarter}/${year}`,
    number: ({ number, numberInYear, year }) => `No. ${numberInYear}/${year} (${number})`,
    day: (date) => formatDate(date, 'en'),
    contents: 'In this issue',
    errata: 'Correction and apology',
    errorIn: ({ title, quarter, year, date, page }) =>
      `“${title}”, Bulletin Q${quarter}/${year} of ${date}${page === null ? '' : `, page ${page}`}`,
    wrong: 'Printed:',
    right: 'Should read:',
    imprint: {
      issuer: 'Published by:',
      licence: 'Licence:',
      licenceText: ({ number, date, issuer }) => `No. ${number}, issued by ${issuer} on ${date}`,
      printer: 'Printed by:',
      printRun: 'Print run:',
      copies: (count) => `${dots(count, ',')} copies`,
      frequency: 'Frequency:',
      personResponsible: 'Person responsible for publication:',
    },
    labels: 'Address labels of the bulletin',
    copies: (count) => `${dots(count, ',')} ${count === 1 ? 'copy' : 'copies'}`,
  },
  ja: {
    kind: 'ニュースレター',
    title: ({ name, issue }) => `${name}ニュースレター ${issue}`,
    issue: ({ quarter, year }) => `${year}年第${quarter}四半期号`,
    number: ({ number, numberInYear, year }) => `${year}年第${numberInYear}号（通巻${number}号）`,
    day: (date) => formatDate(date, 'ja'),
    contents: '今号の内容',
    errata: '訂正とおわび',
    errorIn: ({ title, quarter, year, date, page }) =>
      `「${title}」（${year}年第${quarter}四半期号、${date}発行${page === null ? '' : `、${page}ページ`}）`,
    wrong: '誤：',
    right: '正：',
    imprint: {
      issuer: '発行：',
      licence: '発行許可：',
      licenceText: ({ number, date, issuer }) => `第${number}号（${issuer}、${date}付）`,
      printer: '印刷：',
      printRun: '発行部数：',
      copies: (count) => `${dots(count, ',')}部`,
      frequency: '発行頻度：',
      personResponsible: '発行責任者：',
    },
    labels: '宛名ラベル',
    copies: (count) => `${dots(count, ',')}部`,
  },
}

const two = (number: number | undefined) => String(number ?? 0).padStart(2, '0')
