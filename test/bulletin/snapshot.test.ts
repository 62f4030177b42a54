import { describe, expect, it } from 'vitest'
import type { Piece } from '#bulletin/edition'
import { editionSlug, snapshotOf } from '#bulletin/snapshot'
import type { EditionFile } from '#publication/edition'
import { snapshotDigest } from '#publication/release'
import { plainText, type Figure } from '#richtext'
import { digestOf } from '../builders'
import { editionIn, ENTRIES, ISSUE_ITEM, withPiece } from './issue-fixture'

const edition = await editionIn('vi')
const FILES: readonly EditionFile[] = [
  { kind: 'screen', digest: digestOf('pdf'), ext: 'pdf', mime: 'application/pdf', bytes: 1_900_000 },
]
const places = edition.sections
  .flatMap(({ pieces }) => pieces)
  .map(({ id }, index) => ({ entry: id, from: index + 3, to: index + 3 }))
const made = { pages: 16, places, files: FILES }
const snapshot = snapshotOf(edition, made)

const figure = (name: string): Figure => ({ digest: digestOf(name), alt: 'Hồ Xuân Hương', caption: '', credit: '' })
const pictureIn = (name: string) => ({ kind: 'figure', ...figure(name) }) as const
const OWN_PIECE: Piece = {
  id: '',
  slot: 'feature',
  item: null,
  digest: digestOf('piece'),
  title: 'Lịch hội chợ',
  summary: '',
  byline: '',
  topics: [],
  lead: null,
  body: [],
  photos: [],
}

describe('the snapshot of an edition', () => {
  it('is called by its issue', () => {
    const { title, slug, summary, byline, itemType, item, language, sourceLanguage, lead } = snapshot
    expect({ title, slug, summary, byline, itemType, item, language, sourceLanguage, lead }).toEqual({
      title: 'Bản tin Thông tin đối ngoại, số 3 (Quý III/2026)',
      slug: 'ban-tin-2026-q3',
      summary: 'Lâm Đồng và Nhật Bản: mùa hợp tác mới',
      byline: 'Sở Ngoại vụ tỉnh Lâm Đồng',
      itemType: 'edition',
      item: ISSUE_ITEM,
      language: 'vi',
      sourceLanguage: 'vi',
      lead: edition.cover,
    })
  })

  it('lists its contents for those who know no editions', () =>
    expect(plainText(snapshot.body)).toBe(
      edition.sections.map(({ name, pieces }) => `${name}\n\n${pieces.map(({ title }) => title).join('\n')}`).join('\n\n'),
    ))

  it('names the texts of the log by digest and keeps what is its own', () => {
    const entries = snapshot.edition?.sections.flatMap((section) => section.entries) ?? []
    const pieces = edition.sections.flatMap((section) => section.pieces)
    expect(entries.map(({ id, text, body, page }) => ({ id, text, own: body !== null, page }))).toEqual(
      pieces.map(({ id, item, digest }, index) => ({
        id,
        text: item === null ? null : { item, digest },
        own: item === null,
        page: index + 3,
      })),
    )
    const every = pieces.find(({ id }) => id === ENTRIES.every)
    expect(entries.find(({ id }) => id === ENTRIES.every)?.body).toEqual([
      { kind: 'figure', ...every?.lead },
      ...(every?.body ?? []),
    ])
  })

  it('keeps pages and files beside the contents', () => {
    const { sections: _, ...rest } = snapshot.edition ?? {}
    const { item: _item, language: _language, sections: _sections, media: _media, ...issue } = edition
    expect(rest).toEqual({ ...issue, pages: 16, files: FILES })
  })

  it('has the media of the issue itself, not those of the texts', () => {
    const text = { ...OWN_PIECE, id: 'text', item: 'item', lead: figure('text lead'), body: [pictureIn('text body')] }
    const own = {
      ...OWN_PIECE,
      id: 'own',
      lead: figure('own lead'),
      body: [pictureIn('own body')],
      photos: [figure('own photo')],
    }
    const { media } = snapshotOf(
      {
        ...edition,
        cover: figure('cover'),
        sections: [{ id: 's', name: 'S', pieces: [{ ...text, photos: [figure('place photo')] }, own] }],
        media: ['text lead', 'text body', 'place photo', 'own photo', 'own body', 'own lead', 'cover', 'none'].map((name) => ({
          digest: digestOf(name),
          renditions: [],
        })),
      },
      { ...made, places: ['text', 'own'].map((entry) => ({ entry, from: 2, to: 2 })) },
    )
    expect(media.map(({ digest }) => digest)).toEqual(
      ['place photo', 'own photo', 'own body', 'own lead', 'cover'].map((name) => digestOf(name)),
    )
  })

  it('changes with a comma', () => {
    const other = withPiece(edition, ENTRIES.foreword, (piece) => ({ ...piece, title: `${piece.title},` }))
    expect(snapshotDigest(snapshotOf(other, made))).not.toBe(snapshotDigest(snapshot))
    expect(snapshotDigest(snapshotOf(structuredClone(edition), made))).toBe(snapshotDigest(snapshot))
  })

  it('is none of an edition whose pages lack a piece', () =>
    expect(() => snapshotOf(edition, { ...made, places: places.slice(1) })).toThrow('request.invalid'))
})

describe('the address of an edition', () => {
  it('is in ASCII in every language', () =>
    expect((['vi', 'en', 'ja'] as const).map((language) => editionSlug({ language, year: 2026, quarter: 3 }))).toEqual([
      'ban-tin-2026-q3',
      'bulletin-2026-q3',
      'taigai-joho-kaiho-2026-q3',
    ]))
})
