/** The data folder of a demo: what it holds, whether it is whole, and how it is taken away again. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DEMO_KEY_PREFIX, DEMO_SECRET_PREFIX } from '#env'
import { isAlive } from './compile'
import { DEMO_ENV } from './environment'
import { say, Stop } from './speak'

const OUTLETS = ['portal', 'newspaper', 'broadcaster'] as const

/** Made when the sample newsroom begins to be written, removed when it is whole. */
const UNFINISHED = '.unfinished'
/** Which databases hold the sample newsroom. */
const READY = 'demo.json'
const LOCK = 'demo.lock'

export const folderOf = (source: NodeJS.ProcessEnv = process.env): string => resolve(source.DATA_DIR || './data')

export const refuseUnwritable = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true })
    const probe = join(folder, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (problem) {
    const code = (problem as NodeJS.ErrnoException).code
    throw new Stop(
      `Không ghi được vào thư mục dữ liệu ${folder} (${code}). Hãy cấp quyền ghi, hoặc chọn thư mục khác: DATA_DIR=… npm run demo`,
      `The data folder ${folder} cannot be written (${code}). Give the right to write, or choose another: DATA_DIR=… npm run demo`,
    )
  }
}

/** Every row of the sample newsroom has a fixed key, so what is there stays and the rest is added. */
export const sayHalfWritten = (folder: string): void => {
  if (!existsSync(join(folder, UNFINISHED))) return
  say(
    'Lần tạo dữ liệu mẫu trước bị ngắt giữa chừng; phần còn thiếu được làm tiếp. Nếu vẫn không xong: npm run reset-demo',
    'The sample newsroom was cut off while it was written; the rest is added now. Should that fail: npm run reset-demo',
  )
}

/** A folder of production, or of something else altogether, is left alone. */
export const refuseForeign = (folder: string): void => {
  if (existsSync(join(folder, DEMO_ENV)) || existsSync(join(folder, UNFINISHED)) || !existsSync(join(folder, 'newsroom.db')))
    return
  throw new Stop(
    `Thư mục ${folder} có cơ sở dữ liệu không phải của bản chạy thử. Hãy chọn thư mục khác: DATA_DIR=… npm run demo`,
    `The folder ${folder} holds a database that is not a demo's. Choose another folder: DATA_DIR=… npm run demo`,
  )
}

/** One demo a folder at a time; resolves to a function that lets go. */
export const holdFolder = (folder: string): (() => void) => {
  const lock = join(folder, LOCK)
  const owner = demoIn(folder)
  if (owner) {
    throw new Stop(
      `Bản chạy thử của thư mục này đang chạy rồi (tiến trình ${owner}). Hãy dừng nó bằng Ctrl-C trước.`,
      `A demo of this folder is already running (process ${owner}). Stop it with Ctrl-C first.`,
    )
  }
  writeFileSync(lock, String(process.pid))
  return () => rmSync(lock, { force: true })
}

/** The process that runs the demo of this folder, if one does. */
export const demoIn = (folder: string): number | null => {
  const lock = join(folder, LOCK)
  const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
  return owner !== process.pid && isAlive(owner) ? owner : null
}

/** Secrets of a demo, made once; production knows their mark and refuses them. */
export const writeSecrets = (folder: string): void => {
  const file = join(folder, DEMO_ENV)
  if (existsSync(file)) return
  const key = () => Buffer.concat([DEMO_KEY_PREFIX, randomBytes(28)]).toString('base64')
  const lines = {
    NEWSROOM_MODE: 'demo',
    PAYLOAD_SECRET: `${DEMO_SECRET_PREFIX}${randomBytes(32).toString('base64url')}`,
    CREDENTIALS_KEY: key(),
    HEAD_KEY: key(),
    SANDBOX_SECRETS: OUTLETS.map((outlet) => `${outlet}=whsec_${randomBytes(32).toString('base64')}`).join(','),
  }
  const head = '# Bí mật của bản chạy thử; bản chính thức không nhận.\n# Secrets of the demo; production refuses them.\n'
  writeFileSync(
    file,
    `${head}${Object.entries(lines)
      .map(([name, value]) => `${name}=${value}\n`)
      .join('')}`,
    { mode: 0o600 },
  )
}

type Ready = { readonly databases: readonly string[] }

/** Whether the sample newsroom stands in the database that the environment names. */
export const isFurnished = (folder: string, databaseUrl: string): boolean =>
  ready(folder).databases.includes(fingerprint(databaseUrl)) &&
  (databaseUrl.startsWith('mongodb') || existsSync(join(folder, 'newsroom.db')))

/** Furnished, or begun to be: what stands there is this demo's own. */
export const isOwn = (folder: string, databaseUrl: string): boolean => {
  const begun = join(folder, UNFINISHED)
  return isFurnished(folder, databaseUrl) || (existsSync(begun) && readFileSync(begun, 'utf8') === fingerprint(databaseUrl))
}

/** Runs the furnishing between its marks, so that a half-written folder is known as one. */
export const furnish = async (folder: string, databaseUrl: string, work: () => Promise<void>): Promise<void> => {
  writeFileSync(join(folder, UNFINISHED), fingerprint(databaseUrl))
  await work()
  const databases = [...new Set([...ready(folder).databases, fingerprint(databaseUrl)])]
  writeFileSync(join(folder, READY), JSON.stringify({ databases } satisfies Ready))
  rmSync(join(folder, UNFINISHED))
}

const ready = (folder: string): Ready => {
  const file = join(folder, READY)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Ready) : { databases: [] }
}

/** Passwords may change, and need not be written down. */
const fingerprint = (databaseUrl: string): string =>
  createHash('sha256')
    .update(databaseUrl.startsWith('mongodb') ? databaseUrl.replace(/\/\/[^@/]*@/, '//') : 'sqlite')
    .digest('hex')
    .slice(0, 16)

/** What `reset-demo` takes away: only what a demo puts there. */
const MADE_BY_A_DEMO = [
  'newsroom.db',
  'newsroom.db-wal',
  'newsroom.db-shm',
  'media',
  'public-media',
  'read-model',
  'sandbox',
  'logs',
  'signed-head.json',
  DEMO_ENV,
  READY,
  UNFINISHED,
  LOCK,
]

export const isDemoFolder = (folder: string): boolean =>
  existsSync(join(folder, DEMO_ENV)) || existsSync(join(folder, UNFINISHED))

export const emptyFolder = (folder: string): void => {
  for (const name of MADE_BY_A_DEMO) rmSync(join(folder, name), { recursive: true, force: true })
}
