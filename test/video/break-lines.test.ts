import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Language } from '#newsroom'
import { breakLines } from '#video/break-lines'
import { baseOf, joinLines, partsOf } from '#video/line'
import { widthOf } from '#video/measure'
import { cueFindings, QUALITY } from '#video/rules'
import { cue } from './arbitrary'

const RUNS = process.env.PROOF ? 5_000 : 300

describe('a text in lines', () => {
  it.each<[Language, string, string]>([
    ['vi', '', ''],
    ['vi', 'Xin chào quý vị và các bạn.', 'Xin chào quý vị và các bạn.'],
    [
      'vi',
      'Lễ hội Hoa Đà Lạt khai mạc tối qua, thu hút hàng nghìn du khách.',
      'Lễ hội Hoa Đà Lạt khai mạc tối qua,/thu hút hàng nghìn du khách.',
    ],
    [
      'vi',
      'Toàn tỉnh hiện có hơn 1.200 ha hoa và rau công nghệ cao.',
      'Toàn tỉnh hiện có hơn 1.200 ha hoa/và rau công nghệ cao.',
    ],
    [
      'vi',
      'Tổng vốn đầu tư của dự án này là 33.000 tỷ đồng từ ngân sách.',
      'Tổng vốn đầu tư của dự án này/là 33.000 tỷ đồng từ ngân sách.',
    ],
    ['vi', 'Chúng tôi đang có mặt tại Đà Lạt. Hôm nay trời rất đẹp.', 'Chúng tôi đang có mặt tại Đà Lạt./Hôm nay trời rất đẹp.'],
    ['vi', '- Anh đến từ đâu? - Tôi đến từ Lâm Đồng.', '- Anh đến từ đâu?/- Tôi đến từ Lâm Đồng.'],
    ['vi', '- Vâng, tôi ở đây.', '- Vâng, tôi ở đây.'],
    ['vi', '- Vâng. - Tôi ở Lâm Đồng, nơi có nhiều loài hoa.', '- Vâng./- Tôi ở Lâm Đồng, nơi có nhiều loài hoa.'],
    ['vi', 'hoa mai hoa đào hoa cúc hoa hồng hoa lan hoa ly', 'hoa mai hoa đào hoa cúc/hoa hồng hoa lan hoa ly'],
    [
      'vi',
      'Sáng nay tại Đà Lạt, hàng nghìn du khách quốc tế tham quan vườn hoa',
      'Sáng nay tại Đà Lạt, hàng nghìn du khách/quốc tế tham quan vườn hoa',
    ],
    [
      'en',
      'The flower festival opened last night in the city of Da Lat.',
      'The flower festival opened last night/in the city of Da Lat.',
    ],
    [
      'en',
      'The province has invested 33 trillion dong in new roads and bridges.',
      'The province has invested 33 trillion dong/in new roads and bridges.',
    ],
    [
      'en',
      'Farmers say the harvest, which began in May, is the best in years.',
      'Farmers say the harvest,/which began in May, is the best in years.',
    ],
    ['ja', '花の祭りです', '花の祭りです'],
    ['ja', 'ラムドン省のダラットで花の祭りが始まりました', 'ラムドン省のダラットで/花の祭りが始まりました'],
    ['ja', '昨夜、ダラット市で花の祭りが開幕しました', '昨夜、ダラット市で/花の祭りが開幕しました'],
    ['ja', '省内の花の栽培面積は1200ヘクタールです', '省内の花の栽培面積は/1200ヘクタールです'],
    ['ja', '今日は快晴です。多くの人が訪れました', '今日は快晴です。/多くの人が訪れました'],
    ['ja', '今年の祭りには　多くの観光客が来ました', '今年の祭りには/多くの観光客が来ました'],
    [
      'ja',
      '｜省都《しょうと》ダラットの花は｜世界中《せかいじゅう》で愛されています',
      '｜省都《しょうと》ダラットの花は/｜世界中《せかいじゅう》で愛されています',
    ],
  ])('%s: %s', (language, text, lines) => expect(breakLines(text, language).join('/')).toBe(lines))

  it('stays one where every place parts what belongs together', () => {
    expect(breakLines('x'.repeat(60), 'vi')).toEqual(['x'.repeat(60)])
    expect(breakLines('ア'.repeat(20), 'ja')).toEqual(['ア'.repeat(20)])
    expect(breakLines('33.000 tỷ đồng', 'vi', 10)).toEqual(['33.000 tỷ đồng'])
  })

  it('is shorter or longer by what is asked', () =>
    expect(breakLines('Đà Lạt, thành phố ngàn hoa', 'vi', 20)).toEqual(['Đà Lạt,', 'thành phố ngàn hoa']))

  const pieces: Readonly<Record<Language, readonly string[]>> = {
    vi: ['Lâm Đồng', 'hoa', '33.000 tỷ đồng', 'cà phê,', 'của', 'tỉnh', 'năm 2025', 'khai mạc.', 'Đà Lạt', '–'],
    en: ['Da Lat', 'flowers', '33 trillion dong', 'coffee,', 'of the', 'province', 'in 2025', 'opened.', 'The', '(VTV)'],
    ja: [
      'ラムドン省',
      'の',
      '花',
      '1200ヘクタール',
      'コーヒー、',
      'が',
      '7月25日',
      'です。',
      '「',
      '」',
      '　',
      'VTV4',
      '｜省都《しょうと》',
      'っ',
    ],
  }
  it.each<[Language, string]>([
    ['vi', ' '],
    ['en', ' '],
    ['ja', ''],
  ])('%s: loses nothing, has two lines at most, parts neither number nor ruby nor kinsoku', (language, between) =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces[language]), { minLength: 1, maxLength: 14 }), (list) => {
        const text = list.join(between)
        const lines = breakLines(text, language)
        const squeezed = (words: string) => words.replace(/[\s]/g, '')
        expect(squeezed(lines.join(''))).toBe(squeezed(text))
        if (language !== 'ja') expect(joinLines(lines)).toBe(joinLines([text]))
        expect(lines.length).toBeLessThanOrEqual(2)
        expect(lines.flatMap(partsOf).filter(({ kind }) => kind === 'ruby')).toHaveLength(
          partsOf(text).filter(({ kind }) => kind === 'ruby').length,
        )
        if (lines.length === 2) {
          const rules = cueFindings([cue('a', 1, 6, lines.join('/'))], language, { durationMs: null }).map(({ rule }) => rule)
          expect(rules).not.toContain('brokenNumber')
          // A 全角 space between two words of katakana goes at the break, and with it what told them apart.
          if (!text.includes('　')) expect(rules).not.toContain('brokenWord')
          if (language === 'ja') expect(lines[1]).not.toMatch(/^[、。」っー]/)
          // Two who speak have a line each, however short.
          if (!text.includes('–')) expect(widthOf(baseOf(text), language)).toBeGreaterThan(QUALITY[language].lineLength)
        }
        expect(breakLines(joinLines(lines), language).length).toBeLessThanOrEqual(2)
      }),
      { numRuns: RUNS },
    ),
  )
})
