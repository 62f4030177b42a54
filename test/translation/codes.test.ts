import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inlineText } from '#richtext'
import {
  codeProblems,
  decode,
  decodeWords,
  encode,
  encodeLike,
  encodeWords,
  hasProblems,
  normalForm,
  plainOf,
  shifted,
  tokensOf,
  withOwn,
} from '#translation/codes'
import { anyInline, anyWords, BREAK, link, ruby, text } from './arbitrary'

const RUNS = process.env.PROOF ? 5_000 : 300
const NONE = { lost: [], doubled: [], crossed: [], unknown: [] }
const SOURCE = [
  text('Theo '),
  link('https://lamdong.gov.vn/', text('UBND '), text('tỉnh', 'bold')),
  BREAK,
  text('ngày '),
  text('25/7', 'bold'),
]
const CODED = 'Theo ⟦1⟧UBND ⟦2⟧tỉnh⟦/2⟧⟦/1⟧⟦3/⟧ngày ⟦4⟧25/7⟦/4⟧'

describe('words with codes', () => {
  it('number marks, links and breaks in order', () =>
    expect(encode(SOURCE)).toEqual({
      text: CODED,
      plain: 'Theo UBND tỉnh\nngày 25/7',
      codes: [
        { id: 1, form: 'pair', node: { kind: 'link', href: 'https://lamdong.gov.vn/' } },
        { id: 2, form: 'pair', node: { kind: 'marks', marks: ['bold'] } },
        { id: 3, form: 'single', node: { kind: 'break' } },
        { id: 4, form: 'pair', node: { kind: 'marks', marks: ['bold'] } },
      ],
    }))

  it('are one run where neighbours look alike, also over a ruby', () =>
    expect(encode([text('東', 'bold'), text('京', 'bold'), ruby('都', 'と'), text('庁', 'bold')])).toEqual({
      text: '⟦1⟧東京⟦2/⟧庁⟦/1⟧',
      plain: '東京都庁',
      codes: [
        { id: 1, form: 'pair', node: { kind: 'marks', marks: ['bold'] } },
        { id: 2, form: 'single', node: { kind: 'ruby', base: '都', reading: 'と' } },
      ],
    }))

  it('become the same tree again', () =>
    expect(decode(CODED, encode(SOURCE).codes)).toEqual({ children: normalForm(SOURCE), problems: NONE }))

  it('become the same tree again, whatever they are', () =>
    fc.assert(
      fc.property(anyInline, (children) => {
        const { text: coded, plain, codes } = encode(children)
        expect(decode(coded, codes)).toEqual({ children: normalForm(children), problems: NONE })
        expect(plainOf(coded, codes)).toBe(plain)
        expect(
          tokensOf(coded)
            .map(({ raw }) => raw)
            .join(''),
        ).toBe(coded)
        expect(normalForm(normalForm(children))).toEqual(normalForm(children))
        expect(inlineText(normalForm(children))).toBe(inlineText(children))
      }),
      { numRuns: RUNS },
    ))

  it('of a link within a link are words of the outer one', () =>
    expect(normalForm([link('/a', text('a'), link('/b', text('b'), text('c', 'bold')), link('/c'))])).toEqual([
      link('/a', text('ab'), text('c', 'bold')),
    ]))

  it('keep the signs of codes as signs', () =>
    expect(
      [encodeWords('《翹伝》｜越'), encodeWords('｜漢字《かんじ》'), encodeWords('⟦1⟧ \\')].map((coded) => coded.text),
    ).toEqual(['《翹伝》｜越', '\\｜漢字《かんじ》', '\\⟦1\\⟧ \\\\']))

  it('of a plain string come back as they were', () =>
    fc.assert(
      fc.property(anyWords, (words) => {
        expect(decodeWords(encodeWords(words).text)).toBe(words)
      }),
      { numRuns: RUNS },
    ))

  it('of a plain string take no codes, and a ruby in brackets', () =>
    expect(decodeWords('⟦1⟧｜林同《ラムドン》省⟦/1⟧の春')).toBe('林同（ラムドン）省の春'))
})

describe('a target coded like its source', () => {
  const { codes } = encode(SOURCE)

  it('keeps the numbers in another order, each once; its own come after', () => {
    const target = [
      text('7月25日', 'bold'),
      text('、'),
      link('https://lamdong.gov.vn/', text('省人民委員会')),
      link('/ja', text('発表')),
      text('全文', 'italic'),
    ]
    expect(encodeLike(target, codes)).toEqual({
      text: '⟦2⟧7月25日⟦/2⟧、⟦1⟧省人民委員会⟦/1⟧⟦5⟧発表⟦/5⟧⟦6⟧全文⟦/6⟧',
      plain: '7月25日、省人民委員会発表全文',
      codes: [
        { id: 2, form: 'pair', node: { kind: 'marks', marks: ['bold'] } },
        { id: 1, form: 'pair', node: { kind: 'link', href: 'https://lamdong.gov.vn/' } },
        { id: 5, form: 'pair', node: { kind: 'link', href: '/ja' } },
        { id: 6, form: 'pair', node: { kind: 'marks', marks: ['italic'] } },
      ],
    })
  })

  it('writes out a ruby of its own, with signs in it too', () =>
    expect([
      encodeLike([ruby('林同', 'ラムドン'), text('省')], codes).text,
      encodeLike([ruby('a》', '｜')], []).text,
      encodeLike([ruby('改\n行', 'かい')], []).text,
    ]).toEqual(['｜林同《ラムドン》省', '｜a\\》《\\｜》', '⟦1/⟧']))

  it('keeps the code of a ruby that its source has', () =>
    expect(encodeLike([text('x'), ruby('都', 'と')], encode([ruby('都', 'と')]).codes).text).toBe('x⟦1/⟧'))

  it('becomes the same tree again, whatever the source', () =>
    fc.assert(
      fc.property(anyInline, anyInline, (children, source) => {
        const target = encodeLike(children, encode(source).codes)
        const all = withOwn(encode(source).codes, target.codes)
        expect(decode(target.text, all).children).toEqual(normalForm(children))
        expect(new Set(target.codes.map(({ id }) => id)).size).toBe(target.codes.length)
      }),
      { numRuns: RUNS },
    ))

  it('has no problem where it has the same codes', () =>
    fc.assert(
      fc.property(anyInline, (children) => {
        expect(hasProblems(codeProblems(encode(children), encodeLike(children, encode(children).codes).text))).toBe(false)
      }),
      { numRuns: RUNS },
    ))
})

