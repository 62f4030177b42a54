/**
 * Inline words as one string with numbered codes, and back: `⟦1⟧…⟦/1⟧` encloses words (marks, a link), `⟦2/⟧` stands
 * alone (a line break, a ruby of the source), `｜漢字《かんじ》` is a ruby that a translator writes (Aozora notation).
 * A backslash takes the meaning from `⟦ ⟧ ｜ 《 》 \`; what means nothing stands for itself.
 */
import { inlineText, MARKS } from '#richtext'
import type { Inline, Mark } from '#richtext'
import type { Code, Segment } from './segment'

export type Encoded = Pick<Segment, 'text' | 'plain' | 'codes'>

/** Ids of codes, ascending: not there or without its other half or around nothing; there twice; crossing another or a link within a link; of no code. */
export type CodeProblems = Readonly<Record<'lost' | 'doubled' | 'crossed' | 'unknown', readonly number[]>>

/** `children` holds every word of the text whatever the problems; a code in trouble is left off. */
export type Decoded = { readonly children: readonly Inline[]; readonly problems: CodeProblems }

/** One meaning of a stretch of coded text; `raw` as it is written. */
export type Token = { readonly raw: string } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close' | 'single'; readonly id: number }
  | { readonly kind: 'ruby'; readonly base: string; readonly reading: string }
)

/**
 * What two runs of inline nodes have in common when they read and look alike: no empty text or link, marks in the order
 * of `MARKS`, neighbours with equal marks joined, a link within a link only its words. Idempotent.
 */
export const normalForm = (children: readonly Inline[]): readonly Inline[] => normalised(children, false)

/** Codes numbered from 1 in order of appearance; every ruby is a code. `plain` as `Segment` says. */
export const encode = (children: readonly Inline[]): Encoded => {
  let last = 0
  return encoded(normalForm(children), () => ++last)
}

/**
 * A target coded like its source: a code equal to one of the source's takes its number (in order of appearance, each once),
 * others take free numbers above them. A ruby of the target's own is written out.
 */
export const encodeLike = (children: readonly Inline[], source: readonly Code[]): Encoded => {
  const waiting = new Map<string, number[]>()
  for (const { id, node } of source) waiting.set(keyOf(node), [...(waiting.get(keyOf(node)) ?? []), id])
  let last = Math.max(0, ...source.map(({ id }) => id))
  return encoded(normalForm(children), (node) => waiting.get(keyOf(node))?.shift() ?? (canBeTyped(node) ? null : ++last))
}

/** The inline nodes of a coded text, in normal form. Never throws; `codes` are those that may stand in it and must come back. */
export const decode = (text: string, codes: readonly Code[]): Decoded => {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const tokens = tokensOf(text)
  const { partner, crossed, halves } = pairUp(tokens, byId)
  const whole = new Map<number, number>()
  const root: Frame = { code: null, children: [], marks: [], link: null, words: false }
  const frames: Frame[] = [root]
  tokens.forEach((token, index) => {
    const frame = frames.at(-1) as Frame
    if (token.kind === 'text') {
      frame.children.push({ kind: 'text', text: token.text, marks: frame.marks })
      frame.words = true
      return
    }
    if (token.kind === 'ruby') return void frame.children.push({ kind: 'ruby', base: token.base, reading: token.reading })
    const code = byId.get(token.id)
    if (!code) return
    if (token.kind === 'single') {
      if (code.form !== 'single') return
      frame.children.push(code.node)
      count(whole, code.id)
    } else if (token.kind === 'open') {
      if (partner.has(index)) frames.push(frameOf(code, frame, crossed))
    } else if (partner.has(index)) {
      frames.pop()
      const parent = frames.at(-1) as Frame
      if (frame.words) parent.words = true
      const isLink = frame.code?.node.kind === 'link'
      if (isLink ? frame.children.length > 0 : frame.words) count(whole, code.id)
      if (isLink && frame.link === code.id) parent.children.push({ kind: 'link', href: hrefOf(code), children: frame.children })
      else for (const child of frame.children) parent.children.push(child)
    }
  })
  const known = codes.map(({ id }) => id).filter((id) => !crossed.has(id))
  const times = (id: number) => whole.get(id) ?? 0
  return {
    children: normalForm(root.children),
    problems: {
      lost: ascending(known.filter((id) => times(id) === 0)),
      doubled: ascending(known.filter((id) => times(id) > 1 || (times(id) === 1 && halves.has(id)))),
      crossed: ascending(crossed),
      unknown: ascending(tokens.flatMap((token) => ('id' in token && !byId.has(token.id) ? [token.id] : []))),
    },
  }
}

/** What became of the source's codes in a target text. */
export const codeProblems = (source: Pick<Segment, 'codes'>, targetText: string): CodeProblems =>
  decode(targetText, source.codes).problems

