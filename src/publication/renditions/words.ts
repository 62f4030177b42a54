/** The words that go out with a text, from `locales/<language>/public.json`. */
import en from '#locales/en/public.json' with { type: 'json' }
import ja from '#locales/ja/public.json' with { type: 'json' }
import vi from '#locales/vi/public.json' with { type: 'json' }
import type { Language } from '#newsroom'
import { formatDate } from '#text/dates'
import { speaker } from '#text/say'

export type PublicWord = keyof typeof vi

/** Three languages always: a word that is missing in one does not compile. */
export const PUBLIC_WORDS: Readonly<Record<Language, Readonly<Record<PublicWord, string>>>> = { vi, en, ja }

/** `say('vi', 'page.version', { version: 2 })`. Values are put in as they are: escape the result, not the values. */
export const say: (language: Language, word: PublicWord, values?: Readonly<Record<string, string | number>>) => string = speaker(
  PUBLIC_WORDS,
  (place) => place,
)

/** "Ảnh: …", unless whoever wrote the credit has written that already. */
export const creditLine = (language: Language, credit: string): string => {
  const begins = credit.normalize('NFC').toLowerCase()
  const says = (word: 'article.credit' | 'video.credit') =>
    begins.startsWith(
      say(language, word, { credit: '' })
        .trim()
        .toLowerCase()
        .replace(/[:：]$/, ''),
    )
  return says('article.credit') || says('video.credit') ? credit : say(language, 'article.credit', { credit })
}

/** A day as the desk typed it (`2017-07-25`) in the words of the language; what is no date is shown as it stands. */
export const spokenDay = (day: string, language: Language): string => {
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(day)?.[0]
  const real = iso !== undefined && !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso)
  return real ? formatDate(iso, language) : day
}
