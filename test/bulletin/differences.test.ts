import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentsDigest, differences, type Difference } from '#bulletin/differences'
import type { Edition, Piece } from '#bulletin/edition'
import type { Medium } from '#publication/release'
import type { Figure } from '#richtext'
import { digestOf } from '../builders'

const figure = (name: string, changes: Partial<Figure> = {}): Figure => ({
  digest: digestOf(name),
  alt: 'Đồi chè',
  caption: '',
  credit: '',
  ...changes,
})
const medium = (name: string): Medium => ({
  digest: digestOf(name),
  renditions: [
    { name: 'original', digest: digestOf(name), ext: 'jpg', mime: 'image/jpeg', bytes: 1000, width: 2400, height: 1600 },
  ],
})
const piece = (id: string, changes: Partial<Piece> = {}): Piece => ({
  id,
  slot: 'feature',
  item: `item-${id}`,
  digest: digestOf(`text ${id}`),
  title: `Bài ${id}`,
  summary: '',
  byline: 'Nguyễn Thị Hoa',
  topics: [],
  lead: figure(`lead ${id}`),
  body: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'Mùa này, giá cà phê tăng.', marks: [] }] }],
  photos: [],
  ...changes,
})
const OWN = piece('own', { item: null, slot: 'foreword', lead: null })
const EDITION: Edition = {
  item: '01JQ7P3R1NT0B4NT1NTTDN2026',
  language: 'vi',
  year: 2026,
  quarter: 3,
  numberInYear: 3,
  number: 17,
  date: '2026-09-30',
  name: 'Thông tin đối ngoại',
  theme: 'Mùa hợp tác mới',
  cover: figure('cover'),
  sections: [
    { id: 's1', name: 'Từ tòa soạn', pieces: [OWN] },
    { id: 's2', name: 'Đầu tư', pieces: [piece('a'), piece('b'), piece('c', { photos: [figure('p1'), figure('p2')] })] },
  ],
  errata: [],
  imprint: {
    issuer: 'Sở Ngoại vụ',
    licenceNumber: '12/GP-XBBT',
    licenceDate: '2026-01-15',
    licenceIssuer: 'Sở Văn hóa',
    printer: 'Công ty In',
    printRun: 500,
    frequency: '1 số/quý',
    personResponsible: 'Phan Thái Bình',
  },
  trim: { widthMm: 190, heightMm: 270 },
  media: ['cover', 'lead a', 'lead b', 'lead c', 'p1', 'p2'].map(medium),
}
const withPiece = (id: string, change: (piece: Piece) => Piece): Edition => ({
  ...EDITION,
  sections: EDITION.sections.map((section) => ({
    ...section,
    pieces: section.pieces.map((one) => (one.id === id ? change(one) : one)),
  })),
})
const inSections = (...ids: readonly (readonly string[])[]): Edition => {
  const all = EDITION.sections.flatMap(({ pieces }) => pieces)
  return {
    ...EDITION,
    sections: EDITION.sections.map((section, index) => ({
      ...section,
      pieces: (ids[index] ?? []).flatMap((id) => all.filter((one) => one.id === id)),
    })),
  }
}
const since = (after: Edition) => differences(EDITION, after)
const comma = (one: Piece): Piece => ({
  ...one,
  digest: digestOf('other'),
  body: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'Mùa này giá cà phê tăng.', marks: [] }] }],
})

