/** What a video adds to a snapshot: the film and its subtitles in one language. Shapes only. */
import type { Digest } from '#newsroom'

/** `src/video/cue` says what each part means. Whole milliseconds; a line may hold a ruby as `｜漢字《かんじ》`. */
export type VideoCue = {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly lines: readonly string[]
  readonly speaker: string | null
  readonly position: 'bottom' | 'top'
}

/** Either a file of ours (a medium of the snapshot, by the digest of its original) or an address at the broadcaster's. */
export type VideoContents = {
  readonly file: Digest | null
  readonly link: string | null
  /** Whole milliseconds; null = not known (of a link). */
  readonly durationMs: number | null
  readonly width: number | null
  readonly height: number | null
  readonly cues: readonly VideoCue[]
}
