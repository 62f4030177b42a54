import fc from 'fast-check'
import sanitizeHtml from 'sanitize-html'
import { describe, expect, it } from 'vitest'
import { bodyHtml, correctionHtml, correctionsOf, leadHtml } from '#publication/renditions/html'
import { plain } from '#publication/renditions/plain'
import type { Block, Inline, RichText } from '#richtext'
import { at, logOf, PICTURE, snapshot, toCorrect, toRelease, toWithdraw } from '../builders'
import { wellFormed } from './well-formed'

const RUNS = process.env.PROOF ? 5_000 : 300
const OUT = { publicUrl: 'https://ttdn.lamdong.gov.vn' }
const words = (text: string): Inline => ({ kind: 'text', text, marks: [] })
const body = (...blocks: RichText) => bodyHtml(snapshot('vi', { body: blocks }), OUT)
const inside = (html: string) => html.replace(/^<div lang="\w\w">/, '').replace(/<\/div>$/, '')

describe('a body', () => {
  it('says its language', () => expect(bodyHtml(snapshot('ja'), OUT)).toMatch(/^<div lang="ja">/))

  it('is headings, lists, quotes and rules', () =>
    expect(
      inside(
        body(
          { kind: 'heading', level: 3, children: [words('Hương vị của độ cao')] },
          {
            kind: 'list',
            ordered: true,
            items: [
              {
                children: [words('Cầu Đất')],
                nested: [{ kind: 'list', ordered: false, items: [{ children: [words('Trại Mát')], nested: [] }] }],
              },
            ],
          },
          { kind: 'quote', children: [words('Người trồng được hưởng lợi')] },
          { kind: 'rule' },
        ),
      ),
    ).toBe(
      '<h3>Hương vị của độ cao</h3><ol><li>Cầu Đất<ul><li>Trại Mát</li></ul></li></ol><blockquote><p>Người trồng được hưởng lợi</p></blockquote><hr/>',
    ))

  it('nests marks in one order', () =>
    expect(
      inside(
        body({ kind: 'paragraph', children: [{ kind: 'text', text: 'm', marks: ['superscript', 'bold'] }, { kind: 'break' }] }),
      ),
    ).toBe('<p><strong><sup>m</sup></strong><br/></p>'))

  it('reads a ruby to those whose browser knows none', () =>
    expect(
      bodyHtml(
        snapshot('ja', { body: [{ kind: 'paragraph', children: [{ kind: 'ruby', base: '珈琲', reading: 'コーヒー' }] }] }),
        OUT,
      ),
    ).toBe('<div lang="ja"><p><ruby>珈琲<rp>（</rp><rt>コーヒー</rt><rp>）</rp></ruby></p></div>'))

  it('is a table with its heads', () => {
    const cell = (text: string, header = false, colSpan = 1) =>
      ({ header, colSpan, rowSpan: 1, children: [{ kind: 'paragraph', children: [words(text)] }] }) as const
    expect(
      inside(
        body({
          kind: 'table',
          rows: [[cell('Năm', true), cell('Tấn', true)], [cell('2026', true), cell('18,5')], [cell('Tổng', false, 2)]],
        }),
      ),
    ).toBe(
      '<table><thead><tr><th scope="col">Năm</th><th scope="col">Tấn</th></tr></thead>' +
        '<tbody><tr><th scope="row">2026</th><td>18,5</td></tr><tr><td colspan="2">Tổng</td></tr></tbody></table>',
    )
  })

  describe('leads', () => {
    const link = (href: string) =>
      inside(body({ kind: 'paragraph', children: [{ kind: 'link', href, children: [words('xem')] }] }))
    it('to another site without taking the reader’s window along', () =>
      expect(link('https://jica.go.jp/?a=1&b=2')).toBe(
        '<p><a href="https://jica.go.jp/?a=1&amp;b=2" rel="noopener noreferrer">xem</a></p>',
      ))
    it('to a page of ours under the public address', () =>
      expect(link('/vi/gioi-thieu')).toBe('<p><a href="https://ttdn.lamdong.gov.vn/vi/gioi-thieu">xem</a></p>'))
    it('to a mail box', () =>
      expect(link('mailto:ttdn@lamdong.gov.vn')).toBe('<p><a href="mailto:ttdn@lamdong.gov.vn">xem</a></p>'))
    it.each([
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      'vbscript:x',
      ' https://x.example',
      'java&#115;cript:alert(1)',
    ])('nowhere by %s', (href) => expect(link(href)).toBe('<p>xem</p>'))
  })

  it('escapes what looks like markup, in text and attributes', () => {
    const nasty = `"><img src=x onerror=alert(1)>&'`
    const html = bodyHtml(
      snapshot('vi', {
        body: [
          { kind: 'paragraph', children: [words(nasty)] },
          { kind: 'figure', digest: PICTURE.digest, alt: nasty, caption: nasty, credit: nasty },
        ],
      }),
      OUT,
    )
    expect(html.match(/<(?!\/?(?:div|p|figure|figcaption|small|img )[^<]*>)/g)).toBeNull()
    expect(html).toContain('alt="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;&#39;"')
  })
  it('leaves out what XML cannot write', () =>
    expect(inside(body({ kind: 'paragraph', children: [words('Đà\u0000 L\ud800ạt\u0007')] }))).toBe('<p>Đà Lạt</p>'))
})

