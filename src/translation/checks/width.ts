import type { Language } from '#newsroom'
import { hasTarget, problems, targetOf, type CheckedPair, type SegmentCheck } from './types'

/** Figures and Latin letters half width, kana and Japanese punctuation full width; nothing full width in vi and en. */
export const width: SegmentCheck = {
  id: 'width',
  severity: 'warning',
  kind: 'style',
  scope: 'segment',
  applies: hasTarget,
  finds: (pair, { languages }) => {
    const found = [...new Set(textOf(pair).match(WRONG[languages.to]) ?? [])].join(' ')
    return found === '' ? [] : problems(pair, [{ found }])
  },
}

const WRONG: Readonly<Record<Language, RegExp>> = {
  vi: /[\uFF01-\uFF9F、。「」]+/gu,
  en: /[\uFF01-\uFF9F、。「」]+/gu,
  ja: /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]+|[\uFF61-\uFF9F]+|(?<=[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}])[,.!?;:](?=[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]|$)|\((?=[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}])|(?<=[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}])\)/gu,
}

/** Official forms keep their own signs: `VTV4(国際放送チャンネル)`. */
const textOf = (pair: CheckedPair): string =>
  pair.terms.target
    .filter(({ forbidden }) => !forbidden)
    .reduceRight((text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end), targetOf(pair))
