/** A programme against the clock: reading, clips, start of every step. Whole milliseconds throughout. Pure. */
import type { Instant, Language } from '#newsroom'
import type { CivilDay } from '#publication/edition'
import type { Clip } from '#publication/programme'
import { baseOf } from '#video/line'

/** A minute of reading: words (en), syllables (vi), characters (ja). */
export const PACE: Readonly<Record<Language, number>> = { vi: 210, en: 150, ja: 300 }
export const PACE_LIMITS = { least: 40, most: 1000 } as const

/** How long a presenter reads it. `pace` = units a minute, see `PACE`. */
export const readMs = (text: string, language: Language, pace: number = PACE[language]): number =>
  Math.round((unitsOf(text, language) / pace) * 60_000)

/**
 * Words, syllables or characters as they are spoken. A number in figures counts as it is read, roughly: digits with the words of
 * their places, `33.000` in Vietnamese as *ba mươi ba nghìn* (4), `2026` in English as *twenty twenty-six* (3), `2026` in Japanese
 * as 二千二十六 (5); a per cent sign as its words. Not known: abbreviations that are spelled out, units and signs of currency.
 */
export const unitsOf = (text: string, language: Language): number => {
  const plain = baseOf(text).normalize('NFKC')
  const { thousands, decimal } = SIGNS[language]
  let units = 0
  const words = plain.replace(NUMBER[language], (figure) => {
    const [whole = '', fraction = ''] = figure.replaceAll(thousands, '').split(decimal)
    units += wholeUnits(whole, language, figure) + (fraction === '' ? 0 : POINT[language] + fraction.length)
    return ' '
  })
  return units + PER_CENT[language] * (words.split('%').length - 1) + (words.match(WORD[language])?.length ?? 0)
}

export const clipMs = (clip: Clip | null): number => (clip === null ? 0 : Math.max(0, clip.to - clip.from))

export type StepTimes = { readonly readMs: number; readonly clipMs: number }
type Told = { readonly intro: string; readonly script: string }

/** Intro and script are read, then the clip runs. */
export const stepTimes = (step: Told & { readonly clip: Clip | null }, language: Language, pace: number): StepTimes => ({
  readMs: readMs(step.intro, language, pace) + readMs(step.script, language, pace),
  clipMs: clipMs(step.clip),
})

export const totalMs = (steps: readonly StepTimes[]): number => steps.reduce((sum, times) => sum + lengthOf(times), 0)

/** Above zero: too long; below: time is left. */
export const overUnder = (total: number, target: number): number => total - target

/** When each step begins, from the beginning of the programme. */
export const startTimes = (steps: readonly StepTimes[]): readonly number[] => {
  let at = 0
  return steps.map((times) => {
    const start = at
    at += lengthOf(times)
    return start
  })
}

/** `4:05`, `1:04:05`, before zero `−0:12`; to the nearest second. */
export const clock = (ms: number): string => {
  const seconds = Math.round(Math.abs(ms) / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const sign = ms < 0 && seconds > 0 ? '−' : ''
  return `${sign}${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`
}

/** The same with its sign: `+0:12`, `−0:12`, `0:00`. */
export const signedClock = (ms: number): string => (Math.round(ms / 1000) > 0 ? `+${clock(ms)}` : clock(ms))

/** What a clock on the wall shows `ms` after `airTime` (`hh:mm`): `17:34:05`. */
export const wallClock = (airTime: string, ms: number): string => {
  const [hours = 0, minutes = 0] = airTime.split(':').map(Number)
  const seconds = (hours * 60 + minutes) * 60 + Math.round(ms / 1000)
  return [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
}

/** `hh:mm` in the province (Asia/Ho_Chi_Minh, UTC+7 all year) as an instant. */
export const airAtOf = ({ airDate, airTime }: { readonly airDate: CivilDay; readonly airTime: string }): Instant =>
  new Date(`${airDate}T${airTime}:00+07:00`).toISOString()

const lengthOf = (times: StepTimes): number => times.readMs + times.clipMs
const two = (number: number): string => String(number).padStart(2, '0')

const SIGNS: Readonly<Record<Language, { readonly thousands: string; readonly decimal: string }>> = {
  vi: { thousands: '.', decimal: ',' },
  en: { thousands: ',', decimal: '.' },
  ja: { thousands: ',', decimal: '.' },
}
const NUMBER: Readonly<Record<Language, RegExp>> = {
  vi: /\d+(?:\.\d{3})*(?:,\d+)?/g,
  en: /\d+(?:,\d{3})*(?:\.\d+)?/g,
  ja: /\d+(?:,\d{3})*(?:\.\d+)?/g,
}
/** Vietnamese writes every syllable apart; in Japanese each letter counts, marks and white space do not. */
const WORD: Readonly<Record<Language, RegExp>> = {
  vi: /[\p{L}\p{M}]+/gu,
  en: /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu,
  ja: /[\p{L}\p{N}]/gu,
}
/** phẩy · point · 点 */
const POINT: Readonly<Record<Language, number>> = { vi: 1, en: 1, ja: 1 }
/** phần trăm · per cent · パーセント */
const PER_CENT: Readonly<Record<Language, number>> = { vi: 2, en: 2, ja: 5 }

const wholeUnits = (digits: string, language: Language, figure: string): number => {
  // A code or a telephone number is read digit by digit.
  if (/^0\d/.test(digits) || digits.length > 15) return digits.length
  if (/^0?$/.test(digits)) return digits.length
  // A year is read in two halves.
  if (language === 'en' && /^(?:1[1-9]|20)\d\d$/.test(figure)) return pairUnits(figure.slice(0, 2)) + pairUnits(figure.slice(2))
  const size = language === 'ja' ? 4 : 3
  const groups = groupsOf(digits, size)
  return groups.reduce((sum, group, index) => {
    const units = GROUP[language](group, index > 0)
    // nghìn, triệu, tỷ · thousand, million, billion · 万, 億, 兆
    return sum + units + (units > 0 && index < groups.length - 1 ? 1 : 0)
  }, 0)
}

const groupsOf = (digits: string, size: number): readonly string[] => {
  const padded = digits.padStart(Math.ceil(digits.length / size) * size, '0')
  return Array.from({ length: padded.length / size }, (_, index) => padded.slice(index * size, (index + 1) * size))
}

const GROUP: Readonly<Record<Language, (group: string, follows: boolean) => number>> = {
  // hai trăm linh năm, mười sáu, ba mươi ba; behind thousands also không trăm
  vi: (group, follows) => {
    const [hundreds = 0, tens = 0, ones = 0] = [...group].map(Number)
    if (tens + ones === 0) return hundreds > 0 ? 2 : 0
    const isHundredSaid = hundreds > 0 || follows
    return (isHundredSaid ? 2 : 0) + (isHundredSaid && tens === 0 ? 1 : 0) + (tens > 1 ? 2 : tens) + (ones > 0 ? 1 : 0)
  },
  // two hundred and five, sixteen, thirty-three
  en: (group) => {
    const below = pairUnits(group.slice(1))
    return (group.startsWith('0') ? 0 : 2 + (below > 0 ? 1 : 0)) + below
  },
  // 二千二十六; 一 is not said before 千, 百 and 十
  ja: (group) => [...group].reduce((sum, digit, index) => sum + (digit === '0' ? 0 : index === 3 || digit === '1' ? 1 : 2), 0),
}

/** Two digits in English. */
const pairUnits = (pair: string): number => {
  const number = Number(pair)
  return number === 0 ? 0 : number <= 20 || number % 10 === 0 ? 1 : 2
}
