import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import RssParser from 'rss-parser'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LANGUAGES, NewsroomError } from '#newsroom'
import type { Release, ReleaseRequest, Snapshot } from '#publication/release'
import { ITEM, NOON, OTHER_ITEM, toCorrect, toRelease, toWithdraw } from '../builders'
import { openReader } from '#delivery/public/reader'
import { publicBench, type PublicBench } from './public-bench'
import { until } from './dispatch-bench'

let bench: PublicBench
beforeEach(() => void (bench = publicBench()))
afterEach(() => bench.end())

const bodyOf = (path: string) => bench.resource(path)?.body.bytes.toString('utf8') ?? ''
const file = (snapshot: Snapshot) =>
  snapshot.media.flatMap(({ renditions }) => renditions.map(({ digest, ext }) => `${digest}.${ext}`)).sort()
const pictured = (name: string, changes: Partial<Snapshot> = {}, stored = true) => {
  const medium = bench.picture(name, { stored })
  return bench.text('vi', {
    media: [medium],
    lead: { digest: medium.digest, alt: 'Cồng chiêng', caption: 'Đêm hội', credit: 'Văn Báu' },
    ...changes,
  })
}
const change = (title: string, changes: Partial<Snapshot> = {}) => bench.text('vi', { title, ...changes })

