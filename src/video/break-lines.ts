/** A text as the lines of one cue. */
import type { Language } from '#newsroom'
import { isDialogue, tidyLine } from './line'
import { widthOf } from './measure'
import { placesOf, type Why } from './places'
import { QUALITY } from './rules'

/**
 * One line where the text fits into one and one person speaks, else two: where the sense ends and the lines are about as long
 * as each other, the lower one rather the longer. Never within a word, a number with its unit or a ruby, never against kinsoku;
 * where only such places are left, one line that is too long. No word is lost: `joinLines` gives the text back (a space at a
 * Japanese break goes).
 */
export const breakLines = (
  text: string,
  language: Language,
  longest: number = QUALITY[language].lineLength,
): readonly string[] => {
  const words = tidyLine(text)
  if (words === '') return []
  const places = placesOf(words, language)
  const talk = isDialogue(words) ? places.filter(({ why }) => why === 'dialogue') : []
  if (talk.length === 0 && widthOf(words, language) <= longest) return [words]
  const width = widthOf(words, language)
  const lengths = lengthsOf(words, language)
  let best: { readonly lines: readonly string[]; readonly cost: number } | null = null
  for (const { at, next, why } of talk.length > 0 ? talk : places) {
    const cost = COST[why]
    if (cost === null) continue
    const upper = lengths(at)
    const lower = width - lengths(next)
    const over = Math.max(0, upper - longest) + Math.max(0, lower - longest)
    const total = cost + over * OVER + (Math.abs(upper - lower) / width) * UNEVEN + (upper > lower ? TOP_HEAVY : 0)
    if (!best || total < best.cost) best = { lines: [words.slice(0, at).trimEnd(), words.slice(next)], cost: total }
  }
  return best ? best.lines : [words]
}

/** What a break costs at such a place; null: never. A line that is too long by one character costs more than any of them. */
const COST: Readonly<Record<Why, number | null>> = {
  dialogue: 0,
  sentence: 0,
  clause: 1,
  phrase: 3,
  particle: 5,
  word: 6,
  binding: 13,
  name: 12,
  counted: 14,
  kinsoku: null,
  number: null,
  inside: null,
}
const OVER = 20
const UNEVEN = 10
const TOP_HEAVY = 0.5

/** The width up to every place of a text, measured once. */
function lengthsOf(words: string, language: Language): (at: number) => number {
  let from = 0
  let sum = 0
  // Places come in order, `next` of one at most `at` of the following: each stretch is measured once or twice.
  return (at) => {
    if (at < from) [from, sum] = [0, 0]
    sum += widthOf(words.slice(from, at), language)
    from = at
    return sum
  }
}
