import { describe, expect, it } from 'vitest'
import type { Block, Inline } from '#richtext'
import { begin, handOver, rows } from '#translation/lineage'
import type { Segment, Words } from '#translation/segment'
import { segmentsOf, targetSegmentsOf } from '#translation/segments'
import type { SegmentChange } from '#translation/view'
import { work, type Bench, type Work } from '#translation/work'

const text = (words: string, ...marks: 'bold'[]): Inline => ({ kind: 'text', text: words, marks })
const paragraph = (...children: (string | Inline)[]): Block => ({
  kind: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
})
const list = (...items: string[]): Block => ({
  kind: 'list',
  ordered: false,
  items: items.map((words) => ({ children: [text(words)], nested: [] })),
})
const table = (...cells: string[]): Block => ({
  kind: 'table',
  rows: [cells.map((words) => ({ header: false, colSpan: 1, rowSpan: 1, children: [paragraph(words)] }))],
})

const SOURCE: Words = {
  title: 'Lâm Đồng mở mùa hoa',
  summary: '',
  body: [paragraph('Lễ khai mạc ', text('đông vui', 'bold'), '.'), paragraph('Vé miễn phí.')],
}
const bench = (changes: Partial<Bench> = {}): Bench => ({
  language: 'en',
  now: SOURCE,
  was: SOURCE,
  by: 'lan',
  at: '2026-11-24T05:00:00.000Z',
  ...changes,
})
const begun = (source: Words = SOURCE): Work => ({
  words: source,
  lineage: begin(segmentsOf(source), targetSegmentsOf(source, segmentsOf(source))),
})
const targets = ({ words }: Work) => targetSegmentsOf(words, segmentsOf(SOURCE))
const at = (done: Work, path: string) => targets(done).find((segment) => segment.path === path) as Segment
const shown = (done: Work, { now, was }: Bench = bench()) =>
  rows(segmentsOf(now), segmentsOf(was), targetSegmentsOf(done.words, segmentsOf(was)), done.lineage).map(
    ({ source, target, state, leftOut }) => [source?.plain ?? null, leftOut ? 'left out' : (target?.plain ?? null), state],
  )
const typed = (done: Work, path: string, words: string, state: 'draft' | 'translated' = 'translated'): SegmentChange => ({
  do: 'write',
  target: path,
  was: at(done, path).digest,
  text: words,
  state,
  origin: 'typed',
})

describe('a translator', () => {
  it('types a segment: only it is translated, its marks come along, its block keeps its place', () => {
    const start = begun()
    const done = work(bench(), start, [typed(start, 'body.0', 'The opening was ⟦1⟧lively⟦/1⟧.')])
    expect([done.words.body, done.conflicts, shown(done)]).toEqual([
      [paragraph('The opening was ', text('lively', 'bold'), '.'), SOURCE.body[1]],
      [],
      [
        ['Lâm Đồng mở mùa hoa', 'Lâm Đồng mở mùa hoa', 'empty'],
        ['Lễ khai mạc đông vui.', 'The opening was lively.', 'translated'],
        ['Vé miễn phí.', 'Vé miễn phí.', 'empty'],
      ],
    ])
  })
  it('empties a cell: the untouched source stands in its place again', () => {
    const start = begun()
    const once = work(bench(), start, [typed(start, 'body.1', 'Free admission.')])
    const back = work(bench(), once, [typed(once, 'body.1', '  ', 'draft')])
    expect([back.words, shown(back)[2]]).toEqual([SOURCE, ['Vé miễn phí.', 'Vé miễn phí.', 'empty']])
  })
  it('takes words from the memory or a machine: nobody has answered for them yet', () => {
    const start = begun()
    const from = (origin: 'memory' | 'machine') => [
      { ...typed(start, 'body.1', 'Free entry.', 'draft'), origin } as SegmentChange,
    ]
    expect((['memory', 'machine'] as const).map((origin) => shown(work(bench(), start, from(origin)))[2]?.[2])).toEqual([
      'memory',
      'machine',
    ])
    const machine = work(bench(), start, from('machine'))
    expect(handOver(machine.lineage, 'translated', 'lan', bench().at).kept.map(({ state }) => state)).toEqual([
      'empty',
      'empty',
      'empty',
      'machine',
    ])
  })
  it('repeats a request whose answer was lost: done once', () => {
    const start = begun()
    const changes = [typed(start, 'title', 'Lam Dong opens its flower season'), typed(start, 'body.1', 'Free admission.')]
    const once = work(bench(), start, changes)
    const twice = work(bench(), once, changes)
    expect([twice.words, twice.lineage, twice.conflicts]).toEqual([once.words, once.lineage, []])
  })
})

