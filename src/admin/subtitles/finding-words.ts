/** What a finding on a cue says, in the reader's language; passages of the subtitle apart, because they speak another. Pure. */
import type { Language } from '#newsroom'
import type { CueFinding } from '#video/rules'
import type { Say } from '../words'

export type Part = { readonly text: string; readonly isPassage: boolean }

/** `say` and `language` of the reader. */
export const findingParts = (
  { rule, facts }: Pick<CueFinding, 'rule' | 'facts'>,
  { say, language }: { readonly say: Say; readonly language: Language },
): readonly Part[] => {
  const values = Object.entries(facts).map(([name, value]) =>
    NUMBER.test(value)
      ? { name, text: figure(Number(value), language), isPassage: false }
      : { name, text: value, isPassage: true },
  )
  const marked = Object.fromEntries(values.map(({ name }, index) => [name, `${MARK}${index}${MARK}`]))
  return say(`subtitles.finding.${rule}`, marked)
    .split(MARK)
    .map((text, index) => {
      const value = index % 2 === 1 ? values[Number(text)] : undefined
      return value ? { text: value.text, isPassage: value.isPassage } : { text, isPassage: false }
    })
    .filter(({ text }) => text !== '')
}

/** Another cue that a finding speaks of, by its number in the table instead of its id. */
export const withNumbers = (finding: CueFinding, numberOf: (id: string) => number): CueFinding => {
  const name = NAMED[finding.rule]
  const id = name === undefined ? undefined : finding.facts[name]
  return name === undefined || id === undefined
    ? finding
    : { ...finding, facts: { ...finding.facts, [name]: String(numberOf(id)) } }
}
const NAMED: Readonly<Partial<Record<CueFinding['rule'], string>>> = { overlap: 'with', order: 'before' }

/** As the language writes it: `14,2` or `14.2`; at most three places, as times have them. */
export const figure = (number: number, language: Language, places = 3): string => {
  const kind = `${language} ${places}`
  const format = FORMATS.get(kind) ?? new Intl.NumberFormat(language, { maximumFractionDigits: places })
  FORMATS.set(kind, format)
  return format.format(number)
}

// To make one takes longer than to use it; a table of cues has thousands of figures.
const FORMATS = new Map<string, Intl.NumberFormat>()
const NUMBER = /^\d+(?:\.\d+)?$/
const MARK = '\u0001'
