import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { Webhook } from 'standardwebhooks'
import { readAnswer, webhookSender, type Post, type SenderWish } from '#delivery/channels/webhook'
import type { Outcome } from '#delivery/retry'
import {
  accept,
  answer,
  drip,
  evilReceiver,
  flood,
  hang,
  reset,
  resetAfter,
  say,
  sayAndHang,
  type Behaviour,
  type EvilReceiver,
} from '../lib/evil-receiver'
import { AUTHORITY, EXPIRED, GOOD, SELF_SIGNED, WRONG_NAME } from './certificates'

const NOW = Date.UTC(2026, 10, 24, 5)
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const OLDER = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'
const HERE = { loopback: true, http: false }
const BODY = JSON.stringify({ type: 'release.published', data: { headlines: [{ value: 'Đêm hội cồng chiêng ở xã Lát' }] } })

let outlet: EvilReceiver | null = null
afterEach(async () => {
  await outlet?.close()
  outlet = null
})

const post = (given: Partial<Post> = {}): Post => ({
  address: `${outlet?.url ?? ''}/inbox`,
  id: 'rel_7_portal',
  body: Buffer.from(BODY),
  item: '01J9Z3Q0X4K6N8V2B5M7T1RWCD',
  language: 'vi',
  version: 2,
  seq: 7,
  secrets: [SECRET],
  ...given,
})
const send = async (given: Partial<Post> = {}, wish: Partial<SenderWish> = {}, signal?: AbortSignal): Promise<Outcome> => {
  const sender = webhookSender({ reach: HERE, connectMs: 300, totalMs: 400, ...wish })
  try {
    return await sender.send(post(given), { now: NOW, signal })
  } finally {
    await sender.close()
  }
}
const meeting = async (behaviour: Behaviour, given: Partial<Post> = {}) => {
  outlet = await evilReceiver(behaviour)
  return send(given)
}
const answered = (status: number, rest: Partial<Extract<Outcome, { kind: 'answered' }>> = {}): Outcome => ({
  kind: 'answered',
  status,
  retryAfter: null,
  answer: null,
  ...rest,
})
const unreachable = (error: string): Outcome => ({ kind: 'unreachable', error })

describe('a message by webhook', () => {
  it('carries its identity, its digest and a signature that the library verifies', async () => {
    expect(await meeting(accept({ status: 'applied', remoteId: 4711, url: 'https://portal.example.vn/vi/dem-hoi' }))).toEqual(
      answered(200, { answer: { status: 'applied', remoteId: '4711', url: 'https://portal.example.vn/vi/dem-hoi' } }),
    )
    const [received] = outlet?.received ?? []
    expect(received?.path).toBe('/inbox')
    expect(received?.body).toBe(BODY)
    const { host: _, connection: __, ...headers } = received?.headers ?? {}
    expect(headers).toEqual({
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(BODY)),
      'accept-encoding': 'identity',
      'user-agent': 'ttdn-newsroom',
      'webhook-id': 'rel_7_portal',
      'webhook-timestamp': String(NOW / 1000),
      'webhook-signature': new Webhook(SECRET).sign('rel_7_portal', new Date(NOW), BODY),
      'content-digest': `sha-256=:${createHash('sha256').update(BODY).digest('base64')}:`,
      'idempotency-key': 'rel_7_portal',
      'ttdn-item': '01J9Z3Q0X4K6N8V2B5M7T1RWCD',
      'ttdn-language': 'vi',
      'ttdn-version': '2',
      'ttdn-seq': '7',
    })
  })

  it('is signed with both secrets while an outlet changes over', async () => {
    await meeting(answer(204), { secrets: [SECRET, OLDER] })
    const signatures = outlet?.received[0]?.headers['webhook-signature']?.split(' ') ?? []
    expect(signatures).toEqual([SECRET, OLDER].map((secret) => new Webhook(secret).sign('rel_7_portal', new Date(NOW), BODY)))
  })

  it.each([[[]], [['không phải base64!']]])('never leaves unsigned (%j)', async (secrets) => {
    expect(await meeting(answer(200), { secrets })).toEqual({ kind: 'unsendable', error: 'secret unusable', pause: true })
    expect(outlet?.connections()).toBe(0)
  })

  it('is broken off when it is told to', async () => {
    outlet = await evilReceiver(hang)
    const breaking = new AbortController()
    setTimeout(() => breaking.abort(), 60)
    expect(await send({}, {}, breaking.signal)).toEqual({ kind: 'aborted' })
  })
})