describe('what becomes visible', () => {
  it('a page, ninjs, the pairing table, the feed and the front page, with one tag each', async () => {
    bench.project()
    const [release] = await bench.release(toRelease(bench.text('vi')))
    await bench.caughtUp()
    const page = '/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban'
    expect(
      [page, `/v1/items/${ITEM}/vi`, `/v1/items/${ITEM}`, '/feeds/vi/articles.rss', '/vi'].map((path) => [
        bench.resource(path)?.status,
        bench.resource(path)?.body.etag,
      ]),
    ).toEqual(Array(5).fill([200, expect.stringMatching(/^"r1-[0-9a-f]{12}"$/)]))
    expect(bodyOf(page)).toContain('<h1>Cà phê Cầu Đất đến tay bạn đọc Nhật Bản</h1>')
    expect(JSON.parse(bodyOf(`/v1/items/${ITEM}/vi`))).toMatchObject({ version: '1', pubStatus: 'usable' })
    expect(JSON.parse(bodyOf(`/v1/items/${ITEM}`))).toEqual({
      item: ITEM,
      type: 'article',
      languages: [
        {
          language: 'vi',
          status: 'live',
          version: 1,
          seq: 1,
          firstReleased: release?.at,
          released: release?.at,
          uri: `tag:lamdong.gov.vn,2017:ttdn:${ITEM}:vi`,
          href: `https://ttdn.lamdong.example.vn/v1/items/${ITEM}/vi`,
          url: `https://ttdn.lamdong.example.vn${page}`,
        },
      ],
    })
    const packed = bench.resource(page)?.gzip
    expect(gunzipSync(packed?.bytes ?? '').toString('utf8')).toBe(bodyOf(page))
    expect(packed?.etag).not.toBe(bench.resource(page)?.body.etag)
  })

  it('empty front pages and feeds of the languages that have nothing yet are whole as well', async () => {
    bench.project()
    await bench.release(toRelease(bench.text('vi')))
    await bench.caughtUp()
    expect(bodyOf('/ja')).toContain('日本語の記事はまだありません。')
    expect((await new RssParser().parseString(bodyOf('/feeds/ja/articles.rss'))).items).toEqual([])
  })

  it('a translation appears on the pages of the other languages', async () => {
    bench.project()
    await bench.release(toRelease(bench.text('vi')))
    await bench.caughtUp()
    const before = bench.resource('/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban')
    expect(bodyOf('/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban')).not.toContain('/en/cau-dat-coffee')
    await bench.release(toRelease(bench.text('en')))
    await bench.caughtUp()
    expect(bodyOf('/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban')).toContain(
      '<a href="/en/cau-dat-coffee-reaches-japan" hreflang="en" lang="en">English</a>',
    )
    expect(bodyOf('/en/cau-dat-coffee-reaches-japan')).toContain(
      '<a href="/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban" hreflang="vi" lang="vi">Tiếng Việt</a>',
    )
    expect(bench.resource('/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban')?.modified).toBeGreaterThan(before?.modified ?? 0)
    expect(JSON.parse(bodyOf(`/v1/items/${ITEM}/vi`))).toMatchObject({ associations: [{ name: 'translation-en', version: '1' }] })
  })

  it('a corrected text carries its note, and its old address leads to the new one', async () => {
    bench.project()
    await bench.release(
      toRelease(bench.text('vi')),
      toCorrect(change('Cà phê Cầu Đất tới Hokkaido', { slug: 'ca-phe-cau-dat-toi-hokkaido' })),
    )
    await bench.caughtUp()
    expect(bodyOf('/vi/ca-phe-cau-dat-toi-hokkaido')).toContain('Lô hàng nặng 18,5 tấn, không phải 185 tấn.')
    expect(bench.resource('/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban')).toMatchObject({
      status: 301,
      headers: { location: '/vi/ca-phe-cau-dat-toi-hokkaido' },
    })
    await bench.release(toCorrect(change('Cà phê Cầu Đất tới Sapporo', { slug: 'ca-phe-cau-dat-toi-sapporo' })))
    await bench.caughtUp()
    for (const old of ['ca-phe-cau-dat-den-tay-ban-doc-nhat-ban', 'ca-phe-cau-dat-toi-hokkaido']) {
      expect(bench.resource(`/vi/${old}`)?.headers.location).toBe('/vi/ca-phe-cau-dat-toi-sapporo')
    }
    expect(bodyOf('/vi/ca-phe-cau-dat-toi-sapporo').match(/class="correction"/g)).toHaveLength(2)
  })

  it('an old address that another text takes over is that one’s', async () => {
    bench.project()
    await bench.release(
      toRelease(bench.text('vi', { slug: 'festival-hoa' })),
      toCorrect(change('Đổi địa chỉ', { slug: 'festival-hoa-2025' })),
      toRelease(bench.text('vi', { item: OTHER_ITEM, slug: 'festival-hoa', title: 'Festival Hoa Đà Lạt 2026' })),
      toWithdraw(bench.text('vi')),
    )
    await bench.caughtUp()
    expect(bench.resource('/vi/festival-hoa')?.status).toBe(200)
    expect(bodyOf('/vi/festival-hoa')).toContain('Festival Hoa Đà Lạt 2026')
    expect(bench.resource('/vi/festival-hoa-2025')?.status).toBe(410)
  })
})

