import { parseAtomFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#newsroom'
import { archiveUrl, pageUrl, uriOf } from '#publication/addresses'
import type { Release, TextRelease } from '#publication/release'
import { bulletinsOpds, bulletinsRss, type BulletinEntry } from '#publication/renditions/bulletins'
import { contentsHtml } from '#publication/renditions/contents'
import { isEdition, piecesOf, publicFilesOf, quarterIn, type TextNow } from '#publication/renditions/edition'
import {
  at,
  BULLETIN,
  edition,
  editionFiles,
  logOf,
  OTHER_ITEM,
  PICTURE,
  snapshot,
  toCorrect,
  toRelease,
  toWithdraw,
} from '../builders'
import { wellFormed } from './well-formed'

const PUBLIC = 'https://ttdn.lamdong.gov.vn'
const flowers = snapshot('vi', { item: OTHER_ITEM, slug: 'festival-hoa', title: 'Festival Hoa', summary: 'Đêm hội bên hồ.' })
const issue = edition('vi', { texts: [snapshot(), flowers] })
const log = logOf(
  toRelease(),
  toRelease(flowers),
  toRelease(issue),
  toCorrect(snapshot('vi', { title: 'Cà phê tới Hokkaido' })),
  toWithdraw(flowers),
)
const nowAt =
  (seq: number): TextNow =>
  (item) =>
    log.findLast((release) => release.item === item && release.seq <= seq) ?? null
const pieces = (seq: number) => (isEdition(issue) ? piecesOf(issue.edition, nowAt(seq)) : [])
const entry: BulletinEntry = {
  kind: 'text',
  release: log[2] as TextRelease,
  corrections: [],
  translations: [
    {
      language: 'en',
      slug: 'bulletin',
      edition: { year: 2026, quarter: 3 },
      version: 1,
      title: 'Foreign Information, Q3 2026',
    },
  ],
}
const options = (seq: number) => ({ publicUrl: PUBLIC, builtAt: at(9), texts: nowAt(seq) })

describe('the address', () => {
  it('of an edition is its quarter, of an article its slug', () => {
    expect([pageUrl('', issue), pageUrl('', flowers), archiveUrl(PUBLIC, 'ja')]).toEqual([
      '/bulletin/2026/3/vi',
      '/vi/festival-hoa',
      `${PUBLIC}/bulletin/ja`,
    ])
  })
  it('is spoken as each language says it', () =>
    expect(LANGUAGES.map((language) => quarterIn(language, { year: 2026, quarter: 4 }))).toEqual([
      'Quý IV/2026',
      'Q4 2026',
      '2026年第4四半期',
    ]))
})

describe('the pieces of an edition', () => {
  it.each([
    [0, ['own', 'absent', 'absent', 'own']],
    [3, ['own', 'live', 'live', 'own']],
    [4, ['own', 'corrected', 'live', 'own']],
    [5, ['own', 'corrected', 'withdrawn', 'own']],
  ])('after release %i stand as the log says', (seq, states) => expect(pieces(seq).map(({ state }) => state)).toEqual(states))

  it('have the words that are live, and none of what is withdrawn', () =>
    expect(pieces(5).map(({ title, summary, byline }) => [title, summary, byline])).toEqual([
      ['Thưa bạn đọc', '', ''],
      ['Cà phê tới Hokkaido', snapshot().summary, snapshot().byline],
      ['Festival Hoa', '', ''],
      ['Xuất khẩu chín tháng', '', ''],
    ]))

  it('decide which files readers may have: never those of press and archive', () => {
    const names = (seq: number) => publicFilesOf(issue, nowAt(seq)).map(({ digest }) => digest)
    const pictures = PICTURE.renditions.map(({ digest }) => digest)
    const [screen, , epub, plain] = editionFiles('vi').map(({ digest }) => digest)
    expect([names(3), names(5)]).toEqual([[...pictures, screen, epub, plain], pictures])
  })

  it('photos of a place go with its text', () => {
    const photo = { digest: PICTURE.digest, alt: 'x', caption: '', credit: '' }
    const { edition: contents } = issue
    if (!contents) throw new Error('no edition')
    const withPhoto = {
      ...issue,
      lead: null,
      edition: {
        ...contents,
        cover: null,
        sections: contents.sections.map((section) => ({
          ...section,
          entries: section.entries.map((each) => (each.text?.item === OTHER_ITEM ? { ...each, photos: [photo] } : each)),
        })),
      },
    }
    const pictures = (seq: number) => publicFilesOf(withPhoto, nowAt(seq)).filter(({ mime }) => mime.startsWith('image/')).length
    expect([pictures(3), pictures(5)]).toEqual([PICTURE.renditions.length, 0])
  })

  it('as a list are well-formed, whatever their titles hold', async () => {
    const evil = snapshot('vi', { title: '</ul><script>alert(1)</script>&', summary: '"<' })
    const bad = edition('vi', { texts: [evil], contents: { name: '<b>' } })
    if (!isEdition(bad)) throw new Error('no edition')
    const html = contentsHtml(
      bad,
      piecesOf(bad.edition, () => null),
      { publicUrl: PUBLIC },
    )
    expect(await wellFormed(html)).toBe(true)
    expect(html).not.toContain('<script')
  })
})

describe('the feed of bulletins', () => {
  it('has one item per edition: contents as HTML, PDF as enclosure, translations never as alternate', () => {
    const [item] = parseRssFeed(bulletinsRss('vi', [entry], options(3))).items ?? []
    expect([item?.title, item?.link, item?.guid?.value, item?.enclosures]).toEqual([
      'Bản tin Thông tin đối ngoại tỉnh Lâm Đồng, số 3 (Quý III/2026)',
      `${PUBLIC}/bulletin/2026/3/vi`,
      uriOf(BULLETIN, 'vi'),
      [{ url: `${PUBLIC}/media/${editionFiles('vi')[0]?.digest ?? ''}.pdf`, length: 2_345_678, type: 'application/pdf' }],
    ])
    expect(item?.content?.encoded).toContain('<h2>Kinh tế - Hợp tác</h2><ul><li><a href=')
    expect(item?.atom?.links?.map(({ rel, href }) => [rel, href])).toEqual([['related', `${PUBLIC}/bulletin/2026/3/en`]])
  })

  it('has nothing of a withdrawn text, and no file that holds it', () => {
    const xml = bulletinsRss('vi', [entry], options(5))
    expect(xml).not.toMatch(/Festival Hoa|Đêm hội|enclosure/)
    expect(bulletinsOpds('vi', [entry], options(5))).not.toContain('<entry>')
  })

  it('tells of a withdrawn edition under the same guid', () => {
    const gone = logOf(toRelease(issue), toWithdraw(issue))[1] as Extract<Release, { readonly kind: 'withdrawal' }>
    const told: BulletinEntry = { kind: 'withdrawn', release: gone, quarter: { year: 2026, quarter: 3 } }
    const [item] = parseRssFeed(bulletinsRss('vi', [told], options(5))).items ?? []
    expect([item?.title, item?.guid?.value]).toEqual(['[Đã thu hồi] Bản tin Quý III/2026', uriOf(BULLETIN, 'vi')])
  })
})

it('the catalogue is Atom with everything that OPDS 1.2 asks of an entry', async () => {
  const xml = bulletinsOpds('vi', [entry], options(3))
  const feed = parseAtomFeed(xml)
  const [one] = feed.entries ?? []
  expect(await wellFormed(xml.replace(/^<\?xml.*\?>\n/, ''))).toBe(true)
  expect([feed.id, feed.updated, one?.id, one?.updated]).toEqual([uriOf('bulletins', 'vi'), at(9), uriOf(BULLETIN, 'vi'), at(2)])
  expect(one?.links?.map(({ rel, type }) => [rel, type])).toEqual([
    ['http://opds-spec.org/image', 'image/webp'],
    ['http://opds-spec.org/image/thumbnail', 'image/webp'],
    ['http://opds-spec.org/acquisition/open-access', 'application/pdf'],
    ['http://opds-spec.org/acquisition/open-access', 'application/epub+zip'],
    ['http://opds-spec.org/acquisition/open-access', 'text/plain; charset=utf-8'],
    ['alternate', 'text/html'],
    ['related', 'text/html'],
  ])
  expect(xml).toContain('<dc:language>vi</dc:language>\n<dc:issued>2026-09-30</dc:issued>')
})
