import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLLECTIONS, scopes, type AccessKey, type Collection, type Scope } from '#editorial/permissions'
import { ROLES, type Person } from '#newsroom'
import { picture, upload } from '../lib/canaries'
import { databases } from '../lib/databases'
import { openTestNewsroom, type Answer, type TestNewsroom, type TestPerson } from '../lib/newsroom'

/** `npm run proof` tries everything as everybody. */
const FULL = process.env.PROOF === 'true'

type Stored = Record<string, unknown> & { readonly id: string }
/** A row that somebody may or may not reach, and what the scopes of the table ask about it. */
type Row = {
  readonly name: string
  readonly collection: Collection
  readonly id: string
  /** Whose row it is, or of which desk, or which readers it has: the scopes that reach it, for this person. */
  readonly reached: (person: Person) => readonly Scope[]
  /** A change that harms nobody; absent: there is none that anybody could make. */
  readonly change?: (stored: Stored) => Readonly<Record<string, unknown>>
  /** Found by a list, because Payload reads what stands for the id as something else. */
  readonly listed?: true
}

/** A06, A08: every row by every role on its own desk and on another, read, changed and deleted. */
describe.each(databases())('rows and people on $name', ({ open }) => {
  let room: TestNewsroom
  let desk: string
  let author: TestPerson
  let editor: TestPerson
  let engineer: TestPerson
  let administrator: TestPerson
  let people: readonly TestPerson[]
  let rows: readonly Row[]

  beforeAll(async () => {
    room = await openTestNewsroom(open())
    desk = await room.office('toa-soan')
    const elsewhere = await room.office('bao')
    author = await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk })
    editor = await room.hire('Trần Quốc Dũng', ['editor'], { desk })
    engineer = await room.hire('Vũ Anh Tuấn', ['outletEngineer'])
    administrator = await room.hire('Quản trị', ['administrator'])
    const hired = [author, await room.hire('Phan Thái Bình', ['chief'], { skills: { vi: ['approve'] } })]
    // One after the other: a password's digest takes its time, and its transaction's turn.
    for (const role of ROLES)
      for (const of of [desk, elsewhere])
        hired.push(await room.hire(`${role} ${of === desk ? 'own' : 'other'}`, [role], { desk: of }))
    people = hired
    rows = await rowsOf(room, { desk, author, editor, engineer, administrator })
  })
  afterAll(() => room.stop())

  const stored = async (collection: Collection, id: string): Promise<Stored | null> =>
    room.payload.db.findOne<Stored>({ collection: collection as 'users', where: { id: { equals: id } }, locale: 'all' })
  const still = async ({ collection, id }: Row) => JSON.stringify({ ...(await stored(collection, id)), updatedAt: null })

  /** In CI each row is tried by a third of the people, by everybody over all rows. */
  const trying = (row: Row): readonly (TestPerson | null)[] => [
    null,
    ...people.filter((_, index) => FULL || index % 3 === rows.indexOf(row) % 3),
  ]

  const may = (person: Person, { collection, reached }: Row, key: AccessKey): boolean => {
    const granted = scopes(person, collection, key)
    return granted.has('all') || reached(person).some((scope) => granted.has(scope))
  }

  it('covers every collection', () =>
    expect(new Set(rows.map(({ collection }) => collection))).toEqual(
      new Set(COLLECTIONS.filter((name) => !NO_ROWS.includes(name))),
    ))

  it('A06: a row is read by whom the table says, and by nobody else', async () => {
    const wrong: string[] = []
    for (const row of rows)
      for (const person of trying(row)) {
        const answer = await room.ask(
          person,
          'GET',
          row.listed ? `/api/${row.collection}?where[id][equals]=${row.id}` : `/api/${row.collection}/${row.id}?depth=1`,
        )
        const status = row.listed && answer.body?.totalDocs === 0 ? 404 : answer.status
        const should = person !== null && may(person, row, 'read')
        if (should ? status !== 200 : ![401, 403, 404].includes(status))
          wrong.push(`${person?.name ?? 'nobody'} reading ${row.name}: ${status}, should be ${should ? 200 : 'refused'}`)
      }
    expect(wrong).toEqual([])
  })

  it('A06: a row is changed and deleted by whom the table says; refused, it stays as it was', async () => {
    const wrong: string[] = []
    for (const row of rows)
      for (const person of trying(row)) {
        const who = person?.name ?? 'nobody'
        const before = await still(row)
        if (row.change) {
          const change = row.change((await stored(row.collection, row.id))!)
          const { status } = await room.ask(person, 'PATCH', `/api/${row.collection}/${row.id}`, change)
          const should = person !== null && may(person, row, 'update')
          if (should ? status !== 200 : ![401, 403, 404].includes(status))
            wrong.push(`${who} changing ${row.name}: ${status}, should be ${should ? 200 : 'refused'}`)
          if (!should && (await still(row)) !== before) wrong.push(`${who} changed ${row.name}`)
          // The same by a filter instead of an id.
          if (!should) {
            await room.ask(person, 'PATCH', `/api/${row.collection}?where[id][equals]=${row.id}`, change)
            if ((await still(row)) !== before) wrong.push(`${who} changed ${row.name} by a filter`)
          }
        }
        if (person && may(person, row, 'delete')) continue
        const kept = await still(row)
        for (const path of [`/api/${row.collection}/${row.id}`, `/api/${row.collection}?where[id][equals]=${row.id}`]) {
          await room.ask(person, 'DELETE', path)
          if ((await still(row)) !== kept) wrong.push(`${who} deleted ${row.name}`)
        }
      }
    expect(wrong).toEqual([])
  })

  it('A06: nobody makes a row that the table does not let them make, also not as a copy', async () => {
    const wrong: string[] = []
    const count = async (collection: Collection) =>
      (await room.payload.db.count({ collection: collection as 'users', where: {} })).totalDocs
    for (const row of rows.filter(({ collection }) => !collection.startsWith('payload-')))
      for (const person of trying(row)) {
        const before = await count(row.collection)
        const { id: _, ...copy }: Partial<Stored> = (await stored(row.collection, row.id)) ?? {}
        await room.ask(person, 'POST', `/api/${row.collection}/${row.id}/duplicate`, {})
        if ((await count(row.collection)) !== before) wrong.push(`${person?.name ?? 'nobody'} duplicated ${row.name}`)
        if (person && scopes(person, row.collection, 'create').size > 0) continue
        const { status } = await room.ask(person, 'POST', `/api/${row.collection}`, { ...copy, key: `k-${randomUUID()}` })
        if (![401, 403, 404, 501].includes(status) || (await count(row.collection)) !== before)
          wrong.push(`${person?.name ?? 'nobody'} making a row of ${row.collection}: ${status}`)
      }
    expect(wrong).toEqual([])
  })

  it('A06: an own desk is the only one for a new story; a lock and a preference are always one’s own', async () => {
    const other = await room.office('khac')
    const story = { title: 'Tin', class: 'promotional', sourceLanguage: 'vi' }
    expect((await room.ask(author, 'POST', '/api/stories', { ...story, desk: other })).status).toBe(403)
    const held = (await room.write(author, { title: 'Bài đang mở' })).body as { story: { id: string }; article: { id: string } }
    for (const collection of ['payload-preferences', 'payload-locked-documents']) {
      const made = await room.ask(author, 'POST', `/api/${collection}`, {
        key: 'mine',
        value: 1,
        user: { relationTo: 'users', value: editor.id },
        document: { relationTo: 'stories', value: held.story.id },
      })
      expect([collection, made.status, made.body.doc?.user?.value]).toEqual([collection, 201, author.id])
      const given = await room.ask(author, 'PATCH', `/api/${collection}/${made.body.doc.id}`, {
        user: { relationTo: 'users', value: editor.id },
      })
      const { user } = (await stored(collection as Collection, made.body.doc.id))! as unknown as { user: { value: unknown } }
      expect([given.status < 500, String((user.value as { id?: string }).id ?? user.value)]).toEqual([true, author.id])
    }
    // Nobody shuts a text to its author who could not change it.
    for (const person of people.filter(
      ({ roles, desk: of }) =>
        !roles.includes('editor') && !roles.includes('chief') && !(roles.includes('reporter') && of === desk),
    ))
      for (const document of [
        { relationTo: 'stories', value: held.story.id },
        { relationTo: 'articles', value: held.article.id },
      ])
        expect([person.name, (await room.ask(person, 'POST', '/api/payload-locked-documents', { document })).status]).toEqual([
          person.name,
          403,
        ])
  })

  describe('A08: what the server owns', () => {
    /** Sends forged values, each alone and all together, and says which of them stand in the row afterwards. */
    const forge = async (person: TestPerson, method: string, path: string, forged: Row0, kept: () => Promise<Stored | null>) => {
      const before = await kept()
      for (const body of [...Object.entries(forged).map(([name, value]) => ({ [name]: value })), forged]) {
        const { status, text } = await room.ask(person, method, path, body)
        expect(status, `${path} ${JSON.stringify(body)} ${text.slice(0, 200)}`).toBeLessThan(500)
      }
      const after = await kept()
      return Object.keys(forged).filter((name) => JSON.stringify(after?.[name]) !== JSON.stringify(before?.[name]))
    }
    const soon = '2099-01-01T00:00:00.000Z'
    const ACCOUNT: Row0 = {
      sessions: [{ id: 'forged', createdAt: soon, expiresAt: soon }],
      hash: 'ff',
      salt: 'ff',
      loginAttempts: 99,
      lockUntil: soon,
      resetPasswordToken: 'forged',
      resetPasswordExpiration: soon,
      resetPasswordRequestedAt: soon,
      apiKey: 'forged',
      enableAPIKey: true,
      _verified: false,
      id: 'forged',
    }

    it('rights, sessions and passwords’ digests of an account: not by oneself, and the latter not by an administrator', async () => {
      for (const role of FULL ? ROLES : (['reporter', 'chief', 'outletEngineer', 'administrator'] as const)) {
        const self = await room.hire(`Tự nâng quyền ${role}`, [role], { desk })
        await room.tokenOf(self)
        const kept = () => stored('users', self.id)
        const rights = {
          roles: ['administrator', 'chief'],
          desk: null,
          skills: { vi: ['approve'], en: ['approve'], ja: ['approve'] },
          email: 'forged@example.com',
        }
        expect([
          role,
          await forge(self, 'PATCH', `/api/users/${self.id}`, { ...ACCOUNT, ...(role === 'administrator' ? {} : rights) }, kept),
        ]).toEqual([role, []])
        expect([
          role,
          await forge(
            self,
            'PATCH',
            `/api/users?where[id][equals]=${self.id}`,
            { ...ACCOUNT, ...(role === 'administrator' ? {} : rights) },
            kept,
          ),
        ]).toEqual([role, []])
      }
      expect(await forge(administrator, 'PATCH', `/api/users/${author.id}`, ACCOUNT, () => stored('users', author.id))).toEqual(
        [],
      )
      const email = `${randomUUID()}@toasoan.example.com`
      const made = await room.ask(administrator, 'POST', '/api/users', {
        ...ACCOUNT,
        id: undefined,
        email,
        name: 'Mới vào',
        password: 'Hoa-ban-no-thang-ba-2027',
        roles: ['reporter'],
      })
      expect(made.status).toBe(201)
      expect(await stored('users', made.body.doc.id)).toMatchObject({ loginAttempts: 0 })
      expect(JSON.stringify(await stored('users', made.body.doc.id))).not.toMatch(/forged|"ff"|2099/)
    })

    it('of a picture: whose it is, who sees it, its bytes and where they lie', async () => {
      const secret = (await upload(room, editor, await picture('bí mật'), 'bi-mat.jpg')).body.doc as Stored & { sizes: Row0 }
      const forged: Row0 = {
        digest: 'f'.repeat(64),
        renditions: [{ name: 'original', digest: secret.digest, ext: 'jpg', mime: 'image/jpeg', bytes: 1, width: 1, height: 1 }],
        uploadedBy: editor.id,
        desk: null,
        open: true,
        live: true,
        filename: secret.filename,
        url: `/api/media/file/${String(secret.filename)}`,
        sizes: secret.sizes,
        mimeType: 'text/html',
        filesize: 1,
        width: 1,
        height: 1,
        thumbnailURL: 'https://evil.example/x.png',
        prefix: '../store',
        id: 'forged',
      }
      const mine = (await upload(room, author, await picture('của tôi'), 'cua-toi.jpg')).body.doc as Stored
      const kept = () => stored('media', mine.id)
      expect(await forge(author, 'PATCH', `/api/media/${mine.id}`, forged, kept)).toEqual([])
      expect(
        await forge(
          author,
          'PATCH',
          `/api/media/${mine.id}?uploadEdits[focalPoint][x]=10&uploadEdits[focalPoint][y]=10`,
          { filename: secret.filename, url: forged.url, digest: forged.digest },
          kept,
        ).then((changed) => changed.filter((name) => name !== 'digest')),
      ).toEqual([])
      const uploaded = await upload(room, author, await picture('mới'), 'moi.jpg', {
        ...forged,
        id: undefined,
        prefix: undefined,
      })
      expect(uploaded.status, uploaded.text).toBe(201)
      const made = uploaded.body.doc as Stored
      expect(made).toMatchObject({
        uploadedBy: author.id,
        desk,
        open: false,
        live: false,
        mimeType: 'image/jpeg',
        filename: expect.stringMatching(/^moi(-\d+)?\.jpg$/) as string,
      })
      expect(made.digest).not.toBe(forged.digest)
      expect(
        (await room.ask(author, 'POST', '/api/media', { ...forged, id: undefined, url: 'http://127.0.0.1:1/x.png' })).status,
      ).toBeGreaterThanOrEqual(400)
    })

    it('of a story: its identity, who set its embargo, who works on it, who sees it', async () => {
      const forged: Row0 = {
        item: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
        embargoBy: 'forged',
        workers: engineer.id,
        open: true,
        live: true,
        begun: { vi: true, en: true, ja: true },
        id: 'forged',
      }
      const { story } = (await room.write(author, { title: 'Chuyện có chủ' })).body as { story: { id: string } }
      const kept = () => stored('stories', story.id)
      for (const person of [editor, author])
        expect(await forge(person, 'PATCH', `/api/stories/${story.id}`, forged, kept)).toEqual([])
      const made = await room.ask(author, 'POST', '/api/stories', {
        ...forged,
        id: undefined,
        title: 'Tin mới',
        class: 'promotional',
        sourceLanguage: 'vi',
        desk,
      })
      expect(made.status).toBe(201)
      expect(made.body.doc.item).not.toBe(forged.item)
      expect(await stored('stories', made.body.doc.id)).toMatchObject({ open: false, live: false, embargoBy: null })
    })

    it('of a text: everything that the verbs write', async () => {
      const { article } = (await room.write(author, { title: 'Bài có chủ' })).body as { article: { id: string; rev: number } }
      const { story: foreign } = (await room.write(editor, { title: 'Chuyện khác' })).body as { story: { id: string } }
      const forged: Row0 = {
        id: 'forged',
        story: foreign.id,
        language: 'en',
        item: 'forged',
        savedBy: editor.id,
        basedOn: { article: 'x' },
        isSource: false,
        author: editor.id,
        translator: editor.id,
        claimedBy: engineer.id,
        open: true,
        live: true,
        trashed: true,
        createdAt: soon,
        state: 'approved',
        approval: { by: editor.id },
        _status: 'published',
        releasedRev: 9,
      }
      const before = (await stored('articles', article.id))!
      const saved = await room.ask(author, 'PATCH', `/api/articles/${article.id}`, {
        rev: article.rev,
        byline: 'Có sửa thật',
        ...forged,
      })
      expect(saved.status).toBe(200)
      const after = (await stored('articles', article.id))!
      expect(after).toMatchObject({ rev: article.rev + 1, byline: 'Có sửa thật', savedBy: author.id })
      expect(Object.keys(forged).filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]))).toEqual([])
    })

    it('of an outlet and of a pull client: secrets, digests of keys', async () => {
      const channel = rows.find(({ collection }) => collection === 'channels')!
      const forged: Row0 = { secret: 'forged', previousSecret: 'forged', secretChangedAt: 9, id: 'forged' }
      expect(await forge(engineer, 'PATCH', `/api/channels/${channel.id}`, forged, () => stored('channels', channel.id))).toEqual(
        [],
      )
      const made = await room.ask(engineer, 'POST', '/api/channels', {
        ...forged,
        id: undefined,
        key: `k-${randomUUID()}`,
        name: 'Kênh',
        kind: 'webhook',
        address: 'http://127.0.0.1:9/h',
        state: 'active',
        perMinute: 60,
      })
      expect(made.status, made.text).toBe(201)
      expect(JSON.stringify(await stored('channels', made.body.doc.id))).not.toContain('forged')

      const client = rows.find(({ collection }) => collection === 'clients')!
      const key: Row0 = { keyHash: 'f'.repeat(64), keyId: 'forged', id: 'forged' }
      expect(await forge(engineer, 'PATCH', `/api/clients/${client.id}`, key, () => stored('clients', client.id))).toEqual([])
      const added = await room.ask(engineer, 'POST', '/api/clients', {
        ...key,
        id: undefined,
        name: 'Cổng tỉnh bạn',
        state: 'active',
      })
      if (added.status < 400) expect(JSON.stringify(await stored('clients', added.body.doc.id))).not.toMatch(/forged|f{64}/)
    })

    it('prototypes, double keys and parameters that promise more change nothing', async () => {
      const self = await room.hire('Lê Văn Thử', ['reporter'], { desk })
      const token = await room.tokenOf(self)
      const before = await stored('users', self.id)
      const bodies = [
        '{"name":"Lê Văn Thử","__proto__":{"roles":["administrator"]},"constructor":{"prototype":{"roles":["administrator"]}}}',
        '{"roles":["reporter"],"roles":["administrator"],"name":"Lê Văn Thử"}',
        '{"name":"Lê Văn Thử","skills.vi":["approve"],"skills":{"vi":{"$set":["approve"]}}}',
        '{"$set":{"roles":["administrator"]},"name":"Lê Văn Thử"}',
        '[{"roles":["administrator"]}]',
        '{"user":{"roles":["administrator"]},"data":{"roles":["administrator"]},"_payload":"{\\"roles\\":[\\"administrator\\"]}"}',
      ]
      const queries = [
        '',
        '?overrideAccess=true',
        '?showHiddenFields=true&depth=9',
        '?draft=true&autosave=true',
        '?roles[]=administrator&roles=chief',
        '?user[roles]=administrator',
        '?data[roles][0]=administrator',
      ]
      for (const body of bodies)
        for (const query of queries) {
          const answer = await fetch(`${room.url}/api/users/${self.id}${query}`, {
            method: 'PATCH',
            body,
            headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
          })
          expect([body, query, answer.status < 500]).toEqual([body, query, true])
          expect(await answer.text()).not.toMatch(/"(hash|salt|resetPasswordToken)"/)
        }
      const strip = (row: Stored | null) => ({ ...row, updatedAt: null })
      expect(strip(await stored('users', self.id))).toEqual(strip(before))
      expect(({} as Record<string, unknown>).roles).toBeUndefined()
    })
  })

  it('A10: a query that asks too much is refused before the database hears of it', async () => {
    const translator = people.find(({ name }) => name === 'translator own')!
    const many = Array.from({ length: 3000 }, (_, index) => `where[or][${index}][title][like]=x${index}`).join('&')
    const nested = `where${'[and][0]'.repeat(8)}[title][equals]=x`
    const refusals: readonly (readonly [string, string])[] = [
      ['two relations away', '/api/articles?where[story.lead.alt][like]=x'],
      ['two relations away, in old saves', '/api/articles/versions?where[version.story.lead.alt][like]=x'],
      ['a filter within a filter', '/api/stories?where[topics][contains][parent.parent.key][equals]=x'],
      ['ordered across a relation', '/api/stories?sort=lead.alt'],
      ['ordered across a relation, second', '/api/articles?sort=-updatedAt,story.title'],
      ['ordered across a relation, in old saves', '/api/articles/versions?sort=version.story.title'],
    ]
    for (const [name, path] of refusals) expect([name, (await room.ask(translator, 'GET', path)).status]).toEqual([name, 400])
    const long: Answer = await fetch(`${room.url}/api/articles`, {
      method: 'POST',
      body: many,
      headers: {
        authorization: `JWT ${await room.tokenOf(translator)}`,
        'x-payload-http-method-override': 'GET',
        'content-type': 'application/x-www-form-urlencoded',
      },
    }).then(async (answer) => ({ status: answer.status, headers: answer.headers, text: await answer.text(), body: null }))
    expect([long.status, long.text.length < 1000]).toEqual([400, true])
    expect((await room.ask(translator, 'GET', `/api/articles?${nested}`)).status).toBeLessThan(500)
    const fine = [
      '/api/stories?sort=-updatedAt',
      '/api/media?sort=filename',
      '/api/articles/versions?sort=-version.title&where[version.title][like]=a',
      '/api/articles?where[story.title][like]=a',
      '/api/articles?where[story.id][equals]=a',
      '/api/topics?sort=name&where[name][like]=a',
      '/api/stories?where[topics][in]=a',
    ]
    for (const path of fine) expect([path, (await room.ask(author, 'GET', path)).status]).toEqual([path, 200])
    // And the newsroom is still there.
    expect((await room.ask(null, 'GET', '/healthz')).status).toBe(200)
  })

  it('what is written without saying a language is written in Vietnamese, not lost', async () => {
    const made = await room.ask(administrator, 'POST', '/api/topics', { key: `t-${randomUUID()}`, name: 'Cà phê' })
    expect(made.body.doc).toMatchObject({ name: 'Cà phê' })
    expect(await stored('topics', made.body.doc.id)).toMatchObject({ name: { vi: 'Cà phê' } })
  })
})

