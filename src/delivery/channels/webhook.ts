/** One attempt at an outlet by webhook (Standard Webhooks). Whatever it answers is an outcome; nothing is thrown. */
import { createHash } from 'node:crypto'
import { Agent, request, type Dispatcher } from 'undici'
import { Webhook } from 'standardwebhooks'
import { z } from 'zod'
import type { ItemId, Language } from '#newsroom'
import { guardedLookup, judgeAddress, RefusedAddress, type Reach, type Resolve } from '../guard'
import { readRetryAfter, isSuccess, type Answer, type Outcome } from '../retry'

export type Post = {
  readonly address: string
  /** webhook-id; the same at every attempt. */
  readonly id: string
  readonly body: Buffer
  readonly item: ItemId
  readonly language: Language
  readonly version: number
  readonly seq: number
  /** Signed with each of them: two while an outlet changes over. */
  readonly secrets: readonly string[]
}

export type Sender = {
  readonly send: (
    post: Post,
    at: { readonly now: number; readonly signal?: AbortSignal; readonly withinMs?: number },
  ) => Promise<Outcome>
  readonly close: () => Promise<void>
}

export type SenderWish = {
  readonly reach: Reach
  readonly resolve?: Resolve
  /** Authority of a test outlet. */
  readonly ca?: string
  readonly connectMs?: number
  readonly totalMs?: number
}

export const CONNECT_MS = 5_000
export const TOTAL_MS = 20_000
export const ANSWER_BYTES = 64 * 1024

export const webhookSender = ({ reach, resolve, ca, connectMs = CONNECT_MS, totalMs = TOTAL_MS }: SenderWish): Sender => {
  const agent = new Agent({
    // A new connection for each attempt: checked anew, and never one that the outlet has just closed.
    pipelining: 0,
    maxHeaderSize: 16 * 1024,
    headersTimeout: totalMs,
    bodyTimeout: totalMs,
    connect: {
      lookup: guardedLookup(reach, resolve),
      timeout: connectMs,
      rejectUnauthorized: true,
      ...(ca === undefined ? {} : { ca }),
    },
  })

  const send: Sender['send'] = async (post, { now, signal, withinMs = totalMs }) => {
    const address = judgeAddress(post.address, reach)
    if ('refused' in address) return { kind: 'unsendable', error: `address ${address.refused}`, pause: true }
    const signed = sign(post, now)
    if (signed === null) return { kind: 'unsendable', error: 'secret unusable', pause: true }
    const until = AbortSignal.timeout(Math.max(1, Math.min(totalMs, withinMs)))
    try {
      // undici follows no redirect unless told to; a 3xx is an answer like any other.
      const response = await request(address.url, {
        dispatcher: agent,
        method: 'POST',
        headers: headersOf(post, now, signed),
        body: post.body,
        signal: signal ? AbortSignal.any([signal, until]) : until,
      })
      const text = await readStart(response.body)
      return {
        kind: 'answered',
        status: response.statusCode,
        retryAfter: readRetryAfter(oneOf(response.headers['retry-after']), now),
        answer: isSuccess(response.statusCode) ? readAnswer(text) : null,
      }
    } catch (error) {
      if (signal?.aborted) return { kind: 'aborted' }
      const refused = findRefusal(error)
      if (refused) return { kind: 'unsendable', error: `address ${refused.refusal}`, pause: false }
      return { kind: 'unreachable', error: until.aborted ? 'timeout' : codeOf(error) }
    }
  }
  return { send, close: () => agent.destroy() }
}

/** Header names of the contract (docs/outlets.md). */
const headersOf = (post: Post, now: number, signature: string): Record<string, string> => ({
  'content-type': 'application/json; charset=utf-8',
  'accept-encoding': 'identity',
  'user-agent': 'ttdn-newsroom',
  'webhook-id': post.id,
  'webhook-timestamp': String(Math.floor(now / 1000)),
  'webhook-signature': signature,
  'content-digest': `sha-256=:${createHash('sha256').update(post.body).digest('base64')}:`,
  'idempotency-key': post.id,
  'ttdn-item': post.item,
  'ttdn-language': post.language,
  'ttdn-version': String(post.version),
  'ttdn-seq': String(post.seq),
})

const sign = ({ secrets, id, body }: Post, now: number): string | null => {
  try {
    const signatures = secrets.map((secret) => new Webhook(secret).sign(id, new Date(now), body.toString('utf8')))
    return signatures.length === 0 ? null : signatures.join(' ')
  } catch {
    // Not base64: typed by hand. The text of the error would quote it.
    return null
  }
}

/** At most 64 KiB of what the outlet says; the rest is not waited for. */
const readStart = async (body: Dispatcher.ResponseData['body']): Promise<string> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length > ANSWER_BYTES) break
  }
  return length > ANSWER_BYTES ? '' : Buffer.concat(chunks).toString('utf8')
}

const shortText = z
  .union([z.string(), z.number().transform(String)])
  // No control characters, no bidi overrides: it is shown to editors.
  .pipe(
    z
      .string()
      .max(200)
      .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u),
  )
const webAddress = z
  .string()
  .max(2_000)
  .refine((text) => URL.canParse(text))
  .transform((text) => new URL(text))
  .refine(
    ({ protocol, username, password }) => (protocol === 'https:' || protocol === 'http:') && username === '' && password === '',
  )
  .transform(({ href }) => href)
const answer = z.object({
  status: z.enum(['applied', 'duplicate', 'superseded']).nullable().catch(null),
  remoteId: shortText.nullable().catch(null),
  url: webAddress.nullable().catch(null),
})

/** The outlet's word is untrusted input: what does not fit is left out, one value at a time. */
export const readAnswer = (text: string): Answer | null => {
  try {
    return answer.parse(JSON.parse(text))
  } catch {
    return null
  }
}

const oneOf = (header: string | string[] | undefined): string | null =>
  Array.isArray(header) ? (header[0] ?? null) : (header ?? null)

const causes = (error: unknown): readonly Error[] => {
  const list: Error[] = []
  for (let current = error; current instanceof Error && list.length < 5; current = current.cause) list.push(current)
  return list
}
const findRefusal = (error: unknown) => causes(error).find((cause) => cause instanceof RefusedAddress)

/** A short name that tells the reason and nothing else: messages may quote what was sent. */
const codeOf = (error: unknown): string => {
  const code = causes(error)
    .flatMap((cause) => ('code' in cause && typeof cause.code === 'string' ? [cause.code] : [cause.name]))
    .find((text) => text in NAMES || /^[A-Z][A-Z0-9_]+$/.test(text))
  return code === undefined ? 'no answer' : (NAMES[code] ?? code)
}
const NAMES: Readonly<Record<string, string>> = {
  UND_ERR_CONNECT_TIMEOUT: 'connect timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_SOCKET: 'connection closed',
  UND_ERR_HEADERS_OVERFLOW: 'headers too large',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'no proper HTTP',
  HTTPParserError: 'no proper HTTP',
  ECONNRESET: 'connection reset',
  ECONNREFUSED: 'connection refused',
  ENOTFOUND: 'name not found',
  EAI_AGAIN: 'name not found',
  CERT_HAS_EXPIRED: 'certificate expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate of another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate of an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate of an unknown authority',
}
