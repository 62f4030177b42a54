import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { editVoids, wroteIn } from '#editorial/workflow'
import { NewsroomError, type Language, type Person } from '#newsroom'
import { canonical, sha256 } from '#publication/canonical'
import { snapshotDigest } from '#publication/release'
import { wordsDigest } from '#publication/words'
import { cleanLine, cleanText } from '#text/normalise'
import { slugOf, uniqueSlug } from '#text/slug'
import { countOf } from '#translation/lineage'
import { segmentsOf } from '#translation/segments'
import { databaseNow } from '../database'
import { asApiError } from '../errors'
import { admitCues } from '../cues'
import { admitTree, emptyTree } from '../lexical'
import { namesOf, personOf } from '../people'
import { mustSave } from '../situation'
import { storyOf, versionIn } from '../texts'
import { idOf, snapshotOf, wordsOf, type ArticleDoc } from '../snapshot'
import { writeRow } from '../stores/standings'
import { rowOf } from '../stores/workflow-rows'
import { lineageAfter } from '../translating'
import { VERB_CONTEXT } from '../verbs/begin'

/** What a save itself said, before Payload fills its gaps from the stored text. */
type Said = { restoring?: true; saidRev?: unknown }

/**
 * One text at a time, and the revision it starts from is said by whoever saves. Restoring an old text is a save too:
 * it starts from the present text, not from the number inside the old one.
 */
export const hearSave: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const said = req.context as Said
  delete said.restoring
  delete said.saidRev
  if ((operation as string) === 'restoreVersion') {
    said.restoring = true
    // Payload would answer that it is done, write down a save and leave the text as it is.
    if ((args as { draft?: unknown }).draft) throw asApiError(new NewsroomError('request.invalid', { field: 'draft' }))
  }
  if (operation !== 'update') return args
  const { id, data } = args as { id?: unknown; data?: { rev?: unknown } }
  if (id === undefined) throw asApiError(new NewsroomError('auth.notYours'))
  said.saidRev = data?.rev
  return args
}

/** Every save of a text, whatever the door: who may, from which revision, cleaned, validated, counted. */
export const saveText: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req, context }) => {
  try {
    const person = (context[VERB_CONTEXT] as { person: Person } | undefined)?.person ?? (req.user ? personOf(req.user) : null)
    if (!person) throw new NewsroomError('auth.required')
    if (operation === 'create') {
      // A text comes into being by the verbs `create` and `translate` alone.
      if (!context[VERB_CONTEXT]) throw new NewsroomError('auth.notYours')
      return await cleaned(req, data as Partial<ArticleDoc>, null, person)
    }
    const before = originalDoc as ArticleDoc
    const wanted = data as Partial<ArticleDoc>
    await guardSave(req, before, person, context as Said)
    return await cleaned(req, wanted, before, person)
  } catch (error) {
    if (error instanceof NewsroomError) throw asApiError(error)
    throw error
  }
}

const guardSave = async (
  req: PayloadRequest,
  before: ArticleDoc,
  person: Person,
  { restoring, saidRev }: Said,
): Promise<void> => {
  await mustSave(req, before, person)
  if (restoring || saidRev === before.rev) return
  const names = await namesOf(req.payload, [before.savedBy ?? ''], req)
  throw new NewsroomError('save.conflict', {
    rev: before.rev,
    by: names.get(before.savedBy ?? '') ?? '',
    at: before.updatedAt,
    theirs: {
      title: before.title,
      summary: before.summary,
      byline: before.byline,
      body: before.body,
      ...(before.cues ? { cues: before.cues } : {}),
    },
  })
}

