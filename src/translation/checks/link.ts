import type { Code } from '../segment'
import { hasBoth, problems, type CheckedPair, type SegmentCheck } from './types'

/** A link of the target leads where its source's link leads. */
export const link: SegmentCheck = {
  id: 'link',
  severity: 'critical',
  kind: 'link',
  scope: 'segment',
  applies: hasBoth,
  finds: (pair) => {
    const lost = lostLinks(pair)
    const own = ownLinks(pair)
    return problems(
      pair,
      Array.from({ length: Math.max(lost.length, own.length) }, (_, index) => ({
        source: lost[index]?.href ?? '',
        target: own[index]?.href ?? '',
      })),
    )
  },
}

type Link = { readonly id: number; readonly href: string }

/** Links of the source in whose place the target has another one; a link that is gone altogether is a lost placeholder. */
export const lostLinks = (pair: CheckedPair): readonly Link[] =>
  without(used(pair.source), used(pair.target)).slice(0, ownLinks(pair).length)

const ownLinks = (pair: CheckedPair): readonly Link[] => without(used(pair.target), used(pair.source))

const used = (segment: CheckedPair['source']): readonly Link[] =>
  (segment?.codes ?? []).flatMap(({ id, node }: Code) => (node.kind === 'link' ? [{ id, href: node.href }] : []))

/** The first list without what the second has too, each once. */
const without = (list: readonly Link[], other: readonly Link[]): readonly Link[] => {
  const left = other.map(({ href }) => href)
  return list.filter(({ href }) => {
    const at = left.indexOf(href)
    if (at < 0) return true
    left.splice(at, 1)
    return false
  })
}
