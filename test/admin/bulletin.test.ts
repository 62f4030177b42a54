import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { LANGUAGES } from '#newsroom'
import type { Plan, PlanEntry } from '#bulletin/plan'
import type { EditionView, IssueView, PreflightRow } from '#bulletin/view'
import { DeskProblem } from '../../src/admin/desk-api'
import { wordsOf } from '../../src/admin/words'
import { editWords, namesIn } from '../../src/admin/bulletin/edit-words'
import { issueStore, type Doors } from '../../src/admin/bulletin/issue-store'
import { entriesOn, faultyPages, freeOn, spreadsOf } from '../../src/admin/bulletin/pages'
import {
  applied,
  changeOf,
  differencesOf,
  draftOf,
  joined,
  NO_BUDGET,
  reapplied,
  stepped,
  type Edit,
  type Step,
} from '../../src/admin/bulletin/plan-edits'
import {
  addressIn,
  addressOf,
  bodyOf,
  cellLook,
  currentIssue,
  daysLeft,
  fileSize,
  gapsOf,
  grouped,
  inOrder,
  issueName,
  measureOf,
  NO_ANSWERS,
  quarterName,
  readyIn,
  releasedBetween,
  releaseScene,
  usedIn,
} from '../../src/admin/bulletin/scene'
import { shelfOf } from '../../src/admin/arranging/shelf'

const entry = (id: string, story: string | null = `story ${id}`): PlanEntry => ({
  id,
  slot: 'feature',
  story,
  budget: NO_BUDGET,
  photos: [],
  notes: '',
})
const names = (name: string) => ({ vi: name, en: name, ja: name })
const planOf = (...sections: readonly (readonly string[])[]): Plan => ({
  sections: sections.map((entries, index) => ({
    id: `s${index + 1}`,
    names: names(`Mục ${index + 1}`),
    entries: entries.map((id) => entry(id)),
  })),
})
const order = (plan: Plan): string => plan.sections.map(({ entries }) => entries.map(({ id }) => id).join(' ')).join(' | ')

const edition = (part: Partial<EditionView> = {}): EditionView => ({
  language: 'vi',
  state: 'open',
  shown: 'open',
  changes: [],
  closed: null,
  approval: null,
  live: null,
  pages: null,
  outlets: [],
  files: [],
  offers: [],
  counts: null,
  ...part,
})
const editions = (vi: Partial<EditionView>, en: Partial<EditionView> = {}, ja: Partial<EditionView> = {}) => ({
  vi: edition({ ...vi, language: 'vi' }),
  en: edition({ ...en, language: 'en' }),
  ja: edition({ ...ja, language: 'ja' }),
})
const issueOf = (plan: Plan, part: Partial<IssueView> = {}): IssueView => ({
  id: 'b37',
  item: '01KISSUE',
  year: 2026,
  quarter: 3,
  number: 37,
  numberInYear: 3,
  date: '2026-09-25',
  state: 'production',
  theme: '',
  cover: null,
  ready: { vi: 0, en: 0, ja: 0 },
  entries: 0,
  editions: [],
  daysLeft: 9,
  rev: 1,
  themes: names(''),
  coverMedia: null,
  licenceId: null,
  deadlines: { vi: {}, en: {}, ja: {} },
  plan,
  board: {},
  editionViews: editions({}),
  tasks: [],
  may: { arrange: true, release: true, records: true },
  locked: null,
  records: [],
  errata: [],
  ...part,
})

