import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SegmentChange, TranslationDesk } from '#translation/view'
import { databases } from '../lib/databases'
import { openTestNewsroom, type Answer, type TestNewsroom, type TestPerson } from '../lib/newsroom'

const VI = ['Hồ tiêu đạt sản lượng 5.000 tấn.', 'Nông dân đang vào vụ thu hoạch.', 'Giá bán ổn định.']
const EN = ['Pepper output reached 5,000 tonnes.', 'Farmers are harvesting.', 'Prices are stable.']
const JA = ['胡椒の生産量は5000トンに達した。', '農家は収穫の時期を迎えた。', '価格は安定している。']
/** Headlines need not differ, addresses do; figures in them would be checked. */
const letters = () => randomUUID().replace(/[^a-f]/g, '')
const DUE = '2026-12-01T10:00:00.000Z'

type Who = 'reporter' | 'editor' | 'chief' | 'translator' | 'reviser' | 'japanese' | 'other' | 'engineer'

describe.each(databases())('the consequences of a changed source on $name', ({ open }) => {
  let room: TestNewsroom
  let people: Record<Who, TestPerson>
  let desk: string

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    desk = await room.office('toa-soan')
    people = {
      reporter: await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk }),
      editor: await room.hire('Hoàng Mai', ['editor'], { desk, skills: { vi: ['approve'] } }),
      chief: await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'], en: ['approve'], ja: ['approve'] } }),
      translator: await room.hire('Đỗ Thùy Dương', ['translator'], { desk, skills: { en: ['translate'] } }),
      reviser: await room.hire('Bùi Đức Huy', ['reviser'], { desk, skills: { en: ['revise'], ja: ['revise'] } }),
      japanese: await room.hire('Yuki Mori', ['translator'], { desk, skills: { ja: ['translate'] } }),
      other: await room.hire('Trần Minh Quân', ['editor'], { desk: await room.office('bao') }),
      engineer: await room.hire('Đặng Văn Phúc', ['outletEngineer'], { desk }),
    }
  })
  afterAll(() => room.stop())

  const approved = async (article: string, release = true) => {
    expect((await room.verb(people.chief, article, 'approve')).body).toMatchObject({ move: {} })
    if (release) expect((await room.verb(people.chief, article, 'release')).status).toBe(200)
  }
  const translated = async (from: string, language: 'en' | 'ja', by: TestPerson, words: readonly string[], release = true) => {
    const article = (await room.verb(by, from, 'translate', { language })).body.article.id as string
    const { rows } = (await room.ask(by, 'GET', `/api/desk/articles/${article}/translation`)).body as TranslationDesk
    const changes = rows.map(({ target }, index): SegmentChange => ({
      do: 'write',
      target: target?.path ?? '',
      was: target?.digest ?? '',
      text: [`${language === 'en' ? 'Pepper' : '胡椒'} ${letters()}`, 'A summary.', ...words][index] ?? '',
      state: 'translated',
      origin: 'typed',
    }))
    await room.ask(by, 'PUT', `/api/desk/articles/${article}/segments`, { changes }, { 'idempotency-key': randomUUID() })
    await room.verb(by, article, 'submit', { noSecrets: true })
    await room.verb(people.reviser, article, 'revised')
    await approved(article, release)
    return article
  }
  /** Vietnamese live, English from it live, Japanese from the English (or the Vietnamese) live. */
  const story = async ({ pivot = true } = {}) => {
    const written = await room.write(people.reporter, { title: `Hồ tiêu ${letters()}`, text: VI.join('\n\n') })
    const vi = written.body.article.id as string
    await room.verb(people.reporter, vi, 'submit', { noSecrets: true })
    await approved(vi)
    const en = await translated(vi, 'en', people.translator, EN)
    const ja = await translated(pivot ? en : vi, 'ja', people.japanese, JA)
    return { story: written.body.story.id as string, vi, en, ja }
  }
  const edit = async (article: string, from: string, to: string) => {
    const source = (await room.ask(people.editor, 'GET', `/api/articles/${article}?depth=0`)).body
    const body = JSON.parse(JSON.stringify(source.body).replace(from, to))
    expect((await room.ask(people.editor, 'PATCH', `/api/articles/${article}`, { rev: source.rev, body })).status).toBe(200)
  }
  const reopened = async (article: string, from = '5.000', to = '6.000') => {
    await room.verb(people.editor, article, 'reopen')
    await edit(article, from, to)
  }
  const corrected = async (article: string, grade: string, from = '5.000', to = '6.000') => {
    await reopened(article, from, to)
    await room.verb(people.editor, article, 'submit', { noSecrets: true })
    expect((await room.verb(people.chief, article, 'approve')).body).toMatchObject({ move: {} })
    const note = { kind: 'slip', text: 'Sửa sản lượng.', grade }
    expect((await room.verb(people.chief, article, 'correct', { note })).status).toBe(200)
  }
  const look = (id: string, person: TestPerson | null = people.editor) =>
    room.ask(person, 'GET', `/api/desk/stories/${id}/consequences`)
  const press = (id: string, person: TestPerson | null, body: object, key: string = randomUUID()) =>
    room.ask(person, 'POST', `/api/desk/stories/${id}/consequences`, body, { 'idempotency-key': key })
  const lineOf = ({ body }: Answer, language: string) =>
    (body.consequences ?? body).translations.find((line: { language: string }) => line.language === language)
  const verbsOn = async (article: string): Promise<readonly string[]> => {
    const { docs } = await room.payload.find({
      collection: 'events',
      where: { what: { equals: article } },
      sort: 'n',
      limit: 100,
      overrideAccess: true,
    })
    return docs.map(({ verb }) => String(verb))
  }

  it('shows per translation the touched segments, who reads the old one, and what one press would do', async () => {
    const { story: id, vi, en } = await story()
    expect((await look(id)).body).toMatchObject({
      source: { article: vi, change: 'none' },
      translations: [{ rows: [] }, { rows: [] }],
    })
    await corrected(vi, 'major')
    const answer = await look(id)
    expect(answer.body.source).toMatchObject({
      change: 'released',
      language: 'vi',
      correction: { text: 'Sửa sản lượng.', by: 'Lê Quang Vinh' },
      live: { version: 2 },
    })
    expect(lineOf(answer, 'en')).toMatchObject({
      article: en,
      from: 'vi',
      stale: 'major',
      grade: 'major',
      live: { version: 1, url: expect.stringContaining('/en/') },
      outlets: [],
      translator: { name: 'Đỗ Thùy Dương' },
      waitsFor: null,
      upcoming: [],
      rows: [
        {
          id: 's:body.0',
          change: 'changed',
          was: VI[0],
          now: 'Hồ tiêu đạt sản lượng 6.000 tấn.',
          target: EN[0],
        },
      ],
      handing: { steps: ['reopen', 'assign'], to: { name: 'Đỗ Thùy Dương' }, refusal: null },
    })
    // What is made from the English waits for it, and shows already where the change will arrive.
    expect(lineOf(answer, 'ja')).toMatchObject({
      from: 'en',
      stale: 'major',
      waitsFor: 'en',
      handing: null,
      rows: [{ was: VI[0], now: 'Hồ tiêu đạt sản lượng 6.000 tấn.', target: JA[0] }],
    })
  })

  it('creates the work with one press, once, each step an event of its own', async () => {
    const { story: id, vi, en, ja } = await story()
    await corrected(vi, 'minor')
    const key = randomUUID()
    const wish = { languages: ['en', 'ja'], due: DUE }
    const [first, again] = [await press(id, people.editor, wish, key), await press(id, people.editor, wish, key)]
    expect(first.body.handed).toMatchObject([
      { language: 'en', article: en, outcome: 'given', to: { name: 'Đỗ Thùy Dương' }, refusal: null },
      { language: 'ja', article: ja, outcome: 'waits', moves: [] },
    ])
    expect(again.body.handed).toEqual(first.body.handed)
    expect((await press(id, people.editor, { languages: ['en'] }, key)).status).toBe(422)
    expect((await verbsOn(en)).slice(-2)).toEqual(['reopen', 'assign'])
    const mine = (await room.ask(people.translator, 'GET', '/api/desk/home')).body.mine as { article: string; due: string }[]
    expect(mine.find(({ article }) => article === en)?.due).toBe(DUE)
    // Pressed anew there is nothing to do: it lies where it should.
    const later = await press(id, people.editor, wish)
    expect(later.body.handed[0]).toMatchObject({ outcome: 'kept', moves: [] })
    expect(lineOf(later, 'en')).toMatchObject({ state: 'draft', handing: { steps: [] } })
  })

  it('leaves what nobody may take as free, with its day, and returns what lies with a reviser', async () => {
    const { story: id, vi, en, ja } = await story({ pivot: false })
    await corrected(vi, 'major')
    const gone = await room.hire('Người đã nghỉ', ['translator'], { desk, skills: { en: ['translate'] } })
    await room.verb(people.editor, en, 'reopen')
    await room.verb(people.editor, en, 'assign', { assignee: gone.id })
    await room.payload.update({ collection: 'users', id: gone.id, data: { roles: [] } as never, overrideAccess: true })
    await room.verb(people.editor, ja, 'reopen')
    await room.verb(people.japanese, ja, 'submit', { noSecrets: true })
    const answer = await press(id, people.editor, { languages: ['en', 'ja'], due: DUE, reason: 'Sản lượng đã sửa.' })
    expect(answer.body.handed.map(({ outcome, to }: { outcome: string; to: unknown }) => [outcome, to])).toEqual([
      ['free', null],
      ['given', { id: people.japanese.id, name: 'Yuki Mori' }],
    ])
    expect(lineOf(answer, 'en')).toMatchObject({ claim: null, due: DUE, state: 'draft' })
    expect((await verbsOn(ja)).slice(-2)).toEqual(['return', 'assign'])
    expect((await room.ask(people.japanese, 'GET', `/api/desk/articles/${ja}`)).body.returned).toMatchObject({
      reason: 'Sản lượng đã sửa.',
    })
  })

  it('reports a refusal in one language and does the other', async () => {
    const { story: id, vi, en, ja } = await story({ pivot: false })
    await corrected(vi, 'major')
    await room.verb(people.editor, en, 'reopen')
    expect((await press(id, people.translator, { languages: ['en', 'ja'] })).body.handed).toMatchObject([
      {
        outcome: 'refused',
        refusal: { code: 'move.notYours', message: expect.stringContaining('người khác phụ trách') },
        moves: [],
      },
      { outcome: 'refused', refusal: { code: 'move.notYours' }, moves: [] },
    ])
    expect((await verbsOn(ja)).at(-1)).toBe('release')
    // A chief opens, and gives nothing away.
    const chief = await press(id, people.chief, { languages: ['ja'], due: DUE })
    expect(chief.body.handed).toMatchObject([{ outcome: 'given', to: { name: 'Yuki Mori' } }])
    expect((await verbsOn(ja)).at(-1)).toBe('reopen')
  })

  it('all of it or nothing: a step that fails leaves no trace of the others', async () => {
    const { story: id, vi, en, ja } = await story({ pivot: false })
    await corrected(vi, 'major')
    const { db } = room.payload
    const create = db.create.bind(db)
    let told = 0
    db.create = ((args: Parameters<typeof create>[0]) => {
      if (args.collection === 'events' && ++told === 4) throw new Error('The disk is full.')
      return create(args)
    }) as typeof db.create
    try {
      expect((await press(id, people.editor, { languages: ['en', 'ja'] })).status).toBe(500)
    } finally {
      db.create = create
    }
    expect([(await verbsOn(en)).at(-1), (await verbsOn(ja)).at(-1)]).toEqual(['release', 'release'])
    expect(lineOf(await look(id), 'en').state).toBe('approved')
  })

  it('shows a change that is not out yet, and makes no work of it', async () => {
    const { story: id, vi } = await story({ pivot: false })
    await reopened(vi)
    const answer = await look(id)
    expect(answer.body.source.change).toBe('unreleased')
    expect(lineOf(answer, 'en')).toMatchObject({
      stale: 'no',
      rows: [],
      handing: null,
      upcoming: [{ was: VI[0], target: EN[0] }],
    })
    expect((await press(id, people.editor, { languages: ['en'] })).body.handed).toMatchObject([{ outcome: 'current' }])
  })

  it('of a source before its first release: an ungraded change is work, a slip of the pen is none', async () => {
    const written = await room.write(people.reporter, { title: `Vườn ${letters()}`, text: VI.join('\n\n') })
    const [vi, id] = [written.body.article.id as string, written.body.story.id as string]
    await room.verb(people.editor, vi, 'ready', { open: true })
    const en = (await room.verb(people.translator, vi, 'translate', { language: 'en' })).body.article.id as string
    await edit(vi, 'Giá bán', 'Giá')
    expect(lineOf(await look(id), 'en')).toMatchObject({
      stale: 'major',
      grade: null,
      live: null,
      rows: [{ now: 'Giá ổn định.' }],
      handing: { steps: ['assign'] },
    })
    await room.verb(people.editor, vi, 'grade', { grade: 'typo' })
    const typo = await look(id)
    expect(lineOf(typo, 'en')).toMatchObject({ stale: 'no', grade: 'typo', handing: null })
    expect((await press(id, people.editor, { languages: ['en'] })).body.handed).toMatchObject([{ outcome: 'current' }])
    expect((await verbsOn(en)).at(-1)).toBe('translate')
  })

  it('gives nothing away to those who may not read it', async () => {
    const { story: id, vi } = await story({ pivot: false })
    await corrected(vi, 'minor')
    const rows: readonly (readonly [Who | null, number, number])[] = [
      [null, 401, 401],
      // A desk that does not see drafts sees no consequences.
      ['other', 404, 404],
      ['engineer', 404, 404],
      ['translator', 200, 200],
    ]
    for (const [who, get, post] of rows) {
      const person = who === null ? null : people[who]
      expect([who, (await look(id, person)).status]).toEqual([who, get])
      expect([who, (await press(id, person, { languages: ['en'] })).status]).toEqual([who, post])
    }
    expect((await look(randomUUID())).status).toBe(404)
    expect((await room.ask(people.editor, 'POST', `/api/desk/stories/${id}/consequences`, { languages: ['en'] })).body.code).toBe(
      'request.keyMissing',
    )
    expect((await press(id, people.editor, { languages: [] })).status).toBe(400)
    expect((await press(id, people.editor, { languages: ['vi'] })).status).toBe(404)
  })
})
