/** The programs of the newsroom: where their source is, what each is told. */
import { join } from 'node:path'

export const ROOT = process.cwd()

/**
 * Every program of ours that loads Payload is started with these. The editor's packages choose their build by an awaited
 * import at the top of each module; on Node 20 those awaits can wait for each other and the process ends with code 13
 * (about once in fifteen starts). Told the condition, Node takes the production build directly.
 */
export const NODE_FLAGS = ['--enable-source-maps', '--conditions=production'] as const

export const PROGRAMS = {
  newsroom: 'src/server.ts',
  worker: 'src/cms/worker.ts',
  dispatcher: 'src/delivery/dispatcher.ts',
  projector: 'src/delivery/projector.ts',
  delivery: 'src/delivery/public/server.ts',
  sandbox: 'src/sandbox/server.ts',
  /** Started by the newsroom for what is heavy, never by itself. */
  printer: 'src/bulletin/print/printer.ts',
} as const
export type ProgramName = keyof typeof PROGRAMS
export const isProgram = (name: string): name is ProgramName => name in PROGRAMS

/** Scripts that an installation runs without the development packages. */
export const SHIPPED_SCRIPTS = ['start', 'program', 'command'] as const

export const compiled = (name: ProgramName): string => join(ROOT, 'dist', `${name}.mjs`)
export const compiledCommand = (name: string): string => join(ROOT, 'dist', 'commands', `${name}.mjs`)

type Variables = Readonly<Record<string, string | undefined>>

/** What a program of the given name may know; the rest of the environment stays behind. */
export const environmentOf = (name: ProgramName, source: Variables): NodeJS.ProcessEnv => {
  const { databases = [], names } = TOLD[name]
  const told = Object.entries(source).filter(
    ([variable, value]) => value !== undefined && (PLAIN.test(variable) || names.test(variable)),
  )
  const [variable, fallback] = databases
  const database = variable && (source[variable] ?? (fallback && source[fallback]))
  return {
    ...(Object.fromEntries(told) as Record<string, string>),
    ...(variable && database ? { [variable]: database } : {}),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PROCESS_NAME: name,
  }
}

/** The machine's own variables, without which Node does not run well. */
const PLAIN =
  /^(PATH|HOME|USER|LANG|LC_.*|TZ|TMPDIR|TEMP|TMP|SystemRoot|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|NEWSROOM_MODE|NEWSROOM_FAILPOINT|DISPATCH_PACE|DISPATCH_LEASE_MS|LOG_LEVEL|DATA_DIR)$/

const DESK =
  /^(DATABASE_URL|DISPATCHER_DATABASE_URL|PAYLOAD_SECRET|CREDENTIALS_KEY|HOST|NEWSROOM_PORT|NEWSROOM_URL|DELIVERY_PORT|PUBLIC_URL|SANDBOX_PORT|SANDBOX_URL|MEDIA_DIR|PUBLIC_MEDIA_DIR|READ_MODEL_DIR|SIGNED_HEAD_FILE|PUSH_TO_LOOPBACK|TRUST_PROXY)$/

/** Machines are asked by the desk alone. */
const DESK_AND_MACHINES = new RegExp(`${DESK.source}|^MACHINE_[A-Z_]+$`)

/** `databases`: the program's own account, and the general one that stands in for it. */
const TOLD: Readonly<Record<ProgramName, { readonly names: RegExp; readonly databases?: readonly [string, string] }>> = {
  newsroom: { names: DESK_AND_MACHINES },
  worker: { names: DESK },
  dispatcher: {
    names: /^(CREDENTIALS_KEY|PUSH_TO_LOOPBACK|PUBLIC_URL)$/,
    databases: ['DISPATCHER_DATABASE_URL', 'DATABASE_URL'],
  },
  projector: {
    names: /^(PUBLIC_URL|MEDIA_DIR|PUBLIC_MEDIA_DIR|READ_MODEL_DIR)$/,
    databases: ['PROJECTOR_DATABASE_URL', 'DATABASE_URL'],
  },
  delivery: { names: /^(HOST|DELIVERY_PORT|PUBLIC_URL|PUBLIC_MEDIA_DIR|READ_MODEL_DIR|TRUST_PROXY)$/ },
  sandbox: { names: /^(HOST|SANDBOX_.*|PUBLIC_URL|DELIVERY_PORT)$/ },
  printer: { names: /^PRINTER_SETTINGS$/ },
}