type Row0 = Readonly<Record<string, unknown>>

/** Payload’s bookkeeping that a newsroom without jobs never fills. */
const NO_ROWS: readonly Collection[] = ['payload-jobs', 'payload-kv', 'payload-migrations']

type Hands = {
  readonly desk: string
  readonly author: TestPerson
  readonly editor: TestPerson
  readonly engineer: TestPerson
  readonly administrator: TestPerson
}
/** An issue with an own piece in three languages, under a licence and a law. */
const issueOf = async (
  room: TestNewsroom,
  {
    made,
    must,
    administrator,
    author,
    desk,
  }: {
    readonly author: TestPerson
    readonly made: (collection: string, data: Row0, by: TestPerson) => Promise<string>
    readonly must: (answer: Answer, status?: number) => Answer['body']
    readonly administrator: TestPerson
    readonly desk: string
  },
) => {
  const editor = await room.hire('Biên tập bản tin', ['bulletinEditor'], { desk })
  const key = () => ({ 'idempotency-key': randomUUID() })
  const licence = await made(
    'licences',
    {
      number: `${randomUUID().slice(0, 8)}/GP`,
      date: '2026-01-05',
      issuer: 'Sở',
      name: 'Thông tin đối ngoại',
      publisher: 'Sở Ngoại vụ',
      languages: ['vi'],
      frequency: '3 tháng/kỳ',
      pageLimit: 64,
      trimWidth: 190,
      trimHeight: 270,
      printRun: 1000,
      printer: 'In Lâm Đồng',
      personResponsible: 'Nguyễn Văn A',
      validFrom: '2026-01-05',
    },
    administrator,
  )
  const rule = await made(
    'rules',
    {
      key: `law-${randomUUID().slice(0, 8)}`,
      check: 'pages.law',
      text: 'Không quá 64 trang',
      citation: 'Điều 34',
      validFrom: '2017-01-01',
    },
    administrator,
  )
  const at = '/api/desk/bulletins'
  const { id, rev } = must(await room.ask(editor, 'POST', at, { year: 2030, quarter: 1 }, key()), 201)
  const entry = {
    id: 'loi-noi-dau',
    slot: 'foreword',
    story: null,
    budget: { vi: null, en: null, ja: null },
    photos: [],
    notes: '',
  }
  const plan = { sections: [{ id: 'dau', names: { vi: 'Đầu', en: 'First', ja: '巻頭' }, entries: [entry] }] }
  must(await room.ask(editor, 'PUT', `${at}/${id}`, { rev, plan }))
  const handed = { kind: 'deposit', language: 'vi', date: '2030-04-01', copies: 2, addressee: 'Thư viện' }
  const { records } = must(await room.ask(editor, 'POST', `${at}/${id}/records`, handed, key()), 201)
  const found = async (collection: 'editions' | 'pieces') =>
    String(
      (await room.payload.db.findOne<Stored>({
        collection,
        where: { and: [{ bulletin: { equals: id } }, { language: { equals: 'en' } }] },
      }))!.id,
    )
  const [edition, piece] = [await found('editions'), await found('pieces')]
  const producer = await room.hire('Biên tập chương trình', ['producer'], { desk })
  const programme = must(await room.ask(producer, 'POST', '/api/desk/programmes', { airDate: '2030-01-05' }, key()), 201)
  const film = { file: null, link: 'https://dai.example/phim', poster: null }
  const video = must(await room.write(author, { title: 'Phim kín' }, { film }), 201)
  const { id: filmId } = (await room.payload.db.findOne<Stored>({
    collection: 'videos',
    where: { story: { equals: video.story.id } },
  }))!
  return {
    film: String(filmId),
    programme: String(programme.id),
    licence,
    rule,
    bulletin: String(id),
    edition,
    piece,
    record: String(records[0].id),
  }
}

