/**
 * `npx tsx scripts/bench-memory.ts [--units 100000]`: how long the translation memory and the glossary take beside a naive scan
 * in the same run, and how much memory they hold. The texts are chains of words (Japanese: of signs) of the sample newsroom,
 * with official terms, so that common trigrams are as common as in life.
 */
import { createHash } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Language } from '#newsroom'
import { plainText } from '#richtext'
import { STORIES } from '#sample/stories/index'
import { loadTerms } from '#sample/terms'
import { compile, findTerms } from '#translation/glossary'
import { createMemory } from '#translation/memory'
import type { Memory } from '#translation/memory'
import type { Unit } from '#translation/memory-pairs'
import { EditDistance, maskedOf } from '#translation/memory-score'
import type { LanguagePair, Term } from '#translation/segment'
import { option } from './installation'
import { run } from './speak'

const UNITS = Number(option('units') ?? 100_000)
const QUERIES = 300
const NAIVE_QUERIES = 5
const TERMS = 20_000
const PER_ITEM = 25
const TODAY = '2026-11-24'

run(async () => {
  for (const pair of [
    { from: 'vi', to: 'en' },
    { from: 'ja', to: 'vi' },
  ] as const)
    measureMemory(pair)
  for (const language of ['vi', 'ja'] as const) measureGlossary(language)
})

const measureMemory = (pair: LanguagePair): void => {
  const random = randomFrom(20261124)
  const source = chainOf(pair.from, random)
  const target = chainOf(pair.to, random)
  const units = Array.from({ length: UNITS }, (_, number) => unitNumber(number, source, target))
  const items = new Map(
    Array.from({ length: Math.ceil(UNITS / PER_ITEM) }, (_, item) => [
      `item-${item}`,
      units.slice(item * PER_ITEM, (item + 1) * PER_ITEM),
    ]),
  )

  const before = held()
  const memory = createMemory()
  const cpu = process.cpuUsage()
  const load = timed(() => items.forEach((ofItem, item) => memory.put(item, pair, ofItem)))
  const { user } = process.cpuUsage(cpu)
  const after = held()

  const anyUnit = () => units[Math.floor(random() * units.length)] as Unit
  const queries = {
    'the same text': () => anyUnit().source,
    'a text of which a word or two and a figure changed': () => edited(anyUnit().source, source, random),
    'a text that was never there': () => source.text(),
  }
  say(`${pair.from} → ${pair.to}, ${UNITS} units, ${average(units.map((unit) => unit.source.length)).toFixed(0)} characters each`)
  say(`  load ${load.toFixed(0)} ms (${(user / 1000).toFixed(0)} ms of the processor)`)
  say(
    `  held beside the units themselves: ${perUnit(after.heap - before.heap)} B a unit on the heap, ` +
      `${perUnit(memory.size(pair).signatureBytes)} B in signatures (the units themselves ${perUnit(before.heap)} B); ` +
      `external ${mebibytes(after.external)} MiB, rss ${mebibytes(after.rss)} MiB`,
  )
  for (const [name, query] of Object.entries(queries))
    measureQuery(name, memory, pair, units, Array.from({ length: QUERIES }, query))
  const correction = timed(() => [...items].slice(0, 100).forEach(([item, ofItem]) => memory.put(item, pair, ofItem)))
  say(`  a correction of an item: ${(correction / 100).toFixed(2)} ms`)
}

const measureQuery = (
  name: string,
  memory: Memory,
  pair: LanguagePair,
  units: readonly Unit[],
  texts: readonly string[],
): void => {
  const exact = spread(texts.map((text) => bestOf(() => memory.exact(pair, { text }))))
  const matches = texts.map((text) => memory.fuzzy(pair, text).length)
  const fuzzy = spread(texts.map((text) => bestOf(() => memory.fuzzy(pair, text))))
  const naive = texts.slice(0, NAIVE_QUERIES)
  const scanExact = average(naive.map((text) => timed(() => units.filter(({ source }) => source === text))))
  const scanFuzzy = average(naive.map((text) => timed(() => scan(text, units))))
  say(`  ${name} (${((matches.filter(Boolean).length / texts.length) * 100).toFixed(0)} % with a match)`)
  say(`    exact ${exact.words}; scan ${scanExact.toFixed(1)} ms, ${(scanExact / exact.median).toFixed(0)} × the median`)
  say(`    fuzzy ${fuzzy.words}; scan ${scanFuzzy.toFixed(0)} ms, ${(scanFuzzy / fuzzy.median).toFixed(0)} × the median`)
}

/** Every text compared by edit distance, already with 32 units a step. */
const scan = (text: string, units: readonly Unit[]): number => {
  const distance = new EditDistance()
  const masked = maskedOf(text)
  distance.setPattern(masked)
  return units.filter(({ source }) => distance.to(maskedOf(source)) <= 0.3 * Math.max(masked.length, source.length)).length
}

