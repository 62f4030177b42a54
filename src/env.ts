/** The environment of every process: one reader, one sentence per problem, defaults that run. */
import { Buffer } from 'node:buffer'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

export const MODES = ['demo', 'production'] as const
export type Mode = (typeof MODES)[number]

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Secrets made for a demo begin like this, so that production knows them and refuses. */
export const DEMO_SECRET_PREFIX = 'demo-'
/** A demo key is 32 bytes as well; its first four spell "demo". */
export const DEMO_KEY_PREFIX = Buffer.from('demo')

const text = z.string().trim().min(1)
const port = z.coerce.number().int().min(0).max(65535)
const yesNo = z.enum(['true', 'false']).transform((word) => word === 'true')
/** Nothing behind the path that would go along, and no password in it. */
const isBare = ({ search, hash, username, password }: URL): boolean => search + hash + username + password === ''
const origin = z
  .url({ protocol: /^https?$/ })
  .refine((address) => URL.canParse(address) && new URL(address).pathname === '/' && isBare(new URL(address)))
  .transform((address) => new URL(address).origin)
/** 32 bytes, so exactly 44 characters of base64: AES-256 and Ed25519 seeds. */
const isKey = (value: string): boolean => /^[A-Za-z0-9+/]{43}=$/.test(value)
const key32 = z.string().trim().refine(isKey)
/** The first key seals, all of them open: so a key is replaced without a stop. */
const keyring = z
  .string()
  .transform((list) => list.split(',').map((entry) => entry.trim()))
  .refine((keys) => keys.every(isKey))
  .transform((keys) => keys.join(','))
const database = z.string().regex(/^mongodb(\+srv)?:\/\/[^/\s]+\/[^?/\s]+/)
/** Where a machine translates: an address of its own, with a path if it has one. */
const machine = z
  .url({ protocol: /^https?$/ })
  .refine((address) => URL.canParse(address) && isBare(new URL(address)))
  .transform((address) => address.replace(/\/+$/, ''))
/** Proxies in front of us: addresses or networks, never "anybody" (Express `trust proxy`). */
const proxies = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean),
  )
  .refine((list) => list.every(isProxy))

const VARIABLES = z.object({
  /** `production` (default) refuses everything unsafe; `demo` binds to loopback and brings its users. */
  NEWSROOM_MODE: z.enum(MODES).default('production'),
  /** What this installation keeps: SQLite file, read model, public media, logs. Back it up. */
  DATA_DIR: text.default('./data'),
  /** Empty: an SQLite file in DATA_DIR. Otherwise a MongoDB replica set, `mongodb://account:password@host:27017/newsroom?replicaSet=rs0`. */
  DATABASE_URL: database.optional(),
  /** Account of the projector: may only read releases and the digests of client keys. Default: DATABASE_URL. */
  PROJECTOR_DATABASE_URL: database.optional(),
  /** Account of the dispatcher: deliveries, channels, releases. Default: DATABASE_URL. */
  DISPATCHER_DATABASE_URL: database.optional(),
  /** Signs the sessions of the desk; at least 32 characters. Changing it logs everybody out. */
  PAYLOAD_SECRET: text.min(32).optional(),
  /** Encrypts the secrets of the channels; 32 bytes in base64, older keys after commas. Keep a copy apart from the database. */
  CREDENTIALS_KEY: keyring.optional(),
  /** Signs the heads of the log (`npm run sign-head`); an Ed25519 seed, 32 bytes in base64. Keep it off the database's machine. */
  HEAD_KEY: key32.optional(),
  /** Where `npm run sign-head` writes; best on another machine. Default: DATA_DIR/signed-head.json. */
  SIGNED_HEAD_FILE: text.optional(),
  /** Address to listen on. The demo stays on loopback. */
  HOST: text.default('127.0.0.1'),
  /** Port of the desk. */
  NEWSROOM_PORT: port.default(3000),
  /** Address of the desk as people type it; https in production. Default: this machine. */
  NEWSROOM_URL: origin.optional(),
  /** Port of the public pages and feeds. */
  DELIVERY_PORT: port.default(3001),
  /** Public address of pages, feeds and media; https in production. Default: this machine. */
  PUBLIC_URL: origin.optional(),
  /** Port of the three sample outlets (demo only). */
  SANDBOX_PORT: port.default(3002),
  /** Originals and renditions of pictures, sound and films. Back it up. */
  MEDIA_DIR: text.default('./media'),
  /** Released media by digest, filled by the projector, read by delivery. Default: DATA_DIR/public-media. */
  PUBLIC_MEDIA_DIR: text.optional(),
  /** The read model of delivery; may be deleted at any time, the projector makes it anew. Default: DATA_DIR/read-model. */
  READ_MODEL_DIR: text.optional(),
  /** May deliveries go to this very machine? Only in the demo, for the sample outlets. */
  PUSH_TO_LOOPBACK: yesNo.optional(),
  /** How much is logged: trace, debug, info, warn, error, fatal, silent. */
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  /** Addresses or networks of our own reverse proxies, comma separated; empty when there is none. */
  TRUST_PROXY: proxies.default([]),
  /** A LibreTranslate-compatible machine. Segments that a translator asks about leave the house, of unreleased texts too. Empty: off. */
  MACHINE_LIBRETRANSLATE_URL: machine.optional(),
  /** Its key, where it wants one. */
  MACHINE_LIBRETRANSLATE_KEY: text.optional(),
  /** A DeepL-compatible machine, `https://api.deepl.com`; as above. Empty: off. */
  MACHINE_DEEPL_URL: machine.optional(),
  /** Its key; DeepL answers nobody without one. */
  MACHINE_DEEPL_KEY: text.optional(),
})
type Variables = z.infer<typeof VARIABLES>
export type Variable = keyof Variables
export const VARIABLE_NAMES = Object.keys(VARIABLES.shape) as readonly Variable[]

