/** What somebody pastes from Word, LibreOffice, Google Docs or a page, as our tree: its structure and none of its junk. */
import { Parser } from 'htmlparser2'
import { MARKS, safeHref, type Block, type Cell, type Inline, type ListItem, type Mark, type RichText } from '#richtext'
import { cleanText } from '#text/normalise'

/**
 * Keeps headings, paragraphs, lists (also Word's, which are paragraphs in disguise), tables, quotations, rules,
 * links that we allow, bold, italic, struck, sub- and superscript, ruby. Drops everything else: fonts, colours,
 * hidden text, comments, deleted revisions. Pictures are counted, not taken: they come from the library, with credit and consent.
 */
export function readPasted(html: string): { readonly doc: RichText; readonly pictures: number } {
  const tree = parse(html)
  const reading: Reading = { pictures: 0, shift: has(tree, isTitle) ? 1 : 0 }
  const doc = blocksOf(collect(tree, PLAIN, reading))
  return { doc, pictures: reading.pictures }
}

// --- parsing --------------------------------------------------------------------------------------------------

type Element = {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly css: Readonly<Record<string, string>>
  readonly children: Node[]
}
type Node = Element | string

const DEEPEST = 100

function parse(html: string): readonly Node[] {
  const root: Element = { tag: 'body', attributes: {}, css: {}, children: [] }
  const open: Element[] = [root]
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const node: Element = { tag, attributes, css: cssOf(attributes.style ?? ''), children: [] }
        // Nobody wrote a hundred levels by hand: deeper tags fall away, their words stay.
        if (open.length <= DEEPEST) open.at(-1)?.children.push(node)
        open.push(open.length <= DEEPEST ? node : (open.at(-1) ?? root))
      },
      ontext(text) {
        open.at(-1)?.children.push(text)
      },
      onclosetag() {
        if (open.length > 1) open.pop()
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(html)
  parser.end()
  return root.children
}

function cssOf(style: string): Readonly<Record<string, string>> {
  const css: Record<string, string> = {}
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon > 0)
      css[declaration.slice(0, colon).trim().toLowerCase()] = declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase()
  }
  return css
}

const has = (nodes: readonly Node[], wanted: (node: Element) => boolean): boolean =>
  nodes.some((node) => typeof node !== 'string' && (wanted(node) || has(node.children, wanted)))

const textWithin = (node: Node): string => (typeof node === 'string' ? node : node.children.map(textWithin).join(''))

const hasClass = (node: Element, name: RegExp): boolean =>
  (node.attributes.class ?? '').split(/\s+/).some((each) => name.test(each))

// --- from elements to a stream of words and blocks ------------------------------------------------------------

/** Words with their looks, before white space is settled; `|` is the edge of a block. */
type Span =
  | { readonly kind: 'text'; readonly text: string; readonly marks: readonly Mark[]; readonly href: string | null }
  | { readonly kind: 'ruby'; readonly base: string; readonly reading: string; readonly href: string | null }
  | { readonly kind: 'break' }
type Item = { readonly kind: 'item'; readonly level: number; readonly ordered: boolean; readonly stream: readonly Piece[] }
type Piece = Span | Block | Item | { readonly kind: '|' }

type Style = { readonly marks: readonly Mark[]; readonly href: string | null; readonly pre: boolean; readonly heading: boolean }
type Reading = { pictures: number; readonly shift: 0 | 1 }

const PLAIN: Style = { marks: [], href: null, pre: false, heading: false }
const EDGE = { kind: '|' } as const

const DROPPED = new Set(
  [
    'head',
    'title',
    'style',
    'script',
    'meta',
    'link',
    'xml',
    'base',
    'template',
    'noscript',
    'iframe',
    'object',
    'embed',
    'applet',
    'svg',
    'math',
    'canvas',
    'audio',
    'video',
    'map',
  ].concat([
    'input',
    'button',
    'select',
    'textarea',
    'colgroup',
    'col',
    'rp',
    'rt',
    'del',
    'v:shapetype',
    'w:sdtpr',
    'o:officedocumentsettings',
  ]),
)
const PICTURES = new Set(['img', 'picture', 'v:shape', 'v:imagedata', 'v:rect', 'v:group'])
const BLOCK_TAGS = new Set(
  [
    'p',
    'div',
    'section',
    'article',
    'header',
    'footer',
    'main',
    'aside',
    'nav',
    'center',
    'address',
    'figure',
    'figcaption',
    'pre',
    'dl',
    'dt',
    'dd',
    'details',
    'summary',
    'caption',
    'body',
    'html',
  ].concat(['fieldset', 'legend', 'tr', 'td', 'th', 'tbody', 'thead', 'tfoot']),
)

