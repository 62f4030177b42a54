import { json, raw, Router, type Response } from 'express'
import type { Payload } from 'payload'
import { z } from 'zod'
import { sha256 } from '#publication/canonical'
import { contentDisposition } from '#text/filename'
import { readDocx, writeDocx } from '#translation/files/docx'
import { mergeImport, type Incoming } from '#translation/files/handed'
import { readXliff, writeXliff } from '#translation/files/xliff'
import { databaseNow } from '../database'
import { mustKnowArticle } from '../desk/article'
import {
  comment,
  deskOf,
  saveAnswer,
  settle,
  suggestionOf,
  suggestions,
  translationDeskOf,
  translationIn,
} from '../desk/translation'
import { changesOf, current, handedOf, outgoing, overtaken, textsAt } from '../handed-out'
import { read } from '../situation'
import { once } from '../verbs/once'
import { saveSegments, workSegments } from '../verbs/segments'
import { keyOf, parse, signedIn, type Signed } from './signed'

/** A text of 5,000 words is a tenth of this as XLIFF; whatever is larger is no translation of ours, and would be read for seconds. */
const FILE_BYTES = '5mb'

/** The translation desk over HTTP (JSON; refusals are problem+json in the reader's language). Registered before the desk's verbs. */
export const translationRoutes = (payload: Payload): Router => {
  const router = Router()
  const body = json({ limit: '4mb' })

  router.get('/api/desk/articles/:article/translation', async (req, res) => {
    const { req: same, language } = await signedIn(payload, req)
    res.json(await translationDeskOf(same, req.params.article, language))
  })

  router.put('/api/desk/articles/:article/segments', body, async (req, res) => {
    const { req: same, language, person } = await signedIn(payload, req)
    const { changes } = parse(Changes, req.body)
    const { article } = req.params
    await mustKnowArticle(same, article)
    const conflicts = await saveSegments(payload, { person, key: keyOf(req) }, article, changes)
    res.json(await saveAnswer(same, article, language, conflicts))
  })

  router.get('/api/desk/articles/:article/suggestions', async (req, res) => {
    const { req: same, language } = await signedIn(payload, req)
    const { row, machine } = parse(Asked, req.query)
    const { article } = req.params
    res.json({
      suggestions: machine ? [await suggestionOf(same, article, row, machine)] : await suggestions(same, article, row, language),
    })
  })

  router.post('/api/desk/articles/:article/comments', body, async (req, res) => {
    const { req: same } = await signedIn(payload, req)
    const { row, text } = parse(Comment, req.body)
    res.status(201).json(await comment(same, req.params.article, row, text))
  })
  router.post('/api/desk/comments/:comment/settle', body, async (req, res) => {
    const { req: same } = await signedIn(payload, req)
    res.json(await settle(same, req.params.comment, parse(Settled, req.body).settled))
  })

  router.get('/api/desk/articles/:article/export.xlf', async (req, res) => {
    const { file, name } = await fileOf(await signedIn(payload, req), req.params.article)
    send(res, `${name}.xlf`, 'application/xliff+xml; charset=utf-8', writeXliff(file))
  })
  router.get('/api/desk/articles/:article/export.docx', async (req, res) => {
    const { file, name } = await fileOf(await signedIn(payload, req), req.params.article)
    send(
      res,
      `${name}.docx`,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      Buffer.from(writeDocx(file)),
    )
  })
  router.post(
    '/api/desk/articles/:article/import',
    raw({ type: 'application/octet-stream', limit: FILE_BYTES }),
    async (req, res) => {
      const signed = await signedIn(payload, req)
      const { person, language } = signed
      const { article } = req.params
      const bytes = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
      const file = incoming(bytes)
      await mustKnowArticle(signed.req, article)
      // Repeated it is the same file, though the text it comes back to is no longer the same.
      const request = { verb: 'import', article, file: sha256(bytes) }
      const { conflicts, ...counts } = await once(payload, undefined, person, keyOf(req), request, async (same) => {
        const { desk, found, handed, now } = await standingOf({ ...signed, req: same }, article)
        const merge = mergeImport(current(handed, desk), file, await textsAt(same, found.article, file.targetRev, now))
        const met = await workSegments(same, person, article, changesOf(desk, merge.apply))
        return {
          applied: merge.apply.length - met.length,
          unchanged: merge.unchanged.length,
          unknown: merge.unknown,
          refused: merge.refused,
          conflicts: [...met, ...overtaken(desk, merge.overtaken)],
        }
      })
      res.json({ ...counts, ...(await saveAnswer(signed.req, article, language, conflicts)) })
    },
  )
  return router
}

const standingOf = async ({ req, language, person }: Signed, article: string) => {
  await mustKnowArticle(req, article)
  const found = await read(req, article, person, await databaseNow(req.payload))
  const desk = await deskOf(req, found, language)
  const { now } = translationIn(found)
  return { desk, found, handed: handedOf(found, now), now }
}

const fileOf = async (signed: Signed, article: string) => {
  const { desk, found, handed } = await standingOf(signed, article)
  const title = found.source?.article.title ?? ''
  const file = outgoing(handed, desk, title, (term, use) => `${term} → ${use}`)
  return { file, name: `${found.snapshot.slug || found.article.item}-${desk.from}-${desk.language}` }
}

const send = (res: Response, name: string, type: string, content: string | Buffer): void => {
  res.set({ 'content-type': type, 'content-disposition': contentDisposition(name), 'cache-control': 'private, no-store' })
  res.send(content)
}

/** A ZIP begins with `PK`; everything else is read as XLIFF, which says what is wrong with it. */
const incoming = (bytes: Buffer): Incoming =>
  bytes.subarray(0, 2).toString('latin1') === 'PK' ? readDocx(bytes) : readXliff(bytes)

const words = (most: number) => z.string().max(most)
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const path = words(200)
const said = {
  text: words(200_000),
  state: z.enum(['draft', 'translated', 'revised']),
  origin: z.enum(['none', 'typed', 'memory', 'machine', 'import']),
}
const Changes = z.object({
  changes: z
    .array(
      z.discriminatedUnion('do', [
        z.object({ do: z.literal('write'), target: path, was: digest, ...said }),
        z.object({ do: z.literal('add'), source: digest, ...said }),
        z.object({ do: z.literal('confirm'), target: path, was: digest, state: z.enum(['translated', 'revised']) }),
        z.object({ do: z.literal('leaveOut'), source: digest, was: digest.nullable() }),
        z.object({ do: z.literal('takeIn'), source: digest }),
        z.object({ do: z.literal('remove'), target: path, was: digest }),
      ]),
    )
    .min(1)
    .max(500),
})
const Asked = z.object({ row: words(200), machine: words(100).optional() })
const Comment = z.object({ row: words(200), text: z.string().trim().min(1).max(4000) })
const Settled = z.object({ settled: z.boolean() })
