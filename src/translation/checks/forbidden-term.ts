import { forbiddenIn } from './gloss'
import { hasTarget, problems, targetOf, type SegmentCheck } from './types'

/** The same in any other story. */
export const forbiddenTerm: SegmentCheck = {
  id: 'forbidden-term',
  severity: 'warning',
  kind: 'term',
  scope: 'segment',
  applies: (pair, context) => !context.sovereignty && hasTarget(pair),
  finds: (pair, { languages }) =>
    problems(
      pair,
      forbiddenIn(targetOf(pair), pair.terms.target).map(({ term, form }) => ({
        found: form,
        preferred: term.forms[languages.to],
      })),
    ),
}