describe('a picture', () => {
  it('has size, words, credit, and forms of its own shape only', () =>
    expect(leadHtml(snapshot('vi'), OUT)).toBe(
      `<figure><img src="https://ttdn.lamdong.gov.vn/media/${PICTURE.renditions[3]!.digest}.webp"` +
        ` srcset="https://ttdn.lamdong.gov.vn/media/${PICTURE.renditions[1]!.digest}.webp 320w, https://ttdn.lamdong.gov.vn/media/${PICTURE.renditions[3]!.digest}.webp 1600w"` +
        ' sizes="(min-width: 48rem) 44rem, 100vw" alt="Người hái cà phê trên đồi Cầu Đất" width="1600" height="1067"/>' +
        '<figcaption>Vườn cà phê chè ở độ cao 1.600 m. <small>Ảnh: Văn Báu</small></figcaption></figure>',
    ))
  it('is on our own pages by path', () => expect(leadHtml(snapshot('en'), { publicUrl: '' })).toContain('src="/media/'))
  it('whose credit is written out already does not say it twice', () => {
    const text = snapshot('vi')
    expect(leadHtml({ ...text, lead: { ...text.lead!, credit: 'ảnh: Văn Báu' } }, OUT)).toContain('<small>ảnh: Văn Báu</small>')
  })
  it('credits in Japanese with a full-width colon', () =>
    expect(leadHtml(snapshot('ja'), OUT)).toContain('<small>写真：ヴァン・バウ</small>'))
  it('without stored forms leaves its words', () =>
    expect(leadHtml(snapshot('vi', { media: [] }), OUT)).toBe(
      '<figure><figcaption>Vườn cà phê chè ở độ cao 1.600 m. <small>Ảnh: Văn Báu</small></figcaption></figure>',
    ))
  it('is missing where there is none', () => expect(leadHtml(snapshot('vi', { lead: null }), OUT)).toBe(''))
})

describe('a correction', () => {
  const slip = { at: at(0), note: { kind: 'slip', text: 'Lô hàng nặng 18,5 tấn.' } } as const
  it.each([
    [
      'vi',
      '<p class="correction"><strong>Đính chính:</strong> Lô hàng nặng 18,5 tấn. (<time datetime="2026-11-24T05:00:00.000Z">24/11/2026</time>)</p>',
    ],
    [
      'en',
      '<p class="correction"><strong>Correction:</strong> Lô hàng nặng 18,5 tấn. (<time datetime="2026-11-24T05:00:00.000Z">24 November 2026</time>)</p>',
    ],
    [
      'ja',
      '<p class="correction"><strong>訂正：</strong>Lô hàng nặng 18,5 tấn.（<time datetime="2026-11-24T05:00:00.000Z">2026年11月24日</time>）</p>',
    ],
  ] as const)('stands at the top, in %s', (language, line) =>
    expect(bodyHtml(snapshot(language), { ...OUT, corrections: [slip] }).startsWith(`<div lang="${language}">${line}`)).toBe(
      true,
    ),
  )

  it('by law has its own heading, the work, its day, the wrong and the right', () => {
    const legal = {
      at: at(0),
      note: {
        kind: 'rectification',
        text: 'Ban Biên tập xin lỗi bạn đọc.',
        wrong: '185 tấn',
        right: '18,5 tấn',
        publishedOn: '2026-11-20',
      },
    } as const
    expect(correctionHtml(legal, snapshot('vi'))).toBe(
      '<section><p class="correction"><strong>Thông tin cải chính, xin lỗi</strong></p>' +
        '<p class="correction">Tác phẩm: “Cà phê Cầu Đất đến tay bạn đọc Nhật Bản”, đăng ngày 20/11/2026.</p>' +
        '<p class="correction">Thông tin sai: 185 tấn</p><p class="correction">Thông tin đúng: 18,5 tấn</p>' +
        '<p class="correction">Ban Biên tập xin lỗi bạn đọc. (<time datetime="2026-11-24T05:00:00.000Z">24/11/2026</time>)</p></section>',
    )
    expect(plain(snapshot('ja', { body: [] }), { corrections: [legal] })).toBe(
      '訂正とお詫び\n対象記事：「カウダットのコーヒー、日本へ」（2026年11月20日公開）\n誤：185 tấn\n正：18,5 tấn\nBan Biên tập xin lỗi bạn đọc.（2026年11月24日）',
    )
  })
  it('with a day that is none shows what was typed', () =>
    expect(
      correctionHtml(
        { at: at(0), note: { kind: 'rectification', text: 'x', wrong: 'x', right: 'x', publishedOn: '2026-02-30' } },
        snapshot('en'),
      ),
    ).toContain('published on 2026-02-30.'))

  it('stays until the text is put out anew', () => {
    const one = snapshot('vi', { byline: 'Bản 2' })
    const two = snapshot('vi', { byline: 'Bản 3' })
    const log = logOf(
      toRelease(),
      toCorrect(one, { kind: 'slip', text: 'một' }),
      toCorrect(two, { kind: 'slip', text: 'hai' }),
      toWithdraw(),
      toRelease(),
      toCorrect(one, { kind: 'slip', text: 'ba' }),
    )
    expect([
      correctionsOf(log.slice(0, 3)).map(({ note }) => note.text),
      correctionsOf(log).map(({ note }) => note.text),
    ]).toEqual([['hai', 'một'], ['ba']])
  })
})

