import { describe, expect, it } from 'vitest'
import { useProblems } from '../../src/cms/snapshot'

describe('the right to use a picture', () => {
  /** As a date field keeps a day that somebody chose. */
  const until = '2026-11-25T12:00:00.000Z'
  const at = (now: string) => useProblems({ id: 'a', licenceUntil: until }, new Date(now))
  it('holds to the end of its last day in the province, as in the press kit and on paper', () => {
    expect(at('2026-11-25T12:00:01.000Z')).toEqual([])
    expect(at('2026-11-25T16:59:59.999Z')).toEqual([])
    expect(at('2026-11-25T17:00:00.000Z')).toEqual(['licence'])
  })
  it('without a last day it has no end', () => expect(useProblems({ id: 'a' }, new Date('2099-01-01'))).toEqual([]))
})
