/** A switch to see what the newsroom does when an outlet is ill. For tests and curious people on the same machine. */
import type { RequestHandler } from 'express'
import { z } from 'zod'

/** `lost`: the message is kept, but the connection breaks before the answer. */
export const FAULTS = ['none', 'down', 'slow', 'lost', '500', '401', '410', '429'] as const
export type Fault = (typeof FAULTS)[number]

/** `times`: how many messages it meets before the outlet is well again; absent = until switched off. */
export const FaultOrder = z.object({
  mode: z.enum(FAULTS),
  times: z.coerce.number().int().min(1).max(1000).optional(),
})

export type FaultSwitch = {
  readonly mode: () => Fault
  readonly set: (order: z.infer<typeof FaultOrder>) => void
  /** Uses up one of `times`. */
  readonly meet: () => Fault
}

export const faultSwitch = (): FaultSwitch => {
  let mode: Fault = 'none'
  let left = Infinity
  return {
    mode: () => mode,
    set: (order) => {
      mode = order.mode
      left = order.times ?? Infinity
    },
    meet: () => {
      const met = mode
      left -= 1
      if (left <= 0) mode = 'none'
      return met
    },
  }
}

/** Loopback, not by way of a proxy, and not on behalf of another site's page. */
export const fromThisMachine: RequestHandler = (req, res, next) => {
  const address = req.socket.remoteAddress ?? ''
  const near = address === '::1' || /^(?:::ffff:)?127\./.test(address)
  const origin = req.get('origin')
  const own = origin === undefined || origin === `${req.protocol}://${req.get('host') ?? ''}`
  const site = req.get('sec-fetch-site')
  const direct = req.get('x-forwarded-for') === undefined && req.get('forwarded') === undefined
  if (near && own && direct && (site === undefined || site === 'same-origin' || site === 'none')) next()
  else next(new FaultNotHere())
}

export class FaultNotHere extends Error {}
