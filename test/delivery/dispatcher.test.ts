import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Webhook } from 'standardwebhooks'
import { memoryLogSource } from '#delivery/log-source/memory'
import { sealSecret } from '#delivery/secrets'
import { uriOf } from '#publication/addresses'
import type { Snapshot } from '#publication/release'
import { edition, ITEM, OTHER_ITEM, programme, snapshot, toCorrect, toRelease, toWithdraw } from '../builders'
import { owed } from '../contract/outbox-tables'
import { accept, answer, evilReceiver, hang, type EvilReceiver, type Received } from '../lib/evil-receiver'
import { dispatchBench, isSettled, KEYRING, PUBLIC, SECRET, until } from './dispatch-bench'

let portal: EvilReceiver
let newspaper: EvilReceiver
let bench: ReturnType<typeof dispatchBench>
beforeEach(async () => {
  ;[portal, newspaper] = await Promise.all([
    evilReceiver(accept({ status: 'applied' })),
    evilReceiver(accept({ status: 'applied' })),
  ])
  bench = dispatchBench()
  bench.setChannel({ key: 'portal', address: `${portal.url}/portal/inbox` })
})
afterEach(async () => {
  portal.behave(answer(200))
  newspaper.behave(answer(200))
  await bench.end()
  await Promise.all([portal.close(), newspaper.close()])
})

const vi = snapshot('vi')
const corrected = (changes: Partial<Snapshot> = { title: 'Cà phê Cầu Đất đến tay bạn đọc Hokkaido' }) => snapshot('vi', changes)
const versions = (received: readonly Received[]) => received.map(({ headers }) => Number(headers['ttdn-version']))
const ids = (received: readonly Received[]) => received.map(({ headers }) => headers['webhook-id'])
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    snapshot('vi', { item: `01JQ70MANY${String(index).padStart(16, '0')}`, slug: `bai-${index}` }),
  )

