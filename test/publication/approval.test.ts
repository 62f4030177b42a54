import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editVoids } from '#editorial/workflow'
import { GENESIS, nextRelease, snapshotDigest } from '#publication/release'
import type { Release, Snapshot, TextRelease } from '#publication/release'
import { canonical, sha256 } from '#publication/canonical'
import {
  approvals,
  approved,
  at,
  digestOf,
  following,
  logOf,
  PEOPLE,
  PICTURE,
  row,
  snapshot,
  toCorrect,
  toRelease,
  toWithdraw,
} from '../builders'

const RUNS = process.env.PROOF ? 10_000 : 500
const log = { head: { seq: 0, digest: GENESIS }, history: [], at: at(0) }
const code = (work: () => unknown): string => {
  try {
    work()
    return 'done'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

describe('the fingerprint', () => {
  it('is SHA-256 over RFC 8785', () => {
    expect(canonical({ b: 1e21, a: ['Đà Lạt', 'ダラット', '\u20ac'] })).toBe('{"a":["Đà Lạt","ダラット","€"],"b":1e+21}')
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })
  it('does not depend on the order in which a database gives fields back', () => {
    const text = snapshot()
    const turned = Object.fromEntries(Object.entries(text).reverse()) as Snapshot
    expect(snapshotDigest(turned)).toBe(snapshotDigest(text))
  })
  it('refuses what has no JSON form', () =>
    expect([code(() => canonical(undefined)), code(() => canonical({ a: Number.NaN }))]).not.toContain('done'))
})

// C02: what is approved is what goes out, to the character.
describe('a change after approval', () => {
  const text = snapshot('ja')
  const bound = approvals(text)
  const changes: readonly (readonly [string, Partial<Snapshot>])[] = [
    ['a comma in the title', { title: text.title.replace('、', '，') }],
    ['a letter in the summary', { summary: `${text.summary} ` }],
    ['the by-line', { byline: 'グエン・ティ・ホア/佐藤' }],
    ['the address', { slug: 'cau-dat-coffee' }],
    ['the class', { class: 'official' }],
    ['the sovereignty flag', { sovereignty: true }],
    ['a topic', { topics: [] }],
    ['a topic’s name', { topics: [{ id: 'xuc-tien-dau-tu', name: '投資誘致' }] }],
    ['a place', { places: ['ダラット'] }],
    ['an alt text', { lead: { ...text.lead!, alt: 'コーヒーを摘む人' } }],
    ['a caption', { lead: { ...text.lead!, caption: '標高1,500メートルのアラビカ種。' } }],
    ['a credit', { lead: { ...text.lead!, credit: 'ヴァンバウ' } }],
    ['no lead picture', { lead: null }],
    ['another picture under the same words', { lead: { ...text.lead!, digest: digestOf('tea') } }],
    [
      'the bytes of one stored form',
      {
        media: [
          { ...PICTURE, renditions: PICTURE.renditions.map((form) => ({ ...form, digest: digestOf(`${form.name} other`) })) },
        ],
      },
    ],
    ['a reading above a word', { body: [{ kind: 'paragraph', children: [{ kind: 'ruby', base: '珈琲', reading: 'カフェ' }] }] }],
  ]
  it.each(changes)('of %s voids it, and the log refuses the text', (_, change) => {
    const edited = { ...text, ...change }
    expect(editVoids(approved(row(), { digest: snapshotDigest(text) }), snapshotDigest(edited)).approval).toBeNull()
    expect(code(() => nextRelease({ ...toRelease(edited), approvals: bound } as never, log))).toBe('approve.void')
  })

  it('of the Unicode form alone voids it', () => {
    const vietnamese = snapshot('vi')
    const decomposed = { ...vietnamese, title: vietnamese.title.normalize('NFD') }
    expect(decomposed.title).not.toBe(vietnamese.title)
    expect(snapshotDigest(decomposed)).not.toBe(snapshotDigest(vietnamese))
  })

  it(`of any one value anywhere voids it (${RUNS} changes)`, () => {
    const places = pathsOf(text)
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom('\u0301', ' ', 'x', 'の'), (path, extra) => {
        const edited = changedAt(text, path, extra)
        expect(snapshotDigest(edited)).not.toBe(snapshotDigest(text))
      }),
      { numRuns: RUNS },
    )
  })
})

describe('the log’s own wall', () => {
  const sovereign = snapshot('vi', { sovereignty: true })
  const [first, second] = approvals(sovereign)
  const appended = (given: readonly unknown[]) =>
    code(() => nextRelease({ ...toRelease(sovereign), approvals: given } as never, log))
  it('takes no text without an approval', () =>
    expect(code(() => nextRelease({ ...toRelease(), approvals: [] } as never, log))).toBe('approve.void'))
  it('takes no second signature for a first', () => expect(appended([second])).toBe('approve.void'))
  it('asks two of a sovereignty text', () =>
    expect([appended([first]), appended([first, second])]).toEqual(['approve.secondMissing', 'done']))
  it('asks two people, not two roles', () =>
    expect(appended([first, { ...second, by: PEOPLE.chief.id }])).toBe('approve.secondSame'))
  it('takes no text of another item or language', () =>
    expect(code(() => nextRelease({ ...toRelease(snapshot('en')), language: 'ja' } as never, log))).toBe('request.invalid'))

  const history = logOf(toRelease())
  const behind = { head: { seq: 1, digest: history[0]!.digest }, history, at: at(5) }
  it('releases what is not live, corrects and withdraws what is', () =>
    expect([
      code(() => nextRelease(toRelease(), behind)),
      code(() => nextRelease(toCorrect(snapshot()), behind)),
      code(() => nextRelease(toCorrect(snapshot('vi', { title: 'Cà phê Cầu Đất tới Nhật Bản' })), behind)),
      code(() => nextRelease(toCorrect(snapshot('vi', { title: 'Khác' })), log)),
      code(() => nextRelease(toWithdraw(), behind)),
      code(() => nextRelease(toWithdraw(), log)),
      code(() => nextRelease(toWithdraw(snapshot(), '  '), behind)),
    ]).toEqual(['move.live', 'correct.unchanged', 'done', 'move.notLive', 'done', 'move.notLive', 'move.reasonMissing']))

  it('lets the same words of a translation be said again of a newer source only, also of one that came back unchanged', () => {
    const vi = logOf(toRelease(), toWithdraw(), toRelease())
    const [first, , back] = vi as readonly [TextRelease, Release, TextRelease]
    const en = logOf(toRelease(), following(toRelease(snapshot('en')), first)).slice(1)
    const said = (source: TextRelease) =>
      code(() =>
        nextRelease(following(toCorrect(snapshot('en')), source), {
          head: { seq: 4, digest: digestOf('head') },
          history: en,
          at: at(5),
        }),
      )
    expect(back.snapshotDigest).toBe(first.snapshotDigest)
    expect([said(first), said(back)]).toEqual(['correct.unchanged', 'done'])
  })
})

type Path = readonly (string | number)[]
const pathsOf = (value: unknown, path: Path = []): readonly Path[] =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]))
    : [path]

const changedAt = (value: unknown, [key, ...rest]: Path, extra: string): never => {
  if (key === undefined)
    return (
      typeof value === 'number' ? value + extra.length : typeof value === 'boolean' ? !value : `${String(value)}${extra}`
    ) as never
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ;(copy as Record<string | number, unknown>)[key] = changedAt((value as Record<string | number, unknown>)[key], rest, extra)
  return copy as never
}
