import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DEMO_KEY_PREFIX, deliveryEnv, dispatcherEnv, env, EnvironmentError, machineEnv, projectorEnv, type Problem } from '#env'

const key = randomBytes(32).toString('base64')
const demoKey = Buffer.concat([DEMO_KEY_PREFIX, randomBytes(28)]).toString('base64')
const demo = { NEWSROOM_MODE: 'demo', PAYLOAD_SECRET: `demo-${'s'.repeat(40)}`, CREDENTIALS_KEY: demoKey }
const production = {
  PAYLOAD_SECRET: 'b7c1a0f2e8d94c6fa3b5d7e9f1c3a5b7',
  CREDENTIALS_KEY: key,
  NEWSROOM_URL: 'https://toasoan.lamdong.example.vn',
  PUBLIC_URL: 'https://tin.lamdong.example.vn',
}

const problemsOf = (read: () => unknown): readonly Problem[] => {
  try {
    read()
    return []
  } catch (refusal) {
    if (refusal instanceof EnvironmentError) return refusal.problems
    throw refusal
  }
}
const wrong = (source: Record<string, string>) => problemsOf(() => env(source)).map(({ variable }) => variable)

describe('a demo', () => {
  it('runs on defaults beside its two secrets', () => {
    expect(env(demo)).toEqual({
      mode: 'demo',
      dataDir: resolve('data'),
      databaseUrl: pathToFileURL(resolve('data/newsroom.db')).href,
      projectorDatabaseUrl: pathToFileURL(resolve('data/newsroom.db')).href,
      dispatcherDatabaseUrl: pathToFileURL(resolve('data/newsroom.db')).href,
      payloadSecret: demo.PAYLOAD_SECRET,
      credentialsKey: demoKey,
      headKey: null,
      signedHeadFile: resolve('data/signed-head.json'),
      host: '127.0.0.1',
      newsroomPort: 3000,
      newsroomUrl: 'http://127.0.0.1:3000',
      deliveryPort: 3001,
      publicUrl: 'http://127.0.0.1:3001',
      sandboxPort: 3002,
      sandboxUrl: 'http://127.0.0.1:3002',
      mediaDir: resolve('media'),
      publicMediaDir: resolve('data/public-media'),
      readModelDir: resolve('data/read-model'),
      pushToLoopback: true,
      logLevel: 'info',
      trustProxy: [],
      machines: { libreTranslate: null, deepL: null },
    })
  })

  it('does not listen beyond this machine', () => {
    expect(wrong({ ...demo, HOST: '0.0.0.0' })).toEqual(['HOST'])
    expect(wrong({ ...demo, HOST: '::1' })).toEqual([])
  })

  it('wants three different ports, where it is not free to choose', () => {
    expect(wrong({ ...demo, DELIVERY_PORT: '3000' })).toEqual(['NEWSROOM_PORT'])
    expect(wrong({ ...demo, NEWSROOM_PORT: '0', DELIVERY_PORT: '0', SANDBOX_PORT: '0' })).toEqual([])
  })
})

describe('production', () => {
  it('is what runs when nothing is said', () => {
    const running = env(production)
    expect([running.mode, running.pushToLoopback, running.newsroomUrl]).toEqual(['production', false, production.NEWSROOM_URL])
  })

  it('takes an older key behind the new one', () => {
    const older = randomBytes(32).toString('base64')
    expect(env({ ...production, CREDENTIALS_KEY: `${key}, ${older}` }).credentialsKey).toBe(`${key},${older}`)
  })

  it('names every value that it is missing', () => {
    expect(wrong({})).toEqual(['PAYLOAD_SECRET', 'CREDENTIALS_KEY', 'NEWSROOM_URL', 'PUBLIC_URL'])
  })

  it.each([
    ['the secret of a demo', { PAYLOAD_SECRET: demo.PAYLOAD_SECRET }, 'PAYLOAD_SECRET'],
    ['the key of a demo', { CREDENTIALS_KEY: demoKey }, 'CREDENTIALS_KEY'],
    ['the key of a demo as an older key', { CREDENTIALS_KEY: `${key},${demoKey}` }, 'CREDENTIALS_KEY'],
    ['heads signed with the key of a demo', { HEAD_KEY: demoKey }, 'HEAD_KEY'],
    ['a desk over plain http', { NEWSROOM_URL: 'http://toasoan.lamdong.example.vn' }, 'NEWSROOM_URL'],
    ['public pages over plain http', { PUBLIC_URL: 'http://tin.lamdong.example.vn' }, 'PUBLIC_URL'],
    ['pages on the host name of the desk', { PUBLIC_URL: production.NEWSROOM_URL }, 'PUBLIC_URL'],
    ['pushing to itself', { PUSH_TO_LOOPBACK: 'true' }, 'PUSH_TO_LOOPBACK'],
    ['a debug log', { LOG_LEVEL: 'debug' }, 'LOG_LEVEL'],
    ['trusting every proxy', { TRUST_PROXY: 'true' }, 'TRUST_PROXY'],
    ['trusting every network', { TRUST_PROXY: '0.0.0.0/0' }, 'TRUST_PROXY'],
    ['a short secret', { PAYLOAD_SECRET: 'bi-mat' }, 'PAYLOAD_SECRET'],
    ['a key of 16 bytes', { CREDENTIALS_KEY: randomBytes(16).toString('base64') }, 'CREDENTIALS_KEY'],
    ['an address with a path', { NEWSROOM_URL: 'https://lamdong.example.vn/toasoan' }, 'NEWSROOM_URL'],
    ['an address with a password in it', { PUBLIC_URL: 'https://tin:tin@lamdong.example.vn' }, 'PUBLIC_URL'],
    ['another kind of database', { DATABASE_URL: 'postgres://newsroom@db/newsroom' }, 'DATABASE_URL'],
    ['a MongoDB address without a database', { DATABASE_URL: 'mongodb://db:27017/?replicaSet=rs0' }, 'DATABASE_URL'],
    ['an unknown mode', { NEWSROOM_MODE: 'staging' }, 'NEWSROOM_MODE'],
    ['a port that is none', { DELIVERY_PORT: '70000' }, 'DELIVERY_PORT'],
  ])('refuses %s', (_, change, variable) => {
    expect(wrong({ ...production, ...change })).toEqual([variable])
  })

  it('says each problem in Vietnamese and in English, one sentence each', () => {
    const problems = [
      ...problemsOf(() => env({})),
      ...problemsOf(() => env({ ...production, LOG_LEVEL: 'debug', TRUST_PROXY: 'true' })),
    ]
    for (const { vi, en } of problems) {
      expect(vi).toMatch(/[àáảãạăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]/)
      expect(en).not.toBe(vi)
    }
    expect(problems.length).toBe(5)
  })

  it('never repeats a secret in its refusal', () => {
    const source = {
      ...production,
      PAYLOAD_SECRET: 'demo-khong-duoc-lo-chuoi-nay-ra-nhat-ky',
      DATABASE_URL: 'mysql://root:matkhau@db/newsroom',
    }
    expect(() => env(source)).toThrow(EnvironmentError)
    const said = problemsOf(() => env(source))
    expect(JSON.stringify(said)).not.toMatch(/khong-duoc-lo|matkhau/)
  })
})

