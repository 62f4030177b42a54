/** An edition as its makers see it: every piece with its words and pictures, ready to be set, packed or shown. */
import type { Digest, ItemId, Language } from '#newsroom'
import type { EditionContents, Slot } from '#publication/edition'
import type { Medium } from '#publication/release'
import type { Figure, RichText } from '#richtext'

/** A text of the log or an own piece, alike for whoever sets it. */
export type Piece = {
  /** The entry's, the same in every language. */
  readonly id: string
  readonly slot: Slot
  /** Null: the issue's own piece. */
  readonly item: ItemId | null
  /** Digest of the text's snapshot, or of the own piece. */
  readonly digest: Digest
  readonly title: string
  readonly summary: string
  readonly byline: string
  readonly topics: readonly string[]
  readonly lead: Figure | null
  readonly body: RichText
  readonly photos: readonly Figure[]
}

/** Input of pages, EPUB, plain text and package. JSON; the same input gives the same bytes. */
export type Edition = Omit<EditionContents, 'sections' | 'pages' | 'files'> & {
  readonly item: ItemId
  readonly language: Language
  readonly sections: readonly { readonly id: string; readonly name: string; readonly pieces: readonly Piece[] }[]
  /** Of every figure in it, cover and leads too: where the bytes are, by the digest of the figure. */
  readonly media: readonly Medium[]
}

/** Where a piece stands in print. Pages from 1 = cover. */
export type Place = { readonly entry: string; readonly from: number; readonly to: number }

/** What the engine says of an edition's pages. */
export type PageReport = {
  readonly pages: number
  readonly places: readonly Place[]
  /** Space left at the end of a piece's last page, in mm of both columns together. */
  readonly free: readonly { readonly entry: string; readonly page: number; readonly mm: number }[]
  /** Why it cannot be printed as it is; empty = it can. */
  readonly faults: readonly PageFault[]
}

export const PAGE_FAULTS = ['glyph', 'overset', 'picture', 'alt', 'engine', 'time', 'memory'] as const
export type PageFault = {
  readonly kind: (typeof PAGE_FAULTS)[number]
  /** The entry at fault, where it is known. */
  readonly entry: string | null
  /** `glyph`: the character; `picture`: the figure's digest; others: what the engine said. */
  readonly detail: string
}
