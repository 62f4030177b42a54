/** What makes two spellings of a term the same, with the way back to where it stands in the text. Runs in browsers. */

/** `text` to compare; unit `i` of it stands for `[starts[i], ends[i])` of the original (UTF-16 units both). */
export type Folded = { readonly text: string; readonly starts: readonly number[]; readonly ends: readonly number[] }

/** In the place of a code that stands alone: no term reaches across a line break or a ruby. */
const BARRIER = '\uFFFC'

/**
 * NFKC, lower case, one kind of quotes, apostrophes and hyphens, one space for any white space and none around a hyphen,
 * tone marks of oa, oe, uy and after qu on one of the two vowels; codes of pairs (`⟦1⟧`) and the readings of written rubies
 * (`｜漢字《かんじ》`) are not there at all.
 */
export const fold = (original: string): Folded => {
  const units: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const add = (cluster: string, start: number) => {
    for (const unit of foldCluster(cluster)) {
      const last = units.at(-1)
      if (unit === ' ' && (last === ' ' || last === '-')) continue
      if (unit === '-' && last === ' ') for (const list of [units, starts, ends]) list.pop()
      for (let at = 0; at < unit.length; at++) {
        units.push(unit.charAt(at))
        starts.push(start)
        ends.push(start + cluster.length)
      }
    }
  }
  if (SPECIAL.test(original)) {
    for (const { 0: cluster, 1: wordless, index } of original.matchAll(CLUSTER)) if (wordless === undefined) add(cluster, index)
  } else for (let at = 0; at < original.length; at++) add(original.charAt(at), at)
  return { text: placeTones(units.join('')), starts, ends }
}

/** The folded words alone, without white space at the ends. */
export const foldWords = (text: string): string => fold(text).text.trim()

/** `hòa`, `hoà` → `hoà`; `thúy` → `thuý`; `qủa` → `quả`. For text in NFC and lower case; keeps every length. */
export const placeTones = (text: string): string =>
  text.replace(/([òóỏõọ])([ae])|([ùúủũụ])(y)|(?<=q)([ùúủũụ])([aeioôơâăê])/g, (syllable) => {
    const [vowel = '', tone = ''] = syllable.charAt(0).normalize('NFD')
    return vowel + (syllable.charAt(1) + tone).normalize('NFC')
  })

export const isWordUnit = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{M}\p{N}]/u.test(unit)

// What holds no words of the text: a code of a pair, bar and reading of a ruby; then a code that stands alone; then a sign with
// its marks (half-width kana carry their voicing marks behind them).
const NO_WORDS = '⟦/?\\d+⟧|｜(?=[^｜《》\\n]+《[^｜《》\\n]+》)|(?<=｜[^｜《》\\n]+)《[^｜《》\\n]+》'
const CLUSTER = new RegExp(`(${NO_WORDS})|⟦\\d+/⟧|[^\\p{M}ﾞﾟ][\\p{M}ﾞﾟ]*|[\\p{M}ﾞﾟ]+`, 'gu')

// Where none of these is, every unit is a cluster.
const SPECIAL = /[\p{M}ﾞﾟ⟦｜\p{Cs}\u{10000}-\u{10FFFF}]/u

const known = new Map<string, string>()

const foldCluster = (cluster: string): string => {
  const before = known.get(cluster)
  if (before !== undefined) return before
  const folded = computeCluster(cluster)
  if (cluster.length === 1) known.set(cluster, folded)
  return folded
}

const computeCluster = (cluster: string): string => {
  if (/^⟦\d+\/⟧$/u.test(cluster)) return BARRIER
  return cluster
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')
    .replace(/\s/gu, ' ')
    .replace(/[‘’ʼ‛`´′]/gu, "'")
    .replace(/[“”„‟«»″]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/[ðɖ]/gu, 'đ')
}
