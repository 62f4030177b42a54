/** What a changed source means for its translations: which segments, who reads the old ones where, and what one press would do. */
import type { PayloadRequest } from 'payload'
import { shown } from '#editorial/shown'
import { handingOver, type Handing } from '#editorial/update'
import type { WorkflowRow } from '#editorial/workflow'
import { LANGUAGES, type Grade, type Instant, type Language, type Person } from '#newsroom'
import { gradeOf } from '#publication/release'
import { snapshotWords, wordsDigest } from '#publication/words'
import { affected, isAffected, type Row } from '#translation/lineage'
import { segmentsOf } from '#translation/segments'
import { lets, whereFor } from '../access'
import { databaseNow } from '../database'
import { sentence } from '../errors'
import { namesOf, personOf } from '../people'
import { read, type Read } from '../situation'
import { storyOf, versionIn } from '../texts'
import { mustKnowArticle } from './article'
import { personIn } from './cells'
import { outletsOf } from './outlets'
import { mustKnowStory } from './stories'

/** One segment of a translation whose source is not what it was. */
export type Touched = {
  /** The row at the translation's desk. */
  readonly id: string
  readonly kind: string
  readonly change: 'changed' | 'new' | 'removed' | 'moved'
  readonly was: string
  readonly now: string
  readonly target: string
}

/** Everything about a story's translations, as its desk sees it. */
export const consequencesOf = async (req: PayloadRequest, storyId: string, reader: Language, publicUrl: string) => {
  await mustKnowStory(req, storyId)
  const { source, translations, now } = await textsOf(req, storyId, personIn(req))
  const outlets = (await outletsOf(req, [source.story.item], reader)).get(source.story.item) ?? []
  const workers = await workersOf(req, translations)
  const names = await namesOf(
    req.payload,
    translations.flatMap(({ kept: { row } }) => [row.translator ?? '', row.claim?.by ?? '']),
    req,
  )
  const draft = unreleased(source)
  const lines = translations.map((found) => {
    const { article, kept, situation } = found
    const { row } = kept
    const { rows, waitsFor } = touchedIn(found, translations, source)
    const handing = needOf(found, { waitsFor })
      ? handingOver(situation, { worker: workers.get(article.id) ?? null, reason: '.' })
      : null
    return {
      article: article.id,
      language: article.language,
      from: article.basedOn?.language ?? source.article.language,
      title: article.title ?? '',
      state: row.state,
      shown: shown(row, situation.history, situation.stale, situation.now),
      stale: situation.stale,
      grade: gradeSince(found),
      live: liveOf(found, publicUrl),
      outlets: outlets.filter(({ language }) => language === article.language),
      translator: row.translator === null ? null : { id: row.translator, name: names.get(row.translator) ?? row.translator },
      claim: row.claim,
      due: row.due,
      rows,
      /** What a change that is not out yet would touch besides. */
      upcoming: draft ? upcomingIn(found, source, draft) : [],
      /** Follows another translation that has to be brought up first. */
      waitsFor,
      handing: handing ? shownHanding(handing, reader) : null,
    }
  })
  return {
    story: storyId,
    item: source.story.item,
    at: now.toISOString(),
    source: {
      article: source.article.id,
      language: source.article.language,
      title: source.article.title ?? '',
      state: source.kept.row.state,
      shown: shown(source.kept.row, source.situation.history, 'no', source.situation.now),
      live: liveOf(source, publicUrl),
      change: lines.some(({ rows, stale }) => rows.length > 0 || stale !== 'no')
        ? ('released' as const)
        : draft
          ? ('unreleased' as const)
          : ('none' as const),
      correction: correctionOf(source),
    },
    translations: lines,
  }
}

/** Is there work in this translation now, or does it wait for the one that it is made from? */
export const workIn = (found: Read, all: readonly Read[], source: Read): 'open' | 'waits' | 'none' => {
  const { waitsFor } = touchedIn(found, all, source)
  return waitsFor !== null ? 'waits' : needOf(found, { waitsFor }) ? 'open' : 'none'
}

/** A slip of the pen leaves translations current, whatever it touches. */
const needOf = ({ situation }: Read, { waitsFor }: { readonly waitsFor: Language | null }): boolean =>
  waitsFor === null && situation.stale !== 'no'

/** The source and the translations that this person may read. */
export const textsOf = async (
  req: PayloadRequest,
  storyId: string,
  person: Person,
): Promise<{ readonly source: Read; readonly translations: readonly Read[]; readonly now: Date }> => {
  const story = await storyOf(req, storyId)
  const now = await databaseNow(req.payload)
  const sourceArticle = await versionIn(req, storyId, story.sourceLanguage)
  await mustKnowArticle(req, sourceArticle?.id ?? '')
  const source = await read(req, sourceArticle?.id ?? '', person, now)
  const translations: Read[] = []
  for (const language of LANGUAGES) {
    if (language === story.sourceLanguage) continue
    const article = await versionIn(req, storyId, language)
    if (!article || article.trashed || !(await lets(req, whereFor(person, 'articles', 'read'), 'articles', article.id))) continue
    translations.push(await read(req, article.id, person, now))
  }
  return { source, translations, now }
}

