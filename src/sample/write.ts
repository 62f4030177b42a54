/** How the sample texts are typed: one line a block, a little notation inside it. */
import type { Language } from '#newsroom'
import type { Block, Cell, Inline, ListItem } from '#richtext'
import { PICTURES, type PictureKey } from './captions'

/** `**bold**`, `[words](address)`, `{漢字|かんじ}` for ruby. Nothing else, and nothing nested. */
const NOTATION = /\*\*(.+?)\*\*|\[(.+?)\]\((.+?)\)|\{(.+?)\|(.+?)\}/gu

export const inline = (line: string): readonly Inline[] => {
  const pieces: Inline[] = []
  let read = 0
  for (const found of line.matchAll(NOTATION)) {
    if (found.index > read) pieces.push(plain(line.slice(read, found.index)))
    const [, bold, words, href, base, reading] = found
    if (bold !== undefined) pieces.push({ kind: 'text', text: bold, marks: ['bold'] })
    else if (words !== undefined && href !== undefined) pieces.push({ kind: 'link', href, children: [plain(words)] })
    else if (base !== undefined && reading !== undefined) pieces.push({ kind: 'ruby', base, reading })
    read = found.index + found[0].length
  }
  if (read < line.length) pieces.push(plain(line.slice(read)))
  return pieces
}
const plain = (text: string): Inline => ({ kind: 'text', text, marks: [] })

export const p = (line: string): Block => ({ kind: 'paragraph', children: inline(line) })
export const h2 = (line: string): Block => ({ kind: 'heading', level: 2, children: inline(line) })
export const h3 = (line: string): Block => ({ kind: 'heading', level: 3, children: inline(line) })
export const quote = (line: string): Block => ({ kind: 'quote', children: inline(line) })
export const list = (...lines: readonly string[]): Block => ({ kind: 'list', ordered: false, items: lines.map(item) })
export const steps = (...lines: readonly string[]): Block => ({ kind: 'list', ordered: true, items: lines.map(item) })
const item = (line: string): ListItem => ({ children: inline(line), nested: [] })

/** Rows of cells parted by ` | `; the first row is the head. */
export const table = (...rows: readonly string[]): Block => ({
  kind: 'table',
  rows: rows.map((row, index) =>
    row.split(' | ').map((cell): Cell => ({ header: index === 0, colSpan: 1, rowSpan: 1, children: [p(cell)] })),
  ),
})

/** A drawn picture in a text; the seeder puts the digest of its bytes in the place of `picture:<key>`. */
export const figure = (key: PictureKey, language: Language): Block => ({ kind: 'figure', ...figureOf(key, language) })
export const figureOf = (key: PictureKey, language: Language) => ({
  digest: `picture:${key}`,
  alt: PICTURES[key].alt[language],
  caption: PICTURES[key].caption[language],
  credit: PICTURES[key].credit[language],
})
