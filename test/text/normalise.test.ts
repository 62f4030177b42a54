import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanDeep, cleanLine, cleanText, repairDStroke, toNfc } from '#text/normalise'
import { hardText } from './hard'

describe('text enters in one form', () => {
  it.each([
    ['a decomposed Vietnamese paste is composed', 'Đà Lạt'.normalize('NFD'), 'Đà Lạt'],
    ['U+00D0 typed for Đ is repaired', 'Lâm Ðồng', 'Lâm Đồng'],
    ['U+00F0 typed for đ is repaired', 'ðẩy mạnh thu hút ðầu tư', 'đẩy mạnh thu hút đầu tư'],
    ['capitals too', 'TỈNH LÂM ÐỒNG', 'TỈNH LÂM ĐỒNG'],
    ['and so is Ð with its vowel decomposed', 'Ðồng'.normalize('NFD'), 'Đồng'],
    ['African D is repaired', 'Ɖà Lạt, ɖường', 'Đà Lạt, đường'],
    ['a D with a combining stroke is one letter', 'D\u0335a\u0300 La\u0323t, d\u0335ường', 'Đà Lạt, đường'],
    ['tone marks in the wrong order become one letter', 'Viê\u0323t Nam', 'Việt Nam'],
    ['marks typed one by one as well', 'Vie\u0323\u0302t, Vie\u0302\u0323t', 'Việt, Việt'],
    ['line ends of every kind become line feeds', 'một\r\nhai\rba\u2028bốn\u0085năm\vsáu', 'một\nhai\nba\nbốn\nnăm\nsáu'],
    ['controls go, tabs and line feeds stay', 'a\u0000\u0007b\tc\nd\u007F', 'ab\tc\nd'],
    ['bidi overrides and isolates go', 'abc\u202Egpj.exe\u202C\u2066x\u2069\u200F', 'abcgpj.exex'],
    ['zero-width and soft hyphens go', 'thông\u200B\u00AD tin\uFEFF đối\u2060 ngoại\u200C', 'thông tin đối ngoại'],
    ['a mark behind a removed character joins its letter', 'a\u200B\u0301', 'á'],
    ['half of a surrogate pair goes', 'ảnh \uD83D hoa \uDC00', 'ảnh  hoa '],
    ['invisible tag letters go', 'tin\u{E0041}\u{E0042}', 'tin'],
    ['hidden annotation goes with its marks', 'a\uFFF9b\uFFFAc\uFFFB', 'abc'],
    ['an object mark of the clipboard goes', '\uFFFC ảnh', ' ảnh'],
    ['no-break space stays: it is typography', '19\u00A0km', '19\u00A0km'],
  ])('%s', (_situation, given, expected) => {
    expect(cleanText(given, 'vi')).toBe(expected)
  })

  it.each([
    ['voicing marks are composed, not lost', 'か\u3099く, ハ\u309Aン', 'がく, パン'],
    ['half-width kana stay as typed', 'ﾀﾞﾗｯﾄ', 'ﾀﾞﾗｯﾄ'],
    ['the form of a name is kept', '葛\u{E0100}城市', '葛\u{E0100}城市'],
    ['a second selector hides something', '葛\u{E0100}\u{E0101}城', '葛\u{E0100}城'],
    ['a selector behind kana hides something', 'か\u{E0100}', 'か'],
    ['a farmer stays one farmer', '👩🏽\u200D🌾', '👩🏽\u200D🌾'],
    ['a heart keeps its colour', '❤\uFE0F 1\uFE0F\u20E3', '❤\uFE0F 1\uFE0F\u20E3'],
    ['a joiner between words goes', 'ラム\u200Dドン', 'ラムドン'],
    ['Ð is not ours to repair here', 'Ðor', 'Ðor'],
  ])('Japanese: %s', (_situation, given, expected) => {
    expect(cleanText(given, 'ja')).toBe(expected)
  })

  it('leaves Icelandic eth alone in English', () => {
    expect(cleanText('Seyðisfjörður', 'en')).toBe('Seyðisfjörður')
    expect(cleanText('Seyðisfjörður', null)).toBe('Seyðisfjörður')
  })

  it('makes one line of a title pasted over two', () => {
    expect(cleanLine('  Lâm Ðồng đẩy mạnh\r\n thu hút\u00A0 đầu tư\t', 'vi')).toBe('Lâm Đồng đẩy mạnh thu hút đầu tư')
  })

  it('is done after one time, whatever comes', () => {
    fc.assert(
      fc.property(hardText, fc.constantFrom('vi', 'en', 'ja', null), (text, language) => {
        const once = cleanText(text, language)
        expect(cleanText(once, language)).toBe(once)
        expect(toNfc(once)).toBe(once)
        expect(cleanLine(cleanLine(text, language), language)).toBe(cleanLine(text, language))
        expect(once).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\u200C\uFEFF\u00AD\u0000]/)
        expect(/\p{Cs}/u.test(once)).toBe(false)
        if (language === 'vi') expect(repairDStroke(once)).toBe(once)
      }),
      { numRuns: 3000 },
    )
  })

  it('does not touch ordinary text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậ0123456789 .,;:!?()"“”–日本語ダラット、。「」'),
        }),
        (text) => {
          expect(cleanText(text, 'vi')).toBe(text)
        },
      ),
    )
  })

  it('takes a megabyte of marks in its stride', () => {
    const began = process.cpuUsage()
    cleanText(`a${'\u0301'.repeat(500_000)}${'\u200D'.repeat(500_000)}`, 'vi')
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(1500)
  })
})

