/** What a producer arranges: the running order of a broadcaster's bulletin. Pure. */
import type { Language } from '#newsroom'
import type { CivilDay } from '#publication/edition'
import type { Clip, StepKind } from '#publication/programme'

export type PlanStep = {
  /** Stays when the step moves. */
  readonly id: string
  readonly kind: StepKind
  /** The story whose text in the programme's language is told; null = own words. */
  readonly story: string | null
  readonly title: string
  readonly intro: string
  readonly script: string
  /** Of the story's film; null = no pictures. */
  readonly clip: Clip | null
  readonly notes: string
}
export type ProgrammePlan = {
  /** Key of the broadcaster's channel. */
  readonly channel: string
  readonly language: Language
  readonly title: string
  readonly airDate: CivilDay
  /** `hh:mm`, Asia/Ho_Chi_Minh. */
  readonly airTime: string
  readonly presenter: string
  readonly targetMs: number
  /** Words a minute (en), syllables a minute (vi), characters a minute (ja). */
  readonly pace: number
  readonly steps: readonly PlanStep[]
}
