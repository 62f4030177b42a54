/** What is not ready in the read model: waiting for changes, media, health, and saying no. */
import { createHash, timingSafeEqual } from 'node:crypto'
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler, type Response } from 'express'
import { z } from 'zod'
import type { Logger } from '#logger'
import { isLanguage, ITEM_TYPES, LANGUAGES, type Language } from '#newsroom'
import { archiveUrl, pressUrl } from '#publication/addresses'
import { FILE } from '../file-name'
import { kindOf, isPlainPath, resourcePath, send, type Security, type Shelf } from './answers'
import { publicAssets } from './assets'
import { indexPage, notFoundPage, problem, unavailablePage } from './pages'
import type { Reader } from './reader'
import { sitemap, sitemapIndex } from './sitemap'

export type RoutesWish = {
  readonly reader: Reader
  readonly ready: Shelf
  readonly publicFolder: string
  readonly publicUrl: string
  readonly security: Security
  readonly trustProxy: readonly string[]
  readonly logger: Logger
}

/** Projector silent for longer than this: what we serve may be old. */
const SILENT_MS = 30_000
const MOST_WAITING = 2_000
const SCANNED = 5_000

export const routes = (wish: RoutesWish): Express => {
  const { reader, security } = wish
  const app = express()
  app
    .disable('x-powered-by')
    .set('etag', false)
    .set('query parser', 'simple')
    .set('strict routing', true)
    .set('case sensitive routing', true)
  app.set('trust proxy', [...wish.trustProxy])

  app.use((req, res, next) => {
    res.set(security(kindOf(req.path)))
    if (req.method === 'GET' || req.method === 'HEAD') return next()
    res.set('allow', 'GET, HEAD')
    refuse(res, 405, 'method not allowed')
  })
  app.get('/healthz', health(reader))
  app.get(
    '/robots.txt',
    (_req, res) =>
      void res
        .set('cache-control', 'public, max-age=3600')
        .type('text/plain')
        .send(`User-agent: *\nAllow: /\nSitemap: ${wish.publicUrl}/sitemap.xml\n`),
  )
  app.use('/assets', publicAssets() as RequestHandler)
  app.get('/media/:file', medium(wish.publicFolder))
  app.use(whileThereIsNoModel(reader))
  app.get('/', (_req, res) => void res.set({ 'cache-control': 'public, max-age=300', location: '/vi' }).status(302).end())
  app.get(
    '/bulletin',
    (_req, res) =>
      void res
        .set({ 'cache-control': 'public, max-age=300', location: archiveUrl('', 'vi') })
        .status(302)
        .end(),
  )
  app.get(
    '/press',
    (_req, res) =>
      void res
        .set({ 'cache-control': 'public, max-age=300', location: pressUrl('', 'vi') })
        .status(302)
        .end(),
  )
  app.get('/sitemap.xml', (_req, res) => xml(res, sitemapIndex(wish.publicUrl)))
  app.get('/sitemap-:language.xml', sitemaps(wish))
  app.get('/v1/changes', mayRead(reader), changes(reader))
  app.use(readyUnderAnotherName(wish))
  app.get('/:language', (req, res, next) =>
    isLanguage(req.params.language)
      ? page(res, 200, indexPage(req.params.language, [], wish.publicUrl), req.params.language)
      : next(),
  )
  app.use((req, res) => notFound(req, res))
  app.use(fault(wish.logger))
  return app
}

/** With a query (`?utm_source=…`) or a final slash, what is meant is still one of ours. */
const readyUnderAnotherName =
  ({ reader, ready }: RoutesWish): RequestHandler =>
  (req, res, next) => {
    const now = reader.now()
    const bare = req.path.length > 1 && req.path.endsWith('/') ? req.path.slice(0, -1) : req.path
    const prepared = now && isPlainPath(bare) ? ready.find(resourcePath(bare), now) : null
    if (!prepared) return next()
    if (bare !== req.path) return void res.set({ 'cache-control': 'public, max-age=300', location: bare }).status(301).end()
    send(req, res, prepared)
  }

const health =
  (reader: Reader): RequestHandler =>
  (_req, res) => {
    const now = reader.now()
    const beat = reader.beat()
    const silentMs = beat ? Date.now() - beat.at : null
    const degraded = !now || beat?.trouble != null || silentMs === null || silentMs > SILENT_MS
    res.set('cache-control', 'no-store')
    res.status(now ? 200 : 503).json({
      status: !now ? 'starting' : degraded ? 'degraded' : 'ok',
      seq: now?.meta.seq ?? 0,
      released: now?.meta.at ?? null,
      // The place of the trouble is the operator's business, in the log of the projector.
      trouble: beat?.trouble?.reason ?? (silentMs !== null && silentMs > SILENT_MS ? 'projector silent' : null),
    })
  }

