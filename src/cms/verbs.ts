import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { ulid } from 'ulid'
import { failpoint } from '#delivery/failpoint'
import { mayCreate, mayTranslate, move, newRow, type Args, type Verb, type WorkflowRow } from '#editorial/workflow'
import { LANGUAGES, NewsroomError, type InformationClass, type Instant, type Language, type Person } from '#newsroom'
import { canonical, sha256 } from '#publication/canonical'
import type { ReleaseRequest } from '#publication/log'
import { owed, snapshotDigest, type Approval, type CorrectionNote, type Owed, type TextRelease } from '#publication/release'
import { databaseNow } from './database'
import { read, isLive, storyOf, versionIn, type Read } from './situation'
import { mediaIdsOf } from './lexical'
import { idOf, idsOf, snapshotOf, type ArticleDoc, type BasedOn, type StoryDoc } from './snapshot'
import { recordEvent } from './stores/events'
import { answered, keepAnswer } from './stores/idempotency'
import { channelWishes, releaseLog } from './stores/release-log'
import { addRow, writeRow } from './stores/workflow-rows'
import { inTransaction } from './transaction'

/** What a verb did: the same for every repetition of its key. */
export type Move = {
  readonly verb: Verb
  readonly article: string
  readonly from: string
  readonly to: string
  readonly seq: number | null
  readonly at: Instant
  readonly event: number
}

/** `req.context` of a write that a verb makes: the save hook lets it pass and knows on whose behalf. */
export const VERB_CONTEXT = 'newsroomVerb'

type Act = { readonly person: Person; readonly key: string; readonly req?: PayloadRequest }

/** One verb on one language version: one transaction, one event, one key. */
export const act = (payload: Payload, { person, key, req }: Act, verb: Verb, articleId: string, args: Args): Promise<Move> =>
  once(payload, req, person, key, { verb, article: articleId, args }, async (same) => {
    const now = await databaseNow(payload)
    return perform(same, await read(same, articleId, person, now), verb, args, now, key)
  })

/** Withdrawal of several languages in one transaction: all or none (workflow: "withdraw"). */
export const withdrawStory = (
  payload: Payload,
  { person, key, req }: Act,
  storyId: string,
  languages: readonly Language[],
  reason: string,
): Promise<readonly Move[]> =>
  once(payload, req, person, key, { verb: 'withdraw', story: storyId, languages, reason }, async (same) => {
    const now = await databaseNow(payload)
    if (languages.length === 0) throw new NewsroomError('move.notLive')
    const moves: Move[] = []
    for (const language of languages) {
      const article = await versionIn(same, storyId, language)
      if (!article) throw new NewsroomError('request.notFound', { id: storyId, language })
      moves.push(await perform(same, await read(same, article.id, person, now), 'withdraw', { reason }, now, key))
    }
    return moves
  })

const perform = async (req: PayloadRequest, found: Read, verb: Verb, args: Args, now: Date, key: string): Promise<Move> => {
  const { kept, situation, article } = found
  const row = move(verb, situation, args)
  const seq = await appendFor(req, found, verb, args)
  await writeRow(req, kept.id, row, seq !== null && verb !== 'withdraw' ? article.rev : undefined)
  await keepFlags(req, found, row, verb)
  const reason = args.reason ?? args.note?.text ?? null
  const event = await recordEvent(req, {
    verb,
    who: situation.person.id,
    what: article.id,
    from: kept.row.state,
    to: row.state,
    reason,
    digest: situation.digest,
    key,
    at: now.toISOString(),
    facts: { item: article.item, language: article.language, ...(seq === null ? {} : { seq }) },
  })
  return { verb, article: article.id, from: kept.row.state, to: row.state, seq, at: event.at, event: event.n }
}

const appendFor = async (req: PayloadRequest, found: Read, verb: Verb, args: Args): Promise<number | null> => {
  const request = requestFor(found, verb, args)
  if (!request) return null
  const wanted = await keysOfChannels(req, found.story)
  failpoint('release-before-append')
  const [release] = await releaseLog(req.payload, req).append([request], wanted)
  failpoint('release-after-append')
  return release?.seq ?? null
}

