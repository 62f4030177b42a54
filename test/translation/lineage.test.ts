import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasWords } from '#translation/checks/same-as-source'
import {
  affected,
  begin,
  carry,
  confirm,
  countOf,
  followed,
  handOver,
  isAffected,
  leaveOut,
  pairsOf,
  progress,
  rows,
  takeIn,
} from '#translation/lineage'
import type { Kept, Lineage, Segment } from '#translation/segment'
import { likeSource, segmentsOf, targetSegmentsOf } from '#translation/segments'
import { anyText, figure, line, link, paragraph, paragraphs, segment, text, wordsOf } from './arbitrary'

const RUNS = process.env.PROOF ? 2_000 : 150
const VI = [
  'Cà phê Cầu Đất trồng ở độ cao 1.600 m.',
  'Tỉnh xuất khẩu 33.000 tấn sang Nhật Bản.',
  'Lễ hội hoa kéo dài mười ngày tại Đà Lạt.',
]
const EN = [
  'Cầu Đất coffee grows at 1,600 m.',
  'The province exports 33,000 tonnes to Japan.',
  'The flower festival in Đà Lạt lasts ten days.',
]
const [A, B, C] = VI as [string, string, string]
const SOURCE = paragraphs(...VI)
const TARGET = paragraphs(...EN)
const lan = { by: 'lan', at: '2026-03-01T02:00:00.000Z' }
const minh = { by: 'minh', at: '2026-03-02T02:00:00.000Z' }
const digest = (segments: readonly Segment[], at: number) => segments[at]?.digest ?? ''

/** All of it translated by Lan, from the source as it stood. */
const done = (source = SOURCE, target = TARGET): Lineage => ({
  kept: target.map((one, at): Kept => ({
    target: one.digest,
    source: [digest(source, at)],
    state: 'translated',
    origin: 'typed',
    ...lan,
  })),
  leftOut: [],
})
const outline = (...texts: Parameters<typeof rows>) =>
  rows(...texts).map(({ source, was, change, target, mergedInto, state }) =>
    [
      change ?? 'own',
      source?.plain ?? '',
      was ? `(${was.plain})` : '',
      target?.plain ?? (mergedInto === null ? '' : `→ ${mergedInto}`),
      state,
    ].join(' | '),
  )

it('begins with figures, units and codes as they stand: nobody has to type them again', () => {
  const source = segmentsOf({
    title: 'Vốn đầu tư',
    summary: '',
    body: ['2.345', '5 km', 'SE1', 'Đà Lạt'].map((words) => paragraph(text(words))),
  })
  expect(begin(source, source).kept.map(({ state }) => state)).toEqual(['empty', 'draft', 'draft', 'draft', 'empty'])
})

describe('a translation that begins', () => {
  it('as a copy is empty throughout', () =>
    expect(begin(SOURCE, SOURCE)).toEqual({
      kept: SOURCE.map((one) => ({
        target: one.digest,
        source: [one.digest],
        state: 'empty',
        origin: 'none',
        by: null,
        at: null,
      })),
      leftOut: [],
    }))

  it('as a copy is empty wherever it has words, whatever it is', () =>
    fc.assert(
      fc.property(anyText, (words) => {
        const [source, target] = [segmentsOf(words), targetSegmentsOf(words)]
        const lineage = begin(source, target)
        const stateOf = ({ plain }: Segment) =>
          hasWords(plain) || /(?!\p{ASCII})\p{L}/u.test(plain) || plain.trim() === '' ? 'empty' : 'draft'
        expect(lineage.kept.map(({ target: of, state }) => [of, state])).toEqual(target.map((one) => [one.digest, stateOf(one)]))
        expect(
          rows(source, source, target, lineage).map((row) => [row.source?.digest, row.target?.digest, row.change, row.state]),
        ).toEqual(source.map((one) => [one.digest, one.digest, 'unchanged', stateOf(one)]))
        expect(carry(lineage, target, target, lan)).toEqual(lineage)
      }),
      { numRuns: RUNS },
    ))

  it('with words of its own is a draft where it has them', () =>
    expect(
      begin(SOURCE, [TARGET[0], SOURCE[1], TARGET[2]] as Segment[]).kept.map(({ source, state, by }) => [source, state, by]),
    ).toEqual([
      [[digest(SOURCE, 0)], 'draft', null],
      [[digest(SOURCE, 1)], 'empty', null],
      [[digest(SOURCE, 2)], 'draft', null],
    ]))
})

