import { forbiddenIn } from './gloss'
import { hasTarget, problems, targetOf, type SegmentCheck } from './types'

/** In a story that touches on sovereignty no forbidden form may stand but as a gloss. */
export const sovereignty: SegmentCheck = {
  id: 'sovereignty',
  severity: 'critical',
  kind: 'sovereignty',
  scope: 'segment',
  applies: (pair, context) => context.sovereignty && hasTarget(pair),
  finds: (pair, { languages }) =>
    problems(
      pair,
      forbiddenIn(targetOf(pair), pair.terms.target).map(({ term, form }) => ({
        found: form,
        preferred: term.forms[languages.to],
      })),
    ),
}