const isTitle = (node: Element): boolean => node.tag === 'h1' || hasClass(node, /^MsoTitle$/i)

const collect = (nodes: readonly Node[], style: Style, reading: Reading): readonly Piece[] =>
  nodes.flatMap((node) => piecesOf(node, style, reading))

function piecesOf(node: Node, style: Style, reading: Reading): readonly Piece[] {
  if (typeof node === 'string') return words(node, style)
  if (PICTURES.has(node.tag)) {
    reading.pictures += 1
    return []
  }
  if (DROPPED.has(node.tag) || isHidden(node) || (isMarker(node) && !style.heading)) return []
  const inner = styleWithin(node, style)
  const heading = headingLevel(node, reading)
  if (heading) {
    const children = lineOf(collect(node.children, { ...inner, heading: true }, reading))
    return children.length ? [EDGE, { kind: 'heading', level: heading, children: withoutMark(children, 'bold') }, EDGE] : [EDGE]
  }
  switch (node.tag) {
    case 'br':
      // A page break of Word is no break of a line.
      return node.css['page-break-before'] ? [EDGE] : [{ kind: 'break' }]
    case 'hr':
      return [EDGE, { kind: 'rule' }, EDGE]
    case 'ruby':
      return rubiesOf(node, style)
    case 'ul':
    case 'ol':
      return [EDGE, ...listOf(node, inner, reading), EDGE]
    case 'li':
      return [{ kind: 'item', level: 1, ordered: false, stream: collect(node.children, inner, reading) }]
    case 'table':
      return [EDGE, ...tableOf(node, inner, reading), EDGE]
    case 'blockquote':
      return [EDGE, ...quoteOf(node, inner, reading), EDGE]
  }
  const list = /\bl\d+\s+level(\d+)/.exec(node.css['mso-list'] ?? '')
  if (list)
    return [
      EDGE,
      {
        kind: 'item',
        level: Number(list[1]),
        ordered: isOrdered(markerOf(node)),
        stream: collect(node.children, inner, reading),
      },
    ]
  if (hasClass(node, /^Mso(?:Intense)?Quote$/i)) return [EDGE, ...quoteOf(node, withoutMarks(inner), reading), EDGE]
  const pieces = collect(node.children, inner, reading)
  return BLOCK_TAGS.has(node.tag) ? [EDGE, ...pieces, EDGE] : pieces
}

const words = (text: string, { marks, href, pre }: Style): readonly Span[] =>
  text
    .split(pre ? '\n' : NEVER)
    .flatMap((line, index): readonly Span[] => [
      ...(index ? [{ kind: 'break' as const }] : []),
      { kind: 'text', text: line, marks, href },
    ])
const NEVER = /(?!)/

const isHidden = ({ attributes, css }: Element): boolean =>
  'hidden' in attributes ||
  css.display === 'none' ||
  css.visibility === 'hidden' ||
  css['mso-hide'] === 'all' ||
  /^0(?:px|pt|em|%)?$/.test(css['font-size'] ?? '') ||
  /^comment(?:-list)?$/.test(css['mso-element'] ?? '') ||
  /\bmsocom(?:anchor|txt|off)\b|\bMsoCommentReference\b/i.test(attributes.class ?? '')

/** The number or bullet that Word writes before a list paragraph. */
const isMarker = ({ css }: Element): boolean => css['mso-list'] === 'ignore'

function markerOf(node: Element): string {
  for (const child of node.children) {
    if (typeof child === 'string') continue
    const marker = isMarker(child) ? textWithin(child) : markerOf(child)
    if (marker) return marker.replace(/\s+/g, '')
  }
  return ''
}

// "o" is a bullet of Word's, "o)" a letter.
const isOrdered = (marker: string): boolean => /^\(?(?:\d+(?:\.\d+)*|[a-zđ]|[ivxlc]+)[.)]$|^\d+$/i.test(marker)

function headingLevel(node: Element, { shift }: Reading): 2 | 3 | 4 | null {
  if (isTitle(node)) return 2
  const level = /^h([2-6])$/.exec(node.tag)?.[1]
  return level ? (Math.min(4, Number(level) + shift) as 2 | 3 | 4) : null
}