describe('a release on its way to an outlet', () => {
  it('arrives signed, as ninjs with links to its pictures, and the page of the outlet is kept', async () => {
    portal.behave(accept({ status: 'applied', remoteId: 'p-1', url: 'https://portal.example.vn/vi/ca-phe' }))
    const [release] = await bench.release(toRelease(vi))
    bench.start()
    await until(async () => (await bench.rows('portal', ITEM)).every(isSettled))

    const [received] = portal.received
    expect(ids(portal.received)).toEqual(['rel_1_portal'])
    expect(new Webhook(SECRET).verify(received?.body ?? '', received?.headers as Record<string, string>)).toBeTruthy()
    const message = JSON.parse(received?.body ?? '') as Record<string, never>
    expect(message).toMatchObject({
      type: 'release.published',
      timestamp: release?.at,
      data: { uri: uriOf(ITEM, 'vi'), version: '1', language: 'vi', pubStatus: 'usable', headlines: [{ value: vi.title }] },
      media: vi.media[0]?.renditions.map(({ digest, ext, bytes, mime }) => ({
        href: `${PUBLIC}/media/${digest}.${ext}`,
        sha256: digest,
        sizeInBytes: bytes,
        contentType: mime,
      })),
    })
    expect(await bench.rows('portal', ITEM)).toMatchObject([
      {
        state: 'delivered',
        attempts: 1,
        remoteId: 'p-1',
        remoteUrl: 'https://portal.example.vn/vi/ca-phe',
        bodyDigest: createHash('sha256')
          .update(received?.body ?? '')
          .digest('hex'),
        history: [{ status: 200, outcome: 'applied', error: null }],
      },
    ])
  })

  it('leaves within a moment of the bell, long before the next poll', async () => {
    const dispatcher = bench.start({ pollMs: 60_000 })
    await new Promise((wake) => setTimeout(wake, 50))
    await bench.release(toRelease(vi))
    dispatcher.ring()
    await until(() => portal.received.length === 1)
  })

  it('has the same bytes and the same id at every attempt, and a new time and signature', async () => {
    portal.behave(answer(503))
    await bench.release(toRelease(vi))
    bench.start({ schedule: [0, 1_100, 10] })
    await until(() => portal.received.length === 1)
    portal.behave(answer(200))
    // What happens meanwhile to other languages does not change what was said.
    await bench.release(toRelease(snapshot('en')))
    await until(() => portal.received.filter(({ headers }) => headers['ttdn-language'] === 'vi').length === 2)
    const [first, second] = portal.received.filter(({ headers }) => headers['ttdn-language'] === 'vi')
    expect(second?.body).toBe(first?.body)
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    expect(second?.headers['webhook-timestamp']).not.toBe(first?.headers['webhook-timestamp'])
    expect(bench.said.filter(({ text }) => text.startsWith('body differs'))).toEqual([])
  })

  it('names the other languages that were live by then', async () => {
    await bench.release(toRelease(vi), toRelease(snapshot('en')), toRelease(snapshot('ja')))
    bench.start()
    await until(() => portal.received.length === 3)
    const associations = portal.received
      .toSorted((a, b) => Number(a.headers['ttdn-seq']) - Number(b.headers['ttdn-seq']))
      .map(({ body }) =>
        (JSON.parse(body) as { data: { associations: { name: string }[] } }).data.associations
          .map(({ name }) => name)
          .filter((name) => name.startsWith('translation')),
      )
    expect(associations).toEqual([[], ['translation-vi'], ['translation-vi', 'translation-en']])
  })

  it('a text over 256 kB goes without its body and says where the whole is', async () => {
    const long = snapshot('vi', {
      body: Array.from({ length: 3_000 }, (_, index) => ({
        kind: 'paragraph' as const,
        children: [{ kind: 'text' as const, text: `Đoạn ${index}: ${'cồng chiêng '.repeat(10)}`, marks: [] }],
      })),
    })
    await bench.release(toRelease(long))
    bench.start()
    await until(() => portal.received.length === 1)
    const { data } = JSON.parse(portal.received[0]?.body ?? '') as {
      data: { bodies: unknown[]; renditions: { name: string; href: string }[] }
    }
    expect(data.bodies).toEqual([])
    expect(data.renditions.find(({ name }) => name === 'ninjs')?.href).toBe(`${PUBLIC}/v1/items/${ITEM}/vi`)
  })

  it('an outlet that a correction no longer suits gets the withdrawal form of it and not a word of the text', async () => {
    bench.setChannel({ key: 'portal', topics: ['xuc-tien-dau-tu'] })
    await bench.release(toRelease(vi))
    bench.start()
    await until(() => portal.received.length === 1)
    await bench.release(
      toCorrect(corrected({ title: 'Tên mới không dành cho cổng', topics: [{ id: 'an-ninh', name: 'An ninh' }] })),
    )
    await until(() => portal.received.length === 2)
    const { type, data, media } = JSON.parse(portal.received[1]?.body ?? '') as {
      type: string
      data: Record<string, unknown>
      media: unknown[]
    }
    expect([type, data['pubStatus'], data['version'], data['bodies'], media]).toEqual([
      'release.withdrawn',
      'canceled',
      '2',
      undefined,
      [],
    ])
    expect(portal.received[1]?.body).not.toContain('Tên mới')
  })
})

