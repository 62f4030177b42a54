/** A log, an outbox and outlets in one process, for situations of the dispatcher. */
import type { Logger } from '#logger'
import type { Language } from '#newsroom'
import { memoryLog } from '#publication/log'
import type { ReleaseRequest } from '#publication/release'
import { dispatch, type Dispatcher, type DispatchWish } from '#delivery/dispatcher'
import { webhookSender } from '#delivery/channels/webhook'
import type { Delivery } from '#delivery/deliver'
import { memoryLogSource } from '#delivery/log-source/memory'
import type { Channel } from '#delivery/outbox'
import { memoryOutbox } from '#delivery/outbox/memory'
import { readKeyring, sealSecret } from '#delivery/secrets'
import { outlet, owed } from '../contract/outbox-tables'

export const KEYRING = readKeyring(Buffer.alloc(32, 26).toString('base64'))
export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
export const PUBLIC = 'https://ttdn.lamdong.example.vn'

type Said = { readonly level: string; readonly text: string; readonly facts: Readonly<Record<string, unknown>> }

export const dispatchBench = (given: { readonly now?: () => number } = {}) => {
  const now = given.now ?? Date.now
  const channels = new Map<string, Channel>()
  const log = memoryLog({
    now: () => new Date(now()).toISOString(),
    channels: () =>
      [...channels.values()].map(({ key, state, languages, topics, itemTypes }) => ({
        key,
        active: state === 'active',
        languages,
        topics,
        itemTypes,
      })),
  })
  const outbox = memoryOutbox(now)
  const said: Said[] = []
  const note =
    (level: string) =>
    (facts: object | string, text = String(facts)) =>
      void said.push({ level, text, facts: typeof facts === 'object' ? (facts as Said['facts']) : {} })
  const logger = { info: note('info'), warn: note('warn'), error: note('error') } as unknown as Logger
  const running: Dispatcher[] = []
  const sender = webhookSender({ reach: { loopback: true, http: false }, connectMs: 500, totalMs: 2_000 })

  const setChannel = (change: Partial<Channel> & Pick<Channel, 'key'>) => {
    const before =
      channels.get(change.key) ?? outlet({ key: change.key, secret: sealSecret(KEYRING, change.key, SECRET), perMinute: 6_000 })
    const channel = { ...before, ...change }
    channels.set(channel.key, channel)
    outbox.setChannel(channel)
  }

  return {
    log,
    outbox,
    said,
    setChannel,
    /** Puts texts into the log and what they owe into the outbox, as the newsroom does in one transaction. */
    release: async (...requests: readonly ReleaseRequest[]) => {
      const releases = await log.append(requests, null)
      const due = await Promise.all(
        releases.map(async ({ item, language, seq }) =>
          (await log.deliveries(item, language)).filter((each) => each.seq === seq),
        ),
      )
      outbox.owe(due.flat().map(({ kind, ...each }) => owed({ ...each, kind, key: `rel_${each.seq}_${each.channel}` })))
      return releases
    },
    start: (wish: Partial<DispatchWish> = {}) => {
      const dispatcher = dispatch({
        outbox,
        log: memoryLogSource(log),
        sender,
        keyring: KEYRING,
        publicUrl: PUBLIC,
        logger,
        schedule: [0, 60, 120, 240, 480],
        pollMs: 15,
        chance: () => 0.5,
        ...wish,
      })
      running.push(dispatcher)
      return dispatcher
    },
    rows: async (channel: string, item: string, language: Language = 'vi') => outbox.lane({ channel, item, language }),
    end: async () => {
      await Promise.all(running.map((dispatcher) => dispatcher.stop()))
      await sender.close()
    },
  }
}

export const until = async (condition: () => boolean | Promise<boolean>, ms = 25_000): Promise<void> => {
  const end = Date.now() + ms
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms`)
    await new Promise((wake) => setTimeout(wake, 10))
  }
}

export const isSettled = ({ state }: Delivery) => state === 'delivered' || state === 'superseded' || state === 'dead'
