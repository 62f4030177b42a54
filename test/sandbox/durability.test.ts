import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, fdatasyncSync, mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readMessage, type Message } from '#sandbox/message'
import { folderStore, memoryStore, type Disk, type Store } from '#sandbox/store'
import { COFFEE, GONGS, sign, wire, type News } from './builders'

const message = (news: News = {}): Message => {
  const reading = readMessage(wire(news))
  if (!('release' in reading)) throw new Error(JSON.stringify(reading))
  return reading.release
}
const AT = '2026-11-20T02:00:00.000Z'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'outlet-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe.each([
  ['memory', () => memoryStore()],
  ['folder', () => folderStore(folder)],
] as const)('store: %s', (_name, open) => {
  let store: Store
  beforeEach(() => (store = open()))
  afterEach(() => store.close())

  it('lists what it holds by first publication, newest first', async () => {
    await store.accept('rel_1_portal', message({ firstAt: '2026-11-20T01:00:00.000Z' }), AT)
    await store.accept('rel_2_portal', message({ item: GONGS, seq: 2, firstAt: '2026-11-21T01:00:00.000Z' }), AT)
    await store.accept(
      'rel_3_portal',
      message({ version: 2, seq: 3, kind: 'corrected', firstAt: '2026-11-20T01:00:00.000Z' }),
      AT,
    )
    await store.accept('rel_4_portal', message({ language: 'en', seq: 4 }), AT)
    expect(store.list('vi').map(({ item, version }) => [item, version])).toEqual([
      [GONGS, 1],
      [COFFEE, 2],
    ])
  })

  it('keeps a log, newest first', async () => {
    await store.accept('rel_1_portal', message(), AT)
    await store.accept('rel_1_portal', message(), AT)
    expect(store.log(10)).toEqual(
      ['duplicate', 'applied'].map((outcome) => ({
        at: AT,
        id: 'rel_1_portal',
        item: COFFEE,
        language: 'vi',
        version: 1,
        seq: 1,
        kind: 'published',
        title: 'Cà phê Cầu Đất sang thị trường Nhật Bản',
        signature: 'good',
        outcome,
        status: 200,
      })),
    )
  })
})

describe('a folder that is opened again', () => {
  it('has every text, every id and the log', async () => {
    const before = folderStore(folder)
    await before.accept('rel_1_portal', message(), AT)
    await before.accept('rel_2_portal', message({ version: 2, kind: 'corrected', note: 'Sửa số liệu.' }), AT)
    await before.accept('rel_9_portal', message({ item: GONGS, version: 3, seq: 9, kind: 'withdrawn', note: 'Sai.' }), AT)
    const shown = { vi: before.list('vi'), log: before.log(10) }
    before.close()

    const after = folderStore(folder)
    expect({ vi: after.list('vi'), log: after.log(10) }).toEqual(shown)
    expect((await after.accept('rel_1_portal', message(), AT)).outcome).toBe('duplicate')
    expect((await after.accept('rel_5_portal', message({ item: GONGS, version: 2, seq: 5 }), AT)).outcome).toBe('superseded')
    after.close()
  })

  it('drops half a line that a kill left, and goes on behind the last whole one', async () => {
    const before = folderStore(folder)
    await before.accept('rel_1_portal', message(), AT)
    before.close()
    const file = join(folder, 'inbox.jsonl')
    const whole = readFileSync(file, 'utf8')
    await Promise.all(
      [1, 40, whole.length - 2].map(async (length) => {
        const other = mkdtempSync(join(folder, 'torn-'))
        writeFileSync(join(other, 'inbox.jsonl'), whole + whole.replace('rel_1', 'rel_2').slice(0, length))
        const torn = folderStore(other)
        expect(torn.log(10).map(({ id }) => id)).toEqual(['rel_1_portal'])
        expect((await torn.accept('rel_2_portal', message({ version: 2 }), AT)).outcome).toBe('applied')
        torn.close()
        expect(folderStore(other).find(COFFEE, 'vi')?.version).toBe(2)
      }),
    )
  })

  it('is refused when a line in the middle is broken: less than was promised is not shown as if it were all', async () => {
    const before = folderStore(folder)
    await before.accept('rel_1_portal', message(), AT)
    before.close()
    const file = join(folder, 'inbox.jsonl')
    appendFileSync(file, '{"entry":\n')
    expect(() => folderStore(folder)).toThrow(`${file}:2: not JSON`)
  })

  it('promises nothing when the disk is full, and goes on when there is room again', async () => {
    let room = 100
    const disk: Disk = {
      write: (handle, data, from) => {
        if (room === 0) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
        const written = writeSync(handle, data, from, Math.min(room, data.length - from))
        room -= written
        return written
      },
      sync: fdatasyncSync,
    }
    const full = folderStore(folder, disk)
    await expect(full.accept('rel_1_portal', message(), AT)).rejects.toMatchObject({ code: 'ENOSPC' })
    expect([full.find(COFFEE, 'vi'), full.log(10), readFileSync(join(folder, 'inbox.jsonl'), 'utf8')]).toEqual([null, [], ''])
    room = Infinity
    expect((await full.accept('rel_1_portal', message(), AT)).outcome).toBe('applied')
    full.close()
    expect(
      folderStore(folder)
        .log(10)
        .map(({ outcome }) => outcome),
    ).toEqual(['applied'])
  })
})

describe('kill -9', () => {
  const children: ChildProcess[] = []
  afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')))

  const start = async (...order: string[]) => {
    const program = fileURLToPath(new URL('outlet-child.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', program, folder, ...order], { stdio: ['pipe', 'pipe', 'inherit'] })
    children.push(child)
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const address = line.toString().trim()
    return {
      child,
      send: (news: News) => fetch(`${address}/portal/inbox`, { method: 'POST', ...sign(wire(news), 'portal') }),
      address,
    }
  }

  it('between keeping and answering: the sender tries again, the outlet shows it once', async () => {
    const first = await start('kill-after-kept')
    const killed = once(first.child, 'exit')
    await expect(first.send({ version: 1 })).rejects.toThrow()
    await killed

    const second = await start()
    const again = await second.send({ version: 1 })
    expect(await again.json()).toMatchObject({ status: 'duplicate', remoteId: `${COFFEE}-vi` })
    const { entries } = (await (await fetch(`${second.address}/portal/api/log`)).json()) as { entries: { outcome: string }[] }
    expect(entries.map(({ outcome }) => outcome)).toEqual(['duplicate', 'applied'])
  })

  it('at any moment under load: whatever was acknowledged is there afterwards', async () => {
    const first = await start()
    let acknowledged = 0
    const sending = (async () => {
      for (let version = 1; version <= 500; version += 1) {
        const response = await first.send({ version, kind: 'corrected', note: `Lần ${version}` })
        if (response.status === 200) acknowledged = version
        if (version === 30) setTimeout(() => first.child.kill('SIGKILL'), 7)
      }
    })()
    await expect(sending).rejects.toThrow()

    const second = await start()
    const held = (await (await fetch(`${second.address}/portal/api/items/${COFFEE}/vi`)).json()) as { version: number }
    expect(acknowledged).toBeGreaterThanOrEqual(30)
    expect([acknowledged, acknowledged + 1]).toContain(held.version)
  })
})
