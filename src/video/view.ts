/** What the subtitle editor reads and writes, as JSON over the desk's doors; the newsroom and the panel share it. */
import type { Instant, Language } from '#newsroom'
import type { Cue } from './cue'
import type { CueFinding, Quality } from './rules'
import type { SubtitleWarning } from './subtitles'

/** GET /api/desk/articles/:article/cues ; PUT with `CuesChange` answers the same. */
export type CueDesk = {
  readonly article: string
  readonly story: string
  readonly language: Language
  readonly title: string
  /** Counts saves of the text; a save names the one it started from, else 409 `save.conflict` with `theirs.cues`. */
  readonly rev: number
  /** Why nothing can be written here now, in the reader's language; null = write. */
  readonly locked: string | null
  readonly film: FilmView
  readonly cues: readonly Cue[]
  /** Of a translation: the cues that it follows, as they stand now, and which of them changed since they were translated. */
  readonly source: { readonly language: Language; readonly cues: readonly Cue[]; readonly changed: readonly string[] } | null
  /** As the server judges them; the panel judges as one types, by the same `video/rules`. */
  readonly findings: readonly CueFinding[]
  /** Findings of the text checks on cues (numbers, terms …), by cue id. */
  readonly textFindings: readonly { readonly cue: string; readonly severity: 'critical' | 'warning'; readonly text: string }[]
  readonly quality: Quality
  readonly savedAt: Instant | null
}
export type FilmView = {
  /** Address of the film for the player, same origin; null = a link elsewhere. */
  readonly url: string | null
  readonly mime: string | null
  readonly link: string | null
  readonly poster: string | null
  readonly durationMs: number | null
  readonly width: number | null
  readonly height: number | null
}
/** PUT /api/desk/articles/:article/cues */
export type CuesChange = { readonly rev: number; readonly cues: readonly Cue[] }
/** POST /api/desk/articles/:article/cues/read (body: the file itself, application/octet-stream): what is in it; nothing is stored. */
export type CuesRead = {
  readonly cues: readonly Cue[]
  readonly format: 'srt' | 'vtt'
  readonly warnings: readonly SubtitleWarning[]
}
/** GET /api/desk/articles/:article/cues/suggestions?cue= : wordings from the memory, best first. */
export type CueSuggestions = {
  readonly suggestions: readonly { readonly text: string; readonly score: number; readonly of: string }[]
}