describe('a target that was edited', () => {
  const draft = (at: number, source = [digest(SOURCE, at)], target = TARGET): Kept => ({
    target: digest(target, at),
    source,
    state: 'draft',
    origin: 'typed',
    ...lan,
  })

  it('over the copy is a draft, and knows its source', () =>
    expect(carry(begin(SOURCE, SOURCE), SOURCE, TARGET, lan)).toEqual({ kept: [draft(0), draft(1), draft(2)], leftOut: [] }))

  it('in one place keeps the rest', () => {
    const target = paragraphs(EN[0] ?? '', 'The province exports 33,000 tonnes to Japan and Korea.', EN[2] ?? '')
    expect(carry(done(), TARGET, target, minh).kept).toEqual([
      done().kept[0],
      { target: digest(target, 1), source: [digest(SOURCE, 1)], state: 'draft', origin: 'typed', ...minh },
      done().kept[2],
    ])
  })

  it('in its order takes the records along', () =>
    expect(carry(done(), TARGET, paragraphs(EN[2] ?? '', EN[0] ?? '', EN[1] ?? ''), minh).kept).toEqual(
      [2, 0, 1].map((at) => done().kept[at]),
    ))

  it('by a block of its own says so', () => {
    const target = paragraphs(EN[0] ?? '', 'Note: prices are of May.', EN[1] ?? '', EN[2] ?? '')
    expect(carry(done(), TARGET, target, minh).kept[1]).toEqual({
      target: digest(target, 1),
      source: [],
      state: 'draft',
      origin: 'typed',
      ...minh,
    })
  })

  it('by a block less forgets it', () =>
    expect(carry(done(), TARGET, [TARGET[0], TARGET[2]] as Segment[], minh).kept).toEqual([done().kept[0], done().kept[2]]))

  it('by joining neighbours renders the sources of all', () => {
    const target = paragraphs(EN.join(' '))
    expect(carry(done(), TARGET, target, minh).kept).toEqual([
      { target: digest(target, 0), source: SOURCE.map((one) => one.digest), state: 'draft', origin: 'typed', ...minh },
    ])
  })

  it('until nothing is left in a place is empty there', () => {
    const [before, after] = [[line('Coffee', 'title')], [line('', 'title')]]
    expect(carry(done(SOURCE, before), before, after, minh).kept).toEqual([
      { target: digest(after, 0), source: [digest(SOURCE, 0)], state: 'empty', origin: 'none', ...minh },
    ])
  })

  it('behind the back of its records still finds those of the same words', () => {
    const target = paragraphs('Something else.', EN[1] ?? '')
    expect(carry(done(), target, target, minh).kept.map(({ source }) => source)).toEqual([[], [digest(SOURCE, 1)]])
    expect(
      rows(SOURCE, SOURCE, paragraphs(EN[0] ?? '', 'Someone else’s words.', EN[2] ?? ''), done()).map(({ state }) => state),
    ).toEqual(['translated', 'draft', 'translated'])
  })

  it('never loses the record of untouched words', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(20)),
        fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }),
        (words, order, more) => {
          const before = paragraphs(...words)
          const now = order.reduce((list, at) => [...list.slice(at % list.length), ...list.slice(0, at % list.length)], words)
          const after = paragraphs(...now.slice(0, Math.ceil(now.length / 2)), ...more, ...now.slice(Math.ceil(now.length / 2)))
          const lineage = done(before, before)
          const carried = carry(lineage, before, after, minh)
          expect(carried.kept.map(({ target }) => target)).toEqual(after.map((one) => one.digest))
          for (const record of lineage.kept) expect(carried.kept).toContainEqual(record)
        },
      ),
      { numRuns: RUNS },
    ))
})

