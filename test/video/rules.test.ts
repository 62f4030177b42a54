import { describe, expect, it } from 'vitest'
import type { Language } from '#newsroom'
import type { CueList } from '#video/cue'
import { widthOf } from '#video/measure'
import { cueFindings, QUALITY, type CueContext } from '#video/rules'
import { cue } from './arbitrary'

const FILM = { durationMs: 60_000 }
const found = (cues: CueList, language: Language = 'vi', context: CueContext = FILM) =>
  cueFindings(cues, language, context).map((finding) => `${finding.cue} ${finding.rule}`)
/** Three seconds, lines apart by `/`. */
const said = (words: string, language: Language, seconds = 6) => found([cue('a', 1, 1 + seconds, words)], language)

const SIXTEEN = 'ラムドン省の花の祭りが始まった'.padEnd(16, '。')

describe('one cue', () => {
  it.each<[string, Language, string, readonly string[]]>([
    // lines
    ['two lines', 'vi', 'Xin chào quý vị/và các bạn', []],
    ['three lines', 'vi', 'Xin chào/quý vị/và các bạn', ['a lines']],
    ['three lines', 'en', 'Hello/and/welcome', ['a lines', 'a brokenPhrase']],
    ['three lines', 'ja', 'こんにちは。/ようこそ。/どうぞ。', ['a lines']],
    ['a third line that is blank', 'vi', 'Xin chào/ /quý vị', []],
    // characters per line
    ['42 characters', 'vi', 'x'.repeat(42), []],
    ['43 characters', 'vi', 'x'.repeat(43), ['a lineLength']],
    ['42 composed letters', 'vi', 'ấ'.repeat(42), []],
    ['42 decomposed letters', 'vi', 'ấ'.repeat(42).normalize('NFD'), []],
    ['43 decomposed letters', 'vi', 'ấ'.repeat(43).normalize('NFD'), ['a lineLength']],
    ['42 families', 'en', '👨‍👩‍👧'.repeat(42), []],
    ['42 letters in English', 'en', 'y'.repeat(42), []],
    ['43 letters in English', 'en', 'y'.repeat(43), ['a lineLength']],
    ['16 full-width characters', 'ja', SIXTEEN, []],
    ['17 full-width characters', 'ja', `${SIXTEEN}。`, ['a lineLength']],
    ['32 half-width characters', 'ja', 'x'.repeat(32), []],
    ['33 half-width characters', 'ja', 'x'.repeat(33), ['a lineLength']],
    ['half-width katakana', 'ja', 'ｱ'.repeat(32), []],
    ['full-width letters', 'ja', 'Ａ'.repeat(17), ['a lineLength']],
    ['a voicing mark of its own', 'ja', 'か\u3099'.repeat(16), []],
    ['a long reading', 'ja', '｜省《しょうしょうしょうしょうしょう》の花', []],
    ['a long reading in Vietnamese', 'vi', `${'x'.repeat(40)}｜省《tỉnh tỉnh》`, []],
    // nothing
    ['no words', 'vi', '', ['a empty']],
    ['blank words', 'ja', '　/ ', ['a empty']],
    // a number and its unit
    ['an amount', 'vi', 'Tổng vốn đầu tư là 33.000/tỷ đồng', ['a brokenNumber']],
    ['an amount in words', 'vi', 'Thành phố đón hơn ba/triệu lượt khách', ['a brokenNumber']],
    ['an area', 'vi', 'Vùng trồng hoa rộng 1.200/ha', ['a brokenNumber']],
    ['a day', 'vi', 'Lễ hội khai mạc ngày 25/7', []],
    ['a date', 'vi', 'Lễ hội khai mạc ngày 25/tháng 7 năm 2025', ['a brokenNumber']],
    ['a share', 'vi', 'Xuất khẩu tăng 12/% so với năm trước', ['a brokenNumber']],
    ['an amount that is kept', 'vi', 'Tổng vốn đầu tư/là 33.000 tỷ đồng', []],
    ['a number that ends a sentence', 'vi', 'Đây là bản tin số 12./Xin cảm ơn quý vị', []],
    ['a year', 'vi', 'Lễ hội Hoa Đà Lạt năm 2025/thu hút nhiều du khách', []],
    ['money', 'en', 'The province invested 33/trillion dong in roads', ['a brokenNumber']],
    ['a distance', 'en', 'The road is about 200/km long', ['a brokenNumber']],
    ['a date', 'en', 'It opened on 25/July 2025 in Da Lat', ['a brokenNumber']],
    ['an amount that is kept', 'en', 'The province invested/33 trillion dong in roads', []],
    ['an area', 'ja', '面積は1200/ヘクタール', ['a brokenNumber']],
    ['a date', 'ja', '祭りは7月/25日に始まった', ['a brokenNumber']],
    ['money', 'ja', '投資額は33/兆ドン', ['a brokenNumber']],
    ['an amount that is kept', 'ja', '面積は/1200ヘクタール', []],
    // within a word
    ['a hyphen', 'en', 'The inter-/national festival', ['a brokenWord']],
    ['katakana', 'ja', 'ベトナムのダラ/ットの花', ['a brokenWord']],
    ['a long vowel', 'ja', '有名なコ/ーヒーの産地', ['a brokenWord']],
    ['figures', 'ja', '電話は026/3です', ['a brokenWord']],
    ['behind a particle', 'ja', 'ダラットの花が/きれいに咲いた', []],
    ['behind a comma', 'ja', '今日は、/ダラットです', []],
    // kinsoku
    ['a full stop that begins a line', 'ja', 'ダラットです/。', ['a brokenPhrase']],
    ['a bracket that ends a line', 'ja', '国営放送「/VTV」の番組', ['a brokenPhrase']],
    // what belongs together
    ['a name', 'vi', 'Chúng tôi có mặt tại Lâm/Đồng sáng nay', ['a brokenPhrase']],
    ['a name in English', 'en', 'We report live from Da/Lat this morning', ['a brokenPhrase']],
    ['an article', 'en', 'This morning we visited the/flower gardens', ['a brokenPhrase']],
    ['a word of two syllables', 'vi', 'Hội nghị bàn về phát triển kinh/tế xanh', ['a brokenPhrase']],
    ['a preposition', 'vi', 'Đây là mùa hoa của/Đà Lạt', ['a brokenPhrase']],
    ['two sentences', 'vi', 'Chào Lâm Đồng./Hôm nay trời đẹp', []],
    ['two who speak', 'vi', '- Nhưng đây là/- Vâng!', []],
    ['a clause', 'en', 'In the morning,/Lat village wakes up', []],
    ['a ruby at the break', 'ja', '｜省都《しょうと》は/｜花《はな》の町です', []],
  ])('%s, %s: %s', (_, language, words, rules) => expect(said(words, language)).toEqual(rules))

  it.each<[Language, number, number, readonly string[]]>([
    ['vi', 34, 2, []],
    ['vi', 35, 2, ['a speed']],
    ['en', 34, 2, []],
    ['en', 35, 2, ['a speed']],
    ['ja', 8, 2, []],
    ['ja', 9, 2, ['a speedAdvised']],
    ['ja', 14, 2, ['a speedAdvised']],
    ['ja', 15, 2, ['a speed']],
  ])('in %s %i characters in %i s', (language, count, seconds, rules) =>
    expect(said((language === 'ja' ? 'あ' : 'x').repeat(count), language, seconds)).toEqual(rules),
  )

  it.each([
    [0.832, ['a short']],
    [0.833, []],
    [7, []],
    [7.001, ['a long']],
    [0, ['a backwards']],
    [-1, ['a backwards']],
  ])('of %f s', (seconds, rules) => expect(said('Chào', 'vi', seconds)).toEqual(rules))

  it.each([
    [60, []],
    [60.001, ['a beyond']],
  ])('that ends at %f s in a film of a minute', (end, rules) => expect(found([cue('a', 58, end, 'Hết')])).toEqual(rules))

  it('may end anywhere in a film whose length is not known', () =>
    expect(found([cue('a', 3600 * 10, 3600 * 10 + 2, 'Hết')], 'vi', { durationMs: null })).toEqual([]))
})

