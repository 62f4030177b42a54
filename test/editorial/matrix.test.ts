import { describe, expect, it } from 'vitest'
import { STATES, VERBS } from '#editorial/workflow'
import type { Args, Situation, State, Verb } from '#editorial/workflow'
import { approved, at, digestOf, LIVE, PEOPLE, row, situation, translationRow, judgeLooking as judge } from '../builders'
import type { Name } from '../builders'

/** workflow.md once more, the other way round: who of the sample desk may do what in which state, everything else being as it should. */
const EDITORS = 'editor approvingEditor'
const DESK_CHIEFS = 'chief deskChief'
const HOLDERS = `${DESK_CHIEFS} secondSigner`
const ALL_CHIEFS = 'chief deskChief otherChief'
const everywhere = (names: string) => ({ draft: names, revision: names, review: names, approved: names })
// Everybody who works on texts gives up what they claimed.
const SOURCE_WORKERS = 'reporter otherReporter editor approvingEditor otherEditor'
const ENGLISH_WORKERS = `${SOURCE_WORKERS} translator reviser`

const SOURCE: Matrix = {
  save: { draft: `reporter ${EDITORS}`, review: EDITORS },
  claim: { draft: `reporter ${EDITORS}`, review: EDITORS },
  giveUp: { draft: SOURCE_WORKERS, revision: SOURCE_WORKERS, review: SOURCE_WORKERS },
  assign: { draft: EDITORS, review: EDITORS },
  submit: { draft: `reporter ${EDITORS}` },
  return: { revision: `${EDITORS} ${DESK_CHIEFS}`, review: `${EDITORS} ${DESK_CHIEFS}`, approved: `${EDITORS} ${DESK_CHIEFS}` },
  takeBack: { revision: 'reporter', review: 'reporter' },
  approve: { review: `approvingEditor ${DESK_CHIEFS}` },
  secondSign: { approved: 'secondSigner' },
  schedule: { approved: `approvingEditor ${DESK_CHIEFS}` },
  unschedule: { approved: `approvingEditor ${DESK_CHIEFS}` },
  release: { approved: `approvingEditor ${DESK_CHIEFS}` },
  correct: { approved: `approvingEditor ${DESK_CHIEFS}` },
  reopen: { approved: `${EDITORS} ${DESK_CHIEFS}` },
  withdraw: everywhere(ALL_CHIEFS),
  hold: everywhere(HOLDERS),
  unhold: everywhere(HOLDERS),
  trash: everywhere(`reporter ${EDITORS}`),
  restore: everywhere(`reporter ${EDITORS}`),
  ready: everywhere(EDITORS),
}

const ENGLISH: Matrix = {
  save: { draft: `${EDITORS} translator`, revision: 'reviser', review: EDITORS },
  claim: { draft: `${EDITORS} translator`, revision: 'reviser', review: EDITORS },
  giveUp: { draft: ENGLISH_WORKERS, revision: ENGLISH_WORKERS, review: ENGLISH_WORKERS },
  assign: { draft: EDITORS, revision: EDITORS, review: EDITORS },
  submit: { draft: `${EDITORS} translator` },
  revised: { revision: 'reviser' },
  return: {
    revision: `${EDITORS} reviser ${DESK_CHIEFS}`,
    review: `${EDITORS} reviser ${DESK_CHIEFS}`,
    approved: `${EDITORS} reviser ${DESK_CHIEFS}`,
  },
  takeBack: { revision: 'translator', review: 'translator' },
  approve: { review: DESK_CHIEFS },
  secondSign: { approved: 'secondSigner' },
  schedule: { approved: DESK_CHIEFS },
  unschedule: { approved: DESK_CHIEFS },
  release: { approved: DESK_CHIEFS },
  correct: { approved: DESK_CHIEFS },
  reopen: { approved: `${EDITORS} ${DESK_CHIEFS}` },
  withdraw: everywhere(ALL_CHIEFS),
  hold: everywhere(HOLDERS),
  unhold: everywhere(HOLDERS),
  trash: everywhere(`${EDITORS} translator`),
  restore: everywhere(`${EDITORS} translator`),
  ready: everywhere(EDITORS),
}

describe('every state × verb × person', () => {
  it('of a source text is as workflow.md has it', () => expect(matrix('source')).toEqual(sorted(SOURCE)))
  it('of a translation is as workflow.md has it', () => expect(matrix('translation')).toEqual(sorted(ENGLISH)))
})

type Matrix = Partial<Record<Verb, Partial<Record<State, string>>>>

const matrix = (text: 'source' | 'translation'): Matrix => {
  const found: Matrix = {}
  for (const verb of VERBS) {
    const cells: Partial<Record<State, string>> = {}
    for (const state of STATES) {
      const names = (Object.keys(PEOPLE) as Name[]).filter(
        (name) => judge(verb, fitting(text, verb, state, name), said(text, state)) === null,
      )
      if (names.length > 0) cells[state] = names.sort().join(' ')
    }
    if (Object.keys(cells).length > 0) found[verb] = cells
  }
  return found
}

/** The row, the log and the story in the way that the verb needs. */
const fitting = (text: 'source' | 'translation', verb: Verb, state: State, name: Name): Situation => {
  const who = PEOPLE[name]
  const begun =
    text === 'source' ? row({ submittedBy: PEOPLE.reporter.id }) : translationRow('en', { submittedBy: PEOPLE.translator.id })
  const digest = digestOf(verb === 'correct' ? 'a better text' : 'the text')
  const settled = state === 'approved' ? approved(begun, { digest }) : { ...begun, state }
  const mark = { by: who.id, name: who.name, at: at(-10) }
  const extra: Partial<Record<Verb, Partial<Situation['row']>>> = {
    giveUp: { claim: mark },
    restore: { trashedAt: at(-10) },
    unhold: { hold: { ...mark, reason: 'Chờ ý kiến Sở Ngoại vụ' } },
    unschedule: { schedule: { ...mark, until: at(60), embargo: false } },
  }
  const live = verb === 'withdraw' || verb === 'correct'
  return situation({
    row: { ...settled, ...extra[verb] },
    person: who,
    digest,
    contributors: [PEOPLE.reporter.id, PEOPLE.translator.id],
    history: live ? LIVE : [],
    story: { desk: PEOPLE.editor.desk, sharedWith: [], sovereignty: verb === 'secondSign', embargo: null },
  })
}

const said = (text: 'source' | 'translation', state: State): Args => ({
  reason: 'Theo ý kiến lãnh đạo',
  noSecrets: true,
  assignee:
    text === 'source'
      ? PEOPLE.editor
      : { draft: PEOPLE.translator, revision: PEOPLE.reviser, review: PEOPLE.editor, approved: PEOPLE.editor }[state],
  until: at(60),
  note: { kind: 'slip', text: 'Sửa số liệu' },
  open: true,
})

const sorted = (table: Matrix): Matrix =>
  Object.fromEntries(
    Object.entries(table).map(([verb, cells]) => [
      verb,
      Object.fromEntries(Object.entries(cells).map(([state, names]) => [state, names.split(' ').sort().join(' ')])),
    ]),
  )
