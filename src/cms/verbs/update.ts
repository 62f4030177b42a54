/** The work that a changed source makes: one press, one transaction, every step a verb of its own. */
import type { Payload } from 'payload'
import { handingOver } from '#editorial/update'
import { NewsroomError, type Instant, type Language } from '#newsroom'
import { workIn, textsOf, workersOf } from '../desk/consequences'
import { act, type Move } from './act'
import { once, type Act } from './once'

export type Handed = {
  readonly language: Language
  readonly article: string
  /** `kept`: with whom it was already; `current`: nothing to do; `waits`: a translation before it comes first. */
  readonly outcome: 'given' | 'free' | 'kept' | 'current' | 'waits' | 'refused'
  readonly to: { readonly id: string; readonly name: string } | null
  readonly moves: readonly Move[]
  readonly refusal: { readonly code: NewsroomError['code']; readonly facts: NewsroomError['facts'] } | null
}

/** What cannot be done in one language hinders no other. */
export const handOverUpdates = (
  payload: Payload,
  { person, key, req }: Act,
  storyId: string,
  wish: { readonly languages: readonly Language[]; readonly due: Instant | null; readonly reason: string },
): Promise<readonly Handed[]> =>
  once(payload, req, person, key, { verb: 'update', story: storyId, ...wish }, async (same) => {
    const { source, translations } = await textsOf(same, storyId, person)
    const workers = await workersOf(same, translations)
    const handed: Handed[] = []
    for (const language of wish.languages) {
      const found = translations.find(({ article }) => article.language === language)
      if (!found) throw new NewsroomError('request.notFound', { id: storyId, language })
      const { id } = found.article
      const nothing = { language, article: id, to: null, moves: [], refusal: null }
      const work = workIn(found, translations, source)
      if (work !== 'open') {
        handed.push({ ...nothing, outcome: work === 'waits' ? 'waits' : 'current' })
        continue
      }
      const { steps, to, refusal } = handingOver(found.situation, {
        worker: workers.get(id) ?? null,
        due: wish.due ?? undefined,
        reason: wish.reason,
      })
      if (refusal) {
        handed.push({ ...nothing, outcome: 'refused', refusal: { code: refusal.code, facts: refusal.facts } })
        continue
      }
      const moves: Move[] = []
      for (const [index, { verb, args }] of steps.entries())
        moves.push(await act(payload, { person, key: `${key}.${language}.${index}`, req: same }, verb, id, args))
      handed.push({
        ...nothing,
        outcome: to === 'free' ? 'free' : moves.length === 0 ? 'kept' : 'given',
        to: to === 'free' ? null : { id: to.id, name: to.name },
        moves,
      })
    }
    return handed
  })