function styleWithin(node: Element, style: Style): Style {
  const marks = new Set(style.marks)
  const { css, tag } = node
  if (tag === 'b' || tag === 'strong') marks.add('bold')
  if (tag === 'i' || tag === 'em' || tag === 'cite') marks.add('italic')
  if (tag === 's' || tag === 'strike') marks.add('strikethrough')
  if (tag === 'sub') marks.add('subscript')
  if (tag === 'sup') marks.add('superscript')
  // After the tag: Google Docs wraps everything into <b style="font-weight:normal">.
  const weight = css['font-weight'] ?? ''
  if (weight.startsWith('bold') || Number(weight) >= 600) marks.add('bold')
  else if (weight) marks.delete('bold')
  const slant = css['font-style'] ?? ''
  if (/^(?:italic|oblique)/.test(slant)) marks.add('italic')
  else if (slant) marks.delete('italic')
  if (/line-through/.test(`${css['text-decoration'] ?? ''} ${css['text-decoration-line'] ?? ''}`)) marks.add('strikethrough')
  if (css['vertical-align'] === 'super') marks.add('superscript')
  if (css['vertical-align'] === 'sub') marks.add('subscript')
  const href = tag === 'a' ? safeHref((node.attributes.href ?? '').trim()) : style.href
  return { ...style, marks: MARKS.filter((mark) => marks.has(mark)), href, pre: style.pre || tag === 'pre' }
}

const withoutMarks = (style: Style): Style => ({ ...style, marks: [] })

/** One ruby per pair of base and reading; a base without a reading is just text. */
function rubiesOf(node: Element, style: Style): readonly Span[] {
  const spans: Span[] = []
  let base = ''
  const read = (nodes: readonly Node[]) => {
    for (const child of nodes) {
      if (typeof child === 'string') base += child
      else if (child.tag === 'rt') {
        const reading = cleanText(textWithin(child), null).replace(/\s+/g, ' ').trim()
        const under = cleanText(base, null).replace(/\s+/g, ' ').trim()
        base = ''
        if (under && reading) spans.push({ kind: 'ruby', base: under, reading, href: style.href })
        else if (under) spans.push({ kind: 'text', text: under, marks: style.marks, href: style.href })
      } else if (child.tag !== 'rp') read(child.children)
    }
  }
  read(node.children)
  return base.trim() ? [...spans, { kind: 'text', text: base, marks: style.marks, href: style.href }] : spans
}

// --- lists, tables, quotations --------------------------------------------------------------------------------

function listOf(node: Element, style: Style, reading: Reading): readonly Block[] {
  const items: ListItem[] = []
  for (const child of node.children) {
    if (typeof child === 'string' && !child.trim()) continue
    const { children, nested } = itemOf(
      typeof child !== 'string' && child.tag === 'li'
        ? collect(child.children, styleWithin(child, style), reading)
        : collect([child], style, reading),
    )
    const before = items.at(-1)
    // Google Docs and old Word hang a nested list beside its item, not into it.
    if (!children.length && nested.length && before)
      items[items.length - 1] = { ...before, nested: [...before.nested, ...nested] }
    else if (children.length || nested.length) items.push({ children, nested })
  }
  return items.length ? [{ kind: 'list', ordered: node.tag === 'ol', items }] : []
}

/** Lists within stay lists; whatever else is within becomes lines of the item. */
function itemOf(stream: readonly Piece[]): ListItem {
  const blocks = blocksOf(stream)
  return {
    children: joinLines(blocks.filter((block) => block.kind !== 'list').map(linesOf)),
    nested: blocks.filter((block) => block.kind === 'list'),
  }
}

function tableOf(node: Element, style: Style, reading: Reading): readonly Block[] {
  const before: Block[] = []
  const rows: Cell[][] = []
  const read = (nodes: readonly Node[], inHead: boolean, within: Style) => {
    for (const child of nodes) {
      if (typeof child === 'string') continue
      if (child.tag === 'tr') rows.push(child.children.flatMap((cell) => cellOf(cell, inHead, within, reading)))
      else if (child.tag === 'caption') before.push(...blocksOf(collect(child.children, within, reading)))
      else if (!DROPPED.has(child.tag)) read(child.children, inHead || child.tag === 'thead', within)
    }
  }
  read(node.children, false, style)
  const filled = rows.filter((row) => row.length)
  const only = filled.length === 1 && filled[0]?.length === 1 ? filled[0][0] : undefined
  // A table of one cell is a frame.
  return [...before, ...(only ? only.children : filled.length ? [{ kind: 'table' as const, rows: filled }] : [])]
}

