/** Numerals in figures and in words, per language. */
import type { Language } from '#newsroom'

/** A run of figures with its separators, as a pattern. */
export const FIGURES = String.raw`\d+(?:[.,]\d+)*(?:[\u00A0\u202F]\d{3}(?!\d))*`

/** The value of figures as the language groups and divides them; null = no plain number (a version, a section). */
export const figuresValue = (figures: string, language: Language): number | null => {
  const text = figures.replace(/[\u00A0\u202F]/gu, '')
  const [group, point] = language === 'vi' ? ['.', ','] : [',', '.']
  const written = (grouped: string, decimal: string) => {
    const [whole = '', fraction = ''] = text.split(decimal)
    return Number(`${whole.replaceAll(grouped, '')}.${fraction || '0'}`)
  }
  if (GROUPED[group as '.' | ','].test(text)) return written(group as string, point as string)
  if (PLAIN[point as '.' | ','].test(text)) return written('', point as string)
  // What can only be meant the other way round: several groups, or one or two decimals.
  if (GROUPED[point as '.' | ','].test(text)) return written(point as string, group as string)
  return PLAIN[group as '.' | ','].test(text) ? written('', group as string) : null
}

const GROUPED = { '.': /^(?!0)\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u, ',': /^(?!0)\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u } as const
const PLAIN = { '.': /^\d+(?:\.\d+)?$/u, ',': /^\d+(?:,\d+)?$/u } as const

/** `I` to `XXXIX`; null for anything else. */
export const romanValue = (text: string): number | null => {
  if (!/^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/u.test(text)) return null
  const values = [...text].map((letter) => ({ I: 1, V: 5, X: 10 })[letter] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}

export type Spelled = { readonly value: number; readonly words: number; readonly magnitude: number }

const VI_DIGITS: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
}
const VI_LAST: Readonly<Record<string, number>> = { ...VI_DIGITS, mốt: 1, tư: 4, lăm: 5, nhăm: 5 }
export const VI_MAGNITUDES: Readonly<Record<string, number>> = {
  trăm: 1e2,
  nghìn: 1e3,
  ngàn: 1e3,
  vạn: 1e4,
  triệu: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
}

/** Vietnamese number words at the beginning of a list of words: `hai mươi mốt`, `một trăm linh năm nghìn`. */
export const spelledVi = (words: readonly string[]): Spelled | null => {
  let at = 0
  let value = 0
  let least = Infinity
  for (;;) {
    const group = groupVi(words, at)
    if (!group) break
    const scale = VI_MAGNITUDES[words[group.next] ?? '']
    // "một trăm năm" is a hundred years; a following group must be of a lower scale.
    if (scale !== undefined && scale > 100 && scale < least) {
      value += group.value * scale
      least = scale
      at = group.next + 1
      continue
    }
    if (at === 0 || (least > 1000 ? group.value >= 100 : group.value >= 10)) {
      value += group.value
      at = group.next
      least = Math.min(least, 1)
    }
    break
  }
  if (at === 0) return null
  // nghìn tỷ
  const above = VI_MAGNITUDES[words[at] ?? '']
  if (above !== undefined && least < above && least >= 1000) {
    value *= above
    at++
    least *= above
  }
  if (words[at] === 'rưỡi' && Number.isFinite(least) && least >= 100) {
    value += least / 2
    at++
  }
  return { value, words: at, magnitude: Number.isFinite(least) && least >= 1000 ? least : 1 }
}

const groupVi = (words: readonly string[], from: number): { readonly value: number; readonly next: number } | null => {
  let at = from
  let value = 0
  const hundreds = VI_DIGITS[words[at] ?? '']
  if (hundreds !== undefined && words[at + 1] === 'trăm') {
    value = hundreds * 100
    at += 2
    const odd = words[at] === 'linh' || words[at] === 'lẻ' ? VI_LAST[words[at + 1] ?? ''] : undefined
    if (odd !== undefined) return { value: value + odd, next: at + 2 }
  }
  const first = VI_DIGITS[words[at] ?? '']
  if (words[at] === 'mười') {
    const last = words[at + 1] === 'năm' ? undefined : VI_LAST[words[at + 1] ?? '']
    return { value: value + 10 + (last ?? 0), next: at + (last === undefined ? 1 : 2) }
  }
  if (first !== undefined && words[at + 1] === 'mươi') {
    const last = words[at + 2] === 'năm' ? undefined : VI_LAST[words[at + 2] ?? '']
    return { value: value + first * 10 + (last ?? 0), next: at + (last === undefined ? 2 : 3) }
  }
  if (at > from) return { value, next: at }
  return first === undefined ? null : { value: first, next: at + 1 }
}