describe('two translators in one text', () => {
  it('keep both their work in different segments', () => {
    const start = begun()
    const lan = work(bench(), start, [typed(start, 'title', 'Flower season opens')])
    const ken = work(bench({ by: 'ken' }), lan, [typed(start, 'body.1', 'Free admission.')])
    expect([ken.conflicts, ken.lineage.kept.map(({ by }) => by)]).toEqual([[], ['lan', null, null, 'ken']])
  })
  it('of one segment the later is told what stands there and whose it is, and the rest of their request is kept', () => {
    const start = begun()
    const lan = work(bench(), start, [typed(start, 'title', 'Flower season opens')])
    const late = typed(start, 'title', 'The flowers are out')
    const ken = work(bench({ by: 'ken' }), lan, [late, typed(start, 'body.1', 'Free admission.')])
    expect([ken.conflicts, ken.words.title, at(ken, 'body.1').plain]).toEqual([
      [{ change: late, theirs: 'Flower season opens', by: 'lan' }],
      'Flower season opens',
      'Free admission.',
    ])
  })
})

describe('a source that changed', () => {
  const all = (start: Work) =>
    work(bench(), start, [
      typed(start, 'title', 'Flower season opens'),
      typed(start, 'body.0', 'The opening was ⟦1⟧lively⟦/1⟧.'),
      typed(start, 'body.1', 'Free admission.'),
    ])
  const paid = bench({ now: { ...SOURCE, body: [SOURCE.body[0]!, paragraph('Vé 20.000 đồng.')] } })
  it('leaves the old translation, and only the changed segment is stale', () =>
    expect(shown(all(begun()), paid)).toEqual([
      ['Lâm Đồng mở mùa hoa', 'Flower season opens', 'translated'],
      ['Lễ khai mạc đông vui.', 'The opening was lively.', 'translated'],
      ['Vé 20.000 đồng.', 'Free admission.', 'stale'],
    ]))
  it('is not answered by a draft, but by a confirmation', () => {
    const before = all(begun())
    const draft = work(paid, before, [typed(before, 'body.1', 'Tickets VND 20,000.', 'draft')])
    const done = work(paid, draft, [{ do: 'confirm', target: 'body.1', was: at(draft, 'body.1').digest, state: 'translated' }])
    expect([shown(draft, paid)[2]?.[2], shown(done, paid)[2]]).toEqual([
      'stale',
      ['Vé 20.000 đồng.', 'Tickets VND 20,000.', 'translated'],
    ])
  })
  it('with a new paragraph: a block is added in its place', () => {
    const longer = bench({ now: { ...SOURCE, body: [SOURCE.body[0]!, paragraph('Đến 30/12.'), SOURCE.body[1]!] } })
    const [, , fresh] = segmentsOf(longer.now)
    const change = {
      do: 'add',
      source: fresh?.digest ?? '',
      text: 'Until 30 December.',
      state: 'translated',
      origin: 'typed',
    } as const
    const done = work(longer, all(begun()), [change])
    expect([done.words.body[1], shown(done, longer).map(([, , state]) => state)]).toEqual([
      paragraph('Until 30 December.'),
      ['translated', 'translated', 'translated', 'translated'],
    ])
    expect(work(longer, done, [change]).words).toEqual(done.words)
  })
  it.each([
    ['list', list('Hoa', 'Trà')],
    ['table', table('Hoa', 'Trà')],
  ])('with a new %s: the whole of it comes, one cell is written, the others wait', (_, block) => {
    const longer = bench({ now: { ...SOURCE, body: [SOURCE.body[0]!, block, SOURCE.body[1]!] } })
    const tea = segmentsOf(longer.now).find(({ plain }) => plain === 'Trà')
    const done = work(longer, all(begun()), [
      { do: 'add', source: tea?.digest ?? '', text: 'Tea', state: 'translated', origin: 'typed' },
    ])
    expect([done.words.body[1]?.kind, shown(done, longer).slice(2)]).toEqual([
      block.kind,
      [
        ['Hoa', 'Hoa', 'empty'],
        ['Trà', 'Tea', 'translated'],
        ['Vé miễn phí.', 'Free admission.', 'translated'],
      ],
    ])
  })
  it('that lost a paragraph: its translation is removed by one press', () => {
    const shorter = bench({ now: { ...SOURCE, body: [SOURCE.body[0]!] } })
    const before = all(begun())
    const done = work(shorter, before, [{ do: 'remove', target: 'body.1', was: at(before, 'body.1').digest }])
    expect([done.words.body.length, shown(done, shorter).map(([source]) => source)]).toEqual([
      1,
      // Its place is remembered until the text follows the source as it stands.
      ['Lâm Đồng mở mùa hoa', 'Lễ khai mạc đông vui.', null],
    ])
  })
})

