/** The projector: follows the log by `seq` and keeps the read model and the public media folder as the log says. */
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { orExit, projectorEnv, type ProjectorEnv } from '#env'
import { loggerFor, type Logger } from '#logger'
import { NewsroomError, type Language } from '#newsroom'
import type { Release } from '#publication/release'
import { civilDay } from '#text/dates'
import { failpoint } from './failpoint'
import type { ClientKey, LogSource } from './log-source'
import { mongodbLogSource } from './log-source/mongodb'
import { sqliteLogSource } from './log-source/sqlite'
import { drawKit, filesNeeded, modelWriter, type Touched } from './model-writer'
import { kitEntries, kitItems, type Today } from './press'
import { writeZip } from './press-zip'
import { isProgram, untilStopped, whenThere } from './program'
import { publicMedia } from './public-media'
import {
  EMPTY,
  generationOf,
  metaOf,
  modelIdentity,
  MODEL_SHAPE,
  openModel,
  type Beat,
  type Generation,
  type Meta,
  type ModelDatabase,
  type StoredClient,
  type Trouble,
} from './read-model'
import { fileOf } from './sqlite'

export type Projector = {
  /** Look at the log at once. */
  readonly ring: () => void
  readonly stop: () => Promise<void>
}

export type ProjectWish = {
  readonly log: LogSource
  readonly modelFolder: string
  /** Every stored form of every medium, by digest. */
  readonly mediaStore: string
  readonly publicFolder: string
  readonly publicUrl: string
  readonly logger: Logger
  readonly pollMs?: number
  readonly now?: () => number
  /** Build everything anew from the log, beside what is served, and switch over. */
  readonly rebuild?: boolean
}

export const POLL_MS = 250
const TROUBLE_PAUSE_MS = 2_000
const CLIENTS_EVERY_MS = 2_000
const BEAT_EVERY_MS = 5_000
const COMPARE_EVERY_MS = 5_000
const BATCH = 100
const SWEEP_EVERY_MS = 3_600_000
const KITS_REST_MS = 60_000
/** How long a picture that a correction dropped can still be fetched; the rights to it may have been the reason. */
const DROPPED_STAYS_MS = 3_600_000
/** Readers look up the generation every few milliseconds; after so long nobody is left in the former one. No release waits for it. */
const FORMER_STAYS_MS = 1_000

/** Opens what the environment names and projects until stopped. */
export const startProjector = async (env: ProjectorEnv, logger: Logger, wish: Partial<ProjectWish> = {}): Promise<Projector> => {
  const log = await whenThere(
    () => openLog(env),
    () => logger.info('waiting for the database'),
  )
  const projector = project({
    log,
    modelFolder: env.readModelDir,
    mediaStore: join(env.mediaDir, 'store'),
    publicFolder: env.publicMediaDir,
    publicUrl: env.publicUrl,
    logger,
    ...wish,
  })
  return {
    ring: projector.ring,
    stop: async () => {
      await projector.stop()
      await log.close()
    },
  }
}

