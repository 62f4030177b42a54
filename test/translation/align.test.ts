import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignSources, alignTargets, sameDigests } from '#translation/align'
import { line, paragraphs, segment } from './arbitrary'

const RUNS = process.env.PROOF ? 2_000 : 150
const A = 'Cà phê Cầu Đất được trồng trên độ cao một nghìn sáu trăm mét so với mực nước biển.'
const B = 'Năm 2024, tỉnh xuất khẩu 33.000 tấn cà phê sang Nhật Bản và các nước châu Âu.'
const C = 'Người trồng được hưởng lợi từ hợp đồng bao tiêu ký với ba doanh nghiệp.'
const D = 'Lễ hội hoa diễn ra trong mười ngày đầu tháng mười hai tại Đà Lạt.'
const E = 'Hội nghị xúc tiến đầu tư thu hút hơn hai trăm doanh nghiệp trong và ngoài nước.'

/** `=0>1` unchanged, `~` changed, `^` moved, `+1` new, `-0` removed. */
const told = (changes: ReturnType<typeof alignSources>) =>
  changes
    .map(({ change, before, after }) =>
      change === 'new'
        ? `+${after}`
        : change === 'removed'
          ? `-${before}`
          : `${{ unchanged: '=', changed: '~', moved: '^' }[change]}${before}>${after}`,
    )
    .join(' ')
const source = (before: readonly string[], after: readonly string[]) =>
  told(alignSources(paragraphs(...before), paragraphs(...after)))
const target = (before: readonly string[], after: readonly string[]) =>
  told(alignTargets(paragraphs(...before), paragraphs(...after)))

describe('a source and its later version', () => {
  it.each([
    ['is the same', [A, B], [A, B], '=0>0 =1>1'],
    ['a paragraph was edited', [A, B, C], [A, B.replace('33.000', '35.000'), C], '=0>0 ~1>1 =2>2'],
    ['one came in', [A, C], [A, B, C], '=0>0 +1 =1>2'],
    ['one went', [A, B, C], [A, C], '=0>0 -1 =2>1'],
    ['one moved down', [A, B, C, D], [B, C, D, A], '=1>0 =2>1 =3>2 ^0>3'],
    ['one moved up and was edited', [A, B, C, D], [D.replace('mười ngày', 'chín ngày'), A, B, C], '~3>0 =0>1 =1>2 =2>3'],
    ['one was split', [A, `${B} ${C}`, D], [A, B, C, D], '=0>0 ~1>1 +2 =2>3'],
    ['two were joined', [A, B, C, D], [A, `${B} ${C}`, D], '=0>0 ~1>1 -2 =3>2'],
    ['one was written anew in its place', [A, B, C], [A, E, C], '=0>0 ~1>1 =2>2'],
    ['one went, two others came', [A, B, C], [A, D, E, C], '=0>0 -1 +1 +2 =2>3'],
    ['words that stand twice, and a third time', ['0', A, '0', B], ['0', A, '0', '0', B], '=0>0 =1>1 =2>2 +3 =3>4'],
    ['all is gone', [A, B], [], '-0 -1'],
    ['all is new', [], [A, B], '+0 +1'],
  ])('where %s', (_, before, after, expected) => expect(source(before, after)).toBe(expected))

  it('keep a title a title and a caption a caption, whatever their words', () =>
    expect(
      told(
        alignSources(
          [line('Cà phê', 'title'), line('', 'summary'), segment(A), line('Đồi chè', 'caption')],
          [line('Hoa', 'title'), line(A, 'summary'), segment(A), line('Ảnh: TTXVN', 'caption')],
        ),
      ),
    ).toBe('~0>0 ~1>1 =2>2 ~3>3'))

  it('keep the cells of a table in their places', () =>
    expect(
      told(
        alignSources(
          ['Năm', '2023', '12', '9'].map((words) => segment(words, 'cell')),
          ['Năm', '2024', '14', '8'].map((words) => segment(words, 'cell')),
        ),
      ),
    ).toBe('=0>0 ~1>1 ~2>2 ~3>3'))

  it('see a paragraph that became a heading as changed', () =>
    expect(told(alignSources([segment(A), segment(B)], [segment(A, 'heading'), segment(B)]))).toBe('~0>0 =1>1'))
})

describe('a target between two saves', () => {
  const JA = [
    'カウダットのコーヒーは標高1600メートルで育つ。',
    '2024年、省は日本などへコーヒー3万3000トンを輸出した。',
    '生産者は三社との契約で利益を得る。',
    'ダラットの花祭りは十二月上旬の十日間。',
  ]
  it('may change every word', () => expect(target([A, B, C, D], JA)).toBe('~0>0 ~1>1 ~2>2 ~3>3'))
  it('may change every word but one paragraph', () =>
    expect(target([A, B, C, D], [JA[0] ?? '', B, JA[2] ?? '', JA[3] ?? ''])).toBe('~0>0 =1>1 ~2>2 ~3>3'))
  it('may change every word and lose a paragraph', () =>
    expect(
      target(
        [A, `${B} Năm 2025 dự kiến 40.000 tấn.`, 'Ngắn.', D],
        [
          'Coffee from Cầu Đất grows 1600 metres above the level of the sea.',
          'In 2024 the province sold 33,000 tonnes to Japan and to Europe; 40,000 are expected for 2025.',
          'The flower festival takes ten days in early December in Đà Lạt.',
        ],
      ),
    ).toBe('~0>0 ~1>1 -2 ~3>2'))
  it('may change every word and lose a paragraph, told by its figures', () =>
    expect(target(['Giá bán 120 nghìn.', 'Giá mua 95 nghìn.', 'Giá kho 88 nghìn.'], ['Sold at 120 k.', 'Stored at 88 k.'])).toBe(
      '~0>0 -1 ~2>1',
    ))
  it('may change every word and keep its headings', () => {
    const heading = (words: string) => segment(words, 'heading')
    expect(
      told(
        alignTargets(
          [heading('Hương vị'), segment(A), segment(B), heading('Lễ hội'), segment(D)],
          [heading('味'), segment(JA[0] ?? ''), heading('祭り'), segment(JA[3] ?? '')],
        ),
      ),
    ).toMatch(/^~0>0 .*~3>2 ~4>3$/)
  })
})

