/** The film of a video: which bytes or which address, which still, how long. Pure. */
import type { Medium, Rendition, Snapshot } from '../release'
import type { VideoContents } from '../video'
import { forPage, picturesOf, uncropped, type Sized } from './pictures'

/** A video's snapshot: one that has a film. */
export type VideoSnapshot = Snapshot & { readonly video: VideoContents }
export const isVideo = (snapshot: Snapshot): snapshot is VideoSnapshot => snapshot.video !== undefined

/** The bytes of a film of ours; null where it stands elsewhere. */
export const filmFile = (file: VideoContents['file'], media: readonly Medium[]): Rendition | null => {
  const forms = media.find(({ digest }) => digest === file)?.renditions.filter(({ mime }) => mime.startsWith('video/')) ?? []
  return forms.find(({ name }) => name === 'original') ?? forms[0] ?? null
}

/** Where a film stands that is not ours: only a plain web address leads anywhere. */
export const filmLink = (link: string | null): { readonly href: string; readonly host: string } | null => {
  if (link === null || !URL.canParse(link)) return null
  const { protocol, href, hostname } = new URL(link)
  return /^https?:$/.test(protocol) ? { href, host: hostname.replace(/^www\./, '') } : null
}

/** The still that stands for the film. */
export const posterOf = ({ lead, media }: Pick<Snapshot, 'lead' | 'media'>): Sized | undefined =>
  lead === null ? undefined : forPage(uncropped(picturesOf(media, lead.digest)))

export const hasSubtitles = (snapshot: Snapshot): boolean => (snapshot.video?.cues.length ?? 0) > 0

/** Seconds to the millisecond, as ninjs and Media RSS count. */
export const secondsOf = (ms: number): number => Math.round(ms) / 1000

/** ISO 8601, as schema.org wants it: `PT1M5S`. */
export const isoDuration = (ms: number): string => {
  const whole = Math.max(1, Math.round(ms / 1000))
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds > 0 || whole < 60 ? `${seconds}S` : ''}`
}

/** `1:05`, `1:02:03`. */
export const clockOf = (ms: number): string => {
  const whole = Math.round(ms / 1000)
  const two = (number: number) => String(number).padStart(2, '0')
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}
