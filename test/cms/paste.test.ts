import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPasted } from '#cms/editor/paste'
import { fromRichText, validateTree } from '#cms/lexical'
import type { Inline, Mark, RichText } from '#richtext'
import { GOOGLE_DOCS, JAPANESE, LIBREOFFICE, WORD } from './clipboard'

const t = (text: string, ...marks: Mark[]): Inline => ({ kind: 'text', text, marks })
const br: Inline = { kind: 'break' }
const p = (...children: Inline[]) => ({ kind: 'paragraph', children }) as const
const h = (level: 2 | 3 | 4, ...children: Inline[]) => ({ kind: 'heading', level, children }) as const
const li = (children: Inline[], ...nested: RichText) => ({ children, nested })
const ul = (...items: ReturnType<typeof li>[]) => ({ kind: 'list', ordered: false, items }) as const
const ol = (...items: ReturnType<typeof li>[]) => ({ kind: 'list', ordered: true, items }) as const
const td = (...children: RichText) => ({ header: false, colSpan: 1, rowSpan: 1, children })
const read = (html: string) => readPasted(html).doc

describe('pasted from Word', () => {
  it('keeps the structure, drops the junk, and no two words run together', () => {
    expect(readPasted(WORD)).toEqual({
      pictures: 1,
      doc: [
        // Ð is repaired at the door of the text, where its language is known.
        h(2, t('Lâm Ðồng đẩy mạnh thu hút đầu tư Nhật Bản')),
        p(
          t('Sáng 25/7/2017, '),
          t('UBND tỉnh Lâm Đồng', 'bold'),
          t(' phối hợp với Nhật Bản tổ chức '),
          t('hội nghị xúc tiến', 'italic'),
          t('. Kinh phí 33.000 tỷ đồng.'),
        ),
        ul(li([t('Nông nghiệp công nghệ cao')], ul(li([t('Hoa')]), li([t('Cà phê')]))), li([t('Du lịch')])),
        ol(li([t('Thứ nhất')]), li([t('Thứ hai')])),
        h(3, t('I. Kết quả')),
        {
          kind: 'table',
          rows: [[{ ...td(p(t('Chỉ tiêu', 'bold'))), colSpan: 2 }], [td(p(t('Dự án'))), td(p(t('12')), p(t('(8 mới)')))]],
        },
        p(
          t('Xem '),
          { kind: 'link', href: 'https://lamdong.gov.vn/', children: [t('Cổng thông tin')] },
          t(' và bản gốc'),
          t('[1]', 'superscript'),
          t('.'),
        ),
        p(t('Đã thêm.')),
      ],
    })
  })
})

describe('pasted from LibreOffice', () => {
  it('keeps the structure, drops the junk', () => {
    expect(readPasted(LIBREOFFICE)).toEqual({
      pictures: 0,
      doc: [
        h(2, t('Cồng chiêng Tây Nguyên')),
        p(t('Không gian văn hóa '), t('cồng chiêng', 'bold'), t(' được UNESCO ghi danh năm 2005.')),
        ul(li([t('Gia Lai'), br, t('(tỉnh láng giềng)')]), li([t('Lâm Đồng')], ol(li([t('Lạc Dương')])))),
        p(t('Bản cũ', 'strikethrough'), t(' CO'), t('2', 'subscript')),
      ],
    })
  })
})

describe('pasted from Google Docs', () => {
  it('keeps the structure, drops the junk', () => {
    expect(readPasted(GOOGLE_DOCS)).toEqual({
      pictures: 1,
      doc: [
        h(3, t('Hoa Đà Lạt sang Nhật')),
        p(t('Chuyến hàng '), t('đầu tiên', 'bold'), t(' rời Đà Lạt.', 'italic')),
        ul(li([t('Cẩm tú cầu')], ul(li([t('xanh')]))), li([t('Hoa hồng')])),
        { kind: 'table', rows: [[td(p(t('Năm', 'bold'))), td(p(t('2026')))]] },
        p({ kind: 'link', href: 'https://www.vietnam.vn/', children: [t('vietnam.vn')] }),
      ],
    })
  })
})

