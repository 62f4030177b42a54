'use client'
import { readPasted } from '#cms/editor/paste'
import { MARK_TAGS, type Block, type Inline, type ListItem, type RichText } from '#richtext'

/** What was pasted, as the newsroom will keep it, drawn on the page: the person sees at once what stays. */
export const pastedNodes = (html: string): readonly Node[] => nodesOf(readPasted(html).doc)

/** Where the cursor stands: words go into the line, blocks behind it. */
export const insertPasted = (box: HTMLElement, html: string): void => {
  const { doc } = readPasted(html)
  const range = rangeIn(box)
  const [only] = doc
  if (doc.length === 1 && only?.kind === 'paragraph' && range) {
    range.deleteContents()
    const line = document.createDocumentFragment()
    line.append(...only.children.map(inlineNode))
    putCursorBehind(range, insertInto(range, line))
    return
  }
  range?.deleteContents()
  const block = range ? topmost(box, range.startContainer) : null
  const made = nodesOf(doc)
  if (block && block.textContent?.trim() !== '') block.after(...made)
  else if (block) block.replaceWith(...made)
  else box.append(...made)
  const last = made.at(-1)
  if (range && last) putCursorBehind(range, last)
}

const rangeIn = (box: HTMLElement): Range | null => {
  const selection = window.getSelection()
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null
  return range && box.contains(range.startContainer) ? range : null
}
const insertInto = (range: Range, line: DocumentFragment): Node | null => {
  const last = line.lastChild
  range.insertNode(line)
  return last
}
const putCursorBehind = (range: Range, node: Node | null): void => {
  if (!node) return
  range.setStartAfter(node)
  range.collapse(true)
  const selection = window.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}
/** The child of the box in which the node stands. */
const topmost = (box: HTMLElement, node: Node): ChildNode | null => {
  let at: Node | null = node
  while (at && at.parentNode !== box) at = at.parentNode
  return at as ChildNode | null
}

const element = (tag: string, children: readonly Node[]): HTMLElement => {
  const made = document.createElement(tag)
  made.append(...children)
  return made
}

const nodesOf = (doc: RichText): readonly Node[] => doc.map(blockNode)

const blockNode = (block: Block): Node => {
  switch (block.kind) {
    case 'paragraph':
      return element('p', block.children.map(inlineNode))
    case 'heading':
      return element(`h${block.level}`, block.children.map(inlineNode))
    case 'quote':
      return element('blockquote', block.children.map(inlineNode))
    case 'list':
      return element(block.ordered ? 'ol' : 'ul', block.items.map(itemNode))
    case 'table':
      return element('table', [
        element(
          'tbody',
          block.rows.map((row) =>
            element(
              'tr',
              row.map(({ header, colSpan, rowSpan, children }) => {
                const cell = element(header ? 'th' : 'td', nodesOf(children)) as HTMLTableCellElement
                cell.colSpan = colSpan
                cell.rowSpan = rowSpan
                return cell
              }),
            ),
          ),
        ),
      ])
    case 'rule':
      return element('hr', [])
    case 'figure':
      return document.createTextNode('')
  }
}

const itemNode = ({ children, nested }: ListItem): Node => element('li', [...children.map(inlineNode), ...nodesOf(nested)])

const inlineNode = (inline: Inline): Node => {
  switch (inline.kind) {
    case 'text':
      return inline.marks.reduce<Node>((node, mark) => element(MARK_TAGS[mark], [node]), document.createTextNode(inline.text))
    case 'link': {
      const link = element('a', inline.children.map(inlineNode))
      link.setAttribute('href', inline.href)
      return link
    }
    case 'ruby':
      return element('ruby', [document.createTextNode(inline.base), element('rt', [document.createTextNode(inline.reading)])])
    case 'break':
      return element('br', [])
  }
}
