/** Official terms in a text: where they stand and whether their form may be used. Runs in browsers. */
import type { Language } from '#newsroom'
import type { Term } from './segment'
import { COMPOUNDS } from './term-compounds'
import { fold, foldWords, isWordUnit } from './term-fold'
import type { Folded } from './term-fold'
import { alternatives, spellings } from './term-forms'

/** `start` and `end` are UTF-16 offsets into the text as it was given. */
export type Span = { readonly start: number; readonly end: number }

export type TermHit = Span & {
  readonly term: Term
  /** As it is listed, not as the text spells it. */
  readonly form: string
  readonly forbidden: boolean
  /** Other terms that are valid on the day and have the same form. */
  readonly also: readonly Term[]
}

/** Compiled terms of one language; for `findTerms`. */
export type Matcher = {
  readonly language: Language
  /** By how they begin (`headsAt`): how long the forms are. */
  readonly heads: ReadonlyMap<string, readonly number[]>
  readonly forms: ReadonlyMap<string, readonly Entry[]>
}

/** `term` null = a compound in which no term is found. */
type Entry = { readonly term: Term | null; readonly form: string; readonly forbidden: boolean; readonly rank: number }

/** Approved terms, proposed ones too if asked; rejected ones never. */
export const compile = (terms: readonly Term[], language: Language, { proposed = false } = {}): Matcher =>
  matcherOf(
    terms
      .filter(({ status }) => status === 'approved' || (proposed && status === 'proposed'))
      .flatMap((term) => [
        ...alternatives(term.forms[language]).map((form) => ({ term, form, forbidden: false })),
        ...term.forbidden[language].map((form) => ({ term, form, forbidden: true })),
      ]),
    language,
  )

/**
 * The terms of a text in reading order, none over another, the longest first where they compete. Only terms valid on `day`
 * (`YYYY-MM-DD`, civil day of the text) are found. `text` may hold codes (`⟦1⟧`): a term may reach across those of a pair.
 */
export const findTerms = (text: string, matcher: Matcher, day: string): readonly TermHit[] => {
  const folded = fold(text)
  return longest(candidates(folded, matcher, (entry) => entry.term === null || isValid(entry.term, day))).flatMap(
    ({ at, length, entries: [best, ...others] }) => {
      if (!best?.term) return []
      const { term, form, forbidden } = best
      const also = [...new Set(others.flatMap((other) => (other.term && other.term !== term ? [other.term] : [])))]
      return [{ term, form, ...spanOf(folded, at, length, matcher.language), forbidden, also }]
    },
  )
}

/** Which texts use a form of a language and where, whatever longer term it stands in: what a change of the form touches. */
export const usesOf = <Text extends { readonly language: Language; readonly text: string }>(
  texts: readonly Text[],
  form: string,
  language: Language,
): readonly { readonly text: Text; readonly at: readonly Span[] }[] => {
  const matcher = matcherOf(
    alternatives(form).map((one) => ({ term: null, form: one, forbidden: false })),
    language,
    [],
  )
  return texts
    .filter((text) => text.language === language)
    .flatMap((text) => {
      const folded = fold(text.text)
      const at = longest(candidates(folded, matcher, () => true)).map((found) => spanOf(folded, found.at, found.length, language))
      return at.length > 0 ? [{ text, at }] : []
    })
}

const isValid = ({ validFrom, validTo }: Term, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)

const matcherOf = (
  listed: readonly Omit<Entry, 'rank'>[],
  language: Language,
  compounds: readonly string[] = COMPOUNDS[language],
): Matcher => {
  const forms = new Map<string, Entry[]>()
  const put = (spelling: string, entry: Entry) => {
    const key = foldWords(spelling)
    if (key === '') return
    const entries = forms.get(key)
    if (!entries) forms.set(key, [entry])
    else if (!entries.some(({ term, forbidden }) => term === entry.term && forbidden === entry.forbidden)) entries.push(entry)
  }
  for (const entry of listed)
    spellings(entry.form, language).forEach((spelling, index) => put(spelling, { ...entry, rank: rankOf(entry, index > 0) }))
  for (const entries of forms.values()) entries.sort((a, b) => a.rank - b.rank)
  for (const form of compounds) if (!forms.has(form)) put(form, { term: null, form, forbidden: false, rank: 0 })
  return { language, heads: headsOf(forms.keys(), language), forms }
}

// What is official for something is not an error, and what is listed goes before what was derived from it.
const rankOf = ({ term, forbidden }: Omit<Entry, 'rank'>, derived: boolean): number =>
  (term?.status === 'proposed' ? 4 : 0) + (forbidden ? 2 : 0) + (derived ? 1 : 0)

