/** What a machine is given of a segment, what is made of its answer, and the official terms set right in it. Pure. */
import type { Language } from '#newsroom'
import { codeProblems, encodeWords, hasProblems, tokensOf } from './codes'
import { partsOf } from './files/codes'
import { compile, findTerms } from './glossary'
import type { Segment, Term } from './segment'
import { alternatives } from './term-forms'

/**
 * The coded text as XML that is HTML too: a pair as `<g id="1">…</g>`, a single code as `<x id="2"/>`. Machines that are told
 * so (DeepL `tag_handling=xml`, LibreTranslate `format=html`) move the tags with their words. Readings are not sent.
 */
export const toMarkup = (coded: string): string =>
  partsOf(coded)
    .map((part) => {
      if (part.kind === 'words') return escaped(plainOf(part.words))
      if (part.kind === 'single') return `<x id="${part.id}"/>`
      // Half of a pair is a sign of its own on the way; what comes back is put together again.
      if (!part.paired) return `<x id="${part.kind === 'open' ? 'o' : 'c'}${part.id}"/>`
      return part.kind === 'open' ? `<g id="${part.id}">` : '</g>'
    })
    .join('')

/** The coded text of an answer; null when it holds a tag that was not sent, or halves that do not nest. */
export const fromMarkup = (markup: string): string | null => {
  const open: string[] = []
  let coded = ''
  for (const [piece, tag] of markup.matchAll(PIECE)) {
    if (tag === undefined) {
      coded += encodeWords(unescaped(piece)).text
      continue
    }
    const [, closing, name, id, alone] = TAG.exec(tag.toLowerCase()) ?? []
    if (name === 'g' && closing === '' && id && /^\d+$/.test(id) && alone === '') {
      open.push(id)
      coded += `⟦${id}⟧`
    } else if (name === 'g' && closing === '/') {
      const last = open.pop()
      if (last === undefined) return null
      coded += `⟦/${last}⟧`
    } else if (name === 'x' && closing === '/') continue
    else if (name === 'x' && id)
      coded += id.startsWith('o') ? `⟦${id.slice(1)}⟧` : id.startsWith('c') ? `⟦/${id.slice(1)}⟧` : `⟦${id}/⟧`
    else return null
  }
  return open.length === 0 ? coded : null
}

const PIECE = /(<[^>]*>)|[^<]+|</gu
const TAG = /^<(\/?)(g|x)(?:\s+id\s*=\s*"?([oc]?\d{1,6})"?)?\s*(\/?)>$/u

/** The answer as coded text of this segment; null when codes were lost, doubled or invented, or nothing was said. */
export const answerOf = (source: Pick<Segment, 'codes'>, markup: string): string | null => {
  const text = fromMarkup(markup)
  return text === null || text.trim() === '' || hasProblems(codeProblems(source, text)) ? null : text
}

export type Mended = {
  readonly text: string
  readonly replaced: readonly { readonly was: string; readonly use: string }[]
}

/** Forms not to be used of the terms that stand in the source, replaced by the official one. Within codes nothing is touched. */
export const withTerms = (text: string, terms: readonly Term[], language: Language, day: string): Mended => {
  const wrong = findTerms(text, compile(terms, language), day).filter(
    ({ forbidden, term, start, end }) => forbidden && term.forms[language] !== '' && !/[⟦⟧]/u.test(text.slice(start, end)),
  )
  const replaced: { was: string; use: string }[] = []
  let mended = ''
  let done = 0
  for (const { term, start, end } of wrong) {
    const was = text.slice(start, end)
    const use = likeCase(was, alternatives(term.forms[language])[0] ?? '')
    mended += text.slice(done, start) + encodeWords(use).text
    done = end
    replaced.push({ was, use })
  }
  return { text: mended + text.slice(done), replaced }
}

/** At the beginning of a sentence the official form begins like what it replaces. */
const likeCase = (was: string, use: string): string => {
  const [first = ''] = was
  return first !== first.toLowerCase() ? use.charAt(0).toUpperCase() + use.slice(1) : use
}

const plainOf = (words: string): string =>
  tokensOf(words)
    .map((token) => (token.kind === 'text' ? token.text : token.kind === 'ruby' ? token.base : ''))
    .join('')

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }
const escaped = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const unescaped = (markup: string): string =>
  markup.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/giu, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null
    if (code !== null)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
    return SIGNS[name ?? ''] ?? whole
  })
