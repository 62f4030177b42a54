/** What the law asks of a bản tin, as rows with dates: a law that ends is a date, not a change of the program. */
import type { Language } from '#newsroom'
import type { CivilDay } from '#publication/edition'

/** What a row gives its numbers and its citation to: rules of the preflight; `licence` all of theirs; `deposit` the records. */
export const LEGAL_CHECKS = [
  'licence',
  'size.law',
  'pages.law',
  'advertising',
  'masthead',
  'imprint',
  'errata',
  'deposit',
  'image.consent',
] as const
export type LegalCheck = (typeof LEGAL_CHECKS)[number]

type Words = Readonly<Record<Language, string>>

export type LegalRule = {
  readonly key: string
  readonly check: LegalCheck
  readonly text: Words
  readonly citation: Words
  readonly validFrom: CivilDay
  /** The last day; null = until somebody ends it. */
  readonly validTo: CivilDay | null
  /** `size.law`: widthMm, heightMm · `pages.law`: pages · `advertising`: classes that are none. */
  readonly parameters: Readonly<Record<string, unknown>>
}

/** Of several rows in force on the day, the youngest. */
export const lawOn = (rules: readonly LegalRule[], check: LegalCheck, day: CivilDay): LegalRule | null =>
  rules
    .filter((rule) => rule.check === check && rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo))
    .reduce<LegalRule | null>((law, rule) => (law === null || rule.validFrom > law.validFrom ? rule : law), null)

/** The last day of what was in force before, where nothing is now. */
export const lawEnded = (rules: readonly LegalRule[], check: LegalCheck, day: CivilDay): CivilDay | null =>
  rules
    .flatMap((rule) => (rule.check === check && rule.validTo !== null && rule.validTo < day ? [rule.validTo] : []))
    .toSorted()
    .at(-1) ?? null

type Asked = Pick<LegalRule, 'check' | 'text' | 'parameters'> & { readonly name: string; readonly article: number }

/** Press Law 2016 (103/2016/QH13). */
const PRESS_LAW: readonly Asked[] = [
  {
    name: 'licence',
    check: 'licence',
    article: 34,
    parameters: {},
    text: {
      vi: 'Bản tin được xuất bản theo giấy phép: đúng ngôn ngữ, kỳ hạn, số trang, khổ và số lượng ghi trong giấy phép còn hiệu lực.',
      en: 'A bulletin appears under a licence: in the language, frequency, number of pages, size and print run that a licence in force states.',
      ja: 'ニュースレターは許可に基づいて発行する。有効な許可証に記された言語、発行頻度、ページ数、判型、部数を守る。',
    },
  },
  {
    name: 'size',
    check: 'size.law',
    article: 34,
    parameters: { widthMm: 190, heightMm: 270 },
    text: {
      vi: 'Khổ bản tin không lớn hơn 19 × 27 cm.',
      en: 'A bulletin is not larger than 19 × 27 cm.',
      ja: 'ニュースレターの判型は19×27センチ以内とする。',
    },
  },
  {
    name: 'pages',
    check: 'pages.law',
    article: 34,
    parameters: { pages: 64 },
    text: {
      vi: 'Bản tin không quá 64 trang.',
      en: 'A bulletin has at most 64 pages.',
      ja: 'ニュースレターは64ページ以内とする。',
    },
  },
  {
    name: 'advertising',
    check: 'advertising',
    article: 34,
    parameters: { classes: ['official', 'promotional', 'explanatory', 'worldNews'] },
    text: {
      vi: 'Bản tin không đăng quảng cáo.',
      en: 'A bulletin carries no advertising.',
      ja: 'ニュースレターに広告を掲載しない。',
    },
  },
  {
    name: 'masthead',
    check: 'masthead',
    article: 34,
    parameters: {},
    text: {
      vi: 'Đầu trang nhất ghi “BẢN TIN”, tên bản tin ở sau hoặc dưới, cơ quan xuất bản và ngày, tháng, năm.',
      en: 'The head of page 1 says “BẢN TIN”, with the name after or under it, the issuing body, and day, month and year.',
      ja: '第1ページの上部に「BẢN TIN」、その後または下に名称、発行機関、年月日を記す。',
    },
  },
  {
    name: 'imprint',
    check: 'imprint',
    article: 34,
    parameters: {},
    text: {
      vi: 'Cuối trang cuối ghi số và ngày giấy phép, nơi in, số lượng, kỳ hạn xuất bản và người chịu trách nhiệm xuất bản.',
      en: 'The foot of the last page states number and date of the licence, printer, print run, frequency and the person responsible.',
      ja: '最終ページの下部に許可番号と日付、印刷所、部数、発行頻度、発行責任者を記す。',
    },
  },
  {
    name: 'correction',
    check: 'errata',
    article: 42,
    parameters: {},
    text: {
      vi: 'Cải chính đăng dưới tiêu đề “Thông tin cải chính, xin lỗi”, ghi rõ bài, số, trang, nội dung sai và nội dung đúng.',
      en: 'A rectification is headed “Thông tin cải chính, xin lỗi” and names the text, issue and page, the wrong and the right wording.',
      ja: '訂正は「Thông tin cải chính, xin lỗi」の見出しで、記事、号、ページ、誤りと正しい内容を記す。',
    },
  },
  {
    name: 'deposit',
    check: 'deposit',
    article: 52,
    parameters: {},
    text: {
      vi: 'Bản tin in xong phải nộp lưu chiểu; giữ lại giấy biên nhận.',
      en: 'Printed copies of a bulletin are deposited with the authority; keep the receipt.',
      ja: '印刷したニュースレターは当局に納本し、受領書を保管する。',
    },
  },
]

