import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '#richtext'
import { decode, encode, withOwn } from '#translation/codes'
import { blockAt, insertAfter, likeSource, merge, removeBlock, segmentsOf, targetSegmentsOf } from '#translation/segments'
import { anyText, BREAK, cell, figure, item, link, paragraph, ruby, text, wordsOf } from './arbitrary'

const RUNS = process.env.PROOF ? 3_000 : 200
const list = (...items: ReturnType<typeof item>[]): Block => ({ kind: 'list', ordered: false, items })
const quote: Block = { kind: 'quote', children: [text('Người trồng được hưởng lợi')] }
const heading: Block = { kind: 'heading', level: 3, children: [text('Hương vị')] }
const table: Block = {
  kind: 'table',
  rows: [[cell(paragraph('Năm'), list(item('2024'))), cell()], [cell(heading, paragraph('2 tỷ'))]],
}
const WHOLE = wordsOf(
  'Cà phê',
  'Tóm tắt',
  paragraph('Một'),
  heading,
  paragraph(),
  { kind: 'rule' },
  list(item('a', list(item('b'), item('', list(item('c'))))), item('d')),
  quote,
  table,
  figure('Chú thích', ''),
  figure('', 'Đồi chè'),
)
const outline = (segments: ReturnType<typeof segmentsOf>) => segments.map(({ path, kind, text: words }) => [path, kind, words])

describe('the segments of a text', () => {
  it('are its blocks with words, in reading order', () =>
    expect(outline(segmentsOf(WHOLE))).toEqual([
      ['title', 'title', 'Cà phê'],
      ['summary', 'summary', 'Tóm tắt'],
      ['body.0', 'paragraph', 'Một'],
      ['body.1', 'heading', 'Hương vị'],
      ['body.4.item.0', 'item', 'a'],
      ['body.4.item.0.nested.0.item.0', 'item', 'b'],
      ['body.4.item.0.nested.0.item.1.nested.0.item.0', 'item', 'c'],
      ['body.4.item.1', 'item', 'd'],
      ['body.5', 'quote', 'Người trồng được hưởng lợi'],
      ['body.6.row.0.cell.0.block.0', 'cell', 'Năm'],
      ['body.6.row.0.cell.0.block.1.item.0', 'item', '2024'],
      ['body.6.row.1.cell.0.block.0', 'heading', 'Hương vị'],
      ['body.6.row.1.cell.0.block.1', 'cell', '2 tỷ'],
      ['body.7.caption', 'caption', 'Chú thích'],
      ['body.8.alt', 'alt', 'Đồi chè'],
    ]))

  it('of a target are also the words of pictures that are still to come, and an empty title', () =>
    expect(outline(targetSegmentsOf(wordsOf('', '', paragraph(), figure('', ''))))).toEqual([
      ['title', 'title', ''],
      ['summary', 'summary', ''],
      ['body.1.caption', 'caption', ''],
      ['body.1.alt', 'alt', ''],
    ]))

  it('of another picture with the same words are others, on both sides', () => {
    const one = figure('Chú thích', 'Đồi chè')
    const other: Block = { ...(one as Extract<Block, { kind: 'figure' }>), digest: 'e'.repeat(64) }
    for (const segments of [segmentsOf, targetSegmentsOf]) {
      const [was, is] = [one, other].map((block) => segments(wordsOf('Trà', '', block)))
      const changed = is?.filter(({ digest }, index) => digest !== was?.[index]?.digest)
      expect(changed?.map(({ path }) => path)).toEqual(['body.0.caption', 'body.0.alt'])
    }
    expect(segmentsOf(wordsOf('Trà', '', figure('', '')))).toHaveLength(1)
  })

  it('have a digest of kind, words, marks and addresses, and of nothing else', () => {
    const digestOf = (block: Block) => segmentsOf(wordsOf('', '', block))[0]?.digest
    const one = paragraph(link('/a', text('Cổng')))
    expect(digestOf(one)).toBe(digestOf(paragraph(link('/a', text('Cổ'), text('ng')))))
    expect(
      new Set(
        [
          one,
          paragraph(link('/b', text('Cổng'))),
          paragraph(text('Cổng', 'bold')),
          paragraph('Cổng'),
          { ...quote, children: [text('Cổng')] },
        ].map(digestOf),
      ).size,
    ).toBe(5)
  })

  it('have one digest in a target whatever its codes are numbered like', () => {
    const target = wordsOf('t', 's', paragraph(text('b', 'bold'), link('/a', text('a')), ruby('都', 'と')))
    const source = segmentsOf(wordsOf('t', 's', paragraph(link('/a', text('A')), BREAK, text('B', 'bold'))))
    const [, , own] = targetSegmentsOf(target)
    const [, , like] = targetSegmentsOf(target, source)
    const [, , copied] = segmentsOf(target)
    expect([own?.text, like?.text, copied?.text]).toEqual([
      '⟦1⟧b⟦/1⟧⟦2⟧a⟦/2⟧｜都《と》',
      '⟦3⟧b⟦/3⟧⟦1⟧a⟦/1⟧｜都《と》',
      '⟦1⟧b⟦/1⟧⟦2⟧a⟦/2⟧⟦3/⟧',
    ])
    expect(new Set([own?.digest, like?.digest, copied?.digest]).size).toBe(1)
    expect(own && likeSource(own, source[2]?.codes ?? [])).toEqual(like)
  })
})

