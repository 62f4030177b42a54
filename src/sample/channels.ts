/** The three outlets that the sample newsroom pushes to. */
import type { ItemType, Language } from '#newsroom'
import type { TopicKey } from './topics'

export type SampleChannel = {
  readonly key: string
  readonly name: Readonly<Record<Language, string>>
  readonly languages: readonly Language[]
  /** Empty = every topic. Leaves are written out, so that it does not matter whether parents match. */
  readonly topics: readonly TopicKey[]
  readonly itemTypes: readonly ItemType[]
  readonly perMinute: number
}

export const CHANNELS = [
  {
    key: 'portal',
    name: {
      vi: 'Cổng Thông tin điện tử tỉnh Lâm Đồng',
      en: 'Lam Dong Provincial Web Portal',
      ja: 'ラムドン省ポータルサイト',
    },
    languages: ['vi', 'en', 'ja'],
    topics: [],
    itemTypes: ['article', 'video', 'edition'],
    perMinute: 120,
  },
  {
    key: 'newspaper',
    name: {
      vi: 'Chuyên trang Thông tin đối ngoại, Báo Lâm Đồng điện tử',
      en: 'Foreign Information section, Lam Dong Online',
      ja: 'ラムドン新聞電子版 対外情報特設ページ',
    },
    languages: ['vi'],
    topics: [
      'investment',
      'coffee',
      'flowers',
      'tea',
      'vegetables',
      'silk',
      'gongs',
      'crafts',
      'festivals',
      'heritage',
      'japan',
      'seas-islands',
    ],
    itemTypes: ['article'],
    perMinute: 60,
  },
  {
    key: 'broadcaster',
    name: {
      vi: 'Bản tin tiếng Anh, Phát thanh và Truyền hình Lâm Đồng',
      en: 'English-language news bulletin, Lam Dong Radio and Television',
      ja: 'ラムドン・ラジオ・テレビ 英語ニュース',
    },
    languages: ['en'],
    topics: ['investment', 'coffee', 'flowers', 'vegetables', 'silk', 'gongs', 'festivals', 'tourism', 'japan', 'seas-islands'],
    itemTypes: ['article', 'video', 'programme'],
    perMinute: 30,
  },
] as const satisfies readonly SampleChannel[]

export type ChannelKey = (typeof CHANNELS)[number]['key']
