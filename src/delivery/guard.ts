/** Where we may connect to. Asked when an address is saved, when it is tested, and again inside the connection. */
import { lookup as systemLookup } from 'node:dns'
import { networkInterfaces } from 'node:os'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** `loopback`: the demo's sandbox. `http`: plain http on port 80, for an outlet behind its own wall. */
export type Reach = { readonly loopback: boolean; readonly http: boolean }
export const STRICT: Reach = { loopback: false, http: false }

export type Refusal = 'malformed' | 'scheme' | 'credentials' | 'port' | 'range' | 'self'

/** The address as the connection will read it, or why not. Decimal, octal and full-width spellings are normal forms by then. */
export const judgeAddress = (address: string, reach: Reach): { readonly url: URL } | { readonly refused: Refusal } => {
  if (!URL.canParse(address)) return { refused: 'malformed' }
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { refused: 'scheme' }
  if (url.username !== '' || url.password !== '') return { refused: 'credentials' }
  const literal = literalOf(url.hostname)
  const here = reach.loopback && (literal === null ? isLocalName(url.hostname) : rangeOf(literal) === 'loopback')
  if (literal !== null && !here) {
    const refused = judgeIp(literal, reach)
    if (refused) return { refused }
  }
  if (here) return { url }
  if (url.protocol === 'http:' && !reach.http) return { refused: 'scheme' }
  // The URL parser drops a scheme's own port, so 80 and 443 are the empty string.
  if (url.port !== '' && !(url.port === '80' && reach.http)) return { refused: 'port' }
  return { url }
}

/** Null = may be saved as an outlet's address. */
export const checkAddress = (address: string, reach: Partial<Reach>): Refusal | null => {
  const judged = judgeAddress(address, { ...STRICT, ...reach })
  return 'refused' in judged ? judged.refused : null
}

export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>

/** Name resolution for one connection: all answers must be allowed, and exactly these are connected to (no second lookup, so no rebinding). */
export const guardedLookup =
  (reach: Reach, resolve: Resolve = resolveBySystem): LookupFunction =>
  (host, options, answer) => {
    resolve(host).then(
      (addresses) => {
        const refused = addresses.map(({ address }) => judgeIp(address, reach)).find((refusal) => refusal !== null)
        const first = addresses[0]
        if (refused || !first) return answer(new RefusedAddress(refused ?? 'malformed'), '')
        if (options.all)
          return answer(
            null,
            addresses.map(({ address, family }) => ({ address, family })),
          )
        answer(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => answer(error, ''),
    )
  }

export class RefusedAddress extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(`address refused: ${refusal}`)
    this.name = 'RefusedAddress'
    this.refusal = refusal
  }
}

/** Null = may be connected to. */
export const judgeIp = (address: string, reach: Reach): Refusal | null => {
  const range = rangeOf(address)
  if (range === 'loopback') return reach.loopback ? null : 'range'
  if (range !== 'unicast') return 'range'
  return ownAddresses().has(ipaddr.parse(address).toString()) ? 'self' : null
}

const rangeOf = (address: string): string => {
  // A zone id means an interface of this machine.
  if (address.includes('%') || !ipaddr.isValid(address)) return 'invalid'
  const ip = ipaddr.parse(address)
  const range = ip.range()
  return range === 'unicast' && ip instanceof ipaddr.IPv6 && !isGlobal(ip) ? 'reserved' : range
}

/** Of IPv6 only 2000::/3 is given out. What lies outside (`::127.0.0.1`, site-local, local NAT64) can reach inside. */
const isGlobal = (ip: ipaddr.IPv6) => ip.match(GLOBAL_UNICAST)
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]

const literalOf = (host: string): string | null => {
  const bare = host.startsWith('[') ? host.slice(1, -1) : host
  return ipaddr.isValid(bare) ? bare : null
}
const isLocalName = (host: string) => host === 'localhost' || host.endsWith('.localhost')

/** Our own public address leads back to us, past every wall outside. */
const ownAddresses = (): ReadonlySet<string> =>
  new Set(
    Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => ipaddr.parse(address).toString())),
  )

const resolveBySystem: Resolve = (host) =>
  new Promise((settle, fail) =>
    systemLookup(host, { all: true, verbatim: true }, (error, addresses) => (error ? fail(error) : settle(addresses))),
  )
