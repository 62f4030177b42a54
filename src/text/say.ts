/** The newsroom's one speaker: a sentence of `locales/`, with facts in its places (`{{name}}`). */
import { createInstance } from 'i18next'
import type { Language } from '#newsroom'

/** One flat table a language; a key may hold full stops and colons. */
export type Words<Word extends string> = Readonly<Record<Language, Readonly<Partial<Record<Word, string>>>>>
export type Facts = Readonly<Record<string, unknown>>
export type Speaker<Word extends string> = (language: Language, word: Word, facts?: Facts) => string

/**
 * Facts are put in as they are: escape the sentence, not the facts. A word that nobody knows is said as its key; a place
 * without its fact is said as `absent` has it.
 */
export const speaker = <Word extends string>(words: Words<Word>, absent: (place: string) => string = () => ''): Speaker<Word> => {
  const voice = createInstance()
  void voice.init({
    resources: Object.fromEntries(Object.entries(words).map(([language, translation]) => [language, { translation }])),
    lng: 'vi',
    fallbackLng: false,
    load: 'currentOnly',
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    // `skipOnVariables`: what stands in a fact is text, never another place or another sentence.
    interpolation: { escapeValue: false, skipOnVariables: true },
    missingInterpolationHandler: (_sentence: string, [place]: RegExpMatchArray) => absent(place),
  })
  // In `replace`, since a fact named `count` or `lng` would be an order to i18next.
  return (language, word, facts = {}) => voice.t(word as string, { lng: language, nest: false, replace: spoken(facts) })
}

/** Own facts only: a place named `constructor` has none. A fact that is null is absent. */
const spoken = (facts: Facts): Readonly<Record<string, string>> =>
  Object.assign(
    Object.create(null) as Record<string, string>,
    Object.fromEntries(
      Object.entries(facts)
        .filter(([, fact]) => fact != null)
        .map(([name, fact]) => [name, shown(fact)]),
    ),
  )

const shown = (fact: unknown): string =>
  fact == null
    ? ''
    : Array.isArray(fact)
      ? fact.map(shown).join(', ')
      : typeof fact === 'object'
        ? JSON.stringify(fact)
        : String(fact as string | number | boolean)
