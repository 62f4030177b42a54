import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CueList } from '#video/cue'
import { change, inOrder, insert, merge, pairCues, remove, retime, setIn, setOut, shift, snap, split } from '#video/cues'
import { joinLines } from '#video/line'
import { anyCues, cue } from './arbitrary'

const RUNS = process.env.PROOF ? 5_000 : 200
const LIST = [cue('a', 1, 3, 'Xin chào quý vị/và các bạn'), cue('b', 4, 6, 'Đây là Đà Lạt'), cue('c', 7, 9, 'Hẹn gặp lại')]
const shown = (cues: CueList) => cues.map(({ id, start, end, lines }) => `${id} ${start}-${end} ${lines.join('/')}`)
const times = (cues: CueList) => cues.map(({ id, start, end }) => `${id} ${start}-${end}`)
/** Words without any white space, which a break may take. */
const words = (cues: CueList) => cues.map(({ lines }) => lines.join('').replace(/\s/g, '')).join('')
const isOrdered = (cues: CueList) => cues.every(({ start }, at) => at === 0 || start >= (cues[at - 1]?.start ?? 0))

describe('an edit', () => {
  it.each<[string, (cues: CueList) => CueList, readonly string[]]>([
    [
      'splits where the words and the film are',
      (cues) => split(cues, 'b', { offset: 7, at: 5000, newId: 'n' }),
      ['b 4000-4920 Đây là', 'n 5000-6000 Đà Lạt'],
    ],
    [
      'splits at the nearest space',
      (cues) => split(cues, 'b', { offset: 8, at: 5000, newId: 'n' }),
      ['b 4000-4920 Đây là', 'n 5000-6000 Đà Lạt'],
    ],
    [
      'splits in proportion where no time is given',
      (cues) => split(cues, 'c', { offset: 3, at: null, newId: 'n' }),
      ['c 7000-7465 Hẹn', 'n 7545-9000 gặp lại'],
    ],
    [
      'splits in proportion where the film stands elsewhere',
      (cues) => split(cues, 'c', { offset: 3, at: 1000, newId: 'n' }),
      ['c 7000-7465 Hẹn', 'n 7545-9000 gặp lại'],
    ],
    [
      'splits between lines',
      (cues) => split(cues, 'a', { offset: 15, at: 2000, newId: 'n', gap: 0 }),
      ['a 1000-2000 Xin chào quý vị', 'n 2000-3000 và các bạn'],
    ],
    ['merges with the next', (cues) => merge(cues, 'b'), ['b 4000-9000 Đây là Đà Lạt/Hẹn gặp lại']],
  ])('%s', (_, edit, result) => {
    const edited = shown(edit(LIST))
    expect(edited.filter((one) => !shown(LIST).includes(one))).toEqual(result)
  })

  it.each<[string, (cues: CueList) => CueList, readonly string[]]>([
    ['shifts all', (cues) => shift(cues, 500), ['a 1500-3500', 'b 4500-6500', 'c 7500-9500']],
    ['shifts this one and those behind', (cues) => shift(cues, -500, 'b'), ['a 1000-3000', 'b 3500-5500', 'c 6500-8500']],
    ['shifts no further than the film begins', (cues) => shift(cues, -5000), ['a 0-2000', 'b 3000-5000', 'c 6000-8000']],
    [
      'shifts no further than the cue before begins',
      (cues) => shift(cues, -5000, 'b'),
      ['a 1000-3000', 'b 1000-3000', 'c 4000-6000'],
    ],
    ['sets where a cue begins', (cues) => setIn(cues, 'b', 3500.4), ['a 1000-3000', 'b 3500-6000', 'c 7000-9000']],
    [
      'keeps the order where a cue would begin too early',
      (cues) => setIn(cues, 'b', 0),
      ['a 1000-3000', 'b 1000-6000', 'c 7000-9000'],
    ],
    [
      'keeps the order where it would begin too late',
      (cues) => setIn(cues, 'b', 60_000),
      ['a 1000-3000', 'b 7000-9000', 'c 7000-9000'],
    ],
    ['takes the length along beyond the end', (cues) => setIn(cues, 'b', 6500), ['a 1000-3000', 'b 6500-8500', 'c 7000-9000']],
    ['sets where a cue ends', (cues) => setOut(cues, 'b', 6900), ['a 1000-3000', 'b 4000-6900', 'c 7000-9000']],
    ['removes', (cues) => remove(cues, 'b'), ['a 1000-3000', 'c 7000-9000']],
    [
      'inserts where it begins',
      (cues) => insert(cues, cue('n', 6.2, 6.8, 'mới')),
      ['a 1000-3000', 'b 4000-6000', 'n 6200-6800', 'c 7000-9000'],
    ],
    [
      'inserts last',
      (cues) => insert(cues, cue('n', 10, 11, 'mới')),
      ['a 1000-3000', 'b 4000-6000', 'c 7000-9000', 'n 10000-11000'],
    ],
    ['sorts', (cues) => inOrder(cues.toReversed()), ['a 1000-3000', 'b 4000-6000', 'c 7000-9000']],
  ])('%s', (_, edit, result) => expect(times(edit(LIST))).toEqual(result))

  it('changes the words, speaker or place of one cue', () =>
    expect(change(LIST, 'b', { speaker: 'Lan', lines: ['Đà Lạt'] })[1]).toEqual(cue('b', 4, 6, 'Đà Lạt', { speaker: 'Lan' })))

  it.each<[string, (cues: CueList) => CueList]>([
    ['splits no word', (cues) => split([...cues, cue('w', 10, 12, 'Hoa')], 'w', { offset: 1, at: null, newId: 'n' }).slice(0, 3)],
    [
      'splits no moment',
      (cues) => split(cues.with(0, { ...cues[0]!, end: 1001 }), 'a', { offset: 4, at: null, newId: 'n' }).with(0, cues[0]!),
    ],
    ['splits into no id that is taken', (cues) => split(cues, 'a', { offset: 4, at: null, newId: 'b' })],
    ['splits at no offset', (cues) => split(cues, 'a', { offset: NaN, at: null, newId: 'n' })],
    ['merges no last cue', (cues) => merge(cues, 'c')],
    ['moves by nothing', (cues) => shift(cues, 0)],
    ['moves by no number', (cues) => shift(cues, Infinity)],
    ['moves nothing behind a cue that is not there', (cues) => shift(cues, 100, 'x')],
    ['ends no cue before it begins', (cues) => setOut(cues, 'b', 4000)],
    ['begins at no number', (cues) => setIn(cues, 'b', NaN)],
    ['snaps to no frames', (cues) => snap(cues, 0)],
    ['inserts no second one of an id', (cues) => insert(cues, cue('a', 20, 21, 'x'))],
    ['removes nobody', (cues) => remove(cues, 'x')],
    ['changes nobody', (cues) => change(cues, 'x', { lines: [] })],
    ['snaps what is on frames', (cues) => snap(cues, 25)],
    ['retimes by itself', (cues) => retime(cues, cues)],
  ])('does nothing: %s', (_, edit) => expect(edit(LIST)).toEqual(LIST))

  it('gives the same list where nothing changes, so that a screen may see it', () =>
    expect(
      [shift(LIST, 0), snap(LIST, 25), retime(LIST, LIST), setIn(LIST, 'b', 4000), inOrder(LIST)].every((list) => list === LIST),
    ).toBe(true))

  it('snaps to frames, of which every cue keeps one', () => {
    expect(times(snap([cue('a', 1.019, 1.021, 'x'), cue('b', 2.5, 3.033, 'y')], 25))).toEqual(['a 1000-1040', 'b 2520-3040'])
    expect(times(snap([cue('a', 10, 12.5, 'x')], 29.97))).toEqual(['a 10010-12513'])
  })

  it('merges two who speak into nobody, and one with nobody into one', () => {
    const speakers = (first: string | null, second: string | null) =>
      merge([cue('a', 1, 2, 'x', { speaker: first }), cue('b', 3, 4, 'y', { speaker: second })], 'a')[0]?.speaker
    expect([speakers('Lan', 'Minh'), speakers('Lan', 'Lan'), speakers(null, 'Lan'), speakers('Lan', null)]).toEqual([
      null,
      'Lan',
      'Lan',
      'Lan',
    ])
  })

  it('never splits within a ruby or a letter', () => {
    const at = (text: string, offset: number) =>
      split([cue('a', 1, 3, text)], 'a', { offset, at: null, newId: 'n' }).map(({ lines }) => lines.join('/'))
    expect(at('花の｜都《みやこ》です', 5)).toEqual(['花の', '｜都《みやこ》です'])
    expect(at('か\u3099ん', 1)).toEqual(['か\u3099', 'ん'])
    expect(at('Đà Lạtの花', 7)).toEqual(['Đà Lạtの', '花'])
  })
})

