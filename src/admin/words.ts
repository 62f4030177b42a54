/** The words of the desk's screens. `locales/<language>/desk.json` holds them, the same keys in every language. */
import type { Shown } from '#editorial/shown'
import { isLanguage, type Language } from '#newsroom'
import en from '#locales/en/desk.json' with { type: 'json' }
import ja from '#locales/ja/desk.json' with { type: 'json' }
import vi from '#locales/vi/desk.json' with { type: 'json' }
import { speaker } from '#text/say'

export type WordKey = keyof typeof vi
export type Facts = Readonly<Record<string, string | number>>
export type Say = (key: WordKey, facts?: Facts) => string

const say = speaker<WordKey>({ vi, en, ja })

/** The speaker of one language. */
export const wordsOf =
  (language: Language): Say =>
  (key, facts) =>
    say(language, key, facts)

/** A key that is put together from a value; the value itself where no word is known. */
export const wordFor = (say: Say, prefix: string, value: string, facts?: Facts): string => {
  const key = `${prefix}.${value}`
  return key in vi ? say(key as WordKey, facts) : value
}

/** Several things in one line, as the language writes it. */
export const listed = (words: readonly string[], language: Language): string => words.join(language === 'ja' ? '、' : ', ')

/** What it is, and what is said of it. */
export const labelled = (label: string, words: string, language: Language): string =>
  `${label}${language === 'ja' ? '：' : ': '}${words}`

/** Payload's interface language as one of ours; Vietnamese first. */
export const panelLanguage = (language: string): Language => (isLanguage(language) ? language : 'vi')

/** Where a text stands; of one that is out and written anew, what the new one waits for. */
export const stateWord = ({ key, stage }: Pick<Shown, 'key'> & Partial<Pick<Shown, 'stage'>>, say: Say): string =>
  stage ? `${say('state.released')} · ${say(`state.${stage}`)}` : say(`state.${key}`)
