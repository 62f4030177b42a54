import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SECRETS, sign, startSandbox, wire, type Sandbox, type Signed } from './builders'

const NEW_SECRET = 'whsec_a2hvYS1tb2ktY3VhLWNvbmctdGluaC0yMDI2LTExLTIz'
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000)

/** Forged and replayed messages (G12): what is changed, and what the outlet answers. */
const CASES: readonly { readonly name: string; readonly sent: () => Signed; readonly status: number; readonly code: string }[] = [
  {
    name: 'one word of the body changed',
    sent: () => {
      const { body, headers } = sign(wire(), 'portal')
      return { body: body.replace('18 tấn', '81 tấn'), headers }
    },
    status: 401,
    code: 'signature.wrong',
  },
  {
    name: 'the body written anew by a proxy, same JSON, other bytes',
    sent: () => {
      const { body, headers } = sign(wire(), 'portal')
      return { body: JSON.stringify(JSON.parse(body), null, 1), headers }
    },
    status: 401,
    code: 'signature.wrong',
  },
  {
    name: 'signed with a secret that is not ours',
    sent: () => sign(wire(), 'portal', { secrets: [NEW_SECRET] }),
    status: 401,
    code: 'signature.wrong',
  },
  {
    name: 'a message meant for the newspaper',
    sent: () => sign(wire(), 'newspaper'),
    status: 401,
    code: 'signature.wrong',
  },
  {
    name: 'signed 301 seconds ago',
    sent: () => sign(wire(), 'portal', { at: ago(301) }),
    status: 401,
    code: 'signature.time',
  },
  {
    name: 'signed 302 seconds in the future',
    sent: () => sign(wire(), 'portal', { at: ago(-302) }),
    status: 401,
    code: 'signature.time',
  },
  {
    name: 'an old message with a fresh timestamp put over it',
    sent: () => {
      const { body, headers } = sign(wire(), 'portal', { at: ago(3600) })
      return { body, headers: { ...headers, 'webhook-timestamp': String(Math.floor(Date.now() / 1000)) } }
    },
    status: 401,
    code: 'signature.wrong',
  },
  {
    name: 'a recorded message under a new id, to get past the list of ids',
    sent: () => {
      const { body, headers } = sign(wire(), 'portal')
      return { body, headers: { ...headers, 'webhook-id': 'rel_99_portal' } }
    },
    status: 401,
    code: 'signature.wrong',
  },
  {
    name: 'an unsigned header that makes an old version look new',
    sent: () => {
      const { body, headers } = sign(wire(), 'portal')
      return { body, headers: { ...headers, 'ttdn-version': '7' } }
    },
    status: 400,
    code: 'header.differs',
  },
  {
    name: 'no signature at all',
    sent: () => {
      const { body, headers } = sign(wire(), 'portal')
      return { body, headers: without(headers, 'webhook-signature') }
    },
    status: 401,
    code: 'signature.missing',
  },
  {
    name: 'a signature of a kind that we do not know',
    sent: () => {
      const { body, headers } = sign(wire(), 'portal')
      return { body, headers: { ...headers, 'webhook-signature': (headers['webhook-signature'] ?? '').replace('v1,', 'v1a,') } }
    },
    status: 401,
    code: 'signature.wrong',
  },
  {
    name: 'a digest of another body',
    sent: () => {
      const { body, headers } = sign(wire(), 'portal')
      return { body, headers: { ...headers, 'content-digest': 'sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:' } }
    },
    status: 400,
    code: 'digest.wrong',
  },
]
const without = (headers: Readonly<Record<string, string>>, name: string) =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))

describe('forged and replayed messages', () => {
  let sandbox: Sandbox
  beforeAll(async () => (sandbox = await startSandbox()))
  afterAll(() => sandbox.stop())

  it.each(CASES)('refuses: $name', async ({ sent, status, code }) => {
    const response = await sandbox.post('portal', sent())
    const problem = (await response.json()) as Record<string, unknown>
    expect({ status: response.status, type: response.headers.get('content-type'), code: problem['code'] }).toEqual({
      status,
      type: 'application/problem+json; charset=utf-8',
      code,
    })
  })

  it('shows nothing of all that, and one line in the log for each', async () => {
    expect((await sandbox.get('/portal/vi')).text).not.toContain('Cà phê Cầu Đất')
    const { entries } = (await sandbox.json('/portal/api/log')) as { entries: { signature: string; outcome: string }[] }
    expect(entries.map(({ signature, outcome }) => `${signature} ${outcome}`).reverse()).toEqual(
      CASES.map(({ code }) => `${code === 'signature.missing' ? 'none' : code.startsWith('signature') ? 'bad' : 'good'} ${code}`),
    )
  })

  it('does not take two bodies with different broken bytes for one', async () => {
    const { body, headers } = sign(wire({ title: 'Cà phê \uFFFD' }), 'portal')
    const broken = Buffer.from(body.replace('\uFFFD', '\u00FF'), 'utf8')
    const at = broken.indexOf(Buffer.from('\u00FF'))
    const response = await sandbox.post('portal', {
      body: Buffer.concat([broken.subarray(0, at), Buffer.from([0xff]), broken.subarray(at + 2)]),
      headers: without(headers, 'content-digest'),
    })
    expect(response.status).toBe(401)
  })

  it('tells an engineer when the body was changed on the way: both digests', async () => {
    const { body, headers } = sign(wire(), 'portal')
    const response = await sandbox.post('portal', { body: `${body} `, headers })
    expect(await response.json()).toMatchObject({
      code: 'signature.wrong',
      digestSent: headers['content-digest']?.slice('sha-256=:'.length, -1),
      digestReceived: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/) as string,
    })
  })

  it('speaks the language asked for and carries all three', async () => {
    const { body, headers } = sign(wire(), 'portal', { at: ago(400) })
    const response = await sandbox.post('portal', { body, headers: { ...headers, 'accept-language': 'ja' } })
    expect(await response.json()).toEqual({
      type: 'about:blank',
      status: 401,
      title: '署名時刻が受信側の時計と300秒以上ずれています。',
      code: 'signature.time',
      titles: {
        vi: 'Thời điểm ký lệch quá 300 giây so với đồng hồ máy nhận.',
        en: 'The signature is more than 300 seconds away from this clock.',
        ja: '署名時刻が受信側の時計と300秒以上ずれています。',
      },
    })
  })
})