describe('a block that the readers of the translation do not need', () => {
  it('is left out on purpose, and taken in again as the untouched copy', () => {
    const start = begun()
    const source = segmentsOf(SOURCE)[2]?.digest ?? ''
    const leaving: SegmentChange = { do: 'leaveOut', source, was: at(start, 'body.1').digest }
    const out = work(bench(), start, [leaving])
    expect(work(bench(), out, [leaving])).toMatchObject({ words: out.words, lineage: out.lineage, conflicts: [] })
    const back = work(bench(), out, [{ do: 'takeIn', source }])
    expect([out.words.body.length, shown(out)[2], back.words, shown(back)[2]]).toEqual([
      1,
      ['Vé miễn phí.', 'left out', 'translated'],
      SOURCE,
      ['Vé miễn phí.', 'Vé miễn phí.', 'empty'],
    ])
  })
  it('stays where a colleague translated it meanwhile', () => {
    const start = begun()
    const lan = work(bench(), start, [typed(start, 'body.1', 'Free admission.')])
    const late: SegmentChange = {
      do: 'leaveOut',
      source: segmentsOf(SOURCE)[2]?.digest ?? '',
      was: at(start, 'body.1').digest,
    }
    const ken = work(bench({ by: 'ken' }), lan, [late, { ...late, was: null }])
    expect([ken.words, ken.lineage, ken.conflicts]).toEqual([
      lan.words,
      lan.lineage,
      [late, { ...late, was: null }].map((change) => ({ change, theirs: 'Free admission.', by: 'lan' })),
    ])
  })
  it('stays where it holds the words of another source, too', () => {
    const [title, first, second] = segmentsOf(SOURCE)
    const words: Words = { title: 'Flowers', summary: '', body: [paragraph('A lively opening. Free admission.')] }
    const kept = targetSegmentsOf(words).map(({ digest, path }) => ({
      target: digest,
      source: path === 'title' ? [title?.digest ?? ''] : path === 'body.0' ? [first?.digest ?? '', second?.digest ?? ''] : [],
      state: 'translated' as const,
      origin: 'typed' as const,
      by: 'lan',
      at: bench().at,
    }))
    const start: Work = { words, lineage: { kept, leftOut: [] } }
    const was = at(start, 'body.0').digest
    const done = work(bench({ by: 'ken' }), start, [
      { do: 'leaveOut', source: first?.digest ?? '', was },
      { do: 'leaveOut', source: second?.digest ?? '', was: null },
    ])
    expect([done.words, done.lineage, done.conflicts.map(({ theirs, by }) => [theirs, by])]).toEqual([
      words,
      start.lineage,
      [
        ['A lively opening. Free admission.', 'lan'],
        ['A lively opening. Free admission.', 'lan'],
      ],
    ])
  })
})