describe('cues together', () => {
  const pair = (from: number, to = from + 2) => [cue('a', 1, 3, 'Một'), cue('b', from, to, 'Hai')]
  it.each([
    ['two frames apart', pair(3.08), {}, []],
    ['less than two frames apart', pair(3.079), {}, ['a gap']],
    ['touching', pair(3), {}, ['a gap']],
    ['two frames apart at 50 a second', pair(3.04), { fps: 50 }, []],
    ['two frames apart at 24 a second', pair(3.08), { fps: 24 }, ['a gap']],
    ['overlapping', pair(2.999), {}, ['b overlap']],
    ['one within the other', pair(1.5, 2.5), {}, ['b overlap']],
    [
      'in the wrong order',
      pair(1, 3)
        .toReversed()
        .map((one, at) => ({ ...one, start: 5000 - at * 4000, end: 7000 - at * 4000 })),
      {},
      ['a order'],
    ],
  ])('%s', (_, cues, context, rules) => expect(found(cues, 'vi', { ...FILM, ...context })).toEqual(rules))

  it('that overlap a long one before the last are told of it', () =>
    expect(found([cue('a', 1, 8, 'Một'), cue('b', 2, 3, 'Hai'), cue('c', 4, 6, 'Ba')])).toEqual(['b overlap', 'c overlap']))

  it('cover those of their source, by id or by time', () => {
    const source = [cue('a', 1, 3, 'Một'), cue('b', 4, 6, 'Hai'), cue('c', 7, 9, 'Ba'), cue('d', 10, 12, '')]
    const late = cue('a', 20, 22, 'One')
    expect(found([cue('x', 5, 8, ''), late], 'en', { ...FILM, source })).toEqual(['x empty', 'b uncovered', 'c uncovered'])
    expect(found([cue('x', 5, 8, 'Two and three'), late], 'en', { ...FILM, source })).toEqual([])
  })
})

