import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { textsOf } from '#delivery/known'
import { bytesOf, messageOf } from '#delivery/message'
import { LANGUAGES, type Language } from '#newsroom'
import type { Release, ReleaseRequest, Snapshot } from '#publication/release'
import { readMessage } from '#sandbox/message'
import {
  BULLETIN,
  edition,
  editionFiles,
  ITEM,
  logOf,
  OTHER_ITEM,
  PICTURE,
  place,
  snapshot,
  toRelease,
  toWithdraw,
} from '../builders'
import { MEDIA, sign, startSandbox, type Sandbox, type Wire } from './builders'

const coffee = (language: Language) => snapshot(language)
const flowers = (language: Language) =>
  snapshot(language, { item: OTHER_ITEM, slug: 'festival-hoa', title: 'Festival Hoa', summary: 'Đêm hội bên hồ.' })
const issue = (language: Language, texts: readonly Snapshot[] = [coffee(language), flowers(language)]) =>
  edition(language, { texts })

/** The messages that these requests become, as the newsroom sends them. */
const messagesOf = async (...requests: readonly ReleaseRequest[]): Promise<readonly Wire[]> => {
  const log = logOf(...requests)
  const of = async (item: string, upTo: number) => log.filter((release) => release.item === item && release.seq <= upTo)
  return Promise.all(
    log.map(async (release: Release) => {
      const message = messageOf(release, {
        kind: release.kind,
        history: await of(release.item, release.seq),
        texts: await textsOf(release, { of }),
        publicUrl: MEDIA,
      })
      return JSON.parse(bytesOf(message).toString('utf8')) as Wire
    }),
  )
}

describe('an issue of the bulletin, as the newsroom sends it', () => {
  it('carries cover, contents and the files for readers', async () => {
    const message = (await messagesOf(toRelease(coffee('vi')), toRelease(flowers('vi')), toRelease(issue('vi')))).at(-1)
    const read = readMessage(message)
    const [pdf, , epub, plain] = editionFiles('vi')
    expect(read).toMatchObject({
      release: {
        itemType: 'composite',
        slug: 'ban-tin-2026-3',
        title: 'Bản tin Thông tin đối ngoại tỉnh Lâm Đồng, số 3 (Quý III/2026)',
        lead: { alt: 'Đồi cà phê chè Cầu Đất trong sương sớm' },
        issue: {
          files: [
            { name: 'pdf', href: `${MEDIA}/media/${pdf?.digest ?? ''}.pdf`, bytes: 2_345_678 },
            { name: 'epub', href: `${MEDIA}/media/${epub?.digest ?? ''}.epub`, bytes: 2_345_678 },
            { name: 'text', href: `${MEDIA}/media/${plain?.digest ?? ''}.txt`, bytes: 2_345_678 },
          ],
          entries: [
            { item: null, title: 'Thưa bạn đọc', section: 'Thư ngỏ', page: '2', web: `${MEDIA}/bulletin/2026/3/vi/${place(1)}` },
            { item: ITEM, title: coffee('vi').title, section: 'Kinh tế - Hợp tác', page: '4' },
            { item: OTHER_ITEM, title: 'Festival Hoa', summary: 'Đêm hội bên hồ.', page: '7' },
            { item: null, title: 'Xuất khẩu chín tháng', page: '46' },
          ],
        },
      },
    })
    const listed = (message as unknown as { media: { href: string }[] }).media.map(({ href }) => href.split('/').at(-1))
    expect(listed).toEqual([
      ...PICTURE.renditions.map(({ digest, ext }) => `${digest}.${ext}`),
      ...[pdf, epub, plain].map((file) => `${file?.digest ?? ''}.${file?.ext ?? ''}`),
    ])
    const [press, archive] = editionFiles('vi').filter(({ kind }) => kind === 'press' || kind === 'package')
    expect(JSON.stringify(message)).not.toMatch(new RegExp(`${press?.digest ?? ''}|${archive?.digest ?? ''}`))
  })

  it('that lists a text already withdrawn has neither its title nor the files', async () => {
    const message = (
      await messagesOf(toRelease(coffee('vi')), toRelease(flowers('vi')), toWithdraw(flowers('vi')), toRelease(issue('vi')))
    ).at(-1)
    expect(readMessage(message)).toMatchObject({
      release: { issue: { files: [], entries: [{}, {}, { title: null, summary: '' }, {}] } },
    })
    expect(JSON.stringify(message)).not.toContain('Đêm hội')
  })
})

describe('the portal', () => {
  let sandbox: Sandbox
  const sendAll = async (house: 'portal' | 'newspaper', messages: readonly Wire[]) => {
    for (const message of messages) expect((await sandbox.post(house, sign(message, house))).status).toBe(200)
  }
  const path = (language: Language) => `/portal/${language}/ban-tin-2026-3-${BULLETIN}`
  beforeEach(async () => (sandbox = await startSandbox()))
  afterEach(() => sandbox.stop())

  it('shows the issue in three languages, with cover, files, contents and its own pages of the texts', async () => {
    await sendAll(
      'portal',
      await messagesOf(
        ...LANGUAGES.flatMap((language) => [toRelease(coffee(language)), toRelease(issue(language, [coffee(language)]))]),
      ),
    )
    for (const language of LANGUAGES) {
      const { status, text } = await sandbox.get(path(language))
      expect([status, text.match(/<h1[ >]/g)?.length]).toEqual([200, 1])
      expect([...text.matchAll(/<a href="([^"]+\.(?:pdf|epub|txt))"/g)].map(([, href]) => href)).toEqual(
        editionFiles(language)
          .filter(({ kind }) => kind !== 'press' && kind !== 'package')
          .map(({ digest, ext }) => `${MEDIA}/media/${digest}.${ext}`),
      )
      expect(text).toContain(`<a href="/portal/${language}/${coffee(language).slug}-${ITEM}">${coffee(language).title}</a>`)
      expect(text).toContain(`${MEDIA}/bulletin/2026/3/${language}/${place(1)}`)
      expect(text).toContain(PICTURE.renditions[3]?.digest)
      for (const other of LANGUAGES) expect(text).toContain(`href="${path(other)}"`)
      expect((await sandbox.get(`/portal/${language}`)).text).toContain(`href="${path(language)}"`)
    }
  })

  it('shows nothing of a text that is withdrawn later, and offers the files no more', async () => {
    const messages = await messagesOf(
      toRelease(coffee('vi')),
      toRelease(flowers('vi')),
      toRelease(issue('vi')),
      toWithdraw(flowers('vi')),
    )
    await sendAll('portal', messages)
    const { text } = await sandbox.get(path('vi'))
    expect(text).toContain('<li>Bài viết đã được gỡ</li>')
    expect(text).toContain('Tạm ngừng cung cấp các tệp của số này')
    expect(text).not.toMatch(/Festival Hoa|Đêm hội|\.epub/)
  })

  it('withdraws the issue', async () => {
    await sendAll('portal', await messagesOf(toRelease(issue('vi', [])), toWithdraw(issue('vi', []), 'Sai giấy phép.')))
    const { status, text } = await sandbox.get(`/portal/vi/${BULLETIN}`)
    expect([status, text.includes('Số bản tin đã được thu hồi'), text.includes('Sai giấy phép.')]).toEqual([410, true, true])
    expect((await sandbox.get('/portal/vi')).text).not.toContain(BULLETIN)
  })

  it('is the only one of the three that shows issues', async () => {
    await sendAll('newspaper', await messagesOf(toRelease(issue('vi', []))))
    expect((await sandbox.get('/newspaper/vi')).text).not.toContain(BULLETIN)
  })
})
