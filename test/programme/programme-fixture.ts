/** A week's English bulletin as its makers see it: own words, a text with a film of ours, one with a link. */
import type { Language } from '#newsroom'
import type { MadeStep, Programme } from '#programme/made'
import type { PlanStep, ProgrammePlan } from '#programme/plan'
import { sha256 } from '#publication/canonical'
import { digestOf, ITEM, OTHER_ITEM } from '../builders'

export const PROGRAMME_ITEM = '01JQ8PR0GRAMME000000000001'
export const POSTER_BYTES = new TextEncoder().encode('poster')
export const POSTER = sha256(POSTER_BYTES)
export const FILM = digestOf('film')

export const STEPS = {
  opening: '01JQ8STEP0000000000000000A',
  harvest: '01JQ8STEP0000000000000000B',
  visit: '01JQ8STEP0000000000000000C',
  closing: '01JQ8STEP0000000000000000D',
} as const

const WORDS: Readonly<
  Record<
    Language,
    { readonly title: string; readonly channel: string; readonly scripts: readonly [string, string, string, string] }
  >
> = {
  en: {
    title: 'Lam Dong Weekly',
    channel: 'Lam Dong Radio & Television',
    scripts: [
      'Good evening. This is Lam Dong Weekly.',
      'The coffee harvest in Cau Dat has begun two weeks early.\nGrowers expect 33,000 tonnes.',
      'A delegation from Yamanashi visited Da Lat on Tuesday.',
      'That is all for this week. Good night.',
    ],
  },
  vi: {
    title: 'Lâm Đồng tuần qua',
    channel: 'Đài Phát thanh và Truyền hình Lâm Đồng',
    scripts: [
      'Kính chào quý vị.',
      'Vụ cà phê Cầu Đất năm nay đến sớm hai tuần.\nSản lượng ước đạt 33.000 tấn.',
      'Đoàn tỉnh Yamanashi thăm Đà Lạt hôm thứ Ba.',
      'Xin kính chào và hẹn gặp lại.',
    ],
  },
  ja: {
    title: '今週のラムドン',
    channel: 'ラムドン放送局',
    scripts: [
      'こんばんは。',
      'カウダットのコーヒー収穫が二週間早く始まりました。\n収穫量は33,000トンの見込みです。',
      '山梨県の訪問団が火曜日にダラットを訪れました。',
      'ではまた来週。',
    ],
  },
}

export const programmeIn = (
  language: Language = 'en',
  change: (programme: Programme) => Programme = (same) => same,
): Programme => {
  const { title, channel, scripts } = WORDS[language]
  const step = (id: string, kind: MadeStep['kind'], at: number, rest: Partial<MadeStep> = {}): MadeStep => ({
    id,
    kind,
    title: `${title} ${at + 1}`,
    intro: '',
    script: scripts[at] ?? '',
    text: null,
    film: null,
    poster: null,
    ...rest,
  })
  return change({
    item: PROGRAMME_ITEM,
    language,
    title,
    channel,
    airDate: '2026-10-05',
    airTime: '17:30',
    presenter: 'Nguyễn Thị Hoa',
    targetMs: 60_000,
    pace: { en: 150, vi: 210, ja: 300 }[language],
    steps: [
      step(STEPS.opening, 'opening', 0),
      step(STEPS.harvest, 'item', 1, {
        intro: 'First, <coffee> & "rain".',
        text: { item: ITEM, digest: digestOf('harvest') },
        film: {
          file: { digest: FILM, ext: 'webm' },
          link: null,
          clip: { from: 5_000, to: 17_500 },
          cues: [{ id: 'c1', start: 0, end: 2_500, lines: ['Cà phê chín sớm.'], speaker: null, position: 'bottom' }],
        },
        poster: { digest: POSTER, alt: 'A coffee branch', caption: 'Cau Dat', credit: 'Trần Quốc Dũng' },
      }),
      step(STEPS.visit, 'item', 2, {
        text: { item: OTHER_ITEM, digest: digestOf('visit') },
        film: { file: null, link: 'https://dai.example/phim/7', clip: { from: 0, to: 8_000 }, cues: [] },
      }),
      step(STEPS.closing, 'closing', 3),
    ],
    media: [
      {
        digest: FILM,
        renditions: [
          { name: 'original', digest: FILM, ext: 'webm', mime: 'video/webm', bytes: 794_917, width: 640, height: 360 },
        ],
      },
      {
        digest: POSTER,
        renditions: [
          {
            name: 'original',
            digest: POSTER,
            ext: 'jpg',
            mime: 'image/jpeg',
            bytes: POSTER_BYTES.length,
            width: 640,
            height: 360,
          },
        ],
      },
    ],
  })
}

/** The same programme with one step changed. */
export const withStep = (programme: Programme, id: string, change: (step: MadeStep) => MadeStep): Programme => ({
  ...programme,
  steps: programme.steps.map((step) => (step.id === id ? change(step) : step)),
})

export const bytesOf = (file: string): Uint8Array => {
  if (file !== `${POSTER}.jpg`) throw new Error(`no ${file}`)
  return POSTER_BYTES
}

export const planStep = (id: string, changes: Partial<PlanStep> = {}): PlanStep => ({
  id,
  kind: 'item',
  story: null,
  title: `Step ${id}`,
  intro: '',
  script: 'Good evening.',
  clip: null,
  notes: '',
  ...changes,
})
export const planOf = (steps: readonly PlanStep[] = [], changes: Partial<ProgrammePlan> = {}): ProgrammePlan => ({
  channel: 'dai',
  language: 'en',
  title: 'Lam Dong Weekly',
  airDate: '2026-10-05',
  airTime: '17:30',
  presenter: '',
  targetMs: 600_000,
  pace: 150,
  steps,
  ...changes,
})
