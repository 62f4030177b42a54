/** What the world knew about an item: the same at every attempt, since only the log before it is asked. Its texts are asked as they are now. */
import type { Language } from '#newsroom'
import { LANGUAGES } from '#newsroom'
import { live } from '#publication/log'
import type { Release, TextRelease } from '#publication/release'
import type { Behind } from '#publication/renditions/behind'
import { itemsIn, type TextNow } from '#publication/renditions/edition'
import { correctionsOf, type Correction } from '#publication/renditions/html'
import { translationOf, type Translation } from '#publication/renditions/ninjs'
import { behindOf, lineageOf } from './behind'
import type { LogSource } from './log-source'

export type Known = {
  /** Live languages, Vietnamese first. */
  readonly texts: readonly TextRelease[]
  readonly translations: readonly Translation[]
  readonly corrections: (language: Language) => readonly Correction[]
  readonly behind: (language: Language) => Behind | null
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
    translations: texts.map(translationOf),
    corrections: (language) => correctionsOf(inLanguage(language)),
    behind: (language) =>
      behindOf(language, (each) => {
        const [first, ...rest] = inLanguage(each)
        return first && lineageOf([first, ...rest])
      }),
    newest: (language) => inLanguage(language).at(-1) ?? null,
    history,
  }
}

/**
 * Of an edition or a programme, the texts that it shows as they are now, whatever came after its own release: what was withdrawn
 * meanwhile must not leave the house with it. Of anything else, none.
 */
export const textsOf = async (release: Release, log: Pick<LogSource, 'of'>): Promise<TextNow> => {
  const items = release.kind === 'withdrawal' ? [] : itemsIn(release.snapshot)
  const newest = new Map<string, Release>()
  for (const item of items) {
    const last = (await log.of(item, Number.MAX_SAFE_INTEGER)).findLast(({ language }) => language === release.language)
    if (last) newest.set(item, last)
  }
  return (item) => newest.get(item) ?? null
}