const requestFor = ({ situation, snapshot, story, article }: Read, verb: Verb, args: Args): ReleaseRequest | null => {
  const base = {
    item: story.item,
    itemType: 'article',
    language: article.language,
    by: { id: situation.person.id, name: situation.person.name },
  } as const
  switch (verb) {
    case 'release':
      return { ...base, kind: 'release', snapshot, approvals: approvalsOf(situation.row) }
    case 'correct':
      return { ...base, kind: 'correction', snapshot, approvals: approvalsOf(situation.row), note: args.note as CorrectionNote }
    case 'withdraw':
      return { ...base, kind: 'withdrawal', reason: args.reason ?? '' }
    default:
      return null
  }
}

const approvalsOf = ({ approval, secondSign, waivers }: WorkflowRow): readonly Approval[] => [
  ...(approval
    ? [
        {
          act: 'approve' as const,
          by: approval.by,
          name: approval.name,
          at: approval.at,
          digest: approval.digest,
          onWordOf: approval.onWordOf,
          waivers: waivers.map(({ finding, kind, reason, facts }) => ({ finding, kind, reason, facts })),
        },
      ]
    : []),
  ...(secondSign
    ? [
        {
          act: 'secondSign' as const,
          by: secondSign.by,
          name: secondSign.name,
          at: secondSign.at,
          digest: secondSign.digest,
          onWordOf: null,
          waivers: [],
        },
      ]
    : []),
]

const keysOfChannels = async (req: PayloadRequest, story: StoryDoc): Promise<readonly string[] | null> => {
  const wanted = idsOf(story.channels)
  if (wanted.length === 0) return null
  const { docs } = await req.payload.db.find<{ id: string; key: string }>({
    collection: 'channels',
    where: { id: { in: wanted } },
    limit: wanted.length,
    pagination: false,
    req,
  })
  return docs.map(({ key }) => key)
}

/** What the read rules ask of a text, beside it; and the source that a translation stands on. */
const keepFlags = async (req: PayloadRequest, found: Read, row: WorkflowRow, verb: Verb): Promise<void> => {
  const { article, history, story } = found
  const live = verb === 'withdraw' ? false : verb === 'release' || verb === 'correct' || isLive(history)
  // A translator who hands over says that the text follows the source as it stands now.
  const basedOn = verb === 'submit' && found.source ? { basedOn: await basedOnNow(req, found.source, story) } : {}
  await keepSight(req, article, row, live, basedOn)
}

/** Everybody whom the read rules name, on the article, its story and its pictures. */
const keepSight = async (
  req: PayloadRequest,
  article: Pick<ArticleDoc, 'id' | 'story' | 'body'>,
  row: WorkflowRow,
  live: boolean,
  more: Record<string, unknown> = {},
): Promise<void> => {
  const { payload } = req
  const open = row.ready || row.state === 'approved' || live
  const data = {
    ...more,
    isSource: row.isSource,
    author: row.author,
    translator: row.translator,
    claimedBy: row.claim?.by ?? null,
    open,
    live,
    trashed: row.trashedAt !== null,
  }
  await payload.db.updateOne({ collection: 'articles', id: article.id, data, req })
  const storyId = idOf(article.story) ?? ''
  const { docs } = await payload.db.find<SightedArticle>({
    collection: 'articles',
    where: { story: { equals: storyId } },
    limit: 0,
    pagination: false,
    select: { language: true, author: true, translator: true, claimedBy: true, open: true, live: true },
    req,
  })
  const workers = [
    ...new Set(
      docs.flatMap(({ author, translator, claimedBy }) => [author, translator, claimedBy]).filter((id) => typeof id === 'string'),
    ),
  ]
    .sort()
    .join(' ')
  const begun = Object.fromEntries(LANGUAGES.map((language) => [language, docs.some((doc) => doc.language === language)]))
  await payload.db.updateOne({
    collection: 'stories',
    id: storyId,
    data: { workers, begun, open: docs.some((doc) => doc.open), live: docs.some((doc) => doc.live) },
    req,
  })
  if (!open) return
  const story = await storyOf(req, storyId)
  const lead = idOf(story.lead)
  for (const id of new Set([...(lead ? [lead] : []), ...(article.body ? mediaIdsOf(article.body) : [])]))
    await payload.db.updateOne({ collection: 'media', id, data: { open: true, ...(live ? { live: true } : {}) }, req })
}
type SightedArticle = {
  id: string
  language: Language
  author?: string | null
  translator?: string | null
  claimedBy?: string | null
  open?: boolean | null
  live?: boolean | null
}

