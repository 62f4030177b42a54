/** The memory without any art: every text compared with every other. What the index must agree with. */
import { compared, exactKey, judge } from '#translation/memory-score'
import type { Verdict } from '#translation/memory-score'

const trigramsOf = (text: string): ReadonlySet<string> => {
  const padded = `\u0002\u0002${text}\u0003\u0003`
  return new Set(Array.from({ length: text.length + 2 }, (_, at) => padded.slice(at, at + 3)))
}

export const naiveDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++)
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}

export const naiveVerdict = (text: string, other: string): Verdict => {
  const [a, b] = [compared(text), compared(other)]
  const [left, right] = [trigramsOf(a.masked), trigramsOf(b.masked)]
  const common = [...left].filter((trigram) => right.has(trigram)).length
  const longer = Math.max(a.masked.length, b.masked.length)
  const dice = (2 * common) / (left.size + right.size)
  const alike = (dice + 1 - naiveDistance(a.masked, b.masked) / longer) / 2
  return judge(alike, a, b, exactKey(text) === exactKey(other))
}