export type Env = {
  readonly mode: Mode
  readonly dataDir: string
  /** `file:///…/newsroom.db`, or `mongodb://…` */
  readonly databaseUrl: string
  readonly projectorDatabaseUrl: string
  readonly dispatcherDatabaseUrl: string
  readonly payloadSecret: string
  /** 32 bytes in base64; older keys after commas. */
  readonly credentialsKey: string
  /** 32 bytes, base64; null where this machine does not sign heads. */
  readonly headKey: string | null
  readonly signedHeadFile: string
  readonly host: string
  readonly newsroomPort: number
  /** Origin without a trailing slash. */
  readonly newsroomUrl: string
  readonly deliveryPort: number
  readonly publicUrl: string
  readonly sandboxPort: number
  readonly sandboxUrl: string
  readonly mediaDir: string
  readonly publicMediaDir: string
  readonly readModelDir: string
  readonly pushToLoopback: boolean
  readonly logLevel: LogLevel
  readonly trustProxy: readonly string[]
  readonly machines: Machines
}

/** Machines that may be asked for a wording; null = not set up. */
export type Machines = {
  readonly libreTranslate: { readonly url: string; readonly key: string | null } | null
  readonly deepL: { readonly url: string; readonly key: string } | null
}

/** Everything delivery is given: no database, no secret. */
export type DeliveryEnv = Pick<
  Env,
  'mode' | 'host' | 'deliveryPort' | 'publicUrl' | 'publicMediaDir' | 'readModelDir' | 'logLevel' | 'trustProxy'
>
export type ProjectorEnv = Pick<Env, 'mode' | 'publicUrl' | 'mediaDir' | 'publicMediaDir' | 'readModelDir' | 'logLevel'> & {
  readonly databaseUrl: string
}
export type DispatcherEnv = Pick<Env, 'mode' | 'publicUrl' | 'credentialsKey' | 'pushToLoopback' | 'logLevel'> & {
  readonly databaseUrl: string
}

/** One thing that is wrong with the environment, said to the person who starts us. */
export type Problem = { readonly variable: Variable; readonly vi: string; readonly en: string }

