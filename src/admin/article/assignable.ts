import type { Language, Person } from '#newsroom'

/** Colleagues to whom a text may sensibly be given; the server judges the one that is chosen. */
export const assignable = (
  people: readonly Person[],
  text: { readonly isSource: boolean; readonly language: Language; readonly state: string },
): readonly Person[] =>
  people.filter(({ roles, skills }) => {
    if (roles.includes('editor')) return true
    if (text.isSource) return roles.includes('reporter')
    return text.state === 'revision'
      ? roles.includes('reviser') && skills[text.language].includes('revise')
      : roles.includes('translator') && skills[text.language].includes('translate')
  })
