import fc from 'fast-check'
import RssParser from 'rss-parser'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openModel } from '#delivery/read-model'
import type { Language } from '#newsroom'
import type { EditionContents, EditionFile } from '#publication/edition'
import type { Medium, ReleaseRequest, Snapshot } from '#publication/release'
import { BULLETIN, edition as editionOf, NOON, OTHER_ITEM, place, toCorrect, toRelease, toWithdraw } from '../builders'
import { publicBench, type PublicBench } from './public-bench'
import { until } from './dispatch-bench'

let bench: PublicBench
let files: readonly EditionFile[]
let cover: Medium
const begin = () => {
  bench = publicBench()
  files = bench.editionFiles('bản tin')
  cover = bench.picture('bìa')
}
const end = () => bench.end()
const published = async () => {
  begin()
  bench.project()
  await publish()
  await bench.caughtUp()
}

const ISSUE = '/bulletin/2026/3/vi'
const COFFEE = `${ISSUE}/${place(2)}`
const FLOWERS = `${ISSUE}/${place(3)}`

const coffee = (language: Language = 'vi', changes: Partial<Snapshot> = {}) => bench.text(language, changes)
const flowers = (language: Language = 'vi', changes: Partial<Snapshot> = {}) =>
  bench.text(language, {
    item: OTHER_ITEM,
    slug: `festival-hoa-${language}`,
    title: 'Festival Hoa Đà Lạt',
    summary: 'Hơn ba triệu lượt khách đến phố núi.',
    body: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'Đường hoa mở lúc tám giờ tối.', marks: [] }] }],
    ...changes,
  })
const edition = (
  language: Language = 'vi',
  contents: Partial<EditionContents> = {},
  texts: readonly Snapshot[] = [coffee(language), flowers(language)],
) => {
  const picture = { digest: cover.digest, alt: 'Bìa', caption: '', credit: '' }
  return editionOf(language, {
    texts,
    changes: { lead: picture, media: [cover] },
    contents: { cover: picture, files, ...contents },
  })
}
/** Both texts, then the edition that lists them, in one transaction. */
const publish = (...more: readonly ReleaseRequest[]) =>
  bench.release(toRelease(coffee()), toRelease(flowers()), toRelease(edition()), ...more)
const happens = async (...requests: readonly ReleaseRequest[]) => {
  await bench.release(...requests)
  await bench.caughtUp()
}

const bodyOf = (path: string) => bench.resource(path)?.body.bytes.toString('utf8') ?? ''
const mainOf = (path: string) => /<main[^]*<\/main>/.exec(bodyOf(path))?.[0] ?? ''
const dataOf = (path: string) => JSON.parse(bodyOf(path)) as Record<string, unknown>
const statusOf = (path: string) => bench.resource(path)?.status
const goesTo = (path: string) => [statusOf(path), bench.resource(path)?.headers.location]
const entriesOf = (path = '/v1/bulletins/2026/3/vi') =>
  (dataOf(path)['sections'] as { entries: { id: string; status: string; version?: number; title?: string }[] }[]).flatMap(
    ({ entries }) => entries,
  )
const nameOf = (kind: EditionFile['kind']) => {
  const file = files.find((each) => each.kind === kind)
  return `${file?.digest ?? ''}.${file?.ext ?? ''}`
}
const READERS = ['screen', 'epub', 'plain'] as const
/** The whole model but for its generation. */
const everything = () => {
  const db = openModel(bench.modelFolder, { readOnly: true })
  const all = [...db.getRange({})]
    .filter(({ key }) => typeof key[0] === 'number')
    .map(({ key, value }) => [key.slice(1).join(' '), value] as const)
  return db.close().then(() => Object.fromEntries(all))
}
const rebuilt = async () => {
  const { generation } = bench.meta()
  const projector = bench.project({ rebuild: true })
  await until(() => bench.meta().generation === generation + 1)
  await projector.stop()
  return everything()
}

