import { hasBoth, problems, type SegmentCheck } from './types'

/** A term of the source whose preferred form the target does not have. */
export const unlistedTerm: SegmentCheck = {
  id: 'unlisted-term',
  severity: 'warning',
  kind: 'term',
  scope: 'segment',
  applies: hasBoth,
  finds: (pair, { languages }) => {
    const { source, target } = pair.terms
    // A forbidden form is its own finding.
    const answered = new Set(target.map(({ term }) => term.id))
    const said = new Set(target.filter(({ forbidden }) => !forbidden).map(({ form }) => form))
    const open = new Map(source.filter(({ term }) => !answered.has(term.id)).map((hit) => [hit.term.id, hit]))
    return problems(
      pair,
      [...open.values()].flatMap(({ term, form }) => {
        const preferred = term.forms[languages.to]
        // Two terms may share a form: the matcher names one of them.
        return preferred === '' || said.has(preferred) ? [] : [{ term: form, preferred }]
      }),
    )
  },
}
