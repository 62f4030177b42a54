import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonical, sha256 } from '#publication/canonical'
import { checkHead, eventRow, keyName, releaseRow, signHead, stored, verifyChain } from '#publication/chain'
import type { ChainRow, SignedHead, StoredRelease, Verdict } from '#publication/chain'
import { sealEvent } from '#publication/events'
import type { EventRecord } from '#publication/events'
import { GENESIS, nextRelease } from '#publication/release'
import type { Release } from '#publication/release'
import { at, digestOf, snapshot, toCorrect, toRelease, toWithdraw } from '../builders'

const ROWS = process.env.PROOF ? 50_000 : 300
const keys = generateKeyPairSync('ed25519')
const strangers = generateKeyPairSync('ed25519')

/** Every item is released, corrected, withdrawn and released again in turn. */
const build = (count: number): StoredRelease[] => {
  const rows: StoredRelease[] = []
  const histories = new Map<string, Release[]>()
  let head = { seq: 0, digest: GENESIS }
  for (let index = 0; index < count; index++) {
    const item = `01JQ5Z3W8N6R4T2V0X9Y7B${String(Math.floor(index / 4)).padStart(4, '0')}`
    const text = snapshot((['vi', 'en', 'ja'] as const)[Math.floor(index / 4) % 3], { item, byline: `Bản ${index}` })
    const history = histories.get(item) ?? []
    const request = [toRelease, toCorrect, toWithdraw, toRelease][index % 4]!(text)
    const release = nextRelease(request, { head, history, at: at(index) })
    histories.set(item, [...history, release])
    head = { seq: release.seq, digest: release.digest }
    rows.push(stored(release))
  }
  return rows
}
const whole = build(ROWS)

/** Signed every third of the way, as by a nightly command: each head marks what came since the one before. */
const signedAt = [Math.floor(ROWS / 3), Math.floor((2 * ROWS) / 3), ROWS]
const heads = signedAt.map(
  (seq, index) =>
    signHead('releases', whole.slice(signedAt[index - 1] ?? 0, seq), { key: keys.privateKey, at: at(seq) }) as SignedHead,
)

const judged = (rows: readonly StoredRelease[], proof: { readonly heads?: readonly SignedHead[] } = { heads }): Verdict =>
  verifyChain('releases', rows.map(releaseRow), { ...proof, key: keys.publicKey })
const firstBad = (verdict: Verdict) => (verdict.ok ? 'ok' : verdict.firstBad)

const edit = (rows: readonly StoredRelease[], seq: number, change: (row: StoredRelease) => StoredRelease) =>
  rows.map((row) => (row.seq === seq ? change(row) : row))
const inRecord = (row: StoredRelease, change: (record: Record<string, unknown>) => Record<string, unknown>): StoredRelease => ({
  ...row,
  record: canonical(change(JSON.parse(row.record) as Record<string, unknown>)),
})
const resealed = (row: StoredRelease): StoredRelease => ({ ...row, digest: sha256(row.record) })

/** Rewrites everything from `seq` on so that the chain is good again: what only a signature can show. */
const rewritten = (seq: number, change: (record: Record<string, unknown>) => Record<string, unknown>): StoredRelease[] => {
  const rows = whole.slice(0, seq - 1)
  let previous = rows.at(-1)?.digest ?? GENESIS
  for (const row of whole.slice(seq - 1)) {
    const next = resealed({
      ...inRecord(row, (record) => ({ ...(row.seq === seq ? change(record) : record), prevDigest: previous })),
      prevDigest: previous,
    })
    rows.push(next)
    previous = next.digest
  }
  return rows
}

const MIDDLE = 4 * Math.floor(ROWS / 8) + 1 // a `release`
const fields = ['item', 'itemType', 'language', 'version', 'kind', 'at', 'digest', 'prevDigest', 'record'] as const
const other: Readonly<Record<(typeof fields)[number], unknown>> = {
  item: '01JQ00000000000000000000ZZ',
  itemType: 'video',
  language: 'ko',
  version: 99,
  kind: 'withdrawal',
  at: '2020-01-01T00:00:00.000Z',
  digest: digestOf('forged'),
  prevDigest: digestOf('forged'),
  record: '{}',
}
const parts: Readonly<Record<string, (record: Record<string, unknown>) => Record<string, unknown>>> = {
  title: (record) => ({ ...record, snapshot: { ...(record.snapshot as object), title: 'Tít khác' } }),
  body: (record) => ({ ...record, snapshot: { ...(record.snapshot as object), body: [] } }),
  media: (record) => ({ ...record, snapshot: { ...(record.snapshot as object), media: [] } }),
  snapshotDigest: (record) => ({ ...record, snapshotDigest: digestOf('forged') }),
  approver: (record) => ({ ...record, approvals: [{ ...(record.approvals as object[])[0], by: 'hoa' }] }),
  approvals: (record) => ({ ...record, approvals: [] }),
  waiver: (record) => ({
    ...record,
    approvals: [{ ...(record.approvals as object[])[0], waivers: [{ finding: 'x', kind: 'number', reason: 'x', facts: {} }] }],
  }),
  by: (record) => ({ ...record, by: { id: 'hoa', name: 'Nguyễn Thị Hoa' } }),
  at: (record) => ({ ...record, at: '2020-01-01T00:00:00.000Z' }),
  firstAt: (record) => ({ ...record, firstAt: '2020-01-01T00:00:00.000Z' }),
  version: (record) => ({ ...record, version: 7 }),
  seq: (record) => ({ ...record, seq: 7_000_000 }),
}

