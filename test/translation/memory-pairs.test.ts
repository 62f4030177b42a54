import { describe, expect, it } from 'vitest'
import type { Language } from '#newsroom'
import { p } from '#sample/write'
import { pairsOf } from '#translation/memory-pairs'
import { sentencesOf } from '#translation/memory-sentences'
import type { Pair } from '#translation/segment'
import { segmentsOf } from '#translation/segments'

const FROM = { item: 'A', seq: 7, people: ['mai', 'anh'] }
const VI_EN = { from: 'vi', to: 'en' } as const
const VI_JA = { from: 'vi', to: 'ja' } as const

/** Paragraphs in the notation of the sample (`**bold**`, `[link](address)`, `{漢字|かんじ}`). */
const blocks = (...lines: readonly string[]) =>
  segmentsOf({ title: '', summary: '', body: lines.map(p) }).filter(({ kind }) => kind === 'paragraph')
const pair = (source: string, target: string): Pair => ({ source: blocks(source)[0] ?? null, target: blocks(target)[0] ?? null })
const brief = (units: ReturnType<typeof pairsOf>) => units.map(({ kind, source, target }) => [kind, source, target])

describe('sentences', () => {
  const cases: readonly (readonly [Language, readonly string[]])[] = [
    ['vi', ['Tỉnh có 1.000 ha dâu.', 'Giá 3.5 triệu đồng.']],
    ['vi', ['TP. Đà Lạt và Q. Sơn Trà đón PGS. TS. Nguyễn V. A. Hùng.', 'Ông nói: “Rất vui!”', 'Sau đó ông về.']],
    ['vi', ['Có cà phê, trà...', 'Ngoài ra còn rau.']],
    ['vi', ['“Vì sao?”, ông hỏi.', 'Không ai trả lời…', 'Đêm xuống.']],
    ['vi', ['1. Mục tiêu của đề án.', 'Đến năm 2030 có 50 xã.']],
    ['en', ['Mr. Hai met Dr. Sato at 5 p.m. on Monday.', 'No. 5 is closed.', 'Decision No. 1629 was signed.']],
    ['en', ['The U.S. Embassy and J. Smith came.', 'Did they stay?', '“Yes.”', '(They left later.)']],
    ['ja', ['茶の収穫が始まった。', '「早いですね。」と農家は言った。', '本当に？！', '次は三月だ。']],
    ['ja', ['「いいです。」', '彼は言った。']],
    ['ja', ['閉じない「括弧。', '次の文。']],
  ]
  it.each(cases)('%s %j', (language, sentences) =>
    expect(sentencesOf(sentences.join(language === 'ja' ? '' : ' '), language)).toEqual(sentences),
  )
  it('end with the line', () => expect(sentencesOf('Ảnh: Hoài Thu\n\n Lâm Đồng ', 'vi')).toEqual(['Ảnh: Hoài Thu', 'Lâm Đồng']))
  it('of an empty text are none', () => expect(sentencesOf(' \n ', 'ja')).toEqual([]))
})

describe('a released translation', () => {
  it('gives its blocks, with where they come from', () => {
    const [source] = blocks('Lụa Bảo Lộc.')
    expect(pairsOf([pair('Lụa Bảo Lộc.', 'Bao Loc silk.')], VI_EN, FROM)).toEqual([
      {
        ...FROM,
        kind: 'block',
        source: 'Lụa Bảo Lộc.',
        target: 'Bao Loc silk.',
        sourceDigest: source?.digest,
        path: 'body.0',
      },
    ])
  })
  it('gives its sentences where both sides have as many', () =>
    expect(
      brief(
        pairsOf(
          [pair('TP. Đà Lạt có sương mù. Trà ngon nhất vào tháng ba.', 'ダラット市には霧がある。茶は三月が一番おいしい。')],
          VI_JA,
          FROM,
        ),
      ),
    ).toEqual([
      ['block', 'TP. Đà Lạt có sương mù. Trà ngon nhất vào tháng ba.', 'ダラット市には霧がある。茶は三月が一番おいしい。'],
      ['sentence', 'TP. Đà Lạt có sương mù.', 'ダラット市には霧がある。'],
      ['sentence', 'Trà ngon nhất vào tháng ba.', '茶は三月が一番おいしい。'],
    ]))
  it.each([
    [
      'Có mưa. Sương mù phủ kín thung lũng từ chiều hôm trước cho đến tận sáng hôm sau.',
      'It rained and fog covered the whole valley from the afternoon until the morning. So it was.',
    ],
    ['Một. Hai. Ba.', 'One and two. Three.'],
    ['Chỉ một câu.', 'One sentence only.'],
  ])('gives no sentences that were parted in other places: %s', (source, target) =>
    expect(brief(pairsOf([pair(source, target)], VI_EN, FROM))).toEqual([['block', source, target]]),
  )
  it('gives codes as the source numbers them, and none that the source has not', () => {
    const source = pair('**Lụa** ở [Bảo Lộc](https://a.example/)', '').source
    const target = blocks('[Bao Loc](https://a.example/) has **silk** and [tea](https://b.example/)')[0] ?? null
    expect(brief(pairsOf([{ source, target }], VI_EN, FROM))).toEqual([
      ['block', 'Lụa ở Bảo Lộc', '⟦2⟧Bao Loc⟦/2⟧ has ⟦1⟧silk⟦/1⟧ and tea'],
    ])
  })
  it('keeps the rubies of a target, and makes a line break that only the target has a space', () => {
    const [target] = segmentsOf({
      title: '',
      summary: '',
      body: [
        {
          kind: 'paragraph',
          children: [{ kind: 'ruby', base: '茶', reading: 'ちゃ' }, { kind: 'break' }, { kind: 'text', text: 'の里', marks: [] }],
        },
      ],
    })
    expect(brief(pairsOf([{ source: blocks('Xứ trà')[0] ?? null, target: target ?? null }], VI_JA, FROM))).toEqual([
      ['block', 'Xứ trà', '｜茶《ちゃ》 の里'],
    ])
  })
  it('gives nothing of a side that is missing or empty, nor of blocks that were merged or split', () => {
    const [one, two] = blocks('Một.', 'Hai.')
    const [merged] = blocks('One. Two.')
    const none = null
    expect(
      pairsOf(
        [
          { source: one ?? none, target: merged ?? none },
          { source: two ?? none, target: merged ?? none },
          { source: none, target: blocks('Added')[0] ?? none },
          { source: blocks('Bỏ')[0] ?? none, target: none },
        ],
        VI_EN,
        FROM,
      ),
    ).toEqual([])
  })
})