describe('alignment, whatever happens', () => {
  const anyText = fc.array(fc.constantFrom(A, B, C, D, E, '0', 'Ảnh: TTXVN', `${A} ${B}`, `${C} ${D}`), { maxLength: 10 })
  const one = (align: typeof alignSources) =>
    fc.property(anyText, anyText, (before, after) => {
      const [was, is] = [paragraphs(...before), paragraphs(...after)]
      const changes = align(was, is)
      const places = (side: 'before' | 'after') => changes.flatMap((change) => change[side] ?? [])
      expect(places('after')).toEqual(after.map((_, at) => at))
      expect(places('before').sort((x, y) => x - y)).toEqual(before.map((_, at) => at))
      // Every segment whose words are still there is found again.
      const same = changes.filter(({ change }) => change === 'unchanged' || change === 'moved')
      const common = [...new Set(before)].reduce(
        (sum, words) => sum + Math.min(before.filter((it) => it === words).length, after.filter((it) => it === words).length),
        0,
      )
      expect(same.length).toBe(common)
      for (const { before: b, after: a } of same) expect(was[b as number]?.digest).toBe(is[a as number]?.digest)
      const kept = changes.flatMap(({ change, before: b }) => (change === 'unchanged' ? [b as number] : []))
      expect(kept).toEqual(kept.toSorted((x, y) => x - y))
    })
  it('accounts for every segment once (sources)', () => fc.assert(one(alignSources), { numRuns: RUNS }))
  it('accounts for every segment once (targets)', () => fc.assert(one(alignTargets), { numRuns: RUNS }))

  const anyEdits = fc.array(
    fc.record({ verb: fc.constantFrom('edit', 'move', 'split', 'drop', 'add'), at: fc.nat(999), to: fc.nat(999) }),
    { maxLength: 6 },
  )
  it('finds every paragraph that was edited, moved or split', () =>
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 30 }), anyEdits, (size, edits) => {
        // Each paragraph carries the number of the one that it comes from.
        let now = Array.from({ length: size }, (_, from) => ({ from, words: prose(from) }))
        const before = now.map(({ words }) => words)
        const touched = new Set<number>()
        for (const { verb, at, to } of edits) {
          const place = at % Math.max(1, now.length)
          const here = now[place]
          if (!here || (here.from >= 0 && verb !== 'move' && touched.has(here.from))) continue
          if (verb !== 'move') touched.add(here.from)
          if (verb === 'move') now = now.toSpliced(place, 1).toSpliced(to % now.length, 0, here)
          if (verb === 'drop') now = now.toSpliced(place, 1)
          if (verb === 'add') now = now.toSpliced(place, 0, { from: -1, words: prose(1_000 + at) })
          if (verb === 'edit') now = now.with(place, { ...here, words: here.words.replace(/\S+$/, 'thay đổi') })
          if (verb === 'split' && here.from >= 0) {
            const cut = here.words.indexOf(' ', here.words.length * 0.6)
            now = now.toSpliced(
              place,
              1,
              { ...here, words: here.words.slice(0, cut) },
              { from: -1, words: here.words.slice(cut + 1) },
            )
          }
        }
        const changes = alignSources(paragraphs(...before), paragraphs(...now.map(({ words }) => words)))
        for (const { change, before: b, after: a } of changes) {
          if (a !== null && (now[a]?.from ?? -1) >= 0) expect([change !== 'new', b]).toEqual([true, now[a]?.from])
        }
      }),
      { numRuns: RUNS },
    ))

  it('pairs digests in order, each once', () => {
    const names = (...some: string[]) => some.map((name) => name.padEnd(64, '0'))
    expect(sameDigests(names('a', 'x', 'b', 'x'), names('x', 'b', 'x', 'x', 'a'))).toEqual([1, 2, 3, -1, 0])
    expect(sameDigests(names('x', 'x', 'a'), names('a', 'x', 'x', 'x'))).toEqual([2, 0, 1, -1])
  })

  it.each([
    ['other words', (from: number) => prose(from + 50_000)],
    ['the same words everywhere', () => A],
    ['two texts in turn', (from: number) => (from % 2 ? A : B)],
  ])('is bounded for texts as long as may be: %s', (_, words) => {
    const long = paragraphs(...Array.from({ length: 2_000 }, (_, from) => prose(from).slice(0, 60)))
    const other = paragraphs(...Array.from({ length: 2_000 }, (_, from) => words(from).slice(0, 60)))
    for (const align of [alignSources, alignTargets])
      expect(align(long, other).flatMap(({ after }) => after ?? []).length).toBe(2_000)
  })
})

const SYLLABLES =
  'cà phê chè hoa núi sông đất trồng nước người dân tỉnh huyện xã năm tháng ngày giá tăng giảm đầu tư khách du lịch rừng thông hồ'.split(
    ' ',
  )

/** Thirty syllables of their own for every number. */
function prose(number: number): string {
  let state = (number + 1) * 2_654_435_761
  return Array.from({ length: 30 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return SYLLABLES[(state >>> 8) % SYLLABLES.length]
  }).join(' ')
}