export const hasProblems = (problems: CodeProblems): boolean => Object.values(problems).some(({ length }) => length > 0)

/** The words of a coded text without codes, as `Segment.plain`. */
export const plainOf = (text: string, codes: readonly Code[]): string => inlineText(decode(text, codes).children)

/** Codes that a target may hold: its source's, and its own beyond them. */
export const withOwn = (source: readonly Code[], own: readonly Code[]): readonly Code[] => {
  const theirs = new Set(source.map(({ id }) => id))
  return [...source, ...own.filter(({ id }) => !theirs.has(id))]
}

/** A coded text with all its codes numbered so much higher. */
export const shifted = ({ text, plain, codes }: Encoded, by: number): Encoded => ({
  text: tokensOf(text)
    .map((token) => ('id' in token ? token.raw.replace(/\d+/, String(token.id + by)) : token.raw))
    .join(''),
  plain,
  codes: codes.map((code) => ({ ...code, id: code.id + by })),
})

/** A string field (title, summary, caption, alternative text): no codes, signs escaped. */
export const encodeWords = (words: string): Encoded => ({ text: escaped(words), plain: words, codes: [] })

/** The string of a coded text: codes are dropped, a written ruby becomes `漢字（かんじ）`. */
export const decodeWords = (text: string): string =>
  tokensOf(text)
    .map((token) => (token.kind === 'text' ? token.text : token.kind === 'ruby' ? `${token.base}（${token.reading}）` : ''))
    .join('')

/** A coded text in its parts, in order; joining `raw` gives it back. */
export const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const [raw, open, close, single, base, reading, sign] = match
    if (open !== undefined) tokens.push({ raw, kind: 'open', id: Number(open) })
    else if (close !== undefined) tokens.push({ raw, kind: 'close', id: Number(close) })
    else if (single !== undefined) tokens.push({ raw, kind: 'single', id: Number(single) })
    else if (base !== undefined && reading !== undefined)
      tokens.push({ raw, kind: 'ruby', base: unescaped(base), reading: unescaped(reading) })
    else {
      const before = tokens.at(-1)
      const words = sign ?? raw
      if (before?.kind === 'text') tokens[tokens.length - 1] = { ...before, raw: before.raw + raw, text: before.text + words }
      else tokens.push({ raw, kind: 'text', text: words })
    }
  }
  return tokens
}

const SIGN = '\\\\⟦⟧｜《》'
const IN_RUBY = `((?:\\\\[${SIGN}]|\\\\(?![${SIGN}])|[^${SIGN}\\n])+)`
const RUBY = `｜${IN_RUBY}《${IN_RUBY}》`
const TOKEN = new RegExp(`⟦(\\d{1,6})⟧|⟦/(\\d{1,6})⟧|⟦(\\d{1,6})/⟧|${RUBY}|\\\\([${SIGN}])|[^\\\\⟦｜]+|[\\\\⟦｜]`, 'g')
const WRITTEN_RUBY = new RegExp(RUBY)
const ESCAPED_SIGN = new RegExp(`\\\\([${SIGN}])`, 'g')
const ANY_SIGN = new RegExp(`[${SIGN}]`, 'g')

// ｜ and 《》 are common in Japanese headlines: they stay as they are unless they would read as a ruby.
const escaped = (words: string): string => {
  const literal = words.replace(/[\\⟦⟧]/g, '\\$&')
  return WRITTEN_RUBY.test(literal) ? literal.replace(/｜/g, '\\$&') : literal
}
const unescaped = (words: string): string => words.replace(ESCAPED_SIGN, '$1')
const inRuby = (words: string): string => words.replace(ANY_SIGN, '\\$&')

type Node = Code['node']
type Ruby = Extract<Inline, { kind: 'ruby' }>

const keyOf = (node: Node): string => {
  switch (node.kind) {
    case 'marks':
      return `marks ${orderedMarks(node.marks).join(' ')}`
    case 'link':
      return `link ${node.href}`
    case 'ruby':
      return `ruby ${JSON.stringify([node.base, node.reading])}`
    case 'break':
      return 'break'
  }
}

const canBeTyped = (node: Node): node is Ruby =>
  node.kind === 'ruby' && /^[^\n]+$/.test(node.base) && /^[^\n]+$/.test(node.reading)

const orderedMarks = (marks: readonly string[]): readonly Mark[] => MARKS.filter((mark) => marks.includes(mark))

const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a.length === b.length && a.every((mark, at) => mark === b[at])

