import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NewsroomError } from '#newsroom'
import { baseOf, spokenOut } from '#video/line'
import { readSubtitles, SUBTITLE_LIMITS, writeSrt, writeVtt } from '#video/subtitles'
import { anyCues, cue } from './arbitrary'

const RUNS = process.env.PROOF ? 5_000 : 200
const VI = { language: 'vi' } as const
const read = (file: string | Uint8Array) => readSubtitles(file, VI)
const cuesOf = (file: string | Uint8Array) => read(file).cues
const told = (file: string) => read(file).warnings.map(({ line, kind }) => `${line} ${kind}`)
const refusal = (file: string | Uint8Array) => {
  try {
    read(file)
  } catch (error) {
    if (error instanceof NewsroomError) return { code: error.code, ...error.facts }
    throw error
  }
  return null
}
const vtt = (...words: string[]) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${words.join('\n')}\n`
const srt = (...words: string[]) => `1\n00:00:01,000 --> 00:00:02,000\n${words.join('\n')}\n`
const one = (words: string, more = {}) => [cue('c1', 1, 2, words, more)]
const utf16 = (text: string, little: boolean) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return new Uint8Array(little ? bytes : bytes.swap16())
}

const TWO = [cue('c1', 1, 2.5, 'Xin chào Đà Lạt'), cue('c2', 3, 4.25, 'Hai dòng/phụ đề')]
const PLAIN = '1\n00:00:01,000 --> 00:00:02,500\nXin chào Đà Lạt\n\n2\n00:00:03,000 --> 00:00:04,250\nHai dòng\nphụ đề\n'

describe('a file of subtitles', () => {
  it.each([
    ['as SubRip writes it', PLAIN],
    ['with a byte order mark', `\uFEFF${PLAIN}`],
    ['with the line ends of Windows', PLAIN.replaceAll('\n', '\r\n')],
    ['with the line ends of an old Mac', PLAIN.replaceAll('\n', '\r')],
    ['with points', PLAIN.replaceAll(',', '.')],
    ['without hours', PLAIN.replaceAll('00:00:', '00:')],
    ['without numbers', PLAIN.replace(/^\d\n/gm, '')],
    ['with wrong numbers', PLAIN.replace(/^\d\n/gm, '7\n')],
    ['with no line between cues', PLAIN.replaceAll('\n\n', '\n')],
    ['with many lines between cues', PLAIN.replaceAll('\n\n', '\n \n\n\t\n')],
    ['with no line at its end', PLAIN.trimEnd()],
    ['with narrow arrows', PLAIN.replaceAll(' --> ', '-->')],
    ['with tabs and spaces around', PLAIN.replaceAll(' --> ', '\t -->  ').replace('Xin chào', '  Xin   chào')],
    ['with places on the screen', PLAIN.replace('02,500', '02,500  X1:40 X2:600 Y1:20 Y2:50')],
    ['pasted through a translation machine', PLAIN.replaceAll('00:00:', '00: 00: ')],
    ['with decomposed letters', PLAIN.normalize('NFD')],
    ['with Đ of another alphabet', PLAIN.replace('Đà', 'Ðà')],
    ['with colours and slant', PLAIN.replace('Xin', '<font color="#ffff00"><i>Xin').replace('Lạt', 'Lạt</i></font>')],
    ['with marks of SubStation', PLAIN.replace('Xin', '{\\i1}Xin{\\i0}').replace('Hai', '{i}Hai{/i}')],
    ['as UTF-8', new TextEncoder().encode(PLAIN)],
    ['as UTF-8 with its mark', new TextEncoder().encode(`\uFEFF${PLAIN}`)],
    ['as UTF-16', utf16(PLAIN, true)],
    ['as UTF-16, the other way round', utf16(PLAIN, false)],
  ])('is read %s', (_, file) => expect([cuesOf(file), read(file).format]).toEqual([TWO, 'srt']))

  it.each([
    ['as WebVTT', 'WEBVTT\n\n'],
    ['with a title', 'WEBVTT - Bản tin\n\n'],
    ['with headers', 'WEBVTT\nKind: captions\nLanguage: vi\n\n'],
    ['with the clock of a stream', 'WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\n\n'],
    ['with a comment', 'WEBVTT\n\nNOTE người dịch: Lan Anh\nxem lại\n\n'],
    ['with a cue that somebody took out', 'WEBVTT\n\nNOTE\n9\n00:00.000 --> 00:01.000\nbỏ\n\n'],
    ['with styles and regions', 'WEBVTT\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:fred\n\n'],
    ['with no line behind the signature', 'WEBVTT\n'],
  ])('is read %s', (_, head) => {
    const file = head + PLAIN.replaceAll(',', '.').replace(/^\d\n/gm, '').replaceAll('00:00:', '00:')
    expect(read(file)).toEqual({ cues: TWO, format: 'vtt', warnings: [] })
  })

  it.each([
    ['a voice', vtt('<v Lan Anh>Xin chào'), one('Xin chào', { speaker: 'Lan Anh' })],
    ['a voice with a class', vtt('<v.loud Lan &amp; Anh>Xin</v> chào'), one('Xin chào', { speaker: 'Lan & Anh' })],
    ['two voices, as words', vtt('<v Lan>Xin chào', '<v Minh>Chào chị'), one('Lan: Xin chào/Minh: Chào chị')],
    ['marks, classes, languages, karaoke', vtt('<c.y.z><b>Xin</b> <00:01.500>chào</c> <lang en>Dalat'), one('Xin chào Dalat')],
    ['a ruby', vtt('<ruby>漢字<rt>かんじ</rt></ruby>の町'), one('｜漢字《かんじ》の町')],
    ['a ruby of several', vtt('<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>'), one('｜東《とう》｜京《きょう》')],
    ['a ruby with brackets for old players', vtt('<ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp></ruby>'), one('｜東《とう》')],
    ['a ruby left open', vtt('<ruby>東<rt>とう'), one('｜東《とう》')],
    ['a base without a reading', vtt('<ruby>東</ruby>京'), one('東京')],
    ['a ruby that the notation cannot hold', vtt('<ruby>《東》<rt>とう</rt></ruby>'), one('《東》（とう）')],
    ['the notation of Aozora', srt('｜漢字《かんじ》'), one('｜漢字《かんじ》')],
    ['a break as a tag', srt('Xin<br/>chào<BR>anh'), one('Xin/chào/anh')],
    ['entities, once', vtt('a &lt; b &amp;amp; &quot;c&quot;&nbsp;d &#272;&#x1EA1;&lrm;'), one('a < b &amp; "c"\u00A0d Đạ')],
    ['what is no entity', srt('AT&T & R&D &copy; &#0; &#xD800;'), one('AT&T & R&D &copy;')],
    ['a smaller-than sign', srt('a < b, 3<5, <3'), one('a < b, 3<5, <3')],
    ['a script, as text', vtt('<script>alert(1)</script>'), [{ ...cue('c1', 1, 2, ''), lines: ['<script>alert(1)</script>'] }]],
    ['an image, as text', srt('<img src=x onerror=alert(1)>'), one('<img src=x onerror=alert(1)>')],
    ['the top, in SubRip', srt('{\\an8}Biển hiệu'), one('Biển hiệu', { position: 'top' })],
    ['another corner', srt('{\\an1}{\\pos(1,2)}Biển'), one('Biển')],
    ['full-width spaces between phrases', srt('今日は　東京'), one('今日は　東京')],
    ['an arrow among words', srt('A --> B'), one('A --> B')],
    ['a number as words', `${srt('12')}\n2\n00:00:03,000 --> 00:00:04,000\n13`, [...one('12'), cue('c2', 3, 4, '13')]],
    ['nothing seen: NUL, bidi, zero width', srt('Xin\0 \u202Echào\u200B\u2066 anh'), one('Xin chào anh')],
  ])('keeps what it says: %s', (_, file, cues) => expect(cuesOf(file)).toEqual(cues))

  it.each([
    ['line:0', 'top'],
    ['line:2 position:10% align:start', 'top'],
    ['line:10%,start', 'top'],
    ['line:-1', 'bottom'],
    ['line:84%', 'bottom'],
    ['line:14', 'bottom'],
    ['line:auto', 'bottom'],
    ['align:middle', 'bottom'],
  ])('stands where %s puts it', (settings, position) =>
    expect(cuesOf(`WEBVTT\n\n00:01.000 --> 00:02.000 ${settings}\nĐà Lạt`)).toEqual(one('Đà Lạt', { position })),
  )

  it('keeps the ids of its cues, each once, and counts around them', () => {
    const at = (id: string, second: number) => `${id}${id && '\n'}00:0${second}.000 --> 00:0${second}.900\nx\n\n`
    const file = `WEBVTT\n\n${at('c1', 1)}${at('', 2)}${at('c1', 3)}${at('mở đầu', 4)}${at('01KB', 5)}`
    expect(cuesOf(file).map(({ id }) => id)).toEqual(['c1', 'c2', 'c3', 'c4', '01KB'])
    expect(readSubtitles(file, { ...VI, id: (index) => `u${index}` }).cues.map(({ id }) => id)).toEqual([
      'u0',
      'u1',
      'u2',
      'u3',
      'u4',
    ])
  })

  it.each([
    ['00:00:01,5 --> 00:00:02,25', [1500, 2250]],
    ['00:00:01 --> 00:00:02', [1000, 2000]],
    ['1:2.5 --> 1:3.0', [62_500, 63_000]],
    ['00:00:01,0006 --> 00:00:02,0004', [1001, 2000]],
    ['75:00.500 --> 76:00.500', [4_500_500, 4_560_500]],
    ['-00:00:01,000 --> 00:00:02,000', [0, 2000]],
    ['00:00:01:500 --> 00:00:02:000', [1500, 2000]],
  ])('understands %s, and says that somebody should look', (times, [start, end]) => {
    const file = `1\n${times}\nx`
    expect(cuesOf(file).map((found) => [found.start, found.end])).toEqual([[start, end]])
    if (!/\d[,:]\d{3} /.test(`${times} `) || times.startsWith('-')) expect(told(file)).toEqual(['2 time'])
  })

  it('is sorted, and says what is out of order, overlaps, ends before it begins or says nothing', () => {
    const file = [
      '1\n00:00:05,000 --> 00:00:07,000\nsau',
      '2\n00:00:01,000 --> 00:00:03,000\ntrước',
      '3\n00:00:02,000 --> 00:00:02,000\n<i></i>',
    ].join('\n\n')
    expect(cuesOf(file).map(({ lines }) => lines.join())).toEqual(['trước', '', 'sau'])
    expect(told(file)).toEqual(['6 order', '10 empty', '10 backwards', '10 order', '10 overlap', '10 marks'])
  })

  it('joins what a blank line parted in SubRip, and leaves off what WebVTT would not show', () => {
    expect(read(srt('Một', '', 'vẫn một'))).toEqual({
      cues: one('Một/vẫn một'),
      format: 'srt',
      warnings: [{ line: 4, kind: 'blank', facts: {} }],
    })
    expect(read(vtt('Một', '', 'không ai thấy'))).toEqual({
      cues: one('Một'),
      format: 'vtt',
      warnings: [{ line: 6, kind: 'outside', facts: { text: 'không ai thấy' } }],
    })
    expect(told(`Phụ đề của Lan\n\n${srt('Một')}`)).toEqual(['1 outside'])
  })

  it('says once how many marks and settings are left off, and where something hidden stood', () => {
    const file =
      'WEBVTT\n\n00:01.000 --> 00:02.000 align:start size:50%\n<i>Một</i>\n\n00:03.000 --> 00:04.000 vertical:rl\n<b>Hai\u202E</b>'
    expect(read(file).warnings).toEqual([
      { line: 3, kind: 'settings', facts: { count: 3 } },
      { line: 3, kind: 'marks', facts: { count: 4 } },
      { line: 7, kind: 'hidden', facts: {} },
    ])
  })

  it('lists so many warnings and no more', () => {
    const file = '1\n00:00:01,000 --> 00:00:01,000\nx\n\n'.repeat(SUBTITLE_LIMITS.warnings + 100)
    const { warnings } = read(file)
    expect(warnings).toHaveLength(SUBTITLE_LIMITS.warnings + 1)
    expect(warnings.at(-1)).toEqual({ line: 4 * SUBTITLE_LIMITS.warnings + 2, kind: 'more', facts: { count: 100 } })
  })
})

describe('what is no subtitle', () => {
  const at = (line: number, found: string) => ({ code: 'subtitles.unreadable', line, found })
  it.each([
    ['nothing', '', at(1, '')],
    ['blank lines', ' \n\n', at(1, '')],
    ['a letter', '\n\nKính gửi tòa soạn\n', at(3, 'Kính gửi tòa soạn')],
    ['a page', '<!DOCTYPE html>\n<!-- a --> <p>x', at(1, '<!DOCTYPE html>')],
    ['SubStation', '[Script Info]\nTitle: x', at(1, '[Script Info]')],
    ['MicroDVD', '{25}{50}Xin chào', at(1, '{25}{50}Xin chào')],
    [
      'TTML',
      '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"/>',
      at(1, '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"/>'),
    ],
    ['lyrics', '[00:12.00]Xin chào', at(1, '[00:12.00]Xin chào')],
    ['a cue of ten minutes and ninety seconds', srt('x').replace('00:00:02', '00:10:90'), at(2, '00:00:01,000 --> 00:10:90,000')],
    ['an end that is no time', 'WEBVTT\n\n00:01.000 --> sau\nx', at(3, '00:01.000 --> sau')],
    ['an end that is missing', srt('x').replace('00:00:02,000', ''), at(2, '00:00:01,000 -->')],
    ['minutes beyond an hour', srt('x').replace('00:00:02', '00:61:02'), at(2, '00:00:01,000 --> 00:61:02,000')],
    ['a cue beyond a hundred hours', srt('x').replace('00:00:02', '9999:00:02'), at(2, '00:00:01,000 --> 9999:00:02,000')],
    ['a time without an end', `1\n${'0'.repeat(300_000)}:00:01,000 --> 00:00:02,000\nx`, at(1, '1')],
    ['a cue without an end', vtt('<'.repeat(300_000)), at(4, '<'.repeat(60))],
    ['an arrow far away', `00:00:01,000 -->${' '.repeat(300_000)}x`, at(1, '00:00:01,000 -->')],
  ])('is refused by its line: %s', (_, file, facts) => expect(refusal(file)).toEqual(facts))

  it.each([
    ['Shift_JIS', [0x83, 0x5f, 0x83, 0x89], 4],
    ['Windows-1258', [0xd0, 0xe0, 0x20, 0x4c, 0xe3, 0x74], 4],
    ['TCVN3', [0xa7, 0xb5, 0x20, 0x4c, 0xb9, 0x74], 4],
    ['a letter cut in half', [0xe1, 0xba], 4],
  ])('is refused with the line that is not UTF-8: %s', (_, bytes, line) => {
    const head = new TextEncoder().encode('1\r\n00:00:01,000 --> 00:00:02,000\r\nXin\r\n')
    expect(refusal(new Uint8Array([...head, ...bytes, 0x0d, 0x0a]))).toEqual({ code: 'subtitles.encoding', line })
  })

  it('is refused as UTF-16 without its mark', () =>
    expect(refusal(new Uint8Array(Buffer.from(PLAIN, 'utf16le')))).toMatchObject({ code: 'subtitles.encoding' }))

  it.each([
    ['200,000 cues', `WEBVTT\n\n${'0:1.0-->0:2.0\nx\n\n'.repeat(200_000)}`, 'cues'],
    ['more than 5 MB', new Uint8Array(SUBTITLE_LIMITS.bytes + 1), 'bytes'],
    ['more than 5 MB of text', 'x'.repeat(SUBTITLE_LIMITS.bytes + 1), 'bytes'],
  ])('is refused whole: %s', (_, file, limit) => expect(refusal(file)).toMatchObject({ code: 'file.tooLarge', limit }))
})

describe('a file as large as is let in', () => {
  const MANY = Array.from(
    { length: SUBTITLE_LIMITS.cues },
    (_, at) =>
    cue(`k${at}`, at * 3.001, at * 3.001 + 2.5, `Phút thứ ${at} của lễ hội hoa Đà Lạt, với muôn nghìn sắc màu trong sương sớm/và ${'tiếng cồng '.repeat(5).trim()}`), // prettier-ignore
  )
  const vttOfAll = writeVtt(MANY, VI)
  const rest = SUBTITLE_LIMITS.bytes - Buffer.byteLength(vttOfAll) - 'NOTE \n\n'.length

  it.each([
    ['as WebVTT, to the last byte', vttOfAll.replace('\n\n', `\n\nNOTE ${'x'.repeat(rest)}\n\n`), MANY],
    ['as SubRip', writeSrt(MANY), MANY.map((one, at) => ({ ...one, id: `c${at + 1}` }))],
  ])('is read whole, every second of it: %s', (_, text, cues) => {
    const file = new TextEncoder().encode(text)
    expect(file.length).toBeGreaterThan(SUBTITLE_LIMITS.bytes * 0.8)
    expect(file.length).toBeLessThanOrEqual(SUBTITLE_LIMITS.bytes)
    const before = process.cpuUsage()
    const found = cuesOf(file)
    const { user, system } = process.cpuUsage(before)
    expect(found).toEqual(cues)
    expect((user + system) / 1000).toBeLessThan(5_000)
  })
})

describe('hostile files', () => {
  const cues = (words: string) => `WEBVTT\n\n${`00:01.000 --> 00:02.000\n${words}\n\n`.repeat(1_000)}`
  // Files of a fifth of what is let in; a slow machine has five times as long.
  const MOST_CPU = 1000
  it.each([
    ['comments without end', `WEBVTT\n\n${'NOTE x\n\n'.repeat(100_000)}`],
    ['one comment without end', `WEBVTT\n\nNOTE ${'x\n'.repeat(300_000)}`],
    ['tags that never close', cues('<a'.repeat(500))],
    ['readings that never close', cues('<ruby>a<rt>b'.repeat(80))],
    ['notation that never closes', cues('｜a《'.repeat(200))],
    ['entities that never end', cues('&#'.repeat(400))],
    ['voices', cues('<v A>x<v B>y'.repeat(80))],
    ['overrides', cues('{\\'.repeat(400))],
    ['marks on marks', cues(`a${'\u0301'.repeat(800)}`)],
    ['joiners', cues('\u200D\u0301'.repeat(400))],
    ['lines of one letter', 'a\n'.repeat(300_000)],
    ['numbers', '1\n'.repeat(300_000)],
    ['blank lines', `${srt('x')}${' \n'.repeat(300_000)}`],
    ['colons', '1:'.repeat(400_000)],
    [
      'everything overlaps',
      Array.from(
        { length: 4_000 },
        (_, at) => `00:00:${String(59 - (at % 60)).padStart(2, '0')},000 --> 99:00:00,000\nx\n\n`,
      ).join(''),
    ],
  ])('cost less than a second: %s', (_, file) => {
    const before = process.cpuUsage()
    try {
      read(file)
    } catch (error) {
      expect(error).toBeInstanceOf(NewsroomError)
    }
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(MOST_CPU)
  })

  it('are read or refused, whatever was done to a good one', () =>
    fc.assert(
      fc.property(
        anyCues,
        fc.boolean(),
        fc.array(
          fc.tuple(
            fc.nat(2_000),
            fc.constantFrom('', '\n', '\n\n', '-->', '<', '&', '\0', '\u202E', '9', ':', '{\\', '｜', '《', '>'),
          ),
        ),
        (list, asSrt, edits) => {
          let file = asSrt ? writeSrt(list) : writeVtt(list, VI)
          for (const [at, sign] of edits)
            file = file.slice(0, at % (file.length + 1)) + sign + file.slice((at % (file.length + 1)) + 1)
          try {
            const { cues: found } = read(file)
            for (const { start, end, lines } of found) {
              expect(Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0).toBe(true)
              expect(lines.join('')).not.toMatch(/[\0\n\u202E]/)
            }
            expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
          } catch (error) {
            expect(error).toBeInstanceOf(NewsroomError)
          }
        },
      ),
      { numRuns: RUNS },
    ))
})

describe('written', () => {
  const list = [
    cue('01KB', 1, 2.5, 'Hoa & cà phê <Đà Lạt>/A --> B', { speaker: 'Lan Anh' }),
    cue('c 2', 3, 4.25, '｜漢字《かんじ》の町', { position: 'top' }),
  ]

  it('as WebVTT', () =>
    expect(writeVtt(list, { language: 'vi', title: 'Bản tin\n--> số 3' })).toBe(
      [
        'WEBVTT\n\nNOTE\nLanguage: vi\nTitle: Bản tin → số 3\n',
        '01KB\n00:00:01.000 --> 00:00:02.500\n<v Lan Anh>Hoa &amp; cà phê &lt;Đà Lạt&gt;\nA --&gt; B\n',
        '00:00:03.000 --> 00:00:04.250 line:0\n<ruby>漢字<rt>かんじ</rt></ruby>の町\n',
      ].join('\n'),
    ))

  it('as SubRip', () =>
    expect(writeSrt(list)).toBe(
      [
        '1\n00:00:01,000 --> 00:00:02,500\nHoa & cà phê &lt;Đà Lạt>\nA --&gt; B\n',
        '2\n00:00:03,000 --> 00:00:04,250\n{\\an8}漢字（かんじ）の町\n\n',
      ]
        .join('\n')
        .replaceAll('\n', '\r\n'),
    ))

  it('with hours beyond a day, never with a time that is none', () =>
    expect(writeSrt([cue('a', -1, 360_001, 'x')])).toContain('00:00:00,000 --> 99:59:59,999'))

  it('as WebVTT is read as the same cues, to the millisecond', () =>
    fc.assert(
      fc.property(anyCues, (cues) => {
        const file = writeVtt(cues, VI)
        expect(file).toBe(file.normalize('NFC'))
        expect(cuesOf(file)).toEqual(cues)
      }),
      { numRuns: RUNS },
    ))

  it('is read as the same cues with its letters taken apart, and in order whatever the order of the file', () =>
    fc.assert(
      fc.property(anyCues, fc.infiniteStream(fc.nat()), (cues, random) => {
        expect(cuesOf(writeVtt(cues, VI).normalize('NFD'))).toEqual(cues)
        const shuffled = cues
          .map((one) => ({ one, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        const found = cuesOf(writeVtt(shuffled, VI))
        expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).toSorted((a, b) => a - b))
        expect(new Set(found.map(({ id }) => id))).toEqual(new Set(cues.map(({ id }) => id)))
      }),
      { numRuns: RUNS },
    ))

  it('as SubRip is read as the same words at the same times', () =>
    fc.assert(
      fc.property(anyCues, (cues) => {
        if (cues.length === 0) return
        const file = writeSrt(cues)
        expect(file).toBe(file.normalize('NFC'))
        expect(cuesOf(file)).toEqual(
          cues.map((one, index) => ({ ...one, id: `c${index + 1}`, speaker: null, lines: one.lines.map(spokenOut) })),
        )
      }),
      { numRuns: RUNS },
    ))

  it('gives nothing that a browser would run', () =>
    fc.assert(
      fc.property(anyCues, (cues) => {
        for (const file of [writeVtt(cues, VI), writeSrt(cues)]) expect(file).not.toMatch(/<(?!\/?ruby>|\/?rt>|v |[ 3b])/)
        for (const line of cues.flatMap(({ lines }) => lines)) expect(baseOf(line)).not.toContain('かんじ')
      }),
      { numRuns: RUNS },
    ))
})
