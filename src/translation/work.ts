/** What a translator does in segments, applied to the text and its lineage. Pure. */
import type { Digest, Instant, Language } from '#newsroom'
import { cleanText } from '#text/normalise'
import type { Cue } from '#video/cue'
import { withOwn } from './codes'
import { carry, confirm, leaveOut, pairsOf, rows, takeIn, type Row } from './lineage'
import type { Code, Kept, Lineage, Segment, Words } from './segment'
import { blockAt, cueOf, insertAfter, merge, removeBlock, segmentsOf, targetSegmentsOf, withCue } from './segments'
import type { SegmentChange } from './view'

/** `now`: the source as it stands; `was`: as it stood when the translation was made from it. */
export type Bench = {
  readonly language: Language
  readonly now: Words
  readonly was: Words
  readonly by: string
  readonly at: Instant
}
export type Work = { readonly words: Words; readonly lineage: Lineage }

/** A change made on a segment that somebody changed meanwhile, or that is gone: what stands there now, and whose it is. */
export type Conflict = { readonly change: SegmentChange; readonly theirs: string; readonly by: string | null }

export type Worked = Work & { readonly conflicts: readonly Conflict[]; readonly touched: boolean }

/** Each change by itself, in order; what cannot be done is a conflict and leaves the rest alone. Doing a change twice is as once. */
export const work = (bench: Bench, start: Work, changes: readonly SegmentChange[]): Worked => {
  const table: Table = { ...bench, source: segmentsOf(bench.now), basedOn: segmentsOf(bench.was) }
  return changes.reduce<Worked>(
    (done, change) => {
      const result = DO[change.do](table, sceneOf(table, done), change as never)
      return 'theirs' in result
        ? { ...done, conflicts: [...done.conflicts, { change, ...result }] }
        : { ...result, conflicts: done.conflicts, touched: true }
    },
    { ...start, conflicts: [], touched: false },
  )
}

/** The bench with what no change moves: the segments of the source, as it stands and as it stood. */
type Table = Bench & { readonly source: readonly Segment[]; readonly basedOn: readonly Segment[] }

type Scene = Work & { readonly source: readonly Segment[]; readonly target: readonly Segment[]; readonly shown: readonly Row[] }
type Refused = Pick<Conflict, 'theirs' | 'by'>
type Step<Do extends SegmentChange['do']> = (
  bench: Table,
  scene: Scene,
  change: Extract<SegmentChange, { readonly do: Do }>,
) => Work | Refused

const sceneOf = ({ source, basedOn }: Table, { words, lineage }: Work): Scene => {
  const target = targetSegmentsOf(words, basedOn)
  return { words, lineage, source, target, shown: rows(source, basedOn, target, lineage) }
}

const GONE: Refused = { theirs: '', by: null }

const write: Step<'write'> = (bench, scene, change) => {
  const there = rowAt(scene, change.target)
  // The same request again finds its words, also where another segment still reads as this one did.
  const again = there?.target && there.target.text === wordingOf(bench, there, change.text)
  const row = again ? there : rowOf(scene, change)
  if (!row?.target) return GONE
  const wording = wordingOf(bench, row, change.text)
  if (row.target.digest !== change.was && row.target.text !== wording) return standing(row)
  return worded(bench, scene, row, wording, change)
}

const confirmed: Step<'confirm'> = (bench, scene, change) => {
  const row = rowOf(scene, change)
  if (!row?.target) return GONE
  if (row.target.digest !== change.was) return standing(row)
  return worded(bench, scene, row, row.target.text, { ...change, origin: row.kept?.origin ?? 'typed' })
}

