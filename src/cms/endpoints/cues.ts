import { json, raw, Router } from 'express'
import type { Payload } from 'payload'
import { z } from 'zod'
import { readSubtitles, SUBTITLE_LIMITS } from '#video/subtitles'
import type { CuesRead } from '#video/view'
import { storeFolder } from '../bulletin/shop'
import { mustKnowArticle } from '../desk/article'
import { cueDeskOf, cueSuggestions, filmFileOf, saveCues } from '../desk/cues'
import { articleOf } from '../texts'
import { parse, signedIn } from './signed'

/** Subtitles over HTTP (JSON; refusals are problem+json in the reader's language). Registered before the desk's verbs. */
export const cueRoutes = (payload: Payload, { mediaDir }: { readonly mediaDir: string }): Router => {
  const router = Router()
  const at = '/api/desk/articles/:article'

  router.get(`${at}/cues`, async (req, res) => {
    const signed = await signedIn(payload, req)
    res.json(await cueDeskOf(signed.req, req.params.article, signed.language))
  })
  router.put(`${at}/cues`, json({ limit: '8mb' }), async (req, res) => {
    const signed = await signedIn(payload, req)
    await saveCues(signed.req, req.params.article, parse(Change, req.body) as never)
    res.json(await cueDeskOf(signed.req, req.params.article, signed.language))
  })
  router.get(`${at}/cues/suggestions`, async (req, res) => {
    const signed = await signedIn(payload, req)
    const { cue } = parse(Asked, req.query)
    res.json(await cueSuggestions(signed.req, req.params.article, cue, signed.language))
  })
  router.post(`${at}/cues/read`, raw({ type: 'application/octet-stream', limit: SUBTITLE_LIMITS.bytes }), async (req, res) => {
    const signed = await signedIn(payload, req)
    await mustKnowArticle(signed.req, req.params.article)
    const { language } = await articleOf(signed.req, req.params.article)
    const file = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
    const { cues, format, warnings } = readSubtitles(file, { language })
    res.json({ cues, format, warnings } satisfies CuesRead)
  })
  // With ranges, so that a player can go to any second; who may see it is asked at each.
  router.get(`${at}/film`, async (req, res) => {
    const signed = await signedIn(payload, req)
    const { file, mime } = await filmFileOf(signed.req, req.params.article)
    res
      .set({ 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' })
      .type(mime)
      .sendFile(file, { root: storeFolder(mediaDir), dotfiles: 'deny', cacheControl: false })
  })
  return router
}

const Change = z.object({ rev: z.number().int().min(0), cues: z.array(z.unknown()).max(SUBTITLE_LIMITS.cues) })
const Asked = z.object({ cue: z.string().max(64) })
