import type { PayloadRequest } from 'payload'
import { contributorsSince, requiredMissing } from '#editorial/article'
import { isLive, maySave, type Situation, type Standing } from '#editorial/workflow'
import { NewsroomError, type Person } from '#newsroom'
import { followsSame, snapshotDigest, type Release, type Snapshot } from '#publication/release'
import { snapshotWords } from '#publication/words'
import { civilDay } from '#text/dates'
import { findingsOf } from './findings'
import { behind, followable, lineOf, type Link } from './following'
import { mediaIdsOf } from './lexical'
import { filmOf, idOf, idsOf, snapshotOf, type ArticleDoc, type BasedOn, type Beside, type StoryDoc } from './snapshot'
import { articleOf, storyOf, versionIn } from './texts'
import { releaseLog } from './stores/release-log'
import { rowOf, type KeptRow } from './stores/workflow-rows'
import { translating, type Translating } from './translating'
import { eventsWhere, writersSince } from './words-beside'

/** Where a text stands and whose it is: all that a save asks, which is made every few seconds. */
export const standingOf = async (req: PayloadRequest, article: ArticleDoc, person: Person): Promise<Standing> => ({
  row: (await rowOf(req, article.id)).row,
  person,
  story: storyFacts(await storyOf(req, idOf(article.story))),
})

/** Refused where this person may not write in the text as it stands. */
export const mustSave = async (req: PayloadRequest, article: ArticleDoc, person: Person): Promise<void> => {
  const refusal = maySave(await standingOf(req, article, person))
  if (refusal) throw new NewsroomError(refusal.code, refusal.facts)
}

/** Everything that a verb on one language version looks at, read in the transaction of the verb. */
export type Read = {
  readonly article: ArticleDoc
  readonly story: StoryDoc
  readonly kept: KeptRow
  readonly snapshot: Snapshot
  readonly beside: () => Beside
  readonly history: readonly Release[]
  readonly situation: Situation
  readonly source: SourceRead | null
  /** Of a translation: beside its source, segment by segment. */
  readonly translation: Translating | null
  /** Civil day of the text: of its first release, else of its source's, else today. */
  readonly day: string
}
type SourceRead = { readonly article: ArticleDoc; readonly kept: KeptRow; readonly history: readonly Release[] }

export const read = async (req: PayloadRequest, articleId: string, person: Person, now: Date): Promise<Read> => {
  const article = await articleOf(req, articleId)
  const story = await storyOf(req, idOf(article.story))
  const kept = await rowOf(req, article.id)
  const log = releaseLog(req.payload, req)
  const history = await log.of(story.item, article.language)
  const { snapshot, beside, rights } = await snapshotOf(req, article, story, now)
  const source = kept.row.isSource ? null : await sourceOf(req, story, article.basedOn ?? null)
  const chain = source ? await chainFrom(req, story, source) : []
  const { basedOn } = article
  const followed = source && basedOn ? await followable(req, { ...source, row: source.kept.row }, story, basedOn) : null
  const translation = followed ? translating(article, snapshotWords(snapshot), followed) : null
  const day = civilDay(history[0]?.at ?? source?.history[0]?.at ?? now)
  const situation: Situation = {
    row: kept.row,
    person,
    now: now.toISOString(),
    story: storyFacts(story),
    digest: snapshotDigest(snapshot),
    missing: requiredMissing(snapshot),
    contributors: [
      ...new Set([...(await contributorsOf(req, article.id, kept.releasedRev)), ...(await writersBeside(req, article, story))]),
    ],
    history: history.map(lineOf),
    source: source ? sourceFacts(source, chain) : null,
    sameSource: sameSource(article.basedOn ?? null, history),
    handedOver: await isHandedOver(req, article),
    text: article.words ?? '',
    stale: source ? staleOf([{ article, kept, history }, ...chain]) : 'no',
    findings: await findingsOf(req, { snapshot, basedOn: article.basedOn ?? null, translation, day }),
    rights,
  }
  return { article, story, kept, snapshot, beside, history, situation, source, translation, day }
}

const storyFacts = (story: StoryDoc): Situation['story'] => ({
  desk: idOf(story.desk),
  sharedWith: idsOf(story.sharedWith),
  sovereignty: story.sovereignty ?? false,
  embargo: story.embargo ? { until: new Date(story.embargo).toISOString(), by: story.embargoBy ?? '' } : null,
})

/** A translation is no way around what stops any text that it comes from. */
const sourceFacts = ({ kept: { row }, history }: SourceRead, chain: readonly SourceRead[]): NonNullable<Situation['source']> => ({
  state: row.state,
  live: isLive(history),
  ready: row.ready,
  hold: chain.map(({ kept: { row: link } }) => link.hold).find((hold) => hold !== null) ?? null,
  embargo:
    chain
      .flatMap(({ kept: { row: link } }) => (link.schedule?.embargo === true ? [link.schedule.until] : []))
      .toSorted()
      .at(-1) ?? null,
  text: chain.map(standsAs).join(' '),
})