describe('order', () => {
  it('the Superdesk hole: v1 is refused, v2 arrives, v1 never comes again', async () => {
    portal.behave(answer(500))
    await bench.release(toRelease(vi))
    bench.start()
    await until(() => portal.received.length >= 1)
    portal.behave(answer(200))
    await bench.release(toCorrect(corrected()))
    await until(async () => (await bench.rows('portal', ITEM)).every(isSettled))
    await new Promise((wake) => setTimeout(wake, 400))
    const seen = versions(portal.received)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(2)
    expect((await bench.rows('portal', ITEM)).at(-1)?.state).toBe('delivered')
  })

  it('a fast correction waits for the text before it', async () => {
    let answeredFirst = false
    portal.behave((socket, received) => {
      const first = received.headers['ttdn-version'] === '1'
      setTimeout(
        () => {
          if (first) answeredFirst = true
          else expect(answeredFirst).toBe(true)
          answer(200)(socket, received)
        },
        first ? 150 : 0,
      )
    })
    await bench.release(toRelease(vi), toCorrect(corrected()))
    bench.start()
    await until(async () => (await bench.rows('portal', ITEM)).every(({ state }) => state === 'delivered'))
    expect(versions(portal.received)).toEqual([1, 2])
  })

  it('three dispatchers on one outbox send everything once, four at a time each', async () => {
    let open = 0
    let most = 0
    portal.behave((socket, received) => {
      most = Math.max(most, ++open)
      setTimeout(() => {
        open -= 1
        answer(200)(socket, received)
      }, 15)
    })
    await bench.release(...many(60).map((text) => toRelease(text)))
    for (let worker = 0; worker < 3; worker += 1) bench.start()
    await until(async () => (await bench.outbox.counts()).delivered === 60)
    expect(new Set(ids(portal.received)).size).toBe(60)
    expect(portal.received).toHaveLength(60)
    expect(most).toBeLessThanOrEqual(12)
  })

  it('takes over from a worker that was killed in the middle', async () => {
    await bench.release(toRelease(vi))
    const lane = { channel: 'portal', item: ITEM, language: 'vi' } as const
    await bench.outbox.claim({ lane, now: Date.now() - 45_000, leaseMs: 45_050, by: 'killed', ordinary: true })
    bench.start()
    await until(async () => (await bench.rows('portal', ITEM)).every(isSettled))
    expect((await bench.rows('portal', ITEM))[0]).toMatchObject({
      state: 'delivered',
      attempts: 2,
      fence: 2,
      history: [{ outcome: 'lost' }, { outcome: 'applied' }],
    })
  })

  it('G04: who was stopped for longer than the lease sends nothing any more', async () => {
    await bench.release(toRelease(vi))
    // The machine stood still between the lease and the sending; meanwhile the lease ran out.
    const stopped = {
      ...bench.outbox,
      freeze: async (...given: Parameters<typeof bench.outbox.freeze>) => (
        await new Promise((wake) => setTimeout(wake, 1_700)),
        bench.outbox.freeze(...given)
      ),
    }
    bench.start({ outbox: stopped, leaseMs: 1_500 })
    await until(async () => (await bench.rows('portal', ITEM))[0]?.state === 'delivered')
    expect(bench.said.filter(({ text }) => text.startsWith('lease ran out'))).toHaveLength(1)
    expect((await bench.rows('portal', ITEM))[0]).toMatchObject({
      attempts: 2,
      history: [{ outcome: 'lost' }, { outcome: 'applied' }],
    })
    expect(portal.received).toHaveLength(1)
  })

  it('an attempt never outlives its lease', async () => {
    portal.behave(hang)
    await bench.release(toRelease(vi))
    bench.start({ leaseMs: 1_000 })
    await until(async () => (await bench.rows('portal', ITEM))[0]?.history.length === 1)
    const [row] = await bench.rows('portal', ITEM)
    expect(row?.history[0]).toMatchObject({ outcome: 'unreachable', error: 'timeout' })
    // The sender alone would wait for two seconds.
    expect(row?.history[0]?.ms).toBeLessThan(1_900)
  })

  it('stops only when the answer to what is in flight has come', async () => {
    portal.behave((socket, received) => void setTimeout(() => answer(200)(socket, received), 200))
    await bench.release(toRelease(vi))
    const dispatcher = bench.start()
    await until(() => portal.received.length === 1)
    await dispatcher.stop()
    expect((await bench.rows('portal', ITEM))[0]?.state).toBe('delivered')
  })
})