function normalised(children: readonly Inline[], inLink: boolean): readonly Inline[] {
  const normal: Inline[] = []
  const add = (node: Inline): void => {
    const last = normal.at(-1)
    if (node.kind === 'text' && last?.kind === 'text' && sameMarks(last.marks, node.marks))
      normal[normal.length - 1] = { ...last, text: last.text + node.text }
    else normal.push(node)
  }
  for (const node of children) {
    if (node.kind === 'text') {
      if (node.text !== '') add({ ...node, marks: orderedMarks(node.marks) })
    } else if (node.kind === 'link') {
      const within = normalised(node.children, true)
      if (inLink) within.forEach(add)
      else if (within.length > 0) normal.push({ ...node, children: within })
    } else normal.push(node)
  }
  return normal
}

/** `number` answers with the id of a code; null: write the node out. */
function encoded(children: readonly Inline[], number: (node: Node) => number | null): Encoded {
  const codes: Code[] = []
  const single = (node: Extract<Inline, { kind: 'break' | 'ruby' }>): string => {
    const id = number(node)
    if (id === null) return node.kind === 'ruby' ? `｜${inRuby(node.base)}《${inRuby(node.reading)}》` : ''
    codes.push({ id, form: 'single', node })
    return `⟦${id}/⟧`
  }
  const pair = (node: Extract<Code, { form: 'pair' }>['node'], within: () => string): string => {
    const id = number(node) as number
    codes.push({ id, form: 'pair', node })
    return `⟦${id}⟧${within()}⟦/${id}⟧`
  }
  const oneOf = (node: Inline): string => {
    switch (node.kind) {
      case 'text':
        return escaped(node.text)
      case 'link':
        return pair({ kind: 'link', href: node.href }, () => runs(node.children))
      default:
        return single(node)
    }
  }
  const runs = (nodes: readonly Inline[]): string => {
    let text = ''
    for (let from = 0; from < nodes.length;) {
      const node = nodes[from] as Inline
      const to = endOfRun(nodes, from)
      if (node.kind === 'text' && node.marks.length > 0)
        text += pair({ kind: 'marks', marks: node.marks }, () => nodes.slice(from, to).map(oneOf).join(''))
      else text += oneOf(node)
      from = to
    }
    return text
  }
  const text = runs(children)
  return { text, plain: inlineText(children), codes }
}

/** A marked run goes on over a ruby, which has no marks of its own, as far as words with the same marks. */
function endOfRun(nodes: readonly Inline[], from: number): number {
  const first = nodes[from]
  let end = from + 1
  if (first?.kind !== 'text' || first.marks.length === 0) return end
  for (let at = end; at < nodes.length; at++) {
    const node = nodes[at] as Inline
    if (node.kind === 'text' && sameMarks(node.marks, first.marks)) end = at + 1
    else if (node.kind !== 'ruby') break
  }
  return end
}

type Frame = {
  readonly code: Code | null
  readonly children: Inline[]
  readonly marks: readonly Mark[]
  /** Id of the link that these words stand in. */
  readonly link: number | null
  words: boolean
}

function frameOf(code: Code, around: Frame, crossed: Set<number>): Frame {
  const frame: Frame = { code, children: [], marks: around.marks, link: around.link, words: false }
  if (code.node.kind === 'marks') return { ...frame, marks: orderedMarks([...around.marks, ...code.node.marks]) }
  if (around.link === null) return { ...frame, link: code.id }
  crossed.add(code.id).add(around.link)
  return frame
}

const hrefOf = ({ node }: Code): string => (node.kind === 'link' ? node.href : '')

/** Which opening and closing codes belong together, by index; ids that cross; ids of which a half is left over. */
function pairUp(tokens: readonly Token[], byId: ReadonlyMap<number, Code>) {
  const partner = new Map<number, number>()
  const crossed = new Set<number>()
  const halves = new Set<number>()
  const cut = new Map<number, number>()
  const open: { readonly id: number; readonly index: number }[] = []
  const depth = new Map<number, number>()
  tokens.forEach((token, index) => {
    if (token.kind === 'text' || token.kind === 'ruby') return
    const { id } = token
    const code = byId.get(id)
    if (!code) return
    if ((code.form === 'single') !== (token.kind === 'single')) return void halves.add(id)
    if (token.kind === 'open') {
      open.push({ id, index })
      count(depth, id)
    } else if (token.kind === 'close') {
      if (!depth.get(id)) {
        const by = cut.get(id)
        if (by === undefined) halves.add(id)
        else crossed.add(id).add(by)
        return
      }
      for (let top = open.pop(); top; top = open.pop()) {
        count(depth, top.id, -1)
        if (top.id === id) {
          partner.set(top.index, index).set(index, top.index)
          break
        }
        halves.add(top.id)
        cut.set(top.id, id)
      }
    }
  })
  for (const { id } of open) halves.add(id)
  return { partner, crossed, halves }
}

const count = (counts: Map<number, number>, id: number, by = 1): void => void counts.set(id, (counts.get(id) ?? 0) + by)

const ascending = (ids: Iterable<number>): readonly number[] => [...new Set(ids)].sort((a, b) => a - b)
