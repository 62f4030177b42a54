/** Which addresses lead nowhere any more. Asked through the guard, a few at a time, within a bound; nothing is thrown. */
import { Agent, request } from 'undici'
import { guardedLookup, judgeAddress, type Reach, type Resolve } from './guard'

export type LinkWish = { readonly reach: Reach; readonly resolve?: Resolve; readonly totalMs?: number }

/** More in one issue are left unasked. */
const MOST = 100
const AT_ONCE = 6
const EACH_MS = 4_000
const TOTAL_MS = 12_000
/** Not there, gone, taken down by law: only these say that a link is dead. A site that is slow or refuses robots is no dead link. */
const DEAD: readonly number[] = [404, 410, 451]

/** The dead ones among these; null = nobody answered, so nothing is known (a machine without a way out). */
export const deadLinks = async (
  addresses: readonly string[],
  { reach, resolve, totalMs = TOTAL_MS }: LinkWish,
): Promise<readonly string[] | null> => {
  const waiting = [...new Set(addresses)].filter((address) => /^https?:/i.test(address)).slice(0, MOST)
  if (waiting.length === 0) return []
  const agent = new Agent({
    headersTimeout: EACH_MS,
    bodyTimeout: EACH_MS,
    connect: { lookup: guardedLookup(reach, resolve), timeout: EACH_MS, rejectUnauthorized: true },
  })
  const until = AbortSignal.timeout(totalMs)
  const dead: string[] = []
  let answered = 0
  const ask = async (): Promise<void> => {
    for (let address = waiting.shift(); address !== undefined && !until.aborted; address = waiting.shift()) {
      const status = await statusOf(address, agent, reach, until)
      if (status !== null) answered += 1
      if (status !== null && DEAD.includes(status)) dead.push(address)
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, ask))
    return answered === 0 ? null : dead
  } finally {
    await agent.destroy()
  }
}

/** Null: no answer. */
const statusOf = async (address: string, agent: Agent, reach: Reach, until: AbortSignal): Promise<number | null> => {
  const judged = judgeAddress(address, reach)
  if ('refused' in judged) return null
  try {
    const { statusCode, body } = await request(judged.url, {
      dispatcher: agent,
      method: 'HEAD',
      headers: { 'user-agent': 'ttdn-newsroom' },
      signal: AbortSignal.any([until, AbortSignal.timeout(EACH_MS)]),
    })
    await body.dump()
    return statusCode
  } catch {
    // Unreachable, too slow, refused by the guard: nothing is known of it.
    return null
  }
}
