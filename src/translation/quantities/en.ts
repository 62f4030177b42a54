/** Quantities of an English text. */
import { CLOCK, CODES, DOCUMENTS, ISO_DATES, PHONES, SHORT_DOCUMENTS, YEAR_RANGES, scores, slashed, withUnit } from './common'
import { LETTER } from './letters'
import { EN_MAGNITUDES, FIGURES, figuresValue, ordinalEn, romanValue, spelledEn } from './numerals'
import {
  amount,
  codeOf,
  dateOf,
  halfOf,
  isDay,
  numberOf,
  relative,
  timeOf,
  weekdayOf,
  weightOf,
  type Quantity,
  type Read,
  type Reading,
} from './quantity'
import { ADDRESSES, rule, scan, taker, type Rule } from './scan'
import { FRACTION, HOUR, YEAR, unitAt } from './units'

export const readEn = (text: string): readonly Quantity[] => scan(text, RULES, true)

const END = String.raw`(?![${LETTER}\d])`
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAME = String.raw`(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?![${LETTER}])))`
const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
const NTH = String.raw`\d{1,2}(?:st|nd|rd|th)?(?!\d|[.,]\d)`
const LIST = String.raw`${NTH}(?:\s*(?:,|and|-|~|to|until|or|through|,\s*and)\s*(?:the\s)?${NTH})*`
const YEAR_AFTER = String.raw`(?:,?\s+(?:of\s)?(\d{4})(?![\d,]*\d|\s?%))?`
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const COUNT = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const counted = (word = ''): number => (/^\d/u.test(word) ? Number(word) : (spelledEn([word.toLowerCase()])?.value ?? 0))
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  halve: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
}

const maybeYear = (text: string | undefined): { readonly year?: number } => (text ? { year: Number(text) } : {})

const days = (list: string, month: number, year: string | undefined): readonly Read[] | null => {
  const each = [...list.matchAll(/\d+/gu)].map(([day]) => Number(day))
  return each.every((day) => isDay(day, month)) ? each.map((day) => dateOf({ day, month, ...maybeYear(year) })) : null
}

const quarterOf = (word = ''): number =>
  /^\d/u.test(word)
    ? Number(word[0])
    : (ordinalEn(word.toLowerCase()) ?? romanValue(word.toUpperCase()) ?? (/last|final/iu.test(word) ? 4 : 0))

const ranked = (word: string): number => (/^\d/u.test(word) ? Number.parseInt(word, 10) : (ordinalEn(word.toLowerCase()) ?? 0))

const faint = (...readings: readonly Reading[]): Read => numberOf(readings, 'faint')

