/** The read model as delivery sees it: opened read only, opened again when it was deleted and made anew, watched for news. */
import {
  beatOf,
  generationOf,
  metaOf,
  modelExists,
  modelIdentity,
  openModel,
  type Beat,
  type Generation,
  type Meta,
  type ModelDatabase,
  type StoredClient,
} from '../read-model'

export type Now = { readonly meta: Meta; readonly here: Generation }

export type Reader = {
  /** Null while there is no model yet. At most twenty milliseconds old. */
  readonly now: () => Now | null
  readonly beat: () => Beat | null
  readonly client: (keyId: string) => StoredClient | null
  /** Resolves when something newer than `seq` is visible, or after `ms`; false once we are closing. */
  readonly newerThan: (seq: number, ms: number, gaveUp: AbortSignal) => Promise<boolean>
  readonly waiting: () => number
  /** Nobody waits any longer; reading goes on. */
  readonly letGo: () => void
  readonly close: () => Promise<void>
}

const LOOK_MS = 100
const REOPEN_EVERY = 10
const FRESH_MS = 20

export const openReader = (folder: string): Reader => {
  let db: ModelDatabase | null = null
  let identity: string | null = null
  let closing = false
  let readAt = Number.NEGATIVE_INFINITY
  let current: Now | null = null
  const waiters = new Set<{ readonly after: number; readonly wake: () => void }>()

  const reopen = () => {
    const found = modelExists(folder) ? modelIdentity(folder) : null
    if (found === null || found === identity) return
    const former = db
    db = openModel(folder, { readOnly: true })
    identity = found
    current = null
    readAt = Number.NEGATIVE_INFINITY
    void former?.close()
  }
  reopen()

  const read = (): Now | null => {
    if (!db) return null
    const meta = metaOf(db)
    if (meta.generation === 0) return null
    return meta.generation === current?.meta.generation && meta.edition === current.meta.edition
      ? current
      : { meta, here: generationOf(db, meta.generation) }
  }

  let looks = 0
  const timer = setInterval(() => {
    looks += 1
    if (!db || looks % REOPEN_EVERY === 0) reopen()
    if (waiters.size === 0 || !db) return
    const { seq } = metaOf(db)
    for (const waiter of waiters) if (seq > waiter.after) waiter.wake()
  }, LOOK_MS)
  timer.unref()

  return {
    now: () => {
      const at = performance.now()
      if (at - readAt < FRESH_MS) return current
      readAt = at
      current = read()
      return current
    },
    beat: () => (db ? beatOf(db) : null),
    client: (keyId) => (db ? ((db.get(['client', keyId]) as StoredClient | undefined) ?? null) : null),
    newerThan: (after, ms, gaveUp) =>
      new Promise((done) => {
        const end = () => {
          clearTimeout(limit)
          waiters.delete(waiter)
          gaveUp.removeEventListener('abort', end)
          done(!closing)
        }
        const waiter = { after, wake: end }
        const limit = setTimeout(end, ms)
        gaveUp.addEventListener('abort', end)
        if (gaveUp.aborted || closing) return end()
        waiters.add(waiter)
      }),
    waiting: () => waiters.size,
    letGo: () => {
      closing = true
      for (const { wake } of waiters) wake()
    },
    close: async () => {
      clearInterval(timer)
      const last = db
      db = null
      current = null
      await last?.close()
    },
  }
}
