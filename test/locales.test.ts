import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ERRORS, LANGUAGES, type Language } from '#newsroom'

const words = (language: Language, file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join('locales', language, file), 'utf8')) as Record<string, string>

const files = [...new Set(LANGUAGES.flatMap((language) => readdirSync(join('locales', language))))]
  .filter((file) => file.endsWith('.json'))
  .sort()

const placeholders = (sentence: string) => [...new Set([...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort()

describe('words on screen', () => {
  it.each(LANGUAGES)('%s has every file', (language) => {
    expect(
      readdirSync(join('locales', language))
        .filter((file) => file.endsWith('.json'))
        .sort(),
    ).toEqual(files)
  })

  describe.each(files)('%s', (file) => {
    const { vi, en, ja } = { vi: words('vi', file), en: words('en', file), ja: words('ja', file) }

    it('has the same words in three languages', () => {
      expect(Object.keys(en)).toEqual(Object.keys(vi))
      expect(Object.keys(ja)).toEqual(Object.keys(vi))
    })

    it('leaves no word empty, and each holds the same facts in every language', () => {
      for (const [key, sentence] of Object.entries(vi)) {
        const said = [sentence, en[key] ?? '', ja[key] ?? '']
        expect(
          said.map((text) => text.trim().length > 0),
          key,
        ).toEqual([true, true, true])
        expect(said.map(placeholders), key).toEqual(Array(3).fill(placeholders(sentence)))
      }
    })

    it('is written with the letters of its language: NFC, Đ and never Ð', () => {
      const everything = (of: Readonly<Record<string, string>>) => Object.values(of).join('\n')
      for (const text of [vi, en, ja].map(everything)) expect(text.normalize('NFC')).toBe(text)
      expect(everything(vi)).not.toMatch(/[Ðð]/)
      expect(everything(vi)).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/)
      expect(everything(en)).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/)
    })
  })
})

describe('refusals', () => {
  it.each(LANGUAGES)('each has its sentence in %s, and no sentence is without a refusal', (language) => {
    expect(Object.keys(words(language, 'errors.json')).sort()).toEqual(Object.keys(ERRORS).sort())
  })

  it('say what to do, not only what is wrong: a second sentence, or a second half', () => {
    for (const language of LANGUAGES) {
      for (const [code, sentence] of Object.entries(words(language, 'errors.json'))) {
        expect(sentence, code).toMatch(language === 'ja' ? /。[^。]+。$/ : /[.;:] ?[^.]+.*\.$/)
      }
    }
    for (const [code, sentence] of Object.entries(words('vi', 'errors.json'))) {
      expect(sentence, code).toMatch(/[Hh]ãy|[Cc]ần|đợi|xem/)
    }
  })

  it('Japanese sentences use the punctuation of Japanese', () => {
    for (const [code, sentence] of Object.entries(words('ja', 'errors.json')))
      expect(sentence, code).not.toMatch(/[,;!?]|[^\d\w/:]\.|\(/)
  })
})