describe('machines that translate', () => {
  const libre = { MACHINE_LIBRETRANSLATE_URL: 'https://dich.example.vn/lt/' }
  const deepL = { MACHINE_DEEPL_URL: 'https://api.deepl.com', MACHINE_DEEPL_KEY: 'k' }

  it('are off until somebody sets them up', () => {
    expect(env(production).machines).toEqual({ libreTranslate: null, deepL: null })
    expect(env({ ...production, MACHINE_DEEPL_URL: ' ', MACHINE_LIBRETRANSLATE_KEY: 'k' }).machines).toEqual({
      libreTranslate: null,
      deepL: null,
    })
    expect(env({ ...production, ...libre, ...deepL }).machines).toEqual({
      libreTranslate: { url: 'https://dich.example.vn/lt', key: null },
      deepL: { url: 'https://api.deepl.com', key: 'k' },
    })
    expect(machineEnv({ ...libre, ...deepL })).toEqual(env({ ...production, ...libre, ...deepL }).machines)
    expect(machineEnv({})).toEqual({ libreTranslate: null, deepL: null })
  })

  it('are refused like any address that is none', () => {
    expect(wrong({ ...production, NEWSROOM_URL: 'toasoan.example.vn' })).toEqual(['NEWSROOM_URL'])
  })

  it('are refused without https in production, without a key where one is needed, and where the address is none', () => {
    expect(wrong({ ...production, MACHINE_LIBRETRANSLATE_URL: 'http://dich.example.vn' })).toEqual(['MACHINE_LIBRETRANSLATE_URL'])
    expect(wrong({ ...production, ...deepL, MACHINE_DEEPL_URL: 'http://a.vn' })).toEqual(['MACHINE_DEEPL_URL'])
    expect(wrong({ ...production, MACHINE_DEEPL_URL: 'https://api.deepl.com' })).toEqual(['MACHINE_DEEPL_KEY'])
    expect(wrong({ ...demo, MACHINE_LIBRETRANSLATE_URL: 'http://127.0.0.1:5000' })).toEqual([])
    for (const address of [
      'dich.example.vn',
      'ftp://dich.example.vn',
      'https://ai:mat-khau@dich.example.vn',
      'https://a.vn/?key=1',
    ])
      expect(wrong({ ...production, MACHINE_LIBRETRANSLATE_URL: address })).toEqual(['MACHINE_LIBRETRANSLATE_URL'])
  })
})

describe('each process is told only what it needs', () => {
  it('delivery: no database, no secret, and starts without them', () => {
    expect(
      deliveryEnv({ PUBLIC_URL: production.PUBLIC_URL, TRUST_PROXY: '10.0.0.5, 10.1.0.0/16', DATA_DIR: '/srv/ttdn' }),
    ).toEqual({
      mode: 'production',
      host: '127.0.0.1',
      deliveryPort: 3001,
      publicUrl: production.PUBLIC_URL,
      publicMediaDir: '/srv/ttdn/public-media',
      readModelDir: '/srv/ttdn/read-model',
      logLevel: 'info',
      trustProxy: ['10.0.0.5', '10.1.0.0/16'],
    })
  })

  it('projector: its own account, no secret', () => {
    const running = projectorEnv({
      PUBLIC_URL: production.PUBLIC_URL,
      PROJECTOR_DATABASE_URL: 'mongodb://projector:p@db:27017/newsroom?replicaSet=rs0',
    })
    expect(running.databaseUrl).toBe('mongodb://projector:p@db:27017/newsroom?replicaSet=rs0')
    expect(JSON.stringify(Object.keys(running))).not.toMatch(/secret|Key/)
  })

  it('dispatcher: its own account and the key of the channels, not the secret of the sessions', () => {
    const running = dispatcherEnv({ ...production, PAYLOAD_SECRET: '' })
    expect([running.credentialsKey, 'payloadSecret' in running]).toEqual([key, false])
  })
})
