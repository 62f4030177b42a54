import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#newsroom'
import { DeskProblem } from '../../src/admin/desk-api'
import { edited, type Edit, type Scene } from '../../src/admin/subtitles/edits'
import { findingParts, withNumbers } from '../../src/admin/subtitles/finding-words'
import { imported } from '../../src/admin/subtitles/importing'
import { commandOf, KEYS, type Stroke } from '../../src/admin/subtitles/keys'
import { mergeCues, withSides } from '../../src/admin/subtitles/merge'
import { liveAt, playheadOf, type Player } from '../../src/admin/subtitles/playhead'
import { judgedBy, measuresOf, nextFound, paceOf, rowsOf } from '../../src/admin/subtitles/rows'
import { restored, shelfOf, unsavedOf, type Unsaved } from '../../src/admin/subtitles/shelf'
import { cueStore, type Doors } from '../../src/admin/subtitles/store'
import { secondsTyped, timeShown, timeTyped } from '../../src/admin/subtitles/times'
import { wordsOf } from '../../src/admin/words'
import type { Cue, CueList } from '../../src/video/cue'
import { CUE_RULES, cueFindings, QUALITY } from '../../src/video/rules'
import { SUBTITLE_WARNINGS } from '../../src/video/subtitles'
import type { CueDesk, CuesChange } from '../../src/video/view'
import vi from '#locales/vi/desk.json' with { type: 'json' }

const cue = (id: string, start: number, end: number, text = id, more: Partial<Cue> = {}): Cue => ({
  id,
  start,
  end,
  lines: text === '' ? [] : text.split('\n'),
  speaker: null,
  position: 'bottom',
  ...more,
})
const A = cue('a', 1000, 3000, 'Đồi cà phê\nbuổi sớm')
const B = cue('b', 4000, 6000, 'Sương phủ thung lũng')
const C = cue('c', 7000, 9000, 'Người hái ra vườn')
const ABC = [A, B, C]
const said = (cues: CueList) => cues.map(({ id, start, end, lines }) => `${id} ${start}–${end} ${lines.join('/')}`)

describe('a moment', () => {
  it('is typed as people and subtitle files write it', () => {
    expect(['83.4', '1:23,4', '00:01:23.400', '１：２３．４', ' 0:05 '].map(timeTyped)).toEqual([
      83_400, 83_400, 83_400, 83_400, 5_000,
    ])
    expect(['', 'a', '1:60', '1:60:00', '-1', '1:2:3:4', '1.'].map(timeTyped)).toEqual([null, null, null, null, null, null, null])
  })
  it('is shown so that typing it gives it back', () => {
    expect([timeShown(12_480), timeShown(3_723_004)]).toEqual(['0:12.480', '1:02:03.004'])
    fc.assert(fc.property(fc.integer({ min: 0, max: 359_999_999 }), (ms) => timeTyped(timeShown(ms)) === ms))
  })
  it('may be a distance to either side', () => {
    expect(['-0,5', '−1.25', '+2', '0,04', 'x', '--1'].map(secondsTyped)).toEqual([-500, -1250, 2000, 40, null, null])
  })
})

let ids = 0
const scene = (more: Partial<Scene> = {}): Scene => ({
  cues: ABC,
  active: 'b',
  language: 'vi',
  quality: QUALITY.vi,
  source: [],
  at: 5000,
  cursor: null,
  fresh: () => `n${++ids}`,
  ...more,
})
const done = (edit: Edit, more: Partial<Scene> = {}) => {
  const result = edited(edit, scene(more))
  return result && { cues: said(result.cues), active: result.active }
}