/** Made when it is asked for and kept until the next release: crawlers come seldom, releases often. */
const sitemaps = ({ reader, publicUrl }: RoutesWish): RequestHandler => {
  const kept = new Map<Language, { readonly edition: string; readonly text: string }>()
  return (req, res, next) => {
    const now = reader.now()
    const { language } = req.params
    if (!now || !isLanguage(language)) return next()
    const edition = `${now.meta.generation}:${now.meta.edition}`
    const known = kept.get(language)
    const text = known?.edition === edition ? known.text : sitemap(now.here, language, publicUrl)
    if (known?.edition !== edition) kept.set(language, { edition, text })
    xml(res, text)
  }
}
const xml = (res: Response, text: string): void =>
  void res.set({ 'cache-control': 'public, max-age=300', 'content-type': 'application/xml; charset=utf-8' }).status(200).end(text)

const ChangesQuery = z.object({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  lang: z.enum(LANGUAGES).optional(),
  type: z.enum(ITEM_TYPES).optional(),
  wait: z.coerce.number().min(0).max(15).default(0),
})

/** The log itself, thin, in order of `seq`. Nothing is ever filtered by state, so that no withdrawal can be missed. */
const changes =
  (reader: Reader): RequestHandler =>
  async (req, res) => {
    const query = ChangesQuery.safeParse(req.query)
    if (!query.success)
      return refuse(res, 400, 'invalid query', {
        invalid: [...new Set(query.error.issues.map(({ path }) => path.join('.')))].join(', '),
      })
    const { after, limit, lang, type, wait } = query.data
    const isShared = wait === 0 && req.headers.authorization === undefined
    if (wait > 0 && reader.waiting() >= MOST_WAITING) return void refuse(res.set('retry-after', '5'), 503, 'too many are waiting')

    const gone = new AbortController()
    res.on('close', () => gone.abort())
    const until = Date.now() + wait * 1000
    let found = read(reader, after, limit, { lang, type })
    while (found.lines.length === 0 && Date.now() < until && !gone.signal.aborted) {
      if (!(await reader.newerThan(found.next, until - Date.now(), gone.signal))) break
      found = read(reader, after, limit, { lang, type })
    }
    const body = Buffer.from(`{"changes":[${found.lines.join(',')}],"next":${found.next},"more":${String(found.more)}}`)
    const etag = `"r${found.next}-${createHash('sha256').update(body).digest('hex').slice(0, 12)}"`
    res.set({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': isShared ? 'public, max-age=5' : 'private, no-cache',
      etag,
      vary: 'Accept-Encoding',
    })
    if (req.headers['if-none-match']?.split(',').some((tag) => tag.trim() === etag)) return void res.status(304).end()
    res.status(200).end(body)
  }

type Filter = { readonly lang: Language | undefined; readonly type: string | undefined }

/** `next` is what was looked through, so that a reader with a filter gets on as well. */
const read = (
  reader: Reader,
  after: number,
  limit: number,
  { lang, type }: Filter,
): { readonly lines: readonly string[]; readonly next: number; readonly more: boolean } => {
  const now = reader.now()
  if (!now) return { lines: [], next: after, more: false }
  const top = now.meta.seq
  const lines: string[] = []
  let next = after
  for (let scanned = 0; lines.length < limit && next < top && scanned < SCANNED;) {
    const part = now.here.changes(next, Math.min(500, SCANNED - scanned), top)
    if (part.length === 0) break
    for (const change of part) {
      next = change.seq
      scanned += 1
      if ((lang === undefined || change.language === lang) && (type === undefined || change.type === type))
        lines.push(change.line)
      if (lines.length === limit) break
    }
  }
  return { lines, next, more: next < top }
}

/** Anybody may read; but a key that is shown must be a good one. `ttdn_{keyId}_{secret}` */
const mayRead =
  (reader: Reader): RequestHandler =>
  (req, res, next) => {
    const shown = req.headers.authorization
    if (shown === undefined || isGoodKey(reader, shown)) return next()
    res.set('www-authenticate', 'Bearer realm="ttdn", error="invalid_token"')
    refuse(res, 401, 'key not accepted')
  }

