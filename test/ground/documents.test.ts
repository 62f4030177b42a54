import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { deliveryEnv, env, VARIABLE_NAMES } from '#env'
import { parseEnvironment } from '../../scripts/environment'

const read = (file: string) => readFileSync(file, 'utf8')

describe('.env.example', () => {
  const lines = read('.env.example').replace(/^#(?=[A-Z_]+=)/gm, '')

  it('names every variable that the programs read, and no other', () => {
    expect(Object.keys(parseEnvironment(lines)).sort()).toEqual([...VARIABLE_NAMES].sort())
  })

  it('shows defaults that are the real ones', () => {
    const shown = Object.fromEntries(
      Object.entries(parseEnvironment(lines)).filter(([name, value]) => value && !/DATABASE_URL|SECRET|KEY|_URL$/.test(name)),
    )
    const needed = {
      NEWSROOM_MODE: 'demo',
      PAYLOAD_SECRET: 's'.repeat(40),
      CREDENTIALS_KEY: Buffer.alloc(32, 7).toString('base64'),
    }
    expect(env({ ...needed, ...shown, NEWSROOM_MODE: 'demo', PUSH_TO_LOOPBACK: 'false' })).toEqual({
      ...env(needed),
      pushToLoopback: false,
    })
  })

  it('is read as people write it', () => {
    expect(parseEnvironment('# lời\nA=1 # ghi chú\nexport B="có dấu # bên trong"\n C = \'x\'\nkhông phải\n')).toEqual({
      A: '1',
      B: 'có dấu # bên trong',
      C: 'x',
    })
  })
})

describe('the compose file', () => {
  const compose = read('docker-compose.yml')
  const service = (name: string) => new RegExp(`^  ${name}:\\n((?: {4}.*\\n|\\n)+)`, 'm').exec(compose)?.[1] ?? ''

  it('gives delivery no database, no secret and no way to the database', () => {
    expect(service('delivery')).toContain('dist/delivery.mjs')
    expect(service('delivery')).not.toMatch(/MONGO|DATABASE|SECRET|KEY|database\b/)
    expect(() => deliveryEnv({ PUBLIC_URL: 'https://tin.example.vn' })).not.toThrow()
  })

  it('gives every process its own account', () => {
    expect(['newsroom', 'worker', 'projector'].map((name) => /mongodb:\/\/(\w+):/.exec(service(name))?.[1])).toEqual([
      'newsroom',
      'worker',
      'projector',
    ])
    expect(service('worker')).toContain('DISPATCHER_DATABASE_URL: mongodb://dispatcher:')
    expect(service('projector')).not.toMatch(/PAYLOAD_SECRET|CREDENTIALS_KEY/)
  })

  it('holds no password', () => {
    expect(
      [...compose.matchAll(/(?:PASSWORD|SECRET|_KEY): (.*)$/gm)]
        .map(([, value]) => value)
        .filter((value) => !value?.startsWith('${')),
    ).toEqual([])
  })
})

describe('documents', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    ...readdirSync('docs', { recursive: true }).map((page) => join('docs', String(page))),
  ].filter((page) => page.endsWith('.md'))

  it('link to files that exist', () => {
    for (const page of pages) {
      const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link]) => link ?? '')
      for (const link of links) expect([page, link, existsSync(join(dirname(page), link))]).toEqual([page, link, true])
    }
  })

  it('name commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    for (const page of pages) {
      for (const [, command = ''] of read(page).matchAll(/`?npm run ([a-z][a-z-]*)/g))
        expect([page, command, command in scripts]).toEqual([page, command, true])
    }
  })
})
