/** What a programme (a broadcaster's bulletin) adds to a snapshot: its running order, frozen. Shapes only. */
import type { Digest, ItemId } from '#newsroom'
import type { Figure } from '#richtext'
import type { CivilDay } from './edition'
import type { VideoCue } from './video'

/** A part of a film; whole milliseconds from its beginning. */
export type Clip = { readonly from: number; readonly to: number }

export const STEP_KINDS = ['opening', 'item', 'closing'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** One step of the running order. */
export type ProgrammeStep = {
  readonly id: string
  readonly kind: StepKind
  readonly title: string
  /** Read by the presenter before the script; may be empty. */
  readonly intro: string
  /** What is read. */
  readonly script: string
  /** The text or video of the log that it tells, by the digest of its snapshot; null = the programme's own words. */
  readonly text: { readonly item: ItemId; readonly digest: Digest } | null
  readonly film: {
    readonly file: Digest | null
    readonly link: string | null
    readonly clip: Clip
    readonly cues: readonly VideoCue[]
  } | null
  readonly poster: Figure | null
  /** Whole milliseconds: reading by the speed of the language, and the clip. */
  readonly readMs: number
  readonly clipMs: number
}

export const PROGRAMME_FILES = ['scriptDocx', 'scriptTxt', 'rundownJson', 'rundownCsv', 'vtt', 'srt', 'package'] as const
export type ProgrammeFileKind = (typeof PROGRAMME_FILES)[number]
/** Bytes in the media store, named `{digest}.{ext}`; `step` where the file is of one step. */
export type ProgrammeFile = {
  readonly kind: ProgrammeFileKind
  readonly step: string | null
  readonly digest: Digest
  readonly ext: 'docx' | 'txt' | 'json' | 'csv' | 'vtt' | 'srt' | 'zip'
  readonly mime: string
  readonly bytes: number
}

export type ProgrammeContents = {
  readonly airDate: CivilDay
  /** `hh:mm`, Asia/Ho_Chi_Minh. */
  readonly airTime: string
  readonly presenter: string
  readonly targetMs: number
  readonly totalMs: number
  readonly steps: readonly ProgrammeStep[]
  readonly files: readonly ProgrammeFile[]
}