export class EnvironmentError extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ variable, vi, en }) => `${variable}: ${vi}\n${' '.repeat(variable.length + 2)}${en}`).join('\n'))
    this.name = 'EnvironmentError'
    this.problems = problems
  }
}

type Source = Readonly<Record<string, string | undefined>>

/** The whole environment: newsroom, worker, commands. */
export const env = (source: Source = process.env): Env =>
  read(source, ['PAYLOAD_SECRET', 'CREDENTIALS_KEY', 'NEWSROOM_URL', 'PUBLIC_URL'])

/** Delivery's own subset. */
export const deliveryEnv = (source: Source = process.env): DeliveryEnv => {
  const { mode, host, deliveryPort, publicUrl, publicMediaDir, readModelDir, logLevel, trustProxy } = read(source, ['PUBLIC_URL'])
  return { mode, host, deliveryPort, publicUrl, publicMediaDir, readModelDir, logLevel, trustProxy }
}

export const projectorEnv = (source: Source = process.env): ProjectorEnv => {
  const { mode, publicUrl, mediaDir, publicMediaDir, readModelDir, logLevel, projectorDatabaseUrl } = read(source, ['PUBLIC_URL'])
  return { mode, publicUrl, mediaDir, publicMediaDir, readModelDir, logLevel, databaseUrl: projectorDatabaseUrl }
}

export const dispatcherEnv = (source: Source = process.env): DispatcherEnv => {
  const { mode, publicUrl, credentialsKey, pushToLoopback, logLevel, dispatcherDatabaseUrl } = read(source, [
    'PUBLIC_URL',
    'CREDENTIALS_KEY',
  ])
  return { mode, publicUrl, credentialsKey, pushToLoopback, logLevel, databaseUrl: dispatcherDatabaseUrl }
}

/** Ends the process with its problems, one sentence each, when the environment is not right. */
export const orExit = <T>(reader: () => T): T => {
  try {
    return reader()
  } catch (problem) {
    if (!(problem instanceof EnvironmentError)) throw problem
    process.stderr.write(`${problem.message}\n`)
    process.exit(78) // EX_CONFIG of sysexits.h
  }
}

/** The machines alone, for whoever asks them; what is malformed was refused at the start. */
export const machineEnv = (source: Source = process.env): Machines => {
  const given = Object.fromEntries(Object.entries(source).filter(([name, value]) => name.startsWith('MACHINE_') && value?.trim()))
  const parsed = VARIABLES.partial().safeParse(given)
  return machinesOf(parsed.success ? parsed.data : {})
}

const read = (source: Source, needed: readonly Variable[]): Env => {
  const given = Object.fromEntries(Object.entries(source).filter(([name, value]) => name in VARIABLES.shape && value?.trim()))
  const parsed = VARIABLES.safeParse(given)
  if (!parsed.success) throw new EnvironmentError(malformed(parsed.error.issues.map((issue) => issue.path[0] as Variable)))
  const problems = [...missing(parsed.data, needed), ...unsafe(parsed.data)]
  if (problems.length) throw new EnvironmentError(problems)
  return shape(parsed.data)
}

