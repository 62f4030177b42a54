/** The dispatcher: looks for what is owed, sends it in order, and writes down what became of it. */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { dispatcherEnv, orExit, type DispatcherEnv } from '#env'
import { loggerFor, type Logger } from '#logger'
import { NewsroomError } from '#newsroom'
import { readMs } from '#programme/timing'
import { sha256 } from '#publication/canonical'
import type { Release } from '#publication/release'
import { itemsIn } from '#publication/renditions/edition'
import { plain } from '#publication/renditions/plain'
import { webhookSender, type Sender } from './channels/webhook'
import { laneOf, type Delivery, type Lane } from './deliver'
import { failpoint } from './failpoint'
import { breaker, tokenBucket, type Bucket, type Health } from './limits'
import type { LogSource } from './log-source'
import { mongodbLogSource } from './log-source/mongodb'
import { sqliteLogSource } from './log-source/sqlite'
import { textsOf } from './known'
import { bytesOf, messageOf } from './message'
import type { Channel, Outbox } from './outbox'
import { mongodbOutbox } from './outbox/mongodb'
import { sqliteOutbox } from './outbox/sqlite'
import { isProgram, untilStopped, whenThere } from './program'
import { isOverdueWithdrawal, judge, SCHEDULE, type Outcome, type Settlement } from './retry'
import { fileOf } from './sqlite'
import { openSecret, readKeyring, type Keyring } from './secrets'

export type Dispatcher = {
  /** Something new is owed: look at once. Polling finds it anyway. */
  readonly ring: () => void
  /** Takes nothing more and lets what is being sent come to its end. */
  readonly stop: () => Promise<void>
}

export type DispatchWish = {
  readonly outbox: Outbox
  readonly log: LogSource
  readonly sender: Sender
  readonly keyring: Keyring
  readonly publicUrl: string
  readonly logger: Logger
  readonly schedule?: readonly number[]
  readonly leaseMs?: number
  readonly pollMs?: number
  /** Texts in flight per channel; withdrawals have as many places of their own. */
  readonly parallel?: number
  readonly coolsMs?: number
  /** In [0, 1). */
  readonly chance?: () => number
  readonly by?: string
}

/** Longer than an attempt can take (20 s), so that only a dead worker loses its lease. */
export const LEASE_MS = 45_000
const LEASE_MARGIN_MS = 100
export const POLL_MS = 250
export const PARALLEL = 4
const ALARM_EVERY_MS = 5_000
const DATABASE_PAUSE_MS = 2_000
/** How long the former secret of a channel signs as well. */
export const ROTATION_MS = 7 * 24 * 3_600_000

/** Opens what the environment names and dispatches until stopped. */
export const startDispatcher = async (
  env: DispatcherEnv,
  logger: Logger,
  wish: Partial<DispatchWish> = {},
): Promise<Dispatcher> => {
  const keyring = readKeyring(env.credentialsKey)
  const { outbox, log } = await whenThere(
    () => openStores(env),
    () => logger.info('waiting for the database'),
  )
  const sender = webhookSender({ reach: { loopback: env.pushToLoopback, http: false } })
  const dispatcher = dispatch({ outbox, log, sender, keyring, publicUrl: env.publicUrl, logger, ...paceOf(env.mode), ...wish })
  return {
    ring: dispatcher.ring,
    stop: async () => {
      await dispatcher.stop()
      await Promise.all([outbox.close(), log.close(), sender.close()])
    },
  }
}

