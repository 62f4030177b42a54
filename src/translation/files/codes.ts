/** Coded text as files need it: words as they are written, and codes of which it is known whether their halves nest. */
import { tokensOf } from '#translation/codes'

export type Part =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'single'; readonly id: number }
  /** `paired`: the other half is there and both nest; a lone or crossing half is not. */
  | { readonly kind: 'open' | 'close'; readonly id: number; readonly paired: boolean }

/** Codes inside one another: what is deeper counts as halves, so that no file of ours is deeper than our door lets in. */
const DEEPEST = 32

export const openCode = (id: number): string => `⟦${id}⟧`
export const closeCode = (id: number): string => `⟦/${id}⟧`
export const singleCode = (id: number): string => `⟦${id}/⟧`

/** The number of a code as a file has it, or null. */
export const codeNumber = (id: string | undefined): number | null => (id && /^\d{1,6}$/u.test(id) ? Number(id) : null)

/** Parts in order; words keep their escapes and readings, so that what comes back needs no other treatment. */
export const partsOf = (coded: string): readonly Part[] => {
  const tokens = tokensOf(coded)
  const open: { readonly id: number; readonly index: number }[] = []
  const paired = new Set<number>()
  tokens.forEach((token, index) => {
    if (token.kind === 'open' && open.length < DEEPEST) open.push({ id: token.id, index })
    if (token.kind !== 'close') return
    const at = open.findLastIndex(({ id }) => id === token.id)
    const half = open[at]
    if (!half) return
    paired.add(half.index).add(index)
    open.length = at
  })
  return tokens.map((token, index): Part => {
    if (token.kind === 'text' || token.kind === 'ruby') return { kind: 'words', words: token.raw }
    return token.kind === 'single'
      ? { kind: 'single', id: token.id }
      : { kind: token.kind, id: token.id, paired: paired.has(index) }
  })
}
