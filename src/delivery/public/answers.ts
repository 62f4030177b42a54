/** Headers of every answer, and the fast way out for ready bytes. */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Resource, Variant } from '../read-model'
import type { Now } from './reader'

/** Our pages need style, pictures and fonts of ours, and nothing that runs. */
export const PAGE_POLICY =
  "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

export type Security = (kind: 'page' | 'data') => Readonly<Record<string, string>>

/** `https`: whether the world reaches us that way. Data may be fetched by scripts of other sites, pages may not be framed. */
export const securityHeaders = (https: boolean): Security => {
  const all = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
  const page = { ...all, 'content-security-policy': PAGE_POLICY, 'cross-origin-resource-policy': 'same-origin' }
  const data = {
    ...all,
    'content-security-policy': DATA_POLICY,
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
  }
  return (kind) => (kind === 'page' ? page : data)
}

/** A path that can be one of ours: no query, no escapes, no empty or dotted parts. */
export const isPlainPath = (path: string): boolean => path.length <= 500 && PLAIN.test(path)
const PLAIN = /^(?:\/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9]+)*)+$/

/** `.ninjs.json` is the default form of an item, by its full name. */
export const resourcePath = (path: string): string =>
  path.startsWith('/v1/items/') && path.endsWith('.ninjs.json') ? path.slice(0, -'.ninjs.json'.length) : path

export const kindOf = (path: string): 'page' | 'data' => (path.startsWith('/v1/') || path.startsWith('/feeds/') ? 'data' : 'page')

/** A resource with every header written out, for each encoding, whole and unchanged. */
export type Prepared = {
  readonly resource: Resource
  readonly plain: Written
  readonly packed: Written | null
  readonly hasDate: boolean
  readonly size: number
}
type Written = { readonly whole: string[]; readonly unchanged: string[]; readonly bytes: Buffer }

export const prepare = (resource: Resource, security: Readonly<Record<string, string>>, nowMs = Date.now()): Prepared => {
  // Never later than `Date` (RFC 9110 §8.8.2.1). For the second or two in which several releases crowd, none at all.
  const hasDate = resource.modified * 1000 <= nowMs
  const { 'content-type': type = '', ...rest } = resource.headers
  const written = ({ bytes, etag, digest }: Variant, encoding: Readonly<Record<string, string>>): Written => {
    const date = hasDate ? { 'last-modified': new Date(resource.modified * 1000).toUTCString() } : {}
    const unchanged = { ...security, ...rest, etag, vary: 'Accept-Encoding', ...date }
    const whole = {
      ...unchanged,
      ...encoding,
      'content-type': type,
      'content-digest': digest,
      'content-length': String(bytes.length),
    }
    return { whole: Object.entries(whole).flat(), unchanged: Object.entries(unchanged).flat(), bytes }
  }
  const { body, gzip } = resource
  return {
    resource,
    plain: written(body, {}),
    packed: gzip && written(gzip, { 'content-encoding': 'gzip' }),
    hasDate,
    size: body.bytes.length + (gzip?.bytes.length ?? 0) + 4_000,
  }
}

export const send = (req: IncomingMessage, res: ServerResponse, { resource, plain, packed, hasDate }: Prepared): void => {
  const { whole, unchanged, bytes } = packed !== null && takesGzip(req.headers['accept-encoding']) ? packed : plain
  if (resource.status === 200 && isUnchanged(req.headers, resource, hasDate)) {
    res.writeHead(304, unchanged).end()
    return
  }
  res.writeHead(resource.status, whole)
  res.end(req.method === 'HEAD' ? undefined : bytes)
}

/** The same answer is asked for again and again until the next release. */
export type Shelf = { readonly find: (path: string, now: Now) => Prepared | null }

const SHELF_BYTES = 64 * 1024 * 1024

export const shelf = (security: Security): Shelf => {
  const kept = new Map<string, Prepared>()
  let edition = ''
  let size = 0
  return {
    find: (path, { meta, here }) => {
      const wanted = `${meta.generation}:${meta.edition}`
      if (edition !== wanted || size > SHELF_BYTES) {
        kept.clear()
        size = 0
        edition = wanted
      }
      const known = kept.get(path)
      if (known) return known
      const resource = here.resource(path)
      if (!resource) return null
      const prepared = prepare(resource, security(kindOf(path)))
      if (prepared.hasDate) {
        kept.set(path, prepared)
        size += prepared.size
      }
      return prepared
    },
  }
}

/** RFC 9110 §13.2.2: the tag decides where there is one; the date only without. */
const isUnchanged = (headers: IncomingHttpHeaders, { body, gzip, modified }: Resource, hasDate: boolean): boolean => {
  const wanted = headers['if-none-match']
  if (wanted !== undefined) return matches(wanted, [body, ...(gzip ? [gzip] : [])])
  const since = headers['if-modified-since']
  if (since === undefined || !hasDate) return false
  const date = Date.parse(since)
  return !Number.isNaN(date) && modified * 1000 <= date
}

/** Any of our encodings will do: the reader has the bytes, packed or not. */
const matches = (header: string, variants: readonly Variant[]): boolean =>
  header.trim() === '*' || header.split(',').some((tag) => variants.some(({ etag }) => tag.trim().replace(/^W\//, '') === etag))

const takesGzip = (header: string | string[] | undefined): boolean =>
  typeof header === 'string' && /(?:^|[\s,])(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+)?\s*(?:,|$)/i.test(header)
