import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LANGUAGES } from '#newsroom'
import { seconds } from '#sandbox/pages/broadcaster'
import { html, trusted } from '#sandbox/pages/html'
import { dateIn, dateTimeIn, longDateIn, stampIn } from '#sandbox/pages/time'
import { sanitise } from '#sandbox/sanitise'
import { COFFEE, GONGS, MEDIA, sign, startSandbox, wire, type Sandbox } from './builders'

const VI = `/portal/vi/ca-phe-cau-dat-sang-thi-truong-nhat-ban-${COFFEE}`
const NOW = new Date('2026-11-23T07:05:00.000Z')

describe('pages of the three houses', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ now: () => NOW })
    await sandbox.send('portal', { language: 'vi' })
    await sandbox.send('portal', { language: 'en', seq: 2 })
    await sandbox.send('portal', { language: 'ja', seq: 3 })
    await sandbox.send('portal', {
      item: GONGS,
      language: 'vi',
      seq: 4,
      title: 'Cồng chiêng dưới chân núi Langbiang',
      slug: 'cong-chieng-langbiang',
    })
    await sandbox.send('portal', {
      item: GONGS,
      language: 'en',
      seq: 5,
      version: 2,
      kind: 'withdrawn',
      note: 'Wrong date of the ceremony.',
    })
    await sandbox.send('newspaper', { language: 'vi' })
    await sandbox.send('newspaper', { item: GONGS, seq: 4, version: 2, kind: 'withdrawn', note: 'Sai ngày tổ chức lễ.' })
    await sandbox.send('broadcaster', { language: 'en', seq: 2 })
  })
  afterAll(() => sandbox.stop())

  const paths = [
    '/',
    '/?lang=ja',
    ...[
      '/portal/vi',
      '/portal/en',
      '/portal/ja',
      '/portal/vi?topic=agriculture',
      '/portal/log',
      '/portal/log?lang=ja',
      '/portal/vi/khong-co',
    ],
    ...[
      VI,
      `/portal/en/cau-dat-coffee-reaches-japan-${COFFEE}`,
      `/portal/ja/cau-dat-coffee-reaches-japan-${COFFEE}`,
      `/portal/en/${GONGS}`,
    ],
    ...[
      '/newspaper/vi',
      `/newspaper/vi/ca-phe-cau-dat-sang-thi-truong-nhat-ban-${COFFEE}`,
      `/newspaper/vi/${GONGS}`,
      '/newspaper/log',
    ],
    ...['/broadcaster/en', `/broadcaster/en/cau-dat-coffee-reaches-japan-${COFFEE}`, '/broadcaster/log', '/broadcaster/ja'],
  ]

  it.each(paths)('%s: no script, no inline style, no host but ours and the newsroom', async (path) => {
    const { text, headers } = await sandbox.get(path)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(text).not.toMatch(/<script|<iframe|\son\w+=|\sstyle=|javascript:/i)
    const addresses = [...text.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map((found) => found[1] ?? '')
    const sources = [...text.matchAll(/\ssrcset="([^"]*)"/g)].flatMap((found) => (found[1] ?? '').split(', '))
    const foreign = [...addresses, ...sources].filter(
      (address) => !address.startsWith('#') && new URL(address, sandbox.address).origin !== sandbox.address,
    )
    expect(foreign.filter((address) => !address.startsWith(`${MEDIA}/media/`))).toEqual([])
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none';style-src 'self';font-src 'self';img-src 'self' ${MEDIA};media-src 'self' ${MEDIA};form-action 'self';base-uri 'none';frame-ancestors 'none'`,
    )
  })

  it.each(paths)('%s: says its language, has one first heading, a way past the masthead and a title', async (path) => {
    const { text } = await sandbox.get(path)
    const asked = new URL(path, sandbox.address)
    const named =
      asked.searchParams.get('lang') ??
      /^\/\w+\/(vi|en|ja)\b/.exec(asked.pathname)?.[1] ??
      (path.startsWith('/broadcaster') ? 'en' : 'vi')
    expect(text).toContain(`<html lang="${named}">`)
    expect(text.match(/<h1/g)).toHaveLength(1)
    expect(text).toContain('<a class="skip" href="#main">')
    expect(text).toContain('<main id="main"')
    expect(text).toMatch(/<title>[^<]{8,}<\/title>/)
    expect(text).toMatch(/^<!doctype html>/)
  })

  it('every link of every page leads somewhere', async () => {
    const seen = new Set<string>(paths)
    const open = [...paths]
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      const { status, text } = await sandbox.get(path)
      const expected =
        path === '/portal/vi/khong-co' ? 404 : path.endsWith(`/en/${GONGS}`) || path === `/newspaper/vi/${GONGS}` ? 410 : 200
      expect([path, [302].includes(status) ? 200 : status]).toEqual([path, expected])
      for (const [, href = ''] of text.matchAll(/<a [^>]*href="(\/[^"]*)"/g)) {
        const next = href.replaceAll('&#38;', '&')
        if (seen.has(next)) continue
        seen.add(next)
        open.push(next)
      }
    }
    expect(seen.size).toBeGreaterThan(paths.length)
  })

  it('the portal leads to the same text in the other languages, and says which one it never had', async () => {
    const { text } = await sandbox.get(VI)
    expect(switchOf(text)).toEqual([
      [VI, 'vi', 'Tiếng Việt'],
      [`/portal/en/cau-dat-coffee-reaches-japan-${COFFEE}`, 'en', 'English'],
      [`/portal/ja/cau-dat-coffee-reaches-japan-${COFFEE}`, 'ja', '日本語'],
    ])
    const gongs = await sandbox.get(`/portal/vi/cong-chieng-langbiang-${GONGS}`)
    expect(switchOf(gongs.text).map(([href]) => href)).toEqual([
      `/portal/vi/cong-chieng-langbiang-${GONGS}`,
      `/portal/en/${GONGS}`,
      '/portal/ja',
    ])
    expect(gongs.text).toContain('(chưa có bản dịch)')
  })
  const switchOf = (text: string) => {
    const list = /<nav class="languages"[^]*?<\/nav>/.exec(text)?.[0] ?? ''
    return [...list.matchAll(/<a[^>]*?href="([^"]*)"[^>]*?lang="(\w+)"[^>]*?>([^<]*)</g)].map(([, href, lang, name]) => [
      href,
      lang,
      name,
    ])
  }

  it('shows text, summary, by-line, picture with its words, and the time in Vietnam', async () => {
    const { text } = await sandbox.get(VI)
    expect(text).toContain('<h1>Cà phê Cầu Đất sang thị trường Nhật Bản</h1>')
    expect(text).toContain('<p class="summary">Lô hàng 18 tấn cà phê chè đầu tiên của niên vụ rời Đà Lạt sáng 20/11.</p>')
    expect(text).toContain('<p>Sáng 20/11, hợp tác xã tại xã Xuân Trường làm lễ xuất khẩu 18 tấn cà phê chè sang Nhật Bản.</p>')
    expect(text).toContain('<time datetime="2026-11-20T01:30:00.000Z">08:30, 20/11/2026</time>')
    expect(text).toContain('Nguyễn Thị Hạnh')
    expect(text).toContain(`src="${MEDIA}/media/${'b'.repeat(64)}.jpg"`)
    expect(text).toContain('alt="Người hái cà phê giữa sườn đồi"')
    expect(text.replace(/\s+/g, ' ')).toContain(
      '<figcaption>Thu hoạch cà phê chè tại Cầu Đất <small>Ảnh: Văn Báu</small> </figcaption>',
    )
  })

  it('keeps ruby in a Japanese text, and says that it is Japanese', async () => {
    const { text } = await sandbox.get(`/portal/ja/cau-dat-coffee-reaches-japan-${COFFEE}`)
    expect(text).toContain(
      '<div lang="ja"><p>11月20日、スアンチュオン村の協同組合が<ruby>珈琲<rp>(</rp><rt>コーヒー</rt><rp>)</rp></ruby>18トンを日本へ出荷した。</p></div>',
    )
    expect(text).toContain('2026年11月23日（月）')
  })

  it('a withdrawn text: 410, the reason, nothing of the text, on no front', async () => {
    const page = await sandbox.get(`/newspaper/vi/bat-cu-ten-nao-${GONGS}`)
    expect(page.status).toBe(410)
    expect(page.text.replace(/\s+/g, ' ')).toContain('<dt>Lý do</dt> <dd>Sai ngày tổ chức lễ.</dd>')
    expect(page.text).toContain('<h1>Bài viết đã được gỡ</h1>')
    expect((await sandbox.get('/newspaper/vi')).text).not.toContain(GONGS)
  })

  it('an address with an old slug leads to the present one', async () => {
    const old = await sandbox.get(`/portal/vi/tit-cu-${COFFEE}`)
    expect([old.status, old.headers.get('location'), old.headers.get('cache-control')]).toEqual([301, VI, 'no-cache'])
  })

  it('the bar on top tells that this is a sandbox, and the last message', async () => {
    const { text } = await sandbox.get('/broadcaster/en')
    const bar = /<section class="sandbox-bar"[^]*?<\/section>/
      .exec(text)?.[0]
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim()
    expect(bar).toBe(
      'Sandbox: A sandbox, not the official site of any organisation Last message: 14:05, 23 November 2026 · Release · en v1 · Applied Log of messages',
    )
  })

  it('the log lists what came, newest first, with its signature and outcome', async () => {
    await sandbox.send('newspaper', { language: 'vi' })
    const { text } = await sandbox.get('/newspaper/log')
    const rows = [...text.matchAll(/<tr role="row" class="(\w+)">([^]*?)<\/tr>/g)].map(([, tone, row = '']) => [
      tone,
      ...[...row.matchAll(/<td[^>]*>([^]*?)<\/td>/g)].map(([, cell = '']) =>
        cell
          .replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
    ])
    expect(rows).toEqual([
      [
        'passed',
        '2026-11-23 14:05:00',
        'rel_1_newspaper',
        `Cà phê Cầu Đất sang thị trường Nhật Bản ${COFFEE}`,
        'vi',
        '1',
        'Đăng',
        'Đúng',
        'Trùng, bỏ qua',
      ],
      ['applied', '2026-11-23 14:05:00', 'rel_4_newspaper', GONGS, 'vi', '2', 'Gỡ bài', 'Đúng', 'Đã đăng'],
      [
        'applied',
        '2026-11-23 14:05:00',
        'rel_1_newspaper',
        `Cà phê Cầu Đất sang thị trường Nhật Bản ${COFFEE}`,
        'vi',
        '1',
        'Đăng',
        'Đúng',
        'Đã đăng',
      ],
    ])
  })

  it('a topic shows its texts only; an unknown one says so', async () => {
    const shown = await sandbox.get('/portal/vi?topic=agriculture')
    const none = await sandbox.get('/portal/vi?topic=%22%3E%3Cb%3E')
    expect(shown.text).toMatch(/<h1 class="section">\s*Nông nghiệp công nghệ cao\s*<\/h1>/)
    expect(none.text).toContain('Chưa có bài trong chuyên mục này.')
    expect(none.text).not.toContain('"><b>')
  })

  it('styles, fonts and marks come from here and may be kept', async () => {
    const page = await sandbox.get('/portal/ja')
    const sheets = [...page.text.matchAll(/rel="stylesheet" href="([^"]*)"/g)].map((found) => found[1] ?? '')
    expect(sheets).toHaveLength(2)
    for (const sheet of [
      ...sheets,
      ...(await sheetsOf('/newspaper/vi')),
      ...(await sheetsOf('/broadcaster/en')),
      ...(await sheetsOf('/')),
    ]) {
      const css = await sandbox.get(sheet)
      expect([
        css.status,
        css.headers.get('content-type'),
        css.headers.get('cache-control'),
        css.headers.get('content-encoding'),
      ]).toEqual([200, 'text/css; charset=utf-8', 'public, max-age=31536000, immutable', 'gzip'])
      const fonts = [...css.text.matchAll(/url\(([^)]*)\)/g)].map((found) => found[1] ?? '')
      expect(fonts.filter((font) => !/^\/fonts\/[a-z-]+\/[\w-]+\.woff2$/.test(font))).toEqual([])
      const font = await sandbox.get(fonts[0] ?? '')
      expect([font.status, font.headers.get('content-type')]).toEqual([200, 'font/woff2'])
      expect(css.text).toContain('font-display: swap')
    }
    expect((await sandbox.get('/assets/newspaper.svg')).headers.get('content-type')).toBe('image/svg+xml')
    expect((await sandbox.get('/fonts/noto-serif/../../package.json')).status).toBe(404)
    expect((await sandbox.get('/assets/portal.css')).status).toBe(404)
  })
  const sheetsOf = async (path: string) =>
    [...(await sandbox.get(path)).text.matchAll(/rel="stylesheet" href="([^"]*)"/g)].map((found) => found[1] ?? '')

  it('never upper-cases Vietnamese by style', () => {
    const css = ['base', 'portal', 'newspaper', 'broadcaster', 'index'].map((name) =>
      readFileSync(new URL(`../../src/sandbox/styles/${name}.ts`, import.meta.url), 'utf8'),
    )
    expect(css.filter((text) => /text-transform|@import|https?:/.test(text))).toEqual([])
  })

  it.each([
    ['/nowhere', 404, 'application/problem+json; charset=utf-8'],
    ['/portal/api/nothing', 404, 'application/problem+json; charset=utf-8'],
    ['/portal/fr', 404, 'text/html; charset=utf-8'],
    ['/portal/vi/%E0%A4%A', 404, 'application/problem+json; charset=utf-8'],
    ['/newspaper', 302, 'text/plain; charset=utf-8'],
    ['/healthz', 200, 'application/json; charset=utf-8'],
  ])('%s answers %i', async (path, status, type) => {
    const response = await sandbox.get(path)
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type])
  })
})