describe('what disappears', () => {
  it('a withdrawn text leaves a notice at every address it had and not a word of itself anywhere', async () => {
    bench.project()
    const secret = (word: string) => `chim-hoàng-yến-${word}`
    const text = bench.text('vi', {
      title: secret('title'),
      summary: secret('summary'),
      byline: secret('byline'),
      slug: 'chim-hoang-yen-slug',
      topics: [{ id: 'chim-hoang-yen', name: secret('topic') }],
      places: [secret('place')],
      body: [{ kind: 'paragraph', children: [{ kind: 'text', text: secret('body'), marks: [] }] }],
    })
    await bench.release(toRelease(text), toRelease(bench.text('en')))
    await bench.caughtUp()
    const everything = () =>
      [
        `/v1/items/${ITEM}/vi`,
        `/v1/items/${ITEM}/en`,
        `/v1/items/${ITEM}`,
        '/feeds/vi/articles.rss',
        '/feeds/en/articles.rss',
        '/vi',
        '/en',
        '/vi/chim-hoang-yen-slug',
        '/vi/chim-hoang-yen-cu',
        '/en/cau-dat-coffee-reaches-japan',
      ]
        .map((path) => bodyOf(path) + JSON.stringify(bench.resource(path)?.headers))
        .join('\n')
    expect(everything()).toContain('chim-hoàng-yến-title')
    await bench.release(toCorrect({ ...text, slug: 'chim-hoang-yen-cu' }), toWithdraw(text, 'Sai nhân vật trong ảnh.'))
    await bench.caughtUp()
    expect(everything()).not.toMatch(/chim-ho/)
    expect([bench.resource('/vi/chim-hoang-yen-slug')?.status, bench.resource('/vi/chim-hoang-yen-cu')?.status]).toEqual([
      410, 410,
    ])
    expect(bodyOf('/vi/chim-hoang-yen-cu')).toContain('Sai nhân vật trong ảnh.')
    expect(JSON.parse(bodyOf(`/v1/items/${ITEM}/vi`))).toEqual({
      type: 'about:blank',
      title: 'withdrawn',
      status: 410,
      detail: 'Sai nhân vật trong ảnh.',
      uri: `tag:lamdong.gov.vn,2017:ttdn:${ITEM}:vi`,
      language: 'vi',
      version: 3,
      withdrawn: expect.any(String) as string,
    })
    expect((await new RssParser().parseString(bodyOf('/feeds/vi/articles.rss'))).items).toMatchObject([
      { guid: `tag:lamdong.gov.vn,2017:ttdn:${ITEM}:vi`, title: '[Đã gỡ] Bài viết đăng ngày 24/11/2026' },
    ])
    expect(JSON.parse(bodyOf(`/v1/items/${ITEM}`))).toMatchObject({
      languages: [
        { language: 'vi', status: 'withdrawn', version: 3 },
        { language: 'en', status: 'live' },
      ],
    })
  })

  it('its notice leaves the feed after thirty days', async () => {
    bench.project()
    await bench.release(toRelease(bench.text('vi')), toWithdraw())
    bench.tick(31 * 24 * 3_600_000)
    await bench.release(toRelease(bench.text('vi', { item: OTHER_ITEM, slug: 'bai-khac' })))
    await bench.caughtUp()
    expect((await new RssParser().parseString(bodyOf('/feeds/vi/articles.rss'))).items).toHaveLength(1)
  })

  it('released again, it is back under its address', async () => {
    bench.project()
    await bench.release(toRelease(bench.text('vi')), toWithdraw(), toRelease(bench.text('vi', { title: 'Bản đã sửa' })))
    await bench.caughtUp()
    expect(bench.resource('/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban')?.status).toBe(200)
    expect(bodyOf('/vi')).toContain('Bản đã sửa')
  })

  it('names of those who approved and released never reach the public side', async () => {
    bench.project()
    await bench.release(toRelease(bench.text('vi')))
    await bench.caughtUp()
    await bench.project().stop()
    expect(readFileSync(join(bench.modelFolder, 'data.mdb')).includes('Phan Thái Bình')).toBe(false)
  })
})

