import { createHash } from 'node:crypto'
import { createLocalReq, type Payload } from 'payload'
import type { Logger } from '#logger'
import { NewsroomError } from '#newsroom'
import { databaseNow } from './database'
import { personOf } from './people'
import { SYSTEM, recordEvent } from './stores/events'
import { writeRow } from './stores/standings'
import { rowOf, rowsWhere, type KeptRow } from './stores/workflow-rows'
import { inTransaction } from './transaction'
import { act } from './verbs/act'

/**
 * Scheduled and embargoed texts whose second has come, by the database's clock, enter the log through the same verb
 * and the same checks as by hand, on behalf of whoever set the time. What fails stays approved and alarms.
 */
export const releaseDue = async (payload: Payload, logger: Logger): Promise<number> => {
  const now = await databaseNow(payload)
  const req = await createLocalReq({}, payload)
  const due = await rowsWhere(req, { and: [{ dueAt: { less_than_equal: now.getTime() } }, { state: { equals: 'approved' } }] })
  let released = 0
  for (const kept of due) {
    try {
      if (await releaseOne(payload, kept, logger)) released += 1
    } catch (err) {
      // A fault of ours at one text must not keep the others waiting.
      logger.error({ err, article: kept.row.article }, 'scheduled release failed')
    }
  }
  return released
}

const releaseOne = async (payload: Payload, { row }: KeptRow, logger: Logger): Promise<boolean> => {
  const { schedule } = row
  if (!schedule) return false
  const user = await payload.db.findOne({ collection: 'users', where: { id: { equals: schedule.by } } })
  try {
    if (!user) throw new NewsroomError('auth.notYours', { by: schedule.name })
    const person = personOf(user)
    await act(payload, { person, key: keyOf(row.article, schedule.until) }, 'release', row.article, {})
    logger.info({ article: row.article, until: schedule.until }, 'scheduled release')
    return true
  } catch (error) {
    if (!(error instanceof NewsroomError)) throw error
    if (error.code === 'database.busy') return false
    await alarm(payload, row.article, error, logger)
    return false
  }
}

/** The same schedule released twice is the same request. */
const keyOf = (article: string, until: string): string => createHash('sha256').update(`${article} ${until}`).digest('hex')

/**
 * What was refused at its second is disarmed and alarms: were it tried again and again, it would go out by itself on the
 * day on which the reason falls away (an `unhold`, a source that comes back), and nobody would have said so.
 */
const alarm = async (payload: Payload, article: string, error: NewsroomError, logger: Logger): Promise<void> => {
  logger.error({ article, code: error.code }, 'scheduled release refused')
  const req = await createLocalReq({}, payload)
  await inTransaction(payload, req, async (same) => {
    const kept = await rowOf(same, article)
    if (!kept.row.schedule) return
    await writeRow(same, kept.id, { ...kept.row, schedule: null })
    await recordEvent(same, {
      verb: 'scheduleRefused',
      who: SYSTEM,
      what: article,
      from: kept.row.state,
      to: kept.row.state,
      reason: error.code,
      digest: null,
      facts: { until: kept.row.schedule.until },
    })
  })
}