describe('a text that is corrected', () => {
  let sandbox: Sandbox
  beforeEach(async () => (sandbox = await startSandbox()))
  afterEach(() => sandbox.stop())

  it('shows the line that the newsroom wrote into the text, once', async () => {
    const line = '<p class="correction"><strong>Đính chính:</strong> Số lượng đúng là 18 tấn. (20/11/2026)</p>'
    await sandbox.send('portal', {
      version: 2,
      kind: 'corrected',
      note: 'Đính chính: Số lượng đúng là 18 tấn. (20/11/2026)',
      body: `${line}<p>Sáng 20/11…</p>`,
    })
    const { text } = await sandbox.get(VI)
    expect(text).toContain(line)
    expect(text.match(/Số lượng đúng là 18 tấn/g)).toHaveLength(1)
  })

  it('shows its note where the text has no such line', async () => {
    await sandbox.send('portal', { version: 2, kind: 'corrected', note: 'Đính chính: Số lượng đúng là 18 tấn. (20/11/2026)' })
    expect((await sandbox.get(VI)).text).toContain('<p class="correction">Đính chính: Số lượng đúng là 18 tấn. (20/11/2026)</p>')
  })
})

describe('what arrives is not trusted', () => {
  let sandbox: Sandbox
  beforeEach(async () => (sandbox = await startSandbox()))
  afterEach(() => sandbox.stop())

  it('a title, a by-line, a note with markup are words', async () => {
    await sandbox.send('portal', { title: '<img src=x onerror=alert(1)> & "cà phê"', over: { by: '<b>Hạnh</b>' } })
    await sandbox.send('portal', { item: GONGS, seq: 2, version: 2, kind: 'withdrawn', note: '</dd><script>alert(1)</script>' })
    const pages = await Promise.all(
      ['/portal/vi', VI, `/portal/vi/${GONGS}`, '/portal/log'].map(async (path) => (await sandbox.get(path)).text),
    )
    expect(pages.filter((text) => /<script|<img src=x|<b>Hạnh/.test(text))).toEqual([])
    expect(pages[1]).toContain('<h1>&#60;img src=x onerror=alert(1)&#62; &#38; &#34;cà phê&#34;</h1>')
  })

  it('headers of a message that nobody signed are words as well', async () => {
    const { body, headers } = sign(wire(), 'portal')
    await sandbox.post('portal', {
      body,
      headers: { ...headers, 'webhook-signature': 'v1,AAAA', 'ttdn-item': '"><script>alert(1)</script>', 'ttdn-language': '<i>' },
    })
    const { text } = await sandbox.get('/portal/log')
    expect(text).toContain('&#34;&#62;&#60;script&#62;')
    expect(text).not.toMatch(/<script|<i>/)
  })

  it('pictures of other hosts are not fetched, neither as lead nor in the text', async () => {
    const elsewhere = 'https://evil.example/a.jpg'
    await sandbox.send('portal', {
      body: `<p>a</p><img src="${elsewhere}" alt="a"/><img src="${MEDIA}/media/${'c'.repeat(64)}.jpg" srcset="${elsewhere} 2w" alt="b"/>`,
      over: {
        associations: [
          {
            type: 'picture',
            name: 'lead',
            renditions: [{ href: elsewhere, contentType: 'image/jpeg', width: 640, height: 360 }],
          },
        ],
      },
    })
    const { text } = await sandbox.get(VI)
    expect(text).not.toContain('evil.example')
    expect(text).toContain(`<img src="${MEDIA}/media/${'c'.repeat(64)}.jpg" alt="b" loading="lazy" />`)
  })

  it.each([
    ['<p onclick="x()">a</p>', '<p>a</p>'],
    ['<script>alert(1)</script><p>a</p>', '<p>a</p>'],
    ['<style>p{display:none}</style><p style="color:red" class="x">a</p>', '<p>a</p>'],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href=" JaVaScRiPt:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="https://lamdong.gov.vn/" target="_blank">a</a>', '<a href="https://lamdong.gov.vn/" rel="noopener">a</a>'],
    ['<a href="//evil.example">a</a>', '<a>a</a>'],
    ['<svg><a xlink:href="javascript:x">a</a></svg>', '<a>a</a>'],
    ['<iframe src="https://evil.example"></iframe>', ''],
    ['<h1>Tít</h1>', '<h2>Tít</h2>'],
    ['<p lang="ja">日本</p>', '<p lang="ja">日本</p>'],
    ['<ruby>珈琲<rp>（</rp><rt>コーヒー</rt><rp>）</rp></ruby>', '<ruby>珈琲<rp>（</rp><rt>コーヒー</rt><rp>）</rp></ruby>'],
    [
      '<table><thead><tr><th scope="col">Năm</th></tr></thead><tbody><tr><td colspan="2">2026</td></tr></tbody></table>',
      '<table><thead><tr><th scope="col">Năm</th></tr></thead><tbody><tr><td colspan="2">2026</td></tr></tbody></table>',
    ],
    ['<p>x<br/>y</p><hr/>', '<p>x<br />y</p><hr />'],
    ['<p class="correction evil">a</p>', '<p class="correction">a</p>'],
    ['<form action="/portal/faults"><input name="mode"></form>', ''],
    ['<p>a', '<p>a</p>'],
    ['</div></main><p>a</p>', '<p>a</p>'],
  ])('sanitises %s', (body, clean) => {
    expect(sanitise(body, MEDIA)).toBe(clean)
  })
})