describe('whatever is edited', () => {
  const anyEdit = fc.oneof(
    fc.record({ verb: fc.constant('split'), at: fc.nat(9), ms: fc.integer({ min: -5, max: 60_000 }) }),
    fc.record({
      verb: fc.constantFrom('merge', 'remove', 'shift', 'setIn', 'setOut', 'snap', 'retime'),
      at: fc.nat(9),
      ms: fc.integer({ min: -60_000, max: 60_000 }),
    }),
  )
  it('the order is kept, no cue has an id twice or a time that is none, and no word is lost', () =>
    fc.assert(
      fc.property(anyCues, anyCues, fc.array(anyEdit, { maxLength: 12 }), (cues, source, edits) => {
        let list = cues
        edits.forEach(({ verb, at, ms }, step) => {
          const id = list[at]?.id ?? 'x'
          const before = words(list)
          const removed = list.filter((one) => one.id !== id)
          if (verb === 'split') list = split(list, id, { offset: ms % 20, at: ms, newId: `n${step}` })
          else if (verb === 'merge') list = merge(list, id)
          else if (verb === 'remove') list = remove(list, id)
          else if (verb === 'shift') list = shift(list, ms, at % 2 ? id : null)
          else if (verb === 'setIn') list = setIn(list, id, ms)
          else if (verb === 'setOut') list = setOut(list, id, ms)
          else if (verb === 'snap') list = snap(list, 25)
          else list = retime(list, source)
          expect(isOrdered(list)).toBe(true)
          expect(new Set(list.map((one) => one.id)).size).toBe(list.length)
          expect(list.every(({ start, end }) => Number.isSafeInteger(start) && start >= 0 && end > start)).toBe(true)
          // What overlaps may come to stand in another order.
          if (verb === 'retime' || verb === 'split') expect([...words(list)].sort()).toEqual([...before].sort())
          else expect(words(list)).toBe(verb === 'remove' ? words(removed) : before)
        })
      }),
      { numRuns: RUNS },
    ))

  it('split and merged is the text again', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Lâm Đồng', 'hoa', '33.000 tỷ', 'cà phê,', '- Vâng'), { minLength: 1, maxLength: 8 }),
        fc.nat(60),
        (pieces, offset) => {
          const [only] = merge(split([cue('a', 1, 5, pieces.join(' '))], 'a', { offset, at: null, newId: 'n' }), 'a')
          expect([only?.start, only?.end, joinLines(only?.lines ?? [])]).toEqual([1000, 5000, pieces.join(' ')])
        },
      ),
      { numRuns: RUNS },
    ))

  it('snapped twice is snapped once', () =>
    fc.assert(
      fc.property(anyCues, fc.constantFrom(23.976, 24, 25, 29.97, 30, 50, 60), (cues, fps) => {
        expect(snap(snap(cues, fps), fps)).toEqual(snap(cues, fps))
      }),
      { numRuns: RUNS },
    ))
})

