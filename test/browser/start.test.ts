import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { freePorts } from '../lib/ports'

const folder = mkdtempSync(join(tmpdir(), 'ttdn-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const [newsroom, delivery] = await freePorts(2)
const production = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NO_COLOR: '1',
  DATA_DIR: join(folder, 'data'),
  MEDIA_DIR: join(folder, 'media'),
  NEWSROOM_PORT: String(newsroom),
  DELIVERY_PORT: String(delivery),
  PAYLOAD_SECRET: randomBytes(36).toString('base64'),
  CREDENTIALS_KEY: randomBytes(32).toString('base64'),
  NEWSROOM_URL: 'https://toasoan.lamdong.example.vn',
  PUBLIC_URL: 'https://tin.lamdong.example.vn',
}
const as = (variables: Record<string, string | undefined>) => ({ ...production, ...variables }) as unknown as NodeJS.ProcessEnv
const health = async (port: number | undefined): Promise<number> => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/healthz`)).status
  } catch {
    return 0
  }
}

describe('npm start, in production', () => {
  it('opens newsroom, worker, projector and delivery; one that is killed comes back; all stop together', async () => {
    const all = spawn(process.execPath, ['scripts/go.mjs', 'start'], { env: as({}), stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [all.stdout, all.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    const ended = new Promise<number | null>((end) => all.once('close', end))
    try {
      await expect.poll(() => health(newsroom), { timeout: 90_000, interval: 200 }).toBe(200)
      await expect.poll(() => health(delivery), { timeout: 30_000, interval: 200 }).toBe(200)
      await expect.poll(() => said, { timeout: 30_000 }).toMatch(/^worker +.*worker is at work/m)
      const pid = Number(/"pid":(\d+),[^\n]*"msg":"delivery is open"/.exec(said)?.[1])
      process.kill(pid, 'SIGKILL')
      await expect.poll(() => said.match(/delivery is open/g)?.length, { timeout: 30_000 }).toBe(2)
      await expect.poll(() => health(delivery), { timeout: 30_000, interval: 200 }).toBe(200)
    } finally {
      all.kill('SIGTERM')
    }
    expect(await ended).toBe(0)
    expect(await health(delivery)).toBe(0)
  })

  // J03
  it.each([
    ['the secret of a demo', { PAYLOAD_SECRET: `demo-${'a'.repeat(40)}` }, 'PAYLOAD_SECRET'],
    [
      'the key of a demo',
      { CREDENTIALS_KEY: Buffer.concat([Buffer.from('demo'), randomBytes(28)]).toString('base64') },
      'CREDENTIALS_KEY',
    ],
    ['no secret', { PAYLOAD_SECRET: undefined }, 'PAYLOAD_SECRET'],
    ['an http origin', { NEWSROOM_URL: 'http://toasoan.lamdong.example.vn' }, 'NEWSROOM_URL'],
    ['no origin', { NEWSROOM_URL: undefined }, 'NEWSROOM_URL'],
    ['any proxy trusted', { TRUST_PROXY: 'true' }, 'TRUST_PROXY'],
    ['a debug log', { LOG_LEVEL: 'trace' }, 'LOG_LEVEL'],
  ])('the newsroom itself refuses %s in one sentence', (_, variables, variable) => {
    const { status, stderr } = spawnSync(process.execPath, ['--conditions=production', 'dist/newsroom.mjs'], {
      env: as(variables as Record<string, string | undefined>),
      encoding: 'utf8',
    })
    expect([status, stderr.trim().split('\n').length]).toEqual([78, 2])
    expect(stderr).toMatch(new RegExp(`^${variable}: `))
  })

  it('refuses a database that holds people of the demo', () => {
    const place = as({ DATA_DIR: join(folder, 'with-demo-people') })
    const made = spawnSync(
      process.execPath,
      [
        '--conditions=production',
        'dist/commands/create-user.mjs',
        '--email',
        'hoai.thu@toasoan.lamdong.example',
        '--name',
        'Nguyễn Hoài Thu',
        '--roles',
        'reporter',
      ],
      { env: place, encoding: 'utf8', input: 'Hoa-da-quy-thang-muoi-2026\n' },
    )
    expect([made.status, made.stderr]).toEqual([0, expect.any(String)])
    const { status, stderr } = spawnSync(process.execPath, ['--conditions=production', 'dist/newsroom.mjs'], {
      env: place,
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([78, expect.stringContaining('tài khoản chạy thử')])
  })
})
