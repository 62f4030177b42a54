/** What the world knew about an item: the same at every attempt, since only the log before it is asked. */
import type { Language } from '#newsroom'
import { LANGUAGES } from '#newsroom'
import { live } from '#publication/log'
import type { Release, TextRelease } from '#publication/release'
import { correctionsOf, type Correction } from '#publication/renditions/html'
import type { Translation } from '#publication/renditions/ninjs'

export type Known = {
  /** Live languages, Vietnamese first. */
  readonly texts: readonly TextRelease[]
  readonly translations: readonly Translation[]
  readonly corrections: (language: Language) => readonly Correction[]
  /** The newest release of a language, a withdrawal included. */
  readonly newest: (language: Language) => Release | null
  readonly history: readonly Release[]
}

/** `history`: every release of one item, in order of `seq`. */
export const knownOf = (history: readonly Release[]): Known => {
  const texts = [...live(history).values()].sort((a, b) => LANGUAGES.indexOf(a.language) - LANGUAGES.indexOf(b.language))
  const inLanguage = (language: Language) => history.filter((release) => release.language === language)
  return {
    texts,
    translations: texts.map(({ language, version, snapshot: { slug, title } }) => ({ language, version, slug, title })),
    corrections: (language) => correctionsOf(inLanguage(language)),
    newest: (language) => inLanguage(language).at(-1) ?? null,
    history,
  }
}
