import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { env } from '#env'
import {
  demoIn,
  emptyFolder,
  furnish,
  holdFolder,
  isDemoFolder,
  isFurnished,
  isOwn,
  refuseForeign,
  refuseUnwritable,
  writeSecrets,
} from '../../scripts/demo-folder'
import { parseEnvironment } from '../../scripts/environment'
import { Stop } from '../../scripts/speak'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ttdn-demo-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const SQLITE = 'file:///data/newsroom.db'
const said = (work: () => unknown): string => {
  try {
    work()
    return ''
  } catch (problem) {
    if (problem instanceof Stop) return `${problem.vi}\n${problem.en}`
    throw problem
  }
}

describe('secrets of a demo', () => {
  it('are made once, for the owner only, and are good for a demo and refused by production', () => {
    writeSecrets(folder)
    const file = join(folder, 'demo.env')
    const made = readFileSync(file, 'utf8')
    writeSecrets(folder)
    expect(readFileSync(file, 'utf8')).toBe(made)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const variables = parseEnvironment(made)
    expect(env(variables).mode).toBe('demo')
    expect(() =>
      env({
        ...variables,
        NEWSROOM_MODE: 'production',
        NEWSROOM_URL: 'https://a.example.vn',
        PUBLIC_URL: 'https://b.example.vn',
      }),
    ).toThrow(/PAYLOAD_SECRET[^]*CREDENTIALS_KEY[^]*HEAD_KEY/)
    expect(variables.SANDBOX_SECRETS).toMatch(/^portal=whsec_[\w+/]+=*,newspaper=whsec_[\w+/]+=*,broadcaster=whsec_[\w+/]+=*$/)
  })
})

