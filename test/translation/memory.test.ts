import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemory } from '#translation/memory'
import type { Unit } from '#translation/memory-pairs'
import { EditDistance, likeness, mostLikeness, TrigramSet } from '#translation/memory-score'
import { Shelf } from '#translation/memory-shelf'
import { digestOf } from '../builders'
import { naiveDistance, naiveVerdict } from './naive-memory'

const VI_EN = { from: 'vi', to: 'en' } as const
const VI_JA = { from: 'vi', to: 'ja' } as const
const JA_VI = { from: 'ja', to: 'vi' } as const

const unit = (source: string, target: string, changes: Partial<Unit> = {}): Unit => ({
  kind: 'block',
  source,
  target,
  sourceDigest: digestOf(source),
  item: 'A',
  seq: 1,
  path: 'body.0',
  people: ['mai', 'anh'],
  ...changes,
})

const SILK = 'Lụa Bảo Lộc được dệt từ tơ tằm của tỉnh Lâm Đồng.'
const PRICE = 'Giá vé tàu đêm là 180.000 đồng một người, từ ngày 14/11/2026.'

const filled = () => {
  const memory = createMemory()
  memory.put('A', VI_EN, [
    unit(SILK, 'Bao Loc silk is woven from the silk of Lam Dong Province.'),
    unit(PRICE, 'A night train ticket costs VND 180,000 from 14 November 2026.', { path: 'body.1' }),
  ])
  return memory
}
const summary = (matches: ReturnType<ReturnType<typeof createMemory>['fuzzy']>) =>
  matches.map(({ score, differs, unit: { target } }) => [Math.floor(score * 100), differs, target])

describe('what was translated before', () => {
  it('is found by the digest of its segment, with where it comes from and who made it', () =>
    expect(filled().exact(VI_EN, { text: 'anything', digest: digestOf(SILK) })).toEqual([
      {
        score: 1,
        differs: 'nothing',
        unit: unit(SILK, 'Bao Loc silk is woven from the silk of Lam Dong Province.'),
      },
    ]))
  it('is found by the same words, however wide their spaces and however composed their marks', () =>
    expect(
      summary(
        filled().exact(VI_EN, { text: ` ${SILK.normalize('NFD').replace(' ', '\u00A0 ')}\n`, digest: digestOf('another link') }),
      ),
    ).toEqual([[100, 'nothing', 'Bao Loc silk is woven from the silk of Lam Dong Province.']]))
  it('is found by like words', () =>
    expect(summary(filled().fuzzy(VI_EN, 'Lụa Bảo Lộc được dệt bằng tơ tằm của tỉnh Lâm Đồng.'))).toEqual([
      [91, 'words', 'Bao Loc silk is woven from the silk of Lam Dong Province.'],
    ]))
  it('says when only figures differ, and is then no exact match', () => {
    const memory = filled()
    const other = PRICE.replace('180.000', '220.000').replace('14/11', '15/11')
    expect(summary(memory.fuzzy(VI_EN, other))).toEqual([
      [98, 'figures', 'A night train ticket costs VND 180,000 from 14 November 2026.'],
    ])
    expect(memory.exact(VI_EN, { text: other })).toEqual([])
  })
  it('says so too when the same figures stand in another order', () => {
    const memory = createMemory()
    memory.put('A', VI_EN, [unit('Tăng từ 5 lên 7 xã.', 'From 5 to 7 communes.')])
    expect(summary(memory.fuzzy(VI_EN, 'Tăng từ 7 lên 5 xã.'))).toEqual([[98, 'figures', 'From 5 to 7 communes.']])
  })
  it('is not exact in other letters, quotes or tone marks', () => {
    const memory = createMemory()
    memory.put('A', VI_EN, [unit('Phát huy “văn hoá” Tây Nguyên', 'Promoting culture')])
    expect(summary(memory.fuzzy(VI_EN, 'PHÁT HUY "VĂN HÓA" TÂY NGUYÊN'))).toEqual([[99, 'form', 'Promoting culture']])
  })
  it('is not offered for something else', () =>
    expect(filled().fuzzy(VI_EN, 'Festival Hoa Đà Lạt khai mạc tối nay.')).toEqual([]))
  it('is not offered for a cell with nothing but a figure', () => {
    const memory = createMemory()
    memory.put('A', VI_EN, [unit('1.250', '1,250'), unit('3,5%', '3.5%')])
    expect(summary(memory.fuzzy(VI_EN, '2.250'))).toEqual([])
    expect(summary(memory.fuzzy(VI_EN, '1.250'))).toEqual([[100, 'nothing', '1,250']])
  })
  it('is not found in another pair of languages', () => expect(filled().exact(VI_JA, { text: SILK })).toEqual([]))
  it('is found in unspaced Japanese', () => {
    const memory = createMemory()
    memory.put('A', JA_VI, [
      unit('ラムドン省人民委員会は、日本企業の投資を歓迎する。', 'UBND tỉnh Lâm Đồng hoan nghênh doanh nghiệp Nhật Bản đầu tư.'),
      unit('茶の収穫は三月に始まる。', 'Vụ trà bắt đầu vào tháng ba.'),
    ])
    expect(summary(memory.fuzzy(JA_VI, 'ラムドン省人民委員会は、韓国企業の投資を歓迎する。'))).toEqual([
      [88, 'words', 'UBND tỉnh Lâm Đồng hoan nghênh doanh nghiệp Nhật Bản đầu tư.'],
    ])
    expect(summary(memory.fuzzy(JA_VI, '茶の収穫は３月に始まる。'))).toEqual([[84, 'words', 'Vụ trà bắt đầu vào tháng ba.']])
  })
  it('is found with words in another order', () =>
    expect(summary(filled().fuzzy(VI_EN, 'Giá vé tàu đêm từ ngày 14/11/2026 là 180.000 đồng một người.'))[0]?.slice(1)).toEqual([
      'words',
      'A night train ticket costs VND 180,000 from 14 November 2026.',
    ]))
  it('is found in a text of any length', () => {
    const memory = createMemory()
    const long = Array.from(
      { length: 400 },
      (_, index) => `Đoạn ${String.fromCharCode(97 + (index % 26))}${index} kể chuyện làng.`,
    ).join(' ')
    memory.put('A', VI_EN, [unit(long, 'Long.'), unit('Xã', 'Commune')])
    expect(summary(memory.fuzzy(VI_EN, long.replaceAll('kể', 'nói')))[0]?.slice(1)).toEqual(['words', 'Long.'])
    expect(summary(memory.fuzzy(VI_EN, 'xã'))).toEqual([[99, 'form', 'Commune']])
  })
})

