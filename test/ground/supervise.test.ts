import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { environmentOf } from '../../scripts/programs'
import { supervise, type Fell, type Said, type Supervised } from '../../scripts/supervise'

const folder = mkdtempSync(join(tmpdir(), 'ttdn-supervise-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const program = (name: string, source: string) => {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(file, source)
  return { name, file, environment: { PATH: process.env.PATH } as unknown as NodeJS.ProcessEnv }
}

/** Starts programs and collects what they say and how they fall. */
const started = (programs: readonly ReturnType<typeof program>[]) => {
  const said: Said[] = []
  const falls: Fell[] = []
  const all: Supervised = supervise(programs, {
    onLine: (line) => said.push(line),
    onFall: (fell) => falls.push(fell),
    firstPauseMs: 20,
    longestPauseMs: 60,
    graceMs: 1_000,
  })
  return { all, said, falls }
}
const until = async (condition: () => boolean): Promise<void> => {
  for (let tries = 0; !condition(); tries += 1) {
    if (tries > 400) throw new Error('it never came')
    await pause(25)
  }
}

describe('programs that are kept running', () => {
  it('are started again after a fall, each time a little later', async () => {
    const { all, said, falls } = started([program('falls', 'console.log("tôi đây"); process.exit(3)')])
    await until(() => said.length >= 4)
    await all.stop()
    expect(falls.slice(0, 3)).toEqual([
      { name: 'falls', code: 3, signal: null, againInMs: 20 },
      { name: 'falls', code: 3, signal: null, againInMs: 40 },
      { name: 'falls', code: 3, signal: null, againInMs: 60 },
    ])
  })

  it('are started again after kill -9', async () => {
    const { all, said } = started([program('killed', 'console.log("đang chạy"); setInterval(() => {}, 1000)')])
    await until(() => said.length === 1)
    process.kill(all.pids().killed!, 'SIGKILL')
    await until(() => said.length === 2)
    await all.stop()
    expect(all.pids()).toEqual({})
  })

  it('are not started again when their environment is wrong', async () => {
    const { all, falls } = started([program('wrong', 'process.exit(78)')])
    await until(() => falls.length === 1)
    await pause(150)
    await all.stop()
    expect(falls).toEqual([{ name: 'wrong', code: 78, signal: null, againInMs: null }])
  })

  it('finish their work when all is stopped, and are cut off when they do not', async () => {
    const { all, said, falls } = started([
      program(
        'polite',
        'console.log("sẵn sàng"); setInterval(() => {}, 1000); process.on("SIGTERM", () => { console.log("xong việc"); process.exit(0) })',
      ),
      program('deaf', 'console.log("sẵn sàng"); setInterval(() => {}, 1000); process.on("SIGTERM", () => {})'),
    ])
    await until(() => said.length === 2)
    await all.stop()
    expect([all.pids(), falls]).toEqual([{}, []])
    expect(said.filter(({ line }) => line === 'xong việc').length).toBe(1)
  })

  it('do not outlive a supervisor that was killed', async () => {
    const file = program('orphan', 'console.log(process.pid); setInterval(() => {}, 1000)').file
    const parent = join(folder, 'parent.ts')
    writeFileSync(
      parent,
      `import { supervise } from ${JSON.stringify(join(process.cwd(), 'scripts/supervise'))}
       supervise([{ name: 'orphan', file: ${JSON.stringify(file)}, environment: { PATH: process.env.PATH } as never }], { onLine: ({ line }) => console.log(line), onFall: () => {} })`,
    )
    const supervisor = spawn(process.execPath, ['--import', 'tsx', parent], {
      cwd: process.cwd(),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const pid = Number(await new Promise<string>((told) => supervisor.stdout.once('data', (text: Buffer) => told(String(text)))))
    supervisor.kill('SIGKILL')
    await until(() => !lives(pid))
    expect(lives(pid)).toBe(false)
  })
})

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    // A process that ended and was not yet collected still answers.
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

describe('what a program is told', () => {
  const everything = {
    PATH: '/bin',
    NEWSROOM_MODE: 'demo',
    DATABASE_URL: 'mongodb://newsroom:a@db/newsroom',
    PROJECTOR_DATABASE_URL: 'mongodb://projector:b@db/newsroom',
    PAYLOAD_SECRET: 'bí mật phiên',
    CREDENTIALS_KEY: 'khóa kênh',
    HEAD_KEY: 'khóa ký',
    SANDBOX_SECRETS: 'portal=whsec_x',
    PUBLIC_URL: 'http://127.0.0.1:3001',
    READ_MODEL_DIR: '/data/read-model',
    DELIVERY_PORT: '3001',
    AWS_SECRET_ACCESS_KEY: 'của người khác',
  }
  const told = (name: Parameters<typeof environmentOf>[0]) =>
    Object.keys(environmentOf(name, everything))
      .filter((variable) => !['PATH', 'NODE_ENV', 'NEXT_TELEMETRY_DISABLED', 'PROCESS_NAME', 'NEWSROOM_MODE'].includes(variable))
      .sort()

  it('is only what it needs', () => {
    expect({
      newsroom: told('newsroom'),
      projector: told('projector'),
      dispatcher: told('dispatcher'),
      delivery: told('delivery'),
      sandbox: told('sandbox'),
    }).toEqual({
      newsroom: ['CREDENTIALS_KEY', 'DATABASE_URL', 'DELIVERY_PORT', 'PAYLOAD_SECRET', 'PUBLIC_URL', 'READ_MODEL_DIR'],
      projector: ['PROJECTOR_DATABASE_URL', 'PUBLIC_URL', 'READ_MODEL_DIR'],
      dispatcher: ['CREDENTIALS_KEY', 'DISPATCHER_DATABASE_URL', 'PUBLIC_URL'],
      delivery: ['DELIVERY_PORT', 'PUBLIC_URL', 'READ_MODEL_DIR'],
      sandbox: ['DELIVERY_PORT', 'PUBLIC_URL', 'SANDBOX_SECRETS'],
    })
  })

  it('names the general account where a process has none of its own', () => {
    expect(environmentOf('dispatcher', everything).DISPATCHER_DATABASE_URL).toBe(everything.DATABASE_URL)
    expect(environmentOf('projector', everything).PROJECTOR_DATABASE_URL).toBe(everything.PROJECTOR_DATABASE_URL)
  })
})
