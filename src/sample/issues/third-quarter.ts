import type { SampleIssue } from '../issue'
import { ADDRESSES } from './addresses'
import { CALENDAR, FIGURES, FOREWORD } from './third-quarter-pieces'

const FEATURE = { vi: 2200, en: 2500, ja: 1000 }

/** In production and behind its dates, Japanese most of all. */
export const thirdQuarter: SampleIssue = {
  year: 2026,
  quarter: 3,
  number: 37,
  date: '2026-09-30',
  state: 'production',
  themes: {
    vi: 'Mùa gặt: nông sản cao nguyên ra thế giới',
    en: 'Harvest: highland produce goes out into the world',
    ja: '実りの季節　高原の産物、世界へ',
  },
  cover: 'coffee-cherries',
  deadlines: {
    vi: {
      collected: '2026-09-11T10:00:00.000Z',
      closed: '2026-09-24T10:00:00.000Z',
      approved: '2026-09-26T10:00:00.000Z',
      printed: '2026-09-29T10:00:00.000Z',
    },
    en: {
      translated: '2026-09-22T10:00:00.000Z',
      closed: '2026-09-25T10:00:00.000Z',
      approved: '2026-09-26T10:00:00.000Z',
      printed: '2026-09-29T10:00:00.000Z',
    },
    ja: {
      translated: '2026-09-18T10:00:00.000Z',
      closed: '2026-09-25T10:00:00.000Z',
      approved: '2026-09-26T10:00:00.000Z',
      printed: '2026-09-29T10:00:00.000Z',
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
        {
          slot: 'lead',
          story: 'cau-dat-coffee',
          budget: FEATURE,
          notes:
            'Bản tiếng Anh và tiếng Nhật còn con số 48 lít đã cải chính. Hợp đồng ký ngày 12/11/2026: giữ ở số này hay chuyển sang số quý IV?',
        },
        { slot: 'feature', story: 'bao-loc-silk', budget: FEATURE },
        { slot: 'brief', story: 'investment-conference', notes: 'Chưa có bản tiếng Nhật; cắt còn nửa trang nếu dài.' },
        { slot: 'figures', key: 'figures', piece: FIGURES },
      ],
    },
    {
      key: 'cooperation',
      names: { vi: 'Hợp tác và giáo dục', en: 'Cooperation and education', ja: '協力と教育' },
      entries: [
        {
          slot: 'feature',
          story: 'meet-japan-2026',
          budget: FEATURE,
          photos: ['railway-station'],
          notes: 'Sự kiện ngày 6/11/2026: giữ ở số này hay chuyển sang số quý IV?',
        },
        { slot: 'feature', story: 'student-exchange', budget: FEATURE },
      ],
    },
    {
      key: 'culture',
      names: { vi: 'Văn hóa', en: 'Culture', ja: '文化' },
      entries: [
        { slot: 'feature', story: 'sovereignty-exhibition', budget: FEATURE, notes: 'Cần người ký thứ hai cho bản tiếng Nhật.' },
        { slot: 'feature', story: 'gong-season', budget: FEATURE, photos: ['loom'] },
      ],
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
