import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encode } from '#translation/codes'
import { answerOf, fromMarkup, toMarkup, withTerms } from '#translation/machine'
import type { Code, Term } from '#translation/segment'
import { anyInline } from './arbitrary'

const pair = (id: number): Code => ({ id, form: 'pair', node: { kind: 'marks', marks: ['bold'] } })
const single = (id: number): Code => ({ id, form: 'single', node: { kind: 'break' } })
const term = (forms: Partial<Term['forms']>, forbidden: Partial<Term['forbidden']> = {}, more: Partial<Term> = {}): Term => ({
  id: 'term',
  forms: { vi: '', en: '', ja: '', ...forms },
  forbidden: { vi: [], en: [], ja: [], ...forbidden },
  reading: '',
  kind: '',
  note: '',
  validFrom: null,
  validTo: null,
  status: 'approved',
  ...more,
})

describe('what a machine is given', () => {
  it('is XML and HTML at once: words with signs escaped, codes as tags, no readings', () =>
    expect(toMarkup('A & ⟦1⟧b < c⟦/1⟧⟦2/⟧｜大叻《ダラット》\\⟦ ⟦3⟧')).toBe(
      'A &amp; <g id="1">b &lt; c</g><x id="2"/>大叻⟦ <x id="o3"/>',
    ))

  it('comes back as it went, whatever it holds', () =>
    fc.assert(
      fc.property(anyInline, (children) => {
        const { text, codes } = encode(children)
        fc.pre(!text.includes('｜'))
        expect(answerOf({ codes }, toMarkup(text)) ?? '').toBe(text.trim() === '' ? '' : text)
      }),
    ))
})

describe('what is made of an answer', () => {
  it.each([
    ['Hello <g id="1">world</g>', 'Hello ⟦1⟧world⟦/1⟧'],
    ['a <x id="2"></x>b', 'a ⟦2/⟧b'],
    ['<G ID="1">a</G>', '⟦1⟧a⟦/1⟧'],
    ['a &lt;b&gt; &#38; &#x26; &nbsp;&copy; &', 'a <b> & & \u00a0&copy; &'],
    ['⟦9⟧', '\\⟦9\\⟧'],
  ])('%s', (markup, coded) => expect(fromMarkup(markup)).toBe(coded))

  it.each([
    ['a tag that was not sent', 'a <b>b</b>'],
    ['a script', '<script>alert(1)</script>'],
    ['half a pair', '<g id="1">a'],
    ['a close without its open', 'a</g>'],
    ['a tag without its number', '<g>a</g>'],
    ['a broken tag', 'a < b'],
  ])('%s is refused', (_, markup) => expect(answerOf({ codes: [pair(1)] }, markup)).toBeNull())

  it.each<[string, string, readonly Code[]]>([
    ['a lost pair', 'a', [pair(1)]],
    ['a lost break', '<g id="1">a</g>', [pair(1), single(2)]],
    ['a code twice', '<x id="2"/><x id="2"/>', [single(2)]],
    ['an invented code', 'a<x id="7"/>', []],
    ['no words', '  ', []],
  ])('%s is refused', (_, markup, codes) => expect(answerOf({ codes }, markup)).toBeNull())

  it('codes may stand in any order', () =>
    expect(answerOf({ codes: [pair(1), single(2)] }, '<x id="2"/>a <g id="1">b</g>')).toBe('⟦2/⟧a ⟦1⟧b⟦/1⟧'))
})

describe('official terms in an answer', () => {
  const festival = term({ vi: 'lễ hội', en: 'festival' }, { en: ['fete', 'gala day'] })
  const DAY = '2026-11-24'

  it('replaces forms not to be used, like them in case, and says so', () =>
    expect(withTerms('Gala days and a fete: the ⟦1⟧gala day⟦/1⟧.', [festival], 'en', DAY)).toEqual({
      text: 'Festival and a festival: the ⟦1⟧festival⟦/1⟧.',
      replaced: [
        { was: 'Gala days', use: 'Festival' },
        { was: 'fete', use: 'festival' },
        { was: 'gala day', use: 'festival' },
      ],
    }))
  it('touches nothing across a code, nothing that is no term of the source, nothing out of its time', () => {
    const text = 'a gala ⟦1⟧day⟦/1⟧'
    expect(withTerms(text, [festival], 'en', DAY)).toEqual({ text, replaced: [] })
    expect(withTerms('a fete', [], 'en', DAY).replaced).toEqual([])
    expect(withTerms('a fete', [{ ...festival, validTo: '2025-01-01' }], 'en', DAY).replaced).toEqual([])
    expect(withTerms('a fete', [term({ vi: 'lễ hội' }, { en: ['fete'] })], 'en', DAY).replaced).toEqual([])
  })
})
