import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseSecrets } from '#sandbox/server'
import { COFFEE, SECRETS, sign, wire } from './builders'

describe('the sandbox as a program', () => {
  let folder: string
  const running: ChildProcess[] = []
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'sandbox-'))))
  afterEach(async () => {
    for (const child of running.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    }
    rmSync(folder, { recursive: true, force: true })
  })

  const start = (environment: Readonly<Record<string, string>> = {}) => {
    const program = fileURLToPath(new URL('../../src/sandbox/server.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', program], {
      env: {
        NODE_ENV: 'test',
        PATH: process.env['PATH'] ?? '',
        DATA_DIR: folder,
        SANDBOX_PORT: '0',
        SANDBOX_SECRETS: `portal=${SECRETS.portal}`,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.push(child)
    const said = { out: '', err: '' }
    child.stdout.on('data', (data: Buffer) => (said.out += data.toString()))
    child.stderr.on('data', (data: Buffer) => (said.err += data.toString()))
    const ready = async () => {
      while (!said.out.includes('\n')) await once(child.stdout, 'data')
      return /http:\S+/.exec(said.out)?.[0] ?? ''
    }
    return { child, said, ready, ended: once(child, 'close').then(([code]) => code as number | null) }
  }

  it('starts, keeps what it received over a stop and a start, and names outlets without a secret', async () => {
    const first = start()
    const address = await first.ready()
    expect((await fetch(`${address}/portal/inbox`, { method: 'POST', ...sign(wire(), 'portal') })).status).toBe(200)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect(first.said.err).toBe('newspaper, broadcaster: Đơn vị nhận chưa được cấp khóa bí mật (SANDBOX_SECRETS).\n')

    const second = start()
    const page = await fetch(`${await second.ready()}/portal/vi/${COFFEE}`)
    expect([page.status, (await page.text()).includes('Cà phê Cầu Đất sang thị trường Nhật Bản')]).toEqual([200, true])
  })

  it('switches faults only in the demo', async () => {
    const order = async (environment: Readonly<Record<string, string>>) =>
      (
        await fetch(`${await start(environment).ready()}/portal/faults`, {
          method: 'POST',
          body: '{"mode":"500"}',
          headers: { 'content-type': 'application/json' },
        })
      ).status
    expect(await Promise.all([order({}), order({ NEWSROOM_MODE: 'demo' })])).toEqual([403, 200])
  })

  it.each([
    [
      'a port that is taken',
      async () => ({ SANDBOX_PORT: String(await takenPort()) }),
      'Cổng của trang thử nghiệm đang có chương trình khác dùng; hãy đổi SANDBOX_PORT.\n',
    ],
    [
      'an outlet that there is not',
      () => Promise.resolve({ SANDBOX_SECRETS: 'radio=whsec_AAAA' }),
      'SANDBOX_SECRETS: radio is not one of portal, newspaper, broadcaster\n',
    ],
    ['a data folder that is a file', () => Promise.resolve({ DATA_DIR: join(folder, 'a-file') }), /not a directory|ENOTDIR/],
  ])('says in one sentence: %s', async (_name, environment, sentence) => {
    writeFileSync(join(folder, 'a-file'), '')
    const failing = start(await environment())
    expect(await failing.ended).toBe(1)
    if (typeof sentence === 'string') expect(failing.said.err).toBe(sentence)
    else expect(failing.said.err).toMatch(sentence)
    expect(failing.said.err.trim().split('\n')).toHaveLength(1)
  })
  const takenPort = async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    holder.unref()
    return (holder.address() as AddressInfo).port
  }
})

describe('SANDBOX_SECRETS', () => {
  it.each([
    ['', {}],
    ['portal=whsec_AAA=,newspaper=whsec_BB==', { portal: ['whsec_AAA='], newspaper: ['whsec_BB=='] }],
    [' portal=whsec_old whsec_new , broadcaster=whsec_c', { portal: ['whsec_old', 'whsec_new'], broadcaster: ['whsec_c'] }],
  ])('%j', (text, secrets) => expect(parseSecrets(text)).toEqual(secrets))
})
