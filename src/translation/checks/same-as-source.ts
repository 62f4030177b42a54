import { hasBoth, problems, sourceOf, targetOf, type SegmentCheck } from './types'

/** The target repeats the source: words in small letters, not only names, numbers and units. */
export const sameAsSource: SegmentCheck = {
  id: 'same-as-source',
  severity: 'warning',
  kind: 'style',
  scope: 'segment',
  applies: (pair, { languages }) => languages.from !== languages.to && hasBoth(pair),
  finds: (pair) => {
    const source = sourceOf(pair).trim()
    return source === targetOf(pair).trim() && hasWords(source) ? problems(pair, [{ text: source }]) : []
  },
}

const UNITS = new Set(['km', 'cm', 'mm', 'kg', 'ha', 'tr', 'vs', 'www', 'http', 'https'])

/** Words of a language, not only names, numbers and units. */
export const hasWords = (text: string): boolean =>
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text) ||
  (text.match(/(?<![\p{L}\p{N}.@/])\p{Ll}[\p{L}\p{M}]+(?![\p{L}@/])/gu) ?? []).some((word) => !UNITS.has(word))
