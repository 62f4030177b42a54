import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { contentsDigest } from '#bulletin/differences'
import type { Edition, Piece } from '#bulletin/edition'
import { bagIt, type Bag } from '#bulletin/package'
import { canonical } from '#publication/canonical'
import type { EditionFile } from '#publication/edition'
import { digestOf } from '../builders'
import { editionIn, ENTRIES, ISSUE_ITEM } from './issue-fixture'

const edition = await editionIn('vi')
const file = (kind: EditionFile['kind'], ext: EditionFile['ext']): EditionFile => ({
  kind,
  digest: digestOf(kind),
  ext,
  mime: 'application/octet-stream',
  bytes: 1,
})
const bag: Bag = {
  edition,
  files: [file('screen', 'pdf'), file('press', 'pdf'), file('epub', 'epub'), file('plain', 'txt'), file('package', 'zip')],
  bytesOf: (name) => strToU8(`bytes of ${name}`),
  log: { seq: 17, version: 1, at: '2026-09-30T02:00:00.000Z', approvals: [] },
  date: '2026-10-01',
}
const unpacked = (of: Bag): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bagIt(of))).map(([name, bytes]) => [name, strFromU8(bytes)]))
const withPieces = (...pieces: readonly Piece[]): Edition => ({ ...edition, sections: [{ id: 's', name: 'S', pieces }] })
const PIECE = edition.sections[0]!.pieces[0]!

describe('the package for the archive', () => {
  const files = unpacked(bag)
  const inBag = (name: string) => files[`ban-tin-2026-q3/${name}`] ?? ''

  it('is one folder with the files, texts, pictures, digests and facts of the log', () => {
    const names = Object.keys(files)
    expect(names.filter((name) => !name.startsWith('ban-tin-2026-q3/'))).toEqual([])
    expect(names.map((name) => name.slice('ban-tin-2026-q3/'.length))).toEqual([
      'bagit.txt',
      'bag-info.txt',
      'manifest-sha256.txt',
      'tagmanifest-sha256.txt',
      ...[
        'data/digests.json',
        'data/edition.epub',
        'data/edition.txt',
        ...edition.media.map(({ renditions }) => `data/images/${renditions[0]?.digest}.${renditions[0]?.ext}`).sort(),
        'data/log.json',
        'data/press.pdf',
        'data/screen.pdf',
        ...Object.values(ENTRIES).flatMap((id) => [`data/texts/${id}.json`, `data/texts/${id}.txt`]),
      ],
    ])
  })

  it('says what it is', () => {
    const payload = Object.entries(files).filter(([name]) => name.includes('/data/'))
    const bytes = payload.reduce((sum, [, text]) => sum + strToU8(text).length, 0)
    expect(inBag('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    expect(inBag('bag-info.txt')).toBe(
      [
        'Source-Organization: Sở Ngoại vụ tỉnh Lâm Đồng',
        'External-Description: Bản tin Thông tin đối ngoại, số 3 (Quý III/2026)',
        `External-Identifier: tag:lamdong.gov.vn,2017:ttdn:${ISSUE_ITEM}:vi`,
        'Bagging-Date: 2026-10-01',
        `Payload-Oxum: ${bytes}.${payload.length}`,
        '',
      ].join('\n'),
    )
  })

  it.each([
    ['manifest-sha256.txt', (name: string) => name.startsWith('data/')],
    ['tagmanifest-sha256.txt', (name: string) => !name.startsWith('data/') && !name.startsWith('tagmanifest')],
  ])('has the digest of every file in %s', (manifest, isListed) => {
    const lines = inBag(manifest).trimEnd().split('\n')
    const names = Object.keys(files).map((name) => name.slice('ban-tin-2026-q3/'.length))
    expect(lines).toEqual(
      names.filter(isListed).map((name) => `${createHash('sha256').update(inBag(name)).digest('hex')}  ${name}`),
    )
  })

  it('keeps each text whole and readable, and the order with digests', () => {
    expect(inBag(`data/texts/${ENTRIES.foreword}.json`)).toBe(`${canonical(PIECE)}\n`)
    expect(inBag(`data/texts/${ENTRIES.foreword}.txt`)).toMatch(/^Thư tòa soạn\n\nBan Biên tập\n\nKính thưa quý bạn đọc/)
    const digests = JSON.parse(inBag('data/digests.json')) as { readonly contents: string; readonly order: readonly unknown[] }
    expect(digests.contents).toBe(contentsDigest(edition))
    expect(digests.order[0]).toEqual({
      section: edition.sections[0]?.id,
      entry: ENTRIES.foreword,
      item: null,
      digest: PIECE.digest,
      file: `texts/${ENTRIES.foreword}.json`,
    })
    expect(JSON.parse(inBag('data/log.json'))).toEqual(bag.log)
  })

  it('is the same for the same input, byte by byte', () =>
    expect(bagIt({ ...bag, edition: structuredClone(edition) })).toEqual(bagIt(bag)))

  it('takes no name from an entry that could lead elsewhere or meet another', () => {
    const ids = ['../../etc/passwd', 'CON', 'entry-1', 'Đà Lạt', 'a', 'A', '', 'x'.repeat(300), 'a.json', '.hidden', 'a/b']
    const names = Object.keys(unpacked({ ...bag, edition: withPieces(...ids.map((id) => ({ ...PIECE, id }))) }))
      .filter((name) => name.includes('/texts/') && name.endsWith('.json'))
      .map((name) => name.slice('ban-tin-2026-q3/data/texts/'.length, -'.json'.length))
    expect(names).toEqual([
      'A-2',
      'a',
      'entry-1-2',
      'entry-1',
      'entry-10',
      'entry-11',
      'entry-2',
      'entry-4',
      'entry-7',
      'entry-8',
      'entry-9',
    ])
  })

  it('lets no name of an office begin a line of its own', () => {
    const imprint = { ...edition.imprint, issuer: 'Sở\r\nPayload-Oxum: 0.0' }
    expect(unpacked({ ...bag, edition: { ...edition, imprint } })['ban-tin-2026-q3/bag-info.txt']?.split('\n')[0]).toBe(
      'Source-Organization: Sở Payload-Oxum: 0.0',
    )
  })
})
