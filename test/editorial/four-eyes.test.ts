import { describe, expect, it } from 'vitest'
import { contributorsSince } from '#editorial/article'
import { editVoids, maySave } from '#editorial/workflow'
import type { Situation } from '#editorial/workflow'
import {
  approved,
  at,
  DESK,
  digestOf,
  finding,
  LIVE,
  NOON,
  PEOPLE,
  person,
  row,
  situation,
  TEXT,
  translationRow,
  judgeLooking as judge,
  moveLooking as move,
} from '../builders'

const mark = (who: { readonly id: string; readonly name: string }) => ({ by: who.id, name: who.name, at: NOON })
const review = (changes: Partial<Situation> = {}) =>
  situation({ row: row({ state: 'review', submittedBy: 'hoa' }), person: PEOPLE.chief, ...changes })
const writingChief = person(['reporter', 'editor', 'chief'], { id: 'hoa', skills: { vi: ['approve'] } })

// C03: each a way to be one's own second pair of eyes.
describe('tricks around four eyes', () => {
  it('1 approving what one wrote', () => expect(judge('approve', review({ person: writingChief }))?.code).toBe('approve.ownWork'))
  it('2 changing one comma, then approving what a colleague wrote', () => {
    const contributors = contributorsSince(
      [
        { rev: 1, by: 'hoa', digest: digestOf('a') },
        { rev: 2, by: 'lan', digest: digestOf('a,') },
      ],
      0,
    )
    expect(judge('approve', review({ person: PEOPLE.approvingEditor, contributors }))?.code).toBe('approve.ownWork')
  })
  it('3 changing it and changing it back', () => {
    const contributors = contributorsSince(
      [
        { rev: 1, by: 'hoa', digest: digestOf('a') },
        { rev: 2, by: 'lan', digest: digestOf('b') },
        { rev: 3, by: 'hoa', digest: digestOf('a') },
      ],
      0,
    )
    expect(judge('approve', review({ person: PEOPLE.approvingEditor, contributors }))?.code).toBe('approve.ownWork')
  })
  it('4 letting a colleague save last', () => {
    const contributors = contributorsSince(
      [
        { rev: 1, by: 'lan', digest: digestOf('a') },
        { rev: 2, by: 'hoa', digest: digestOf('a') },
      ],
      0,
    )
    expect(judge('approve', review({ person: PEOPLE.approvingEditor, contributors }))?.code).toBe('approve.ownWork')
  })
  it('5 having somebody else submit it', () =>
    expect(
      judge('approve', review({ person: writingChief, row: row({ state: 'review', author: 'dung', submittedBy: 'dung' }) }))
        ?.code,
    ).toBe('approve.ownWork'))
  it('6 editing after approval', () => {
    expect(maySave(situation({ row: approved(), person: PEOPLE.editor }))?.code).toBe('save.locked')
    expect(
      judge(
        'release',
        situation({ row: editVoids(approved(), digestOf('edited')), person: PEOPLE.chief, digest: digestOf('edited') }),
      )?.code,
    ).toBe('move.notAllowed')
  })
  it('7 editing after approval and restoring the approved words', () => {
    const there = editVoids(approved(), digestOf('edited'))
    expect(editVoids(there, TEXT).approval).toBeNull()
  })
  it('8 restoring an old version that once was approved', () =>
    expect(judge('release', situation({ row: row(), person: PEOPLE.chief, history: [] }))?.code).toBe('move.notAllowed'))
  it('9 signing twice under two roles', () => {
    const both = person(['chief', 'secondSigner'], { id: 'binh', desk: null, skills: { vi: ['approve'] } })
    const story = { desk: DESK, sharedWith: [], sovereignty: true, embargo: null }
    expect(judge('secondSign', situation({ row: approved(), person: both, story }))?.code).toBe('approve.secondSame')
    expect(
      judge('release', situation({ row: { ...approved(), secondSign: { ...mark(both), digest: TEXT } }, person: both, story }))
        ?.code,
    ).toBe('approve.secondSame')
  })
  it('10 a sovereignty text with one signature', () =>
    expect(
      judge(
        'release',
        situation({
          row: approved(),
          person: PEOPLE.chief,
          story: { desk: DESK, sharedWith: [], sovereignty: true, embargo: null },
        }),
      )?.code,
    ).toBe('approve.secondMissing'))
  it('11 a second signature under an older text', () => {
    const story = { desk: DESK, sharedWith: [], sovereignty: true, embargo: null }
    const signed = { ...approved(), secondSign: { ...mark(PEOPLE.secondSigner), digest: digestOf('older') } }
    expect(judge('release', situation({ row: signed, person: PEOPLE.chief, story }))?.code).toBe('approve.secondMissing')
  })
  it('12 passing one’s own translation as its reviser', () => {
    const both = person(['translator', 'reviser'], { id: 'mai', desk: null, skills: { en: ['translate', 'revise'] } })
    expect(judge('revised', situation({ row: translationRow('en', { state: 'revision' }), person: both }))?.code).toBe(
      'move.notYours',
    )
  })
  it('13 approving an unread language on one’s own word as reviser', () => {
    const both = person(['chief', 'reviser'], { id: 'both', desk: null, skills: { ja: ['revise'] } })
    const text = translationRow('ja', { state: 'review', revised: { ...mark(both), digest: TEXT } })
    expect(judge('approve', situation({ row: text, person: both, contributors: ['sato'] }))?.code).toBe('approve.language')
  })
  it('14 approving an unread language with a waiver in place of the reviser', () =>
    expect(
      judge(
        'approve',
        situation({
          row: translationRow('ja', { state: 'review' }),
          person: PEOPLE.chief,
          contributors: ['sato'],
          findings: [finding()],
        }),
        { waivers: [{ finding: 'number-1', reason: 'Đúng' }] },
      )?.code,
    ).toBe('approve.language'))
  it('15 an administrator, an auditor or an outlet’s engineer doing it by the way', () =>
    expect(
      [PEOPLE.administrator, PEOPLE.auditor, PEOPLE.outletEngineer].map((who) => judge('approve', review({ person: who }))?.code),
    ).toEqual(Array(3).fill('move.notYours')))
  it('16 reopening under an embargo to release early', () => {
    const embargoed = { ...approved(), schedule: { ...mark(PEOPLE.chief), until: at(60), embargo: true } }
    const reopened = move('reopen', situation({ row: embargoed, person: PEOPLE.deskChief }))
    const again = { ...approved(reopened), schedule: reopened.schedule }
    expect(judge('release', situation({ row: again, person: PEOPLE.deskChief }))?.code).toBe('move.tooEarly')
  })
  it('17 approving the next version of one’s own released text without having touched it is no trick', () =>
    expect(judge('approve', review({ person: writingChief, contributors: [], history: LIVE }))).toBeNull())
})
