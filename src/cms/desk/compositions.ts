/** What the issue's and the programme's screens are answered alike. */
import type { PayloadRequest, Where } from 'payload'
import { mayOpenIssues } from '#editorial/permissions'
import { NewsroomError, type Language, type Person } from '#newsroom'
import type { CompositionRow, Refusal } from '#publication/composition'
import { searchKey } from '#text/search'
import { asFarAs, whereFor } from '../access'
import { sentence } from '../errors'
import type { StoryDoc } from '../snapshot'
import { personIn } from './cells'

/** Pages hold texts of every desk: who works on texts opens an issue, technicians do not. */
export const mustOpenIssues = (req: PayloadRequest): Person => {
  const person = personIn(req)
  if (!mayOpenIssues(person)) throw new NewsroomError('auth.notYours')
  return person
}

/** Buttons, with the refusal in the reader's language. */
export const offersView = <Offer extends { readonly refusal: Refusal | null }>(offers: readonly Offer[], reader: Language) =>
  offers.map(({ refusal, ...offer }) => ({
    ...offer,
    refusal: refusal ? { code: refusal.code, detail: sentence(refusal.code, spoken(refusal.facts), reader) } : null,
  }))

/** Titles hold commas themselves, and what has none is not named. */
const spoken = (facts: Refusal['facts']) => ({
  ...facts,
  ...(Array.isArray(facts.titles) ? { titles: facts.titles.filter(Boolean).join('; ') } : {}),
})

/** Who closed and who approved, with the snapshot. */
export const marksView = ({ closed, approval }: CompositionRow) => ({
  closed: closed ? { id: closed.by, name: closed.name, at: closed.at, digest: closed.snapshot } : null,
  approval: approval ? { id: approval.by, name: approval.name, at: approval.at, digest: approval.digest } : null,
})

/** Stories that this person may know of, newest first, by a word of their title. */
export const candidatesFor = async (req: PayloadRequest, person: Person, q: string): Promise<readonly StoryDoc[]> => {
  const where = asFarAs(whereFor(person, 'stories', 'read'), {})
  if (where === null) return []
  const { docs } = await req.payload.db.find<StoryDoc>({
    collection: 'stories',
    where: where as Where,
    limit: 0,
    pagination: false,
    sort: '-updatedAt',
    req,
  })
  const wanted = searchKey(q)
  return docs
    .map((story) => ({ ...story, id: String(story.id) }))
    .filter(({ title }) => wanted === '' || searchKey(title).includes(wanted))
}

export const MOST_CANDIDATES = 50
