/** The three outlets: what they are called, which languages they print, how their rooms look. */
import type { Language } from '#newsroom'
import type { Words } from './words'

export type HouseKey = 'portal' | 'newspaper' | 'broadcaster'
export type House = {
  readonly key: HouseKey
  /** First one is the house's own. What comes in another language is kept and has a page, but no front. */
  readonly languages: readonly [Language, ...Language[]]
  readonly name: Words
  readonly place: Words
  readonly section: Words
  /** Shows issues of the quarterly bulletin. */
  readonly takesIssues: boolean
  /** Puts programmes on air. */
  readonly takesProgrammes: boolean
}

export const HOUSES = {
  portal: {
    key: 'portal',
    languages: ['vi', 'en', 'ja'],
    name: { vi: 'Cổng Thông tin điện tử', en: 'Provincial Web Portal', ja: '省ポータルサイト' },
    place: { vi: 'Tỉnh Lâm Đồng', en: 'Lam Dong Province', ja: 'ラムドン省' },
    section: { vi: 'Thông tin đối ngoại', en: 'Foreign information', ja: '対外情報' },
    takesIssues: true,
    takesProgrammes: false,
  },
  newspaper: {
    key: 'newspaper',
    languages: ['vi'],
    name: { vi: 'Báo Lâm Đồng điện tử', en: 'Lam Dong Online', ja: 'ラムドン新聞電子版' },
    place: { vi: 'Lâm Đồng', en: 'Lam Dong', ja: 'ラムドン' },
    section: { vi: 'Chuyên trang Thông tin đối ngoại', en: 'Foreign Information section', ja: '対外情報特設ページ' },
    takesIssues: false,
    takesProgrammes: false,
  },
  broadcaster: {
    key: 'broadcaster',
    languages: ['en'],
    name: { vi: 'Đài Phát thanh - Truyền hình Lâm Đồng', en: 'Lam Dong Radio and Television', ja: 'ラムドン省ラジオ・テレビ局' },
    place: { vi: 'Lâm Đồng', en: 'Lam Dong', ja: 'ラムドン' },
    section: { vi: 'Bản tin tiếng Anh', en: 'English-language news bulletin', ja: '英語ニュース番組' },
    takesIssues: false,
    takesProgrammes: true,
  },
} as const satisfies Readonly<Record<HouseKey, House>>
export const HOUSE_KEYS = ['portal', 'newspaper', 'broadcaster'] as const satisfies readonly HouseKey[]
