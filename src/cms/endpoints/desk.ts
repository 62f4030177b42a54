import { Router, json } from 'express'
import type { Payload, PayloadRequest } from 'payload'
import { z } from 'zod'
import { VERBS, type Args, type Verb } from '#editorial/workflow'
import { CLASSES, GRADES, LANGUAGES, NewsroomError, type Language, type Person } from '#newsroom'
import { articleDeskOf, mustKnowArticle } from '../desk/article'
import { homeOf } from '../desk/home'
import { channelNames } from '../desk/outlets'
import { mustKnowStory, storiesOf } from '../desk/stories'
import { undeliveredOf } from '../desk/undelivered'
import { treeFromHtml, treeFromText } from '../import-text'
import { personOf } from '../people'
import type { DeskSettings } from '../settings'
import { revokePreviews, sharePreview } from '../previews'
import { act, withdrawStory } from '../verbs/act'
import { createStory, translate } from '../verbs/begin'
import { resend } from '../verbs/delivery'
import { wouldOwe } from '../verbs/owe'
import { keyOf, parse, signedIn, type Signed } from './signed'

/** The desk's verbs and views over HTTP (JSON; refusals are problem+json in the reader's language). */
export const deskRoutes = (payload: Payload, settings: DeskSettings): Router => {
  const router = Router()
  const body = json({ limit: '4mb' })

  router.get('/api/desk/mode', (_req, res) => void res.json({ mode: settings.mode }))

  router.get('/api/desk/home', async (req, res) => {
    const signed = await signedIn(payload, req)
    res.json(await homeOf(signed.req, signed.language))
  })

  router.get('/api/desk/undelivered', async (req, res) => {
    const signed = await signedIn(payload, req)
    res.json(await undeliveredOf(signed.req, signed.language))
  })

  router.post('/api/desk/deliveries/:delivery/resend', async (req, res) => {
    const { person } = await signedIn(payload, req)
    res.json(await resend(payload, { person, key: keyOf(req) }, req.params.delivery))
  })

  router.get('/api/desk/stories', async (req, res) => {
    const signed = await signedIn(payload, req)
    res.json(await storiesOf(signed.req, parse(Filters, req.query), signed.language))
  })

  router.get('/api/desk/people', async (req, res) => {
    const signed = await signedIn(payload, req)
    res.json({ people: await peopleOf(signed.req) })
  })

  router.get('/api/desk/catalogues', async (req, res) => {
    const signed = await signedIn(payload, req)
    res.json(await cataloguesOf(signed.req, signed.language))
  })

  router.post('/api/desk/stories', body, async (req, res) => {
    const signed = await signedIn(payload, req)
    const { article, ...wanted } = parse(Story, req.body)
    const tree = article.body ?? (article.html !== undefined ? treeFromHtml(article.html) : treeFromText(article.text ?? ''))
    const made = await createStory(
      payload,
      { person: signed.person, key: keyOf(req) },
      { ...wanted, article: { title: article.title, summary: article.summary, byline: article.byline, body: tree as never } },
    )
    res.status(201).json({ story: { id: made.story, item: made.item }, article: await view(signed, made.article) })
  })

  router.post('/api/desk/stories/:story/withdraw', body, async (req, res) => {
    const signed = await signedIn(payload, req)
    const { languages, reason } = parse(Withdrawal, req.body)
    await mustKnowStory(signed.req, req.params.story)
    res.json({
      moves: await withdrawStory(payload, { person: signed.person, key: keyOf(req) }, req.params.story, languages, reason),
    })
  })

  router.get('/api/desk/articles/:article', async (req, res) => {
    const signed = await signedIn(payload, req)
    res.json(await view(signed, req.params.article))
  })

  router.get('/api/desk/articles/:article/channels', async (req, res) => {
    const signed = await signedIn(payload, req)
    await mustKnowArticle(signed.req, req.params.article)
    const { verb } = parse(Reaching, req.query)
    const names = await channelNames(signed.req, signed.language)
    const due = await wouldOwe(signed.req, signed.person, req.params.article, verb)
    res.json({ channels: due.map(({ channel, kind }) => ({ key: channel, name: names.get(channel) ?? channel, kind })) })
  })

  router.post('/api/desk/articles/:article/preview', async (req, res) => {
    const signed = await signedIn(payload, req)
    await mustKnowArticle(signed.req, req.params.article)
    res.status(201).json(await sharePreview(payload, settings, signed.person, req.params.article))
  })
  router.delete('/api/desk/articles/:article/preview', async (req, res) => {
    const signed = await signedIn(payload, req)
    await mustKnowArticle(signed.req, req.params.article)
    await revokePreviews(payload, signed.person, req.params.article)
    res.json({ ok: true })
  })

  router.post('/api/desk/articles/:article/:verb', body, async (req, res) => {
    const signed = await signedIn(payload, req)
    const { article, verb } = req.params
    if (!isVerb(verb)) throw new NewsroomError('request.notFound', { verb })
    // Whoever may not see a text learns nothing from a refused verb.
    await mustKnowArticle(signed.req, article)
    if (verb === 'translate') {
      const { language } = parse(Translation, req.body)
      const move = await translate(payload, { person: signed.person, key: keyOf(req) }, article, language)
      res.status(201).json({ move, article: await view(signed, move.article) })
      return
    }
    const move = await act(payload, { person: signed.person, key: keyOf(req) }, verb, article, await argsOf(signed.req, req.body))
    res.json({ move, article: await view(signed, article) })
  })

  const view = async ({ req, language }: Signed, article: string) => articleDeskOf(req, article, language, settings.publicUrl)
  return router
}

