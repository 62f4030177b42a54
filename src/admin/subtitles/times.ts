/** Moments of a film as people read and type them. Pure. */
import { LATEST } from '#video/cue'

/** `0:12.480`, `1:02:03.004`: hours where there are some. */
export const timeShown = (ms: number): string => {
  const whole = Math.max(0, Math.round(ms))
  const seconds = Math.floor(whole / 1000)
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const rest = `${two(seconds % 60)}.${String(whole % 1000).padStart(3, '0')}`
  return hours > 0 ? `${hours}:${two(minutes % 60)}:${rest}` : `${minutes}:${rest}`
}

/** Whole milliseconds of `83.4`, `1:23,4`, `00:01:23.400`; null: no such moment of a film. */
export const timeTyped = (typed: string): number | null => {
  const found = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,6})(?:[.,](\d{1,6}))?$/.exec(typed.normalize('NFKC').trim())
  if (!found) return null
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = found
  if (found[2] !== undefined && Number(seconds) > 59) return null
  if (found[1] !== undefined && Number(minutes) > 59) return null
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Math.round(Number(`0.${fraction}0`) * 1000)
  return ms <= LATEST ? ms : null
}

/** Milliseconds of a number of seconds with its sign (`-0,5`); null: none. */
export const secondsTyped = (typed: string): number | null => {
  const found = /^([+\-−–]?)\s*(\d{1,6}(?:[.,]\d{1,6})?)$/.exec(typed.normalize('NFKC').trim())
  if (!found) return null
  const ms = Math.round(Number((found[2] as string).replace(',', '.')) * 1000)
  return found[1] === '' || found[1] === '+' ? ms : -ms
}

const two = (number: number): string => String(number).padStart(2, '0')
