import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import type { ItemId, Language } from '#newsroom'
import { stored } from '#publication/chain'
import type { ChannelWish, LogHead, Owed, ReleaseLog, ReleaseRequest } from '#publication/log'
import { GENESIS, gradeOf, nextRelease, owed, type Release, type ReleaseRecord } from '#publication/release'
import { snapshotWords, wordsDigest } from '#publication/words'
import { databaseNow } from '../database'
import { increment, inTransaction } from '../transaction'
import { digestBefore } from './chain'

/** The log in the database. Inside a transaction (`req`) it joins it; without one, `append` makes its own. */
export const releaseLog = (payload: Payload, req?: PayloadRequest): ReleaseLog => ({
  head: () => headOf(payload, req),
  after: (seq, limit) => find(payload, req, { seq: { greater_than: seq } }, limit),
  of: (item, language) => find(payload, req, language ? textIs(item, language) : { item: { equals: item } }, 0),
  append: async (requests, storyChannels) =>
    inTransaction(payload, req ?? (await createLocalReq({}, payload)), (same) => appendAll(same, requests, storyChannels)),
  deliveries: (item, language) => sentOf(payload, req, item, language),
  now: async () => (await databaseNow(payload)).toISOString(),
})

/**
 * Number, chain link, release and deliveries in one transaction. The number comes from a counter row in that
 * transaction, so that nobody behind a cursor can miss a lower number that is committed later.
 */
const appendAll = async (
  req: PayloadRequest,
  requests: readonly ReleaseRequest[],
  storyChannels: readonly string[] | null,
): Promise<readonly Release[]> => {
  const { payload } = req
  const appended: Release[] = []
  for (const request of requests) {
    const seq = await increment(payload, req, 'releases')
    const history = await find(payload, req, textIs(request.item, request.language), 0)
    const release = nextRelease(request, {
      head: { seq: seq - 1, digest: await digestBefore(req, 'releases', seq) },
      history,
      at: (await databaseNow(payload)).toISOString(),
    })
    await payload.db.create({
      collection: 'releases',
      data: {
        ...stored(release),
        snapshotDigest: release.kind === 'withdrawal' ? null : release.snapshotDigest,
        words: release.kind === 'withdrawal' ? null : wordsDigest(snapshotWords(release.snapshot)),
        grade: gradeOf(release),
      },
      req,
    })
    const due = owed(release, {
      channels: await channelWishes(req),
      storyChannels,
      sent: await sentOf(payload, req, release.item, release.language),
      carriers: await carriersOf(req, release),
    })
    for (const delivery of due) {
      await payload.db.create({
        collection: 'deliveries',
        data: {
          key: `rel_${delivery.seq}_${delivery.channel}`,
          ...delivery,
          state: 'pending',
          attempts: 0,
          history: [],
          nextAt: 0,
          fence: 0,
          flagged: false,
        },
        req,
      })
    }
    appended.push(release)
  }
  return appended
}

/**
 * Channels that were sent a live edition or programme which tells this text. They may never have been sent the text itself,
 * and still have to hear what becomes of it. One that told it once and leaves it out since has nothing to put right: only a
 * withdrawal goes there, for who has the former version. Nothing tells a text before its first release.
 */
export const carriersOf = async (
  req: PayloadRequest,
  release: Pick<Release, 'item' | 'itemType' | 'language' | 'version' | 'kind'>,
): Promise<readonly string[]> => {
  if (release.version === 1 || release.itemType === 'edition' || release.itemType === 'programme') return []
  const { db } = req.payload
  const { docs } = await db.find<Row & { item: string }>({
    collection: 'releases',
    where: {
      and: [
        { itemType: { in: ['edition', 'programme'] } },
        { language: { equals: release.language } },
        { record: { contains: `"item":"${release.item}"` } },
      ],
    },
    limit: 0,
    pagination: false,
    sort: 'seq',
    select: { item: true, seq: true },
    req,
  })
  const channels = new Set<string>()
  for (const [item, seq] of new Map(docs.map((doc) => [doc.item, doc.seq]))) {
    const since = { and: [textIs(item, release.language), { seq: { greater_than: seq } }] }
    const isLeftOut = (await db.count({ collection: 'releases', where: since, req })).totalDocs > 0
    if (isLeftOut && release.kind !== 'withdrawal') continue
    const last = new Map((await sentOf(req.payload, req, item, release.language)).map(({ channel, kind }) => [channel, kind]))
    for (const [channel, kind] of last) if (kind !== 'withdrawal') channels.add(channel)
  }
  return [...channels]
}

const textIs = (item: ItemId, language: Language): Where => ({
  and: [{ item: { equals: item } }, { language: { equals: language } }],
})

type Row = { id: string; seq: number; record: string; digest: string }
const releaseOf = ({ record, digest }: Row): Release => ({ ...(JSON.parse(record) as ReleaseRecord), digest }) as Release

const find = async (
  payload: Payload,
  req: PayloadRequest | undefined,
  where: Where,
  limit: number,
): Promise<readonly Release[]> => {
  const { docs } = await payload.db.find<Row>({
    collection: 'releases',
    where,
    limit,
    pagination: false,
    sort: 'seq',
    ...(req ? { req } : {}),
  })
  return docs.map((row) => releaseOf(row))
}

const headOf = async (payload: Payload, req: PayloadRequest | undefined): Promise<LogHead> => {
  const { docs } = await payload.db.find<Row>({
    collection: 'releases',
    limit: 1,
    pagination: false,
    sort: '-seq',
    ...(req ? { req } : {}),
  })
  return docs[0] ? { seq: docs[0].seq, digest: docs[0].digest } : { seq: 0, digest: GENESIS }
}

type ChannelDoc = {
  id: string
  key: string
  state: 'active' | 'paused' | 'disabled'
  languages?: ChannelWish['languages'] | null
  topics?: string[] | null
  itemTypes?: ChannelWish['itemTypes'] | null
}
export const channelWishes = async (req: PayloadRequest): Promise<ChannelWish[]> => {
  const { docs } = await req.payload.db.find<ChannelDoc>({
    collection: 'channels',
    limit: 0,
    pagination: false,
    sort: 'key',
    req,
  })
  return docs.map(({ key, state, languages, topics, itemTypes }) => ({
    key,
    active: state === 'active',
    languages: languages ?? [],
    topics: topics ?? [],
    itemTypes: itemTypes ?? [],
  }))
}

type DeliveryDoc = Owed & { id: string }
const sentOf = async (
  payload: Payload,
  req: PayloadRequest | undefined,
  item: ItemId,
  language: Language,
): Promise<readonly Owed[]> => {
  const { docs } = await payload.db.find<DeliveryDoc>({
    collection: 'deliveries',
    where: textIs(item, language),
    limit: 0,
    pagination: false,
    sort: 'seq',
    ...(req ? { req } : {}),
  })
  return docs.map(({ seq, channel, version, kind }) => ({ seq, channel, item, language, version, kind }))
}
