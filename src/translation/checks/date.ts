import { disagreements } from '../quantities/compare'
import { hasBoth, problems, sourceOf, targetOf, type SegmentCheck } from './types'

/** Dates, months, quarters, years and days of the week say the same on both sides. */
export const date: SegmentCheck = {
  id: 'date',
  severity: 'critical',
  kind: 'date',
  scope: 'segment',
  applies: hasBoth,
  finds: (pair, { languages }) =>
    problems(
      pair,
      disagreements({ text: sourceOf(pair), language: languages.from }, { text: targetOf(pair), language: languages.to }).flatMap(
        ({ kind, source, target }) => (kind === 'date' ? [{ source, target }] : []),
      ),
    ),
}
