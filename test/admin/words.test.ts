import { describe, expect, it } from 'vitest'
import { SHOWN } from '#editorial/shown'
import { VERBS } from '#editorial/workflow'
import { CLASSES, LANGUAGES } from '#newsroom'
import en from '#locales/en/desk.json' with { type: 'json' }
import ja from '#locales/ja/desk.json' with { type: 'json' }
import vi from '#locales/vi/desk.json' with { type: 'json' }
import { asksFirst, doneKey, isButtonVerb, nameKey, sentenceKey, type VerbScene } from '../../src/admin/article/verbs'
import { panelLanguage, wordFor, wordsOf } from '../../src/admin/words'

const ALL = { vi, en, ja } as Readonly<Record<string, Readonly<Record<string, string>>>>
const places = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort()

describe('the words of the desk', () => {
  it('stand in all three languages, none empty, with the same facts in each sentence', () => {
    for (const language of LANGUAGES) expect(Object.keys(ALL[language] ?? {})).toEqual(Object.keys(vi))
    for (const [key, sentence] of Object.entries(vi)) {
      for (const language of LANGUAGES) {
        const other = ALL[language]?.[key] ?? ''
        expect(other.trim(), `${language} ${key}`).not.toBe('')
        expect([...new Set(places(other))], `${language} ${key}`).toEqual([...new Set(places(sentence))])
      }
    }
  })

  it('are composed Unicode, so that Vietnamese marks stand as one character', () => {
    for (const language of LANGUAGES) expect(JSON.stringify(ALL[language])).toBe(JSON.stringify(ALL[language]).normalize('NFC'))
  })

  it('name every state, class and language', () => {
    for (const key of Object.keys(SHOWN)) expect(ALL.vi?.[`state.${key}`], key).toBeDefined()
    for (const key of CLASSES) expect([ALL.vi?.[`class.${key}`], ALL.vi?.[`class.${key}.long`]], key).not.toContain(undefined)
    for (const key of LANGUAGES) expect([ALL.vi?.[`lang.${key}`], ALL.vi?.[`lang.${key}.in`]], key).not.toContain(undefined)
  })

  it('name every verb of the workflow in every scene, say before what will happen and after what did', () => {
    const scenes: VerbScene[] = [true, false].flatMap((isSource) =>
      [true, false].flatMap((other) => [{ isSource, ready: other, releasedBefore: other, claimedByOther: other }]),
    )
    for (const verb of VERBS.filter((each) => !['create', 'translate', 'dismiss', 'save'].includes(each))) {
      expect(isButtonVerb(verb), verb).toBe(true)
      if (!isButtonVerb(verb)) continue
      for (const scene of scenes) {
        const keys = [nameKey(verb, scene), doneKey(verb, scene), ...(asksFirst(verb, scene) ? [sentenceKey(verb, scene)] : [])]
        for (const key of keys) expect(ALL.ja?.[key], key).toBeDefined()
      }
    }
  })

  it('take their facts', () => {
    expect(wordsOf('vi')('home.morning', { name: 'Nguyễn Thị Lan' })).toBe('Chào buổi sáng, Nguyễn Thị Lan')
    expect(wordsOf('ja')('rail.release.line', { version: 2 })).toBe('第2版')
    expect(wordsOf('en')('verb.release.done', {})).toBe('Published, no.  in the release log.')
  })

  it('answer with the value itself where no word is known, and in Vietnamese to a foreign panel', () => {
    expect(wordFor(wordsOf('vi'), 'state', 'somethingNew')).toBe('somethingNew')
    expect(wordFor(wordsOf('en'), 'state', 'held')).toBe('On hold')
    expect([panelLanguage('ja'), panelLanguage('fr')]).toEqual(['ja', 'vi'])
  })
})
