import { generateKeyPairSync } from 'node:crypto'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonical, sha256 } from '#publication/canonical'
import { signHead, type SignedHead } from '#publication/chain'
import { recordOf, seal, type Release } from '#publication/release'
import { databases } from '../lib/databases'
import { openTestNewsroom, type TestNewsroom, type TestPerson } from '../lib/newsroom'

/** C06, in the database itself: whoever gets past triggers and accounts still leaves a trace that `verify-log` names. */
describe.each(databases())('a log that was touched on $name', ({ open }) => {
  let room: TestNewsroom
  let raw: Raw
  let heads: readonly SignedHead[]
  let original: readonly Row[]
  const { privateKey } = generateKeyPairSync('ed25519')

  beforeAll(async () => {
    room = await openTestNewsroom(await open())
    const desk = await room.office('toa-soan')
    const reporter = await room.hire('Nguyễn Hoài Thu', ['reporter'], { desk })
    const chief = await room.hire('Lê Quang Vinh', ['chief'], { desk, skills: { vi: ['approve'] } })
    for (let n = 1; n <= 8; n += 1) await publish(room, reporter, chief, `Tin thứ ${n}`, n % 3 === 0)
    raw = await rawReleases(room.payload)
    original = await raw.all()
    const head = signHead('releases', original, { key: privateKey, at: new Date().toISOString() })
    heads = head ? [head] : []
  })
  afterAll(() => room.stop())

  const verdict = async () => {
    const { verify } = await import('../../src/cms/chains')
    return verify(room.payload, 'releases', heads, privateKey)
  }
  const releaseOf = ({ record, digest }: Row): Release => ({ ...JSON.parse(record), digest }) as Release
  /** A chain made anew from row `from` on, as somebody with all the code would make it. */
  const rewritten = (from: number, change: (release: Release) => Release): readonly Row[] => {
    let prev = original[from - 2]?.digest ?? '0'.repeat(64)
    return original.map((row) => {
      if (row.seq < from) return row
      const changed = row.seq === from ? change(releaseOf(row)) : releaseOf(row)
      const sealed = seal({ ...recordOf(changed), prevDigest: prev })
      prev = sealed.digest
      return { ...row, record: canonical(recordOf(sealed)), digest: sealed.digest, prevDigest: sealed.prevDigest }
    })
  }

  it('is whole before anybody touches it', async () => expect(await verdict()).toMatchObject({ ok: true, seq: original.length }))

  const edits: readonly (readonly [string, (rows: readonly Row[]) => readonly Row[], number])[] = [
    ['a word of a text', (rows) => swap(rows, 3, (row) => ({ ...row, record: row.record.replace('Tin thứ', 'Tin sai') })), 3],
    [
      'a word and its digest',
      (rows) =>
        swap(rows, 3, (row) => ({
          ...row,
          record: row.record.replace('Tin thứ', 'Tin sai'),
          digest: sha256(row.record.replace('Tin thứ', 'Tin sai')),
        })),
      3,
    ],
    ['a digest alone', (rows) => swap(rows, 5, (row) => ({ ...row, digest: '0'.repeat(64) })), 5],
    ['a link alone', (rows) => swap(rows, 4, (row) => ({ ...row, prevDigest: '1'.repeat(64) })), 4],
    [
      'a column beside the record',
      (rows) => swap(rows, 2, (row) => ({ ...row, kind: row.kind === 'release' ? 'withdrawal' : 'release' })),
      2,
    ],
    ['a version column', (rows) => swap(rows, 2, (row) => ({ ...row, version: 9 })), 2],
    ['a row taken out', (rows) => rows.filter(({ seq }) => seq !== 4), 4],
    ['the first row taken out', (rows) => rows.filter(({ seq }) => seq !== 1), 1],
    [
      'two rows in each other’s place',
      (rows) =>
        swap(
          swap(rows, 2, (row) => ({ ...row, ...contentsOf(original[2]!) })),
          3,
          (row) => ({ ...row, ...contentsOf(original[1]!) }),
        ),
      2,
    ],
    ['the tail cut', (rows) => rows.slice(0, -2), 9],
    ['everything but the first cut', (rows) => rows.slice(0, 1), 2],
    ['the whole chain made anew', () => rewritten(1, (release) => ({ ...release, by: { id: 'x', name: 'Người khác' } })), 1],
    [
      'the chain made anew from the middle',
      () => rewritten(5, (release) => ({ ...release, at: '2020-01-01T00:00:00.000Z', firstAt: '2020-01-01T00:00:00.000Z' })),
      5,
    ],
    ['no byte of JSON left', (rows) => swap(rows, 6, (row) => ({ ...row, record: '' })), 6],
  ]
  it.each(edits)('tells the number: %s', async (_, edit, firstBad) => {
    await raw.replace(edit(original))
    expect(await verdict()).toMatchObject({ ok: false, firstBad })
    await raw.replace(original)
    expect(await verdict()).toMatchObject({ ok: true })
  })
})