function cellOf(node: Node, inHead: boolean, style: Style, reading: Reading): readonly Cell[] {
  if (typeof node === 'string' || (node.tag !== 'td' && node.tag !== 'th')) return []
  const span = (name: string, most: number) => Math.min(most, Math.max(1, Number.parseInt(node.attributes[name] ?? '1', 10) || 1))
  const blocks = blocksOf(collect(node.children, styleWithin(node, style), reading))
  return [
    {
      header: inHead || node.tag === 'th',
      colSpan: span('colspan', 50),
      rowSpan: span('rowspan', 500),
      // A table within a table: its cells one after the other.
      children: blocks.flatMap((block) =>
        block.kind === 'table' ? block.rows.flatMap((row) => row.flatMap((cell) => cell.children)) : [block],
      ),
    },
  ]
}

function quoteOf(node: Element, style: Style, reading: Reading): readonly Block[] {
  const lists: Block[] = []
  const lines = blocksOf(collect(node.children, style, reading)).flatMap((block) =>
    block.kind === 'list' || block.kind === 'table' ? (lists.push(block), []) : [linesOf(block)],
  )
  const children = joinLines(lines)
  return [...(children.length ? [{ kind: 'quote' as const, children }] : []), ...lists]
}

/** A block within a list item or a quotation, as a line of it. */
function linesOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return block.children
    case 'table':
      return joinLines(
        block.rows.map((row) =>
          row.flatMap((cell, index) => [
            ...(index ? [{ kind: 'text' as const, text: ' ', marks: [] }] : []),
            ...joinLines(cell.children.map(linesOf)),
          ]),
        ),
      )
    case 'list':
      return joinLines(block.items.map((item) => joinLines([item.children, ...item.nested.map(linesOf)])))
    case 'figure':
    case 'rule':
      return []
  }
}

const joinLines = (lines: readonly (readonly Inline[])[]): readonly Inline[] =>
  lines.filter((line) => line.length).flatMap((line, index) => (index ? [{ kind: 'break' as const }, ...line] : line))

// --- from the stream to blocks --------------------------------------------------------------------------------

function blocksOf(stream: readonly Piece[]): readonly Block[] {
  const blocks: Block[] = []
  let run: Span[] = []
  let items: Item[] = []
  const endRun = () => {
    for (const line of paragraphsOf(run)) blocks.push({ kind: 'paragraph', children: line })
    run = []
  }
  const endItems = () => {
    blocks.push(...listsOf(items))
    items = []
  }
  for (const piece of stream) {
    if (piece.kind === 'text' || piece.kind === 'break' || piece.kind === 'ruby') {
      // Line feeds of the source between two list paragraphs are no words.
      if (items.length && piece.kind === 'text' && !/[^\s\u00A0]/.test(piece.text)) continue
      endItems()
      run.push(piece)
    } else if (piece.kind === 'item') {
      endRun()
      items.push(piece)
    } else if (piece.kind === '|') {
      endRun()
    } else {
      endRun()
      endItems()
      blocks.push(piece)
    }
  }
  endRun()
  endItems()
  return blocks
}

/** List paragraphs in a row, nested by the level that Word wrote on each. */
function listsOf(items: readonly Item[]): readonly Block[] {
  const lists: { kind: 'list'; ordered: boolean; items: ListItem[] }[] = []
  const base = Math.min(...items.map((item) => item.level))
  for (let index = 0; index < items.length;) {
    const item = items[index] as Item
    let next = index + 1
    while (next < items.length && (items[next] as Item).level > Math.max(base, item.level)) next++
    const { children, nested } = itemOf(item.stream)
    const entry: ListItem = { children, nested: [...nested, ...listsOf(items.slice(index + 1, next))] }
    const list = lists.at(-1)
    if (!children.length && !entry.nested.length) {
      // An empty line that kept its bullet.
    } else if (list?.ordered === item.ordered) {
      list.items.push(entry)
    } else {
      lists.push({ kind: 'list', ordered: item.ordered, items: [entry] })
    }
    index = next
  }
  return lists
}

/** Lines of one run: two breaks and more are the end of a paragraph. */
function paragraphsOf(run: readonly Span[]): readonly (readonly Inline[])[] {
  const paragraphs: Span[][] = [[]]
  let breaks = 0
  for (const span of run) {
    if (span.kind === 'break') {
      breaks += 1
      continue
    }
    if (breaks && span.kind === 'text' && !/[^\s\u00A0]/.test(span.text)) continue
    if (breaks >= 2) paragraphs.push([])
    else if (breaks === 1 && paragraphs.at(-1)?.length) paragraphs.at(-1)?.push({ kind: 'break' })
    breaks = 0
    paragraphs.at(-1)?.push(span)
  }
  return paragraphs.map(inlinesOf).filter((line) => line.length)
}

