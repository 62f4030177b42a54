/** The words of a line: ruby, and how lines become one text and back. */

export type LinePart =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'ruby'; readonly base: string; readonly reading: string }

/** A line in its parts, in order; neighbouring text is one part. */
export const partsOf = (line: string): readonly LinePart[] => {
  const parts: LinePart[] = []
  let from = 0
  for (const match of line.matchAll(RUBY)) {
    if (match.index > from) parts.push({ kind: 'text', text: line.slice(from, match.index) })
    parts.push({ kind: 'ruby', base: match[1] as string, reading: match[2] as string })
    from = match.index + match[0].length
  }
  if (from < line.length) parts.push({ kind: 'text', text: line.slice(from) })
  return parts
}

/** A ruby as a line has it; what the notation cannot hold becomes `漢字（かんじ）`. */
export const rubyOf = (base: string, reading: string): string => {
  const own = base.trimStart()
  if (own === '' || reading === '') return base
  const lead = base.slice(0, base.length - own.length)
  return lead + (CANNOT_HOLD.test(own + reading) ? `${own}（${reading}）` : `｜${own}《${reading}》`)
}

/** What is seen below the readings. */
export const baseOf = (line: string): string => line.replace(RUBY, '$1')

/** For forms without ruby: `漢字（かんじ）`. */
export const spokenOut = (line: string): string => line.replace(RUBY, '$1（$2）')

/** Places within a ruby, where nothing may be cut: pairs of UTF-16 offsets, from after `｜` to before the end. */
export const rubySpans = (text: string): readonly (readonly [from: number, to: number])[] =>
  [...text.matchAll(RUBY)].map((match) => [match.index, match.index + match[0].length])

/**
 * Lines as one text. A break is layout and says nothing: between words it is a space, beside a Japanese letter nothing.
 */
export const joinLines = (lines: readonly string[]): string => {
  let joined = ''
  for (const line of lines) {
    const next = tidyLine(line)
    if (next !== '') joined += (joined === '' || isUnspaced(joined, next) ? '' : ' ') + next
  }
  return joined
}

/** White space that is no part of the words: runs of spaces and tabs, ends. A no-break space or 全角 space inside stays. */
export const tidyLine = (line: string): string => line.replace(/[ \t\r\n]+/g, ' ').trim()

/** Whether two pieces of a text stand together without a space. */
export const isUnspaced = (before: string, after: string): boolean =>
  UNSPACED_END.test(baseOf(before.slice(-LONGEST_RUBY))) || UNSPACED_START.test(after.startsWith('｜') ? after.slice(1) : after)

/** A line that begins with the dash of somebody who speaks. */
export const isDialogue = (line: string): boolean => /^[-–—](?=\s*[\p{L}\p{N}"“«])/u.test(line)

const RUBY = /｜(?=\S)([^｜《》\n]+)《([^｜《》\n]+)》/g
const CANNOT_HOLD = /[｜《》\n]/
/** How far back a ruby at the end of a text may reach to be seen as one. */
const LONGEST_RUBY = 200
// Kana, ideographs, their punctuation and full-width forms are written without spaces.
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303F\\u30FB\\u30FC\\uFF01-\\uFF9F'
const UNSPACED_END = new RegExp(`[${UNSPACED}][\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}\\u3099\\u309A]?$`, 'u')
const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, 'u')
