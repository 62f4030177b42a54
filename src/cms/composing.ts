/** What an issue and a programme read alike: the stories that they tell, the texts that stand for them, and their own releases. */
import type { PayloadRequest } from 'payload'
import type { Digest, Instant, ItemId, Language, Person } from '#newsroom'
import { snapshotDigest, type Release, type Snapshot } from '#publication/release'
import type { Stage } from '#bulletin/view'
import { cellsOf, type Cell, type Cells } from './desk/cells'
import { snapshotOf, type StoryDoc } from './snapshot'
import { articleOf } from './texts'

/** Whoever composes looks at every text's stage, whatever its desk; words are shown by the reader's own rights. */
const READS_EVERYTHING: Person = {
  id: '',
  name: '',
  roles: ['auditor'],
  desk: null,
  skills: { vi: [], en: [], ja: [] },
}

/** By id of the story; one that is gone has none. */
export type Stories = {
  readonly stories: ReadonlyMap<string, StoryDoc>
  readonly cells: ReadonlyMap<string, Cells>
  /** Of these, what the reader may see: words of a text in work are its desk's. */
  readonly seen: ReadonlyMap<string, Cells>
}

/** What all languages share, in a handful of queries. */
export const storiesFor = async (req: PayloadRequest, ids: readonly string[], reader: Person): Promise<Stories> => {
  const { docs } = await req.payload.db.find<StoryDoc>({
    collection: 'stories',
    where: { id: { in: [...ids] } },
    limit: 0,
    pagination: false,
    req,
  })
  const stories = docs.map((story) => ({ ...story, id: String(story.id) }))
  return {
    stories: new Map(stories.map((story) => [story.id, story])),
    cells: await cellsOf(req, READS_EVERYTHING, stories),
    seen: await cellsOf(req, reader, stories),
  }
}

/** The text that would be told: what readers see now, else an approved one that goes out with the work. */
export type StandingText = { readonly source: 'released' | 'waits'; readonly snapshot: Snapshot; readonly staleWaived: boolean }

/** By story; a story without one is not in it. */
export const standingTexts = async (
  req: PayloadRequest,
  { stories, cells }: Pick<Stories, 'stories' | 'cells'>,
  language: Language,
  now: Date,
): Promise<ReadonlyMap<string, StandingText>> => {
  const found = [...cells].flatMap(([story, { [language]: cell }]) => (cell ? [{ story, cell }] : []))
  const seqs = found.flatMap(({ cell }) => cell.liveSeq ?? [])
  const { docs } = await req.payload.db.find<{ id: string; seq: number; record: string }>({
    collection: 'releases',
    where: { seq: { in: seqs } },
    limit: 0,
    pagination: false,
    req,
  })
  const records = new Map(docs.map(({ seq, record }) => [seq, JSON.parse(record) as Release]))
  const texts = new Map<string, StandingText>()
  for (const { story, cell } of found) {
    const release = cell.liveSeq === null ? undefined : records.get(cell.liveSeq)
    if (release && release.kind !== 'withdrawal') {
      // A waiver in the release was of the source as it stood then: of one that changed since nobody has said a word.
      texts.set(story, { source: 'released', snapshot: release.snapshot, staleWaived: false })
      continue
    }
    const { row } = cell
    const doc = stories.get(story)
    if (!doc || row.state !== 'approved' || row.approval === null || row.trashedAt !== null) continue
    const { snapshot } = await snapshotOf(req, await articleOf(req, cell.article), doc, now)
    if (snapshotDigest(snapshot) !== row.approval.digest) continue
    texts.set(story, { source: 'waits', snapshot, staleWaived: row.waivers.some(({ kind }) => kind === 'stale') })
  }
  return texts
}

/** How the text of a story stands in one language. */
export type JudgedText = {
  readonly stage: Stage
  readonly stale: 'no' | 'minor' | 'major'
  /** A stale text that an approver let pass in writing. */
  readonly staleWaived: boolean
  readonly held: boolean
  readonly embargo: Instant | null
  /** Null: no second sign-off is asked. */
  readonly secondSigned: boolean | null
  /** May be told, as far as its embargo lets. */
  readonly fit: boolean
}

export const judgedText = (cell: Cell | undefined, story: StoryDoc | undefined, text: StandingText | null): JudgedText => {
  const released = text?.source === 'released'
  const held = !released && (cell?.row.hold ?? null) !== null
  const secondSigned =
    story?.sovereignty !== true || released
      ? null
      : cell?.row.secondSign != null && cell.row.secondSign.digest === cell.row.approval?.digest
  const stale = cell?.stale ?? 'no'
  const staleWaived = text?.staleWaived ?? false
  return {
    stage: stageOf(cell, text),
    stale,
    staleWaived,
    held,
    embargo: embargoOf(cell, story),
    secondSigned,
    fit: text !== null && !held && secondSigned !== false && (stale !== 'major' || staleWaived),
  }
}

/** Until when it may not be told; null = it may. */
const embargoOf = (cell: Cell | undefined, story: StoryDoc | undefined): Instant | null => {
  if (cell?.liveSeq != null) return null
  const own = cell?.row.schedule?.embargo === true ? cell.row.schedule.until : null
  const theirs = story?.embargo ? new Date(story.embargo).toISOString() : null
  return (
    [own, theirs]
      .filter((until) => until !== null)
      .toSorted()
      .at(-1) ?? null
  )
}

const stageOf = (cell: Cell | undefined, text: StandingText | null): Stage => {
  if (text?.source === 'released') return 'released'
  if (!cell || cell.row.trashedAt !== null) return 'missing'
  return cell.shown.key === 'withdrawn' ? 'withdrawn' : cell.row.state
}

export type ReleaseLine = Pick<Release, 'seq' | 'version' | 'kind' | 'at'> & { readonly snapshotDigest: Digest | null }

type Columns = {
  id: string
  seq: number
  item: string
  language: Language
  version: number
  kind: Release['kind']
  at: string
  snapshotDigest?: string | null
}

/** By item and language, oldest first, from columns alone. */
export const historyOf = async (
  req: PayloadRequest,
  items: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, Readonly<Record<Language, readonly ReleaseLine[]>>>> => {
  const { docs } = await req.payload.db.find<Columns>({
    collection: 'releases',
    where: { item: { in: [...items] } },
    limit: 0,
    pagination: false,
    sort: 'seq',
    select: { seq: true, item: true, language: true, version: true, kind: true, at: true, snapshotDigest: true },
    req,
  })
  return new Map(
    items.map((item) => {
      const of = (language: Language) =>
        docs
          .filter((line) => line.item === item && line.language === language)
          .map(({ seq, version, kind, at, snapshotDigest }) => ({
            seq,
            version,
            kind,
            at,
            snapshotDigest: snapshotDigest ?? null,
          }))
      return [item, { vi: of('vi'), en: of('en'), ja: of('ja') }]
    }),
  )
}