describe('a text too long to be sent along', () => {
  it('is shown by its summary, with a way to the whole at the newsroom', async () => {
    const sandbox = await startSandbox()
    await sandbox.send('portal', { over: { bodies: [] } })
    expect((await sandbox.get(VI)).text).toContain(
      `<a href="${MEDIA}/vi/ca-phe-cau-dat-sang-thi-truong-nhat-ban" rel="noopener">Xem toàn văn tại trang của tòa soạn</a>`,
    )
    await sandbox.stop()
  })
})

describe('small things', () => {
  it('html escapes everything but markup', () => {
    expect(html`<p>${'<&"\''}${null}${false}${3}${[html`<b>${'x'}</b>`, trusted('<i>y</i>')]}</p>`.text).toBe(
      '<p>&#60;&#38;&#34;&#39;3<b>x</b><i>y</i></p>',
    )
  })

  it('dates as each language writes them, in the time of Vietnam', () => {
    const at = '2017-07-24T17:04:05.000Z'
    expect(LANGUAGES.map((language) => [dateIn(language, at), longDateIn(language, at), dateTimeIn(language, at)])).toEqual([
      ['25/7/2017', 'Thứ Ba, 25/7/2017', '00:04, 25/7/2017'],
      ['25 July 2017', 'Tuesday, 25 July 2017', '00:04, 25 July 2017'],
      ['2017年7月25日', '2017年7月25日（火）', '2017年7月25日 00:04'],
    ])
    expect(stampIn(at)).toBe('2017-07-25 00:04:05')
  })

  it('reading time: 150 words or 300 Japanese characters a minute', () => {
    expect([
      seconds({ language: 'en', summary: '', body: `<p>${'word '.repeat(300)}</p>` }),
      seconds({ language: 'ja', summary: '', body: `<p>${'字'.repeat(300)}</p>` }),
      seconds({ language: 'en', summary: 'Short.', body: '' }),
    ]).toEqual([120, 60, 20])
  })
})
