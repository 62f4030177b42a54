import type { Finding } from '#newsroom'
import type { CueList } from '#video/cue'

/**
 * Findings as a person is told them: cues by their number in the table (`facts.number`), not by their id. Only for the eye: a
 * dismissal holds for the values of the finding itself, and a number moves with every cue that is put before it.
 */
export const withCueNumbers = (findings: readonly Finding[], cues: CueList): readonly Finding[] => {
  if (!findings.some(({ kind }) => kind === 'cue')) return findings
  const numbers = new Map(cues.map(({ id }, index) => [id, String(index + 1)]))
  return findings.map((finding) => {
    const number = finding.kind === 'cue' ? numbers.get(finding.where.replace(/^cue\./, '')) : undefined
    return number === undefined ? finding : { ...finding, facts: { ...named(finding, numbers), number } }
  })
}

/** Rules that speak of another cue, and the fact that holds its id. */
const OTHER = [
  ['cue-overlap:', 'with'],
  ['cue-order:', 'before'],
] as const

const named = ({ id, facts }: Finding, numbers: ReadonlyMap<string, string>): Finding['facts'] => {
  const fact = OTHER.find(([rule]) => id.startsWith(rule))?.[1]
  return fact === undefined ? facts : { ...facts, [fact]: numbers.get(facts[fact] ?? '') ?? facts[fact] ?? '' }
}