describe('a source that changed', () => {
  const changed = paragraphs(A, B.replace('33.000', '35.000'), C)

  it('makes the segment stale, with its earlier form beside', () =>
    expect(outline(changed, SOURCE, TARGET, done())).toEqual([
      `unchanged | ${A} |  | ${EN[0]} | translated`,
      `changed | ${changed[1]?.plain} | (${B}) | ${EN[1]} | stale`,
      `unchanged | ${C} |  | ${EN[2]} | translated`,
    ]))

  it('is followed once the segment is confirmed against it', () => {
    expect(followed(changed, SOURCE, TARGET, done())).toBe(false)
    const confirmed = confirm(done(), 1, { source: [digest(changed, 1)], state: 'translated', origin: 'typed', ...minh })
    expect(confirmed.kept[1]).toEqual({
      target: digest(TARGET, 1),
      source: [digest(changed, 1)],
      state: 'translated',
      origin: 'typed',
      ...minh,
    })
    expect(followed(changed, SOURCE, TARGET, confirmed)).toBe(true)
    expect(outline(changed, SOURCE, TARGET, confirmed)[1]).toBe(`changed | ${changed[1]?.plain} | (${B}) | ${EN[1]} | translated`)
    expect(outline(changed, changed, TARGET, confirmed)[1]).toBe(`unchanged | ${changed[1]?.plain} |  | ${EN[1]} | translated`)
  })

  it('again before it was followed, is stale again', () => {
    const confirmed = confirm(done(), 1, { source: [digest(changed, 1)], state: 'translated', origin: 'typed', ...minh })
    const later = paragraphs(A, B.replace('33.000', '36.000'), C)
    expect(outline(later, SOURCE, TARGET, confirmed)[1]).toBe(`changed | ${later[1]?.plain} | (${B}) | ${EN[1]} | stale`)
    expect(outline(SOURCE, SOURCE, TARGET, confirmed)[1]).toBe(`unchanged | ${B} |  | ${EN[1]} | stale`)
    expect(followed(SOURCE, SOURCE, TARGET, confirmed)).toBe(false)
  })

  it('in order alone needs nobody', () => {
    const moved = paragraphs(C, A, B)
    expect(outline(moved, SOURCE, TARGET, done())).toEqual([
      `moved | ${C} |  | ${EN[2]} | translated`,
      `unchanged | ${A} |  | ${EN[0]} | translated`,
      `unchanged | ${B} |  | ${EN[1]} | translated`,
    ])
    expect(followed(moved, SOURCE, TARGET, done())).toBe(true)
  })

  it('by a paragraph more waits for it, or for the word that it is left out', () => {
    const longer = paragraphs(A, 'Giá cà phê tăng mạnh trong quý III.', B, C)
    expect(outline(longer, SOURCE, TARGET, done())[1]).toBe('new | Giá cà phê tăng mạnh trong quý III. |  |  | empty')
    expect(affected(longer, SOURCE, TARGET, done()).map(({ change, source }) => [change, source?.path])).toEqual([
      ['new', 'body.1'],
    ])
    const left = leaveOut(done(), digest(longer, 1), minh)
    expect(left.leftOut).toEqual([{ source: digest(longer, 1), ...minh }])
    expect(outline(longer, SOURCE, TARGET, left)[1]).toBe('new | Giá cà phê tăng mạnh trong quý III. |  |  | translated')
    expect(followed(longer, SOURCE, TARGET, left)).toBe(true)
    expect(takeIn(left, digest(longer, 1))).toEqual(done())
  })

  it('where it was left out, is asked about again', () => {
    const target = [TARGET[0], TARGET[2]] as Segment[]
    const lineage = leaveOut({ ...done(), kept: [done().kept[0], done().kept[2]] as Kept[] }, digest(SOURCE, 1), lan)
    expect(outline(SOURCE, SOURCE, target, lineage)[1]).toBe(`unchanged | ${B} |  |  | translated`)
    expect(outline(changed, SOURCE, target, lineage)[1]).toBe(`changed | ${changed[1]?.plain} | (${B}) |  | stale`)
    expect(followed(changed, SOURCE, target, lineage)).toBe(false)
  })

  it('by a paragraph less waits until its translation is gone or is the translator’s own', () => {
    const shorter = paragraphs(A, C)
    expect(outline(shorter, SOURCE, TARGET, done())).toEqual([
      `unchanged | ${A} |  | ${EN[0]} | translated`,
      `removed |  | (${B}) | ${EN[1]} | stale`,
      `unchanged | ${C} |  | ${EN[2]} | translated`,
    ])
    const own = confirm(done(), 1, { source: [], state: 'translated', origin: 'typed', ...minh })
    expect(outline(shorter, SOURCE, TARGET, own)).toEqual([
      `unchanged | ${A} |  | ${EN[0]} | translated`,
      `own |  |  | ${EN[1]} | translated`,
      `removed |  | (${B}) |  | translated`,
      `unchanged | ${C} |  | ${EN[2]} | translated`,
    ])
    const gone = carry(done(), TARGET, [TARGET[0], TARGET[2]] as Segment[], minh)
    expect([done(), own].map((lineage) => followed(shorter, SOURCE, TARGET, lineage))).toEqual([false, true])
    expect(followed(shorter, SOURCE, [TARGET[0], TARGET[2]] as Segment[], gone)).toBe(true)
  })

  it('leaves what nobody has translated empty', () =>
    expect(outline(changed, SOURCE, SOURCE, begin(SOURCE, SOURCE)).map((row) => row.split(' | ').at(-1))).toEqual([
      'empty',
      'empty',
      'empty',
    ]))

  it('by a caption meets the place that waits for it', () => {
    const [source, based] = [
      segmentsOf(wordsOf('tên tin', '', figure('Đồi chè', ''))),
      segmentsOf(wordsOf('tên tin', '', figure('', ''))),
    ]
    const target = targetSegmentsOf(wordsOf('tên tin', '', figure('', '')))
    const shown = rows(source, based, target, begin(based, target))
    expect(shown.map((row) => [row.change, row.source?.plain, row.target?.path, row.targetIndex, row.state])).toEqual([
      ['unchanged', 'tên tin', 'title', 0, 'empty'],
      ['new', 'Đồi chè', 'body.0.caption', 2, 'empty'],
    ])
    expect(shown.map(isAffected)).toEqual([false, true])
  })
})

