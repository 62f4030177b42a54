/** How long words are for an eye that reads: characters, not code points. */
import type { Language } from '#newsroom'
import { baseOf } from './line'

/**
 * Characters of a line: grapheme clusters, readings of ruby left out. In Japanese a half-width character counts half
 * (`2025年` is three).
 */
export const widthOf = (line: string, language: Language): number => {
  const seen = baseOf(line).normalize('NFC')
  if (language !== 'ja') return SINGLE.test(seen) ? seen.length : [...GRAPHEMES.segment(seen)].length
  let width = 0
  for (const grapheme of SINGLE.test(seen) ? seen : graphemesOf(seen)) width += HALF_WIDTH.test(grapheme) ? 0.5 : 1
  return width
}

export const graphemesOf = (text: string): readonly string[] => [...GRAPHEMES.segment(text)].map(({ segment }) => segment)

/** Offsets where the words of a Japanese text begin, as the dictionary of the machine has them. */
export const wordStarts = (text: string): ReadonlySet<number> => new Set([...WORDS.segment(text)].map(({ index }) => index))

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' })
const WORDS = new Intl.Segmenter('ja', { granularity: 'word' })

// Composed letters of our three scripts: one code unit, one character. Most lines are no more than that.
const SINGLE =
  /^[\x20-\x7E\u00A0-\u00AC\u00AE-\u024F\u1E00-\u1EFF\u2010-\u2027\u3000-\u3029\u3041-\u3096\u309B-\u30FF\u4E00-\u9FFF\uFF01-\uFF9D]*$/
/** Latin letters and figures, and half-width katakana. */
const HALF_WIDTH = /^[\x20-\x7E\u00A0-\u024F\u1E00-\u1EFF\uFF61-\uFF9F]/
