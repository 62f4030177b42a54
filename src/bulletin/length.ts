/** How long a text is, and what fits where. Pure. */
import type { Language } from '#newsroom'

const SEGMENTERS: Partial<Record<Language, Intl.Segmenter>> = {}

/** Characters as a reader counts them, spaces too, line ends not: a letter with its marks is one, a full-width sign is one. */
export const lengthOf = (text: string, language: Language): number => {
  const segmenter = (SEGMENTERS[language] ??= new Intl.Segmenter(language, { granularity: 'grapheme' }))
  let length = 0
  for (const { segment } of segmenter.segment(text)) if (!LINE_END.test(segment)) length++
  return length
}

const LINE_END = /^[\r\n\u2028\u2029]+$/

/** Characters beyond the budget; 0 = it fits, or there is none. */
export const overBudget = (length: number, budget: number | null): number => (budget === null ? 0 : Math.max(0, length - budget))

/** Of running text, per mm of one column; counted on the sample issue, a photo of the same height taking no letters. */
const CHARACTERS_PER_MM: Readonly<Record<Language, number>> = { vi: 8, en: 8, ja: 4 }
/** Of one column: with its caption a photo is not lower than this. */
const PHOTO_MM = 60
/** What is left under less than this is the end of a column. */
const NOTICED_MM = 15

/** `mm` as given; `characters` in round numbers. */
export type FillHint = { readonly mm: number; readonly characters: number; readonly photo: boolean }

/** What would fill the space at the end of a piece; `mm` of both columns together. Null: too little to fill. */
export const fillHint = (mm: number, language: Language): FillHint | null =>
  mm < NOTICED_MM
    ? null
    : {
        mm: Math.round(mm),
        characters: Math.max(50, Math.floor((mm * CHARACTERS_PER_MM[language]) / 50) * 50),
        photo: mm >= PHOTO_MM,
      }
