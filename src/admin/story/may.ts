/** Which beginnings a button is shown for; the server's table decides. Pure. */
import type { Language, Role, Skill } from '#newsroom'

/** The signed-in person as the panel has them. */
export type Colleague = {
  readonly roles?: readonly Role[] | null
  readonly skills?: Partial<Readonly<Record<Language, readonly Skill[] | null>>> | null
}

export const mayBeginTranslation = (person: Colleague | null, language: Language): boolean =>
  person !== null &&
  ((person.roles ?? []).includes('editor') ||
    ((person.roles ?? []).includes('translator') && (person.skills?.[language] ?? []).includes('translate')))

export const mayBeginStory = (person: Colleague | null): boolean =>
  person !== null && (person.roles ?? []).some((role) => role === 'reporter' || role === 'editor')