const add: Step<'add'> = (bench, scene, change) => {
  const row = scene.shown.find(({ source }) => source?.digest === change.source)
  if (!row?.source) return GONE
  // Somebody was faster, or this is the same request again.
  if (row.target) return row.target.text === wordingOf(bench, row, change.text) ? scene : standing(row)
  const made = sceneOf(bench, inserted(bench, scene, row.source))
  const fresh = made.shown.find(({ source, target }) => source?.digest === change.source && target !== null)
  return fresh ? worded(bench, made, fresh, wordingOf(bench, fresh, change.text), change) : GONE
}

const left: Step<'leaveOut'> = (bench, scene, change) => {
  const same = scene.shown.filter(({ source }) => source?.digest === change.source)
  const [first] = same
  if (!first) return GONE
  const row = same.find(({ target }) => (target?.digest ?? null) === change.was)
  const done = (row ? [row] : same).some(({ leftOut: mark }) => mark?.source === change.source)
  if (done) return scene
  if (!row) return standing(first)
  // A block that renders other sources, too: their words would go with it.
  const joined =
    row.mergedInto ?? scene.shown.find(({ mergedInto }) => mergedInto !== null && mergedInto === row.target?.path)?.mergedInto
  if (joined != null) return standing(rowAt(scene, joined) ?? row)
  const words = row.target ? removeBlock(scene.words, row.target.path) : scene.words
  return { words, lineage: leaveOut(carriedTo(bench, scene, words), change.source, bench) }
}

const taken: Step<'takeIn'> = (bench, scene, change) => {
  const row = scene.shown.find(({ source }) => source?.digest === change.source)
  if (!row?.source) return GONE
  const lineage = takeIn(scene.lineage, change.source)
  return row.target ? { words: scene.words, lineage } : inserted(bench, { ...scene, lineage }, row.source)
}

const removed: Step<'remove'> = (bench, scene, change) => {
  const there = rowAt(scene, change.target)
  const found = rowOf(scene, change)
  // Only a block of no source is looked for elsewhere: asked again, this takes nobody's translation that reads the same.
  const row = found?.source ? there : found
  if (!row?.target) return scene
  if (row.target.digest !== change.was) return standing(row)
  const words = removeBlock(scene.words, row.target.path)
  return { words, lineage: carriedTo(bench, scene, words) }
}

const DO = { write, confirm: confirmed, add, leaveOut: left, takeIn: taken, remove: removed } satisfies {
  readonly [Do in SegmentChange['do']]: Step<Do>
}

const rowAt = ({ shown }: Scene, path: string) => shown.find(({ target }) => target?.path === path)

/**
 * The row that a change was made on: at its path, or, where other words stand there because blocks have moved, the only one
 * that still reads as it did. A row of the same source is no moved block but a repeated paragraph.
 */
const rowOf = (scene: Scene, { target: path, was }: { readonly target: string; readonly was: Digest }): Row | undefined => {
  const there = rowAt(scene, path)
  if (there?.target?.digest === was) return there
  const others = scene.shown.filter(({ target }) => target?.digest === was)
  const [other] = others
  const repeated = there?.source != null && there.source.digest === other?.source?.digest
  return others.length === 1 && !repeated ? other : there
}

const standing = ({ target, kept }: Row): Refused => ({
  theirs: kept?.state === 'empty' ? '' : (target?.text ?? ''),
  by: kept?.by ?? null,
})

/** Clean words; an emptied cell holds the untouched source again, so that its block keeps its place. */
const wordingOf = ({ language }: Table, { source }: Row, text: string): string =>
  text.trim() === '' ? (source?.text ?? '') : cleanText(text, language)

type Said = { readonly state: 'draft' | 'translated' | 'revised'; readonly origin: Kept['origin']; readonly text?: string }

