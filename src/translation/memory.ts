/** The translation memory: what was released before, found again by its words. In the memory of the process; runs in browsers. */
import type { Digest, ItemId, Language } from '#newsroom'
import type { Unit } from './memory-pairs'
import { compared, EditDistance, exactKey, hashOfText, judge, likeness, maskedOf, mostLikeness, TrigramSet } from './memory-score'
import type { Verdict } from './memory-score'
import { Shelf, widthFor, WIDTHS } from './memory-shelf'
import type { LanguagePair } from './segment'

export type Match = Verdict & { readonly unit: Unit }

export type Memory = {
  /** A release or a correction: what the item gave in this language before, from whatever language, is replaced. */
  readonly put: (item: ItemId, pair: LanguagePair, units: readonly Unit[]) => void
  /** A withdrawal: the item's text in this language is nobody's model any more. */
  readonly remove: (item: ItemId, language: Language) => void
  /** The same segment (by digest) first, then the same words. */
  readonly exact: (pair: LanguagePair, wanted: { readonly text: string; readonly digest?: Digest }) => readonly Match[]
  /**
   * The most alike by trigrams and edit distance (`likeness`), best first, newest among equals, each target once.  Default: 0.7 or more, five matches.
   */
  readonly fuzzy: (
    pair: LanguagePair,
    text: string,
    options?: { readonly atLeast?: number; readonly limit?: number },
  ) => readonly Match[]
  readonly size: (pair: LanguagePair) => { readonly units: number; readonly sources: number; readonly signatureBytes: number }
}

export const createMemory = (): Memory => {
  const indexes = new Map<string, Index>()
  const indexOf = (pair: LanguagePair): Index => {
    const key = `${pair.from} ${pair.to}`
    const index = indexes.get(key) ?? new Index()
    indexes.set(key, index)
    return index
  }
  const remove = (item: ItemId, language: Language) => {
    for (const [key, index] of indexes) if (key.endsWith(` ${language}`)) index.remove(item)
  }
  return {
    put: (item, pair, units) => {
      remove(item, pair.to)
      indexOf(pair).put(item, units)
    },
    remove,
    exact: (pair, { text, digest }) => indexOf(pair).exact(text, digest),
    fuzzy: (pair, text, { atLeast = 0.7, limit = 5 } = {}) => indexOf(pair).fuzzy(text, atLeast, limit),
    size: (pair) => indexOf(pair).size(),
  }
}

/** A source text with every unit that renders it. */
type Source = {
  readonly shelf: Shelf<Source>
  slot: number
  readonly hash: number
  readonly text: string
  readonly units: Unit[]
}

/** Rounding must not lose a match that is exactly as good as asked. */
const ROUNDING = 1e-9

class Index {
  private readonly shelves = new Map(WIDTHS.map((width) => [width as number, new Shelf<Source>(width)]))
  private readonly byHash = new Map<number, Source | Source[]>()
  private readonly byDigest = new Map<Digest, Unit[]>()
  private readonly byItem = new Map<ItemId, readonly Unit[]>()
  private readonly trigrams = new TrigramSet()
  private readonly distance = new EditDistance()
  private hashes = new Uint32Array(1024)
  private units = 0

  put(item: ItemId, units: readonly Unit[]): void {
    for (const unit of units) {
      this.putSource(unit)
      if (unit.kind !== 'block') continue
      const same = this.byDigest.get(unit.sourceDigest)
      if (same) same.push(unit)
      else this.byDigest.set(unit.sourceDigest, [unit])
    }
    this.byItem.set(item, [...units])
    this.units += units.length
  }

  remove(item: ItemId): void {
    for (const unit of this.byItem.get(item) ?? []) {
      const source = this.withHash(hashOfText(maskedOf(unit.source))).find(({ units }) => units.includes(unit))
      if (source) takeOut(source.units, unit)
      if (source?.units.length === 0) this.forget(source)
      const same = this.byDigest.get(unit.sourceDigest) ?? []
      takeOut(same, unit)
      if (same.length === 0) this.byDigest.delete(unit.sourceDigest)
      this.units--
    }
    this.byItem.delete(item)
  }

  exact(text: string, digest: Digest | undefined): readonly Match[] {
    const sameSegment = digest === undefined ? [] : (this.byDigest.get(digest) ?? [])
    const key = exactKey(text)
    const sameWords = this.withHash(hashOfText(maskedOf(text))).filter((source) => exactKey(source.text) === key)
    const matches = [sameSegment, sameWords.flatMap(({ units }) => units)].map((units) =>
      units.map((unit): Match => ({ score: 1, differs: 'nothing', unit })).sort(byMerit),
    )
    return onePerTarget(matches.flat())
  }