const SINCE = '2017-01-01'
/** Last day of the Press Law 2016, and first of its successor. */
const UNTIL = '2026-06-30'
const SUCCESSOR = '2026-07-01'

const of2016 = ({ name, check, article, text, parameters }: Asked): LegalRule => ({
  key: `press-2016-${name}`,
  check,
  text,
  citation: {
    vi: `Luật Báo chí 2016, Điều ${article}`,
    en: `Press Law 2016, article ${article}`,
    ja: `2016年報道法第${article}条`,
  },
  validFrom: SINCE,
  validTo: UNTIL,
  parameters,
})

/** Its articles and numbers were not seen: what the old law asked is carried on, and says so wherever it is cited. */
const ofSuccessor = ({ name, check, text, parameters }: Asked): LegalRule => ({
  key: `press-2026-${name}`,
  check,
  text: {
    vi: `${text.vi} (Tạm áp dụng theo Luật Báo chí 2016 cho đến khi bộ phận pháp chế xác nhận.)`,
    en: `${text.en} (Carried over from the Press Law 2016 until the legal desk confirms it.)`,
    ja: `${text.ja}（法務担当が確認するまで、2016年報道法の内容を仮に適用する。）`,
  },
  citation: {
    vi: 'Luật Báo chí có hiệu lực từ 01/7/2026: điều khoản và con số chờ bộ phận pháp chế xác nhận',
    en: 'Press Law in force since 1 July 2026: article and numbers to be confirmed by the legal desk',
    ja: '2026年7月1日施行の報道法：条項と数値は法務担当の確認待ち',
  },
  validFrom: SUCCESSOR,
  validTo: null,
  parameters,
})

const CONSENT: LegalRule['text'] = {
  vi: 'Hình ảnh cá nhân là dữ liệu cá nhân: cần sự đồng ý của người trong ảnh; với trẻ em, cần cả sự đồng ý của cha, mẹ hoặc người giám hộ.',
  en: 'A picture of a person is personal data: it needs the person’s consent, of a child also that of a parent or guardian.',
  ja: '個人の写真は個人情報であり、本人の同意を要する。子どもの場合は保護者の同意も要する。',
}

const PERSONAL_DATA: readonly LegalRule[] = [
  {
    key: 'personal-data-2023-consent',
    check: 'image.consent',
    text: CONSENT,
    citation: { vi: 'Nghị định 13/2023/NĐ-CP', en: 'Decree 13/2023/NĐ-CP', ja: '政令13/2023/NĐ-CP' },
    validFrom: '2023-07-01',
    validTo: '2025-12-31',
    parameters: {},
  },
  {
    key: 'personal-data-2025-consent',
    check: 'image.consent',
    text: CONSENT,
    citation: {
      vi: 'Luật Bảo vệ dữ liệu cá nhân 2025',
      en: 'Law on Personal Data Protection 2025',
      ja: '2025年個人情報保護法',
    },
    validFrom: '2026-01-01',
    validTo: null,
    parameters: {},
  },
]

/** What a new newsroom begins with; an administrator ends and amends the rows. */
export const LEGAL_RULES: readonly LegalRule[] = [...PRESS_LAW.map(of2016), ...PRESS_LAW.map(ofSuccessor), ...PERSONAL_DATA]