/** Name, what is done, and the first bad number. */
type Tampering = readonly [string, () => readonly StoredRelease[], number]
const TAMPERINGS: readonly Tampering[] = [
  // One column beside the record.
  ...fields.map((field): Tampering => [
    `the column ${field} is changed`,
    () => edit(whole, MIDDLE, (row) => ({ ...row, [field]: other[field] })),
    MIDDLE,
  ]),
  // Something in the record, nothing else.
  ...Object.entries(parts).map(([name, change]): Tampering => [
    `the record’s ${name} is changed`,
    () => edit(whole, MIDDLE, (row) => inRecord(row, change)),
    MIDDLE,
  ]),
  // The same, the row sealed anew: the chain breaks behind it, the mark shows the row itself.
  ...Object.entries(parts).map(([name, change]): Tampering => [
    `the record’s ${name} is changed and sealed`,
    () => edit(whole, MIDDLE, (row) => resealed(inRecord(row, change))),
    MIDDLE,
  ]),
  // The same, everything behind it rewritten as well.
  ...Object.entries(parts).map(([name, change]): Tampering => [
    `the record’s ${name} is changed and the chain rewritten`,
    () => rewritten(MIDDLE, change),
    MIDDLE,
  ]),
  ['a row is deleted', () => whole.filter(({ seq }) => seq !== MIDDLE), MIDDLE],
  ['the first row is deleted', () => whole.slice(1), 1],
  ['the last row is deleted', () => whole.slice(0, -1), ROWS],
  ['the tail is cut', () => whole.slice(0, MIDDLE - 1), MIDDLE],
  ['everything is deleted', () => [], 1],
  [
    'two rows are swapped',
    () => [...whole.slice(0, MIDDLE - 1), whole[MIDDLE]!, whole[MIDDLE - 1]!, ...whole.slice(MIDDLE + 1)],
    MIDDLE,
  ],
  [
    'two rows swap their contents',
    () =>
      edit(
        edit(whole, MIDDLE, (row) => ({ ...whole[MIDDLE]!, seq: row.seq })),
        MIDDLE + 1,
        (row) => ({ ...whole[MIDDLE - 1]!, seq: row.seq }),
      ),
    MIDDLE,
  ],
  ['a row is there twice', () => [...whole.slice(0, MIDDLE), whole[MIDDLE - 1]!, ...whole.slice(MIDDLE)], MIDDLE + 1],
  [
    'a row is put in between',
    () => [
      ...whole.slice(0, MIDDLE - 1),
      { ...whole[0]!, seq: MIDDLE },
      ...whole.slice(MIDDLE - 1).map((row) => ({ ...row, seq: row.seq + 1 })),
    ],
    MIDDLE,
  ],
  ['rows are renumbered behind a gap', () => whole.map((row) => (row.seq < MIDDLE ? row : { ...row, seq: row.seq + 1 })), MIDDLE],
  [
    'the record is written with other spacing',
    () => edit(whole, MIDDLE, (row) => ({ ...row, record: JSON.stringify(JSON.parse(row.record), null, 1) })),
    MIDDLE,
  ],
  [
    'the record is written with other spacing and sealed',
    () => edit(whole, MIDDLE, (row) => resealed({ ...row, record: JSON.stringify(JSON.parse(row.record), null, 1) })),
    MIDDLE,
  ],
  ['the record is no JSON', () => edit(whole, MIDDLE, (row) => resealed({ ...row, record: 'x' })), MIDDLE],
  [
    'a property is added to the record',
    () => edit(whole, MIDDLE, (row) => resealed(inRecord(row, (record) => ({ ...record, note: 'x' })))),
    MIDDLE,
  ],
  ['the first row is rewritten with everything behind it', () => rewritten(1, parts.title!), 1],
  ['the last row is rewritten', () => rewritten(ROWS, (record) => ({ ...record, by: { id: 'x', name: 'x' } })), ROWS],
  [
    'a text is slipped in at the end of what was signed',
    () => rewritten(signedAt[0]!, (record) => ({ ...record, by: { id: 'x', name: 'x' } })),
    signedAt[0]!,
  ],
]