describe('spreads', () => {
  it('lay page 1 alone on the right, then two by two; the last is alone where it falls on the left', () => {
    expect(spreadsOf(0)).toEqual([])
    expect(spreadsOf(1)).toEqual([{ left: null, right: 1 }])
    expect(spreadsOf(4)).toEqual([
      { left: null, right: 1 },
      { left: 2, right: 3 },
      { left: 4, right: null },
    ])
    expect(spreadsOf(5).at(-1)).toEqual({ left: 4, right: 5 })
  })
  it('hold every page once, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), (pages) => {
        const laid = spreadsOf(pages).flatMap(({ left, right }) => [left, right].filter((page) => page !== null))
        expect(laid).toEqual(Array.from({ length: pages }, (_, index) => index + 1))
      }),
    )
  })
  it('know what stands on a page, what is at fault and what is free', () => {
    const report = {
      places: [
        { entry: 'a', from: 2, to: 4 },
        { entry: 'b', from: 4, to: 4 },
      ],
      faults: [
        { kind: 'overset', entry: 'a', detail: '' },
        { kind: 'glyph', entry: null, detail: '𠮷' },
      ],
      free: [
        { entry: 'a', page: 4, mm: 10 },
        { entry: 'b', page: 4, mm: 20 },
      ],
    } as const
    expect([entriesOn(report.places, 4), entriesOn(report.places, 1)]).toEqual([['a', 'b'], []])
    expect([...faultyPages(report)]).toEqual([2, 3, 4])
    expect([freeOn(report, 4), freeOn(report, 2)]).toEqual([30, 0])
  })
})

describe('arranging by keyboard', () => {
  const plan = planOf(['a', 'b', 'c'], ['d'], [])
  const after = (id: string, ...steps: readonly Step[]): string =>
    order(
      steps.reduce(
        (before, step) => {
          const edit = stepped(before.plan, id, step)
          return (edit && applied(before, edit)) ?? before
        },
        draftOf(issueOf(plan)),
      ).plan,
    )
  it('goes one place up or down, past the end of a section into the next, an empty one too', () => {
    expect(after('b', 'up')).toBe('b a c | d | ')
    expect(after('a', 'down')).toBe('b a c | d | ')
    expect(after('c', 'down')).toBe('a b | c d | ')
    expect(after('c', 'down', 'down')).toBe('a b | d c | ')
    expect(after('d', 'up')).toBe('a b c d |  | ')
    expect(after('d', 'down')).toBe('a b c |  | d')
  })
  it('goes to the section before or after, and stays at the ends', () => {
    expect(after('b', 'sectionDown')).toBe('a c | b d | ')
    expect(after('d', 'sectionUp')).toBe('d a b c |  | ')
    expect([stepped(plan, 'a', 'up'), stepped(plan, 'a', 'sectionUp'), stepped(planOf(['a']), 'a', 'down')]).toEqual([
      null,
      null,
      null,
    ])
  })
  it('comes back where it was by the opposite key', () => {
    const steps = fc.constantFrom<readonly [Step, Step]>(['up', 'down'], ['down', 'up'])
    fc.assert(
      fc.property(fc.constantFrom('a', 'b', 'c', 'd'), steps, (id, [there, back]) => {
        if (stepped(plan, id, there)) expect(after(id, there, back)).toBe(order(plan))
      }),
    )
  })
})