export const dispatch = (wish: DispatchWish): Dispatcher => {
  const { outbox, log, sender, keyring, publicUrl, logger } = wish
  const { schedule = SCHEDULE, leaseMs = LEASE_MS, pollMs = POLL_MS, parallel = PARALLEL, chance = Math.random } = wish
  const by = wish.by ?? `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`
  const hosts = breaker(wish.coolsMs === undefined ? {} : { coolsMs: wish.coolsMs })
  const buckets = new Map<string, { readonly perMinute: number; readonly bucket: Bucket }>()
  /** By lane: what this process is sending. */
  const inFlight = new Map<string, Sending>()
  let clock = Date.now
  let alarmedAt = 0
  let stopping = false

  const look = async (): Promise<void> => {
    const now = await outbox.now()
    const skew = now - Date.now()
    clock = () => Date.now() + skew
    // Paused or disabled, an outlet is still told what to take down: it may show the text to this day.
    const channels = (await outbox.channels()).filter(({ kind }) => kind === 'webhook')
    for (const channel of channels) {
      await takeFrom(channel, now, true)
      if (channel.state === 'active') await takeFrom(channel, now, false)
    }
    if (now - alarmedAt >= ALARM_EVERY_MS) {
      alarmedAt = now
      await raiseAlarms(now)
    }
  }

  /** Claims as much as there are places for. Withdrawals ask neither quota nor breaker. */
  const takeFrom = async (channel: Channel, now: number, withdrawalsOnly: boolean): Promise<void> => {
    const host = hostOf(channel)
    const bucket = bucketOf(channel)
    const sending = [...inFlight.values()].filter(
      (each) => each.delivery.channel === channel.key && each.urgent === withdrawalsOnly,
    ).length
    const places = () =>
      parallel -
      [...inFlight.values()].filter((each) => each.delivery.channel === channel.key && each.urgent === withdrawalsOnly).length
    const open = () => withdrawalsOnly || (bucket.has(now) && hosts.lets(host, now))
    if (places() <= 0 || !open()) return
    // Lanes that another process is sending come back as well; look past them.
    const lanes = await outbox.due({ channel: channel.key, withdrawalsOnly, now, limit: parallel + sending + 16 })
    for (const lane of lanes) {
      if (stopping || places() <= 0 || !open()) return
      if (!withdrawalsOnly && inFlight.has(laneOf(lane))) continue
      await take(lane, channel, now, withdrawalsOnly)
    }
  }

  const take = async (lane: Lane, channel: Channel, now: number, urgent: boolean): Promise<void> => {
    failpoint('before-claim')
    const claim = await outbox.claim({ lane, now, leaseMs, by, ordinary: !urgent })
    if (!claim.claimed) {
      const blocking = claim.hurry && inFlight.get(laneOf(lane))
      if (blocking && blocking.delivery.key === claim.hurry?.key) blocking.breakOff.abort()
      return
    }
    failpoint('after-claim')
    const withdrawal = claim.claimed.kind === 'withdrawal'
    if (!withdrawal) bucketOf(channel).take(now)
    if (!withdrawal) hosts.began(hostOf(channel), now)
    const sending: Sending = {
      delivery: claim.claimed,
      urgent: withdrawal,
      breakOff: new AbortController(),
      done: Promise.resolve(),
    }
    inFlight.set(laneOf(lane), sending)
    sending.done = attempt(claim.claimed, channel, sending.breakOff.signal)
      .catch((err: unknown) => logger.error({ err, delivery: claim.claimed.key }, 'attempt was lost; its lease runs out'))
      .finally(() => {
        inFlight.delete(laneOf(lane))
        ring()
      })
  }

  const attempt = async (delivery: Delivery, channel: Channel, signal: AbortSignal): Promise<void> => {
    const at = clock()
    let outcome: Outcome | null = null
    try {
      outcome = await trySending(delivery, channel, { at, signal })
    } finally {
      // Whatever became of it: a probe that never ends would keep the host closed for ever.
      hosts.ended(hostOf(channel), outcome ? healthOf(outcome) : 'unknown', clock())
    }
    if (outcome) await conclude(delivery, channel, outcome, at)
  }

  /** Null = the lease is no longer ours, and nothing was sent. */
  const trySending = async (
    delivery: Delivery,
    channel: Channel,
    { at, signal }: { readonly at: number; readonly signal: AbortSignal },
  ): Promise<Outcome | null> => {
    const prepared = await prepare(delivery, channel)
    if ('body' in prepared && prepared.digest !== delivery.bodyDigest) {
      if (delivery.bodyDigest !== null && !prepared.follows)
        logger.warn({ delivery: delivery.key }, 'body differs from that of the first attempt')
      if (!(await outbox.freeze(delivery, prepared.digest))) return null
    }
    failpoint('before-send')
    // Whoever was stopped in the middle (a paused machine) must not send what somebody else may have sent since.
    const withinMs = (delivery.leaseUntil ?? 0) - clock() - LEASE_MARGIN_MS
    if (withinMs <= 0) {
      logger.warn({ delivery: delivery.key }, 'lease ran out before anything was sent')
      return null
    }
    const outcome: Outcome =
      'body' in prepared
        ? await sender.send(
            {
              address: channel.address,
              id: delivery.key,
              body: prepared.body,
              item: delivery.item,
              language: delivery.language,
              version: delivery.version,
              seq: delivery.seq,
              secrets: prepared.secrets,
            },
            { now: at, signal, withinMs },
          )
        : prepared
    failpoint('after-send')
    return outcome
  }

  const prepare = async (delivery: Delivery, channel: Channel): Promise<Prepared> => {
    const secrets = secretsOf(channel)
    if ('kind' in secrets) return secrets
    try {
      const release = await log.bySeq(delivery.seq)
      if (release === null) return { kind: 'unsendable', error: 'release not found', pause: false }
      const body = bytesOf(
        messageOf(release, {
          kind: delivery.kind,
          history: await log.of(delivery.item, delivery.seq),
          texts: await textsOf(release, log),
          publicUrl,
          radio: channel.format === 'radio' ? { readMs: readingTime(release) } : null,
        }),
      )
      return { body, digest: sha256(body), follows: followsTexts(release), secrets: secrets.list }
    } catch (error) {
      // A record that does not match its digest is never sent; a database that is away is another matter.
      if (error instanceof NewsroomError && error.code === 'server.fault')
        return { kind: 'unsendable', error: 'release damaged', pause: false }
      throw error
    }
  }

  const secretsOf = (channel: Channel): { readonly list: readonly string[] } | Extract<Outcome, { kind: 'unsendable' }> => {
    const current = openSecret(keyring, channel.key, channel.secret)
    if ('fault' in current) return { kind: 'unsendable', error: `secret ${current.fault}`, pause: true }
    const isFresh = channel.secretChangedAt === null || clock() - channel.secretChangedAt < ROTATION_MS
    const previous = channel.previousSecret && isFresh ? openSecret(keyring, channel.key, channel.previousSecret) : null
    return { list: previous && 'secret' in previous ? [current.secret, previous.secret] : [current.secret] }
  }

  const conclude = async (delivery: Delivery, channel: Channel, outcome: Outcome, at: number): Promise<void> => {
    const now = clock()
    const { settlement, pause } = judge(delivery, outcome, { at, now, chance: chance(), schedule })
    failpoint('before-settle')
    const written = await settle(delivery, settlement)
    failpoint('after-settle')
    const { attempt: tried, state } = settlement
    const row = {
      delivery: delivery.key,
      channel: channel.key,
      item: delivery.item,
      language: delivery.language,
      version: delivery.version,
      kind: delivery.kind,
      attempt: delivery.attempts,
      state,
      ...tried,
    }
    if (!written) return logger.warn(row, 'came back after its lease was given away; nothing was written')
    if (state === 'delivered') logger.info(row, 'delivered')
    else if (state === 'dead') logger.error(row, 'given up; a person is needed')
    else logger.warn(row, state === 'superseded' ? 'broken off for a withdrawal' : 'not delivered; will be tried again')
    if (pause && (await outbox.pause(channel.key)))
      logger.error({ channel: channel.key, why: pause }, 'channel paused; a person is needed')
  }

  /** The answer is worth more than one try: without it the outlet gets everything once more. */
  const settle = async (delivery: Delivery, settlement: Settlement): Promise<boolean> => {
    for (;;) {
      try {
        return await outbox.settle(delivery, settlement)
      } catch (error) {
        if (clock() >= (delivery.leaseUntil ?? 0)) throw error
        await pauseFor(500)
      }
    }
  }

  const raiseAlarms = async (now: number): Promise<void> => {
    for (const delivery of await outbox.unconfirmed()) {
      const owedAt = await owedSince(delivery.seq)
      if (!isOverdueWithdrawal(delivery, owedAt, now) || !(await outbox.alarm(delivery, now))) continue
      const { key, channel, item, language, lastError } = delivery
      logger.warn(
        { delivery: key, channel, item, language, lastError, minutes: Math.floor((now - owedAt) / 60_000) },
        'withdrawal is not confirmed',
      )
    }
  }
  const releasedAt = new Map<number, number>()
  const owedSince = async (seq: number): Promise<number> => {
    const known = releasedAt.get(seq) ?? Date.parse((await log.bySeq(seq))?.at ?? '')
    if (Number.isNaN(known)) return Number.POSITIVE_INFINITY
    releasedAt.set(seq, known)
    return known
  }

  const bucketOf = ({ key, perMinute }: Channel): Bucket => {
    const known = buckets.get(key)
    if (known?.perMinute === perMinute) return known.bucket
    const bucket = tokenBucket(perMinute)
    buckets.set(key, { perMinute, bucket })
    return bucket
  }

  let wake = () => {}
  let rung = false
  const ring = () => {
    rung = true
    wake()
  }
  const pauseFor = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
  const rest = (ms: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, rung ? 0 : ms)
      wake = () => {
        clearTimeout(timer)
        done()
      }
    })

  const run = async (): Promise<void> => {
    let away = false
    while (!stopping) {
      rung = false
      try {
        await look()
        if (away) logger.info('outbox can be read again')
        away = false
        await rest(pollMs)
      } catch (err) {
        if (!away) logger.error({ err }, 'outbox cannot be read')
        away = true
        await rest(DATABASE_PAUSE_MS)
      }
    }
  }
  const running = run()

  return {
    ring,
    stop: async () => {
      stopping = true
      ring()
      await running
      await Promise.all([...inFlight.values()].map(({ done }) => done))
    },
  }
}

