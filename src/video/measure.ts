/** How long words are for an eye that reads: characters, not code points. */
import type { Language } from '#newsroom'
import { baseOf } from './line'

/**
 * Characters of a line: grapheme clusters, readings of ruby left out. In Japanese a half-width character counts half
 * (`2025年` is three).
 */
export const widthOf = (line: string, language: Language): number => {
  const seen = baseOf(line).normalize('NFC')
  if (language !== 'ja') return SINGLE.test(seen) ? seen.length : graphemesOf(seen).length
  let width = 0
  for (const grapheme of graphemesOf(seen)) width += HALF_WIDTH.test(grapheme) ? 0.5 : 1
  return width
}

export const graphemesOf = (text: string): readonly string[] => {
  if (SINGLE.test(text)) return text.split('')
  const graphemes: string[] = []
  for (let from = 0, length = STRETCH; from < text.length;) {
    const found = [...GRAPHEMES.segment(text.slice(from, from + length))]
    const isEnd = from + length >= text.length
    // The last of a stretch may go on behind it; one that fills the stretch surely does.
    const whole = isEnd ? found : found.slice(0, -1)
    length = whole.length === 0 ? length * 2 : STRETCH
    for (const { segment } of whole) {
      graphemes.push(segment)
      from += segment.length
    }
  }
  return graphemes
}

/** V8 keeps a copy of all that it segments for each segment of it. */
const STRETCH = 256

/** Offsets where the words of a Japanese text begin, as the dictionary of the machine has them. */
export const wordStarts = (text: string): ReadonlySet<number> => new Set([...WORDS.segment(text)].map(({ index }) => index))

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' })
const WORDS = new Intl.Segmenter('ja', { granularity: 'word' })

// Composed letters of our three scripts: one code unit, one character. Most lines are no more than that.
const SINGLE =
  /^[\x20-\x7E\u00A0-\u00AC\u00AE-\u024F\u1E00-\u1EFF\u2010-\u2027\u3000-\u3029\u3041-\u3096\u309B-\u30FF\u4E00-\u9FFF\uFF01-\uFF9D]*$/
/** Latin letters and figures, and half-width katakana. */
const HALF_WIDTH = /^[\x20-\x7E\u00A0-\u024F\u1E00-\u1EFF\uFF61-\uFF9F]/
