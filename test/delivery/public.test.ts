import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import RssParser from 'rss-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '#publication/canonical'
import { ITEM, OTHER_ITEM, toCorrect, toRelease, toWithdraw } from '../builders'
import { publicBench, type PublicBench } from './public-bench'
import { until } from './dispatch-bench'

let bench: PublicBench
const SECRET = 'kYd3LbXr0v7Q2mZ9sT5uW8eN1aC4fG6h'
const PAGE = '/vi/ca-phe-cau-dat-den-tay-ban-doc-nhat-ban'
let picture = ''

beforeAll(async () => {
  bench = publicBench({
    clients: () => [
      { keyId: 'bao', keyHash: sha256(SECRET), scopes: ['read', 'changes'], active: true },
      { keyId: 'dai', keyHash: sha256(SECRET), scopes: ['read', 'changes'], active: false },
      { keyId: 'cu', keyHash: sha256(SECRET), scopes: ['read'], active: true },
    ],
  })
  bench.project()
  const medium = bench.picture('cong-chieng')
  picture = `/media/${medium.digest}.webp`
  const vi = bench.text('vi', {
    media: [medium],
    lead: { digest: medium.digest, alt: 'Người hái cà phê', caption: '', credit: 'Văn Báu' },
  })
  await bench.release(
    toRelease(vi),
    toRelease(bench.text('en')),
    toRelease(bench.text('vi', { item: OTHER_ITEM, slug: 'festival-hoa', title: 'Festival Hoa' })),
    toWithdraw(bench.text('vi', { item: OTHER_ITEM })),
  )
  await bench.serve()
  await bench.caughtUp()
  await until(async () => (await bench.get('/v1/changes', { authorization: `Bearer ttdn_bao_${SECRET}` })).status === 200)
})
afterAll(() => bench.end())