/** What readers see of a text, else its present words. */
const standsAs = ({ article, history }: SourceRead): string =>
  (isLive(history) ? lineOf(history.at(-1) as Release).snapshotDigest : null) ?? article.words ?? ''

/** A text that was thrown away supports nothing. */
const staleOf = (chain: readonly SourceRead[]): Situation['stale'] =>
  chain.slice(1).some(({ kept: { row } }) => row.trashedAt !== null) ? 'major' : behind(chain.map(linkOf))

/** The text that a translation was made from: the story's own, or another translation of it (pivot). */
const sourceOf = async (req: PayloadRequest, story: StoryDoc, basedOn: BasedOn | null): Promise<SourceRead | null> => {
  const language = basedOn?.language ?? story.sourceLanguage
  const article = await versionIn(req, story.id, language)
  if (!article) return null
  return {
    article,
    kept: await rowOf(req, article.id),
    history: await releaseLog(req.payload, req).of(story.item, language),
  }
}

const linkOf = ({ article, kept, history }: SourceRead): Link => ({
  basedOn: article.basedOn ?? null,
  releases: history.map(lineOf),
  words: article.words ?? '',
  grades: kept.row.grades,
})

/** A source, its source, and so on to the text that nobody translated: at most as many as there are languages. */
const chainFrom = async (req: PayloadRequest, story: StoryDoc, source: SourceRead): Promise<readonly SourceRead[]> => {
  if (source.kept.row.isSource) return [source]
  const next = await sourceOf(req, story, source.article.basedOn ?? null)
  return next ? [source, ...(await chainFrom(req, story, next))] : [source]
}

const sameSource = (basedOn: BasedOn | null, history: readonly Release[]): boolean => {
  const last = history.at(-1)
  return basedOn === null || last === undefined || last.kind === 'withdrawal' || followsSame(last.follows, basedOn)
}

/** Another text of the story was made from this one. */
const isHandedOver = async (req: PayloadRequest, { id, story, language }: ArticleDoc): Promise<boolean> => {
  const { docs } = await req.payload.db.find<ArticleDoc>({
    collection: 'articles',
    where: { and: [{ story: { equals: idOf(story) } }, { id: { not_equals: id } }, { trashed: { not_equals: true } }] },
    select: { follows: true },
    limit: 0,
    pagination: false,
    req,
  })
  return docs.some(({ follows }) => follows?.language === language)
}

type Version = { version: { rev?: number; savedBy?: string | null; textDigest?: string | null } }
/** Ids of everybody who changed a character after the save that was released last; reads every save since, not only the newest. */
const contributorsOf = async (req: PayloadRequest, article: string, releasedRev: number): Promise<readonly string[]> => {
  const { docs } = await req.payload.db.findVersions({
    collection: 'articles',
    // The save that was released is the one that the next is compared with; the texts themselves are not needed.
    where: { and: [{ parent: { equals: article } }, { 'version.rev': { greater_than_equal: releasedRev } }] },
    select: { version: { rev: true, savedBy: true, textDigest: true } },
    limit: 0,
    pagination: false,
    req,
  })
  const saves = (docs as unknown as Version[])
    .map(({ version }) => ({ rev: version.rev ?? 0, by: version.savedBy ?? '', digest: version.textDigest ?? '' }))
    .sort((a, b) => a.rev - b.rev)
  return contributorsSince(saves, releasedRev)
}

/** Whoever writes words that stand beside the text after it began (or was last released) writes in it. */
const writersBeside = async (req: PayloadRequest, article: ArticleDoc, story: StoryDoc): Promise<readonly string[]> => {
  const begun = ['create', 'translate']
  const last = async (verbs: readonly string[]) =>
    (await eventsWhere(req, { and: [{ what: { equals: article.id } }, { verb: { in: [...verbs] } }] }, 1))[0]
  const newest = await last([...begun, 'release', 'correct', 'withdraw'])
  // After a withdrawal everything since the beginning counts again: nothing of it is out.
  const since = newest?.verb === 'withdraw' ? await last(begun) : newest
  const film = story.kind === 'video' ? await filmOf(req, story.id) : null
  const lead = idOf(film ? film.poster : story.lead)
  const beside = [story.id, ...idsOf(story.topics), ...(lead ? [lead] : []), ...(article.body ? mediaIdsOf(article.body) : [])]
  return writersSince(req, since?.n ?? 0, beside)
}
