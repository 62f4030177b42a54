/** A subtitle: words on a film between two moments. */

/**
 * `start` and `end` in whole milliseconds from the beginning of the film. A line is plain text; `｜漢字《かんじ》` in it is a ruby
 * (Aozora notation, as translators write it at their desk), and nothing else has a meaning.
 */
export type Cue = {
  /** Stays while the words and times of the cue change; a translation keeps the ids of its source. */
  readonly id: string
  readonly start: number
  readonly end: number
  readonly lines: readonly string[]
  readonly speaker: string | null
  readonly position: 'bottom' | 'top'
}

/** In the order of their beginnings; `cueFindings` says where they are not. */
export type CueList = readonly Cue[]

/** The last moment that a subtitle file can name: 99:59:59.999. */
export const LATEST = 360_000_000 - 1

/** What a cue says, without readings of ruby; empty = nothing. */
export const isEmpty = ({ lines }: Pick<Cue, 'lines'>): boolean => lines.every((line) => line.trim() === '')
