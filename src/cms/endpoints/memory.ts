import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { raw, Router } from 'express'
import type { Payload, PayloadRequest } from 'payload'
import { NewsroomError } from '#newsroom'
import { encodeWords } from '#translation/codes'
import { readTmx, writeTmx } from '#translation/files/tmx'
import { mayExportMemory, mayImportMemory } from '../desk/terms'
import { remembered } from '../stores/memory'
import { importMemory } from '../verbs/memory'
import { headFile } from './files'
import { signedIn } from './signed'

/** The translation memory over HTTP: TMX out and in. */
export const memoryRoutes = (payload: Payload): Router => {
  const router = Router()

  router.get('/api/desk/memory.tmx', async (req, res) => {
    const { req: same, person } = await signedIn(payload, req)
    if (!mayExportMemory(person)) throw new NewsroomError('auth.notYours')
    headFile(res, 'bo-nho-dich.tmx', 'application/xml; charset=utf-8')
    // Somebody who goes away in the middle is no fault; what broke off shows in the file, which lacks its end.
    await pipeline(Readable.from(tmxOf(same)), res).catch(() => res.destroy())
  })

  router.post('/api/desk/memory/import', raw({ type: 'application/octet-stream', limit: '20mb' }), async (req, res) => {
    const { req: same, person } = await signedIn(payload, req)
    if (!mayImportMemory(person)) throw new NewsroomError('auth.notYours')
    const bytes = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
    const name = typeof req.query.name === 'string' ? req.query.name.slice(0, 200) : ''
    const digest = createHash('sha256').update(bytes).digest('hex')
    res.json(await importMemory(payload, same, person, { ...readTmx(bytes), digest, name }))
  })
  return router
}

/** Row by row, so that a memory of any size can be read by a machine of any size. */
async function* tmxOf(req: PayloadRequest): AsyncGenerator<string> {
  const [head, tail] = [...writeTmx([])]
  yield head ?? ''
  for await (const { from, to, units } of remembered(req)) {
    const pieces = writeTmx(
      units.map(({ source, target, kind, item, seq }) => ({
        from,
        to,
        source: encodeWords(source).text,
        target,
        props: { item, seq: String(seq), kind },
      })),
    )
    yield [...pieces].slice(1, -1).join('')
  }
  yield tail ?? ''
}
