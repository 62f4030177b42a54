import { createHash } from 'node:crypto'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { LANGUAGES, type Language } from '#newsroom'
import type { SignedHead } from '#publication/chain'
import type { Owed } from '#publication/owed'
import type { Release, ReleaseRecord } from '#publication/release'
import { itemsIn } from '#publication/renditions/edition'
import { CHAINS, rowsOf, verify } from './chains'
import { databaseNow } from './database'
import { idOf, type StoryDoc } from './snapshot'
import { standingsOf } from './stores/standings'
import { inTransaction } from './transaction'

export type Violation = { readonly rule: string; readonly what: string }
type Delivery = Owed & { readonly id: string; readonly key: string; readonly state: string; readonly leaseUntil?: number | null }
export type Places = { readonly mediaDir: string; readonly publicMediaDir: string }

/** Milliseconds after its end at which a lease that nobody took over is a fault. */
const GRACE = 60_000

/**
 * What must be true at any time; with `settled`, also that every outlet has acknowledged the newest version it may have.
 * The same checker serves the tests, the chaos run and the hourly look in production.
 */
export const violations = async (
  payload: Payload,
  places: Places,
  { settled = false, heads = [] }: { readonly settled?: boolean; readonly heads?: readonly SignedHead[] } = {},
): Promise<readonly Violation[]> => {
  const found: Violation[] = []
  for (const chain of CHAINS) {
    const verdict = await verify(payload, chain, heads, null)
    if (!verdict.ok) found.push({ rule: `chain:${verdict.why}`, what: `${chain} ${verdict.firstBad}` })
  }
  const releases: Release[] = []
  for await (const { record, digest } of rowsOf(payload, 'releases'))
    releases.push({ ...(JSON.parse(record) as ReleaseRecord), digest })
  found.push(...(await counterViolations(payload, releases.length)))
  const { docs: deliveries } = await payload.db.find<Delivery>({
    collection: 'deliveries',
    limit: 0,
    pagination: false,
    sort: 'seq',
  })
  found.push(...deliveryViolations(deliveries, releases, (await databaseNow(payload)).getTime(), settled))
  found.push(...(await mediaViolations(releases, places)))
  found.push(...(await standingViolations(payload)))
  return found
}

const STORIES_AT_ONCE = 200

/** What lists ask in a query must be what rows, sources and the log say: a wrong one hides a text from a list. */
const standingViolations = async (payload: Payload): Promise<readonly Violation[]> => {
  const found: Violation[] = []
  for (let page = 1; ; page += 1) {
    const { docs } = await payload.db.find<StoryDoc>({
      collection: 'stories',
      page,
      limit: STORIES_AT_ONCE,
      sort: 'id',
      select: { item: true },
    })
    const look = (req: PayloadRequest) =>
      storyViolations(
        req,
        docs.map(({ id }) => id),
      )
    const req = await createLocalReq({}, payload)
    // A verb may have come between two readings: what looks wrong is read again as of one moment.
    if ((await look(req)).length > 0) found.push(...(await inTransaction(payload, req, look)))
    if (docs.length < STORIES_AT_ONCE) return found
  }
}

const storyViolations = async (req: PayloadRequest, stories: readonly string[]): Promise<readonly Violation[]> => {
  const { docs } = await req.payload.db.find<StoryDoc & { begun?: Partial<Record<Language, boolean | null>> | null }>({
    collection: 'stories',
    where: { id: { in: [...stories] } },
    limit: 0,
    pagination: false,
    select: { begun: true },
    req,
  })
  const texts = await standingsOf(req, stories)
  const there = new Set(texts.map(({ article: { story, language } }) => `${idOf(story)} ${language}`))
  const begun = docs.flatMap(({ id, begun: kept }) =>
    LANGUAGES.filter((language) => (kept?.[language] ?? false) !== there.has(`${id} ${language}`)).map(
      (language) => `${id} ${language}`,
    ),
  )
  return [
    ...texts.filter(({ holds }) => !holds).map(({ article }) => ({ rule: 'standing', what: article.id })),
    ...begun.map((what) => ({ rule: 'begun', what })),
  ]
}

const counterViolations = async (payload: Payload, count: number): Promise<readonly Violation[]> => {
  const counter = await payload.db.findOne<{ id: string; value: number }>({
    collection: 'counters',
    where: { name: { equals: 'releases' } },
  })
  return counter?.value === count ? [] : [{ rule: 'counter', what: `${counter?.value ?? 'none'} for ${count} releases` }]
}

const deliveryViolations = (
  deliveries: readonly Delivery[],
  releases: readonly Release[],
  now: number,
  settled: boolean,
): readonly Violation[] => {
  const seqs = new Set(releases.map(({ seq }) => seq))
  const found: Violation[] = []
  const newest = new Map<string, Delivery>()
  for (const delivery of deliveries) {
    if (!seqs.has(delivery.seq)) found.push({ rule: 'delivery without release', what: delivery.key })
    if (delivery.state === 'leased' && (delivery.leaseUntil ?? 0) + GRACE < now)
      found.push({ rule: 'lease past its time', what: delivery.key })
    newest.set(`${delivery.channel}/${delivery.item}/${delivery.language}`, delivery)
  }
  // A withdrawal owes one delivery to every channel that was ever sent the item, by itself or inside an issue or a programme.
  const carriers = releases.flatMap((release) =>
    release.kind === 'withdrawal' ? [] : { seq: release.seq, language: release.language, items: itemsIn(release.snapshot) },
  )
  for (const release of releases.filter(({ kind }) => kind === 'withdrawal')) {
    const tells = carriers.filter(({ language, items }) => language === release.language && items.includes(release.item))
    const told = new Set(tells.map(({ seq }) => seq))
    const before = new Set(
      deliveries
        .filter(({ seq }) => seq < release.seq)
        .filter(({ item, language, seq, kind }) =>
          item === release.item ? language === release.language : told.has(seq) && kind !== 'withdrawal',
        )
        .map(({ channel }) => channel),
    )
    for (const channel of before)
      if (!deliveries.some((delivery) => delivery.seq === release.seq && delivery.channel === channel))
        found.push({ rule: 'withdrawal not owed', what: `${release.seq} ${channel}` })
  }
  if (settled)
    for (const delivery of newest.values())
      if (delivery.state !== 'delivered') found.push({ rule: 'outlet behind', what: `${delivery.key} ${delivery.state}` })
  return found
}

const mediaViolations = async (
  releases: readonly Release[],
  { mediaDir, publicMediaDir }: Places,
): Promise<readonly Violation[]> => {
  const found: Violation[] = []
  const forms = new Map(
    releases
      .flatMap((release) => (release.kind === 'withdrawal' ? [] : release.snapshot.media.flatMap(({ renditions }) => renditions)))
      .map((form) => [`${form.digest}.${form.ext}`, form]),
  )
  for (const [name, { bytes }] of forms) {
    const size = await stat(join(mediaDir, 'store', name)).then(
      (file) => file.size,
      () => null,
    )
    if (size !== bytes) found.push({ rule: 'medium without its file', what: name })
  }
  const published = await readdir(publicMediaDir).catch(() => [])
  for (const name of published.filter((file) => /^[0-9a-f]{64}\./.test(file))) {
    const digest = createHash('sha256')
      .update(await readFile(join(publicMediaDir, name)))
      .digest('hex')
    if (!name.startsWith(digest)) found.push({ rule: 'public file differs from its digest', what: name })
  }
  return found
}