describe('an edit', () => {
  it('takes the moment of the film as in and out of the cue in hand; without a film there is none', () => {
    expect(done({ do: 'setIn' })?.cues[1]).toBe('b 5000–6000 Sương phủ thung lũng')
    expect(done({ do: 'setOut' })?.cues[1]).toBe('b 4000–5000 Sương phủ thung lũng')
    expect([done({ do: 'setIn' }, { at: null }), done({ do: 'setOut' }, { at: 4000 })]).toEqual([null, null])
  })
  it('splits at the cursor and where the film is, and goes on with the second half', () => {
    ids = 0
    expect(done({ do: 'split' }, { cursor: 5 })).toEqual({
      cues: [
        'a 1000–3000 Đồi cà phê/buổi sớm',
        'b 4000–4920 Sương',
        'n1 5000–6000 phủ thung lũng',
        'c 7000–9000 Người hái ra vườn',
      ],
      active: 'n1',
    })
  })
  it('splits where the film is in proportion when no cursor stands anywhere, and not what has one word', () => {
    ids = 0
    expect(done({ do: 'split' }, { at: 4300 })?.cues.slice(1, 3)).toEqual(['b 4000–4220 Sương', 'n1 4300–6000 phủ thung lũng'])
    expect(done({ do: 'split' }, { cues: [cue('b', 4000, 6000, 'Sương')] })).toBeNull()
  })
  it('merges with the next, in as many lines as are allowed; the last has none', () => {
    expect(done({ do: 'merge' }, { active: 'a' })?.cues[0]).toBe('a 1000–6000 Đồi cà phê buổi sớm Sương phủ thung lũng')
    expect(done({ do: 'merge' }, { active: 'c' })).toBeNull()
  })
  it('adds a cue behind the one in hand, or where the film is, but never on a cue', () => {
    ids = 0
    expect(done({ do: 'insert' }, { at: null })).toEqual({ cues: [...said([A, B]), 'n1 6080–6920 ', said([C])[0]], active: 'n1' })
    expect(done({ do: 'insert' }, { at: 9500 })?.cues[3]).toBe('n2 9500–11500 ')
    expect(done({ do: 'insert' }, { cues: [], active: null, at: 200 })?.cues).toEqual(['n3 200–2200 '])
  })
  it('deletes and goes to the next, from the last to the one before', () => {
    expect([done({ do: 'remove' })?.active, done({ do: 'remove' }, { active: 'c' })?.active]).toEqual(['c', 'b'])
    expect(done({ do: 'remove' }, { cues: [B] })).toEqual({ cues: [], active: null })
  })
  it('moves a cue or one of its ends by a tenth, no earlier than the film', () => {
    expect(done({ do: 'nudge', by: -100 })?.cues[1]).toBe('b 3900–5900 Sương phủ thung lũng')
    expect(done({ do: 'nudgeIn', by: 100 })?.cues[1]).toBe('b 4100–6000 Sương phủ thung lũng')
    expect(done({ do: 'nudgeOut', by: -100 })?.cues[1]).toBe('b 4000–5900 Sương phủ thung lũng')
    expect(done({ do: 'nudge', by: -100 }, { cues: [cue('b', 40, 900)] })?.cues).toEqual(['b 0–860 b'])
  })
  it('breaks lines where the sense ends, of one cue or of all that are too long, and leaves the others alone', () => {
    const long = cue('b', 4000, 6000, 'Bình minh lên trên những đồi cà phê Cầu Đất, tỉnh Lâm Đồng.')
    const all = edited({ do: 'breakAll' }, scene({ cues: [A, long, C] }))
    expect(all?.cues[1]?.lines).toHaveLength(2)
    expect(all?.cues[1]?.lines.every((line) => line.length <= 42)).toBe(true)
    expect([all?.cues[0] === A, all?.cues[2] === C]).toEqual([true, true])
    expect(done({ do: 'breakLines' })).toBeNull()
  })
  it('keeps the lines of all other cues as they are, so that nothing is judged twice', () => {
    const after = edited({ do: 'write', id: 'b', text: 'Sương' }, scene())
    expect([after?.cues[0] === A, after?.cues[2] === C, after?.join]).toEqual([true, true, 'write b'])
    expect(done({ do: 'write', id: 'b', text: 'Sương phủ thung lũng' })).toBeNull()
    expect(edited({ do: 'write', id: 'b', text: '' }, scene())?.cues[1]?.lines).toEqual([])
  })
  it('starts a translation from the times of its source and loses nothing that is there', () => {
    const empty = edited({ do: 'fromSource' }, scene({ cues: [], active: null, source: ABC }))
    expect([said(empty?.cues ?? []), empty?.active]).toEqual([['a 1000–3000 ', 'b 4000–6000 ', 'c 7000–9000 '], 'a'])
    expect(
      done({ do: 'fromSource' }, { cues: [cue('b', 4500, 5000, 'Mist'), cue('x', 9500, 9900, 'Own')], source: ABC })?.cues,
    ).toEqual(['a 1000–3000 ', 'b 4000–6000 Mist', 'c 7000–9000 ', 'x 9500–9900 Own'])
    expect(done({ do: 'fromSource' }, { source: ABC })).toBeNull()
  })
  it('takes words and times of the source, a wording of the memory, a cue that is missing', () => {
    const cues = [A, cue('b', 4500, 5000, 'Mist')]
    expect(done({ do: 'copySource' }, { cues, source: ABC })?.cues[1]).toBe('b 4500–5000 Sương phủ thung lũng')
    expect(done({ do: 'sourceTimes' }, { cues, source: ABC })?.cues[1]).toBe('b 4000–6000 Mist')
    expect(done({ do: 'render', id: 'c' }, { cues, source: ABC })).toEqual({ cues: [...said(cues), 'c 7000–9000 '], active: 'c' })
    expect(
      done({ do: 'memory', id: 'b', text: 'Morning mist still covers the whole of the valley of Cau Dat' }, { language: 'en' })
        ?.cues[1],
    ).toMatch(/^b 4000–6000 .+\/.+$/)
  })
  it('shifts all, or one and those behind it, and puts times on frames', () => {
    expect(done({ do: 'shift', by: -400, from: null })?.cues.map((line) => line.split(' ')[1])).toEqual([
      '600–2600',
      '3600–5600',
      '6600–8600',
    ])
    expect(done({ do: 'shift', by: 100, from: 'b' })?.cues.map((line) => line.split(' ')[1])).toEqual([
      '1000–3000',
      '4100–6100',
      '7100–9100',
    ])
    expect(done({ do: 'snap', fps: 25 })).toBeNull()
    expect(done({ do: 'snap', fps: 25 }, { cues: [cue('b', 4011, 6029)] })?.cues).toEqual(['b 4000–6040 b'])
  })
})