it('is judged by a parser that minds', async () =>
  expect(await Promise.all(['<p>x', '<p>x</b></p>', '<p a=b>x</p>', '<p>x</p>'].map(wellFormed))).toEqual([
    false,
    false,
    false,
    true,
  ]))

// E01 as far as our own renderer goes: whatever a tree holds, the bytes are well-formed and a strict sanitiser finds nothing to take out.
describe('any tree', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('<script>alert(1)</script>', ']]>', '&#x3c;', '"\'><', '\u202e', 'ホアンサ', 'Đà Lạt', '--><!--'),
  )
  const anyInline: fc.Arbitrary<Inline> = fc.letrec<{ inline: Inline }>((tie) => ({
    inline: fc.oneof(
      { depthSize: 'small' },
      fc.record({
        kind: fc.constant('text' as const),
        text: anyText,
        marks: fc.subarray(['bold', 'italic', 'underline', 'strikethrough', 'subscript', 'superscript'] as const),
      }),
      fc.record({ kind: fc.constant('ruby' as const), base: anyText, reading: anyText }),
      fc.constant({ kind: 'break' } as const),
      fc.record({
        kind: fc.constant('link' as const),
        href: fc.oneof(anyText, fc.webUrl(), fc.constant('javascript:alert(1)')),
        children: fc.array(tie('inline'), { maxLength: 3 }),
      }),
    ),
  })).inline
  const inlines = fc.array(anyInline, { maxLength: 4 })
  const paragraph: fc.Arbitrary<Block> = fc.record({ kind: fc.constant('paragraph' as const), children: inlines })
  const anyBlock: fc.Arbitrary<Block> = fc.oneof(
    paragraph,
    fc.record({
      kind: fc.constant('heading' as const),
      level: fc.constantFrom(2 as const, 3 as const, 4 as const),
      children: inlines,
    }),
    fc.record({ kind: fc.constant('quote' as const), children: inlines }),
    fc.record({
      kind: fc.constant('figure' as const),
      digest: fc.constantFrom(PICTURE.digest, 'x'),
      alt: anyText,
      caption: anyText,
      credit: anyText,
    }),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(fc.record({ children: inlines, nested: fc.array(paragraph, { maxLength: 2 }) }), { maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('table' as const),
      rows: fc.array(
        fc.array(
          fc.record({
            header: fc.boolean(),
            colSpan: fc.nat({ max: 3 }),
            rowSpan: fc.nat({ max: 3 }),
            children: fc.array(paragraph, { maxLength: 2 }),
          }),
          { maxLength: 3 },
        ),
        { maxLength: 3 },
      ),
    }),
    fc.constant({ kind: 'rule' } as const),
  )
  it(`becomes well-formed, harmless HTML (${RUNS} trees)`, () =>
    fc.assert(
      fc.asyncProperty(fc.array(anyBlock, { maxLength: 6 }), async (tree) => {
        const html = bodyHtml(snapshot('ja', { body: tree }), {
          ...OUT,
          corrections: [{ at: at(0), note: { kind: 'slip', text: 'x' } }],
        })
        expect(await wellFormed(html)).toBe(true)
        // XML 1.0, production [2]
        expect(html).not.toMatch(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u)
        const removed: string[] = []
        sanitizeHtml(html, {
          allowedTags: [
            'div',
            'p',
            'h2',
            'h3',
            'h4',
            'ol',
            'ul',
            'li',
            'blockquote',
            'hr',
            'br',
            'a',
            'strong',
            'em',
            'u',
            's',
            'sub',
            'sup',
            'ruby',
            'rt',
            'rp',
            'figure',
            'figcaption',
            'small',
            'img',
            'table',
            'thead',
            'tbody',
            'tr',
            'th',
            'td',
            'time',
          ],
          allowedAttributes: false,
          allowedSchemes: ['https', 'http', 'mailto', 'tel'],
          allowProtocolRelative: false,
          onOpenTag: (tag, attributes) => {
            if (Object.keys(attributes).some((name) => name.startsWith('on') || name === 'style')) removed.push(tag)
            if (/^\s*(?:javascript|data|vbscript):/i.test(attributes.href ?? attributes.src ?? '')) removed.push(tag)
            if (tag === 'script' || tag === 'iframe') removed.push(tag)
          },
        })
        expect(removed).toEqual([])
      }),
      { numRuns: RUNS },
    ))
})
