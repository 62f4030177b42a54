import type { IncomingHttpHeaders } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import { handleEndpoints, type Payload } from 'payload'
import { LANGUAGES, NewsroomError, isLanguage } from '#newsroom'
import { mendFiles } from './hooks/media'
import { pictureWork } from './picture-work'

/** Bodies up to this many bytes are kept, so that a write that lost a database conflict can be tried again. */
const KEPT = 4_000_000
const TRIES = 12
/** A picture is made anew with every try. */
const PICTURE_TRIES = 4
/** An upload may take this much; everything else `KEPT`. */
const UPLOAD = 210_000_000

/** Payload's REST behind Express: no Next in between, a bound on every body, transient conflicts repeated. */
export const payloadRest =
  (payload: Payload, origin: string, instance?: string): RequestHandler =>
  async (req, res) => {
    const length = Number(req.headers['content-length'] ?? 0)
    const upload = /^multipart\//.test(req.headers['content-type'] ?? '')
    if (length > (upload ? UPLOAD : KEPT)) throw new NewsroomError('request.tooLarge', { limit: upload ? UPLOAD : KEPT })
    const hasBody = !['GET', 'HEAD'].includes(req.method)
    if (hasBody && upload && length > KEPT) {
      await answer(res, await ask(payload, instance, webRequest(req, origin, Readable.toWeb(req) as WebStream<Uint8Array>)))
      return
    }
    const body = hasBody ? await kept(req) : null
    for (let attempt = 1; ; attempt += 1) {
      const response = await ask(payload, instance, webRequest(req, origin, body))
      // Payload's word for a file that is not there.
      if (response.status === 500 && isFile(req.path)) throw new NewsroomError('request.notFound')
      if (response.status !== 503 || attempt >= (upload ? PICTURE_TRIES : TRIES) || req.method === 'GET') {
        await answer(res, response)
        return
      }
      await response.body?.cancel()
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt))
    }
  }

/** `instance`: tests run several newsrooms in one process; the default one is Payload's own. */
export const ask = (payload: Payload, instance: string | undefined, request: Request): Promise<Response> => {
  const handle = () =>
    handleEndpoints({ config: payload.config, request, ...(instance ? { payloadInstanceCacheKey: instance } : {}) })
  return writesMedium(request)
    ? pictureWork(handle, { failed: ({ status }) => status >= 400, mend: (id) => mendFiles(payload, id) })
    : handle()
}

const writesMedium = ({ method, url }: Request): boolean =>
  ['POST', 'PATCH', 'PUT'].includes(method) && /^\/api\/media(?:\/|$)/.test(new URL(url).pathname)

const kept = async (req: ExpressRequest): Promise<Buffer> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of req as AsyncIterable<Buffer>) {
    size += part.length
    if (size > KEPT) throw new NewsroomError('request.tooLarge', { limit: KEPT })
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/**
 * The address is built on our configured origin: a forged Host never reaches a link or a mail. A list that is asked for
 * by POST, because its filter is long, becomes the GET it stands for.
 */
export const webRequest = (req: ExpressRequest, origin: string, body: Buffer | WebStream<Uint8Array> | null): Request => {
  const url = new URL(req.originalUrl, origin)
  const asked = req.method === 'POST' && req.get('x-payload-http-method-override') !== undefined
  if (asked) {
    if (!Buffer.isBuffer(body) || !req.is('application/x-www-form-urlencoded'))
      throw new NewsroomError('request.invalid', { field: 'x-payload-http-method-override' })
    url.search = body.toString('utf8')
  }
  // A file has no parameters; Payload would filter by a column that we do not have.
  if (isFile(url.pathname)) url.search = ''
  inOneLanguage(url)
  return new Request(url, {
    method: asked ? 'GET' : req.method,
    headers: headersOf(req.headers),
    ...(body === null || asked ? {} : { body: body as unknown as BodyInit, duplex: 'half' }),
  } as RequestInit)
}

const isFile = (path: string): boolean => path.startsWith('/api/media/file/')

/** Without a language Payload loses what is written in one, and cannot filter or sort by it. */
const inOneLanguage = (url: URL): void => {
  const asked = url.searchParams.get('locale')
  if (isLanguage(asked) || asked === 'all' || asked === '*') return
  if (asked !== null) url.searchParams.delete('locale')
  url.search = `${url.search}${url.search === '' ? '?' : '&'}locale=${LANGUAGES[0]}`
}

const DROPPED = new Set([
  'host',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'expect',
  'x-http-method-override',
  'x-payload-http-method-override',
  'x-forwarded-host',
])
export const headersOf = (headers: IncomingHttpHeaders): Headers => {
  const web = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || DROPPED.has(name)) continue
    for (const one of Array.isArray(value) ? value : [value]) web.append(name, one)
  }
  return web
}

export const answer = async (res: ExpressResponse, response: Response): Promise<void> => {
  res.status(response.status)
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie' && name !== 'transfer-encoding') res.setHeader(name, value)
  })
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('set-cookie', cookies)
  if (!response.headers.has('cache-control')) res.setHeader('cache-control', 'private, no-store')
  if (!response.body) {
    res.end()
    return
  }
  await pipeline(Readable.fromWeb(response.body as unknown as WebStream<Uint8Array>), res)
}
