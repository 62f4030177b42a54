/** A second newsroom on the same database, that releases an issue when it is told to; armed with a fail point it never answers. */
import { getPayload } from 'payload'
import { configuration } from '#cms/configuration'
import { releaseIssue } from '#cms/verbs/edition'
import type { Language, Person } from '#newsroom'

export type Order = {
  readonly person: Person
  readonly key: string
  readonly bulletin: string
  readonly languages: readonly Language[]
}

const settings = JSON.parse(process.argv[2] ?? '{}') as Parameters<typeof configuration>[0]
// Listening keeps the process alive while the database opens.
const ordered = new Promise<Order>((come) => process.once('message', come))
const payload = await getPayload({ config: configuration(settings) })
void ordered.then(({ bulletin, languages, ...act }) =>
  releaseIssue(payload, act, bulletin, languages).then(
    (release) => process.send?.({ release }),
    (error: unknown) => process.send?.({ error: String(error) }),
  ),
)
process.send?.('ready')
