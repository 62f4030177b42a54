import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignSources } from '#translation/align'
import { segmentDigest } from '#translation/digest'
import { segmentsOf } from '#translation/segments'
import { plainText } from '#richtext'
import { cueSegments, mergeCueSegments, targetCueSegments, transcript } from '#video/segments'
import { anyCues, cue } from './arbitrary'

const RUNS = process.env.PROOF ? 5_000 : 200
const LIST = [
  cue('a', 1, 3, 'Lễ hội Hoa/Đà Lạt khai mạc', { speaker: 'Lan Anh' }),
  cue('b', 4, 6, ''),
  cue('c', 7, 9, '｜漢字《かんじ》の町'),
]
const text = (words: string, ...marks: 'bold'[]) => ({ kind: 'text', text: words, marks })
const paragraph = (...children: unknown[]) => ({ kind: 'paragraph', children })

describe('cues as segments', () => {
  it('are one each, words without breaks, rubies as codes; a silent one is none', () =>
    expect(cueSegments(LIST)).toEqual([
      {
        path: 'cue.a',
        kind: 'cue',
        text: 'Lễ hội Hoa Đà Lạt khai mạc',
        plain: 'Lễ hội Hoa Đà Lạt khai mạc',
        codes: [],
        digest: segmentDigest('cue', 'Lễ hội Hoa Đà Lạt khai mạc', []),
      },
      {
        path: 'cue.c',
        kind: 'cue',
        text: '⟦1/⟧の町',
        plain: '漢字の町',
        codes: [{ id: 1, form: 'single', node: { kind: 'ruby', base: '漢字', reading: 'かんじ' } }],
        digest: segmentDigest('cue', '⟦1/⟧の町', [
          { id: 1, form: 'single', node: { kind: 'ruby', base: '漢字', reading: 'かんじ' } },
        ]),
      },
    ]))

  it.each([
    ['a time', cue('a', 2, 5, 'Lễ hội Hoa/Đà Lạt khai mạc'), true],
    ['a break', cue('a', 1, 3, 'Lễ hội Hoa Đà Lạt/khai mạc'), true],
    ['a place', cue('a', 1, 3, 'Lễ hội Hoa/Đà Lạt khai mạc', { position: 'top' }), true],
    ['a word', cue('a', 1, 3, 'Lễ hội Trà/Đà Lạt khai mạc'), false],
  ])('stay the same by %s: %#', (_, edited, same) => {
    const [before, after] = [LIST[0]!, edited].map((one) => cueSegments([one])[0]?.digest)
    expect(before === after).toBe(same)
  })

  it('are no other segment than a paragraph of the same words', () => {
    const words = { title: '', summary: '', body: [paragraph(text('Hoa'))] } as unknown as Parameters<typeof segmentsOf>[0]
    const [body] = segmentsOf(words)
    const [one] = cueSegments([cue('a', 1, 2, 'Hoa')])
    expect(body?.digest).not.toBe(one?.digest)
    expect(
      alignSources([body!], [{ ...one!, plain: 'Hoa' }])
        .map(({ change }) => change)
        .toSorted(),
    ).toEqual(['new', 'removed'])
  })

  it('align by the desk: a cue that was edited, one that moved, one that is new', () => {
    const before = cueSegments([cue('a', 1, 2, 'Chào quý vị'), cue('b', 3, 4, 'Đà Lạt mùa hoa'), cue('c', 5, 6, 'Hẹn gặp lại')])
    const after = cueSegments([
      cue('n', 0, 1, 'Bản tin số ba'),
      cue('a', 1, 2, 'Chào quý vị'),
      cue('b', 3, 4, 'Đà Lạt mùa hoa nở'),
      cue('c', 5, 6, 'Hẹn gặp lại'),
    ])
    expect(alignSources(before, after).map(({ change, before: was, after: is }) => `${change} ${was} ${is}`)).toEqual([
      'new null 0',
      'unchanged 0 1',
      'changed 1 2',
      'unchanged 2 3',
    ])
  })

  it('of a target are there when empty, their codes numbered like those of the source', () => {
    const source = cueSegments([cue('c', 7, 9, '｜花《はな》の｜町《まち》')])
    expect(
      targetCueSegments([cue('b', 1, 2, ''), cue('c', 7, 9, '｜町《まち》の｜花《はな》')], source).map((one) => one.text),
    ).toEqual(['', '⟦2/⟧の⟦1/⟧'])
  })
})

