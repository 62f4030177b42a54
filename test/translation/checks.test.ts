import { describe, expect, it } from 'vitest'
import type { Finding, Language } from '#newsroom'
import { CHECKS, FIELD_LIMITS, runChecks } from '#translation/checks/checks'
import type { CheckContext, CheckedPair, TermHit } from '#translation/checks/types'
import type { Code, Segment, SegmentKind, Term } from '#translation/segment'

const segment = (plain: string, more: Partial<Segment> = {}): Segment => ({
  path: 'body.0',
  kind: 'paragraph',
  text: plain,
  plain,
  codes: [],
  digest: plain,
  ...more,
})
const pair = (
  source: string | Segment | null,
  target: string | Segment | null,
  more: Partial<CheckedPair> = {},
): CheckedPair => ({
  source: typeof source === 'string' ? segment(source) : source,
  target: typeof target === 'string' ? segment(target) : target,
  state: 'translated',
  leftOut: false,
  terms: { source: [], target: [] },
  ...more,
})
const context = (from: Language, to: Language, sovereignty = false): CheckContext => ({
  languages: { from, to },
  sovereignty,
  fieldLimits: FIELD_LIMITS,
})
/** What was found, without the ids' digests. */
const found = (pairs: CheckedPair | readonly CheckedPair[], where: CheckContext) =>
  runChecks([pairs].flat() as readonly CheckedPair[], where).map(({ id, facts }) => [id.split(':')[0], facts])

const term = (id: string, en: string, forbidden: readonly string[] = [], vi = '', ja = ''): Term => ({
  id,
  forms: { vi, en, ja },
  forbidden: { vi: [], en: forbidden, ja: [] },
  reading: '',
  kind: 'sovereignty',
  note: '',
  validFrom: null,
  validTo: null,
  status: 'approved',
})
const hit = (text: string, of: Term, form: string, forbidden = false): TermHit => ({
  term: of,
  form,
  start: text.indexOf(form),
  end: text.indexOf(form) + form.length,
  forbidden,
})

describe('the table of checks', () => {
  it('has critical checks for what stops an approval, warnings for the rest', () => {
    expect(CHECKS.map(({ id, severity, kind }) => [id, severity, kind])).toEqual([
      ['empty', 'critical', 'empty'],
      ['placeholder', 'critical', 'placeholder'],
      ['number', 'critical', 'number'],
      ['date', 'critical', 'date'],
      ['sovereignty', 'critical', 'sovereignty'],
      ['link', 'critical', 'link'],
      ['forbidden-term', 'warning', 'term'],
      ['unlisted-term', 'warning', 'term'],
      ['picture', 'warning', 'style'],
      ['inconsistent-segment', 'warning', 'style'],
      ['inconsistent-term', 'warning', 'term'],
      ['name-spelling', 'warning', 'style'],
      ['vietnamese-letters', 'warning', 'style'],
      ['same-as-source', 'warning', 'style'],
      ['punctuation', 'warning', 'style'],
      ['brackets', 'warning', 'style'],
      ['width', 'warning', 'style'],
      ['doubled', 'warning', 'style'],
      ['joined', 'warning', 'style'],
      ['length', 'warning', 'style'],
    ])
  })

  it('a good translation has no findings', () =>
    expect(
      runChecks(
        [pair('Lâm Đồng đón 1,2 triệu lượt khách năm 2026.', 'Lam Dong received 1.2 million visitors in 2026.')],
        context('vi', 'en'),
      ),
    ).toEqual([]))
})

