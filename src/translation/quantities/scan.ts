/** Reads a text once from left to right; at every place the first rule that applies takes what it understands. */
import { LETTER } from './letters'
import type { Quantity, Read } from './quantity'

export type Taken = { readonly end: number; readonly reads: readonly Read[] }
export type Rule = (text: string, at: number) => Taken | null

/** A rule of one pattern (sticky, `u`); `read` says what was found, null = not this, try the next rule. */
export const rule = (
  pattern: string,
  read: (groups: readonly (string | undefined)[], text: string, at: number, end: number) => readonly Read[] | Read | null,
  flags = '',
): Rule => {
  const sticky = new RegExp(pattern, `uy${flags}`)
  return (text, at) => {
    sticky.lastIndex = at
    const found = sticky.exec(text)
    if (!found || found[0] === '') return null
    const reads = read(found, text, at, sticky.lastIndex)
    return reads === null ? null : { end: at + found[0].length, reads: Array.isArray(reads) ? reads : [reads as Read] }
  }
}

/** What is no quantity, whatever figures it has. */
export const ADDRESSES = rule(
  String.raw`(?:https?:\/\/|www\.)[^\s<>"、。（）「」]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|org|net|example|jp|int)(?:\/[\w./-]*)?(?![${LETTER}\d])`,
  () => [],
)

/** `words` true: a rule may begin only where a word begins (scripts with spaces). */
export const scan = (text: string, rules: readonly Rule[], words: boolean): readonly Quantity[] => {
  const folded = fold(text)
  const found: Quantity[] = []
  let at = 0
  while (at < folded.length) {
    const taken = firstTaken(folded, at, rules)
    if (taken) {
      const raw = text.slice(at, taken.end).trim()
      for (const read of taken.reads) found.push({ raw, start: at, end: taken.end, ...read })
      at = taken.end
      continue
    }
    const run = words ? WORD : FIGURES_OR_LATIN
    run.lastIndex = at
    at = run.test(folded) ? run.lastIndex : at + 1
  }
  return found
}

const firstTaken = (text: string, at: number, rules: readonly Rule[]): Taken | null => {
  for (const one of rules) {
    const taken = one(text, at)
    if (taken) return taken
  }
  return null
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)?/uy
const FIGURES_OR_LATIN = /[A-Za-z0-9]+/uy

/** Full-width letters, figures and signs as half-width ones, place by place. */
const fold = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2460-\u2468]/gu, (sign) => String(sign.charCodeAt(0) - 0x245f))
    .replace(/[\u3000]/gu, ' ')
    .replace(/[￥]/gu, '¥')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[〜～]/gu, '~')

/** What a pattern takes at one place. */
export const taker = (pattern: string, flags = ''): ((text: string, at: number) => string | null) => {
  const sticky = new RegExp(pattern, `uy${flags}`)
  return (text, at) => {
    sticky.lastIndex = at
    return sticky.exec(text)?.[0] ?? null
  }
}
