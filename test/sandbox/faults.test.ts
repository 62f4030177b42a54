import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { COFFEE, startSandbox, type Sandbox } from './builders'

describe('an outlet that is ill', () => {
  let sandbox: Sandbox
  beforeEach(async () => (sandbox = await startSandbox()))
  afterEach(() => sandbox.stop())

  const order = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${sandbox.address}/portal/faults`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
      redirect: 'manual',
    })
  const kept = async () => (await sandbox.get(`/portal/api/items/${COFFEE}/vi`)).status === 200

  it.each([
    ['500', 500],
    ['401', 401],
    ['410', 410],
    ['429', 429],
  ])('%s: refuses and keeps nothing; well again, it takes the same message', async (mode, status) => {
    expect(await (await order({ mode })).json()).toEqual({ mode })
    expect([(await sandbox.send('portal')).status, await kept()]).toEqual([status, false])
    await order({ mode: 'none' })
    expect((await sandbox.send('portal')).answer['status']).toBe('applied')
  })

  it('down: the connection is cut, nothing kept', async () => {
    await order({ mode: 'down' })
    await expect(sandbox.send('portal')).rejects.toThrow()
    expect(await kept()).toBe(false)
  })

  it('lost: kept, but the answer never comes', async () => {
    await order({ mode: 'lost', times: 1 })
    await expect(sandbox.send('portal')).rejects.toThrow()
    expect(await kept()).toBe(true)
    expect((await sandbox.send('portal')).answer['status']).toBe('duplicate')
  })

  it('slow: takes its time, then answers', async () => {
    await order({ mode: 'slow' })
    const begin = performance.now()
    expect((await sandbox.send('portal')).answer['status']).toBe('applied')
    expect(performance.now() - begin).toBeGreaterThan(45)
  })

  it('is well again after so many messages, and the other houses never fell ill', async () => {
    await order({ mode: '500', times: 2 })
    const statuses = [
      await sandbox.send('portal'),
      await sandbox.send('newspaper'),
      await sandbox.send('portal'),
      await sandbox.send('portal'),
    ]
    expect(statuses.map(({ status }) => status)).toEqual([500, 200, 500, 200])
  })

  it('429 says when to come again', async () => {
    await order({ mode: '429' })
    const response = await fetch(`${sandbox.address}/portal/inbox`, { method: 'POST' })
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '5'])
  })

  it.each([
    ['a page of another site', { origin: 'https://example.com' }],
    ['a page of another port', { 'sec-fetch-site': 'same-site' }],
    ['a proxy', { 'x-forwarded-for': '203.0.113.9' }],
  ])('does not obey %s', async (_name, headers) => {
    const response = await order({ mode: 'down' }, headers)
    expect([response.status, (await sandbox.send('portal')).status]).toEqual([403, 200])
  })

  it('does not know other ills', async () => {
    expect((await order({ mode: 'explode' })).status).toBe(400)
  })

  it('obeys the form on the log page and returns there', async () => {
    const response = await fetch(`${sandbox.address}/portal/faults`, {
      method: 'POST',
      body: new URLSearchParams({ mode: '500' }),
      headers: { origin: sandbox.address },
      redirect: 'manual',
    })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/portal/log'])
    expect((await sandbox.get('/portal/log')).text).toContain('<strong>500: máy chủ hỏng</strong>')
  })

  it('has no switch outside the demo', async () => {
    const real = await startSandbox({ faults: false })
    const response = await fetch(`${real.address}/portal/faults`, {
      method: 'POST',
      body: '{"mode":"down"}',
      headers: { 'content-type': 'application/json' },
    })
    expect(response.status).toBe(403)
    expect((await real.get('/portal/log')).text).not.toContain('<form')
    await real.stop()
  })
})

describe('a disk that is full', () => {
  it('acknowledges nothing, and takes the message when there is room again', async () => {
    const { memoryStores } = await import('./builders')
    const stores = memoryStores()
    let full = true
    const sandbox = await startSandbox({
      stores: {
        ...stores,
        portal: {
          ...stores.portal,
          accept: (...message) =>
            full ? Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' })) : stores.portal.accept(...message),
        },
      },
    })
    const refused = await sandbox.send('portal')
    full = false
    expect([refused.status, refused.answer['code'], (await sandbox.send('portal')).answer['status']]).toEqual([
      503,
      'store.failed',
      'applied',
    ])
    await sandbox.stop()
  })
})
