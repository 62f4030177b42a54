import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { failpoint } from '#delivery/failpoint'
import { NewsroomError, type Person } from '#newsroom'
import { canonical, sha256 } from '#publication/canonical'
import { answered, keepAnswer } from '../stores/idempotency'
import { inTransaction } from '../transaction'

/** Who acts, under which idempotency key; `req` joins an outer transaction. */
export type Act = { readonly person: Person; readonly key: string; readonly req?: PayloadRequest }

/** Runs the work once per key: a repetition gets the kept answer, another request under the same key is refused. */
export const once = async <T>(
  payload: Payload,
  req: PayloadRequest | undefined,
  person: Person,
  key: string,
  request: unknown,
  work: (req: PayloadRequest) => Promise<T>,
): Promise<T> => {
  const digest = sha256(canonical(request))
  const attempt = async (): Promise<T> =>
    inTransaction(
      payload,
      req ?? (await createLocalReq({ user: { ...person, collection: 'users' } as never }, payload)),
      async (same) => {
        const before = await answered<T>(same, person.id, key, digest)
        if (before) return before.answer
        const answer = await work(same)
        await keepAnswer(same, person.id, key, digest, answer)
        if (releases(answer)) failpoint('release-before-commit')
        return answer
      },
    )
  try {
    const answer = await attempt()
    if (releases(answer)) failpoint('release-after-commit')
    return answer
  } catch (error) {
    // Another process answered the same key meanwhile: its answer is ours.
    if (error instanceof NewsroomError && error.facts.reason === 'duplicate' && error.facts.field === 'key') return attempt()
    throw error
  }
}

/** The answer of a request that was repeated; for verbs that make files first, while nobody is kept from writing. */
export const repeated = async <T>(payload: Payload, person: Person, key: string, request: unknown): Promise<T | null> =>
  (await answered<T>(await createLocalReq({}, payload), person.id, key, sha256(canonical(request))))?.answer ?? null

const releases = (answer: unknown): boolean =>
  [answer, (answer as { readonly editions?: unknown } | null)?.editions]
    .flat()
    .some((move) => typeof (move as { readonly seq?: unknown } | null)?.seq === 'number')
