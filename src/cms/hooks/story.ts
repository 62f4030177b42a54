import type { CollectionBeforeChangeHook } from 'payload'
import { ulid } from 'ulid'
import { mayClearSovereignty, mayMoveEmbargo } from '#editorial/workflow'
import { NewsroomError } from '#newsroom'
import { cleanText } from '#text/normalise'
import { databaseNow } from '../database'
import { asApiError } from '../errors'
import { personOf } from '../people'
import { releaseLog } from '../stores/release-log'
import type { StoryDoc } from '../snapshot'

/**
 * Fills what the server owns and refuses what nobody may do by a form: moving an embargo earlier (unless it is one's
 * own), clearing the sovereignty flag (second signers only), changing the source language of a released story.
 */
export const guardStory: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const { embargoReason, ...wanted } = data as Partial<StoryDoc> & { embargoReason?: string | null }
  if (embargoReason) req.context.reason = embargoReason
  const before = originalDoc as StoryDoc | undefined
  const person = req.user ? personOf(req.user) : null
  if (wanted.title !== undefined) wanted.title = cleanText(wanted.title, 'vi')
  if (wanted.places) wanted.places = wanted.places.map((place) => cleanText(place, 'vi'))
  if (operation === 'create')
    return { ...wanted, item: wanted.item ?? ulid(), embargoBy: wanted.embargo && person ? person.id : null }
  if (!before) return wanted
  // Only "true" keeps it: a null, a zero or a word would clear it as well.
  const clears = before.sovereignty === true && 'sovereignty' in wanted && wanted.sovereignty !== true
  if (clears && person && !mayClearSovereignty(person))
    throw asApiError(new NewsroomError('move.notYours', { field: 'sovereignty' }))
  if (wanted.sourceLanguage !== undefined && wanted.sourceLanguage !== before.sourceLanguage)
    throw asApiError(new NewsroomError('move.released', { field: 'sourceLanguage' }))
  if (wanted.embargo !== undefined && changedInstant(wanted.embargo, before.embargo)) {
    const fixed = before.embargo ? { until: new Date(before.embargo).toISOString(), by: before.embargoBy ?? '' } : null
    const after = wanted.embargo ? new Date(wanted.embargo).toISOString() : null
    const now = (await databaseNow(req.payload)).toISOString()
    const refusal = person
      ? mayMoveEmbargo(person, fixed, after, { now, ...(embargoReason ? { reason: embargoReason } : {}) })
      : null
    if (refusal) throw asApiError(new NewsroomError(refusal.code, refusal.facts))
    const released = await releaseLog(req.payload, req).of(before.item)
    if (released.length > 0 && wanted.embargo) throw asApiError(new NewsroomError('move.released', { field: 'embargo' }))
    // Moving it later does not make it one's own: else the next step would be to take it away.
    const embargoBy = fixed && fixed.by !== '' && fixed.until > now ? fixed.by : (person?.id ?? null)
    return { ...wanted, item: before.item, embargoBy }
  }
  return { ...wanted, item: before.item }
}

const changedInstant = (a: string | null | undefined, b: string | null | undefined): boolean =>
  (a ? Date.parse(a) : 0) !== (b ? Date.parse(b) : 0)
