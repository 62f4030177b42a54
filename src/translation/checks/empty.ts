import { pathOf, type CheckedPair, type SegmentCheck } from './types'

/** No words in the target, or words of a machine that nobody has touched. */
export const empty: SegmentCheck = {
  id: 'empty',
  severity: 'critical',
  kind: 'empty',
  scope: 'segment',
  applies: ({ source, leftOut }) => !leftOut && source !== null && source.plain.trim() !== '',
  finds: (pair) => {
    const reason = reasonOf(pair)
    return reason === null ? [] : [{ where: pathOf(pair), facts: { reason } }]
  },
}

const reasonOf = ({ target, state }: CheckedPair): 'missing' | 'empty' | 'machine' | null => {
  if (target === null) return 'missing'
  if (target.plain.trim() === '' || state === 'empty') return 'empty'
  return state === 'machine' ? 'machine' : null
}
