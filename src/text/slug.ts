/** Addresses of texts: short, in ASCII, of whole words, never empty. */
import { toRomaji } from 'wanakana'
import type { ItemId, Language } from '#newsroom'
import { cleanLine } from './normalise'
import { stripLatinMarks } from './search'

export const SLUG_LENGTH = 80

export type SlugSource = {
  readonly language: Language
  readonly title: string
  /** Title of the English version of the same story, if there is one. */
  readonly englishTitle?: string | null
  readonly item: ItemId
}

/**
 * Vietnamese and English: the title without marks. Japanese has its own rule, because reading kanji is guesswork:
 * the English title, else romaji when the title is all kana or Latin, else the item's id.
 */
export function slugOf({ language, title, englishTitle, item }: SlugSource): string {
  const english = slugged(englishTitle ?? '')
  const own = language === 'ja' ? english || slugged(romanised(title)) : slugged(title, language) || english
  return own || slugged(item) || 'item'
}

/** `base`, or `base-2`, `base-3` … : the first that is not taken, still within the length. */
export function uniqueSlug(base: string, taken: ReadonlySet<string> | ((slug: string) => boolean)): string {
  const isTaken = typeof taken === 'function' ? taken : (slug: string) => taken.has(slug)
  if (!isTaken(base)) return base
  for (let number = 2; ; number++) {
    const slug = `${cut(base, SLUG_LENGTH - `-${number}`.length)}-${number}`
    if (!isTaken(slug)) return slug
  }
}

const slugged = (text: string, language: Language = 'en'): string =>
  cut(
    stripLatinMarks(cleanLine(text, language).slice(0, 2000).normalize('NFKC'))
      .toLowerCase()
      .replace(/(?<=[a-z])['’](?=s(?![a-z]))/g, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
    SLUG_LENGTH,
  )

/** At the last whole word that fits; a single long word is cut where it must be. */
function cut(slug: string, length: number): string {
  if (slug.length <= length) return slug
  const end = slug[length] === '-' ? length : slug.lastIndexOf('-', length - 1)
  return slug.slice(0, end > 0 ? end : length)
}

function romanised(title: string): string {
  const text = cleanLine(title, 'ja').slice(0, 500).normalize('NFKC')
  if (OTHER_LETTER.test(text)) return ''
  const romaji = toRomaji(text, { customRomajiMapping: FOREIGN_SOUNDS }).replace(/(?<=[a-z])'(?=[a-z])/g, '')
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(romaji) ? '' : romaji
}

// A letter that is neither kana nor Latin (kanji first of all) would be dropped or misread.
const OTHER_LETTER = /(?![\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}ー])\p{L}/u

// Katakana of foreign names (ファム, ティ, ヴァン), which the library reads letter by letter. Keys in hiragana, as it wants them.
const FOREIGN_SOUNDS: Readonly<Record<string, string>> = {
  ふぁ: 'fa',
  ふぃ: 'fi',
  ふぇ: 'fe',
  ふぉ: 'fo',
  ふゅ: 'fyu',
  てぃ: 'ti',
  てゅ: 'tyu',
  でぃ: 'di',
  でゅ: 'dyu',
  とぅ: 'tu',
  どぅ: 'du',
  うぃ: 'wi',
  うぇ: 'we',
  うぉ: 'wo',
  ゔぁ: 'va',
  ゔぃ: 'vi',
  ゔぇ: 've',
  ゔぉ: 'vo',
  いぇ: 'ye',
  つぁ: 'tsa',
  つぃ: 'tsi',
  つぇ: 'tse',
  つぉ: 'tso',
  くぁ: 'kwa',
  ぐぁ: 'gwa',
}
