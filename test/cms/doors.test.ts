import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES } from '#newsroom'
import { databases } from '../lib/databases'
import { openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'

/** What a text keeps beside its words: only verbs move it. */
const NOT_WORDS = 'story item language isSource author translator claimedBy open live trashed stands behind liveSeq'.split(' ')

/** C01: every door but the verbs, tried by every role: nothing comes into the log, nothing moves. */
describe.each(databases())('doors around the workflow on $name', ({ open }) => {
  let room: TestNewsroom
  let everybody: TestPerson[]
  let reporter: TestPerson
  let chief: TestPerson
  let article: string
  let story: string

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    const desk = await room.office('toa-soan')
    const skills = {
      vi: ['approve', 'translate', 'revise'],
      en: ['approve', 'translate', 'revise'],
      ja: ['approve', 'translate', 'revise'],
    } as const
    everybody = await Promise.all(ROLES.map((role) => room.hire(`Người ${role}`, [role], { desk, skills })))
    reporter = everybody[ROLES.indexOf('reporter')]!
    chief = everybody[ROLES.indexOf('chief')]!
    const written = await room.write(reporter, { title: 'Bài chưa ai duyệt' })
    article = written.body.article.id
    story = written.body.story.id
  })
  afterAll(() => room.stop())

  const log = async () => (await room.payload.db.find({ collection: 'releases', limit: 0, pagination: false })).docs.length
  const stateOf = async () =>
    (await room.payload.db.findOne<{ id: string; state: string; row: { approval: unknown } }>({
      collection: 'workflow',
      where: { article: { equals: article } },
    }))!

  const forged = {
    seq: 1,
    item: 'x',
    itemType: 'article',
    language: 'vi',
    version: 1,
    kind: 'release',
    at: '2026-01-01T00:00:00.000Z',
    record: '{}',
    digest: '0',
    prevDigest: '0',
  }
  const DOORS: readonly (readonly [string, string, (ids: { article: string; story: string; row: string }) => string, unknown])[] =
    [
      ['a release by REST', 'POST', () => '/api/releases', forged],
      [
        'a workflow row by REST',
        'POST',
        () => '/api/workflow',
        { article: 'x', story: 'x', item: 'x', language: 'vi', state: 'approved', row: {} },
      ],
      ['the row itself', 'PATCH', ({ row }) => `/api/workflow/${row}`, { state: 'approved' }],
      ['all rows at once', 'PATCH', () => '/api/workflow?where[state][equals]=draft', { state: 'approved' }],
      [
        'a delivery by REST',
        'POST',
        () => '/api/deliveries',
        {
          key: 'rel_1_portal',
          seq: 1,
          channel: 'portal',
          item: 'x',
          language: 'vi',
          version: 1,
          kind: 'release',
          state: 'pending',
        },
      ],
      [
        'an event by REST',
        'POST',
        () => '/api/events',
        { n: 1, at: '', verb: 'approve', record: '{}', digest: '0', prevDigest: '0' },
      ],
      ['a counter', 'PATCH', () => '/api/counters?where[name][equals]=releases', { value: 0 }],
      [
        "Payload's publish",
        'PATCH',
        ({ article: id }) => `/api/articles/${id}?draft=false&publishAllLocales=true`,
        { _status: 'published' },
      ],
      ['a text without its verb', 'POST', () => '/api/articles', { title: 'Chui', language: 'vi', item: 'x' }],
      ['a duplicate', 'POST', ({ article: id }) => `/api/articles/${id}/duplicate`, {}],
      [
        'server-owned fields',
        'PATCH',
        ({ article: id }) => `/api/articles/${id}`,
        {
          rev: 999,
          live: true,
          open: true,
          isSource: false,
          savedBy: 'x',
          textDigest: 'x',
          item: 'x',
          approval: {},
          state: 'approved',
          __proto__: { state: 'approved' },
        },
      ],
      ['all texts at once', 'PATCH', () => '/api/articles?where[language][equals]=vi', { title: 'Tất cả' }],
      ['deletion', 'DELETE', ({ article: id }) => `/api/articles/${id}`, undefined],
      ['deletion of all', 'DELETE', () => '/api/articles?where[language][equals]=vi', undefined],
      ['deletion of the story', 'DELETE', ({ story: id }) => `/api/stories/${id}`, undefined],
      ['a schedule of Payload', 'POST', () => '/api/payload-jobs', { task: 'schedulePublish' }],
      ['a key of another request', 'POST', () => '/api/idempotency', { key: 'x', request: 'x', answer: {} }],
      ['a preview link', 'POST', () => '/api/previews', { token: 'x', article: 'x', by: 'x', until: 9e15 }],
      ['an unknown verb', 'POST', ({ article: id }) => `/api/desk/articles/${id}/publish`, {}],
      ['the verb save as a move', 'POST', ({ article: id }) => `/api/desk/articles/${id}/save`, {}],
    ]

  it.each(DOORS)('%s stays shut for every role', async (_, method, path, body) => {
    const row = await stateOf()
    const before = JSON.stringify(row)
    const title = (
      await room.payload.db.findOne<{ id: string; title: string }>({ collection: 'articles', where: { id: { equals: article } } })
    )?.title
    for (const person of [null, ...everybody]) {
      const answer = await room.ask(person, method, path({ article, story, row: row.id }), body, {
        'idempotency-key': 'door-key-0001',
      })
      expect(answer.status, `${person?.name ?? 'nobody'}: ${answer.text.slice(0, 200)}`).toBeLessThan(500)
    }
    expect(JSON.stringify(await stateOf())).toBe(before)
    expect(await log()).toBe(0)
    const after = await room.payload.db.findOne<Record<string, unknown> & { id: string; title: string }>({
      collection: 'articles',
      where: { id: { equals: article } },
    })
    expect(after).toMatchObject({ title, live: false, open: false, isSource: true, savedBy: reporter.id })
  })

  it('an old approval does not come back with an old text', async () => {
    await room.verb(reporter, article, 'submit', { noSecrets: true })
    await room.verb(chief, article, 'approve')
    await room.verb(chief, article, 'reopen', { reason: 'Sửa tít.' })
    const { body } = await room.ask(reporter, 'GET', `/api/articles/versions?where[parent][equals]=${article}`)
    const restored = await room.ask(reporter, 'POST', `/api/articles/versions/${body.docs[0].id}`, {})
    expect(restored.status).toBe(200)
    expect(await stateOf()).toMatchObject({ state: 'draft', row: { approval: null } })
    expect(await log()).toBe(0)
  })

  it('the log refuses every operation of Payload, also without rules', async () => {
    const written = await room.write(reporter, { title: 'Bài sẽ phát hành' })
    const id = written.body.article.id as string
    await room.verb(reporter, id, 'submit', { noSecrets: true })
    await room.verb(chief, id, 'approve')
    await room.verb(chief, id, 'release')
    const [release] = (await room.payload.db.find<{ id: string }>({ collection: 'releases', limit: 1 })).docs
    await expect(
      room.payload.update({
        collection: 'releases',
        id: release!.id,
        data: { kind: 'withdrawal' } as never,
        overrideAccess: true,
      }),
    ).rejects.toThrow()
    await expect(room.payload.delete({ collection: 'releases', id: release!.id, overrideAccess: true })).rejects.toThrow()
    await expect(room.payload.create({ collection: 'releases', data: forged as never, overrideAccess: true })).rejects.toThrow()
    expect(await log()).toBe(1)
  })

  it('an old save brings back words alone: that the text is out, whose it is and who has it stay as they are', async () => {
    const written = await room.write(reporter, { title: 'Bài đã phát hành' })
    const id = written.body.article.id as string
    const kept = () =>
      room.payload.db.findOne<Record<string, unknown> & { id: string }>({
        collection: 'articles',
        where: { id: { equals: id } },
        select: { title: true, rev: true, ...Object.fromEntries(NOT_WORDS.map((name) => [name, true])) },
      })
    await room.verb(reporter, id, 'submit', { noSecrets: true })
    await room.verb(chief, id, 'approve')
    await room.verb(chief, id, 'release')
    await room.verb(chief, id, 'reopen', { reason: 'Sửa tít.' })
    const { rev } = (await room.ask(reporter, 'GET', `/api/articles/${id}?depth=0`)).body
    await room.ask(reporter, 'PATCH', `/api/articles/${id}`, { rev, title: 'Bài viết lại' })
    const before = await kept()
    // The first save is from before anybody was written down as its author.
    const { body } = await room.ask(
      reporter,
      'GET',
      `/api/articles/versions?where[parent][equals]=${id}&sort=version.rev&depth=0`,
    )
    const saves = async () =>
      (await room.payload.countVersions({ collection: 'articles', where: { parent: { equals: id } } })).totalDocs
    const restore = async (query = '') =>
      (await room.ask(reporter, 'POST', `/api/articles/versions/${body.docs[0].id}${query}`, {})).status
    const count = await saves()
    expect([await restore('?draft=true'), await kept(), await saves()]).toEqual([400, before, count])
    expect([await restore(), await saves()]).toEqual([200, count + 1])
    expect(await kept()).toEqual({ ...before, title: 'Bài đã phát hành', rev: rev + 2 })
  })
})
