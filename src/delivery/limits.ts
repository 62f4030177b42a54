/** How much one outlet is asked to take: a bucket of tokens per channel, a breaker per host. State of one process; time is an argument. */

export type Bucket = { readonly has: (now: number) => boolean; readonly take: (now: number) => void }

/** `perMinute` on average, ten seconds' worth at once. */
export const tokenBucket = (perMinute: number): Bucket => {
  const size = Math.max(1, perMinute / 6)
  let tokens = size
  let filledAt: number | null = null
  const fill = (now: number) => {
    tokens = Math.min(size, tokens + (Math.max(0, now - (filledAt ?? now)) * perMinute) / 60_000)
    filledAt = now
  }
  return {
    has: (now) => {
      fill(now)
      return tokens >= 1
    },
    take: (now) => {
      fill(now)
      tokens -= 1
    },
  }
}

export const BREAKS_AFTER = 3
export const COOLS_MS = 60_000

export type Breaker = {
  /** False while open; once cooled down, one probe at a time. */
  readonly lets: (host: string, now: number) => boolean
  readonly began: (host: string, now: number) => void
  readonly ended: (host: string, health: Health, now: number) => void
}
/** Being refused is the message's trouble, not the host's. */
export type Health = 'alive' | 'failing' | 'unknown'

type Host = { failures: number; openUntil: number; probing: boolean }

/** Keyed by host name, not by port: another port does not mean another machine. */
export const breaker = ({
  after = BREAKS_AFTER,
  coolsMs = COOLS_MS,
}: { readonly after?: number; readonly coolsMs?: number } = {}): Breaker => {
  const hosts = new Map<string, Host>()
  const hostOf = (name: string) => {
    const host = hosts.get(name) ?? { failures: 0, openUntil: 0, probing: false }
    hosts.set(name, host)
    return host
  }
  return {
    lets: (name, now) => {
      const host = hostOf(name)
      return host.failures < after || (now >= host.openUntil && !host.probing)
    },
    began: (name) => {
      const host = hostOf(name)
      if (host.failures >= after) host.probing = true
    },
    ended: (name, health, now) => {
      const host = hostOf(name)
      host.probing = false
      if (health === 'unknown') return
      host.failures = health === 'alive' ? 0 : host.failures + 1
      if (host.failures >= after) host.openUntil = now + coolsMs
    },
  }
}