describe('codes in trouble', () => {
  const { codes } = encode(SOURCE)
  const words = (coded: string) => inlineText(decode(coded, codes).children)

  it.each([
    ['left out', 'x ⟦1⟧a⟦/1⟧⟦3/⟧', { ...NONE, lost: [2, 4] }],
    ['without their other half', '⟦1⟧a⟦/1⟧⟦2⟧b⟦3/⟧c⟦/4⟧', { ...NONE, lost: [2, 4] }],
    ['around nothing', '⟦1⟧⟦/1⟧⟦2⟧b⟦/2⟧⟦3/⟧⟦4⟧c⟦/4⟧', { ...NONE, lost: [1] }],
    ['twice', '⟦1⟧a⟦/1⟧⟦1⟧b⟦/1⟧⟦2⟧c⟦/2⟧⟦3/⟧⟦3/⟧⟦4⟧d⟦/4⟧', { ...NONE, doubled: [1, 3] }],
    ['and a half', '⟦1⟧a⟦/1⟧⟦/1⟧⟦2⟧c⟦/2⟧⟦3/⟧⟦4⟧d⟦/4⟧', { ...NONE, doubled: [1] }],
    ['crossing', '⟦1⟧a⟦2⟧b⟦/1⟧c⟦/2⟧⟦3/⟧⟦4⟧d⟦/4⟧', { ...NONE, crossed: [1, 2] }],
    ['of nobody', '⟦1⟧a⟦/1⟧⟦2⟧b⟦/2⟧⟦3/⟧⟦4⟧c⟦/4⟧⟦9⟧d⟦/9⟧⟦8/⟧', { ...NONE, unknown: [8, 9] }],
    ['of another form', '⟦1⟧a⟦/1⟧⟦2⟧b⟦/2⟧⟦3⟧c⟦/3⟧⟦4/⟧d', { ...NONE, lost: [3, 4] }],
  ])('%s are named', (_, coded, problems) => {
    expect(codeProblems({ codes }, coded)).toEqual(problems)
    expect(words(coded).replace(/\n/g, '')).toBe(coded.replace(/⟦[^⟧]*⟧/g, ''))
  })

  it('leave as much as can be', () =>
    expect(decode('⟦1⟧a⟦2⟧b⟦/1⟧c⟦/2⟧', codes).children).toEqual([link('https://lamdong.gov.vn/', text('ab')), text('c')]))

  it('never make a link within a link', () => {
    const two = encode([link('/a', text('a')), link('/b', text('b'))]).codes
    expect(decode('⟦1⟧a⟦2⟧b⟦/2⟧⟦/1⟧', two)).toEqual({
      children: [link('/a', text('ab'))],
      problems: { ...NONE, crossed: [1, 2] },
    })
  })

  it('never lose words, whatever is written', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom('⟦1⟧', '⟦/1⟧', '⟦2⟧', '⟦/2⟧', '⟦3/⟧', '⟦4⟧', '⟦/4⟧', '⟦7⟧', '｜', '《', '》', '\\', '⟦', '⟧'),
            anyWords,
          ),
        ),
        (parts) => {
          const coded = parts.join('')
          const kept = tokensOf(coded).flatMap((token) =>
            token.kind === 'text'
              ? [token.text]
              : token.kind === 'ruby'
                ? [token.base]
                : token.kind === 'single' && token.id === 3
                  ? ['\n']
                  : [],
          )
          expect(words(coded)).toBe(kept.join(''))
        },
      ),
      { numRuns: RUNS },
    ))

  it('are found in a text of any length in time that grows with it', () => {
    const coded = '⟦1⟧｜a《'.repeat(50_000)
    expect(decode(coded, codes).problems.lost).toEqual([1, 2, 3, 4])
  })
})

it('codes numbered higher keep their words', () =>
  expect(shifted(encode([text('a', 'bold'), BREAK, text(' 1')]), 10)).toEqual({
    text: '⟦11⟧a⟦/11⟧⟦12/⟧ 1',
    plain: 'a\n 1',
    codes: [
      { id: 11, form: 'pair', node: { kind: 'marks', marks: ['bold'] } },
      { id: 12, form: 'single', node: { kind: 'break' } },
    ],
  }))
