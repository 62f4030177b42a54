import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contributorsSince } from '#editorial/article'
import type { Save } from '#editorial/article'
import { editVoids, maySave, VERBS } from '#editorial/workflow'
import type { Args, Situation, Verb, WorkflowRow } from '#editorial/workflow'
import { NewsroomError } from '#newsroom'
import type { Finding, Person } from '#newsroom'
import {
  at,
  DESK,
  digestOf,
  finding,
  PEOPLE,
  person,
  row,
  translationRow,
  judgeLooking as judge,
  moveLooking as move,
} from '../builders'

// C01: however people walk through the table, nothing gets into the log without its approvals.
const WALKS = process.env.PROOF ? 10_000 : 500

describe('random walks of a whole desk', () => {
  it.each(['vi', 'en', 'ja'] as const)(
    `release no %s text without valid approvals (${WALKS} walks)`,
    { timeout: 600_000 },
    (language) => {
      let out = 0
      fc.assert(
        fc.property(fc.array(step, { minLength: 30, maxLength: 120 }), (steps) => {
          const desk = begin(language === 'vi' ? row() : translationRow(language))
          for (const next of steps) take(desk, next)
          out += desk.history.length
        }),
        { numRuns: WALKS },
      )
      // Without releases the walks would prove nothing.
      expect(out).toBeGreaterThan(WALKS / 10)
    },
  )
})

/** People with tempting combinations beside the plain ones. */
const CAST: readonly Person[] = [
  ...Object.values(PEOPLE),
  person(['reporter', 'editor', 'chief'], {
    id: 'everything',
    skills: {
      vi: ['approve', 'revise', 'translate'],
      en: ['approve', 'revise', 'translate'],
      ja: ['approve', 'revise', 'translate'],
    },
  }),
  person(['translator', 'reviser', 'chief'], {
    id: 'both',
    desk: null,
    skills: { en: ['translate', 'revise'], ja: ['translate', 'revise'] },
  }),
  person(['chief', 'secondSigner'], {
    id: 'signs-twice',
    desk: null,
    skills: { vi: ['approve'], en: ['approve'], ja: ['approve'] },
  }),
  person(['editor', 'secondSigner'], { id: 'edits-and-signs', skills: { vi: ['approve'] } }),
]

type Step =
  | { readonly do: 'verb'; readonly verb: Verb; readonly who: number; readonly args: Args }
  | { readonly do: 'next'; readonly who: number }
  | { readonly do: 'save'; readonly who: number; readonly text: number }
  | { readonly do: 'caption' | 'flag' | 'find' | 'wait'; readonly value: number }

const who = fc.nat({ max: CAST.length - 1 })
const args: fc.Arbitrary<Args> = fc.record({
  reason: fc.constantFrom('Theo góp ý', ''),
  noSecrets: fc.constantFrom(true, true, true, false),
  assignee: who.map((index) => CAST[index] as Person),
  until: fc.integer({ min: -5, max: 300 }).map(at),
  embargo: fc.boolean(),
  note: fc.constant({ kind: 'slip', text: 'Sửa số liệu' } as const),
  waivers: fc.constantFrom([], [{ finding: 'number-1', reason: 'Đã đối chiếu' }]),
  open: fc.boolean(),
})
// The wanted way is taken often, or hardly a walk would come to a release.
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('next' as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('verb' as const), verb: fc.constantFrom(...VERBS), who, args }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('save' as const), who, text: fc.nat({ max: 3 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('caption' as const, 'flag' as const, 'find' as const, 'wait' as const),
      value: fc.nat({ max: 3 }),
    }),
  },
)

type Desk = {
  row: WorkflowRow
  text: number
  caption: number
  sovereignty: boolean
  findings: readonly Finding[]
  minute: number
  rev: number
  releasedRev: number
  saves: Save[]
  history: Situation['history'][number][]
  /** The test's own record of who said yes to what, and who wrote; the rules never see it. */
  yes: {
    readonly act: 'approve' | 'secondSign'
    readonly person: Person
    readonly digest: string
    readonly word: string | null
  }[]
  passed: { readonly person: Person; readonly digest: string }[]
  wrote: Set<string>
}

const begin = (first: WorkflowRow): Desk => {
  const writer = first.author ?? first.translator ?? ''
  return {
    row: first,
    text: 0,
    caption: 0,
    sovereignty: false,
    findings: [],
    minute: 0,
    rev: 1,
    releasedRev: 0,
    saves: [{ rev: 1, by: writer, digest: digestOf('text 0') }],
    history: [],
    yes: [],
    passed: [],
    wrote: new Set([writer]),
  }
}

const digest = (desk: Desk): string => digestOf(`${desk.text} ${desk.caption} ${desk.sovereignty}`)

const situation = (desk: Desk, person: Person): Situation => ({
  row: desk.row,
  person,
  now: at(desk.minute),
  story: { desk: DESK, sharedWith: [], sovereignty: desk.sovereignty, embargo: null },
  digest: digest(desk),
  missing: [],
  contributors: contributorsSince(desk.saves, desk.releasedRev),
  history: desk.history,
  source: null,
  sameSource: true,
  handedOver: false,
  text: digestOf('the words'),
  stale: 'no',
  findings: desk.findings,
  rights: [],
})