describe('segments put back', () => {
  it('unchanged, leave the very same text', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        expect(merge(words, new Map())).toBe(words)
        for (const segments of [segmentsOf(words), targetSegmentsOf(words)]) {
          const texts = new Map(segments.map((segment) => [segment.path, segment.text]))
          expect(merge(words, texts, new Map(segments.map(({ path, codes }) => [path, codes])))).toBe(words)
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('with other words, are the segments of the new text, and the rest is as it was', () =>
    fc.assert(
      fc.property(anyText, fc.nat(), (words, choice) => {
        const segments = targetSegmentsOf(words)
        const chosen = segments[choice % segments.length]
        if (!chosen) return
        const merged = merge(words, new Map([[chosen.path, `${chosen.text}+`]]), new Map([[chosen.path, chosen.codes]]))
        expect(targetSegmentsOf(merged).map(({ path, plain, digest }) => (path === chosen.path ? plain : digest))).toEqual(
          segments.map(({ path, plain, digest }) => (path === chosen.path ? `${plain}+` : digest)),
        )
        merged.body.forEach((block, index) => {
          if (!chosen.path.startsWith(`body.${index}`)) expect(block).toBe(words.body[index])
        })
      }),
      { numRuns: RUNS },
    ))

  it('bring the marks and links of their source in another order', () => {
    const words = wordsOf('t', 's', paragraph(link('/a', text('Cổng')), text(' mở '), text('25/7', 'bold')))
    const [, , segment] = segmentsOf(words)
    expect(
      merge(
        words,
        new Map([['body.0', '⟦2⟧7月25日⟦/2⟧に⟦1⟧ポータル⟦/1⟧｜公《こう》開']]),
        new Map([['body.0', segment?.codes ?? []]]),
      ).body,
    ).toEqual([paragraph(text('7月25日', 'bold'), 'に', link('/a', text('ポータル')), ruby('公', 'こう'), '開')])
  })

  it('into lines without marks, are the words alone', () =>
    expect(
      merge(
        WHOLE,
        new Map([
          ['title', '⟦1⟧｜林同《ラムドン》⟦/1⟧'],
          ['body.8.caption', 'Mới'],
        ]),
      ),
    ).toEqual({
      ...WHOLE,
      title: '林同（ラムドン）',
      body: WHOLE.body.with(8, figure('Mới', 'Đồi chè')),
    }))

  it('to a place that is not there, are refused', () =>
    expect(() => merge(WHOLE, new Map([['body.99', 'x']]))).toThrow(
      expect.objectContaining({ code: 'text.invalid', facts: { path: 'body.99' } }),
    ))
})

describe('a block more', () => {
  const more = paragraph('Thêm')
  it.each([
    ['title', { ...WHOLE, body: [more, ...WHOLE.body] }],
    ['body.0', { ...WHOLE, body: WHOLE.body.toSpliced(1, 0, more) }],
    ['body.7.caption', { ...WHOLE, body: WHOLE.body.toSpliced(8, 0, more) }],
    [
      'body.4.item.0.nested.0.item.1.nested.0.item.0',
      {
        ...WHOLE,
        body: WHOLE.body.with(4, list(item('a', list(item('b'), item('', list(item('c'), item('Thêm'))))), item('d'))),
      },
    ],
    [
      'body.6.row.1.cell.0.block.1',
      {
        ...WHOLE,
        body: WHOLE.body.with(6, {
          kind: 'table',
          rows: [[cell(paragraph('Năm'), list(item('2024'))), cell()], [cell(heading, paragraph('2 tỷ'), more)]],
        }),
      },
    ],
  ])('stands behind %s', (path, expected) => expect(insertAfter(WHOLE, path, more)).toEqual(expected))

  it('that can be no list item stands behind the list', () =>
    expect(insertAfter(WHOLE, 'body.4.item.0', figure('', '')).body[5]).toEqual(figure('', '')))

  it.each(['body.99', 'body.x', 'body.0.item.0', 'body.4.item.7', 'body.6.row.0.cell.5.block.0', 'nowhere', ''])(
    'behind %j is refused',
    (path) => expect(() => insertAfter(WHOLE, path, more)).toThrow(expect.objectContaining({ code: 'text.invalid' })),
  )
})

describe('a block less', () => {
  it.each([
    ['title', { ...WHOLE, title: '' }],
    ['body.1', { ...WHOLE, body: WHOLE.body.toSpliced(1, 1) }],
    ['body.7.caption', { ...WHOLE, body: WHOLE.body.with(7, figure('', '')) }],
    ['body.4.item.1', { ...WHOLE, body: WHOLE.body.with(4, list(item('a', list(item('b'), item('', list(item('c'))))))) }],
    [
      'body.4.item.0',
      { ...WHOLE, body: WHOLE.body.with(4, list(item('', list(item('b'), item('', list(item('c'))))), item('d'))) },
    ],
    [
      'body.4.item.0.nested.0.item.1',
      { ...WHOLE, body: WHOLE.body.with(4, list(item('a', list(item('b', list(item('c'))))), item('d'))) },
    ],
  ])('without %s', (path, expected) => expect(removeBlock(WHOLE, path)).toEqual(expected))

  it('takes an empty list with it', () =>
    expect(removeBlock(wordsOf('t', 's', list(item('a'))), 'body.0.item.0').body).toEqual([]))

  it('takes exactly its own words', () =>
    fc.assert(
      fc.property(anyText, fc.nat(), (words, choice) => {
        const segments = segmentsOf(words).filter(({ path }) => path.startsWith('body.'))
        const chosen = segments[choice % segments.length]
        if (!chosen) return
        const rest = (from: typeof segments) => from.map(({ kind, digest }) => `${kind} ${digest}`).sort()
        const left = segmentsOf(removeBlock(words, chosen.path)).filter(({ path }) => path.startsWith('body.'))
        expect(rest(left)).toEqual(rest(segments.filter(({ path }) => path !== chosen.path)))
      }),
      { numRuns: RUNS },
    ))
})

it('a block can be copied from the path of its segment', () =>
  expect(
    ['title', 'body.1', 'body.4.item.1', 'body.7.caption', 'body.6.row.1.cell.0.block.1'].map((path) => blockAt(WHOLE, path)),
  ).toEqual([null, heading, paragraph('d'), figure('Chú thích', ''), paragraph('2 tỷ')]))

it('codes of a target are those of its source and its own', () => {
  const source = encode([text('a', 'bold')]).codes
  const own = encode([link('/x', text('b'))]).codes.map((code) => ({ ...code, id: 2 }))
  expect(decode('⟦1⟧a⟦/1⟧⟦2⟧b⟦/2⟧', withOwn(source, own)).children).toEqual([text('a', 'bold'), link('/x', text('b'))])
})
