import type { PayloadRequest } from 'payload'
import type { Language } from '#newsroom'
import type { Release } from '#publication/release'

type DeliveryDoc = {
  id: string
  key: string
  seq: number
  channel: string
  language: Language
  item: string
  version: number
  kind: Release['kind']
  state: string
  attempts: number
  nextAt: number
  acknowledgedAt?: number | null
  remoteUrl?: string | null
  lastError?: string | null
}

/** Newest first; one line per channel and release. */
export const deliveriesOf = async (req: PayloadRequest, item: string, language: Language, reader: Language) => {
  const { docs } = await req.payload.db.find<DeliveryDoc>({
    collection: 'deliveries',
    where: { and: [{ item: { equals: item } }, { language: { equals: language } }] },
    sort: '-seq',
    limit: 0,
    pagination: false,
    req,
  })
  const names = await channelNames(req, reader)
  return docs.map(({ key, channel, seq, version, kind, state, attempts, nextAt, acknowledgedAt, remoteUrl, lastError }) => ({
    key,
    channel,
    name: names.get(channel) ?? channel,
    seq,
    version,
    kind,
    state,
    attempts,
    nextAt,
    acknowledgedAt: acknowledgedAt ?? null,
    remoteUrl: remoteUrl ?? null,
    lastError: lastError ?? null,
  }))
}

/** Every outlet by key: its name for this reader, and whether it takes texts, rests or is disabled. */
export const channelsFor = async (
  req: PayloadRequest,
  reader: Language,
): Promise<ReadonlyMap<string, { readonly name: string; readonly state: string }>> => {
  const { docs } = await req.payload.db.find<{
    id: string
    key: string
    state: string
    name?: Partial<Record<Language, string>>
  }>({ collection: 'channels', limit: 0, pagination: false, locale: 'all', req })
  return new Map(docs.map(({ key, name, state }) => [key, { name: name?.[reader] ?? name?.vi ?? key, state }]))
}

export const channelNames = async (req: PayloadRequest, reader: Language): Promise<ReadonlyMap<string, string>> =>
  new Map([...(await channelsFor(req, reader))].map(([key, { name }]) => [key, name]))

type Outlet = {
  readonly channel: string
  readonly name: string
  readonly state: string
  readonly remoteUrl: string | null
  readonly language: Language
  readonly kind: Release['kind']
}
/** The newest delivery of every channel and language. */
export const outletsOf = async (
  req: PayloadRequest,
  items: readonly string[],
  reader: Language,
): Promise<ReadonlyMap<string, readonly Outlet[]>> => {
  if (items.length === 0) return new Map()
  const { docs } = await req.payload.db.find<DeliveryDoc>({
    collection: 'deliveries',
    where: { item: { in: [...items] } },
    sort: 'seq',
    limit: 0,
    pagination: false,
    req,
  })
  const names = await channelNames(req, reader)
  const newest = new Map(docs.map((doc) => [`${doc.item}/${doc.channel}/${doc.language}`, doc]))
  const byItem = new Map<string, Outlet[]>()
  for (const { item, channel, state, remoteUrl, language, kind } of newest.values()) {
    byItem.set(item, [
      ...(byItem.get(item) ?? []),
      { channel, name: names.get(channel) ?? channel, state, remoteUrl: remoteUrl ?? null, language, kind },
    ])
  }
  return byItem
}
