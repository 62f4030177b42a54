import type { PayloadRequest, Where } from 'payload'
import { attentionTo, byUrgency, type Attention, type Owing } from '#delivery/attention'
import { laneOf } from '#delivery/deliver'
import { deliveryOf, type StoredRow } from '#delivery/outbox/rows'
import { ALARM_AFTER } from '#delivery/retry'
import { mayOpenIssues, mindsOutlets, scopes } from '#editorial/permissions'
import type { Instant, ItemId, Language } from '#newsroom'
import type { Release } from '#publication/release'
import { asFarAs, whereFor } from '../access'
import { databaseNow } from '../database'
import { personIn } from './cells'
import { channelsFor } from './outlets'

/** Lines that are read at once; behind a larger trouble stands one cause. */
const MOST = 50

/** What outlets have not got, for those who can do something about it; for everybody else empty. */
export const undeliveredOf = async (req: PayloadRequest, reader: Language) => {
  const person = personIn(req)
  if (!mindsOutlets(person)) return { lines: [], more: false, paused: [] }
  const now = (await databaseNow(req.payload)).getTime()
  const channels = await channelsFor(req, reader)
  const isActive = (channel: string): boolean => channels.get(channel)?.state === 'active'
  const { lanes, more } = await lanesInTrouble(req, now)
  const found = lanes
    .flatMap((lane): readonly Attention[] => {
      const told = attentionTo(lane, { isActive: isActive(lane.at(-1)?.delivery.channel ?? ''), now })
      return told ? [told] : []
    })
    .sort(byUrgency)
  const items = [...new Set(found.map(({ delivery }) => delivery.item))]
  const titles = await titlesOf(req, items, scopes(person, 'releases', 'read').has('all'))
  const addresses = await addressesOf(req, items)
  return {
    lines: found.map(({ kind, late, since, delivery }) => {
      const { key, channel, item, language, version, state, attempts, nextAt, lastError } = delivery
      const text = `${item}/${language}`
      return {
        key,
        kind,
        late,
        since,
        outlet: channels.get(channel)?.name ?? channel,
        item,
        language,
        version,
        title: titles.get(text) ?? null,
        url: addresses.get(text) ?? addresses.get(item) ?? null,
        attempts,
        /** Of one that will be tried again: when, in epoch milliseconds. */
        nextAt: state === 'failed' ? nextAt : null,
        lastError,
        sending: state === 'leased',
        /** Not while it is being sent, nor to an outlet that rests, which takes withdrawals alone. */
        mayResend: state !== 'leased' && (isActive(channel) || delivery.kind === 'withdrawal'),
      }
    }),
    more,
    paused: await pausedOf(req, channels),
  }
}
export type Undelivered = Awaited<ReturnType<typeof undeliveredOf>>

/** Every delivery of the lanes in which something is not as it should be; withdrawals first. */
const lanesInTrouble = async (req: PayloadRequest, now: number) => {
  const tooOld = new Date(now - ALARM_AFTER).toISOString()
  const open: Where = { state: { in: ['pending', 'leased', 'failed'] } }
  const wanted: readonly { readonly where: Where; readonly sort: string }[] = [
    // The longest owed first; of the rest the newest, because what was given up long ago has mostly been overtaken.
    { sort: 'seq', where: { and: [{ kind: { equals: 'withdrawal' } }, open] } },
    {
      sort: '-seq',
      where: {
        and: [
          { kind: { not_equals: 'withdrawal' } },
          {
            or: [
              { state: { equals: 'dead' } },
              { and: [open, { flagged: { equals: true } }] },
              { and: [open, { createdAt: { less_than: tooOld } }] },
            ],
          },
        ],
      },
    },
  ]
  const lanes = new Map<string, { item: ItemId; channel: string; language: Language }>()
  let more = false
  for (const { where, sort } of wanted) {
    const { docs, hasNextPage } = await req.payload.db.find<StoredRow>({
      collection: 'deliveries',
      where,
      sort,
      limit: MOST,
      pagination: true,
      req,
    })
    more ||= hasNextPage
    for (const doc of docs) lanes.set(laneOf(deliveryOf(doc)), deliveryOf(doc))
  }
  if (lanes.size === 0) return { lanes: [], more }
  const { docs } = await req.payload.db.find<StoredRow & { createdAt: Instant }>({
    collection: 'deliveries',
    where: { item: { in: [...new Set([...lanes.values()].map(({ item }) => item))] } },
    sort: 'version',
    limit: 0,
    pagination: false,
    req,
  })
  const rows = new Map<string, Owing[]>()
  for (const doc of docs) {
    const delivery = deliveryOf(doc)
    const lane = laneOf(delivery)
    if (lanes.has(lane)) rows.set(lane, [...(rows.get(lane) ?? []), { delivery, since: doc.createdAt }])
  }
  return { lanes: [...rows.values()], more }
}

/** As readers saw them last; of what was taken down only for whom the log is open. */
const titlesOf = async (req: PayloadRequest, items: readonly ItemId[], seesWithdrawn: boolean) => {
  const titles = new Map<string, string>()
  if (items.length === 0) return titles
  const { docs } = await req.payload.db.find<{ record: string }>({
    collection: 'releases',
    where: { item: { in: [...items] } },
    sort: 'seq',
    limit: 0,
    pagination: false,
    select: { record: true },
    req,
  })
  for (const { record } of docs) {
    const release = JSON.parse(record) as Release
    const text = `${release.item}/${release.language}`
    if (release.kind !== 'withdrawal') titles.set(text, release.snapshot.title)
    else if (!seesWithdrawn) titles.delete(text)
  }
  return titles
}

/** Where it stands at the desk, for whom it stands there: by text, or of an issue or a programme by item. */
const addressesOf = async (req: PayloadRequest, items: readonly ItemId[]): Promise<ReadonlyMap<string, string>> => {
  const addresses = new Map<string, string>()
  const person = personIn(req)
  // Issues and programmes are opened by their own doors, not by those of their collections.
  const opens = mayOpenIssues(person)
  for (const [collection, page, rule] of [
    ['articles', '/admin/collections/articles', whereFor(person, 'articles', 'read')],
    ['bulletins', '/admin/bulletin', opens],
    ['programmes', '/admin/programme', opens],
  ] as const) {
    const where = asFarAs(rule, { item: { in: [...items] } })
    if (where === null || items.length === 0) continue
    const { docs } = await req.payload.db.find<{ id: string; item: ItemId; language?: Language }>({
      collection,
      where,
      limit: 0,
      pagination: false,
      select: { item: true, language: true },
      req,
    })
    for (const { id, item, language } of docs)
      addresses.set(collection === 'articles' ? `${item}/${language}` : item, `${page}/${id}`)
  }
  return addresses
}

/** Outlets that rest: what is owed to each meanwhile. */
const pausedOf = async (req: PayloadRequest, channels: Awaited<ReturnType<typeof channelsFor>>) => {
  const paused: { readonly outlet: string; readonly waiting: number }[] = []
  for (const [key, { name, state }] of channels) {
    if (state !== 'paused') continue
    const { totalDocs } = await req.payload.db.count({
      collection: 'deliveries',
      where: { and: [{ channel: { equals: key } }, { state: { in: ['pending', 'failed'] } }] },
      req,
    })
    paused.push({ outlet: name, waiting: totalDocs })
  }
  return paused
}