describe('an edition that is released', () => {
  beforeAll(published)
  afterAll(end)

  it('has an issue page with masthead, cover, contents, files and imprint', async () => {
    const html = bodyOf(ISSUE)
    expect(html).toContain(
      '<p class="kind">Bản tin</p>\n<h1>Thông tin đối ngoại tỉnh Lâm Đồng</h1>\n<p class="number">Số 3, Quý III/2026 (tổng số 37)</p>',
    )
    expect([...html.matchAll(/<p class="entry"><a href="([^"]+)">([^<]+)</g)].map(([, href, title]) => [href, title])).toEqual([
      [`${ISSUE}/${place(1)}`, 'Thưa bạn đọc'],
      [COFFEE, 'Cà phê Cầu Đất đến tay bạn đọc Nhật Bản'],
      [FLOWERS, 'Festival Hoa Đà Lạt'],
      [`${ISSUE}/${place(9)}`, 'Xuất khẩu chín tháng'],
    ])
    expect([...html.matchAll(/<dt>([^<]+)<\/dt><dd>([^<]+)</g)].map(([, name, value]) => `${name}: ${value}`)).toEqual([
      'Cơ quan xuất bản: Ủy ban nhân dân tỉnh Lâm Đồng',
      'Ngày ra: 30/9/2026',
      'Giấy phép xuất bản: Số 12/GP-XBBT ngày 15/1/2026, do Bộ Văn hóa, Thể thao và Du lịch cấp',
      'Người chịu trách nhiệm xuất bản: Trần Quốc Dũng',
      'Nơi in: Công ty Cổ phần In Lâm Đồng',
      'Số lượng in: 1.200 bản',
      'Kỳ hạn xuất bản: Mỗi quý một số',
    ])
    expect([...html.matchAll(/<a href="([^"]+)" type="([^"]+)"/g)].map(([, href, type]) => [href, type])).toEqual([
      [`${ISSUE}.pdf`, 'application/pdf'],
      [`${ISSUE}.epub`, 'application/epub+zip'],
      [`${ISSUE}.txt`, 'text/plain; charset=utf-8'],
    ])
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json")|style="|<em|<i>/)
  })

  it('shows each piece with its text as it is live, its page in print, and the ways on', async () => {
    const html = mainOf(COFFEE)
    expect(html).toContain('<h1>Cà phê Cầu Đất đến tay bạn đọc Nhật Bản</h1>')
    expect(html).toContain('Ngày 24/11, lô hàng 18,5 tấn rời kho Đà Lạt.')
    expect(html).toContain('<p>Bản in: trang 4</p>')
    expect([...html.matchAll(/<a href="([^"]+)" rel="(prev|next)"/g)].map(([, href, rel]) => [rel, href])).toEqual([
      ['prev', `${ISSUE}/${place(1)}`],
      ['next', FLOWERS],
    ])
    // Search engines are led to the text's own page.
    expect(bodyOf(COFFEE)).toContain(
      '<link rel="canonical" href="https://ttdn.lamdong.example.vn/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban">',
    )
    expect(mainOf(`${ISSUE}/${place(1)}`)).toContain('tỉnh Lâm Đồng đón hơn ba triệu lượt khách.')
  })

  it('stands in the archive, on the front page, in the list for machines, in the feed and in the catalogue', async () => {
    expect(mainOf('/bulletin/vi')).toContain(`<h2>2026</h2>\n<ul class="list issues">`)
    expect(mainOf('/bulletin/vi')).toContain(
      `<h3><a href="${ISSUE}">Bản tin Thông tin đối ngoại tỉnh Lâm Đồng, số 3 (Quý III/2026)</a></h3>`,
    )
    expect(mainOf('/vi')).toContain(
      `<h2><a href="${ISSUE}">Bản tin Thông tin đối ngoại tỉnh Lâm Đồng, số 3 (Quý III/2026)</a></h2>`,
    )
    expect(dataOf('/v1/bulletins')['bulletins']).toMatchObject([
      { item: BULLETIN, year: 2026, quarter: 3, language: 'vi', status: 'live', version: 1, pages: 48, number: 37 },
    ])
    expect(entriesOf().map(({ id, status, version }) => [id, status, version])).toEqual([
      [place(1), 'own', undefined],
      [place(2), 'live', 1],
      [place(3), 'live', 1],
      [place(9), 'own', undefined],
    ])
    expect(dataOf(`/v1/items/${BULLETIN}/vi`)).toMatchObject({
      type: 'composite',
      renditions: [
        { name: 'web', href: `https://ttdn.lamdong.example.vn${ISSUE}` },
        { name: 'ninjs' },
        { name: 'pdf' },
        { name: 'epub' },
        { name: 'text' },
      ],
    })
    const [item] = (await new RssParser().parseString(bodyOf('/feeds/vi/bulletins.rss'))).items
    expect([item?.link, item?.enclosure?.url]).toEqual([
      `https://ttdn.lamdong.example.vn${ISSUE}`,
      `https://ttdn.lamdong.example.vn/media/${nameOf('screen')}`,
    ])
    expect((await new RssParser().parseString(bodyOf('/feeds/vi/articles.rss'))).items).toHaveLength(2)
    expect(bodyOf('/feeds/vi/bulletins.opds')).toContain(`rel="http://opds-spec.org/acquisition/open-access"`)
  })

  it('empty lists of languages that have none are whole as well', async () => {
    expect(mainOf('/bulletin/ja')).toContain('日本語のニュースレターはまだありません。')
    expect((await new RssParser().parseString(bodyOf('/feeds/ja/bulletins.rss'))).items).toEqual([])
    expect(bodyOf('/feeds/en/bulletins.opds')).not.toContain('<entry>')
  })

  it('offers what readers may have under addresses that stay; nothing of press and package leaves the store', async () => {
    expect(['pdf', 'epub', 'txt'].map((ext) => goesTo(`${ISSUE}.${ext}`))).toEqual(
      READERS.map((kind) => [302, `/media/${nameOf(kind)}`]),
    )
    const pictures = cover.renditions.map(({ digest, ext }) => `${digest}.${ext}`)
    expect(bench.publicFiles()).toEqual([...READERS.map(nameOf), ...pictures].sort())
    const resources = Object.entries(await everything())
      .filter(([key]) => key.startsWith('at '))
      .map(([, value]) => textOf(value))
      .join('\n')
    expect(['press', 'package'].filter((kind) => resources.includes(nameOf(kind as 'press').slice(0, 64)))).toEqual([])
  })

  it('files go out with their type and in parts', async () => {
    await bench.serve()
    for (const [ext, type] of [
      ['pdf', 'application/pdf'],
      ['epub', 'application/epub+zip'],
      ['txt', 'text/plain; charset=utf-8'],
    ] as const) {
      const { status, headers } = await bench.get(`${ISSUE}.${ext}`)
      expect([status, headers['cache-control']]).toEqual([302, expect.stringContaining('max-age=30')])
      const whole = await bench.get(headers.location ?? '')
      expect([whole.status, whole.headers['content-type'], whole.headers['x-content-type-options']]).toEqual([
        200,
        type,
        'nosniff',
      ])
      const part = await bench.get(headers.location ?? '', { range: 'bytes=0-3' })
      expect([part.status, part.bytes]).toEqual([206, whole.bytes.subarray(0, 4)])
    }
    expect((await bench.get('/bulletin')).headers.location).toBe('/bulletin/vi')
    expect([(await bench.get(`${ISSUE}/nothing`)).status, (await bench.get('/bulletin/1999/1/en')).body]).toEqual([
      404,
      expect.stringContaining('<html lang="en">'),
    ])
    expect((await bench.get(`/media/${nameOf('press')}`)).status).toBe(404)
  })

  it('a language that comes later is linked from what is out, piece by piece', async () => {
    const before = [ISSUE, COFFEE, `/v1/items/${BULLETIN}/vi`].map((path) => bench.resource(path)?.modified ?? 0)
    expect(bodyOf(COFFEE)).not.toContain('/bulletin/2026/3/en/')
    await happens(toRelease(coffee('en')), toRelease(edition('en', {}, [coffee('en')])))
    expect(bodyOf(ISSUE)).toContain('<a href="/bulletin/2026/3/en" hreflang="en" lang="en">English</a>')
    expect(bodyOf(COFFEE)).toContain(`<a href="/bulletin/2026/3/en/${place(2)}" hreflang="en" lang="en">English</a>`)
    expect(bodyOf(`/bulletin/2026/3/en/${place(2)}`)).toContain(`<a href="${COFFEE}" hreflang="vi" lang="vi">Tiếng Việt</a>`)
    // It has no such piece.
    expect(bodyOf(FLOWERS)).not.toContain('/bulletin/2026/3/en/')
    expect(dataOf('/v1/bulletins/2026/3/vi')['translations']).toMatchObject([{ language: 'en', version: 1 }])
    const after = [ISSUE, COFFEE, `/v1/items/${BULLETIN}/vi`].map((path) => bench.resource(path)?.modified ?? 0)
    expect(after.map((each, index) => each > (before[index] ?? 0))).toEqual([true, true, true])
  })
})

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'body' in value
    ? (value as { body: { bytes: Uint8Array } }).body &&
      Buffer.from((value as { body: { bytes: Uint8Array } }).body.bytes).toString('utf8')
    : JSON.stringify(value)

