import type { Figure } from '#richtext'
import type { TextCheck } from './types'

/** A picture that the source does not show, while the source shows one that is missing here: the source's was replaced. */
export const picture: TextCheck = {
  id: 'picture',
  severity: 'warning',
  kind: 'style',
  scope: 'text',
  applies: ({ pictures }) => pictures !== undefined,
  finds: (_, { pictures = { source: [], target: [] } }) => {
    const missing = without(pictures.source, pictures.target)
    return without(pictures.target, pictures.source)
      .slice(0, missing.length)
      .map((other, index) => ({ where: other.path, facts: { source: nameOf(missing[index]), target: nameOf(other) } }))
  },
}

/** Each picture once, though it be shown twice. */
const without = <F extends Figure>(some: readonly F[], others: readonly Figure[]): readonly F[] => {
  const seen = new Set(others.map(({ digest }) => digest))
  return some.filter(({ digest }) => !seen.has(digest) && seen.add(digest))
}

const nameOf = (figure: Figure | undefined): string => figure?.alt.trim() || figure?.caption.trim() || ''