const isVerb = (verb: string): verb is Verb => (VERBS as readonly string[]).includes(verb) && !['create', 'save'].includes(verb)

const language = z.enum(LANGUAGES)
const words = (most: number) => z.string().max(most)
const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString())
const Filters = z.object({
  state: words(40).optional(),
  class: words(40).optional(),
  desk: words(64).optional(),
  language: language.optional(),
  q: words(200).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
})
const Reaching = z.object({ verb: z.enum(['release', 'schedule', 'correct', 'withdraw']) })
const Translation = z.object({ language })
const Withdrawal = z.object({ languages: z.array(language).min(1), reason: words(2000).default('') })
const Story = z.object({
  class: z.enum(CLASSES),
  desk: words(64).nullable().default(null),
  sharedWith: z.array(words(64)).max(50).default([]),
  topics: z.array(words(64)).max(20).default([]),
  places: z.array(words(200)).max(50).default([]),
  channels: z.array(words(64)).max(50).nullable().default(null),
  sourceLanguage: language.default('vi'),
  sovereignty: z.boolean().default(false),
  lead: words(64).nullable().default(null),
  embargo: instant.nullable().default(null),
  film: z
    .object({
      file: words(64).nullable().default(null),
      link: words(2048).nullable().default(null),
      poster: words(64).nullable().default(null),
    })
    .nullable()
    .default(null),
  deadlines: z.partialRecord(language, instant).default({}),
  article: z.object({
    title: words(300),
    summary: words(2000).default(''),
    byline: words(200).default(''),
    text: words(2_000_000).optional(),
    html: words(4_000_000).optional(),
    body: z.unknown().optional(),
  }),
})
const note = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('slip'), text: words(2000), grade: z.enum(GRADES).optional() }),
  z.object({
    kind: z.literal('rectification'),
    text: words(4000),
    wrong: words(4000),
    right: words(4000),
    publishedOn: words(40),
  }),
])
const VerbBody = z.object({
  reason: words(2000).optional(),
  suggestion: words(100_000).nullable().optional(),
  noSecrets: z.boolean().optional(),
  due: instant.nullable().optional(),
  assignee: words(64).optional(),
  until: instant.optional(),
  embargo: z.boolean().optional(),
  note: note.optional(),
  waivers: z
    .array(z.object({ finding: words(200), reason: words(2000) }))
    .max(200)
    .optional(),
  finding: words(200).optional(),
  grade: z.enum(GRADES).optional(),
  digest: words(64).optional(),
  open: z.boolean().optional(),
  ready: z.boolean().optional(),
})

const argsOf = async (req: PayloadRequest, value: unknown): Promise<Args> => {
  const { assignee, ready, ...args } = parse(VerbBody, value)
  const person = assignee === undefined ? undefined : await assigneeOf(req, assignee)
  const open = args.open ?? ready
  return Object.fromEntries(
    Object.entries({ ...args, open, assignee: person }).filter(([, given]) => given !== undefined),
  ) as Args
}

const assigneeOf = async (req: PayloadRequest, id: string): Promise<Person> => {
  const user = await req.payload.db.findOne({ collection: 'users', where: { id: { equals: id } }, req })
  if (!user) throw new NewsroomError('request.invalid', { field: 'assignee' })
  return personOf(user)
}

/** Names, roles and languages of colleagues, for assigning; no addresses. */
const peopleOf = async (req: PayloadRequest) => {
  const { docs } = await req.payload.db.find({ collection: 'users', limit: 0, pagination: false, sort: 'name', req })
  return docs.map((user) => personOf(user)).map(({ id, name, roles, desk, skills }) => ({ id, name, roles, desk, skills }))
}

const cataloguesOf = async (req: PayloadRequest, reader: Language) => {
  const all = async (collection: 'topics' | 'organisations' | 'channels') => {
    const { docs } = await req.payload.db.find<{
      id: string
      key: string
      kind?: string
      name?: Partial<Record<Language, string>>
    }>({ collection, limit: 0, pagination: false, locale: 'all', sort: 'key', req })
    return docs.map(({ id, key, kind, name }) => ({
      id: String(id),
      key,
      kind: kind ?? null,
      name: name?.[reader] ?? name?.vi ?? key,
    }))
  }
  return {
    topics: await all('topics'),
    desks: (await all('organisations')).filter(({ kind }) => kind === 'desk' || kind === 'department'),
    channels: await all('channels'),
  }
}