describe('a file', () => {
  const file = [
    cue('1', 1100, 3100, 'One'),
    cue('2', 4100, 6100, 'Two'),
    cue('3', 20_000, 21_000, 'Three'),
    cue('4', 30_000, 31_000, 'Four'),
  ]
  const to = { cues: ABC, source: [] as CueList, fresh: () => `n${++ids}` }
  it('replaces everything, each cue under the id of what it stands for, so that its translations stay with it', () => {
    ids = 0
    const result = imported('replace', { cues: file, format: 'srt' }, to)
    expect([said(result.cues), result.matched]).toEqual([
      ['a 1100–3100 One', 'b 4100–6100 Two', 'n3 20000–21000 Three', 'n4 30000–31000 Four'],
      2,
    ])
  })
  it('of a translation takes the ids of the source', () => {
    const result = imported('replace', { cues: file, format: 'srt' }, { ...to, cues: [], source: ABC })
    expect(result.cues.slice(0, 2).map(({ id }) => id)).toEqual(['a', 'b'])
  })
  it('gives only its times, or only its words; what has no partner keeps its own', () => {
    expect(said(imported('times', { cues: file, format: 'srt' }, to).cues)).toEqual([
      'a 1100–3100 Đồi cà phê/buổi sớm',
      'b 4100–6100 Sương phủ thung lũng',
      'c 7000–9000 Người hái ra vườn',
    ])
    expect(said(imported('words', { cues: file, format: 'srt' }, to).cues)).toEqual([
      'a 1000–3000 One',
      'b 4000–6000 Two',
      'c 7000–9000 Người hái ra vườn',
    ])
  })
  it('of ours is found by its ids, whatever its times', () => {
    const moved = ABC.map((one) => ({ ...one, start: one.start + 50_000, end: one.end + 50_000, lines: [one.id] })).toReversed()
    expect(said(imported('words', { cues: moved, format: 'vtt' }, to).cues)).toEqual([
      'a 1000–3000 a',
      'b 4000–6000 b',
      'c 7000–9000 c',
    ])
  })
})