describe('while a secret is being changed', () => {
  let sandbox: Sandbox
  beforeAll(async () => (sandbox = await startSandbox({ secrets: { portal: [SECRETS.portal, NEW_SECRET] } })))
  afterAll(() => sandbox.stop())

  it.each([
    ['the old secret', [SECRETS.portal]],
    ['the new secret', [NEW_SECRET]],
    ['both', [SECRETS.portal, NEW_SECRET]],
    ['a foreign one and the new one', [SECRETS.newspaper, NEW_SECRET]],
  ])('believes a message signed with %s', async (_name, secrets) => {
    expect((await sandbox.send('portal', {}, { secrets })).status).toBe(200)
  })

  it('refuses the old secret when the change is over', async () => {
    const after = await startSandbox({ secrets: { portal: [NEW_SECRET] } })
    expect((await after.send('portal')).status).toBe(401)
    expect((await after.send('portal', {}, { secrets: [SECRETS.portal, NEW_SECRET] })).status).toBe(200)
    await after.stop()
  })

  it('accepts nothing where no secret was given', async () => {
    const response = await sandbox.send('newspaper')
    expect({ status: response.status, code: response.answer['code'] }).toEqual({ status: 503, code: 'secret.missing' })
  })
})

describe('a body that is not what was agreed', () => {
  let sandbox: Sandbox
  beforeAll(async () => (sandbox = await startSandbox()))
  afterAll(() => sandbox.stop())

  it('takes a body of 1 MB and refuses one that is larger', async () => {
    const padded = (length: number) => {
      const message = wire({ body: '' })
      const room = length - Buffer.byteLength(JSON.stringify(message)) - 2 * 7
      return sign(wire({ body: `<p>${'a'.repeat(room / 2)}</p>` }), 'portal')
    }
    const largest = await sandbox.post('portal', padded(1024 * 1024 - 64))
    const larger = await sandbox.post('portal', padded(1024 * 1024 + 64))
    expect([largest.status, larger.status]).toEqual([200, 413])
    expect(await larger.json()).toMatchObject({ code: 'body.tooLarge', title: 'Nội dung lớn hơn 1 MB.' })
  })

  it.each([
    ['signed, but not JSON', '{"type":', 400, 'body.notJson', undefined],
    ['signed, but no release', '{"type":"release.published","data":{}}', 422, 'body.notUnderstood', ['data.uri']],
    ['an empty body', '', 401, 'signature.wrong', undefined],
  ])('%s', async (_name, body, status, code, firstPlace) => {
    const message = { ...wire(), toJSON: () => JSON.parse('{}') as unknown }
    const signed = sign(message, 'portal')
    const { Webhook } = await import('standardwebhooks')
    const at = new Date()
    const headers = {
      ...without(signed.headers, 'content-digest'),
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': body === '' ? 'v1,AAAA' : new Webhook(SECRETS.portal).sign('rel_1_portal', at, body),
    }
    const response = await sandbox.post('portal', { body, headers })
    const problem = (await response.json()) as { code: string; places?: string[] }
    expect({ status: response.status, code: problem.code, places: problem.places?.slice(0, 1) }).toEqual({
      status,
      code,
      places: firstPlace,
    })
  })

  it.each([
    ['version 0', { version: '0' }],
    ['a version that is no number', { version: '2b' }],
    ['a language that we do not print', { language: 'zh' }],
    ['a withdrawal in the guise of a release', { pubStatus: 'canceled' }],
    [
      'an item that is a path',
      {
        altIds: [
          { role: 'ttdn:item', value: '../../etc' },
          { role: 'ttdn:release', value: '1' },
        ],
      },
    ],
    ['no title', { headlines: [] }],
  ])('refuses %s', async (_name, over) => {
    const response = await sandbox.send('portal', { over })
    expect({ status: response.status, code: response.answer['code'] }).toEqual({ status: 422, code: 'body.notUnderstood' })
  })

  it('answers a signed control event, keeps no text of it', async () => {
    const ping = { ...wire(), type: 'ping', data: { altIds: [], language: '', version: '' } } as unknown as ReturnType<
      typeof wire
    >
    const response = await sandbox.post('broadcaster', sign(ping, 'broadcaster', { id: 'ping_1' }))
    expect([response.status, await response.json()]).toEqual([200, { status: 'control', type: 'ping' }])
  })

  it('takes POST only, and no compressed bodies', async () => {
    const asked = await sandbox.get('/portal/inbox')
    const { body, headers } = sign(wire(), 'portal')
    const compressed = await sandbox.post('portal', { body, headers: { ...headers, 'content-encoding': 'gzip' } })
    expect([asked.status, asked.headers.get('allow'), compressed.status]).toEqual([405, 'POST', 415])
  })
})
