import { describe, expect, it } from 'vitest'
import { webhookSender } from '#delivery/channels/webhook'
import { bytesOf, messageOf } from '#delivery/message'
import type { Release, Snapshot } from '#publication/release'
import { readMessage } from '#sandbox/message'
import { COFFEE, MEDIA, SECRETS, startSandbox } from './builders'

/** What the newsroom really sends, read by the receiver that outlets copy. */
const HARVEST = 'd'.repeat(64)
const snapshot: Snapshot = {
  schema: 1,
  item: COFFEE,
  itemType: 'article',
  language: 'vi',
  sourceLanguage: 'vi',
  slug: 'mua-chin-o-cau-dat',
  title: 'Mùa chín ở Cầu Đất',
  summary: 'Một hợp tác xã ký cung ứng 54 tấn cà phê nhân xanh cho một nhà rang ở Osaka.',
  byline: 'Hoài Thu',
  class: 'promotional',
  sovereignty: false,
  topics: [{ id: 'coffee', name: 'Cà phê' }],
  places: ['Cầu Đất'],
  lead: { digest: HARVEST, alt: 'Cành cà phê chín đỏ', caption: 'Cà phê Cầu Đất vào vụ chín.', credit: 'Ảnh: Hoài Thu' },
  body: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'Cầu Đất vào vụ thu hoạch từ tháng 10.', marks: [] }] }],
  media: [
    {
      digest: HARVEST,
      renditions: [
        { name: 'original', digest: HARVEST, ext: 'jpg', mime: 'image/jpeg', bytes: 900_000, width: 2400, height: 1600 },
        { name: 'w640', digest: 'e'.repeat(64), ext: 'webp', mime: 'image/webp', bytes: 40_000, width: 640, height: 427 },
        { name: 'square', digest: 'f'.repeat(64), ext: 'jpg', mime: 'image/jpeg', bytes: 30_000, width: 400, height: 400 },
      ],
    },
  ],
}
const facts = {
  item: COFFEE,
  itemType: 'article',
  language: 'vi',
  firstAt: '2026-11-20T01:30:00.000Z',
  by: { id: '1', name: 'Trần Văn Lâm' },
  prevDigest: '0'.repeat(64),
  digest: '1'.repeat(64),
} as const
const text = { snapshot, snapshotDigest: '2'.repeat(64), approvals: [] } as const
const first: Release = { ...facts, ...text, kind: 'release', seq: 41, version: 1, at: '2026-11-20T01:30:00.000Z' }
const second: Release = {
  ...facts,
  ...text,
  kind: 'correction',
  of: 41,
  seq: 42,
  version: 2,
  at: '2026-11-20T03:00:00.000Z',
  note: { kind: 'slip', text: 'Số lượng đúng là 54 tấn.' },
}
const third: Release = {
  ...facts,
  kind: 'withdrawal',
  of: 42,
  seq: 43,
  version: 3,
  at: '2026-11-20T05:00:00.000Z',
  reason: 'Hợp đồng chưa được công bố.',
}
const read = (release: Release, kind: Release['kind'] = release.kind) =>
  readMessage(
    JSON.parse(bytesOf(messageOf(release, { kind, history: [first, second, third], publicUrl: MEDIA })).toString('utf8')),
  )