const EN_UNITS: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
)
const EN_TENS: Readonly<Record<string, number>> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, (index + 2) * 10]),
)
const EN_ORDINALS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
      .split(' ')
      .map((word, index) => [word, index + 1]),
  ),
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
  hundredth: 100,
}
export const EN_MAGNITUDES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
}

/** An English ordinal in one word or two (`twenty-first`). */
export const ordinalEn = (word: string): number | null => {
  const [tens = '', last = ''] = word.split('-')
  if (last === '') return EN_ORDINALS[tens] ?? null
  const ten = EN_TENS[tens]
  const one = EN_ORDINALS[last]
  return ten !== undefined && one !== undefined && one < 10 ? ten + one : null
}

/** English number words at the beginning of a list of words, hyphens already parted: `two hundred and fifty thousand`. */
export const spelledEn = (words: readonly string[]): Spelled | null => {
  let total = 0
  let group: number | null = null
  let at = 0
  let magnitude = 1
  // "a hundred", "a million": the article counts before a magnitude alone.
  if ((words[0] === 'a' || words[0] === 'an') && EN_MAGNITUDES[words[1] ?? ''] !== undefined) {
    group = 1
    at = 1
  }
  for (; at < words.length; at++) {
    const word = words[at] ?? ''
    const unit = EN_UNITS[word]
    const ten = EN_TENS[word]
    const scale = EN_MAGNITUDES[word]
    if (unit !== undefined) {
      const open: number = group ?? 0
      if (group !== null && !(open % 100 === 0 || (open % 10 === 0 && open % 100 >= 20 && unit < 10 && unit > 0))) break
      group = open + unit
    } else if (ten !== undefined) {
      if (group !== null && group % 100 !== 0) break
      group = (group ?? 0) + ten
    } else if (scale !== undefined && group !== null) {
      if (scale === 100) group *= 100
      else {
        total += group * scale
        magnitude = scale
        group = 0
      }
    } else if (word === 'and' && group !== null && (group >= 100 || total > 0) && isSpelledEn(words[at + 1])) continue
    else break
  }
  return group === null ? null : { value: total + group, words: at, magnitude: group === 0 ? magnitude : 1 }
}
const isSpelledEn = (word = '') => EN_UNITS[word] !== undefined || EN_TENS[word] !== undefined

const KANJI_DIGITS = '〇一二三四五六七八九'
const KANJI_SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const KANJI_LARGE: Readonly<Record<string, number>> = { 万: 1e4, 億: 1e8, 兆: 1e12 }

/** A Japanese number of figures, kanji or both: `2億1500万`, `三万五千`, `二〇二六`, `5千万`; null = none. */
export const valueJa = (text: string): { readonly value: number; readonly magnitude: number } | null => {
  if (new RegExp(`^[${KANJI_DIGITS}]{2,}$`, 'u').test(text))
    return { value: Number([...text].map((sign) => KANJI_DIGITS.indexOf(sign)).join('')), magnitude: 1 }
  let total = 0
  let group = 0
  let open: number | null = null
  let magnitude = 1
  for (const [piece] of text.matchAll(/\d+(?:[.,]\d+)*|./gu)) {
    const small = KANJI_SMALL[piece]
    const large = KANJI_LARGE[piece]
    if (small !== undefined) {
      group += (open ?? 1) * small
      open = null
      magnitude = Math.max(magnitude, 1)
    } else if (large !== undefined) {
      const before = group + (open ?? 0)
      if (before === 0) return null
      total += before * large
      group = 0
      open = null
      magnitude = large
    } else {
      if (open !== null) return null
      const value = KANJI_DIGITS.includes(piece) ? KANJI_DIGITS.indexOf(piece) : figuresValue(piece, 'ja')
      if (value === null) return null
      open = value
    }
  }
  const rest = group + (open ?? 0)
  return { value: total + rest, magnitude: rest === 0 ? magnitude : 1 }
}
