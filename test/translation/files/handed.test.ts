import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeImport as merge, unitIds } from '#translation/files/handed'
import { digestOf, refusalOf } from './samples'
import type { CurrentUnit, Handed, Incoming, IncomingUnit } from '#translation/files/handed'

const handed: Handed = { item: 'story', from: 'vi', to: 'en', source: { seq: 4, rev: 9, digest: digestOf('whole') } }

const sources = ['một', 'hai', 'ba', 'bốn']
const ids = unitIds(sources.map(digestOf))
const units: readonly CurrentUnit[] = sources.map((source, at) => ({
  id: ids[at] ?? '',
  sourceDigest: digestOf(source),
  source,
  currentTarget: at === 0 ? 'one' : null,
}))
const current = { ...handed, units }
const mergeImport = (...[now, came, base = null]: [typeof current, Incoming, Parameters<typeof merge>[2]?]) =>
  merge(now, came, base)

const unit = (at: number, target: string | null, source = sources[at] ?? ''): IncomingUnit => ({
  id: ids[at] ?? '',
  source,
  target,
  state: target === null ? 'empty' : 'translated',
})
const file = (some: readonly IncomingUnit[], changes: Partial<Handed> = {}): Incoming => ({
  ...handed,
  ...changes,
  targetRev: 2,
  units: some,
})

describe('ids of units', () => {
  it('are of the words, not of the place', () =>
    expect(unitIds(['b', 'a'].map(digestOf)).toReversed()).toEqual(unitIds(['a', 'b'].map(digestOf))))
  it('tell the same words apart', () =>
    expect(unitIds(['a', 'b', 'a'].map(digestOf))).toEqual([
      `u${digestOf('a').slice(0, 16)}.1`,
      `u${digestOf('b').slice(0, 16)}.1`,
      `u${digestOf('a').slice(0, 16)}.2`,
    ]))
})

describe('a file that came back', () => {
  it('changes what differs and nothing else', () =>
    expect(mergeImport(current, file([unit(0, 'one'), unit(1, 'two'), unit(2, null), { ...unit(3, 'x'), id: 'u0.1' }]))).toEqual({
      apply: [{ id: ids[1], target: 'two', state: 'translated' }],
      overtaken: [],
      unchanged: [ids[0], ids[2]],
      unknown: ['u0.1'],
      missing: [ids[3]],
      refused: [],
    }))
  it('takes nothing away with an empty target', () =>
    expect(mergeImport(current, file([unit(0, null)]))).toMatchObject({ apply: [], unchanged: [ids[0]] }))
  it('is not believed where it says two things of one unit', () =>
    expect(mergeImport(current, file([unit(1, 'two'), unit(1, 'deux'), unit(2, 'three'), unit(2, 'three')]))).toMatchObject({
      apply: [{ id: ids[2] }],
      refused: [{ id: ids[1], reason: 'twice' }],
    }))
  it('is not believed where ids were swapped or the source was edited', () =>
    expect(mergeImport(current, file([unit(1, 'three', 'ba'), unit(2, 'two', 'hai')]))).toMatchObject({
      apply: [],
      refused: [
        { id: ids[1], reason: 'source' },
        { id: ids[2], reason: 'source' },
      ],
    }))
  it('may have other white space in its source', () =>
    expect(mergeImport(current, file([unit(1, 'two', '\n hai ')])).apply).toEqual([
      { id: ids[1], target: 'two', state: 'translated' },
    ]))
  it('changes nothing the second time', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.option(fc.constantFrom('one', 'two', 'x'))), { maxLength: 8 }),
        (pairs) => {
          const incoming = file(pairs.map(([at, target]) => unit(at, target)))
          const first = mergeImport(current, incoming)
          const applied = new Map(first.apply.map(({ id, target }) => [id, target]))
          const after = {
            ...current,
            units: units.map((one) => ({ ...one, currentTarget: applied.get(one.id) ?? one.currentTarget })),
          }
          const second = mergeImport(after, incoming)
          expect([second.apply, [...second.unchanged].sort()]).toEqual([[], [...first.unchanged, ...applied.keys()].sort()])
        },
      ),
    ))
})

describe('an older file', () => {
  // One: as it went out; two: changed here; three: changed outside; four: changed on both sides.
  const base = new Map([
    [ids[0] ?? '', 'one'],
    [ids[1] ?? '', 'two'],
    [ids[2] ?? '', 'three'],
    [ids[3] ?? '', null],
  ])
  const here = ['one', 'two, mended here', 'three', 'four, written here']
  const now = { ...current, units: units.map((one, at) => ({ ...one, currentTarget: here[at] ?? null })) }
  const came = file([unit(0, 'one'), unit(1, 'two'), unit(2, 'three, mended outside'), unit(3, 'four, written outside')])

  it('brings what was changed in it, undoes nothing, and of what both changed somebody is told', () =>
    expect(merge(now, came, base)).toEqual({
      apply: [{ id: ids[2], target: 'three, mended outside', state: 'translated' }],
      overtaken: [{ id: ids[3], target: 'four, written outside', state: 'translated' }],
      unchanged: [ids[0], ids[1]],
      unknown: [],
      missing: [],
      refused: [],
    }))
  it('comes again and changes nothing more, also where its words were cleaned as they were kept', () => {
    const kept = { ...now, units: now.units.map((one, at) => (at === 2 ? { ...one, currentTarget: 'three, mendéd' } : one)) }
    const unclean = file([unit(2, 'three, mende\u0301d')])
    expect(merge(kept, unclean, base)).toMatchObject({ apply: [], overtaken: [], unchanged: [ids[2]] })
  })
  it('of which nobody knows how it went out is taken by its words', () =>
    expect(merge(now, came, null)).toMatchObject({ apply: [{ id: ids[1] }, { id: ids[2] }, { id: ids[3] }], overtaken: [] }))
})

describe('a file for something else is refused as a whole', () => {
  it.each([
    [{ item: 'other' }, { what: 'item', item: 'other' }],
    [{ to: 'ja' as const }, { what: 'languages', from: 'vi', to: 'ja' }],
    [{ from: 'ja' as const }, { what: 'languages', from: 'ja', to: 'en' }],
  ])('%j', (changes, facts) =>
    expect(refusalOf(() => mergeImport(current, file([], changes)))).toEqual({ code: 'file.other', facts }),
  )
  it('of another version, with what changed', () => {
    const old = { source: { seq: 3, rev: 8, digest: digestOf('before') } }
    const [goneId = ''] = unitIds([digestOf('cũ')])
    expect(
      refusalOf(() =>
        mergeImport(current, file([unit(0, 'x'), unit(1, 'x'), unit(3, 'x'), { ...unit(2, 'x'), id: goneId }], old)),
      ),
    ).toEqual({
      code: 'file.other',
      facts: { what: 'version', seq: 3, rev: 8, changed: [digestOf('ba')], gone: [goneId] },
    })
  })
  it('but not of the same words under another number', () =>
    expect(mergeImport(current, file([unit(1, 'two')], { source: { ...handed.source, seq: 5, rev: 11 } })).apply.length).toBe(1))
})
