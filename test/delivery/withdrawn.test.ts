import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProgrammeFile } from '#publication/programme'
import type { Medium, ReleaseRequest, Snapshot } from '#publication/release'
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
import { until } from './dispatch-bench'
import { publicBench, type Answer, type PublicBench } from './public-bench'

let bench: PublicBench
let film: Medium
let poster: Medium
let photo: Medium
let files: readonly ProgrammeFile[]
beforeEach(async () => {
  bench = publicBench()
  film = bench.film('cồng', { bytes: Buffer.alloc(50_000, 'phim'), press: true })
  poster = { ...bench.picture('bìa phim'), press: true }
  photo = { ...bench.picture('đồi cà phê'), press: true }
  files = bench.programmeFiles('english')
  bench.project()
  await bench.serve()
})
afterEach(() => bench.end())

const video = (language: 'vi' | 'en', changes: Partial<Snapshot> = {}) =>
  videoOf(language, {
    changes: {
      media: [poster, film],
      lead: { digest: poster.digest, alt: 'Bếp lửa giữa nhà sàn', caption: 'Đêm cồng chiêng bên hồ', credit: 'Văn Báu' },
      ...changes,
    },
    contents: { file: film.digest },
  })
const coffee = (language: 'vi' | 'en') =>
  bench.text(language, {
    media: [photo],
    lead: { digest: photo.digest, alt: 'Đồi cà phê trong sương', caption: 'Cầu Đất sáng sớm', credit: 'Văn Báu' },
  })
const programme = () => programmeOf([coffee('en'), video('en')], { contents: { files } })

/** Everything that was out in words of their own: sentences, not names that stay where they are needed, as of topics. */
const sentencesOf = (snapshot: Snapshot): readonly string[] => {
  const found = new Set<string>()
  const { topics: _, ...rest } = snapshot
  JSON.stringify(rest, (__, value: unknown) => {
    if (typeof value === 'string' && value.length > 12 && value.includes(' ')) found.add(value)
    return value
  })
  return [...found]
}
const digestsOf = ({ renditions }: Medium) => renditions.map(({ digest }) => digest)

/** All that the model says, however deep, as text. */
const said = (value: unknown): string => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8')
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .map(([name, inner]) => `${name} ${said(inner)}`)
    .join('\n')
}

const FORMS = ['captions.vtt', 'captions.srt', 'transcript.txt', 'transcript.html']
const KITS = ['/press/vi/xuc-tien-dau-tu', '/press/en/xuc-tien-dau-tu']
const GONE = [
  '/vi/tieng-cong-ben-ho',
  '/vi/tieng-cong-trong-dem',
  '/en/gongs-by-the-lake',
  '/en/english-bulletin-2026-11-27',
  ...[FILM_ITEM, ITEM].flatMap((item) => [`/v1/items/${item}/vi`, `/v1/items/${item}/en`]),
  `/v1/items/${PROGRAMME}/en`,
  ...['vi', 'en'].flatMap((language) => FORMS.map((form) => `/v1/items/${FILM_ITEM}/${language}/${form}`)),
]
const LISTS = [
  ...['vi', 'en', 'ja'].flatMap((language) => [
    `/${language}`,
    `/press/${language}`,
    `/sitemap-${language}.xml`,
    `/feeds/${language}/articles.rss`,
    `/feeds/${language}/videos.rss`,
  ]),
  ...[FILM_ITEM, ITEM, PROGRAMME].map((item) => `/v1/items/${item}`),
  ...KITS,
]

/** Those that tell of what is out. */
const TELLING = [
  ...['vi', 'en'].flatMap((language) => [
    `/${language}`,
    `/sitemap-${language}.xml`,
    `/feeds/${language}/articles.rss`,
    `/feeds/${language}/videos.rss`,
  ]),
  ...KITS,
]

