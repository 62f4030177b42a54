import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import type { Payload, PayloadRequest } from 'payload'
import { ulid } from 'ulid'
import { isLive, mayCreate, mayTranslate, newRow } from '#editorial/workflow'
import type { CueList } from '#video/cue'
import { NewsroomError, type InformationClass, type Instant, type Language, type Person } from '#newsroom'
import type { Release } from '#publication/release'
import { databaseNow } from '../database'
import { read } from '../situation'
import { storyOf, versionIn } from '../texts'
import { idOf, treeOf, type BasedOn } from '../snapshot'
import { recordEvent } from '../stores/events'
import { addRow } from '../stores/standings'
import type { Move } from './act'
import { basedOnNow } from '../following'
import { once, type Act } from './once'
import { keepSight } from './sight'

/** `req.context` of a write that a verb makes: the save hook lets it pass and knows on whose behalf. */
export const VERB_CONTEXT = 'newsroomVerb'

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
  /** A video instead of a text: a file of ours (a medium) or an address elsewhere. */
  readonly film?: { readonly file: string | null; readonly link: string | null; readonly poster: string | null } | null
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
        kind: wanted.film ? 'video' : 'article',
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
    if (wanted.film)
      await payload.create({
        collection: 'videos',
        data: { story: story.id, ...wanted.film } as never,
        overrideAccess: true,
        req: same,
      })
    const article = await addVersion(same, person, {
      story: { id: String(story.id), item },
      language: wanted.sourceLanguage,
      isSource: true,
      text: { ...wanted.article, cues: wanted.film ? [] : null },
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
    const basedOn = await basedOnNow(same, { article: from.article, history: from.history }, story)
    // The translator starts from the source's own tree, so that headings, figures and tables keep their places.
    // What readers see is translated, not the newer draft behind it.
    const text = {
      title: basedOn.text.title,
      summary: basedOn.text.summary,
      byline: basedOn.seq === null ? (from.article.byline ?? '') : liveByline(from.history),
      body: basedOn.seq === null ? (from.article.body ?? null) : await treeOf(same, basedOn.text.body),
      // Times, ids and, until they are translated, the words of the source.
      cues: basedOn.text.cues ?? null,
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

const liveByline = (history: readonly Release[]): string => {
  const last = history.at(-1)
  return last && last.kind !== 'withdrawal' ? last.snapshot.byline : ''
}

type NewVersion = {
  readonly story: { readonly id: string; readonly item: string }
  readonly language: Language
  readonly isSource: boolean
  readonly text: NewStory['article'] & { readonly cues?: CueList | null }
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
        cues: text.cues ?? null,
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