describe('since the edition was frozen', () => {
  const rows: readonly (readonly [string, Edition, readonly Difference[]])[] = [
    ['nothing changed', structuredClone(EDITION), []],
    ['the media are listed in another order', { ...EDITION, media: EDITION.media.toReversed() }, []],
    ['a comma left a text', withPiece('a', comma), [{ kind: 'text', entry: 'a', what: 'body' }]],
    ['a comma left an own piece', withPiece('own', comma), [{ kind: 'piece', entry: 'own', what: 'body' }]],
    [
      'a text was released anew with another address',
      withPiece('a', (one) => ({ ...one, digest: digestOf('other') })),
      [{ kind: 'text', entry: 'a', what: 'digest' }],
    ],
    [
      'the lead picture was touched up',
      withPiece('b', (one) => ({ ...one, digest: digestOf('other'), lead: figure('retouched') })),
      [{ kind: 'picture', entry: 'b', what: digestOf('retouched') }],
    ],
    [
      'a photo of the place was touched up',
      withPiece('c', (one) => ({ ...one, photos: [figure('p1'), figure('retouched')] })),
      [{ kind: 'picture', entry: 'c', what: digestOf('retouched') }],
    ],
    [
      'a photo has another caption',
      withPiece('c', (one) => ({ ...one, photos: [figure('p1'), figure('p2', { caption: 'Chè Ô Long' })] })),
      [{ kind: 'photos', entry: 'c', what: 'photos' }],
    ],
    [
      'a photo went',
      withPiece('c', (one) => ({ ...one, photos: [figure('p1')] })),
      [{ kind: 'photos', entry: 'c', what: 'photos' }],
    ],
    [
      'a stored form of a picture was made anew',
      {
        ...EDITION,
        media: EDITION.media.map((one) =>
          one.digest === digestOf('lead a') ? { ...one, renditions: one.renditions.map((form) => ({ ...form, bytes: 1 })) } : one,
        ),
      },
      [{ kind: 'picture', entry: 'a', what: digestOf('lead a') }],
    ],
    [
      'a picture is listed that nothing shows',
      { ...EDITION, media: [...EDITION.media, medium('none')] },
      [{ kind: 'picture', entry: null, what: 'media' }],
    ],
    ['another cover was chosen', { ...EDITION, cover: figure('p1') }, [{ kind: 'cover', entry: null, what: 'cover' }]],
    ['one piece moved', inSections(['own'], ['c', 'a', 'b']), [{ kind: 'order', entry: 'c', what: 'place' }]],
    ['one piece moved on', inSections(['own', 'a'], ['b', 'c']), [{ kind: 'order', entry: 'a', what: 'section' }]],
    [
      'a piece is set as a brief',
      withPiece('a', (one) => ({ ...one, slot: 'brief' })),
      [{ kind: 'order', entry: 'a', what: 'slot' }],
    ],
    ['a piece was left out', inSections(['own'], ['a', 'c']), [{ kind: 'removed', entry: 'b', what: 'Bài b' }]],
    [
      'a section was renamed',
      { ...EDITION, sections: EDITION.sections.map((one) => (one.id === 's2' ? { ...one, name: 'Hợp tác' } : one)) },
      [{ kind: 'section', entry: null, what: 'Hợp tác' }],
    ],
    [
      'the licence was renewed and the printer changed',
      { ...EDITION, imprint: { ...EDITION.imprint, licenceNumber: '3/GP', licenceDate: '2026-09-01', printer: 'Nhà in' } },
      [
        { kind: 'imprint', entry: null, what: 'printer' },
        { kind: 'licence', entry: null, what: 'licenceNumber, licenceDate' },
      ],
    ],
    ['the theme was reworded', { ...EDITION, theme: 'Mùa mới' }, [{ kind: 'theme', entry: null, what: 'theme' }]],
    ['the day was moved', { ...EDITION, date: '2026-10-01' }, [{ kind: 'date', entry: null, what: 'date' }]],
    [
      'a correction was added',
      {
        ...EDITION,
        errata: [
          { title: 'Bài', issue: { year: 2026, quarter: 2, date: '2026-06-30' }, page: 2, wrong: '1.200 ha', right: '120 ha' },
        ],
      },
      [{ kind: 'errata', entry: null, what: 'errata' }],
    ],
    [
      'the trim size was changed',
      { ...EDITION, trim: { widthMm: 200, heightMm: 270 } },
      [{ kind: 'trim', entry: null, what: 'trim' }],
    ],
  ]
  it.each(rows)('%s', (_, after, expected) => expect(since(after)).toEqual(expected))

  it('a piece was taken in', () =>
    expect(differences(inSections(['own'], ['a', 'c']), EDITION)).toEqual([{ kind: 'added', entry: 'b', what: 'Bài b' }]))

  it('an empty section changed places', () => {
    const sections = [{ id: 's0', name: 'Lịch', pieces: [] }, ...EDITION.sections]
    expect(
      differences({ ...EDITION, sections }, { ...EDITION, sections: [...EDITION.sections, ...sections.slice(0, 1)] }),
    ).toEqual([{ kind: 'section', entry: null, what: 'Lịch' }])
  })
})

describe('differences and digest', () => {
  const few = fc.constantFrom('a', 'b')
  const figures = fc.record({ digest: few, alt: few, caption: fc.constant(''), credit: fc.constant('') })
  const pieces: fc.Arbitrary<Piece> = fc.record({
    // Ids may repeat: what nobody should plan must not go unseen either.
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    slot: fc.constantFrom('lead', 'brief'),
    item: fc.option(few),
    digest: few,
    title: few,
    summary: fc.constant(''),
    byline: fc.constant(''),
    topics: fc.subarray(['x']),
    lead: fc.option(figures),
    body: fc.array(
      fc.oneof(
        figures.map((one) => ({ kind: 'figure' as const, ...one })),
        fc.constant({ kind: 'rule' as const }),
      ),
      { maxLength: 2 },
    ),
    photos: fc.array(figures, { maxLength: 2 }),
  })
  const editions: fc.Arbitrary<Edition> = fc.record({
    item: few,
    language: fc.constantFrom('vi', 'ja'),
    year: fc.constantFrom(2025, 2026),
    quarter: fc.constantFrom(1, 2),
    numberInYear: fc.constantFrom(1, 2),
    number: fc.constantFrom(1, 2),
    date: few,
    name: few,
    theme: few,
    cover: fc.option(figures),
    sections: fc.array(fc.record({ id: few, name: few, pieces: fc.array(pieces, { maxLength: 4 }) }), { maxLength: 3 }),
    errata: fc.constant([]),
    imprint: fc.record({
      issuer: few,
      licenceNumber: few,
      licenceDate: few,
      licenceIssuer: few,
      printer: few,
      printRun: fc.constantFrom(1, 2),
      frequency: few,
      personResponsible: few,
    }),
    trim: fc.record({ widthMm: fc.constantFrom(1, 2), heightMm: fc.constant(1) }),
    media: fc.array(fc.record({ digest: few, renditions: fc.constant([]) }), { maxLength: 2 }),
  })
  /** Two editions that agree in most things, or in everything. */
  const pairs = fc
    .tuple(editions, editions, fc.subarray(Object.keys(EDITION) as (keyof Edition)[], { maxLength: 2 }))
    .map(
      ([before, other, fields]) =>
        [before, { ...before, ...Object.fromEntries(fields.map((field) => [field, other[field]])) }] as const,
    )

  it('agree whether anything changed', () =>
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        expect(differences(before, after).length === 0).toBe(contentsDigest(before) === contentsDigest(after))
      }),
      { numRuns: process.env.PROOF ? 20_000 : 500 },
    ))

  it('agree when entries only change places', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 3 }), (ids) => {
        const moved = since(inSections(['own'], ids))
        expect(moved.map(({ kind }) => kind)).toEqual(moved.map(() => 'order'))
        expect(moved.length === 0).toBe(ids.join('') === 'abc')
        expect(moved.length).toBeLessThanOrEqual(2)
      }),
    ))
})
