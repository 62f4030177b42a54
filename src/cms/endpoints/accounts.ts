import { Router, raw, type Request as ExpressRequest, type RequestHandler } from 'express'
import { createLocalReq, forgotPasswordOperation, type Payload } from 'payload'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { NewsroomError } from '#newsroom'
import { inTransaction } from '../transaction'
import { answer, ask, headersOf, webRequest } from '../rest'
import { recordEvent } from '../stores/events'
import { personOf } from '../people'

/** Milliseconds that every refused sign-in takes, so that known and unknown accounts cannot be told apart by the clock. */
const EVEN_MS = 900

/**
 * Sign-in, forgotten password, reset and unlock, in front of Payload's: small bodies, limits per account and per
 * address before any password is hashed (the hash occupies the thread pool), one answer for known and unknown accounts.
 */
export const accountRoutes = (payload: Payload, origin: string, instance?: string): Router => {
  const router = Router()
  const limits = accountLimits()
  const small: readonly RequestHandler[] = [raw({ limit: '64kb', type: () => true }), formOrJson]

  router.post('/api/users/login', ...small, async (req, res) => {
    const { email, password } = credentials(req.body)
    await limits.spend(email, req.ip ?? '')
    const started = Date.now()
    const result = await login(payload, origin, instance, email, password, req)
    if (!result) {
      await evenly(started)
      await audit(payload, 'loginFailed', email)
      throw new NewsroomError('auth.wrong')
    }
    await limits.forgive(email)

    await answer(res, result)
  })

  router.post('/api/users/forgot-password', ...small, async (req, res) => {
    const email = text((req.body as Body)?.email)
    await limits.spend(`forgot:${email}`, req.ip ?? '')
    const started = Date.now()
    await forgot(payload, email)
    await evenly(started)
    res.json({ ok: true })
  })

  router.post('/api/users/reset-password', ...small, async (req, res) => {
    await limits.spend(`reset:${req.ip ?? ''}`, req.ip ?? '')
    const { token, password } = (req.body ?? {}) as NonNullable<Body>
    await answer(
      res,
      await ask(
        payload,
        instance,
        webRequest(req, origin, Buffer.from(JSON.stringify({ token: text(token), password: text(password) }))),
      ),
    )
  })

  router.post('/api/users/unlock', ...small, async (req, res) => {
    const { user } = await payload.auth({ headers: headersOf(req.headers) })
    if (!user) throw new NewsroomError('auth.required')
    if (!personOf(user).roles.includes('administrator')) throw new NewsroomError('auth.notYours')
    const email = text((req.body as Body)?.email)
    await payload.unlock({ collection: 'users', data: { email } as never, overrideAccess: true })
    await limits.forgive(email)
    await audit(payload, 'unlock', email, String(user.id))
    res.json({ ok: true })
  })

  // The first person is made by `npm run create-user`; over HTTP there is no such route.
  router.all('/api/users/first-register', () => {
    throw new NewsroomError('request.notFound')
  })
  return router
}

/** The panel sends a form whose `_payload` holds the JSON; scripts send JSON. */
const formOrJson: RequestHandler = async (req, _res, next) => {
  const sent = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
  const type = req.get('content-type') ?? ''
  try {
    const text = /^multipart\/form-data/.test(type)
      ? (await new Response(new Uint8Array(sent), { headers: { 'content-type': type } }).formData()).get('_payload')
      : sent.toString('utf8')
    req.body = JSON.parse(typeof text === 'string' && text !== '' ? text : '{}') as unknown
  } catch {
    throw new NewsroomError('request.invalid', { field: 'body' })
  }
  next()
}

type Body = { readonly email?: unknown; readonly password?: unknown; readonly token?: unknown } | undefined
const text = (value: unknown): string => {
  if (typeof value !== 'string' || value.length > 1000) throw new NewsroomError('request.invalid', { field: 'email' })
  return value.normalize('NFC')
}
const credentials = (body: Body): { email: string; password: string } => {
  const email = text(body?.email).trim().toLowerCase()
  const password = text(body?.password)
  if ([...password].length > 256) throw new NewsroomError('request.tooLarge', { limit: 256 })
  return { email, password }
}

/** Ten wrong tries an hour per account, twenty in ten minutes per address; the address pays for every account it tries. */
const accountLimits = () => {
  const perAccount = new RateLimiterMemory({ points: 10, duration: 3600 })
  const perAddress = new RateLimiterMemory({ points: 20, duration: 600 })
  return {
    spend: async (account: string, address: string): Promise<void> => {
      try {
        await perAddress.consume(address)
        await perAccount.consume(account)
      } catch (limited) {
        if (!(limited instanceof RateLimiterRes)) throw limited
        throw new NewsroomError('auth.tooMany', { seconds: Math.ceil(limited.msBeforeNext / 1000) })
      }
    },
    forgive: async (account: string): Promise<void> => {
      await perAccount.delete(account)
    },
  }
}

const login = async (
  payload: Payload,
  origin: string,
  instance: string | undefined,
  email: string,
  password: string,
  req: ExpressRequest,
) => {
  const request = new Request(new URL('/api/users/login', origin), {
    method: 'POST',
    headers: { ...Object.fromEntries(headersOf(req.headers)), 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  request.headers.delete('content-length')
  const response = await ask(payload, instance, request)
  if (response.status === 200) return response
  await response.body?.cancel()
  return null
}

const forgot = async (payload: Payload, email: string): Promise<void> => {
  const req = await createLocalReq({}, payload)
  const collection = payload.collections.users
  // An unknown address is no error to its owner or anybody else.
  await forgotPasswordOperation({ collection: collection as never, data: { email } as never, req })
}

const evenly = (started: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, EVEN_MS - (Date.now() - started))))

const audit = async (payload: Payload, verb: string, account: string, who = 'anonymous'): Promise<void> => {
  const req = await createLocalReq({}, payload)
  await inTransaction(payload, req, (same) =>
    recordEvent(same, { verb, who, what: account, from: null, to: null, reason: null, digest: null }),
  )
}