const basedOnNow = async (req: PayloadRequest, source: NonNullable<Read['source']>, story: StoryDoc): Promise<BasedOn> => {
  const { snapshot } = await snapshotOf(req, source.article, story, await databaseNow(req.payload))
  const newest = source.history.at(-1)
  const live = newest && newest.kind !== 'withdrawal' ? newest : null
  const text = live ? live.snapshot : snapshot
  return {
    article: source.article.id,
    language: source.article.language,
    rev: source.article.rev,
    seq: live?.seq ?? null,
    digest: live ? live.snapshotDigest : snapshotDigest(snapshot),
    text: { title: text.title, summary: text.summary, body: text.body },
  }
}

export type NewStory = {
  readonly class: InformationClass
  readonly desk: string | null
  readonly sharedWith?: readonly string[]
  readonly topics: readonly string[]
  readonly places: readonly string[]
  readonly channels: readonly string[] | null
  readonly sourceLanguage: Language
  readonly sovereignty: boolean
  readonly lead: string | null
  readonly embargo: Instant | null
  readonly deadlines: Partial<Record<Language, Instant>>
  readonly article: {
    readonly title: string
    readonly summary: string
    readonly byline: string
    readonly body: SerializedEditorState | null
  }
}

/** A story and its source text, with the state row, in one transaction (verb `create`). */
export const createStory = (
  payload: Payload,
  { person, key, req }: Act,
  wanted: NewStory,
): Promise<{ story: string; item: string; article: string; event: number }> =>
  once(payload, req, person, key, { verb: 'create', wanted }, async (same) => {
    const now = await databaseNow(payload)
    const desk = wanted.desk ?? person.desk
    const refusal = mayCreate(person, { desk })
    if (refusal) throw new NewsroomError(refusal.code, refusal.facts)
    const item = ulid(now.getTime())
    const story = await payload.create({
      collection: 'stories',
      data: {
        title: wanted.article.title.slice(0, 200),
        item,
        class: wanted.class,
        desk,
        sharedWith: [...(wanted.sharedWith ?? [])],
        topics: await idsByKey(same, 'topics', wanted.topics),
        places: [...wanted.places],
        channels: wanted.channels ? await idsByKey(same, 'channels', wanted.channels) : [],
        sourceLanguage: wanted.sourceLanguage,
        sovereignty: wanted.sovereignty,
        lead: wanted.lead,
        embargo: wanted.embargo,
        deadlines: wanted.deadlines,
        receivedAt: now.toISOString(),
      } as never,
      overrideAccess: true,
      req: same,
    })
    const article = await addVersion(same, person, {
      story: { id: String(story.id), item },
      language: wanted.sourceLanguage,
      isSource: true,
      text: wanted.article,
      basedOn: null,
      due: wanted.deadlines[wanted.sourceLanguage] ?? null,
    })
    const event = await recordEvent(same, {
      verb: 'create',
      who: person.id,
      what: article,
      from: null,
      to: 'draft',
      reason: null,
      digest: null,
      key,
      at: now.toISOString(),
      facts: { item, language: wanted.sourceLanguage },
    })
    return { story: String(story.id), item, article, event: event.n }
  })

/** A translation begins: the source's text at this moment is kept with it (verb `translate`). */
export const translate = (
  payload: Payload,
  { person, key, req }: Act,
  sourceArticle: string,
  language: Language,
): Promise<Move> =>
  once(payload, req, person, key, { verb: 'translate', sourceArticle, language }, async (same) => {
    const now = await databaseNow(payload)
    const from = await read(same, sourceArticle, person, now)
    const refusal = mayTranslate(
      person,
      language,
      { state: from.kept.row.state, live: isLive(from.history), ready: from.kept.row.ready },
      from.situation.story,
    )
    if (refusal) throw new NewsroomError(refusal.code, refusal.facts)
    const storyId = idOf(from.article.story) ?? ''
    if (await versionIn(same, storyId, language)) throw new NewsroomError('translate.exists', { language })
    const story = await storyOf(same, storyId)
    const basedOn = await basedOnNow(same, { article: from.article, kept: from.kept, history: from.history }, story)
    // The translator starts from the source's own tree, so that headings, figures and tables keep their places.
    const text = {
      title: from.article.title ?? '',
      summary: from.article.summary ?? '',
      byline: from.article.byline ?? '',
      body: from.article.body ?? null,
    }
    const article = await addVersion(same, person, {
      story: { id: storyId, item: story.item },
      language,
      isSource: false,
      text,
      basedOn,
      due: story.deadlines?.[language] ?? null,
    })
    const event = await recordEvent(same, {
      verb: 'translate',
      who: person.id,
      what: article,
      from: null,
      to: 'draft',
      reason: null,
      digest: basedOn.digest,
      key,
      at: now.toISOString(),
      facts: { item: story.item, language },
    })
    return { verb: 'translate', article, from: '', to: 'draft', seq: null, at: event.at, event: event.n }
  })