const withdrawals = (): Readonly<Record<'coffee' | 'film' | 'programme', readonly ReleaseRequest[]>> => ({
  coffee: [toWithdraw(coffee('vi'), 'Sai.'), toWithdraw(coffee('en'), 'Sai.')],
  film: [toWithdraw(video('vi'), 'Sai.'), toWithdraw(video('en'), 'Sai.')],
  programme: [toWithdraw(programme(), 'Sai.')],
})

describe('when film, text and programme are withdrawn', () => {
  it.each([[['coffee', 'film', 'programme']], [['programme', 'film', 'coffee']], [['film', 'programme', 'coffee']]] as const)(
    '%j, one after the other, nothing of them is anywhere: no word, no second, no byte',
    async (order) => {
      const renamed = video('vi', { slug: 'tieng-cong-trong-dem', title: 'Tiếng cồng trong đêm hội' })
      const out = [coffee('vi'), coffee('en'), video('vi'), video('en'), programme(), renamed]
      await bench.release(...out.slice(0, 5).map((text) => toRelease(text)), toCorrect(renamed))
      await bench.caughtUp()
      const zipOf = (kit: string) => bench.resource(`${kit}.zip`)?.headers.location ?? ''
      await until(() => KITS.every((kit) => zipOf(kit).startsWith('/media/')))
      const zips = KITS.map(zipOf)
      const media = bench.publicFiles().map((file) => `/media/${file}`)
      const kept = new Map<string, Answer>()
      for (const path of [...GONE, ...media]) kept.set(path, await bench.get(path))
      expect([...kept].filter(([, { status }]) => status !== 200).map(([path, { status }]) => [path, status])).toEqual([
        ['/vi/tieng-cong-ben-ho', 301],
      ])
      const lists = await Promise.all(LISTS.map((path) => bench.get(path)))
      expect(lists.map(({ status }) => status)).toEqual(LISTS.map(() => 200))
      expect(zips.every((zip) => media.includes(zip))).toBe(true)
      const before = said(await bench.everything())
      const sentences = out.flatMap(sentencesOf)
      const digests = [film, poster, photo].flatMap(digestsOf)
      // What is looked for was there to be found.
      expect(LISTS.filter((_, index) => sentences.some((sentence) => lists[index]?.body.includes(sentence)))).toEqual(TELLING)
      expect(digests.filter((digest) => !before.includes(digest))).toEqual([])
      expect(sentences.filter((sentence) => before.includes(sentence)).length).toBeGreaterThan(sentences.length / 2)

      for (const what of order) {
        await bench.release(...withdrawals()[what])
        await bench.caughtUp()
      }
      await until(() => bench.publicFiles().length === 0)

      for (const path of GONE) {
        const etag = String(kept.get(path)?.headers.etag)
        const asked = [{}, { 'if-none-match': etag }, { range: 'bytes=0-9', 'if-range': etag }, { 'accept-encoding': 'gzip' }]
        const answers = await Promise.all(asked.map((headers) => bench.get(path, headers as Record<string, string>)))
        expect([path, answers.map(({ status }) => status)]).toEqual([path, [410, 410, 410, 410]])
      }
      for (const path of media) {
        const etag = String(kept.get(path)?.headers.etag)
        const asked = [{}, { range: 'bytes=0-9' }, { 'if-none-match': etag }, { 'if-range': etag, range: 'bytes=100-' }]
        const answers = await Promise.all(asked.map((headers) => bench.get(path, headers as Record<string, string>)))
        expect([path, answers.map(({ status }) => status)]).toEqual([path, [404, 404, 404, 404]])
      }
      expect(KITS.map(zipOf)).toEqual(KITS)
      const after = [
        said(await bench.everything()),
        ...(await Promise.all(LISTS.map((path) => bench.get(path)))).map(({ body }) => body),
      ]
      const left = [...sentences, ...digests, ...files.map(({ digest }) => digest)]
      expect(left.filter((one) => after.some((text) => text.includes(one)))).toEqual([])
      expect(after.filter((text) => /<track|<video[ >]|-->|<url>|media:content|<enclosure/.test(text))).toEqual([])
    },
  )
})
