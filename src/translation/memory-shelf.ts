/** Source texts of about one size, each with a signature of its trigrams: which of them can be like a text is told by counting bits. */
import { mostLikeness } from './memory-score'

/** Widths of signatures in words of 32 bits, close enough that a text gets hardly more than it needs. */
export const WIDTHS = [8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256] as const

/** With so many bits a trigram few bits agree by chance; texts of common words share enough trigrams in earnest. */
const BITS = 6

export const widthFor = (trigrams: number): number => WIDTHS.find((width) => width * 32 >= trigrams * BITS) ?? 256

/** Where the bit of a trigram stands in a signature of this width. */
const bitOf = (hash: number, width: number): number => ((hash >>> 16) * width * 32) >>> 16

export type Possible = { readonly slot: number; readonly most: number }

export class Shelf<Content> {
  readonly contents: (Content | undefined)[] = []
  private signatures = new Int32Array(0)
  /** 0 = a free slot. */
  private trigrams = new Uint32Array(0)
  private lengths = new Uint32Array(0)
  private readonly free: number[] = []

  constructor(readonly width: number) {}

  get bytes(): number {
    return this.signatures.byteLength + this.trigrams.byteLength + this.lengths.byteLength
  }

  /** `hashes`: of `count` trigrams, each once; `length` of the text. Answers with the slot. */
  add(content: Content, hashes: Uint32Array, count: number, length: number): number {
    const slot = this.free.pop() ?? this.contents.length
    if (slot >= this.trigrams.length) this.grow()
    this.contents[slot] = content
    this.trigrams[slot] = count
    this.lengths[slot] = length
    sign(this.signatures, slot * this.width, hashes, count, this.width)
    return slot
  }

  remove(slot: number): void {
    this.contents[slot] = undefined
    this.trigrams[slot] = 0
    this.signatures.fill(0, slot * this.width, (slot + 1) * this.width)
    this.free.push(slot)
  }

  trigramsOf(slot: number): number {
    return this.trigrams[slot] ?? 0
  }

  /** Every text that may be at least so much like the one with these trigrams and this length, and none that is more is missing. */
  possible(hashes: Uint32Array, count: number, length: number, atLeast: number): readonly Possible[] {
    const { width, signatures, trigrams, lengths } = this
    const wanted = new Int32Array(width)
    sign(wanted, 0, hashes, count, width)
    // Trigrams of the text that share a bit: each may be there.
    const sharing = count - wanted.reduce((bits, word) => bits + bitsIn(word), 0)
    const found: Possible[] = []
    for (let slot = 0; slot < this.contents.length; slot++) {
      const others = trigrams[slot] as number
      const otherLength = lengths[slot] as number
      const fewer = Math.min(count, others)
      if (others === 0 || mostLikeness(fewer, count, others, length, otherLength) < atLeast) continue
      let common = sharing
      for (let word = 0, at = slot * width; word < width; word++, at++)
        common += bitsIn((wanted[word] as number) & (signatures[at] as number))
      const most = mostLikeness(Math.min(common, fewer), count, others, length, otherLength)
      if (most >= atLeast) found.push({ slot, most })
    }
    return found
  }

  private grow(): void {
    const grown = <Numbers extends Int32Array | Uint32Array>(from: Numbers, to: Numbers): Numbers => {
      to.set(from)
      return to
    }
    // By half, not twofold: what is allocated and empty counts as memory too.
    const slots = Math.max(16, Math.ceil(this.trigrams.length * 1.5))
    this.signatures = grown(this.signatures, new Int32Array(slots * this.width))
    this.trigrams = grown(this.trigrams, new Uint32Array(slots))
    this.lengths = grown(this.lengths, new Uint32Array(slots))
  }
}

const sign = (signatures: Int32Array, from: number, hashes: Uint32Array, count: number, width: number): void => {
  for (let index = 0; index < count; index++) {
    const bit = bitOf(hashes[index] as number, width)
    const word = from + (bit >>> 5)
    signatures[word] = (signatures[word] as number) | (1 << (bit & 31))
  }
}

const bitsIn = (word: number): number => {
  let bits = word - ((word >>> 1) & 0x5555_5555)
  bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}
