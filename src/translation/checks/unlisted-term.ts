import type { Language } from '#newsroom'
import { hasBoth, problems, sourceOf, targetOf, type CheckedPair, type SegmentCheck, type TermHit } from './types'

/** A term of the source whose preferred form the target does not have. */
export const unlistedTerm: SegmentCheck = {
  id: 'unlisted-term',
  severity: 'warning',
  kind: 'term',
  scope: 'segment',
  applies: hasBoth,
  finds: (pair, { languages }) => {
    const { source, target } = pair.terms
    // A forbidden form is its own finding; two terms may share a form, of which the matcher names one.
    const answered = new Set(target.map(({ term }) => term.id))
    const said = new Set(target.filter(({ forbidden }) => !forbidden).map(({ form }) => form))
    const open = new Map(
      source
        .filter((hit) => !answered.has(hit.term.id) && !isUnit(hit, pair) && !isCommonWord(hit, pair))
        .map((hit) => [hit.term.id, hit]),
    )
    return problems(
      pair,
      [...open.values()].flatMap(({ term, form }) => {
        const preferred = term.forms[languages.to]
        const used = preferred === '' || said.has(preferred) || isInflected(preferred, targetOf(pair), languages.to)
        return used ? [] : [{ term: form, preferred }]
      }),
    )
  },
}

/** After a figure it is a unit, and the number check's affair: 54 tỷ đồng. */
const isUnit = ({ start }: TermHit, pair: CheckedPair): boolean => /[\d]\s?$/u.test(sourceOf(pair).slice(0, start))

/** A short title written small is the everyday word: quyết định, to decide, beside Quyết định, a Decision. */
const isCommonWord = ({ form, start }: TermHit, pair: CheckedPair): boolean =>
  form.split(' ').length <= 2 && /^\p{Lu}\p{Ll}/u.test(form) && /\p{Ll}/u.test(sourceOf(pair)[start] ?? '')

/** English words in other endings (memoranda, provincial), in this order. */
const isInflected = (preferred: string, text: string, language: Language): boolean => {
  if (language !== 'en') return false
  const stems = preferred
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .map((word) => (word.length < 5 ? `${word}(?!\\p{L})` : `${word.slice(0, -2)}\\p{L}*`))
  return new RegExp(`(?<!\\p{L})${stems.join('[^\\p{L}]+')}`, 'iu').test(text)
}