describe('two people at the same cues', () => {
  it('are brought together cue by cue, times apart from words', () => {
    const mine = [{ ...A, start: 900 }, B, cue('n', 9500, 9900)]
    const theirs = [{ ...A, lines: ['Khác'] }, { ...B, position: 'top' as const }, C]
    expect(mergeCues(ABC, mine, theirs)).toEqual({
      cues: [{ ...A, start: 900, lines: ['Khác'] }, { ...B, position: 'top' }, cue('n', 9500, 9900)],
      clashes: [],
    })
  })
  it('are both shown where they changed the same, and nothing that either wrote is thrown away', () => {
    const { cues, clashes } = mergeCues(
      ABC,
      [{ ...A, lines: ['Tôi'] }, C],
      [{ ...A, lines: ['Bạn'] }, { ...B, lines: ['Bạn'] }, C],
    )
    expect(said(cues)).toEqual(['a 1000–3000 Tôi', 'b 4000–6000 Bạn', 'c 7000–9000 Người hái ra vườn'])
    expect(clashes.map(({ id, mine, theirs }) => [id, mine?.lines[0] ?? null, theirs?.lines[0] ?? null])).toEqual([
      ['a', 'Tôi', 'Bạn'],
      ['b', null, 'Bạn'],
    ])
    expect(said(withSides(cues, clashes, () => 'theirs'))).toEqual([
      'a 1000–3000 Bạn',
      'b 4000–6000 Bạn',
      'c 7000–9000 Người hái ra vườn',
    ])
    expect(said(withSides(cues, clashes, () => 'mine'))).toEqual(['a 1000–3000 Tôi', 'c 7000–9000 Người hái ra vườn'])
  })
  it('meet without a trace where one of them did nothing', () => {
    const list = fc
      .uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), start: fc.nat(9), word: fc.constantFrom('x', 'y') }), {
        selector: ({ id }) => id,
      })
      .map((all) => all.map(({ id, start, word }) => cue(id, start, start + 1, word)).sort((one, two) => one.start - two.start))
    fc.assert(
      fc.property(list, list, (base, one) => {
        const sorted = (cues: CueList) => said(cues).toSorted()
        expect(sorted(mergeCues(base, one, base).cues)).toEqual(sorted(one))
        expect(sorted(mergeCues(base, base, one).cues)).toEqual(sorted(one))
        expect(mergeCues(base, one, one).clashes).toEqual([])
      }),
    )
  })
})

const deskOf = (cues: CueList, more: Partial<CueDesk> = {}): CueDesk => ({
  article: 'v1',
  story: 's1',
  language: 'vi',
  title: 'Sáng ở Cầu Đất',
  rev: 1,
  locked: null,
  film: { url: '/f.webm', mime: 'video/webm', link: null, poster: null, durationMs: 45_000, width: 640, height: 360 },
  cues,
  source: null,
  findings: [],
  textFindings: [],
  quality: QUALITY.vi,
  savedAt: null,
  ...more,
})

/** A newsroom that keeps what it is sent, and a clock that goes when it is told to. */
const newsroom = (start: CueDesk = deskOf(ABC), kept: Unsaved | null = null) => {
  const world = {
    desk: start,
    shelf: kept,
    clock: 0,
    failure: null as DeskProblem | null,
    lost: false,
    waiting: [] as { at: number; work: () => void }[],
  }
  const doors: Doors = {
    load: () => Promise.resolve(world.desk),
    save: ({ rev, cues }: CuesChange) => {
      if (world.failure) return Promise.reject(world.failure)
      if (rev !== world.desk.rev) return Promise.reject(new DeskProblem('save.conflict', 409, ''))
      world.desk = { ...world.desk, rev: rev + 1, cues: JSON.parse(JSON.stringify(cues)) as CueList }
      return world.lost ? Promise.reject(new DeskProblem('network', 0, '')) : Promise.resolve(world.desk)
    },
    later: (work, ms) => {
      const one = { at: world.clock + ms, work }
      world.waiting.push(one)
      return () => void (world.waiting = world.waiting.filter((each) => each !== one))
    },
    now: () => new Date(world.clock),
    shelf: { read: () => world.shelf, write: (unsaved) => void (world.shelf = unsaved) },
  }
  const store = cueStore(doors)
  const pass = async (ms: number) => {
    world.clock += ms
    const due = world.waiting.filter(({ at }) => at <= world.clock)
    world.waiting = world.waiting.filter((one) => !due.includes(one))
    due.forEach(({ work }) => work())
    for (let turn = 0; turn < 12; turn++) await Promise.resolve()
  }
  const write = (id: string, text: string) => {
    const { cues, active } = store.read()
    const result = edited({ do: 'write', id, text }, scene({ cues, active }))
    return result !== null && store.edit(result)
  }
  const words = () => store.read().cues.map(({ lines }) => lines.join('/'))
  return { world, store, pass, write, words }
}