describe('a text of an issue that is', () => {
  beforeEach(published)
  afterEach(end)

  it('corrected stands corrected in its place, and says what print has', async () => {
    await happens(toCorrect(coffee('vi', { title: 'Cà phê Cầu Đất tới Hokkaido' })))
    const html = mainOf(COFFEE)
    expect(html).toContain('<p class="correction">Bản in: trang 4, theo nội dung đăng lần đầu.</p>')
    expect(html).toContain('<strong>Đính chính:</strong> Lô hàng nặng 18,5 tấn, không phải 185 tấn.')
    expect(mainOf(ISSUE)).toContain('Cà phê Cầu Đất tới Hokkaido</a></p><p class="flag">Đã sửa sau khi in</p>')
    // The neighbours name it by its new title.
    expect(mainOf(FLOWERS)).toContain('Cà phê Cầu Đất tới Hokkaido</a>')
    expect(entriesOf()[1]).toMatchObject({ status: 'corrected', version: 2, title: 'Cà phê Cầu Đất tới Hokkaido' })
    expect(bodyOf('/feeds/vi/bulletins.rss')).toContain('Cà phê Cầu Đất tới Hokkaido')
    expect(goesTo(`${ISSUE}.pdf`)).toEqual([302, `/media/${nameOf('screen')}`])
  })

  it('withdrawn leaves its title, struck, in the list of contents, and nothing else anywhere', async () => {
    const title = 'Festival Hoa Đà Lạt'
    await happens(toWithdraw(flowers(), 'Chưa kiểm chứng.'))
    expect(mainOf(ISSUE)).toContain(`<s>${title}</s></p><p class="flag">Bài này đã được gỡ ngày 24/11/2026.</p>`)
    expect(statusOf(FLOWERS)).toBe(200)
    expect(mainOf(FLOWERS)).toContain('Lý do: Chưa kiểm chứng.')
    expect(bodyOf(FLOWERS)).toContain('<meta name="robots" content="noindex, nofollow">')
    const model = await everything()
    const showing = (words: string) =>
      Object.entries(model).flatMap(([key, value]) => (key.startsWith('at ') && textOf(value).includes(words) ? [key] : []))
    expect([showing(title), showing('Hơn ba triệu lượt'), showing('tám giờ tối')]).toEqual([[`at ${ISSUE}`], [], []])
    expect(entriesOf()[2]).toEqual({
      id: place(3),
      slot: 'feature',
      status: 'withdrawn',
      page: 7,
      url: `https://ttdn.lamdong.example.vn${FLOWERS}`,
      uri: `tag:lamdong.gov.vn,2017:ttdn:${OTHER_ITEM}:vi`,
      item: OTHER_ITEM,
      printed: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      version: 2,
      released: NOON,
      href: `https://ttdn.lamdong.example.vn/v1/items/${OTHER_ITEM}/vi`,
    })
  })

  it('withdrawn takes the files along, which hold its words; they are back with it', async () => {
    const withFiles = bench.publicFiles()
    await happens(toWithdraw(flowers()))
    await until(() => !bench.publicFiles().some((name) => READERS.map(nameOf).includes(name)))
    expect(goesTo(`${ISSUE}.pdf`)).toEqual([302, ISSUE])
    expect(mainOf(ISSUE)).toContain('Tạm ngừng cung cấp các tệp của số này')
    expect(dataOf('/v1/bulletins/2026/3/vi')).toMatchObject({ filesWithheld: true, files: [] })
    expect(bodyOf(`/v1/items/${BULLETIN}/vi`)).not.toContain('"name":"pdf"')
    expect(bodyOf('/feeds/vi/bulletins.rss')).not.toContain('<enclosure')
    expect(bodyOf('/feeds/vi/bulletins.opds')).not.toContain('<entry>')
    await happens(toRelease(flowers()))
    expect(bench.publicFiles()).toEqual(withFiles)
    expect(goesTo(`${ISSUE}.pdf`)).toEqual([302, `/media/${nameOf('screen')}`])
  })

  it('withdrawn in another language changes nothing of this one', async () => {
    await happens(toRelease(flowers('en')))
    const before = bench.resource(ISSUE)?.body
    await happens(toWithdraw(flowers('en')))
    expect(bench.resource(ISSUE)?.body.digest).toBe(before?.digest)
    expect(entriesOf()[2]?.status).toBe('live')
  })
})

