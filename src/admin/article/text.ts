/** The parts of a text that a form saves, and the words in them. Pure. */

/** The editor's tree, as far as reading its words needs it. */
type Node = {
  readonly type?: unknown
  readonly text?: unknown
  readonly base?: unknown
  readonly fields?: unknown
  readonly children?: unknown
}

export const PARTS = ['title', 'summary', 'byline', 'body'] as const
export type Part = (typeof PARTS)[number]
export type SavedText = { readonly title: string; readonly summary: string; readonly byline: string; readonly body: unknown }

export const textIn = (data: Readonly<Record<string, unknown>>): SavedText => ({
  title: words(data.title),
  summary: words(data.summary),
  byline: words(data.byline),
  body: data.body ?? null,
})

/** What is read of a part; blocks of the body apart by an empty line. */
export const wordsOfPart = (text: SavedText, part: Part): string => (part === 'body' ? bodyWords(text.body) : text[part])

export const bodyWords = (body: unknown): string => {
  const blocks: string[] = []
  let line = ''
  const close = () => {
    if (line.trim() !== '') blocks.push(line.trim())
    line = ''
  }
  // From an explicit stack: how deep a tree is, the sender decides.
  const open: (Node | 'end')[] = [rootOf(body)]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === 'end') {
      close()
      continue
    }
    if (typeof node.text === 'string') line += node.text
    if (node.type === 'linebreak') line += '\n'
    if (node.type === 'tab') line += '\t'
    if (node.type === 'ruby' && typeof node.base === 'string') line += node.base
    if (node.type === 'upload') blocks.push('[▣]')
    const isBlock = BLOCKS.includes(String(node.type))
    if (isBlock) {
      close()
      open.push('end')
    }
    if (Array.isArray(node.children))
      open.push(...(node.children as Node[]).filter((child) => typeof child === 'object' && child !== null).toReversed())
  }
  close()
  return blocks.join('\n\n')
}

const BLOCKS = ['paragraph', 'heading', 'quote', 'listitem', 'tablecell']

/** Paragraphs at the end of the tree; for a wording that somebody suggested. */
export const withParagraphs = (body: unknown, text: string): unknown => {
  const root = rootOf(body)
  const added = text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({
      type: 'paragraph',
      version: 1,
      format: '',
      indent: 0,
      direction: null,
      textFormat: 0,
      textStyle: '',
      children: paragraph.split('\n').flatMap(lineNodes),
    }))
  const children = Array.isArray(root.children) ? (root.children as unknown[]) : []
  return {
    root: { type: 'root', version: 1, format: '', indent: 0, direction: null, ...root, children: [...children, ...added] },
  }
}

const lineNodes = (text: string, index: number) => [
  ...(index > 0 ? [{ type: 'linebreak', version: 1 }] : []),
  { type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' },
]

/** Equal whatever the order of keys: a tree that has been stored comes back in another one. */
export const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))
export const samePart = (a: SavedText, b: SavedText, part: Part): boolean =>
  part === 'body'
    ? sameValue(a.body, b.body) || (bodyWords(a.body) === '' && bodyWords(b.body) === '' && isBare(a.body) && isBare(b.body))
    : a[part] === b[part]
export const sameText = (a: SavedText, b: SavedText): boolean => PARTS.every((part) => samePart(a, b, part))

/** No text, no picture, no table: null and an empty paragraph are the same nothing. */
const isBare = (body: unknown): boolean => {
  const { children } = rootOf(body)
  return (
    !Array.isArray(children) ||
    (children as Node[]).every(({ type, children: inner }) => type === 'paragraph' && Array.isArray(inner) && inner.length === 0)
  )
}

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  )
}

const rootOf = (body: unknown): Node => {
  const root = typeof body === 'object' && body !== null && 'root' in body ? body.root : null
  return typeof root === 'object' && root !== null ? root : {}
}
const words = (value: unknown): string => (typeof value === 'string' ? value : '')