/** Whoever has a draft in hand, else its translator; a reviser's claim makes nobody a translator. By article; accounts that are gone are left out. */
export const workersOf = async (req: PayloadRequest, translations: readonly Read[]): Promise<ReadonlyMap<string, Person>> => {
  const ids = translations.flatMap(({ kept: { row } }) => workerOf(row) ?? [])
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.db.find({
    collection: 'users',
    where: { id: { in: ids } },
    limit: ids.length,
    pagination: false,
    req,
  })
  const people = new Map(docs.map((user) => [String(user.id), personOf(user)]))
  return new Map(
    translations.flatMap(({ article, kept: { row } }) => {
      const worker = people.get(workerOf(row) ?? '')
      return worker ? [[article.id, worker]] : []
    }),
  )
}

const workerOf = ({ state, claim, translator }: WorkflowRow): string | null =>
  (state === 'draft' ? claim?.by : null) ?? translator

/**
 * Of a translation made straight from the source: its affected segments. Of one made from a translation that is behind itself:
 * the segments that render the affected ones of that, with the change that will reach them.
 */
const touchedIn = (
  found: Read,
  all: readonly Read[],
  source: Read,
): { readonly rows: readonly Touched[]; readonly waitsFor: Language | null } => {
  const rows = (found.translation?.rows ?? []).filter(isAffected)
  const own = rows.map((row) => touched(row, row))
  const from = found.article.basedOn?.language ?? source.article.language
  const between = all.find(({ article }) => article.language === from)
  if (!between || own.length > 0 || found.situation.stale === 'no') return { rows: own, waitsFor: null }
  const changes = new Map(
    (between.translation?.rows ?? [])
      .filter(isAffected)
      .flatMap((row) => (row.target ? [[row.target.digest, row] as const] : [])),
  )
  const reached = (found.translation?.rows ?? []).flatMap((row) => {
    const change = row.source ? changes.get(row.source.digest) : undefined
    return change ? [touched(row, change)] : []
  })
  return between.situation.stale === 'no' ? { rows: own, waitsFor: null } : { rows: reached, waitsFor: from }
}

const touched = ({ source, target, mergedInto }: Row, { was, source: now, change }: Row): Touched => ({
  id: source ? `s:${source.path}` : `t:${target?.path ?? mergedInto ?? ''}`,
  kind: source?.kind ?? was?.kind ?? target?.kind ?? 'paragraph',
  change: change === null || change === 'unchanged' ? 'changed' : change,
  was: was?.plain ?? '',
  now: now?.plain ?? '',
  target: target?.plain ?? '',
})

/** The source's words where they are not what readers see: nothing follows them before they are out. */
const unreleased = ({ snapshot, history }: Read) => {
  const newest = history.at(-1)
  if (
    !newest ||
    newest.kind === 'withdrawal' ||
    wordsDigest(snapshotWords(newest.snapshot)) === wordsDigest(snapshotWords(snapshot))
  )
    return null
  return segmentsOf(snapshotWords(snapshot))
}

const upcomingIn = ({ article, translation }: Read, source: Read, draft: ReturnType<typeof segmentsOf>): readonly Touched[] => {
  if (!translation || article.basedOn?.language !== source.article.language) return []
  const known = new Set(translation.rows.filter(isAffected).map((row) => row.source?.digest))
  return affected(draft, translation.basedOn, translation.target, translation.lineage)
    .filter((row) => row.source === null || !known.has(row.source.digest))
    .map((row) => touched(row, row))
}

const WORST: readonly Grade[] = ['major', 'minor', 'typo']

/** The gravest grade of what came since this was made; null = nobody said, or nothing came. */
const gradeSince = ({ source, article: { basedOn } }: Read): Grade | null => {
  if (!source || !basedOn) return null
  const { grades } = source.kept.row
  const since = source.history.some(({ kind }) => kind !== 'withdrawal')
    ? source.history.filter(({ seq }) => seq > (basedOn.seq ?? 0)).map(gradeOf)
    : grades.slice(grades.findLastIndex(({ text }) => text === basedOn.words) + 1).map(({ grade }) => grade)
  return WORST.find((grade) => since.includes(grade)) ?? null
}

const liveOf = ({ history, article }: Read, publicUrl: string) => {
  const newest = history.at(-1)
  if (!newest || newest.kind === 'withdrawal') return null
  return { version: newest.version, at: newest.at, url: `${publicUrl}/${article.language}/${newest.snapshot.slug}` }
}

const correctionOf = ({ history }: Read): { readonly at: Instant; readonly by: string; readonly text: string } | null => {
  const newest = history.at(-1)
  return newest?.kind === 'correction' ? { at: newest.at, by: newest.by.name, text: newest.note.text } : null
}

const shownHanding = ({ steps, to, refusal }: Handing, reader: Language) => ({
  steps: steps.map(({ verb }) => verb),
  to: to === 'free' ? null : { id: to.id, name: to.name },
  refusal: refusal ? { code: refusal.code, message: sentence(refusal.code, refusal.facts, reader) } : null,
})
