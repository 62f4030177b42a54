import { createHash } from 'node:crypto'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Payload } from 'payload'
import type { SignedHead } from '#publication/chain'
import type { Owed } from '#publication/owed'
import type { Release, ReleaseRecord } from '#publication/release'
import { itemsIn } from '#publication/renditions/edition'
import { CHAINS, rowsOf, verify } from './chains'
import { databaseNow } from './database'

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
  return found
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
