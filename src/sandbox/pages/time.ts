/** Dates as each language writes them, always in the province's time. */
import type { Instant, Language } from '#newsroom'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const DAYS = {
  vi: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  ja: ['日', '月', '火', '水', '木', '金', '土'],
} as const

// Vietnam keeps UTC+7 all year and has done so since 1975.
const local = (instant: Instant | Date) => new Date(new Date(instant).getTime() + 7 * 3_600_000)
const two = (number: number) => String(number).padStart(2, '0')

export const dateIn = (language: Language, instant: Instant | Date) => {
  const at = local(instant)
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()]
  if (language === 'ja') return `${year}年${month + 1}月${day}日`
  if (language === 'en') return `${day} ${MONTHS[month] ?? ''} ${year}`
  return `${day}/${month + 1}/${year}`
}

export const timeIn = (instant: Instant | Date) => {
  const at = local(instant)
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}

export const longDateIn = (language: Language, instant: Instant | Date) => {
  const day = DAYS[language][local(instant).getUTCDay()] ?? ''
  return language === 'ja' ? `${dateIn(language, instant)}（${day}）` : `${day}, ${dateIn(language, instant)}`
}

export const dateTimeIn = (language: Language, instant: Instant | Date) =>
  language === 'ja' ? `${dateIn(language, instant)} ${timeIn(instant)}` : `${timeIn(instant)}, ${dateIn(language, instant)}`

/** For tables: one shape in every language, sortable by eye. */
export const stampIn = (instant: Instant | Date) => local(instant).toISOString().slice(0, 19).replace('T', ' ')
