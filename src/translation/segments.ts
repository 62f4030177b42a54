/** A text as segments in reading order, and changed segments put back into the tree. */
import { refuse, type Digest, type Language } from '#newsroom'
import type { Block, Cell, Inline, ListItem } from '#richtext'
import type { Cue } from '#video/cue'
import { insert } from '#video/cues'
import { cueSegments, mergeCueSegments, pathOf, targetCueSegments } from '#video/segments'
import { decode, decodeWords, encode, encodeLike, encodeWords, normalForm } from './codes'
import { segmentDigest } from './digest'
import type { Code, Segment, SegmentKind, Words } from './segment'

/** Title, summary, the blocks of the body, then the cues of a film; what says nothing (empty or blank) is no segment. */
export const segmentsOf = (words: Words): readonly Segment[] => [
  ...collect(words, false, () => []),
  ...cueSegments(words.cues ?? []),
]

/**
 * The segments of a target: title, summary, caption and alternative text also when empty, so that they can be filled. Codes are
 * numbered like those of the source segment at the same path; where blocks have moved, `likeSource` does it by lineage.
 */
export const targetSegmentsOf = (words: Words, source: readonly Segment[] = []): readonly Segment[] => {
  const byPath = new Map(source.map((segment) => [segment.path, segment]))
  return [
    ...collect(words, true, (path, kind) => {
      const same = byPath.get(path)
      return same?.kind === kind ? same.codes : []
    }),
    ...targetCueSegments(words.cues ?? [], source),
  ]
}

/** A target segment with its codes numbered like these of its source; its digest stays. */
export const likeSource = (target: Segment, source: readonly Code[]): Segment =>
  isLine(target.kind) ? target : { ...target, ...encodeLike(decode(target.text, target.codes).children, source) }

/**
 * The text with new coded texts at these paths; whatever has not changed keeps its identity. `codes` by path: which may stand
 * there (`withOwn`); without an entry, those that stand there now. Refuses a path that is not there (`text.invalid`). `language`:
 * that of the text; cues are broken into lines by it.
 */
export const merge = (
  words: Words,
  changes: ReadonlyMap<string, string>,
  codes: ReadonlyMap<string, readonly Code[]> = new Map(),
  language: Language = 'vi',
): Words => {
  const said = new Map([...changes].filter(([path]) => isCuePath(path)))
  const open = new Set([...changes.keys()].filter((path) => !said.has(path)))
  const merged = through(words, {
    inline: (path, _, children) => {
      const text = changes.get(path)
      if (text === undefined) return children
      open.delete(path)
      const now = normalForm(children)
      const next = decode(text, codes.get(path) ?? encode(children).codes).children
      return JSON.stringify(now.map(inOrder)) === JSON.stringify(next.map(inOrder)) ? children : next
    },
    line: (path, _, line) => {
      const text = changes.get(path)
      open.delete(path)
      return text === undefined ? line : decodeWords(text)
    },
  })
  for (const path of open) refuse('text.invalid', { path })
  return said.size === 0 ? merged : { ...merged, cues: mergeCueSegments(words.cues ?? [], said, language, codes) }
}

/** Where a cue of a film stands: `cue.<id>`. */
const isCuePath = (path: string): boolean => path.startsWith('cue.')
const cueAt = (words: Words, path: string) => words.cues?.find((cue) => pathOf(cue) === path) ?? null

/** The text with a cue more, in its time; one that is there already stays. */
export const withCue = (words: Words, cue: Cue): Words =>
  cueAt(words, pathOf(cue)) ? words : { ...words, cues: insert(words.cues ?? [], cue) }

/** The cue that a segment stands in; null: none. */
export const cueOf = cueAt

/**
 * The text with a block more, behind the one that this segment stands in: after the title or summary first in the body, after
 * a caption behind the figure, after a list item as an item (a list as its items; what can be no item goes behind the list).
 * Refuses a path that is not there.
 */
export const insertAfter = (words: Words, path: string, block: Block): Words =>
  isHead(path) || isCuePath(path)
    ? { ...words, body: [block, ...words.body] }
    : {
        ...words,
        body: edited(words.body, stepsOf(path), path, {
          block: (blocks, at) => blocks.toSpliced(at + 1, 0, block),
          item: (items, at) => {
            const more = itemsOf(block)
            return more && items.toSpliced(at + 1, 0, ...more)
          },
          behindList: [block],
          line: null,
        }),
      }

