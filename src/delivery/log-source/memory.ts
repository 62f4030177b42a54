import type { ReleaseLog } from '#publication/log'
import type { ClientKey, LogSource } from '../log-source'

/** For tests: the log of this very process. */
export const memoryLogSource = (
  log: Pick<ReleaseLog, 'after' | 'of'>,
  clients: () => readonly ClientKey[] = () => [],
): LogSource => ({
  after: log.after,
  bySeq: async (seq) => (await log.after(seq - 1, 1))[0] ?? null,
  of: async (item, upTo) => (await log.of(item)).filter(({ seq }) => seq <= upTo),
  withdrawalsAfter: async (seq, limit) =>
    (await log.after(seq, Number.MAX_SAFE_INTEGER)).filter(({ kind }) => kind === 'withdrawal').slice(0, limit),
  clientKeys: async () => clients(),
  close: async () => {},
})