describe('what is done at the cues', () => {
  it('is on the screen and in the browser at once, and in the newsroom after a pause', async () => {
    const { world, store, pass, write } = newsroom()
    await store.load()
    write('b', 'Sương sớm ')
    expect([store.read().keeping, world.shelf?.now.map(({ lines }) => lines)]).toEqual(['waiting', [['Sương sớm ']]])
    await pass(2_000)
    expect([store.read().keeping, world.desk.cues[1]?.lines, world.shelf]).toEqual(['kept', ['Sương sớm'], null])
  })
  it('keeps the space before the next word while its cue is in hand, though the newsroom has it without', async () => {
    const { store, pass, write } = newsroom()
    await store.load()
    store.activate('b')
    write('b', 'Sương ')
    await pass(2_000)
    expect([store.read().cues[1]?.lines, store.isDirty()]).toEqual([['Sương '], false])
  })
  it('of somebody who never pauses is saved all the same', async () => {
    const { world, store, pass, write } = newsroom()
    await store.load()
    for (let second = 0; second < 12; second++) {
      write('b', `Sương ${second}`)
      await pass(1_000)
    }
    expect(world.desk.rev).toBeGreaterThan(1)
  })
  it('waits while nobody answers, and goes when the line is back', async () => {
    const { world, store, pass, write } = newsroom()
    await store.load()
    world.failure = new DeskProblem('network', 0, '')
    write('b', 'Sương')
    await pass(2_000)
    expect(store.read().keeping).toBe('offline')
    world.failure = null
    store.wake()
    await pass(0)
    expect([store.read().keeping, world.desk.cues[1]?.lines]).toEqual(['kept', ['Sương']])
  })
  it('is recognised as this person’s own when only the answer was lost', async () => {
    const { world, store, pass, write, words } = newsroom()
    await store.load()
    world.lost = true
    write('b', 'Sương')
    await pass(2_000)
    world.lost = false
    write('c', 'Vườn')
    await pass(2_000)
    await pass(2_000)
    expect([store.read().keeping, store.read().clashes, words(), world.desk.cues.map(({ lines }) => lines.join('/'))]).toEqual([
      'kept',
      [],
      ['Đồi cà phê/buổi sớm', 'Sương', 'Vườn'],
      ['Đồi cà phê/buổi sớm', 'Sương', 'Vườn'],
    ])
  })
  it('comes back after a closed lid, on top of what others did meanwhile', async () => {
    const kept = unsavedOf(ABC, [A, { ...B, lines: ['Của tôi'] }])
    const { world, store, pass, words } = newsroom(deskOf([{ ...A, lines: ['Của bạn'] }, B, C], { rev: 7 }), kept)
    await store.load()
    expect(words()).toEqual(['Của bạn', 'Của tôi'])
    await pass(0)
    expect([store.read().keeping, world.desk.cues.length, world.shelf]).toEqual(['kept', 2, null])
  })
  it('is refused where the text is locked', async () => {
    const { store, write } = newsroom(deskOf(ABC, { locked: 'Bài đã duyệt.' }))
    await store.load()
    expect([write('b', 'x'), store.undo()]).toEqual([false, null])
  })
  it('can be taken back when the newsroom refuses it, and is one undo away', async () => {
    const { world, store, pass, write, words } = newsroom()
    await store.load()
    world.failure = new DeskProblem('move.notYours', 403, 'Không phải bài của bạn.')
    write('b', 'Sương')
    await pass(2_000)
    expect(store.read().keeping).toBe('refused')
    store.drop()
    expect([words()[1], store.read().keeping]).toEqual(['Sương phủ thung lũng', 'kept'])
    store.undo()
    expect(words()[1]).toBe('Sương')
  })
})

