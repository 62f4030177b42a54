/** Whose turn is it? The questions of the home screen, as functions of a row and a person. */
import { LANGUAGES, type Language, type Person } from '#newsroom'
import type { Situation, Standing, WorkflowRow } from './row'
import { WHO } from './who'
import { offers } from './workflow'

/** On this person's own table: claimed by them, or begun by them and claimed by nobody. */
export const isMine = (row: WorkflowRow, person: Person): boolean => {
  if (row.claim) return row.claim.by === person.id
  return row.state === 'draft' && (row.isSource ? row.author === person.id : row.translator === person.id)
}

/** Waits for somebody like this person to revise or approve it. */
export const waitsFor = (row: WorkflowRow, person: Person): boolean => {
  const skills = person.skills[row.language]
  if (row.state === 'revision')
    return person.roles.includes('reviser') && skills.includes('revise') && row.translator !== person.id
  if (row.state !== 'review' || row.submittedBy === person.id) return false
  return person.roles.includes('chief') || (person.roles.includes('editor') && skills.includes('approve'))
}

/**
 * Open to whoever takes it: a translation that is nobody's, or one that waits for a reviser. One that was begun and is claimed
 * by nobody lies with its translator, as long as they are there (`translatorStays`).
 */
export const isFree = (row: WorkflowRow, person: Person, { translatorStays }: { readonly translatorStays: boolean }): boolean => {
  if (row.isSource || row.trashedAt !== null || row.claim !== null) return false
  if (row.state === 'revision') return waitsFor(row, person)
  if (row.state !== 'draft' || row.translator === person.id || (row.translator !== null && translatorStays)) return false
  return translates(person, row.language)
}

/** Languages of a story that nobody has begun and that this person may begin: its source stands, and readers may know of it. */
export const mayBegin = (
  source: {
    readonly row: Pick<WorkflowRow, 'ready' | 'state' | 'trashedAt'>
    readonly live: boolean
    readonly withdrawn: boolean
  },
  missing: readonly Language[],
  person: Person,
): readonly Language[] => {
  const { row, live, withdrawn } = source
  if (withdrawn || row.trashedAt !== null || !(row.ready || row.state === 'approved' || live)) return []
  return missing.filter((language) => translates(person, language))
}

/** Languages into which this person may translate at all. */
export const translatesInto = (person: Person): readonly Language[] =>
  LANGUAGES.filter((language) => translates(person, language))

/** Behind its source, and this person may do something about it: translate, revise, or give the work away. */
export const isStaleFor = (standing: Standing, stale: 'no' | 'minor' | 'major'): boolean =>
  stale !== 'no' &&
  standing.row.trashedAt === null &&
  !standing.row.isSource &&
  (['anyTranslator', 'reviser', 'deskEditor', 'deskChief'] as const).some((who) => WHO[who](standing))

export const QUICK = ['claim', 'giveUp', 'assign'] as const
export type Quick = (typeof QUICK)[number]

/** What can be done with a line of a queue at one press. Of the row alone: these verbs look at nothing else. */
export const quickVerbs = (standing: Standing): readonly Quick[] =>
  QUICK.filter((verb) => offers({ ...NOTHING_ELSE, ...standing }).some((offer) => offer.verb === verb && offer.refusal === null))

const NOTHING_ELSE: Omit<Situation, keyof Standing> = {
  now: '1970-01-01T00:00:00.000Z',
  digest: '',
  missing: [],
  contributors: [],
  history: [],
  source: null,
  sameSource: true,
  handedOver: false,
  text: '',
  stale: 'no',
  findings: [],
  rights: [],
}

const translates = (person: Person, language: Language): boolean =>
  person.roles.includes('translator') && person.skills[language].includes('translate')
