import { hasTarget, isSpaced, problems, sourceOf, targetOf, type SegmentCheck } from './types'

/** Words run together, as at the joins of pasted lines: `Đà LạtLâm Đồng`, `mùa hoa.Du khách`. */
export const joined: SegmentCheck = {
  id: 'joined',
  severity: 'warning',
  kind: 'style',
  scope: 'segment',
  applies: (pair, { languages }) => isSpaced(languages.to) && hasTarget(pair),
  finds: (pair) => {
    const source = sourceOf(pair)
    const text = targetOf(pair).replace(ADDRESS, ' ')
    const found = [...new Set([...(text.match(CAPITAL_INSIDE) ?? []), ...(text.match(NO_SPACE) ?? [])])]
    return problems(
      pair,
      // YouTube, VnExpress, and whatever the source writes so.
      found.filter((word) => !source.includes(word) && !NAMES.test(word)).map((word) => ({ found: word })),
    )
  },
}

const ADDRESS = /(?:https?:\/\/|www\.)\S+|\S+@\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|org|net|example|jp|int)(?:\/\S*)?/giu
const CAPITAL_INSIDE = /(?<![\p{L}\d])[\p{L}\p{M}]*\p{Ll}\p{Lu}[\p{L}\p{M}]*/gu
const NO_SPACE = /[\p{L}\p{M}]{2,}(?:[,;!?]|\.(?=\p{Lu}))[\p{L}\p{M}]{2,}/gu
const NAMES =
  /^(?:Mc|Mac|O['’])\p{Lu}|^[a-z]\p{Lu}\p{Ll}+$|^(?:You|Face|Tik|Insta|Linked|Pay|Duck|Post|Java|Type|Git|Power|Word|Book|Master|Vn|Viet|Fin|Net|Wi|Ph|In)\p{Lu}|^\p{Lu}{2,}s$/u