describe('what changed since', () => {
  it('is replaced by a correction', () => {
    const memory = filled()
    memory.put('A', VI_EN, [unit(SILK, 'Bao Loc silk is woven of silk from Lam Dong.', { seq: 2 })])
    expect(summary(memory.fuzzy(VI_EN, SILK))).toEqual([[100, 'nothing', 'Bao Loc silk is woven of silk from Lam Dong.']])
    expect(memory.exact(VI_EN, { text: PRICE, digest: digestOf(PRICE) })).toEqual([])
    expect(memory.size(VI_EN)).toMatchObject({ units: 1, sources: 1 })
  })
  it('is replaced also when it was translated from another language before', () => {
    const memory = createMemory()
    memory.put('A', { from: 'en', to: 'ja' }, [unit('Bao Loc silk', 'バオロク・シルク')])
    memory.put('A', VI_JA, [unit('Lụa Bảo Lộc', 'バオロクの絹')])
    expect(memory.exact({ from: 'en', to: 'ja' }, { text: 'Bao Loc silk' })).toEqual([])
    expect(summary(memory.exact(VI_JA, { text: 'Lụa Bảo Lộc' }))).toEqual([[100, 'nothing', 'バオロクの絹']])
  })
  it('is gone with a withdrawal, in that language only, and what other items gave stays', () => {
    const memory = filled()
    memory.put('A', VI_JA, [unit(SILK, 'バオロクの絹')])
    memory.put('B', VI_EN, [unit(SILK, 'Silk of Bao Loc.', { item: 'B', seq: 3 })])
    memory.remove('A', 'en')
    expect(summary(memory.exact(VI_EN, { text: SILK, digest: digestOf(SILK) }))).toEqual([[100, 'nothing', 'Silk of Bao Loc.']])
    expect(summary(memory.fuzzy(VI_EN, PRICE))).toEqual([])
    expect(summary(memory.fuzzy(VI_JA, SILK))).toEqual([[100, 'nothing', 'バオロクの絹']])
  })
})

describe('several translations of the same', () => {
  const memory = createMemory()
  memory.put('A', VI_EN, [unit('Ảnh: Hoài Thu', 'Photo: Hoai Thu', { seq: 4 })])
  memory.put('B', VI_EN, [unit('Ảnh: Hoài Thu', 'Photo: Hoai Thu', { item: 'B', seq: 9 })])
  memory.put('C', VI_EN, [unit('Ảnh: Hoài Thu', 'Picture: Hoai Thu', { item: 'C', seq: 7 })])
  it('are offered once each, the newest first', () =>
    expect(memory.exact(VI_EN, { text: 'Ảnh: Hoài Thu' }).map(({ unit: { item, target } }) => [item, target])).toEqual([
      ['B', 'Photo: Hoai Thu'],
      ['C', 'Picture: Hoai Thu'],
    ]))
  it('are as many as were asked for', () =>
    expect(memory.fuzzy(VI_EN, 'Ảnh: Hoài Thư', { limit: 1 }).map(({ unit: { item } }) => item)).toEqual(['B']))
})

// Words few enough that random texts are often alike.
const word = fc.constantFrom('lụa', 'Bảo', 'Lộc', 'trà', 'xã', '12', '1.250', 'của', 'tỉnh', '茶', '収穫', 'ラムドン', 'the', ',')
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
const text = fc.oneof(
  sentence,
  sentence.map((words) => words.replaceAll(' ', '')),
  fc.string({ maxLength: 40, unit: 'binary' }),
)