describe('an issue that is', () => {
  beforeEach(published)
  afterEach(end)

  it('reissued says what was wrong on which page, has its new files, and leads from pieces that are gone to the contents', async () => {
    const old = nameOf('screen')
    files = bench.editionFiles('bản tin, in lại')
    const erratum = {
      title: 'Xuất khẩu chín tháng',
      issue: { year: 2026, quarter: 3, date: '2026-09-30' },
      page: 46,
      wrong: '185 tấn',
      right: '18,5 tấn',
    } as const
    await happens(
      toCorrect(edition('vi', { errata: [erratum] }, [coffee()]), {
        kind: 'rectification',
        text: 'Ban biên tập xin lỗi bạn đọc.',
        wrong: '185 tấn',
        right: '18,5 tấn',
        publishedOn: '2026-09-30',
      }),
    )
    const notice = /<div class="notices">([^]*?)<\/div>/
      .exec(mainOf(ISSUE))?.[1]
      ?.replace(/<[^>]+>/g, '\n')
      .split(/\n+/)
      .filter(Boolean)
    expect(notice).toEqual([
      'Thông tin cải chính, xin lỗi',
      'Tác phẩm: “Xuất khẩu chín tháng”, đăng ngày 30/9/2026.',
      'Trang 46',
      'Thông tin sai: 185 tấn',
      'Thông tin đúng: 18,5 tấn',
      'Ban biên tập xin lỗi bạn đọc. (',
      '24/11/2026',
      ')',
    ])
    expect(mainOf(ISSUE).match(/Thông tin cải chính/g)).toHaveLength(1)
    expect(mainOf(ISSUE).indexOf('notices')).toBeLessThan(mainOf(ISSUE).indexOf('opening'))
    expect(goesTo(FLOWERS)).toEqual([301, ISSUE])
    expect(goesTo(`${ISSUE}.pdf`)).toEqual([302, `/media/${nameOf('screen')}`])
    expect(nameOf('screen')).not.toBe(old)
    // Whoever is just fetching the old file may finish.
    expect(bench.publicFiles()).toContain(old)
  })

  it('withdrawn is gone with its pieces and files, and says so', async () => {
    await happens(toWithdraw(edition(), 'Sai giấy phép.'))
    await until(() => bench.publicFiles().length === 0)
    expect([ISSUE, COFFEE, `${ISSUE}.pdf`, '/v1/bulletins/2026/3/vi', `/v1/items/${BULLETIN}/vi`].map(statusOf)).toEqual(
      Array(5).fill(410),
    )
    expect(mainOf(ISSUE)).toContain('Số bản tin đã được thu hồi')
    expect(mainOf('/bulletin/vi')).toContain('Chưa có số bản tin nào')
    expect(dataOf('/v1/bulletins')['bulletins']).toMatchObject([{ status: 'withdrawn', version: 2 }])
    const [item] = (await new RssParser().parseString(bodyOf('/feeds/vi/bulletins.rss'))).items
    expect([item?.title, item?.guid]).toEqual([
      '[Đã thu hồi] Bản tin Quý III/2026',
      `tag:lamdong.gov.vn,2017:ttdn:${BULLETIN}:vi`,
    ])
    // Its texts are out as they were.
    expect(statusOf('/vi/festival-hoa-vi')).toBe(200)
    await happens(toCorrect(flowers('vi', { title: 'Festival Hoa' })))
    expect(statusOf(FLOWERS)).toBe(410)
  })

  it('moved to another quarter leads there from everywhere it was', async () => {
    await happens(toCorrect(edition('vi', { quarter: 4 })))
    expect([ISSUE, COFFEE, `${ISSUE}.pdf`, '/v1/bulletins/2026/3/vi'].map(goesTo)).toEqual([
      [301, '/bulletin/2026/4/vi'],
      [301, `/bulletin/2026/4/vi/${place(2)}`],
      [301, '/bulletin/2026/4/vi.pdf'],
      [301, '/v1/bulletins/2026/4/vi'],
    ])
    expect(dataOf('/v1/bulletins')['bulletins']).toHaveLength(1)
  })
})