const shape = (given: Variables): Env => {
  const dataDir = resolve(given.DATA_DIR)
  const databaseUrl = given.DATABASE_URL ?? pathToFileURL(resolve(dataDir, 'newsroom.db')).href
  const here = (listening: number) => `http://${isIP(given.HOST) === 6 ? `[${given.HOST}]` : given.HOST}:${listening}`
  return {
    mode: given.NEWSROOM_MODE,
    dataDir,
    databaseUrl,
    projectorDatabaseUrl: given.PROJECTOR_DATABASE_URL ?? databaseUrl,
    dispatcherDatabaseUrl: given.DISPATCHER_DATABASE_URL ?? databaseUrl,
    payloadSecret: given.PAYLOAD_SECRET ?? '',
    credentialsKey: given.CREDENTIALS_KEY ?? '',
    headKey: given.HEAD_KEY ?? null,
    signedHeadFile: resolve(given.SIGNED_HEAD_FILE ?? resolve(dataDir, 'signed-head.json')),
    host: given.HOST,
    newsroomPort: given.NEWSROOM_PORT,
    newsroomUrl: given.NEWSROOM_URL ?? here(given.NEWSROOM_PORT),
    deliveryPort: given.DELIVERY_PORT,
    publicUrl: given.PUBLIC_URL ?? here(given.DELIVERY_PORT),
    sandboxPort: given.SANDBOX_PORT,
    sandboxUrl: here(given.SANDBOX_PORT),
    mediaDir: resolve(given.MEDIA_DIR),
    publicMediaDir: resolve(given.PUBLIC_MEDIA_DIR ?? resolve(dataDir, 'public-media')),
    readModelDir: resolve(given.READ_MODEL_DIR ?? resolve(dataDir, 'read-model')),
    pushToLoopback: given.PUSH_TO_LOOPBACK ?? given.NEWSROOM_MODE === 'demo',
    logLevel: given.LOG_LEVEL,
    trustProxy: given.TRUST_PROXY,
    machines: machinesOf(given),
  }
}

const machinesOf = (given: Partial<Variables>): Machines => ({
  libreTranslate: given.MACHINE_LIBRETRANSLATE_URL
    ? { url: given.MACHINE_LIBRETRANSLATE_URL, key: given.MACHINE_LIBRETRANSLATE_KEY ?? null }
    : null,
  deepL:
    given.MACHINE_DEEPL_URL && given.MACHINE_DEEPL_KEY ? { url: given.MACHINE_DEEPL_URL, key: given.MACHINE_DEEPL_KEY } : null,
})

/** In a demo everything but the secrets has a default; production names what it is given. */
const missing = (given: Variables, needed: readonly Variable[]): readonly Problem[] =>
  needed
    .filter((variable) => given[variable] === undefined && (given.NEWSROOM_MODE === 'production' || SECRETS.includes(variable)))
    .map((variable) => ({ variable, ...MISSING[variable as keyof typeof MISSING] }))

const SECRETS: readonly Variable[] = ['PAYLOAD_SECRET', 'CREDENTIALS_KEY']

const MISSING = {
  PAYLOAD_SECRET: {
    vi: 'thiếu khóa bí mật; hãy đặt một chuỗi ngẫu nhiên từ 32 ký tự (chạy thử: npm run demo tự tạo).',
    en: 'the secret is missing; set a random text of 32 characters or more (to try things out, npm run demo makes one).',
  },
  CREDENTIALS_KEY: {
    vi: 'thiếu khóa mã hóa; hãy tạo bằng lệnh: openssl rand -base64 32',
    en: 'the encryption key is missing; make one with: openssl rand -base64 32',
  },
  NEWSROOM_URL: {
    vi: 'thiếu địa chỉ của tòa soạn, ví dụ https://toasoan.example.vn',
    en: 'the address of the desk is missing, for example https://toasoan.example.vn',
  },
  PUBLIC_URL: {
    vi: 'thiếu địa chỉ công khai của trang tin, ví dụ https://tin.example.vn',
    en: 'the public address of the pages is missing, for example https://tin.example.vn',
  },
}