describe('G08, F05: outlets of every kind', () => {
  const cases: readonly (readonly [string, Behaviour, Outcome])[] = [
    ['200 empty', answer(200), answered(200)],
    ['201 empty', answer(201), answered(201)],
    ['202 with a page', answer(202, { headers: { 'content-type': 'text/html' }, body: '<p>ok</p>' }), answered(202)],
    ['204', say('HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n'), answered(204)],
    ['301 to this machine', answer(301, { headers: { location: 'http://127.0.0.1:1/' } }), answered(301)],
    ['302', answer(302, { headers: { location: 'http://127.0.0.1:1/' } }), answered(302)],
    ['303', answer(303, { headers: { location: '/inbox' } }), answered(303)],
    ['307', answer(307, { headers: { location: '/inbox' } }), answered(307)],
    ['308', answer(308, { headers: { location: '/inbox' } }), answered(308)],
    ['400', answer(400), answered(400)],
    ['401', answer(401, { headers: { 'www-authenticate': 'Basic' } }), answered(401)],
    [
      '403 page of a firewall',
      answer(403, { headers: { 'content-type': 'text/html' }, body: '<h1>Access denied</h1>' }),
      answered(403),
    ],
    ['404', answer(404), answered(404)],
    ['405', answer(405), answered(405)],
    ['409', answer(409), answered(409)],
    ['410', answer(410), answered(410)],
    ['413', answer(413), answered(413)],
    ['415', answer(415), answered(415)],
    ['422', answer(422), answered(422)],
    ['429 with seconds', answer(429, { headers: { 'retry-after': '120' } }), answered(429, { retryAfter: 120_000 })],
    [
      '429 with a date',
      answer(429, { headers: { 'retry-after': 'Tue, 24 Nov 2026 05:10:00 GMT' } }),
      answered(429, { retryAfter: 600_000 }),
    ],
    [
      '429 with an absurd date',
      answer(429, { headers: { 'retry-after': 'Tue, 24 Nov 2099 05:10:00 GMT' } }),
      answered(429, { retryAfter: Date.UTC(2099, 10, 24, 5, 10) - NOW }),
    ],
    ['429 with nonsense', answer(429, { headers: { 'retry-after': '-1' } }), answered(429)],
    ['500 that claims to have applied', answer(500, { body: '{"status":"applied"}' }), answered(500)],
    ['503', answer(503, { headers: { 'retry-after': '5' } }), answered(503, { retryAfter: 5_000 })],
    ['599', answer(599), answered(599)],
    ['silence', hang, unreachable('timeout')],
    ['reset before a byte', reset, unreachable('connection reset')],
    ['closed before a byte', say(''), unreachable('connection closed')],
    ['reset within the status line', resetAfter('HTTP/1.1 2'), unreachable('connection reset')],
    ['reset within the headers', resetAfter('HTTP/1.1 200 OK\r\ncontent-le'), unreachable('connection reset')],
    [
      '200, then reset within the body',
      resetAfter('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"status":'),
      unreachable('connection reset'),
    ],
    [
      '200, then closed within the body',
      say('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"status":'),
      unreachable('connection closed'),
    ],
    ['200 with a length that lies', sayAndHang('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{}'), unreachable('timeout')],
    ['headers and then silence', sayAndHang('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'), unreachable('timeout')],
    [
      'one byte now and then',
      drip('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n'.padEnd(600, '{'), 20),
      unreachable('timeout'),
    ],
    ['slow headers', drip('HTTP/1.1 200 OK\r\nx-slow: '.padEnd(600, 'y'), 20), unreachable('timeout')],
    ['100,000 headers', say(`HTTP/1.1 200 OK\r\n${'x-many: y\r\n'.repeat(100_000)}\r\n`), unreachable('headers too large')],
    [
      'one header of a megabyte',
      say(`HTTP/1.1 200 OK\r\nx-big: ${'y'.repeat(1_000_000)}\r\n\r\n`),
      unreachable('headers too large'),
    ],
    ['no HTTP at all', say('SSH-2.0-OpenSSH_9.2\r\n'), unreachable('no proper HTTP')],
    ['two lengths', say('HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx'), unreachable('no proper HTTP')],
    ['a body without an end', flood('HTTP/1.1 200 OK\r\ncontent-length: 10000000000\r\n\r\n'), answered(200)],
    [
      'a gzip bomb, left closed',
      answer(200, { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(10_000_000)) }),
      answered(200),
    ],
    ['text that is not UTF-8', answer(200, { body: Buffer.from([0xff, 0xfe, 0x80, 0x7b]) }), answered(200)],
    ['JSON that is not an object', answer(200, { body: '[1,2,3]' }), answered(200)],
    ['deeply nested JSON', answer(200, { body: '['.repeat(30_000) }), answered(200)],
  ]

  it('has at least forty of them', () => expect(cases.length).toBeGreaterThanOrEqual(40))

  it.each(cases)('%s', async (_, behaviour, outcome) => {
    expect(await meeting(behaviour)).toEqual(outcome)
    expect(outlet?.received).toHaveLength(1)
  })

  it('a body without an end costs no memory', async () => {
    outlet = await evilReceiver(flood('HTTP/1.1 200 OK\r\ncontent-length: 10000000000\r\n\r\n'))
    const before = process.memoryUsage().rss
    for (let turn = 0; turn < 20; turn += 1) await send()
    expect(process.memoryUsage().rss - before).toBeLessThan(40 * 1024 * 1024)
  })

  it('nobody listens', async () => {
    outlet = await evilReceiver()
    await outlet.close()
    expect(await send()).toEqual(unreachable('connection refused'))
  })

  it('a name that does not exist', async () => {
    expect(
      await send(
        { address: 'https://portal.example.vn/' },
        { resolve: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })) },
      ),
    ).toEqual(unreachable('name not found'))
  })

  it('an address that answers nobody', async () => {
    // A connection that never comes about, without asking the network: the name is never resolved.
    expect(
      await send({ address: 'https://portal.example.vn/' }, { resolve: () => new Promise(() => {}), totalMs: 5_000 }),
    ).toEqual(unreachable('connect timeout'))
  })

  it('a name that leads inside', async () => {
    outlet = await evilReceiver()
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }]
    expect(await send({ address: 'https://portal.example.vn/' }, { reach: { loopback: false, http: false }, resolve })).toEqual({
      kind: 'unsendable',
      error: 'address range',
      pause: false,
    })
    expect(await send({ address: outlet.url }, { reach: { loopback: false, http: false } })).toEqual({
      kind: 'unsendable',
      error: 'address range',
      pause: true,
    })
    expect(outlet.connections()).toBe(0)
  })
})

