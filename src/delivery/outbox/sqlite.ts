/** The outbox on the tables that the newsroom makes in its SQLite file. */
import type { Language } from '#newsroom'
import { decide, isLeased, mayReplay, DELIVERY_STATES, type Delivery, type DeliveryState, type Lane } from '../deliver'
import { alarmed, leased, replayed, settled, superseded, type Channel, type Lease, type Outbox } from '../outbox'
import { openSqlite, type Row } from '../sqlite'
import { channelOf, deliveryOf, type StoredRow } from './rows'

/** `clock` only for tests with a clock of their own. */
export const sqliteOutbox = (file: string, clock?: () => number): Outbox => {
  const { all, write, close } = openSqlite(file, { readOnly: false })

  const inLane = ({ channel, item, language }: Lane) =>
    all('SELECT * FROM deliveries WHERE channel = ? AND item = ? AND language = ? ORDER BY version', channel, item, language).map(
      asDelivery,
    )
  const byKey = (key: string) => all('SELECT * FROM deliveries WHERE key = ?', key).map(asDelivery)[0]

  /** Writes a row as it shall be, if nobody has taken it since it was read. */
  const put = (before: Delivery, row: Delivery) =>
    all(
      `UPDATE deliveries SET state = ?, attempts = ?, history = ?, next_at = ?, lease_until = ?, leased_by = ?, fence = ?, body_digest = ?,
         remote_id = ?, remote_url = ?, acknowledged_at = ?, last_error = ?, flagged = ?, updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
       WHERE key = ? AND fence = ? AND state = ? RETURNING key`,
      row.state,
      row.attempts,
      JSON.stringify(row.history),
      row.nextAt,
      row.leaseUntil,
      row.leasedBy,
      row.fence,
      row.bodyDigest,
      row.remoteId,
      row.remoteUrl,
      row.acknowledgedAt,
      row.lastError,
      row.flagged ? 1 : 0,
      row.key,
      before.fence,
      before.state,
    ).length === 1

  const whileHeld = (lease: Lease, change: (row: Delivery) => Delivery) =>
    write(() => {
      const row = byKey(lease.key)
      return row !== undefined && isHeld(row, lease) && put(row, change(row))
    })

  return {
    now: async () => (clock ? clock() : Number(all("SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER) AS now")[0]?.now)),
    channels: async () => all('SELECT * FROM channels').map(asChannel),
    due: async ({ channel, withdrawalsOnly, now, limit }) =>
      distinct(
        all(
          `SELECT item, language FROM deliveries
           WHERE channel = ? AND ((state IN ('pending', 'failed') AND next_at <= ?) OR (state = 'leased' AND lease_until <= ?))
             ${withdrawalsOnly ? "AND kind = 'withdrawal'" : ''}
           ORDER BY next_at, seq LIMIT ?`,
          channel,
          now,
          now,
          limit * 4,
        ).map(({ item, language }) => ({ channel, item: String(item), language: language as Language })),
      ).slice(0, limit),
    claim: (wish) =>
      write(() => {
        const decision = decide(inLane(wish.lane), wish.now, wish.ordinary)
        for (const row of decision.supersede) put(row, superseded(row))
        if (!decision.send) return { claimed: null, hurry: decision.hurry }
        const claimed = leased(decision.send, wish)
        return put(decision.send, claimed) ? { claimed } : { claimed: null, hurry: null }
      }),
    freeze: (lease, bodyDigest) => whileHeld(lease, (row) => ({ ...row, bodyDigest })),
    settle: (lease, settlement) => whileHeld(lease, (row) => settled(row, settlement)),
    replay: (key, now) =>
      write(() => {
        const row = byKey(key)
        return row !== undefined && mayReplay(inLane(row), key, now) && put(row, replayed(row, now))
      }),
    pause: (channel) =>
      write(
        () => all("UPDATE channels SET state = 'paused' WHERE key = ? AND state = 'active' RETURNING key", channel).length === 1,
      ),
    unconfirmed: async () =>
      all(
        `SELECT * FROM deliveries AS owed WHERE kind = 'withdrawal' AND acknowledged_at IS NULL AND NOT EXISTS (
           SELECT 1 FROM deliveries AS newer WHERE newer.channel = owed.channel AND newer.item = owed.item
             AND newer.language = owed.language AND newer.version > owed.version AND newer.acknowledged_at IS NOT NULL)
         ORDER BY seq`,
      ).map(asDelivery),
    alarm: (row, now) => write(() => !isLeased(row, now) && put(row, alarmed(row, now))),
    overdue: async (now, grace) =>
      all("SELECT * FROM deliveries WHERE state = 'leased' AND lease_until < ?", now - grace).map(asDelivery),
    counts: async () => {
      const counted = new Map(
        all('SELECT state, count(*) AS rows FROM deliveries GROUP BY state').map(({ state, rows }) => [state, Number(rows)]),
      )
      return Object.fromEntries(DELIVERY_STATES.map((state) => [state, counted.get(state) ?? 0])) as Record<DeliveryState, number>
    },
    lane: async (lane) => inLane(lane),
    close: async () => close(),
  }
}

const isHeld = (row: Delivery, { fence, leasedBy }: Lease) =>
  row.state === 'leased' && row.fence === fence && row.leasedBy === leasedBy

const distinct = (lanes: readonly Lane[]): readonly Lane[] => [
  ...new Map(lanes.map((lane) => [`${lane.item} ${lane.language}`, lane])).values(),
]

/** Columns in snake case, lists as JSON. */
const named = (row: Row): StoredRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const name = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
      return [name, LISTS.has(name) && typeof value === 'string' ? JSON.parse(value) : value]
    }),
  )
const LISTS: ReadonlySet<string> = new Set(['history', 'languages', 'topics', 'itemTypes'])

const asDelivery = (row: Row): Delivery => deliveryOf(named(row))
const asChannel = (row: Row): Channel => channelOf(named(row))