describe('a translation beside its source', () => {
  const source = LIST
  it.each<[string, CueList, readonly (string | null)[]]>([
    ['has its cues by id', [cue('c', 1, 2, 'x'), cue('a', 3, 4, 'y')], ['c', 'a']],
    ['are as many others, by order', [cue('p', 50, 51, 'x'), cue('q', 52, 53, 'y'), cue('r', 54, 55, 'z')], ['a', 'b', 'c']],
    ['has others by the time together', [cue('p', 4.5, 6, 'x'), cue('q', 7.5, 8, 'z')], ['b', 'c']],
    ['has each once', [cue('p', 4, 5, 'x'), cue('q', 5, 6, 'y')], ['b', null]],
    ['has none twice by id and by time', [cue('b', 4, 6, 'x'), cue('q', 4.2, 5.8, 'y')], ['b', null]],
    ['has none elsewhere', [cue('p', 50, 51, 'x')], [null]],
  ])('%s', (_, target, ids) => expect(pairCues(target, source).map((one) => one?.id ?? null)).toEqual(ids))

  it('takes its times, and keeps its own where it has no partner', () =>
    expect(times(retime([cue('c', 1, 2, 'x'), cue('n', 3, 4, 'y'), cue('b', 5, 5.5, 'z')], source))).toEqual([
      'n 3000-4000',
      'b 4000-6000',
      'c 7000-9000',
    ]))
})