describe('TLS is verified', () => {
  it.each([
    ['good', GOOD, answered(200)],
    ['of another name', WRONG_NAME, unreachable('certificate of another name')],
    ['expired', EXPIRED, unreachable('certificate expired')],
    ['self-signed', SELF_SIGNED, unreachable('certificate self-signed')],
  ])('a certificate that is %s', async (_, pair, outcome) => {
    outlet = await evilReceiver(answer(200), pair)
    expect(await send({}, { ca: AUTHORITY })).toEqual(outcome)
    expect(outlet.received).toHaveLength(outcome.kind === 'answered' ? 1 : 0)
  })

  it('of an unknown authority', async () => {
    outlet = await evilReceiver(answer(200), GOOD)
    expect(await send()).toEqual(unreachable('certificate of an unknown authority'))
  })
})

describe("the outlet's own words", () => {
  const NONE = { status: null, remoteId: null, url: null }
  it.each([
    ['{}', NONE],
    ['{"status":"deleted everything"}', NONE],
    ['{"status":"duplicate","remoteId":"bai-4711"}', { ...NONE, status: 'duplicate', remoteId: 'bai-4711' }],
    ['{"url":"javascript:alert(1)"}', NONE],
    ['{"url":"data:text/html,<script>"}', NONE],
    ['{"url":"//evil.example/"}', NONE],
    ['{"url":"https://user:pass@evil.example/"}', NONE],
    [
      '{"url":"https://portal.example.vn/vi/Đà Lạt"}',
      { ...NONE, url: 'https://portal.example.vn/vi/%C4%90%C3%A0%20L%E1%BA%A1t' },
    ],
    [
      '{"url":"https://portal.example.vn/\\"><script>alert(1)</script>"}',
      { ...NONE, url: 'https://portal.example.vn/%22%3E%3Cscript%3Ealert(1)%3C/script%3E' },
    ],
    ['{"remoteId":"a\\u0000b"}', NONE],
    ['{"remoteId":"\\u202egnp.exe"}', NONE],
    [`{"remoteId":"${'9'.repeat(201)}"}`, NONE],
    ['{"remoteId":{"$ne":null}}', NONE],
    [`{"url":"https://portal.example.vn/${'a'.repeat(2_000)}"}`, NONE],
    ['{"__proto__":{"status":"applied"}}', NONE],
    ['null', null],
    ['[]', null],
    ['"applied"', null],
    ['{"status":', null],
    ['', null],
  ])('%s', (text, read) => expect(readAnswer(text)).toEqual(read))
})