describe('the data folder of a demo', () => {
  it('that was cut off while it was written is known as such, and is its own', async () => {
    await expect(furnish(folder, SQLITE, () => Promise.reject(new Error('mất điện')))).rejects.toThrow('mất điện')
    expect([
      isFurnished(folder, SQLITE),
      isOwn(folder, SQLITE),
      isOwn(folder, 'mongodb://db:27017/toasoan'),
      isDemoFolder(folder),
    ]).toEqual([false, true, false, true])
  })

  it('is furnished once for each database', async () => {
    writeFileSync(join(folder, 'newsroom.db'), '')
    let times = 0
    const once = (url: string) =>
      isFurnished(folder, url) ? Promise.resolve() : furnish(folder, url, async () => void (await Promise.resolve(times++)))
    await once(SQLITE)
    await once(SQLITE)
    await once('mongodb://a:cũ@db:27017/ttdn?replicaSet=rs0')
    await once('mongodb://a:mới@db:27017/ttdn?replicaSet=rs0')
    expect(times).toBe(2)
  })

  it('is furnished again when its database file is gone', async () => {
    await furnish(folder, SQLITE, () => Promise.resolve())
    expect(isFurnished(folder, SQLITE)).toBe(false)
  })

  it('that holds a database of somebody else is left alone', () => {
    writeFileSync(join(folder, 'newsroom.db'), 'dữ liệu thật')
    expect(said(() => refuseForeign(folder))).toMatch(/không phải của bản chạy thử/)
    expect(isDemoFolder(folder)).toBe(false)
  })

  it('runs one demo at a time, and a killed one does not count', () => {
    const letGo = holdFolder(folder)
    expect(demoIn(folder)).toBe(null) // it is we
    letGo()
    writeFileSync(join(folder, 'demo.lock'), String(process.ppid))
    expect(said(() => holdFolder(folder))).toMatch(/đang chạy rồi/)
    const { pid: gone } = spawnSync(process.execPath, ['-e', ''])
    writeFileSync(join(folder, 'demo.lock'), String(gone))
    expect(said(() => holdFolder(folder)())).toBe('')
  })

  it('loses only what a demo made when it is taken away', () => {
    writeSecrets(folder)
    writeFileSync(join(folder, 'newsroom.db'), '')
    mkdirSync(join(folder, 'media'))
    writeFileSync(join(folder, 'ghi-chu-cua-toi.txt'), 'giữ lại')
    emptyFolder(folder)
    expect([
      existsSync(join(folder, 'newsroom.db')),
      existsSync(join(folder, 'media')),
      existsSync(join(folder, 'demo.env')),
      existsSync(join(folder, 'ghi-chu-cua-toi.txt')),
    ]).toEqual([false, false, false, true])
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('that cannot be written says so', () => {
    chmodSync(folder, 0o500)
    expect(said(() => refuseUnwritable(join(folder, 'data')))).toMatch(/Không ghi được.*DATA_DIR/)
  })

  it('that is a file says so', () => {
    writeFileSync(join(folder, 'data'), '')
    expect(said(() => refuseUnwritable(join(folder, 'data')))).toMatch(/Không ghi được.*(EEXIST|ENOTDIR)[^]*cannot be written/)
  })
})

describe('npm run demo', () => {
  const demo = (variables: Record<string, string>) =>
    spawnSync(process.execPath, ['scripts/go.mjs', 'demo'], {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        DATA_DIR: folder,
        NO_COLOR: '1',
        ...variables,
      } as unknown as NodeJS.ProcessEnv,
      encoding: 'utf8',
    })

  it('names the port that is taken and how to change it', async () => {
    const other = createServer()
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready))
    const { port } = other.address() as AddressInfo
    const { status, stderr } = demo({ DELIVERY_PORT: String(port), NEWSROOM_PORT: '0', SANDBOX_PORT: '0' })
    other.close()
    expect(status).toBe(1)
    expect(stderr.trim().split('\n')).toEqual([
      `Cổng ${port} (trang công khai) không dùng được (EADDRINUSE), có lẽ một chương trình khác đang giữ. Hãy tắt chương trình đó, hoặc đổi cổng: DELIVERY_PORT=${port + 100} npm run demo`,
      `Port ${port} (the public pages) cannot be used (EADDRINUSE); perhaps another program holds it. Stop that program, or change the port: DELIVERY_PORT=${port + 100} npm run demo`,
    ])
  })

  it.each([
    ['production beside it', { NEWSROOM_MODE: 'production' }, /NEWSROOM_MODE=production/],
    ['an environment that is wrong', { NEWSROOM_PORT: 'ba nghìn' }, /NEWSROOM_PORT: phải là một số cổng/],
    [
      'a MongoDB server that does not answer',
      {
        NEWSROOM_PORT: '0',
        DELIVERY_PORT: '0',
        SANDBOX_PORT: '0',
        DATABASE_URL: 'mongodb://127.0.0.1:1/ttdn?directConnection=true',
      },
      /Không kết nối được MongoDB tại 127\.0\.0\.1:1\/ttdn/,
    ],
  ])('says in one sentence what is wrong: %s', (_, variables, sentence) => {
    const { status, stderr } = demo(variables as unknown as Record<string, string>)
    expect(status).not.toBe(0)
    expect(stderr.trim().split('\n').length).toBe(2)
    expect(stderr).toMatch(sentence)
  })

  it('tells an old Node from a new one in one sentence', () => {
    // The check itself, with another version: an old Node cannot be had here.
    const source = readFileSync('scripts/go.mjs', 'utf8').replaceAll('process.versions.node', '"18.20.4"')
    const copy = join(folder, 'scripts')
    mkdirSync(copy)
    writeFileSync(join(copy, 'go.mjs'), source)
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', engines: { node: '>=20.11' } }))
    const { status, stderr } = spawnSync(process.execPath, [join(copy, 'go.mjs'), 'demo'], { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toBe(
      'Cần Node.js từ 20.11 trở lên, máy này đang dùng 18.20.4. Hãy cài bản mới tại https://nodejs.org rồi chạy lại.\nNode.js 20.11 or newer is needed, this is 18.20.4. Install it from https://nodejs.org and try again.\n',
    )
  })
})
