/**
 * Films, subtitles and files that an outlet keeps itself: fetched once, checked against size and digest, gone with the text that
 * showed them. What an outlet's engineer may copy; the message is acknowledged without waiting for any of it.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fromOrigin } from './sanitise'

export type Copy = { readonly name: string; readonly href: string; readonly sha256: string; readonly bytes: number }

export type Copies = {
  /** Everything that is shown now: fetches what is missing, removes what is not among it. */
  readonly keep: (wanted: readonly Copy[]) => void
  readonly has: (name: string) => boolean
  readonly folder: string
  /** Resolves when nothing is being fetched. */
  readonly settled: () => Promise<void>
  readonly close: () => void
}

export const COPY = /^[0-9a-f]{64}\.[a-z0-9]{1,5}$/

/** A file may be public a moment later than its message. */
const WAITS = [0, 1_000, 5_000, 30_000, 120_000, 600_000] as const
const MOST_BYTES = 2_000_000_000

/** `origin`: the newsroom's, the only host that anything is fetched from. */
export const copiesIn = (folder: string, origin: string, { waits = WAITS as readonly number[] } = {}): Copies => {
  mkdirSync(folder, { recursive: true })
  let wanted = new Map<string, Copy>()
  const busy = new Map<string, Promise<void>>()
  const stop = new AbortController()
  const has = (name: string) => wanted.has(name) && existsSync(join(folder, name))

  const bring = async (copy: Copy): Promise<void> => {
    for (const wait of waits) {
      await pause(wait, stop.signal)
      if (stop.signal.aborted || !wanted.has(copy.name)) return
      if (await fetched(copy)) return
    }
  }

  const fetched = async ({ name, href, sha256, bytes }: Copy): Promise<boolean> => {
    const part = join(folder, `.${name}.part`)
    try {
      const answer = await fetch(href, { redirect: 'error', signal: stop.signal })
      if (!answer.ok || !answer.body) return false
      const target = await open(part, 'w')
      const hash = createHash('sha256')
      let length = 0
      try {
        for await (const chunk of answer.body) {
          length += chunk.length
          if (length > bytes) return false
          hash.update(chunk)
          await target.writeFile(chunk)
        }
        if (length !== bytes || hash.digest('hex') !== sha256) return false
        await target.sync()
      } finally {
        await target.close()
      }
      // Withdrawn while it was on its way.
      if (wanted.has(name)) await rename(part, join(folder, name))
      return true
    } catch {
      // Away, or not there yet: tried again.
      return false
    } finally {
      await rm(part, { force: true })
    }
  }

  return {
    folder,
    has,
    keep: (all) => {
      wanted = new Map(
        all
          .filter(({ name, href, bytes }) => COPY.test(name) && bytes <= MOST_BYTES && fromOrigin(href, origin))
          .map((copy) => [copy.name, copy]),
      )
      for (const name of readdirSync(folder))
        if (COPY.test(name) && !wanted.has(name)) rmSync(join(folder, name), { force: true })
      for (const copy of wanted.values()) {
        if (busy.has(copy.name) || existsSync(join(folder, copy.name))) continue
        busy.set(
          copy.name,
          bring(copy).finally(() => busy.delete(copy.name)),
        )
      }
    },
    settled: async () => {
      await Promise.all(busy.values())
    },
    close: () => stop.abort(),
  }
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((done) => {
    if (ms === 0 || signal.aborted) return done()
    const timer = setTimeout(done, ms)
    timer.unref()
    signal.addEventListener('abort', () => done(), { once: true })
  })