describe('the index', () => {
  it('finds what comparing with every text finds, with the same scores', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), text, fc.constantFrom(0.5, 0.7, 0.85), (sources, wanted, atLeast) => {
        fc.pre(/\p{L}/u.test(wanted))
        const memory = createMemory()
        const units = sources.map((source, index) => unit(source, `${index}`, { item: `${index}`, seq: index }))
        for (const one of units) memory.put(one.item, VI_EN, [one])
        const naive = units
          .map((one) => ({ ...naiveVerdict(wanted, one.source), unit: one }))
          .filter(({ score }) => score >= atLeast)
          .sort((a, b) => b.score - a.score || b.unit.seq - a.unit.seq)
        expect(memory.fuzzy(VI_EN, wanted, { atLeast, limit: 5 })).toEqual(naive.slice(0, 5))
        expect(memory.fuzzy(VI_EN, wanted, { atLeast, limit: 100 })).toEqual(naive)
      }),
      { numRuns: 200 },
    )
  })
  it('is the same whatever came and went before', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 15 }), fc.array(text, { maxLength: 15 }), text, (gone, kept, wanted) => {
        const units = kept.map((source, index) => unit(source, `${index}`, { item: `k${index}`, seq: index }))
        const [lived, fresh] = [createMemory(), createMemory()]
        gone.forEach((source, index) => lived.put(`g${index}`, VI_EN, [unit(source, 'old'), unit(source, 'older')]))
        units.forEach((one, index) => {
          lived.remove(`g${index}`, 'en')
          lived.put(one.item, VI_EN, [one])
        })
        gone.forEach((_, index) => lived.remove(`g${index}`, 'en'))
        for (const one of [...units].reverse()) fresh.put(one.item, VI_EN, [one])
        expect(lived.fuzzy(VI_EN, wanted)).toEqual(fresh.fuzzy(VI_EN, wanted))
        expect(lived.exact(VI_EN, { text: wanted })).toEqual(fresh.exact(VI_EN, { text: wanted }))
        const { units: count, sources } = lived.size(VI_EN)
        expect({ count, sources }).toEqual({ count: units.length, sources: fresh.size(VI_EN).sources })
      }),
      { numRuns: 100 },
    )
  })
  it('finds a text of any length again when nothing less than itself is wanted', () => {
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 10, maxLength: 120 }), { maxLength: 8 }), (texts) => {
        const memory = createMemory()
        const sources = texts.map((words) => `Lụa ${words.join(' ')}`)
        memory.put(
          'A',
          VI_EN,
          sources.map((source) => unit(source, source)),
        )
        for (const source of sources)
          expect(memory.fuzzy(VI_EN, source, { atLeast: 1 })).toMatchObject([{ score: 1, unit: { source } }])
      }),
      { numRuns: 50 },
    )
  })
  it('expects no less of two texts than they are alike', () => {
    const letters = fc.array(fc.integer({ min: 97, max: 122 }), { minLength: 1, maxLength: 60 })
    // Single replacements far from each other cost the most trigrams an edit.
    const apart = letters.map((codes) => [
      String.fromCharCode(...codes),
      String.fromCharCode(...codes.map((code, at) => (at % 5 === 2 ? code - 32 : code))),
    ])
    fc.assert(
      fc.property(fc.oneof(apart, fc.tuple(text, text)), ([one = '', other = '']) => {
        const [left, right] = [new TrigramSet(), new TrigramSet()]
        left.fill(one)
        right.fill(other)
        const [common, longer] = [left.common(other), Math.max(one.length, other.length)]
        const alike = likeness(common, left.size, right.size, naiveDistance(one, other), longer)
        expect(mostLikeness(common, left.size, right.size, one.length, other.length)).toBeGreaterThanOrEqual(alike - 1e-12)
      }),
    )
  })
  it('keeps nothing of a text in the slot that another takes over', () => {
    const shelf = new Shelf<string>(8)
    const add = (content: string, from: number) =>
      shelf.add(
        content,
        Uint32Array.from({ length: 40 }, (_, at) => (from + at) * 0x0200_0000),
        40,
        38,
      )
    shelf.remove(add('gone', 0))
    expect(add('here', 60)).toBe(0)
    const found = (from: number) =>
      shelf
        .possible(
          Uint32Array.from({ length: 40 }, (_, at) => (from + at) * 0x0200_0000),
          40,
          38,
          0.7,
        )
        .map(({ slot }) => shelf.contents[slot])
    expect([found(0), found(60)]).toEqual([[], ['here']])
  })
  it('counts edits as a table of all prefixes does', () => {
    const distance = new EditDistance()
    const near = fc.string({ maxLength: 90, unit: fc.constantFrom('a', 'b', 'ế', '茶', ' ') })
    fc.assert(
      fc.property(near, near, fc.nat(90), (a, b, most) => {
        distance.setPattern(a)
        const edits = naiveDistance(a, b)
        expect(distance.to(b)).toBe(edits)
        expect(distance.to(b, most)).toBe(edits > most ? Infinity : edits)
      }),
      { numRuns: 300 },
    )
  })
})
