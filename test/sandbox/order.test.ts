import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { receive } from '#sandbox/inbox'
import { judge, memoryStore, type Store } from '#sandbox/store'
import { COFFEE, GONGS, memoryStores, SECRETS, sign, startSandbox, wire, type News, type Sandbox } from './builders'

describe('what an outlet does with versions', () => {
  let sandbox: Sandbox
  let store: Store
  beforeEach(async () => {
    const stores = memoryStores()
    store = stores.portal
    sandbox = await startSandbox({ stores, address: 'https://portal.example' })
  })
  afterEach(() => sandbox.stop())
  const page = 'https://portal.example/portal/vi/ca-phe-cau-dat-sang-thi-truong-nhat-ban-' + COFFEE

  it('applies the first, and says where it stands', async () => {
    expect(await sandbox.send('portal')).toEqual({
      status: 200,
      answer: { status: 'applied', remoteId: `${COFFEE}-vi`, url: page },
    })
    expect(await sandbox.json(`/portal/api/items/${COFFEE}/vi`)).toEqual({
      version: 1,
      status: 'published',
      title: 'Cà phê Cầu Đất sang thị trường Nhật Bản',
      url: page,
    })
  })

  it('ignores the same message sent again, with the same answer of where it stands', async () => {
    await sandbox.send('portal')
    expect(await sandbox.send('portal')).toEqual({
      status: 200,
      answer: { status: 'duplicate', remoteId: `${COFFEE}-vi`, url: page },
    })
  })

  it('ignores the same version under another id', async () => {
    await sandbox.send('portal')
    expect((await sandbox.send('portal', { title: 'Khác' }, { id: 'replay_1' })).answer['status']).toBe('duplicate')
    expect(await sandbox.json(`/portal/api/items/${COFFEE}/vi`)).toMatchObject({
      title: 'Cà phê Cầu Đất sang thị trường Nhật Bản',
    })
  })

  it('ignores a replayed id though its text has long been followed by another', async () => {
    await sandbox.send('portal')
    await sandbox.send('portal', { version: 2, kind: 'corrected', title: 'Cà phê Cầu Đất đến Nhật Bản', note: 'Sửa tít.' })
    expect((await sandbox.send('portal')).answer['status']).toBe('duplicate')
    expect(await sandbox.json(`/portal/api/items/${COFFEE}/vi`)).toMatchObject({ version: 2, status: 'corrected' })
  })

  it('refuses an older version that arrives late, kindly: the sender need not try again', async () => {
    await sandbox.send('portal', { version: 3 })
    expect(await sandbox.send('portal', { version: 2 })).toEqual({
      status: 200,
      answer: { status: 'superseded', remoteId: `${COFFEE}-vi`, url: page },
    })
    expect(await sandbox.json(`/portal/api/items/${COFFEE}/vi`)).toMatchObject({ version: 3 })
  })

  it('keeps the languages of one item apart', async () => {
    await sandbox.send('portal', { language: 'vi', version: 4, seq: 9 })
    expect((await sandbox.send('portal', { language: 'ja', version: 1, seq: 10 })).answer['status']).toBe('applied')
    expect(await sandbox.json(`/portal/api/items/${COFFEE}/ja`)).toMatchObject({
      version: 1,
      title: 'カウダット産コーヒー、日本市場へ',
    })
    expect(await sandbox.json(`/portal/api/items/${COFFEE}/vi`)).toMatchObject({ version: 4 })
  })

  it('records the withdrawal of an item it never saw, and shows no earlier version after it', async () => {
    expect(
      await sandbox.send('portal', { item: GONGS, version: 2, kind: 'withdrawn', note: 'Ảnh chưa được phép sử dụng.' }),
    ).toEqual({
      status: 200,
      answer: { status: 'applied', remoteId: `${GONGS}-vi`, url: `https://portal.example/portal/vi/${GONGS}` },
    })
    expect((await sandbox.send('portal', { item: GONGS, version: 1, seq: 7 })).answer['status']).toBe('superseded')
    expect(await sandbox.json(`/portal/api/items/${GONGS}/vi`)).toMatchObject({ version: 2, status: 'withdrawn' })
    expect((await sandbox.get(`/portal/vi/${GONGS}`)).status).toBe(410)
  })

  it('keeps nothing of the text that a withdrawal may still carry', async () => {
    const { data } = wire()
    await sandbox.send('portal', {
      version: 2,
      kind: 'withdrawn',
      note: 'Sai.',
      over: { bodies: data.bodies, associations: data.associations },
    })
    const { text } = await sandbox.get(`/portal/vi/${COFFEE}`)
    expect(text).not.toMatch(/18 tấn|\.jpg/)
    expect(store.find(COFFEE, 'vi')).toMatchObject({ kind: 'withdrawn', body: '', lead: null })
  })

  it('shows an item again that is released after its withdrawal', async () => {
    await sandbox.send('portal', { version: 1 })
    await sandbox.send('portal', { version: 2, kind: 'withdrawn', note: 'Sai số liệu.' })
    expect((await sandbox.send('portal', { version: 3 })).answer['status']).toBe('applied')
    expect((await sandbox.get(new URL(page).pathname)).status).toBe(200)
  })

  it('says nothing about items of which it has heard nothing', async () => {
    const asked = await Promise.all(
      [`/portal/api/items/${GONGS}/vi`, `/portal/api/items/${COFFEE}/fr`].map((path) => sandbox.get(path)),
    )
    expect(asked.map(({ status }) => status)).toEqual([404, 404])
  })

  it('applies one of twenty that arrive at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => sandbox.send('portal')))
    expect(answers.map(({ answer }) => String(answer['status'])).sort()).toEqual([
      'applied',
      ...Array<string>(19).fill('duplicate'),
    ])
  })
})

