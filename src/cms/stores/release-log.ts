import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import type { ItemId, Language } from '#newsroom'
import { stored } from '#publication/chain'
import type { LogHead, ReleaseLog, ReleaseRequest } from '#publication/log'
import { owed, type Carriers, type ChannelWish, type Owed } from '#publication/owed'
import { GENESIS, gradeOf, nextRelease, type Release, type ReleaseRecord } from '#publication/release'
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
  deliveries: (item, language) => sentOf(payload, req, [item], language),
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
      sent: await sentOf(payload, req, [release.item], release.language),
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

/** The issues and programmes that ever told a text, and where they went. Nothing tells a text before its first release. */
export const carriersOf = async (
  req: PayloadRequest,
  release: Pick<Release, 'item' | 'itemType' | 'language' | 'version'>,
): Promise<Carriers> => {
  const { item, itemType, language, version } = release
  if (version === 1 || itemType === 'edition' || itemType === 'programme') return { tells: [], sent: [] }
  const { docs } = await req.payload.db.find<Row & { item: string }>({
    collection: 'releases',
    where: {
      and: [
        { itemType: { in: ['edition', 'programme'] } },
        { language: { equals: language } },
        { record: { contains: `"item":"${item}"` } },
      ],
    },
    limit: 0,
    pagination: false,
    sort: 'seq',
    select: { item: true, seq: true },
    req,
  })
  const carriers = [...new Set(docs.map((doc) => doc.item))]
  return { tells: docs.map(({ seq }) => seq), sent: await sentOf(req.payload, req, carriers, language) }
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

type DeliveryDoc = Omit<Owed, 'suited'> & { id: string; suited?: boolean | null }
/**
 * A delivery from before `suited` was kept is read as one that suited: whoever has it in an issue alone is then told by a
 * withdrawal rather than by new words.
 */
const sentOf = async (
  payload: Payload,
  req: PayloadRequest | undefined,
  items: readonly ItemId[],
  language: Language,
): Promise<readonly Owed[]> => {
  if (items.length === 0) return []
  const { docs } = await payload.db.find<DeliveryDoc>({
    collection: 'deliveries',
    where: { and: [{ item: { in: [...items] } }, { language: { equals: language } }] },
    limit: 0,
    pagination: false,
    sort: ['seq', 'channel'],
    ...(req ? { req } : {}),
  })
  return docs.map(({ seq, channel, item, version, kind, suited }) => ({
    seq,
    channel,
    item,
    language,
    version,
    kind,
    suited: suited ?? kind !== 'withdrawal',
  }))
}
