/** What a sample film says: subtitles in several languages and the texts around them. */

/** Milliseconds from the film's first frame; at most two lines. */
export type Cue = {
  readonly start: number
  readonly end: number
  readonly lines: readonly string[]
  readonly speaker: string | null
}
export type Speech = { readonly speaker: string | null; readonly text: string }
export type FilmText = {
  readonly title: string
  readonly summary: string
  readonly credits: string
  readonly transcript: readonly Speech[]
}
type Spoken = readonly [start: number, end: number, speaker: string, ...lines: string[]]

export const cued = (...spoken: readonly Spoken[]): readonly Cue[] =>
  spoken.map(([start, end, speaker, ...lines]) => ({ start, end, lines, speaker }))

/** The cues as running text, one paragraph for as long as one speaker goes on; Japanese joins without a space. */
export const transcriptOf = (cues: readonly Cue[], language: 'vi' | 'en' | 'ja'): readonly Speech[] =>
  cues.reduce<readonly Speech[]>((speeches, { speaker, lines }) => {
    const space = language === 'ja' ? '' : ' '
    const text = lines.join(space)
    const last = speeches[speeches.length - 1]
    return last !== undefined && last.speaker === speaker
      ? [...speeches.slice(0, -1), { speaker, text: `${last.text}${space}${text}` }]
      : [...speeches, { speaker, text }]
  }, [])
