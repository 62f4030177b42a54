/** The editor's tree and ours, each from the other. */
import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import { refuse } from '#newsroom'
import { MARKS, safeHref, type Block, type Cell, type Figure, type Inline, type ListItem, type RichText } from '#richtext'
import { FORMAT_BITS, hrefOf, isRecord, type Json } from './nodes'

/** What a text needs to know of a medium that it shows, in the language of the text. */
export type MediaInUse = { readonly digest: string; readonly alt: string; readonly caption: string; readonly credit: string }

/** An empty text as the editor itself has it. */
export const emptyTree = (): SerializedEditorState => editorState([emptyParagraph()])

/**
 * The editor's tree as ours. The same text gives the same tree however it was typed: neighbours with equal marks
 * are one, empty paragraphs are gone. What it does not know it refuses, so nothing is released half.
 */
export function toRichText(state: SerializedEditorState, media: ReadonlyMap<string, MediaInUse>): RichText {
  return blocksOf(nodesOf(state.root, 'root'), 'root', media)
}

/**
 * Our tree as the editor's. `mediaOf` answers with the id of a figure's medium; with the medium's own alt and
 * caption beside it, only what differs is kept as words of this one use.
 */
export function fromRichText(
  doc: RichText,
  mediaOf: (figure: Figure) => string | { readonly id: string; readonly alt: string; readonly caption: string } | null,
): SerializedEditorState {
  let made = 0
  // Payload wants an id per link and picture, of an ObjectId's shape, different within the text.
  const nextId = () => (++made).toString(16).padStart(24, '0')
  return editorState(doc.length ? doc.map((block) => blockNode(block, { mediaOf, nextId })) : [emptyParagraph()])
}

// --- the editor's tree as ours --------------------------------------------------------------------------------

type LexicalNode = Json & { readonly type: string }
type Media = ReadonlyMap<string, MediaInUse>

function nodesOf(parent: unknown, path: string): readonly LexicalNode[] {
  const children = isRecord(parent) ? parent.children : undefined
  if (!Array.isArray(children)) return refuse('text.invalid', { path })
  return children.map((child: unknown, index) =>
    isRecord(child) && typeof child.type === 'string'
      ? (child as LexicalNode)
      : refuse('text.invalid', { path: `${path}.children[${index}]` }),
  )
}

const blocksOf = (nodes: readonly LexicalNode[], path: string, media: Media): readonly Block[] =>
  nodes.flatMap((node, index) => blockOf(node, `${path}.children[${index}]`, media) ?? [])

function blockOf(node: LexicalNode, path: string, media: Media): Block | null {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'quote': {
      const children = inlinesOf(nodesOf(node, path), path)
      if (isBlank(children)) return null
      if (node.type === 'heading') return { kind: 'heading', level: Number(String(node.tag).slice(1)) as 2 | 3 | 4, children }
      return { kind: node.type, children }
    }
    case 'list': {
      const items = listItemsOf(nodesOf(node, path), path, media)
      return items.length ? { kind: 'list', ordered: node.listType === 'number', items } : null
    }
    case 'table': {
      const rows = nodesOf(node, path).map((row, rowIndex) => {
        const rowPath = `${path}.children[${rowIndex}]`
        return nodesOf(row, rowPath).map((cell, index) => cellOf(cell, `${rowPath}.children[${index}]`, media))
      })
      return rows.some((row) => row.length) ? { kind: 'table', rows } : null
    }
    case 'upload':
      return { kind: 'figure', ...figureOf(node, path, media) }
    case 'horizontalrule':
      return { kind: 'rule' }
    default:
      return refuse('text.invalid', { path, node: node.type })
  }
}

