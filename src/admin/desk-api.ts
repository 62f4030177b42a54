/** The panel's way to the newsroom's doors: JSON, the cookie of the session, the panel's language, one key per press. */
import type { Language } from '#newsroom'

/** A refusal or a failure, in the words of the server where it has some (RFC 9457). */
export class DeskProblem extends Error {
  readonly code: string
  /** 0: nobody answered. */
  readonly status: number
  readonly facts: Readonly<Record<string, unknown>>
  constructor(code: string, status: number, detail: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(detail)
    this.name = 'DeskProblem'
    this.code = code
    this.status = status
    this.facts = facts
  }
}

export type Ask = {
  readonly language: Language
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  /** Makes a repetition count once; without it only reading is repeated. */
  readonly key?: string
  readonly signal?: AbortSignal
}

/** Waits between tries; a poor line is the normal case. */
const PAUSES = [700, 2000]
/** Answers of a server that is starting, stopping or full. */
const PASSING = [502, 503, 504]

export const ask = async <T>(address: string, { language, method = 'GET', body, key, signal }: Ask): Promise<T> => {
  const request: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      'accept-language': language,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }
  const mayRepeat = method === 'GET' || key !== undefined
  for (let round = 0; ; round++) {
    const pause = mayRepeat ? PAUSES[round] : undefined
    const answer = await fetch(address, request).catch((error: unknown) => {
      if (signal?.aborted) throw error
      return null
    })
    if (answer !== null && !PASSING.includes(answer.status)) return read<T>(answer)
    if (pause === undefined) return answer === null ? unheard() : read<T>(answer)
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

const unheard = (): never => {
  throw new DeskProblem('network', 0, '')
}

const read = async <T>(answer: Response): Promise<T> => {
  if (answer.status === 204) return null as T
  // An answer that broke off halfway, or was left behind with its page, is none.
  if (answer.ok) return (await answer.json().catch(unheard)) as T
  throw problemIn(answer.status, await answer.json().catch(() => null))
}

/** Our own doors answer a problem; Payload's REST answers a list of errors with the problem's facts in `data`. */
export const problemIn = (status: number, said: unknown): DeskProblem => {
  const body = isRecord(said) ? said : {}
  const first: unknown = Array.isArray(body.errors) ? body.errors[0] : undefined
  const error = isRecord(first) ? first : body
  const data = isRecord(error.data) ? error.data : error
  const detail =
    [error.detail, error.message, error.title].find((text): text is string => typeof text === 'string' && text !== '') ?? ''
  return new DeskProblem(
    typeof data.code === 'string' ? data.code : `http.${status}`,
    status,
    detail,
    isRecord(data.facts) ? data.facts : {},
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
