import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTmx, writeTmx } from '#translation/files/tmx'
import { codedText, refusalOf } from './samples'
import type { TmxUnit } from '#translation/files/tmx'

const UNIT: TmxUnit = {
  from: 'vi',
  to: 'en',
  source: 'Tỉnh ⟦1⟧đón⟦/1⟧ khách⟦2/⟧',
  target: '⟦2/⟧The province ⟦1⟧welcomes⟦/1⟧ guests & more',
  props: { item: '01JZX3M5K8W9QG7T2B4C6D8E0F', seq: '12' },
}

const tmx = (units: readonly TmxUnit[]): string => [...writeTmx(units)].join('')
const foreign = (body: string, head = 'srclang="vi-VN"'): string =>
  `<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header ${head}/><body>${body}</body></tmx>`

describe('a memory as TMX', () => {
  it('has the level-2 codes of the standard', () =>
    expect(tmx([UNIT])).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n' +
        '<header creationtool="TTDN Newsroom" creationtoolversion="1" segtype="block" o-tmf="ttdn-newsroom" adminlang="en" srclang="*all*" datatype="plaintext"/>\n<body>\n' +
        '<tu srclang="vi"><prop type="x-item">01JZX3M5K8W9QG7T2B4C6D8E0F</prop><prop type="x-seq">12</prop>' +
        '<tuv xml:lang="vi"><seg>Tỉnh <bpt i="1" x="1"/>đón<ept i="1"/> khách<ph x="2"/></seg></tuv>' +
        '<tuv xml:lang="en"><seg><ph x="2"/>The province <bpt i="1" x="1"/>welcomes<ept i="1"/> guests &amp; more</seg></tuv></tu>\n' +
        '</body>\n</tmx>\n',
    ))
  it('comes back as it went', () => expect(readTmx(tmx([UNIT, UNIT]))).toEqual({ units: [UNIT, UNIT], skipped: 0 }))
  it('is made a unit at a time', () => {
    let asked = 0
    const endless = (function* () {
      for (;;) {
        asked++
        yield UNIT
      }
    })()
    const pieces = writeTmx(endless)
    for (let taken = 0; taken < 4; taken++) pieces.next()
    expect(asked).toBe(3)
  })
  it('loses nothing, whatever its codes', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            from: fc.constant('vi' as const),
            to: fc.constant('ja' as const),
            source: codedText('vi'),
            target: codedText('ja'),
            props: fc.constant({ by: 'hoa & dung' }),
          }),
          { maxLength: 4 },
        ),
        (units) => {
          expect(readTmx(tmx(units))).toEqual({ units, skipped: 0 })
        },
      ),
    ))
})

describe('a memory of another tool', () => {
  it('may name the DTD of its standard, which nobody reads', () =>
    expect(
      readTmx(foreign('<tu><tuv xml:lang="EN-US"><seg>Hello</seg></tuv><tuv xml:lang="vi-VN"><seg>Xin chào</seg></tuv></tu>')),
    ).toEqual({ units: [{ from: 'vi', to: 'en', source: 'Xin chào', target: 'Hello', props: {} }], skipped: 0 }))
  it('of three languages gives a pair for each', () =>
    expect(
      readTmx(
        foreign(
          '<tu srclang="en"><tuv lang="vi"><seg>một</seg></tuv><tuv lang="ja"><seg>一</seg></tuv><tuv lang="en"><seg>one</seg></tuv></tu>',
        ),
      ).units.map(({ from, to }) => `${from}-${to}`),
    ).toEqual(['en-vi', 'en-ja']))
  it('has markup in its codes that is no words, and highlights that are', () =>
    expect(
      readTmx(
        foreign(
          '<tu><tuv xml:lang="vi"><seg><bpt i="1">&lt;b&gt;</bpt>a<ept i="1">&lt;/b&gt;</ept><ph type="x"><sub>no</sub></ph><hi>b</hi></seg></tuv><tuv xml:lang="ja"><seg>あ</seg></tuv></tu>',
        ),
      ).units[0]?.source,
    ).toBe('⟦1⟧a⟦/1⟧⟦2/⟧b'))
  it('counts what it has in other languages or without words', () =>
    expect(
      readTmx(
        foreign(
          '<tu><tuv xml:lang="vi"><seg>a</seg></tuv><tuv xml:lang="fr"><seg>b</seg></tuv></tu><tu><tuv xml:lang="vi"><seg/></tuv><tuv xml:lang="en"><seg>x</seg></tuv></tu>',
          'srclang="*all*"',
        ),
      ),
    ).toEqual({ units: [], skipped: 2 }))
  it('is refused when it is no TMX', () =>
    expect(refusalOf(() => readTmx('<tbx/>'))).toEqual({ code: 'file.type', facts: { expected: 'TMX 1.4' } }))
})