describe('judge', () => {
  it.each([
    [false, null, 1, 'applied'],
    [false, 1, 2, 'applied'],
    [false, 2, 2, 'duplicate'],
    [false, 3, 2, 'superseded'],
    [true, 3, 2, 'duplicate'],
    [true, null, 1, 'duplicate'],
  ] as const)('seen %s, holding %s, given %i: %s', (seen, held, version, outcome) => {
    expect(judge(seen, held, version)).toBe(outcome)
  })
})

describe('in whatever order they come, and however often', () => {
  const history = fc
    .record({
      item: fc.constantFrom(COFFEE, GONGS),
      language: fc.constantFrom('vi' as const, 'en' as const, 'ja' as const),
      kinds: fc.array(fc.constantFrom('published' as const, 'corrected' as const, 'withdrawn' as const), {
        minLength: 1,
        maxLength: 6,
      }),
    })
    .map(({ item, language, kinds }) =>
      kinds.map((kind, index): News => ({ item, language, kind, version: index + 1, note: `bản ${index + 1}` })),
    )
  const schedules = fc
    .uniqueArray(history, { minLength: 1, maxLength: 4, selector: ([first]) => `${first?.item ?? ''}${first?.language ?? ''}` })
    .chain((histories) => {
      const all = histories.flat().map((news, index) => ({ ...news, seq: index + 1 }))
      return fc.record({
        newest: fc.constant(
          histories
            .map((versions) => versions.at(-1))
            .map((last) => ({
              ...last,
              seq: all.find(
                (news) => news.item === last?.item && news.language === last?.language && news.version === last?.version,
              )?.seq,
            })),
        ),
        sent: fc
          .array(fc.constantFrom(...all), { maxLength: 20 })
          .chain((again) => fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length })),
      })
    })

  it('an outlet ends on the newest version of everything, and applies no version twice', async () => {
    await fc.assert(
      fc.asyncProperty(schedules, async ({ newest, sent }) => {
        const store = memoryStore()
        const applied: string[] = []
        for (const news of sent) {
          const { body, headers } = sign(wire(news), 'portal')
          const inbox = { secrets: [SECRETS.portal], store, now: () => new Date(), urlOf: () => '' }
          const received = await receive(inbox, headers, Buffer.from(body))
          if ('answer' in received && received.answer.status === 'applied') applied.push(headers['webhook-id'] ?? '')
        }
        expect(new Set(applied).size).toBe(applied.length)
        for (const { item, language, version, kind, note, seq } of newest) {
          expect(store.find(item ?? '', language ?? 'vi')).toMatchObject({ item, language, version, kind, note, seq })
        }
      }),
      { numRuns: 300 },
    )
  })

  it('and never goes back on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 }), async (versions) => {
        const store = memoryStore()
        let before = 0
        for (const [index, version] of versions.entries()) {
          const { body, headers } = sign(wire({ version }), 'portal', { id: `rel_${index}` })
          await receive({ secrets: [SECRETS.portal], store, now: () => new Date(), urlOf: () => '' }, headers, Buffer.from(body))
          const now = store.find(COFFEE, 'vi')?.version ?? 0
          expect(now).toBeGreaterThanOrEqual(before)
          before = now
        }
        expect(before).toBe(Math.max(...versions))
      }),
      { numRuns: 100 },
    )
  })
})
