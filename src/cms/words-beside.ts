/** Words of a release that stand in other rows than its text: captions, names of topics, places. The events say who wrote them. */
import type { PayloadRequest, Where } from 'payload'

const WORDS_BESIDE: Readonly<Record<string, readonly string[]>> = {
  media: ['alt', 'caption', 'credit'],
  topics: ['name'],
  stories: ['places'],
}
type Told = { id: string; n: number; verb: string; who?: string | null; record: string }

/** Newest first. */
export const eventsWhere = async (req: PayloadRequest, where: Where, limit: number): Promise<readonly Told[]> =>
  (await req.payload.db.find<Told>({ collection: 'events', where, sort: '-n', limit, pagination: false, req })).docs

/** Everybody who wrote such words in one of these rows after event `n`. */
export const writersSince = async (req: PayloadRequest, n: number, rows: readonly string[]): Promise<readonly string[]> => {
  const verbs = Object.keys(WORDS_BESIDE).flatMap((collection) => [`${collection}.create`, `${collection}.update`])
  const where: Where = { and: [{ n: { greater_than: n } }, { what: { in: [...rows] } }, { verb: { in: verbs } }] }
  const changes = rows.length === 0 ? [] : await eventsWhere(req, where, 0)
  return changes.filter(({ verb, record }) => touchesWords(verb.split('.')[0] ?? '', record)).map(({ who }) => who ?? '')
}

const touchesWords = (collection: string, record: string): boolean =>
  (factsOf(record).changed ?? []).some((field) => WORDS_BESIDE[collection]?.includes(field))

export const factsOf = (record: string): { readonly changed?: readonly string[]; readonly language?: string } =>
  (JSON.parse(record) as { facts: ReturnType<typeof factsOf> }).facts