/** The stored form: NFC, Đ for Ð in Vietnamese, an allow-listed tree, a right slug, the next revision, its digest. */
const cleaned = async (
  req: PayloadRequest,
  wanted: Partial<ArticleDoc>,
  before: ArticleDoc | null,
  person: Person,
): Promise<Partial<ArticleDoc>> => {
  const language = (before?.language ?? wanted.language) as Language
  const merged = { ...before, ...wanted }
  if (merged.cues?.length && (await storyOf(req, idOf(merged.story))).kind !== 'video')
    throw new NewsroomError('request.invalid', { field: 'cues' })
  const text = {
    title: cleanLine(merged.title ?? '', language),
    summary: cleanText(merged.summary ?? '', language).trim(),
    byline: cleanLine(merged.byline ?? '', language),
    body: merged.body == null ? emptyTree() : admitTree(merged.body, language),
    ...(merged.cues == null ? {} : { cues: admitCues(merged.cues, language) }),
  }
  const slug = await slugFor(req, merged, text.title, language, before)
  const own = before
    ? {
        id: before.id,
        story: before.story,
        language: before.language,
        item: before.item,
        basedOn: before.basedOn ?? null,
        lineage: before.lineage ?? null,
        follows: before.follows ?? null,
        open: before.open ?? false,
        trashed: before.trashed ?? false,
      }
    : wanted
  const words = await wordsOf(req, { ...text, language })
  const followed = await lineageAfter(req, before, { basedOn: own.basedOn ?? null, words, by: person.id })
  return {
    ...own,
    ...text,
    ...followed,
    slug,
    rev: (before?.rev ?? 0) + 1,
    savedBy: person.id,
    // Whoever says that the words hold for another source has said something of the text, as if they had written it.
    textDigest: sha256(canonical({ ...text, slug, follows: followed.basedOn?.digest ?? null })),
    words: wordsDigest(words),
    units: unitsIn(words, language),
  }
}

/** As much as a translator will have to write: what the home screen and queues tell. */
const unitsIn = (words: Parameters<typeof segmentsOf>[0], language: Language): number =>
  segmentsOf(words).reduce((sum, { plain }) => sum + countOf(plain, language), 0)

const slugFor = async (
  req: PayloadRequest,
  merged: Partial<ArticleDoc>,
  title: string,
  language: Language,
  before: ArticleDoc | null,
): Promise<string> => {
  const typed = (merged.slug ?? '').trim()
  const keep = before && typed === (before.slug ?? '')
  // The address follows the headline until the text has been out once; after that only a person changes it.
  if (keep && typed !== '' && (title === before.title || (await rowOf(req, before.id)).releasedRev > 0)) return typed
  const english = language === 'ja' ? ((await versionIn(req, idOf(merged.story) ?? '', 'en'))?.title ?? null) : null
  const item = merged.item ?? ''
  const base =
    typed !== '' && !keep
      ? slugOf({ language: 'en', title: typed, englishTitle: null, item })
      : slugOf({ language, title, englishTitle: english, item })
  const { docs } = await req.payload.db.find<ArticleDoc>({
    collection: 'articles',
    where: { and: [{ language: { equals: language } }, { slug: { like: base } }] },
    limit: 0,
    pagination: false,
    req,
  })
  const taken = await releasedSlugs(req, language, item, base)
  return uniqueSlug(base, new Set([...taken, ...docs.filter(({ id }) => id !== before?.id).map(({ slug }) => slug ?? '')]))
}

/** Addresses under which another item was ever released: its page, its redirect or its notice stands there. */
const releasedSlugs = async (req: PayloadRequest, language: Language, item: string, base: string): Promise<readonly string[]> => {
  const { docs } = await req.payload.db.find<{ id: string; record: string }>({
    collection: 'releases',
    where: {
      and: [{ language: { equals: language } }, { item: { not_equals: item } }, { record: { contains: `"slug":"${base}` } }],
    },
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map(({ record }) => (JSON.parse(record) as { snapshot?: { slug: string } }).snapshot?.slug ?? '')
}

/** After a save: what it voids (a pending second sign-off, a reviser's word, an approval). */
export const settleSave: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation === 'create') return doc as unknown
  const article = doc as ArticleDoc
  const kept = await rowOf(req, article.id)
  const { snapshot } = await snapshotOf(req, article, await storyOf(req, idOf(article.story)), await databaseNow(req.payload))
  const changed = article.textDigest !== (previousDoc as ArticleDoc | undefined)?.textDigest
  const voided = editVoids(kept.row, snapshotDigest(snapshot))
  const written = changed && article.savedBy ? wroteIn(voided, article.savedBy) : voided
  // A reviser passed the words as they follow that source, not this one.
  const same = article.basedOn?.digest === (previousDoc as ArticleDoc | undefined)?.basedOn?.digest
  const row = same ? written : { ...written, revised: null }
  // The row is written at every save, so that a verb on the text and a save of it can never both win unseen.
  await writeRow(req, kept.id, row)
  return doc as unknown
}
