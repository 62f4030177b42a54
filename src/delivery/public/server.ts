/** The public side: opens the read model and the public media folder, and nothing else. */
import { createServer, type Server } from 'node:http'
import { deliveryEnv, orExit } from '#env'
import { loggerFor, type Logger } from '#logger'
import { isProgram, untilStopped } from '../program'
import { isPlainPath, resourcePath, securityHeaders, send, shelf } from './answers'
import { openReader, type Reader } from './reader'
import { routes } from './routes'

export type ServeWish = {
  readonly modelFolder: string
  readonly publicFolder: string
  /** As the world types it, without a final slash. */
  readonly publicUrl: string
  readonly trustProxy?: readonly string[]
  readonly logger: Logger
  readonly headersMs?: number
  readonly idleMs?: number
}

export type Delivery = { readonly server: Server; readonly reader: Reader; readonly stop: () => Promise<void> }

/** Whoever dawdles is cut off: ten seconds for the head of a request, a minute of silence between two. */
const HEADERS_MS = 10_000
const REQUEST_MS = 15_000
const IDLE_MS = 60_000
const HEADER_BYTES = 16 * 1024
const WRONG: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

export const serveDelivery = ({
  modelFolder,
  publicFolder,
  publicUrl,
  trustProxy = [],
  logger,
  headersMs = HEADERS_MS,
  idleMs = IDLE_MS,
}: ServeWish): Delivery => {
  const reader = openReader(modelFolder)
  const security = securityHeaders(publicUrl.startsWith('https://'))
  const ready = shelf(security)
  const app = routes({ reader, ready, publicFolder, publicUrl, security, trustProxy, logger })

  const server = createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: Math.max(REQUEST_MS, headersMs),
      keepAliveTimeout: idleMs,
      connectionsCheckingInterval: Math.min(1_000, headersMs / 4),
      maxHeaderSize: HEADER_BYTES,
      insecureHTTPParser: false,
      requireHostHeader: true,
    },
    (req, res) => {
      // Ready bytes go straight out; whatever is not a plain path of ours takes the long way.
      const path = req.url ?? ''
      if ((req.method === 'GET' || req.method === 'HEAD') && req.httpVersionMajor === 1 && isPlainPath(path)) {
        const now = reader.now()
        const prepared = now && ready.find(resourcePath(path), now)
        if (prepared) return send(req, res, prepared)
      }
      // Absolute-form targets and `*` are for proxies; a request without a version is of 1991.
      if (!path.startsWith('/') || req.httpVersionMajor < 1) return void res.writeHead(400, { connection: 'close' }).end()
      app(req, res)
    },
  )
  server.maxHeadersCount = 100
  server.maxRequestsPerSocket = 10_000
  // A reader that takes nothing for a minute.
  server.setTimeout(idleMs)
  server.on('upgrade', (_req, socket) => socket.destroy())
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket) => {
    if (socket.writable)
      socket.end(`HTTP/1.1 ${WRONG[code ?? ''] ?? '400 Bad Request'}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
    else socket.destroy()
  })

  return {
    server,
    reader,
    stop: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()))
      reader.letGo()
      server.closeIdleConnections()
      const last = setTimeout(() => server.closeAllConnections(), 15_000)
      await closed
      clearTimeout(last)
      await reader.close()
    },
  }
}

if (isProgram(/(?:delivery\.mjs|public[\\/]server\.ts)$/)) {
  const env = orExit(deliveryEnv)
  const logger = loggerFor('delivery', env.logLevel)
  const delivery = serveDelivery({
    modelFolder: env.readModelDir,
    publicFolder: env.publicMediaDir,
    publicUrl: env.publicUrl,
    trustProxy: env.trustProxy,
    logger,
  })
  delivery.server.on('error', (err) => {
    logger.fatal({ err }, 'delivery cannot listen')
    process.exit(1)
  })
  delivery.server.listen(env.deliveryPort, env.host, () => {
    logger.info({ url: env.publicUrl, host: env.host, port: env.deliveryPort }, 'delivery is open')
    process.send?.('ready')
  })
  untilStopped(delivery.stop)
}
