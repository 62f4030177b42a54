/** What a released translation gives to the memory: its blocks, and its sentences where they can be told apart. Runs in browsers. */
import type { Digest, ItemId } from '#newsroom'
import { encodeWords } from './codes'
import { sentencesOf } from './memory-sentences'
import type { LanguagePair, Pair, Segment } from './segment'
import { likeSource } from './segments'

/** Where a pair of texts comes from: a released text of an item, and who translated and revised it. */
export type Provenance = { readonly item: ItemId; readonly seq: number; readonly people: readonly string[] }

/**
 * One pair of the memory. `source` is plain; `target` is coded text whose codes are numbered like those of the source block, and
 * holds no others; that of a sentence holds none. `sourceDigest` and `path` are the block's, also for its sentences.
 */
export type Unit = Provenance & {
  readonly kind: 'block' | 'sentence'
  readonly source: string
  readonly target: string
  readonly sourceDigest: Digest
  readonly path: string
}

/**
 * The units of a released translation, from the pairs that a person revised. Only one source segment rendered by one target
 * segment makes a unit; sentences enter where both sides have equally many, more than one, of like relative length.
 * For the other direction swap the sides of the pairs and the languages.
 */
export const pairsOf = (pairs: readonly Pair[], languages: LanguagePair, from: Provenance): readonly Unit[] =>
  onlyOnce(pairs).flatMap(({ source, target }) => {
    const shared = { ...from, sourceDigest: source.digest, path: source.path }
    const block: Unit = { ...shared, kind: 'block', source: source.plain, target: inCodesOf(source, target) }
    const sentences = sentencePairs(source.plain, target.plain, languages).map(([left, right]): Unit => ({
      ...shared,
      kind: 'sentence',
      source: left,
      target: encodeWords(right).text,
    }))
    return [block, ...sentences]
  })

type FullPair = { readonly source: Segment; readonly target: Segment }

/** Neither half of a paragraph that was split nor a paragraph that was merged renders the other side alone. */
const onlyOnce = (pairs: readonly Pair[]): readonly FullPair[] => {
  const full = pairs.flatMap(({ source, target }): readonly FullPair[] =>
    source && target && source.plain.trim() !== '' && target.plain.trim() !== '' ? [{ source, target }] : [],
  )
  const [sources, targets] = [tally(full.map(({ source }) => source.path)), tally(full.map(({ target }) => target.path))]
  return full.filter(({ source, target }) => sources.get(source.path) === 1 && targets.get(target.path) === 1)
}

const tally = (paths: readonly string[]): ReadonlyMap<string, number> => {
  const times = new Map<string, number>()
  for (const path of paths) times.set(path, (times.get(path) ?? 0) + 1)
  return times
}

const inCodesOf = (source: Segment, target: Segment): string => {
  const { text, codes } = likeSource(target, source.codes)
  const known = new Set(source.codes.map(({ id }) => id))
  const foreign = codes.filter(({ id }) => !known.has(id))
  return foreign.reduce((coded, { id, form, node }) => {
    if (form === 'pair') return coded.replaceAll(`⟦${id}⟧`, '').replaceAll(`⟦/${id}⟧`, '')
    return coded.replaceAll(`⟦${id}/⟧`, node.kind === 'ruby' ? encodeWords(node.base).text : ' ')
  }, text)
}

const sentencePairs = (source: string, target: string, { from, to }: LanguagePair): readonly (readonly [string, string])[] => {
  const [left, right] = [sentencesOf(source, from), sentencesOf(target, to)]
  if (left.length !== right.length || left.length < 2) return []
  const pairs = left.map((sentence, index): readonly [string, string] => [sentence, right[index] ?? ''])
  const usual = target.length / source.length
  return pairs.every(([a, b]) => isLike(a, b, usual)) ? pairs : []
}

/** Equally many sentences may still be parted differently; then their lengths show it. Short ones vary too much to tell. */
const isLike = (source: string, target: string, usual: number): boolean => {
  const expected = source.length * usual
  return Math.abs(target.length - expected) <= SLACK + expected * 0.6
}
const SLACK = 12