const headsOf = (forms: Iterable<string>, language: Language): Matcher['heads'] => {
  const heads = new Map<string, Set<number>>()
  for (const form of forms) {
    const head = headsAt(form, 0, language).at(-1) ?? ''
    heads.set(head, (heads.get(head) ?? new Set()).add(form.length))
  }
  return new Map([...heads].map(([head, lengths]) => [head, [...lengths]]))
}

/** What a form that stands here may begin with: one word or two (Japanese: one unit, two or four). A form is kept under its longest. */
const headsAt = (text: string, at: number, language: Language): readonly string[] => {
  if (language === 'ja') {
    const most = text.length - at
    return [1, 2, 4].filter((length) => length <= most).map((length) => text.slice(at, at + length))
  }
  FIRST_WORDS.lastIndex = at
  const [two = '', one = ''] = FIRST_WORDS.exec(text) ?? []
  return one === two ? [one] : [one, two]
}
const FIRST_WORDS = /([\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}])(?:[^\p{L}\p{M}\p{N}]*[\p{L}\p{M}\p{N}]+)?/uy

type Candidate = { readonly at: number; readonly length: number; readonly entries: readonly Entry[] }

const candidates = (folded: Folded, matcher: Matcher, wanted: (entry: Entry) => boolean): readonly Candidate[] => {
  const { heads, forms, language } = matcher
  const { text } = folded
  const found: Candidate[] = []
  const look = (at: number, head: string) => {
    for (const length of heads.get(head) ?? []) {
      if (at + length > text.length) continue
      const all = forms.get(text.slice(at, at + length))
      if (!all || !standsAlone(folded, at, at + length, language)) continue
      const entries = all.filter(wanted)
      if (entries.length > 0) found.push({ at, length, entries })
    }
  }
  for (let at = 0; at < text.length;) {
    const begun = headsAt(text, at, language)
    for (const head of begun) look(at, head)
    at += language === 'ja' ? 1 : (begun[0]?.length ?? 1)
  }
  return found
}

const longest = (found: readonly Candidate[]): readonly Candidate[] => {
  const taken = new Set<number>()
  const kept: Candidate[] = []
  for (const candidate of [...found].sort((a, b) => b.length - a.length || a.at - b.at)) {
    const units = Array.from({ length: candidate.length }, (_, index) => candidate.at + index)
    if (units.some((unit) => taken.has(unit))) continue
    units.forEach((unit) => taken.add(unit))
    kept.push(candidate)
  }
  return kept.sort((a, b) => a.at - b.at)
}

// An English possessive belongs to the hit, so that what is put in its place need not care.
const spanOf = ({ text, starts, ends }: Folded, at: number, length: number, language: Language): Span => {
  const possessive = language === 'en' && text.startsWith("'s", at + length) && !isWordUnit(text[at + length + 2])
  return { start: starts[at] ?? 0, end: ends[at + length - 1 + (possessive ? 2 : 0)] ?? 0 }
}

const standsAlone = ({ text, starts, ends }: Folded, from: number, to: number, language: Language): boolean => {
  // Half of a sign that folds to several (㌔, ﬁ) is no place to begin or end.
  if ((from > 0 && starts[from] === starts[from - 1]) || (to < text.length && ends[to - 1] === ends[to])) return false
  const [before, first, last, after] = [text[from - 1], text[from], text[to - 1], text[to]]
  if (cutsNumber(text, from, to)) return false
  if (language !== 'ja') return !(isWordUnit(before) && isWordUnit(first)) && !(isWordUnit(last) && isWordUnit(after))
  if ((isLatin(before) && isLatin(first)) || (isLatin(last) && isLatin(after))) return false
  // ー and small kana belong to the sound before them.
  if (isKatakana(last) && after !== undefined && /[ーァィゥェォッャュョヮ]/u.test(after)) return false
  const short = to - from <= SHORT_KATAKANA && [...text.slice(from, to)].every(isKatakana)
  return !short || !(isKatakana(before) || isKatakana(after))
}

/** A katakana form so short is found in many a longer word (ラン in ブランド): it must be the whole run. */
const SHORT_KATAKANA = 3

// `20` in `1.020` or `20,5` is another number.
const cutsNumber = (text: string, from: number, to: number): boolean =>
  (/\d/.test(text.charAt(from)) && /\d[.,]?$/.test(text.slice(Math.max(0, from - 2), from))) ||
  (/\d/.test(text.charAt(to - 1)) && /^[.,]?\d/.test(text.slice(to, to + 2)))

const isLatin = (unit: string | undefined): boolean => unit !== undefined && /[\p{Script=Latin}\p{Nd}]/u.test(unit)
const isKatakana = (unit: string | undefined): boolean => unit !== undefined && /[\p{Script=Katakana}ー]/u.test(unit)