const rowsOf = async (room: TestNewsroom, { desk, author, editor, engineer, administrator }: Hands): Promise<readonly Row[]> => {
  const must = (answer: Answer, status = 200): Answer['body'] => {
    if (answer.status !== status) throw new Error(`${answer.status} ${answer.text.slice(0, 300)}`)
    return answer.body
  }
  const chief = await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'] } })
  const made = async (collection: string, data: Row0, by: TestPerson): Promise<string> =>
    must(await room.ask(by, 'POST', `/api/${collection}?locale=vi`, data), 201).doc.id
  const first = async (collection: Collection, where: Row0 = {}): Promise<string> =>
    (await room.payload.db.findOne<Stored>({ collection: collection as 'users', where: where as never }))!.id

  const channel = await made(
    'channels',
    {
      key: `bao-${randomUUID().slice(0, 8)}`,
      name: 'Báo',
      kind: 'webhook',
      address: 'http://127.0.0.1:9/hook',
      newSecret: 'whsec_kenh-bao-kenh-bao-kenh-bao',
      state: 'active',
      perMinute: 60,
    },
    engineer,
  )
  const client = (await room.payload.db.create({
    collection: 'clients',
    data: { name: 'Cổng', keyId: randomUUID(), keyHash: 'a'.repeat(64), scopes: ['read'], state: 'active' },
  })) as Stored
  const topic = await made('topics', { key: `ca-phe-${randomUUID().slice(0, 8)}`, name: 'Cà phê' }, administrator)
  const term = await made('terms', { vi: 'Lâm Đồng', en: 'Lam Dong', status: 'approved' }, editor)

  const closed = (await upload(room, author, await picture('kín'), 'kin.jpg', { alt: 'Ảnh', credit: 'Ảnh' })).body.doc
    .id as string
  const shown = (await upload(room, author, await picture('hở'), 'ho.jpg', { alt: 'Ảnh', credit: 'Ảnh' })).body.doc.id as string
  const draft = must(await room.write(author, { title: 'Bài nháp' }, { lead: closed }), 201)
  const spare = must(await room.write(author, { title: 'Bài đang mở' }), 201)
  const live = must(await room.write(author, { title: 'Bài đã đăng' }, { lead: shown }), 201)
  const out = live.article.id as string
  must(await room.verb(author, out, 'submit', { noSecrets: true }))
  must(await room.verb(chief, out, 'approve'))
  must(await room.verb(chief, out, 'release'))
  const gone = must(await room.write(author, { title: 'Bài đã gỡ' }), 201).article
  must(await room.verb(author, gone.id, 'submit', { noSecrets: true }))
  must(await room.verb(chief, gone.id, 'approve'))
  must(await room.verb(chief, gone.id, 'release'))
  must(await room.verb(chief, gone.id, 'withdraw', { reason: 'Sai.' }))
  must(await room.ask(chief, 'POST', `/api/desk/articles/${out}/preview`), 201)
  must(await room.ask(author, 'POST', '/api/payload-preferences/articles-list', { value: { limit: 10 } }))
  const comment = await room.payload.db.create({
    collection: 'comments',
    data: {
      article: out,
      anchor: { path: 'x', source: null, target: null },
      text: 'Ý kiến',
      by: author.id,
      name: author.name,
      at: '',
    },
  })
  const remembered = await room.payload.db.create({
    collection: 'memory',
    data: { key: 'x/en', from: 'vi', to: 'en', seq: 1, change: 9_999, units: [] },
  })
  const issue = await issueOf(room, { made, must, administrator, author, desk })
  const lock = await made(
    'payload-locked-documents',
    { document: { relationTo: 'stories', value: spare.story.id }, user: { relationTo: 'users', value: author.id } },
    author,
  )

  const ofDesk = (person: Person): readonly Scope[] => (person.desk === desk ? ['desk'] : [])
  const own = (person: Person): readonly Scope[] => (person.id === author.id ? ['own', 'self'] : [])
  return [
    {
      name: 'a colleague’s account',
      collection: 'users',
      id: editor.id,
      reached: () => ['names'],
      change: () => ({ name: 'Trần Quốc Dũng' }),
    },
    {
      name: 'the own account',
      collection: 'users',
      id: author.id,
      reached: (person) => [...own(person), 'names'],
      change: () => ({ name: 'Nguyễn Hoài Thu' }),
    },
    {
      name: 'an office',
      collection: 'organisations',
      id: desk,
      reached: () => [],
      change: () => ({ validTo: '2030-01-01T00:00:00.000Z' }),
    },
    { name: 'a topic', collection: 'topics', id: topic, reached: () => [], change: () => ({ name: 'Cà phê' }) },
    { name: 'a term', collection: 'terms', id: term, reached: () => [], change: () => ({ note: 'Tên tỉnh' }) },
    {
      name: 'a picture of a draft',
      collection: 'media',
      id: closed,
      reached: (person) => [...own(person), ...ofDesk(person)],
      change: () => ({ licence: 'Toàn quyền' }),
    },
    {
      name: 'a picture of a live text',
      collection: 'media',
      id: shown,
      reached: (person) => [...own(person), ...ofDesk(person), 'ready', 'languages', 'live'],
      change: () => ({ licence: 'Toàn quyền' }),
    },
    {
      name: 'a draft’s story',
      collection: 'stories',
      id: draft.story.id,
      reached: (person) => [...own(person), ...ofDesk(person)],
      change: () => ({ places: ['Đà Lạt'] }),
    },
    {
      name: 'a live text’s story',
      collection: 'stories',
      id: live.story.id,
      reached: (person) => [...own(person), ...ofDesk(person), 'ready', 'live'],
      change: () => ({ places: ['Đà Lạt'] }),
    },
    {
      name: 'a draft',
      collection: 'articles',
      id: draft.article.id,
      reached: (person) => [...own(person), ...ofDesk(person)],
      change: ({ rev }) => ({ rev, byline: `Bút danh ${String(rev)}` }),
    },
    {
      name: 'a live text',
      collection: 'articles',
      id: out,
      reached: (person) => [...own(person), ...ofDesk(person), 'ready', 'live'],
    },
    {
      name: 'a draft’s state',
      collection: 'workflow',
      id: await first('workflow', { article: { equals: draft.article.id } }),
      reached: () => [],
      change: () => ({ state: 'approved' }),
    },
    {
      name: 'a release',
      collection: 'releases',
      id: await first('releases', { kind: { equals: 'release' } }),
      reached: () => ['live'],
      change: () => ({ kind: 'withdrawal' }),
    },
    {
      name: 'a withdrawal',
      collection: 'releases',
      id: await first('releases', { kind: { equals: 'withdrawal' } }),
      reached: () => [],
      change: () => ({ kind: 'release' }),
    },
    {
      name: 'a delivery',
      collection: 'deliveries',
      id: await first('deliveries'),
      reached: () => [],
      change: () => ({ state: 'delivered' }),
    },
    { name: 'an outlet', collection: 'channels', id: channel, reached: () => ['names'], change: () => ({ perMinute: 61 }) },
    { name: 'a pull client', collection: 'clients', id: String(client.id), reached: () => [], change: () => ({ name: 'Cổng' }) },
    { name: 'an event', collection: 'events', id: await first('events'), reached: () => [], change: () => ({ verb: 'x' }) },
    { name: 'a counter', collection: 'counters', id: await first('counters'), reached: () => [], change: () => ({ value: 0 }) },
    {
      name: 'a kept answer',
      collection: 'idempotency',
      id: await first('idempotency'),
      reached: () => [],
      change: () => ({ answer: {} }),
    },
    {
      name: 'a preview link',
      collection: 'previews',
      id: await first('previews'),
      reached: () => [],
      change: () => ({ until: 9e15 }),
    },
    { name: 'a comment', collection: 'comments', id: String(comment.id), reached: () => [], change: () => ({ text: 'x' }) },
    { name: 'a memory', collection: 'memory', id: String(remembered.id), reached: () => [], change: () => ({ units: [] }) },
    {
      name: 'a licence',
      collection: 'licences',
      id: issue.licence,
      reached: () => [],
      change: () => ({ changeRequests: 'Tăng số lượng bản in' }),
    },
    { name: 'a legal rule', collection: 'rules', id: issue.rule, reached: () => [], change: () => ({ validTo: '2026-12-31' }) },
    { name: 'an issue', collection: 'bulletins', id: issue.bulletin, reached: () => [], change: () => ({ date: '2026-01-01' }) },
    { name: 'an edition', collection: 'editions', id: issue.edition, reached: () => [], change: () => ({ state: 'approved' }) },
    {
      name: 'an issue’s own piece',
      collection: 'pieces',
      id: issue.piece,
      reached: ({ skills }) => (skills.en.length > 0 ? ['languages'] : []),
      change: () => ({ title: 'Foreword' }),
    },
    {
      name: 'a programme',
      collection: 'programmes',
      id: issue.programme,
      reached: () => [],
      change: () => ({ state: 'approved' }),
    },
    {
      name: 'the film of a closed story',
      collection: 'videos',
      id: issue.film,
      reached: ofDesk,
      change: () => ({ link: 'https://dai.example/phim-khac' }),
    },
    { name: 'a record', collection: 'records', id: issue.record, reached: () => [], change: () => ({ copies: 9 }) },
    {
      name: 'somebody’s preference',
      collection: 'payload-preferences',
      id: await first('payload-preferences'),
      reached: own,
      change: () => ({ value: 2 }),
      listed: true,
    },
    { name: 'somebody’s lock', collection: 'payload-locked-documents', id: lock, reached: own },
  ]
}
