import { randomBytes } from 'node:crypto'
import { parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { messageOf } from '#delivery/message'
import { textsOf } from '#delivery/known'
import type { Language } from '#newsroom'
import type { ProgrammeFile } from '#publication/programme'
import type { Medium, ReleaseRequest, Snapshot, TextRelease } from '#publication/release'
import type { VideoContents } from '#publication/video'
import {
  FILM_ITEM,
  ITEM,
  PROGRAMME,
  programme as programmeOf,
  toCorrect,
  toRelease,
  toWithdraw,
  video as videoOf,
} from '../builders'
import { PUBLIC, publicBench, type PublicBench } from './public-bench'
import { until } from './dispatch-bench'

let bench: PublicBench
let film: Medium
let poster: Medium
let files: readonly ProgrammeFile[]
const FILM_BYTES = randomBytes(300_000)
const begin = () => {
  bench = publicBench()
  film = bench.film('cồng', { bytes: FILM_BYTES })
  poster = bench.picture('bìa phim')
  files = bench.programmeFiles('english')
  bench.project()
}
const end = () => bench.end()
const happens = async (...requests: readonly ReleaseRequest[]) => {
  await bench.release(...requests)
  await bench.caughtUp()
}
const video = (language: Language = 'vi', contents: Partial<VideoContents> = {}, changes: Partial<Snapshot> = {}) =>
  videoOf(language, {
    changes: {
      media: [poster, film],
      lead: { digest: poster.digest, alt: 'Bếp lửa', caption: 'Đêm cồng', credit: 'Văn Báu' },
      ...changes,
    },
    contents: { file: film.digest, ...contents },
  })

const PAGE = '/vi/tieng-cong-ben-ho'
const V1 = `/v1/items/${FILM_ITEM}`
const FORMS = ['captions.vtt', 'captions.srt', 'transcript.txt', 'transcript.html'] as const
const bodyOf = (path: string) => bench.resource(path)?.body.bytes.toString('utf8') ?? ''
const mainOf = (path: string) => /<main[^]*<\/main>/.exec(bodyOf(path))?.[0] ?? ''
const statusOf = (path: string) => bench.resource(path)?.status
const nameOf = ({ renditions }: Medium) => renditions.map(({ digest, ext }) => `${digest}.${ext}`)

describe('a video whose credits say themselves who did what', () => {
  beforeAll(begin)
  afterAll(end)

  it('names them as they are, without calling them its author', async () => {
    const credits = 'Kịch bản: Hoài Thu. Hình: Văn Báu.'
    await happens(toRelease(video('vi', {}, { byline: credits })))
    expect([mainOf(PAGE).includes(`<p>${credits}</p>`), mainOf(PAGE).includes('Tác giả')]).toEqual([true, false])
  })
})

describe('a video that is released', () => {
  beforeAll(async () => {
    begin()
    await happens(toRelease(video()), toRelease(video('en')))
    await bench.serve()
  })
  afterAll(end)

  it('has a page with the browser’s own player, a track in every language, the transcript, and everything to take along', () => {
    const html = mainOf(PAGE)
    expect(/<video [^]*<\/video>/.exec(html)?.[0]).toBe(
      `<video controls="" preload="metadata" playsinline="" poster="/media/${poster.digest}.webp" width="640" height="360">` +
        `<source src="/media/${film.digest}.webm" type="video/webm">` +
        `<track kind="subtitles" src="${V1}/vi/captions.vtt" srclang="vi" label="Tiếng Việt" default="">` +
        `<track kind="subtitles" src="${V1}/en/captions.vtt" srclang="en" label="English">` +
        `<p><a href="/media/${film.digest}.webm">Trình duyệt này không phát được phim. Có thể tải tệp phim về máy để xem.</a></p></video>`,
    )
    expect(/<section class="transcript"[^]*?<\/section>/.exec(html)?.[0]).toContain(
      '<div lang="vi"><p>Chiều xuống trên mặt hồ dưới chân núi Langbiang.</p>',
    )
    expect([...html.matchAll(/<a href="([^"]+)" download="([^"]+)"/g)].map(([, href, name]) => [href, name])).toEqual([
      [`/media/${film.digest}.webm`, 'tieng-cong-ben-ho-vi.webm'],
      [`${V1}/vi/captions.vtt`, 'tieng-cong-ben-ho-vi.vtt'],
      [`${V1}/vi/captions.srt`, 'tieng-cong-ben-ho-vi.srt'],
      [`${V1}/vi/transcript.txt`, 'tieng-cong-ben-ho-vi.txt'],
    ])
    expect(bodyOf(PAGE)).not.toMatch(/<script(?! type="application\/ld\+json")|style="|<iframe/)
    expect(mainOf('/en/gongs-by-the-lake')).toContain('srclang="en" label="English" default="">')
  })

  it('may be played by our pages from our own host alone', async () => {
    const { status, headers } = await bench.get(PAGE)
    expect([status, headers['content-security-policy']]).toEqual([200, expect.stringContaining("media-src 'self'")])
  })

  it('goes out in parts, never to be kept by mistake as another', async () => {
    const href = `/media/${film.digest}.webm`
    const whole = await bench.get(href)
    expect([whole.status, whole.headers['content-type'], whole.headers['accept-ranges'], whole.bytes.equals(FILM_BYTES)]).toEqual(
      [200, 'video/webm', 'bytes', true],
    )
    const part = await bench.get(href, { range: 'bytes=200000-200009' })
    expect([part.status, part.headers['content-range'], part.bytes]).toEqual([
      206,
      'bytes 200000-200009/300000',
      FILM_BYTES.subarray(200_000, 200_010),
    ])
    expect((await bench.get(href, { range: 'bytes=300000-' })).status).toBe(416)
  })

  it('has subtitles and transcript that players of any site may fetch', async () => {
    const seen = await Promise.all(FORMS.map((form) => bench.get(`${V1}/vi/${form}`)))
    expect(seen.map(({ status, headers }) => [status, headers['content-type'], headers['access-control-allow-origin']])).toEqual([
      [200, 'text/vtt; charset=utf-8', '*'],
      [200, 'application/x-subrip; charset=utf-8', '*'],
      [200, 'text/plain; charset=utf-8', '*'],
      [200, 'text/html; charset=utf-8', '*'],
    ])
    expect(seen[0]?.body).toMatch(/^WEBVTT\n\nNOTE\nLanguage: vi\n/)
    expect(seen[0]?.body).toContain('00:00:01.000 --> 00:00:04.000\nChiều xuống trên mặt hồ\ndưới chân núi Langbiang.')
  })

  it('stands in the feed of videos, not in that of articles, on the front page and in the sitemap', async () => {
    expect(parseRssFeed(bodyOf('/feeds/vi/videos.rss')).items).toHaveLength(1)
    expect((await new RssParser().parseString(bodyOf('/feeds/vi/articles.rss'))).items).toEqual([])
    expect(bodyOf('/feeds/ja/videos.rss')).not.toContain('<item>')
    expect(mainOf('/vi')).toContain('<span class="what">Video</span>')
    const [index, map] = [await bench.get('/sitemap.xml'), await bench.get('/sitemap-vi.xml')]
    expect(index.body).toContain(`<loc>${PUBLIC}/sitemap-vi.xml</loc>`)
    expect([map.status, map.headers['content-type'], map.body]).toEqual([
      200,
      'application/xml; charset=utf-8',
      expect.stringContaining(
        `<video:video><video:thumbnail_loc>${PUBLIC}/media/${poster.digest}.webp</video:thumbnail_loc><video:title>Tiếng cồng bên hồ</video:title>`,
      ),
    ])
    expect((await bench.get('/sitemap-de.xml')).status).toBe(404)
  })

  it('is told of in ninjs with its film, its still and its subtitles', () =>
    expect(JSON.parse(bodyOf(`${V1}/vi`))).toMatchObject({
      type: 'video',
      renditions: [{ name: 'web' }, { name: 'ninjs' }, { name: 'film', duration: 12 }, { name: 'poster' }],
      associations: [{ name: 'lead' }, { name: 'translation-en' }, { name: 'subtitles-vi' }, { name: 'subtitles-en' }],
    }))
})

describe('a video', () => {
  beforeEach(begin)
  afterEach(end)

  it('that nobody released is nowhere: no page, no subtitles, no film, no still', async () => {
    await happens(toRelease(bench.text('vi')))
    await bench.serve()
    const paths = [
      PAGE,
      `${V1}/vi`,
      ...FORMS.map((form) => `${V1}/vi/${form}`),
      ...[...nameOf(film), ...nameOf(poster)].map((name) => `/media/${name}`),
    ]
    expect((await Promise.all(paths.map((path) => bench.get(path)))).map(({ status }) => status)).toEqual(paths.map(() => 404))
  })

  it('that is withdrawn leaves page, feed, subtitles, tracks, folder and sitemap at once', async () => {
    await happens(toRelease(video()), toRelease(video('en')), toWithdraw(video(), 'Chưa có quyền phát.'))
    await bench.serve()
    expect([PAGE, `${V1}/vi`, ...FORMS.map((form) => `${V1}/vi/${form}`)].map(statusOf)).toEqual(Array(6).fill(410))
    expect(mainOf(PAGE)).toContain('<h1>Video đã được gỡ</h1>')
    const english = '/en/gongs-by-the-lake'
    expect([bodyOf(english).includes(`${V1}/vi`), bodyOf(`${V1}/en`).includes('subtitles-vi')]).toEqual([false, false])
    const [item] = parseRssFeed(bodyOf('/feeds/vi/videos.rss')).items ?? []
    expect([item?.title, item?.media, item?.enclosures]).toEqual(['[Đã gỡ] Video đăng ngày 24/11/2026', undefined, undefined])
    expect((await bench.get('/sitemap-vi.xml')).body).not.toContain('<url>')
    // The English version shows the same film.
    expect(bench.publicFiles()).toEqual([...nameOf(film), ...nameOf(poster)].sort())
    await happens(toWithdraw(video('en')))
    await until(() => bench.publicFiles().length === 0)
    expect((await bench.get(`/media/${film.digest}.webm`)).status).toBe(404)
    const everything = [PAGE, english, `${V1}/vi`, `${V1}/en`, '/vi', '/en', '/feeds/vi/videos.rss', '/feeds/en/videos.rss'].map(
      bodyOf,
    )
    expect(everything.filter((body) => /gongs|Tiếng cồng|Chiều xuống/i.test(body))).toEqual([])
  })

  it('whose subtitles are corrected has the new ones everywhere', async () => {
    await happens(toRelease(video()))
    const before = bench.resource(`${V1}/vi/captions.vtt`)?.modified ?? 0
    const [first, ...rest] = videoOf('vi').video?.cues ?? []
    await happens(toCorrect(video('vi', { cues: [{ ...first!, lines: ['Chiều xuống bên hồ.'] }, ...rest] })))
    expect(
      [bodyOf(`${V1}/vi/captions.vtt`), bodyOf(`${V1}/vi/captions.srt`), mainOf(PAGE)].map((body) =>
        body.includes('Chiều xuống bên hồ.'),
      ),
    ).toEqual([true, true, true])
    expect(bodyOf(`${V1}/vi/captions.vtt`)).not.toContain('mặt hồ')
    expect(bench.resource(`${V1}/vi/captions.vtt`)?.modified).toBeGreaterThan(before)
    await happens(toCorrect(video('vi', { cues: [] })))
    expect(bodyOf(`${V1}/vi/captions.vtt`)).not.toContain('-->')
    expect(mainOf(PAGE)).toContain('Phim này chưa có phụ đề bằng tiếng Việt.')
    expect(mainOf(PAGE)).not.toContain('<track')
  })

  it('that stands at the broadcaster’s has a still and a link that says where it leads, and nothing foreign', async () => {
    await happens(toRelease(video('vi', { file: null, link: 'https://lamdongtv.vn/phim/cong' }, { media: [poster] })))
    const html = mainOf(PAGE)
    expect(html).toContain(
      '<p class="leads"><a href="https://lamdongtv.vn/phim/cong" rel="external noopener noreferrer">Xem phim tại lamdongtv.vn</a> <small>Liên kết mở trang của đơn vị phát sóng, ngoài trang này.</small></p>',
    )
    expect(html).not.toMatch(/<video|<iframe|src="http/)
  })

  it('of which the film is missing stops everything behind it, until it is there', async () => {
    film = bench.film('chưa có', { stored: false })
    await bench.release(toRelease(video()))
    await until(() => bench.said.some(({ facts }) => facts['reason'] === 'medium missing'))
    expect(statusOf(PAGE)).toBeUndefined()
    bench.bring()
    await bench.caughtUp()
    expect(statusOf(PAGE)).toBe(200)
  })

  it('goes to an outlet with film, still, and subtitles inside; one that is withdrawn with nothing', async () => {
    await happens(toRelease(video('en')), toRelease(video()), toWithdraw(video()))
    const history = await bench.log().of(FILM_ITEM)
    const message = messageOf(history[1]!, { kind: 'release', history, publicUrl: PUBLIC })
    expect(message.video).toMatchObject({
      film: { href: `${PUBLIC}/media/${film.digest}.webm`, sha256: film.digest, sizeInBytes: 300_000, contentType: 'video/webm' },
      link: null,
      durationMs: 12_000,
      poster: { href: `${PUBLIC}/media/${poster.digest}.webp` },
    })
    expect(message.video?.captions.map(({ language, form, text }) => [language, form, text === undefined])).toEqual(
      (['vi', 'en'] as const).flatMap((language) => FORMS.map((form) => [language, form, form.startsWith('transcript')])),
    )
    expect(message.video?.captions[0]?.text).toBe(
      messageOf(history[1]!, { kind: 'release', history, publicUrl: PUBLIC }).video?.captions[0]?.text,
    )
    expect(message.media.map(({ sha256 }) => sha256)).toContain(film.digest)
    const gone = messageOf(history[2]!, { kind: 'withdrawal', history, publicUrl: PUBLIC })
    expect([gone.media, gone.video]).toEqual([[], undefined])
  })
})

describe('a programme', () => {
  beforeEach(begin)
  afterEach(end)

  const ON_AIR = '/en/english-bulletin-2026-11-27'
  const coffee = (changes: Partial<Snapshot> = {}) => bench.text('en', changes)
  const programme = (texts: readonly Snapshot[] = [coffee(), video('en')]) => programmeOf(texts, { contents: { files } })
  const names = () => files.map(({ digest, ext }) => `${digest}.${ext}`)

  it('has a page with its running order and what is read, and a place in ninjs', async () => {
    await happens(toRelease(coffee()), toRelease(video('en')), toRelease(programme()))
    const html = mainOf(ON_AIR)
    expect(
      [...html.matchAll(/<time datetime="PT\d+S">([\d:]+)<\/time><\/p><div><h3>([^<]+)</g)].map(([, time, title]) => [
        time,
        title,
      ]),
    ).toEqual([
      ['0:00', 'Good evening'],
      ['0:10', 'Cau Dat coffee reaches Japan'],
      ['0:20', 'Gongs by the lake'],
      ['0:35', 'Good night'],
    ])
    expect(html).toContain('<p>First, the news of the week.</p><p>As read: Lam Dong ships its first arabica')
    expect(html).toContain('<p>On air at 19:45 on 27 November 2026</p><p>Presenter: Nguyen Thi Hoa</p><p>Running time: 0:45</p>')
    // Script and package are the broadcaster's: nothing public names them.
    expect(
      [ON_AIR, `/v1/items/${PROGRAMME}/en`].flatMap((path) => names().filter((name) => bodyOf(path).includes(name))),
    ).toEqual([])
    expect(JSON.parse(bodyOf(`/v1/items/${PROGRAMME}/en`))).toMatchObject({
      type: 'composite',
      associations: [
        { name: 'lead' },
        { name: 'item-001' },
        { name: 'item-002', type: 'text', pubStatus: 'usable' },
        { name: 'item-003', type: 'video' },
        { name: 'item-004' },
      ],
    })
    expect(bench.publicFiles()).toEqual([...new Set([...names(), ...nameOf(film), ...nameOf(poster)])].sort())
  })

  it('goes to the broadcaster with its script, rundown and package', async () => {
    await happens(toRelease(coffee()), toRelease(video('en')), toRelease(programme()))
    const release = (await bench.log().of(PROGRAMME))[0] as TextRelease
    const { programme: told } = messageOf(release, {
      kind: 'release',
      history: [release],
      publicUrl: PUBLIC,
      texts: await textsOf(release, { of: (item) => bench.log().of(item) }),
    })
    expect(
      told?.files.map(({ kind, href, sha256 }) => [kind, href === `${PUBLIC}/media/${sha256}.${href.split('.').at(-1) ?? ''}`]),
    ).toEqual(['scriptDocx', 'scriptTxt', 'rundownJson', 'rundownCsv', 'vtt', 'srt', 'package'].map((kind) => [kind, true]))
    expect(told?.steps.map(({ title, startsAtMs, item }) => [title, startsAtMs, item])).toEqual([
      ['Good evening', 0, null],
      ['Cau Dat coffee reaches Japan', 10_000, ITEM],
      ['Gongs by the lake', 20_000, FILM_ITEM],
      ['Good night', 35_000, null],
    ])
  })

  it('of which a text is withdrawn shows nothing of it any more, and its files are gone; back with it', async () => {
    await happens(toRelease(coffee()), toRelease(video('en')), toRelease(programme()), toWithdraw(coffee()))
    await until(() => !bench.publicFiles().some((name) => names().includes(name)))
    expect(mainOf(ON_AIR)).toContain('<h3>This item has been withdrawn.</h3>')
    expect([ON_AIR, `/v1/items/${PROGRAMME}/en`].filter((path) => /coffee|arabica/i.test(bodyOf(path)))).toEqual([])
    const release = (await bench.log().of(PROGRAMME))[0] as TextRelease
    const { programme: told } = messageOf(release, {
      kind: 'release',
      history: [release],
      publicUrl: PUBLIC,
      texts: (item) => (item === ITEM ? ({ ...release, kind: 'withdrawal', reason: 'x', of: 1 } as never) : null),
    })
    expect([told?.filesWithheld, told?.files, told?.steps[1]?.script]).toEqual([true, [], ''])
    await happens(toRelease(coffee()))
    expect(bench.publicFiles().filter((name) => names().includes(name))).toEqual(names().sort())
    expect(mainOf(ON_AIR)).toContain('As read: Lam Dong ships')
  })

  it('of which a film is withdrawn shows neither its still nor its clip: on no page, in no list, to no outlet', async () => {
    const gongs = video('en')
    await happens(toRelease(coffee()), toRelease(gongs), toRelease(programme()))
    const shows = (text: string) => [...nameOf(poster), ...nameOf(film)].some((name) => text.includes(name)) || /gong/i.test(text)
    const places = [ON_AIR, `/v1/items/${PROGRAMME}/en`, '/en']
    expect(places.map((path) => shows(bodyOf(path)))).toEqual([true, true, true])
    await happens(toWithdraw(gongs))
    expect(places.map((path) => shows(bodyOf(path)))).toEqual([false, false, false])
    await until(() => bench.publicFiles().length === 0)
    const [release] = (await bench.log().of(PROGRAMME)) as readonly TextRelease[]
    const message = messageOf(release!, {
      kind: 'release',
      history: [release!],
      publicUrl: PUBLIC,
      texts: await textsOf(release!, { of: (item) => bench.log().of(item) }),
      radio: { readMs: null },
    })
    expect([shows(JSON.stringify(message)), message.media, message.radio?.recordings]).toEqual([false, [], []])
  })

  it('of which a text is corrected says so beside what was read', async () => {
    await happens(
      toRelease(coffee()),
      toRelease(video('en')),
      toRelease(programme()),
      toCorrect(coffee({ title: 'Coffee in Hokkaido' })),
    )
    expect(mainOf(ON_AIR)).toContain(
      '<h3>Cau Dat coffee reaches Japan</h3><p class="flag">This item was corrected after the programme had been approved.</p>',
    )
  })

  it('withdrawn is gone with its script, its package and its clips', async () => {
    await happens(toRelease(video('en')), toRelease(programme([video('en')])), toWithdraw(programme([video('en')])))
    await until(() => bench.publicFiles().length === nameOf(film).length + nameOf(poster).length)
    expect([statusOf(ON_AIR), statusOf(`/v1/items/${PROGRAMME}/en`), statusOf('/en/gongs-by-the-lake')]).toEqual([410, 410, 200])
    expect(mainOf(ON_AIR)).toContain('<h1>This programme has been withdrawn</h1>')
  })
})