const RULES: readonly Rule[] = [
  ADDRESSES,
  DOCUMENTS,
  PHONES,
  ISO_DATES,
  scores(/\b(?:beat|won|win|wins|lost|lose|draw|drew|defeat|defeated|victory|score|scored)\b/i),
  rule(String.raw`24\/7${END}`, () => faint(amount(24), amount(24, [HOUR]))),
  rule(String.raw`around the clock${END}`, () => faint(amount(24), amount(24, [HOUR])), 'i'),
  // 25/7/2017 or 7/25/2017.
  rule(String.raw`(\d{1,2})([\/.-])(\d{1,2})\2(\d{4})(?!\d)`, ([, first, , second, year]) => {
    const [a, b] = [Number(first), Number(second)]
    const ways = [
      { day: a, month: b },
      { day: b, month: a },
    ].filter(({ day, month }) => isDay(day, month))
    const [one, ...others] = ways.map((way) => ({ ...way, ...maybeYear(year) }))
    return one ? dateOf(one, ...others.map((other) => ({ type: 'date' as const, ...other }))) : null
  }),
  rule(String.raw`(${LIST})\s+(?:of\s)?(${MONTH_NAME})${YEAR_AFTER}`, ([, list = '', name, year]) =>
    days(list, monthOf(name), year),
  ),
  rule(
    String.raw`(${MONTH_NAME})\s+(?:the\s)?(${LIST})(?!\s?(?:%|per\s?cent|million|billion|thousand)|\s+${MONTH_NAME})${YEAR_AFTER}`,
    ([, name, list = '', year]) => days(list, monthOf(name), year),
  ),
  // The 10th day of the third lunar month.
  rule(
    String.raw`(\d{1,2}(?:st|nd|rd|th)|[${LETTER}]+) day of the (\d{1,2}(?:st|nd|rd|th)|[${LETTER}]+) (?:lunar )?month${END}`,
    ([, day = '', month = '']) => {
      const date = { day: ranked(day), month: ranked(month) }
      return isDay(date.day, date.month) ? dateOf(date) : null
    },
    'i',
  ),
  rule(
    String.raw`(\d{1,2}(?:st|nd|rd|th)|[${LETTER}]+) lunar month${END}`,
    ([, month = '']) => (ranked(month) >= 1 && ranked(month) <= 12 ? dateOf({ month: ranked(month) }) : null),
    'i',
  ),
  rule(String.raw`(${MONTH_NAME})\s*(?:-|\/|to|and|through)\s*(${MONTH_NAME})${YEAR_AFTER}(?!\s\d)`, ([, from, to, year]) => [
    dateOf({ month: monthOf(from), ...maybeYear(year) }),
    dateOf({ month: monthOf(to), ...maybeYear(year) }),
  ]),
  rule(String.raw`(${MONTH_NAME})${YEAR_AFTER}${END}`, ([whole = '', name = '', year], text, at) => {
    const date = dateOf({ month: monthOf(name), ...maybeYear(year) })
    // May and March begin sentences as verbs.
    const verb =
      /^(?:May|March)$/u.test(whole.trim()) &&
      !/(?:in|of|since|by|from|to|until|last|next|this|early|late|mid-?|end|each|every|and|till|before|after|during)\s*$/iu.test(
        text.slice(0, at),
      )
    return verb ? { ...date, weight: 'faint' } : date
  }),
  rule(String.raw`(\d{1,2}) Thang (\d{1,2})${END}`, ([, day, month]) => dateOf({ day: Number(day), month: Number(month) })),
  rule(String.raw`(\d{1,2})\s*[\/]\s*((?:19|20)\d\d)(?![\d\/])`, ([, month, year]) =>
    Number(month) >= 1 && Number(month) <= 12 ? dateOf({ month: Number(month), ...maybeYear(year) }) : null,
  ),
  SHORT_DOCUMENTS,
  rule(
    String.raw`Q([1-4])${END}(?:\s*[\/,-]?\s*(?:of\s)?(\d{4})(?!\d))?|([1-4])Q${END}(?:\s*[\/,-]?\s*(\d{4})(?!\d))?`,
    ([, a, year, b, other]) => dateOf({ quarter: Number(a ?? b), ...maybeYear(year ?? other) }),
  ),
  rule(
    String.raw`(first|second|third|fourth|last|final|[1-4](?:st|nd|rd|th))[ -]quarters?${END}(?:\s(?:of\s)?(?:the\s)?(?:year\s)?(\d{4})(?!\d))?|quarter\s(I{1,3}|IV|[1-4])${END}(?:\s*[\/,-]?\s*(?:of\s)?(\d{4})(?!\d))?`,
    ([, word, year, other, later]) => dateOf({ quarter: quarterOf(word ?? other), ...maybeYear(year ?? later) }),
    'i',
  ),
  rule(String.raw`((?:1[0-9]|20)\d0)['’]?s${END}|['’]([1-9]0)s${END}`, ([, year, short]) => {
    const first = year ? Number(year) : 1900 + Number(short)
    return dateOf({ decade: first }, { type: 'date', year: first })
  }),
  YEAR_RANGES,
  rule(
    String.raw`(?:this|last|next|the same|the previous|the following|the past|that) (?:year|dry season|season)${END}|a year (?:earlier|ago)${END}|year-on-year${END}|(?:the )?same period${END}`,
    () => relative('year'),
    'i',
  ),
  rule(String.raw`(?:this|last|next|the same|that|the previous) month${END}`, () => relative('month'), 'i'),
  rule(
    String.raw`today${END}|yesterday${END}|tomorrow${END}|(?:the same|that|the next|the following|the previous) day${END}`,
    () => relative('day'),
    'i',
  ),
  rule(
    String.raw`(?:(first)|second|last|latter) (?:half|(?:six|6) months(?= of (?:the |this |\d)))${END}`,
    ([, first]) => halfOf(first ? 1 : 2),
    'i',
  ),
  rule(String.raw`(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?${END}`, ([name = '']) =>
    weekdayOf(DAYS.indexOf(name.toLowerCase().replace(/s$/u, '')) + 1),
  ),
  rule(
    String.raw`(\d{1,2})(?:[:.](\d{2}))?\s?(a\.?m\.?|p\.?m\.?)${END}`,
    ([, hour, minute, half = '']) => timeOf(Number(hour), Number(minute ?? 0), /^a/iu.test(half) ? 'am' : 'pm'),
    'i',
  ),
  CLOCK,
  rule(
    String.raw`(\d{1,2}|${COUNT})(?:\so['’]clock)?\s(?:in the (morning|afternoon|evening)|at (night))${END}|(\d{1,2}|${COUNT})\so['’]clock${END}`,
    ([, hour, part, night, other]) => {
      const value = counted(hour ?? other)
      const half = part?.toLowerCase() === 'morning' ? 'am' : part || night ? 'pm' : null
      return value >= 1 && value <= 12 ? timeOf(value, 0, half, [amount(value)]) : null
    },
    'i',
  ),
  rule(
    String.raw`(\d{1,2}|${COUNT})[ -]hours?(?:,| and)? (\d{1,2}|${COUNT})[ -]minutes?${END}`,
    ([, hours, minutes]) => numberOf([amount(counted(hours) + counted(minutes) / 60, [HOUR])]),
    'i',
  ),
  rule(String.raw`half past (${COUNT})${END}`, ([, hour]) => timeOf(counted(hour), 30, null), 'i'),
  rule(String.raw`(?:12 )?noon${END}|midday${END}`, () => timeOf(12, 0, 'pm', [amount(12), amount(12, [HOUR])]), 'i'),
  rule(String.raw`midnight${END}`, () => timeOf(0, 0, 'am', [amount(24), amount(0), amount(12)]), 'i'),
  rule(String.raw`half an? hour${END}`, () => numberOf([amount(0.5, [HOUR])]), 'i'),
  rule(
    String.raw`half an?\s(thousand|million|billion|trillion)${END}`,
    ([, scale = '']) => numberOf([amount(0.5 * (EN_MAGNITUDES[scale.toLowerCase()] ?? 1))]),
    'i',
  ),
  rule(String.raw`half an? century${END}`, () => faint(amount(50, [YEAR]), amount(50)), 'i'),
  rule(String.raw`quarter of a century${END}|quarter[- ]century${END}`, () => faint(amount(25, [YEAR]), amount(25)), 'i'),
  rule(
    String.raw`(one|a|1)[- ](half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)${END}|(two|three|four|five|six|seven|eight|nine|[2-9])[- ](halves|thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths)${END}`,
    ([whole = '', one, single, several, plural]) => {
      const part = one ?? several ?? ''
      const name = single ?? plural ?? ''
      const of = PARTS[name.toLowerCase().replace(/ves$/u, 'f').replace(/s$/u, '')] ?? 1
      const value = part.toLowerCase() === 'a' ? 1 : counted(part)
      // "a third group", "a quarter" of a year or a town; "one second".
      const fraction = amount(value / of, [FRACTION])
      return numberOf(
        value === 1 ? [fraction, amount(of), amount(1)] : [fraction],
        /^a /iu.test(whole) || of === 2 ? 'faint' : 'sure',
      )
    },
    'i',
  ),
  rule(
    String.raw`(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) and a half${END}`,
    ([text = ''], whole, _at, end) => {
      const value = counted(text.split(' ')[0]) + 0.5
      return numberOf([amount(value, unitAt(whole, end, 'en').units), amount(value)])
    },
    'i',
  ),
  rule(String.raw`hal(?:f|ved|ving|ves)${END}`, () => faint(amount(0.5, [FRACTION]), amount(0.5), amount(2)), 'i'),
  rule(String.raw`(?:doubl(?:e|es|ed|ing)|twice|twofold|both|pair|couple|twin)${END}`, () => faint(amount(2)), 'i'),
  rule(String.raw`(?:tripl(?:e|es|ed|ing)|trebl(?:e|es|ed|ing)|thrice|threefold|three-fold)${END}`, () => faint(amount(3)), 'i'),
  rule(String.raw`(?:quadrupl(?:e|es|ed|ing)|fourfold|four-fold)${END}`, () => faint(amount(4)), 'i'),
  rule(String.raw`(?:quintupl(?:e|es|ed|ing)|fivefold|five-fold)${END}`, () => faint(amount(5)), 'i'),
  rule(String.raw`(?:tenfold|ten-fold)${END}`, () => faint(amount(10)), 'i'),
  rule(String.raw`(${COUNT}|\d+)\sdozen${END}`, ([, count]) => numberOf([amount(counted(count) * 12)]), 'i'),
  rule(String.raw`(?:half a dozen)${END}`, () => faint(amount(6)), 'i'),
  rule(String.raw`(?:a\s)?dozen${END}`, () => faint(amount(12)), 'i'),
  rule(
    String.raw`(?:a|one|the (?:past|last|next)) decade${END}|decade${END}`,
    () => faint(amount(10, [YEAR]), amount(10), amount(1)),
    'i',
  ),
  rule(String.raw`(?:a|one) century${END}`, () => faint(amount(100, [YEAR]), amount(100), amount(1)), 'i'),
  rule(
    String.raw`(${COUNT}|\d+)\sdecades${END}`,
    ([, count]) => numberOf([amount(counted(count) * 10, [YEAR]), amount(counted(count) * 10)]),
    'i',
  ),
  rule(String.raw`(\d{1,3}|\d{1,3}(?:,\d{3})+)(?:st|nd|rd|th)${END}`, ([, figures = '']) => {
    const value = Number(figures.replaceAll(',', ''))
    return numberOf([amount(value), ...(isDay(value) ? [{ type: 'date' as const, day: value }] : [])], weightOf(value))
  }),
  rule(String.raw`(\d{1,3})\/(\d{1,3})(?![\d\/])`, ([, first, second]) => {
    const [a, b] = [Number(first), Number(second)]
    const ways = [
      { day: a, month: b },
      { day: b, month: a },
    ].filter(({ day, month }) => isDay(day, month))
    const [one, ...others] = ways
    return slashed(a, b, one ? dateOf(one, ...others.map((other) => ({ type: 'date' as const, ...other }))) : null)
  }),
  rule(
    String.raw`(?:Part|Phase|Class|Chapter|Centre|Center|Category|Group|Grade|Zone|Region|Volume|War|Term|Congress|Tenure)\s([IVX]+)${END}`,
    ([, roman = '']) => {
      const value = romanValue(roman)
      return value === null ? null : numberOf([amount(value)], weightOf(value))
    },
  ),
  rule(
    String.raw`(X{1,3}(?:IX|IV|V?I{0,3})(?:th)?|IX(?:th)?|IV(?:th)?|VI{1,3}(?:th)?|I{2,3}(?:nd|rd)?)${END}`,
    ([, roman = '']) => numberOf([amount(romanValue(roman.replace(/[a-z]+$/u, '')) ?? 0)], 'name'),
  ),
  amounts,
  CODES,
]

