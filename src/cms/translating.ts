/** A translation beside its source, segment by segment, from what the newsroom keeps. */
import type { PayloadRequest } from 'payload'
import { followsSame } from '#publication/release'
import { begin, carry, followed, rows, type Row } from '#translation/lineage'
import type { Lineage, Segment, Words } from '#translation/segment'
import { segmentsOf, targetSegmentsOf } from '#translation/segments'
import { databaseNow } from './database'
import { sourceNow } from './following'
import { followsOf, wordsOf, type ArticleDoc, type BasedOn } from './snapshot'

export type Translating = {
  /** The source as it stands, as far as it may be followed. */
  readonly now: BasedOn
  /** As the source stands now, and as it stood when this was made from it. */
  readonly source: readonly Segment[]
  readonly basedOn: readonly Segment[]
  readonly target: readonly Segment[]
  readonly lineage: Lineage
  readonly rows: readonly Row[]
}

type Kept = Pick<ArticleDoc, 'basedOn' | 'lineage' | 'follows'>

/** `words`: the translation as a release would have it; `now`: its source as it stands (`basedOnNow`). */
export const translating = ({ basedOn, lineage }: Kept, words: Words, now: BasedOn): Translating => {
  const source = segmentsOf(now.text)
  const was = basedOn ? segmentsOf(basedOn.text) : source
  const target = targetSegmentsOf(words, was)
  const kept = lineageOf({ lineage }, was, target)
  return { now, source, basedOn: was, target, lineage: kept, rows: rows(source, was, target, kept) }
}

/** What is kept beside a target; of a text that has nothing kept yet, its beginning. */
export const lineageOf = ({ lineage }: Pick<Kept, 'lineage'>, was: readonly Segment[], target: readonly Segment[]): Lineage =>
  lineage ?? begin(was, target)

/** `req.context` of a save that the desk makes: what its segments were and render, before the save cleans them. */
export type Worked = { readonly segments: readonly Segment[]; readonly lineage: Lineage }
export const WORKED_CONTEXT = 'newsroomSegments'

/** Of a translation after a save: what each segment renders, and the source that the whole follows. Of a source: nothing. */
export const lineageAfter = async (
  req: PayloadRequest,
  before: ArticleDoc | null,
  { basedOn, words, by }: { readonly basedOn: BasedOn | null; readonly words: Words; readonly by: string },
): Promise<Kept> => {
  if (!basedOn) return {}
  const was = segmentsOf(basedOn.text)
  const target = targetSegmentsOf(words, was)
  if (!before) return kept(basedOn, begin(was, target))
  const worked = (req.context[WORKED_CONTEXT] as Worked | undefined) ?? (await asStored(req, before, was))
  const at = (await databaseNow(req.payload)).toISOString()
  const lineage = carry(worked.lineage, worked.segments, target, { by, at })
  return advanced(req, { basedOn, lineage }, target)
}

/** `basedOn` advances to the source as it stands when every segment that changed there was confirmed or left out. */
export const advanced = async (req: PayloadRequest, { basedOn, lineage }: Kept, target: readonly Segment[]): Promise<Kept> => {
  const now = basedOn && lineage ? await sourceNow(req, basedOn) : null
  if (!basedOn || !lineage || !now || followsSame(now, basedOn)) return kept(basedOn ?? null, lineage ?? null)
  const follows = followed(segmentsOf(now.text), segmentsOf(basedOn.text), target, lineage)
  return kept(follows ? now : basedOn, lineage)
}

const kept = (basedOn: BasedOn | null, lineage: Lineage | null) => ({ basedOn, lineage, follows: basedOn && followsOf(basedOn) })

const asStored = async (req: PayloadRequest, article: ArticleDoc, was: readonly Segment[]): Promise<Worked> => {
  const segments = targetSegmentsOf(await wordsOf(req, article), was)
  return { segments, lineage: lineageOf(article, was, segments) }
}
