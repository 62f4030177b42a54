/** How a translation stands to its source, from what the newsroom keeps; the rule is `translation/staleness`. */
import type { PayloadRequest } from 'payload'
import { isLive, type Situation, type WorkflowRow } from '#editorial/workflow'
import type { Digest, Grade, Language } from '#newsroom'
import { gradeOf, snapshotDigest, type Release, type Snapshot, type TextRelease } from '#publication/release'
import { snapshotWords, wordsDigest } from '#publication/words'
import { staleness, worst, type SourceRelease, type Staleness } from '#translation/staleness'
import { databaseNow } from './database'
import { idOf, snapshotOf, type ArticleDoc, type BasedOn, type StoryDoc } from './snapshot'
import { releaseLog } from './stores/release-log'
import { rowOf } from './stores/workflow-rows'
import { articleOf, storyOf } from './texts'

/** One text of a chain: `releases` oldest first, `words` the digest of its present words, `basedOn` what it was made from. */
export type Link = {
  readonly basedOn: Pick<BasedOn, 'seq' | 'digest' | 'words'> | null
  readonly releases: readonly SourceRelease[]
  readonly words: string
  readonly grades: WorkflowRow['grades']
}

/** The chain from a translation up to the text that nobody translated; as far behind as its farthest link. */
export const behind = (chain: readonly Link[]): Staleness =>
  worst(
    chain.slice(0, -1).map(({ basedOn }, index) => {
      const source = chain[index + 1] as Link
      return staleness(basedOn && { seq: basedOn.seq, digest: basedOn.digest, text: basedOn.words }, {
        releases: source.releases,
        text: source.words,
        grades: source.grades,
      })
    }),
  )

/**
 * A text that may not be read as it stands counts by its releases, and by the words that were made from it: nobody learns from
 * a mark that it is being changed.
 */
const unread = (releases: Link['releases'], words: string): Link => ({ basedOn: null, releases, words, grades: [] })

/** What is known of texts, by `item/language`; of rows, by article. */
export type Known = {
  readonly texts: ReadonlyMap<string, Pick<ArticleDoc, 'id' | 'item' | 'language' | 'follows' | 'words'>>
  readonly rows: ReadonlyMap<string, WorkflowRow>
  readonly log: ReadonlyMap<string, readonly Line[]>
}

/** From a text up to the one that nobody translated, as far as the texts are known. */
export const chainOf = (
  { id, item, language, follows, words }: Pick<ArticleDoc, 'id' | 'item' | 'language' | 'follows' | 'words'>,
  known: Known,
): readonly Link[] => {
  const releases = known.log.get(`${item}/${language}`) ?? []
  const own: Link = { basedOn: follows ?? null, releases, words: words ?? '', grades: known.rows.get(id)?.grades ?? [] }
  if (!follows) return [own]
  const key = `${item}/${follows.language}`
  const source = known.texts.get(key)
  return [own, ...(source ? chainOf(source, known) : [unread(known.log.get(key) ?? [], follows.words)])]
}

/** Is there a reader to whom it is behind? Not everybody may read all of the chain (`unread`). */
export const behindForSome = (chain: readonly Link[]): boolean =>
  chain.some((_, at) => {
    const before = chain[at - 1]
    const read = before ? [...chain.slice(0, at), unread((chain[at] as Link).releases, before.basedOn?.words ?? '')] : chain
    return behind(read) !== 'no'
  })

/** What the rules need of a release. */
export const lineOf = (release: Release) => ({
  seq: release.seq,
  version: release.version,
  kind: release.kind,
  snapshotDigest: release.kind === 'withdrawal' ? null : release.snapshotDigest,
  text: release.kind === 'withdrawal' ? null : wordsDigest(snapshotWords(release.snapshot)),
  grade: gradeOf(release),
})

/** What a translation was made from, as far as it may be followed now. */
export const sourceNow = async (req: PayloadRequest, before: BasedOn): Promise<BasedOn> => {
  const article = await articleOf(req, before.article)
  const history = await releaseLog(req.payload, req).of(article.item, article.language)
  const { row } = await rowOf(req, article.id)
  return followable(req, { article, history, row }, await storyOf(req, idOf(article.story)), before)
}

type Source = { readonly article: ArticleDoc; readonly history: readonly Release[]; readonly row: WorkflowRow }

/**
 * The source as it stands now: what readers see of it, else its present text if it is approved or open for translation. While it
 * is being cut its words are its desk's alone, and `before` is what there is to follow.
 */
export const followable = async (req: PayloadRequest, source: Source, story: StoryDoc, before: BasedOn): Promise<BasedOn> => {
  const { row, history } = source
  return isLive(history) || row.ready || row.state === 'approved' ? basedOnNow(req, source, story) : before
}

/** The source as it stands now: what readers see of it, else its present text. */
export const basedOnNow = async (
  req: PayloadRequest,
  source: Pick<Source, 'article' | 'history'>,
  story: StoryDoc,
): Promise<BasedOn> => {
  const newest = source.history.at(-1)
  if (newest && newest.kind !== 'withdrawal') return basedOnRelease(source.article, newest)
  const { snapshot } = await snapshotOf(req, source.article, story, await databaseNow(req.payload))
  return basedOn(source, null, snapshot, snapshotDigest(snapshot))
}

/** A source as one of its releases had it. */
export const basedOnRelease = (article: ArticleDoc, { seq, snapshot, snapshotDigest: digest }: TextRelease): BasedOn =>
  basedOn({ article }, seq, snapshot, digest)

const basedOn = ({ article }: Pick<Source, 'article'>, seq: number | null, text: Snapshot, digest: Digest): BasedOn => ({
  article: article.id,
  language: article.language,
  rev: article.rev,
  seq,
  digest,
  words: wordsDigest(snapshotWords(text)),
  text: snapshotWords(text),
})

export type Line = Situation['history'][number] & SourceRelease

type ReleaseColumns = {
  id: string
  seq: number
  item: string
  language: Language
  version: number
  kind: Release['kind']
  snapshotDigest?: string | null
  words?: string | null
  grade?: Grade | null
}

/** The releases of items, by `item/language`. From columns alone: a list of many does not read their texts. */
export const historyOf = async (req: PayloadRequest, items: readonly string[]): Promise<ReadonlyMap<string, readonly Line[]>> => {
  const { docs } = await req.payload.db.find<ReleaseColumns>({
    collection: 'releases',
    where: { item: { in: [...items] } },
    limit: 0,
    pagination: false,
    sort: 'seq',
    select: { seq: true, item: true, language: true, version: true, kind: true, snapshotDigest: true, words: true, grade: true },
    req,
  })
  const lines = new Map<string, Line[]>()
  for (const { seq, item, language, version, kind, snapshotDigest, words, grade } of docs) {
    const line: Line = { seq, version, kind, snapshotDigest: snapshotDigest ?? null, text: words ?? null, grade: grade ?? null }
    const key = `${item}/${language}`
    const known = lines.get(key)
    if (known) known.push(line)
    else lines.set(key, [line])
  }
  return lines
}
