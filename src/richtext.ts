/** Our small document tree: what a release keeps of a text, independent of the editor that made it. */
import type { Digest } from '#newsroom'

export const MARKS = ['bold', 'italic', 'underline', 'strikethrough', 'subscript', 'superscript'] as const
export type Mark = (typeof MARKS)[number]

/** The HTML element of every mark; the first is the outermost. */
export const MARK_TAGS: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  subscript: 'sub',
  superscript: 'sup',
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** HTML `<ruby>`: furigana over a base. */
  | { readonly kind: 'ruby'; readonly base: string; readonly reading: string }
  | { readonly kind: 'break' }

export type ListItem = { readonly children: readonly Inline[]; readonly nested: readonly Block[] }
export type Cell = {
  readonly header: boolean
  readonly colSpan: number
  readonly rowSpan: number
  readonly children: readonly Block[]
}

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

/** What one text may be at most; the newsroom refuses more at its door, readers may rely on it. */
export const LIMITS = { depth: 64, nodes: 20_000, bytes: 2 * 1024 * 1024 } as const

export type RichTextNode = Block | Inline | ListItem | Cell

/** Every node, parents before children, in reading order; without recursion. */
export function* walk(doc: RichText): Generator<RichTextNode, void, undefined> {
  const open: RichTextNode[] = []
  const push = (nodes: readonly RichTextNode[]) => {
    for (let index = nodes.length - 1; index >= 0; index--) open.push(nodes[index] as RichTextNode)
  }
  push(doc)
  for (let node = open.pop(); node; node = open.pop()) {
    yield node
    push(childrenOf(node))
  }
}

export function countNodes(doc: RichText): number {
  let count = 0
  for (const _ of walk(doc)) count++
  return count
}

export const figuresOf = (doc: RichText): readonly Figure[] =>
  [...walk(doc)].flatMap((node) =>
    'kind' in node && node.kind === 'figure'
      ? [{ digest: node.digest, alt: node.alt, caption: node.caption, credit: node.credit }]
      : [],
  )

/** Every address that the text leads to, in order, repeated ones too. */
export const linksOf = (doc: RichText): readonly string[] =>
  [...walk(doc)].flatMap((node) => ('kind' in node && node.kind === 'link' ? [node.href] : []))

/** What is read, without marks: a blank line between blocks, cells apart by a tab, of a ruby the base, of a figure its caption. */
export const plainText = (doc: RichText): string => doc.map(blockText).filter(Boolean).join('\n\n')

/** The text of a run of inline nodes. */
export const inlineText = (children: readonly Inline[]): string => children.map(oneInlineText).join('')

/**
 * The address if a reader may be led there, else null: http, https, mailto, tel, or a path of the same site.
 * No control, white space, invisible character or backslash, no user name before the host, nothing that becomes
 * another address once an outlet decodes entities. What is allowed is named; everything else is refused.
 */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string' || href.length > 2048) return null
  return isSafeHref(href) && isSafeHref(decodeEntities(href)) ? href : null
}

function isSafeHref(href: string): boolean {
  if (/[\s\\<>"`\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u.test(href)) return false
  if (/^\/(?!\/)/.test(href)) return true
  if (/^mailto:[^@/?#,;]+@[^@/?#,;]+(?:\?[^#]*)?$/i.test(href)) return !/%0[ad]/i.test(href)
  if (/^tel:\+?[0-9][0-9().*#;=a-z-]*$/i.test(href)) return true
  if (!/^https?:\/\/[^/?#]/i.test(href) || !URL.canParse(href)) return false
  const url = new URL(href)
  return url.username === '' && url.password === '' && url.hostname !== ''
}

// As a browser decodes an attribute, as far as it can change where an address leads; repeatedly, for outlets that decode twice.
function decodeEntities(text: string): string {
  let decoded = text
  for (let round = 0; round < 4; round++) {
    const next = decoded
      .replace(/&#(?:x([0-9a-f]{1,8})|([0-9]{1,9}));?/gi, (_, hex: string | undefined, decimal: string | undefined) => {
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
        return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\uFFFD'
      })
      .replace(
        /&(colon|sol|bsol|tab|newline|lpar|rpar|period|num|quest|commat|nbsp|zwsp|lt|gt|quot|amp);/gi,
        (_, name: string) => NAMED[name.toLowerCase()] ?? '',
      )
    if (next === decoded) return decoded
    decoded = next
  }
  // Still not plain after so many rounds: nobody writes this by accident.
  return ''
}

const NAMED: Readonly<Record<string, string>> = {
  colon: ':',
  sol: '/',
  bsol: '\\',
  tab: '\t',
  newline: '\n',
  lpar: '(',
  rpar: ')',
  period: '.',
  num: '#',
  quest: '?',
  commat: '@',
  nbsp: '\u00A0',
  zwsp: '\u200B',
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
}

function childrenOf(node: RichTextNode): readonly RichTextNode[] {
  if (!('kind' in node)) return 'nested' in node ? [...node.children, ...node.nested] : node.children
  switch (node.kind) {
    case 'list':
      return node.items
    case 'table':
      return node.rows.flat()
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'link':
      return node.children
    default:
      return []
  }
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return inlineText(block.children)
    case 'list':
      return block.items
        .map((item) => [inlineText(item.children), ...item.nested.map(blockText)].filter(Boolean).join('\n'))
        .join('\n')
    case 'table':
      return block.rows
        .map((row) => row.map((cell) => cell.children.map(blockText).filter(Boolean).join(' ')).join('\t'))
        .join('\n')
    case 'figure':
      return block.caption
    case 'rule':
      return ''
  }
}

function oneInlineText(node: Inline): string {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'link':
      return inlineText(node.children)
    case 'ruby':
      return node.base
    case 'break':
      return '\n'
  }
}