describe('a finding', () => {
  const wrong = (target: string, path = 'body.3') =>
    runChecks([pair('Vốn 33.000 tỷ đồng.', segment(target, { path }))], context('vi', 'ja'))

  it('says where, and both values as they are written', () =>
    expect(wrong('資本は33,000億ドン。')).toEqual([
      {
        id: expect.stringMatching(/^number:body\.3:[0-9a-f]{16}$/u) as string,
        severity: 'critical',
        kind: 'number',
        where: 'body.3',
        facts: { source: '33.000 tỷ đồng', target: '33,000億ドン' },
      },
    ] satisfies readonly Finding[]))

  it('keeps its id while place and values stay, whatever is written around them', () => {
    const ids = [
      wrong('資本は33,000億ドン。'),
      wrong('総資本は33,000億ドンである。'),
      wrong('資本は33,000億ドン。', 'body.4'),
      wrong('資本は3,300億ドン。'),
    ]
    const [first, second, moved, other] = ids.map(([one]) => one?.id)
    expect(second).toBe(first)
    expect(new Set([first, moved, other]).size).toBe(3)
  })

  it('has an id of its own, also where the same thing happens twice', () => {
    const ids = runChecks([pair('a', 'the the, of of', { terms: { source: [], target: [] } })], context('vi', 'en')).map(
      ({ id }) => id,
    )
    expect([ids.length, new Set(ids).size]).toEqual([2, 2])
  })
})

describe('empty segments', () => {
  const empty = (one: CheckedPair) => found(one, context('vi', 'en'))
  it('missing, blank, kept as empty', () => {
    expect(empty(pair('Hoa', null))).toEqual([['empty', { reason: 'missing' }]])
    expect(empty(pair('Hoa', ' '))).toEqual([['empty', { reason: 'empty' }]])
    expect(empty(pair('Hoa', 'Flower', { state: 'empty' }))).toEqual([['empty', { reason: 'empty' }]])
  })
  it('words of a machine that nobody has touched', () =>
    expect(empty(pair('Hoa', 'Flower', { state: 'machine' }))).toEqual([['empty', { reason: 'machine' }]]))
  it('are found where the source stands if there is no target', () =>
    expect(runChecks([pair(segment('Hoa', { path: 'body.7' }), null)], context('vi', 'en'))[0]?.where).toBe('body.7'))
  it('not what was left out on purpose, nor a block of the translator’s own', () => {
    expect(empty(pair('Hoa', null, { leftOut: true }))).toEqual([])
    expect(empty(pair(null, 'A note'))).toEqual([])
  })
})

describe('codes', () => {
  const bold: Code = { id: 1, form: 'pair', node: { kind: 'marks', marks: ['bold'] } }
  const linkTo = (id: number, href: string): Code => ({ id, form: 'pair', node: { kind: 'link', href } })
  const ruby: Code = { id: 1, form: 'single', node: { kind: 'ruby', base: '茶', reading: 'ちゃ' } }
  const coded = (text: string, ...codes: readonly Code[]) => segment(text.replace(/⟦[^⟧]*⟧/gu, ''), { text, codes })
  const both = (source: Segment, target: Segment, where = context('vi', 'en')) => found(pair(source, target), where)

  it('lost, doubled, crossed, unknown', () => {
    const source = coded('⟦1⟧Hoa⟦/1⟧ và trà', bold)
    expect(both(source, coded('Flowers and tea'))).toEqual([['placeholder', { problem: 'lost', code: '⟦1⟧' }]])
    expect(both(source, coded('⟦1⟧Flowers⟦/1⟧ and ⟦1⟧tea⟦/1⟧', bold))).toEqual([
      ['placeholder', { problem: 'doubled', code: '⟦1⟧' }],
    ])
    expect(both(source, coded('⟦1⟧Flowers⟦/1⟧ and ⟦9⟧tea⟦/9⟧', bold))).toContainEqual([
      'placeholder',
      { problem: 'unknown', code: '⟦9⟧' },
    ])
  })
  it('in any order, and with codes of the target’s own beside them', () => {
    expect(
      both(
        coded('⟦1⟧Hoa⟦/1⟧ và ⟦2⟧trà⟦/2⟧', bold, linkTo(2, '/tra')),
        coded('⟦2⟧Tea⟦/2⟧ and ⟦1⟧flowers⟦/1⟧ ⟦3⟧again⟦/3⟧', bold, linkTo(2, '/tra'), { ...bold, id: 3 }),
      ),
    ).toEqual([])
  })
  it('a link that leads elsewhere is its own finding, once', () =>
    expect(
      both(coded('⟦1⟧Hoa⟦/1⟧', linkTo(1, 'https://a.example/')), coded('⟦2⟧Flowers⟦/2⟧', linkTo(2, 'https://b.example/'))),
    ).toEqual([['link', { source: 'https://a.example/', target: 'https://b.example/' }]]))
  it('a link that is gone is a lost code; one too many is a link', () => {
    expect(both(coded('⟦1⟧Hoa⟦/1⟧', linkTo(1, '/hoa')), coded('Flowers'))).toEqual([
      ['placeholder', { problem: 'lost', code: '⟦1⟧' }],
    ])
    expect(both(coded('Hoa'), coded('⟦1⟧Flowers⟦/1⟧', linkTo(1, '/hoa')))).toEqual([['link', { source: '', target: '/hoa' }]])
  })
  it('furigana of the source is not asked for outside Japanese', () =>
    expect(both(coded('⟦1/⟧の花', ruby), coded('Tea flowers'), context('ja', 'en'))).toEqual([]))
})

