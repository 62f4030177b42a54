import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillHint, lengthOf, overBudget } from '#bulletin/length'

describe('length', () => {
  it.each([
    ['vi', 'Lâm Đồng', 8],
    ['vi', 'Lâm Đồng'.normalize('NFD'), 8],
    ['vi', 'Đà Lạt\nmùa hoa', 13],
    ['vi', 'Đà Lạt\r\nmùa hoa', 13],
    ['ja', 'ダラット市、花の祭典。', 11],
    ['ja', 'タ\u3099ラット', 4],
    ['ja', '𠮷野家', 3],
    ['en', '👩🏽‍🌾 K’Ho', 6],
    ['en', '', 0],
  ] as const)('%s: %j counts %i', (language, text, length) => expect(lengthOf(text, language)).toBe(length))

  it('of lines is that of the lines', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Đà Lạt', '花の祭典', 'タ\u3099', ' ', ''), { maxLength: 6 }), (lines) => {
        expect(lengthOf(lines.join('\n'), 'ja')).toBe(lines.reduce((sum, line) => sum + lengthOf(line, 'ja'), 0))
      }),
      { numRuns: 50 },
    ))
})

describe('budget', () => {
  it.each([
    [1500, 1500, 0],
    [1501, 1500, 1],
    [9, null, 0],
  ] as const)('%i characters in %s are %i too many', (length, budget, over) => expect(overBudget(length, budget)).toBe(over))
})

describe('free space', () => {
  it('takes a photo or a text of so many characters', () =>
    expect([fillHint(188.4, 'vi'), fillHint(188.4, 'ja')]).toEqual([
      { mm: 188, characters: 1500, photo: true },
      { mm: 188, characters: 750, photo: true },
    ]))
  it('is too low for a photo, or not worth a word', () =>
    expect([fillHint(59.9, 'en'), fillHint(15, 'en'), fillHint(14.9, 'en')]).toEqual([
      { mm: 60, characters: 450, photo: false },
      { mm: 15, characters: 100, photo: false },
      null,
    ]))
})