/** Lexical hangs a nested list into an item of its own, behind the item that it belongs to. */
function listItemsOf(nodes: readonly LexicalNode[], path: string, media: Media): readonly ListItem[] {
  const items: ListItem[] = []
  nodes.forEach((node, index) => {
    const itemPath = `${path}.children[${index}]`
    if (node.type !== 'listitem') refuse('text.invalid', { path: itemPath, node: node.type })
    const parts = nodesOf(node, itemPath)
    const children = inlinesOf(
      parts.filter((part) => part.type !== 'list'),
      itemPath,
    )
    const nested = blocksOf(
      parts.filter((part) => part.type === 'list'),
      itemPath,
      media,
    )
    const before = items.at(-1)
    if (isBlank(children) && nested.length && before)
      items[items.length - 1] = { ...before, nested: [...before.nested, ...nested] }
    else if (!isBlank(children) || nested.length) items.push({ children: isBlank(children) ? [] : children, nested })
  })
  return items
}

function cellOf(node: LexicalNode, path: string, media: Media): Cell {
  if (node.type !== 'tablecell') refuse('text.invalid', { path, node: node.type })
  return {
    header: Number(node.headerState ?? 0) > 0,
    colSpan: Number(node.colSpan ?? 1),
    rowSpan: Number(node.rowSpan ?? 1),
    children: blocksOf(nodesOf(node, path), path, media),
  }
}

function figureOf(node: LexicalNode, path: string, media: Media): Figure {
  const found = media.get(mediaId(node.value))
  if (!found) return refuse('text.invalid', { path, node: 'upload', media: mediaId(node.value) })
  const own = isRecord(node.fields) ? node.fields : {}
  const words = (value: unknown, otherwise: string) => (typeof value === 'string' && value.trim() ? value.trim() : otherwise)
  return {
    digest: found.digest,
    alt: words(own.alt, found.alt),
    caption: words(own.caption, found.caption),
    credit: found.credit,
  }
}

/** The id, also of a medium that a read with depth has put in its place. */
export const mediaId = (value: unknown): string => String(isRecord(value) ? value.id : value)

function inlinesOf(nodes: readonly LexicalNode[], path: string): readonly Inline[] {
  const inlines = nodes.flatMap((node, index): readonly Inline[] => {
    const at = `${path}.children[${index}]`
    switch (node.type) {
      case 'text':
      case 'tab':
        return textOf(node.type === 'tab' ? '\t' : String(node.text), Number(node.format ?? 0))
      case 'linebreak':
        return [{ kind: 'break' }]
      case 'ruby':
        return [{ kind: 'ruby', base: String(node.base), reading: String(node.reading) }]
      case 'link': {
        const href =
          safeHref(isRecord(node.fields) ? node.fields.url : null) ?? refuse('text.link', { path: at, href: hrefOf(node.fields) })
        const children = inlinesOf(nodesOf(node, at), at)
        return children.length ? [{ kind: 'link', href, children }] : []
      }
      // A quotation of several paragraphs is one block of ours.
      case 'paragraph': {
        const children = inlinesOf(nodesOf(node, at), at)
        return isBlank(children) ? [] : index ? [{ kind: 'break' }, ...children] : children
      }
      default:
        return refuse('text.invalid', { path: at, node: node.type })
    }
  })
  return joined(inlines)
}

const textOf = (text: string, bits: number): readonly Inline[] => {
  const marks = MARKS.filter((mark) => bits & FORMAT_BITS[mark])
  return text
    .split('\n')
    .flatMap((line, index): readonly Inline[] => [
      ...(index ? [{ kind: 'break' as const }] : []),
      ...(line ? [{ kind: 'text' as const, text: line, marks }] : []),
    ])
}

/** Where a typist made a word bold and plain again, the text is still one. */
function joined(inlines: readonly Inline[]): readonly Inline[] {
  const whole: Inline[] = []
  for (const inline of inlines) {
    const before = whole.at(-1)
    if (before?.kind === 'text' && inline.kind === 'text' && before.marks.join() === inline.marks.join()) {
      whole[whole.length - 1] = { ...before, text: before.text + inline.text }
    } else {
      whole.push(inline)
    }
  }
  return whole
}

const isBlank = (children: readonly Inline[]): boolean =>
  children.every((child) => child.kind === 'break' || (child.kind === 'text' && child.text.trim() === ''))