/**
 * The text without the block that this segment stands in; of title, summary, caption and alternative text only the words go.
 * What is nested below a list item moves up to the item before. Refuses a path that is not there.
 */
export const removeBlock = (words: Words, path: string): Words =>
  isCuePath(path)
    ? { ...words, cues: (words.cues ?? []).filter((cue) => pathOf(cue) !== path) }
    : isHead(path)
      ? { ...words, [path]: '' }
      : {
          ...words,
          body: edited(words.body, stepsOf(path), path, {
            block: (blocks, at) => blocks.toSpliced(at, 1),
            item: withoutItem,
            behindList: [],
            line: '',
          }),
        }

/** The block that a segment stands in (of a list item, a paragraph of its words), to be copied into another text; null: none. */
export const blockAt = (words: Words, path: string): Block | null => {
  let found: Block | null = null
  if (isHead(path) || isCuePath(path)) return null
  edited(words.body, stepsOf(path), path, {
    block: (blocks, at) => {
      found = blocks[at] ?? null
      return blocks
    },
    item: (items, at) => {
      found = { kind: 'paragraph', children: items[at]?.children ?? [] }
      return items
    },
    behindList: [],
    line: null,
  })
  return found
}

/** Kinds whose words are a plain string: no codes. */
const LINES: ReadonlySet<SegmentKind> = new Set(['title', 'summary', 'caption', 'alt'])
const isLine = (kind: SegmentKind): boolean => LINES.has(kind)
const isHead = (path: string): path is 'title' | 'summary' => path === 'title' || path === 'summary'

function collect(
  words: Words,
  emptyLines: boolean,
  sourceCodes: (path: string, kind: SegmentKind) => readonly Code[],
): readonly Segment[] {
  const segments: Segment[] = []
  through(words, {
    inline: (path, kind, children) => {
      const own = encode(children)
      if (own.plain.trim() !== '') {
        // The digest must not depend on what the text stands beside.
        const digest = segmentDigest(kind, own.text, own.codes)
        segments.push({ path, kind, ...(emptyLines ? encodeLike(children, sourceCodes(path, kind)) : own), digest })
      }
      return children
    },
    line: (path, kind, line, picture) => {
      const own = encodeWords(line)
      // Other bytes under the same words are another picture: whoever translates has to look at it.
      if (emptyLines || line.trim() !== '')
        segments.push({ path, kind, ...own, digest: segmentDigest(kind, own.text, [], picture) })
      return line
    },
  })
  return segments
}

type Visit = {
  readonly inline: (path: string, kind: SegmentKind, children: readonly Inline[]) => readonly Inline[]
  /** `picture`: the digest of the picture that the words speak of; null: title and summary. */
  readonly line: (path: string, kind: SegmentKind, words: string, picture: Digest | null) => string
}

/** Every place with words, in reading order, each replaced by what the visit answers. */
function through(words: Words, visit: Visit): Words {
  const title = visit.line('title', 'title', words.title, null)
  const summary = visit.line('summary', 'summary', words.summary, null)
  const body = throughBlocks(words.body, 'body', 'paragraph', visit)
  return title === words.title && summary === words.summary && body === words.body ? words : { ...words, title, summary, body }
}

const throughBlocks = (blocks: readonly Block[], path: string, paragraph: 'paragraph' | 'cell', visit: Visit): readonly Block[] =>
  mapped(blocks, (block, index) => throughBlock(block, `${path}.${index}`, paragraph, visit))

function throughBlock(block: Block, path: string, paragraph: 'paragraph' | 'cell', visit: Visit): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return replaced(block, {
        children: visit.inline(path, block.kind === 'paragraph' ? paragraph : block.kind, block.children),
      })
    case 'list':
      return replaced(block, { items: mapped(block.items, (item, index) => throughItem(item, `${path}.item.${index}`, visit)) })
    case 'table':
      return replaced(block, {
        rows: mapped(block.rows, (row, rowIndex) =>
          mapped(row, (cell, index) => throughCell(cell, `${path}.row.${rowIndex}.cell.${index}`, visit)),
        ),
      })
    case 'figure': {
      const caption = visit.line(`${path}.caption`, 'caption', block.caption, block.digest)
      return replaced(block, { caption, alt: visit.line(`${path}.alt`, 'alt', block.alt, block.digest) })
    }
    case 'rule':
      return block
  }
}

