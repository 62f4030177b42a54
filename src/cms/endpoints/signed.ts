/** What every door of the desk asks first: who, under which key, and whether the request is of the right shape. */
import type { Request } from 'express'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { z } from 'zod'
import { NewsroomError, type Language, type Person } from '#newsroom'
import { readerLanguage } from '../errors'
import { personOf } from '../people'
import { headersOf } from '../rest'

export type Signed = { readonly req: PayloadRequest; readonly person: Person; readonly language: Language }
export const signedIn = async (payload: Payload, req: Request): Promise<Signed> => {
  const headers = headersOf(req.headers)
  const { user } = await payload.auth({ headers })
  if (!user) throw new NewsroomError('auth.required')
  const person = personOf(user)
  // Who left keeps an account without roles, because the log names it, and no business at the desk.
  if (person.roles.length === 0) throw new NewsroomError('auth.notYours')
  return { req: await createLocalReq({ user }, payload), person, language: readerLanguage(headers) }
}

/** draft-ietf-httpapi-idempotency-key: without one a lost answer could not be repeated safely. */
export const keyOf = (req: Request): string => {
  const key = req.get('idempotency-key')
  if (!key || key.length < 8 || key.length > 128 || !/^[\w-]+$/.test(key)) throw new NewsroomError('request.keyMissing')
  return key
}

export const parse = <T>(shape: z.ZodType<T>, value: unknown): T => {
  const parsed = shape.safeParse(value ?? {})
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new NewsroomError('request.invalid', { field: issue?.path.join('.') ?? '', reason: issue?.message ?? '' })
}