describe('what is made of texts', () => {
  const text = snapshot('en')
  const tells = (body: string) => body.includes(text.summary)
  it.each([
    ['a programme', programme([text])],
    ['an edition', edition('en', { texts: [text] })],
  ])('%s that could not be sent goes out without the text that was withdrawn meanwhile', async (_, whole) => {
    const { item, language } = whole
    const of = () => portal.received.filter(({ headers }) => headers['ttdn-item'] === item)
    bench.setChannel({ key: 'portal', itemTypes: ['article', 'programme', 'edition'], languages: ['en'] })
    await bench.release(toRelease(text), toRelease(whole))
    portal.behave((socket, received) => answer(received.headers['ttdn-item'] === item ? 503 : 200)(socket, received))
    bench.start({ coolsMs: 50, schedule: [0, ...Array<number>(30).fill(60)] })
    await until(() => of().length > 0)
    await bench.release(toWithdraw(text))
    portal.behave(answer(200))
    await until(async () => (await bench.rows('portal', item, language)).every(isSettled))
    const [first, last] = [of()[0], of().at(-1)]
    expect([first, last].map((one) => [tells(one?.body ?? ''), one?.headers['webhook-id']])).toEqual([
      [true, 'rel_2_portal'],
      [false, 'rel_2_portal'],
    ])
    expect((await bench.rows('portal', item, language))[0]).toMatchObject({
      state: 'delivered',
      bodyDigest: createHash('sha256')
        .update(last?.body ?? '')
        .digest('hex'),
    })
    expect(bench.said.filter(({ text }) => text.startsWith('body differs'))).toEqual([])
  })
})

describe('G06: nothing stands in the way of a withdrawal', () => {
  const withdrawn = async () => {
    const sent = () => portal.received.filter(({ body }) => body.includes('release.withdrawn'))
    const began = Date.now()
    await bench.release(toWithdraw(vi))
    await until(() => sent().length > 0)
    return Date.now() - began
  }

  it.each([
    'the channel is paused',
    'the breaker is open',
    'the quota is used up',
    'a poisonous text is first',
    'two thousand others wait',
  ])('%s', async (trouble) => {
    await bench.release(toRelease(vi))
    const first = bench.start()
    await until(async () => (await bench.rows('portal', ITEM)).every(isSettled))
    await first.stop()
    if (trouble === 'the breaker is open' || trouble === 'a poisonous text is first')
      portal.behave((socket, received) => answer(received.body.includes('release.withdrawn') ? 200 : 500)(socket, received))
    if (trouble === 'the channel is paused') bench.setChannel({ key: 'portal', state: 'paused' })
    if (trouble === 'the quota is used up') bench.setChannel({ key: 'portal', perMinute: 1 })
    await bench.release(...many(trouble === 'two thousand others wait' ? 2_000 : 20).map((text) => toRelease(text)))
    bench.start()
    if (trouble === 'the breaker is open') await until(() => portal.received.length >= 4)
    await new Promise((wake) => setTimeout(wake, 60))
    // A minute until the quota or the breaker lets another through, half a minute for two thousand others.
    expect(await withdrawn()).toBeLessThan(10_000)
    await until(async () => (await bench.rows('portal', ITEM)).at(-1)?.state === 'delivered')
  })

  it('breaks off the older version that hangs', async () => {
    portal.behave(hang)
    await bench.release(toRelease(vi))
    bench.start()
    await until(() => portal.received.length === 1)
    portal.behave(answer(200))
    await withdrawn()
    await until(async () => (await bench.rows('portal', ITEM)).every(isSettled))
    expect((await bench.rows('portal', ITEM)).map(({ version, state }) => `${version} ${state}`)).toEqual([
      '1 superseded',
      '2 delivered',
    ])
    expect((await bench.rows('portal', ITEM))[0]?.history.map(({ outcome }) => outcome)).toEqual(['aborted'])
  })

  it('with wrong credentials it is tried on, flagged, and a person is told after fifteen minutes, once', async () => {
    let offset = 0
    await bench.end()
    bench = dispatchBench({ now: () => Date.now() + offset })
    bench.setChannel({ key: 'portal', address: portal.url })
    await bench.release(toRelease(vi))
    bench.start()
    await until(async () => (await bench.rows('portal', ITEM)).every(isSettled))
    portal.behave(answer(401))
    await bench.release(toWithdraw(vi))
    await until(() => portal.received.length >= 4)
    expect((await bench.rows('portal', ITEM)).at(-1)).toMatchObject({
      state: expect.stringMatching(/failed|leased/) as string,
      flagged: true,
    })
    const alarms = () => bench.said.filter(({ text }) => text === 'withdrawal is not confirmed')
    expect(alarms()).toEqual([])
    offset = 16 * 60_000
    await until(() => alarms().length > 0)
    offset = 40 * 60_000
    portal.behave(answer(200))
    await until(async () => (await bench.rows('portal', ITEM)).every(isSettled))
    expect(alarms()).toMatchObject([
      { level: 'warn', facts: { channel: 'portal', item: ITEM, language: 'vi', lastError: 'http 401' } },
    ])
  })

  it('a secret that was tampered with pauses the channel with a clear reason; nothing unsigned leaves', async () => {
    bench.setChannel({ key: 'portal', secret: sealSecret(KEYRING, 'newspaper', SECRET) })
    await bench.release(toRelease(vi))
    bench.start()
    await until(async () => (await bench.outbox.channels())[0]?.state === 'paused')
    await until(async () => (await bench.rows('portal', ITEM))[0]?.state === 'failed')
    expect((await bench.rows('portal', ITEM))[0]).toMatchObject({ state: 'failed', lastError: 'secret tampered', flagged: true })
    expect(portal.connections()).toBe(0)
    expect(bench.said.find(({ text }) => text.startsWith('channel paused'))).toMatchObject({
      level: 'error',
      facts: { channel: 'portal', why: 'secret tampered' },
    })
    bench.setChannel({ key: 'portal', state: 'active', secret: sealSecret(KEYRING, 'portal', SECRET) })
    await until(() => portal.received.length === 1)
  })
})

