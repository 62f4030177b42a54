/** Who decides about official terms. Pure. */
import { LANGUAGES, type Language, type Person } from '#newsroom'

type Forms = Partial<Readonly<Record<Language, string | null>>>

/**
 * Anybody who works on texts proposes a term; it becomes official by an editor, reviser or chief who passes texts
 * (revises or approves) in every language, beside Vietnamese, in which the term has a form.
 */
export const mayDecideTerm = (person: Person, forms: Forms): boolean =>
  person.roles.some((role) => role === 'editor' || role === 'reviser' || role === 'chief') &&
  LANGUAGES.filter((language) => language !== 'vi' && (forms[language] ?? '').trim() !== '').every((language) =>
    person.skills[language].some((skill) => skill === 'revise' || skill === 'approve'),
  )