describe(`a log of ${ROWS} releases`, () => {
  it('is whole as it was written, in time', { timeout: 60_000 }, () => {
    const started = process.cpuUsage()
    expect(judged(whole)).toEqual({ ok: true, seq: ROWS, digest: whole.at(-1)?.digest })
    // C06 asks for 50,000 rows in 10 s.
    const { user, system } = process.cpuUsage(started)
    expect(user + system).toBeLessThan(10_000_000)
  })
  it('may have grown since the last signature', () =>
    expect(judged(whole, { heads: heads.slice(0, 2) })).toMatchObject({ ok: true, seq: ROWS }))

  // C06
  it(`is tampered with in ${TAMPERINGS.length} ways`, () => expect(TAMPERINGS.length).toBeGreaterThanOrEqual(60))
  it.each(TAMPERINGS)('shows where: %s', { timeout: 60_000 }, (_, rows, seq) => expect(firstBad(judged(rows()))).toBe(seq))

  it('without a signed head shows what breaks the chain, and not what was cut or rewritten', { timeout: 600_000 }, () => {
    const unseen = TAMPERINGS.filter(([, rows]) => judged(rows(), {}).ok).map(([name]) => name)
    expect(unseen).toEqual([
      'the record’s approver is changed and the chain rewritten',
      'the record’s waiver is changed and the chain rewritten',
      'the record’s by is changed and the chain rewritten',
      'the last row is deleted',
      'the tail is cut',
      'everything is deleted',
      'the last row is rewritten',
      'a text is slipped in at the end of what was signed',
    ])
  })
})

describe('a signed head', () => {
  const head = heads[1]!
  it('is checked with the public key', () =>
    expect([checkHead(head, keys.publicKey), checkHead(head, strangers.publicKey)]).toEqual([true, false]))
  it.each([
    ['another digest', { digest: digestOf('forged') }],
    ['another number', { seq: head.seq - 1 }],
    ['other marks', { marks: head.marks.replace(/^./, (first) => (first === '0' ? '1' : '0')) }],
    ['another time', { at: at(1) }],
    ['another chain', { chain: 'events' as const }],
  ])('with %s is forged', (_, change) => expect(checkHead({ ...head, ...change }, keys.publicKey)).toBe(false))
  it('that is forged is said, not believed', () => {
    const forged = { ...head, digest: digestOf('forged') }
    expect(judged(whole, { heads: [forged] })).toEqual({
      ok: false,
      firstBad: head.seq,
      why: 'signature',
      facts: { at: head.at },
    })
  })
  it('is not believed without a key', () => expect(verifyChain('releases', whole.map(releaseRow), { heads }).ok).toBe(false))
  it('of an empty log is none', () => expect(signHead('releases', [], { key: keys.privateKey, at: at(0) })).toBeNull())
  it('names its key', () => expect(keyName(keys.privateKey)).toBe(keyName(keys.publicKey)))
})

describe('the chain of events', () => {
  const events = (): ChainRow[] => {
    const rows: ChainRow[] = []
    for (let n = 1; n <= 20; n++) {
      const record: EventRecord = {
        n,
        at: at(n),
        verb: n % 2 ? 'save' : 'submit',
        who: 'hoa',
        what: 'article-vi',
        from: 'draft',
        to: 'review',
        reason: null,
        digest: digestOf(`text ${n}`),
        key: null,
        facts: { item: '01', language: 'vi' },
        prevDigest: rows.at(-1)?.digest ?? GENESIS,
      }
      rows.push(eventRow({ ...record, ...sealEvent(record) }))
    }
    return rows
  }
  it('is checked in the same way', () => expect(verifyChain('events', events())).toMatchObject({ ok: true, seq: 20 }))
  it('shows another name under a move', () =>
    expect(
      verifyChain(
        'events',
        events().map((row) => (row.seq === 7 ? { ...row, columns: { ...row.columns, who: 'dung' } } : row)),
      ),
    ).toMatchObject({ firstBad: 7, why: 'columns', facts: { column: 'who' } }))
  it('shows a missing move', () =>
    expect(
      verifyChain(
        'events',
        events().filter(({ seq }) => seq !== 12),
      ),
    ).toMatchObject({ firstBad: 12, why: 'gap' }))
})
