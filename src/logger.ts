/** Logs as rows: a constant message, ids in fields; no text of articles, no secrets. */
import { basename } from 'node:path'
import { pino, stdSerializers, type DestinationStream, type Logger } from 'pino'

export type { Logger }

/** Field names whose values never reach a log, wherever a row carries them (two levels deep). */
export const SECRET_FIELDS = [
  'password',
  'secret',
  'previousSecret',
  'payloadSecret',
  'credentialsKey',
  'headKey',
  'token',
  'apiKey',
  'key_hash',
  'keyHash',
  'authorization',
  'cookie',
  'set-cookie',
  'webhook-signature',
  'hash',
  'salt',
  'resetPasswordToken',
] as const

const PATHS = SECRET_FIELDS.flatMap((field) =>
  ['', '*.', '*.*.'].map((at) => (field.includes('-') ? `${at.replace(/\.$/, '')}["${field}"]` : `${at}${field}`)),
)

/** One logger per process; `name` tells them apart when their rows are collected. */
export const loggerFor = (name: string, level: string = process.env.LOG_LEVEL || 'info', stream?: DestinationStream): Logger =>
  pino(
    {
      name,
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: PATHS, censor: '[…]' },
      serializers: { err: quiet, error: quiet },
    },
    stream as DestinationStream,
  )

/** The logger of this process. */
export const logger: Logger = loggerFor(
  process.env.PROCESS_NAME || basename(process.argv[1] ?? 'ttdn').replace(/\.[cm]?[jt]s$/, ''),
)

/** Errors quote addresses and headers in running text, where no path can reach them. */
export function withoutSecrets(line: string): string {
  return line
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi, '$1[…]@')
    .replace(/\bwhsec_[A-Za-z0-9+/=_-]+/g, '[…]')
    .replace(/\b(JWT|Bearer|Basic)\s+[A-Za-z0-9._~+/=-]+/g, '$1 […]')
    .replace(/\bv1\.[\w-]+\.[\w-]+\.[\w-]+\.[\w-]+/g, '[…]')
}

// Declarations, since the logger above is made while this module loads.
function quiet(error: unknown): unknown {
  return scrub(error instanceof Error ? stdSerializers.err(error) : error, 0)
}

function scrub(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return withoutSecrets(value)
  if (value === null || typeof value !== 'object') return value
  if (depth > 3) return '[…]'
  if (Array.isArray(value)) return value.map((entry) => scrub(entry, depth + 1))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'raw')
      .map(([name, entry]) => [name, (SECRET_FIELDS as readonly string[]).includes(name) ? '[…]' : scrub(entry, depth + 1)]),
  )
}
