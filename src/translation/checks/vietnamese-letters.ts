import { hasTarget, problems, sourceOf, targetOf, type SegmentCheck } from './types'

/** Letters with Vietnamese marks in an English or Japanese text; document numbers and official forms keep theirs. */
export const vietnameseLetters: SegmentCheck = {
  id: 'vietnamese-letters',
  severity: 'warning',
  kind: 'style',
  scope: 'segment',
  applies: (pair, { languages }) => languages.to !== 'vi' && hasTarget(pair),
  finds: (pair) => {
    const text = withoutNumbers(
      pair.terms.target
        .filter(({ forbidden }) => !forbidden)
        .reduceRight((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), targetOf(pair)),
    )
    const words = new Set(sourceOf(pair).match(WORD) ?? [])
    const left = [...new Set(text.match(WORD) ?? [])].filter(
      (word) => ONLY_VIETNAMESE.test(word) || (SHARED.test(word) && words.has(word)),
    )
    return left.length === 0 ? [] : problems(pair, [{ found: left.join(' ') }])
  },
}

const withoutNumbers = (text: string): string => text.replace(/\d+[\/-][A-ZĐ][A-ZĐ0-9/&-]*/gu, ' ')

const WORD = /[\p{Script=Latin}\p{M}]+/gu
const ONLY_VIETNAMESE = /[ăđơưĂĐƠƯ\u1EA0-\u1EF9]/u
// Of other languages too (café): Vietnamese only where the source has the very word.
const SHARED = /[àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĩũĨŨ]/u
