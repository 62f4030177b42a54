import { describe, expect, it } from 'vitest'
import { creditLine } from '#publication/renditions/words'
import { wordsDigest } from '#publication/words'
import type { Block, RichText } from '#richtext'

const digestOf = (...body: RichText) => wordsDigest({ title: 'Đồi chè', summary: '', body })
const picture = (digest: string, alt = 'Đồi chè', credit = 'TTXVN'): Block => ({
  kind: 'figure',
  digest,
  alt,
  caption: alt,
  credit,
})
const inTable = (block: Block): Block => ({
  kind: 'table',
  rows: [[{ header: false, colSpan: 1, rowSpan: 1, children: [block] }]],
})
const inList = (block: Block): Block => ({ kind: 'list', ordered: false, items: [{ children: [], nested: [block] }] })

describe('the fingerprint of a text’s words', () => {
  it.each([
    ['in the body', (block: Block) => block],
    ['in a table', inTable],
    ['in a list', inList],
  ])('is another with another picture %s, and the same with other words of it', (_, within) => {
    expect(digestOf(within(picture('b')))).not.toBe(digestOf(within(picture('a'))))
    expect(digestOf(within(picture('a', 'Tea hills', 'VNA')))).toBe(digestOf(within(picture('a'))))
  })

  it('is another with the pictures in another order', () =>
    expect(digestOf(picture('a'), picture('b'))).not.toBe(digestOf(picture('b'), picture('a'))))
})

it.each([
  ['vi', 'Lan Anh', 'Ảnh: Lan Anh'],
  ['vi', 'Ảnh: Lan Anh', 'Ảnh: Lan Anh'],
  ['vi', 'Phim: Ban Biên tập', 'Phim: Ban Biên tập'],
  ['en', 'Film: Editorial board', 'Film: Editorial board'],
  ['ja', '映像：編集部', '映像：編集部'],
] as const)('a credit in %s, “%s”, says once what is credited: “%s”', (language, credit, line) =>
  expect(creditLine(language, credit)).toBe(line),
)