const throughItem = (item: ListItem, path: string, visit: Visit): ListItem => {
  const children = visit.inline(path, 'item', item.children)
  return replaced(item, { children, nested: throughBlocks(item.nested, `${path}.nested`, 'paragraph', visit) })
}

const throughCell = (cell: Cell, path: string, visit: Visit): Cell =>
  replaced(cell, { children: throughBlocks(cell.children, `${path}.block`, 'cell', visit) })

function mapped<T>(list: readonly T[], map: (item: T, index: number) => T): readonly T[] {
  const next = list.map(map)
  return next.every((item, index) => item === list[index]) ? list : next
}

const replaced = <T extends object>(node: T, parts: Partial<T>): T =>
  (Object.keys(parts) as (keyof T)[]).every((key) => node[key] === parts[key]) ? node : { ...node, ...parts }

// The same node may have been written with its keys in another order.
const inOrder = (node: Inline): readonly unknown[] => {
  switch (node.kind) {
    case 'text':
      return [node.kind, node.text, ...node.marks]
    case 'link':
      return [node.kind, node.href, ...node.children.map(inOrder)]
    case 'ruby':
      return [node.kind, node.base, node.reading]
    case 'break':
      return [node.kind]
  }
}

type Edit = {
  readonly block: (blocks: readonly Block[], at: number) => readonly Block[]
  /** Null: not within the list; `behindList` follows it. */
  readonly item: (items: readonly ListItem[], at: number) => readonly ListItem[] | null
  readonly behindList: readonly Block[]
  /** What a caption or alternative text becomes; null: the figure itself is meant. */
  readonly line: string | null
}

const stepsOf = (path: string): readonly string[] => (path.startsWith('body.') ? path.slice('body.'.length).split('.') : [])

function edited(blocks: readonly Block[], steps: readonly string[], path: string, edit: Edit): readonly Block[] {
  const missing = (): never => refuse('text.invalid', { path })
  const [head, part, ...rest] = steps
  const at = indexOf(head)
  const block = blocks[at]
  if (!block) return missing()
  const put = (...next: readonly Block[]): readonly Block[] => blocks.toSpliced(at, 1, ...next)
  if (part === undefined) return edit.block(blocks, at)
  if (block.kind === 'figure' && (part === 'caption' || part === 'alt') && rest.length === 0)
    return edit.line === null ? edit.block(blocks, at) : put({ ...block, [part]: edit.line })
  if (block.kind === 'list' && part === 'item') {
    const [number, nested, ...deeper] = rest
    const index = indexOf(number)
    const item = block.items[index]
    if (!item || (nested !== undefined && nested !== 'nested')) return missing()
    const items =
      nested === undefined
        ? edit.item(block.items, index)
        : block.items.with(index, { ...item, nested: edited(item.nested, deeper, path, edit) })
    if (items === null) return put(block, ...edit.behindList)
    return items.length > 0 ? put({ ...block, items }) : put()
  }
  if (block.kind === 'table' && part === 'row') {
    const [rowNumber, , cellNumber, , ...deeper] = rest
    const row = block.rows[indexOf(rowNumber)]
    const cell = row?.[indexOf(cellNumber)]
    if (!row || !cell || rest[1] !== 'cell' || rest[3] !== 'block') return missing()
    const children = edited(cell.children, deeper, path, edit)
    return put({ ...block, rows: block.rows.with(indexOf(rowNumber), row.with(indexOf(cellNumber), { ...cell, children })) })
  }
  return missing()
}

const indexOf = (step: string | undefined): number => (step !== undefined && /^\d{1,6}$/.test(step) ? Number(step) : -1)

const itemsOf = (block: Block): readonly ListItem[] | null => {
  if (block.kind === 'list') return block.items
  return 'children' in block ? [{ children: block.children, nested: [] }] : null
}

function withoutItem(items: readonly ListItem[], at: number): readonly ListItem[] {
  const nested = items[at]?.nested ?? []
  const before = items[at - 1]
  if (nested.length === 0) return items.toSpliced(at, 1)
  if (before) return items.toSpliced(at - 1, 2, { ...before, nested: [...before.nested, ...nested] })
  return items.with(at, { children: [], nested })
}