describe('what the newsroom sends, as an outlet reads it', () => {
  it('a release', () => {
    expect(read(first)).toEqual({
      release: {
        kind: 'published',
        item: COFFEE,
        itemType: 'text',
        language: 'vi',
        version: 1,
        seq: 41,
        slug: 'mua-chin-o-cau-dat',
        web: `${MEDIA}/vi/mua-chin-o-cau-dat`,
        title: 'Mùa chín ở Cầu Đất',
        summary: 'Một hợp tác xã ký cung ứng 54 tấn cà phê nhân xanh cho một nhà rang ở Osaka.',
        byline: 'Hoài Thu',
        body: '<div lang="vi"><p>Cầu Đất vào vụ thu hoạch từ tháng 10.</p></div>',
        lead: {
          name: 'lead',
          alt: 'Cành cà phê chín đỏ',
          caption: 'Cà phê Cầu Đất vào vụ chín.',
          credit: 'Ảnh: Hoài Thu',
          files: [
            { href: `${MEDIA}/media/${'e'.repeat(64)}.webp`, width: 640, height: 427 },
            { href: `${MEDIA}/media/${HARVEST}.jpg`, width: 2400, height: 1600 },
          ],
        },
        issue: null,
        film: null,
        programme: null,
        topics: [{ key: 'coffee', name: 'Cà phê' }],
        note: '',
        firstAt: '2026-11-20T01:30:00.000Z',
        at: '2026-11-20T01:30:00.000Z',
      },
    })
  })

  it('a correction: the line stands in the text, and in the note to the outlet', () => {
    expect(read(second)).toMatchObject({
      release: {
        kind: 'corrected',
        version: 2,
        seq: 42,
        note: 'Đính chính: Số lượng đúng là 54 tấn. (20/11/2026)',
        body: expect.stringContaining('<p class="correction"><strong>Đính chính:</strong>') as string,
      },
    })
  })

  it('a withdrawal: its reason, and nothing of the text', () => {
    expect(read(third)).toEqual({
      release: {
        kind: 'withdrawn',
        item: COFFEE,
        itemType: 'text',
        language: 'vi',
        version: 3,
        seq: 43,
        slug: null,
        web: null,
        title: null,
        summary: '',
        byline: '',
        body: '',
        lead: null,
        issue: null,
        film: null,
        programme: null,
        topics: [],
        note: 'Hợp đồng chưa được công bố.',
        firstAt: '2026-11-20T01:30:00.000Z',
        at: '2026-11-20T05:00:00.000Z',
      },
    })
  })

  it('a withdrawal because the item is no longer offered to this outlet', () => {
    expect(read(second, 'withdrawal')).toMatchObject({
      release: {
        kind: 'withdrawn',
        version: 2,
        seq: 42,
        body: '',
        note: 'Bài viết này không còn thuộc phạm vi cung cấp cho đơn vị. Đề nghị gỡ bỏ bản đã đăng.',
      },
    })
  })
})

describe("the newsroom's own sender at the door of an outlet", () => {
  it('release, correction and withdrawal are applied in turn; a repeat and a late one are answered and change nothing', async () => {
    const sandbox = await startSandbox()
    const sender = webhookSender({ reach: { loopback: true, http: false } })
    const send = async (release: Release, secrets: readonly string[] = [SECRETS.portal]) => {
      const { seq, item, language, version, kind } = release
      const body = bytesOf(messageOf(release, { kind, history: [first, second, third], publicUrl: MEDIA }))
      const outcome = await sender.send(
        { address: `${sandbox.address}/portal/inbox`, id: `rel_${seq}_portal`, body, item, language, version, seq, secrets },
        { now: Date.now() },
      )
      return outcome.kind === 'answered' ? [outcome.status, outcome.answer?.status ?? null, outcome.answer?.url ?? null] : outcome
    }
    const page = `${sandbox.address}/portal/vi/mua-chin-o-cau-dat-${COFFEE}`
    expect([
      await send(first),
      await send(first),
      await send(second),
      await send(first, [SECRETS.newspaper, SECRETS.portal]),
    ]).toEqual([
      [200, 'applied', page],
      [200, 'duplicate', page],
      [200, 'applied', page],
      [200, 'duplicate', page],
    ])
    expect((await sandbox.get(new URL(page).pathname)).text).toContain('<strong>Đính chính:</strong> Số lượng đúng là 54 tấn.')
    expect([await send(third), await send(first, [SECRETS.newspaper])]).toEqual([
      [200, 'applied', `${sandbox.address}/portal/vi/${COFFEE}`],
      [401, null, null],
    ])
    expect((await sandbox.get(new URL(page).pathname)).status).toBe(410)
    await sender.close()
    await sandbox.stop()
  })
})
