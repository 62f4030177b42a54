import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugOf, uniqueSlug } from '#text/slug'
import { hardText } from './hard'

const item = '01JD6Q8ZK3M5N7P9R1T3V5X7Z9'
const vi = (title: string) => slugOf({ language: 'vi', title, item })
const en = (title: string) => slugOf({ language: 'en', title, item })
const ja = (title: string, englishTitle?: string) => slugOf({ language: 'ja', title, englishTitle: englishTitle ?? null, item })

describe('the address of a Vietnamese text', () => {
  it.each([
    ['Lâm Đồng đẩy mạnh thu hút đầu tư Nhật Bản', 'lam-dong-day-manh-thu-hut-dau-tu-nhat-ban'],
    ['Lâm Ðồng ðẩy mạnh', 'lam-dong-day-manh'],
    ['Đà Lạt: mùa hoa dã quỳ'.normalize('NFD'), 'da-lat-mua-hoa-da-quy'],
    ['33.000 tỷ đồng cho hạ tầng', '33-000-ty-dong-cho-ha-tang'],
    ['Cồng chiêng của người K’Ho', 'cong-chieng-cua-nguoi-k-ho'],
    ['ẤỀỂỖỘ ỨỪỬỮỰ ỲỴỶỸ', 'aeeoo-uuuuu-yyyy'],
    ['  — “Trường Sa” —  ', 'truong-sa'],
    ['Ｌâm　Đồng', 'lam-dong'],
    ['CO₂ và 500 m²', 'co2-va-500-m2'],
  ])('%s', (title, slug) => expect(vi(title)).toBe(slug))
})

describe('the address of an English text', () => {
  it.each([
    ['Lam Dong’s coffee reaches Japan', 'lam-dongs-coffee-reaches-japan'],
    ["The K'Ho people's gongs", 'the-k-ho-peoples-gongs'],
    ['Lâm Đồng & Fukushima: 10 years on', 'lam-dong-fukushima-10-years-on'],
    ['Seyðisfjörður, Łódź, Ærø, Straße', 'seydisfjordur-lodz-aero-strasse'],
  ])('%s', (title, slug) => expect(en(title)).toBe(slug))
})

describe('the address of a Japanese text', () => {
  it('is that of the English title', () => {
    expect(ja('ラムドン省、日本企業の投資を促進', 'Lam Dong courts Japanese investors')).toBe(
      'lam-dong-courts-japanese-investors',
    )
  })
  it('is romaji when the title is all kana, voicing marks heard', () => {
    expect(ja('ダラット')).toBe('daratto')
    expect(ja('ﾀﾞﾗｯﾄ')).toBe('daratto')
    expect(ja('タ\u3099ラット')).toBe('daratto')
    expect(ja('ラムドンのコーヒー・フェア')).toBe('ramudonnokoohii-fea')
    expect(ja('しんよう')).toBe('shinyou')
    expect(ja('ファム・ティ・ヴァン')).toBe('famu-ti-van')
    expect(ja('パーティー')).toBe('paatii')
  })
  it('is the Latin title when that is all there is', () => {
    expect(ja('TTĐN 2026')).toBe('ttdn-2026')
  })
  it('is the id of the item when the title has kanji, never a mangled reading', () => {
    expect(ja('ダラットの花')).toBe(item.toLowerCase())
    expect(ja('西原')).toBe(item.toLowerCase())
    expect(ja('「」')).toBe(item.toLowerCase())
  })
})

describe('any address', () => {
  it('falls back to the English title, then to the id', () => {
    expect(slugOf({ language: 'vi', title: '!!!', englishTitle: 'Spring news', item })).toBe('spring-news')
    expect(vi('???')).toBe(item.toLowerCase())
    expect(slugOf({ language: 'vi', title: '', item: '' })).toBe('item')
  })
  it('ends at a whole word within 80 characters', () => {
    const slug = vi('Lâm Đồng đẩy mạnh hợp tác quốc tế trong lĩnh vực nông nghiệp công nghệ cao và du lịch bền vững')
    expect(slug).toBe('lam-dong-day-manh-hop-tac-quoc-te-trong-linh-vuc-nong-nghiep-cong-nghe-cao-va-du')
    expect(en('x'.repeat(200))).toBe('x'.repeat(80))
  })
  it('is never empty, longer, or anything but a-z, 0-9 and single hyphens', () => {
    fc.assert(
      fc.property(hardText, fc.constantFrom('vi', 'en', 'ja'), fc.option(hardText), (title, language, englishTitle) => {
        const slug = slugOf({ language, title, englishTitle, item })
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slug.length).toBeLessThanOrEqual(80)
        expect(slugOf({ language: 'en', title: slug, item })).toBe(slug)
      }),
      { numRuns: 2000 },
    )
  })
  it('is ready at once for 50 kB of nonsense', () => {
    for (const nonsense of [
      "'s".repeat(25_000),
      `a${'\u0301'.repeat(50_000)}`,
      '-'.repeat(50_000),
      'ア\u309B'.repeat(25_000),
      'ー'.repeat(50_000),
    ]) {
      const began = process.cpuUsage()
      for (const language of ['vi', 'en', 'ja'] as const) slugOf({ language, title: nonsense, item })
      expect(process.cpuUsage(began).user / 1000).toBeLessThan(150)
    }
  })
})

describe('two texts with one title', () => {
  it('get numbers in turn', () => {
    expect(uniqueSlug('le-hoi-hoa', new Set())).toBe('le-hoi-hoa')
    expect(uniqueSlug('le-hoi-hoa', new Set(['le-hoi-hoa']))).toBe('le-hoi-hoa-2')
    expect(uniqueSlug('le-hoi-hoa', new Set(['le-hoi-hoa', 'le-hoi-hoa-2']))).toBe('le-hoi-hoa-3')
    expect(uniqueSlug('le-hoi-hoa', (slug) => slug !== 'le-hoi-hoa-4')).toBe('le-hoi-hoa-4')
  })
  it('still within 80 characters', () => {
    const long = `${'dai-'.repeat(19)}dai1`
    expect(uniqueSlug(long, new Set([long]))).toBe(`${'dai-'.repeat(18)}dai-2`)
    expect(uniqueSlug('x'.repeat(80), new Set(['x'.repeat(80)]))).toBe(`${'x'.repeat(78)}-2`)
  })
})