const measureGlossary = (language: Language): void => {
  const random = randomFrom(7)
  const chain = chainOf(language, random)
  const listed = loadTerms().map((term) => term[language])
  const forms = Array.from({ length: TERMS }, (_, number) => listed[number] ?? chain.words(2 + Math.floor(random() * 4)))
  const terms = forms.map((form, number): Term => termNumber(number, form, language))
  const article = Array.from({ length: 40 }, () => chain.text()).join('\n')
  const before = held()
  let matcher = compile([], language)
  const compiling = timed(() => (matcher = compile(terms, language)))
  const after = held()
  let hits = 0
  const finding = spread(Array.from({ length: 50 }, () => bestOf(() => (hits = findTerms(article, matcher, TODAY).length))))
  const lower = article.toLowerCase()
  const naive = average(Array.from({ length: 5 }, () => timed(() => forms.filter((form) => lower.includes(form.toLowerCase())))))
  say(`glossary ${language}, ${TERMS} terms, a text of ${article.length} characters`)
  say(`  compile ${compiling.toFixed(0)} ms, ${((after.heap - before.heap) / TERMS).toFixed(0)} B a term`)
  say(`  find ${hits} terms ${finding.words}; scan ${naive.toFixed(0)} ms, ${(naive / finding.median).toFixed(1)} × the median`)
}

const termNumber = (number: number, form: string, language: Language): Term => ({
  id: `${number}`,
  forms: { vi: '', en: '', ja: '', [language]: form },
  forbidden: { vi: [], en: [], ja: [] },
  reading: '',
  kind: 'core',
  note: '',
  validFrom: null,
  validTo: null,
  status: 'approved',
})

type Random = () => number
type Chain = { readonly words: (many: number) => string; readonly sentence: () => string; readonly text: () => string }

/** Sentences in which any two words (Japanese: three signs) that follow each other do so in the sample too. */
const chainOf = (language: Language, random: Random): Chain => {
  const [order, joint] = language === 'ja' ? [3, ''] : [2, ' ']
  const split = (text: string): readonly string[] => (language === 'ja' ? [...text] : text.split(/\s+/))
  const texts = STORIES.flatMap(({ versions }) => {
    const version = versions[language]
    return version ? [version.title, version.summary, ...plainText(version.body).split(/\n+/)] : []
  })
  const terms = loadTerms().map((term) => term[language])
  const following = new Map<string, string[]>()
  const starts: (readonly string[])[] = []
  for (const text of texts) {
    const words = split(text)
    starts.push(words.slice(0, order))
    for (let at = 0; at + order < words.length; at++) {
      const key = words.slice(at, at + order).join(joint)
      following.set(key, [...(following.get(key) ?? []), words[at + order] as string])
    }
  }
  const one = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(random() * things.length)] as Thing
  const words = (many: number): string => {
    const made = [...one(starts)]
    while (made.length < many) {
      const next = following.get(made.slice(-order).join(joint))
      // Where the chain ends, or now and then, an official term and a new beginning.
      if (next && random() > 0.08) made.push(/^\d/.test(one(next)) ? `${Math.floor(random() * 5000)}` : one(next))
      else made.push(...split(one(terms)), ...one(starts))
    }
    return made.slice(0, many).join(joint)
  }
  const length = language === 'ja' ? 45 : 26
  const sentence = () => `${words(Math.floor(length * (0.3 + random() * 1.4)))}${language === 'ja' ? '。' : '.'}`
  // Two thirds sentences and headlines, one third paragraphs.
  const text = () =>
    random() < 0.67 ? sentence() : Array.from({ length: 2 + Math.floor(random() * 3) }, sentence).join(joint || '')
  return { words, sentence, text }
}

const unitNumber = (number: number, source: Chain, target: Chain): Unit => {
  const text = source.text()
  return {
    kind: number % 3 === 0 ? 'block' : 'sentence',
    source: text,
    target: target.text(),
    sourceDigest: createHash('sha256').update(text).digest('hex'),
    item: `item-${Math.floor(number / PER_ITEM)}`,
    seq: Math.floor(number / PER_ITEM),
    path: `body.${number % PER_ITEM}`,
    people: ['mai', 'anh'],
  }
}

const edited = (text: string, chain: Chain, random: Random): string => {
  const at = Math.floor(random() * text.length * 0.8)
  const put = chain.words(2)
  return `${text.slice(0, at)}${put}${text.slice(at + put.length)}`.replace(/\d+/, '77')
}

/** Mulberry32: the same texts in every run. */
const randomFrom = (seed: number): Random => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const timed = (work: () => unknown): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Of three: a shared machine may stand still in the middle of anything. */
const bestOf = (work: () => unknown): number => Math.min(timed(work), timed(work), timed(work))

setFlagsFromString('--expose_gc')
const collect = runInNewContext('gc') as () => void
const held = () => {
  collect()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heap: heapUsed, external, rss }
}

const spread = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
  const figures = [at(0.5), at(0.95), at(1)].map((value) => value.toFixed(2)).join(' / ')
  return { median: at(0.5), words: `${figures} ms (median / p95 / most of ${values.length})` }
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const perUnit = (bytes: number): string => (bytes / UNITS).toFixed(0)
const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