describe('sovereignty and forbidden forms', () => {
  const sea = term('sea', 'East Sea', ['South China Sea'])
  const said = (text: string, ...hits: readonly TermHit[]) => pair('Biển', text, { terms: { source: [], target: hits } })

  it('a forbidden form stops the approval of a sovereignty story, and warns in others', () => {
    const text = 'Ships in the South China Sea'
    const one = said(text, hit(text, sea, 'South China Sea', true))
    expect(found(one, context('vi', 'en', true))).toEqual([['sovereignty', { found: 'South China Sea', preferred: 'East Sea' }]])
    expect(found(one, context('vi', 'en'))).toEqual([['forbidden-term', { found: 'South China Sea', preferred: 'East Sea' }]])
  })
  it('a gloss in brackets right after the preferred form is allowed', () => {
    const text = 'Ships in the East Sea (South China Sea)'
    expect(
      found(said(text, hit(text, sea, 'East Sea'), hit(text, sea, 'South China Sea', true)), context('vi', 'en', true)),
    ).toEqual([])
  })
  it('a gloss of another term, a later one, or the two the other way round is none', () => {
    for (const text of [
      'East Sea and (South China Sea)',
      'South China Sea (East Sea)',
      'East Sea (or South China Sea, rather)',
    ]) {
      const hits = [hit(text, sea, 'East Sea'), hit(text, sea, 'South China Sea', true)]
      expect([text, found(said(text, ...hits), context('vi', 'en', true))[0]?.[0]]).toEqual([text, 'sovereignty'])
    }
  })
})

describe('terms', () => {
  const committee = term('committee', "People's Committee", [], 'Ủy ban nhân dân')
  const memorandum = term('memorandum', 'memorandum of understanding', [], 'biên bản ghi nhớ')
  const decision = term('decision', 'Decision', [], 'Quyết định')
  const money = term('money', 'billion dong', [], 'tỷ đồng')
  const translated = (source: string, of: Term, target: string, hits: readonly TermHit[] = []) =>
    found(
      pair(source, target, {
        terms: {
          source: [hit(source.toLowerCase(), of, of.forms.vi.toLowerCase())].map((one) => ({ ...one, form: of.forms.vi })),
          target: hits,
        },
      }),
      context('vi', 'en'),
    )

  it('whose preferred form is missing', () =>
    expect(translated('Ủy ban nhân dân họp', committee, 'The authorities met')).toEqual([
      ['unlisted-term', { term: 'Ủy ban nhân dân', preferred: "People's Committee" }],
    ]))
  it('not in another ending, as the everyday word, or as the unit of a figure', () => {
    expect(translated('tám biên bản ghi nhớ', memorandum, 'eight memoranda of understanding')).toEqual([])
    expect(translated('ba tuần quyết định tất cả', decision, 'three weeks are all that matters')).toEqual([])
    expect(translated('54 tỷ đồng', money, 'VND 54 billion')).toEqual([])
  })
  it('one source text in two ways, and one term in two forms, are found at the second place', () => {
    const at = (path: string, source: string, target: string, hits: readonly TermHit[] = []) =>
      pair(segment(source, { path }), segment(target, { path }), { terms: { source: [], target: hits } })
    const sea = term('sea', 'East Sea', ['Eastern Sea'])
    expect(
      runChecks([at('body.0', 'Trà', 'Tea'), at('body.1', 'Trà', 'Tea'), at('body.2', 'Trà', 'Leaves')], context('vi', 'en')).map(
        ({ where, facts }) => [where, facts],
      ),
    ).toEqual([['body.2', { source: 'Trà', first: 'Tea', here: 'Leaves' }]])
    expect(
      runChecks(
        [
          at('body.0', 'a', 'East Sea', [hit('East Sea', sea, 'East Sea')]),
          at('body.1', 'b', 'Eastern Sea', [hit('Eastern Sea', sea, 'Eastern Sea', true)]),
        ],
        context('vi', 'en'),
      ).map(({ id, where, facts }) => [id.split(':')[0], where, facts]),
    ).toContainEqual(['inconsistent-term', 'body.1', { first: 'East Sea', here: 'Eastern Sea' }])
  })
})