describe('undoing', () => {
  it('goes back by what a person did: letters that follow each other are one step', async () => {
    const { world, store, write, words } = newsroom()
    await store.load()
    write('b', 'S')
    write('b', 'Sư')
    world.clock += 5_000
    write('b', 'Sương')
    write('c', 'V')
    expect(store.undo()?.did).toBe('write')
    expect(words()).toEqual(['Đồi cà phê/buổi sớm', 'Sương', 'Người hái ra vườn'])
    store.undo()
    expect(words()[1]).toBe('Sư')
    store.redo()
    expect([words()[1], store.read().redo.length]).toEqual(['Sương', 1])
    write('a', 'Mới')
    expect([store.redo(), store.read().redo]).toEqual([null, []])
  })
  it('does not undo what a colleague did in between', async () => {
    const { world, store, pass, write, words } = newsroom()
    await store.load()
    write('b', 'Của tôi')
    await pass(2_000)
    world.desk = {
      ...world.desk,
      rev: 9,
      cues: world.desk.cues.map((one) => (one.id === 'c' ? { ...one, lines: ['Của bạn'] } : one)),
    }
    await store.load()
    store.undo()
    expect(words()).toEqual(['Đồi cà phê/buổi sớm', 'Sương phủ thung lũng', 'Của bạn'])
  })
})

describe('somebody who saved first', () => {
  it('is joined without a question where they worked on other cues', async () => {
    const { world, store, pass, write, words } = newsroom()
    await store.load()
    write('b', 'Của tôi')
    world.desk = { ...world.desk, rev: 2, cues: [{ ...A, lines: ['Của bạn'] }, B, C] }
    await pass(2_000)
    await pass(0)
    expect([words(), store.read().joins, store.read().keeping, world.desk.rev]).toEqual([
      ['Của bạn', 'Của tôi', 'Người hái ra vườn'],
      1,
      'kept',
      3,
    ])
  })
  it('stands beside mine where both changed the same; either comes back by undoing', async () => {
    const { world, store, pass, write, words } = newsroom()
    await store.load()
    write('b', 'Của tôi')
    world.desk = { ...world.desk, rev: 2, cues: [A, { ...B, lines: ['Của bạn'] }, { ...C, lines: ['Cũng của bạn'] }] }
    await pass(2_000)
    expect([store.read().keeping, store.read().clashes.length, write('a', 'chờ')]).toEqual(['conflict', 1, false])
    store.settle(() => 'mine')
    await pass(0)
    expect([words(), world.desk.cues[1]?.lines, store.read().keeping]).toEqual([
      ['Đồi cà phê/buổi sớm', 'Của tôi', 'Cũng của bạn'],
      ['Của tôi'],
      'kept',
    ])
    store.undo()
    expect(words()[1]).toBe('Của bạn')
    store.undo()
    expect(words()).toEqual(['Đồi cà phê/buổi sớm', 'Của tôi', 'Cũng của bạn'])
  })
})

describe('the shelf', () => {
  it('holds only what differs and gives back both sides', () => {
    const unsaved = unsavedOf(ABC, [A, { ...B, start: 4100 }])
    expect(unsaved).toEqual({ was: [B, C], now: [{ ...B, start: 4100 }] })
    expect(unsaved && restored(ABC, unsaved)).toEqual({ base: ABC, mine: [A, { ...B, start: 4100 }] })
    expect(unsavedOf(ABC, [...ABC])).toBeNull()
  })
  it('forgets after a month, and makes nothing of what is broken or forbidden', () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    }
    let day = 0
    const shelf = shelfOf(
      () => storage,
      'u1',
      'v1',
      () => new Date(day * 86_400_000),
    )
    shelf.write({ was: [A], now: [B] })
    day = 29
    expect(shelf.read()).toEqual({ was: [A], now: [B] })
    day = 31
    expect(shelf.read()).toBeNull()
    kept.set('ttdn:cues:u1:v1', '{"at":"2026-11-24","was":[7],"now":[]}')
    expect(shelf.read()).toBeNull()
    const forbidden = shelfOf(
      () => {
        throw new Error('no leave')
      },
      'u1',
      'v1',
      () => new Date(0),
    )
    forbidden.write(null)
    expect(forbidden.read()).toBeNull()
  })
})

