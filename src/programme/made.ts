/** A programme as its makers see it: every step with its words, film and poster, ready to be packed or shown. Pure. */
import type { Digest, ItemId, Language } from '#newsroom'
import type { Clip, ProgrammeContents, ProgrammeStep } from '#publication/programme'
import type { Medium } from '#publication/release'
import type { VideoCue } from '#publication/video'
import { stepTimes, type StepTimes } from './timing'

export type MadeFilm = {
  /** A film of ours, in the media store as `{digest}.{ext}`; or an address at the broadcaster's. */
  readonly file: { readonly digest: Digest; readonly ext: string } | null
  readonly link: string | null
  readonly clip: Clip
  /** Cut to the clip and counted from its beginning (`cuesOfClip`). */
  readonly cues: readonly VideoCue[]
}
export type MadeStep = Omit<ProgrammeStep, 'film' | 'readMs' | 'clipMs'> & { readonly film: MadeFilm | null }

/** Input of files and snapshot. JSON; the same input gives the same bytes. */
export type Programme = Pick<ProgrammeContents, 'airDate' | 'airTime' | 'presenter' | 'targetMs'> & {
  readonly item: ItemId
  readonly language: Language
  readonly title: string
  /** As the broadcaster is called in the language of the programme. */
  readonly channel: string
  /** Units a minute, see `PACE`. */
  readonly pace: number
  readonly steps: readonly MadeStep[]
  /** Of every poster: where the bytes are, by the digest of the figure. */
  readonly media: readonly Medium[]
}

/** By the place of the step. */
export const timesOf = ({ language, pace, steps }: Pick<Programme, 'language' | 'pace' | 'steps'>): readonly StepTimes[] =>
  steps.map(({ intro, script, film }) => stepTimes({ intro, script, clip: film?.clip ?? null }, language, pace))

/** The subtitles that are seen in a part of a film, counted from its beginning; what reaches over an end is cut there. */
export const cuesOfClip = (cues: readonly VideoCue[], { from, to }: Clip): readonly VideoCue[] =>
  cues
    .filter(({ start, end }) => start < to && end > from)
    .map((cue) => ({ ...cue, start: Math.max(cue.start, from) - from, end: Math.min(cue.end, to) - from }))
