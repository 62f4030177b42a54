import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#newsroom'
import { difference, shortened } from '#translation/difference'

const RUNS = process.env.PROOF ? 5_000 : 300
/** `[-gone-]`, `{+new+}`. */
const told = (...texts: Parameters<typeof difference>) =>
  difference(...texts)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

describe('a difference', () => {
  it.each([
    ['nothing', 'vi', 'Cà phê', 'Cà phê', 'Cà phê'],
    ['of nothing', 'vi', '', '', ''],
    ['a word', 'vi', 'xuất khẩu 33.000 tấn cà phê', 'xuất khẩu 35.000 tấn cà phê', 'xuất khẩu [-33.000-]{+35.000+} tấn cà phê'],
    [
      'a whole Vietnamese word',
      'vi',
      'tỉnh Lâm Đồng và Đắk Nông',
      'tỉnh Lâm Đồng và Đắk Lắk',
      'tỉnh Lâm Đồng và Đắk [-Nông-]{+Lắk+}',
    ],
    [
      'characters in Japanese',
      'ja',
      '輸出額は3万トンである。',
      '輸出量は4万トンである。',
      '輸出[-額は3-]{+量は4+}万トンである。',
    ],
    [
      'a sentence more',
      'en',
      'It rained.',
      'It rained. The roads were closed for two days, the province said.',
      'It rained.{+ The roads were closed for two days, the province said.+}',
    ],
    [
      'another text',
      'en',
      'It rained all day.',
      'Coffee prices rose in May.',
      '[-It rained all day.-]{+Coffee prices rose in May.+}',
    ],
    [
      'another text that shares small words',
      'ja',
      '生産者は利益を得る。',
      '祭りは十日間続く。',
      '[-生産者は利益を得る。-]{+祭りは十日間続く。+}',
    ],
    [
      'neighbouring words as one',
      'en',
      'The old town hall was closed today',
      'The big city gate was closed today',
      'The [-old town hall-]{+big city gate+} was closed today',
    ],
    ['all that was written', 'vi', '', 'Mới', '{+Mới+}'],
  ] as const)('is %s', (_, language, before, after, expected) => expect(told(before, after, language)).toBe(expected))

  it('of long texts that have nothing in common is one block for another', () =>
    expect(told('a1 b2 c3 '.repeat(900), 'xq yw ze '.repeat(900), 'vi')).toBe(
      `[-${'a1 b2 c3 '.repeat(900)}-]{+${'xq yw ze '.repeat(900)}+}`,
    ))

  it('of very many edits keeps beginning and end', () => {
    const long = 'Lâm Đồng 🌸 '.repeat(800)
    const numbers = (step: number) => Array.from({ length: 600 }, (_, at) => `chung${at} ${at * step}`).join(' ')
    expect(difference(`${long} ${numbers(2)} hết`, `${long} ${numbers(3)} hết`, 'vi').map(({ kind }) => kind)).toEqual([
      'same',
      'removed',
      'added',
      'same',
    ])
  })

  it('gives both texts back', () => {
    const anyWords = fc
      .array(
        fc.constantFrom(
          'cà',
          ' ',
          '\u3099',
          '\ud83c',
          '葛\u{E0100}',
          '1.000',
          'phê',
          'の',
          '生',
          '🌸',
          '🌼',
          '\n',
          '  ',
          'x',
          '12',
          '.',
          'Đ',
        ),
      )
      .map((words) => words.join(''))
    fc.assert(
      fc.property(anyWords, anyWords, fc.constantFrom(...LANGUAGES), (before, after, language) => {
        const stretches = difference(before, after, language)
        const without = (kind: string) =>
          stretches
            .filter((stretch) => stretch.kind !== kind)
            .map(({ text }) => text)
            .join('')
        expect([without('added'), without('removed')]).toEqual([before, after])
        // Never two of a kind in a row, and what went stands before what came.
        stretches.forEach(({ kind, text }, at) => {
          expect(text).not.toBe('')
          expect(kind).not.toBe(stretches[at + 1]?.kind)
          if (kind === 'added') expect(stretches[at + 1]?.kind).not.toBe('removed')
        })
      }),
      { numRuns: RUNS },
    )
  })
})

it('long common stretches are shortened around what differs', () =>
  expect(
    shortened(
      [
        { kind: 'same', text: 'a'.repeat(50) },
        { kind: 'added', text: 'b'.repeat(50) },
        { kind: 'same', text: 'c'.repeat(50) },
      ],
      5,
    ),
  ).toEqual([
    { kind: 'same', text: ' […] aaaaa' },
    { kind: 'added', text: 'b'.repeat(50) },
    { kind: 'same', text: 'ccccc […] ' },
  ]))
