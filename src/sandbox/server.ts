/** Three outlets to watch, in one small program: `createSandbox` for tests, and the program itself. */
import { realpathSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { type Express } from 'express'
import helmet from 'helmet'
import { LANGUAGES } from '#newsroom'
import { loadAssets } from './assets'
import { copiesIn } from './copies'
import { HOUSES, HOUSE_KEYS, type HouseKey } from './houses'
import { asked, outlet, send, shownIn, type SandboxOptions } from './outlet'
import { indexPage } from './pages/index'
import { failure, problem } from './problem'
import { folderStore, type Store } from './store'
import { PROBLEMS, WORDS } from './words'

export type { SandboxOptions } from './outlet'

export const createSandbox = (options: SandboxOptions): Express => {
  const mediaOrigin = new URL(options.publicUrl).origin
  const assets = loadAssets()
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', 'strong')
  app.use(headers(mediaOrigin))
  app.get('/healthz', (_req, res) => void res.json({ status: 'ok' }))
  app.use(assets.router)
  app.get('/', (req, res) => {
    const shown = Object.fromEntries(HOUSE_KEYS.map((key) => [key, shownIn(HOUSES[key], options.stores[key])])) as Record<
      HouseKey,
      number
    >
    send(res, 200, indexPage(asked(req, LANGUAGES), shown, assets.style))
  })
  for (const key of HOUSE_KEYS) app.use(`/${key}`, outlet(HOUSES[key], options, mediaOrigin, assets))
  app.use((req, res) => problem(req, res, 'not.found'))
  app.use(failure)
  return app
}

/** No script, no other host but the newsroom's pictures and films. */
const headers = (mediaOrigin: string) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", mediaOrigin],
        mediaSrc: ["'self'", mediaOrigin],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Served over plain HTTP on loopback; a proxy in front decides about HTTPS.
    strictTransportSecurity: false,
  })

/** `portal=whsec_… whsec_…,newspaper=whsec_…`: outlets by comma, two secrets of one outlet by space. */
export const parseSecrets = (text: string): SandboxOptions['secrets'] =>
  Object.fromEntries(
    text
      .split(',')
      .filter((part) => part.trim() !== '')
      .map((part) => {
        const [key = '', ...rest] = part.trim().split('=')
        if (!HOUSE_KEYS.some((house) => house === key))
          throw new Error(`SANDBOX_SECRETS: ${key} is not one of ${HOUSE_KEYS.join(', ')}`)
        return [
          key,
          rest
            .join('=')
            .split(/\s+/)
            .filter((secret) => secret !== ''),
        ]
      }),
  )

const main = () => {
  const { env } = process
  const host = env['HOST'] || '127.0.0.1'
  const shownHost = host.includes(':') ? `[${host}]` : host
  const port = Number(env['SANDBOX_PORT'] || 3002)
  const folder = resolve(env['DATA_DIR'] || './data', 'sandbox')
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 })
  server.once('error', giveUp)
  // The port first: whoever holds it is the only one that writes to the folder.
  server.listen(port, host, () => {
    try {
      const secrets = parseSecrets(env['SANDBOX_SECRETS'] ?? '')
      const bound = server.address()
      const address = `http://${shownHost}:${typeof bound === 'object' && bound ? bound.port : port}`
      const stores = Object.fromEntries(HOUSE_KEYS.map((key) => [key, folderStore(join(folder, key))])) as Record<HouseKey, Store>
      const publicUrl = env['PUBLIC_URL'] || `http://${shownHost}:${env['DELIVERY_PORT'] || 3001}`
      server.on(
        'request',
        createSandbox({
          stores,
          secrets,
          publicUrl,
          // Only the station keeps films; the others lead to the newsroom's player.
          copies: { broadcaster: copiesIn(join(folder, 'broadcaster', 'media'), new URL(publicUrl).origin) },
          address: env['SANDBOX_URL'] || address,
          faults: env['NEWSROOM_MODE'] === 'demo',
        }),
      )
      const silent = HOUSE_KEYS.filter((key) => (secrets[key] ?? []).length === 0)
      if (silent.length > 0) process.stderr.write(`${silent.join(', ')}: ${PROBLEMS['secret.missing'].vi}\n`)
      process.stdout.write(`${WORDS.threeOutlets.vi}: ${address}\n`)
    } catch (failed) {
      giveUp(failed as NodeJS.ErrnoException)
    }
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(server))
}

/** One sentence for a person instead of a stack. */
const giveUp = ({ code, message }: NodeJS.ErrnoException) => {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: 'Cổng của trang thử nghiệm đang có chương trình khác dùng; hãy đổi SANDBOX_PORT.',
    EACCES: `Không có quyền ghi vào thư mục dữ liệu hoặc mở cổng: ${message}`,
  }
  process.stderr.write(`${sentences[code ?? ''] ?? message}\n`)
  process.exit(1)
}

const stop = (server: Server) => {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), 2_000).unref()
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main()