const takeFigures = taker(FIGURES)
const takeCurrency = taker(
  String.raw`(?:US\$|A\$|S\$|\$|€|£|¥|₫|USD|VND|VNĐ|JPY|EUR|KRW|CNY|RMB|AUD|SGD|GBP|THB)[\s\u00A0]?(?=\d)`,
)
const takeScale = taker(
  String.raw`[\s-]?(?:(?:hundred|thousand|million|billion|trillion)(?:\s(?:million|billion|trillion))?|mln|mn|bln|bn|trn|tln|tn|[kK]|M|B)${END}(?!['’])`,
)
const takeMoneyScale = taker(String.raw`(?:m|b|t)${END}`)
const takeWords = taker(String.raw`[${LETTER}]+(?:[-\s][${LETTER}]+){0,9}`, 'i')
const SHORT: Readonly<Record<string, number>> = {
  mln: 1e6,
  mn: 1e6,
  m: 1e6,
  bn: 1e9,
  bln: 1e9,
  tln: 1e12,
  b: 1e9,
  trn: 1e12,
  tn: 1e12,
  t: 1e12,
  k: 1e3,
}

function amounts(text: string, at: number) {
  const prefix = takeCurrency(text, at)
  const before = prefix === null ? [] : unitAt(`${prefix.trim()} `, 0, 'en').units
  const from = at + (before.length > 0 ? (prefix ?? '').length : 0)
  const figures = takeFigures(text, from)
  if (!figures) return before.length > 0 ? null : spelled(text, at)
  const value = figuresValue(figures, 'en')
  let end = from + figures.length
  if (value === null) return { end, reads: [codeOf(figures, 'name')] }
  const scaled = takeScale(text, end) ?? (before.length > 0 ? takeMoneyScale(text, end) : null)
  const magnitude = scaled === null ? 1 : scaleOf(scaled)
  if (scaled !== null) end += scaled.length
  const unit = unitAt(text, end, 'en')
  if (/\p{L}/u.test(text[end] ?? '') && unit.units.length === 0) return null
  return withUnit(text, 'en', { value: value * magnitude, magnitude, end, figures: magnitude === 1 ? figures : null, before })
}

