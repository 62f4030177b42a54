import { describe, expect, it } from 'vitest'
import { staleness, type SourceRelease } from '#translation/staleness'

const digest = (mark: string) => mark.repeat(64)
const released: SourceRelease = { seq: 1, kind: 'release', snapshotDigest: digest('a'), rectifies: false }
const slip: SourceRelease = { seq: 4, kind: 'correction', snapshotDigest: digest('b'), rectifies: false }
const rectified: SourceRelease = { ...slip, rectifies: true }
const withdrawn: SourceRelease = { seq: 5, kind: 'withdrawal', snapshotDigest: null, rectifies: false }
const base = { seq: 1, digest: digest('a') }

describe('a translation', () => {
  it('of the text that readers see is not behind', () => expect(staleness(base, [released], false)).toBe('no'))
  it('is a little behind when a slip was corrected since', () => expect(staleness(base, [released, slip], false)).toBe('minor'))
  it('is stale when the source was rectified by law', () => expect(staleness(base, [released, rectified], false)).toBe('major'))
  it('is stale when the source was taken down', () => expect(staleness(base, [released, withdrawn], false)).toBe('major'))
  it('is stale when the source was taken down and came back, until somebody hands it over again', () => {
    expect(staleness(base, [released, withdrawn, { ...released, seq: 6 }], false)).toBe('major')
    expect(staleness({ ...base, seq: 6 }, [released, withdrawn, { ...released, seq: 6 }], false)).toBe('no')
  })
  it('that follows the correction is not behind', () =>
    expect(staleness({ seq: 4, digest: digest('b') }, [released, slip], false)).toBe('no'))
  it('of a source that moved on before its release is stale', () =>
    expect(staleness({ seq: null, digest: digest('a') }, [], true)).toBe('major'))
  it('of a source that was released as it was handed over is not behind', () =>
    expect(staleness({ seq: null, digest: digest('a') }, [released], true)).toBe('no'))
  it('that has no source is never behind', () => expect(staleness(null, [released, withdrawn], true)).toBe('no'))
})