/** Everything on one line, for a heading. */
const lineOf = (stream: readonly Piece[]): readonly Inline[] =>
  blocksOf(stream)
    .map(linesOf)
    .flatMap((line, index) => (index ? [{ kind: 'break' as const }, ...line] : line))
    .reduce<Inline[]>((whole, inline) => {
      const before = whole.at(-1)
      const next = inline.kind === 'break' ? ({ kind: 'text', text: ' ', marks: [] } as const) : inline
      if (before?.kind === 'text' && next.kind === 'text' && before.marks.join() === next.marks.join())
        whole[whole.length - 1] = { ...before, text: before.text + next.text }
      else whole.push(next)
      return whole
    }, [])

/**
 * White space as a page shows it: runs are one space, none at the ends; a line feed of the source is a space
 * between words and nothing between two Japanese letters. The no-break spaces of Word are spaces.
 */
function inlinesOf(spans: readonly Span[]): readonly Inline[] {
  const shown: Span[] = []
  let last = ''
  let waiting: { at: number; feed: boolean } | null = null
  for (const span of spans) {
    if (span.kind === 'break') {
      waiting = null
      last = ''
      shown.push(span)
      continue
    }
    const at = shown.push(span.kind === 'text' ? { ...span, text: '' } : span) - 1
    const letters = span.kind === 'text' ? cleanText(span.text, null).replace(SYMBOL_FONT, '') : span.base
    for (const part of letters.match(/[^\s\u00A0\u3000]+|\u3000+|[\s\u00A0]+/g) ?? []) {
      if (/^[^\S\u3000]/.test(part)) {
        waiting ??= { at, feed: true }
        waiting.feed = waiting.feed && part.includes('\n')
        continue
      }
      if (waiting && last !== '' && !(waiting.feed && WIDE.test(last) && WIDE.test(part))) append(shown, waiting.at, at)
      waiting = null
      // Japanese typists indent a paragraph with an ideographic space; the page does that itself.
      if (last === '' && part.startsWith('\u3000')) continue
      if (span.kind === 'text') addText(shown, at, part)
      last = [...part].at(-1) ?? ''
    }
  }
  return linked(shown)
}

const WIDE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60ー]/u
// Bullets and arrows of the Symbol and Wingdings fonts, private to them.
const SYMBOL_FONT = /[\uF000-\uF0FF]/g

const addText = (spans: Span[], at: number, text: string): void => {
  const span = spans[at]
  if (span?.kind === 'text') spans[at] = { ...span, text: span.text + text }
}

/** The space belongs to the words before it; behind a ruby, to those after it. */
const append = (spans: Span[], from: number, to: number): void => {
  if (spans[from]?.kind === 'text') addText(spans, from, ' ')
  else if (spans[to]?.kind === 'text') addText(spans, to, ' ')
  else spans.splice(to, 0, { kind: 'text', text: ' ', marks: [], href: null })
}

/** Neighbours with the same looks are one, words with the same address one link. */
function linked(spans: readonly Span[]): readonly Inline[] {
  const line: Inline[] = []
  for (const span of spans) {
    if (span.kind === 'break') {
      line.push(span)
      continue
    }
    if (span.kind === 'text' && span.text === '') continue
    const inline: Inline =
      span.kind === 'text'
        ? { kind: 'text', text: span.text, marks: span.marks }
        : { kind: 'ruby', base: span.base, reading: span.reading }
    const before = line.at(-1)
    if (span.href === null) joinTo(line, inline)
    else if (before?.kind === 'link' && before.href === span.href) {
      const children = [...before.children]
      joinTo(children, inline)
      line[line.length - 1] = { ...before, children }
    } else line.push({ kind: 'link', href: span.href, children: [inline] })
  }
  while (line.at(-1)?.kind === 'break') line.pop()
  return line
}

function joinTo(line: Inline[], inline: Inline): void {
  const before = line.at(-1)
  if (before?.kind === 'text' && inline.kind === 'text' && before.marks.join() === inline.marks.join())
    line[line.length - 1] = { ...before, text: before.text + inline.text }
  else line.push(inline)
}

function withoutMark(inlines: readonly Inline[], mark: Mark): readonly Inline[] {
  const line: Inline[] = []
  for (const inline of inlines) {
    if (inline.kind === 'text') joinTo(line, { ...inline, marks: inline.marks.filter((each) => each !== mark) })
    else line.push(inline.kind === 'link' ? { ...inline, children: withoutMark(inline.children, mark) } : inline)
  }
  return line
}