describe('names and letters', () => {
  const english = (source: string, target: string) => found(pair(source, target), context('vi', 'en'))
  it('Lamdong, Cau Dad for what the glossary writes Lam Dong, Cau Dat', () => {
    expect(english('Tỉnh Lâm Đồng', 'The province of Lamdong')).toEqual([
      ['name-spelling', { source: 'Lâm Đồng', expected: 'Lam Dong', found: 'Lamdong' }],
    ])
    expect(english('ở Cầu Đất', 'in Cau Dad')).toEqual([
      ['name-spelling', { source: 'Cầu Đất', expected: 'Cau Dat', found: 'Cau Dad' }],
    ])
  })
  it('a name that is right, translated or has an English form is no slip', () => {
    expect(english('ở Cầu Đất', 'in Cau Dat')).toEqual([])
    expect(english('Nhà thờ Con Gà', 'Rooster Church')).toEqual([])
    expect(english('Việt Nam và Hà Nội', 'Vietnam and Hanoi')).toEqual([])
  })
  it('Vietnamese letters are left over; document numbers and café are not', () => {
    expect(english('ở Đà Lạt', 'in Đà Lạt')).toEqual([['vietnamese-letters', { found: 'Đà Lạt' }]])
    expect(english('Quyết định 1629/QĐ-UBND', 'Decision 1629/QĐ-UBND')).toEqual([])
    expect(english('quán cà phê', 'a café')).toEqual([])
    expect(found(pair('ở Đà Lạt', 'Đà Lạtで'), context('vi', 'ja'))).toEqual([['vietnamese-letters', { found: 'Đà Lạt' }]])
  })
  it('the same words on both sides; names, figures and units may be the same', () => {
    expect(english('cà phê', 'cà phê')).toContainEqual(['same-as-source', { text: 'cà phê' }])
    expect(english('UNESCO', 'UNESCO')).toEqual([])
    expect(english('5 km', '5 km')).toEqual([])
  })
})