describe('media', () => {
  it('are in the public folder before the text is visible, and leave with the last text that shows them', async () => {
    bench.project()
    const one = pictured('cong-chieng')
    const two = bench.text('vi', { item: OTHER_ITEM, slug: 'bai-khac', media: one.media, lead: one.lead })
    await bench.release(toRelease(one), toRelease(two))
    await bench.caughtUp()
    expect(bench.publicFiles()).toEqual(file(one))
    await bench.release(toWithdraw(one))
    await bench.caughtUp()
    expect(bench.publicFiles()).toEqual(file(one))
    await bench.release(toWithdraw(two))
    await bench.caughtUp()
    await until(() => bench.publicFiles().length === 0)
  })

  describe('that a correction dropped', () => {
    const HOUR = 3_600_000
    const stray = `${'a'.repeat(64)}.webp`
    /** Only a look through the whole folder takes this one away. */
    const lookedThrough = async () => {
      writeFileSync(join(bench.publicFolder, stray), 'left')
      bench.tick(HOUR)
      await until(() => !bench.publicFiles().includes(stray))
    }
    const dropped = async () => {
      const [before, after] = [pictured('người lạ'), pictured('cong-chieng')]
      for (const request of [toRelease(before), toCorrect(after)]) {
        await bench.release(request)
        await bench.caughtUp()
      }
      return { before, after, both: [...file(before), ...file(after)].sort() }
    }

    it('stay for an hour, for outlets that are just fetching them, and are gone an hour later', async () => {
      const first = bench.project()
      const { after, both } = await dropped()
      expect(bench.publicFiles()).toEqual(both)
      await first.stop()
      bench.tick(-60_000)
      bench.project()
      await lookedThrough()
      expect(bench.publicFiles()).toEqual(both)
      await lookedThrough()
      expect(bench.publicFiles()).toEqual(file(after))
    })

    it('do not come back with a rebuilding', async () => {
      const first = bench.project()
      const { after } = await dropped()
      await first.stop()
      bench.tick(2 * HOUR)
      bench.project({ rebuild: true })
      await until(() => bench.publicFiles().join() === file(after).join())
    })

    it('stay where another text shows them, or the next correction', async () => {
      bench.project()
      const { before, after } = await dropped()
      await bench.release(
        toRelease(bench.text('vi', { item: OTHER_ITEM, slug: 'bai-khac', media: before.media, lead: before.lead })),
        toCorrect(before),
      )
      await bench.caughtUp()
      await lookedThrough()
      await lookedThrough()
      expect(bench.publicFiles()).toEqual(file(before))
      // A withdrawal waits for no hour of another text.
      await bench.release(toCorrect(after), toWithdraw(bench.text('vi', { item: OTHER_ITEM })))
      await bench.caughtUp()
      await until(() => bench.publicFiles().join() === file(after).join())
    })

    it('leave at once with a withdrawal', async () => {
      bench.project()
      await dropped()
      await bench.release(toWithdraw())
      await bench.caughtUp()
      await until(() => bench.publicFiles().length === 0)
    })
  })

  it('a missing one stops everything behind it, loudly, until it is there', async () => {
    const broken = pictured('mất', {}, false)
    bench.project()
    await bench.release(
      toRelease(bench.text('vi', { item: OTHER_ITEM, slug: 'truoc' })),
      toRelease(broken),
      toRelease(bench.text('en')),
    )
    const stopped = () => bench.said.find(({ text }) => text.startsWith('projector cannot go on'))
    await until(() => stopped() !== undefined && bench.meta().seq === 1)
    expect(stopped()).toMatchObject({
      level: 'error',
      facts: { seq: 2, reason: 'medium missing', file: expect.stringMatching(/webp$/) as string },
    })
    const statuses = () => ['/vi/truoc', '/en/cau-dat-coffee-reaches-japan'].map((path) => bench.resource(path)?.status)
    expect([statuses(), bench.publicFiles()]).toEqual([[200, undefined], []])
    bench.bring()
    await bench.caughtUp()
    expect([statuses(), bench.publicFiles()]).toEqual([[200, 200], file(broken)])
  })

  it('a damaged one is never published', async () => {
    const text = pictured('hỏng')
    writeFileSync(join(bench.mediaStore, file(text)[0] ?? ''), 'other bytes')
    bench.project()
    await bench.release(toRelease(text))
    await until(() => bench.said.some(({ facts }) => facts['reason'] === 'medium damaged'))
    expect(bench.publicFiles()).not.toContain(file(text)[0])
    expect(bench.meta().seq).toBe(0)
  })

  it('withdrawals go past what is stuck; the list of changes keeps its order, and all is well once it goes on', async () => {
    bench.project()
    await bench.serve()
    const broken = pictured('mất', { item: OTHER_ITEM, slug: 'ket' }, false)
    const page = '/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban'
    await bench.release(toRelease(bench.text('vi')))
    await bench.caughtUp()
    await bench.release(toRelease(broken), toCorrect(change('Không ai được thấy')), toWithdraw())
    await until(() => bench.resource(page)?.status === 410)
    const changes = async () =>
      (JSON.parse((await bench.get('/v1/changes')).body) as { changes: { seq: number; action: string }[] }).changes.map(
        ({ seq, action }) => `${seq} ${action}`,
      )
    expect(await changes()).toEqual(['1 publish'])
    const seen = new Set<unknown>()
    const watch = setInterval(() => seen.add(bench.resource(page)?.status), 1)
    bench.bring()
    await bench.caughtUp()
    clearInterval(watch)
    expect([...seen]).toEqual([410])
    expect(await changes()).toEqual(['1 publish', '2 publish', '3 correct', '4 withdraw'])
    expect(bench.resource('/vi/ket')?.status).toBe(200)
    expect(bodyOf('/vi')).not.toContain('Không ai được thấy')
  })

  it('the last of many withdrawals goes past what is stuck as well', async () => {
    bench.project()
    const many = Array.from({ length: 101 }, (_, index) =>
      bench.text('vi', { item: `01JQ80GONE${String(index).padStart(16, '0')}`, slug: `go-${index}` }),
    )
    await bench.release(...many.map((text) => toRelease(text)))
    await bench.caughtUp()
    await bench.release(
      toRelease(pictured('mất', { item: OTHER_ITEM, slug: 'ket' }, false)),
      ...many.map((text) => toWithdraw(text)),
    )
    await until(() => bench.resource('/vi/go-99')?.status === 410)
    await until(() => bench.resource('/vi/go-100')?.status === 410)
  })

  it('what a kill left behind is swept away at the next start', async () => {
    bench.project()
    await bench.release(toRelease(pictured('cong-chieng')))
    await bench.caughtUp()
    const stray = `${'a'.repeat(64)}.webp`
    writeFileSync(join(bench.publicFolder, stray), 'left')
    writeFileSync(join(bench.publicFolder, `.${'b'.repeat(64)}.webp.77.part`), 'half')
    writeFileSync(join(bench.publicFolder, 'README'), 'not ours')
    bench.project()
    await until(() => !bench.publicFiles().includes(stray))
    expect(bench.publicFiles().filter((name) => name.startsWith('.') || name === 'README')).toEqual(['README'])
    expect(bench.publicFiles()).toHaveLength(3)
  })
})

