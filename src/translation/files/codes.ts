/** Coded text of a segment taken apart: words, and codes `⟦1⟧…⟦/1⟧` (pair) and `⟦2/⟧` (single). */
export type Token =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'single'; readonly id: number }
  /** `paired`: its other half is there and both nest; a lone or crossing half is not. */
  | { readonly kind: 'open' | 'close'; readonly id: number; readonly paired: boolean }

/** Codes inside one another: what is deeper is written as halves, so that no file of ours is deeper than our door lets in. */
const DEEPEST = 32
const CODE = /⟦(?:([1-9]\d{0,4})(\/?)|\/([1-9]\d{0,4}))⟧/gu

export const openCode = (id: number): string => `⟦${id}⟧`
export const closeCode = (id: number): string => `⟦/${id}⟧`
export const singleCode = (id: number): string => `⟦${id}/⟧`

/** The number of a code as a file has it, or null. */
export const codeNumber = (id: string | undefined): number | null => (id && /^[1-9]\d{0,4}$/u.test(id) ? Number(id) : null)

export const tokensOf = (coded: string): readonly Token[] => {
  const tokens = split(coded)
  const open: number[] = []
  const paired = new Set<number>()
  tokens.forEach((token, index) => {
    if (token.kind === 'open' && open.length < DEEPEST) open.push(index)
    if (token.kind !== 'close') return
    const at = open.findLastIndex((other) => tokens[other]?.kind === 'open' && numberOf(tokens[other]) === token.id)
    if (at < 0) return
    paired.add(open[at] ?? index).add(index)
    open.length = at
  })
  return tokens.map((token, index) =>
    token.kind === 'open' || token.kind === 'close' ? { ...token, paired: paired.has(index) } : token,
  )
}

const numberOf = (token: Token | undefined): number | null => (token && token.kind !== 'words' ? token.id : null)

const split = (coded: string): readonly Token[] => {
  const tokens: Token[] = []
  let end = 0
  const addWords = (to: number) => {
    if (to > end) tokens.push({ kind: 'words', words: coded.slice(end, to) })
  }
  for (const match of coded.matchAll(CODE)) {
    addWords(match.index)
    const [whole, id, slash, closing] = match
    if (closing !== undefined) tokens.push({ kind: 'close', id: Number(closing), paired: false })
    else if (slash === '/') tokens.push({ kind: 'single', id: Number(id) })
    else tokens.push({ kind: 'open', id: Number(id), paired: false })
    end = match.index + whole.length
  }
  addWords(coded.length)
  return tokens
}
