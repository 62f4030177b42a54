import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plain } from '#bulletin/plain'
import { LANGUAGES } from '#newsroom'
import { editionIn, ENTRIES, withPiece } from './issue-fixture'

const one = await Promise.all(LANGUAGES.map((language) => editionIn(language)))
const [vi, , ja] = one as [(typeof one)[number], unknown, (typeof one)[number]]

describe('an edition as plain text', () => {
  const text = plain(vi)

  it('begins with the head of page one and its contents', () =>
    expect(text.split('\n').slice(0, 16)).toEqual([
      'BẢN TIN',
      'Thông tin đối ngoại',
      'Sở Ngoại vụ tỉnh Lâm Đồng',
      'Số 3 (Quý III/2026)',
      'Ngày 30 tháng 9 năm 2026',
      'Lâm Đồng và Nhật Bản: mùa hợp tác mới',
      '',
      '――――――――――――',
      'Trong số này',
      '――――――――――――',
      '',
      'Từ tòa soạn',
      '- Thư tòa soạn',
      '',
      'Hợp tác và đầu tư',
      `- ${vi.sections[1]?.pieces[0]?.title}`,
    ]))

  it('ends with its errata and imprint', () =>
    expect(text.split('\n').slice(-16)).toEqual([
      '――――――――――――',
      'Thông tin cải chính, xin lỗi',
      '――――――――――――',
      '',
      'Tác phẩm: “Mùa hoa dã quỳ”, trang 14, Bản tin Quý II/2026, xuất bản ngày 30 tháng 6 năm 2026.',
      'Thông tin sai: “1.200 ha”',
      'Thông tin đúng: “120 ha”',
      '',
      '――――――――――――',
      'Cơ quan xuất bản: Sở Ngoại vụ tỉnh Lâm Đồng',
      'Giấy phép xuất bản số 12/GP-XBBT ngày 15 tháng 01 năm 2026 do Sở Văn hóa, Thể thao và Du lịch tỉnh Lâm Đồng cấp',
      'In tại Công ty Cổ phần In và Phát hành sách Lâm Đồng',
      'Số lượng: 500 bản',
      'Kỳ hạn xuất bản: 1 số/quý',
      'Chịu trách nhiệm xuất bản: Phan Thái Bình',
      '',
    ]))

  it('has of every piece title, summary, by-line, text and pictures with their makers', () => {
    const piece = vi.sections[0]!.pieces[0]!
    const photo = { digest: 'a', alt: 'Đồi chè', caption: 'Đồi chè Cầu Đất.', credit: 'Văn Báu' }
    const short = plain({
      ...vi,
      errata: [],
      sections: [
        {
          id: 's',
          name: 'Đất và người',
          pieces: [
            {
              ...piece,
              title: 'Sương sớm',
              summary: 'Ba ngày ở Cầu Đất.',
              byline: 'Nguyễn Thị Hoa',
              lead: { ...photo, caption: 'Sương trên đồi.' },
              body: [
                { kind: 'paragraph', children: [{ kind: 'text', text: 'Trời chưa sáng.', marks: [] }] },
                { kind: 'figure', ...photo },
              ],
              photos: [{ ...photo, caption: 'Người hái chè.', credit: 'Ảnh: TTXVN' }],
            },
          ],
        },
        { id: 'empty', name: 'Trống', pieces: [] },
      ],
    })
    expect(short.slice(short.lastIndexOf('Đất và người'), short.indexOf('Cơ quan'))).toBe(
      [
        'Đất và người\n――――――――――――',
        'Sương sớm',
        'Ba ngày ở Cầu Đất.',
        'Nguyễn Thị Hoa',
        'Sương trên đồi.\nẢnh: Văn Báu',
        'Trời chưa sáng.',
        'Đồi chè Cầu Đất.\nẢnh: Văn Báu',
        'Người hái chè.\nẢnh: TTXVN',
        '――――――――――――\n',
      ].join('\n\n'),
    )
  })

  it('adds no space to Japanese', () => {
    const words = (text: string) => ({ kind: 'text', text, marks: [] }) as const
    const lines = plain(
      withPiece(ja, ENTRIES.foreword, (piece) => ({
        ...piece,
        body: [
          {
            kind: 'paragraph',
            children: [words('雲の'), words('下の'), { kind: 'ruby', base: '珈琲', reading: 'コーヒー' }, words('畑')],
          },
        ],
      })),
    ).split('\n')
    expect(lines.slice(0, 6)).toEqual([
      'BẢN TIN',
      'ニュースレター',
      '対外情報',
      'ラムドン省外務局',
      '第3号（2026年第3四半期）',
      '2026年9月30日',
    ])
    expect(lines.slice(-12, -7)).toEqual([
      '対象記事：「ニトベギクの季節」（ニュースレター2026年第2四半期号14ページ、2026年6月30日発行）',
      '誤：「1,200ヘクタール」',
      '正：「120ヘクタール」',
      '',
      '――――――――――――',
    ])
    expect(lines).toContain('雲の下の珈琲畑')
  })

  it('is composed, has LF alone and nothing that cannot be seen, whatever the words', () =>
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', 'e\u0302\u0301', '\r\n', '\r', '\0', '\ud800', '\u202e', '\u200b', ' ', 'Ð', '\u2028'),
          maxLength: 12,
        }),
        (words) => {
          const edition = withPiece(vi, ENTRIES.foreword, (piece) => ({
            ...piece,
            title: words,
            body: [{ kind: 'paragraph', children: [{ kind: 'text', text: words, marks: [] }] }],
          }))
          const written = plain(edition)
          expect(written).toBe(written.normalize('NFC'))
          expect(written).not.toMatch(/[\r\0\u202e\u200b\u2028Ð]|\p{Surrogate}/u)
          expect(written.endsWith('\n') && !written.endsWith('\n\n')).toBe(true)
        },
      ),
      { numRuns: 50 },
    ))

  it('is the same for the same edition, in every language', () =>
    expect(one.map((edition) => plain(structuredClone(edition)))).toEqual(one.map(plain)))
})
