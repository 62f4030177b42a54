import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { mongodForTests } from '../lib/mongod'
import { freePorts } from '../lib/ports'

const folder = mkdtempSync(join(tmpdir(), 'ttdn-demo-'))
const mongo = await mongodForTests()
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await mongo?.stop()
})

const databases: readonly { readonly name: string; readonly variables: Readonly<Record<string, string>> }[] = [
  { name: 'SQLite', variables: {} },
  ...(mongo ? [{ name: 'MongoDB', variables: { DATABASE_URL: mongo.url(`demo-${process.pid}`) } }] : []),
]

/** Starts `npm run demo` as a newcomer would; `ended` resolves with its code and everything that it said. */
const demo = async (variables: Readonly<Record<string, string>>, ...args: string[]) => {
  const [newsroom, delivery, sandbox] = await freePorts(3)
  const child = spawn(process.execPath, ['scripts/go.mjs', 'demo', ...args], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NO_COLOR: '1',
      NEWSROOM_PORT: String(newsroom),
      DELIVERY_PORT: String(delivery),
      SANDBOX_PORT: String(sandbox),
      ...variables,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise<{ code: number | null; said: string }>((end) => child.once('close', (code) => end({ code, said })))
  return {
    child,
    ended,
    said: () => said,
    newsroom: `http://127.0.0.1:${newsroom}`,
    delivery: `http://127.0.0.1:${delivery}`,
    sandbox: `http://127.0.0.1:${sandbox}`,
  }
}

describe.each(databases)('the demo on $name', ({ name, variables }) => {
  const place = { DATA_DIR: join(folder, name), ...variables }

  it('walks one text from draft to withdrawal through the real doors, and ends by itself', async () => {
    const { code, said } = await (await demo(place, '--walk')).ended
    expect([code, said]).toEqual([0, expect.stringContaining('All as promised.')])
    expect(said.split('\n').filter((line) => /^✓ +\d+\. /.test(line)).length).toBe(13)
  })

  it('opens again with everything that was there, says where it is, and stops cleanly', async () => {
    const again = await demo(place)
    try {
      await expect.poll(() => again.said(), { timeout: 60_000, interval: 100 }).toContain('The sample newsroom is open.')
      expect(again.said()).toMatch(/mật khẩu chung: \S+/)
      expect(again.said()).not.toContain('Making the sample newsroom')
      const statuses = await Promise.all(
        [
          `${again.newsroom}/admin/login`,
          `${again.delivery}/vi`,
          `${again.delivery}/feeds/ja/articles.rss`,
          `${again.sandbox}/portal/vi`,
          `${again.sandbox}/newspaper/vi`,
          `${again.sandbox}/broadcaster/en`,
        ].map(async (address) => (await fetch(address)).status),
      )
      expect(statuses).toEqual([200, 200, 200, 200, 200, 200])
      // A bare address leads to what its user would expect.
      const roots = await Promise.all([again.newsroom, again.delivery, again.sandbox].map((origin) => fetch(`${origin}/`)))
      expect(roots.map(({ status, url }) => [status, new URL(url).pathname])).toEqual([
        [200, '/admin'],
        [200, '/vi'],
        [200, '/'],
      ])
      // The programme that is out has reached the station, whatever the topics of its stories.
      const station = async () => (await fetch(`${again.sandbox}/broadcaster/en`)).text()
      await expect.poll(station, { timeout: 30_000 }).toContain('id="programmes"')
      const [, programme = ''] = /<section class="programmes"[\s\S]*?<a[^>]*href="([^"]+)"/.exec(await station()) ?? []
      const held = await (await fetch(new URL(programme, again.sandbox))).text()
      for (const told of ['Morning in Cau Dat', 'Gongs by the lake']) expect(held).toContain(told)
    } finally {
      again.child.kill('SIGINT')
    }
    const { code, said } = await again.ended
    expect([code, said.split('\n').at(-2)]).toEqual([0, 'Stopping'])
  })
})