const scaleOf = (scaled: string): number =>
  scaled
    .trim()
    .replace(/^-/u, '')
    .toLowerCase()
    .split(/\s/u)
    .reduce((product, word) => product * (EN_MAGNITUDES[word] ?? SHORT[word] ?? 1), 1)

function spelled(text: string, at: number) {
  const run = takeWords(text, at)
  if (!run) return null
  const pieces = run.split(/([-\s]+)/u)
  const words = pieces.filter((_, index) => index % 2 === 0).map((word) => word.toLowerCase())
  const read = spelledEn(words)
  if (read) {
    const end = at + pieces.slice(0, read.words * 2 - 1).join('').length
    if (isName(text, at, end)) return { end, reads: [numberOf([amount(read.value)], 'faint')] }
    const weight = read.value <= 2 && read.magnitude === 1 ? 'faint' : 'sure'
    return withUnit(text, 'en', { value: read.value, magnitude: read.magnitude, end, figures: null, weight })
  }
  const compound = `${words[0] ?? ''}-${words[1] ?? ''}`
  const joined = pieces[1] === '-' ? ordinalEn(compound) : null
  const ordinal = joined ?? ordinalEn(words[0] ?? '')
  if (ordinal === null) return null
  const end = at + (joined === null ? (pieces[0] ?? '').length : pieces.slice(0, 3).join('').length)
  return { end, reads: [numberOf([amount(ordinal)], ordinal <= 2 ? 'faint' : 'sure')] }
}

/** Group of Seven, the Big Four: a capital inside a sentence. */
const isName = (text: string, at: number, end: number): boolean =>
  /\p{Lu}/u.test(text[at] ?? '') && !/(?:^|[.!?:;…“"‘'(\n-])\s*$/u.test(text.slice(0, at)) && end > at
