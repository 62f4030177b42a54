/** How much one source text is like another: by character trigrams and edit distance, figures apart. Units are UTF-16. */
import { placeTones } from './term-fold'

/** A text as it is compared; `masked` has one sign in the place of every figure. */
export type Compared = { readonly masked: string; readonly figures: readonly string[] }

export const compared = (text: string): Compared => {
  const plain = comparable(text)
  const figures: string[] = []
  const masked = plain.replace(FIGURE, (figure) => {
    figures.push(figure)
    return FIGURE_MASK
  })
  return { masked, figures }
}

/** Of a text whose figures nobody asks for. */
export const maskedOf = (text: string): string => comparable(text).replace(FIGURE, FIGURE_MASK)

/** What an exact match has in common: every sign, but not how wide the white space is. */
export const exactKey = (text: string): string => text.normalize('NFC').replace(WIDE_SPACE, ' ').trim()

// Single spaces are most of all white space; they need no replacing.
const WIDE_SPACE = /\s{2,}|[^\S ]/gu

const FIGURE = /\d+(?:[.,:/]\d+)*/g
// A private-use sign: no text has it, and it stays one unit.
const FIGURE_MASK = '\uE000'

const comparable = (text: string): string =>
  placeTones(text.normalize('NFKC').toLowerCase())
    .replace(STYLES, (sign) => (/[‘’ʼ]/.test(sign) ? "'" : /[“”„«»]/.test(sign) ? '"' : '-'))
    .replace(WIDE_SPACE, ' ')
    .trim()

const STYLES = /[‘’ʼ“”„«»‐‑‒–—−]/g

/**
 * The mean of two likenesses, 0 to 1: Dice over the sets of trigrams (`common` of `a` and `b`), and the edit distance over the
 * length of the longer text. The first sees words that moved, the second their order.
 */
export const likeness = (common: number, a: number, b: number, distance: number, longer: number): number =>
  longer === 0 ? 0 : ((2 * common) / (a + b) + 1 - distance / longer) / 2

/**
 * The most that two texts can be alike that have at most `common` trigrams in common: an edit takes away three at most, and
 * lengths that differ must be made equal.
 */
export const mostLikeness = (common: number, a: number, b: number, m: number, n: number): number =>
  likeness(common, a, b, Math.max(Math.abs(m - n), (Math.max(a, b) - common) / 3), Math.max(m, n))

/**
 * `score` 0 to 1; only 1 is an exact match (0.996 is shown as 99 %). `differs`: `figures` = the figures and nothing else; `form` =
 * letter case, width, the style of quotes, dashes or tone marks.
 */
export type Verdict = { readonly score: number; readonly differs: 'nothing' | 'form' | 'figures' | 'words' }

/** Every figure that is another takes off 1 %, five at most. `alike`: `likeness` of the masked texts; `exact`: same `exactKey`. */
export const judge = (alike: number, a: Compared, b: Compared, exact: boolean): Verdict => {
  if (exact) return { score: 1, differs: 'nothing' }
  if (a.masked !== b.masked) {
    // A figure more or less is seen in the words already.
    const other = a.figures.filter((figure) => !b.figures.includes(figure)).length
    return { score: Math.max(0, alike - Math.min(5, other) / 100), differs: 'words' }
  }
  const other = a.figures.filter((figure, at) => figure !== b.figures[at]).length
  return other > 0 ? { score: 1 - Math.min(5, other) / 100, differs: 'figures' } : { score: 0.99, differs: 'form' }
}

/** Trigrams of a text with two signs of its own on either side, so that short texts have some; a set that is used again and again. */
export class TrigramSet {
  size = 0
  private heads = new Uint32Array(256)
  private tails = new Uint16Array(256)
  private stamps = new Uint32Array(256)
  private seen = new Uint32Array(256)
  private stamp = 0
  private look = 0

  /** `each` is called once for every trigram that was not there, with a hash of it. */
  fill(text: string, each: (hash: number) => void = () => undefined): void {
    this.size = 0
    this.empty(text.length + 2)
    eachTrigram(text, (head, tail) => {
      const hash = hashOf(head, tail)
      const at = this.find(head, tail, hash)
      if (this.stamps[at] === this.stamp) return
      this.stamps[at] = this.stamp
      this.heads[at] = head
      this.tails[at] = tail
      this.size++
      each(hash)
    })
  }

