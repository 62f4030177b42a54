import { describe, expect, it } from 'vitest'
import type { Language } from '#newsroom'
import { STORIES } from '#sample/stories/index'
import { loadTerms } from '#sample/terms'
import { WALK_STORY, WALK_VERSIONS } from '#sample/walk'
import { FIELD_LIMITS, runChecks } from '#translation/checks/checks'
import type { CheckedPair } from '#translation/checks/types'
import { compile, findTerms } from '#translation/glossary'
import type { Term, Words } from '#translation/segment'
import { segmentsOf, targetSegmentsOf } from '#translation/segments'

const DAY = '2026-11-30'
const terms = loadTerms().map(({ vi, en, ja, kind, note, forbidden, validFrom, validTo, status }, index): Term => ({
  id: String(index),
  forms: { vi, en, ja },
  forbidden,
  reading: '',
  kind,
  note,
  validFrom,
  validTo,
  status,
}))
const matchers = { vi: compile(terms, 'vi'), en: compile(terms, 'en'), ja: compile(terms, 'ja') }

const pairsOf = (source: Words, target: Words, from: Language, to: Language): readonly CheckedPair[] => {
  const ofSource = segmentsOf(source)
  const byPath = new Map(targetSegmentsOf(target, ofSource).map((segment) => [segment.path, segment]))
  return ofSource.map((segment) => {
    const translated = byPath.get(segment.path) ?? null
    return {
      source: segment,
      target: translated,
      state: 'translated',
      leftOut: false,
      terms: {
        source: findTerms(segment.plain, matchers[from], DAY),
        target: translated ? findTerms(translated.plain, matchers[to], DAY) : [],
      },
    }
  })
}

const stories = [...STORIES, { ...WALK_STORY, versions: WALK_VERSIONS }]
const found = (from: Language, to: Language) =>
  stories.flatMap(({ key, sovereignty, versions }) => {
    const [source, target] = [versions[from], versions[to]]
    if (!source || !target) return []
    return runChecks(pairsOf(source, target, from, to), { languages: { from, to }, sovereignty, fieldLimits: FIELD_LIMITS }).map(
      ({ id, severity, where, facts }) => ({ key, severity, check: id.split(':')[0], where, facts }),
    )
  })

describe('the sample newsroom passes its own checks', () => {
  it.each([
    ['vi', 'en'],
    ['vi', 'ja'],
    ['en', 'ja'],
    ['ja', 'en'],
    ['en', 'vi'],
    ['ja', 'vi'],
  ] as const)('%s → %s: nothing critical, and no warning but words that the glossary would have otherwise', (from, to) => {
    const all = found(from, to)
    expect(all.filter(({ severity }) => severity === 'critical')).toEqual([])
    expect(all.filter(({ check }) => check !== 'unlisted-term')).toEqual([])
  })

  it('a prefecture of Japan is no province: that is dismissed, not corrected', () =>
    expect(
      found('vi', 'ja')
        .filter(({ check }) => check === 'unlisted-term')
        .map(({ facts }) => facts),
    ).toEqual(Array.from({ length: 5 }, () => ({ term: 'tỉnh', preferred: '省' }))))

  it('and would not with the slip of the demo’s walk, a year, or a link changed', () => {
    const { vi, en } = WALK_VERSIONS
    const change = (wrong: string, right: string) =>
      runChecks(pairsOf(vi, JSON.parse(JSON.stringify(en).replace(wrong, right)) as Words, 'vi', 'en'), {
        languages: { from: 'vi', to: 'en' },
        sovereignty: false,
        fieldLimits: FIELD_LIMITS,
      }).flatMap(({ severity, kind, facts }) => (severity === 'critical' ? [[kind, facts]] : []))
    expect(change('VND 45 billion', 'VND 54 billion')).toEqual([['number', { source: '45 tỷ đồng', target: 'VND 54 billion' }]])
    expect(change('to Osaka in January 2027', 'to Osaka in January 2026')).toEqual([
      ['date', { source: 'tháng 1/2027', target: 'January 2026' }],
    ])
    expect(change('lamdong.example/quy-trinh', 'lamdong.example/en')).toEqual([
      ['link', { source: 'https://honggioxuan.lamdong.example/quy-trinh', target: 'https://honggioxuan.lamdong.example/en' }],
    ])
  })
})