type Row = {
  readonly seq: number
  readonly item: string
  readonly itemType: string
  readonly language: string
  readonly version: number
  readonly kind: string
  readonly at: string
  readonly record: string
  readonly digest: string
  readonly prevDigest: string
}
type Raw = { readonly all: () => Promise<readonly Row[]>; readonly replace: (rows: readonly Row[]) => Promise<void> }

const swap = (rows: readonly Row[], seq: number, change: (row: Row) => Row): readonly Row[] =>
  rows.map((row) => (row.seq === seq ? change(row) : row))
const contentsOf = ({ item, itemType, language, version, kind, at, record, digest, prevDigest }: Row) => ({
  item,
  itemType,
  language,
  version,
  kind,
  at,
  record,
  digest,
  prevDigest,
})

const publish = async (
  room: TestNewsroom,
  reporter: TestPerson,
  chief: TestPerson,
  title: string,
  withdraw: boolean,
): Promise<void> => {
  const article = (await room.write(reporter, { title })).body.article.id as string
  await room.verb(reporter, article, 'submit', { noSecrets: true })
  await room.verb(chief, article, 'approve')
  await room.verb(chief, article, 'release')
  if (withdraw) await room.verb(chief, article, 'withdraw', { reason: 'Sai.' })
}

/** The table below every rule of ours: triggers off, the driver's own words. */
const rawReleases = async (payload: Payload): Promise<Raw> => {
  const all = async () =>
    (
      (await payload.db.find<Row & { id: string }>({ collection: 'releases', sort: 'seq', limit: 0, pagination: false }))
        .docs as readonly Row[]
    ).map((row) => ({ seq: row.seq, ...contentsOf(row) }))
  if (payload.db.name === 'mongoose') {
    const { connection } = payload.db as unknown as {
      connection: {
        collection: (name: string) => {
          deleteMany: (query: object) => Promise<unknown>
          insertMany: (rows: object[]) => Promise<unknown>
        }
      }
    }
    const table = connection.collection('releases')
    return {
      all,
      replace: async (rows) => {
        await table.deleteMany({})
        await table.insertMany(rows.map((row) => ({ ...row })))
      },
    }
  }
  const { client } = payload.db as unknown as {
    client: { execute: (sql: string | { sql: string; args: unknown[] }) => Promise<unknown> }
  }
  for (const trigger of ['update', 'delete', 'insert']) await client.execute(`DROP TRIGGER IF EXISTS "releases_keep_${trigger}"`)
  return {
    all,
    replace: async (rows) => {
      await client.execute('DELETE FROM releases')
      for (const row of rows)
        await client.execute({
          sql: 'INSERT INTO releases (id, seq, item, item_type, language, version, kind, at, record, digest, prev_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
          args: [
            `row-${row.seq}`,
            row.seq,
            row.item,
            row.itemType,
            row.language,
            row.version,
            row.kind,
            row.at,
            row.record,
            row.digest,
            row.prevDigest,
          ],
        })
    },
  }
}
