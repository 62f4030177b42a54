import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { treeFromText } from '#cms/import-text'
import { databases } from '../lib/databases'
import { nameOfItsOwn, openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'

/** Ways that a reviewer found to get a text out, or to keep one up, past the rules. */
describe.each(databases())('tricks on $name', ({ open }) => {
  let room: TestNewsroom
  let desk: string
  let p: Record<'reporter' | 'editor' | 'chief' | 'signer' | 'translator' | 'second' | 'reviser' | 'engineer', TestPerson>

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    desk = await room.office('toa-soan')
    p = {
      reporter: await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk }),
      editor: await room.hire('Phạm Thị Lan Anh', ['editor'], { desk, skills: { vi: ['approve'], en: ['revise'] } }),
      chief: await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'] } }),
      signer: await room.hire('Hoàng Thị Ngọc Bích', ['secondSigner'], { desk }),
      translator: await room.hire('Đỗ Thùy Dương', ['translator', 'reviser'], { desk, skills: { en: ['translate', 'revise'] } }),
      second: await room.hire('Vũ Hải Yến', ['translator'], { desk, skills: { en: ['translate'] } }),
      reviser: await room.hire('Bùi Đức Huy', ['reviser'], { desk, skills: { en: ['revise'] } }),
      engineer: await room.hire('Đặng Văn Phúc', ['outletEngineer'], { desk }),
    }
  })
  afterAll(() => room.stop())

  const begun = async (story: Readonly<Record<string, unknown>> = {}, person = p.reporter) => {
    const { body } = await room.write(person, { title: `Bài ${nameOfItsOwn()}` }, story)
    return { article: body.article.id as string, story: body.story.id as string }
  }
  const approved = async (story: Readonly<Record<string, unknown>> = {}) => {
    const made = await begun(story)
    await room.verb(p.reporter, made.article, 'submit', { noSecrets: true })
    expect((await room.verb(p.chief, made.article, 'approve')).status).toBe(200)
    return made
  }
  const save = async (person: TestPerson, article: string, text: object) => {
    const { rev } = (await room.ask(person, 'GET', `/api/articles/${article}`)).body
    return room.ask(person, 'PATCH', `/api/articles/${article}`, { rev, ...text })
  }
  const english = async (source: string, text = 'Text') => {
    const en = (await room.verb(p.translator, source, 'translate', { language: 'en' })).body.article.id as string
    // Nothing may be left as the untouched copy of the source.
    const body = treeFromText('Da Lat welcomes visitors all year.')
    await save(p.translator, en, { title: `${text} ${nameOfItsOwn()}`, summary: 'What it says in short.', body })
    return en
  }

  it.each([false, null, 0, ''])('the sovereignty flag is not cleared by %j', async (nothing) => {
    const { story } = await begun({ sovereignty: true })
    const answer = await room.ask(p.reporter, 'PATCH', `/api/stories/${story}`, { sovereignty: nothing })
    expect([400, 403]).toContain(answer.status)
    expect((await room.ask(p.signer, 'GET', `/api/stories/${story}`)).body.sovereignty).toBe(true)
  })

  it('an embargo that somebody else moved later is still its setter’s', async () => {
    const until = new Date(Date.now() + 86_400_000).toISOString()
    const { story } = await begun()
    expect((await room.ask(p.chief, 'PATCH', `/api/stories/${story}`, { embargo: until })).status).toBe(200)
    expect(
      (
        await room.ask(p.editor, 'PATCH', `/api/stories/${story}`, {
          embargo: new Date(Date.parse(until) + 60_000).toISOString(),
        })
      ).status,
    ).toBe(200)
    expect((await room.ask(p.editor, 'PATCH', `/api/stories/${story}`, { embargo: null })).body).toMatchObject({
      status: 403,
      code: 'move.embargoFixed',
    })
    expect((await room.ask(p.chief, 'PATCH', `/api/stories/${story}`, { embargo: null })).body).toMatchObject({
      status: 400,
      code: 'move.reasonMissing',
    })
    expect(
      (await room.ask(p.chief, 'PATCH', `/api/stories/${story}`, { embargo: null, embargoReason: 'Bộ đã công bố.' })).status,
    ).toBe(200)
  })

  it('a schedule that was refused does not fire by itself when the reason falls away', async () => {
    const { releaseDue } = await import('../../src/cms/schedule')
    const quiet = pino({ level: 'silent' })
    const { article } = await approved()
    await room.verb(p.chief, article, 'schedule', { until: new Date(Date.now() + 300).toISOString() })
    await room.verb(p.chief, article, 'hold', { reason: 'Chờ xác minh.' })
    await new Promise((resolve) => setTimeout(resolve, 600))
    await releaseDue(room.payload, quiet)
    await room.verb(p.chief, article, 'unhold', { reason: 'Đã xác minh.' })
    await releaseDue(room.payload, quiet)
    expect((await room.ask(p.chief, 'GET', `/api/desk/articles/${article}`)).body).toMatchObject({
      state: 'approved',
      schedule: null,
      releases: [],
    })
  })

  it('a translation does not leave before the embargo of its source, nor while that is held', async () => {
    const { article } = await approved()
    const en = await english(article)
    await room.verb(p.translator, en, 'submit', { noSecrets: true })
    await room.verb(p.reviser, en, 'revised')
    await room.verb(p.chief, article, 'schedule', { until: new Date(Date.now() + 3_600_000).toISOString(), embargo: true })
    await room.verb(p.chief, en, 'approve')
    expect((await room.verb(p.chief, en, 'release')).body).toMatchObject({ status: 409, code: 'move.tooEarly' })
    await room.verb(p.chief, article, 'hold', { reason: 'Chờ xác minh.' })
    expect((await room.verb(p.chief, en, 'release')).body).toMatchObject({ status: 409, code: 'move.held' })
  })

  it('an old translation of a text that was taken down and came back waits for a person', async () => {
    const { article } = await approved()
    await room.verb(p.chief, article, 'release')
    const en = await english(article)
    await room.verb(p.translator, en, 'submit', { noSecrets: true })
    await room.verb(p.reviser, en, 'revised')
    expect((await room.verb(p.chief, en, 'approve')).status).toBe(200)
    await room.verb(p.chief, article, 'withdraw', { reason: 'Số liệu sai.' })
    await room.verb(p.chief, article, 'return', { reason: 'Viết lại.' })
    await save(p.reporter, article, { summary: 'Số liệu đúng.' })
    await room.verb(p.reporter, article, 'submit', { noSecrets: true })
    await room.verb(p.chief, article, 'approve')
    expect((await room.verb(p.chief, article, 'release')).status).toBe(200)
    expect((await room.verb(p.chief, en, 'release')).body).toMatchObject({ status: 409, code: 'approve.stale' })
  })

  it('nobody approves their own text after a withdrawal either', async () => {
    const { article } = await begun({}, p.editor)
    await room.verb(p.editor, article, 'submit', { noSecrets: true })
    await room.verb(p.chief, article, 'approve')
    await room.verb(p.chief, article, 'release')
    await room.verb(p.chief, article, 'withdraw', { reason: 'Sai.' })
    expect((await room.verb(p.editor, article, 'approve')).body).toMatchObject({ status: 403, code: 'approve.ownWork' })
  })

  it('whoever wrote a translation does not pass it as its reviser, whoever handed it in', async () => {
    const { article } = await approved()
    const en = await english(article)
    await room.verb(p.second, en, 'claim')
    await room.verb(p.second, en, 'submit', { noSecrets: true })
    expect((await room.verb(p.translator, en, 'revised')).body).toMatchObject({ status: 403, code: 'move.notYours' })
    expect((await room.verb(p.reviser, en, 'revised')).status).toBe(200)
    expect((await room.verb(p.chief, en, 'approve')).status).toBe(200)
  })

  it('the key of an outlet is given once, and its lists hold known keys only', async () => {
    const key = `portal-${randomUUID().slice(0, 8)}`
    const made = await room.ask(p.engineer, 'POST', '/api/channels', {
      key,
      name: 'Cổng',
      kind: 'webhook',
      address: 'http://127.0.0.1:9/inbox',
      newSecret: 'whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz',
      state: 'paused',
    })
    expect(made.status).toBe(201)
    const { id } = made.body.doc
    await room.ask(p.engineer, 'PATCH', `/api/channels/${id}`, { key: 'khac' })
    expect((await room.ask(p.engineer, 'GET', `/api/channels/${id}`)).body.key).toBe(key)
    for (const languages of [{}, 7, ['fr'], 'vi'])
      expect((await room.ask(p.engineer, 'PATCH', `/api/channels/${id}`, { languages })).status).toBe(400)
    expect((await room.ask(p.engineer, 'PATCH', `/api/channels/${id}`, { languages: ['vi', 'en'] })).status).toBe(200)
  })

  it('an address under which a text was released is nobody else’s', async () => {
    const title = `Đồi chè ${randomUUID().slice(0, 8)}`
    const first = (await room.write(p.reporter, { title })).body.article.id as string
    await room.verb(p.reporter, first, 'submit', { noSecrets: true })
    await room.verb(p.chief, first, 'approve')
    await room.verb(p.chief, first, 'release')
    const { slug } = (await room.ask(p.reporter, 'GET', `/api/articles/${first}`)).body
    await room.verb(p.chief, first, 'reopen', { reason: 'Đổi địa chỉ.' })
    await save(p.reporter, first, { slug: `${slug}-cu` })
    const other = (await room.write(p.reporter, { title })).body.article.id as string
    expect((await room.ask(p.reporter, 'GET', `/api/articles/${other}`)).body.slug).toBe(`${slug}-2`)
  })

  it('a preview link opens nothing of a text in the trash, and an auditor makes none', async () => {
    const { article } = await begun()
    const link = new URL((await room.ask(p.reporter, 'POST', `/api/desk/articles/${article}/preview`, {})).body.url as string)
    expect((await room.ask(null, 'GET', link.pathname)).status).toBe(200)
    await room.verb(p.reporter, article, 'trash')
    expect((await room.ask(null, 'GET', link.pathname)).status).toBe(403)
    const auditor = await room.hire('Tô Minh Châu', ['auditor'])
    expect((await room.ask(auditor, 'POST', `/api/desk/articles/${article}/preview`, {})).status).toBe(403)
  })
})