describe('blocks that moved meanwhile', () => {
  const begunWith = () => {
    const start = begun()
    const done = work(bench(), start, [
      typed(start, 'body.0', 'The opening was ⟦1⟧lively⟦/1⟧.'),
      typed(start, 'body.1', 'Free admission.'),
    ])
    // A colleague took the first paragraph out: the second stands in its place.
    const { digest } = at(done, 'body.0')
    const moved = work(bench({ by: 'ken' }), done, [{ do: 'leaveOut', source: segmentsOf(SOURCE)[1]?.digest ?? '', was: digest }])
    return { done, moved }
  }
  it('take their change along', () => {
    const { done, moved } = begunWith()
    const write = typed(done, 'body.1', 'Admission is free.')
    const once = work(bench(), moved, [write])
    const confirmed = work(bench(), moved, [
      { do: 'confirm', target: 'body.1', was: at(done, 'body.1').digest, state: 'revised' },
    ])
    expect([once.words.body, once.conflicts, confirmed.conflicts, shown(confirmed)[2]?.[2]]).toEqual([
      [paragraph('Admission is free.')],
      [],
      [],
      'revised',
    ])
  })
  it('make no conflict where another block stands at the old place now', () => {
    const start = begun()
    const done = work(bench(), start, [typed(start, 'body.1', 'Free admission.')])
    const change = typed(done, 'body.1', 'Admission is free.')
    const longer = bench({ now: { ...SOURCE, body: [SOURCE.body[0]!, paragraph('Đến 30/12.'), SOURCE.body[1]!] } })
    const added = work(longer, done, [
      { do: 'add', source: segmentsOf(longer.now)[2]?.digest ?? '', text: 'Until 30/12.', state: 'draft', origin: 'typed' },
    ])
    const once = work(longer, added, [change])
    expect([once.conflicts, once.words.body.slice(1)]).toEqual([[], [paragraph('Until 30/12.'), paragraph('Admission is free.')]])
  })
  it('are not looked for among repeated paragraphs: the same request again, or a late one, touches no other', () => {
    const twice: Words = { ...SOURCE, body: [paragraph('Vé miễn phí.'), paragraph('Vé miễn phí.')] }
    const same = bench({ now: twice, was: twice })
    const start = begun(twice)
    const change = typed(start, 'body.0', 'Free admission.')
    const once = work(same, start, [change])
    const again = work(same, once, [change])
    const late = work(same, once, [{ ...change, text: 'No fee.' } as SegmentChange])
    expect([again.words, again.conflicts, late.words, late.conflicts.length]).toEqual([once.words, [], once.words, 1])
  })
  it('are removed where they stand now; asked again, nothing that reads the same goes', () => {
    const words: Words = { ...SOURCE, body: [...SOURCE.body, paragraph('Own.')] }
    const start: Work = { words, lineage: begin(segmentsOf(SOURCE), targetSegmentsOf(words, segmentsOf(SOURCE))) }
    const { digest } = at(start, 'body.2')
    const change: SegmentChange = { do: 'remove', target: 'body.2', was: digest }
    const moved = work(bench(), start, [
      { do: 'leaveOut', source: segmentsOf(SOURCE)[1]?.digest ?? '', was: at(start, 'body.0').digest },
    ])
    const gone = work(bench(), moved, [change])
    expect([gone.words.body, gone.conflicts]).toEqual([[SOURCE.body[1]], []])
    expect(work(bench(), gone, [change]).words).toEqual(gone.words)
    const renders = typed(start, 'body.1', 'Own.')
    const alike = work(bench(), work(bench(), start, [renders]), [change, change])
    expect(alike.words.body).toEqual([SOURCE.body[0], paragraph('Own.')])
  })
})
