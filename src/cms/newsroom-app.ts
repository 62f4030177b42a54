import { createHmac } from 'node:crypto'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import { Forbidden, NotFound, type Payload } from 'payload'
import type { Logger } from 'pino'
import { NewsroomError } from '#newsroom'
import { accountRoutes } from './endpoints/accounts'
import { bulletinRoutes } from './endpoints/bulletins'
import { consequenceRoutes } from './endpoints/consequences'
import { cueRoutes } from './endpoints/cues'
import { deskRoutes } from './endpoints/desk'
import { memoryRoutes } from './endpoints/memory'
import { programmeRoutes } from './endpoints/programmes'
import { termRoutes } from './endpoints/terms'
import { translationRoutes } from './endpoints/translation'
import { problem, readerLanguage } from './errors'
import { previewMedium, previewPage } from './previews'
import { headersOf, payloadRest } from './rest'
import { ourRefusal } from './rest-errors'

export type NewsroomSettings = {
  readonly mode: 'demo' | 'production'
  readonly newsroomUrl: string
  readonly publicUrl: string
  readonly mediaDir: string
  readonly payloadSecret: string
  readonly trustProxy: readonly string[]
  readonly logger: Logger
  /** The panel; absent in tests that need no pages. */
  readonly panel: RequestHandler | null
  /** Our own style sheets and fonts for previews. */
  readonly assets: RequestHandler | null
  /** Payload's cache key, where one process holds several newsrooms (tests). */
  readonly instance?: string
}

/** Everything that the newsroom's port answers: our routes first, Payload's REST, then the panel. */
export const newsroomApp = (payload: Payload, settings: NewsroomSettings): Express => {
  const app = express()
  const previewKey = createHmac('sha256', settings.payloadSecret).update('preview').digest()
  const secure = settings.newsroomUrl.startsWith('https:')
  app.set('trust proxy', settings.trustProxy.length > 0 ? [...settings.trustProxy] : false)
  app.set('etag', false)
  app.disable('x-powered-by')
  app.use(headers(secure))
  app.use(asWritten(settings.newsroomUrl))
  app.get('/healthz', (_req, res) => void res.json({ ok: true }))
  app.use(accountRoutes(payload, settings.newsroomUrl, settings.instance))
  // Before the desk's verbs, whose addresses would take these for verbs.
  app.use(translationRoutes(payload))
  app.use(cueRoutes(payload, settings))
  app.use(termRoutes(payload, settings))
  app.use(memoryRoutes(payload))
  app.use(consequenceRoutes(payload, settings))
  app.use(bulletinRoutes(payload, settings))
  app.use(programmeRoutes(payload, settings))
  app.use(deskRoutes(payload, { ...settings, previewKey }))
  app.get('/preview/:token', previewPage(payload, { ...settings, previewKey }))
  app.get('/preview/:token/media/:file', previewMedium(payload, { ...settings, previewKey }))
  if (settings.assets) app.use('/assets', settings.assets)
  // Whoever types the bare address means the desk.
  app.get('/', (_req, res) => void res.set('cache-control', 'no-store').redirect('/admin'))
  app.all('/api/{*path}', payloadRest(payload, settings.newsroomUrl, settings.instance))
  if (settings.panel) app.all('/{*path}', settings.panel)
  app.use(speakProblems(settings.logger))
  return app
}

/**
 * A path that becomes another one when it is tidied up (`/api/x/../users/login`) would pass our routes by and reach
 * Payload's behind them: there is no such page.
 */
const asWritten =
  (origin: string): RequestHandler =>
  (req, _res, next) => {
    const [path = ''] = req.originalUrl.split('?')
    if (path.includes('//') || !URL.canParse(path, origin) || new URL(path, origin).pathname !== path)
      throw new NewsroomError('request.notFound')
    next()
  }

/** Also on Payload's file routes (ASVS 3.4). The panel needs inline scripts and styles of Next; nothing comes from elsewhere. */
const headers = (secure: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'unsafe-inline'", ...(process.env.NODE_ENV === 'production' ? [] : ["'unsafe-eval'"])],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginOpenerPolicy: secure ? { policy: 'same-origin' } : false,
    originAgentCluster: false,
    hsts: secure,
    referrerPolicy: { policy: 'same-origin' },
  })

const speakProblems =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error)
      return
    }
    const known = error instanceof NewsroomError ? error : (ourRefusal(error) ?? accessRefusal(error) ?? bodyRefusal(error))
    if (!known)
      logger.error({ err: error, method: req.method, path: req.path.replace(/^(\/preview\/)[^/]+/, '$1…') }, 'request failed')
    const refusal = known ?? new NewsroomError('server.fault')
    const said = problem(refusal, readerLanguage(headersOf(req.headers)))
    if (refusal.code === 'auth.tooMany') res.set('retry-after', String(refusal.facts.seconds))
    if (refusal.code === 'database.busy') res.set('retry-after', '2')
    res.status(said.status).set('cache-control', 'no-store').type('application/problem+json').send(JSON.stringify(said))
  }

/** What Payload's access rules refuse under a door of ours. */
const accessRefusal = (error: unknown): NewsroomError | null => {
  if (error instanceof Forbidden) return new NewsroomError('auth.notYours')
  return error instanceof NotFound ? new NewsroomError('request.notFound') : null
}

/** What the body parser refuses: too large, or no JSON. */
const bodyRefusal = (error: unknown): NewsroomError | null => {
  const { type, limit } = (error ?? {}) as { type?: string; limit?: number }
  if (type === 'entity.too.large') return new NewsroomError('request.tooLarge', { limit })
  return typeof type === 'string' && (type.startsWith('entity.') || type.startsWith('encoding.') || type.startsWith('charset.'))
    ? new NewsroomError('request.invalid', { field: 'body', reason: type })
    : null
}
