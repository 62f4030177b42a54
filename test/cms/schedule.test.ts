import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pino } from 'pino'
import { databases } from '../lib/databases'
import { openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'

/** G11: by the database's clock, never early by any path, at most two seconds late. */
describe.each(databases())('a text with a time on $name', ({ open }) => {
  let room: TestNewsroom
  let reporter: TestPerson
  let chief: TestPerson
  let deputy: TestPerson
  const quiet = pino({ level: 'silent' })

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    const desk = await room.office('toa-soan')
    reporter = await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk })
    chief = await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'] } })
    deputy = await room.hire('Trần Bảo Châu', ['chief'], { desk, skills: { vi: ['approve'] } })
  })
  afterAll(() => room.stop())

  const approved = async (title: string): Promise<string> => {
    const article = (await room.write(reporter, { title })).body.article.id as string
    await room.verb(reporter, article, 'submit', { noSecrets: true })
    await room.verb(chief, article, 'approve')
    return article
  }
  const released = async (article: string) =>
    (await room.ask(chief, 'GET', `/api/desk/articles/${article}`)).body.releases as { at: string }[]

  it('enters the log at its second, on behalf of whoever set it', async () => {
    const { releaseDue } = await import('../../src/cms/schedule')
    const { databaseNow } = await import('../../src/cms/database')
    const article = await approved('Festival Hoa khai mạc lúc này')
    const until = new Date((await databaseNow(room.payload)).getTime() + 1_500)
    expect((await room.verb(chief, article, 'schedule', { until: until.toISOString(), embargo: true })).status).toBe(200)
    expect((await room.verb(chief, article, 'release')).body).toMatchObject({ status: 409, code: 'move.tooEarly' })
    while ((await databaseNow(room.payload)) < new Date(until.getTime() + 1_000)) {
      const before = await databaseNow(room.payload)
      await releaseDue(room.payload, quiet)
      if (before < until) expect(new Date((await released(article))[0]?.at ?? until) >= until).toBe(true)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const [release] = await released(article)
    expect(release).toMatchObject({ kind: 'release', by: { id: chief.id } })
    expect(Date.parse(release!.at) - until.getTime()).toBeGreaterThanOrEqual(0)
    expect(Date.parse(release!.at) - until.getTime()).toBeLessThan(2_000)
  })

  it('an embargo is moved earlier by nobody but who set it, and then with a reason', async () => {
    const article = await approved('Số liệu xuất khẩu quý IV')
    const until = new Date(Date.now() + 3_600_000).toISOString()
    await room.verb(chief, article, 'schedule', { until, embargo: true })
    expect((await room.verb(deputy, article, 'unschedule', { reason: 'Cần đăng sớm.' })).body).toMatchObject({
      status: 403,
      code: 'move.embargoFixed',
    })
    expect((await room.verb(chief, article, 'unschedule')).body).toMatchObject({ status: 400, code: 'move.reasonMissing' })
    expect((await room.verb(chief, article, 'unschedule', { reason: 'Bộ đã công bố sớm.' })).status).toBe(200)
  })

  it('what cannot be released at its second stays approved and alarms once', async () => {
    const { releaseDue } = await import('../../src/cms/schedule')
    const article = await approved('Bài của người đã nghỉ việc')
    await room.verb(deputy, article, 'schedule', { until: new Date(Date.now() + 400).toISOString() })
    await room.payload.update({
      collection: 'users',
      id: deputy.id,
      data: { roles: ['reporter'] } as never,
      overrideAccess: true,
    })
    await new Promise((resolve) => setTimeout(resolve, 700))
    await releaseDue(room.payload, quiet)
    await releaseDue(room.payload, quiet)
    expect(await released(article)).toEqual([])
    const { docs } = await room.payload.db.find<{ id: string }>({
      collection: 'events',
      where: { and: [{ verb: { equals: 'scheduleRefused' } }, { what: { equals: article } }] },
      limit: 0,
      pagination: false,
    })
    expect(docs.length).toBe(1)
  })
})
