/** What a text says in figures: amounts, dates, times and codes, each with every way in which it may be read. */
import { FRACTION, MONTH, type Unit } from './units'

export type Reading =
  /** `value` without its unit's scale; `units` empty = a bare number; `magnitude` = the factor of thousand, million, 億 … already in `value`. */
  | { readonly type: 'amount'; readonly value: number; readonly units: readonly Unit[]; readonly magnitude: number }
  | ({ readonly type: 'date' } & CalendarDate)
  /** 1 = Monday … 7 = Sunday (ISO 8601). */
  | { readonly type: 'weekday'; readonly day: number }
  /** Minutes after midnight; `exact` false = the text does not say which half of the day. */
  | { readonly type: 'time'; readonly minutes: number; readonly exact: boolean }
  /** A document, telephone or model number, folded to capital letters and digits. */
  | { readonly type: 'code'; readonly text: string }
  /** "this year", 同日: stands for a date that only the context gives. */
  | { readonly type: 'relative'; readonly grain: Grain }

export type Grain = 'year' | 'month' | 'day'

/** A date as far as it is said; the finest part given is what it is about. */
export type CalendarDate = {
  readonly year?: number
  readonly half?: number
  readonly quarter?: number
  readonly month?: number
  readonly day?: number
  /** First year of a decade: the 1990s. */
  readonly decade?: number
}

/** What a quantity is compared as when it finds no partner. */
export type Weight =
  /** It must be found in the other text. */
  | 'sure'
  /** A number inside a name (COVID-19, VTV4): wrong only if the other text has another one instead. */
  | 'name'
  /** The same for a number word that counts a list which follows ("in three languages: …"): the list says it too. */
  | 'listed'
  /** The same for a day of the week, and for a half of the year. */
  | 'weekday'
  | 'half'
  /** A word that may be no number at all (một, năm, one, 一): it answers the other text, and asks nothing. */
  | 'faint'

export type Quantity = {
  readonly raw: string
  readonly start: number
  readonly end: number
  readonly weight: Weight
  /** The check that reports it. */
  readonly kind: 'number' | 'date'
  readonly readings: readonly Reading[]
  /** `10/12` may be a date, a fraction, or ten of twelve: the two numbers, if it finds no partner as one. */
  readonly parts?: readonly number[]
}

/** What a rule has read; where it stands is known to the scanner. */
export type Read = Pick<Quantity, 'weight' | 'kind' | 'readings' | 'parts'>

export const amount = (value: number, units: readonly Unit[] = [], magnitude = 1): Reading => ({
  type: 'amount',
  value: Number(value.toPrecision(12)),
  units,
  magnitude,
})

export const numberOf = (readings: readonly Reading[], weight: Weight = 'sure'): Read => ({ kind: 'number', weight, readings })

/** One is too often an article, and left out (1 kg, per kilogram). */
export const weightOf = (value: number, units: readonly Unit[] = []): Weight =>
  value === 1 && !units.some(({ dimension }) => dimension === 'ratio') ? 'faint' : 'sure'

export const dateOf = (date: CalendarDate, ...others: readonly Reading[]): Read => ({
  kind: 'date',
  weight: 'sure',
  readings: [{ type: 'date', ...withoutGaps(date) }, ...others],
})

export const timeOf = (hour: number, minute: number, half: 'am' | 'pm' | null, spoken: readonly Reading[] = []): Read | null => {
  if (hour > 24 || minute > 59) return null
  const hours = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour
  const time: Reading = { type: 'time', minutes: (hours % 24) * 60 + minute, exact: half !== null || hours > 12 || hours === 0 }
  return { kind: 'date', weight: 'sure', readings: [time, ...spoken] }
}

export const codeOf = (text: string, weight: Weight, ...others: readonly Reading[]): Read =>
  numberOf(
    [
      {
        type: 'code',
        text: text
          .toUpperCase()
          .replace(/[ĐÐ]/gu, 'D')
          .replace(/[^A-Z0-9]/gu, ''),
      },
      ...others,
    ],
    weight,
  )

/** +84 263 3822331, (0263) 3.822.331 and 0263-3822331 are one telephone number. */
export const phoneOf = (text: string): Read => codeOf(`T${text.replace(/\D/gu, '').replace(/^(?:84|0)/u, '')}`, 'sure')

export const relative = (grain: Grain): Read => ({ kind: 'date', weight: 'faint', readings: [{ type: 'relative', grain }] })

export const weekdayOf = (day: number, ...others: readonly Reading[]): Read => ({
  kind: 'date',
  weight: 'weekday',
  readings: [{ type: 'weekday', day }, ...others],
})

/** The first or second half of a year, which is six months too, and half of it. */
export const halfOf = (half: number): Read => ({
  kind: 'date',
  weight: 'half',
  readings: [{ type: 'date', half }, amount(6, [MONTH]), amount(6), amount(0.5, [FRACTION])],
})

export const isDay = (day: number, month = 1): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12

/** Four figures without a separator: a year, or a number that looks like one. */
export const looksLikeYear = (digits: string): boolean => /^(?:1[0-9]|20)\d\d$/u.test(digits)

const withoutGaps = (date: CalendarDate): CalendarDate =>
  Object.fromEntries(Object.entries(date).filter(([, part]) => part !== undefined))