const worded = (bench: Table, scene: Scene, row: Row, wording: string, said: Said): Work => {
  const { path, codes: own } = row.target as Segment
  const words = merge(
    scene.words,
    new Map([[path, wording]]),
    new Map([[path, withOwn(codesFor(scene, path), own)]]),
    bench.language,
  )
  const lineage = carriedTo(bench, scene, words)
  const index = targetSegmentsOf(words).findIndex((segment) => segment.path === path)
  if (index < 0) return { words, lineage }
  if (said.text !== undefined && said.text.trim() === '') return { words, lineage: untouched(lineage, index) }
  const { by, at } = bench
  const renders = scene.shown.flatMap((other) =>
    other.source && (other === row || other.mergedInto === path) ? [other.source.digest] : [],
  )
  if (said.state !== 'draft')
    return { words, lineage: confirm(lineage, index, { source: renders, state: said.state, origin: said.origin, by, at }) }
  // A draft is not yet an answer to a source that changed: it keeps the name of what it rendered.
  const source = row.kept?.source.length ? row.kept.source : renders
  const state = said.origin === 'machine' || said.origin === 'memory' ? said.origin : 'draft'
  return { words, lineage: withRecord(lineage, index, { source, state, origin: said.origin, by, at }) }
}

const codesFor = ({ shown }: Scene, path: string): readonly Code[] =>
  pairsOf(shown).find(({ target }) => target?.path === path)?.source?.codes ?? []

const carriedTo = ({ by, at }: Table, { lineage, target }: Scene, words: Words): Lineage =>
  carry(lineage, target, targetSegmentsOf(words), { by, at })

const withRecord = (lineage: Lineage, index: number, record: Partial<Kept>): Lineage => ({
  ...lineage,
  kept: lineage.kept.map((kept, at) => (at === index ? { ...kept, ...record } : kept)),
})

const untouched = (lineage: Lineage, index: number): Lineage =>
  withRecord(lineage, index, { state: 'empty', origin: 'none', by: null, at: null })

/**
 * The block of a source segment comes into the target as its untouched copy, behind what renders the segment before: the whole
 * list, table or picture where nothing of it is there yet, else the one item or paragraph.
 */
const inserted = (bench: Table, scene: Scene, segment: Segment): Work => {
  const { path } = segment
  const cue = cueOf(bench.now, path)
  if (cue) return withFreshCue(bench, scene, cue, segment)
  const root = rootOf(path)
  const whole = !scene.shown.some(({ source, target }) => source && target && rootOf(source.path) === root)
  const block = blockAt(bench.now, whole ? root : path)
  if (!block) return scene
  const at = scene.shown.findIndex(({ source }) => source?.path === path)
  const before = scene.shown.slice(0, at).findLast(({ target }) => target !== null)?.target?.path ?? 'title'
  const words = insertAfter(scene.words, whole ? rootOf(before) : before, block)
  const after = targetSegmentsOf(words)
  const from = after.findIndex(({ digest }, index) => digest !== scene.target[index]?.digest)
  const fresh = after.slice(from, from + after.length - scene.target.length)
  const waiting = scene.source.filter((segment) => (whole ? rootOf(segment.path) === root : segment.path === path))
  const kept = fresh.map(({ kind, digest }): Kept => {
    const place = waiting.findIndex((segment) => segment.kind === kind)
    const [source] = place < 0 ? [] : waiting.splice(place, 1)
    return { target: digest, source: source ? [source.digest] : [], state: 'empty', origin: 'none', by: null, at: null }
  })
  return { words, lineage: { ...scene.lineage, kept: scene.lineage.kept.toSpliced(from, 0, ...kept) } }
}

/** A cue comes with the source's time and, until somebody translates it, with its words. */
const withFreshCue = (bench: Table, scene: Scene, cue: Cue, { path, digest }: Segment): Work => {
  const words = withCue(scene.words, cue)
  const lineage = carriedTo(bench, scene, words)
  const index = targetSegmentsOf(words).findIndex((target) => target.path === path)
  return { words, lineage: withRecord(untouched(lineage, index), index, { source: [digest] }) }
}

/** `body.4` of `body.4.item.0`; title and summary are their own. */
const rootOf = (path: string): string => path.split('.').slice(0, 2).join('.')
