import type { Language } from '#newsroom'
import { hasTarget, problems, targetOf, type SegmentCheck } from './types'

/** Words, particles, punctuation or spaces typed twice. */
export const doubled: SegmentCheck = {
  id: 'doubled',
  severity: 'warning',
  kind: 'style',
  scope: 'segment',
  applies: hasTarget,
  finds: (pair, { languages }) => {
    const text = targetOf(pair)
    const found = [...words(text, languages.to), ...(text.match(SPACES) ?? []).map(() => '␣␣'), ...(text.match(MARKS) ?? [])]
    return problems(
      pair,
      [...new Set(found)].map((one) => ({ found: one })),
    )
  },
}

const SPACES = /[^\S\n]{2,}/gu
const MARKS = /([,;:、。，])\1+|(?<!\.)\.\.(?!\.)/gu

const words = (text: string, language: Language): readonly string[] => {
  if (language === 'ja') return text.match(JAPANESE) ?? []
  return [...text.matchAll(/(?<![\p{L}\p{M}\d-])([\p{L}\p{M}]+)[^\S\n]+\1(?![\p{L}\p{M}\d-])/giu)]
    .filter(([, word = '']) => isSlip(word, language))
    .map(([found]) => found)
}

const isSlip = (word: string, language: Language): boolean =>
  language === 'vi'
    ? // Vietnamese doubles words to say more or less of them (xanh xanh, luôn luôn): only words that no one doubles.
      VIETNAMESE.has(word.toLowerCase())
    : // Walla Walla is a place; "had had" and "that that" are grammar.
      !/^\p{Lu}/u.test(word) && !ENGLISH.has(word.toLowerCase())

const VIETNAMESE = new Set(
  'của và là các những với cho được đã sẽ đến tại ở có về để do theo khi này đó trên dưới bị mà thì nhưng hoặc như rằng tỉnh một'.split(
    ' ',
  ),
)
const ENGLISH = new Set(['had', 'that', 'very', 'so', 'no', 'bye', 'ha', 'long', 'much', 'many', 'far', 'blah'])

// Between words in kanji or katakana a particle stands once; within kana it may be part of a word (もののけ, とともに).
const JAPANESE =
  /(?<=[\p{Script=Han}\p{Script=Katakana}ー])(?:をを|がが|にに|はは|でで|のの)(?=[\p{Script=Han}\p{Script=Katakana}])|ののの+|をを+|ますます(?:ます)+|ですです|したした|(?<=\p{Script=Han}\p{Script=Han})(?:からから|まで(?:まで)+|により(?:により)+)/gu