describe('Last-Modified', () => {
  it('grows by a second at least with every release that touches a resource, even within one second', async () => {
    bench.project()
    const seen: number[] = []
    await bench.release(toRelease(bench.text('vi')))
    for (const title of ['một', 'hai', 'ba', 'bốn']) {
      await bench.caughtUp()
      seen.push(bench.resource('/feeds/vi/articles.rss')?.modified ?? 0)
      await bench.release(toCorrect(change(title)))
    }
    await bench.caughtUp()
    seen.push(bench.resource('/feeds/vi/articles.rss')?.modified ?? 0)
    const start = Date.parse(NOON) / 1000
    expect(seen).toEqual([start, start + 1, start + 2, start + 3, start + 4])
  })

  it('never goes back, whatever happens, restarts and rebuilding included (property)', { timeout: 120_000 }, async () => {
    const step = fc.record({
      do: fc.constantFrom('write', 'write', 'write', 'withdraw', 'restart', 'rebuild'),
      language: fc.constantFrom(...LANGUAGES),
      item: fc.constantFrom(ITEM, OTHER_ITEM),
      wait: fc.constantFrom(0, 0, 300, 5_000),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
        const own = publicBench()
        let projector = own.project()
        const last = new Map<string, { modified: number; etag: string }>()
        try {
          for (const [index, { do: what, language, item, wait }] of steps.entries()) {
            own.tick(wait)
            if (what === 'restart' || what === 'rebuild') {
              await projector.stop()
              const { generation } = own.meta()
              projector = own.project({ rebuild: what === 'rebuild' })
              if (what === 'rebuild') await until(() => own.meta().generation > generation)
            } else {
              const history: readonly Release[] = await own.log().of(item, language)
              const isLive = history.length > 0 && history.at(-1)?.kind !== 'withdrawal'
              const text = own.text(language, {
                item,
                slug: `${item.slice(-3).toLowerCase()}-${language}`,
                title: `Bản ${index}`,
              })
              const request: ReleaseRequest | null =
                what === 'withdraw' ? (isLive ? toWithdraw(text) : null) : isLive ? toCorrect(text) : toRelease(text)
              if (request) await own.release(request)
            }
            await own.caughtUp()
            for (const path of [
              '/vi',
              '/en',
              '/ja',
              '/feeds/vi/articles.rss',
              '/feeds/en/articles.rss',
              `/v1/items/${ITEM}/vi`,
              `/v1/items/${ITEM}`,
            ]) {
              const resource = own.resource(path)
              if (!resource) continue
              const before = last.get(path)
              const now = { modified: resource.modified, etag: resource.body.etag }
              if (before && now.etag !== before.etag) expect(now.modified).toBeGreaterThan(before.modified)
              if (before) expect(now.modified).toBeGreaterThanOrEqual(before.modified)
              last.set(path, now)
            }
          }
        } finally {
          await own.end()
        }
      }),
      { numRuns: 12 },
    )
  })
})