describe('pasted from a Japanese page', () => {
  it('keeps ruby, and makes no spaces where the source was broken', () => {
    expect(read(JAPANESE)).toEqual([
      p(t('ベトナム中部高原の'), { kind: 'ruby', base: '大叻', reading: 'ダラット' }, t('で、日本向けの花の輸出が始まった。')),
      p(t('輸出は '), t('2026', 'bold'), t(' 年から。')),
    ])
  })
})

describe('pieces of a paste', () => {
  it.each<[string, string, RichText]>([
    [
      'words apart over tags',
      '<p>Lâm<b> Đồng</b> <i>đẩy</i>\n<span>mạnh</span></p>',
      [p(t('Lâm'), t(' Đồng', 'bold'), t(' '), t('đẩy', 'italic'), t(' mạnh'))],
    ],
    ['words apart over lines of a heading', '<h2>Lâm Đồng<br>đẩy mạnh</h2>', [h(2, t('Lâm Đồng đẩy mạnh'))]],
    ['words apart over paragraphs of a heading', '<h2><p>Lâm Đồng</p><p>đẩy mạnh</p></h2>', [h(2, t('Lâm Đồng đẩy mạnh'))]],
    ['words apart over paragraphs of an item', '<ul><li><p>một</p><p>hai</p></li></ul>', [ul(li([t('một'), br, t('hai')]))]],
    ['words apart over boxes', '<div>Lâm Đồng</div><div>đẩy mạnh</div>', [p(t('Lâm Đồng')), p(t('đẩy mạnh'))]],
    ['a line break', '<p>Lâm Đồng<br>\n đẩy mạnh<br></p>', [p(t('Lâm Đồng'), br, t('đẩy mạnh'))]],
    ['an empty line is a new paragraph', 'một<br><br>hai<br>ba', [p(t('một')), p(t('hai'), br, t('ba'))]],
    ['nothing but words', 'Hoa Đà Lạt', [p(t('Hoa Đà Lạt'))]],
    ['nothing', '', []],
    ['nothing but space', '<p>&nbsp;</p> \n <div><br></div>', []],
    [
      'headings one level down when there is a first',
      '<h1>a</h1><h2>b</h2><h3>c</h3><h6>d</h6>',
      [h(2, t('a')), h(3, t('b')), h(4, t('c')), h(4, t('d'))],
    ],
    ['headings as they are when there is none', '<h2>b</h2><h5>d</h5>', [h(2, t('b')), h(4, t('d'))]],
    ['a title of Word', '<p class=MsoTitle>Đề án</p><h2>b</h2>', [h(2, t('Đề án')), h(3, t('b'))]],
    ['a bold heading is a heading', '<h2><b>Hoa <i>hồng</i></b></h2>', [h(2, t('Hoa '), t('hồng', 'italic'))]],
    [
      'bold by style',
      '<p><span style="font-weight:bold">a</span><span style="FONT-WEIGHT: 600">b</span></p>',
      [p(t('ab', 'bold'))],
    ],
    ['bold turned off', '<b>a<span style="font-weight:normal">b</span></b>', [p(t('a', 'bold'), t('b'))]],
    [
      'raised and lowered by style',
      'm<span style="vertical-align:super">2</span> H<span style="vertical-align:sub">2</span>O',
      [p(t('m'), t('2', 'superscript'), t(' H'), t('2', 'subscript'), t('O'))],
    ],
    [
      'no underline, colour, font',
      '<p><u><font color=red face=".VnTime"><span style="background:yellow">a</span></font></u></p>',
      [p(t('a'))],
    ],
    ['a list that starts inside a list', '<ul><ul><li>a</li></ul></ul>', [ul(li([], ul(li([t('a')]))))]],
    ['an item that lost its list', '<li>a</li><li>b</li>', [ul(li([t('a')]), li([t('b')]))]],
    ['words beside items', '<ol>a<li>b</li></ol>', [ol(li([t('a')]), li([t('b')]))]],
    [
      'a table in a list',
      '<ul><li>a<table><tr><td>b</td><td>c</td></tr></table></li></ul>',
      [ul(li([t('a'), br, t('b'), t(' '), t('c')]))],
    ],
    [
      'a table in a table',
      '<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>',
      [{ kind: 'table', rows: [[td(p(t('a'))), td(p(t('b')), p(t('c')))]] }],
    ],
    ['a frame', '<table><tr><td><h2>a</h2><p>b</p></td></tr></table>', [h(2, t('a')), p(t('b'))]],
    [
      'head cells and spans',
      '<table><caption>Bảng 1</caption><thead><tr><td>a</td><td>b</td></tr></thead><tr><th rowspan=2>c</th><td colspan=9999>d</td></tr></table>',
      [
        p(t('Bảng 1')),
        {
          kind: 'table',
          rows: [
            [
              { ...td(p(t('a'))), header: true },
              { ...td(p(t('b'))), header: true },
            ],
            [
              { ...td(p(t('c'))), header: true, rowSpan: 2 },
              { ...td(p(t('d'))), colSpan: 50 },
            ],
          ],
        },
      ],
    ],
    ['a quotation', '<blockquote><p>a</p><p>b</p></blockquote>', [{ kind: 'quote', children: [t('a'), br, t('b')] }]],
    ['a quotation of Word', '<p class=MsoIntenseQuote><i>a</i></p>', [{ kind: 'quote', children: [t('a', 'italic')] }]],
    ['a rule', 'a<hr>b', [p(t('a')), { kind: 'rule' }, p(t('b'))]],
    ['a page that is one form', '<form action="/x"><p>a</p><input value="b"></form>', [p(t('a'))]],
    ['lines of a plain text', '<pre>a\nb  c</pre>', [p(t('a'), br, t('b c'))]],
    [
      'ruby of two words',
      '<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>',
      [p({ kind: 'ruby', base: '漢', reading: 'かん' }, { kind: 'ruby', base: '字', reading: 'じ' })],
    ],
    [
      'ruby with rb',
      '<ruby><rb>漢字</rb><rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>です',
      [p({ kind: 'ruby', base: '漢字', reading: 'かんじ' }, t('です'))],
    ],
    ['ruby without a reading', '<ruby>漢字</ruby>です', [p(t('漢字です'))]],
    [
      'a space before and after ruby',
      'a <ruby>漢<rt>かん</rt></ruby> b',
      [p(t('a '), { kind: 'ruby', base: '漢', reading: 'かん' }, t(' b'))],
    ],
    [
      'a link around several looks',
      '<a href="/vi/x">a<b>b</b> </a>c',
      [p({ kind: 'link', href: '/vi/x', children: [t('a'), t('b', 'bold'), t(' ')] }, t('c'))],
    ],
    [
      'a link over two paragraphs',
      '<a href="/vi/x"><p>a</p><p>b</p></a>',
      [p({ kind: 'link', href: '/vi/x', children: [t('a')] }), p({ kind: 'link', href: '/vi/x', children: [t('b')] })],
    ],
    ['a place, not a link', '<a name="_Toc1">a</a>', [p(t('a'))]],
    ['zero-width and soft hyphens', 'thông\u200B tin đối\u00AD ngoại\uFEFF', [p(t('thông tin đối ngoại'))]],
    ['a bullet of the Symbol font', '<p>\uF0B7 Hoa</p>', [p(t('Hoa'))]],
    ['a list paragraph without a list', '<p class=MsoListParagraph>a</p>', [p(t('a'))]],
    [
      'letters and roman numbers count, o does not',
      ['a)', 'iv.', '(1)', 'o', '-']
        .map(
          (marker, index) =>
            `<p style='mso-list:l${index} level1 lfo1'><span style='mso-list:Ignore'>${marker}<span>&nbsp;</span></span>x</p>`,
        )
        .join('\n'),
      [ol(li([t('x')]), li([t('x')]), li([t('x')])), ul(li([t('x')]), li([t('x')]))],
    ],
    [
      'a list that begins at the second level',
      [2, 1, 3]
        .map((level) => `<p style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>-</span>${level}</p>`)
        .join(''),
      [ul(li([t('2')]), li([t('1')], ul(li([t('3')]))))],
    ],
  ])('%s', (_situation, html, doc) => expect(read(html)).toEqual(doc))

  it.each([
    '<script>alert(1)</script>',
    '<style>p{}</style>',
    '<iframe src="https://evil.example"></iframe>',
    '<svg><text>x</text></svg>',
    '<p hidden>x</p>',
    '<p style="display:none">x</p>',
    '<span style="font-size:0">x</span>',
    '<span style="visibility: hidden">x</span>',
    '<!-- x -->',
    '<![CDATA[x]]>',
    '<del>x</del>',
    '<textarea>x</textarea>',
    '<object data="x">x</object>',
    '<xml><w:View>x</w:View></xml>',
    '<select><option>x</option></select>',
    '<template><p>x</p></template>',
    '<title>x</title>',
  ])('is dropped: %s', (html) => expect(read(`<p>a</p>${html}<p>b</p>`)).toEqual([p(t('a')), p(t('b'))]))

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'file:///C:/bai.docx',
    '#_ftn1',
    'https://a@b.vn',
  ])('words stay, the link goes: %s', (href) => expect(read(`<p>Xem <a href="${href}">đây</a></p>`)).toEqual([p(t('Xem đây'))]))
})