describe('a finding', () => {
  it('says what a sentence needs', () =>
    expect(
      cueFindings([cue('a', 1, 3, `${'x'.repeat(43)}/đến ngày 25`), cue('b', 2.5, 9.6, 'Hai')], 'vi', { durationMs: 9000 }),
    ).toEqual([
      { cue: 'a', rule: 'lineLength', severity: 'warning', facts: { line: '1', length: '43', most: '42' } },
      { cue: 'a', rule: 'speed', severity: 'warning', facts: { speed: '27', most: '17' } },
      { cue: 'b', rule: 'overlap', severity: 'critical', facts: { with: 'a', by: '0.5' } },
      { cue: 'b', rule: 'beyond', severity: 'critical', facts: { by: '0.6' } },
      { cue: 'b', rule: 'long', severity: 'warning', facts: { duration: '7.1', most: '7' } },
    ]))

  it('follows the settings that are given', () => {
    const strict = { ...QUALITY, ja: { ...QUALITY.ja, lineLength: 13, speed: { advised: 1, most: 2 } } }
    const cues = [cue('a', 1, 7, 'あ'.repeat(14))]
    expect(cueFindings(cues, 'ja', FILM, strict).map(({ rule }) => rule)).toEqual(['lineLength', 'speed'])
    expect(found(cues, 'ja')).toEqual([])
  })

  it('is the same when a list is judged again', () => {
    const cues = [cue('a', 1, 4, 'Tổng vốn là 33.000/tỷ đồng')]
    expect(found(cues)).toEqual(found(cues))
  })
})

describe('the width of a line', () => {
  it.each<[string, Language, number]>([
    ['', 'vi', 0],
    ['Lâm Đồng', 'vi', 8],
    ['Lâm Đồng'.normalize('NFD'), 'vi', 8],
    ['2025年', 'ja', 3],
    ['ラムドン省', 'ja', 5],
    ['｜漢字《かんじ》', 'ja', 2],
    ['👩🏽‍🌾', 'ja', 1],
    ['👩🏽‍🌾', 'en', 1],
    ['Đà Lạt', 'ja', 3],
    [`${'x'.repeat(255)}${'e\u0301\u0323'.repeat(300)}`, 'en', 555],
    [`a${'\u0316'.repeat(3000)}b`, 'en', 2],
  ])('%j in %s', (line, language, width) => expect(widthOf(line, language)).toBe(width))
})