describe('how it is written', () => {
  const written = (target: string, to: Language = 'en', kind: SegmentKind = 'item') =>
    found(pair(null, segment(target, { kind })), context(to === 'vi' ? 'en' : 'vi', to))

  it('a sentence ends as its source does', () => {
    const ends = (source: string, target: string, to: Language = 'en') => found(pair(source, target), context('vi', to))
    expect(ends('Trời mưa.', 'It rains')).toEqual([['punctuation', { source: '.', target: '' }]])
    expect(ends('Trời mưa?', 'It rains.')).toEqual([['punctuation', { source: '?', target: '.' }]])
    expect(ends('Trời mưa.', '雨だ。', 'ja')).toEqual([])
    expect(ends('Trời mưa?', '雨か。', 'ja')).toEqual([])
    expect(ends('“Trời mưa”, bà nói.', '「雨だ」', 'ja')).toEqual([])
  })
  it('brackets and quotation marks in pairs', () => {
    expect(written('tea (green')).toEqual([['brackets', { found: '(' }]])
    expect(written('「緑茶』', 'ja')).toEqual([['brackets', { found: '』「' }]])
    expect(written('1) tea, “green” (and black)')).toEqual([])
  })
  it('figures half width and kana full width in Japanese, nothing full width elsewhere', () => {
    expect(written('２０人', 'ja')).toEqual([['width', { found: '２０' }]])
    expect(written('ﾀﾞﾗｯﾄ', 'ja')).toEqual([['width', { found: 'ﾀﾞﾗｯﾄ' }]])
    expect(written('茶,花', 'ja')).toEqual([['width', { found: ',' }]])
    expect(written('tea，flowers')).toEqual([['width', { found: '，' }]])
    expect(written('20人（VTV4）', 'ja')).toEqual([])
  })
  it('words, particles, marks and spaces typed twice', () => {
    expect(written('the the tea')).toEqual([['doubled', { found: 'the the' }]])
    expect(written('hoa của của rừng', 'vi')).toEqual([['doubled', { found: 'của của' }]])
    expect(written('茶をを飲む', 'ja')).toEqual([['doubled', { found: 'をを' }]])
    expect(written('tea  and,, flowers')).toEqual([
      ['doubled', { found: '␣␣' }],
      ['doubled', { found: ',,' }],
    ])
  })
  it('not what languages double: luôn luôn, xanh xanh, ngày ngày, từ từ, had had, とともに, もののけ', () => {
    expect(written('luôn luôn xanh xanh, ngày ngày từ từ', 'vi')).toEqual([])
    expect(written('what had had to be, in Walla Walla…')).toEqual([])
    expect(written('村とともに、もののけの森', 'ja')).toEqual([])
  })
  it('words run together; names with a capital inside, addresses and abbreviations are none', () => {
    expect(written('Da LatLam Dong')).toEqual([['joined', { found: 'LatLam' }]])
    expect(written('the season.Visitors come')).toEqual([['joined', { found: 'season.Visitors' }]])
    expect(written('Đà LạtLâm Đồng', 'vi')).toEqual([['joined', { found: 'LạtLâm' }]])
    expect(written('YouTube, iPhone, e.g. at 5 p.m., www.Dalat.example, NGOs')).toEqual([])
  })
  it('longer than the field', () => {
    expect(written('茶'.repeat(301), 'ja', 'title')).toEqual([['length', { length: '301', limit: '300' }]])
    expect(written('𠮷'.repeat(300), 'ja', 'title')).toEqual([])
    expect(written('茶'.repeat(5000), 'ja', 'paragraph')).toEqual([])
  })
})

describe('pictures', () => {
  const figure = (digest: string, alt: string) => ({ digest, alt, caption: 'Chú thích', credit: '' })
  const placed = (digest: string, alt: string, path = 'body.1.alt') => ({ ...figure(digest, alt), path })
  const shown = (source: ReturnType<typeof figure>[], target: ReturnType<typeof placed>[]) =>
    runChecks([], { ...context('vi', 'en'), pictures: { source, target } }).map(({ id, where, facts }) => [
      id.split(':')[0],
      where,
      facts,
    ])
  it('another one than the source shows', () => {
    expect(shown([figure('b', 'Đồi chè')], [placed('a', 'A lake')])).toEqual([
      ['picture', 'body.1.alt', { source: 'Đồi chè', target: 'A lake' }],
    ])
    expect(
      shown(
        [figure('a', ''), figure('c', ' '), figure('c', '')],
        [placed('a', ''), placed('b', 'Tea', 'body.3.alt'), placed('b', 'Tea', 'body.4.alt')],
      ),
    ).toEqual([['picture', 'body.3.alt', { source: 'Chú thích', target: 'Tea' }]])
  })
  it('not the same ones in another order, one left out, one more, or a text without a source', () => {
    expect(shown([figure('a', 'x'), figure('b', 'y')], [placed('b', 'y'), placed('a', 'x')])).toEqual([])
    expect(shown([figure('a', 'x'), figure('b', 'y')], [placed('b', 'y')])).toEqual([])
    expect(shown([figure('a', 'x')], [placed('a', 'x'), placed('b', 'y')])).toEqual([])
    expect(runChecks([], context('vi', 'en'))).toEqual([])
  })
})