describe('edits', () => {
  const start = draftOf(issueOf(planOf(['a', 'b'], ['c'])))
  const arrangedBy = (...edits: readonly Edit[]) => order(reapplied(start, edits).draft.plan)
  it('name their place by the neighbour, and go to the end where it is gone', () => {
    expect(arrangedBy({ do: 'move', entry: 'c', section: 's1', before: 'b' })).toBe('a c b | ')
    expect(arrangedBy({ do: 'move', entry: 'a', section: 's1', before: null })).toBe('b a | c')
    expect(arrangedBy({ do: 'move', entry: 'a', section: 's2', before: 'gone' })).toBe('b | c a')
    expect(arrangedBy({ do: 'add', section: 's2', before: 'c', entry: entry('n'), title: 'N' })).toBe('a b | n c')
  })
  it('that speak of something that is gone are named, the others stand', () => {
    const edits: readonly Edit[] = [
      { do: 'remove', entry: 'a' },
      { do: 'notes', entry: 'a', notes: 'chờ ảnh' },
      { do: 'add', section: 's2', before: null, entry: entry('n', 'story c'), title: 'C' },
      { do: 'removeSection', section: 's2' },
      { do: 'move', entry: 'c', section: 's1', before: 'b' },
      { do: 'removeSection', section: 's2' },
    ]
    const { draft, lost } = reapplied(start, edits)
    expect(order(draft.plan)).toBe('c b')
    expect(lost).toEqual([edits[1], edits[2], edits[3]])
  })
  it('leave an entry out of an edition, which then does not wait for it', () => {
    const out = (languages: readonly ('ja' | 'en')[]): Edit => ({ do: 'leftOut', entry: 'a', languages })
    const { draft } = reapplied(start, [out(['ja'])])
    expect([readyIn(draft.plan, {}, 'ja').all, readyIn(draft.plan, {}, 'vi').all]).toEqual([2, 3])
    expect(reapplied(draft, [out([])]).draft).toEqual(start)
  })
  it('of one field are one edit; moves stay apart', () => {
    const typed = (notes: string): Edit => ({ do: 'notes', entry: 'a', notes })
    const move: Edit = { do: 'move', entry: 'a', section: 's2', before: null }
    expect(joined(joined([], typed('c')), typed('ch'))).toEqual([typed('ch')])
    expect(joined([move], move)).toEqual([move, move])
  })
  it('are saved as what differs, with the number of the save they began from', () => {
    const issue = issueOf(planOf(['a']), { rev: 4 })
    const { draft } = reapplied(draftOf(issue), [
      { do: 'date', date: '2026-09-28' },
      { do: 'deadline', language: 'en', key: 'translated', at: '2026-09-10T10:00:00.000Z' },
    ])
    expect(changeOf(issue, draft)).toEqual({
      rev: 4,
      date: '2026-09-28',
      deadlines: { vi: {}, en: { translated: '2026-09-10T10:00:00.000Z' }, ja: {} },
    })
    expect(changeOf(issue, draftOf(issue))).toEqual({ rev: 4 })
  })
  it('of somebody else are told by what moved, came, went and changed', () => {
    const before = issueOf(planOf(['a', 'b', 'c'], ['d']))
    const { draft } = reapplied(draftOf(before), [
      { do: 'move', entry: 'a', section: 's1', before: null },
      { do: 'remove', entry: 'd' },
      { do: 'add', section: 's2', before: null, entry: entry('n'), title: 'N' },
      { do: 'slot', entry: 'b', slot: 'brief' },
      { do: 'date', date: '2026-09-30' },
    ])
    expect(differencesOf(before, { ...before, plan: draft.plan, date: draft.date })).toEqual([
      { what: 'added', entry: 'n' },
      { what: 'removed', entry: 'd' },
      { what: 'moved', entry: 'a' },
      { what: 'changed', entry: 'b' },
      { what: 'date' },
    ])
  })
  it('are sentences in the panel’s language', () => {
    const panel = { language: 'vi', say: wordsOf('vi') } as const
    const known = namesIn([issueOf(planOf(['a']))], [], 'vi')
    expect(editWords({ do: 'add', section: 's1', before: null, entry: entry('n'), title: 'Mùa hoa' }, known, panel)).toBe(
      'Đưa “Mùa hoa” vào Mục 1',
    )
  })
})

/** The newsroom with one issue, and a clock that is turned by hand. */
const newsroom = (plan: Plan) => {
  const shelf: { edits: readonly Edit[] } = { edits: [] }
  const world = {
    issue: issueOf(plan),
    saves: 0,
    fails: [] as unknown[],
    waiting: [] as (() => void)[],
    shelf,
    turn: async () => {
      for (const what of world.waiting.splice(0)) what()
      for (let tick = 0; tick < 20; tick++) await Promise.resolve()
    },
    somebody: (edit: Edit) => {
      const { plan: next } = applied(draftOf(world.issue), edit) ?? draftOf(world.issue)
      world.issue = { ...world.issue, plan: next, rev: world.issue.rev + 1 }
    },
  }
  const doors: Doors = {
    load: () => Promise.resolve(world.issue),
    save: (change) => {
      world.saves++
      const failure = world.fails.shift()
      if (failure instanceof DeskProblem) return Promise.reject(failure)
      if (change.rev !== world.issue.rev) return Promise.reject(new DeskProblem('save.conflict', 409, ''))
      world.issue = { ...world.issue, ...(change.plan ? { plan: change.plan } : {}), rev: world.issue.rev + 1 }
      // The answer got lost on its way.
      return failure === 'lost' ? Promise.reject(new DeskProblem('network', 0, '')) : Promise.resolve(world.issue)
    },
    later: (what) => {
      world.waiting.push(what)
      return () => void (world.waiting = world.waiting.filter((one) => one !== what))
    },
    now: () => new Date('2026-09-16T07:05:00Z'),
    shelf: { read: () => shelf.edits, write: (edits) => void (shelf.edits = edits) },
  }
  return { world, store: issueStore(doors) }
}
const moveUp: Edit = { do: 'move', entry: 'c', section: 's1', before: 'a' }

