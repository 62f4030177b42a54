import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createClient } from '@libsql/client'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COFFEE, SECRETS, sign, startSandbox, wire, type Sandbox } from './builders'

/** What docs/outlets.md tells engineers to copy, run as it stands there. */
const page = readFileSync(new URL('../../docs/outlets.md', import.meta.url), 'utf8')
const block = (language: string, start: string) => {
  const found = [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))]
    .map((match) => match[1] ?? '')
    .find((text) => text.includes(start))
  if (found === undefined) throw new Error(`docs/outlets.md has no ${language} with ${start}`)
  return found
}
const run = promisify(execFile)
const missing = async (program: string) =>
  run('sh', ['-c', `command -v ${program}`]).then(
    () => false,
    () => true,
  )

describe('the statement that writes if newer', () => {
  it('ends on the newest version, whatever the order', async () => {
    const database = createClient({ url: ':memory:' })
    await database.execute(
      'CREATE TABLE texts (item TEXT, language TEXT, version INTEGER NOT NULL, state TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (item, language))',
    )
    const statement = block('sql', 'ON CONFLICT')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 }), async (versions) => {
        await database.execute('DELETE FROM texts')
        let newest = 0
        for (const version of versions) {
          const { rows } = await database.execute({
            sql: statement,
            args: { item: COFFEE, language: 'vi', version, state: 'published', body: `v${version}` },
          })
          expect(rows).toHaveLength(version > newest ? 1 : 0)
          newest = Math.max(newest, version)
        }
        const { rows } = await database.execute('SELECT version, body FROM texts')
        expect(rows.map((row) => [row['version'], row['body']])).toEqual([[newest, `v${newest}`]])
      }),
      { numRuns: 50 },
    )
    database.close()
  })
})

describe('the scripts', () => {
  let sandbox: Sandbox
  const folder = mkdtempSync(join(tmpdir(), 'outlets-doc-'))
  beforeAll(async () => (sandbox = await startSandbox()))
  afterAll(async () => {
    await sandbox.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('send.sh signs as the newsroom does', async (context) => {
    if ((await missing('openssl')) || (await missing('curl'))) return context.skip()
    writeFileSync(join(folder, 'send.sh'), block('sh', 'webhook-signature'))
    writeFileSync(join(folder, 'message.json'), JSON.stringify(wire()))
    const send = async (secret: string) => {
      const { stdout } = await run('sh', [join(folder, 'send.sh'), join(folder, 'message.json')], {
        env: { ...process.env, SECRET: secret, URL: `${sandbox.address}/portal/inbox`, no_proxy: '*' },
      })
      return JSON.parse(stdout) as Record<string, unknown>
    }
    expect(await send(SECRETS.newspaper)).toMatchObject({ code: 'signature.wrong' })
    expect(await send(SECRETS.portal)).toMatchObject({ status: 'applied', remoteId: `${COFFEE}-vi` })
  })

  it('is_genuine believes the newsroom and nobody else', async (context) => {
    if (await missing('python3')) return context.skip()
    const { body, headers } = sign(wire(), 'portal')
    const ask = async (secrets: readonly string[], given: Readonly<Record<string, string>>, raw: string, now: string) => {
      const program = `${block('python', 'def is_genuine')}\nimport json, sys\nask = json.loads(sys.argv[1])\nprint(is_genuine(ask["secrets"], ask["headers"], ask["raw"].encode(), ${now}))`
      const { stdout } = await run('python3', ['-c', program, JSON.stringify({ secrets, headers: given, raw })])
      return stdout.trim()
    }
    const stamp = Number(headers['webhook-timestamp'])
    expect(
      await Promise.all([
        ask([SECRETS.newspaper, SECRETS.portal], headers, body, `${stamp + 300}`),
        ask([SECRETS.portal], headers, body, `${stamp + 301}`),
        ask([SECRETS.portal], headers, `${body} `, `${stamp}`),
        ask([SECRETS.newspaper], headers, body, `${stamp}`),
        ask([SECRETS.portal], { ...headers, 'webhook-id': 'rel_9_portal' }, body, `${stamp}`),
      ]),
    ).toEqual(['True', 'False', 'False', 'False', 'False'])
  })
})
