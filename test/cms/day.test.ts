import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'
import { databases } from '../lib/databases'

describe.each(databases())('a text on $name', ({ open }) => {
  let room: TestNewsroom
  let people: Record<'reporter' | 'chief' | 'translator' | 'reviser' | 'other', TestPerson>

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    const desk = await room.office('toa-soan')
    people = {
      reporter: await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk }),
      chief: await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'] } }),
      translator: await room.hire('Đỗ Thùy Dương', ['translator'], { desk, skills: { en: ['translate'] } }),
      reviser: await room.hire('Bùi Đức Huy', ['reviser'], { desk, skills: { en: ['revise'] } }),
      other: await room.hire('Trần Minh Quân', ['reporter'], { desk: await room.office('bao') }),
    }
  })
  afterAll(() => room.stop())

  it('goes from a pasted draft to a release, by two people, and back by one', async () => {
    const { reporter, chief } = people
    const written = await room.write(reporter, { title: 'La\u0302m Ðồng đẩy mạnh hợp tác', text: 'Đoạn một.\n\nĐoạn hai.' })
    expect(written.status).toBe(201)
    const article = written.body.article.id as string
    expect(written.body.article).toMatchObject({
      title: 'Lâm Đồng đẩy mạnh hợp tác',
      state: 'draft',
      language: 'vi',
      rev: 1,
      live: null,
      shown: { key: 'draft', symbol: '○' },
    })

    expect((await room.verb(reporter, article, 'submit', { noSecrets: true })).body.move).toMatchObject({
      verb: 'submit',
      from: 'draft',
      to: 'review',
      seq: null,
    })
    expect((await room.verb(reporter, article, 'approve')).body).toMatchObject({ status: 403, code: 'move.notYours' })
    expect((await room.verb(chief, article, 'approve')).body.move).toMatchObject({ from: 'review', to: 'approved' })
    const released = await room.verb(chief, article, 'release')
    expect(released.body).toMatchObject({
      move: { seq: 1 },
      article: { shown: { key: 'released' }, live: { seq: 1, version: 1 } },
    })
    const withdrawn = await room.verb(chief, article, 'withdraw', { reason: 'Số liệu sai.' })
    expect(withdrawn.body).toMatchObject({ move: { seq: 2 }, article: { shown: { key: 'withdrawn' }, live: null } })
  })

  it('answers a repeated request with the first answer and counts it once', async () => {
    const { reporter } = people
    const article = (await room.write(reporter, { title: 'Hoa dã quỳ nở sớm' })).body.article.id as string
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => room.verb(reporter, article, 'submit', { noSecrets: true }, 'the-same-key-1')),
    )
    expect(new Set(answers.map(({ body }) => JSON.stringify(body.move))).size).toBe(1)
    expect((await room.verb(reporter, article, 'claim', {}, 'the-same-key-1')).body).toMatchObject({
      status: 422,
      code: 'request.keyReused',
    })
  })

  it('tells the later of two people who save the same text, and loses neither of two languages', async () => {
    const { reporter, chief, translator } = people
    const article = (await room.write(reporter, { title: 'Mùa cồng chiêng' })).body.article.id as string
    await room.verb(reporter, article, 'submit', { noSecrets: true })
    await room.verb(chief, article, 'approve')
    const en = (await room.verb(translator, article, 'translate', { language: 'en' })).body.article.id as string
    const saves = await Promise.all([
      room.ask(translator, 'PATCH', `/api/articles/${en}`, { rev: 1, title: 'The gong season' }),
      room.ask(translator, 'PATCH', `/api/articles/${en}`, { rev: 1, title: 'Season of gongs' }),
    ])
    expect(saves.map(({ status }) => status).sort()).toEqual([200, 409])
    const lost = saves.find(({ status }) => status === 409)
    expect(lost?.body).toMatchObject({ code: 'save.conflict', facts: { rev: 2, by: 'Đỗ Thùy Dương' } })
  })

  it('is not seen by another desk', async () => {
    const { reporter, other } = people
    const article = (await room.write(reporter, { title: 'Chưa ai được xem' })).body.article.id as string
    expect((await room.ask(other, 'GET', `/api/articles/${article}`)).status).toBe(404)
    expect((await room.ask(other, 'GET', `/api/desk/articles/${article}`)).status).toBe(404)
    expect((await room.ask(null, 'GET', `/api/articles/${article}`)).status).toBe(403)
  })
})
