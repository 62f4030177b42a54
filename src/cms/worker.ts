/** The worker: releases what is due, pushes what is owed, tidies up. */
import { setTimeout as pause } from 'node:timers/promises'
import { createLocalReq, type Payload } from 'payload'
import { startDispatcher } from '#delivery/dispatcher'
import { dispatcherEnv, env as readEnv, orExit } from '#env'
import { loggerFor, type Logger } from '#logger'
import { clockSkew, MOST_SKEW_MS } from '#publication/embargo'
import { databaseNow } from './database'
import { openNewsroom } from './open'
import { releaseDue } from './schedule'
import { orSayWhy } from './start-refused'
import { forgetOldAnswers } from './stores/idempotency'

/** Milliseconds between looks at the schedule: the bound on lateness. */
const LOOK_MS = 250
const HOUSEKEEPING_MS = 60 * 60 * 1000
const KEPT_MS = 30 * 24 * 60 * 60 * 1000

const start = async (): Promise<void> => {
  const env = orExit(() => readEnv())
  const logger = loggerFor('worker', env.logLevel)
  const payload = await openNewsroom(env, logger)
  const dispatcher = await startDispatcher(
    orExit(() => dispatcherEnv()),
    logger,
  )
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort())
  logger.info('worker is at work')
  process.send?.('ready')
  await watchSchedule(payload, logger, stop.signal)
  await dispatcher.stop()
  await payload.destroy()
  process.exit(0)
}

/** Once a minute; in between the last answer counts. */
const CLOCK_MS = 60_000
let clock = { lookedAt: 0, agrees: true }
const clockAgrees = async (payload: Payload, logger: Logger): Promise<boolean> => {
  if (Date.now() - clock.lookedAt < CLOCK_MS && Date.now() >= clock.lookedAt) return clock.agrees
  const askedAt = new Date().toISOString()
  const database = (await databaseNow(payload)).toISOString()
  const skew = clockSkew(database, { askedAt, answeredAt: new Date().toISOString() })
  clock = { lookedAt: Date.now(), agrees: Math.abs(skew) <= MOST_SKEW_MS }
  if (!clock.agrees) logger.error({ skewMs: skew }, "this machine's clock has left the database's; nothing is released by time")
  return clock.agrees
}

const watchSchedule = async (payload: Payload, logger: Logger, stop: AbortSignal): Promise<void> => {
  let tidied = 0
  while (!stop.aborted) {
    try {
      if (await clockAgrees(payload, logger)) await releaseDue(payload, logger)
      if (Date.now() - tidied > HOUSEKEEPING_MS) {
        await forgetOldAnswers(await createLocalReq({}, payload), new Date(Date.now() - KEPT_MS))
        tidied = Date.now()
      }
    } catch (err) {
      // The database may be away for a while; the schedule waits for it and says so.
      logger.error({ err }, 'schedule could not be read')
      await pause(2_000, undefined, { signal: stop }).catch(() => undefined)
    }
    await pause(LOOK_MS, undefined, { signal: stop }).catch(() => undefined)
  }
}

await orSayWhy(start)
