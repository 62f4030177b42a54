/** Refusals on the wire: RFC 9457, the title in the language asked for and all three beside it. */
import type { ErrorRequestHandler, Request, Response } from 'express'
import { LANGUAGES, type Language } from '#newsroom'
import { FaultNotHere } from './faults'
import { PROBLEMS, type ProblemCode } from './words'

export const problem = (req: Request, res: Response, code: ProblemCode, facts: Readonly<Record<string, unknown>> = {}) => {
  const { status, ...title } = PROBLEMS[code]
  const language = (req.acceptsLanguages([...LANGUAGES]) || 'vi') as Language
  // RFC 9110 wants a challenge beside every 401.
  if (status === 401) res.set('WWW-Authenticate', 'Webhook-Signature')
  res
    .status(status)
    .set('Content-Language', language)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', status, title: title[language], code, titles: title, ...facts }))
}

export const failure: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) return next(error)
  problem(req, res, codeOf(error))
}

const codeOf = (error: unknown): ProblemCode => {
  if (error instanceof FaultNotHere) return 'fault.notHere'
  if (error instanceof URIError) return 'not.found'
  const { type, code } = error as { readonly type?: string; readonly code?: string }
  return BY_TYPE[type ?? ''] ?? (NOT_WRITTEN.includes(code ?? '') ? 'store.failed' : 'server.fault')
}
/** Names that Express's body parsers give. */
const BY_TYPE: Readonly<Record<string, ProblemCode>> = {
  'entity.too.large': 'body.tooLarge',
  'encoding.unsupported': 'body.encoded',
  'entity.parse.failed': 'body.notJson',
}
const NOT_WRITTEN = ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS']
