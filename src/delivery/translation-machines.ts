/** One question to a machine that translates. Whatever it answers is an outcome; nothing is thrown, and no word of it is logged. */
import { Agent, request, type Dispatcher } from 'undici'
import { z } from 'zod'
import type { Language } from '#newsroom'
import { guardedLookup, judgeAddress, type Reach, type Resolve } from './guard'

/** `text`: XML with the tags `g` and `x`, which have to come back. */
export type Question = { readonly text: string; readonly from: Language; readonly to: Language }
export type Reply = { readonly text: string } | { readonly failed: 'address' | 'refused' | 'unreachable' | 'answer' }

export type MachineAccount = {
  readonly kind: 'libreTranslate' | 'deepL'
  readonly url: string
  readonly key: string | null
}
export type MachineWish = { readonly reach: Reach; readonly resolve?: Resolve; readonly ca?: string; readonly totalMs?: number }

export const MACHINE_MS = 20_000
const CONNECT_MS = 5_000
/** A segment is a block of a text; what is longer is no question for a machine. */
export const QUESTION_CHARACTERS = 20_000
export const REPLY_BYTES = 256 * 1024

export const askMachine = async (
  account: MachineAccount,
  question: Question,
  { reach, resolve, ca, totalMs = MACHINE_MS }: MachineWish,
): Promise<Reply> => {
  const { path, headers, body, read } = SPOKEN[account.kind](account, question)
  const address = judgeAddress(`${account.url}${path}`, reach)
  if ('refused' in address) return { failed: 'address' }
  if (question.text.length > QUESTION_CHARACTERS) return { failed: 'refused' }
  const agent = new Agent({
    pipelining: 0,
    maxHeaderSize: 16 * 1024,
    headersTimeout: totalMs,
    bodyTimeout: totalMs,
    connect: {
      lookup: guardedLookup(reach, resolve),
      timeout: Math.min(CONNECT_MS, totalMs),
      rejectUnauthorized: true,
      ...(ca === undefined ? {} : { ca }),
    },
  })
  try {
    // undici follows no redirect unless told to: a key never goes on to another address.
    const response = await request(address.url, {
      dispatcher: agent,
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        accept: 'application/json',
        'accept-encoding': 'identity',
        'user-agent': 'ttdn-newsroom',
        ...headers,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(totalMs),
    })
    const text = await bounded(response.body)
    if (response.statusCode < 200 || response.statusCode > 299) return { failed: 'refused' }
    const said = text === null ? null : read(text)
    return said === null ? { failed: 'answer' } : { text: said }
  } catch {
    return { failed: 'unreachable' }
  } finally {
    await agent.destroy()
  }
}

type Spoken = {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  readonly read: (text: string) => string | null
}

const SPOKEN: Readonly<Record<MachineAccount['kind'], (account: MachineAccount, question: Question) => Spoken>> = {
  libreTranslate: ({ key }, { text, from, to }) => ({
    path: '/translate',
    headers: {},
    body: { q: text, source: from, target: to, format: 'html', ...(key === null ? {} : { api_key: key }) },
    read: (answer) => parsed(LIBRE, answer)?.translatedText ?? null,
  }),
  deepL: ({ key }, { text, from, to }) => ({
    path: '/v2/translate',
    headers: { authorization: `DeepL-Auth-Key ${key ?? ''}` },
    body: {
      text: [text],
      source_lang: from.toUpperCase(),
      // As a target DeepL tells the Englishes apart.
      target_lang: to === 'en' ? 'EN-GB' : to.toUpperCase(),
      tag_handling: 'xml',
      outline_detection: false,
    },
    read: (answer) => parsed(DEEPL, answer)?.translations[0]?.text ?? null,
  }),
}

const LIBRE = z.object({ translatedText: z.string() })
const DEEPL = z.object({ translations: z.array(z.object({ text: z.string() })).min(1) })

const parsed = <T>(shape: z.ZodType<T>, text: string): T | null => {
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Null when it is more than any segment could be. */
const bounded = async (body: Dispatcher.ResponseData['body']): Promise<string | null> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length > REPLY_BYTES) return null
  }
  return Buffer.concat(chunks).toString('utf8')
}
