/** The spellings in which a listed form of a term is found in a text. */
import type { Language } from '#newsroom'

/** `communicate; publicise` lists two forms of equal right. */
export const alternatives = (listed: string): readonly string[] =>
  listed
    .split(/[;；]/u)
    .map((form) => form.trim())
    .filter(Boolean)

/**
 * The form itself first, then without what stands in brackets (`Vietnam News Agency (VNA)`), then, in English, with its
 * noun in the other number (`Departments of Finance`, `orchids`, `a gong`).
 */
export const spellings = (form: string, language: Language): readonly string[] => {
  const bare = form
    .replace(/\s*[(（][^()（）]*[)）]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  const whole = bare === '' || bare === form ? [form] : [form, bare]
  return language === 'en' ? [...new Set([...whole, ...whole.flatMap(otherNumber)])] : whole
}

const otherNumber = (form: string): readonly string[] => {
  const head = form.search(/ (?:of|for|in|at|to|on|under|from|with|and) /u)
  return [...ofLastWord(form, ''), ...(head === -1 ? [] : ofLastWord(form.slice(0, head), form.slice(head)))]
}

const ofLastWord = (words: string, rest: string): readonly string[] => {
  const [word] = /[A-Za-z]+$/u.exec(words) ?? []
  if (word === undefined || word.length < 2) return []
  const before = words.slice(0, -word.length)
  return [...plurals(word), ...singulars(word)].map((other) => before + other + rest)
}

const plurals = (word: string): readonly string[] => {
  if (/[^aeiou]y$/iu.test(word)) return [`${word.slice(0, -1)}ies`]
  if (/man$/iu.test(word)) return [`${word.slice(0, -2)}en`]
  if (/(?:s|x|z|ch|sh)$/iu.test(word)) return [`${word}es`]
  return /o$/iu.test(word) ? [`${word}s`, `${word}es`] : [`${word}s`]
}

const singulars = (word: string): readonly string[] => {
  if (!/[^su]s$/u.test(word) || /is$|ics$/u.test(word) || NO_SINGULAR.has(word.toLowerCase())) return []
  if (/ies$/u.test(word)) return [`${word.slice(0, -3)}y`]
  if (/(?:ss|x|z|ch|sh|o)es$/u.test(word)) return [word.slice(0, -2)]
  return [word.slice(0, -1)]
}

const NO_SINGULAR: ReadonlySet<string> = new Set(
  'affairs arms customs goods headquarters means news premises series species sports statistics works'.split(' '),
)
