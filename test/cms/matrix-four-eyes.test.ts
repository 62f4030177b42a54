import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { treeFromText } from '#cms/import-text'
import type { ArticleDesk } from '../../src/admin/article/desk'
import { unseenIn } from '../../src/admin/article/looked'
import { picture, upload } from '../lib/canaries'
import { nameOfItsOwn, openTestNewsroom, type Answer, type TestNewsroom, type TestPerson } from '../lib/newsroom'

const ALL = ['translate', 'revise', 'approve'] as const

/** C03: ways to be one's own second pair of eyes, each through the doors that a browser has. */
describe('four eyes over HTTP', () => {
  let room: TestNewsroom
  let p: Record<
    | 'author'
    | 'colleague'
    | 'editor'
    | 'chief'
    | 'deputy'
    | 'head'
    | 'translator'
    | 'reviser'
    | 'both'
    | 'signer'
    | 'signingChief'
    | 'administrator'
    | 'auditor'
    | 'farChief',
    TestPerson
  >

  beforeAll(async () => {
    room = await openTestNewsroom()
    const desk = await room.office('toa-soan')
    const skills = { vi: ALL, en: ALL, ja: ALL }
    p = {
      author: await room.hire('Nguyễn Hoài Thu', ['reporter', 'editor', 'chief'], { desk, skills }),
      colleague: await room.hire('Trần Minh Quân', ['reporter'], { desk }),
      editor: await room.hire('Phạm Thị Lan Anh', ['editor'], { desk, skills }),
      chief: await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'] } }),
      deputy: await room.hire('Trần Bảo Châu', ['chief'], { desk, skills: { vi: ['approve'] } }),
      head: await room.hire('Phan Thái Bình', ['chief'], { skills: { vi: ['approve'] } }),
      translator: await room.hire('Đỗ Thùy Dương', ['translator'], { skills: { en: ['translate'] } }),
      reviser: await room.hire('Bùi Đức Huy', ['reviser'], { skills: { en: ['revise'] } }),
      both: await room.hire('Vũ Hải Yến', ['translator', 'reviser', 'chief'], { desk, skills: { en: ALL } }),
      signer: await room.hire('Hoàng Thị Ngọc Bích', ['secondSigner']),
      signingChief: await room.hire('Đặng Quốc Khánh', ['chief', 'secondSigner'], { desk, skills: { vi: ['approve'] } }),
      administrator: await room.hire('Quản trị', ['administrator']),
      auditor: await room.hire('Mai Đức Kiên', ['auditor']),
      farChief: await room.hire('Bùi Minh Thu', ['chief'], { desk: await room.office('bao'), skills }),
    }
  })
  afterAll(() => room.stop())

  const written = async (
    by: TestPerson,
    story: Readonly<Record<string, unknown>> = {},
    text: Readonly<Record<string, string>> = {},
  ) => {
    const { status, body, text: said } = await room.write(by, { title: `Bài ${nameOfItsOwn()}`, ...text }, story)
    expect(status, said).toBe(201)
    return { article: body.article.id as string, story: body.story.id as string }
  }
  const save = async (by: TestPerson, article: string, words: object): Promise<Answer> => {
    const { rev } = (await room.ask(by, 'GET', `/api/articles/${article}`)).body as { rev: number }
    return room.ask(by, 'PATCH', `/api/articles/${article}`, { rev, ...words })
  }
  const done = async (by: TestPerson, article: string, verb: string, args: object = {}) => {
    const { status, text } = await room.verb(by, article, verb, args)
    expect([verb, status, status < 300 ? '' : text]).toEqual([verb, verb === 'translate' ? 201 : 200, ''])
  }
  const submitted = async (by: TestPerson, story = {}, text = {}) => {
    const made = await written(by, story, text)
    await done(by, made.article, 'submit', { noSecrets: true })
    return made
  }
  const approved = async (story = {}, text = {}) => {
    const made = await submitted(p.colleague, story, text)
    await done(p.chief, made.article, 'approve')
    return made
  }
  const code = async (by: TestPerson, article: string, verb: string, args: object = {}): Promise<string | number> => {
    const { status, body } = await room.verb(by, article, verb, args)
    return status === 200 ? 200 : ((body as { code?: string }).code ?? status)
  }
  const desk = async (article: string) => (await room.ask(p.auditor, 'GET', `/api/desk/articles/${article}`)).body as ArticleDesk

  describe('a Vietnamese text', () => {
    it('is not approved by whoever wrote it, whatever else they are', async () => {
      const { article } = await submitted(p.author)
      expect(await code(p.author, article, 'approve')).toBe('approve.ownWork')
      expect(await code(p.chief, article, 'approve')).toBe(200)
    })

    it('is not approved unseen, nor after another save than the one that was looked at', async () => {
      const { article } = await submitted(p.author)
      const at = `/api/desk/articles/${article}/approve`
      const approve = (body: object) => room.ask(p.chief, 'POST', at, body, { 'idempotency-key': randomUUID() })
      const { digest } = await desk(article)
      const unseen = await approve({})
      expect([unseen.status, unseen.headers.get('content-type'), unseen.body]).toEqual([
        428,
        expect.stringContaining('application/problem+json'),
        expect.objectContaining({ code: 'approve.notLooked', detail: expect.stringContaining('Hãy mở') as string }),
      ])
      expect((await save(p.editor, article, { summary: 'Tóm tắt khác.' })).status).toBe(200)
      expect((await approve({ digest })).body).toMatchObject({ status: 409, code: 'approve.changed' })
      expect(await desk(article)).toMatchObject({ state: 'review', approval: null })
      expect(await code(p.chief, article, 'approve')).toBe(200)
    })

    it('nor by whoever wrote along, were it one character, or only took a comma back out', async () => {
      const { article } = await written(p.colleague, {}, { text: 'Đà Lạt đón khách quanh năm.' })
      expect((await save(p.editor, article, { body: treeFromText('Đà Lạt, đón khách quanh năm.') })).status).toBe(200)
      await done(p.colleague, article, 'submit', { noSecrets: true })
      expect(await code(p.editor, article, 'approve')).toBe('approve.ownWork')
      expect((await save(p.editor, article, { body: treeFromText('Đà Lạt đón khách quanh năm.') })).status).toBe(200)
      expect(await code(p.editor, article, 'approve')).toBe('approve.ownWork')
      expect(await code(p.chief, article, 'approve')).toBe(200)
    })

    it('a save that changes nothing, or only how an accent is stored, makes nobody an author', async () => {
      const { article } = await written(p.colleague, {}, { title: 'Cồng chiêng Tây Nguyên' })
      expect((await save(p.editor, article, { title: 'Cồng chiêng Tây Nguyên'.normalize('NFD') })).status).toBe(200)
      expect((await save(p.editor, article, {})).status).toBe(200)
      await done(p.colleague, article, 'submit', { noSecrets: true })
      expect(await code(p.editor, article, 'approve')).toBe(200)
    })

    it('nor by whoever brought an older version back', async () => {
      const { article } = await written(p.colleague, {}, { title: 'Bản thứ nhất' })
      expect((await save(p.colleague, article, { title: 'Bản thứ hai' })).status).toBe(200)
      const { body } = await room.ask(
        p.editor,
        'GET',
        `/api/articles/versions?where[parent][equals]=${article}&limit=0&sort=createdAt`,
      )
      const first = (body as { docs: { id: string; version: { title: string } }[] }).docs.find(
        ({ version }) => version.title === 'Bản thứ nhất',
      )!
      expect((await room.ask(p.editor, 'POST', `/api/articles/versions/${first.id}`, {})).status).toBe(200)
      expect((await room.ask(p.editor, 'GET', `/api/articles/${article}`)).body).toMatchObject({
        title: 'Bản thứ nhất',
        savedBy: p.editor.id,
        rev: 3,
      })
      await done(p.colleague, article, 'submit', { noSecrets: true })
      expect(await code(p.editor, article, 'approve')).toBe('approve.ownWork')
      expect(await code(p.chief, article, 'approve')).toBe(200)
    })

    it('nor by whoever had a colleague save last, hand it in, or begin it for them', async () => {
      const last = await written(p.editor)
      expect((await save(p.author, last.article, { byline: 'Tòa soạn' })).status).toBe(200)
      await done(p.author, last.article, 'submit', { noSecrets: true })
      expect([await code(p.editor, last.article, 'approve'), await code(p.author, last.article, 'approve')]).toEqual([
        'approve.ownWork',
        'approve.ownWork',
      ])
      const begun = await written(p.colleague)
      expect((await save(p.editor, begun.article, { body: treeFromText('Toàn bộ bài do biên tập viên viết.') })).status).toBe(200)
      await done(p.colleague, begun.article, 'submit', { noSecrets: true })
      expect(await code(p.editor, begun.article, 'approve')).toBe('approve.ownWork')
    })

    it('nor by another desk’s chief, an administrator, an auditor, or with somebody else’s name in the request', async () => {
      const { article } = await submitted(p.author)
      expect(await code(p.farChief, article, 'approve')).toBe('request.notFound')
      expect(await code(p.administrator, article, 'approve')).toBe('request.notFound')
      expect(await code(p.auditor, article, 'approve')).toBe('move.notYours')
      const onBehalf = {
        by: p.chief.id,
        person: p.chief,
        user: p.chief.id,
        onWordOf: { id: p.chief.id, name: p.chief.name },
        approval: { by: p.chief.id },
      }
      expect(await code(p.author, article, 'approve', onBehalf)).toBe('approve.ownWork')
      expect(await desk(article)).toMatchObject({ state: 'review', approval: null })
      // A chief of all desks may.
      expect(await code(p.head, article, 'approve')).toBe(200)
    })

    it('is not approved by following a link', async () => {
      const { article } = await submitted(p.colleague)
      for (const method of ['GET', 'HEAD', 'OPTIONS'])
        for (const path of [
          `/api/desk/articles/${article}/approve`,
          `/api/desk/articles/${article}/approve?idempotency-key=${randomUUID()}`,
        ])
          expect((await room.ask(p.chief, method, path, undefined, { 'idempotency-key': randomUUID() })).status).not.toBe(201)
      expect(await desk(article)).toMatchObject({ state: 'review', approval: null })
    })
  })

  describe('a translation', () => {
    const english = async (by: TestPerson = p.translator) => {
      const { article: source } = await approved()
      await done(p.chief, source, 'release')
      const { status, body } = await room.verb(by, source, 'translate', { language: 'en' })
      expect(status).toBe(201)
      const article = (body as { article: { id: string } }).article.id
      expect(
        (
          await save(by, article, {
            title: `Notice ${nameOfItsOwn()}`,
            summary: 'What it says in short.',
            body: treeFromText('Da Lat welcomes visitors all year.'),
          })
        ).status,
      ).toBe(200)
      return article
    }

    it('is not passed by its own translator, who holds every right there is', async () => {
      const article = await english(p.both)
      await done(p.both, article, 'submit', { noSecrets: true })
      expect(await code(p.both, article, 'revised')).toBe('move.notYours')
      await done(p.reviser, article, 'revised')
      expect(await code(p.both, article, 'approve')).toBe('approve.ownWork')
    })

    it('is not passed unseen, nor after another save than the one that its reviser looked at', async () => {
      const article = await english()
      await done(p.translator, article, 'submit', { noSecrets: true })
      const at = `/api/desk/articles/${article}`
      const passed = async (body: object) => {
        const { status, body: said } = await room.ask(p.reviser, 'POST', `${at}/revised`, body, {
          'idempotency-key': randomUUID(),
        })
        return [status, (said as { code?: string }).code]
      }
      const { digest } = (await room.ask(p.reviser, 'GET', at)).body as { digest: string }
      expect(await passed({})).toEqual([428, 'approve.notLooked'])
      expect((await save(p.both, article, { summary: 'Another sentence.' })).status).toBe(200)
      expect(await passed({ digest })).toEqual([409, 'approve.changed'])
      expect((await room.ask(p.reviser, 'GET', at)).body).toMatchObject({ state: 'revision', revised: null })
      await done(p.reviser, article, 'revised')
    })

    it('rests on a reviser’s word only as long as it is this very text, and not the approver’s own word', async () => {
      const article = await english()
      await done(p.translator, article, 'submit', { noSecrets: true })
      expect(await code(p.chief, article, 'approve')).toBe('move.notAllowed')
      await done(p.reviser, article, 'revised')
      // The chief reads no English: on the reviser's word alone.
      await done(p.chief, article, 'approve')
      const { approval } = (await room.ask(p.chief, 'GET', `/api/desk/articles/${article}`)).body as {
        approval: { onWordOf: { id: string } }
      }
      expect(approval.onWordOf.id).toBe(p.reviser.id)
      await done(p.chief, article, 'reopen', { reason: 'Xem lại.' })
      expect((await save(p.translator, article, { summary: 'One more sentence.' })).status).toBe(200)
      await done(p.translator, article, 'submit', { noSecrets: true })
      await done(p.both, article, 'revised')
      // Passed by somebody who may approve it as well, in a language that they read themselves: two people still stand for it.
      expect(await code(p.both, article, 'approve')).toBe(200)
    })

    it('whoever corrected it while revising has written it; another approves', async () => {
      const article = await english()
      await done(p.translator, article, 'submit', { noSecrets: true })
      await done(p.both, article, 'claim')
      expect((await save(p.both, article, { summary: 'A reviser’s own sentence.' })).status).toBe(200)
      await done(p.both, article, 'revised')
      expect(await code(p.both, article, 'approve')).toBe('approve.ownWork')
    })

    it('is not approved without a reviser by a chief who does not read it', async () => {
      const article = await english()
      await done(p.translator, article, 'submit', { noSecrets: true })
      await done(p.reviser, article, 'revised')
      expect((await save(p.editor, article, { byline: 'By the desk' })).status).toBe(200)
      expect(await code(p.chief, article, 'approve')).toBe('approve.language')
    })
  })

  describe('a text about sovereignty', () => {
    it('does not leave with one signature, nor with two of one person', async () => {
      const { article } = await submitted(p.colleague, { sovereignty: true })
      await done(p.signingChief, article, 'approve')
      expect(await code(p.signingChief, article, 'release')).toBe('approve.secondMissing')
      expect(await code(p.signingChief, article, 'secondSign')).toBe('approve.secondSame')
      expect(await code(p.chief, article, 'secondSign')).toBe('move.notYours')
      await done(p.signer, article, 'secondSign')
      expect(await code(p.chief, article, 'release')).toBe(200)
    })

    it('nor with a signature under other words, nor by taking the flag off, nor with a signature of whoever wrote it', async () => {
      const { article, story } = await submitted(p.colleague, { sovereignty: true })
      await done(p.chief, article, 'approve')
      await done(p.signer, article, 'secondSign')
      await done(p.chief, article, 'reopen', { reason: 'Sửa một câu.' })
      expect((await save(p.colleague, article, { summary: 'Một câu khác.' })).status).toBe(200)
      await done(p.colleague, article, 'submit', { noSecrets: true })
      await done(p.chief, article, 'approve')
      expect(await code(p.chief, article, 'release')).toBe('approve.secondMissing')
      for (const person of [p.editor, p.chief, p.author, p.colleague])
        expect([person.name, (await room.ask(person, 'PATCH', `/api/stories/${story}`, { sovereignty: false })).status]).toEqual([
          person.name,
          403,
        ])
      expect(await code(p.chief, article, 'release')).toBe('approve.secondMissing')

      const own = await room.hire('Lê Tự Ký', ['reporter', 'secondSigner'], { desk: p.colleague.desk })
      const theirs = await submitted(own, { sovereignty: true })
      await done(p.chief, theirs.article, 'approve')
      expect(await code(own, theirs.article, 'secondSign')).toBe('approve.ownWork')
    })

    it('whoever sets the flag after the approval voids it', async () => {
      const { article, story } = await approved()
      expect((await room.ask(p.editor, 'PATCH', `/api/stories/${story}`, { sovereignty: true })).status).toBe(200)
      expect(await code(p.chief, article, 'release')).toBe('move.notAllowed')
      expect(await desk(article)).toMatchObject({ state: 'review', approval: null })
    })
  })

  describe('an approval falls when what readers would see changes', () => {
    const medium = async (name: string) =>
      (
        (
          await upload(room, p.colleague, await picture(name), `${randomUUID()}.jpg`, {
            alt: 'Đồi chè',
            caption: 'Đồi chè buổi sớm',
            credit: 'Ảnh: Thu',
          })
        ).body as { doc: { id: string } }
      ).doc.id
    const topic = async () => {
      const key = `chu-de-${randomUUID().slice(0, 8)}`
      const { body } = await room.ask(p.administrator, 'POST', '/api/topics?locale=vi', { key, name: 'Cà phê' })
      return { key, id: (body as { doc: { id: string } }).doc.id }
    }
    /** The event that says that the approval fell: who did it, and what they had changed. */
    const fallen = async (article: string) => {
      const { body } = await room.ask(
        p.auditor,
        'GET',
        `/api/events?where[and][0][verb][equals]=approvalVoid&where[and][1][what][equals]=${article}&limit=0`,
      )
      return (body as { docs: { record: string }[] }).docs.map(
        ({ record }) => JSON.parse(record) as { who: string; reason: string },
      )
    }

    /** What of `after` a page has not shown that was opened at `before`. */
    const unseen = (before: ArticleDesk, after: ArticleDesk) => unseenIn(after, { rev: before.rev, seen: before.beside })

    const CHANGES: readonly (readonly [
      string,
      (use: { lead: string; story: string; topic: { id: string } }) => Promise<Answer>,
      (use: { lead: string; story: string; topic: { id: string } }) => string,
      /** What a page that was opened before is told. */
      readonly string[],
    ])[] = [
      [
        'the caption of its picture',
        ({ lead }) => room.ask(p.editor, 'PATCH', `/api/media/${lead}?locale=vi`, { caption: 'Đồi chè buổi chiều' }),
        ({ lead }) => `media:${lead}`,
        ['picture'],
      ],
      [
        'the alternative text of its picture',
        ({ lead }) => room.ask(p.editor, 'PATCH', `/api/media/${lead}?locale=vi`, { alt: 'Đồi chè Cầu Đất' }),
        ({ lead }) => `media:${lead}`,
        ['picture'],
      ],
      [
        'the credit of its picture',
        ({ lead }) => room.ask(p.editor, 'PATCH', `/api/media/${lead}?locale=vi`, { credit: 'Ảnh: Quân' }),
        ({ lead }) => `media:${lead}`,
        ['picture'],
      ],
      [
        'the bytes of its picture',
        async ({ lead }) => upload(room, p.editor, await picture(`khác ${randomUUID()}`), 'khac.jpg', {}, { id: lead }),
        ({ lead }) => `media:${lead}`,
        ['picture'],
      ],
      [
        'the name of its topic',
        ({ topic: { id } }) => room.ask(p.administrator, 'PATCH', `/api/topics/${id}?locale=vi`, { name: 'Cà phê Cầu Đất' }),
        ({ topic: { id } }) => `topics:${id}`,
        ['topics'],
      ],
      [
        'the class of its story',
        ({ story }) => room.ask(p.editor, 'PATCH', `/api/stories/${story}`, { class: 'official' }),
        ({ story }) => `stories:${story}`,
        ['class'],
      ],
      [
        'the places of its story',
        ({ story }) => room.ask(p.editor, 'PATCH', `/api/stories/${story}`, { places: ['Bảo Lộc'] }),
        ({ story }) => `stories:${story}`,
        ['places'],
      ],
      [
        'the topics of its story',
        ({ story }) => room.ask(p.editor, 'PATCH', `/api/stories/${story}`, { topics: [] }),
        ({ story }) => `stories:${story}`,
        ['topics'],
      ],
      [
        'the lead of its story',
        async ({ story }) => room.ask(p.editor, 'PATCH', `/api/stories/${story}`, { lead: await medium('khác') }),
        ({ story }) => `stories:${story}`,
        ['lead', 'picture', 'picture'],
      ],
      [
        'no lead any more',
        ({ story }) => room.ask(p.editor, 'PATCH', `/api/stories/${story}`, { lead: null }),
        ({ story }) => `stories:${story}`,
        ['lead', 'picture'],
      ],
    ]
    it.each(CHANGES)('%s; it says by whom and what, and nothing leaves', async (_, change, because, told) => {
      const use = { lead: await medium('đầu'), topic: await topic() }
      const { article, story } = await approved({ lead: use.lead, topics: [use.topic.key], places: ['Đà Lạt'] })
      const before = await desk(article)
      const changed = await change({ ...use, story })
      expect(changed.status, changed.text).toBe(200)
      const after = await desk(article)
      expect(after).toMatchObject({ state: 'review', approval: null })
      expect(after.digest).not.toBe(before.digest)
      expect(unseen(before, after).map(({ part }) => part)).toEqual(told)
      expect(await code(p.chief, article, 'release')).toBe('move.notAllowed')
      const [event] = await fallen(article)
      expect(event).toMatchObject({ reason: because({ ...use, story }) })
      expect([p.editor.id, p.administrator.id]).toContain(event!.who)
      expect(await code(p.deputy, article, 'approve')).toBe(200)
    })

    it('and does not when only its way there does: outlets, deadlines, sharing, file rights, an English caption', async () => {
      const lead = await medium('đầu')
      const { article, story } = await approved({ lead })
      const before = await desk(article)
      const engineer = await room.hire('Vũ Anh Tuấn', ['outletEngineer'])
      const channel = await room.ask(engineer, 'POST', '/api/channels?locale=vi', {
        key: `bao-${randomUUID().slice(0, 8)}`,
        name: 'Báo',
        kind: 'webhook',
        address: 'http://127.0.0.1:9/hook',
        newSecret: 'whsec_kenh-bao-kenh-bao-kenh-bao',
        state: 'active',
        perMinute: 60,
      })
      expect(channel.status, channel.text).toBe(201)
      const id = (channel.body as { doc: { id: string } }).doc.id
      const changes: readonly Promise<Answer>[] = [
        room.ask(p.editor, 'PATCH', `/api/stories/${story}`, { channels: [id] }),
        room.ask(p.editor, 'PATCH', `/api/stories/${story}`, { channels: [] }),
        room.ask(p.editor, 'PATCH', `/api/stories/${story}`, { deadlines: { en: '2030-01-01T00:00:00.000Z' } }),
        room.ask(p.editor, 'PATCH', `/api/stories/${story}`, { title: 'Tên làm việc khác' }),
        room.ask(p.editor, 'PATCH', `/api/media/${lead}?locale=en`, { caption: 'Tea hills', alt: 'Tea hills' }),
        room.ask(p.editor, 'PATCH', `/api/media/${lead}?locale=vi`, { licence: 'CC BY 4.0' }),
      ]
      for (const change of changes) {
        const { status, text } = await change
        expect(status, text).toBe(200)
      }
      const after = await desk(article)
      expect(after).toMatchObject({ state: 'approved', digest: before.digest })
      expect(unseen(before, after)).toEqual([])
      expect(await fallen(article)).toEqual([])
      expect(await code(p.chief, article, 'release')).toBe(200)
    })
  })
})