describe('the read model is never the truth', () => {
  it('goes on from its cursor after a restart', async () => {
    const first = bench.project()
    await bench.release(toRelease(bench.text('vi')))
    await bench.caughtUp()
    await first.stop()
    await bench.release(toRelease(bench.text('en')))
    bench.project()
    await bench.caughtUp()
    expect(bench.said.filter(({ text }) => text === 'visible').map(({ facts }) => facts['seq'])).toEqual([2])
    expect(bodyOf('/en')).toContain('Cau Dat coffee reaches Japan')
  })

  it('built anew it answers with the same bytes and tags', async () => {
    const first = bench.project()
    await bench.release(
      toRelease(bench.text('vi')),
      toRelease(bench.text('en')),
      toCorrect(change('Sửa lần một')),
      toRelease(bench.text('vi', { item: OTHER_ITEM, slug: 'khac' })),
      toWithdraw(bench.text('en')),
    )
    await bench.caughtUp()
    await first.stop()
    const paths = [
      '/vi',
      '/en',
      '/ja',
      '/feeds/vi/articles.rss',
      '/feeds/en/articles.rss',
      `/v1/items/${ITEM}`,
      `/v1/items/${ITEM}/vi`,
      `/v1/items/${ITEM}/en`,
      '/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban',
      '/en/cau-dat-coffee-reaches-japan',
      '/vi/khac',
    ]
    const before = paths.map((path) => bench.resource(path))
    const { generation } = bench.meta()
    bench.project({ rebuild: true })
    await until(() => bench.meta().generation === generation + 1)
    expect(paths.map((path) => bench.resource(path))).toEqual(before)
    // Whoever still reads in the former one may finish; then it is forgotten.
    await until(async () => (await bench.generations()).join() === String(generation + 1))
    expect(paths.map((path) => bench.resource(path))).toEqual(before)
    // And from nothing but the log.
    rmSync(bench.modelFolder, { recursive: true })
    await until(() => bench.meta().generation === 1 && bench.meta().seq === 5)
    expect(paths.map((path) => bench.resource(path))).toEqual(before)
  })

  it('deleted while we run, it is made anew and delivery finds it again', async () => {
    bench.project()
    await bench.serve()
    await bench.release(toRelease(bench.text('vi')))
    await bench.caughtUp()
    rmSync(bench.modelFolder, { recursive: true })
    await bench.release(toRelease(bench.text('en')))
    await until(async () => (await bench.get('/en/cau-dat-coffee-reaches-japan')).status === 200)
    expect((await bench.get('/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban')).status).toBe(200)
  })

  it('a log restored from an older backup is followed, not the memory of what came after', async () => {
    const first = bench.project()
    await bench.release(toRelease(bench.text('vi')), toRelease(bench.text('en')))
    await bench.caughtUp()
    await first.stop()
    bench.anotherLog()
    bench.tick(60_000)
    await bench.release(toRelease(bench.text('ja')))
    bench.project()
    await until(() => bench.meta().seq === 1)
    expect([
      bench.resource('/en/cau-dat-coffee-reaches-japan'),
      bench.resource('/ja/cau-dat-coffee-reaches-japan-ja')?.status,
    ]).toEqual([undefined, 200])
  })

  it('a broken chain is not followed', async () => {
    const first = bench.project()
    await bench.release(toRelease(bench.text('vi')))
    await bench.caughtUp()
    await first.stop()
    await bench.release(toRelease(bench.text('en')))
    const log = bench.log()
    const forged = { ...((await log.after(1, 1))[0] as Release), prevDigest: 'f'.repeat(64) }
    bench.project({
      log: {
        after: async (seq) => (seq === 1 ? [forged] : []),
        bySeq: async (seq) => (await log.after(seq - 1, 1))[0] ?? null,
        of: async () => [],
        withdrawalsAfter: async () => [],
        clientKeys: async () => [],
        close: async () => {},
      },
    })
    await until(() => bench.said.some(({ facts }) => facts['reason'] === 'chain broken'))
    expect([bench.meta().seq, bench.resource('/en/cau-dat-coffee-reaches-japan')]).toEqual([1, undefined])
  })

  it('a damaged record stops us where it stands; withdrawals behind it still count', async () => {
    await bench.release(toRelease(bench.text('vi')), toRelease(bench.text('en')), toWithdraw(bench.text('vi')))
    const log = bench.log()
    const damaged = new NewsroomError('server.fault', { reason: 'digest', seq: 2 })
    bench.project({
      log: {
        after: async (seq) => (seq === 0 ? log.after(0, 1) : Promise.reject(damaged)),
        bySeq: async (seq) => (await log.after(seq - 1, 1))[0] ?? null,
        of: async () => [],
        withdrawalsAfter: async (seq) => log.after(Math.max(2, seq), 1),
        clientKeys: async () => [],
        close: async () => {},
      },
    })
    await until(() => bench.resource('/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban')?.status === 410)
    expect(bench.said.find(({ facts }) => facts['reason'] === 'record damaged')).toMatchObject({
      level: 'error',
      facts: { seq: '2' },
    })
    expect(bench.resource('/en/cau-dat-coffee-reaches-japan')).toBeUndefined()
  })

  it('two projectors on one model do each release once', async () => {
    bench.project()
    bench.project()
    for (let index = 0; index < 20; index += 1)
      await bench.release(
        toRelease(bench.text('vi', { item: `01JQ80TWO${String(index).padStart(17, '0')}`, slug: `bai-${index}` })),
      )
    await bench.caughtUp()
    expect(bodyOf('/vi').match(/<li/g)?.length).toBeGreaterThanOrEqual(20)
    expect((await new RssParser().parseString(bodyOf('/feeds/vi/articles.rss'))).items).toHaveLength(20)
  })

  it('keys of pull clients are copied, and forgotten when they go', async () => {
    await bench.end()
    let clients = [{ keyId: 'bao', keyHash: '0'.repeat(64), scopes: ['changes'], active: true }]
    bench = publicBench({ clients: () => clients })
    bench.project()
    const reader = openReader(bench.modelFolder)
    await until(() => reader.client('bao') !== null)
    expect(reader.client('bao')).toEqual({ keyHash: '0'.repeat(64), scopes: ['changes'], active: true })
    clients = []
    await until(() => reader.client('bao') === null, 6_000)
    await reader.close()
  })
})
