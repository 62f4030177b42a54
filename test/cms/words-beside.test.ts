import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databases } from '../lib/databases'
import { openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'

/** C03: words of a release that stand in other rows than the text belong to the text. */
describe.each(databases())('words beside a text on $name', ({ open }) => {
  let room: TestNewsroom
  let reporter: TestPerson
  let chief: TestPerson
  let deputy: TestPerson

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    const desk = await room.office('toa-soan')
    reporter = await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk })
    chief = await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'] } })
    deputy = await room.hire('Trần Bảo Châu', ['chief'], { desk, skills: { vi: ['approve'] } })
  })
  afterAll(() => room.stop())

  const picture = async (person: TestPerson): Promise<string> => {
    const bytes = await sharp({ create: { width: 640, height: 427, channels: 3, background: '#2c6e49' } })
      .jpeg()
      .toBuffer()
    const form = new FormData()
    form.set(
      '_payload',
      JSON.stringify({ alt: 'Đồi thông buổi sớm', credit: 'Ảnh: Hoài Thu', caption: 'Đồi thông.', consent: 'notNeeded' }),
    )
    form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'đồi thông.jpg')
    const answer = await fetch(`${room.url}/api/media?locale=vi`, {
      method: 'POST',
      body: form,
      headers: { authorization: `JWT ${await room.tokenOf(person)}` },
    })
    return ((await answer.json()) as { doc: { id: string } }).doc.id
  }

  it('a chief who rewrites a caption cannot approve the text under it, another can; and the approval before is void', async () => {
    const lead = await picture(reporter)
    const article = (await room.write(reporter, { title: 'Đồi thông Đà Lạt' }, { lead })).body.article.id as string
    await room.verb(reporter, article, 'submit', { noSecrets: true })
    expect((await room.verb(deputy, article, 'approve')).status).toBe(200)
    expect(
      (await room.ask(chief, 'PATCH', `/api/media/${lead}?locale=vi`, { caption: 'Đồi thông lúc năm giờ sáng.' })).status,
    ).toBe(200)
    expect((await room.ask(deputy, 'GET', `/api/desk/articles/${article}`)).body).toMatchObject({
      state: 'review',
      approval: null,
    })
    expect((await room.verb(chief, article, 'approve')).body).toMatchObject({ status: 403, code: 'approve.ownWork' })
    expect((await room.verb(deputy, article, 'approve')).status).toBe(200)
    expect((await room.verb(chief, article, 'release')).status).toBe(200)
  })

  it('a translator begins from what readers see, not from the newer draft behind it', async () => {
    const translator = await room.hire('Đỗ Thùy Dương', ['translator'], { desk: null, skills: { en: ['translate'] } })
    const article = (await room.write(reporter, { title: 'Bản đang phát hành' })).body.article.id as string
    await room.verb(reporter, article, 'submit', { noSecrets: true })
    await room.verb(chief, article, 'approve')
    await room.verb(chief, article, 'release')
    await room.verb(chief, article, 'reopen', { reason: 'Viết tiếp.' })
    const { rev } = (await room.ask(reporter, 'GET', `/api/articles/${article}`)).body
    expect((await room.ask(reporter, 'PATCH', `/api/articles/${article}`, { rev, title: 'Bản nháp chưa ai duyệt' })).status).toBe(
      200,
    )
    const en = await room.verb(translator, article, 'translate', { language: 'en' })
    expect(en.body.article).toMatchObject({ title: 'Bản đang phát hành', language: 'en' })
  })

  it('a body some thousand levels deep is refused with a sentence, not with a fault', async () => {
    const article = (await room.write(reporter, { title: 'Bài có thân quá sâu' })).body.article.id as string
    // Written by hand: JSON.stringify itself cannot go so deep.
    const node = '{"type":"quote","version":1,"children":['.repeat(5_000) + ']}'.repeat(5_000)
    const answer = await fetch(`${room.url}/api/articles/${article}`, {
      method: 'PATCH',
      body: `{"rev":1,"body":{"root":{"type":"root","version":1,"children":[${node}]}}}`,
      headers: { 'content-type': 'application/json', authorization: `JWT ${await room.tokenOf(reporter)}` },
    })
    expect(await answer.json()).toMatchObject({ status: 400, code: 'text.tooDeep' })
  })
})