describe('a whole value at once', () => {
  it('cleans every text of a body, at any depth, keys too', () => {
    expect(
      cleanDeep(
        {
          title: 'Lâm Ðồng',
          count: 3,
          none: null,
          published: false,
          ['ghi chú'.normalize('NFD')]: 'hoa\u200B',
          tags: ['Ðà Lạt', ['cà phê'.normalize('NFD')]],
        },
        'vi',
      ),
    ).toEqual({ title: 'Lâm Đồng', count: 3, none: null, published: false, 'ghi chú': 'hoa', tags: ['Đà Lạt', ['cà phê']] })
  })

  it('leaves what is not JSON as it is, and its input too', () => {
    const at = new Date(0)
    const file = new Uint8Array([0, 1])
    const given = Object.freeze({ at, file, title: 'Ðơn' })
    expect(cleanDeep(given, 'vi')).toEqual({ at, file, title: 'Đơn' })
    expect(given.title).toBe('Ðơn')
    expect(cleanDeep(undefined, 'vi')).toBeUndefined()
    expect(cleanDeep('Ðơn', 'vi')).toBe('Đơn')
  })

  it('keeps a key named __proto__ a key', () => {
    const cleaned = cleanDeep(JSON.parse('{"__proto__":{"admin":true},"a":"\\u202Ex"}') as object, null)
    expect(JSON.stringify(cleaned)).toBe('{"__proto__":{"admin":true},"a":"x"}')
    expect((cleaned as { admin?: boolean }).admin).toBeUndefined()
  })

  it('keeps the order of keys, which a person reads', () => {
    expect(Object.keys(cleanDeep({ b: '1', a: ['2'], c: { d: 1 } }, null))).toEqual(['b', 'a', 'c'])
  })

  it('does not fall over a value 100,000 levels deep', () => {
    let deep: unknown = 'Ðáy'
    for (let level = 0; level < 100_000; level++) deep = [deep]
    let cleaned: unknown = cleanDeep(deep, 'vi')
    while (Array.isArray(cleaned)) cleaned = cleaned[0]
    expect(cleaned).toBe('Đáy')
  })

  it('is done after one time', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const once = cleanDeep(value, 'vi')
        expect(cleanDeep(once, 'vi')).toEqual(once)
      }),
    )
  })
})