type NewVersion = {
  readonly story: { readonly id: string; readonly item: string }
  readonly language: Language
  readonly isSource: boolean
  readonly text: NewStory['article']
  readonly basedOn: BasedOn | null
  readonly due: Instant | null
}
const addVersion = async (
  req: PayloadRequest,
  person: Person,
  { story, language, isSource, text, basedOn, due }: NewVersion,
): Promise<string> => {
  const { payload } = req
  req.context[VERB_CONTEXT] = { person }
  // An editor may begin a translation for somebody else: the translator is then whoever claims or is assigned.
  const translates = !isSource && person.roles.includes('translator')
  try {
    const article = await payload.create({
      collection: 'articles',
      data: {
        story: story.id,
        item: story.item,
        language,
        title: text.title,
        summary: text.summary,
        byline: text.byline,
        body: text.body,
        basedOn,
        rev: 0,
      } as never,
      overrideAccess: true,
      req,
    })
    const id = String(article.id)
    const row = newRow({
      article: id,
      story: story.id,
      item: story.item,
      language,
      isSource,
      author: isSource ? person.id : null,
      translator: translates ? person.id : null,
      due,
    })
    await addRow(req, row)
    await keepSight(req, { id, story: story.id, body: text.body }, row, false)
    return id
  } finally {
    delete req.context[VERB_CONTEXT]
  }
}

const idsByKey = async (req: PayloadRequest, collection: 'topics' | 'channels', keys: readonly string[]): Promise<string[]> => {
  if (keys.length === 0) return []
  const { docs } = await req.payload.db.find<{ id: string; key: string }>({
    collection,
    where: { key: { in: [...keys] } },
    limit: keys.length,
    pagination: false,
    req,
  })
  const missing = keys.filter((key) => !docs.some((doc) => doc.key === key))
  if (missing.length > 0) throw new NewsroomError('request.invalid', { field: collection, value: missing })
  return docs.map(({ id }) => String(id))
}

/** What a release or correction of this text would owe at this moment: the dialog says so before it happens. */
export const wouldOwe = async (req: PayloadRequest, person: Person, articleId: string): Promise<readonly Owed[]> => {
  const found = await read(req, articleId, person, await databaseNow(req.payload))
  const { snapshot, story, article, history } = found
  const next = {
    kind: isLive(history) ? 'correction' : 'release',
    seq: Number.MAX_SAFE_INTEGER,
    version: history.length + 1,
    item: story.item,
    itemType: 'article',
    language: article.language,
    snapshot,
  } as TextRelease
  const sent = await releaseLog(req.payload, req).deliveries(story.item, article.language)
  return owed(next, { channels: await channelWishes(req), storyChannels: await keysOfChannels(req, story), sent })
}

/** Runs the work once per key: a repetition gets the kept answer, another request under the same key is refused. */
const once = async <T>(
  payload: Payload,
  req: PayloadRequest | undefined,
  person: Person,
  key: string,
  request: unknown,
  work: (req: PayloadRequest) => Promise<T>,
): Promise<T> => {
  const digest = sha256(canonical(request))
  const attempt = async (): Promise<T> =>
    inTransaction(
      payload,
      req ?? (await createLocalReq({ user: { ...person, collection: 'users' } as never }, payload)),
      async (same) => {
        const before = await answered<T>(same, person.id, key, digest)
        if (before) return before.answer
        const answer = await work(same)
        await keepAnswer(same, person.id, key, digest, answer)
        return answer
      },
    )
  try {
    const answer = await attempt()
    if (releases(answer)) failpoint('release-after-commit')
    return answer
  } catch (error) {
    // Another process answered the same key meanwhile: its answer is ours.
    if (error instanceof NewsroomError && error.facts.reason === 'duplicate' && error.facts.field === 'key') return attempt()
    throw error
  }
}

const releases = (answer: unknown): boolean =>
  [answer].flat().some((move) => typeof (move as Partial<Move> | null)?.seq === 'number')
