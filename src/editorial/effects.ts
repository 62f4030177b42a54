/** What a move writes to the row, the new state being set already. */
import type { Digest } from '#newsroom'
import type { Args } from './conditions'
import { allFindings, answers, mayWaive, onWhoseWord } from './conditions'
import type { Situation, WorkflowRow } from './row'
import { WHO } from './who'

export type Effect = (row: WorkflowRow, situation: Situation, args: Args) => WorkflowRow

/** `workflow.ts` asks for one of every verb. */
export const EFFECTS = {
  create: (row) => row,
  translate: (row) => row,
  save: (row, { digest }) => editVoids(row, digest),
  claim: (row, situation, { due }) => ({
    ...row,
    claim: signed(situation),
    due: due === undefined ? row.due : due,
    translator: nowTranslates(row, situation),
  }),
  // A draft that is given up is nobody's again; whoever translated in it stays one of its writers.
  giveUp: (row, { person }) => {
    const gives = !row.isSource && row.state === 'draft' && row.translator === person.id
    const writers = gives && !row.writers.includes(person.id) ? [...row.writers, person.id] : row.writers
    return { ...row, claim: null, translator: gives ? null : row.translator, writers }
  },
  assign: (row, situation, { assignee = situation.person, due }) => ({
    ...row,
    claim: signed({ ...situation, person: assignee }),
    due: due === undefined ? row.due : due,
    translator: nowTranslates(row, { ...situation, person: assignee }),
  }),
  // A new round: whoever passed the text before has to look again.
  submit: (row, { person }) => ({ ...row, submittedBy: person.id, claim: null, revised: null, returned: null }),
  revised: (row, situation) => ({ ...row, claim: null, revised: { ...signed(situation), digest: situation.digest } }),
  return: (row, situation, { reason = '', suggestion }) => ({
    ...withoutApproval(row),
    submittedBy: null,
    claim: null,
    revised: null,
    returned: { ...signed(situation), reason, suggestion: suggestion ?? null },
  }),
  takeBack: (row) => ({ ...row, submittedBy: null, claim: null, revised: null }),
  approve: (row, situation, { waivers = [] }) => ({
    ...row,
    claim: null,
    returned: null,
    secondSign: null,
    approval: { ...signed(situation), digest: situation.digest, onWordOf: onWhoseWord(situation) ?? null },
    waivers: allFindings(situation)
      .filter((finding) => finding.severity === 'critical' && mayWaive(finding))
      .map(({ id, kind, facts }) => ({
        finding: id,
        kind,
        reason: waivers.find(({ finding }) => finding === id)?.reason ?? '',
        by: situation.person.id,
        facts,
      })),
    // What was let stand and has gone since is history; the events keep it.
    dismissed: row.dismissed.filter((one) => situation.findings.some((finding) => answers(one, finding))),
  }),
  secondSign: (row, situation) => ({ ...row, secondSign: { ...signed(situation), digest: situation.digest } }),
  // Somebody else may move an embargo to later, but it stays an embargo and stays its setter's.
  schedule: (row, situation, { until = situation.now, embargo = false }) =>
    row.schedule?.embargo === true && row.schedule.by !== situation.person.id
      ? { ...row, schedule: { ...row.schedule, until } }
      : { ...row, schedule: { ...signed(situation), until, embargo } },
  unschedule: (row) => ({ ...row, schedule: null }),
  release: (row) => ({ ...row, schedule: null, claim: null, due: null, writers: [] }),
  correct: (row) => ({ ...row, schedule: null, claim: null, due: null, writers: [] }),
  reopen: (row) => ({ ...withoutApproval(row), submittedBy: null, claim: null, revised: null }),
  withdraw: (row) => ({ ...fallBack(withoutApproval(row)), schedule: null }),
  hold: (row, situation, { reason = '' }) => ({ ...row, hold: { ...signed(situation), reason } }),
  unhold: (row) => ({ ...row, hold: null }),
  trash: (row, { now }) => ({ ...fallBack(withoutApproval(row)), claim: null, trashedAt: now }),
  restore: (row) => ({ ...row, trashedAt: null }),
  dismiss: (row, situation, { finding: id, reason = '' }) => ({
    ...row,
    dismissed: [
      ...row.dismissed.filter(({ finding }) => finding !== id),
      ...situation.findings
        .filter((finding) => finding.id === id)
        .map(({ kind, facts }) => ({ ...signed(situation), finding: id ?? '', kind, reason, facts })),
    ],
  }),
  grade: (row, situation, { grade = 'major' }) => ({
    ...row,
    grades: [...row.grades, { ...signed(situation), text: situation.text, grade }],
  }),
  ready: (row, _, { open = row.ready }) => ({ ...row, ready: open }),
} as const satisfies Readonly<Record<string, Effect>>

/**
 * What a change of the text, its pictures or its story does to the row: whatever was said of another digest falls.
 * An approved text goes back to review: it waits for an approver again, and `approved` always has its approval.
 * Saving an approved text is refused, but a caption, a topic's name or a by-line may change beside it.
 */
export const editVoids = (row: WorkflowRow, newDigest: Digest): WorkflowRow => {
  const revised = row.revised?.digest === newDigest ? row.revised : null
  if (row.approval === null || row.approval.digest === newDigest) {
    return { ...row, revised, secondSign: row.secondSign?.digest === newDigest ? row.secondSign : null }
  }
  return { ...fallBack(withoutApproval(row)), revised }
}

/** A save that changed a character of a draft makes its person one of the writers. */
export const wroteIn = (row: WorkflowRow, person: string): WorkflowRow =>
  row.state !== 'draft' || row.writers.includes(person) ? row : { ...row, writers: [...row.writers, person] }

/** A plain schedule goes with the approval; an embargo stays, or reopening a text would be a way around it. */
const withoutApproval = (row: WorkflowRow): WorkflowRow => ({
  ...row,
  approval: null,
  secondSign: null,
  waivers: [],
  schedule: row.schedule?.embargo === true ? row.schedule : null,
})

const fallBack = (row: WorkflowRow): WorkflowRow => (row.state === 'approved' ? { ...row, state: 'review' } : row)

const nowTranslates = (row: WorkflowRow, situation: Situation): string | null =>
  !row.isSource && row.state === 'draft' && WHO.anyTranslator(situation) ? situation.person.id : row.translator

const signed = ({ person, now }: Situation) => ({ by: person.id, name: person.name, at: now })