describe('the table', () => {
  it('has each cue beside what it renders, and what nothing renders on a line of its own', () => {
    const cues = [cue('a', 1000, 6000, 'Two in one', { speaker: 'Lan' }), cue('x', 12_000, 13_000, 'Own', { speaker: 'Lan' })]
    expect(
      rowsOf(cues, ABC).map(({ key, cue: own, voice, sources }) => [key, own?.id ?? null, voice, sources.map(({ id }) => id)]),
    ).toEqual([
      ['a', 'a', 'Lan', ['a', 'b']],
      ['s:c', null, null, ['c']],
      ['x', 'x', null, []],
    ])
  })
  it('keeps the rows and findings that say what they said', () => {
    const before = rowsOf(ABC, [])
    const after = rowsOf([A, { ...B, lines: ['x'] }, C], [], before)
    expect(after.map((row, index) => row === before[index])).toEqual([true, false, true])
    const bad = [cue('a', 0, 100, 'Nhanh'), cue('b', 50, 2000, '')]
    const judged = judgedBy(cueFindings(bad, 'vi', { durationMs: null }))
    const again = judgedBy(cueFindings([...bad], 'vi', { durationMs: null }), judged)
    expect([...judged.keys()].map((id) => judged.get(id) === again.get(id))).toEqual([true, true])
  })
  it('says how long each line is and how fast it has to be read', () => {
    expect(measuresOf(A, 'vi')).toEqual({ lines: [10, 8], speed: 9, seconds: 2 })
    expect(measuresOf(cue('j', 0, 2000, '｜林同省《ラムドンしょう》2026'), 'ja')).toEqual({ lines: [5], speed: 2.5, seconds: 2 })
    expect([3, 5, 8, null].map((speed) => paceOf(speed, QUALITY.ja))).toEqual(['good', 'fast', 'tooFast', 'good'])
  })
  it('leads to the next finding behind the cue in hand, and round to the first', () => {
    const rows = rowsOf(ABC, [])
    const found = (id: string) => id === 'a' || id === 'c'
    expect(['a', 'c', null].map((active) => nextFound(rows, active, found)?.key)).toEqual(['c', 'a', 'a'])
    expect(nextFound(rows, 'a', () => false)).toBeNull()
  })
})

