import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DeskProblem } from '../../src/admin/desk-api'
import { changeOf } from '../../src/admin/translation/changes'
import { keepDraft, readDrafts, rowOfDraft, type Draft, type Shelf } from '../../src/admin/translation/drafts'
import { insertionOf, nextMissing, wordAt } from '../../src/admin/translation/inserts'
import { commandOf, isBack, KEYS, type Stroke } from '../../src/admin/translation/keys'
import { pieces, termLines } from '../../src/admin/translation/pieces'
import {
  findingsBeside,
  isUnfinished,
  nextUnfinished,
  passes,
  reconciled,
  shownState,
  shownText,
  type RowView,
} from '../../src/admin/translation/rows'
import { createDesk } from '../../src/admin/translation/store'
import type { Code, Segment } from '../../src/translation/segment'
import type { DeskRow, SaveAnswer, SegmentChange, TranslationDesk } from '../../src/translation/view'

const digestOf = (words: string) => createHash('sha256').update(words).digest('hex')
const segment = (path: string, text: string, codes: readonly Code[] = []): Segment => ({
  path,
  kind: path === 'title' ? 'title' : 'paragraph',
  text,
  plain: text.replace(/⟦[^⟧]*⟧/g, ''),
  codes,
  digest: digestOf(text),
})
const row = (path: string, source: string, text = '', more: Partial<DeskRow> = {}): DeskRow => ({
  id: `s:${path}`,
  kind: path === 'title' ? 'title' : 'paragraph',
  source: segment(path, source),
  was: null,
  change: 'unchanged',
  target: segment(path, text || source),
  text,
  codes: [],
  mergedInto: null,
  state: text === '' ? 'empty' : 'draft',
  origin: text === '' ? 'none' : 'typed',
  by: null,
  at: null,
  leftOut: null,
  terms: [],
  limit: null,
  ...more,
})
const deskOf = (rows: readonly DeskRow[], more: Partial<TranslationDesk> = {}): TranslationDesk => ({
  article: 'a1',
  story: 's1',
  language: 'en',
  from: 'vi',
  sourceArticle: 'a0',
  rev: 1,
  locked: null,
  stale: 'no',
  grade: null,
  followed: true,
  rows,
  progress: { segments: rows.length, done: 0, units: 10, unitsDone: 0 },
  findings: [],
  dismissed: [],
  comments: [],
  machines: [],
  ...more,
})
const ROWS = [row('title', 'Hoa Đà Lạt', 'Flowers of Da Lat'), row('body.0', 'Một.'), row('body.1', 'Hai.')]

const shelfOf = (kept = new Map<string, string>()): Shelf & { readonly kept: Map<string, string> } => ({
  kept,
  get length() {
    return kept.size
  },
  key: (index) => [...kept.keys()][index] ?? null,
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => void kept.set(key, value),
  removeItem: (key) => void kept.delete(key),
})
const draftOf = (of: DeskRow, text: string, more: Partial<Draft> = {}): Draft => ({
  row: of.id,
  target: of.target?.path ?? null,
  was: of.target?.digest ?? null,
  source: of.source?.digest ?? null,
  text,
  state: 'draft',
  origin: 'typed',
  at: '2026-11-24T01:30:00.000Z',
  sent: [],
  ...more,
})