describe('G07: one trouble stays one trouble', () => {
  it('an outlet that hangs does not slow down another', async () => {
    portal.behave(hang)
    bench.setChannel({ key: 'newspaper', address: newspaper.url })
    await bench.release(...many(12).map((text) => toRelease(text)))
    const began = Date.now()
    bench.start()
    await until(() => newspaper.received.length === 12)
    // One after the other they would take six seconds: three rounds of four, two seconds each.
    expect(Date.now() - began).toBeLessThan(5_000)
  })

  it('a text that is always refused is given up with its reason, the others arrive', async () => {
    portal.behave((socket, received) => answer(received.headers['ttdn-item'] === ITEM ? 422 : 200)(socket, received))
    await bench.release(toRelease(vi), ...many(10).map((text) => toRelease(text)))
    bench.start()
    await until(async () => (await bench.outbox.counts()).delivered === 10)
    await until(async () => (await bench.rows('portal', ITEM))[0]?.state === 'dead')
    expect((await bench.rows('portal', ITEM))[0]).toMatchObject({ lastError: 'http 422', flagged: true, attempts: 3 })
    expect(bench.said.find(({ text }) => text.startsWith('given up'))).toMatchObject({
      level: 'error',
      facts: { item: ITEM, status: 422 },
    })
  })

  it('a host that fails is left alone, probed, and served again when it heals', async () => {
    portal.behave(answer(500))
    await bench.release(...many(40).map((text) => toRelease(text)))
    bench.start({ coolsMs: 1_500, schedule: [0, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20] })
    await until(() => portal.received.length >= 3)
    await new Promise((wake) => setTimeout(wake, 200))
    const knocked = portal.received.length
    // Four were in flight when the third failed; then nothing until the probe.
    expect(knocked).toBeLessThanOrEqual(7)
    await until(() => portal.received.length > knocked)
    portal.behave(answer(200))
    await until(async () => (await bench.outbox.counts()).delivered === 40)
  })

  it.each(['the log is away', 'the lease was given away'])(
    'a probe that never left (%s) is followed by the next one',
    async (trouble) => {
      portal.behave(answer(500))
      await bench.release(...many(8).map((text) => toRelease(text)))
      let spoilt = 0
      // From the moment the breaker is open until two probes have come to nothing.
      const spoils = () => portal.received.length >= 3 && spoilt < 2 && (spoilt += 1) > 0
      const source = memoryLogSource(bench.log)
      bench.start({
        parallel: 1,
        coolsMs: 40,
        leaseMs: 1_000,
        schedule: [0, ...Array<number>(30).fill(20)],
        log: {
          ...source,
          bySeq: (seq) =>
            trouble === 'the log is away' && spoils() ? Promise.reject(new Error('connection lost')) : source.bySeq(seq),
        },
        outbox: {
          ...bench.outbox,
          freeze: (...given) =>
            trouble === 'the lease was given away' && spoils() ? Promise.resolve(false) : bench.outbox.freeze(...given),
        },
      })
      await until(() => spoilt === 2)
      portal.behave(answer(200))
      await until(async () => (await bench.outbox.counts()).delivered === 8)
    },
  )

  it('410 pauses the channel and tells a person; after it is active again the text arrives', async () => {
    portal.behave(answer(410))
    await bench.release(toRelease(vi))
    bench.start()
    await until(async () => (await bench.outbox.channels())[0]?.state === 'paused')
    await new Promise((wake) => setTimeout(wake, 300))
    expect(portal.received).toHaveLength(1)
    portal.behave(answer(200))
    bench.setChannel({ key: 'portal', state: 'active' })
    await until(async () => (await bench.rows('portal', ITEM))[0]?.state === 'delivered')
  })

  it('a redirect is not followed', async () => {
    portal.behave(answer(302, { headers: { location: newspaper.url } }))
    await bench.release(toRelease(vi))
    bench.start()
    await until(() => portal.received.length >= 2)
    expect(newspaper.connections()).toBe(0)
  })

  it('keeps to the quota of the channel', async () => {
    bench.setChannel({ key: 'portal', perMinute: 60 })
    await bench.release(...many(40).map((text) => toRelease(text)))
    const began = Date.now()
    bench.start()
    await until(() => portal.received.length >= 10)
    await new Promise((wake) => setTimeout(wake, 300))
    expect(portal.received.length).toBeLessThanOrEqual(11 + (Date.now() - began) / 1_000)
  })

  it('a disabled channel gets no new text, and still hears what it has to take down', async () => {
    await bench.release(toRelease(vi))
    const first = bench.start()
    await until(() => portal.received.length === 1)
    await first.stop()
    bench.setChannel({ key: 'portal', state: 'disabled' })
    await bench.release(...many(1).map((text) => toRelease(text)))
    await bench.release(toWithdraw(vi))
    bench.start()
    await until(() => portal.received.length === 2)
    await new Promise((wake) => setTimeout(wake, 100))
    expect(portal.received.map(({ headers }) => headers['webhook-id'])).toEqual(['rel_1_portal', 'rel_3_portal'])
  })

  it('a delivery without a release is never sent', async () => {
    bench.outbox.owe([owed({ seq: 99, item: OTHER_ITEM, version: 1 })])
    bench.start()
    await until(async () => (await bench.rows('portal', OTHER_ITEM))[0]?.state === 'failed')
    expect((await bench.rows('portal', OTHER_ITEM))[0]).toMatchObject({ lastError: 'release not found', flagged: true })
    expect(portal.connections()).toBe(0)
  })

  it('signs with the former secret as well for seven days after a change', async () => {
    const older = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'
    const previousSecret = sealSecret(KEYRING, 'portal', older)
    bench.setChannel({ key: 'portal', previousSecret, secretChangedAt: Date.now() - 3 * 24 * 3_600_000 })
    await bench.release(toRelease(vi))
    bench.start()
    await until(() => portal.received.length === 1)
    bench.setChannel({ key: 'portal', secretChangedAt: Date.now() - 8 * 24 * 3_600_000 })
    await bench.release(toCorrect(corrected()))
    await until(() => portal.received.length === 2)
    expect(portal.received.map(({ headers }) => headers['webhook-signature']?.split(' ').length)).toEqual([2, 1])
    const [first] = portal.received
    for (const secret of [SECRET, older])
      expect(new Webhook(secret).verify(first?.body ?? '', first?.headers as Record<string, string>)).toBeTruthy()
  })

  it('an outbox that is away for a while is waited for', async () => {
    await bench.release(toRelease(vi))
    let away = true
    const flaky = {
      ...bench.outbox,
      channels: () => (away ? Promise.reject(new Error('no such table: channels')) : bench.outbox.channels()),
    }
    const dispatcher = bench.start({ outbox: flaky })
    await until(() => bench.said.some(({ text }) => text === 'outbox cannot be read'))
    away = false
    dispatcher.ring()
    await until(() => portal.received.length === 1)
    expect(bench.said.map(({ text }) => text).filter((text) => text.startsWith('outbox'))).toEqual([
      'outbox cannot be read',
      'outbox can be read again',
    ])
  })
})
