/** The translation memory: rows at rest, an index of them in each process that asks. */
import type { PayloadRequest } from 'payload'
import { LANGUAGES, type Language } from '#newsroom'
import { createMemory, type Memory } from '#translation/memory'
import { pairsOf as unitsOf, type Unit } from '#translation/memory-pairs'
import { pairsOf } from '#translation/lineage'
import type { LanguagePair } from '#translation/segment'
import type { Translating } from '../translating'
import { increment } from '../transaction'

type MemoryDoc = { id: string; key: string; from: Language; to: Language; seq: number; change: number; units: Unit[] }
type Held = { readonly memory: Memory; change: number; reading: Promise<unknown> }

const held = new WeakMap<object, Held>()

/** The index, with everything that was committed before the call; one reading at a time, so that older units never come over newer. */
export const memoryNow = async (req: PayloadRequest): Promise<Memory> => {
  const { db } = req.payload
  const mine = held.get(db) ?? { memory: createMemory(), change: 0, reading: Promise.resolve() }
  held.set(db, mine)
  const reading = mine.reading.catch(() => null).then(() => readOn(req, mine))
  mine.reading = reading
  await reading
  return mine.memory
}

/** In steps, so that a large memory is not read at once. */
const readOn = async (req: PayloadRequest, mine: Held): Promise<void> => {
  for (;;) {
    const { docs } = await req.payload.db.find<MemoryDoc>({
      collection: 'memory',
      where: { change: { greater_than: mine.change } },
      sort: 'change',
      limit: 200,
      pagination: false,
      req,
    })
    for (const { key, from, to, change, units } of docs) {
      mine.memory.put(key, { from, to }, units)
      mine.change = change
    }
    if (docs.length < 200) return
  }
}

/** A released translation: what it gave before is replaced. Only what a person revised enters. */
export const remember = async (
  req: PayloadRequest,
  {
    item,
    seq,
    pair,
    translating: { rows },
  }: {
    readonly item: string
    readonly seq: number
    readonly pair: LanguagePair
    readonly translating: Translating
  },
): Promise<void> => {
  const revised = rows.filter(({ state }) => state === 'revised' || state === 'translated')
  const people = [...new Set(revised.flatMap(({ kept }) => kept?.by ?? []))]
  await write(req, `${item}/${pair.to}`, pair, seq, unitsOf(pairsOf(revised), pair, { item, seq, people }))
}

/** A withdrawn text is nobody's model any more, neither as a translation nor as what was translated. */
export const forget = async (req: PayloadRequest, item: string, language: Language): Promise<void> => {
  const { docs } = await req.payload.db.find<MemoryDoc>({
    collection: 'memory',
    where: { key: { in: LANGUAGES.map((one) => `${item}/${one}`) } },
    limit: LANGUAGES.length,
    pagination: false,
    req,
  })
  for (const { key, from, to, seq } of docs)
    if (from === language || to === language) await write(req, key, { from, to }, seq, [])
}

/** Units of a file of another house: they answer like our own, under the file's digest. */
export const adopt = (req: PayloadRequest, digest: string, pair: LanguagePair, units: readonly Unit[]): Promise<void> =>
  write(req, `import/${digest}/${pair.from}-${pair.to}`, pair, 0, units)

/** Everything at rest, row by row, for a file. */
export async function* remembered(req: PayloadRequest): AsyncGenerator<MemoryDoc> {
  for (let after = 0; ;) {
    const { docs } = await req.payload.db.find<MemoryDoc>({
      collection: 'memory',
      where: { change: { greater_than: after } },
      sort: 'change',
      limit: 100,
      pagination: false,
      req,
    })
    yield* docs
    const last = docs.at(-1)
    if (!last) return
    after = last.change
  }
}

const write = async (
  req: PayloadRequest,
  key: string,
  pair: LanguagePair,
  seq: number,
  units: readonly Unit[],
): Promise<void> => {
  const { db } = req.payload
  const change = await increment(req.payload, req, 'memory')
  const data = { key, ...pair, seq, change, units: [...units] }
  const found = await db.findOne<MemoryDoc>({ collection: 'memory', where: { key: { equals: key } }, req })
  if (found) await db.updateOne({ collection: 'memory', id: found.id, data, req })
  else await db.create({ collection: 'memory', data, req })
}

export const isPair = ({ from, to }: { readonly from: string; readonly to: string }): boolean =>
  from !== to && [from, to].every((one) => (LANGUAGES as readonly string[]).includes(one))