describe('what is typed into a segment', () => {
  const [, first, second] = ROWS as [DeskRow, DeskRow, DeskRow]
  const now = new Date('2026-11-24T02:00:00.000Z')

  it('comes back to the same person and text, for a month', () => {
    const shelf = shelfOf()
    keepDraft(shelf, 'yen', 'a1', draftOf(first, 'One.'))
    keepDraft(shelf, 'duong', 'a1', draftOf(first, 'Another.'))
    expect(readDrafts(shelf, 'yen', 'a1', now)).toEqual([draftOf(first, 'One.')])
    expect(readDrafts(shelf, 'yen', 'a2', now)).toEqual([])
    expect(readDrafts(shelf, 'yen', 'a1', new Date('2026-12-25T02:00:00.000Z'))).toEqual([])
    expect(shelf.kept.size).toBe(1)
  })

  it('troubles nobody where the browser has no room, no leave, or a broken copy', () => {
    const shelf = shelfOf(new Map([['ttdn:segment:yen:a1:s:body.0', '{"row":']]))
    expect(readDrafts(shelf, 'yen', 'a1', now)).toEqual([])
    const full: Shelf = {
      ...shelf,
      length: 1,
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
      key: () => {
        throw new Error('SecurityError')
      },
    }
    expect(keepDraft(full, 'yen', 'a1', draftOf(first, 'One.'))).toBe(false)
    expect(readDrafts(full, 'yen', 'a1', now)).toEqual([])
  })

  it('finds its block where blocks have moved, and says so where it is gone', () => {
    const draft = draftOf(first, 'One.')
    const moved = [row('body.0', 'Mới.'), row('body.1', 'Một.')]
    expect(rowOfDraft(draft, moved)?.id).toBe('s:body.1')
    // A colleague changed the block: the place is still the same source.
    expect(rowOfDraft(draft, [row('body.3', 'Một.', 'Uno.')])?.id).toBe('s:body.3')
    expect(rowOfDraft(draft, [second])).toBeNull()
  })

  it('is sent as it has to be: written, added, confirmed, or not at all', () => {
    const done = row('body.2', 'Ba.', 'Three.', { state: 'translated' })
    const none = row('body.4', 'Năm.', '', { target: null, change: 'new' })
    const changed = row('body.5', 'Sáu.', 'Six.', { state: 'stale', change: 'changed' })
    const was = (of: DeskRow) => of.target?.digest ?? ''
    expect([
      changeOf(first, draftOf(first, 'One.')),
      changeOf(none, draftOf(none, 'Five.', { state: 'translated' })),
      changeOf(done, draftOf(done, 'Three.', { state: 'revised' })),
      changeOf(done, draftOf(done, 'Three.', { state: 'translated' })),
      changeOf(changed, draftOf(changed, 'Six.', { state: 'translated' })),
      changeOf(done, draftOf(done, 'Three.')),
      changeOf(none, draftOf(none, '')),
    ]).toEqual([
      { do: 'write', target: 'body.0', was: was(first), text: 'One.', state: 'draft', origin: 'typed' },
      { do: 'add', source: none.source?.digest, text: 'Five.', state: 'translated', origin: 'typed' },
      { do: 'confirm', target: 'body.2', was: was(done), state: 'revised' },
      null,
      { do: 'confirm', target: 'body.5', was: was(changed), state: 'translated' },
      null,
      null,
    ])
  })
})

describe('the keyboard', () => {
  const stroke = (code: string, held: Partial<Stroke> = {}): Stroke => ({
    code,
    key: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  })
  it('does what the help says, while typing', () => {
    expect([
      commandOf(stroke('Enter', { ctrlKey: true }), true),
      commandOf(stroke('ArrowDown', { altKey: true }), true),
      commandOf(stroke('Digit3', { altKey: true, key: '£' }), true),
      commandOf(stroke('Digit0', { altKey: true }), true),
      commandOf(stroke('KeyM', { altKey: true, key: 'µ' }), true),
      commandOf(stroke('Enter'), true),
      commandOf(stroke('KeyL', { altKey: true, ctrlKey: true }), true),
    ]).toEqual([
      { name: 'confirm' },
      { name: 'next' },
      { name: 'term', number: 3 },
      { name: 'code' },
      { name: 'memory' },
      null,
      // AltGr writes letters.
      null,
    ])
  })
  it('leaves letters to who types and every key to an input method that composes', () => {
    const question = stroke('Slash', { key: '?', shiftKey: true })
    expect([commandOf(question, true), commandOf(question, false)]).toEqual([null, { name: 'help' }])
    expect(commandOf(stroke('Enter', { ctrlKey: true, isComposing: true }), true)).toBeNull()
    expect([isBack(stroke('Escape', { key: 'Escape' })), isBack(stroke('Escape', { key: 'Escape', altKey: true }))]).toEqual([
      true,
      false,
    ])
  })
  it('has no two lines for one key', () => {
    const shown = KEYS.map((line) => line.shown.join('+'))
    expect(new Set(shown).size).toBe(shown.length)
  })
})

