import type { CollectionBeforeChangeHook } from 'payload'
import { ulid } from 'ulid'
import { NewsroomError } from '#newsroom'
import { cleanText } from '#text/normalise'
import { asApiError } from '../errors'
import { personOf } from '../people'
import { releaseLog } from '../stores/release-log'
import type { StoryDoc } from '../snapshot'

/**
 * Fills what the server owns and refuses what nobody may do by a form: moving an embargo earlier (unless it is one's
 * own), clearing the sovereignty flag (second signers only), changing the source language of a released story.
 */
export const guardStory: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const wanted = data as Partial<StoryDoc>
  const before = originalDoc as StoryDoc | undefined
  const person = req.user ? personOf(req.user) : null
  if (wanted.title !== undefined) wanted.title = cleanText(wanted.title, 'vi')
  if (wanted.places) wanted.places = wanted.places.map((place) => cleanText(place, 'vi'))
  if (operation === 'create')
    return { ...wanted, item: wanted.item ?? ulid(), embargoBy: wanted.embargo && person ? person.id : null }
  if (!before) return wanted
  if (person && before.sovereignty && wanted.sovereignty === false && !person.roles.includes('secondSigner'))
    throw asApiError(new NewsroomError('move.notYours', { field: 'sovereignty' }))
  if (wanted.sourceLanguage !== undefined && wanted.sourceLanguage !== before.sourceLanguage)
    throw asApiError(new NewsroomError('move.released', { field: 'sourceLanguage' }))
  if (wanted.embargo !== undefined && changedInstant(wanted.embargo, before.embargo)) {
    const earlier = before.embargo && (!wanted.embargo || new Date(wanted.embargo) < new Date(before.embargo))
    if (earlier && person && before.embargoBy && before.embargoBy !== person.id)
      throw asApiError(new NewsroomError('move.embargoFixed', { until: before.embargo, by: before.embargoBy }))
    const released = await releaseLog(req.payload, req).of(before.item)
    if (released.length > 0 && wanted.embargo) throw asApiError(new NewsroomError('move.released', { field: 'embargo' }))
    return { ...wanted, item: before.item, embargoBy: person?.id ?? before.embargoBy ?? null }
  }
  return { ...wanted, item: before.item }
}

const changedInstant = (a: string | null | undefined, b: string | null | undefined): boolean =>
  (a ? Date.parse(a) : 0) !== (b ? Date.parse(b) : 0)
