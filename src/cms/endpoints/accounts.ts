import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { Router, raw, type Request as ExpressRequest, type RequestHandler } from 'express'
import { createLocalReq, forgotPasswordOperation, type Payload } from 'payload'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { LANGUAGES, NewsroomError } from '#newsroom'
import { asNewsroomError, inTransaction } from '../transaction'
import { answer, ask, headersOf } from '../rest'
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
  const small: readonly RequestHandler[] = [ownPages(origin), raw({ limit: '64kb', type: () => true }), formOrJson]

  router.post('/api/users/login', ...small, async (req, res) => {
    const { email, password } = credentials(req.body)
    await limits.spend(email, req.ip ?? '')
    const started = Date.now()
    const result = await login(payload, origin, instance, email, password, req).catch(async (error: unknown) => {
      await limits.giveBack(email, req.ip ?? '')
      throw error
    })
    if (result === 'wrong') {
      await evenly(started)
      await audit(payload, 'loginFailed', email)
      throw new NewsroomError('auth.wrong')
    }
    if (result.ok) await limits.forgive(email, req.ip)
    else await limits.giveBack(email, req.ip ?? '')
    await answer(res, result)
  })

  router.post('/api/users/forgot-password', ...small, async (req, res) => {
    const email = text((req.body as Body)?.email)
      .trim()
      .toLowerCase()
    await limits.spend(`forgot:${email}`, req.ip ?? '')
    const started = Date.now()
    await forgot(payload, email)
    await evenly(started)
    res.json({ ok: true })
  })

  router.post('/api/users/reset-password', ...small, async (req, res) => {
    await limits.spend(`reset:${req.ip ?? ''}`, req.ip ?? '')
    const { token, password } = (req.body ?? {}) as NonNullable<Body>
    const wanted = { token: text(token), password: text(password) }
    await answer(res, await ask(payload, instance, jsonRequest(req, origin, '/api/users/reset-password', wanted)))
  })

  router.post('/api/users/unlock', ...small, async (req, res) => {
    const { user } = await payload.auth({ headers: headersOf(req.headers) })
    if (!user) throw new NewsroomError('auth.required')
    if (!personOf(user).roles.includes('administrator')) throw new NewsroomError('auth.notYours')
    const email = text((req.body as Body)?.email)
      .trim()
      .toLowerCase()
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

/** A form on another site must not sign somebody in, or out of one account into another. */
const ownPages =
  (origin: string): RequestHandler =>
  (req, _res, next) => {
    const from = req.get('origin')
    if (from !== undefined && from !== new URL(origin).origin) throw new NewsroomError('auth.notYours')
    next()
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
    /** Nobody was wrong: the house had no answer. */
    giveBack: async (account: string, address: string): Promise<void> => {
      await perAccount.reward(account)
      await perAddress.reward(address)
    },
    /** Who was right pays nothing: a whole office comes from one address. */
    forgive: async (account: string, address?: string): Promise<void> => {
      await perAccount.delete(account)
      if (address !== undefined) await perAddress.reward(address)
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
): Promise<Response | 'wrong'> => {
  if (!(await isTried(payload, email, password))) {
    await digestInVain(password)
    return 'wrong'
  }
  const response = await ask(payload, instance, jsonRequest(req, origin, '/api/users/login', { email, password }))
  // A database that is away is not a wrong password.
  if (response.status === 200 || response.status >= 500) return response
  await response.body?.cancel()
  return 'wrong'
}

/** Whether Payload would weigh the password at all: it sends unknown and locked accounts away at once. */
const isTried = async (payload: Payload, email: string, password: string): Promise<boolean> => {
  const account = await payload.db.findOne<{ id: string; lockUntil?: string | null }>({
    collection: 'users',
    where: { email: { equals: email } },
  })
  return account !== null && password.trim() !== '' && !(account.lockUntil && new Date(account.lockUntil) > new Date())
}

/** The work of a wrong password, so that a busy server answers an unknown account as late as a known one. */
const digestInVain = (password: string): Promise<unknown> => promisify(pbkdf2)(password, randomBytes(32), 600_000, 32, 'sha256')

const jsonRequest = (req: ExpressRequest, origin: string, path: string, body: unknown): Request => {
  const headers = headersOf(req.headers)
  headers.delete('content-length')
  headers.set('content-type', 'application/json')
  return new Request(new URL(`${path}?locale=${LANGUAGES[0]}`, origin), { method: 'POST', headers, body: JSON.stringify(body) })
}

const forgot = async (payload: Payload, email: string): Promise<void> => {
  const req = await createLocalReq({}, payload)
  const collection = payload.collections.users
  // An unknown address is no error to its owner or anybody else; nor is a letter to a known one that could not be sent.
  try {
    await forgotPasswordOperation({ collection: collection as never, data: { email } as never, req })
  } catch (error) {
    if (asNewsroomError(error)) throw error
    payload.logger.error({ err: error }, 'the letter to reset a password was not sent')
  }
}

const evenly = (started: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, EVEN_MS - (Date.now() - started))))

const audit = async (payload: Payload, verb: string, account: string, who = 'anonymous'): Promise<void> => {
  const req = await createLocalReq({}, payload)
  await inTransaction(payload, req, (same) =>
    recordEvent(same, { verb, who, what: account, from: null, to: null, reason: null, digest: null }),
  )
}