// --- our tree as the editor's ---------------------------------------------------------------------------------

type Making = { readonly mediaOf: Parameters<typeof fromRichText>[1]; readonly nextId: () => string }

function blockNode(block: Block, making: Making): Json {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return element(
        block.kind,
        inlineNodes(block.children, making),
        block.kind === 'paragraph' ? { textFormat: 0, textStyle: '' } : {},
      )
    case 'heading':
      return element('heading', inlineNodes(block.children, making), { tag: `h${block.level}` })
    case 'list':
      return listNode(block, making)
    case 'table':
      return element(
        'table',
        block.rows.map((row) =>
          element(
            'tablerow',
            row.map((cell) => cellNode(cell, making)),
          ),
        ),
      )
    case 'figure':
      return uploadNode(block, making)
    case 'rule':
      return { type: 'horizontalrule', version: 1 }
  }
}

function listNode(list: Extract<Block, { kind: 'list' }>, making: Making): Json {
  let value = 0
  const items = list.items.flatMap((item) => {
    const own =
      item.children.length || !item.nested.length
        ? [element('listitem', inlineNodes(item.children, making), { value: ++value })]
        : []
    const nested = item.nested.map((block) => {
      if (block.kind !== 'list') return refuse('text.invalid', { node: 'listitem', nested: block.kind })
      return element('listitem', [listNode(block, making)], { value: value + 1 })
    })
    return [...own, ...nested]
  })
  return element('list', items, { listType: list.ordered ? 'number' : 'bullet', start: 1, tag: list.ordered ? 'ol' : 'ul' })
}

function cellNode(cell: Cell, making: Making): Json {
  const children = cell.children.length ? cell.children.map((block) => blockNode(block, making)) : [emptyParagraph()]
  return element('tablecell', children, {
    backgroundColor: null,
    colSpan: cell.colSpan,
    headerState: cell.header ? 1 : 0,
    rowSpan: cell.rowSpan,
  })
}

function uploadNode(figure: Figure, { mediaOf, nextId }: Making): Json {
  const medium = mediaOf(figure) ?? refuse('text.invalid', { node: 'upload', media: figure.digest })
  const own = typeof medium === 'string' ? { id: medium, alt: '', caption: '' } : medium
  const fields = {
    alt: figure.alt === own.alt ? null : figure.alt,
    caption: figure.caption === own.caption ? null : figure.caption,
  }
  return { type: 'upload', version: 3, format: '', id: nextId(), fields, relationTo: 'media', value: own.id }
}

const inlineNodes = (children: readonly Inline[], making: Making): readonly Json[] =>
  children.flatMap((child) => inlineNode(child, making))

function inlineNode(inline: Inline, making: Making): readonly Json[] {
  switch (inline.kind) {
    case 'text': {
      const format = inline.marks.reduce((bits, mark) => bits | FORMAT_BITS[mark], 0)
      const text = { detail: 0, format, mode: 'normal', style: '', type: 'text', version: 1 }
      return inline.text
        .split(/(\t)/)
        .flatMap((part) =>
          part === '\t' ? [{ ...text, detail: 2, text: part, type: 'tab' }] : part ? [{ ...text, text: part }] : [],
        )
    }
    case 'break':
      return [{ type: 'linebreak', version: 1 }]
    case 'ruby':
      return [{ type: 'ruby', version: 1, base: inline.base, reading: inline.reading }]
    case 'link':
      return [
        element('link', inlineNodes(inline.children, making), {
          version: 3,
          fields: { linkType: 'custom', newTab: false, url: inline.href },
          id: making.nextId(),
        }),
      ]
  }
}
const element = (type: string, children: readonly unknown[], more: Json = {}): Json => ({
  children,
  direction: null,
  format: '',
  indent: 0,
  type,
  version: 1,
  ...more,
})

const editorState = (children: readonly unknown[]): SerializedEditorState =>
  ({ root: element('root', children) }) as unknown as SerializedEditorState

const emptyParagraph = (): Json => element('paragraph', [], { textFormat: 0, textStyle: '' })