describe('readers', () => {
  it('are led from the root to the Vietnamese front page, whatever language their browser asks for', async () => {
    const { status, headers } = await bench.get('/', { 'accept-language': 'ja' })
    expect([status, headers.location]).toEqual([302, '/vi'])
    const front = await bench.get('/vi', { 'accept-language': 'ja' })
    expect([front.status, front.headers['content-language'], front.headers.vary]).toEqual([200, 'vi', 'Accept-Encoding'])
    expect(front.body).toContain(`<a href="${PAGE}">`)
  })

  it('get a page with its rules for caches and browsers', async () => {
    const { status, headers, body } = await bench.get(PAGE)
    expect(status).toBe(200)
    expect(body).toContain('<html lang="vi">')
    const {
      date: _,
      connection: __,
      'keep-alive': ___,
      etag,
      'last-modified': modified,
      'content-digest': digest,
      ...rest
    } = headers
    expect(etag).toMatch(/^"r2-[0-9a-f]{12}"$/)
    expect(modified).toMatch(/GMT$/)
    expect(digest).toBe(`sha-256=:${createHash('sha256').update(body).digest('base64')}:`)
    expect(rest).toEqual({
      'cache-control': 'public, max-age=30, s-maxage=60, stale-while-revalidate=0, stale-if-error=60',
      'content-language': 'vi',
      'content-length': String(Buffer.byteLength(body)),
      'content-security-policy':
        "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'surrogate-key': `item-${ITEM} lang-vi`,
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
  })

  it('get it packed when they can unpack it, under a tag of its own', async () => {
    const plain = await bench.get(PAGE)
    const packed = await bench.get(PAGE, { 'accept-encoding': 'br, gzip;q=0.8' })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(packed.bytes).toString('utf8')).toBe(plain.body)
    expect(packed.headers.etag).not.toBe(plain.headers.etag)
    expect(packed.headers['content-digest']).toBe(`sha-256=:${createHash('sha256').update(packed.bytes).digest('base64')}:`)
    for (const refusing of ['gzip;q=0', 'identity', 'br', '', 'gzip;q=0.000, br'])
      expect((await bench.get(PAGE, { 'accept-encoding': refusing })).headers['content-encoding']).toBeUndefined()
  })

  it('who have it already are told so', async () => {
    const { headers } = await bench.get(PAGE)
    const etag = headers.etag ?? ''
    const again = await bench.get(PAGE, { 'if-none-match': etag })
    expect([again.status, again.body, again.headers.etag, again.headers['content-length']]).toEqual([304, '', etag, undefined])
    const modified = headers['last-modified'] ?? ''
    const cases: readonly (readonly [Record<string, string>, number])[] = [
      [{ 'if-none-match': `"other", W/${etag}` }, 304],
      [{ 'if-none-match': '*' }, 304],
      [{ 'if-none-match': '"r1-000000000000"' }, 200],
      [{ 'if-modified-since': modified }, 304],
      [{ 'if-modified-since': new Date(Date.parse(modified) - 1000).toUTCString() }, 200],
      [{ 'if-modified-since': 'yesterday' }, 200],
      // The tag decides where there is one.
      [{ 'if-none-match': '"old"', 'if-modified-since': modified }, 200],
    ]
    for (const [asked, status] of cases) expect([asked, (await bench.get(PAGE, asked)).status]).toEqual([asked, status])
  })

  it('may ask for the head alone', async () => {
    const [whole, head] = [await bench.get(PAGE), await bench.get(PAGE, {}, 'HEAD')]
    expect([head.status, head.body, head.headers['content-length'], head.headers.etag]).toEqual([
      200,
      '',
      whole.headers['content-length'],
      whole.headers.etag,
    ])
  })

  it('find it with a query or a final slash as well', async () => {
    expect((await bench.get(`${PAGE}?utm_source=zalo`)).status).toBe(200)
    expect((await bench.get(`${PAGE}/`)).headers.location).toBe(PAGE)
    expect((await bench.get('/vi/')).headers.location).toBe('/vi')
  })

  it('see at a withdrawn one that it was withdrawn, and nothing else of it', async () => {
    const { status, headers, body } = await bench.get('/vi/festival-hoa')
    expect([status, headers['content-language'], headers['cache-control']]).toEqual([
      410,
      'vi',
      'public, max-age=30, s-maxage=60, stale-while-revalidate=0, stale-if-error=60',
    ])
    expect(body).toContain('Bài viết đã được gỡ')
    expect(body).toContain('Ảnh dùng sai người.')
    expect(body).toContain('noindex')
    expect(body).not.toContain('Festival')
  })

  it('are told in their language what is not there', async () => {
    for (const [path, title, language] of [
      ['/vi/khong-co', 'Không tìm thấy trang', 'vi'],
      ['/en/nothing', 'Page not found', 'en'],
      ['/ja/nai', 'ページが見つかりません', 'ja'],
      ['/fr/rien', 'Không tìm thấy trang', 'vi'],
      ['/.env', 'Không tìm thấy trang', 'vi'],
    ] as const) {
      const { status, headers, body } = await bench.get(path)
      expect([path, status, headers['content-language'], body.includes(title)]).toEqual([path, 404, language, true])
      expect(headers['content-security-policy']).toContain("default-src 'none'")
    }
  })

  it('get style, fonts and mark from us, for a year when the address names the version', async () => {
    const { body } = await bench.get('/ja')
    const hrefs = [...body.matchAll(/<link[^>]+href="(\/assets\/[^"]+)"/g)].map(([, href]) => href ?? '')
    expect(hrefs.length).toBeGreaterThanOrEqual(3)
    for (const href of hrefs.filter((each) => each.includes('?v='))) {
      const { status, headers } = await bench.get(href)
      expect([href, status, headers['cache-control'], headers['content-type']]).toEqual([
        href,
        200,
        'public, max-age=31536000, immutable',
        'text/css; charset=utf-8',
      ])
    }
    expect((await bench.get('/assets/site.css?v=00000000')).headers['cache-control']).toBe('public, max-age=300')
    const font = await bench.get('/assets/fonts/noto-serif/noto-serif-vietnamese-400-normal.woff2')
    expect([font.status, font.headers['content-type'], font.bytes.subarray(0, 4).toString('latin1')]).toEqual([
      200,
      'font/woff2',
      'wOF2',
    ])
    for (const path of [
      '/assets/fonts/noto-serif/../../../package.json',
      '/assets/fonts/noto-serif/..%2f..%2fpackage.json',
      '/assets/fonts/noto-serif/noto-serif-klingon-400-normal.woff2',
      '/assets/',
      '/assets/fonts/',
    ]) {
      expect([path, (await bench.get(path)).status]).toEqual([path, 404])
    }
  })

  it('nothing on a page comes from another host, and nothing runs', async () => {
    for (const path of [PAGE, '/vi', '/en/cau-dat-coffee-reaches-japan', '/vi/festival-hoa', '/vi/khong-co']) {
      const { body } = await bench.get(path)
      expect(
        [...body.matchAll(/(?:src|srcset|href)="(?:https?:)?\/\/(?!ttdn\.lamdong\.example\.vn)[^"]*"/g)].map(([found]) => found),
      ).toEqual([])
      expect(body).not.toMatch(/<script(?! type="application\/ld\+json")|<iframe|<object|style="|\son[a-z]+="/i)
    }
  })
})

describe('outlets that pull', () => {
  it('get an item as ninjs, under both names', async () => {
    const { status, headers, body } = await bench.get(`/v1/items/${ITEM}/vi`)
    expect([
      status,
      headers['content-type'],
      headers['access-control-allow-origin'],
      headers['cross-origin-resource-policy'],
    ]).toEqual([200, 'application/json; charset=utf-8', '*', 'cross-origin'])
    expect(JSON.parse(body)).toMatchObject({ pubStatus: 'usable', language: 'vi', version: '1' })
    expect((await bench.get(`/v1/items/${ITEM}/vi.ninjs.json`)).body).toBe(body)
  })

  it('get 410 with the reason for a withdrawn one and 404 for one that never was', async () => {
    const gone = await bench.get(`/v1/items/${OTHER_ITEM}/vi`)
    expect([gone.status, gone.headers['content-type'], JSON.parse(gone.body)]).toMatchObject([
      410,
      'application/problem+json; charset=utf-8',
      { status: 410, detail: 'Ảnh dùng sai người.', version: 2 },
    ])
    for (const path of [
      `/v1/items/${ITEM}/ja`,
      `/v1/items/${ITEM}/fr`,
      '/v1/items/01JQ0000000000000000000000/vi',
      '/v1/items',
      '/v1/',
      '/v1/users',
    ]) {
      const missing = await bench.get(path)
      expect([path, missing.status, missing.headers['content-type'], JSON.parse(missing.body)]).toEqual([
        path,
        404,
        'application/problem+json; charset=utf-8',
        { type: 'about:blank', title: 'not found', status: 404 },
      ])
    }
  })

  it('get the pairing of languages', async () => {
    const { languages } = JSON.parse((await bench.get(`/v1/items/${ITEM}`)).body) as {
      languages: { language: string; status: string }[]
    }
    expect(languages.map(({ language, status }) => `${language} ${status}`)).toEqual(['vi live', 'en live'])
  })

  it('get nothing, list or text, that a cache in between may show for longer than two minutes', async () => {
    const paths = ['/vi', PAGE, '/vi/festival-hoa', '/feeds/vi/articles.rss', `/v1/items/${ITEM}`, `/v1/items/${ITEM}/vi`]
    const rules = await Promise.all(paths.map(async (path) => (await bench.get(path)).headers['cache-control']))
    expect(new Set(rules)).toEqual(new Set(['public, max-age=30, s-maxage=60, stale-while-revalidate=0, stale-if-error=60']))
  })

  it('get a feed that a reader understands', async () => {
    const { headers, body } = await bench.get('/feeds/vi/articles.rss')
    expect([headers['content-type'], headers['cache-control']]).toEqual([
      'application/rss+xml; charset=utf-8',
      'public, max-age=30, s-maxage=60, stale-while-revalidate=0, stale-if-error=60',
    ])
    expect((await new RssParser().parseString(body)).items.map(({ title }) => title)).toEqual([
      '[Đã gỡ] Bài viết đăng ngày 24/11/2026',
      'Cà phê Cầu Đất đến tay bạn đọc Nhật Bản',
    ])
  })

  type Changes = {
    readonly changes: readonly { readonly seq: number; readonly action: string; readonly language: string }[]
    readonly next: number
    readonly more: boolean
  }
  const changes = async (query = '', headers: Record<string, string> = {}) =>
    JSON.parse((await bench.get(`/v1/changes${query}`, headers)).body) as Changes

  it('follow the changes from any cursor, in order, a page at a time', async () => {
    const all = await changes()
    expect(all.changes.map(({ seq, action, language }) => `${seq} ${action} ${language}`)).toEqual([
      '1 publish vi',
      '2 publish en',
      '3 publish vi',
      '4 withdraw vi',
    ])
    expect([all.next, all.more]).toEqual([4, false])
    const first = await changes('?limit=2')
    expect([first.changes.map(({ seq }) => seq), first.next, first.more]).toEqual([[1, 2], 2, true])
    expect((await changes('?after=2&limit=2')).changes.map(({ seq }) => seq)).toEqual([3, 4])
    expect(await changes('?after=4')).toEqual({ changes: [], next: 4, more: false })
    expect(await changes('?after=9000')).toEqual({ changes: [], next: 9000, more: false })
  })

  it('never lose a withdrawal to a filter, and get on through what they do not want', async () => {
    expect((await changes('?lang=vi')).changes.map(({ action }) => action)).toEqual(['publish', 'publish', 'withdraw'])
    expect(await changes('?lang=en')).toMatchObject({ changes: [{ seq: 2 }], next: 4 })
    expect(await changes('?type=video')).toEqual({ changes: [], next: 4, more: false })
  })

  it.each([
    '?after=-1',
    '?after=x',
    '?limit=0',
    '?limit=501',
    '?lang=fr',
    '?type=poem',
    '?wait=16',
    '?after=1&after=2',
    '?after[$gt]=1x',
    '?after=1e999',
  ])('%s is refused with the name of what is wrong', async (query) => {
    const { status, headers, body } = await bench.get(`/v1/changes${query}`)
    if (query === '?after[$gt]=1x') return expect(status).toBe(200)
    expect([status, headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8'])
    expect(JSON.parse(body)).toMatchObject({ title: 'invalid query', invalid: expect.any(String) as string })
  })

  it('wait for news, and get it within a moment', async () => {
    const began = Date.now()
    const waiting = changes('?after=4&wait=15')
    await new Promise((wake) => setTimeout(wake, 150))
    await bench.release(toRelease(bench.text('ja')))
    const { changes: news } = await waiting
    expect(news.map(({ seq }) => seq)).toEqual([5])
    expect(Date.now() - began).toBeLessThan(12_000)
    expect((await bench.get('/v1/changes?after=4&wait=1')).headers['cache-control']).toBe('private, no-cache')
  })

  it('wait in vain no longer than they asked', async () => {
    const began = Date.now()
    expect((await changes('?after=5&wait=0.4')).changes).toEqual([])
    expect(Date.now() - began).toBeGreaterThanOrEqual(380)
  })

  it('need no key, but a wrong, ended or smaller one is refused', async () => {
    const status = async (authorization: string) => (await bench.get('/v1/changes', { authorization })).status
    expect(await status(`Bearer ttdn_bao_${SECRET}`)).toBe(200)
    for (const wrong of [
      `Bearer ttdn_bao_${SECRET.slice(1)}x`,
      `Bearer ttdn_dai_${SECRET}`,
      `Bearer ttdn_cu_${SECRET}`,
      `Bearer ttdn_nobody_${SECRET}`,
      `Bearer ${SECRET}`,
      'Bearer ',
      `Basic ${SECRET}`,
      `Bearer ttdn__${SECRET}`,
    ]) {
      expect([wrong, await status(wrong)]).toEqual([wrong, 401])
    }
    expect((await bench.get('/v1/changes', { authorization: `Bearer ttdn_bao_${SECRET}` })).headers['cache-control']).toBe(
      'private, no-cache',
    )
  })
})

describe('media', () => {
  it('are served by digest, for ever, to anybody, in parts as well', async () => {
    const whole = await bench.get(picture)
    expect([
      whole.status,
      whole.headers['content-type'],
      whole.headers['cache-control'],
      whole.headers['x-content-type-options'],
      whole.headers['cross-origin-resource-policy'],
    ]).toEqual([200, 'image/webp', 'public, max-age=31536000, immutable', 'nosniff', 'cross-origin'])
    expect(createHash('sha256').update(whole.bytes).digest('hex')).toBe(picture.slice(7, 71))
    const part = await bench.get(picture, { range: 'bytes=5-9' })
    expect([part.status, part.headers['content-range'], part.bytes]).toEqual([
      206,
      `bytes 5-9/${whole.bytes.length}`,
      whole.bytes.subarray(5, 10),
    ])
    expect((await bench.get(picture, { range: 'bytes=999999-' })).status).toBe(416)
    expect((await bench.get(picture, { 'if-none-match': whole.headers.etag ?? '' })).status).toBe(304)
    expect((await bench.get(picture, {}, 'HEAD')).headers['content-length']).toBe(String(whole.bytes.length))
  })

  it('A12: what was not released is not there, however it is asked for', async () => {
    const unreleased = bench.picture('chưa-phát-hành')
    const name = `${unreleased.digest}.webp`
    writeFileSync(join(bench.publicFolder, 'secret.txt'), 'x')
    writeFileSync(join(bench.folder, 'newsroom.db'), 'x')
    mkdirSync(join(bench.publicFolder, 'folder'), { recursive: true })
    const ways = [
      `/media/${name}`,
      `/media/store/${name}`,
      '/media/',
      '/media',
      '/media/secret.txt',
      '/media/folder',
      '/media/folder/',
      '/media/../newsroom.db',
      '/media/..%2fnewsroom.db',
      '/media/%2e%2e/newsroom.db',
      '/media/....//newsroom.db',
      `/media/..%2f..%2fmedia%2fstore%2f${name}`,
      `${picture}/`,
      `${picture}%00.txt`,
      picture.toUpperCase(),
      picture.replace('.webp', '.WEBP'),
      picture.replace('.webp', ''),
      picture.replace('.webp', '.webp.'),
      picture.replace('.webp', '.jpg'),
      `/media//${picture.slice(7)}`,
      `//media/${picture.slice(7)}`,
      `/media/%${picture.slice(8)}`,
      '/media/\\..\\newsroom.db',
      `/media/${'a'.repeat(64)}.webp`,
      `/media/${'a'.repeat(5_000)}`,
    ]
    for (const path of ways) {
      for (const method of ['GET', 'HEAD']) {
        const { status } = await bench.get(path, {}, method)
        expect([path, method, status >= 400 && status < 500]).toEqual([path, method, true])
      }
      expect((await bench.get(path, { range: 'bytes=0-0' })).status).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('everything else', () => {
  it('A02: only GET and HEAD', async () => {
    for (const path of [PAGE, '/v1/changes', '/feeds/vi/articles.rss', picture, '/healthz', '/', '/nowhere']) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
        const { status, headers } = await bench.get(path, {}, method)
        expect([path, method, status, headers.allow]).toEqual([path, method, 405, 'GET, HEAD'])
      }
    }
    expect((await bench.get(PAGE, { 'x-http-method-override': 'DELETE' })).status).toBe(200)
  })

  it('A02: no other spelling of a path shows anything', async () => {
    for (const path of [
      `/${PAGE}`,
      PAGE.replace('/vi/', '/vi//'),
      PAGE.replace('/vi/', '/VI/'),
      `${PAGE};a=b`,
      `${PAGE}.json`,
      `${PAGE}.rsc`,
      `${PAGE}%2f`,
      `${PAGE}.`,
      PAGE.replace('ca-phe', 'c%61-phe'),
      `/vi/../en${PAGE.slice(3)}`,
      `/vi/.${PAGE.slice(3)}`,
      '/vi%2f..%2fen',
      '/V1/changes',
      '/v1//changes',
      `/feeds/vi/articles.rss/x`,
      '/%',
      '/%zz',
      '/%c0%ae',
    ]) {
      const { status } = await bench.get(path)
      expect([path, status]).toEqual([path, 404])
    }
    expect((await bench.get('http://other.example/vi')).status).toBe(400)
    expect((await bench.get('*')).status).toBe(400)
  })

  it('reflects no header and no path', async () => {
    const canary = 'chim-hoang-yen'
    for (const path of [PAGE, `/${canary}`, `/v1/${canary}`, `/v1/changes?lang=${canary}`, `/media/${canary}`, `/${canary}/`]) {
      const { headers, body } = await bench.get(path, {
        'x-forwarded-host': canary,
        'x-forwarded-proto': canary,
        'x-original-url': `/${canary}`,
        host: `${canary}.example`,
        referer: `https://${canary}.example/`,
        'x-middleware-subrequest': canary,
      })
      expect([path, JSON.stringify(headers) + body]).toEqual([path, expect.not.stringContaining(canary) as string])
    }
  })

  it('says how it is, and names neither server nor software', async () => {
    const { status, headers, body } = await bench.get('/healthz')
    expect([status, JSON.parse(body)]).toMatchObject([200, { status: 'ok', trouble: null }])
    expect([headers['x-powered-by'], headers.server, headers['cache-control']]).toEqual([undefined, undefined, 'no-store'])
    const robots = await bench.get('/robots.txt')
    expect([robots.status, robots.headers['content-type'], robots.body]).toEqual([
      200,
      'text/plain; charset=utf-8',
      'User-agent: *\nAllow: /\nSitemap: https://ttdn.lamdong.example.vn/sitemap.xml\n',
    ])
  })

  it('E02: every answer carries the security headers', async () => {
    for (const path of [
      PAGE,
      '/',
      '/vi',
      '/vi/festival-hoa',
      '/vi/khong-co',
      '/v1/changes',
      `/v1/items/${ITEM}`,
      '/v1/nothing',
      '/feeds/vi/articles.rss',
      picture,
      '/media/x',
      '/healthz',
      '/robots.txt',
      '/assets/site.css',
      '/v1/changes?after=x',
      '/%zz',
    ]) {
      const { headers } = await bench.get(path)
      expect([
        path,
        headers['x-content-type-options'],
        headers['x-frame-options'],
        typeof headers['content-security-policy'],
        headers['referrer-policy'],
        headers['strict-transport-security'],
      ]).toEqual([path, 'nosniff', 'DENY', 'string', 'strict-origin-when-cross-origin', 'max-age=31536000; includeSubDomains'])
    }
  })
})

describe('E06: odd HTTP', () => {
  const raw = (text: string, waitMs = 2_000): Promise<string> =>
    new Promise((done) => {
      const socket = connect(bench.port(), '127.0.0.1', () => socket.write(text))
      let heard = ''
      socket.on('data', (chunk: Buffer) => void (heard += chunk.toString('latin1')))
      socket.on('close', () => done(heard))
      socket.on('error', () => done(heard))
      setTimeout(() => socket.destroy(), waitMs)
    })

  it.each([
    ['two lengths', `GET ${'/vi'} HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx`, 400],
    ['length and chunks', 'GET /vi HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
    ['a space before the colon', 'GET /vi HTTP/1.1\r\nHost : a\r\n\r\n', 400],
    ['a folded header', 'GET /vi HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n', 400],
    ['a NUL in a header', 'GET /vi HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n', 400],
    ['no host', 'GET /vi HTTP/1.1\r\n\r\n', 400],
    ['HTTP/0.9', 'GET /vi\r\n\r\n', 400],
    ['no HTTP', '\x16\x03\x01\x02\x00', 400],
    ['a header of 64 kB', `GET /vi HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(65_536)}\r\n\r\n`, 431],
    ['10,000 headers', `GET /vi HTTP/1.1\r\nHost: a\r\n${'x: y\r\n'.repeat(10_000)}\r\n`, 431],
    [
      'a chunk extension bomb',
      `POST /vi HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;${'a'.repeat(40_000)}\r\nx\r\n0\r\n\r\n`,
      405,
    ],
  ])('%s', async (_, text, status) => {
    const heard = await raw(text)
    expect(heard.split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  })

  it('pipelined questions get their own answers, in order', async () => {
    const asked = Array.from({ length: 50 }, (_, index) => (index % 2 ? '/vi/festival-hoa' : '/healthz'))
    const heard = await raw(`${asked.map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`).join('')}`, 3_000)
    expect([...heard.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => status)).toEqual(
      asked.map((path) => (path === '/healthz' ? '200' : '410')),
    )
  })

  it('an upgrade is refused', async () => {
    expect(await raw('GET /vi HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n')).toBe('')
  })
})

describe('those who dawdle', () => {
  it('are cut off, while others are served', { timeout: 20_000 }, async () => {
    const slow = publicBench()
    slow.project()
    await slow.release(toRelease(slow.text('vi')))
    await slow.caughtUp()
    await slow.serve({ headersMs: 400, idleMs: 800 })
    let closed = 0
    const sockets = Array.from({ length: 100 }, (_, index) => {
      const socket = connect(slow.port(), '127.0.0.1', () => socket.write(index % 2 ? 'GET /vi HTTP/1.1\r\nHost: a\r\nX' : ''))
      return socket
        .on('close', () => void (closed += 1))
        .on('error', () => {})
        .resume()
    })
    expect((await slow.get('/vi')).status).toBe(200)
    await until(() => closed === sockets.length, 8_000)
    await slow.end()
  })
})

describe('starting and stopping', () => {
  it('before there is a model it says so, and serves as soon as there is one', async () => {
    const early = publicBench()
    await early.serve()
    const page = await early.get('/vi')
    expect([page.status, page.headers['retry-after'], page.body.includes('Trang tạm thời gián đoạn')]).toEqual([503, '5', true])
    const health = await early.get('/healthz')
    expect([health.status, JSON.parse(health.body)]).toMatchObject([503, { status: 'starting' }])
    early.project()
    await early.release(toRelease(early.text('vi')))
    await until(async () => (await early.get('/vi')).status === 200)
    await early.end()
  })

  it('keeps serving when the projector is gone, and says that it may be behind', async () => {
    const alone = publicBench()
    const projector = alone.project()
    await alone.release(toRelease(alone.text('vi', { media: [alone.picture('mất', { stored: false })] })))
    await alone.serve()
    await until(async () => {
      const { status, trouble } = JSON.parse((await alone.get('/healthz')).body) as { status: string; trouble: string | null }
      return status === 'degraded' && trouble === 'medium missing'
    })
    await projector.stop()
    expect((await alone.get('/vi')).status).toBe(200)
    await alone.end()
  })

  it('lets those who wait go, and ends', async () => {
    const ending = publicBench()
    ending.project()
    await ending.release(toRelease(ending.text('vi')))
    await ending.caughtUp()
    const delivery = await ending.serve()
    const waiting = ending.get('/v1/changes?after=1&wait=15')
    await new Promise((wake) => setTimeout(wake, 100))
    const began = Date.now()
    await delivery.stop()
    expect([(await waiting).status, Date.now() - began < 12_000]).toEqual([200, true])
  })

  it('a correction is visible at once', async () => {
    const fresh = publicBench()
    fresh.project()
    await fresh.serve()
    await fresh.release(toRelease(fresh.text('vi')))
    await until(async () => (await fresh.get(PAGE)).status === 200)
    const began = Date.now()
    await fresh.release(toCorrect(fresh.text('vi', { title: 'Tên đã sửa' })))
    await until(async () => (await fresh.get(PAGE)).body.includes('Tên đã sửa'))
    expect(Date.now() - began).toBeLessThan(5_000)
    await fresh.end()
  })
})
