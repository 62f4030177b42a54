import { randomUUID } from 'node:crypto'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTermsCsv } from '#translation/files/csv'
import { readTermsTbx } from '#translation/files/tbx'
import { readTmx } from '#translation/files/tmx'
import { readTermsXlsx, writeTermsXlsx } from '#translation/files/xlsx'
import type { TermDraft } from '#translation/term-import'
import { databases } from '../lib/databases'
import { openTestNewsroom, type Answer, type TestNewsroom, type TestPerson } from '../lib/newsroom'

type Who = 'reporter' | 'editor' | 'chief' | 'translator' | 'reviser' | 'english' | 'engineer' | 'administrator'

describe.each(databases())('the termbase on $name', ({ open }) => {
  let room: TestNewsroom
  let people: Record<Who, TestPerson>

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    const desk = await room.office('toa-soan')
    const hire = room.hire
    people = {
      reporter: await hire('Nguyễn Hoài Thu', ['reporter'], { desk }),
      // Decides in every language.
      editor: await hire('Hoàng Mai', ['editor'], { desk, skills: { vi: ['approve'], en: ['approve'], ja: ['revise'] } }),
      chief: await hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'] } }),
      translator: await hire('Đỗ Thùy Dương', ['translator'], { desk, skills: { en: ['translate'] } }),
      reviser: await hire('Bùi Đức Huy', ['reviser'], { desk, skills: { en: ['revise'] } }),
      english: await hire('Ken Sato', ['editor'], { desk, skills: { en: ['approve'] } }),
      engineer: await hire('Đặng Văn Phúc', ['outletEngineer'], { desk }),
      administrator: await hire('Quản trị', ['administrator'], { desk }),
    }
  })
  afterAll(() => room.stop())

  const send = async (person: TestPerson | null, path: string, bytes: Uint8Array | string): Promise<Answer> => {
    const response = await fetch(new URL(path, room.url), {
      method: 'POST',
      headers: {
        'accept-language': 'vi',
        'content-type': 'application/octet-stream',
        ...(person ? { authorization: `JWT ${await room.tokenOf(person)}` } : {}),
      },
      body: Buffer.from(bytes),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: JSON.parse(text) }
  }
  const plan = (person: TestPerson | null, bytes: Uint8Array | string) => send(person, '/api/desk/terms/import?dry=true', bytes)
  const bring = (person: TestPerson | null, bytes: Uint8Array | string) => send(person, '/api/desk/terms/import', bytes)
  const counts = ({ body }: Answer) =>
    ['add', 'change', 'same', 'refuse'].map((part) => (body[part] as readonly unknown[]).length).join(' ')
  const fileOf = async (format: string): Promise<Uint8Array> => {
    const response = await fetch(new URL(`/api/desk/terms/export.${format}`, room.url), {
      headers: { authorization: `JWT ${await room.tokenOf(people.reporter)}` },
    })
    return new Uint8Array(await response.arrayBuffer())
  }
  const propose = (person: TestPerson | null, forms: object) => room.ask(person, 'POST', '/api/desk/terms/proposals', forms)
  const decide = (person: TestPerson | null, id: string, status = 'approved', note = '') =>
    room.ask(person, 'POST', `/api/desk/terms/${id}/decide`, { status, note })
  const fresh = (word: string) => `${word} ${randomUUID().slice(0, 8)}`
  const statuses = async (...doors: readonly (() => Promise<Answer>)[]) => {
    const found: number[] = []
    for (const door of doors) found.push((await door()).status)
    return found
  }
  const draft = (vi: string, more: Partial<TermDraft> = {}): TermDraft => ({
    forms: { vi, en: '', ja: '' },
    forbidden: { vi: [], en: [], ja: [] },
    reading: '',
    kind: '',
    note: '',
    validFrom: null,
    validTo: null,
    status: 'approved',
    ...more,
  })

  it('takes proposals of whoever works on texts, cleaned, and the same one once', async () => {
    const vi = fresh('lễ hội')
    const answer = await propose(people.translator, {
      vi: ` ${vi.normalize('NFD')} `,
      en: 'festival',
      ja: '',
      note: 'Dùng từ 2026',
    })
    expect(answer.status).toBe(201)
    expect(answer.body.term).toMatchObject({ forms: { vi, en: 'festival' }, status: 'proposed', note: 'Dùng từ 2026' })
    const again = await propose(people.editor, { vi, en: 'festival', note: 'Dùng từ 2026' })
    expect([again.status, again.body.term.id]).toEqual([200, answer.body.term.id])
    const list = (await room.ask(people.editor, 'GET', '/api/desk/terms')).body
    expect(list.proposals.find((term: { id: string }) => term.id === answer.body.term.id)).toMatchObject({
      by: 'Đỗ Thùy Dương',
      mayDecide: true,
    })
    expect((await propose(people.translator, { vi: '', en: 'festival', ja: '祭り' })).body).toMatchObject({ status: 400 })
  })

  it('is written and read row by row as the table of rights says', async () => {
    const vi = fresh('phường')
    const { id } = (await propose(people.translator, { vi, en: 'ward' })).body.term as { id: string }
    const file = `vi,en\n${fresh('xã')},commune\n`
    const rows: readonly (readonly [Who | null, readonly number[]])[] = [
      [null, [401, 401, 401, 401, 401]],
      ['reporter', [403, 403, 403, 200, 403]],
      ['engineer', [403, 403, 403, 200, 403]],
      ['administrator', [403, 403, 403, 200, 403]],
      ['translator', [200, 200, 403, 200, 403]],
      ['chief', [200, 200, 403, 200, 200]],
      ['reviser', [200, 200, 200, 200, 403]],
      ['english', [200, 200, 200, 200, 200]],
      ['editor', [200, 200, 200, 200, 200]],
    ]
    for (const [who, expected] of rows) {
      const person = who === null ? null : people[who]
      const found = await statuses(
        () => propose(person, { vi, en: 'ward' }),
        () => plan(person, file),
        () => decide(person, id),
        () => room.ask(person, 'GET', '/api/desk/terms'),
        () => send(person, '/api/desk/memory/import', '<tmx version="1.4"><header srclang="vi"/><body/></tmx>'),
      )
      expect([who, found]).toEqual([who, expected])
    }
    expect((await decide(people.editor, 'nothing-like-it')).status).toBe(404)
    expect((await room.ask(people.editor, 'GET', `/api/desk/terms/${randomUUID()}/uses`)).status).toBe(404)
  })

  it('is decided by those who pass texts in all of its languages, with a word to the proposer', async () => {
    const { id } = (await propose(people.translator, { vi: fresh('đặc khu'), en: 'special zone', ja: '特区' })).body.term
    expect((await decide(people.english, id)).body).toMatchObject({ status: 403, code: 'terms.decide' })
    const rejected = await decide(people.editor, id, 'rejected', 'Chưa có văn bản.')
    expect(rejected.body.term).toMatchObject({ status: 'rejected', note: 'Chưa có văn bản.' })
    expect((await decide(people.editor, id, 'approved')).body.term).toMatchObject({
      status: 'approved',
      note: 'Chưa có văn bản.',
    })
    expect((await decide(people.editor, id, 'proposed')).status).toBe(400)
  })

  it('shows what a file would do, does exactly that, and then has nothing left to do', async () => {
    const [a, b, c] = [fresh('cồng chiêng'), fresh('thổ cẩm'), fresh('rượu cần')]
    await bring(people.editor, writeTermsXlsx([draft(a, { forms: { vi: a, en: 'gongs', ja: '' } }), draft(b)]))
    const file = [
      'vi;en;status;valid_from;forbidden_en',
      `${a};gong ensemble;approved;1/7/2025;gongs|big gongs`,
      `${b};;approved;;`,
      `${c};jar wine;approved;;`,
      `;nothing;;;`,
      `${c};jar wine;approved;;`,
      `${fresh('x')};x;maybe;31/2/2025;`,
    ].join('\n')
    const dry = await plan(people.editor, file)
    expect(dry.body).toMatchObject({
      dry: true,
      add: [{ line: 4, term: { forms: { vi: c, en: 'jar wine' }, status: 'approved' } }],
      change: [
        {
          line: 2,
          differs: ['en', 'forbidden.en', 'validFrom'],
          was: { forms: { en: 'gongs' } },
          now: { forms: { en: 'gong ensemble' }, validFrom: '2025-07-01' },
        },
      ],
      same: [{ line: 3 }],
    })
    expect(dry.body.refuse.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([
      [5, 'formMissing'],
      [6, 'duplicateLine'],
      [7, 'dateInvalid'],
      [7, 'statusUnknown'],
    ])
    expect(dry.body.refuse[1].reason).toBe('Dòng này nói về cùng thuật ngữ với dòng 4. Hãy giữ một dòng.')
    const done = await bring(people.editor, file)
    expect({ ...done.body, dry: true }).toEqual(dry.body)
    expect(counts(await bring(people.editor, file))).toBe('0 0 3 4')
    const [kept] = (await room.ask(people.reporter, 'GET', `/api/desk/terms?q=${encodeURIComponent(a.toUpperCase())}`)).body.rows
    expect(kept).toMatchObject({
      forms: { vi: a, en: 'gong ensemble' },
      forbidden: { en: ['gongs', 'big gongs'] },
      validFrom: '2025-07-01',
    })
  })

  it('leaves alone what a table has no column for', async () => {
    const vi = fresh('làng nghề')
    await bring(
      people.editor,
      writeTermsXlsx([draft(vi, { forms: { vi, en: 'craft village', ja: '' }, note: 'Giữ', kind: 'place' })]),
    )
    expect(counts(await bring(people.editor, `vi\n${vi}\n`))).toBe('0 0 1 0')
  })

  it('takes a file as proposals from whoever may not decide, and refuses what they may not touch', async () => {
    const [official, mine] = [fresh('sở ngoại vụ'), fresh('khu du lịch')]
    await bring(people.editor, writeTermsXlsx([draft(official, { forms: { vi: official, en: 'Department', ja: '' } })]))
    const file = `vi,en,status\n${official},Office,approved\n${mine},resort,approved\n`
    const answer = await bring(people.translator, file)
    expect(counts(answer)).toBe('1 0 0 1')
    expect(answer.body.add[0].term).toMatchObject({ forms: { vi: mine }, status: 'proposed' })
    expect(answer.body.refuse[0]).toMatchObject({ line: 2, code: 'notYours' })
    expect(counts(await bring(people.translator, file))).toBe('0 0 1 1')
    // Who decides in English makes both of it official.
    expect(counts(await bring(people.english, file))).toBe('0 2 0 0')
  })

  it('writes nothing when one line fails in the database', async () => {
    const vi = fresh('bản')
    const before = (await room.ask(people.editor, 'GET', '/api/desk/terms')).body.counts.all
    const { db } = room.payload
    const create = db.create.bind(db)
    let made = 0
    db.create = ((args: Parameters<typeof create>[0]) => {
      if (args.collection === 'terms' && ++made === 3) throw new Error('The disk is full.')
      return create(args)
    }) as typeof db.create
    try {
      const answer = await bring(people.editor, ['vi', `${vi} 1`, `${vi} 2`, `${vi} 3`].join('\n'))
      expect(answer.status).toBe(500)
    } finally {
      db.create = create
    }
    expect((await room.ask(people.editor, 'GET', '/api/desk/terms')).body.counts.all).toBe(before)
  })

  it('goes out as CSV, XLSX and TBX, and each comes back as nothing new', async () => {
    for (const [format, read] of [
      ['csv', readTermsCsv],
      ['xlsx', readTermsXlsx],
      ['tbx', readTermsTbx],
    ] as const) {
      const file = await fileOf(format)
      const terms = read(file)
      expect(terms.length).toBeGreaterThan(5)
      const answer = await plan(people.editor, file)
      expect([format, counts(answer)]).toEqual([format, `0 0 ${terms.length} 0`])
    }
  })

  const bytes = (text: string) => Buffer.from(text, 'utf8')
  it.each<[string, () => Uint8Array, number, string]>([
    ['nothing', () => new Uint8Array(), 400, 'file.type'],
    ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff]), 400, 'file.broken'],
    ['a table of other things', () => bytes('name,address\na,b\n'), 400, 'file.type'],
    ['an open quote', () => bytes('vi,en\n"a,b\n'), 400, 'file.broken'],
    ['a ZIP that is no workbook', () => zipSync({ 'a.txt': bytes('a') }), 400, 'file.type'],
    ['half a workbook', () => writeTermsXlsx([draft('a')]).subarray(0, 300), 400, 'file.broken'],
    ['a bomb', () => zipSync({ '[Content_Types].xml': new Uint8Array(12_000_000) }), 413, 'file.tooLarge'],
    [
      'entities',
      () => bytes('<?xml version="1.0"?><!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tbx>&a;</tbx>'),
      400,
      'file.broken',
    ],
    ['XML of another kind', () => bytes('<html><body/></html>'), 400, 'file.type'],
    ['more rows than a termbase has', () => bytes(`vi\n${'a\n'.repeat(20_002)}`), 413, 'file.tooLarge'],
    [
      'more rows than one import takes',
      () => bytes(`vi\n${Array.from({ length: 5_001 }, (_, n) => `a${n}\n`).join('')}`),
      413,
      'file.tooLarge',
    ],
    ['more bytes than a file has', () => new Uint8Array(21 * 1024 * 1024), 413, 'request.tooLarge'],
  ])('answers %s with one clear sentence', async (_, file, status, code) => {
    for (const door of [plan, bring]) {
      const answer = await door(people.editor, file())
      expect([answer.status, answer.body.code]).toEqual([status, code])
      expect(answer.body.detail).toMatch(/[Hh]ãy/)
    }
  })

  it('names the live texts in which a form stands, and those that a change would leave wrong', async () => {
    const word = fresh('Cầu Đất').normalize('NFC')
    const release = async (title: string, text: string) => {
      const article = (await room.write(people.reporter, { title, text })).body.article.id as string
      await room.verb(people.reporter, article, 'submit', { noSecrets: true })
      await room.verb(people.chief, article, 'approve')
      await room.verb(people.chief, article, 'release')
      return article
    }
    const live = await release('Cà phê', `Vùng ${word} vào mùa.\n\nNgười ${word} bận rộn.`)
    const gone = await release('Bài sẽ gỡ', `Cũng ở ${word}.`)
    await room.verb(people.chief, gone, 'withdraw', { reason: 'Sai.' })
    await room.write(people.reporter, { title: 'Chưa ai biết', text: `Bản nháp về ${word}.` })
    const { id } = (await propose(people.translator, { vi: word, en: 'Cau Dat' })).body.term as { id: string }
    const uses = async (query: string, person = people.editor) =>
      (await room.ask(person, 'GET', `/api/desk/terms/${id}/uses${query}`)).body.uses as { title: string }[]
    expect(await uses('')).toMatchObject([
      {
        title: 'Cà phê',
        language: 'vi',
        why: 'form',
        times: 2,
        article: live,
        excerpt: { before: 'Vùng ', words: word, after: ' vào mùa.' },
      },
    ])
    expect((await uses(`?forms=${encodeURIComponent(JSON.stringify({ vi: `${word} mới` }))}`)).map((use) => use)).toMatchObject([
      { title: 'Cà phê', why: 'old' },
    ])
    expect(await uses(`?forms=${encodeURIComponent(JSON.stringify({ vi: word }))}`)).toEqual([])
    // Whoever may not read the desk's text still sees what readers see.
    expect(await uses('', people.engineer)).toMatchObject([{ title: 'Cà phê', article: null }])
    expect((await room.ask(people.editor, 'GET', `/api/desk/terms/${id}/uses?forms=%7B`)).status).toBe(400)
  })

  it('lends its memory as TMX and takes in that of another house, the same file once', async () => {
    const source = fresh('Hoa dã quỳ nở vàng khắp các sườn đồi')
    const tmx = `<?xml version="1.0"?><tmx version="1.4"><header srclang="vi"/><body>
      <tu><tuv xml:lang="vi"><seg>${source} &lt;⟦</seg></tuv><tuv xml:lang="en-GB"><seg>Wild sunflowers <ph x="1"/>bloom</seg></tuv></tu>
      <tu><tuv xml:lang="fr"><seg>a</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu></body></tmx>`
    const answer = await send(people.chief, '/api/desk/memory/import?name=cu.tmx', tmx)
    expect([answer.status, answer.body]).toEqual([200, { units: 1, skipped: 1, pairs: [{ from: 'vi', to: 'en', units: 1 }] }])
    await send(people.chief, '/api/desk/memory/import?name=cu.tmx', tmx)
    const out = await room.ask(people.translator, 'GET', '/api/desk/memory.tmx')
    expect([out.status, out.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('bo-nho-dich.tmx')])
    const found = readTmx(out.text).units.filter((unit) => unit.source.startsWith(source))
    expect(found).toMatchObject([{ from: 'vi', to: 'en', target: 'Wild sunflowers bloom' }])
    expect(
      await statuses(
        () => room.ask(null, 'GET', '/api/desk/memory.tmx'),
        () => room.ask(people.reporter, 'GET', '/api/desk/memory.tmx'),
      ),
    ).toEqual([401, 403])
    expect((await send(people.chief, '/api/desk/memory/import', 'vi,en\na,b')).body).toMatchObject({ status: 400 })
    expect(
      (await send(people.chief, '/api/desk/memory/import', tmx.replace('</body>', '').replace('</tmx>', ''))).body,
    ).toMatchObject({
      code: 'file.broken',
    })
  })
})
