import { disagreements } from '../quantities/compare'
import { hasBoth, problems, sourceOf, targetOf, type SegmentCheck } from './types'

/** Amounts, times, document and telephone numbers say the same on both sides. */
export const number: SegmentCheck = {
  id: 'number',
  severity: 'critical',
  kind: 'number',
  scope: 'segment',
  applies: hasBoth,
  finds: (pair, { languages }) =>
    problems(
      pair,
      disagreements({ text: sourceOf(pair), language: languages.from }, { text: targetOf(pair), language: languages.to }).flatMap(
        ({ kind, source, target }) => (kind === 'number' ? [{ source, target }] : []),
      ),
    ),
}
