import { json, raw, Router } from 'express'
import type { Payload } from 'payload'
import { z } from 'zod'
import { LANGUAGES, NewsroomError, type Language } from '#newsroom'
import { writeTermsCsv } from '#translation/files/csv'
import { writeTermsTbx } from '#translation/files/tbx'
import { readTermsFile } from '#translation/files/terms-file'
import { writeTermsXlsx } from '#translation/files/xlsx'
import type { Term } from '#translation/segment'
import { termOfId, termsOf, usesOfTerm } from '../desk/terms'
import { termbase } from '../stores/terms'
import { decideTerm, importTerms, planTerms, proposeTerm } from '../verbs/terms'
import { sendFile } from './files'
import { parse, signedIn } from './signed'

/** The termbase over HTTP. Registered before the desk's verbs. */
export const termRoutes = (payload: Payload, { publicUrl }: { readonly publicUrl: string }): Router => {
  const router = Router()
  const body = json({ limit: '1mb' })

  router.get('/api/desk/terms', async (req, res) => {
    const { req: same } = await signedIn(payload, req)
    const { q, kind, status, valid, page } = parse(Filters, req.query)
    res.json(await termsOf(same, { ...given({ q, kind, status, valid, page }) }))
  })

  router.post('/api/desk/terms/proposals', body, async (req, res) => {
    const { req: same, person } = await signedIn(payload, req)
    const { term, known } = await proposeTerm(payload, same, person, parse(Proposal, req.body))
    res.status(known ? 200 : 201).json({ term })
  })

  router.post('/api/desk/terms/import', raw({ type: 'application/octet-stream', limit: '20mb' }), async (req, res) => {
    const { req: same, person, language } = await signedIn(payload, req)
    const { dry } = parse(Dry, req.query)
    const file = readTermsFile(Buffer.isBuffer(req.body) ? req.body : new Uint8Array())
    if (dry) res.json({ dry, ...(await planTerms(same, person, file, language)) })
    else res.json({ dry, ...(await importTerms(payload, same, person, file, language)) })
  })

  for (const [format, { type, write }] of Object.entries(FORMATS))
    router.get(`/api/desk/terms/export.${format}`, async (req, res) => {
      const { req: same } = await signedIn(payload, req)
      const { terms } = await termbase(same)
      sendFile(res, `thuat-ngu.${format}`, type, write(terms))
    })

  router.post('/api/desk/terms/:id/decide', body, async (req, res) => {
    const { req: same, person } = await signedIn(payload, req)
    res.json({ term: await decideTerm(payload, same, person, req.params.id, parse(Decision, req.body)) })
  })

  router.get('/api/desk/terms/:id/uses', async (req, res) => {
    const { req: same } = await signedIn(payload, req)
    const term = await termOfId(same, req.params.id)
    const { forms } = parse(Changed, req.query)
    res.json({ term, ...(await usesOfTerm(same, term, { after: forms ?? null, publicUrl })) })
  })
  return router
}

type Format = { readonly type: string; readonly write: (terms: readonly Term[]) => string | Uint8Array }
const FORMATS: Readonly<Record<'csv' | 'xlsx' | 'tbx', Format>> = {
  csv: { type: 'text/csv; charset=utf-8', write: writeTermsCsv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeTermsXlsx },
  tbx: { type: 'application/xml; charset=utf-8', write: writeTermsTbx },
}

const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>
  }

const words = (most: number) => z.string().max(most)
const Filters = z.object({
  q: words(200).optional(),
  kind: words(100).optional(),
  status: z.enum(['approved', 'proposed', 'rejected']).optional(),
  valid: z.literal('today').optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
})
const form = words(300).default('')
const Proposal = z.object({ vi: form, en: form, ja: form, note: words(4_000).default('') })
const Dry = z.object({
  dry: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
})
const Decision = z.object({ status: z.enum(['approved', 'rejected']), note: words(4_000).default('') })
const Changed = z.object({
  forms: words(2_000)
    .transform((value): Partial<Record<Language, string>> => {
      const parsed = Forms.safeParse(jsonOf(value))
      if (!parsed.success) throw new NewsroomError('request.invalid', { field: 'forms' })
      return given(parsed.data)
    })
    .optional(),
})
const Forms = z.partialRecord(z.enum(LANGUAGES), words(300))
const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
