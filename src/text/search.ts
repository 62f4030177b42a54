/** Keys for searching: what a person types without marks finds what was written with them. */
import { cleanLine } from './normalise'

/**
 * `Lâm Đồng` → `lam dong`; `ダラット` keeps its voicing marks, `ﾀﾞﾗｯﾄ` and full-width Latin are folded to it.
 * Both sides of a comparison go through here; the result is not for display.
 */
export const searchKey = (text: string): string =>
  cleanLine(stripLatinMarks(cleanLine(text, null).normalize('NFKC')).toLowerCase(), null)

/** Marks off Latin letters only: a mark on kana (ダ, バ, パ) is part of the letter. */
export const stripLatinMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .replace(/[ĐÐƉđðɖØøŁłÆæŒœßÞþı]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .normalize('NFC')

// Latin letters that look marked and have no decomposition.
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  Đ: 'D',
  Ð: 'D',
  Ɖ: 'D',
  đ: 'd',
  ð: 'd',
  ɖ: 'd',
  Ø: 'O',
  ø: 'o',
  Ł: 'L',
  ł: 'l',
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  ß: 'ss',
  Þ: 'Th',
  þ: 'th',
  ı: 'i',
}
