/** Organisations with the days from and to which they exist: in 2025 offices were merged and districts abolished. */
import type { Language } from '#newsroom'

export type SampleDesk = {
  readonly key: string
  readonly kind: 'desk' | 'department' | 'outlet' | 'other'
  readonly name: Readonly<Record<Language, string>>
  readonly short: Readonly<Record<Language, string>> | null
  /** First and last day, both included; null = open. */
  readonly validFrom: string | null
  readonly validTo: string | null
  /** Who took over the work. */
  readonly successor: string | null
}

const since = (validFrom: string | null) => ({ validFrom, validTo: null, successor: null })
const until = (validTo: string, successor: string | null) => ({ validFrom: null, validTo, successor })

export const DESKS = [
  {
    key: 'office',
    kind: 'department',
    name: {
      vi: 'Văn phòng Ủy ban nhân dân tỉnh',
      en: "Office of the Provincial People's Committee",
      ja: '省人民委員会事務局',
    },
    short: { vi: 'Văn phòng UBND tỉnh', en: 'PPC Office', ja: '省事務局' },
    ...since(null),
  },
  {
    key: 'steering',
    kind: 'other',
    name: {
      vi: 'Ban Chỉ đạo công tác thông tin đối ngoại Tỉnh ủy',
      en: 'Provincial Steering Committee for External Information Service',
      ja: '省対外情報指導委員会',
    },
    short: null,
    ...since(null),
  },
  {
    key: 'culture',
    kind: 'desk',
    name: {
      vi: 'Sở Văn hóa, Thể thao và Du lịch',
      en: 'Department of Culture, Sports and Tourism',
      ja: '文化スポーツ観光局',
    },
    short: { vi: 'Sở VHTTDL', en: 'DCST', ja: '文スポ観光局' },
    ...since(null),
  },
  {
    key: 'foreign-affairs',
    kind: 'department',
    name: { vi: 'Sở Ngoại vụ', en: 'Department of Foreign Affairs', ja: '外務局' },
    short: null,
    ...since(null),
  },
  {
    key: 'industry',
    kind: 'department',
    name: { vi: 'Sở Công Thương', en: 'Department of Industry and Trade', ja: '商工局' },
    short: null,
    ...since(null),
  },
  {
    key: 'promotion',
    kind: 'other',
    name: {
      vi: 'Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch',
      en: 'Investment, Trade and Tourism Promotion Centre',
      ja: '投資・貿易・観光促進センター',
    },
    short: { vi: 'Trung tâm Xúc tiến', en: 'Promotion Centre', ja: '促進センター' },
    ...since(null),
  },
  {
    key: 'environment',
    kind: 'department',
    name: { vi: 'Sở Nông nghiệp và Môi trường', en: 'Department of Agriculture and Environment', ja: '農業環境局' },
    short: null,
    ...since('2025-03-01'),
  },
  {
    key: 'press',
    kind: 'desk',
    name: {
      vi: 'Báo và Phát thanh, Truyền hình Lâm Đồng',
      en: 'Lam Dong Newspaper, Radio and Television',
      ja: 'ラムドン新聞・ラジオ・テレビ局',
    },
    short: { vi: 'Báo và PTTH Lâm Đồng', en: 'Lam Dong NRT', ja: 'ラムドン新聞放送局' },
    ...since('2025-07-01'),
  },
  {
    key: 'information',
    kind: 'department',
    name: { vi: 'Sở Thông tin và Truyền thông', en: 'Department of Information and Communications', ja: '情報通信局' },
    short: { vi: 'Sở TTTT', en: 'DIC', ja: '情通局' },
    ...until('2025-02-28', 'culture'),
  },
  {
    key: 'agriculture',
    kind: 'department',
    name: {
      vi: 'Sở Nông nghiệp và Phát triển nông thôn',
      en: 'Department of Agriculture and Rural Development',
      ja: '農業農村開発局',
    },
    short: { vi: 'Sở NNPTNT', en: 'DARD', ja: '農業農村局' },
    ...until('2025-02-28', 'environment'),
  },
  {
    key: 'newspaper',
    kind: 'outlet',
    name: { vi: 'Báo Lâm Đồng', en: 'Lam Dong Newspaper', ja: 'ラムドン新聞' },
    short: null,
    ...until('2025-06-30', 'press'),
  },
  {
    key: 'broadcaster',
    kind: 'outlet',
    name: {
      vi: 'Đài Phát thanh - Truyền hình Lâm Đồng',
      en: 'Lam Dong Radio and Television',
      ja: 'ラムドン省ラジオ・テレビ局',
    },
    short: { vi: 'Đài PTTH Lâm Đồng', en: 'Lam Dong Radio-TV', ja: 'ラムドン放送局' },
    ...until('2025-06-30', 'press'),
  },
  {
    key: 'lac-duong',
    kind: 'other',
    name: {
      vi: 'Ủy ban nhân dân huyện Lạc Dương',
      en: "Lac Duong District People's Committee",
      ja: 'ラックズオン県人民委員会',
    },
    short: null,
    ...until('2025-06-30', null),
  },
] as const satisfies readonly SampleDesk[]

export type DeskKey = (typeof DESKS)[number]['key']
