import type { CollectionBeforeChangeHook } from 'payload'
import { mayDecideTerm } from '#editorial/terms'
import { LANGUAGES, NewsroomError, type Language } from '#newsroom'
import { cleanLine } from '#text/normalise'
import { asApiError } from '../errors'
import { personOf } from '../people'

type Doc = Partial<Record<Language, string | null>> & {
  status?: string
  forbidden?: Partial<Record<Language, string[] | null>>
  decidedBy?: string | null
}

/** Forms in one spelling; whoever may not decide only proposes, and does not touch what is decided. */
export const keepTerm: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  const before = originalDoc as Doc | undefined
  const term = cleaned({ ...before, ...(data as Doc) })
  if (!req.user) return term
  const decides = mayDecideTerm(personOf(req.user), term) && (!before || mayDecideTerm(personOf(req.user), before))
  if (decides) return { ...term, decidedBy: term.status === 'proposed' ? null : personOf(req.user).name }
  if (operation === 'create') return { ...term, status: 'proposed', decidedBy: null }
  if (before?.status !== 'proposed' || term.status !== 'proposed')
    throw asApiError(new NewsroomError('terms.decide', { term: before?.vi ?? '' }))
  return term
}

const cleaned = (term: Doc): Doc => ({
  ...term,
  ...Object.fromEntries(LANGUAGES.map((language) => [language, cleanLine(term[language] ?? '', language)])),
  forbidden: Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      [...new Set((term.forbidden?.[language] ?? []).map((form) => cleanLine(form, language)))].filter(Boolean),
    ]),
  ),
})
