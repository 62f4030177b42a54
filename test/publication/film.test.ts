import { parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#newsroom'
import { captionFile } from '#publication/renditions/captions'
import { clockOf, filmLink, isoDuration, type VideoSnapshot } from '#publication/renditions/film'
import { jsonld } from '#publication/renditions/jsonld'
import { ninjs, translationOf } from '#publication/renditions/ninjs'
import { radioOf } from '#publication/renditions/radio'
import { rss } from '#publication/renditions/rss'
import { readSubtitles } from '#video/subtitles'
import { at, cues, FILM, FILM_ITEM, PICTURE, programme, released, snapshot, video } from '../builders'

const PUBLIC = 'https://ttdn.lamdong.gov.vn'
const V1 = `${PUBLIC}/v1/items/${FILM_ITEM}`
const linked = (link: string) => video('vi', { contents: { file: null, link, durationMs: null, width: null, height: null } })
const three = LANGUAGES.map((language) => translationOf(released(video(language))))

describe('a video as ninjs', () => {
  const data = ninjs(released(video('en')), { publicUrl: PUBLIC, translations: three })
  it('has film, still, and the subtitles of every language that is live', () => {
    const usable = data as Extract<typeof data, { pubStatus: 'usable' }>
    expect([usable.type, usable.renditions.slice(2)]).toEqual([
      'video',
      [
        {
          name: 'film',
          href: `${PUBLIC}/media/${FILM.digest}.webm`,
          contentType: 'video/webm',
          width: 640,
          height: 360,
          sizeInBytes: 794_917,
          duration: 12,
        },
        {
          name: 'poster',
          href: `${PUBLIC}/media/${PICTURE.renditions[3]?.digest ?? ''}.webp`,
          contentType: 'image/webp',
          width: 1600,
          height: 1067,
          sizeInBytes: 140_200,
        },
      ],
    ])
    expect(usable.associations.filter(({ type }) => type === 'component')).toEqual(
      LANGUAGES.map((language) => ({
        name: `subtitles-${language}`,
        uri: `tag:lamdong.gov.vn,2017:ttdn:${FILM_ITEM}:${language}:subtitles`,
        type: 'component',
        representationType: 'partial',
        version: '1',
        language,
        renditions: [
          { name: 'vtt', href: `${V1}/${language}/captions.vtt`, contentType: 'text/vtt' },
          { name: 'srt', href: `${V1}/${language}/captions.srt`, contentType: 'application/x-subrip' },
          { name: 'transcript', href: `${V1}/${language}/transcript.html`, contentType: 'text/html' },
        ],
      })),
    )
    expect(usable.bodies.find(({ role }) => role === 'transcript')?.value).toContain('K’Tieng, village elder: The first gong')
  })
  it('that stands elsewhere leads to its page and offers no file', () => {
    const { renditions } = ninjs(released(linked('https://www.lamdongtv.vn/phim/1')), { publicUrl: PUBLIC }) as typeof data & {
      renditions: readonly { name: string; href: string }[]
    }
    expect(renditions.slice(2).map(({ name, href }) => [name, href])).toEqual([
      ['film-page', 'https://www.lamdongtv.vn/phim/1'],
      ['poster', `${PUBLIC}/media/${PICTURE.renditions[3]?.digest ?? ''}.webp`],
    ])
    expect(filmLink('https://www.lamdongtv.vn/phim/1')?.host).toBe('lamdongtv.vn')
    expect([filmLink('javascript:alert(1)'), filmLink('phim'), filmLink(null)]).toEqual([null, null, null])
  })
})

describe('subtitles and transcript', () => {
  it.each(LANGUAGES)('come back as they were, in %s', (language) => {
    const own = video(language) as VideoSnapshot
    const back = (form: 'captions.vtt' | 'captions.srt') =>
      readSubtitles(captionFile(own, form), { language, newId: () => 'x' } as never).cues.map(({ start, end, lines }) => ({
        start,
        end,
        lines,
      }))
    const said = cues(language).map(({ start, end, lines }) => ({ start, end, lines }))
    expect(back('captions.vtt')).toEqual(said)
    if (language !== 'ja') expect(back('captions.srt')).toEqual(said)
  })
  it('show a reading as ruby on a page, and behind its word where there is none', () => {
    const own = video('ja') as VideoSnapshot
    expect(captionFile(own, 'captions.vtt')).toContain('<ruby>湖<rt>みずうみ</rt></ruby>に日が暮れる。')
    expect(captionFile(own, 'captions.srt')).toContain('湖（みずうみ）に日が暮れる。')
    expect(captionFile(own, 'transcript.txt')).toContain('湖（みずうみ）に日が暮れる。')
    expect(captionFile(own, 'transcript.html')).toContain('<ruby>湖<rp>（</rp><rt>みずうみ</rt><rp>）</rp></ruby>')
  })
  it('let no mark through', () =>
    expect(captionFile(video('vi') as VideoSnapshot, 'transcript.html')).toContain('Tiếng cồng &lt; đầu tiên &gt; ngân lên.'))
})

describe('for search engines', () => {
  it('a film is a VideoObject with length, still, file and captions', () =>
    expect(JSON.parse(jsonld(released(video('en')), { publicUrl: PUBLIC, translations: three }))).toMatchObject({
      '@type': 'VideoObject',
      name: 'Gongs by the lake',
      uploadDate: at(0),
      duration: 'PT12S',
      thumbnailUrl: [`${PUBLIC}/media/${PICTURE.renditions[3]?.digest ?? ''}.webp`],
      contentUrl: `${PUBLIC}/media/${FILM.digest}.webm`,
      caption: LANGUAGES.map((inLanguage) => ({
        '@type': 'MediaObject',
        encodingFormat: 'text/vtt',
        inLanguage,
        contentUrl: `${V1}/${inLanguage}/captions.vtt`,
      })),
    }))
  it.each([
    [900, 'PT1S', '0:01'],
    [65_400, 'PT1M5S', '1:05'],
    [3_600_000, 'PT1H', '1:00:00'],
    [3_723_000, 'PT1H2M3S', '1:02:03'],
  ])('%i milliseconds are %s, and %s for readers', (ms, iso, clock) =>
    expect([isoDuration(ms), clockOf(ms)]).toEqual([iso, clock]),
  )
})

it('the feed of videos carries film, still and subtitles as Media RSS, and the film as enclosure', () => {
  const xml = rss('vi', [{ kind: 'text', release: released(video()), corrections: [], translations: three }], {
    publicUrl: PUBLIC,
    builtAt: at(5),
    feed: 'videos.rss',
  })
  const feed = parseRssFeed(xml)
  const [item] = feed.items ?? []
  expect([feed.title, feed.atom?.links?.[0]?.href, item?.enclosures]).toEqual([
    'Thông tin đối ngoại tỉnh Lâm Đồng: video',
    `${PUBLIC}/feeds/vi/videos.rss`,
    [{ url: `${PUBLIC}/media/${FILM.digest}.webm`, length: 794_917, type: 'video/webm' }],
  ])
  expect(item?.media).toMatchObject({
    groups: [
      {
        contents: [
          {
            url: `${PUBLIC}/media/${FILM.digest}.webm`,
            type: 'video/webm',
            medium: 'video',
            duration: 12,
            width: 640,
            height: 360,
          },
        ],
      },
    ],
    thumbnails: [{ url: `${PUBLIC}/media/${PICTURE.renditions[3]?.digest ?? ''}.webp`, width: 1600, height: 1067 }],
    subTitles: LANGUAGES.map((lang) => ({ type: 'text/vtt', lang, href: `${V1}/${lang}/captions.vtt` })),
  })
})

it('a district station gets what is read, how long it takes, what is played, and SRT', () => {
  const read = radioOf(released(video('en')), { publicUrl: PUBLIC, readMs: 9_000, texts: () => null })
  expect([read.readMs, read.recordings]).toEqual([
    9_000,
    [
      {
        href: `${PUBLIC}/media/${FILM.digest}.webm`,
        contentType: 'video/webm',
        sha256: FILM.digest,
        sizeInBytes: 794_917,
        clip: null,
      },
    ],
  ])
  expect(read.script).toMatch(/^Gongs by the lake\n\nA night of gongs.*\n\nEvening falls on a lake at the foot/)
  expect(read.srt).toMatch(/^1\r\n00:00:01,000 --> 00:00:04,000\r\n/)
  const text = released(snapshot('en'))
  const bulletin = radioOf(released(programme([snapshot('en')])), { publicUrl: PUBLIC, readMs: null, texts: () => text })
  expect([bulletin.readMs, bulletin.script]).toEqual([
    30_000,
    'Good evening\n\nGood evening from Da Lat.\n\nCau Dat coffee reaches Japan\n\nFirst, the news of the week.\n\nAs read: Lam Dong ships its first arabica of the 2026 season to Hokkaido.\n\nGood night\n\nThat was the news from Lam Dong.\n',
  ])
  const films = radioOf(released(programme([video('en')])), {
    publicUrl: PUBLIC,
    readMs: null,
    texts: () => released(video('en')),
  })
  expect(films.recordings).toEqual([
    {
      href: `${PUBLIC}/media/${FILM.digest}.webm`,
      contentType: 'video/webm',
      sha256: FILM.digest,
      sizeInBytes: 794_917,
      clip: { from: 1_000, to: 6_000 },
    },
  ])
})
