import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan, PlanEntry } from '#bulletin/plan'
import type { IssueView, PreflightView } from '#bulletin/view'
import type { ItemType, Language } from '#newsroom'
import type { Release, TextRelease } from '#publication/release'
import { picture, upload } from '../lib/canaries'
import { databases } from '../lib/databases'
import { LICENCE } from '../lib/licence'
import { nameOfItsOwn, openTestNewsroom, type Answer, type TestNewsroom, type TestPerson } from '../lib/newsroom'

/** CI runs small numbers; `npm run proof` the full ones. */
const ROUNDS = process.env.PROOF === 'true' ? 200 : 10

type Who = 'reporter' | 'editor' | 'chief' | 'second' | 'bulletin' | 'composerChief' | 'engineer' | 'administrator' | 'auditor'

describe.each(databases())('an issue of the Bản tin on $name', ({ open }) => {
  let room: TestNewsroom
  let people: Record<Who, TestPerson>
  let licence: string
  let quarter = 2

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    const { addLegalRules } = await import('../../src/cms/bulletin/licence')
    await addLegalRules(room.payload)
    const desk = await room.office('toa-soan')
    people = {
      reporter: await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk }),
      editor: await room.hire('Hoàng Mai', ['editor'], { desk }),
      chief: await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'] } }),
      second: await room.hire('Trần Thị Hạnh', ['chief'], { desk, skills: { vi: ['approve'] } }),
      bulletin: await room.hire('Đinh Thị Kim Oanh', ['bulletinEditor'], { desk }),
      composerChief: await room.hire('Vũ Đức Long', ['bulletinEditor', 'chief'], { desk, skills: { vi: ['approve'] } }),
      engineer: await room.hire('Đặng Văn Phúc', ['outletEngineer'], { desk }),
      administrator: await room.hire('Ngô Thanh Tùng', ['administrator'], { desk }),
      auditor: await room.hire('Tô Minh Châu', ['auditor'], { desk }),
    }
    licence = await licenced('12/GP-XBBT')
  })
  afterAll(async () => {
    const { closeShops } = await import('../../src/cms/bulletin/shop')
    await closeShops()
    await room.stop()
  })

  const licenced = async (number: string): Promise<string> => {
    const { id } = await room.payload.create({
      collection: 'licences',
      data: { ...LICENCE, number } as never,
      locale: 'vi',
      overrideAccess: true,
    })
    return String(id)
  }

  const key = () => ({ 'idempotency-key': randomUUID() })
  const door = (who: TestPerson | null, method: string, path: string, body?: unknown, headers = key()) =>
    room.ask(who, method, `/api/desk/bulletins${path}`, body, headers)
  const look = async (id: string): Promise<IssueView> => (await door(people.bulletin, 'GET', `/${id}`)).body as IssueView
  const verb = (who: TestPerson, id: string, language: Language, name: string, body: object = {}, headers = key()) =>
    room.workVerb(who, { at: `/api/desk/bulletins/${id}`, language }, name, body, headers)
  const release = (who: TestPerson, id: string, languages: readonly Language[], headers = key()) =>
    door(who, 'POST', `/${id}/release`, { languages }, headers)

  const approvedText = async (text = 'Đà Lạt đón khách quanh năm, nhất là mùa hoa.') => {
    const written = await room.write(people.reporter, { title: `Tin ${nameOfItsOwn()}`, text })
    const article = written.body.article.id as string
    await room.verb(people.reporter, article, 'submit', { noSecrets: true })
    expect((await room.verb(people.chief, article, 'approve')).status).toBe(200)
    return { story: written.body.story.id as string, item: written.body.story.item as string, article }
  }
  /** Opened again, put right and approved: a correction waits. */
  const rewritten = async (article: string, wrong: string, right: string) => {
    await room.verb(people.editor, article, 'reopen')
    const source = (await room.ask(people.editor, 'GET', `/api/articles/${article}?depth=0`)).body
    const body = JSON.parse(JSON.stringify(source.body).replace(wrong, right))
    await room.ask(people.editor, 'PATCH', `/api/articles/${article}`, { rev: source.rev, body })
    await room.verb(people.editor, article, 'submit', { noSecrets: true })
    await room.verb(people.chief, article, 'approve')
  }
  const liveText = async (text?: string) => {
    const made = await approvedText(text)
    expect((await room.verb(people.chief, made.article, 'release')).status).toBe(200)
    return made
  }
  const correctText = async (article: string, from: string, to: string): Promise<Answer> => {
    await rewritten(article, from, to)
    return room.verb(people.chief, article, 'correct', { note: { kind: 'slip', text: 'Sửa lỗi đánh máy.' } })
  }

  const entry = (story: string | null, more: Partial<PlanEntry> = {}): PlanEntry => ({
    id: randomUUID(),
    slot: story === null ? 'foreword' : 'feature',
    story,
    budget: { vi: null, en: null, ja: null },
    photos: [],
    notes: '',
    ...more,
  })
  const planOf = (entries: readonly PlanEntry[]): Plan => ({
    sections: [{ id: 'chuyen-muc', names: { vi: 'Thời sự', en: 'News', ja: 'ニュース' }, entries }],
  })
  const arranged = async (id: string, change: Record<string, unknown>, who = people.bulletin): Promise<Answer> =>
    door(who, 'PUT', `/${id}`, { rev: (await look(id)).rev, ...change })
  const rowOf = (view: IssueView, language: Language = 'vi') => view.editionViews[language]

  /** An issue in Vietnamese with these texts. */
  const issueWith = async (texts: readonly { readonly story: string }[], more: readonly PlanEntry[] = []): Promise<string> => {
    quarter += 1
    const next = { year: 2026 + Math.floor((quarter - 1) / 4), quarter: ((quarter - 1) % 4) + 1 }
    const begun = await door(people.bulletin, 'POST', '', next)
    expect(begun.status).toBe(201)
    const { id } = begun.body as IssueView
    const plan = planOf([...texts.map(({ story }) => entry(story)), ...more])
    const saved = await arranged(id, { plan, themes: { vi: 'Mùa hoa', en: 'Flowers', ja: '花の季節' }, licence })
    expect(saved.status).toBe(200)
    return id
  }
  const approvedIssue = async (texts: readonly { readonly story: string }[]) => {
    const id = await issueWith(texts)
    expect(await verb(people.bulletin, id, 'vi', 'close')).toMatchObject({ status: 200 })
    expect((await verb(people.chief, id, 'vi', 'approve')).body).toMatchObject({ id })
    return id
  }
  const log = async (): Promise<readonly Release[]> => {
    const { releaseLog } = await import('../../src/cms/stores/release-log')
    return releaseLog(room.payload).after(0, 10_000)
  }
  const editionsIn = async (item: string) => (await log()).filter((one) => one.item === item)

  it('begins with the next quarter, by its editor, with the sections of the issue before; a quarter has one issue', async () => {
    expect((await door(people.reporter, 'POST', '', { year: 2026, quarter: 2 })).body).toMatchObject({ code: 'move.notYours' })
    const first = await door(people.bulletin, 'POST', '', { year: 2026, quarter: 2 })
    expect(first.body).toMatchObject({
      year: 2026,
      quarter: 2,
      number: 36,
      numberInYear: 2,
      date: '2026-06-30',
      state: 'planned',
    })
    const { id } = first.body as IssueView
    await arranged(id, { plan: planOf([]) })
    const again = await door(people.bulletin, 'POST', '', { year: 2026, quarter: 2 })
    expect(again.body).toMatchObject({ code: 'bulletin.exists', status: 409 })
    const archive = await door(people.reporter, 'GET', '')
    expect(archive.body).toMatchObject({ next: null, years: [{ year: 2026, issues: [{ id }] }] })
    const second = await issueWith([])
    expect((await look(second)).plan.sections.map(({ names }) => names.vi)).toEqual(['Thời sự'])
  })

  it('keeps what somebody else arranged: an old save is refused with theirs beside it', async () => {
    const text = await liveText()
    const id = await issueWith([text])
    const { rev, plan } = await look(id)
    expect((await door(people.bulletin, 'PUT', `/${id}`, { rev, plan: planOf([]) })).status).toBe(200)
    const late = await door(people.composerChief, 'PUT', `/${id}`, { rev, plan })
    expect(late.body).toMatchObject({ code: 'save.conflict', facts: { rev: rev + 1, theirs: { plan: planOf([]) } } })
    expect((await arranged(id, { plan: planOf([entry(randomUUID())]) })).body).toMatchObject({ code: 'request.invalid' })
    const twice = planOf([entry(text.story), entry(text.story)])
    expect((await arranged(id, { plan: twice })).body).toMatchObject({
      code: 'bulletin.planInvalid',
      facts: { kind: 'storyTwice' },
    })
    expect((await arranged(id, { plan: planOf([]) }, people.chief)).body).toMatchObject({ code: 'move.notYours' })
  })

  it('an own piece has a text to write in every language; whoever writes one composes the edition', async () => {
    const id = await issueWith([await liveText()], [entry(null)])
    const view = await look(id)
    const own = Object.values(view.board).find(({ slot }) => slot === 'foreword')
    expect(own?.cells.vi).toMatchObject({
      stage: 'draft',
      ready: false,
      href: expect.stringMatching(/^\/admin\/collections\/pieces\//),
    })
    expect((await verb(people.bulletin, id, 'vi', 'close')).body).toMatchObject({ code: 'edition.unready' })
    const piece = own?.cells.vi.href?.split('/').at(-1) ?? ''
    const { treeFromText } = await import('../../src/cms/import-text')
    const words = { title: 'Lời nói đầu', body: treeFromText('Kính thưa bạn đọc.') }
    expect((await room.ask(people.reporter, 'PATCH', `/api/pieces/${piece}`, words)).status).toBe(403)
    expect((await room.ask(people.composerChief, 'PATCH', `/api/pieces/${piece}`, words)).status).toBe(200)
    expect(Object.values((await look(id)).board).find(({ slot }) => slot === 'foreword')?.cells.vi).toMatchObject({
      stage: 'approved',
      ready: true,
      title: 'Lời nói đầu',
    })
    expect((await verb(people.bulletin, id, 'vi', 'close')).status).toBe(200)
    expect((await verb(people.composerChief, id, 'vi', 'approve')).body).toMatchObject({ code: 'edition.ownWork' })
    expect((await verb(people.chief, id, 'vi', 'approve')).status).toBe(200)
  })

  it('whoever wrote a caption, an alternative text or a credit of its pictures composed it, too', async () => {
    const shot = async () =>
      (await upload(room, people.bulletin, await picture(nameOfItsOwn(), 2400, 3200), 'anh.jpg', { alt: 'Hoa', credit: 'TTĐN' }))
        .body.doc.id
    const [cover, photo, elsewhere] = [await shot(), await shot(), await shot()]
    const text = await liveText()
    const id = await issueWith([text])
    const { plan } = await look(id)
    const entries = plan.sections[0]?.entries.map((one) => ({ ...one, photos: [photo] })) ?? []
    expect((await arranged(id, { cover, plan: planOf(entries) })).status).toBe(200)
    const writes = (who: TestPerson, medium: string, words: object) =>
      room.ask(who, 'PATCH', `/api/media/${medium}?locale=vi`, words)
    expect((await writes(people.chief, photo, { caption: 'Mùa hoa ở Đà Lạt.' })).status).toBe(200)
    expect((await writes(people.second, elsewhere, { caption: 'Ảnh khác.' })).status).toBe(200)
    await verb(people.bulletin, id, 'vi', 'close')
    expect((await verb(people.chief, id, 'vi', 'approve')).body).toMatchObject({ code: 'edition.ownWork' })
    expect((await verb(people.second, id, 'vi', 'approve')).status).toBe(200)
    // Written after the approval it voids that, and its writer's own approval of it is none.
    expect((await writes(people.second, cover, { alt: 'Bìa: hoa dã quỳ' })).status).toBe(200)
    expect((await look(id)).editionViews.vi.shown).toBe('void')
    await verb(people.bulletin, id, 'vi', 'reopen', { reason: 'Đổi lời ảnh bìa.' })
    await verb(people.bulletin, id, 'vi', 'close')
    expect((await verb(people.second, id, 'vi', 'approve')).body).toMatchObject({ code: 'edition.ownWork' })
  })

  it('one press releases the texts that waited and then the edition; the release says who approved exactly this', async () => {
    const live = await liveText()
    const waits = await approvedText()
    const id = await approvedIssue([live, waits])
    const before = (await log()).length
    const headers = key()
    const done = await release(people.second, id, ['vi'], headers)
    expect(done.body.release).toMatchObject({
      editions: [{ verb: 'release', language: 'vi' }],
      texts: [{ article: waits.article, verb: 'release' }],
      leftOut: ['en', 'ja'],
    })
    expect((await release(people.second, id, ['vi'], headers)).body.release).toEqual(done.body.release)
    const { item } = await look(id)
    const added = (await log()).slice(before) as readonly TextRelease[]
    expect(added.map((one) => [one.item, one.itemType, one.kind])).toEqual([
      [waits.item, 'article', 'release'],
      [item, 'edition', 'release'],
    ])
    const edition = added[1] as TextRelease
    expect(edition.approvals).toMatchObject([{ by: people.chief.id, digest: edition.snapshotDigest }])
    expect(edition.snapshot.edition?.sections[0]?.entries.map(({ text }) => text?.item)).toEqual([live.item, waits.item])
    expect(edition.snapshot.edition?.files.map(({ kind }) => kind)).toEqual(['screen', 'press', 'epub', 'plain', 'package'])
    expect(rowOf(await look(id))).toMatchObject({ shown: 'released', live: { version: 1 } })
  })

  describe('what an approval binds', () => {
    const refusedAfter = async (
      change: (id: string, texts: readonly { article: string; story: string }[]) => Promise<unknown>,
    ) => {
      const texts = [await liveText(), await liveText()]
      const id = await approvedIssue(texts)
      await change(id, texts)
      const edition = rowOf(await look(id))
      const refused = await release(people.chief, id, ['vi'])
      expect(refused.status).toBe(409)
      expect(await editionsIn((await look(id)).item)).toEqual([])
      return { shown: edition.shown, said: edition.changes.map(({ text }) => text), code: refused.body.code }
    }

    it('a comma in a text', async () => {
      const { shown, said, code } = await refusedAfter((_, [text]) => correctText(text?.article ?? '', 'quanh năm,', 'quanh năm'))
      expect([shown, code]).toEqual(['void', 'edition.changed'])
      expect(said).toEqual([expect.stringMatching(/^Nội dung bài “Tin .+” đã thay đổi\.$/)])
    })
    it('the order', async () => {
      const { shown, said } = await refusedAfter(async (id) => {
        const { plan } = await look(id)
        return arranged(id, { plan: planOf((plan.sections[0]?.entries ?? []).toReversed()) })
      })
      expect([shown, said]).toEqual(['void', ['Thứ tự bài đã thay đổi.']])
    })
    it('the imprint and the licence', async () => {
      const { shown, said } = await refusedAfter((id) => licenced(`${id}/GP`).then((other) => arranged(id, { licence: other })))
      expect(shown).toBe('void')
      expect(said.length).toBeGreaterThan(0)
    })
    it('the pages that were looked at: closed anew meanwhile, they are looked at again', async () => {
      const id = await issueWith([await liveText()])
      await verb(people.bulletin, id, 'vi', 'close')
      const { digest } = (await door(people.chief, 'GET', `/${id}/vi/approval`)).body as { digest: string }
      await verb(people.bulletin, id, 'vi', 'reopen', { reason: 'Đổi chủ đề.' })
      await arranged(id, { themes: { vi: 'Mùa mưa', en: 'Rain', ja: '雨季' } })
      await verb(people.bulletin, id, 'vi', 'close')
      expect((await verb(people.chief, id, 'vi', 'approve', { digest })).body).toMatchObject({
        status: 409,
        code: 'approve.changed',
      })
      expect((await door(people.chief, 'POST', `/${id}/vi/approve`, {})).body).toMatchObject({
        status: 428,
        code: 'approve.notLooked',
      })
      const now = (await door(people.chief, 'GET', `/${id}/vi/approval`)).body as { digest: string }
      expect((await verb(people.chief, id, 'vi', 'approve', { digest: now.digest })).status).toBe(200)
    })
    it('the cover', async () => {
      const { shown, said } = await refusedAfter(async (id) => {
        const cover = await upload(room, people.bulletin, await picture(`bia ${id}`), `bia-${id}.jpg`, {
          alt: 'Bìa',
          credit: 'TTĐN',
        })
        return arranged(id, { cover: cover.body.doc.id })
      })
      expect([shown, said]).toEqual(['void', ['Ảnh bìa đã thay đổi.']])
    })
    it('that every text may go: one that is held again, or withdrawn, keeps the whole issue back', async () => {
      const live = await liveText()
      const waits = await approvedText()
      const id = await approvedIssue([live, waits])
      await room.verb(people.chief, waits.article, 'hold', { reason: 'Chờ xác minh.' })
      expect((await release(people.chief, id, ['vi'])).body).toMatchObject({ code: 'edition.unready' })
      await room.verb(people.chief, waits.article, 'unhold', { reason: 'Đã xác minh.' })
      expect((await room.verb(people.chief, live.article, 'withdraw', { reason: 'Sai nguồn.' })).status).toBe(200)
      expect((await release(people.chief, id, ['vi'])).body).toMatchObject({ code: 'edition.unready' })
      const { item } = await look(id)
      expect(await editionsIn(item)).toEqual([])
      expect((await log()).some((one) => one.item === waits.item)).toBe(false)
    })
  })

  it('the preflight judges the text that goes out, not a newer draft of it', async () => {
    const wrong = `Đa Lát ${nameOfItsOwn()}`
    await room.payload.create({
      collection: 'terms',
      data: { vi: `Đà Lạt ${wrong}`, en: 'Da Lat', forbidden: { vi: [wrong], en: [], ja: [] }, status: 'approved' } as never,
      overrideAccess: true,
    })
    const [clean, faulty] = [await liveText('Có mười điểm đến.'), await liveText(`Có mười điểm đến ở ${wrong}.`)]
    const draftOf = async (article: string, from: string, to: string) => {
      await room.verb(people.editor, article, 'reopen')
      const source = (await room.ask(people.editor, 'GET', `/api/articles/${article}?depth=0`)).body
      const body = JSON.parse(JSON.stringify(source.body).replace(from, to))
      expect((await room.ask(people.editor, 'PATCH', `/api/articles/${article}`, { rev: source.rev, body })).status).toBe(200)
    }
    await draftOf(clean.article, 'điểm đến', `điểm đến ở ${wrong}`)
    await draftOf(faulty.article, ` ở ${wrong}`, '')
    const id = await issueWith([clean, faulty])
    const entries = (await look(id)).plan.sections[0]?.entries ?? []
    const { rows } = (await door(people.bulletin, 'GET', `/${id}/vi/preflight`)).body as PreflightView
    expect(rows.filter(({ rule }) => rule === 'terms').map(({ result, entry: at }) => [result, at])).toEqual([
      ['warn', entries.find(({ story }) => story === faulty.story)?.id],
    ])
  })

  it('a reissue prints what was wrong and what is right, and replaces the edition; a withdrawal takes it down', async () => {
    const text = await liveText('Sản lượng đạt năm nghìn tấn.')
    const id = await approvedIssue([text])
    await release(people.chief, id, ['vi'])
    expect((await correctText(text.article, 'năm nghìn', 'sáu nghìn')).status).toBe(200)
    expect((await look(id)).errata).toMatchObject([{ kind: 'corrected', language: 'vi', page: expect.any(Number) }])
    expect(rowOf(await look(id)).shown).toBe('releasedNewer')
    expect((await verb(people.bulletin, id, 'vi', 'reopen')).body).toMatchObject({ code: 'move.reasonMissing' })
    await verb(people.bulletin, id, 'vi', 'reopen', { reason: 'Sửa sản lượng.' })
    expect((await verb(people.bulletin, id, 'vi', 'close')).body).toMatchObject({ code: 'edition.noticeMissing' })
    const notice = { page: 3, wrong: 'năm nghìn tấn', right: 'sáu nghìn tấn' }
    expect((await verb(people.bulletin, id, 'vi', 'close', { notice })).status).toBe(200)
    expect((await verb(people.chief, id, 'vi', 'approve')).status).toBe(200)
    expect((await release(people.chief, id, ['vi'])).body).toMatchObject({ code: 'move.live' })
    expect((await verb(people.chief, id, 'vi', 'reissue')).status).toBe(200)
    const { item } = await look(id)
    expect((await editionsIn(item)).at(-1)).toMatchObject({
      kind: 'correction',
      version: 2,
      note: { kind: 'rectification', wrong: notice.wrong, right: notice.right },
      snapshot: { edition: { errata: [{ page: 3, wrong: notice.wrong, right: notice.right }] } },
    })
    expect((await verb(people.chief, id, 'vi', 'withdraw')).body).toMatchObject({ code: 'move.reasonMissing' })
    expect((await verb(people.chief, id, 'vi', 'withdraw', { reason: 'In sai ảnh.' })).status).toBe(200)
    expect((await editionsIn(item)).map(({ kind }) => kind)).toEqual(['release', 'correction', 'withdrawal'])
    expect(rowOf(await look(id)).shown).toBe('withdrawn')
  })

  it('an edition that is opened again still says what readers were told wrongly', async () => {
    const text = await liveText()
    const id = await approvedIssue([text])
    await release(people.chief, id, ['vi'])
    expect((await room.verb(people.chief, text.article, 'withdraw', { reason: 'Sai nguồn.' })).status).toBe(200)
    await verb(people.bulletin, id, 'vi', 'reopen', { reason: 'Thay bài.' })
    expect((await look(id)).errata).toMatchObject([{ kind: 'withdrawn', language: 'vi' }])
  })

  /** An outlet that takes issues and no single texts. */
  const takesIssues = async () => {
    const name = `tap-chi-${nameOfItsOwn()}`
    const { id: channel } = await room.payload.create({
      collection: 'channels',
      data: {
        key: name,
        name: 'Tạp chí',
        kind: 'webhook',
        address: 'http://127.0.0.1:9/hook',
        newSecret: `whsec_${Buffer.alloc(32, 9).toString('base64')}`,
        state: 'active',
        itemTypes: ['edition'],
        perMinute: 60,
      } as never,
      locale: 'vi',
      overrideAccess: true,
    })
    const where = { channel: { equals: name } }
    const told = async () => {
      const { docs } = await room.payload.find({ collection: 'deliveries', where, sort: 'seq', overrideAccess: true })
      return docs.map(({ item, kind }) => [item, kind])
    }
    const wants = (...itemTypes: readonly ItemType[]) =>
      room.payload.update({ collection: 'channels', id: channel, data: { itemTypes: [...itemTypes] }, overrideAccess: true })
    /** Its deliveries are from before it was kept whether the text itself suited it. */
    const unmarked = () => room.payload.update({ collection: 'deliveries', where, data: { suited: null }, overrideAccess: true })
    return { key_: name, told, wants, unmarked }
  }
  /** What the dialog says of an outlet before the press; null = nothing. */
  const foreseen = async (article: string, press: string, outlet: string) => {
    const { channels } = (await room.ask(people.chief, 'GET', `/api/desk/articles/${article}/channels?verb=${press}`)).body
    return (channels as readonly { key: string; kind: string }[]).find(({ key: each }) => each === outlet)?.kind ?? null
  }

  it('a correction and a withdrawal reach an outlet that has the text in an issue alone', async () => {
    const { key_, told } = await takesIssues()
    const text = await liveText()
    const id = await approvedIssue([text])
    await release(people.chief, id, ['vi'])
    expect(rowOf(await look(id)).outlets).toContainEqual({ channel: key_, name: 'Tạp chí', state: 'pending' })
    await rewritten(text.article, 'quanh năm', 'bốn mùa')
    expect(await foreseen(text.article, 'correct', key_)).toBe('correction')
    expect(await foreseen(text.article, 'withdraw', key_)).toBe('withdrawal')
    const note = { kind: 'slip', text: 'Sửa lời.' }
    expect((await room.verb(people.chief, text.article, 'correct', { note })).status).toBe(200)
    await room.verb(people.chief, text.article, 'withdraw', { reason: 'Sai nguồn.' })
    expect(await told()).toEqual([
      [(await look(id)).item, 'release'],
      [text.item, 'correction'],
      [text.item, 'withdrawal'],
    ])
  })

  it('of a text that a reissue left out an outlet of the issue is sent no new words, and hears that it was taken down', async () => {
    const { key_, told } = await takesIssues()
    const [stays, goes] = [await liveText(), await liveText()]
    const id = await approvedIssue([stays, goes])
    await release(people.chief, id, ['vi'])
    const { item } = await look(id)
    await verb(people.bulletin, id, 'vi', 'reopen', { reason: 'Bỏ một bài.' })
    await arranged(id, { plan: planOf([entry(stays.story)]) })
    const notice = { page: 1, wrong: 'Có hai bài.', right: 'Có một bài.' }
    expect((await verb(people.bulletin, id, 'vi', 'close', { notice })).status).toBe(200)
    await verb(people.chief, id, 'vi', 'approve', { acknowledged: true })
    expect((await verb(people.chief, id, 'vi', 'reissue')).status).toBe(200)
    expect((await correctText(goes.article, 'quanh năm', 'bốn mùa')).status).toBe(200)
    expect(await foreseen(goes.article, 'correct', key_)).toBeNull()
    expect(await foreseen(goes.article, 'withdraw', key_)).toBe('withdrawal')
    await room.verb(people.chief, goes.article, 'withdraw', { reason: 'Sai nguồn.' })
    expect(await told()).toEqual([
      [item, 'release'],
      [item, 'correction'],
      [goes.item, 'withdrawal'],
    ])
  })

  it('an outlet that a correction brought the text to takes it down when it no longer wants it, though it has the issue', async () => {
    const { key_, told, wants } = await takesIssues()
    const text = await liveText()
    const id = await approvedIssue([text])
    await release(people.chief, id, ['vi'])
    await wants('edition', 'article')
    expect((await correctText(text.article, 'quanh năm', 'bốn mùa')).status).toBe(200)
    await wants('edition')
    await rewritten(text.article, 'bốn mùa', 'mọi mùa')
    expect(await foreseen(text.article, 'correct', key_)).toBe('withdrawal')
    const note = { kind: 'slip', text: 'Sửa lời.' }
    expect((await room.verb(people.chief, text.article, 'correct', { note })).status).toBe(200)
    expect((await correctText(text.article, 'mọi mùa', 'mùa nào')).status).toBe(200)
    expect(await told()).toEqual([
      [(await look(id)).item, 'release'],
      [text.item, 'correction'],
      [text.item, 'withdrawal'],
    ])
  })

  it('where it was not kept whether the text suited the outlet, it is taken to have done so: no new words go there', async () => {
    const { key_, told, unmarked } = await takesIssues()
    const text = await liveText()
    const id = await approvedIssue([text])
    await release(people.chief, id, ['vi'])
    expect((await correctText(text.article, 'quanh năm', 'bốn mùa')).status).toBe(200)
    await rewritten(text.article, 'bốn mùa', 'mọi mùa')
    expect(await foreseen(text.article, 'correct', key_)).toBe('correction')
    await unmarked()
    expect(await foreseen(text.article, 'correct', key_)).toBe('withdrawal')
    const note = { kind: 'slip', text: 'Sửa lời.' }
    expect((await room.verb(people.chief, text.article, 'correct', { note })).status).toBe(200)
    expect(await told()).toEqual([
      [(await look(id)).item, 'release'],
      [text.item, 'correction'],
      [text.item, 'withdrawal'],
    ])
  })

  it('the withdrawal of a text reaches an outlet that had it in an issue which was taken down before', async () => {
    const { key_, told } = await takesIssues()
    const text = await liveText()
    const id = await approvedIssue([text])
    await release(people.chief, id, ['vi'])
    expect((await verb(people.chief, id, 'vi', 'withdraw', { reason: 'In sai ảnh.' })).status).toBe(200)
    expect(await foreseen(text.article, 'withdraw', key_)).toBe('withdrawal')
    await room.verb(people.chief, text.article, 'withdraw', { reason: 'Sai nguồn.' })
    const { item } = await look(id)
    expect(await told()).toEqual([
      [item, 'release'],
      [item, 'withdrawal'],
      [text.item, 'withdrawal'],
    ])
    // Whoever looks after the newsroom is told if it ever did not.
    const { violations } = await import('../../src/cms/invariants')
    const notOwed = async () =>
      (await violations(room.payload, { mediaDir: '', publicMediaDir: '' })).filter(({ rule }) => rule === 'withdrawal not owed')
    expect(await notOwed()).toEqual([])
    const { seq } = (await log()).at(-1) as Release
    await room.payload.db.deleteOne({ collection: 'deliveries', where: { key: { equals: `rel_${seq}_${key_}` } } })
    expect(await notOwed()).toEqual([{ rule: 'withdrawal not owed', what: `${seq} ${key_}` }])
  })

  it('a picture that its composer may not look at is not theirs to print', async () => {
    const foreign = await room.hire('Phạm Văn Khánh', ['reporter'], { desk: await room.office('bao') })
    const hidden = await upload(room, foreign, await picture(nameOfItsOwn()), `kin-${nameOfItsOwn()}.jpg`, {
      alt: 'Ảnh kín',
      credit: 'TTĐN',
    })
    const id = await issueWith([])
    const refused = await arranged(id, { cover: hidden.body.doc.id })
    expect(refused.body).toMatchObject({ code: 'request.invalid' })
    expect(refused.text).not.toContain('Ảnh kín')
  })

  it('a text is corrected while the issue goes out: never a mix of versions', async () => {
    const mixed: unknown[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const text = await liveText('Có mười điểm đến.')
      const id = await approvedIssue([text])
      await rewritten(text.article, 'mười', 'mười hai')
      const note = { kind: 'slip', text: 'Sửa số điểm đến.' }
      const [went, corrected] = await Promise.all([
        release(people.chief, id, ['vi']),
        room.verb(people.chief, text.article, 'correct', { note }),
      ])
      const all = await log()
      const { item } = await look(id)
      const edition = all.find((one) => one.item === item) as TextRelease | undefined
      const standing = all.filter((one) => one.item === text.item && one.seq < (edition?.seq ?? 0)).at(-1) as
        TextRelease | undefined
      const printed = edition?.snapshot.edition?.sections[0]?.entries[0]?.text?.digest
      if (edition && printed !== standing?.snapshotDigest) mixed.push({ round, printed, standing: standing?.snapshotDigest })
      if (![200, 409, 503].includes(went.status) || ![200, 503].includes(corrected.status))
        mixed.push({ round, went: went.body, corrected: corrected.body })
    }
    expect(mixed).toEqual([])
  })

  it('nothing of an issue that is not out reaches whoever does not work on texts', async () => {
    const waits = await approvedText()
    const id = await approvedIssue([waits])
    const paths = ['', `/${id}`, `/${id}/vi/preflight`, `/${id}/vi/pages`, `/${id}/vi/pages/1.webp`, `/${id}/vi/approval`, `/${id}/vi/files/screen`, `/${id}/vi/files/press`, `/${id}/records.csv`, `/${id}/labels.pdf`, `/${id}/candidates`] // prettier-ignore
    const open: string[] = []
    for (const path of paths)
      for (const who of [null, people.engineer, people.administrator]) {
        const { status, text } = await door(who, 'GET', path)
        if (![401, 403].includes(status) || text.includes('Tin ')) open.push(`${who?.name ?? 'nobody'} ${path}: ${status}`)
      }
    expect(open).toEqual([])
    const seen = []
    for (const path of paths) seen.push([path, (await door(people.auditor, 'GET', path)).status])
    expect(seen).toEqual(paths.map((path) => [path, 200]))
    expect((await verb(people.auditor, id, 'vi', 'reopen', { reason: 'x' })).status).toBe(403)
    // Kept by the browser, but asked for again each time: the next person at this computer may not be one who may see it.
    const page = async (who: TestPerson | null, tag = '""') => {
      const asked = { 'if-none-match': tag, 'cache-control': 'max-age=0' }
      const address = `/api/desk/bulletins/${id}/vi/pages/1.webp`
      const { status, headers: said, text } = await room.ask(who, 'GET', address, undefined, asked)
      return { status, control: said.get('cache-control'), tag: said.get('etag') ?? '', isEmpty: text === '' }
    }
    const { tag, ...kept } = await page(people.auditor)
    expect(kept).toEqual({ status: 200, control: 'private, no-cache', isEmpty: false })
    expect(await page(people.auditor, tag)).toEqual({ ...kept, status: 304, tag, isEmpty: true })
    for (const [who, status] of [
      [null, 401],
      [people.engineer, 403],
    ] as const)
      // prettier-ignore
      expect((await page(who, tag)).status).toBe(status)
  })
})
