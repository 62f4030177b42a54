import { describe, expect, it } from 'vitest'
import { draftErrata } from '#bulletin/errata'
import type { PrintedText } from '#bulletin/errata'
import { digestOf, ITEM } from '../builders'

const PRINTED = digestOf('printed')
const LATER = digestOf('later')

const text = (since: PrintedText['since'] = [], changes: Partial<PrintedText> = {}): PrintedText => ({
  entry: 'e1',
  title: 'Xuất khẩu rau hoa đạt 33.000 tỷ đồng',
  page: 12,
  digest: PRINTED,
  since,
  ...changes,
})

const rectification = {
  kind: 'rectification',
  text: 'Cải chính số liệu xuất khẩu.',
  wrong: '33.000億ドン',
  right: '33兆ドン',
  publishedOn: '2026-09-30',
} as const

const withdrawal = { seq: 60, kind: 'withdrawal', snapshotDigest: null, note: null } as const
const slip = {
  seq: 61,
  kind: 'correction',
  snapshotDigest: LATER,
  note: { kind: 'slip', text: 'Sửa tên.', grade: 'typo' },
} as const
const rectified = { seq: 62, kind: 'correction', snapshotDigest: LATER, note: rectification } as const
const again = { seq: 63, kind: 'release', snapshotDigest: PRINTED, note: null } as const

const drafted = { entry: 'e1', language: 'ja', title: text().title, page: 12 } as const
const errataOf = (since: PrintedText['since']) => draftErrata(ITEM, [{ language: 'ja', texts: [text(since)] }]).errata

describe('errata', () => {
  it('of an issue that stands are none', () =>
    expect(draftErrata(ITEM, [{ language: 'ja', texts: [text()] }])).toEqual({ errata: [], reissue: [] }))
  it('of a text that was taken down are to be written', () =>
    expect(errataOf([slip, withdrawal])).toEqual([
      { ...drafted, id: `${ITEM}/ja/e1/60`, kind: 'withdrawn', wrong: '', right: '' },
    ]))
  it('of a rectification bring its words', () =>
    expect(errataOf([rectified])).toEqual([
      { ...drafted, id: `${ITEM}/ja/e1/62`, kind: 'corrected', wrong: '33.000億ドン', right: '33兆ドン' },
    ]))
  it('of two rectifications are two, and the slip between them needs no line of its own', () =>
    expect(errataOf([rectified, slip, { ...rectified, seq: 70 }]).map(({ id }) => id)).toEqual([
      `${ITEM}/ja/e1/62`,
      `${ITEM}/ja/e1/70`,
    ]))
  it('of our own slip are to be written', () =>
    expect(errataOf([slip])).toEqual([{ ...drafted, id: `${ITEM}/ja/e1/61`, kind: 'corrected', wrong: '', right: '' }]))
  it('of a text that came back as it was printed are none', () => expect(errataOf([withdrawal, again])).toEqual([]))

  it('flag the PDF of each language that says something wrong, with the places', () =>
    expect(
      draftErrata(ITEM, [
        {
          language: 'vi',
          texts: [text(), text([rectified, { ...rectified, seq: 70 }], { entry: 'e2' }), text([withdrawal], { entry: 'e3' })],
        },
        { language: 'en', texts: [text()] },
      ]).reissue,
    ).toEqual([{ language: 'vi', entries: ['e2', 'e3'] }]))
})
