/** What people do to a delivery: nothing but to have it sent again. */
import type { Payload } from 'payload'
import { mayReplay, type Delivery } from '#delivery/deliver'
import { replayed } from '#delivery/outbox'
import { deliveryOf, type StoredRow } from '#delivery/outbox/rows'
import { mindsOutlets } from '#editorial/permissions'
import { NewsroomError } from '#newsroom'
import { databaseNow } from '../database'
import { recordEvent } from '../stores/events'
import { once, type Act } from './once'

/** `rel_{seq}_{channel}` goes out again now, under the same webhook-id; refused where something newer was sent. */
export const resend = (payload: Payload, { person, key, req }: Act, delivery: string): Promise<{ readonly key: string }> =>
  once(payload, req, person, key, { verb: 'resend', delivery }, async (same) => {
    if (!mindsOutlets(person)) throw new NewsroomError('move.notYours', { verb: 'resend' })
    const row = await payload.db.findOne<StoredRow & { id: string }>({
      collection: 'deliveries',
      where: { key: { equals: delivery } },
      req: same,
    })
    if (!row) throw new NewsroomError('request.notFound', { delivery })
    const before = deliveryOf(row)
    const { channel, item, language, version } = before
    const lane = await payload.db.find<StoredRow>({
      collection: 'deliveries',
      where: { and: [{ channel: { equals: channel } }, { item: { equals: item } }, { language: { equals: language } }] },
      limit: 0,
      pagination: false,
      req: same,
    })
    const now = (await databaseNow(payload)).getTime()
    if (!mayReplay(lane.docs.map(deliveryOf), delivery, now)) throw new NewsroomError('resend.overtaken')
    const { state, nextAt, fence, history }: Delivery = replayed(before, now)
    const written = await payload.db.updateOne({
      collection: 'deliveries',
      where: { and: [{ id: { equals: row.id } }, { fence: { equals: before.fence } }, { state: { equals: before.state } }] },
      data: { state, nextAt, fence, history },
      req: same,
    })
    // The dispatcher took it meanwhile: that is what was wanted.
    if (!written) throw new NewsroomError('resend.overtaken')
    await recordEvent(same, {
      verb: 'resend',
      who: person.id,
      what: item,
      from: before.state,
      to: state,
      reason: null,
      digest: null,
      key,
      facts: { delivery, channel, language, version: String(version) },
    })
    return { key: delivery }
  })