  /** How many trigrams of the set `text` has. */
  common(text: string): number {
    this.look++
    let count = 0
    eachTrigram(text, (head, tail) => {
      const at = this.find(head, tail, hashOf(head, tail))
      if (this.stamps[at] !== this.stamp || this.seen[at] === this.look) return
      this.seen[at] = this.look
      count++
    })
    return count
  }

  private empty(trigrams: number): void {
    if (trigrams * 2 > this.heads.length) {
      const size = 2 ** Math.ceil(Math.log2(trigrams * 2))
      this.heads = new Uint32Array(size)
      this.tails = new Uint16Array(size)
      this.stamps = new Uint32Array(size)
      this.seen = new Uint32Array(size)
      this.stamp = 0
      this.look = 0
    }
    this.stamp++
  }

  /** Where a trigram stands, or would stand. */
  private find(head: number, tail: number, hash: number): number {
    const mask = this.heads.length - 1
    let at = hash & mask
    while (this.stamps[at] === this.stamp && (this.heads[at] !== head || this.tails[at] !== tail)) at = (at + 1) & mask
    return at
  }
}

const eachTrigram = (text: string, each: (head: number, tail: number) => void): void => {
  let head = 0x0002_0002
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    each(head >>> 0, unit)
    head = (head << 16) | unit
  }
  each(head >>> 0, 3)
  each(((head << 16) | 3) >>> 0, 3)
}

const hashOf = (head: number, tail: number): number => {
  let hash = Math.imul(head ^ Math.imul(tail, 0x9e3779b1), 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

export const hashOfText = (text: string): number => {
  let hash = text.length
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 1
}

/** Edit distance to one text from many others; bit-parallel (Myers 1999, blocks after Hyyrö 2003), 32 units of the text a step. */
export class EditDistance {
  private readonly row = new Uint16Array(0x1_0000)
  private bits = new Int32Array(0)
  private plus = new Int32Array(0)
  private minus = new Int32Array(0)
  private pattern = ''
  private blocks = 0

  setPattern(pattern: string): void {
    for (let at = 0; at < this.pattern.length; at++) this.row[this.pattern.charCodeAt(at)] = 0
    this.pattern = pattern
    this.blocks = Math.max(1, Math.ceil(pattern.length / 32))
    let rows = 0
    for (let at = 0; at < pattern.length; at++) {
      const unit = pattern.charCodeAt(at)
      if (this.row[unit] === 0) this.row[unit] = ++rows
    }
    this.bits = new Int32Array((rows + 1) * this.blocks)
    for (let at = 0; at < pattern.length; at++) {
      const word = (this.row[pattern.charCodeAt(at)] as number) * this.blocks + (at >>> 5)
      this.bits[word] = (this.bits[word] as number) | (1 << (at & 31))
    }
    this.plus = new Int32Array(this.blocks)
    this.minus = new Int32Array(this.blocks)
  }

  /** Insertions, deletions and replacements of units; Infinity if they are more than `most`. */
  to(text: string, most = Infinity): number {
    const { blocks, bits, plus, minus } = this
    const m = this.pattern.length
    if (m === 0) return text.length > most ? Infinity : text.length
    const last = (m - 1) & 31
    plus.fill(-1)
    minus.fill(0)
    let distance = m
    for (let at = 0; at < text.length; at++) {
      const row = (this.row[text.charCodeAt(at)] as number) * blocks
      let [plusIn, minusIn] = [1, 0]
      for (let block = 0; block < blocks; block++) {
        const equal = bits[row + block] as number
        const up = plus[block] as number
        const down = minus[block] as number
        const vertical = equal | down
        const seed = equal | minusIn
        const horizontal = (((seed & up) + up) ^ up) | seed
        let more = down | ~(horizontal | up)
        let less = up & horizontal
        if (block === blocks - 1) distance += ((more >>> last) & 1) - ((less >>> last) & 1)
        const [plusOut, minusOut] = [more >>> 31, less >>> 31]
        more = (more << 1) | plusIn
        less = (less << 1) | minusIn
        plus[block] = less | ~(vertical | more)
        minus[block] = more & vertical
        plusIn = plusOut
        minusIn = minusOut
      }
      if (distance - (text.length - 1 - at) > most) return Infinity
    }
    return distance > most ? Infinity : distance
  }
}
