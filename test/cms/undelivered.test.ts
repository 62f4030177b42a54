import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Outbox } from '#delivery/outbox'
import { mongodbOutbox } from '#delivery/outbox/mongodb'
import { sqliteOutbox } from '#delivery/outbox/sqlite'
import { judge } from '#delivery/retry'
import { databases } from '../lib/databases'
import { openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'

describe.each(databases())('what outlets have not got, on $name', ({ open }) => {
  let room: TestNewsroom
  let outbox: Outbox
  let people: Record<'reporter' | 'chief' | 'engineer' | 'auditor', TestPerson>
  let article: string
  let item: string

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    outbox = room.databaseUrl ? mongodbOutbox(room.databaseUrl) : sqliteOutbox(join(room.dataDir, 'newsroom.db'))
    const desk = await room.office('toa-soan')
    people = {
      reporter: await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk }),
      chief: await room.hire('Lê Thị Hạnh', ['chief'], { desk, skills: { vi: ['approve'] } }),
      engineer: await room.hire('Phạm Quốc Bảo', ['outletEngineer']),
      auditor: await room.hire('Đỗ Văn Kiểm', ['auditor']),
    }
    await room.payload.create({
      collection: 'channels',
      data: {
        key: 'cong',
        name: 'Cổng thông tin',
        kind: 'webhook',
        address: 'http://127.0.0.1:9/hook',
        newSecret: `whsec_${Buffer.alloc(32, 9).toString('base64')}`,
        state: 'active',
        perMinute: 60,
      } as never,
      locale: 'vi',
      overrideAccess: true,
    })
    const { body } = await room.write(people.reporter, { title: 'Hoa dã quỳ nở muộn' })
    article = body.article.id as string
    item = body.story.item as string
    await room.verb(people.reporter, article, 'submit', { noSecrets: true })
    await room.verb(people.chief, article, 'approve')
    expect((await room.verb(people.chief, article, 'release')).status).toBe(200)
  })
  afterAll(async () => {
    await outbox.close()
    await room.stop()
  })

  /** A worker sends what is due to the outlet, which answers so. */
  const sent = async (status: number): Promise<string> => {
    const now = await outbox.now()
    const lane = { channel: 'cong', item, language: 'vi' } as const
    const { claimed } = await outbox.claim({ lane, now, leaseMs: 60_000, by: 'worker', ordinary: true })
    if (!claimed) throw new Error('nothing is due')
    const { settlement } = judge(
      claimed,
      { kind: 'answered', status, retryAfter: null, answer: null },
      { at: now, now, chance: 0.5 },
    )
    expect(await outbox.settle(claimed, settlement)).toBe(true)
    return claimed.key
  }
  const told = async (person: TestPerson) => {
    const { body } = await room.ask(person, 'GET', '/api/desk/undelivered')
    const lines = body.lines as { key: string; kind: string; outlet: string; title: string | null; url: string | null }[]
    return { ...body, lines: lines.map(({ key, kind, outlet, title, url }) => [key, kind, outlet, title, url]) } as unknown
  }
  const resend = (person: TestPerson, delivery: string, key = crypto.randomUUID() as string) =>
    room.ask(person, 'POST', `/api/desk/deliveries/${delivery}/resend`, undefined, { 'idempotency-key': key })
  const nothing = { lines: [], more: false, paused: [] }
  const events = async () => {
    const { docs } = await room.payload.find({
      collection: 'events',
      where: { verb: { equals: 'resend' } },
      sort: 'n',
      overrideAccess: true,
    })
    return docs.map(({ who, what, record }) => {
      const { from, to, facts } = JSON.parse(String(record)) as Record<string, unknown>
      return { who, what, from, to, facts }
    })
  }

  it('is nothing while a release is on its way', async () => {
    expect(await told(people.chief)).toEqual(nothing)
  })

  it('is a release that its outlet refuses: told to whoever can see to it, and to nobody else', async () => {
    const key = await sent(401)
    const url = `/admin/collections/articles/${article}`
    const line = [key, 'refused', 'Cổng thông tin', 'Hoa dã quỳ nở muộn']
    expect(await told(people.chief)).toEqual({ ...nothing, lines: [[...line, url]] })
    // An outlet's engineer sees the outlet's trouble and no desk.
    expect(await told(people.engineer)).toEqual({ ...nothing, lines: [[...line, null]] })
    for (const other of [people.reporter, people.auditor]) expect(await told(other)).toEqual(nothing)
    expect((await room.ask(null, 'GET', '/api/desk/undelivered')).status).toBe(401)
  })

  it('is sent again at one press, which counts once and is in the trail', async () => {
    const { deliveries } = (await room.ask(people.chief, 'GET', `/api/desk/articles/${article}`)).body
    const { key } = deliveries[0] as { key: string }
    expect((await resend(people.reporter, key)).body).toMatchObject({ status: 403, code: 'move.notYours' })
    expect((await resend(people.auditor, key)).status).toBe(403)
    expect((await resend(people.chief, 'rel_999_cong')).status).toBe(404)
    expect(await events()).toEqual([])

    const press = crypto.randomUUID()
    const answers = [await resend(people.engineer, key, press), await resend(people.engineer, key, press)]
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, { key }],
      [200, { key }],
    ])
    expect(await events()).toEqual([
      {
        who: people.engineer.id,
        what: item,
        from: 'failed',
        to: 'failed',
        facts: { delivery: key, channel: 'cong', language: 'vi', version: '1' },
      },
    ])
    const [row] = await outbox.lane({ channel: 'cong', item, language: 'vi' })
    expect([row?.state, row?.history.map(({ outcome }) => outcome)]).toEqual(['failed', ['refused', 'replayed']])
    // It is due now, whatever the schedule said, under the same id.
    expect(await sent(200)).toBe(key)
    expect(await told(people.chief)).toEqual(nothing)
  })

  it('is a withdrawal that its outlet does not confirm; what came before it is sent no more', async () => {
    const [release = ''] = (await outbox.lane({ channel: 'cong', item, language: 'vi' })).map(({ key }) => key)
    expect((await room.verb(people.chief, article, 'withdraw', { reason: 'Số liệu chưa được kiểm tra' })).status).toBe(200)
    expect(await told(people.chief)).toEqual(nothing)
    const key = await sent(503)
    const url = `/admin/collections/articles/${article}`
    expect(await told(people.chief)).toEqual({
      ...nothing,
      lines: [[key, 'withdrawal', 'Cổng thông tin', 'Hoa dã quỳ nở muộn', url]],
    })
    // What was taken down is kept for the desk.
    expect(await told(people.engineer)).toEqual({ ...nothing, lines: [[key, 'withdrawal', 'Cổng thông tin', null, null]] })
    expect((await resend(people.chief, release)).body).toMatchObject({ status: 409, code: 'resend.overtaken' })
    expect((await resend(people.chief, key)).status).toBe(200)
    expect(await sent(200)).toBe(key)
    expect(await told(people.chief)).toEqual(nothing)
  })

  it('is what waits for an outlet that rests, in one line', async () => {
    const { body } = await room.write(people.reporter, { title: 'Cà phê Cầu Đất' })
    await room.verb(people.reporter, body.article.id as string, 'submit', { noSecrets: true })
    await room.verb(people.chief, body.article.id as string, 'approve')
    await room.verb(people.chief, body.article.id as string, 'release')
    expect(await outbox.pause('cong')).toBe(true)
    expect(await told(people.chief)).toEqual({ ...nothing, paused: [{ outlet: 'Cổng thông tin', waiting: 1 }] })
  })

  it('is what has waited for a quarter of an hour, behind what is refused', async () => {
    const channels = await room.payload.find({ collection: 'channels', where: { key: { equals: 'cong' } }, overrideAccess: true })
    const [channel] = channels.docs
    await room.payload.db.updateOne({ collection: 'channels', id: channel?.id ?? '', data: { state: 'active' } })
    const { docs } = await room.payload.find({
      collection: 'deliveries',
      where: { state: { equals: 'pending' } },
      overrideAccess: true,
    })
    const [waiting] = docs
    await room.payload.db.updateOne({
      collection: 'deliveries',
      id: waiting?.id ?? '',
      data: { createdAt: new Date((await outbox.now()) - 16 * 60_000).toISOString() },
    })
    const titles = async () =>
      ((await told(people.chief)) as { lines: readonly (readonly unknown[])[] }).lines.map(([, kind, , title]) => [kind, title])
    expect(await titles()).toEqual([['waiting', 'Cà phê Cầu Đất']])
    const { body } = await room.write(people.reporter, { title: 'Chợ đêm Đà Lạt' })
    await room.verb(people.reporter, body.article.id as string, 'submit', { noSecrets: true })
    await room.verb(people.chief, body.article.id as string, 'approve')
    await room.verb(people.chief, body.article.id as string, 'release')
    item = body.story.item as string
    await sent(403)
    expect(await titles()).toEqual([
      ['refused', 'Chợ đêm Đà Lạt'],
      ['waiting', 'Cà phê Cầu Đất'],
    ])
  })
})
