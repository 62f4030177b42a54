import { expect, it } from 'vitest'
import { mayDecideTerm } from '#editorial/terms'
import type { Person } from '#newsroom'
import { PEOPLE, person } from '../builders'

const forms = { vi: 'Sở Ngoại vụ', en: 'Department of Foreign Affairs', ja: '外務局' }
const editorOf = (...languages: readonly ('en' | 'ja')[]): Person => ({
  ...PEOPLE.editor,
  skills: { vi: [], en: languages.includes('en') ? ['revise'] : [], ja: languages.includes('ja') ? ['approve'] : [] },
})

const CASES: readonly [string, Person, Parameters<typeof mayDecideTerm>[1], boolean][] = [
  ['an editor who passes texts in every language of the term', editorOf('en', 'ja'), forms, true],
  ['an editor who passes one of two', editorOf('en'), forms, false],
  ['the same editor about a term without a Japanese form', editorOf('en'), { ...forms, ja: ' ' }, true],
  ['a translator, whatever the skills', { ...editorOf('en', 'ja'), roles: ['translator'] }, forms, false],
  ['an editor of no language about a Vietnamese form alone', editorOf(), { vi: 'xã', en: '', ja: null }, true],
  ['an auditor', person(['auditor']), { vi: 'xã' }, false],
]
it.each(CASES)('%s', (_, who, term, may) => expect(mayDecideTerm(who, term)).toBe(may))
