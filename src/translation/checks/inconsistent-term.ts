import { isGloss } from './gloss'
import { hasTarget, pathOf, targetOf, type Problem, type TextCheck } from './types'

/** One term has two forms within the text. */
export const inconsistentTerm: TextCheck = {
  id: 'inconsistent-term',
  severity: 'warning',
  kind: 'term',
  scope: 'text',
  applies: () => true,
  finds: (pairs) => {
    const first = new Map<string, string>()
    const seen = new Set<string>()
    return pairs.filter(hasTarget).flatMap((pair) =>
      pair.terms.target
        .filter((hit) => !isGloss(targetOf(pair), hit, pair.terms.target))
        .flatMap(({ term, form }): readonly Problem[] => {
          const before = first.get(term.id)
          if (before === undefined) first.set(term.id, form)
          if (before === undefined || before.toLowerCase() === form.toLowerCase() || seen.has(`${term.id} ${form}`)) return []
          seen.add(`${term.id} ${form}`)
          return [{ where: pathOf(pair), facts: { first: before, here: form } }]
        }),
    )
  },
}
