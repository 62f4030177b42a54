/** Headers of every answer, and the fast way out for ready bytes. */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Resource, Variant } from '../read-model'

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
export const isPlainPath = (path: string): boolean => PLAIN.test(path) && path.length <= 500
const PLAIN = /^(?:\/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9]+)*)+$/

/** `.ninjs.json` is the default form of an item, by its full name. */
export const resourcePath = (path: string): string =>
  path.startsWith('/v1/items/') && path.endsWith('.ninjs.json') ? path.slice(0, -'.ninjs.json'.length) : path

export const kindOf = (path: string): 'page' | 'data' => (path.startsWith('/v1/') || path.startsWith('/feeds/') ? 'data' : 'page')

export const sendResource = (
  req: IncomingMessage,
  res: ServerResponse,
  resource: Resource,
  security: Readonly<Record<string, string>>,
  nowMs = Date.now(),
): void => {
  const chosen = resource.gzip !== null && takesGzip(req.headers['accept-encoding']) ? resource.gzip : resource.body
  const headers: Record<string, string | number> = {
    ...security,
    ...resource.headers,
    etag: chosen.etag,
    vary: 'Accept-Encoding',
    // Never later than `Date` (RFC 9110 §8.8.2.1). For the second or two in which several releases crowd, none at all.
    ...(resource.modified * 1000 <= nowMs ? { 'last-modified': new Date(resource.modified * 1000).toUTCString() } : {}),
  }
  if (resource.status === 200 && isUnchanged(req.headers, resource, nowMs)) {
    delete headers['content-type']
    res.writeHead(304, headers).end()
    return
  }
  headers['content-digest'] = chosen.digest
  headers['content-length'] = chosen.bytes.length
  if (chosen === resource.gzip) headers['content-encoding'] = 'gzip'
  res.writeHead(resource.status, headers)
  res.end(req.method === 'HEAD' ? undefined : chosen.bytes)
}

/** RFC 9110 §13.2.2: the tag decides where there is one; the date only without. */
const isUnchanged = (headers: IncomingHttpHeaders, { body, gzip, modified }: Resource, nowMs: number): boolean => {
  const wanted = headers['if-none-match']
  if (wanted !== undefined) return matches(wanted, [body, ...(gzip ? [gzip] : [])])
  const since = headers['if-modified-since']
  if (since === undefined || modified * 1000 > nowMs) return false
  const date = Date.parse(since)
  return !Number.isNaN(date) && modified * 1000 <= date
}

/** Any of our encodings will do: the reader has the bytes, packed or not. */
const matches = (header: string, variants: readonly Variant[]): boolean =>
  header.trim() === '*' || header.split(',').some((tag) => variants.some(({ etag }) => tag.trim().replace(/^W\//, '') === etag))

const takesGzip = (header: string | string[] | undefined): boolean =>
  typeof header === 'string' && /(?:^|[\s,])(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+)?\s*(?:,|$)/i.test(header)
