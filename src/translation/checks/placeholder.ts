import { decode, withOwn } from '../codes'
import type { Code } from '../segment'
import { lostLinks } from './link'
import { hasBoth, problems, type SegmentCheck } from './types'

/** Every code of the source comes back once; the target may have codes of its own beside them. */
export const placeholder: SegmentCheck = {
  id: 'placeholder',
  severity: 'critical',
  kind: 'placeholder',
  scope: 'segment',
  applies: hasBoth,
  finds: (pair, { languages }) => {
    const source = pair.source?.codes ?? []
    const text = pair.target?.text ?? ''
    const found = decode(text, withOwn(source, pair.target?.codes ?? [])).problems
    const byId = new Map(source.map((code) => [code.id, code]))
    const changed = new Set(lostLinks(pair).map(({ id }) => id))
    // Furigana is of use in Japanese only, and a link that leads elsewhere is its own finding.
    const isMissed = (id: number) => {
      const code = byId.get(id)
      return code !== undefined && !changed.has(id) && !(code.node.kind === 'ruby' && languages.to !== 'ja')
    }
    const facts = (problem: string, ids: readonly number[]) => ids.map((id) => ({ problem, code: nameOf(id, byId.get(id)) }))
    return problems(pair, [
      ...facts('lost', found.lost.filter(isMissed)),
      ...facts('doubled', found.doubled),
      ...facts('crossed', found.crossed),
      ...facts('unknown', found.unknown),
    ])
  },
}

const nameOf = (id: number, code: Code | undefined): string => (code?.form === 'single' ? `⟦${id}/⟧` : `⟦${id}⟧`)
