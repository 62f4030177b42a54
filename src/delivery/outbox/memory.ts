/** The outbox of tests and of a model: plain rows, one step at a time. */
import {
  decide,
  isDue,
  isLeased,
  isUnconfirmed,
  laneOf,
  mayReplay,
  DELIVERY_STATES,
  type Delivery,
  type DeliveryState,
  type Lane,
} from '../deliver'
import { alarmed, leased, replayed, settled, superseded, type Channel, type Lease, type Outbox } from '../outbox'

export type MemoryOutbox = Outbox & {
  readonly owe: (deliveries: readonly Delivery[]) => void
  readonly setChannel: (channel: Channel) => void
}

export const memoryOutbox = (clock: () => number = Date.now): MemoryOutbox => {
  const rows = new Map<string, Delivery>()
  const channels = new Map<string, Channel>()
  const inLane = (lane: Lane) =>
    [...rows.values()].filter((row) => laneOf(row) === laneOf(lane)).sort((a, b) => a.version - b.version)
  const put = (row: Delivery) => void rows.set(row.key, row)
  const held = ({ key, fence, leasedBy }: Lease) => {
    const row = rows.get(key)
    return row?.state === 'leased' && row.fence === fence && row.leasedBy === leasedBy ? row : null
  }

  return {
    owe: (deliveries) => deliveries.forEach(put),
    setChannel: (channel) => void channels.set(channel.key, channel),
    now: async () => clock(),
    channels: async () => [...channels.values()],
    due: async ({ channel, withdrawalsOnly, now, limit }) => {
      const due = [...rows.values()]
        .filter((row) => row.channel === channel && isDue(row, now) && (!withdrawalsOnly || row.kind === 'withdrawal'))
        .sort((a, b) => a.nextAt - b.nextAt || a.seq - b.seq)
      return [...new Map(due.map((row) => [laneOf(row), { channel, item: row.item, language: row.language }])).values()].slice(
        0,
        limit,
      )
    },
    claim: async (wish) => {
      const decision = decide(inLane(wish.lane), wish.now, wish.ordinary)
      decision.supersede.map(superseded).forEach(put)
      if (!decision.send) return { claimed: null, hurry: decision.hurry }
      const claimed = leased(decision.send, wish)
      put(claimed)
      return { claimed }
    },
    freeze: async (lease, bodyDigest) => {
      const row = held(lease)
      if (row) put({ ...row, bodyDigest })
      return row !== null
    },
    settle: async (lease, settlement) => {
      const row = held(lease)
      if (row) put(settled(row, settlement))
      return row !== null
    },
    replay: async (key, now) => {
      const row = rows.get(key)
      if (!row || !mayReplay(inLane(row), key, now)) return false
      put(replayed(row, now))
      return true
    },
    pause: async (key) => {
      const channel = channels.get(key)
      if (channel?.state !== 'active') return false
      channels.set(key, { ...channel, state: 'paused' })
      return true
    },
    unconfirmed: async () => [...rows.values()].filter((row) => isUnconfirmed(row, inLane(row))).sort((a, b) => a.seq - b.seq),
    alarm: async (row, now) => {
      const current = rows.get(row.key)
      if (!current || current.fence !== row.fence || current.state !== row.state || isLeased(current, now)) return false
      put(alarmed(current, now))
      return true
    },
    overdue: async (now, grace) =>
      [...rows.values()].filter(({ state, leaseUntil }) => state === 'leased' && (leaseUntil ?? 0) + grace < now),
    counts: async () => countOf([...rows.values()].map(({ state }) => state)),
    lane: async (lane) => inLane(lane),
    close: async () => {},
  }
}

const countOf = (states: readonly DeliveryState[]) =>
  Object.fromEntries(DELIVERY_STATES.map((state) => [state, states.filter((other) => other === state).length])) as Record<
    DeliveryState,
    number
  >
