import { json, Router, type Request, type Response } from 'express'
import type { Payload } from 'payload'
import { z } from 'zod'
import { recordsTable } from '#bulletin/tables'
import { EDITION_VERBS, type EditionVerb } from '#bulletin/view'
import { LANGUAGES, NewsroomError, type Language } from '#newsroom'
import { sha256 } from '#publication/canonical'
import { SLOTS } from '#publication/edition'
import { shopIn, storeFolder } from '../bulletin/shop'
import { approvalView, bulletinsView, candidatesView, fileOf, issueView, pagesView, preflightView } from '../desk/bulletins'
import { mustOpenIssues } from '../desk/compositions'
import type { DeskSettings } from '../settings'
import { allBulletins, bulletinOf, recordsOf } from '../stores/bulletins'
import { addRecord, arrange, beginIssue, takeErratum } from '../verbs/bulletin'
import { closeEdition, moveEditionBy, releaseIssue } from '../verbs/edition'
import { keyOf, parse, signedIn } from './signed'

type Settings = Pick<DeskSettings, 'publicUrl'> & { readonly mediaDir: string }

/** The Bản tin over HTTP: issues, their editions, pages and records (JSON; refusals are problem+json in the reader's language). */
export const bulletinRoutes = (payload: Payload, { publicUrl, mediaDir }: Settings): Router => {
  const router = Router()
  const body = json({ limit: '2mb' })
  const at = '/api/desk/bulletins'

  router.get(at, async (req, res) => {
    const signed = await signedIn(payload, req)
    res.json(await bulletinsView(signed.req, signed.language))
  })
  router.post(at, body, async (req, res) => {
    const signed = await signedIn(payload, req)
    mustOpenIssues(signed.req)
    const id = await beginIssue(payload, { person: signed.person, key: keyOf(req) }, parse(Beginning, req.body))
    res.status(201).json(await issueView(signed.req, id, signed.language, publicUrl))
  })

  router.get(`${at}/:issue`, async (req, res) => {
    const signed = await signedIn(payload, req)
    res.json(await issueView(signed.req, req.params.issue, signed.language, publicUrl))
  })
  router.put(`${at}/:issue`, body, async (req, res) => {
    const signed = await signedIn(payload, req)
    mustOpenIssues(signed.req)
    await arrange(payload, signed, req.params.issue, parse(Change, req.body))
    res.json(await issueView(signed.req, req.params.issue, signed.language, publicUrl))
  })
  router.get(`${at}/:issue/candidates`, async (req, res) => {
    const signed = await signedIn(payload, req)
    res.json(await candidatesView(signed.req, req.params.issue, parse(Query, req.query).q, signed.language))
  })

  router.post(`${at}/:issue/release`, body, async (req, res) => {
    const signed = await signedIn(payload, req)
    mustOpenIssues(signed.req)
    const { languages } = parse(Languages, req.body)
    const release = await releaseIssue(payload, { person: signed.person, key: keyOf(req) }, req.params.issue, languages)
    res.json({ release, issue: await issueView(signed.req, req.params.issue, signed.language, publicUrl) })
  })

  router.post(`${at}/:issue/records`, body, async (req, res) => {
    const signed = await signedIn(payload, req)
    mustOpenIssues(signed.req)
    await addRecord(payload, { person: signed.person, key: keyOf(req) }, req.params.issue, parse(Handed, req.body))
    res.status(201).json(await issueView(signed.req, req.params.issue, signed.language, publicUrl))
  })
  router.get(`${at}/:issue/records.csv`, async (req, res) => {
    const signed = await signedIn(payload, req)
    mustOpenIssues(signed.req)
    const issue = await bulletinOf(signed.req, req.params.issue)
    const { year, quarter } = issue
    const rows = (await recordsOf(signed.req, req.params.issue)).map((record) => ({
      ...record,
      address: record.address ?? '',
      receipt: record.receipt ?? '',
      issue,
    }))
    attach(res, 'text/csv; charset=utf-8', `ban-tin-${year}-q${quarter}.csv`).send(recordsTable(rows, signed.language))
  })
  router.get(`${at}/:issue/labels.pdf`, async (req, res) => {
    const signed = await signedIn(payload, req)
    mustOpenIssues(signed.req)
    const { year, quarter } = await bulletinOf(signed.req, req.params.issue)
    const wanted = parse(OfLanguage, req.query).language
    const labels = (await recordsOf(signed.req, req.params.issue))
      .filter(({ kind, language }) => kind === 'distribution' && (wanted === undefined || language === wanted))
      .map(({ addressee, address, copies }) => ({ addressee, address: address ?? '', copies }))
    const pdf = await shopIn(mediaDir).labels(wanted ?? signed.language, labels)
    attach(res, 'application/pdf', `nhan-thu-${year}-q${quarter}.pdf`).send(pdf)
  })
  // A draft's id names item, language, entry and release, apart by strokes.
  router.post(`${at}/:issue/errata/:draft/take`, body, async (req, res) => {
    const signed = await signedIn(payload, req)
    mustOpenIssues(signed.req)
    const { issue, draft } = req.params
    const { errata } = await issueView(signed.req, issue, signed.language, publicUrl)
    const found = errata.find(({ id }) => id === draft)
    if (!found) throw new NewsroomError('request.notFound', { draft })
    const { wrong, right } = { wrong: found.wrong, right: found.right, ...parse(Wording, req.body) }
    const { year, quarter, date, number } = await bulletinOf(signed.req, issue)
    const next = (await allBulletins(signed.req)).find((one) => one.number === number + 1)
    if (!next) throw new NewsroomError('bulletin.nextMissing')
    const { language, title, page } = found
    const erratum = { draft, language, title, page, wrong, right, issue: { year, quarter, date } }
    await takeErratum(payload, { person: signed.person, key: keyOf(req) }, next.id, erratum)
    res.json(await issueView(signed.req, issue, signed.language, publicUrl))
  })

  router.get(`${at}/:issue/:language/preflight`, async (req, res) => {
    const signed = await signedIn(payload, req)
    res.json(await preflightView(signed.req, mediaDir, req.params.issue, languageIn(req), signed.language))
  })
  router.get(`${at}/:issue/:language/pages`, async (req, res) => {
    const signed = await signedIn(payload, req)
    res.json(await pagesView(signed.req, mediaDir, req.params.issue, languageIn(req)))
  })
  router.get(`${at}/:issue/:language/pages/:page.webp`, async (req, res) => {
    const signed = await signedIn(payload, req)
    mustOpenIssues(signed.req)
    const { width } = parse(Width, req.query)
    const key = `${req.params.issue}/${languageIn(req)}`
    const page = z.coerce.number().int().min(1).max(999).catch(0).parse(req.params.page)
    const picture =
      (await shopIn(mediaDir).page(key, page, width)) ??
      // The printer was started anew since the pages were set.
      (await pagesView(signed.req, mediaDir, req.params.issue, languageIn(req)).then(() =>
        shopIn(mediaDir).page(key, page, width),
      ))
    if (!picture) throw new NewsroomError('request.notFound', { page })
    // Kept, but asked for again each time: the next person at this computer may not be one who may see it, and pages move.
    res
      .set({ 'cache-control': 'private, no-cache', etag: `"${sha256(picture)}"` })
      .type('image/webp')
      .send(picture)
  })
  router.get(`${at}/:issue/:language/approval`, async (req, res) => {
    const signed = await signedIn(payload, req)
    res.json(await approvalView(signed.req, mediaDir, req.params.issue, languageIn(req), signed.language))
  })
  router.get(`${at}/:issue/:language/files/:kind`, async (req, res) => {
    const signed = await signedIn(payload, req)
    const { file, mime, name } = await fileOf(signed.req, req.params.issue, languageIn(req), req.params.kind)
    attach(res, mime, name).sendFile(file, { root: storeFolder(mediaDir), dotfiles: 'deny' })
  })
  router.post(`${at}/:issue/:language/:verb`, body, async (req, res) => {
    const signed = await signedIn(payload, req)
    mustOpenIssues(signed.req)
    const { issue, verb } = req.params
    if (!isVerb(verb)) throw new NewsroomError('request.notFound', { verb })
    const language = languageIn(req)
    const act = { person: signed.person, key: keyOf(req) }
    const args = parse(VerbArgs, req.body)
    if (verb === 'release') await releaseIssue(payload, act, issue, [language])
    else if (verb === 'close') await closeEdition(payload, mediaDir, act, issue, language, args)
    else await moveEditionBy(payload, act, verb, issue, language, args)
    res.json(await issueView(signed.req, issue, signed.language, publicUrl))
  })

  return router
}

