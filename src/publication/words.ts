/** The fingerprint of a text's own words: what a translation follows. Pure. */
import type { Digest } from '#newsroom'
import type { Block, Cell, RichText } from '#richtext'
import { canonical, sha256 } from './canonical'

/** SHA-256 over title, summary and body. Of a picture counts which one stands where: its words belong to the picture. */
export const wordsDigest = ({
  title,
  summary,
  body,
}: {
  readonly title: string
  readonly summary: string
  readonly body: RichText
}): Digest => sha256(canonical({ title, summary, body: body.map(withoutTheirWords) }))

const withoutTheirWords = (block: Block): Block => {
  switch (block.kind) {
    case 'figure':
      return { kind: 'figure', digest: block.digest, alt: '', caption: '', credit: '' }
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, nested: item.nested.map(withoutTheirWords) })) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(cellWithoutTheirWords)) }
    default:
      return block
  }
}

const cellWithoutTheirWords = (cell: Cell): Cell => ({ ...cell, children: cell.children.map(withoutTheirWords) })