describe('translated segments', () => {
  it('become lines again; what has not changed keeps its own', () => {
    const merged = mergeCueSegments(
      LIST,
      new Map([
        ['cue.a', 'Lễ hội Hoa Đà Lạt khai mạc'],
        ['cue.b', 'The flower festival opened last night in the city of Da Lat.'],
        ['cue.c', '⟦1/⟧と｜花《はな》'],
      ]),
      'en',
    )
    expect(merged.map(({ lines }) => lines)).toEqual([
      ['Lễ hội Hoa', 'Đà Lạt khai mạc'],
      ['The flower festival opened last night', 'in the city of Da Lat.'],
      ['｜漢字《かんじ》と｜花《はな》'],
    ])
    expect(merged[0]).toBe(LIST[0])
  })

  it('of a cue that is not there are refused', () =>
    expect(() => mergeCueSegments(LIST, new Map([['cue.x', 'y']]), 'en')).toThrow(
      expect.objectContaining({ code: 'text.invalid', facts: { path: 'cue.x' } }),
    ))

  it('that say what was there change nothing, whatever it is', () =>
    fc.assert(
      fc.property(anyCues, (cues) => {
        const said = new Map(targetCueSegments(cues).map((segment) => [segment.path, segment.text]))
        expect(mergeCueSegments(cues, said, 'vi')).toEqual(cues)
      }),
      { numRuns: RUNS },
    ))
})

describe('a transcript', () => {
  it('begins a paragraph with a speaker, after a pause, and for each of two who speak', () =>
    expect(
      transcript(
        [
          cue('a', 1, 3, 'Xin chào quý vị.', { speaker: 'Lan' }),
          cue('b', 3.1, 5, 'Đây là/Đà Lạt.', { speaker: 'Lan' }),
          cue('c', 7, 9, 'Mùa hoa đã về', { speaker: 'Lan' }),
          cue('d', 11.5, 13, 'trên phố núi.', { speaker: 'Lan' }),
          cue('e', 13.1, 15, 'Vâng.', { speaker: 'Minh' }),
          cue('f', 16, 18, '- Hoa gì vậy?/- Hoa mai/anh đào.'),
          cue('g', 19, 20, ''),
          cue('h', 30, 31, 'Hết'),
          cue('i', 36, 37, 'phim'),
        ],
        'vi',
      ),
    ).toEqual([
      paragraph(text('Lan: ', 'bold'), text('Xin chào quý vị. Đây là Đà Lạt.')),
      paragraph(text('Mùa hoa đã về trên phố núi.')),
      paragraph(text('Minh: ', 'bold'), text('Vâng.')),
      paragraph(text('- Hoa gì vậy?')),
      paragraph(text('- Hoa mai anh đào.')),
      paragraph(text('Hết')),
      paragraph(text('phim')),
    ]))

  it('in Japanese has no spaces, and keeps its rubies', () =>
    expect(
      transcript(
        [cue('a', 1, 3, '｜花《はな》の/祭りが', { speaker: '田中' }), cue('b', 3, 5, '始まった', { speaker: '田中' })],
        'ja',
      ),
    ).toEqual([paragraph(text('田中：', 'bold'), { kind: 'ruby', base: '花', reading: 'はな' }, text('の祭りが始まった'))]))

  it('says every word, and has no paragraph without end', () => {
    const cues = Array.from({ length: 2_000 }, (_, at) => cue(`k${at}`, at, at + 0.9, '花の祭りが始まりました'))
    const body = transcript(cues, 'ja')
    expect(plainText(body).replaceAll('\n', '')).toBe('花の祭りが始まりました'.repeat(2_000))
    expect(Math.max(...body.map((block) => plainText([block]).length))).toBeLessThan(1300)
  })
})
