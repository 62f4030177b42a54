import { stripLatinMarks } from '#text/search'
import { hasBoth, problems, sourceOf, targetOf, type CheckedPair, type SegmentCheck } from './types'

/**
 * Names keep their syllables in English, without marks, as the glossary writes them: Lâm Đồng is Lam Dong, not Lamdong or Lam Don.
 * Only a near miss is reported: a name may as well have a translation.
 */
export const nameSpelling: SegmentCheck = {
  id: 'name-spelling',
  severity: 'warning',
  kind: 'style',
  scope: 'segment',
  applies: (pair, { languages }) => languages.from === 'vi' && languages.to === 'en' && hasBoth(pair),
  finds: (pair) => {
    const names = namesOf(sourceOf(pair))
    const spelt = new Set(names.flat().map(({ plain }) => plain))
    const target = targetOf(pair)
    const written = capitalised(target)
    return problems(
      pair,
      names.flatMap((parts) => {
        // "Tỉnh Lâm Đồng": which words of the run are the name is not known.
        for (const { name, plain } of parts) {
          if (EXONYMS.has(plain) || hasWords(target, plain) || isOfTerm(pair, name)) continue
          const found = written.find((form) => !spelt.has(form) && !partOf(form, spelt) && isNearMiss(form, plain))
          if (found !== undefined) return [{ source: name, expected: plain, found }]
        }
        return []
      }),
    )
  },
}

/** Names with an English form of their own. */
const EXONYMS = new Set(['Viet Nam', 'Ha Noi'])

type Name = { readonly name: string; readonly plain: string }

/** Of each run of capitalised syllables its parts of two or more, the longest first, where a syllable has marks. */
const namesOf = (text: string): readonly (readonly Name[])[] =>
  [...text.matchAll(/(?<![\p{L}\d-])\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}+)+(?![\p{L}\d])/gu)].map(([run]) => {
    const words = run.split(/\s/u)
    return [4, 3, 2]
      .flatMap((length) =>
        words.flatMap((_, from) => (from + length <= words.length ? [words.slice(from, from + length).join(' ')] : [])),
      )
      .map((name) => ({ name, plain: stripLatinMarks(name) }))
      .filter(({ name, plain }) => name !== plain)
  })

/** Runs of one to four capitalised words of an English text. */
const capitalised = (text: string): readonly string[] => {
  const runs = text.match(/(?<![\p{L}\d-])\p{Lu}[\p{L}\p{M}]*(?:[\s-]\p{Lu}[\p{L}\p{M}]*)*/gu) ?? []
  const forms = runs.flatMap((run) => {
    const words = run.split(/[\s]/u)
    return words.flatMap((_, from) => [1, 2, 3, 4].map((length) => words.slice(from, from + length).join(' ')))
  })
  return [...new Set(forms)]
}

const partOf = (form: string, names: ReadonlySet<string>): boolean => [...names].some((name) => ` ${name} `.includes(` ${form} `))

const hasWords = (text: string, words: string): boolean => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${words} `)

const isOfTerm = ({ terms }: CheckedPair, name: string): boolean => {
  const official = terms.source.find(({ term }) => term.forms.vi.includes(name))
  return official !== undefined && terms.target.some(({ term, forbidden }) => !forbidden && term.id === official.term.id)
}

/** The same letters with other gaps or marks, or one letter off (two in a long name), as many syllables. */
const isNearMiss = (form: string, plain: string): boolean => {
  const bare = stripLatinMarks(form)
  if (bare === plain) return form !== plain && !/[^\u0000-\u007F]/u.test(form)
  const join = (text: string) => text.toLowerCase().replace(/[^a-z]/gu, '')
  if (join(bare) === join(plain)) return true
  const syllables = (text: string) => text.split(/[\s-]/u)
  const [given, wanted] = [syllables(bare), syllables(plain)]
  if (given.length !== wanted.length || join(plain).length < 6) return false
  // A slip leaves most syllables alone.
  if (!given.some((syllable, index) => syllable === wanted[index])) return false
  return distance(join(bare), join(plain)) <= (join(plain).length > 10 ? 2 : 1)
}

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length] ?? 0
}