  fuzzy(text: string, atLeast: number, limit: number): readonly Match[] {
    const wanted = compared(text)
    const { masked } = wanted
    if (limit < 1) return []
    // Of a table cell with nothing but figures any other would be a match.
    if (!/\p{L}/u.test(masked)) return this.exact(text, undefined).slice(0, limit)
    this.gather(masked)
    const count = this.trigrams.size
    const possible = [...this.shelves.values()]
      .flatMap((shelf) =>
        shelf.possible(this.hashes, count, masked.length, atLeast - ROUNDING).map(({ slot }) => {
          const source = shelf.contents[slot] as Source
          const other = compared(source.text)
          const [common, others] = [this.trigrams.common(other.masked), shelf.trigramsOf(slot)]
          return { source, other, common, others, most: mostLikeness(common, count, others, masked.length, other.masked.length) }
        }),
      )
      .sort((a, b) => b.most - a.most)
    this.distance.setPattern(masked)
    let found: readonly Match[] = []
    for (const { source, other, common, others, most } of possible) {
      // With as many targets as wanted, only what is as good as the last of them is of interest.
      const least = Math.max(atLeast, found[limit - 1]?.score ?? 0) - ROUNDING
      if (most < least) break
      const longer = Math.max(masked.length, other.masked.length)
      const edits = this.distance.to(other.masked, (1 - 2 * least + (2 * common) / (count + others)) * longer)
      if (edits === Infinity) continue
      const match = judge(likeness(common, count, others, edits, longer), wanted, other, exactKey(text) === exactKey(source.text))
      if (match.score < atLeast) continue
      found = onePerTarget([...found, ...source.units.map((unit): Match => ({ ...match, unit }))].sort(byMerit)).slice(0, limit)
    }
    return found
  }

  size() {
    const signatureBytes = [...this.shelves.values()].reduce((bytes, shelf) => bytes + shelf.bytes, 0)
    const sources = [...this.byHash.values()].reduce((count, one) => count + (Array.isArray(one) ? one.length : 1), 0)
    return { units: this.units, sources, signatureBytes }
  }

  private putSource(unit: Unit): void {
    const masked = maskedOf(unit.source)
    const hash = hashOfText(masked)
    const key = exactKey(unit.source)
    const alike = this.withHash(hash)
    const known = alike.find((source) => exactKey(source.text) === key)
    if (known) return void known.units.push(unit)
    this.gather(masked)
    const shelf = this.shelves.get(widthFor(this.trigrams.size)) as Shelf<Source>
    const source: Source = { shelf, slot: 0, hash, text: unit.source, units: [unit] }
    source.slot = shelf.add(source, this.hashes, this.trigrams.size, masked.length)
    this.byHash.set(hash, alike.length === 0 ? source : [...alike, source])
  }

  private forget(source: Source): void {
    source.shelf.remove(source.slot)
    const others = this.withHash(source.hash).filter((one) => one !== source)
    if (others.length > 0) this.byHash.set(source.hash, others.length === 1 ? (others[0] as Source) : [...others])
    else this.byHash.delete(source.hash)
  }

  private withHash(hash: number): readonly Source[] {
    const found = this.byHash.get(hash)
    return found === undefined ? [] : Array.isArray(found) ? found : [found]
  }

  /** The trigrams of a masked text, into the set and their hashes into the list. */
  private gather(masked: string): void {
    if (masked.length + 2 > this.hashes.length) this.hashes = new Uint32Array((masked.length + 2) * 2)
    let count = 0
    this.trigrams.fill(masked, (hash) => {
      this.hashes[count++] = hash
    })
  }
}

const takeOut = <Thing>(things: Thing[], thing: Thing): void => {
  const at = things.indexOf(thing)
  if (at >= 0) things.splice(at, 1)
}

const byMerit = (a: Match, b: Match): number =>
  b.score - a.score ||
  b.unit.seq - a.unit.seq ||
  order(a.unit.item, b.unit.item) ||
  order(a.unit.kind, b.unit.kind) ||
  order(a.unit.path, b.unit.path) ||
  order(a.unit.source, b.unit.source) ||
  order(a.unit.target, b.unit.target)

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Of matches in their order, the first with each target. */
const onePerTarget = (matches: readonly Match[]): readonly Match[] => {
  const targets = new Set<string>()
  return matches.filter(({ unit }) => targets.size < targets.add(unit.target).size)
}