/** What parses and still must not run. Each row: is it so, and what to say. */
const unsafe = (given: Variables): readonly Problem[] => {
  const production = given.NEWSROOM_MODE === 'production'
  const rows: readonly (readonly [boolean, Problem])[] = [
    [
      production && !!given.PAYLOAD_SECRET?.startsWith(DEMO_SECRET_PREFIX),
      {
        variable: 'PAYLOAD_SECRET',
        vi: 'đây là khóa của bản chạy thử; bản chính thức phải dùng khóa riêng.',
        en: 'this is the secret of a demo; production needs one of its own.',
      },
    ],
    ...(['CREDENTIALS_KEY', 'HEAD_KEY'] as const).map((variable): readonly [boolean, Problem] => [
      production && isDemoKey(given[variable]),
      {
        variable,
        vi: 'đây là khóa của bản chạy thử; hãy tạo khóa riêng bằng lệnh: openssl rand -base64 32',
        en: 'this is the key of a demo; make one of your own with: openssl rand -base64 32',
      },
    ]),
    ...(['NEWSROOM_URL', 'PUBLIC_URL'] as const).map((variable): readonly [boolean, Problem] => [
      production && !!given[variable]?.startsWith('http://'),
      {
        variable,
        vi: 'bản chính thức chỉ chạy qua https://, vì mật khẩu và phiên đăng nhập đi qua địa chỉ này.',
        en: 'production runs over https:// only, since passwords and sessions travel over this address.',
      },
    ]),
    [
      production && !!given.NEWSROOM_URL && given.NEWSROOM_URL === given.PUBLIC_URL,
      {
        variable: 'PUBLIC_URL',
        vi: 'trang công khai phải có tên miền khác với tòa soạn (NEWSROOM_URL).',
        en: 'the public pages need another host name than the desk (NEWSROOM_URL).',
      },
    ],
    ...(['MACHINE_LIBRETRANSLATE_URL', 'MACHINE_DEEPL_URL'] as const).map((variable): readonly [boolean, Problem] => [
      production && !!given[variable]?.startsWith('http://'),
      {
        variable,
        vi: 'bản chính thức chỉ gửi nội dung qua https://.',
        en: 'production sends texts over https:// only.',
      },
    ]),
    [
      !!given.MACHINE_DEEPL_URL && !given.MACHINE_DEEPL_KEY,
      {
        variable: 'MACHINE_DEEPL_KEY',
        vi: 'thiếu khóa của máy dịch; hãy đặt khóa, hoặc bỏ MACHINE_DEEPL_URL.',
        en: 'the key of the machine is missing; set it, or remove MACHINE_DEEPL_URL.',
      },
    ],
    [
      production && given.PUSH_TO_LOOPBACK === true,
      {
        variable: 'PUSH_TO_LOOPBACK',
        vi: 'bản chính thức không được gửi tin tới chính máy này; hãy bỏ dòng này.',
        en: 'production must not push to this very machine; remove the line.',
      },
    ],
    [
      production && (given.LOG_LEVEL === 'trace' || given.LOG_LEVEL === 'debug'),
      {
        variable: 'LOG_LEVEL',
        vi: 'bản chính thức không ghi nhật ký gỡ lỗi; hãy dùng info, warn hoặc error.',
        en: 'production does not write a debug log; use info, warn or error.',
      },
    ],
    [
      !production && !isLoopback(given.HOST),
      {
        variable: 'HOST',
        vi: 'bản chạy thử chỉ nghe trên chính máy này; hãy dùng 127.0.0.1, hoặc NEWSROOM_MODE=production.',
        en: 'a demo listens on this machine only; use 127.0.0.1, or NEWSROOM_MODE=production.',
      },
    ],
    [
      samePort(given),
      {
        variable: 'NEWSROOM_PORT',
        vi: 'NEWSROOM_PORT, DELIVERY_PORT và SANDBOX_PORT phải là ba cổng khác nhau.',
        en: 'NEWSROOM_PORT, DELIVERY_PORT and SANDBOX_PORT must be three different ports.',
      },
    ],
  ]
  return rows.filter(([wrong]) => wrong).map(([, problem]) => problem)
}

const isDemoKey = (value: string | undefined): boolean =>
  (value ?? '')
    .split(',')
    .some((entry) => Buffer.from(entry, 'base64').subarray(0, DEMO_KEY_PREFIX.length).equals(DEMO_KEY_PREFIX))

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

const samePort = ({ NEWSROOM_PORT, DELIVERY_PORT, SANDBOX_PORT }: Variables): boolean => {
  const chosen = [NEWSROOM_PORT, DELIVERY_PORT, SANDBOX_PORT].filter((listening) => listening !== 0)
  return new Set(chosen).size < chosen.length
}

function isProxy(entry: string): boolean {
  if (entry === 'loopback' || entry === 'linklocal' || entry === 'uniquelocal') return true // Express's own names
  const [address = '', bits, ...rest] = entry.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length) return false
  // A prefix of 0 would mean "anybody".
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128))
}

