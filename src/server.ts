/** The newsroom: Express in front, Payload once, the panel by Next. */
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { RequestHandler } from 'express'
import { publicAssets } from '#delivery/public/assets'
import { env as readEnv, orExit } from '#env'
import { loggerFor } from '#logger'
import { closeShops } from '#cms/bulletin/shop'
import { newsroomApp } from '#cms/newsroom-app'
import { openNewsroom } from '#cms/open'
import { fillStandings } from '#cms/stores/standings'
import { orSayWhy } from '#cms/start-refused'

const start = async (): Promise<void> => {
  const env = orExit(() => readEnv())
  const logger = loggerFor('newsroom', env.logLevel)
  // A promise that a library did not wait for is no reason to close the newsroom to everybody.
  process.on('unhandledRejection', (reason) => logger.error({ err: reason }, 'a failure that nobody waited for'))
  await mkdir(env.dataDir, { recursive: true })
  // First caller wins: Next would otherwise open Payload from its own copy of our modules.
  const payload = await openNewsroom(env, logger)
  // Before anybody looks for a text. The worker does not wait for it: withdrawals go out meanwhile.
  await fillStandings(payload)
  const panel = await openPanel(env.newsroomPort)
  const app = newsroomApp(payload, { ...env, logger, panel, assets: publicAssets() })
  const server = createServer({ headersTimeout: 20_000, requestTimeout: 300_000, maxHeaderSize: 32_768 }, app)
  server.on('upgrade', (_req, socket) => socket.destroy())
  server.listen(env.newsroomPort, env.host, () => {
    logger.info({ url: env.newsroomUrl, mode: env.mode }, 'newsroom is open')
    process.send?.('ready')
  })
  stopOnSignal(async () => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), 15_000).unref()
    })
    await closeShops()
    await payload.destroy()
  })
}

const openPanel = async (port: number): Promise<RequestHandler> => {
  const { default: next } = await import('next')
  const panel = next({ dev: process.env.NODE_ENV !== 'production', dir: process.cwd(), port, hostname: 'localhost' })
  await panel.prepare()
  const handle = panel.getRequestHandler()
  return (req, res) => void handle(req, res)
}

const stopOnSignal = (stop: () => Promise<void>): void => {
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      setTimeout(() => process.exit(1), 20_000).unref()
      void stop().finally(() => process.exit(0))
    })
}

await orSayWhy(start)
