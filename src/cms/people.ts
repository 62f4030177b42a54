import type { Payload, PayloadRequest } from 'payload'
import { LANGUAGES, type Language, type Person, type Role, type Skill } from '#newsroom'

type StoredUser = {
  id: string
  name?: string | null
  roles?: Role[] | null
  desk?: string | { id: string } | null
  skills?: Partial<Record<Language, Skill[] | null>> | null
}

/** A stored user as the domain knows one. */
export const personOf = (user: unknown): Person => {
  const { id, name, roles, desk, skills } = user as StoredUser
  return {
    id: String(id),
    name: name ?? '',
    roles: roles ?? [],
    desk: desk == null ? null : typeof desk === 'object' ? String(desk.id) : String(desk),
    skills: Object.fromEntries(LANGUAGES.map((language) => [language, skills?.[language] ?? []])) as unknown as Person['skills'],
  }
}

/** Names of people by id, for showing who did what; an account that is gone keeps its id. */
export const namesOf = async (
  payload: Payload,
  ids: readonly string[],
  req?: PayloadRequest,
): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(ids)].filter((id) => id !== '')
  if (wanted.length === 0) return new Map()
  const { docs } = await payload.db.find<StoredUser>({
    collection: 'users',
    where: { id: { in: wanted } },
    limit: wanted.length,
    pagination: false,
    ...(req ? { req } : {}),
  })
  return new Map(docs.map((user) => [String(user.id), user.name ?? '']))
}
