import { hasTarget, problems, targetOf, type SegmentCheck } from './types'

/** Longer than its field takes, in code points. */
export const length: SegmentCheck = {
  id: 'length',
  severity: 'warning',
  kind: 'style',
  scope: 'segment',
  applies: (pair, { fieldLimits }) => hasTarget(pair) && pair.target !== null && fieldLimits[pair.target.kind] !== undefined,
  finds: (pair, { fieldLimits }) => {
    const limit = pair.target === null ? Infinity : (fieldLimits[pair.target.kind] ?? Infinity)
    const count = [...targetOf(pair)].length
    return count > limit ? problems(pair, [{ length: String(count), limit: String(limit) }]) : []
  },
}
