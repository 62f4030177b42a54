/** Rules that the three languages share. */
import {
  looksLikeYear,
  amount,
  codeOf,
  dateOf,
  isDay,
  numberOf,
  phoneOf,
  timeOf,
  weightOf,
  type Read,
  type Reading,
} from './quantity'
import { FRACTION, isMoney, unitAt, type Unit } from './units'
import { rule, type Rule, type Taken } from './scan'
import type { Language } from '#newsroom'

/** 1629/QĐ-UBND, 72/2015/NĐ-CP, 19-NQ/TW, 103/2016/QH13: figures and letters must come back, marks or none. */
export const DOCUMENTS = rule(
  String.raw`\d+(?:\/\d{4})?[\/-][A-ZĐÐ]{2,}[A-ZĐÐ0-9]*(?:[-\/][A-ZĐÐ][A-ZĐÐ0-9&]*)*(?![\p{Ll}\d])`,
  ([text = '']) => {
    const figures = /^\d+(?:\/\d{4})?/u.exec(text)?.[0] ?? ''
    return codeOf(text, 'sure', documentOf(figures), amount(Number.parseInt(figures, 10)))
  },
)
/** 72/2015: number and year of a document, its letters left out. */
export const SHORT_DOCUMENTS = rule(String.raw`(\d{1,4})\/((?:19|20)\d\d)(?![\d\/])`, ([text = '', number]) =>
  Number(number) > 12 ? numberOf([documentOf(text)]) : null,
)
const documentOf = (figures: string): Reading => ({ type: 'code', text: `N${figures.replace(/\D/gu, '.')}` })

export const PHONES = rule(
  String.raw`(?:\(?\+84\)?|\(0\d{1,3}\)|0\d{1,3})(?:[ .-]?\(?\d{1,4}\)?){2,4}(?![\d\/])|1[89]00[ .-]?\d{3,4}(?:[ .-]?\d{2,4})?(?![\d\/])`,
  ([text = '']) => {
    const count = text.replace(/\D/gu, '').length
    return count >= 8 && count <= 12 && !/^0[.,]/u.test(text) ? phoneOf(text) : null
  },
)

export const ISO_DATES = rule(String.raw`(\d{4})-(\d{2})-(\d{2})(?!\d)`, ([, year, month, day]) =>
  isDay(Number(day), Number(month)) ? dateOf({ year: Number(year), month: Number(month), day: Number(day) }) : null,
)

/** 2021-2025, 2021-25, 2026/27: both years. */
export const YEAR_RANGES = rule(
  String.raw`((?:1[0-9]|20)\d\d)\s*[-~\/]\s*((?:1[0-9]|20)\d\d|\d\d)(?![\d.,]*\d|\/|\s*%)`,
  ([, first = '', last = ''], text, _at, end) => {
    const to = last.length === 2 ? Number(first.slice(0, 2) + last) : Number(last)
    if (to <= Number(first) || (last.length === 2 && /^\s*(?:月|[-\/]\d)/u.test(text.slice(end)))) return null
    return [bareYear(first), bareYear(String(to))]
  },
)

/** Four figures that are most likely a year. */
export const bareYear = (digits: string): Read => dateOf({ year: Number(digits) }, amount(Number(digits)))

export const CLOCK = rule(
  String.raw`(\d{1,2})[:h](\d{2})(?!\d|:\d)(?:\s*(a\.?m\b\.?|p\.?m\b\.?|sáng|chiều|tối|trưa))?`,
  ([, hour, minute, half], text, at) => {
    const morning = /(?:午前|朝)\s*$/u.test(text.slice(Math.max(0, at - 3), at))
    const evening = /(?:午後|夜|夕方)\s*$/u.test(text.slice(Math.max(0, at - 3), at))
    const time = timeOf(
      Number(hour),
      Number(minute),
      evening || (half && !/^(?:a|sáng)/iu.test(half)) ? 'pm' : morning || half ? 'am' : null,
    )
    return time && hour?.length === 2 && hour.startsWith('0') ? exactly(time) : time
  },
  'i',
)
const exactly = (read: Read): Read => ({
  ...read,
  readings: read.readings.map((one) => (one.type === 'time' ? { ...one, exact: true } : one)),
})

/** COVID-19, G7, A4, VTV4, QL20: letters and figures in one word, a name. */
export const CODES = rule(
  String.raw`(?=[\p{Script=Latin}-]*\p{Lu})\p{Script=Latin}+-?(\d+)(?:[.\-]\d+)*[\p{Script=Latin}]*|(\d+)[A-Z]+(?![a-z])[\p{Script=Latin}\d]*`,
  ([text = '', figures = '', leading = '']) => codeOf(text, 'name', amount(Number(figures || leading))),
)

/** A date or a fraction in figures; two plain numbers if it can be neither, or finds no partner as one. */
export const slashed = (first: number, second: number, date: Read | null): readonly Read[] => {
  const fraction = second > 0 && first <= second ? [amount(first / second, [FRACTION])] : []
  const readings = [...(date?.readings ?? []), ...fraction]
  return readings.length === 0
    ? [first, second].map((value) => numberOf([amount(value)]))
    : [{ ...(date ?? numberOf([])), readings, parts: [first, second] }]
}

export type Written = {
  readonly value: number
  readonly magnitude: number
  /** Where the number ends and its unit may begin. */
  readonly end: number
  /** Figures of the number, if it was written in figures alone. */
  readonly figures: string | null
  /** A unit before the number: USD 5. */
  readonly before?: readonly Unit[]
  readonly weight?: Read['weight']
}

/** A number with the unit after it; four bare figures may be a year. */
export const withUnit = (text: string, language: Language, written: Written): Taken => {
  const { units: after, end } = unitAt(text, written.end, language)
  const units = isMoney(written.before ?? []) ? (written.before ?? []) : after
  const read =
    written.figures !== null && looksLikeYear(written.figures) && units.length === 0
      ? bareYear(written.figures)
      : numberOf([amount(written.value, units, written.magnitude)], written.weight ?? weightOf(written.value, units))
  return { end: isMoney(written.before ?? []) && !isMoney(after) ? written.end : end, reads: [read] }
}

/** A score where a match is spoken of: a whole, so that its zero or one is not mistaken for a word. */
export const scores = (cue: RegExp): Rule =>
  rule(String.raw`(?<![\d.,\/-])(\d{1,2})\s*[-–－:対]\s*(\d{1,2})(?![\d.,\/%-]*\d)`, ([, one, two], text, at, end) =>
    cue.test(text.slice(Math.max(0, at - 60), end + 20))
      ? {
          ...codeOf(
            `S${[one, two]
              .map(Number)
              .toSorted((a, b) => a - b)
              .join('-')}`,
            'sure',
          ),
          parts: [Number(one), Number(two)],
        }
      : null,
  )
