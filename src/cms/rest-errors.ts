import { APIError, type AfterErrorHook } from 'payload'
import { ERRORS, NewsroomError, type ErrorCode } from '#newsroom'
import { problem, readerLanguage } from './errors'
import { asNewsroomError } from './transaction'

/** What Payload's own routes answer when we refuse: our problem in the reader's language; a raw conflict becomes `database.busy`. */
export const speakOurErrors: AfterErrorHook = ({ error, req }) => {
  const refusal = isMalformed(error) ? new NewsroomError('request.invalid', { field: 'body' }) : ourRefusal(error)
  if (!refusal) return
  const { status, ...words } = problem(refusal, readerLanguage(req.headers))
  // `errors` is what the panel shows as a message.
  return {
    response: {
      ...words,
      status,
      errors: [{ message: words.detail, name: words.code, data: { code: words.code, facts: words.facts } }],
    },
    status,
  }
}

export const ourRefusal = (error: unknown): NewsroomError | null => {
  if (error instanceof APIError && isOurs(error.data)) return new NewsroomError(error.data.code, error.data.facts)
  // Payload's own refusals (validation, not found, forbidden) keep their words; they are translated already.
  if (error instanceof APIError && error.status < 500) return null
  return asNewsroomError(error)
}

/** What Payload calls a fault of the server and is one of the sender: a form that breaks off, without a boundary, or with no JSON in it. */
const isMalformed = (error: unknown): boolean =>
  (error instanceof SyntaxError && / JSON /.test(error.message)) ||
  (error instanceof Error &&
    /^(?:Unexpected end of (?:form|file)|Malformed |Multipart: |Request is not eligible|uploadConfig\.handlers is not)/.test(
      error.message,
    ))

const isOurs = (data: unknown): data is { code: ErrorCode; facts: Readonly<Record<string, unknown>> } =>
  typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string' && data.code in ERRORS
