/** The words of the desk's screens. `locales/<language>/desk.json` holds them, the same keys in every language. */
import { isLanguage, type Language } from '#newsroom'
import en from '#locales/en/desk.json' with { type: 'json' }
import ja from '#locales/ja/desk.json' with { type: 'json' }
import vi from '#locales/vi/desk.json' with { type: 'json' }

export type WordKey = keyof typeof vi
export type Facts = Readonly<Record<string, string | number>>
export type Say = (key: WordKey, facts?: Facts) => string

const WORDS: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { vi, en, ja }

/** `{{name}}` takes the fact of that name. */
export const wordsOf =
  (language: Language): Say =>
  (key, facts = {}) =>
    WORDS[language][key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''))

/** A key that is put together from a value; the value itself where no word is known. */
export const wordFor = (say: Say, prefix: string, value: string, facts?: Facts): string => {
  const key = `${prefix}.${value}`
  return key in vi ? say(key as WordKey, facts) : value
}

/** Payload's interface language as one of ours; Vietnamese first. */
export const panelLanguage = (language: string): Language => (isLanguage(language) ? language : 'vi')
