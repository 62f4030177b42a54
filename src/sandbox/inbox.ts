/**
 * The reference receiver: what an outlet's engineer may copy. In this order: is it really from the newsroom, is it whole,
 * have we seen it, is it newer than what we show. Only then is anything kept, and only after that is it acknowledged.
 */
import { createHash } from 'node:crypto'
import { isUtf8 } from 'node:buffer'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import type { Instant } from '#newsroom'
import { readMessage, type Message } from './message'
import type { Entry, Held, Outcome, Store } from './store'
import { PROBLEMS, type ProblemCode } from './words'

export const BODY_LIMIT = 1024 * 1024

export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>
export type Inbox = {
  /** One secret; two while they are being changed. */
  readonly secrets: readonly string[]
  readonly store: Store
  readonly now: () => Date
  /** Where a text is found on the outlet's site, told back to the newsroom. */
  readonly urlOf: (held: Held) => string
}
/** `remoteId` and `url` let the newsroom show "see it on the portal". */
export type Answer =
  | { readonly status: Outcome; readonly remoteId: string; readonly url: string }
  | { readonly status: 'control'; readonly type: string }
export type Received =
  { readonly answer: Answer } | { readonly problem: ProblemCode; readonly facts: Readonly<Record<string, unknown>> }

/** `raw` is the body exactly as it came: a signature over parsed and re-written JSON is another signature. */
export const receive = async (inbox: Inbox, headers: Headers, raw: Buffer): Promise<Received> => {
  const at = inbox.now().toISOString()
  const refused = (
    problem: ProblemCode,
    signature: Entry['signature'],
    facts: Readonly<Record<string, unknown>> = {},
  ): Received => {
    inbox.store.note({ ...claimed(headers, at), signature, outcome: problem, status: PROBLEMS[problem].status })
    return { problem, facts }
  }

  if (inbox.secrets.length === 0) return refused('secret.missing', 'none')
  const doubt = doubtOf(inbox.secrets, headers, raw)
  if (doubt) return refused(doubt, doubt === 'signature.missing' ? 'none' : 'bad', digestFacts(headers, raw))
  if (digestDiffers(headers, raw)) return refused('digest.wrong', 'good', digestFacts(headers, raw))

  const json = parse(raw)
  if (json === undefined) return refused('body.notJson', 'good')
  const reading = readMessage(json)
  if ('wrong' in reading) return refused('body.notUnderstood', 'good', { places: reading.wrong })
  if ('control' in reading) {
    inbox.store.note({ ...claimed(headers, at), kind: reading.control, signature: 'good', outcome: 'control', status: 200 })
    return { answer: { status: 'control', type: reading.control } }
  }

  const differing = headersThatDiffer(headers, reading.release)
  if (differing.length > 0) return refused('header.differs', 'good', { headers: differing })

  const { outcome, held } = await inbox.store.accept(one(headers['webhook-id']), reading.release, at)
  return { answer: { status: outcome, remoteId: `${held.item}-${held.language}`, url: inbox.urlOf(held) } }
}

/** Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`, any of our secrets, clock within 300 s. Null when believed. */
export const doubtOf = (secrets: readonly string[], headers: Headers, raw: Buffer): ProblemCode | null => {
  // The library decodes bytes to text first, so that two bodies with different broken bytes would have one signature.
  if (!isUtf8(raw)) return 'signature.wrong'
  const signed = Object.fromEntries(SIGNED.map((name) => [name, one(headers[name])]))
  if (SIGNED.some((name) => signed[name] === '')) return 'signature.missing'
  if (!/^[\w-]{1,255}$/.test(one(headers['webhook-id'])) || !/^\d{1,12}$/.test(one(headers['webhook-timestamp'])))
    return 'signature.wrong'
  let doubt: ProblemCode = 'signature.wrong'
  for (const secret of secrets) {
    try {
      new Webhook(secret).verify(raw, signed, { jsonParse: false })
      return null
    } catch (failure) {
      if (!(failure instanceof WebhookVerificationError)) throw failure
      if (failure.message.startsWith('Message timestamp')) doubt = 'signature.time'
    }
  }
  return doubt
}

const SIGNED = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const

/** RFC 9530. The signature covers the body already; the digest tells an engineer whether something on the way rewrote it. */
const digestDiffers = (headers: Headers, raw: Buffer) => {
  const sent = sentDigest(headers)
  return sent !== null && sent !== digestOf(raw)
}
const digestFacts = (headers: Headers, raw: Buffer) =>
  digestDiffers(headers, raw) ? { digestSent: sentDigest(headers), digestReceived: digestOf(raw) } : {}
const digestOf = (raw: Buffer) => createHash('sha256').update(raw).digest('base64')
const sentDigest = (headers: Headers) => {
  const header = one(headers['content-digest'])
  if (header === '') return null
  return /(?:^|,)\s*sha-256=:([A-Za-z0-9+/=]+):/.exec(header)?.[1] ?? header.slice(0, 100)
}

/** Headers are not signed: they may help a router, but the body decides and a contradiction is refused. */
const headersThatDiffer = (headers: Headers, message: Message) =>
  Object.entries({
    'ttdn-item': message.item,
    'ttdn-language': message.language,
    'ttdn-version': String(message.version),
    'ttdn-seq': String(message.seq),
  })
    .filter(([name, value]) => one(headers[name]) !== '' && one(headers[name]) !== value)
    .map(([name]) => name)

const parse = (raw: Buffer): unknown => {
  try {
    return JSON.parse(raw.toString('utf8')) as unknown
  } catch {
    return undefined // refused by the caller as `body.notJson`
  }
}

const claimed = (headers: Headers, at: Instant): Entry => ({
  at,
  id: short(headers['webhook-id']) ?? '',
  item: short(headers['ttdn-item']),
  language: short(headers['ttdn-language']),
  version: count(headers['ttdn-version']),
  seq: count(headers['ttdn-seq']),
  kind: null,
  title: null,
  signature: 'none',
  outcome: '',
  status: 0,
})
const one = (value: Headers[string]) => (typeof value === 'string' ? value : '')
const short = (value: Headers[string]) => one(value).slice(0, 100) || null
const count = (value: Headers[string]) => (/^\d{1,9}$/.test(one(value)) ? Number(one(value)) : null)
