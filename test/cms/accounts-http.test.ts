import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isWeakPassword } from '#cms/passwords'
import { ROLES } from '#newsroom'
import en from '#locales/en/errors.json' with { type: 'json' }
import ja from '#locales/ja/errors.json' with { type: 'json' }
import vi from '#locales/vi/errors.json' with { type: 'json' }
import { asWritten } from '../lib/canaries'
import { databases } from '../lib/databases'
import { openTestNewsroom, PASSWORD, type TestNewsroom, type TestPerson } from '../lib/newsroom'

/** CI measures few sign-ins; `npm run proof` enough to call two clocks alike. */
const FULL = process.env.PROOF === 'true'
const NEW_PASSWORD = 'Mùa-hồng-giòn-Đơn-Dương-2027'
type More = { readonly address?: string; readonly headers?: Readonly<Record<string, string>> }
type Account = {
  readonly id: string
  readonly loginAttempts?: number
  readonly resetPasswordToken?: string
  readonly resetPasswordExpiration?: string
}

describe.each(databases())('accounts on $name', ({ name: database, open }) => {
  let room: TestNewsroom
  let front: Server
  let url: string
  let desk: string
  let administrator: TestPerson
  let caller = 0

  beforeAll(async () => {
    room = await openTestNewsroom(open())
    ;({ front, url } = await behindProxy(room))
    desk = await room.office('toa-soan')
    administrator = await room.hire('Quản trị', ['administrator'])
  })
  afterAll(async () => {
    await new Promise((resolve) => front.close(resolve))
    await room.stop()
  })

  /** Somebody at an address of their own, unless one is given: limits are counted by address. */
  const post = async (path: string, body: unknown, { address = `203.0.113.${(caller += 1)}`, headers = {} }: More = {}) => {
    const {
      status,
      headers: said,
      text,
    } = await asWritten({ url }, 'POST', path, {
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'accept-language': 'vi', 'x-forwarded-for': address, ...headers },
    })
    const cookies = ([said['set-cookie']].flat() as (string | undefined)[]).join('; ')
    return { status, text, retryAfter: Number(said['retry-after'] ?? 0), cookies }
  }
  const login = (email: string, password: string, more: More = {}) => post('/api/users/login', { email, password }, more)
  const tokenOf = async (person: TestPerson): Promise<string> =>
    (JSON.parse((await login(person.email, person.password)).text) as { token: string }).token
  const me = async (token: string) =>
    (await asWritten({ url }, 'GET', '/api/desk/home', { headers: { authorization: `JWT ${token}` } })).status
  const accountOf = async (person: TestPerson): Promise<Account> =>
    (await room.payload.db.findOne<Account>({ collection: 'users', where: { id: { equals: person.id } } }))!
  /** What happens before any database is asked: once is enough in CI. */
  const once = it.skipIf(database === 'mongodb' && !FULL)
  const stranger = () => `${randomUUID()}@example.com`

  describe('B07: the first person', () => {
    it('is nobody’s to make over HTTP, whatever the spelling', async () => {
      const empty = await openTestNewsroom(open())
      const body = JSON.stringify({ email: 'ai-do@example.com', password: NEW_PASSWORD, name: 'Ai đó', roles: ['administrator'] })
      const headers = { 'content-type': 'application/json' }
      const spellings = [
        'first-register', 'first-register/', 'FIRST-REGISTER', 'first%2Dregister', './first-register', '../users/first-register',
        '%2e/first-register', 'x/../first-register', '/first-register', '\\first-register', 'first-register?x=1', 'first-register;x',
      ] // prettier-ignore
      try {
        for (const path of spellings)
          for (const method of ['POST', 'PUT', 'GET'])
            expect([path, method, (await asWritten(empty, method, `/api/users/${path}`, { headers, body: method === 'GET' ? '' : body })).status])
              .toEqual([path, method, expect.toSatisfy((status: number) => status === 404 || status === 403)]) // prettier-ignore
        const storm = await Promise.all(
          Array.from({ length: 20 }, () => asWritten(empty, 'POST', '/api/users/first-register', { headers, body })),
        )
        expect(storm.map(({ status }) => status)).toEqual(Array(20).fill(404))
        expect((await empty.payload.db.count({ collection: 'users', where: {} })).totalDocs).toBe(0)
      } finally {
        await empty.stop()
      }
    })
  })

  describe('B02: known and unknown accounts', () => {
    it('are refused in the same words, and so is a locked one', async () => {
      const known = await room.hire('Lê Thị Quen', ['reporter'], { desk })
      const right = await login(known.email, 'Sai-mat-ma-lan-thu-nhat')
      const wrong = await login(stranger(), 'Sai-mat-ma-lan-thu-nhat')
      for (let round = 0; round < 5; round += 1) await login(known.email, `Sai-mat-ma-lan-thu-${round}`)
      const locked = await login(known.email, PASSWORD)
      expect(right).toMatchObject({ status: 401, cookies: '' })
      expect([wrong, locked]).toEqual([right, right])
      expect(JSON.parse(right.text)).toMatchObject({ code: 'auth.wrong', detail: vi['auth.wrong'] })
      for (const email of [known.email, stranger()])
        expect(await post('/api/users/forgot-password', { email })).toMatchObject({ status: 200, text: '{"ok":true}' })
    })

    once(
      'cannot be told apart by the clock',
      async () => {
        const pairs = FULL && database === 'sqlite' ? 200 : 3
        const times = { known: [] as number[], unknown: [] as number[] }
        const people: TestPerson[] = []
        // Each is locked after a few: then the locked one is measured as well.
        for (let count = 0; count < pairs / 4; count += 1) people.push(await room.hire('Lê Văn Giờ', ['reporter'], { desk }))
        for (let pair = 0; pair < pairs; pair += 1)
          for (const kind of pair % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
            const started = performance.now()
            await login(kind === 'known' ? people[pair % people.length]!.email : stranger(), 'Sai-mat-ma-nao-do-2026')
            times[kind].push(performance.now() - started)
          }
        if (FULL && database === 'sqlite') {
          const area = rankedAbove(times.known, times.unknown)
          expect(Math.max(area, 1 - area)).toBeLessThanOrEqual(0.6)
        }
        expect(Math.min(...times.known, ...times.unknown)).toBeGreaterThanOrEqual(890)
        expect(Math.abs(median(times.known) - median(times.unknown))).toBeLessThan(FULL ? 100 : 800)
      },
      FULL ? 1_800_000 : 60_000,
    )
  })

  describe('B01: guessing', () => {
    it('stops at ten tries an hour for an account, from wherever; others go on, and an administrator opens it again', async () => {
      const target = await room.hire('Lê Thị Đích', ['chief'], { desk })
      const other = await room.hire('Lê Thị Khác', ['chief'], { desk })
      const guesses = await Promise.all(
        Array.from({ length: 14 }, (_, index) => login(target.email, `Doan-mo-lan-thu-${index}-nao`)),
      )
      expect(guesses.filter(({ status }) => status === 401)).toHaveLength(10)
      const stopped = guesses.filter(({ status }) => status === 429)
      expect(stopped).toHaveLength(4)
      for (const { retryAfter, text } of stopped) {
        expect(retryAfter).toBeGreaterThan(3500)
        expect(retryAfter).toBeLessThanOrEqual(3600)
        expect(JSON.parse(text)).toMatchObject({ code: 'auth.tooMany', detail: vi['auth.tooMany'] })
      }
      expect((await login(target.email, PASSWORD)).status).toBe(429)
      expect((await login(` ${target.email.toUpperCase()} `, PASSWORD)).status).toBe(429)
      expect((await login(other.email, PASSWORD)).status).toBe(200)

      const unlock = async (person: TestPerson | null, email: string) =>
        (
          await post(
            '/api/users/unlock',
            { email },
            { headers: person ? { authorization: `JWT ${await room.tokenOf(person)}` } : {} },
          )
        ).status
      expect(await unlock(null, target.email)).toBe(401)
      for (const role of ROLES.filter((one) => one !== 'administrator'))
        expect([role, await unlock(await room.hire(`Mở khóa ${role}`, [role], { desk }), target.email)]).toEqual([role, 403])
      expect((await login(target.email, PASSWORD)).status).toBe(429)
      expect(await unlock(administrator, target.email.toUpperCase())).toBe(200)
      expect((await login(target.email, PASSWORD)).status).toBe(200)
    })

    once(
      'stops at twenty tries in ten minutes for an address, whatever account it tries and whatever it says it is',
      async () => {
        const address = '198.51.100.7'
        const spray = await Promise.all(Array.from({ length: 24 }, () => login(stranger(), 'Mot-mat-ma-cho-tat-ca', { address })))
        expect(spray.map(({ status }) => status).sort()).toEqual([...Array<number>(20).fill(401), ...Array<number>(4).fill(429)])
        expect(spray.find(({ status }) => status === 429)!.retryAfter).toBeLessThanOrEqual(600)
        for (const path of ['forgot-password', 'reset-password'])
          expect(
            (await post(`/api/users/${path}`, { email: stranger(), token: 'x', password: NEW_PASSWORD }, { address })).status,
          ).toBe(429)
        // Where no proxy is configured, nobody is believed an address that they write themselves.
        const direct = await Promise.all(
          Array.from({ length: 24 }, (_, index) =>
            asWritten(room, 'POST', '/api/users/login', {
              body: JSON.stringify({ email: stranger(), password: 'Mot-mat-ma-cho-tat-ca' }),
              headers: { 'content-type': 'application/json', 'x-forwarded-for': `192.0.2.${index}` },
            }),
          ),
        )
        expect(direct.filter(({ status }) => status === 429)).toHaveLength(4)
      },
    )

    once('does not shut an office out whose people are right', async () => {
      const person = await room.hire('Lê Thị Đúng', ['reporter'], { desk })
      const statuses: number[] = []
      for (let round = 0; round < 22; round += 1)
        statuses.push((await login(person.email, PASSWORD, { address: '198.51.100.8' })).status)
      expect(statuses).toEqual(Array(22).fill(200))
    })

    once('has no second door: every other spelling of the sign-in is no page, or the same limited one', async () => {
      const target = await room.hire('Lê Thị Cửa', ['reporter'], { desk })
      const address = '198.51.100.9'
      await Promise.all(Array.from({ length: 20 }, () => login(stranger(), 'Sai', { address })))
      const spellings = [
        '/api/users/login', '/api/users/login/', '/API/USERS/LOGIN', '/api/x/../users/login', '/api/users/./login',
        '/api/users/%2e/login', '/api/users/x/%2e%2e/login', '/api//users/login', '//api/users/login', '/api/users//login',
        '/api/users\\login', '/api/users/%6cogin', '/api/users/login%20', '/api/users/login?x=../y', '/api/globals/users/login',
        `${url}/api/users/login`,
      ] // prettier-ignore
      for (const path of spellings) {
        const { status, text } = await post(path, { email: target.email, password: PASSWORD }, { address })
        expect([path, [404, 429].includes(status), text.includes('token')]).toEqual([path, true, false])
      }
      for (const header of ['x-http-method-override', 'x-payload-http-method-override', 'x-original-url'])
        expect((await login(target.email, PASSWORD, { address, headers: { [header]: 'GET' } })).status).toBe(429)
    })
  })

  describe('a database that is away', () => {
    it('is nobody’s wrong password: who kept trying may sign in when it is back', async () => {
      const person = await room.hire('Nguyễn Văn Bền', ['reporter'], { desk })
      const address = '203.0.113.251'
      const { findOne } = room.payload.db
      room.payload.db.findOne = () => Promise.reject(new Error('away'))
      const away = []
      try {
        for (let tries = 0; tries < 25; tries += 1)
          away.push((await login(person.email, person.password, { address })).status >= 500)
      } finally {
        room.payload.db.findOne = findOne
      }
      expect([away.every(Boolean), (await login(person.email, person.password, { address })).status]).toEqual([true, 200])
    })
  })

  describe('what is sent', () => {
    it('is small, and is weighed before anything is hashed', async () => {
      const person = await room.hire('Lê Thị Nặng', ['reporter'], { desk })
      for (const path of ['login', 'forgot-password', 'reset-password', 'unlock']) {
        const { status, text } = await post(`/api/users/${path}`, {
          email: person.email,
          password: 'x'.repeat(70_000),
          token: 'x',
        })
        expect([path, status, (JSON.parse(text) as { code: string }).code]).toEqual([path, 413, 'request.tooLarge'])
      }
      expect((await login(person.email, 'x'.repeat(257))).status).toBe(413)
      const nonsense = [
        '', '{', '[]', 'null', '"x"', '{"email":{"$gt":""},"password":{"$gt":""}}', '{"email":["a"],"password":"x"}',
        `{"email":"${person.email}"}`, '{"password":"x"}', '{"__proto__":{"email":"a"}}',
      ] // prettier-ignore
      for (const body of nonsense) expect([body, (await post('/api/users/login', body)).status]).toEqual([body, 400])
      expect((await accountOf(person)).loginAttempts ?? 0).toBe(0)
      expect((await login(person.email, 'x'.repeat(256))).status).toBe(401)
      expect((await accountOf(person)).loginAttempts).toBe(1)
    })

    once('broken, is the sender’s fault and not the server’s', async () => {
      const person = await room.hire('Lê Thị Gãy', ['editor'], { desk })
      const authorization = `JWT ${await room.tokenOf(person)}`
      const article = (await room.write(person, { title: 'Bài bị gửi hỏng' })).body.article.id as string
      const part = (more: string, value: string) => `--x\r\ncontent-disposition: form-data; ${more}\r\n\r\n${value}\r\n--x--\r\n`
      const broken = [
        ['multipart/form-data; boundary=x', '{"a":1}'],
        ['multipart/form-data', 'x'],
        ['multipart/form-data; boundary=x', part('name="_payload"', '{bad')],
        ['multipart/form-data; boundary=x', part('name="_payload"', '[]')],
        ['multipart/form-data; boundary=x', part('name="file"', '{"filename":"x.jpg"}')],
        ['multipart/form-data; boundary=x', part('name="file"; filename="a.jpg"', 'abc')],
        ['multipart/form-data; boundary=x', '--x\r\nfoo'],
        ['application/json', '{bad'],
        ['application/json', '"x"'],
        ['application/json', '[1]'],
        ['application/json', ''],
        ['text/plain', '{}'],
      ] as const
      for (const [type, body] of broken)
        for (const [method, path] of [
          ['PATCH', `/api/articles/${article}`],
          ['POST', '/api/media'],
          ['POST', '/api/terms'],
          ['POST', '/api/desk/stories'],
          ['POST', `/api/desk/articles/${article}/return`],
        ] as const) {
          const headers = { authorization, 'content-type': type, 'idempotency-key': randomUUID() }
          const { status } = await asWritten({ url }, method, path, { headers, body })
          expect([type, body.slice(0, 60), method, path, status]).toEqual([
            type,
            body.slice(0, 60),
            method,
            path,
            expect.toSatisfy((code: number) => code >= 400 && code < 500) as number,
          ])
        }
    })

    it('may be a form of our own page, of another site never', async () => {
      const person = await room.hire('Lê Thị Trang', ['reporter'], { desk })
      const form = new FormData()
      form.set('_payload', JSON.stringify({ email: person.email, password: PASSWORD }))
      const own = await fetch(`${url}/api/users/login`, {
        method: 'POST',
        body: form,
        headers: { origin: room.url, 'x-forwarded-for': '203.0.113.250' },
      })
      expect(own.status).toBe(200)
      const cookie = own.headers.get('set-cookie') ?? ''
      expect([cookie.startsWith('ttdn-token='), /HttpOnly/i.test(cookie), /SameSite=Strict/i.test(cookie)]).toEqual([
        true,
        true,
        true,
      ])
      for (const origin of [
        'https://evil.example',
        'null',
        url,
        `${room.url}.evil.example`,
        room.url.replace('127.0.0.1', 'localhost'),
      ])
        for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded'])
          expect([
            origin,
            type,
            (await login(person.email, PASSWORD, { headers: { origin, 'content-type': type } })).status,
          ]).toEqual([origin, type, 403])
    })
  })

  describe('B10: passwords', () => {
    it('that others would try are refused, in the reader’s language, wherever one is set', async () => {
      const person = await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk })
      for (const [language, words] of Object.entries({ vi, en, ja }))
        for (const password of [
          'ngan',
          'matkhau-2026!',
          'Nguyễn-Hoài-Thu-2026',
          person.email,
          'a'.repeat(257),
          'x'.repeat(100_000),
        ]) {
          const answer = await room.ask(person, 'PATCH', `/api/users/${person.id}`, { password }, { 'accept-language': language })
          const said = words['auth.weakPassword'].replace('{{shortest}}', '12').replace('{{longest}}', '256')
          expect([language, password.slice(0, 20), answer.status, answer.body.detail]).toEqual([
            language,
            password.slice(0, 20),
            400,
            said,
          ])
        }
      const made = await room.ask(administrator, 'POST', '/api/users', {
        email: 'moi@example.com',
        name: 'Mới',
        roles: ['reporter'],
        password: 'matkhau12345',
      })
      expect([made.status, made.body.code]).toEqual([400, 'auth.weakPassword'])
      for (const password of [{ $ne: '' }, ['Mua-hong-gion-2027'], 12345678901234, true])
        expect((await room.ask(person, 'PATCH', `/api/users/${person.id}`, { password })).status).toBe(400)
      expect((await login(person.email, PASSWORD)).status).toBe(200)
    })

    it('are the same whichever way an accent is typed', async () => {
      const person = await room.hire('Trần Thị Dấu', ['reporter'], { desk })
      expect(
        (await room.ask(person, 'PATCH', `/api/users/${person.id}`, { password: NEW_PASSWORD.normalize('NFD') })).status,
      ).toBe(200)
      expect((await login(person.email, NEW_PASSWORD.normalize('NFC'))).status).toBe(200)
      expect((await login(person.email, NEW_PASSWORD.normalize('NFD'))).status).toBe(200)
      expect((await login(person.email, PASSWORD)).status).toBe(401)
    })
  })

  describe('B03: a forgotten password', () => {
    const forgotten = async (person: TestPerson): Promise<string> => {
      expect((await post('/api/users/forgot-password', { email: person.email })).text).toBe('{"ok":true}')
      return String((await accountOf(person)).resetPasswordToken)
    }
    const reset = (token: unknown, password: unknown = NEW_PASSWORD) => post('/api/users/reset-password', { token, password })
    const posting = async (send: () => Promise<unknown>, work: () => Promise<void>) => {
      const { sendEmail } = room.payload.email
      room.payload.email.sendEmail = send
      try {
        await work()
      } finally {
        room.payload.email.sendEmail = sendEmail
      }
    }

    it('the link leads to our own address, whatever the request says it is', async () => {
      const person = await room.hire('Lê Thị Thư', ['reporter'], { desk })
      const sent: string[] = []
      const keep = (...message: unknown[]) => Promise.resolve(void sent.push(JSON.stringify(message)))
      await posting(keep, async () => {
        const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
        expect((await post('/api/users/forgot-password', { email: person.email }, { headers })).status).toBe(200)
      })
      expect(sent).toHaveLength(1)
      expect(sent[0]).toContain(`${room.url}/admin/reset/`)
      expect(sent[0]).not.toContain('evil.example')
    })

    it('is answered alike when the letter cannot be sent', async () => {
      const person = await room.hire('Lê Thị Hỏng', ['reporter'], { desk })
      await posting(
        () => Promise.reject(new Error('the post office is closed')),
        async () => {
          for (const email of [person.email, stranger()])
            expect(await post('/api/users/forgot-password', { email })).toMatchObject({ status: 200, text: '{"ok":true}' })
        },
      )
    })

    it('keeps nobody else waiting', async () => {
      const [person, author] = [
        await room.hire('Lê Thị Chờ', ['reporter'], { desk }),
        await room.hire('Lê Thị Làm', ['reporter'], { desk }),
      ]
      const started = performance.now()
      const [, written] = await Promise.all([forgotten(person), room.write(author, { title: 'Tin trong lúc chờ thư' })])
      expect(written.status).toBe(201)
      expect(performance.now() - started).toBeLessThan(10_000)
    })

    it('a token opens once, only the newest, for half an hour, and ends every session', async () => {
      const person = await room.hire('Lê Thị Quên', ['reporter'], { desk })
      const [here, there] = [await tokenOf(person), await tokenOf(person)]
      expect([await me(here), await me(there)]).toEqual([200, 200])
      const [first, second] = [await forgotten(person), await forgotten(person)]
      expect((await reset(first)).status).toBe(403)
      for (const weak of ['matkhau12345', 'Lê-Thị-Quên-2026']) {
        const { status, text } = await reset(second, weak)
        expect([weak, status, (JSON.parse(text) as { code: string }).code]).toEqual([weak, 400, 'auth.weakPassword'])
      }
      expect((await reset(second)).status).toBe(200)
      expect([await me(here), await me(there)]).toEqual([401, 401])
      expect((await reset(second, 'Mot-mat-ma-khac-nua-2028')).status).toBe(403)
      expect((await login(person.email, NEW_PASSWORD)).status).toBe(200)
      expect((await login(person.email, PASSWORD)).status).toBe(401)

      const late = await forgotten(person)
      const until = Date.parse((await accountOf(person)).resetPasswordExpiration!) - Date.now()
      expect([until > 29 * 60_000, until <= 30 * 60_000]).toEqual([true, true])
      await room.payload.db.updateOne({
        collection: 'users',
        id: person.id,
        data: { resetPasswordExpiration: new Date(Date.now() - 1000).toISOString() },
      })
      expect((await reset(late, 'Mot-mat-ma-khac-nua-2028')).status).toBe(403)
    })

    it('a token that many use at once opens for one', async () => {
      const person = await room.hire('Lê Thị Đua', ['reporter'], { desk })
      const token = await forgotten(person)
      const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => reset(token, `Mua-hoa-phuong-tim-thu-${index}`)))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    })

    it('a token is not guessed, and nothing else passes for one', async () => {
      const person = await room.hire('Lê Thị Đoán', ['reporter'], { desk })
      const token = await forgotten(person)
      for (const guess of [
        '',
        ' ',
        'null',
        'undefined',
        token.slice(0, -1),
        `${token} `,
        token.toUpperCase(),
        '%',
        '_',
        "' or 1=1 --",
      ])
        expect([guess, [400, 403].includes((await reset(guess)).status)]).toEqual([guess, true])
      for (const guess of [null, undefined, { $ne: null }, { $gt: '' }, ['x'], 0, true])
        expect((await reset(guess)).status).toBe(400)
      expect((await login(person.email, PASSWORD)).status).toBe(200)
      expect((await room.ask(administrator, 'GET', `/api/users/${person.id}?showHiddenFields=true`)).text).not.toContain(token)
    })

    it('the panel’s own form resets as well', async () => {
      const person = await room.hire('Lê Thị Mẫu', ['reporter'], { desk })
      const form = new FormData()
      form.set('_payload', JSON.stringify({ token: await forgotten(person), password: NEW_PASSWORD }))
      const answer = await fetch(`${url}/api/users/reset-password`, {
        method: 'POST',
        body: form,
        headers: { 'x-forwarded-for': '203.0.113.251' },
      })
      expect(answer.status).toBe(200)
    })
  })

  describe('B05: sessions and rights', () => {
    it('end at sign-out, one or all of them', async () => {
      const person = await room.hire('Lê Thị Phiên', ['reporter'], { desk })
      const [one, two, three] = [await tokenOf(person), await tokenOf(person), await tokenOf(person)]
      const out = (token: string, query = '') =>
        post(`/api/users/logout${query}`, {}, { headers: { authorization: `JWT ${token}` } })
      expect((await out(one)).status).toBe(200)
      expect([await me(one), await me(two), await me(three)]).toEqual([401, 200, 200])
      expect((await out(two, '?allSessions=true')).status).toBe(200)
      expect([await me(two), await me(three)]).toEqual([401, 401])
      expect((await out(one)).status).toBeGreaterThanOrEqual(400)
    })

    it('end everywhere else when the password changes', async () => {
      const person = await room.hire('Lê Thị Đổi', ['reporter'], { desk })
      const [here, there] = [await tokenOf(person), await tokenOf(person)]
      const changed = await asWritten({ url }, 'PATCH', `/api/users/${person.id}`, {
        body: JSON.stringify({ password: NEW_PASSWORD }),
        headers: { authorization: `JWT ${here}`, 'content-type': 'application/json' },
      })
      expect(changed.status).toBe(200)
      expect([await me(here), await me(there)]).toEqual([200, 401])
      expect(
        (await room.ask(administrator, 'PATCH', `/api/users/${person.id}`, { password: 'Mua-hoa-phuong-tim-2028' })).status,
      ).toBe(200)
      expect(await me(here)).toBe(401)
    })

    it('rights that are taken are gone at the next request; an account without any sees nothing', async () => {
      const person = await room.hire('Lê Thị Quyền', ['chief', 'administrator'], { desk, skills: { vi: ['approve'] } })
      const author = await room.hire('Lê Thị Viết', ['reporter'], { desk })
      const article = (await room.write(author, { title: 'Bài chờ duyệt' })).body.article.id as string
      await room.verb(author, article, 'submit', { noSecrets: true })
      const give = async (roles: readonly string[]) =>
        expect((await room.ask(administrator, 'PATCH', `/api/users/${person.id}`, { roles })).status).toBe(200)
      expect((await room.ask(person, 'GET', `/api/articles/${article}`)).status).toBe(200)
      await give(['producer'])
      expect((await room.verb(person, article, 'approve')).status).toBe(404)
      expect((await room.ask(person, 'GET', `/api/articles/${article}`)).status).toBe(404)
      expect((await room.ask(person, 'GET', '/api/events')).status).toBe(403)
      expect((await room.ask(person, 'PATCH', `/api/users/${author.id}`, { name: 'X' })).status).toBeGreaterThanOrEqual(403)

      // Who leaves loses every right; the row stays, because the log names it.
      await give([])
      for (const collection of ['articles', 'stories', 'media', 'releases', 'users', 'topics', 'terms', 'channels', 'events'])
        expect([collection, (await room.ask(person, 'GET', `/api/${collection}`)).status]).toEqual([collection, 403])
      expect((await room.ask(person, 'PATCH', `/api/users/${person.id}`, { name: 'Vẫn còn' })).status).toBe(403)
      expect(
        (await room.ask(person, 'POST', '/api/stories', { title: 'X', class: 'promotional', sourceLanguage: 'vi' })).status,
      ).toBe(403)
      for (const path of ['people', 'catalogues', 'home', 'stories', `articles/${article}`])
        expect([path, (await room.ask(person, 'GET', `/api/desk/${path}`)).status]).toEqual([path, 403])
    })

    it('a token that we did not make is nobody’s', async () => {
      const person = await room.hire('Lê Thị Thẻ', ['chief', 'administrator'])
      const token = await tokenOf(person)
      const [head = '', body = '', signature = ''] = token.split('.')
      const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const signed = (claim: unknown, secret: string) => {
        const start = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claim)}`
        return `${start}.${createHmac('sha256', secret).update(start).digest('base64url')}`
      }
      const forged = [
        `${part({ alg: 'none', typ: 'JWT' })}.${body}.`,
        `${part({ alg: 'none', typ: 'JWT' })}.${body}.${signature}`,
        `${head}.${part({ ...claims, id: administrator.id })}.${signature}`,
        signed({ ...claims, exp: 9e9 }, 'test-'.repeat(10)),
        signed({ ...claims, exp: 9e9 }, 'x'),
        signed({ ...claims, sid: randomUUID() }, 'guess'),
        `${head}.${body}.`,
        `${head}.${body}`,
        'null',
        '',
      ]
      expect(await me(token)).toBe(200)
      for (const other of forged) expect([other.slice(0, 30), await me(other)]).toEqual([other.slice(0, 30), 401])
      // B09: an outlet's key opens nothing here, wherever it is put.
      for (const scheme of ['Bearer ttdn_', 'Basic ', 'users API-Key ', 'ttdn_'])
        for (const path of ['/api/desk/home', '/api/articles', '/api/users', '/api/media']) {
          const { status } = await asWritten({ url }, 'GET', `${path}?key=ttdn_x&access_token=${token}`, {
            headers: { authorization: `${scheme}${'a'.repeat(40)}`, 'x-api-key': 'ttdn_x' },
          })
          expect([scheme, path, status >= 401 && status <= 403]).toEqual([scheme, path, true])
        }
    })
  })

  describe('E04: a cookie on another site', () => {
    const changes = (article: string, person: TestPerson) =>
      [
        ['POST', `/api/desk/articles/${article}/submit`, '{"noSecrets":true}'],
        ['POST', `/api/desk/articles/${article}/trash`, ''],
        ['PATCH', `/api/articles/${article}`, '{"rev":1,"title":"Bị sửa"}'],
        ['PATCH', `/api/users/${person.id}`, `{"password":"${NEW_PASSWORD}"}`],
        ['POST', '/api/payload-preferences/x', '{"value":1}'],
      ] as const

    once('is not believed without our own origin', async () => {
      const person = await room.hire('Lê Thị Bánh', ['reporter'], { desk })
      const cookie = `ttdn-token=${await tokenOf(person)}`
      const get = async (headers: Readonly<Record<string, string>>, method = 'GET', path = '/api/desk/home', body = '') =>
        (await asWritten({ url }, method, path, { headers: { cookie, ...headers }, body })).status
      expect(await get({ origin: room.url })).toBe(200)
      expect(await get({ 'sec-fetch-site': 'same-origin' })).toBe(200)
      const foreign: readonly Readonly<Record<string, string>>[] = [
        {},
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: `${room.url}.evil.example` },
        { origin: `${room.url}@evil.example` },
        { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
        { 'sec-fetch-site': 'cross-site' },
        { referer: `${room.url}/admin` },
      ]
      for (const headers of foreign) expect([headers, await get(headers)]).toEqual([headers, 401])

      const article = (await room.write(person, { title: 'Bài của tôi' })).body.article.id as string
      const before = await room.payload.db.findOne({ collection: 'articles', where: { id: { equals: article } } })
      const refused = expect.toSatisfy((status: number) => [400, 401, 403, 404].includes(status)) as number
      for (const headers of foreign)
        for (const type of [
          'text/plain',
          'application/x-www-form-urlencoded',
          'multipart/form-data; boundary=x',
          'application/json',
        ])
          for (const [method, path, body] of changes(article, person)) {
            const more = { ...headers, 'content-type': type, 'idempotency-key': randomUUID() }
            expect([headers, type, method, path, await get(more, method, path, body)]).toEqual([
              headers,
              type,
              method,
              path,
              refused,
            ])
          }
      expect(await room.payload.db.findOne({ collection: 'articles', where: { id: { equals: article } } })).toEqual(before)
      expect((await login(person.email, PASSWORD)).status).toBe(200)
    })

    it('no GET changes anything', async () => {
      const person = await room.hire('Lê Thị Đọc', ['chief', 'reporter'], { desk })
      const article = (await room.write(person, { title: 'Bài chỉ đọc' })).body.article.id as string
      const before = await room.payload.db.findOne({ collection: 'articles', where: { id: { equals: article } } })
      const paths = [
        ...['trash', 'submit?noSecrets=true', 'preview'].map((verb) => `/api/desk/articles/${article}/${verb}`),
        ...['logout', 'unlock', 'login', 'forgot-password'].map((verb) => `/api/users/${verb}`),
        '/api/payload-jobs/run',
        '/api/payload-jobs/handle-schedules',
        `/api/articles/${article}/duplicate`,
        '/api/payload-preferences/x?value=1',
      ]
      for (const path of paths) await room.ask(person, 'GET', path, undefined, { 'idempotency-key': randomUUID() })
      expect(await room.payload.db.findOne({ collection: 'articles', where: { id: { equals: article } } })).toEqual(before)
      expect((await room.ask(person, 'GET', '/api/desk/home')).status).toBe(200)
    })
  })
})

describe('B10: which passwords are weak', () => {
  // prettier-ignore
  const weak = [
    '', 'ngan', '12345678901', '123456789012', '000000000000', '111122223333', 'aaaaaaaaaaaaaa', 'abababababab', 'abcabcabcabc',
    'abcdefghijkl', 'zyxwvutsrqpo', 'qwertyuiop12', 'asdfghjkl123', '1qaz2wsx3edc', 'qazwsxedcrfv', 'password1234', 'Password@1234',
    'P@ssw0rd1234', 'passwordpassword', 'matkhau12345', 'MatKhau@2026', 'mat-khau-123456', 'Mật khẩu 123456', 'matkhau.matkhau',
    'admin@123456', 'administrator', 'administrator1', 'quantri@2026!', 'quantrivien2026', 'lamdong@2026', 'LamDong12345',
    'Lâm Đồng 2026', 'lamdong-dalat', 'dalat1234567', 'dalatlamdong', 'vietnam12345', 'VietNam@2026', 'vietnamvietnam',
    'hoangsa-truongsa', 'Hoàng Sa Trường Sa', 'hanoi-saigon-2026', 'toasoan@2026', 'toasoan123456', 'newsroom2026!', 'iloveyou1234',
    'anhyeuem1234', 'yeuem-yeuanh-11', 'xinchao12345', 'welcome@2026', 'letmein12345', 'changeme1234', 'changeme-changeme',
    'qwerty-asdfgh', 'test-test-test', 'test12345678', 'football2026', 'dragonmonkey', 'facebook2026', '2026202620262026',
    '9876543210987', '!@#$%^&*()!@', '                ', '０１２３４５６７８９０１', 'x'.repeat(257),
  ]
  // prettier-ignore
  const strong = [
    'Hoa-da-quy-thang-muoi-2026', 'DaLat-nghin-hoa-2026', NEW_PASSWORD, 'cồng chiêng vang đỉnh Lang Biang', 'ba-cho-ca-phe-chin-do',
    'Suoi-Vang-sang-som-7h', 'con-thuyen-khong-ben', 'correct horse battery staple', 'gió-lùa-qua-rừng-thông',
    'Sương sớm trên đồi chè', 'k8#mQ2z!vT9w', '花冷えの高原で珈琲を飲む朝', 'ラムドン省の花と珈琲畑を歩く', 'thác-Pongour-mùa-nước-lớn',
    'mưa rơi trên mái ngói cũ', 'Tram-nam-van-vat-doi-dau-bay', 'vietnam-thong-reo-suoi-hat', 'x7Gd93-hoa-mimosa',
    'mot mat khau rat dai', 'tẩu-thuốc-già-làng-K’Ho',
  ]
  it('what everybody would try first', () => expect(weak.filter((password) => !isWeakPassword(password))).toEqual([]))
  it('and not a sentence of one’s own', () => expect(strong.filter((password) => isWeakPassword(password))).toEqual([]))
  it('and so is what one is called oneself', () => {
    const own = ['Nguyễn Hoài Thu', 'nguyen.hoai.thu@lamdong.gov.vn']
    const named = ['NguyenHoaiThu2026', 'Nguyễn-Hoài-Thu!', 'hoaithu-hoaithu', 'Thu.Hoai.Nguyen.123', own[1]!, 'thunguyen1234567']
    expect(named.filter((password) => !isWeakPassword(password, own))).toEqual([])
    expect(isWeakPassword('Thu-ve-tren-doi-che-xanh', own)).toBe(false)
  })
})

/** The same newsroom behind a proxy that is believed: each caller has an address. */
const behindProxy = async (room: TestNewsroom): Promise<{ front: Server; url: string }> => {
  const { newsroomApp } = await import('../../src/cms/newsroom-app')
  const front = createServer(
    newsroomApp(room.payload, {
      mode: 'demo',
      newsroomUrl: room.url,
      publicUrl: 'http://127.0.0.1:3001',
      mediaDir: String(process.env.MEDIA_DIR),
      payloadSecret: 'test-'.repeat(10),
      trustProxy: ['loopback'],
      logger: pino({ level: 'silent' }),
      panel: null,
      assets: null,
      instance: room.instance,
    }),
  )
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
  return { front, url: `http://127.0.0.1:${(front.address() as AddressInfo).port}` }
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
/** How often one of the first is above one of the second: 0.5 = nobody can tell. */
const rankedAbove = (first: readonly number[], second: readonly number[]): number =>
  first.flatMap((a) => second.map((b) => (a > b ? 1 : a === b ? 0.5 : 0))).reduce<number>((sum, one) => sum + one, 0) /
  (first.length * second.length)