describe('keeping an issue', () => {
  it('shows an edit at once and saves it a moment later, several in one', async () => {
    const { world, store } = newsroom(planOf(['a', 'b', 'c']))
    await store.load()
    store.edit(moveUp)
    store.edit({ do: 'slot', entry: 'a', slot: 'brief' })
    expect([order(store.read().draft?.plan ?? planOf()), store.read().keeping, world.saves]).toEqual(['c a b', 'waiting', 0])
    await world.turn()
    expect([order(world.issue.plan), world.saves, store.read().keeping, store.read().edits]).toEqual(['c a b', 1, 'kept', []])
  })
  it('keeps what is arranged while a save is under way', async () => {
    const { world, store } = newsroom(planOf(['a', 'b', 'c']))
    await store.load()
    store.edit(moveUp)
    const first = store.flush()
    store.edit({ do: 'remove', entry: 'b' })
    await first
    expect([order(world.issue.plan), world.saves, store.read().edits]).toEqual(['c a', 2, []])
  })
  it('shows both where somebody saved first; mine goes on top, and nothing is lost', async () => {
    const { world, store } = newsroom(planOf(['a', 'b', 'c']))
    await store.load()
    world.somebody({ do: 'remove', entry: 'b' })
    store.edit(moveUp)
    store.edit({ do: 'notes', entry: 'b', notes: 'chờ' })
    await world.turn()
    const { conflict, keeping, edits } = store.read()
    expect([keeping, conflict && differencesOf(conflict.before, conflict.theirs), conflict?.lost, edits]).toEqual([
      'conflict',
      [{ what: 'removed', entry: 'b' }],
      [{ do: 'notes', entry: 'b', notes: 'chờ' }],
      [moveUp],
    ])
    store.settle(true)
    await world.turn()
    expect([order(world.issue.plan), store.read().keeping]).toEqual(['c a', 'kept'])
  })
  it('names what was lost even where nothing else is left to save', async () => {
    const { world, store } = newsroom(planOf(['a', 'b']))
    await store.load()
    world.somebody({ do: 'remove', entry: 'b' })
    const note: Edit = { do: 'notes', entry: 'b', notes: 'chờ' }
    store.edit(note)
    await world.turn()
    expect([store.read().conflict?.lost, store.read().edits]).toEqual([[note], []])
    store.settle(true)
    expect([store.read().conflict, store.read().keeping, world.saves]).toEqual([null, 'kept', 1])
  })
  it('lets mine go where I say so', async () => {
    const { world, store } = newsroom(planOf(['a', 'b', 'c']))
    await store.load()
    world.somebody({ do: 'remove', entry: 'b' })
    store.edit(moveUp)
    await world.turn()
    store.settle(false)
    expect([order(store.read().draft?.plan ?? planOf()), store.read().edits]).toEqual(['a c', []])
  })
  it('takes an answer that was lost for saved, when the newsroom has what was sent', async () => {
    const { world, store } = newsroom(planOf(['a', 'b', 'c']))
    await store.load()
    world.fails.push('lost')
    store.edit(moveUp)
    await world.turn()
    expect([store.read().keeping, store.read().edits]).toEqual(['offline', [moveUp]])
    await world.turn()
    expect([store.read().keeping, store.read().conflict, store.read().edits]).toEqual(['kept', null, []])
  })
  it('keeps on a refusal what was arranged, until it is dropped', async () => {
    const { world, store } = newsroom(planOf(['a', 'b', 'c']))
    await store.load()
    world.fails.push(new DeskProblem('request.invalid', 400, 'Tên quá dài.'))
    store.edit(moveUp)
    expect(await store.flush()).toBe(false)
    expect([store.read().keeping, store.read().edits, world.shelf.edits]).toEqual(['refused', [moveUp], [moveUp]])
    store.drop()
    expect([store.read().keeping, order(store.read().draft?.plan ?? planOf()), world.shelf.edits]).toEqual(['kept', 'a b c', []])
  })
  it('puts back after a closed lid what the browser kept, for a week', async () => {
    const { world, store } = newsroom(planOf(['a', 'b', 'c']))
    world.shelf.edits = [moveUp]
    await store.load()
    expect([order(store.read().draft?.plan ?? planOf()), store.read().keeping]).toEqual(['c a b', 'waiting'])
    const kept = new Map<string, string>()
    const storage = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    }
    const on = (day: string) =>
      shelfOf(
        () => storage,
        'ttdn:issue:lan:b37',
        () => new Date(day),
      )
    on('2026-09-01T00:00:00Z').write([moveUp])
    expect([on('2026-09-07T00:00:00Z').read(), on('2026-09-09T00:00:00Z').read()]).toEqual([[moveUp], []])
  })
})