describe('the source on screen', () => {
  const bold: Code = { id: 1, form: 'pair', node: { kind: 'marks', marks: ['bold'] } }
  const ruby: Code = { id: 2, form: 'single', node: { kind: 'ruby', base: '林同省', reading: 'ラムドンしょう' } }
  it('marks terms over codes, numbers each once, and knows the words of a ruby', () => {
    const source = { text: 'Tỉnh ⟦1⟧Lâm⟦/1⟧ Đồng ⟦2/⟧, Lâm Đồng', plain: 'Tỉnh Lâm Đồng 林同省, Lâm Đồng', codes: [bold, ruby] }
    const use = { term: 't1', use: 'Lam Dong', forbidden: [], note: '' }
    const terms = [
      { ...use, start: 19, end: 27 },
      { ...use, start: 5, end: 13 },
      { ...use, term: 't2', use: 'province', start: 0, end: 4 },
      { ...use, term: 't3', use: 'Dong', start: 9, end: 13 },
    ]
    expect(termLines(source, terms).map(({ number, found, use: form }) => [number, found, form])).toEqual([
      [1, 'Tỉnh', 'province'],
      [2, 'Lâm Đồng', 'Lam Dong'],
    ])
    expect(
      pieces(source, terms).map((piece) => (piece.kind === 'code' ? `${piece.side} ${piece.code.id}` : [piece.text, piece.term])),
    ).toEqual([
      ['Tỉnh', 1],
      [' ', null],
      'open 1',
      ['Lâm', 2],
      'close 1',
      [' Đồng', 2],
      [' ', null],
      'single 2',
      [', ', null],
      ['Lâm Đồng', 2],
    ])
  })
  it('codes go in around what is selected, a missing half alone, the next that is lost first', () => {
    expect(insertionOf(bold, '', 'Lam')).toEqual({ text: '⟦1⟧Lam⟦/1⟧', cursor: 10 })
    expect(insertionOf(bold, '', '')).toEqual({ text: '⟦1⟧⟦/1⟧', cursor: 3 })
    expect(insertionOf(bold, 'a ⟦1⟧b', '').text).toBe('⟦/1⟧')
    expect(insertionOf(ruby, '', 'x').text).toBe('⟦2/⟧')
    expect(nextMissing([bold, ruby], '⟦1⟧Lam⟦/1⟧', 'ja')).toEqual(ruby)
    // A reading is of no use in English.
    expect(nextMissing([bold, ruby], '⟦1⟧Lam⟦/1⟧', 'en')).toBeNull()
    expect(nextMissing([bold, ruby], '⟦1⟧⟦/1⟧ ⟦2/⟧', 'ja')).toBeNull()
  })
})

describe('a term that is put in', () => {
  it('stands apart from its neighbours where words are written apart', () => {
    expect([
      wordAt('in', 'Lam Dong', 'province', 'en').text,
      wordAt('(', 'Lam Dong', ')', 'en').text,
      wordAt('は', '林同省', 'の', 'ja').text,
    ]).toEqual([' Lam Dong ', 'Lam Dong', '林同省'])
  })
})