describe('an edition', () => {
  beforeEach(begin)
  afterEach(end)

  it('that lists a text which never went out says so and shows nothing of it', async () => {
    bench.project()
    await happens(toRelease(edition('vi', {}, [coffee()])))
    expect(entriesOf()[1]).toMatchObject({ status: 'absent', summary: '', byline: '' })
    expect(mainOf(COFFEE)).toContain('Bài này không có trên trang điện tử.')
    expect(bodyOf(COFFEE)).toContain('noindex')
    expect(bodyOf(COFFEE)).not.toContain('18,5 tấn')
    expect(mainOf(ISSUE)).toContain('<p class="entry">Cà phê Cầu Đất đến tay bạn đọc Nhật Bản</p>')
    await happens(toRelease(coffee()))
    expect([entriesOf()[1]?.status, mainOf(COFFEE).includes('18,5 tấn')]).toEqual(['live', true])
  })

  it('of which a file is missing stops everything behind it, loudly, until it is there', async () => {
    files = bench.editionFiles('chưa có', { stored: false })
    bench.project()
    await happens(toRelease(coffee()), toRelease(flowers()))
    await bench.release(toRelease(edition()))
    await until(() => bench.said.some(({ facts }) => facts['reason'] === 'medium missing'))
    expect([bench.meta().seq, statusOf(ISSUE)]).toEqual([2, undefined])
    bench.bring()
    await bench.caughtUp()
    expect(statusOf(ISSUE)).toBe(200)
  })

  it('that was stuck while a text of it was withdrawn shows nothing of that text once it goes on, and offers no files', async () => {
    bench.project()
    await happens(toRelease(coffee()), toRelease(flowers()))
    const missing = bench.picture('mất', { stored: false })
    const stuck = toRelease(coffee('en', { media: [missing] }))
    await bench.release(stuck, toRelease(edition()), toWithdraw(flowers()))
    await until(() => statusOf('/vi/festival-hoa-vi') === 410)
    bench.bring()
    await bench.caughtUp()
    expect(entriesOf()[2]?.status).toBe('withdrawn')
    expect(bench.publicFiles().filter((name) => READERS.map(nameOf).includes(name))).toEqual([])
  })
})