type Sending = { readonly delivery: Delivery; readonly urgent: boolean; readonly breakOff: AbortController; done: Promise<void> }
type Prepared =
  | {
      readonly body: Buffer
      readonly digest: string
      /** Made of other texts: as they change, so does the body of the next attempt. */
      readonly follows: boolean
      readonly secrets: readonly string[]
    }
  | Extract<Outcome, { kind: 'unsendable' }>

/** Below 500 the host is there, whatever it thinks of the message; what was not sent to its end says nothing about it. */
const healthOf = (outcome: Outcome): Health => {
  if (outcome.kind === 'unsendable' || outcome.kind === 'aborted') return 'unknown'
  return outcome.kind === 'answered' && outcome.status < 500 ? 'alive' : 'failing'
}
const hostOf = ({ address, key }: Channel): string => (URL.canParse(address) ? new URL(address).hostname : key)

const openStores = ({ databaseUrl }: DispatcherEnv): { readonly outbox: Outbox; readonly log: LogSource } =>
  databaseUrl.startsWith('mongodb')
    ? { outbox: mongodbOutbox(databaseUrl), log: mongodbLogSource(databaseUrl) }
    : { outbox: sqliteOutbox(fileOf(databaseUrl)), log: sqliteLogSource(fileOf(databaseUrl)) }

