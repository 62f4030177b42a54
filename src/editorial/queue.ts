/** Whose turn is it? The questions of the home screen, as functions of a row and a person. */
import type { Person } from '#newsroom'
import type { WorkflowRow } from './row'

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
