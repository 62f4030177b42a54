/** Codes that a cell still needs, and how they go in. Pure. */
import type { Language } from '#newsroom'
import { codeProblems, tokensOf, type CodeProblems } from '#translation/codes'
import type { Code } from '#translation/segment'

/** What is typed in for somebody: it takes the place of the selection, and the cursor stands at `cursor` of it. */
export type Insertion = { readonly text: string; readonly cursor: number }

/** A reading of the source is of use in Japanese only: elsewhere nobody has to bring it back. */
export const needed = (codes: readonly Code[], into: Language): readonly Code[] =>
  codes.filter(({ node }) => node.kind !== 'ruby' || into === 'ja')

export const problemsIn = (codes: readonly Code[], text: string, into: Language): CodeProblems => {
  const problems = codeProblems({ codes }, text)
  const wanted = new Set(needed(codes, into).map(({ id }) => id))
  return { ...problems, lost: problems.lost.filter((id) => wanted.has(id)) }
}

/** A pair encloses what is selected; the missing half of a pair comes alone. */
export const insertionOf = (code: Code, text: string, selected: string): Insertion => {
  if (code.form === 'single') return whole(`⟦${code.id}/⟧`)
  const sides = tokensOf(text).flatMap((token) => ('id' in token && token.id === code.id ? [token.kind] : []))
  if (sides.includes('open') && !sides.includes('close')) return whole(`⟦/${code.id}⟧`)
  if (sides.includes('close') && !sides.includes('open')) return whole(`⟦${code.id}⟧`)
  const open = `⟦${code.id}⟧`
  const inserted = `${open}${selected}⟦/${code.id}⟧`
  return { text: inserted, cursor: selected === '' ? open.length : inserted.length }
}

/** The first code that the text lacks. */
export const nextMissing = (codes: readonly Code[], text: string, into: Language): Code | null => {
  const { lost } = problemsIn(codes, text, into)
  // One that stands around nothing is in its place already.
  const written = (code: Code) => {
    const sides = tokensOf(text).flatMap((token) => ('id' in token && token.id === code.id ? [token.kind] : []))
    return code.form === 'single' ? sides.includes('single') : sides.includes('open') && sides.includes('close')
  }
  const missing = codes.filter(({ id }) => lost.includes(id))
  return missing.find((code) => !written(code)) ?? null
}

/** A word among words: apart from its neighbours where the language writes words apart. */
export const wordAt = (before: string, word: string, after: string, into: Language): Insertion => {
  if (into === 'ja') return { text: word, cursor: word.length }
  const text = `${/[\p{L}\p{N},;:.!?]$/u.test(before) ? ' ' : ''}${word}${/^[\p{L}\p{N}]/u.test(after) ? ' ' : ''}`
  return { text, cursor: text.length }
}

const whole = (text: string): Insertion => ({ text, cursor: text.length })
