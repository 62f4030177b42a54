/** The fingerprint of a text's own words: what a translation follows. Pure. */
import type { Digest } from '#newsroom'
import type { Block, Cell, RichText } from '#richtext'
import { canonical, sha256 } from './canonical'

/** SHA-256 over title, summary and body. Of a picture only its place counts: its words belong to the picture. */
export const wordsDigest = ({
  title,
  summary,
  body,
}: {
  readonly title: string
  readonly summary: string
  readonly body: RichText
}): Digest => sha256(canonical({ title, summary, body: body.map(withoutPictures) }))

const withoutPictures = (block: Block): Block => {
  switch (block.kind) {
    case 'figure':
      return { kind: 'figure', digest: '', alt: '', caption: '', credit: '' }
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, nested: item.nested.map(withoutPictures) })) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(cellWithoutPictures)) }
    default:
      return block
  }
}

const cellWithoutPictures = (cell: Cell): Cell => ({ ...cell, children: cell.children.map(withoutPictures) })