/** A demo or a chaos run may wait a hundredth as long: `DISPATCH_PACE=0.01`, `DISPATCH_LEASE_MS=3000`. */
const paceOf = (mode: DispatcherEnv['mode']): Partial<DispatchWish> => {
  const pace = Number(process.env['DISPATCH_PACE'])
  const leaseMs = Number(process.env['DISPATCH_LEASE_MS'])
  if (mode !== 'demo') return {}
  return {
    ...(pace > 0 ? { schedule: SCHEDULE.map((wait) => wait * pace), coolsMs: 60_000 * pace } : {}),
    ...(leaseMs > 0 ? { leaseMs } : {}),
  }
}

if (isProgram(/dispatcher\.(mjs|ts)$/)) {
  const env = orExit(dispatcherEnv)
  const logger = loggerFor('dispatcher', env.logLevel)
  const dispatcher = await startDispatcher(env, logger)
  untilStopped(dispatcher.stop)
  logger.info('dispatcher is at work')
  process.send?.('ready')
}

const followsTexts = (release: Release): boolean => release.kind !== 'withdrawal' && itemsIn(release.snapshot).length > 0

/** How long a text is to be read, by the usual pace of its language; a withdrawal says nothing. */
const readingTime = (release: Release): number | null =>
  release.kind === 'withdrawal' ? null : readMs(plain(release.snapshot), release.language)
