import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countNodes, figuresOf, LIMITS, linksOf, plainText, safeHref, walk, type Block, type RichText } from '#richtext'

const plain = (text: string) => ({ kind: 'text', text, marks: [] }) as const

const doc: RichText = [
  { kind: 'heading', level: 2, children: [plain('Cồng chiêng Tây Nguyên')] },
  {
    kind: 'paragraph',
    children: [
      { kind: 'text', text: 'Đêm hội', marks: ['bold'] },
      plain(' tại '),
      { kind: 'ruby', base: '大叻', reading: 'ダラット' },
      { kind: 'break' },
      { kind: 'link', href: 'https://lamdong.gov.vn/', children: [plain('Cổng thông tin')] },
    ],
  },
  { kind: 'figure', digest: 'a'.repeat(64), alt: 'Đội chiêng', caption: 'Đội chiêng xã Đạ Sar', credit: 'Ảnh: Văn Báu' },
  {
    kind: 'list',
    ordered: true,
    items: [
      {
        children: [plain('một')],
        nested: [{ kind: 'list', ordered: false, items: [{ children: [plain('một rưỡi')], nested: [] }] }],
      },
      { children: [plain('hai')], nested: [] },
    ],
  },
  {
    kind: 'table',
    rows: [
      [
        { header: true, colSpan: 1, rowSpan: 1, children: [{ kind: 'paragraph', children: [plain('Năm')] }] },
        {
          header: false,
          colSpan: 1,
          rowSpan: 1,
          children: [{ kind: 'figure', digest: 'b'.repeat(64), alt: '', caption: '', credit: '' }],
        },
      ],
    ],
  },
  { kind: 'rule' },
  { kind: 'quote', children: [{ kind: 'link', href: '/vi/le-hoi', children: [plain('Xem thêm')] }] },
]

describe('the tree of a text', () => {
  it('is read in order', () => {
    expect(plainText(doc)).toBe(
      'Cồng chiêng Tây Nguyên\n\nĐêm hội tại 大叻\nCổng thông tin\n\nĐội chiêng xã Đạ Sar\n\nmột\nmột rưỡi\nhai\n\nNăm\t\n\nXem thêm',
    )
    expect(plainText([])).toBe('')
  })
  it('names its pictures and links, those in cells too', () => {
    expect(figuresOf(doc).map((figure) => figure.digest[0])).toEqual(['a', 'b'])
    expect(figuresOf(doc)[0]).toEqual({
      digest: 'a'.repeat(64),
      alt: 'Đội chiêng',
      caption: 'Đội chiêng xã Đạ Sar',
      credit: 'Ảnh: Văn Báu',
    })
    expect(linksOf(doc)).toEqual(['https://lamdong.gov.vn/', '/vi/le-hoi'])
  })
  it('is walked parents first', () => {
    expect([...walk(doc.slice(3, 4))].map((node) => ('kind' in node ? node.kind : 'item'))).toEqual([
      'list',
      'item',
      'text',
      'list',
      'item',
      'text',
      'item',
      'text',
    ])
    expect(countNodes(doc)).toBe(28)
  })
  it('may be as deep as a mistake makes it', () => {
    let deep: Block = { kind: 'rule' }
    for (let level = 0; level < 50_000; level++)
      deep = { kind: 'list', ordered: false, items: [{ children: [], nested: [deep] }] }
    expect(countNodes([deep])).toBe(100_001)
  })
  it('has limits that a reader may rely on', () => {
    expect(LIMITS).toEqual({ depth: 64, nodes: 20_000, bytes: 2_097_152 })
  })
})

describe('where a link may lead', () => {
  it.each([
    'https://lamdong.gov.vn/',
    'http://baolamdong.vn/chuyen-trang?id=7&trang=2#dau',
    'HTTPS://vietnam.vn',
    'https://vi.wikipedia.org/wiki/Đà_Lạt',
    'https://ja.wikipedia.org/wiki/ダラット',
    'https://example.com:8443/a%20b',
    'https://[2001:db8::1]/',
    'mailto:songoaivu@lamdong.gov.vn',
    'mailto:songoaivu@lamdong.gov.vn?subject=B%E1%BA%A3n%20tin',
    'tel:+842633822226',
    '/vi/dau-tu',
    '/',
    '/media/a.pdf#trang-2',
    'https://example.com/?a=1&amp=2&copy=3',
  ])('there: %s', (href) => expect(safeHref(href)).toBe(href))

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'java\u0000script:alert(1)',
    'javascript\u200B:alert(1)',
    'java&#115;cript:alert(1)',
    '&#106;avascript:alert(1)',
    '&#x6A;avascript:alert(1)',
    'javascript&colon;alert(1)',
    'java&Tab;script:alert(1)',
    'ｊavascript:alert(1)',
    'javascript://lamdong.gov.vn/%0Aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:text/html;base64,PHNjcmlwdD4=',
    'DATA:image/svg+xml,<svg onload=alert(1)>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://lamdong.gov.vn/1',
    'filesystem:https://lamdong.gov.vn/1',
    'view-source:https://lamdong.gov.vn',
    'about:blank',
    'ftp://lamdong.gov.vn',
    'ws://lamdong.gov.vn',
    'intent://scan#Intent;end',
    'sms:+84',
    '//evil.example',
    '///evil.example',
    '\\\\evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/&#47;evil.example',
    '/&sol;evil.example',
    '/&amp;#47;evil.example'.replace('&amp;', '&amp;amp;'),
    'https:/evil.example',
    'https:evil.example',
    'https:///evil.example',
    'https://',
    'https://lamdong.gov.vn@evil.example/',
    'https://user:secret@lamdong.gov.vn/',
    'https://lamdong.gov.vn&#64;evil.example/',
    'https://exa mple.com/',
    'https://lamdong\u202E.gov.vn/',
    'https://lam\u00ADdong.gov.vn/',
    'https://lamdong.gov.vn/"onmouseover="alert(1)',
    'https://lamdong.gov.vn/<script>',
    'https://\uD83D.vn/',
    'mailto:',
    'mailto:a@b.vn,c@d.vn',
    'mailto:a@b.vn?subject=x%0D%0ABcc:c@d.vn',
    'tel:',
    'tel:javascript',
    '#',
    '#muc-2',
    'lamdong.gov.vn',
    'dau-tu.html',
    '../admin',
    '',
    `https://lamdong.gov.vn/${'a'.repeat(2048)}`,
    null,
    undefined,
    7,
    { toString: () => 'https://lamdong.gov.vn/' },
    ['https://lamdong.gov.vn/'],
  ])('not there: %j', (href) => expect(safeHref(href)).toBeNull())

  it('whatever comes, only where we allow, in every reader', () => {
    const piece = fc.constantFrom(
      'javascript:',
      'java',
      'script',
      ':',
      '/',
      '\\',
      '&#58;',
      '&colon;',
      '&tab;',
      '\t',
      '\n',
      'https',
      'data',
      '//',
      '@',
      '.',
      'evil',
      '&amp;',
      '#',
      '?',
      '%0a',
      '\u200B',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const href = safeHref(pieces.join(''))
        if (href === null) return
        const url = new URL(href, 'https://lamdong.gov.vn')
        expect(['https:', 'http:', 'mailto:', 'tel:']).toContain(url.protocol)
        if (href.startsWith('/')) expect(url.host).toBe('lamdong.gov.vn')
      }),
      { numRuns: 5000 },
    )
  })
})
