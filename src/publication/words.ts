/** The fingerprint of a text's own words: what a translation follows. Pure. */
import type { Digest } from '#newsroom'
import type { Block, Cell, RichText } from '#richtext'
import { canonical, sha256 } from './canonical'
import type { Snapshot } from './release'
import type { VideoCue } from './video'

/** SHA-256 over title, summary, body and, of a video, what its cues say (not when). Of a picture counts which one stands where: its words belong to the picture. */
export const wordsDigest = ({
  title,
  summary,
  body,
  cues,
}: {
  readonly title: string
  readonly summary: string
  readonly body: RichText
  readonly cues?: readonly Pick<VideoCue, 'id' | 'lines'>[]
}): Digest =>
  sha256(
    canonical({
      title,
      summary,
      body: body.map(withoutTheirWords),
      ...(cues ? { cues: cues.map(({ id, lines }) => ({ id, lines })) } : {}),
    }),
  )

/** The words of a snapshot: of a video its subtitles are among them. */
export const snapshotWords = ({ title, summary, body, video }: Pick<Snapshot, 'title' | 'summary' | 'body' | 'video'>) => ({
  title,
  summary,
  body,
  ...(video ? { cues: video.cues } : {}),
})

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