const take = (desk: Desk, next: Step): void => {
  if (next.do === 'save') {
    const writer = CAST[next.who] as Person
    if (maySave(situation(desk, writer)) !== null) return
    if (next.text !== desk.text) desk.wrote.add(writer.id)
    desk.text = next.text
    desk.rev += 1
    desk.saves.push({ rev: desk.rev, by: writer.id, digest: digestOf(`text ${next.text}`) })
    desk.row = editVoids(desk.row, digest(desk))
  } else if (next.do === 'verb') attempt(desk, next.verb, CAST[next.who] as Person, next.args)
  else if (next.do === 'next') {
    const wanted = {
      draft: 'submit',
      revision: 'revised',
      review: 'approve',
      approved: desk.history.length === 0 ? 'release' : 'correct',
    } as const
    const verb = desk.row.state === 'approved' && desk.sovereignty && next.who % 2 === 0 ? 'secondSign' : wanted[desk.row.state]
    // Whoever comes next in the row of people and may.
    const able = [...CAST.slice(next.who), ...CAST].find((candidate) => judge(verb, situation(desk, candidate), EAGER) === null)
    if (able !== undefined) attempt(desk, verb, able, EAGER)
  } else {
    if (next.do === 'caption') desk.caption = next.value
    if (next.do === 'flag') desk.sovereignty = next.value % 2 === 1
    if (next.do === 'find')
      desk.findings = [[], [], [finding()], [finding({ id: 's', kind: 'sovereignty' })]][next.value] as readonly Finding[]
    if (next.do === 'wait') desk.minute += next.value * 20
    desk.row = editVoids(desk.row, digest(desk))
  }
  // `assert`, not `expect`: a million times.
  const { state, approval, secondSign } = desk.row
  assert.equal(state === 'approved', approval !== null)
  assert.ok(approval !== null || secondSign === null)
}

const EAGER: Args = {
  noSecrets: true,
  note: { kind: 'slip', text: 'Sửa' },
  waivers: [{ finding: 'number-1', reason: 'Đã đối chiếu' }],
}

const attempt = (desk: Desk, verb: Verb, who: Person, given: Args): void => {
  const before = situation(desk, who)
  if (judge(verb, before, given) !== null) {
    assert.throws(() => move(verb, before, given), NewsroomError)
    return
  }
  const from = desk.row
  desk.row = move(verb, before, given)
  if (verb === 'approve')
    desk.yes.push({ act: 'approve', person: who, digest: digest(desk), word: desk.row.approval?.onWordOf?.id ?? null })
  if (verb === 'secondSign') desk.yes.push({ act: 'secondSign', person: who, digest: digest(desk), word: null })
  if (verb === 'revised') desk.passed.push({ person: who, digest: digest(desk) })
  if (verb === 'release' || verb === 'correct') {
    provenToBeRight(desk, from)
    desk.history.push({
      seq: desk.history.length + 1,
      version: desk.history.length + 1,
      kind: verb === 'release' ? 'release' : 'correction',
      snapshotDigest: digest(desk),
    })
    desk.releasedRev = desk.rev
    desk.wrote = new Set()
    desk.yes = []
  }
  if (verb === 'withdraw') {
    desk.history.push({
      seq: desk.history.length + 1,
      version: desk.history.length + 1,
      kind: 'withdrawal',
      snapshotDigest: null,
    })
    desk.yes = []
  }
}

/** Straight from the page: who may approve, what approval binds, second sign-off, hold, time; by the test's own record. */
const provenToBeRight = (desk: Desk, from: WorkflowRow): void => {
  const { language } = from
  const released = digest(desk)
  const approver = desk.yes.findLast(({ act }) => act === 'approve')
  const second = desk.yes.findLast(({ act }) => act === 'secondSign')
  assert.equal(from.state, 'approved')
  assert.equal(from.hold, null)
  assert.ok(from.schedule === null || from.schedule.until <= at(desk.minute))
  assert.equal(approver?.digest, released)
  assert.ok(!desk.wrote.has(approver.person.id))
  assert.ok(approver.person.roles.includes('chief') || approver.person.roles.includes('editor'))
  if (!approver.person.skills[language].includes('approve')) {
    const word = desk.passed.findLast(({ person, digest: passed }) => person.id === approver.word && passed === released)?.person
    assert.ok(word)
    assert.ok(word.roles.includes('reviser'))
    assert.ok(word.skills[language].includes('revise'))
    assert.notEqual(word.id, from.translator)
    assert.notEqual(word.id, approver.person.id)
  }
  if (desk.sovereignty) {
    assert.equal(second?.digest, released)
    assert.ok(second.person.roles.includes('secondSigner'))
    assert.notEqual(second.person.id, approver.person.id)
    assert.ok(!desk.wrote.has(second.person.id))
  }
  assert.ok(!desk.findings.some(({ kind }) => kind === 'sovereignty'))
  assert.ok(desk.findings.length === 0 || from.waivers.some((waiver) => waiver.finding === 'number-1'))
}
