/** Times as the desk says them: near ones in words, far ones as dates, always in the time of the province. */
import type { Language } from '#newsroom'
import { formatDate, formatDateTime, formatTime, isoInProvince } from '#text/dates'
import type { Say } from './words'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** `hôm nay 14:05`, `hôm qua 09:30`, else the date with its time. */
export const shortTime = (at: string, now: Date, language: Language, say: Say): string => {
  const day = isoInProvince(at).slice(0, 10)
  const time = formatTime(at)
  if (day === dayOf(now)) return say('time.today', { time })
  if (day === dayOf(new Date(now.getTime() - DAY))) return say('time.yesterday', { time })
  if (day === dayOf(new Date(now.getTime() + DAY))) return say('time.tomorrow', { time })
  return formatDateTime(at, language)
}

/** For narrow columns: the time of today, else the date. */
export const briefTime = (at: string, now: Date, language: Language): string =>
  isoInProvince(at).slice(0, 10) === dayOf(now) ? formatTime(at) : formatDate(at, language)

export const fullTime = (at: string, language: Language): string => formatDateTime(at, language)

/** `còn 9 ngày`, `quá hạn 2 giờ`: the largest unit, rounded down. */
export const timeLeft = (due: string, now: Date, say: Say): string => {
  const left = Date.parse(due) - now.getTime()
  const minutes = Math.floor(Math.abs(left) / MINUTE)
  const span =
    minutes < 60
      ? say('time.minutes', { count: minutes })
      : minutes < 24 * 60
        ? say('time.hours', { count: Math.floor(minutes / 60) })
        : say('time.days', { count: Math.floor(minutes / 1440) })
  return say(left < 0 ? 'time.over' : 'time.left', { span })
}

/** What `<input type="datetime-local">` holds, read as the time of the province, whatever the machine's zone. */
export const instantOf = (local: string): string | null => {
  const at = Date.parse(`${local}${local.length === 16 ? ':00' : ''}+07:00`)
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(local) && !Number.isNaN(at) ? new Date(at).toISOString() : null
}

export const localOf = (at: string): string => isoInProvince(at).slice(0, 16)

/** Morning until 11, afternoon until 18 (hours of the province). */
export const partOfDay = (now: Date): 'morning' | 'afternoon' | 'evening' => {
  const hour = Number(isoInProvince(now).slice(11, 13))
  return hour < 11 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
}

const dayOf = (date: Date): string => isoInProvince(date).slice(0, 10)
