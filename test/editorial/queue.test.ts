import { describe, expect, it } from 'vitest'
import { isFree, isMine, isStaleFor, mayBegin, quickVerbs, waitsFor } from '#editorial/queue'
import type { WorkflowRow } from '#editorial/workflow'
import type { Person } from '#newsroom'
import { approved, NOON, PEOPLE, person, row, situation, translationRow, moveLooking as move } from '../builders'

const claimed = (who: Person) => ({ claim: { by: who.id, name: who.name, at: NOON } })
const free = (of: WorkflowRow, who: Person, translatorStays = true) => isFree(of, who, { translatorStays })
const story = situation().story
const { translator, reviser, editor, otherEditor, japaneseTranslator, chief, reporter } = PEOPLE

describe('what is free', () => {
  const nobodys = translationRow('en', { translator: null })

  it.each<[string, WorkflowRow, Person, boolean]>([
    ['a draft that is nobody’s', nobodys, translator, true],
    ['not to a translator of another language', nobodys, japaneseTranslator, false],
    ['not to a reviser', nobodys, reviser, false],
    ['not once it is claimed', { ...nobodys, ...claimed(editor) }, translator, false],
    ['not in the trash', { ...nobodys, trashedAt: NOON }, translator, false],
    ['not what is on my own table already', translationRow('en', { translator: translator.id }), translator, false],
    ['not what a colleague began', translationRow('en', { translator: 'a colleague' }), translator, false],
    ['a revision, to its reviser', translationRow('en', { state: 'revision', translator: translator.id }), reviser, true],
    ['not my own work for revision', translationRow('en', { state: 'revision', translator: reviser.id }), reviser, false],
    ['not what waits for approval', translationRow('en', { state: 'review' }), reviser, false],
    ['not a source', row(), translator, false],
  ])('%s', (_, of, who, expected) => expect(free(of, who)).toBe(expected))

  it('is what somebody gave up, who stays one of its writers', () => {
    const begun = translationRow('en', { translator: translator.id, writers: [translator.id], ...claimed(translator) })
    const given = move('giveUp', situation({ row: begun, person: translator }))
    expect([given.translator, given.writers, isMine(given, translator), free(given, translator)]).toEqual([
      null,
      [translator.id],
      false,
      true,
    ])
    // With its reviser a text keeps its translator, whoever lays it down.
    const revised = translationRow('en', { state: 'revision', translator: translator.id, ...claimed(reviser) })
    expect(move('giveUp', situation({ row: revised, person: reviser })).translator).toBe(translator.id)
  })
  it('is what a colleague began who is no longer there', () =>
    expect(free(translationRow('en', { translator: 'gone' }), translator, false)).toBe(true))

  it('never lies on my table at the same time', () => {
    for (const state of ['draft', 'revision', 'review'] as const)
      for (const who of Object.values(PEOPLE))
        for (const whose of [null, who.id, 'a colleague'])
          for (const claim of [null, claimed(who).claim]) {
            const of = translationRow('en', { state, translator: whose, claim })
            expect([free(of, who) && isMine(of, who), of, who.id]).toEqual([false, of, who.id])
            if (free(of, who) && state === 'revision') expect(waitsFor(of, who)).toBe(true)
          }
  })
})

describe('what may be begun', () => {
  const stands = { row: approved(), live: false, withdrawn: false }
  const both = ['en', 'ja'] as const
  const bilingual = person(['translator'], { skills: { en: ['translate'], ja: ['translate'] } })

  it('is every missing language of a source that stands, for its translators', () => {
    expect(mayBegin(stands, both, bilingual)).toEqual(['en', 'ja'])
    expect(mayBegin(stands, both, translator)).toEqual(['en'])
    expect(mayBegin(stands, both, editor)).toEqual([])
    expect(mayBegin(stands, [], bilingual)).toEqual([])
  })

  it('is a source that is opened, approved or live, and not withdrawn', () => {
    const draft = row()
    expect(mayBegin({ ...stands, row: draft }, both, bilingual)).toEqual([])
    expect(mayBegin({ ...stands, row: { ...draft, ready: true } }, both, bilingual)).toEqual(['en', 'ja'])
    expect(mayBegin({ ...stands, row: draft, live: true }, both, bilingual)).toEqual(['en', 'ja'])
    expect(mayBegin({ ...stands, withdrawn: true }, both, bilingual)).toEqual([])
    expect(mayBegin({ ...stands, row: { ...approved(), trashedAt: NOON } }, both, bilingual)).toEqual([])
  })
})

describe('what has gone stale', () => {
  const of = translationRow('en', { translator: 'a colleague' })
  it.each<[string, Person, boolean]>([
    ['translators of the language', translator, true],
    ['revisers of the language', reviser, true],
    ['editors of its desk', editor, true],
    ['chiefs', chief, true],
    ['not reporters', reporter, false],
    ['not other desks', otherEditor, false],
    ['not other languages', japaneseTranslator, false],
  ])('is shown to %s', (_, who, expected) => {
    expect(isStaleFor({ row: of, person: who, story }, 'major')).toBe(expected)
    expect(isStaleFor({ row: of, person: who, story }, 'minor')).toBe(expected)
    expect(isStaleFor({ row: of, person: who, story }, 'no')).toBe(false)
  })
  it('is no source, and nothing in the trash', () => {
    expect(isStaleFor({ row: row(), person: editor, story }, 'major')).toBe(false)
    expect(isStaleFor({ row: { ...of, trashedAt: NOON }, person: editor, story }, 'major')).toBe(false)
  })
})

describe('one press', () => {
  const verbs = (of: WorkflowRow, who: Person) => quickVerbs({ row: of, person: who, story })
  const nobodys = translationRow('en', { translator: null })
  it('takes what is free, gives up what was taken, and gives away what one may give away', () => {
    expect(verbs(nobodys, translator)).toEqual(['claim'])
    expect(verbs({ ...nobodys, ...claimed(translator) }, translator)).toEqual(['giveUp'])
    expect(verbs({ ...nobodys, ...claimed(translator) }, editor)).toEqual(['claim', 'assign'])
    expect(verbs({ ...nobodys, ...claimed(editor) }, translator)).toEqual([])
    expect(verbs(approved(nobodys), editor)).toEqual([])
    expect(verbs(nobodys, japaneseTranslator)).toEqual([])
  })
})
