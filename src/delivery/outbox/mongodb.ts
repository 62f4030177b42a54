/** The outbox on the collections that the newsroom makes in MongoDB. */
import type { ClientSession, Document, WithId } from 'mongodb'
import type { Language } from '#newsroom'
import { decide, isLeased, mayReplay, DELIVERY_STATES, type Delivery, type DeliveryState, type Lane } from '../deliver'
import { openMongo } from '../mongodb'
import { alarmed, leased, replayed, settled, superseded, type Lease, type Outbox } from '../outbox'
import { channelOf, deliveryOf } from './rows'

/** `clock` only for tests with a clock of their own. */
export const mongodbOutbox = (url: string, clock?: () => number): Outbox => {
  const { db, now: serverNow, write, close } = openMongo(url)
  const deliveries = db.collection('deliveries')
  const channels = db.collection('channels')

  const inLane = async ({ channel, item, language }: Lane, session?: ClientSession) =>
    (await deliveries.find({ channel, item, language }, { session }).sort({ version: 1 }).toArray()).map(deliveryOf)

  const put = async (before: Delivery, row: Delivery, session?: ClientSession) =>
    (await deliveries.updateOne({ key: row.key, fence: before.fence, state: before.state }, { $set: changes(row) }, { session }))
      .modifiedCount === 1

  const whileHeld = async ({ key, fence, leasedBy }: Lease, change: (row: Delivery) => Delivery) => {
    const row = await deliveries.findOne({ key, fence, leasedBy, state: 'leased' })
    return row !== null && put(deliveryOf(row), change(deliveryOf(row)))
  }

  return {
    now: async () => (clock ? clock() : serverNow()),
    channels: async () => (await channels.find().toArray()).map(channelOf),
    due: async ({ channel, withdrawalsOnly, now, limit }) => {
      const kind = withdrawalsOnly ? { kind: 'withdrawal' } : {}
      const [waiting, abandoned] = await Promise.all([
        deliveries
          .find({ ...kind, channel, state: { $in: ['pending', 'failed'] }, nextAt: { $lte: now } })
          .sort({ nextAt: 1, seq: 1 })
          .limit(limit * 4)
          .toArray(),
        deliveries
          .find({ ...kind, channel, state: 'leased', leaseUntil: { $lte: now } })
          .limit(limit)
          .toArray(),
      ])
      const lanes = [...abandoned, ...waiting].map(({ item, language }): Lane => ({
        channel,
        item: String(item),
        language: language as Language,
      }))
      return [...new Map(lanes.map((lane) => [`${lane.item} ${lane.language}`, lane])).values()].slice(0, limit)
    },
    claim: (wish) =>
      write(async (session) => {
        // Two workers in one lane must conflict even when they would touch different rows of it.
        await deliveries.updateMany(laneFilter(wish.lane), { $inc: { turn: 1 } }, { session })
        const decision = decide(await inLane(wish.lane, session), wish.now, wish.ordinary)
        for (const row of decision.supersede) await put(row, superseded(row), session)
        if (!decision.send) return { claimed: null, hurry: decision.hurry }
        const claimed = leased(decision.send, wish)
        return (await put(decision.send, claimed, session)) ? { claimed } : { claimed: null, hurry: null }
      }),
    freeze: (lease, bodyDigest) => whileHeld(lease, (row) => ({ ...row, bodyDigest })),
    settle: (lease, settlement) => whileHeld(lease, (row) => settled(row, settlement)),
    replay: (key, now) =>
      write(async (session) => {
        const found = await deliveries.findOneAndUpdate({ key }, { $inc: { turn: 1 } }, { session })
        if (!found) return false
        const row = deliveryOf(found)
        return mayReplay(await inLane(row, session), key, now) && (await put(row, replayed(row, now), session))
      }),
    pause: async (key) => (await channels.updateOne({ key, state: 'active' }, { $set: { state: 'paused' } })).modifiedCount === 1,
    unconfirmed: async () =>
      (
        await deliveries
          .aggregate<WithId<Document>>([
            { $match: { kind: 'withdrawal', acknowledgedAt: null } },
            { $lookup: { from: 'deliveries', let: LANE_AND_VERSION, pipeline: NEWER_ARRIVED, as: 'newer' } },
            { $match: { newer: [] } },
            { $sort: { seq: 1 } },
          ])
          .toArray()
      ).map(deliveryOf),
    alarm: async (row, now) => !isLeased(row, now) && put(row, alarmed(row, now)),
    overdue: async (now, grace) =>
      (await deliveries.find({ state: 'leased', leaseUntil: { $lt: now - grace } }).toArray()).map(deliveryOf),
    counts: async () => {
      const grouped = await deliveries.aggregate([{ $group: { _id: '$state', rows: { $sum: 1 } } }]).toArray()
      const counted = new Map(grouped.map(({ _id, rows }) => [_id, Number(rows)]))
      return Object.fromEntries(DELIVERY_STATES.map((state) => [state, counted.get(state) ?? 0])) as Record<DeliveryState, number>
    },
    lane: (lane) => inLane(lane),
    close,
  }
}

const LANE_AND_VERSION = { channel: '$channel', item: '$item', language: '$language', version: '$version' }
const NEWER_ARRIVED = [
  {
    $match: {
      acknowledgedAt: { $ne: null },
      $expr: {
        $and: [
          ...['channel', 'item', 'language'].map((field) => ({ $eq: [`$${field}`, `$$${field}`] })),
          { $gt: ['$version', '$$version'] },
        ],
      },
    },
  },
  { $limit: 1 },
  { $project: { _id: 1 } },
]

const laneFilter = ({ channel, item, language }: Lane) => ({ channel, item, language })

const changes = (row: Delivery): Document => ({
  state: row.state,
  attempts: row.attempts,
  history: row.history,
  nextAt: row.nextAt,
  leaseUntil: row.leaseUntil,
  leasedBy: row.leasedBy,
  fence: row.fence,
  bodyDigest: row.bodyDigest,
  remoteId: row.remoteId,
  remoteUrl: row.remoteUrl,
  acknowledgedAt: row.acknowledgedAt,
  lastError: row.lastError,
  flagged: row.flagged,
  updatedAt: new Date(),
})
