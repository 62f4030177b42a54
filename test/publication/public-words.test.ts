import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#newsroom'
import { jsonld } from '#publication/renditions/jsonld'
import { PUBLIC_WORDS, say, spokenDay } from '#publication/renditions/words'
import type { PublicWord } from '#publication/renditions/words'
import { at, released, snapshot } from '../builders'

describe('the public words', () => {
  const keys = Object.keys(PUBLIC_WORDS.vi) as PublicWord[]
  it('are there in three languages, in one order', () =>
    expect(LANGUAGES.map((language) => Object.keys(PUBLIC_WORDS[language]))).toEqual([keys, keys, keys]))
  it('have the same gaps to fill in each', () => {
    const gaps = (language: (typeof LANGUAGES)[number], key: PublicWord) =>
      [...PUBLIC_WORDS[language][key].matchAll(/\{\{\w+\}\}/g)].map(String).sort()
    expect(keys.filter((key) => LANGUAGES.some((language) => gaps(language, key).join() !== gaps('vi', key).join()))).toEqual([])
  })
  it('are composed, not decomposed', () =>
    expect(
      keys.filter((key) =>
        LANGUAGES.some((language) => PUBLIC_WORDS[language][key] !== PUBLIC_WORDS[language][key].normalize('NFC')),
      ),
    ).toEqual([]))
  it('write no half-width colon or bracket into Japanese', () =>
    expect(keys.filter((key) => /[:()](?!\/)/.test(PUBLIC_WORDS.ja[key]))).toEqual([]))
  it('are filled without taking a value for a pattern', () =>
    expect(say('en', 'correction.right', { right: '$& {{right}} $1' })).toBe('Correct: $& {{right}} $1'))
  it('write a day as the language does', () =>
    expect(LANGUAGES.map((language) => spokenDay('2017-07-25', language))).toEqual([
      '25/7/2017',
      '25 July 2017',
      '2017年7月25日',
    ]))
})

describe('what search engines read', () => {
  const data = jsonld(released(snapshot('en', { title: '</script><script>' })), {
    publicUrl: 'https://ttdn.lamdong.gov.vn',
    translations: [{ language: 'vi', version: 1, slug: 'ca-phe', title: 'Cà phê' }],
  })
  it('cannot close its element', () => expect(data).not.toContain('<'))
  it('names the work that it translates', () =>
    expect(JSON.parse(data)).toMatchObject({
      '@type': 'NewsArticle',
      headline: '</script><script>',
      inLanguage: 'en',
      datePublished: at(0),
      translationOfWork: {
        '@type': 'NewsArticle',
        '@id': 'https://ttdn.lamdong.gov.vn/vi/ca-phe',
        inLanguage: 'vi',
        headline: 'Cà phê',
      },
    }))
})