describe('the rows', () => {
  let last = 0
  const fresh = () => `k${++last}`
  const viewsOf = (desk: TranslationDesk) => reconciled(new Map(), desk, fresh)

  it('keep their key, and stay the same object, while others come and go', () => {
    const before = viewsOf(deskOf(ROWS))
    const [title, first, second] = [...before.values()] as [RowView, RowView, RowView]
    const after = [
      ...reconciled(
        before,
        deskOf([ROWS[0] as DeskRow, row('body.0', 'Mới.', '', { change: 'new' }), row('body.1', 'Một.'), row('body.2', 'Hai.')]),
        fresh,
      ).values(),
    ]
    expect(after.map(({ key }) => key)).toEqual([title.key, after[1]?.key, first.key, second.key])
    expect(after[0]).toBe(title)
    expect(before.has(after[1]?.key ?? '')).toBe(false)
  })

  it('take the findings of their place; others stand for the whole text', () => {
    const finding = (id: string, where: string) => ({ id, severity: 'warning' as const, kind: 'term' as const, where, facts: {} })
    const desk = deskOf(ROWS, { findings: [finding('f1', 'body.1'), finding('f2', 'body.9')] })
    expect([...viewsOf(desk).values()].map(({ findings }) => findings.map(({ id }) => id))).toEqual([[], [], ['f1']])
    expect(findingsBeside(desk).map(({ id }) => id)).toEqual(['f2'])
  })

  it('are finished for a translator when translated, for a reviser when revised', () => {
    const rows = [
      row('title', 'a', 'A', { state: 'translated' }),
      row('body.0', 'b', 'B', { state: 'revised' }),
      row('body.1', 'c', 'C', { state: 'machine' }),
      row('body.2', 'd', 'D', { state: 'stale', change: 'changed' }),
      row('body.7', 'h', 'H', { state: 'translated', change: 'changed' }),
      row('body.3', 'e', '', { leftOut: { id: '1', name: 'Yến', at: '2026-11-24T01:00:00.000Z' }, target: null }),
      row('body.4', 'f', '', { mergedInto: 's:body.2', target: null }),
      row('body.5', 'g', '', { target: null, change: 'new' }),
      row('t:body.6', '', 'H', { id: 't:body.6', source: null, change: 'removed' }),
    ]
    const views = [...viewsOf(deskOf(rows)).values()]
    expect(views.map((view) => isUnfinished(view, 'translated'))).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
      false,
      true,
      true,
    ])
    expect(views.map((view) => isUnfinished(view, 'revised'))).toEqual([true, false, true, true, true, false, false, true, true])
    expect(views.filter((view) => passes(view, 'stale', 'translated')).map(({ row: { id } }) => id)).toEqual([
      's:body.2',
      's:body.7',
      's:body.5',
      't:body.6',
    ])
  })

  it('lead from one unfinished to the next, round the end', () => {
    const views = [
      ...viewsOf(deskOf([row('title', 'a'), row('body.0', 'b', 'B', { state: 'translated' }), row('body.1', 'c')])).values(),
    ]
    const [a, , c] = views as [RowView, RowView, RowView]
    expect(nextUnfinished(views, null, 1, 'translated')?.key).toBe(a.key)
    expect(nextUnfinished(views, a.key, 1, 'translated')?.key).toBe(c.key)
    expect(nextUnfinished(views, c.key, 1, 'translated')?.key).toBe(a.key)
    expect(nextUnfinished(views, a.key, -1, 'translated')?.key).toBe(c.key)
    expect(nextUnfinished(views, null, -1, 'translated')?.key).toBe(c.key)
  })
})

/** A newsroom of one text: judges changes segment by segment by their digest, as the real one does. */
const newsroom = (begun: readonly DeskRow[]) => {
  let rows = begun
  let rev = 1
  const colleague = { id: 'minh', name: 'Minh' }
  const write = (path: string, text: string, state: DeskRow['state']) => {
    rows = rows.map((one) => (one.source?.path === path ? { ...one, target: segment(path, text), text, state } : one))
    rev++
  }
  return {
    desk: () => deskOf(rows, { rev }),
    colleagueWrites: (path: string, text: string) => write(path, text, 'draft'),
    setRows: (next: readonly DeskRow[]) => {
      rows = next
      rev++
    },
    save: (changes: readonly SegmentChange[]): SaveAnswer => {
      const conflicts: SaveAnswer['conflicts'][number][] = []
      for (const change of changes) {
        if (change.do !== 'write' && change.do !== 'confirm') continue
        const there = rows.find(({ target }) => target?.path === change.target)
        if (there?.target?.digest !== change.was) conflicts.push({ change, theirs: there?.text ?? '', by: colleague })
        else write(change.target, change.do === 'write' ? change.text : there.text, change.state)
      }
      return { desk: deskOf(rows, { rev }), conflicts }
    },
  }
}

