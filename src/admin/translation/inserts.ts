/** Codes that a cell still needs, and how they go in. Pure. */
import { codeProblems, tokensOf, type CodeProblems } from '#translation/codes'
import type { Code } from '#translation/segment'

/** What is typed in for somebody: it takes the place of the selection, and the cursor stands at `cursor` of it. */
export type Insertion = { readonly text: string; readonly cursor: number }

export const problemsIn = (codes: readonly Code[], text: string): CodeProblems => codeProblems({ codes }, text)

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
export const nextMissing = (codes: readonly Code[], text: string): Code | null => {
  const { lost } = problemsIn(codes, text)
  // One that stands around nothing is in its place already.
  const written = (code: Code) => {
    const sides = tokensOf(text).flatMap((token) => ('id' in token && token.id === code.id ? [token.kind] : []))
    return code.form === 'single' ? sides.includes('single') : sides.includes('open') && sides.includes('close')
  }
  const missing = codes.filter(({ id }) => lost.includes(id))
  return missing.find((code) => !written(code)) ?? null
}

const whole = (text: string): Insertion => ({ text, cursor: text.length })
