/** Who may do something to a language version, each as a named question. */
import type { Language, Person, Skill } from '#newsroom'
import type { Standing } from './row'

export const WHO = {
  /** Wrote it, and still writes here. */
  author: ({ row, person }) => row.author === person.id && (person.roles.includes('reporter') || person.roles.includes('editor')),
  translator: ({ row, person }) => row.translator === person.id && mayWorkIn(person, 'translator', row.language),
  anyTranslator: ({ row, person }) => !row.isSource && mayWorkIn(person, 'translator', row.language),
  /** A courtesy mark of somebody who may work on texts at all; `assign` asked whether they may work on this one. */
  claimant: ({ row, person }) => row.claim?.by === person.id && worksOnTexts(person, row.language),
  reviser: ({ row, person }) => mayWorkIn(person, 'reviser', row.language),
  otherReviser: ({ row, person }) =>
    mayWorkIn(person, 'reviser', row.language) && row.translator !== person.id && !row.writers.includes(person.id),
  deskEditor: ({ person, story }) => person.roles.includes('editor') && worksFor(person, story),
  deskChief: ({ person, story }) => person.roles.includes('chief') && reaches(person, story),
  /** A wrong text is taken down by whichever chief is awake. */
  anyChief: ({ person }) => person.roles.includes('chief'),
  /** "Chief, or editor given the right": an editor's right is the skill in this language. */
  approver: ({ row, person, story }) =>
    (person.roles.includes('chief') && reaches(person, story)) ||
    (person.roles.includes('editor') && worksFor(person, story) && holds(person, 'approve', row.language)),
  secondSigner: ({ person }) => person.roles.includes('secondSigner'),
  submitter: ({ row, person }) => row.submittedBy === person.id,
} as const satisfies Readonly<Record<string, (standing: Standing) => boolean>>
export type WhoName = keyof typeof WHO

type Belonging = { readonly desk: string | null; readonly sharedWith: readonly string[] }

/** The story is of the person's desk, shared with it, or of no desk. Somebody without a desk works for none. */
export const worksFor = (person: Person, story: Belonging): boolean =>
  person.desk !== null && (story.desk === null || story.desk === person.desk || story.sharedWith.includes(person.desk))

/** As `worksFor`; a chief without a desk is the chief of all of them. */
export const reaches = (person: Person, story: Belonging): boolean => person.desk === null || worksFor(person, story)

export const holds = (person: Person, skill: Skill, language: Language): boolean => person.skills[language].includes(skill)

const mayWorkIn = (person: Person, role: 'translator' | 'reviser', language: Language): boolean =>
  person.roles.includes(role) && holds(person, role === 'translator' ? 'translate' : 'revise', language)

const worksOnTexts = (person: Person, language: Language): boolean =>
  person.roles.includes('reporter') ||
  person.roles.includes('editor') ||
  mayWorkIn(person, 'translator', language) ||
  mayWorkIn(person, 'reviser', language)