describe('the keyboard', () => {
  const stroke = (code: string, more: Partial<Stroke> = {}): Stroke => ({
    code,
    key: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  })
  const alt = { altKey: true }
  it('does everything that the editor has to do, also in the middle of the words', () => {
    const codes = [
      'KeyP',
      'KeyJ',
      'KeyI',
      'KeyO',
      'ArrowDown',
      'ArrowUp',
      'Comma',
      'Period',
      'KeyX',
      'KeyG',
      'KeyN',
      'Delete',
      'KeyB',
      'KeyM',
    ]
    expect(codes.map((code) => commandOf(stroke(code, alt), 'cell'))).toEqual([
      'play',
      'back',
      'setIn',
      'setOut',
      'next',
      'previous',
      'earlier',
      'later',
      'split',
      'merge',
      'insert',
      'remove',
      'breakLines',
      'memory',
    ])
  })
  it('leaves letters, spaces, arrows and the undo of a field to what is typed', () => {
    expect(
      ['Space', 'ArrowDown', 'Enter'].map((code) => [commandOf(stroke(code), 'cell'), commandOf(stroke(code), 'none')]),
    ).toEqual([
      [null, 'play'],
      [null, 'next'],
      [null, 'write'],
    ])
    const undo = stroke('KeyZ', { ctrlKey: true })
    expect([commandOf(undo, 'cell'), commandOf(undo, 'field'), commandOf({ ...undo, shiftKey: true }, 'none')]).toEqual([
      'undo',
      null,
      'redo',
    ])
    expect([
      commandOf(stroke('Slash', { key: '?', shiftKey: true }), 'cell'),
      commandOf(stroke('Slash', { key: '?', shiftKey: true }), 'none'),
    ]).toEqual([null, 'help'])
  })
  it('is the input method’s while it composes, and AltGr writes letters', () => {
    expect(commandOf(stroke('KeyP', { ...alt, isComposing: true }), 'cell')).toBeNull()
    expect(commandOf(stroke('KeyP', { ...alt, ctrlKey: true }), 'cell')).toBeNull()
  })
  it('has no key twice in one place, and a sentence for each', () => {
    for (const place of ['cell', 'field', 'none'] as const) {
      const shown = KEYS.filter((line) => line.in.includes(place)).map((line) => line.shown.join('+'))
      expect(new Set(shown).size, place).toBe(shown.length)
    }
    expect(KEYS.filter(({ says }) => !(says in vi))).toEqual([])
  })
})

describe('the playhead', () => {
  it('knows what is on the picture and stops where a cue that is heard ends', () => {
    const frames: (() => void)[] = []
    const player: Player & { paused: boolean } = {
      currentTime: 0,
      paused: true,
      muted: false,
      play: () => {
        player.paused = false
        return Promise.resolve()
      },
      pause: () => void (player.paused = true),
    }
    const playhead = playheadOf((work) => {
      frames.push(work)
      return () => void frames.splice(0)
    })
    const seen: string[] = []
    playhead.attach(player)
    playhead.follow(ABC)
    playhead.subscribeLive(() => void seen.push(playhead.live().join()))
    playhead.hear(4000, 6000)
    playhead.wake()
    player.currentTime = 6.01
    frames.splice(0).forEach((work) => work())
    expect([player.paused, seen, playhead.at()]).toEqual([true, ['b', ''], 6010])
    expect(liveAt([A, cue('o', 2000, 5000)], 2500)).toEqual(['a', 'o'])
  })
})

describe('the words of findings and warnings', () => {
  it('stand for every rule of cues and every warning of files, in every language', () => {
    const keys = [
      ...Object.keys(CUE_RULES).map((rule) => `subtitles.finding.${rule}`),
      ...SUBTITLE_WARNINGS.map((kind) => `subtitles.warning.${kind}`),
    ]
    expect(keys.filter((key) => !(key in vi))).toEqual([])
  })
  it('carry the facts as each language writes them, passages of the subtitle apart', () => {
    const fast = { cue: 'a', rule: 'speed', severity: 'warning', facts: { speed: '18.5', most: '17' } } as const
    expect(
      LANGUAGES.map((language) =>
        findingParts(fast, { say: wordsOf(language), language })
          .map(({ text }) => text)
          .join(''),
      ),
    ).toEqual([
      'Đọc không kịp: 18,5 ký tự/giây, nhiều nhất 17. Rút gọn hoặc để lâu hơn.',
      'Too fast to read: 18.5 characters/s, 17 at most. Shorten it or leave it longer.',
      '読み切れません：毎秒18.5字（最大17字）。短くするか表示時間を延ばしてください。',
    ])
    const broken = { cue: 'a', rule: 'brokenNumber', severity: 'warning', facts: { before: 'cao 1.500', after: 'm' } } as const
    expect(findingParts(broken, { say: wordsOf('vi'), language: 'vi' }).filter(({ isPassage }) => isPassage)).toEqual([
      { text: 'cao 1.500', isPassage: true },
      { text: 'm', isPassage: true },
    ])
    const overlap = { cue: 'b', rule: 'overlap', severity: 'critical', facts: { with: 'a', by: '0.5' } } as const
    expect(withNumbers(overlap, (id) => (id === 'a' ? 1 : 0)).facts).toEqual({ with: '1', by: '0.5' })
  })
})
