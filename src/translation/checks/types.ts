/** What a check of the translation desk sees and says. Everything here runs in browsers. */
import type { Finding, Language } from '#newsroom'
import type { Figure } from '#richtext'
import type { LanguagePair, Pair, SegmentKind, SegmentState, Term } from '../segment'

/** A term found in a text; offsets are UTF-16 units of the segment's `plain`. */
export type TermHit = {
  readonly term: Term
  readonly form: string
  readonly start: number
  readonly end: number
  readonly forbidden: boolean
}

export type TermHits = { readonly source: readonly TermHit[]; readonly target: readonly TermHit[] }

/** A pair with what is kept beside its target; `state` null = nothing is kept. */
export type CheckedPair = Pair & {
  readonly state: SegmentState | null
  readonly leftOut: boolean
  readonly terms: TermHits
}

export type CheckContext = {
  readonly languages: LanguagePair
  /** A story that touches on sovereignty. */
  readonly sovereignty: boolean
  /** Most characters (code points) that a kind of segment may have. */
  readonly fieldLimits: Readonly<Partial<Record<SegmentKind, number>>>
  /** In reading order; of the target also where each stands. Absent: there is no source to compare with. */
  readonly pictures?: {
    readonly source: readonly Figure[]
    readonly target: readonly (Figure & { readonly path: string })[]
  }
}

/** One thing found: where, and the values that a sentence is made of, in a fixed order. */
export type Problem = { readonly where: string; readonly facts: Readonly<Record<string, string>> }

type CheckHead = {
  /** First part of the ids of its findings. */
  readonly id: string
  readonly severity: Finding['severity']
  readonly kind: Finding['kind']
}

/** `applies` false = the check has nothing to say on this pair. */
export type SegmentCheck = CheckHead & {
  readonly scope: 'segment'
  readonly applies: (pair: CheckedPair, context: CheckContext) => boolean
  readonly finds: (pair: CheckedPair, context: CheckContext) => readonly Problem[]
}

export type TextCheck = CheckHead & {
  readonly scope: 'text'
  readonly applies: (context: CheckContext) => boolean
  readonly finds: (pairs: readonly CheckedPair[], context: CheckContext) => readonly Problem[]
}

export type Check = SegmentCheck | TextCheck

/** Words in the target, and whether they have a source. */
export const hasTarget = ({ target }: CheckedPair): boolean => target !== null && target.plain.trim() !== ''
export const hasBoth = (pair: CheckedPair): boolean => hasTarget(pair) && pair.source !== null && pair.source.plain.trim() !== ''

export const targetOf = ({ target }: CheckedPair): string => target?.plain ?? ''
export const sourceOf = ({ source }: CheckedPair): string => source?.plain ?? ''
export const pathOf = ({ source, target }: CheckedPair): string => target?.path ?? source?.path ?? ''

/** One problem at the pair's place for each value. */
export const problems = (pair: CheckedPair, facts: readonly Problem['facts'][]): readonly Problem[] =>
  facts.map((one) => ({ where: pathOf(pair), facts: one }))

export const isSpaced = (language: Language): boolean => language !== 'ja'
