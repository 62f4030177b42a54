/** A second newsroom on the same database, that releases when it is told to; armed with a fail point it never answers. */
import { getPayload } from 'payload'
import { configuration } from '#cms/configuration'
import { act } from '#cms/verbs/act'
import { releaseIssue } from '#cms/verbs/edition'
import { moveProgrammeBy } from '#cms/verbs/programme'
import type { Language, Person } from '#newsroom'

export type Order = {
  readonly person: Person
  readonly key: string
} & (
  | { readonly what: 'issue'; readonly id: string; readonly languages: readonly Language[] }
  | { readonly what: 'programme' | 'text'; readonly id: string }
)

const settings = JSON.parse(process.argv[2] ?? '{}') as Parameters<typeof configuration>[0]
// Listening keeps the process alive while the database opens.
const ordered = new Promise<Order>((come) => process.once('message', come))
const payload = await getPayload({ config: configuration(settings) })

const obey = (order: Order): Promise<unknown> => {
  const { person, key, id } = order
  switch (order.what) {
    case 'issue':
      return releaseIssue(payload, { person, key }, id, order.languages)
    case 'programme':
      return moveProgrammeBy(payload, { person, key }, 'release', id, {})
    case 'text':
      return act(payload, { person, key }, 'release', id, {})
  }
}
void ordered.then((order) =>
  obey(order).then(
    (release) => process.send?.({ release }),
    (error: unknown) => process.send?.({ error: String(error) }),
  ),
)
process.send?.('ready')