describe('built anew', () => {
  it('everything is the same to the byte, whatever happened (property)', { timeout: 120_000 }, async () => {
    const step = fc.record({
      do: fc.constantFrom('coffee', 'flowers', 'edition', 'edition', 'withdraw coffee', 'withdraw flowers', 'withdraw edition'),
      language: fc.constantFrom<Language>('vi', 'en'),
      texts: fc.constantFrom(0, 1, 2),
      quarter: fc.constantFrom(3, 3, 3, 4),
      wait: fc.constantFrom(0, 700, 4_000),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
        begin()
        const first = bench.project()
        await publish()
        for (const [index, { do: what, language, texts, quarter, wait }] of steps.entries()) {
          bench.tick(wait)
          const title = `Bản ${index}`
          const text = what.endsWith('coffee')
            ? coffee(language, { title })
            : what.endsWith('flowers')
              ? flowers(language, { title })
              : edition(
                  language,
                  { quarter: quarter as 3 | 4, theme: title },
                  [coffee(language), flowers(language)].slice(0, texts),
                )
          const isLive = (await bench.log().of(text.item, language)).at(-1)?.kind ?? 'withdrawal'
          const request =
            isLive === 'withdrawal'
              ? what.startsWith('withdraw')
                ? null
                : toRelease(text)
              : what.startsWith('withdraw')
                ? toWithdraw(text)
                : toCorrect(text)
          if (!request) continue
          await bench.release(request)
          await bench.caughtUp()
        }
        await first.stop()
        const before = await everything()
        const served = bench.publicFiles()
        expect(await rebuilt()).toEqual(before)
        expect(bench.publicFiles()).toEqual(served)
        await end()
      }),
      { numRuns: 5 },
    )
  })
})
