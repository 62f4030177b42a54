import { describe, expect, it } from 'vitest'
import { STORIES } from '#sample/stories/index'
import { WALK_STORY, WALK_VERSIONS } from '#sample/walk'
import { FIELD_LIMITS, runChecks } from '#translation/checks/checks'
import type { Words } from '#translation/segment'
import { DIRECTIONS, found, pairsOf } from '../sample/checking'

const stories = [...STORIES, { ...WALK_STORY, versions: WALK_VERSIONS }]

describe('the sample newsroom passes its own checks', () => {
  it.each(DIRECTIONS)(
    '%s → %s: nothing critical, and no warning but words that the glossary would have otherwise',
    (from, to) => {
      const all = found(stories, from, to)
      expect(all.filter(({ severity }) => severity === 'critical')).toEqual([])
      expect(all.filter(({ check }) => check !== 'unlisted-term')).toEqual([])
    },
  )

  it('a prefecture of Japan is no province: that is dismissed, not corrected', () =>
    expect(
      found(stories, 'vi', 'ja')
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
