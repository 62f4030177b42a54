/** Dates as each language writes them, in the time of the province; a machine's form beside them. */
import { refuse, type Language } from '#newsroom'

export const TIME_ZONE = 'Asia/Ho_Chi_Minh'

/** An instant (a text needs its offset: no machine's own zone), or a day as laws and licences have it (`2017-07-25`). */
export type DateLike = Date | string

/** `25/7/2017` · `25 July 2017` · `2017年7月25日` */
export const formatDate = (date: DateLike, language: Language): string => DAY[language](localParts(date))

/** `15:30, 25/7/2017` · `25 July 2017, 15:30` · `2017年7月25日 15:30` */
export function formatDateTime(date: DateLike, language: Language): string {
  const parts = localParts(date)
  const time = `${two(parts.hour)}:${two(parts.minute)}`
  const day = DAY[language](parts)
  return { vi: `${time}, ${day}`, en: `${day}, ${time}`, ja: `${day} ${time}` }[language]
}

/** `15:30`, the same in our three languages. */
export function formatTime(date: DateLike): string {
  const { hour, minute } = localParts(date)
  return `${two(hour)}:${two(minute)}`
}

/** As a document writes it: `ngày 25 tháng 7 năm 2017` · `25 July 2017` · `2017年7月25日`. */
export const formatDateInFull = (date: DateLike, language: Language): string => {
  const parts = localParts(date)
  // Decree 30/2020/NĐ-CP, annex I: a zero before days under 10 and months 1 and 2.
  return language === 'vi'
    ? `ngày ${two(parts.day)} tháng ${parts.month <= 2 ? two(parts.month) : parts.month} năm ${parts.year}`
    : DAY[language](parts)
}

/** ISO 8601 with the province's offset: `2017-07-25T15:30:00+07:00`. */
export function isoInProvince(date: DateLike): string {
  const { year, month, day, hour, minute, second } = localParts(date)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}+07:00`
}

/** The day in the province, `2017-07-25`; a bare day is that day. */
export const civilDay = (date: DateLike): string => isoInProvince(date).slice(0, 10)

type Parts = { year: number; month: number; day: number; hour: number; minute: number; second: number }

const DAY: Readonly<Record<Language, (parts: Parts) => string>> = {
  vi: ({ day, month, year }) => `${day}/${month}/${year}`,
  en: ({ day, month, year }) => `${day} ${MONTHS[month - 1] ?? ''} ${year}`,
  ja: ({ day, month, year }) => `${year}年${month}月${day}日`,
}

// Written out, not asked of Intl: its words and order differ between builds, a hash of a page must not.
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function localParts(date: DateLike): Parts {
  const wrong = () => refuse('request.invalid', { field: 'date', value: String(date) })
  if (typeof date === 'string' && !/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(date)) return wrong()
  const dayOnly = typeof date === 'string' && date.length === 10
  const instant = new Date(dayOnly ? `${date}T00:00:00+07:00` : date)
  if (Number.isNaN(instant.getTime())) return wrong()
  // Seven hours ahead of UTC without daylight saving since 13 June 1975.
  const local = new Date(instant.getTime() + 7 * 3_600_000)
  // 30 February rolls over in silence.
  if (dayOnly && !local.toISOString().startsWith(date)) return wrong()
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
  }
}

const two = (number: number): string => String(number).padStart(2, '0')