describe('the desk in the browser', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-24T01:30:00.000Z') }))
  afterEach(() => void vi.useRealTimers())

  const sitDown = (house: ReturnType<typeof newsroom>, { shelf = shelfOf(), who = 'yen' } = {}) => {
    const line = {
      sent: [] as (readonly SegmentChange[])[],
      /** What stands between the desk and the newsroom. */
      way: 'open' as 'open' | 'cut' | 'answerLost' | 'loggedOut',
      refuses: (_change: SegmentChange): boolean => false,
      slow: 0,
    }
    const desk = createDesk({
      article: 'a1',
      who,
      shelf,
      now: () => new Date(),
      later: (work, ms) => {
        const timer = setTimeout(work, ms)
        return () => clearTimeout(timer)
      },
      sentence: (problem) => (problem instanceof Error ? problem.message : ''),
      line: {
        save: async ({ changes }) => {
          if (line.way === 'cut') throw new DeskProblem('network', 0, '')
          if (line.way === 'loggedOut') throw new DeskProblem('auth.required', 401, '')
          if (changes.some((change) => line.refuses(change))) throw new DeskProblem('request.invalid', 400, 'Đoạn này quá dài.')
          line.sent.push(changes)
          if (line.slow > 0) await new Promise((passed) => setTimeout(passed, line.slow))
          const answer = house.save(changes)
          if (line.way === 'answerLost') throw new DeskProblem('network', 0, '')
          return answer
        },
      },
    })
    desk.open(house.desk())
    const key = (path: string) => desk.views().find(({ row: { source } }) => source?.path === path)?.key ?? ''
    return { desk, line, shelf, key }
  }

  it('keeps each key at once, sends after two seconds of quiet, and then the browser keeps nothing', async () => {
    const { desk, line, shelf, key } = sitDown(newsroom(ROWS))
    desk.type(key('body.0'), 'O')
    desk.type(key('body.0'), 'One.')
    expect([...shelf.kept.values()].join()).toContain('One.')
    await vi.advanceTimersByTimeAsync(1_900)
    expect([line.sent.length, desk.snapshot().keeping]).toEqual([0, 'waiting'])
    await vi.advanceTimersByTimeAsync(200)
    expect(line.sent).toEqual([
      [{ do: 'write', target: 'body.0', was: digestOf('Một.'), text: 'One.', state: 'draft', origin: 'typed' }],
    ])
    expect([desk.snapshot().keeping, shelf.kept.size, desk.textOf(key('body.0'))]).toEqual(['kept', 0, 'One.'])
  })

  it('leaves out and removes the block that the screen shows, also when words of its own came first', async () => {
    const none = row('body.2', 'Ba.', '', { target: null, change: 'new' })
    const { desk, line, key } = sitDown(newsroom([...ROWS, none]))
    line.slow = 100
    desk.type(key('body.0'), 'One.')
    desk.confirm(key('body.0'))
    await vi.advanceTimersByTimeAsync(50)
    desk.leaveOut(key('body.0'))
    desk.leaveOut(key('body.2'))
    await vi.advanceTimersByTimeAsync(3_000)
    expect(line.sent[1]).toEqual([
      { do: 'leaveOut', source: digestOf('Một.'), was: digestOf('One.') },
      { do: 'leaveOut', source: digestOf('Ba.'), was: null },
    ])
  })

  it('sends the words of somebody who never pauses, too', async () => {
    const { desk, line, key } = sitDown(newsroom(ROWS))
    for (let count = 0; count < 12; count++) {
      desk.type(key('body.0'), 'One. '.repeat(count + 1))
      await vi.advanceTimersByTimeAsync(1_000)
    }
    expect(line.sent.length).toBe(1)
  })

  it('draws nothing again while a word grows', () => {
    const { desk, key } = sitDown(newsroom(ROWS))
    desk.type(key('body.0'), 'O')
    const [mine, other] = [desk.view(key('body.0')), desk.view(key('body.1'))]
    let drawn = 0
    desk.subscribe(() => drawn++)
    for (const text of ['On', 'One', 'One.']) desk.type(key('body.0'), text)
    expect([drawn, desk.view(key('body.0')) === mine, desk.view(key('body.1')) === other]).toEqual([0, true, true])
  })

  it('confirms at once and counts it as done before the answer', async () => {
    const { desk, line, key } = sitDown(newsroom(ROWS))
    expect(desk.confirm(key('body.0'))).toBe(false)
    desk.type(key('body.0'), 'One.')
    expect(desk.confirm(key('body.0'))).toBe(true)
    expect(shownState(desk.view(key('body.0')) as RowView)).toBe('translated')
    await vi.advanceTimersByTimeAsync(10)
    expect(line.sent[0]?.[0]).toMatchObject({ do: 'write', state: 'translated' })
    desk.setGoal('revised')
    desk.confirm(key('body.0'))
    await vi.advanceTimersByTimeAsync(10)
    expect(line.sent[1]).toEqual([{ do: 'confirm', target: 'body.0', was: digestOf('One.'), state: 'revised' }])
  })

  it('sends right behind an answer what was confirmed while it was waited for', async () => {
    const { desk, line, key } = sitDown(newsroom(ROWS))
    line.slow = 500
    desk.type(key('body.0'), 'One.')
    desk.confirm(key('body.0'))
    await vi.advanceTimersByTimeAsync(100)
    desk.type(key('body.1'), 'Two.')
    desk.confirm(key('body.1'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect([line.sent.length, desk.snapshot().keeping]).toEqual([2, 'kept'])
  })

  it('loses nothing while the line is down, says so, and sends everything once when it is back', async () => {
    const house = newsroom(ROWS)
    const { desk, line, shelf, key } = sitDown(house)
    line.way = 'cut'
    desk.type(key('body.0'), 'One.')
    await vi.advanceTimersByTimeAsync(2_100)
    desk.type(key('body.1'), 'Two.')
    await vi.advanceTimersByTimeAsync(600_000)
    expect([desk.snapshot().keeping, shelf.kept.size, line.sent.length]).toEqual(['offline', 2, 0])
    line.way = 'open'
    desk.wake()
    await vi.advanceTimersByTimeAsync(10)
    expect([desk.snapshot().keeping, shelf.kept.size, line.sent.length]).toEqual(['kept', 0, 1])
    expect(house.desk().rows.map(({ text }) => text)).toEqual(['Flowers of Da Lat', 'One.', 'Two.'])
  })

  it('waits for somebody whose session has ended', async () => {
    const { desk, line, key } = sitDown(newsroom(ROWS))
    line.way = 'loggedOut'
    desk.type(key('body.0'), 'One.')
    await vi.advanceTimersByTimeAsync(2_100)
    expect(desk.snapshot().keeping).toBe('session')
    line.way = 'open'
    await vi.advanceTimersByTimeAsync(30_000)
    expect(desk.snapshot().keeping).toBe('kept')
  })

  it('knows its own words where only the answer was lost', async () => {
    const house = newsroom(ROWS)
    const { desk, line, key } = sitDown(house)
    line.way = 'answerLost'
    desk.type(key('body.0'), 'One')
    await vi.advanceTimersByTimeAsync(2_100)
    line.way = 'cut'
    desk.type(key('body.0'), 'One and')
    await vi.advanceTimersByTimeAsync(20_000)
    line.way = 'open'
    desk.type(key('body.0'), 'One and only.')
    desk.wake()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(desk.view(key('body.0'))?.clash).toBeNull()
    expect([desk.snapshot().keeping, house.desk().rows[1]?.text]).toEqual(['kept', 'One and only.'])
  })

  it('brings back after a closed lid what was typed, and sends it', async () => {
    const house = newsroom(ROWS)
    const before = sitDown(house)
    before.line.way = 'cut'
    before.desk.type(before.key('body.1'), 'Two, typed on the train.')
    before.desk.stop()
    // Meanwhile a paragraph was put before it.
    house.setRows([
      ROWS[0] as DeskRow,
      row('body.0', 'Mới.', '', { change: 'new', target: null }),
      row('body.1', 'Một.'),
      row('body.2', 'Hai.'),
    ])
    const { desk, line, key } = sitDown(house, { shelf: before.shelf })
    expect(desk.textOf(key('body.2'))).toBe('Two, typed on the train.')
    await vi.advanceTimersByTimeAsync(10)
    expect(line.sent).toEqual([[expect.objectContaining({ do: 'write', target: 'body.2', text: 'Two, typed on the train.' })]])
    expect(before.shelf.kept.size).toBe(0)
  })

  it('keeps words of a block that is gone until they are let go', async () => {
    const house = newsroom(ROWS)
    const { desk, shelf, key } = sitDown(house)
    desk.type(key('body.1'), 'Two.')
    house.setRows(ROWS.slice(0, 2))
    desk.accept(house.desk())
    const [orphan] = desk.snapshot().orphans
    expect(orphan?.text).toBe('Two.')
    if (orphan) desk.dropOrphan(orphan)
    expect([desk.snapshot().orphans, shelf.kept.size]).toEqual([[], 0])
  })

  it('two people in different segments: both are kept', async () => {
    const house = newsroom(ROWS)
    const [one, other] = [sitDown(house), sitDown(house, { who: 'minh' })]
    one.desk.type(one.key('body.0'), 'One.')
    other.desk.type(other.key('body.1'), 'Two.')
    await vi.advanceTimersByTimeAsync(2_100)
    expect(house.desk().rows.map(({ text }) => text)).toEqual(['Flowers of Da Lat', 'One.', 'Two.'])
    one.desk.accept(house.desk())
    expect(one.desk.textOf(one.key('body.1'))).toBe('Two.')
  })

  it('two people in one segment: both wordings are shown, the rest is kept, and the choice is theirs', async () => {
    const house = newsroom(ROWS)
    const mine = sitDown(house)
    house.colleagueWrites('body.0', 'First.')
    mine.desk.type(mine.key('body.0'), 'One.')
    mine.desk.type(mine.key('body.1'), 'Two.')
    await vi.advanceTimersByTimeAsync(2_100)
    const clashing = mine.desk.view(mine.key('body.0')) as RowView
    expect([clashing.clash, shownText(clashing)]).toEqual([{ theirs: 'First.', by: { id: 'minh', name: 'Minh' } }, 'One.'])
    expect(house.desk().rows.map(({ text }) => text)).toEqual(['Flowers of Da Lat', 'First.', 'Two.'])
    expect(await mine.desk.flush()).toBe(false)

    // Seen again after the lid was closed.
    const again = sitDown(house, { shelf: mine.shelf })
    await vi.advanceTimersByTimeAsync(10)
    expect(again.desk.view(again.key('body.0'))?.clash?.theirs).toBe('First.')
    again.desk.keepMine(again.key('body.0'))
    await vi.advanceTimersByTimeAsync(10)
    expect([house.desk().rows[1]?.text, await again.desk.flush()]).toEqual(['One.', true])

    mine.desk.takeTheirs(mine.key('body.0'))
    expect([mine.desk.textOf(mine.key('body.0')), mine.desk.snapshot().keeping]).toEqual(['First.', 'kept'])
  })

  it('one segment that is refused holds up no other, and says why', async () => {
    const house = newsroom(ROWS)
    const { desk, line, key } = sitDown(house)
    line.refuses = (change) => change.do === 'write' && change.text.length > 20
    desk.type(key('body.0'), 'One that is far too long.')
    desk.type(key('body.1'), 'Two.')
    await vi.advanceTimersByTimeAsync(5_000)
    expect([desk.view(key('body.0'))?.problem, house.desk().rows[2]?.text, desk.snapshot().keeping]).toEqual([
      'Đoạn này quá dài.',
      'Two.',
      'refused',
    ])
    desk.type(key('body.0'), 'One.')
    await vi.advanceTimersByTimeAsync(5_000)
    expect([house.desk().rows[1]?.text, desk.snapshot().keeping]).toEqual(['One.', 'kept'])
  })

  it('a row does not leave a filter under the hands of who works in it', async () => {
    const { desk, key } = sitDown(newsroom(ROWS))
    desk.setFilter('unfinished')
    desk.type(key('body.0'), 'One.')
    desk.confirm(key('body.0'))
    await vi.advanceTimersByTimeAsync(10)
    expect(desk.snapshot().shown.has(key('body.0'))).toBe(true)
    desk.setFilter('unfinished')
    expect(desk.snapshot().shown.has(key('body.0'))).toBe(false)
  })

  it('shows what was typed even where the newsroom keeps it in another form', async () => {
    const house = newsroom(ROWS)
    const { desk, key } = sitDown(house)
    desk.type(key('body.0'), 'One ⟦1⟧half')
    const save = house.save
    house.save = (changes) => {
      const answer = save(changes)
      return {
        ...answer,
        desk: { ...answer.desk, rows: answer.desk.rows.map((one) => ({ ...one, text: one.text.replace('⟦1⟧', '') })) },
      }
    }
    await vi.advanceTimersByTimeAsync(2_100)
    expect([desk.textOf(key('body.0')), desk.snapshot().keeping]).toEqual(['One ⟦1⟧half', 'kept'])
  })
})