export const project = (wish: ProjectWish): Projector => {
  const { log, modelFolder, publicUrl, logger, pollMs = POLL_MS, now = Date.now } = wish
  const media = publicMedia(wish.mediaStore, wish.publicFolder)
  let db: ModelDatabase | null = null
  let identity: string | null = null
  let rebuild = wish.rebuild ?? false
  let sweptAt = Number.NEGATIVE_INFINITY
  let trouble: Trouble | null = null
  let beatAt = 0
  let clientsAt = 0
  let kitsRestUntil = Number.NEGATIVE_INFINITY
  /** The day for which ended rights were looked at. */
  let judgedFor: Today | null = null
  const today = (): Today => civilDay(new Date(now()))
  /** Until when readers may still be in generations before the served one. */
  let formerUntil = Number.POSITIVE_INFINITY
  let stopping = false

  /** The folder may be deleted while we run; then we begin again. */
  const model = async (): Promise<ModelDatabase> => {
    if (db && modelIdentity(modelFolder) === identity) return db
    if (db) await db.close()
    db = openModel(modelFolder, { readOnly: false })
    identity = modelIdentity(modelFolder)
    sweptAt = Number.NEGATIVE_INFINITY
    formerUntil = Date.now() + FORMER_STAYS_MS
    return db
  }

  const look = async (): Promise<boolean> => {
    const model_ = await model()
    if (rebuild || (await mustRebuild(model_))) {
      await buildAnew(model_)
      rebuild = false
    }
    const went = await follow(model_)
    await endRights(model_)
    await makeKits(model_, metaOf(model_).generation)
    if (went === 'caught up' && now() - sweptAt >= SWEEP_EVERY_MS) {
      sweptAt = now()
      const here = generationOf(model_, metaOf(model_).generation)
      const left = await media.sweep((name) => here.isFileUsed(name, sweptAt - DROPPED_STAYS_MS))
      if (left > 0) logger.info({ files: left }, 'unused media removed')
    }
    await copyClients(model_)
    if (Date.now() >= formerUntil) {
      formerUntil = Number.POSITIVE_INFINITY
      await forget(model_, { end: [metaOf(model_).generation] })
    }
    beat(model_, went === 'further')
    return went === 'further'
  }

  /** None yet, an older form, or a log that is not the one we followed (restored from a backup): the log is right. */
  let comparedAt = 0
  const mustRebuild = async (on: ModelDatabase): Promise<boolean> => {
    const meta = metaOf(on)
    if (meta.generation === 0 || meta.shape !== MODEL_SHAPE) return true
    if (meta.seq === 0 || Date.now() - comparedAt < COMPARE_EVERY_MS) return false
    comparedAt = Date.now()
    const known = await log.bySeq(meta.seq)
    if (known?.digest === meta.digest) return false
    logger.error({ seq: meta.seq }, 'the log is another one than the read model followed; it is built anew')
    return true
  }

  /** One release at a time, each visible at once and whole. */
  const follow = async (on: ModelDatabase): Promise<'caught up' | 'further' | 'stuck'> => {
    const releases = await nextReleases(on, metaOf(on).seq)
    if (!releases) return 'stuck'
    for (const release of releases) {
      if (stopping) return 'further'
      const wrong = linkFault(metaOf(on), release) ?? (await bringMedia(on, release))
      if (wrong) {
        await stuckAt(on, release.seq, wrong)
        return 'stuck'
      }
      unstuck()
      failpoint('before-model')
      const unused = apply(on, release, { moves: true })
      failpoint('after-model')
      await media.withdraw(unused)
      const { seq, item, language, version, kind } = release
      logger.info({ seq, item, language, version, kind }, 'visible')
    }
    unstuck()
    return releases.length === BATCH ? 'further' : 'caught up'
  }

  /** Null when the very next record is not what its digest says. */
  const nextReleases = async (on: ModelDatabase, seq: number): Promise<readonly Release[] | null> => {
    try {
      return await log.after(seq, BATCH)
    } catch (error) {
      if (!(error instanceof NewsroomError) || error.code !== 'server.fault') throw error
      await stuckAt(on, seq + 1, { reason: 'record damaged', facts: { seq: String(error.facts['seq']) } })
      return null
    }
  }

  const bringMedia = async (on: ModelDatabase, release: Release): Promise<Fault | null> => {
    if (isOvertaken(on, release)) return null
    failpoint('before-media')
    const fault = await media.publish(filesNeeded(generationOf(on, metaOf(on).generation), release))
    failpoint('after-media')
    return fault ? { reason: fault.reason, facts: { file: fault.file } } : null
  }

  const isOvertaken = (on: ModelDatabase, { item, language, seq }: Release): boolean =>
    (generationOf(on, metaOf(on).generation).text(item, language)?.release.seq ?? 0) > seq

  /** A right that ends with a day has no release: every day, and after every start, what it takes from the press kit is drawn anew. */
  const endRights = async (on: ModelDatabase): Promise<void> => {
    const day = today()
    if (judgedFor === day) return
    const unused = on.transactionSync(() => {
      const meta = metaOf(on)
      const touched: Touched = new Map()
      const writer = modelWriter(on, meta.generation, { publicUrl, today: day })
      const outdated = writer.endRights(touched)
      writer.draw(touched)
      if (touched.size > 0) on.putSync(['meta'], { ...meta, edition: meta.edition + 1 } satisfies Meta)
      return outdated
    })
    judgedFor = day
    await media.withdraw(unused)
  }

  /** ZIPs of the press kit. They hold only what is public, so they are made after it is; a release or a midnight meanwhile makes one old unseen. */
  const makeKits = async (on: ModelDatabase, g: number): Promise<void> => {
    if (now() < kitsRestUntil) return
    const here = generationOf(on, g)
    for (const { language, topic, stamp } of here.kitsToMake()) {
      const day = today()
      const file = await makeKit(here, language, topic, day)
      if (file === null) {
        kitsRestUntil = now() + KITS_REST_MS
        continue
      }
      failpoint('kit-made')
      on.transactionSync(() => {
        const kit = here.kit(language, topic)
        // Slow work puts nothing back: neither over what changed meanwhile nor past the midnight in which a right ended.
        if (kit?.file !== null || !isDeepStrictEqual(kit.stamp, stamp) || day !== today()) return
        drawKit(on, g, { language, topic, file, stamp }, { publicUrl, today: day })
        const meta = metaOf(on)
        if (meta.generation === g) on.putSync(['meta'], { ...meta, edition: meta.edition + 1 } satisfies Meta)
      })
      if (!here.isFileUsed(file)) await media.withdraw([file])
    }
  }

  /** Null where it cannot be made now (a file that is missing, a full disk): nobody's release waits for that. */
  const makeKit = async (here: Generation, language: Language, topic: string, day: Today): Promise<string | null> => {
    try {
      const items = kitItems(here, language, topic, day)
      const file = await writeZip(wish.publicFolder, kitEntries(items, { language, topic, publicUrl }))
      if (file === null) logger.warn({ language, topic }, 'press kit lacks a file; it is made later')
      return file
    } catch (err) {
      logger.error({ err, language, topic }, 'press kit cannot be made; it is tried later')
      return null
    }
  }

  /** In one transaction with the cursor; null files when another projector was faster. */
  const apply = (on: ModelDatabase, release: Release, { moves }: { readonly moves: boolean }): readonly string[] =>
    on.transactionSync(() => {
      const meta = metaOf(on)
      if (moves && meta.seq !== release.seq - 1) return []
      const touched: Touched = new Map()
      const writer = modelWriter(on, meta.generation, { publicUrl, today: today() })
      const unused = writer.fold(release, touched)
      writer.draw(touched)
      const cursor = moves ? { seq: release.seq, digest: release.digest, at: release.at } : {}
      on.putSync(['meta'], { ...meta, ...cursor, edition: meta.edition + 1 } satisfies Meta)
      return unused
    })

  /** What stands in the way is told and waited for, never skipped; but withdrawals go past it. */
  const stuckAt = async (on: ModelDatabase, seq: number, { reason, facts }: Fault): Promise<void> => {
    if (trouble?.seq !== seq || trouble.reason !== reason) {
      trouble = { seq, reason, facts, since: Date.now() }
      logger.error({ seq, reason, ...facts }, 'projector cannot go on; a person is needed')
      beatAt = 0
    }
    if (reason === 'chain broken') return
    for (let after = seq; !stopping;) {
      const withdrawals = await log.withdrawalsAfter(after, BATCH)
      for (const withdrawal of withdrawals) await withdrawAhead(on, withdrawal)
      const last = withdrawals.at(-1)
      if (!last) return
      after = last.seq
    }
  }
  const withdrawAhead = async (on: ModelDatabase, withdrawal: Release): Promise<void> => {
    if (isOvertaken(on, withdrawal) || hasGone(on, withdrawal)) return
    await media.withdraw(apply(on, withdrawal, { moves: false }))
    const { seq, item, language } = withdrawal
    logger.warn({ seq, item, language }, 'withdrawn ahead of what is stuck')
  }
  const hasGone = (on: ModelDatabase, { item, language, seq }: Release): boolean =>
    generationOf(on, metaOf(on).generation).text(item, language)?.release.seq === seq
  const unstuck = () => {
    if (trouble) logger.info({ seq: trouble.seq, reason: trouble.reason }, 'projector goes on')
    if (trouble) beatAt = 0
    trouble = null
  }

  /** A new generation beside the one that is served; addresses and lists are drawn once at the end, not once per release. */
  const buildAnew = async (on: ModelDatabase): Promise<void> => {
    const old = metaOf(on)
    const generation = old.generation + 1
    // Also what a building that was cut off has left.
    await forget(on, { end: [old.generation] })
    await forget(on, { start: [generation] })
    const touched: Touched = new Map()
    const isComparable = old.generation > 0 && old.shape === MODEL_SHAPE
    const writer = modelWriter(on, generation, {
      publicUrl,
      today: today(),
      ...(isComparable ? { floor: generationOf(on, old.generation) } : {}),
    })
    const edition = old.edition + 1
    const last = await foldAll(on, { ...EMPTY, generation, edition }, (release) => writer.fold(release, touched))
    failpoint('before-media')
    if (!last || !(await bringAllMedia(on, generationOf(on, generation), last.seq))) {
      if (old.generation > 0) throw new Stuck()
      // Something to show is better than nothing: from an empty model we go as far as the trouble, one release at a time.
      on.transactionSync(() => on.putSync(['meta'], { ...EMPTY, generation: generation + 1, edition } satisfies Meta))
      return
    }
    failpoint('after-media')
    await makeKits(on, generation)
    for (const part of parts([...touched], 50)) on.transactionSync(() => writer.draw(new Map(part)))
    failpoint('before-model')
    on.transactionSync(() => on.putSync(['meta'], last))
    judgedFor = null
    failpoint('after-model')
    sweptAt = Number.NEGATIVE_INFINITY
    logger.info({ seq: last.seq, resources: touched.size }, 'read model was built')
    formerUntil = Date.now() + FORMER_STAYS_MS
  }

  /** The whole log, link by link; null where it cannot be followed. */
  const foldAll = async (on: ModelDatabase, from: Meta, fold: (release: Release) => void): Promise<Meta | null> => {
    for (let last = from; ;) {
      const releases = await nextReleases(on, last.seq)
      if (!releases) return null
      if (releases.length === 0) return last
      for (const release of releases) {
        const wrong = linkFault(last, release)
        if (wrong) {
          await stuckAt(on, release.seq, wrong)
          return null
        }
        last = { ...last, seq: release.seq, digest: release.digest, at: release.at }
      }
      on.transactionSync(() => releases.forEach(fold))
    }
  }

  /** Of the texts that are live now; what was withdrawn needs none, nor what a correction dropped. */
  const bringAllMedia = async (on: ModelDatabase, here: Generation, upTo: number): Promise<boolean> => {
    for (let seq = 0; seq < upTo;) {
      const changes = here.changes(seq, BATCH, upTo)
      for (const { seq: each, item, language } of changes) {
        const text = here.text(item, language)
        if (text?.release.seq !== each) continue
        const fault = await media.publish(filesNeeded(here, text.release))
        if (fault) {
          await stuckAt(on, each, { reason: fault.reason, facts: { file: fault.file } })
          return false
        }
      }
      seq = changes.at(-1)?.seq ?? upTo
    }
    return true
  }

  /** Keys of a generation begin with its number, so that those of others lie before or after them. */
  const forget = async (on: ModelDatabase, range: { readonly start?: [number]; readonly end?: [number] }): Promise<void> => {
    const keys = [...on.getKeys(range)].filter(([g]) => typeof g === 'number')
    for (const some of parts(keys, 500)) {
      on.transactionSync(() => some.forEach((key) => on.removeSync(key)))
      await pause(0)
    }
  }

  /** A revoked key must be refused within seconds. */
  const copyClients = async (on: ModelDatabase): Promise<void> => {
    if (Date.now() - clientsAt < CLIENTS_EVERY_MS) return
    clientsAt = Date.now()
    const wanted = new Map(
      (await log.clientKeys()).filter(({ keyId }) => keyId !== '').map((client) => [client.keyId, clientOf(client)]),
    )
    const stored = new Map(
      [...on.getRange({ start: ['client'], end: ['client', '\uffff'] })].map(({ key, value }) => [
        String(key[1]),
        value as StoredClient,
      ]),
    )
    const changed = [...wanted].filter(([keyId, client]) => JSON.stringify(stored.get(keyId)) !== JSON.stringify(client))
    const gone = [...stored.keys()].filter((keyId) => !wanted.has(keyId))
    if (changed.length + gone.length === 0) return
    on.transactionSync(() => {
      for (const [keyId, client] of changed) on.putSync(['client', keyId], client)
      for (const keyId of gone) on.removeSync(['client', keyId])
    })
  }

  const beat = (on: ModelDatabase, further: boolean): void => {
    if (further || Date.now() - beatAt < BEAT_EVERY_MS) return
    beatAt = Date.now()
    on.transactionSync(() => on.putSync(['beat'], { at: beatAt, trouble } satisfies Beat))
  }

  let wake = () => {}
  let rung = false
  const ring = () => {
    rung = true
    wake()
  }
  const rest = (ms: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, rung ? 0 : ms)
      wake = () => {
        clearTimeout(timer)
        done()
      }
    })

  const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

  const run = async (): Promise<void> => {
    let away = false
    while (!stopping) {
      rung = false
      try {
        const further = await look()
        if (away) logger.info('log can be read again')
        away = false
        if (!further) await rest(trouble ? TROUBLE_PAUSE_MS : pollMs)
      } catch (err) {
        if (!away && !(err instanceof Stuck)) logger.error({ err }, 'projector was interrupted')
        away = !(err instanceof Stuck)
        await rest(TROUBLE_PAUSE_MS)
      }
    }
    await db?.close()
  }
  const running = run()

  return {
    ring,
    stop: async () => {
      stopping = true
      ring()
      await running
    },
  }
}

type Fault = { readonly reason: string; readonly facts: Readonly<Record<string, string>> }
/** Already told; the loop only waits. */
class Stuck extends Error {}

/** The chain is followed link by link: a hole, a repeated or a rewritten record stops us before it is shown. */
const linkFault = ({ seq, digest }: Pick<Meta, 'seq' | 'digest'>, release: Release): Fault | null =>
  release.seq === seq + 1 && release.prevDigest === digest
    ? null
    : { reason: 'chain broken', facts: { after: String(seq), found: String(release.seq) } }

const clientOf = ({ keyHash, scopes, active }: ClientKey): StoredClient => ({ keyHash, scopes, active })

const parts = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size))

const openLog = ({ databaseUrl }: ProjectorEnv): LogSource =>
  databaseUrl.startsWith('mongodb') ? mongodbLogSource(databaseUrl) : sqliteLogSource(fileOf(databaseUrl))

if (isProgram(/projector\.(mjs|ts)$/)) {
  const env = orExit(projectorEnv)
  const logger = loggerFor('projector', env.logLevel)
  const projector = await startProjector(env, logger, { rebuild: process.argv.includes('--rebuild') })
  untilStopped(projector.stop)
  logger.info('projector is at work')
  process.send?.('ready')
}
