import { json, Router } from 'express'
import type { Payload } from 'payload'
import { z } from 'zod'
import { LANGUAGES } from '#newsroom'
import { consequencesOf } from '../desk/consequences'
import { mustKnowStory } from '../desk/stories'
import { sentence } from '../errors'
import { handOverUpdates } from '../verbs/update'
import { keyOf, parse, signedIn } from './signed'

/** What a changed source means for its translations, and the one press that hands the work over. */
export const consequenceRoutes = (payload: Payload, { publicUrl }: { readonly publicUrl: string }): Router => {
  const router = Router()

  router.get('/api/desk/stories/:story/consequences', async (req, res) => {
    const { req: same, language } = await signedIn(payload, req)
    res.json(await consequencesOf(same, req.params.story, language, publicUrl))
  })

  router.post('/api/desk/stories/:story/consequences', json({ limit: '64kb' }), async (req, res) => {
    const { req: same, person, language } = await signedIn(payload, req)
    const { languages, due, reason } = parse(Wish, req.body)
    const { story } = req.params
    await mustKnowStory(same, story)
    const wish = { languages: LANGUAGES.filter((one) => languages.includes(one)), due, reason }
    const handed = await handOverUpdates(payload, { person, key: keyOf(req) }, story, wish)
    res.json({
      handed: handed.map(({ refusal, ...one }) => ({
        ...one,
        refusal: refusal && { ...refusal, message: sentence(refusal.code, refusal.facts, language) },
      })),
      consequences: await consequencesOf(same, story, language, publicUrl),
    })
  })
  return router
}

const Wish = z.object({
  languages: z.array(z.enum(LANGUAGES)).min(1).max(LANGUAGES.length),
  due: z.iso
    .datetime({ offset: true })
    .transform((value) => new Date(value).toISOString())
    .nullable()
    .default(null),
  /** For texts that are with their reviser or approver already. */
  reason: z.string().trim().min(1).max(2000).default('Bản gốc đã thay đổi.'),
})