const malformed = (variables: readonly Variable[]): readonly Problem[] =>
  [...new Set(variables)].map((variable) => ({ variable, ...MALFORMED[variable] }))

const asPort = {
  vi: 'phải là một số cổng từ 0 đến 65535, ví dụ 3000.',
  en: 'must be a port number from 0 to 65535, for example 3000.',
}
const asKey = {
  vi: 'phải là đúng 32 byte viết bằng base64 (44 ký tự); hãy tạo bằng lệnh: openssl rand -base64 32',
  en: 'must be exactly 32 bytes in base64 (44 characters); make it with: openssl rand -base64 32',
}
const asFolder = { vi: 'phải là đường dẫn tới một thư mục.', en: 'must be the path of a folder.' }
const asOrigin = {
  vi: 'phải là một địa chỉ như https://toasoan.example.vn, không có đường dẫn phía sau.',
  en: 'must be an address such as https://toasoan.example.vn, without a path behind it.',
}
const asMachine = {
  vi: 'phải là một địa chỉ như https://may-dich.example.vn, không có dấu ? hay # phía sau.',
  en: 'must be an address such as https://machine.example.vn, without ? or # behind it.',
}
const asMachineKey = { vi: 'phải là khóa do máy dịch cấp.', en: 'must be the key that the machine gave out.' }
const asDatabase = {
  vi: 'phải có dạng mongodb://tài-khoản:mật-khẩu@máy-chủ:27017/newsroom?replicaSet=rs0; để trống thì dùng SQLite.',
  en: 'must read mongodb://account:password@host:27017/newsroom?replicaSet=rs0; leave it empty for SQLite.',
}

const MALFORMED = {
  NEWSROOM_MODE: { vi: 'phải là demo hoặc production.', en: 'must be demo or production.' },
  DATA_DIR: asFolder,
  DATABASE_URL: asDatabase,
  PROJECTOR_DATABASE_URL: asDatabase,
  DISPATCHER_DATABASE_URL: asDatabase,
  PAYLOAD_SECRET: {
    vi: 'quá ngắn; cần ít nhất 32 ký tự ngẫu nhiên.',
    en: 'is too short; at least 32 random characters are needed.',
  },
  CREDENTIALS_KEY: asKey,
  HEAD_KEY: asKey,
  SIGNED_HEAD_FILE: { vi: 'phải là đường dẫn tới một tệp.', en: 'must be the path of a file.' },
  HOST: { vi: 'phải là địa chỉ để lắng nghe, ví dụ 127.0.0.1.', en: 'must be an address to listen on, for example 127.0.0.1.' },
  NEWSROOM_PORT: asPort,
  NEWSROOM_URL: asOrigin,
  DELIVERY_PORT: asPort,
  PUBLIC_URL: asOrigin,
  SANDBOX_PORT: asPort,
  MEDIA_DIR: asFolder,
  PUBLIC_MEDIA_DIR: asFolder,
  READ_MODEL_DIR: asFolder,
  PUSH_TO_LOOPBACK: { vi: 'phải là true hoặc false.', en: 'must be true or false.' },
  LOG_LEVEL: { vi: `phải là một trong: ${LOG_LEVELS.join(', ')}.`, en: `must be one of: ${LOG_LEVELS.join(', ')}.` },
  TRUST_PROXY: {
    vi: 'phải là danh sách địa chỉ hoặc dải mạng của máy chủ trung gian, ví dụ 10.0.0.5,10.1.0.0/16; không nhận true.',
    en: 'must list the addresses or networks of your proxies, for example 10.0.0.5,10.1.0.0/16; true is not accepted.',
  },
  MACHINE_LIBRETRANSLATE_URL: asMachine,
  MACHINE_LIBRETRANSLATE_KEY: asMachineKey,
  MACHINE_DEEPL_URL: asMachine,
  MACHINE_DEEPL_KEY: asMachineKey,
} satisfies Record<Variable, { vi: string; en: string }>
