import { json, Router } from 'express'
import type { Payload } from 'payload'
import { z } from 'zod'
import { PROGRAMME_VERBS, type ProgrammeVerb } from '#programme/view'
import { STEP_KINDS } from '#publication/programme'
import { LANGUAGES, NewsroomError } from '#newsroom'
import { storeFolder } from '../bulletin/shop'
import { programmeCandidates, programmeFileOf, programmesView, programmeView } from '../desk/programmes'
import { arrangeProgramme, beginProgramme, closeProgramme, moveProgrammeBy } from '../verbs/programme'
import { keyOf, parse, signedIn } from './signed'

/** Programmes of a broadcaster over HTTP (JSON; refusals are problem+json in the reader's language). */
export const programmeRoutes = (payload: Payload, { mediaDir }: { readonly mediaDir: string }): Router => {
  const router = Router()
  const body = json({ limit: '2mb' })
  const at = '/api/desk/programmes'

  router.get(at, async (req, res) => {
    const signed = await signedIn(payload, req)
    res.json(await programmesView(signed.req, signed.language))
  })
  router.post(at, body, async (req, res) => {
    const signed = await signedIn(payload, req)
    const id = await beginProgramme(payload, { person: signed.person, key: keyOf(req) }, parse(Beginning, req.body))
    res.status(201).json(await programmeView(signed.req, id, signed.language))
  })
  router.get(`${at}/:programme`, async (req, res) => {
    const signed = await signedIn(payload, req)
    res.json(await programmeView(signed.req, req.params.programme, signed.language))
  })
  router.put(`${at}/:programme`, body, async (req, res) => {
    const signed = await signedIn(payload, req)
    await arrangeProgramme(payload, signed, req.params.programme, parse(Change, req.body))
    res.json(await programmeView(signed.req, req.params.programme, signed.language))
  })
  router.get(`${at}/:programme/candidates`, async (req, res) => {
    const signed = await signedIn(payload, req)
    res.json(await programmeCandidates(signed.req, req.params.programme, parse(Query, req.query).q))
  })
  router.get(`${at}/:programme/files/:file`, async (req, res) => {
    const signed = await signedIn(payload, req)
    const { file, mime, ext } = await programmeFileOf(signed.req, req.params.programme, req.params.file)
    res
      .set({
        'cache-control': 'private, no-store',
        'content-type': mime,
        'content-disposition': `attachment; filename="programme.${ext}"`,
      })
      .sendFile(file, { root: storeFolder(mediaDir), dotfiles: 'deny', cacheControl: false })
  })
  router.post(`${at}/:programme/:verb`, body, async (req, res) => {
    const signed = await signedIn(payload, req)
    const { programme, verb } = req.params
    if (!isVerb(verb)) throw new NewsroomError('request.notFound', { verb })
    // Whoever may not open it learns nothing from a refused verb.
    await programmeView(signed.req, programme, signed.language)
    const act = { person: signed.person, key: keyOf(req) }
    const args = parse(VerbArgs, req.body)
    if (verb === 'close') await closeProgramme(payload, mediaDir, act, programme)
    else await moveProgrammeBy(payload, act, verb, programme, args)
    res.json(await programmeView(signed.req, programme, signed.language))
  })
  return router
}

const isVerb = (verb: string): verb is ProgrammeVerb => (PROGRAMME_VERBS as readonly string[]).includes(verb)

const words = (most: number) => z.string().max(most)
const ms = z.number().int().min(0).max(86_400_000)
const Beginning = z.object({ airDate: z.iso.date(), language: z.enum(LANGUAGES).default('en') })
const Query = z.object({ q: words(200).default('') })
const Change = z.object({
  rev: z.number().int().min(0),
  plan: z.object({
    channel: words(64),
    language: z.enum(LANGUAGES),
    title: words(500),
    airDate: words(10),
    airTime: words(5),
    presenter: words(500),
    targetMs: ms,
    pace: z.number().int().min(1).max(10_000),
    steps: z
      .array(
        z.object({
          id: words(64).min(1),
          kind: z.enum(STEP_KINDS),
          story: words(64).nullable(),
          title: words(500),
          intro: words(20_000),
          script: words(60_000),
          clip: z.object({ from: ms, to: ms }).nullable(),
          notes: words(4000),
        }),
      )
      .max(200),
  }),
})
const VerbArgs = z.object({ reason: words(2000).optional(), note: words(4000).optional() })
