import { describe, expect, it } from 'vitest'
import { staleness, worst, type SourceRelease } from '#translation/staleness'

const digest = (mark: string) => mark.repeat(64)
const released: SourceRelease = { seq: 1, kind: 'release', snapshotDigest: digest('a'), text: digest('1'), grade: null }
const slip: SourceRelease = { seq: 4, kind: 'correction', snapshotDigest: digest('b'), text: digest('2'), grade: null }
const typo: SourceRelease = { ...slip, grade: 'typo' }
const minor: SourceRelease = { ...slip, grade: 'minor' }
const rectified: SourceRelease = { ...slip, grade: 'major' }
const withdrawn: SourceRelease = { seq: 5, kind: 'withdrawal', snapshotDigest: null, text: null, grade: null }
const base = { seq: 1, digest: digest('a'), text: digest('1') }
const draft = { ...base, seq: null }

const released_ = (...releases: readonly SourceRelease[]) => ({ releases, text: digest('9'), grades: [] })
const unreleased = (text: string, ...grades: readonly { text: string; grade: 'typo' | 'minor' | 'major' }[]) => ({
  releases: [],
  text: digest(text),
  grades: grades.map((one) => ({ ...one, text: digest(one.text) })),
})

describe('a translation of a text that readers see', () => {
  it('is not behind when nothing came after', () => expect(staleness(base, released_(released))).toBe('no'))
  it('is a little behind when nobody graded the correction', () =>
    expect(staleness(base, released_(released, slip))).toBe('minor'))
  it('stays current after a typo', () => expect(staleness(base, released_(released, typo))).toBe('no'))
  it('is a little behind after a minor change', () => expect(staleness(base, released_(released, minor))).toBe('minor'))
  it('is stale when the source was rectified by law', () => expect(staleness(base, released_(released, rectified))).toBe('major'))
  it('is as far behind as the worst change since', () =>
    expect(staleness(base, released_(released, rectified, { ...typo, seq: 6, snapshotDigest: digest('c') }))).toBe('major'))
  it('does not mind a correction that changed no word', () =>
    expect(staleness(base, released_(released, { ...slip, text: digest('1') }))).toBe('no'))
  it('is stale when the source was taken down', () => expect(staleness(base, released_(released, withdrawn))).toBe('major'))
  it('is stale when the source was taken down and came back, until somebody hands it over again', () => {
    const back = released_(released, withdrawn, { ...released, seq: 6 })
    expect([staleness(base, back), staleness({ ...base, seq: 6 }, back)]).toEqual(['major', 'no'])
  })
  it('that follows the correction is not behind', () =>
    expect(staleness({ seq: 4, digest: digest('b'), text: digest('2') }, released_(released, slip))).toBe('no'))
  it('that has no source is never behind', () => expect(staleness(null, released_(released, withdrawn))).toBe('no'))
})

describe('a translation that began before its source was released', () => {
  it('is current while no word moves', () => expect(staleness(draft, unreleased('1'))).toBe('no'))
  it('is stale as long as nobody graded the change', () => expect(staleness(draft, unreleased('2'))).toBe('major'))
  it('is as far behind as its editor said', () =>
    expect([
      staleness(draft, unreleased('2', { text: '2', grade: 'typo' })),
      staleness(draft, unreleased('2', { text: '2', grade: 'minor' })),
      staleness(draft, unreleased('3', { text: '2', grade: 'major' }, { text: '3', grade: 'typo' })),
      staleness(draft, unreleased('3', { text: '2', grade: 'minor' })),
    ]).toEqual(['no', 'minor', 'major', 'major']))
  it('owes nothing for changes before it began', () =>
    expect(staleness(draft, unreleased('2', { text: '1', grade: 'major' }, { text: '2', grade: 'typo' }))).toBe('no'))
  it('is current when the source changes and changes back', () =>
    expect(staleness(draft, unreleased('1', { text: '2', grade: 'major' }, { text: '1', grade: 'major' }))).toBe('no'))
  it('is not behind when the source is released as it was handed over', () =>
    expect(staleness(draft, released_({ ...released, snapshotDigest: digest('f') }))).toBe('no'))
  it('is stale when what was released is not what was handed over, whatever was said of the release', () =>
    expect([
      staleness(draft, { ...released_({ ...released, text: digest('2') }), grades: [{ text: digest('2'), grade: 'major' }] }),
      staleness(draft, { ...released_({ ...released, text: digest('2') }), grades: [{ text: digest('2'), grade: 'minor' }] }),
      staleness(draft, released_({ ...released, text: digest('2') })),
    ]).toEqual(['major', 'minor', 'major']))
})

it('a chain is as far behind as its farthest link', () =>
  expect([worst([]), worst(['no', 'minor']), worst(['minor', 'major', 'no'])]).toEqual(['no', 'minor', 'major']))