describe('the rows of a translation', () => {
  it('that joins paragraphs show it once', () => {
    const target = paragraphs(`${EN[0]} ${EN[1]}`, EN[2] ?? '')
    const lineage = carry(done(), TARGET, target, lan)
    expect(outline(SOURCE, SOURCE, target, lineage)).toEqual([
      `unchanged | ${A} |  | ${EN[0]} ${EN[1]} | draft`,
      `unchanged | ${B} |  | → body.0 | draft`,
      `unchanged | ${C} |  | ${EN[2]} | translated`,
    ])
    expect(pairsOf(rows(SOURCE, SOURCE, target, lineage)).map((pair) => [pair.source?.plain, pair.target?.plain])).toEqual([
      [`${A} ${B}`, `${EN[0]} ${EN[1]}`],
      [C, EN[2]],
    ])
    const changed = paragraphs(A, B.replace('33.000', '35.000'), C)
    expect(affected(changed, SOURCE, target, lineage).map(({ source, mergedInto }) => [source?.path, mergedInto])).toEqual([
      ['body.1', 'body.0'],
    ])
    expect(outline(paragraphs(B, C), SOURCE, target, lineage)).toEqual([
      `removed |  | (${A}) | → body.0 | stale`,
      `unchanged | ${B} |  | ${EN[0]} ${EN[1]} | draft`,
      `unchanged | ${C} |  | ${EN[2]} | translated`,
    ])
    const shorter = paragraphs(A, C)
    expect(affected(shorter, SOURCE, target, lineage).map(({ was, mergedInto }) => [was?.path, mergedInto])).toEqual([
      ['body.1', 'body.0'],
    ])
    expect(
      followed(
        shorter,
        SOURCE,
        target,
        confirm(lineage, 0, { source: [digest(shorter, 0)], state: 'translated', origin: 'typed', ...lan }),
      ),
    ).toBe(true)
  })

  it('that splits a paragraph show its second part behind it', () => {
    const target = paragraphs(EN[0] ?? '', 'The province exports', '33,000 tonnes to Japan.', EN[2] ?? '')
    const split = {
      ...done(),
      kept: [0, 1, 1, 2].map((at, index) => ({ ...done().kept[at], target: digest(target, index) }) as Kept),
    }
    expect(outline(SOURCE, SOURCE, target, split)).toEqual([
      `unchanged | ${A} |  | ${EN[0]} | translated`,
      `unchanged | ${B} |  | The province exports | translated`,
      'own |  |  | 33,000 tonnes to Japan. | translated',
      `unchanged | ${C} |  | ${EN[2]} | translated`,
    ])
    const changed = paragraphs(A, B.replace('33.000', '35.000'), C)
    expect(affected(changed, SOURCE, target, split).map((row) => row.target?.plain)).toEqual([
      'The province exports',
      '33,000 tonnes to Japan.',
    ])
  })

  it('tell equal words apart by their order', () => {
    const source = paragraphs('Ảnh: TTXVN', A, 'Ảnh: TTXVN')
    const target = paragraphs('Photo: VNA', EN[0] ?? '', 'Picture: VNA')
    expect(rows(source, source, target, done(source, target)).map((row) => row.target?.plain)).toEqual([
      'Photo: VNA',
      EN[0],
      'Picture: VNA',
    ])
  })

  it('number the codes of the target like those of what it renders', () => {
    const source = segmentsOf(wordsOf('', '', paragraph(link('/a', text('Một'))), paragraph(link('/b', text('Hai')))))
    const target = targetSegmentsOf(
      wordsOf('tên tin', 's', paragraph(link('/b', text('Two')), ' after ', link('/a', text('One')))),
    ).slice(2)
    const lineage: Lineage = {
      kept: [{ ...(done().kept[0] as Kept), target: digest(target, 0), source: source.map((one) => one.digest) }],
      leftOut: [],
    }
    const [pair] = pairsOf(rows(source, source, target, lineage))
    expect([pair?.source?.text, pair?.target?.text]).toEqual(['⟦1⟧Một⟦/1⟧ ⟦2⟧Hai⟦/2⟧', '⟦2⟧Two⟦/2⟧ after ⟦1⟧One⟦/1⟧'])
    expect(pair?.target).toEqual(likeSource(target[0] as Segment, pair?.source?.codes ?? []))
  })

  it('account for every source segment once and for every target segment with words once', () => {
    const anySegments = fc
      .array(fc.constantFrom(...VI, ...EN, 'Ảnh: TTXVN'), { maxLength: 7 })
      .map((words) => paragraphs(...words))
    fc.assert(
      fc.property(
        anySegments,
        anySegments,
        anySegments,
        fc.array(fc.array(fc.nat(13), { maxLength: 2 })),
        (now, based, target, links) => {
          const all = [...now, ...based]
          const kept = target.map((one, at): Kept => ({
            target: one.digest,
            source: (links[at] ?? []).flatMap((to) => all[to % Math.max(1, all.length)]?.digest ?? []),
            state: 'translated',
            origin: 'typed',
            ...lan,
          }))
          const shown = rows(now, based, target, { kept, leftOut: [] })
          expect(shown.flatMap((row) => row.source ?? [])).toEqual(now)
          expect(shown.flatMap((row) => row.targetIndex ?? []).sort((a, b) => a - b)).toEqual(target.map((_, at) => at))
          expect(followed(now, based, target, { kept, leftOut: [] })).toBe(!shown.some(isAffected))
          // Confirmed against the source as it stands, or as the translator's own, nothing is open.
          const settled = shown.reduce(
            (lineage, row) => {
              if (row.targetIndex === null)
                return row.source && row.mergedInto === null ? leaveOut(lineage, row.source.digest, minh) : lineage
              const path = target[row.targetIndex]?.path
              const source = shown.flatMap((other) =>
                other.source && (other === row || other.mergedInto === path) ? [other.source.digest] : [],
              )
              return confirm(lineage, row.targetIndex, { source, state: 'translated', origin: 'typed', ...minh })
            },
            { kept, leftOut: [] } as Lineage,
          )
          expect(followed(now, based, target, settled)).toBe(true)
        },
      ),
      { numRuns: RUNS },
    )
  })
})

