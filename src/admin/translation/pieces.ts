/** The source of a segment in pieces for the screen: words, terms in them, codes. Pure. */
import { tokensOf } from '#translation/codes'
import type { Code, Segment } from '#translation/segment'
import type { TermUse } from '#translation/view'

export type Piece =
  | { readonly kind: 'words'; readonly text: string; readonly term: number | null }
  | { readonly kind: 'code'; readonly code: Code; readonly side: 'open' | 'close' | 'single' }

/** A term as the panel lists it: one line and one key for all its places. */
export type TermLine = Omit<TermUse, 'start' | 'end'> & { readonly number: number; readonly found: string }

export const termLines = (source: Pick<Segment, 'plain'>, terms: readonly TermUse[]): readonly TermLine[] => {
  const lines = new Map<string, TermLine>()
  for (const { start, end, ...use } of inOrder(terms)) {
    const name = nameOf(use)
    if (!lines.has(name)) lines.set(name, { ...use, number: lines.size + 1, found: source.plain.slice(start, end) })
  }
  return [...lines.values()]
}

/** Joined, the words are `source.plain`, except for the words of codes that stand alone. */
export const pieces = (source: Pick<Segment, 'text' | 'plain' | 'codes'>, terms: readonly TermUse[]): readonly Piece[] => {
  const numbers = new Map(termLines(source, terms).map((line) => [nameOf(line), line.number]))
  const spans = inOrder(terms)
  const codes = new Map(source.codes.map((code) => [code.id, code]))
  const found: Piece[] = []
  let at = 0
  const words = (text: string) => {
    const end = at + text.length
    while (at < end) {
      const span = spans.find((one) => one.end > at)
      const [until, term] =
        span === undefined || span.start >= end
          ? [end, null]
          : span.start > at
            ? [span.start, null]
            : [Math.min(span.end, end), numbers.get(nameOf(span)) ?? null]
      found.push({ kind: 'words', text: text.slice(text.length - (end - at), text.length - (end - until)), term })
      at = until
    }
  }
  for (const token of tokensOf(source.text)) {
    if (token.kind === 'text') words(token.text)
    else if (token.kind === 'ruby') words(token.base)
    else {
      const code = codes.get(token.id)
      if (!code) continue
      found.push({ kind: 'code', code, side: token.kind })
      if (token.kind === 'single' && code.form === 'single') at += code.node.kind === 'ruby' ? code.node.base.length : 1
    }
  }
  return found
}

const inOrder = (terms: readonly TermUse[]): readonly TermUse[] =>
  terms.toSorted((a, b) => a.start - b.start || b.end - a.end).reduce<readonly TermUse[]>(apart, [])

/** Of two that overlap the earlier and longer one is marked. */
const apart = (kept: readonly TermUse[], one: TermUse): readonly TermUse[] =>
  (kept.at(-1)?.end ?? 0) <= one.start ? [...kept, one] : kept

const nameOf = ({ term, use }: Pick<TermUse, 'term' | 'use'>): string => `${term} ${use}`