describe('releasing an issue', () => {
  const offers = [{ verb: 'release', primary: true, asks: [], refusal: null }] as const
  it('takes all approved editions and names those left out with their state', () => {
    expect(releaseScene(editions({ shown: 'approved', offers }, { shown: 'void' }, { shown: 'released' }))).toEqual({
      goes: ['vi'],
      left: [{ language: 'en', shown: 'void' }],
      out: ['ja'],
    })
  })
  it('leaves behind what is not ticked, and what this person may not release', () => {
    const views = editions(
      { shown: 'approved', offers },
      { shown: 'approved', offers },
      {
        shown: 'approved',
        offers: [{ verb: 'release', primary: false, asks: [], refusal: { code: 'move.held', detail: 'Đang tạm giữ.' } }],
      },
    )
    expect(releaseScene(views, ['en', 'ja'])).toEqual({
      goes: ['en'],
      left: [
        { language: 'vi', shown: 'approved' },
        { language: 'ja', shown: 'approved' },
      ],
      out: [],
    })
  })
  it('says afterwards what the log has that it had not', () => {
    const live = (seq: number) => ({ live: { seq, version: 1, at: '2026-09-25T01:00:00.000Z', url: '/bulletin/2026/3/vi' } })
    expect(releasedBetween(editions({}, live(3)), editions(live(12), live(3)))).toEqual([{ language: 'vi', seq: 12 }])
  })
})

describe('verbs of an edition', () => {
  it('stand from the everyday to the last resort, the primary one apart', () => {
    const offer = (verb: EditionView['offers'][number]['verb'], primary = false) => ({ verb, primary, asks: [], refusal: null })
    const { primary, others } = inOrder([offer('withdraw'), offer('reopen'), offer('release', true)])
    expect([primary?.verb, others.map(({ verb }) => verb)]).toEqual(['release', ['reopen', 'withdraw']])
  })
  it('want what they ask and send nothing else', () => {
    expect(gapsOf(['reason', 'notice', 'difference'], { ...NO_ANSWERS, page: '49' }, 48)).toEqual([
      'reason',
      'page',
      'wrong',
      'right',
      'acknowledged',
    ])
    const answers = { reason: ' lỗi số liệu ', page: '9', wrong: '120 mét', right: '210 mét ', acknowledged: true }
    expect(gapsOf(['reason', 'notice'], answers, 48)).toEqual([])
    expect(bodyOf(['notice'], answers)).toEqual({ notice: { page: 9, wrong: '120 mét', right: '210 mét' } })
    expect(bodyOf(['notice', 'reason'], { ...answers, page: '' })).toEqual({
      reason: 'lỗi số liệu',
      notice: { page: null, wrong: '120 mét', right: '210 mét' },
    })
  })
})

