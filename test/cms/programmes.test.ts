import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import en from '#locales/en/desk.json' with { type: 'json' }
import type { PlanStep } from '#programme/plan'
import type { ProgrammeCandidates, ProgrammesView, ProgrammeView } from '#programme/view'
import type { Release, TextRelease } from '#publication/release'
import { databases } from '../lib/databases'
import { nameOfItsOwn, openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'
import { STATION } from '../lib/station'

type Who = 'reporter' | 'editor' | 'chief' | 'producer' | 'both' | 'engineer'

describe.each(databases())('a programme of the broadcaster on $name', ({ open }) => {
  let room: TestNewsroom
  let people: Record<Who, TestPerson>

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    const desk = await room.office('toa-soan')
    people = {
      reporter: await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk }),
      editor: await room.hire('Hoàng Mai', ['editor'], { desk }),
      chief: await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'] } }),
      producer: await room.hire('Bùi Nhật Anh', ['producer'], { desk }),
      both: await room.hire('Vũ Đức Long', ['producer', 'chief'], { desk }),
      engineer: await room.hire('Đặng Văn Phúc', ['outletEngineer'], { desk }),
    }
    const { id } = await room.payload.create({
      collection: 'channels',
      data: STATION as never,
      locale: 'vi',
      overrideAccess: true,
    })
    expect(id).toBeDefined()
    await room.payload.update({
      collection: 'channels',
      id,
      data: { name: 'The station' } as never,
      locale: 'en',
      overrideAccess: true,
    })
  })
  afterAll(() => room.stop())

  const key = () => ({ 'idempotency-key': randomUUID() })
  const door = (who: TestPerson | null, method: string, path: string, body?: unknown, headers = key()) =>
    room.ask(who, method, `/api/desk/programmes${path}`, body, headers)
  const look = async (id: string) => (await door(people.producer, 'GET', `/${id}`)).body as ProgrammeView
  const verb = (who: TestPerson, id: string, name: string, body: object = {}, headers = key()) =>
    room.workVerb(who, { at: `/api/desk/programmes/${id}` }, name, body, headers)

  const text = async (release: boolean) => {
    const written = await room.write(people.reporter, { title: `Tin ${nameOfItsOwn()}`, text: 'Có mười điểm đến, gồm cả hồ.' })
    const article = written.body.article.id as string
    await room.verb(people.reporter, article, 'submit', { noSecrets: true })
    expect((await room.verb(people.chief, article, 'approve')).status).toBe(200)
    if (release) expect((await room.verb(people.chief, article, 'release')).status).toBe(200)
    return { article, story: written.body.story.id as string, item: written.body.story.item as string }
  }
  const step = (story: string | null, more: Partial<PlanStep> = {}): PlanStep => ({
    id: randomUUID(),
    kind: 'item',
    story,
    title: 'Điểm đến',
    intro: '',
    script: 'Lâm Đồng có mười điểm đến mới.',
    clip: null,
    notes: '',
    ...more,
  })
  const programmeWith = async (steps: readonly PlanStep[], airDate = '2099-01-05'): Promise<string> => {
    const begun = await door(people.producer, 'POST', '', { airDate, language: 'vi' })
    expect(begun.status).toBe(201)
    const { id, plan, rev } = begun.body as ProgrammeView
    const own = plan.steps.map((one) => ({ ...one, script: 'Xin chào quý vị.' }))
    const change = { rev, plan: { ...plan, steps: [...own.slice(0, 1), ...steps, ...own.slice(1)] } }
    expect((await door(people.producer, 'PUT', `/${id}`, change)).status).toBe(200)
    return id
  }
  const approved = async (steps: readonly PlanStep[]) => {
    const id = await programmeWith(steps)
    expect((await verb(people.producer, id, 'close')).body).toMatchObject({ state: 'closed' })
    expect((await door(people.chief, 'POST', `/${id}/approve`, {})).body).toMatchObject({ code: 'approve.notLooked' })
    expect((await verb(people.chief, id, 'approve')).body).toMatchObject({ state: 'approved' })
    return id
  }
  const log = async (): Promise<readonly Release[]> => {
    const { releaseLog } = await import('../../src/cms/stores/release-log')
    return releaseLog(room.payload).after(0, 10_000)
  }

  it('is begun by a producer for the channel that takes programmes, and says how long it is', async () => {
    expect((await door(people.reporter, 'POST', '', { airDate: '2099-01-05' })).body).toMatchObject({ code: 'move.notYours' })
    const id = await programmeWith([step((await text(true)).story)])
    const view = await look(id)
    expect(view.plan.channel).toBe('dai')
    const inEnglish = await room.ask(people.producer, 'GET', '/api/desk/programmes', undefined, { 'accept-language': 'en' })
    expect((inEnglish.body as ProgrammesView).programmes.map(({ channel }) => channel)).toEqual(['The station'])
    expect(view).toMatchObject({ channel: 'Đài', shown: 'open', steps: 3, targetMs: 600_000, airAt: '2099-01-05T10:30:00.000Z' })
    expect(view.totalMs).toBe(Object.values(view.board).reduce((sum, { readMs, clipMs }) => sum + readMs + clipMs, 0))
    const late = await door(people.producer, 'PUT', `/${id}`, { rev: view.rev - 1, plan: view.plan })
    expect(late.body).toMatchObject({ code: 'save.conflict', facts: { rev: view.rev } })
  })

  it('whoever only looks reads that producers arrange it; a text that is not translated is offered in its own language', async () => {
    const { story } = await text(true)
    const begun = await door(people.producer, 'POST', '', { airDate: '2099-01-05', language: 'en' })
    const { id } = begun.body as ProgrammeView
    const read = await room.ask(people.chief, 'GET', `/api/desk/programmes/${id}`, undefined, { 'accept-language': 'en' })
    expect((read.body as ProgrammeView).locked).toBe(en['programme.locked'])
    expect((await look(id)).locked).toBeNull()
    const { stories } = (await door(people.producer, 'GET', `/${id}/candidates`)).body as ProgrammeCandidates
    expect(stories.filter((one) => one.id === story)).toMatchObject([{ state: 'missing', titleLanguage: 'vi' }])
  })

  it('goes out in one act with the texts that waited before it; the release says who approved exactly this', async () => {
    const waits = await text(false)
    const id = await approved([step(waits.story)])
    const before = (await log()).length
    const headers = key()
    expect((await verb(people.chief, id, 'release', {}, headers)).body).toMatchObject({ shown: 'released', live: { version: 1 } })
    await verb(people.chief, id, 'release', {}, headers)
    const added = (await log()).slice(before) as readonly TextRelease[]
    expect(added.map(({ item, itemType }) => [item, itemType])).toEqual([
      [waits.item, 'article'],
      [(await look(id)).item, 'programme'],
    ])
    const programme = added[1] as TextRelease
    expect(programme.approvals).toMatchObject([{ by: people.chief.id, digest: programme.snapshotDigest }])
    expect(programme.snapshot.programme?.files.map(({ kind }) => kind)).toEqual(['scriptDocx', 'scriptTxt', 'rundownJson', 'rundownCsv', 'package']) // prettier-ignore
    const { docs } = await room.payload.find({
      collection: 'deliveries',
      where: { item: { equals: programme.item } },
      overrideAccess: true,
    })
    expect(docs.map(({ channel, kind }) => [channel, kind])).toEqual([['dai', 'release']])
    const [file] = (await look(id)).files
    expect((await door(people.producer, 'GET', (file?.href ?? '').replace('/api/desk/programmes', ''))).status).toBe(200)
  })

  it('the list asks the database as often whatever it holds', async () => {
    const asked = async () => {
      const find = vi.spyOn(room.payload.db, 'find')
      const list = (await door(people.producer, 'GET', '')).body as ProgrammesView
      const asks = find.mock.calls.length
      find.mockRestore()
      return { held: list.programmes.length, asks }
    }
    await programmeWith([step((await text(true)).story)])
    const before = await asked()
    await programmeWith([step((await text(true)).story), step((await text(true)).story)])
    await approved([step((await text(true)).story)])
    expect(await asked()).toEqual({ held: before.held + 2, asks: before.asks })
  })

  it('whoever composed it does not approve it; a changed word, or a text that reads otherwise, voids the approval', async () => {
    const one = await text(true)
    const id = await programmeWith([step(one.story)])
    const { rev, plan } = await look(id)
    expect((await door(people.both, 'PUT', `/${id}`, { rev, plan: { ...plan, presenter: 'Lan Anh' } })).status).toBe(200)
    await verb(people.producer, id, 'close')
    expect((await verb(people.both, id, 'approve')).body).toMatchObject({ code: 'approve.ownWork' })
    await verb(people.chief, id, 'approve')
    const later = await look(id)
    const steps = later.plan.steps.map((each) => ({ ...each, script: each.script.replace('mười', 'chín') }))
    await door(people.producer, 'PUT', `/${id}`, { rev: later.rev, plan: { ...later.plan, steps } })
    expect((await look(id)).shown).toBe('void')
    expect((await verb(people.chief, id, 'release')).body).toMatchObject({ code: 'programme.changed' })
  })

  it('a text that is corrected or withdrawn before air is told at once, and keeps the programme back', async () => {
    const one = await text(true)
    const id = await approved([step(one.story)])
    expect((await room.verb(people.chief, one.article, 'withdraw', { reason: 'Sai nguồn.' })).status).toBe(200)
    const view = await look(id)
    expect(view.changes[0]).toMatchObject({ urgent: true, text: expect.stringContaining('Điểm đến') })
    expect((await verb(people.chief, id, 'release')).body).toMatchObject({ code: 'programme.unready' })
    const held = await text(false)
    const other = await approved([step(held.story)])
    await room.verb(people.chief, held.article, 'hold', { reason: 'Chờ.' })
    expect((await verb(people.chief, other, 'release')).body).toMatchObject({ code: 'programme.unready' })
    expect((await log()).some(({ item }) => item === held.item)).toBe(false)
  })

  it('a correction says why, a withdrawal reaches the channel', async () => {
    const id = await approved([step((await text(true)).story)])
    await verb(people.chief, id, 'release')
    await verb(people.producer, id, 'reopen', { reason: 'Sửa lời.' })
    const { rev, plan } = await look(id)
    await door(people.producer, 'PUT', `/${id}`, { rev, plan: { ...plan, presenter: 'Minh Khôi' } })
    await verb(people.producer, id, 'close')
    await verb(people.chief, id, 'approve')
    expect((await verb(people.chief, id, 'correct')).body).toMatchObject({ code: 'correct.noteMissing' })
    expect((await verb(people.chief, id, 'correct', { note: 'Đổi người dẫn.' })).status).toBe(200)
    expect((await verb(people.chief, id, 'withdraw', { reason: 'Hoãn phát.' })).body).toMatchObject({ shown: 'withdrawn' })
    const { item } = await look(id)
    const { docs } = await room.payload.find({
      collection: 'deliveries',
      where: { item: { equals: item } },
      sort: 'seq',
      overrideAccess: true,
    })
    expect(docs.map(({ kind }) => kind)).toEqual(['release', 'correction', 'withdrawal'])
  })

  it('a text that it told is corrected and taken down at the station too, which takes no single texts', async () => {
    const one = await text(true)
    const id = await approved([step(one.story)])
    await verb(people.chief, id, 'release')
    await room.verb(people.editor, one.article, 'reopen')
    const source = (await room.ask(people.editor, 'GET', `/api/articles/${one.article}?depth=0`)).body
    const body = JSON.parse(JSON.stringify(source.body).replace('mười', 'chín'))
    await room.ask(people.editor, 'PATCH', `/api/articles/${one.article}`, { rev: source.rev, body })
    await room.verb(people.editor, one.article, 'submit', { noSecrets: true })
    await room.verb(people.chief, one.article, 'approve')
    const note = { kind: 'slip', text: 'Sửa số điểm đến.' }
    expect((await room.verb(people.chief, one.article, 'correct', { note })).status).toBe(200)
    expect((await room.verb(people.chief, one.article, 'withdraw', { reason: 'Sai nguồn.' })).status).toBe(200)
    const { docs } = await room.payload.find({
      collection: 'deliveries',
      where: { item: { equals: one.item } },
      sort: 'seq',
      overrideAccess: true,
    })
    expect(docs.map(({ channel, kind, suited }) => [channel, kind, suited])).toEqual([
      ['dai', 'correction', false],
      ['dai', 'withdrawal', false],
    ])
  })

  it('the title of a draft of another desk is not told, not even by a refusal', async () => {
    const foreign = await room.hire('Phạm Văn Khánh', ['reporter'], { desk: await room.office('bao') })
    const name = `Kín ${nameOfItsOwn()}`
    const draft = (await room.write(foreign, { title: name, text: 'Bản nháp.' })).body
    const id = await programmeWith([step(draft.story.id, { title: '' })])
    const seen = [await door(people.producer, 'GET', `/${id}`), await verb(people.producer, id, 'close')]
    expect(seen[1]?.body).toMatchObject({ code: 'programme.unready' })
    expect(seen.map(({ text: said }) => said.includes(name))).toEqual([false, false])
  })

  it('nothing of it reaches whoever does not work on texts', async () => {
    const id = await approved([step((await text(false)).story)])
    const [file] = (await look(id)).files
    const paths = ['', `/${id}`, `/${id}/candidates`, (file?.href ?? '').replace('/api/desk/programmes', '')]
    for (const path of paths)
      for (const who of [null, people.engineer]) expect([path, [401, 403]]).toEqual([path, expect.arrayContaining([(await door(who, 'GET', path)).status])]) // prettier-ignore
    expect((await verb(people.engineer, id, 'reopen', { reason: 'x' })).status).toBe(403)
  })
})
