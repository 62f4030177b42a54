/** Our small document tree: what a release keeps of a text, independent of the editor that made it. */
import type { Digest } from '#newsroom'

export const MARKS = ['bold', 'italic', 'underline', 'strikethrough', 'subscript', 'superscript'] as const
export type Mark = (typeof MARKS)[number]

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** HTML `<ruby>`: furigana over a base. */
  | { readonly kind: 'ruby'; readonly base: string; readonly reading: string }
  | { readonly kind: 'break' }

export type ListItem = { readonly children: readonly Inline[]; readonly nested: readonly Block[] }
export type Cell = { readonly header: boolean; readonly colSpan: number; readonly rowSpan: number; readonly children: readonly Block[] }

/** A picture in use: bytes by digest, words in the language of the text. */
export type Figure = {
  readonly digest: Digest
  readonly alt: string
  readonly caption: string
  readonly credit: string
}

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
  | { readonly kind: 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }
  | ({ readonly kind: 'figure' } & Figure)
  | { readonly kind: 'rule' }

export type RichText = readonly Block[]