describe('what the screens show', () => {
  it('groups findings, what stops first, and shows no empty group', () => {
    const row = (result: PreflightRow['result']): PreflightRow => ({
      rule: result,
      result,
      text: '',
      citation: null,
      href: null,
      entry: null,
    })
    const rows = (['pass', 'stop', 'pass', 'notChecked'] as const).map(row)
    expect(grouped(rows).map(({ result, rows: own }) => [result, own.length])).toEqual([
      ['stop', 1],
      ['notChecked', 1],
      ['pass', 2],
    ])
  })
  it('marks a cell by what is most pressing', () => {
    const look = (held: boolean, stale: 'no' | 'minor' | 'major') => cellLook({ held, stale, stage: 'approved' }).key
    expect([look(true, 'major'), look(false, 'major'), look(false, 'minor')]).toEqual(['held', 'stale', 'approved'])
  })
  it('measures a text against its budget; a tenth over is no fault', () => {
    const judged = (length: number, budget: number | null) => measureOf({ length, budget })?.judged ?? null
    expect([
      judged(0, 1200),
      judged(700, 1200),
      judged(1300, 1200),
      judged(1400, 1200),
      judged(500, 1200),
      judged(9, null),
    ]).toEqual(['empty', 'under', 'fits', 'over', 'under', null])
  })
  it('counts what is ready of the plan on screen, a new entry too', () => {
    const cell = { ready: true } as IssueView['board'][string]['cells']['vi']
    const board = { a: { cells: { vi: cell, en: { ...cell, ready: false }, ja: cell } } } as unknown as IssueView['board']
    expect([readyIn(planOf(['a', 'new']), board, 'vi'), readyIn(planOf(['a']), board, 'en')]).toEqual([
      { ready: 1, all: 2 },
      { ready: 0, all: 1 },
    ])
  })
  it('reads an address that anybody typed', () => {
    expect(addressIn(new URLSearchParams('tab=flatplan&lang=ja&entry=01K'))).toEqual({
      tab: 'flatplan',
      lang: 'ja',
      entry: '01K',
    })
    expect(addressIn(new URLSearchParams('tab=x&lang=fr&entry=<script>'))).toEqual({ tab: 'board', lang: 'vi', entry: null })
    expect(addressOf('b37', { tab: 'board', lang: 'vi', entry: '01K' })).toBe('/admin/bulletin/b37?tab=board&lang=vi&entry=01K')
  })
  it('finds the issue in hand: the newest that is not finished', () => {
    const issue = (number: number, state: IssueView['state']) => ({ number, state })
    const years = [{ issues: [issue(38, 'planned'), issue(37, 'production')] }, { issues: [issue(36, 'finished')] }]
    expect([currentIssue(years)?.number, currentIssue([{ issues: [issue(36, 'finished')] }]), currentIssue([])]).toEqual([
      38,
      null,
      null,
    ])
  })
  it('names an issue, its days and a size as each language does', () => {
    const issue = { number: 37, quarter: 3, year: 2026 } as const
    const said = LANGUAGES.map((language) => issueName(issue, { language, say: wordsOf(language) }))
    expect(said).toEqual(['Bản tin số 37 · Quý III/2026', 'Bulletin no. 37 · Q3 2026', 'ニュースレター第37号 · 2026年第3四半期'])
    expect(quarterName('bulletin.issue.short', issue, { language: 'vi', say: wordsOf('vi') })).toBe('Bản tin Quý III/2026')
    expect(LANGUAGES.map((language) => usedIn('2/2026', { language, say: wordsOf(language) }))).toEqual([
      'Bản tin Quý II/2026',
      'Bulletin Q2 2026',
      'ニュースレター2026年第2四半期',
    ])
    expect([9, 0, -2].map((days) => daysLeft(days, wordsOf('vi')))).toEqual(['còn 9 ngày', 'phát hành hôm nay', 'quá 2 ngày'])
    expect([fileSize(4_240_000, 'vi'), fileSize(88_400, 'en'), fileSize(20, 'ja')]).toEqual(['4,2 MB', '88 KB', '1 KB'])
  })
})