describe('whatever is pasted', () => {
  const piece = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<ul>',
      '<ol>',
      '</ul>',
      '<li>',
      '</li>',
      '<table>',
      '<tr>',
      '<td>',
      '</td>',
      '</tr>',
      '</table>',
      '<h1>',
      '</h1>',
      '<h4>',
      '<blockquote>',
      '</blockquote>',
      '<hr>',
      '<br>',
      '<ruby>',
      '<rt>',
      '</rt>',
      '</ruby>',
    ],
    ...[
      '<a href="/x">',
      '<a href="javascript:x">',
      '</a>',
      '<span style="mso-list:Ignore">',
      '</span>',
      '<p style="mso-list:l0 level3 lfo1">',
      '<img src=x>',
      '<!--',
      '-->',
      '<![if !x]>',
      '<',
      '&',
      '&#0;',
      '&nbsp;',
      '\n',
      ' ',
      'Lâm',
      'Đồng'.normalize('NFD'),
      '大叻',
      '\uD83D',
      '\u202E',
    ],
  )
  it('is a text that the newsroom accepts', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { doc } = readPasted(pieces.join(''))
        validateTree(fromRichText(doc, () => null))
        expect(JSON.stringify(doc)).not.toMatch(/javascript|\u202E/)
        expect(JSON.stringify(doc).normalize('NFC')).toBe(JSON.stringify(doc))
      }),
      { numRuns: 2000 },
    )
  })

  it('is read in time that grows with its length, deep or long', { timeout: 120_000 }, () => {
    for (const html of [
      '<div>'.repeat(50_000) + 'x',
      '<ul><li>'.repeat(20_000) + 'x',
      '<p>Lâm Đồng</p>\n'.repeat(20_000),
      `<p style="${'a:b;'.repeat(50_000)}">x</p>`,
      `<p>${' '.repeat(500_000)}x</p>`,
      '<b>'.repeat(100_000),
    ]) {
      // Time of the processor, not of the clock: whatever else the machine does. Read in squares it would be minutes.
      const began = process.cpuUsage()
      readPasted(html)
      expect(process.cpuUsage(began).user / 1e6).toBeLessThan(6)
    }
  })
})