const isGoodKey = (reader: Reader, shown: string): boolean => {
  const [, keyId = '', secret = ''] = /^Bearer ttdn_([A-Za-z0-9]{1,64})_([A-Za-z0-9_-]{16,128})$/.exec(shown) ?? []
  const client = keyId === '' ? null : reader.client(keyId)
  const hash = createHash('sha256').update(secret).digest()
  // An unknown key takes as long as a wrong one.
  const stored = client && /^[0-9a-f]{64}$/.test(client.keyHash) ? Buffer.from(client.keyHash, 'hex') : Buffer.alloc(32)
  return timingSafeEqual(hash, stored) && client !== null && client.active && client.scopes.includes('changes')
}

/** Bytes that are named by their digest never change; what is withdrawn is no longer in the folder. */
const medium =
  (folder: string): RequestHandler<{ file: string }> =>
  (req, res, next) => {
    const { file } = req.params
    if (!FILE.test(file)) return next()
    const type = TYPES[file.split('.')[1] ?? '']
    res.set({
      'content-type': type ?? 'application/octet-stream',
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'content-security-policy': file.endsWith('.pdf') ? PDF_POLICY : FILE_POLICY,
      etag: `"${file.slice(0, 32)}"`,
      ...(type === undefined ? { 'content-disposition': 'attachment' } : {}),
    })
    res.sendFile(
      file,
      {
        root: folder,
        dotfiles: 'deny',
        cacheControl: true,
        immutable: true,
        maxAge: '365d',
        lastModified: false,
        etag: false,
        index: false,
      },
      (error) => {
        if (!error) return
        if (res.headersSent) return void res.destroy()
        for (const name of ['content-type', 'content-disposition', 'etag', 'cache-control']) res.removeHeader(name)
        const status = (error as { status?: number }).status ?? 500
        if (status === 416) return refuse(res, 416, 'range not satisfiable')
        next(status === 404 ? undefined : error)
      },
    )
  }

const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  vtt: 'text/vtt; charset=utf-8',
  srt: 'application/x-subrip; charset=utf-8',
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  txt: 'text/plain; charset=utf-8',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
}

/** A browser shows a PDF in a page of its own making, which `sandbox` and `object-src 'none'` would leave empty. */
const PDF_POLICY =
  "default-src 'none'; object-src 'self'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'none'"
const FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

const whileThereIsNoModel =
  (reader: Reader): RequestHandler =>
  (req, res, next) => {
    if (reader.now()) return next()
    res.set('retry-after', '5')
    if (kindOf(req.path) === 'data') return refuse(res, 503, 'not ready yet')
    page(res, 503, unavailablePage(languageOf(req.path)), languageOf(req.path), 'no-store')
  }

const notFound = (req: Request, res: Response): void => {
  if (kindOf(req.path) === 'data' || req.path.startsWith('/media/'))
    return refuse(res, 404, 'not found', {}, 'public, max-age=10')
  page(res, 404, notFoundPage(languageOf(req.path)), languageOf(req.path), 'public, max-age=10')
}

const fault =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, req, res, _next) => {
    const status = (error as { status?: unknown }).status
    // Express refuses malformed escapes itself.
    if (typeof status === 'number' && status >= 400 && status < 500) return notFound(req, res)
    logger.error({ err: error }, 'delivery: request failed')
    if (res.headersSent) return void res.destroy()
    if (kindOf(req.path) === 'data') return refuse(res, 500, 'internal error')
    page(res, 500, unavailablePage(languageOf(req.path)), languageOf(req.path), 'no-store')
  }

const languageOf = (path: string): Language => {
  const bare = path.replace(/^\/(?:press|bulletin(?:\/\d+\/\d)?)(?=\/)/, '')
  return LANGUAGES.find((language) => new RegExp(`^/${language}(?:[/.]|$)`).test(bare)) ?? 'vi'
}

const page = (res: Response, status: number, html: string, language: Language, cache = 'public, max-age=30, s-maxage=60'): void =>
  void res
    .status(status)
    .set({ 'content-type': 'text/html; charset=utf-8', 'content-language': language, 'cache-control': cache })
    .end(html)

const refuse = (
  res: Response,
  status: number,
  title: string,
  facts: Readonly<Record<string, string>> = {},
  cache = 'no-store',
): void =>
  void res
    .status(status)
    .set({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': cache })
    .end(problem(status, title, facts))
