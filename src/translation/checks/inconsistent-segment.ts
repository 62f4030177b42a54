import { hasBoth, pathOf, sourceOf, targetOf, type TextCheck } from './types'

/** The same source words are translated in two ways. */
export const inconsistentSegment: TextCheck = {
  id: 'inconsistent-segment',
  severity: 'warning',
  kind: 'style',
  scope: 'text',
  applies: () => true,
  finds: (pairs) => {
    const first = new Map<string, string>()
    return pairs.filter(hasBoth).flatMap((pair) => {
      const source = sourceOf(pair).trim()
      const target = targetOf(pair).trim()
      const before = first.get(source)
      if (before === undefined) first.set(source, target)
      return before === undefined || before === target
        ? []
        : [{ where: pathOf(pair), facts: { source, first: before, here: target } }]
    })
  },
}
