/** Texts of every shape for properties, and short ways to write a few. */
import fc from 'fast-check'
import { segmentDigest } from '#translation/digest'
import { encode, encodeWords } from '#translation/codes'
import type { Segment, SegmentKind, Words } from '#translation/segment'
import { MARKS, type Block, type Cell, type Inline, type ListItem, type Mark, type RichText } from '#richtext'

export const text = (words: string, ...marks: Mark[]): Inline => ({ kind: 'text', text: words, marks })
export const link = (href: string, ...children: Inline[]): Inline => ({ kind: 'link', href, children })
export const ruby = (base: string, reading: string): Inline => ({ kind: 'ruby', base, reading })
export const BREAK: Inline = { kind: 'break' }
export const paragraph = (...children: (Inline | string)[]): Block => ({
  kind: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
})
export const item = (words: string, ...nested: Block[]): ListItem => ({ children: words ? [text(words)] : [], nested })
export const cell = (...children: Block[]): Cell => ({ header: false, colSpan: 1, rowSpan: 1, children })
export const figure = (caption: string, alt: string): Block => ({
  kind: 'figure',
  digest: 'f'.repeat(64),
  caption,
  alt,
  credit: 'TTXVN',
})
export const wordsOf = (title: string, summary: string, ...body: RichText): Words => ({ title, summary, body })

/** A segment as it stands alone. */
export const segment = (words: string, kind: SegmentKind = 'paragraph', path = 'body.0'): Segment => {
  const coded = encode([text(words)])
  return { path, kind, ...coded, digest: segmentDigest(kind, coded.text, coded.codes) }
}
export const paragraphs = (...words: readonly string[]): readonly Segment[] =>
  words.map((one, index) => segment(one, 'paragraph', `body.${index}`))
export const line = (words: string, kind: SegmentKind): Segment => {
  const coded = encodeWords(words)
  return { path: kind, kind, ...coded, digest: segmentDigest(kind, coded.text, []) }
}

/** Words of three languages among all signs that codes are made of. */
export const anyWords = fc.oneof(
  fc.string({
    maxLength: 12,
    unit: fc.constantFrom(...'⟦⟧｜《》\\/12', 'ấ', 'Đ', ' ', 'x', '省', 'か', '\n', '🌸'),
  }),
  fc.constantFrom('Lâm Đồng', 'ラムドン省', 'Cầu Đất', '｜漢字《かんじ》', '⟦1⟧', '⟦/1⟧', '⟦2/⟧', ' '),
)
const anyMarks = fc.oneof(fc.constant<Mark[]>([]), fc.subarray([...MARKS], { maxLength: 2 }))
const anyRuby = fc.record({ kind: fc.constant('ruby' as const), base: anyWords, reading: anyWords })
const anyLeaf: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('text' as const), text: anyWords, marks: anyMarks }) },
  { weight: 1, arbitrary: fc.constant(BREAK) },
  { weight: 1, arbitrary: anyRuby },
)
const HREFS = ['https://lamdong.gov.vn/', '/a', 'mailto:a@b.vn'] as const
export const anyInline: fc.Arbitrary<readonly Inline[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: anyLeaf },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('link' as const),
        href: fc.constantFrom(...HREFS),
        children: fc.array(anyLeaf, { maxLength: 3 }),
      }),
    },
  ),
  { maxLength: 6 },
)

export const anyBlock: fc.Arbitrary<Block> = fc.letrec<{ block: Block; item: ListItem; cell: Cell }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('paragraph' as const), children: anyInline }),
    fc.record({
      kind: fc.constant('heading' as const),
      level: fc.constantFrom(2 as const, 3 as const, 4 as const),
      children: anyInline,
    }),
    fc.record({ kind: fc.constant('quote' as const), children: anyInline }),
    fc.record({
      kind: fc.constant('figure' as const),
      digest: fc.constant('f'.repeat(64)),
      alt: anyWords,
      caption: anyWords,
      credit: anyWords,
    }),
    fc.constant({ kind: 'rule' } as const),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('table' as const),
      rows: fc.array(fc.array(tie('cell'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }),
    }),
  ),
  item: fc.record({ children: anyInline, nested: fc.array(tie('block'), { maxLength: 1, depthIdentifier: 'nested' }) }),
  cell: fc.record({
    header: fc.boolean(),
    colSpan: fc.constant(1),
    rowSpan: fc.constant(1),
    children: fc.array(tie('block'), { maxLength: 2, depthIdentifier: 'nested' }),
  }),
})).block

export const anyText: fc.Arbitrary<Words> = fc.record({
  title: anyWords,
  summary: anyWords,
  body: fc.array(anyBlock, { maxLength: 6 }),
})