const attach = (res: Response, mime: string, name: string) =>
  res.set({
    'cache-control': 'private, no-store',
    'content-type': mime,
    'content-disposition': `attachment; filename="${name}"`,
  })

const isVerb = (verb: string): verb is EditionVerb => (EDITION_VERBS as readonly string[]).includes(verb)

const languageIn = (req: Request<Record<string, string>>): Language => parse(z.enum(LANGUAGES), req.params.language)

const words = (most: number) => z.string().max(most)
const inThree = (most: number) => z.object({ vi: words(most), en: words(most), ja: words(most) })
const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString())
const day = z.iso.date()
const language = z.enum(LANGUAGES)
const budget = z.number().int().min(1).max(200_000).nullable()
const deadlines = z.object({
  collected: instant.optional(),
  translated: instant.optional(),
  closed: instant.optional(),
  approved: instant.optional(),
  printed: instant.optional(),
})

const Beginning = z.object({
  year: z.number().int().min(2017).max(2200),
  quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
})
const Query = z.object({ q: words(200).default('') })
const OfLanguage = z.object({ language: language.optional() })
const Width = z.object({ width: z.coerce.number().int().min(60).max(1600).default(250) })
const Languages = z.object({ languages: z.array(language).min(1).max(LANGUAGES.length) })
const Entry = z.object({
  id: words(64).min(1),
  slot: z.enum(SLOTS),
  story: words(64).nullable(),
  budget: z.object({ vi: budget, en: budget, ja: budget }),
  photos: z.array(words(64)).max(30),
  notes: words(4000),
  leftOut: z.array(language).max(LANGUAGES.length).optional(),
})
const Change = z.object({
  rev: z.number().int().min(0),
  plan: z
    .object({
      sections: z.array(z.object({ id: words(64).min(1), names: inThree(200), entries: z.array(Entry).max(200) })).max(40),
    })
    .optional(),
  themes: inThree(300).optional(),
  cover: words(64).nullable().optional(),
  date: day.optional(),
  licence: words(64).nullable().optional(),
  deadlines: z.object({ vi: deadlines, en: deadlines, ja: deadlines }).optional(),
})
const Handed = z.object({
  kind: z.enum(['deposit', 'distribution']),
  language,
  date: day,
  copies: z.number().int().min(1).max(1_000_000),
  addressee: words(300).min(1),
  address: words(500).default(''),
  receipt: words(200).default(''),
})
/** What an editor writes where the log has no wording: of our own slip, or of a text that was taken down. */
const Wording = z.object({ wrong: words(4000).optional(), right: words(4000).optional() })
const VerbArgs = z.object({
  reason: words(2000).optional(),
  notice: z.object({ page: z.number().int().min(1).nullable(), wrong: words(4000), right: words(4000) }).optional(),
  acknowledged: z.boolean().optional(),
  digest: words(64).optional(),
})