describe('a text that is handed over', () => {
  const states = ['empty', 'memory', 'machine', 'draft', 'translated', 'revised', 'stale'] as const
  const lineage: Lineage = {
    kept: states.map((state) => ({ target: 'x', source: [], state, origin: 'typed', by: 'lan', at: null })),
    leftOut: [],
  }
  const after = (state: 'translated' | 'revised') =>
    handOver(lineage, state, minh.by, minh.at).kept.map((kept) => `${kept.state} ${kept.by} ${kept.at}`)

  it('by the translator is translated where it was touched, by whoever did it', () =>
    expect(after('translated')).toEqual([
      'empty lan null',
      `translated lan ${minh.at}`,
      'machine lan null',
      `translated lan ${minh.at}`,
      'translated lan null',
      'revised lan null',
      'stale lan null',
    ]))
  it('by the reviser is revised where it was translated', () =>
    expect(after('revised')).toEqual([
      'empty lan null',
      `revised minh ${minh.at}`,
      'machine lan null',
      `revised minh ${minh.at}`,
      `revised minh ${minh.at}`,
      'revised lan null',
      'stale lan null',
    ]))
})

describe('the count', () => {
  it('is of words in Vietnamese and English and of characters in Japanese', () =>
    expect([countOf('Cà phê – 1.600 m (Đà Lạt)', 'vi'), countOf(' … ', 'en'), countOf('標高 1600 メートル。🌸', 'ja')]).toEqual([
      6, 0, 12,
    ]))
  it('of progress is of the source: translated, revised or left out', () => {
    const target = [TARGET[0], TARGET[1]] as Segment[]
    const lineage = leaveOut(
      { ...done(), kept: [done().kept[0], { ...(done().kept[1] as Kept), state: 'draft' }] as Kept[] },
      digest(SOURCE, 2),
      lan,
    )
    expect(progress(rows(SOURCE, SOURCE, target, lineage), 'vi')).toEqual({ segments: 3, done: 2, words: 28, wordsDone: 20 })
  })
})

it('a whole translation follows its source from beginning to end', () => {
  let lineage = carry(begin(SOURCE, SOURCE), SOURCE, TARGET, lan)
  lineage = handOver(handOver(lineage, 'translated', 'lan', lan.at), 'revised', 'minh', minh.at)
  expect(rows(SOURCE, SOURCE, TARGET, lineage).map(({ state }) => state)).toEqual(['revised', 'revised', 'revised'])
  expect(followed(SOURCE, SOURCE, TARGET, lineage)).toBe(true)
  expect(segment(A).digest).toBe(digest(SOURCE, 0))
})
