import type { SampleIssue } from '../issue'
import { ADDRESSES } from './addresses'
import { BRIEFS } from './second-quarter-briefs'
import { CALENDAR, FIGURES, FOREWORD, JOURNEY, PHOTO_PAGE, QUESTIONS } from './second-quarter-pieces'

/** Room of a feature of two pages, and of a brief, in characters. */
const FEATURE = { vi: 3000, en: 3400, ja: 1400 }
const BRIEF = { vi: 900, en: 1000, ja: 450 }

/** Complete in three languages: the issue that the demo releases. */
export const secondQuarter: SampleIssue = {
  year: 2026,
  quarter: 2,
  number: 36,
  date: '2026-06-30',
  state: 'finished',
  themes: {
    vi: 'Cao nguyên gặp biển: một năm của không gian mới',
    en: 'Highlands meet the sea: one year of a new space',
    ja: '高原と海が出会う　新たな省の1年',
  },
  cover: 'fishing-boats',
  deadlines: {
    vi: {
      collected: '2026-06-15T10:00:00.000Z',
      closed: '2026-06-26T10:00:00.000Z',
      approved: '2026-06-28T10:00:00.000Z',
      printed: '2026-06-29T10:00:00.000Z',
    },
    en: {
      translated: '2026-06-24T10:00:00.000Z',
      closed: '2026-06-27T10:00:00.000Z',
      approved: '2026-06-28T10:00:00.000Z',
      printed: '2026-06-29T10:00:00.000Z',
    },
    ja: {
      translated: '2026-06-25T10:00:00.000Z',
      closed: '2026-06-27T10:00:00.000Z',
      approved: '2026-06-28T10:00:00.000Z',
      printed: '2026-06-29T10:00:00.000Z',
    },
  },
  sections: [
    {
      key: 'opening',
      names: { vi: 'Thư Ban Biên tập', en: 'From the editors', ja: '編集部より' },
      entries: [{ slot: 'foreword', key: 'foreword', piece: FOREWORD }],
    },
    {
      key: 'economy',
      names: { vi: 'Kinh tế và đầu tư', en: 'Economy and investment', ja: '経済と投資' },
      entries: [
        { slot: 'lead', story: 'first-half-investment', budget: FEATURE },
        { slot: 'figures', key: 'figures', piece: FIGURES },
        { slot: 'feature', story: 'strawberry-export', budget: FEATURE },
        { slot: 'feature', key: 'questions', piece: QUESTIONS, budget: FEATURE },
      ],
    },
    {
      key: 'culture',
      names: { vi: 'Văn hóa và thiên nhiên', en: 'Culture and nature', ja: '文化と自然' },
      entries: [
        { slot: 'feature', story: 'music-season', budget: FEATURE },
        { slot: 'feature', story: 'langbiang-biosphere', budget: FEATURE },
        {
          slot: 'photoPage',
          key: 'photo-page',
          piece: PHOTO_PAGE,
          photos: ['tea-rows', 'coffee-hills', 'silk-cocoons', 'loom', 'tea-cup', 'gong'],
        },
      ],
    },
    {
      key: 'tourism',
      names: { vi: 'Du lịch', en: 'Tourism', ja: '観光' },
      entries: [
        { slot: 'feature', story: 'phan-thiet-sea', budget: FEATURE },
        {
          slot: 'feature',
          key: 'journey',
          piece: JOURNEY,
          budget: FEATURE,
          photos: ['woodblocks', 'exhibition-hall', 'festival-lanterns'],
        },
      ],
    },
    {
      key: 'cooperation',
      names: { vi: 'Hợp tác và giáo dục', en: 'Cooperation and education', ja: '協力と教育' },
      entries: [
        { slot: 'feature', story: 'cherry-trees', budget: FEATURE },
        { slot: 'feature', story: 'robotics-team', budget: FEATURE },
      ],
    },
    {
      key: 'briefs',
      names: { vi: 'Tin vắn', en: 'In brief', ja: '短信' },
      entries: BRIEFS.map(({ key, piece }) => ({ slot: 'brief' as const, key, piece, budget: BRIEF })),
    },
    {
      key: 'service',
      names: { vi: 'Lịch và địa chỉ', en: 'Calendar and addresses', ja: '行事と連絡先' },
      entries: [
        { slot: 'calendar', key: 'calendar', piece: CALENDAR },
        { slot: 'list', key: 'addresses', piece: ADDRESSES },
      ],
    },
  ],
}
