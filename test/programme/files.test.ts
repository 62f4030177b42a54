import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { factsOf, filesOf, packageZip, rundownCsv, rundownJson, scriptDocx, scriptTxt } from '#programme/files'
import { contentsDigest } from '#programme/differences'
import { LANGUAGES, NewsroomError, type Language } from '#newsroom'
import { sha256 } from '#publication/canonical'
import { readSubtitles } from '#video/subtitles'
import { bytesOf, FILM, POSTER, POSTER_BYTES, programmeIn, STEPS, withStep } from './programme-fixture'

const programme = programmeIn()
const film = new TextEncoder().encode('film')
const unzipped = (zip: Uint8Array) => unzipSync(zip)
const textIn = (zip: Uint8Array, name: string) => strFromU8(unzipped(zip)[name] ?? new Uint8Array())

/** The words of a well-formed XML part, a line for each paragraph; throws where it is not well-formed. */
const wordsOf = (xml: string): string => {
  let words = ''
  let isText = false
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    isText = name === 'w:t'
    if (name === 'w:br') words += '\n'
  })
  parser.on('text', (text) => (words += isText ? text : ''))
  parser.on('closetag', ({ name }) => {
    isText = false
    if (name === 'w:p') words += '\n'
  })
  parser.write(xml).close()
  return words
}

describe('the script', () => {
  it('says who reads what when', () =>
    expect(scriptTxt(programme)).toMatchInlineSnapshot(`
      "Lam Dong Weekly
      Channel: Lam Dong Radio & Television
      On air: 17:30, 5 October 2026
      Presenter: Nguyễn Thị Hoa
      Length: 0:38, target 1:00, 0:22 under the target


      ――――――――――――
      1. Lam Dong Weekly 1
      Starts 0:00 (17:30:00) · read 0:03 · clip 0:00

      Good evening. This is Lam Dong Weekly.


      ――――――――――――
      2. Lam Dong Weekly 2
      Starts 0:03 (17:30:03) · read 0:08 · clip 0:13

      Introduction
      First, <coffee> & "rain".

      The coffee harvest in Cau Dat has begun two weeks early.

      Growers expect 33,000 tonnes.

      Clip: 0:05 to 0:18, length 0:13 · 66696c6d2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e2e.webm
      Photo: Trần Quốc Dũng


      ――――――――――――
      3. Lam Dong Weekly 3
      Starts 0:23 (17:30:23) · read 0:04 · clip 0:08

      A delegation from Yamanashi visited Da Lat on Tuesday.

      Clip: 0:00 to 0:08, length 0:08 · https://dai.example/phim/7


      ――――――――――――
      4. Lam Dong Weekly 4
      Starts 0:35 (17:30:35) · read 0:03 · clip 0:00

      That is all for this week. Good night.


      ――――――――――――
      End of the programme, 0:38
      "
    `))
  it.each(LANGUAGES)('as DOCX is well-formed in every part and holds every word, in %s', (language: Language) => {
    const made = programmeIn(language)
    const parts = unzipped(scriptDocx(made))
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/footer1.xml',
      'word/styles.xml',
    ])
    const words = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, wordsOf(strFromU8(bytes))]))
    for (const { title, intro, script } of made.steps)
      for (const line of [title, intro, ...script.split('\n')]) expect(words['word/document.xml']).toContain(line)
    expect(words['word/footer1.xml']).toContain(made.title)
  })
  it('is the same words on paper and in mail', () => {
    const lines = (text: string) => text.split('\n').filter((line) => line !== '' && !line.startsWith('―'))
    expect(lines(wordsOf(textIn(scriptDocx(programme), 'word/document.xml')))).toEqual(lines(scriptTxt(programme)))
  })
  it('leaves out what no file may hold', () => {
    const odd = withStep(programme, STEPS.visit, (step) => ({ ...step, script: 'a\u0000b\u202Ec ]]> </w:t>' }))
    expect(wordsOf(textIn(scriptDocx(odd), 'word/document.xml'))).toContain('abc ]]> </w:t>')
  })
})

describe('the rundown', () => {
  it('as JSON counts from the beginning of the broadcast', () => {
    const rundown = JSON.parse(rundownJson(programme)) as { readonly steps: readonly Record<string, unknown>[] } & Record<
      string,
      unknown
    >
    const { steps, ...head } = rundown
    expect(head).toEqual({
      schema: 1,
      item: programme.item,
      language: 'en',
      title: 'Lam Dong Weekly',
      channel: 'Lam Dong Radio & Television',
      airDate: '2026-10-05',
      airTime: '17:30',
      airsAt: '2026-10-05T17:30:00+07:00',
      presenter: 'Nguyễn Thị Hoa',
      pace: 150,
      targetMs: 60_000,
      totalMs: 38_100,
      overUnderMs: -21_900,
    })
    expect(steps.map(({ number, startMs, startsAt }) => [number, startMs, startsAt])).toEqual([
      [1, 0, '17:30:00'],
      [2, 2_800, '17:30:03'],
      [3, 23_300, '17:30:23'],
      [4, 34_900, '17:30:35'],
    ])
    expect(steps[1]).toMatchObject({
      film: { file: `${FILM}.webm`, sha256: FILM, link: null, fromMs: 5_000, toMs: 17_500 },
      subtitles: { vtt: `subtitles/02-${STEPS.harvest}.vtt`, srt: `subtitles/02-${STEPS.harvest}.srt` },
      poster: { digest: POSTER, file: `posters/${POSTER}.jpg` },
    })
  })
  it('as CSV has a line for each step, and runs no formula', () => {
    const odd = withStep(programme, STEPS.visit, (step) => ({ ...step, title: '=HYPERLINK("x")' }))
    const lines = rundownCsv(odd).split('\r\n')
    expect(lines).toHaveLength(1 + 4 + 1)
    expect(lines[2]).toBe(
      `"2","0:03","17:30:03","Item","Lam Dong Weekly 2","0:08","0:13","0:21","${FILM}.webm","0:05","0:18","subtitles/02-${STEPS.harvest}.srt","${programme.steps[1]?.text?.item}"`,
    )
    expect(lines[3]).toContain(`"'=HYPERLINK(""x"")"`)
  })
})

describe('the files', () => {
  const files = filesOf(programme, { bytesOf })
  it('are script, rundown, subtitles of the step that has some, and the package', () =>
    expect(files.map(({ kind, step, ext }) => [kind, step, ext])).toEqual([
      ['scriptDocx', null, 'docx'],
      ['scriptTxt', null, 'txt'],
      ['rundownJson', null, 'json'],
      ['rundownCsv', null, 'csv'],
      ['vtt', STEPS.harvest, 'vtt'],
      ['srt', STEPS.harvest, 'srt'],
      ['package', null, 'zip'],
    ]))
  it('are listed with digest and size', () =>
    expect(files.map(factsOf).map(({ digest, bytes }) => [digest, bytes])).toEqual(
      files.map(({ data }) => [sha256(data), data.length]),
    ))
  it('hold subtitles that a player reads', () => {
    const cues = files
      .filter(({ kind }) => kind === 'vtt' || kind === 'srt')
      .map(({ data }) => readSubtitles(data, { language: 'vi' }).cues)
    for (const read of cues) expect(read).toEqual(programme.steps[1]?.film?.cues)
  })
  it('are the same bytes every time', () =>
    expect(filesOf(programmeIn(), { bytesOf }).map(({ digest }) => digest)).toEqual(files.map(({ digest }) => digest)))
})

describe('the package', () => {
  const folder = 'programme-2026-10-05-1730'
  const names = (zip: Uint8Array) => Object.keys(unzipped(zip)).map((name) => name.slice(folder.length + 1))
  const manifestOf = (zip: Uint8Array) =>
    JSON.parse(textIn(zip, `${folder}/manifest.json`)) as {
      readonly contents: string
      readonly files: readonly { readonly name: string; readonly sha256: string; readonly bytes: number }[]
      readonly films: readonly unknown[]
    }
  const zip = packageZip(programme, { bytesOf })
  it('has one folder with safe names', () => {
    expect(Object.keys(unzipped(zip)).every((name) => name.startsWith(`${folder}/`) && /^[A-Za-z0-9._/-]+$/.test(name))).toBe(
      true,
    )
    expect(names(zip)).toEqual([
      'manifest.json',
      `posters/${POSTER}.jpg`,
      'rundown.csv',
      'rundown.json',
      'script.docx',
      'script.txt',
      `subtitles/02-${STEPS.harvest}.srt`,
      `subtitles/02-${STEPS.harvest}.vtt`,
    ])
  })
  it('names every file with its digest, and what it is made of', () => {
    const { contents, files } = manifestOf(zip)
    const inside = unzipped(zip)
    expect(contents).toBe(contentsDigest(programme))
    expect(files.map(({ name }) => name)).toEqual(names(zip).slice(1))
    for (const { name, sha256: digest, bytes } of files) {
      const data = inside[`${folder}/${name}`] ?? new Uint8Array()
      expect([name, sha256(data), data.length]).toEqual([name, digest, bytes])
    }
    expect(inside[`${folder}/posters/${POSTER}.jpg`]).toEqual(POSTER_BYTES)
  })
  it('says where each film is: inside, in the store, or at an address', () => {
    const clips = (films: ReadonlyMap<string, Uint8Array>) => manifestOf(packageZip(programme, { bytesOf, films })).films
    const link = {
      step: STEPS.visit,
      number: 3,
      file: null,
      sha256: null,
      link: 'https://dai.example/phim/7',
      fromMs: 0,
      toMs: 8_000,
      inside: null,
    }
    const own = { step: STEPS.harvest, number: 2, file: `${FILM}.webm`, sha256: FILM, link: null, fromMs: 5_000, toMs: 17_500 }
    expect(clips(new Map())).toEqual([{ ...own, inside: null }, link])
    expect(clips(new Map([[FILM, film]]))).toEqual([{ ...own, inside: `films/${FILM}.webm` }, link])
  })
  it.each(['../../etc/passwd', 'CON', 'bước 1', 'a/b', ''])('a step called “%s” leads nowhere else', (id) => {
    const odd = withStep(programme, STEPS.harvest, (step) => ({ ...step, id }))
    expect(names(packageZip(odd, { bytesOf })).filter((name) => name.startsWith('subtitles/'))).toEqual([
      'subtitles/02-step.srt',
      'subtitles/02-step.vtt',
    ])
  })
  it('refuses a poster whose bytes nobody knows', () =>
    expect(() => packageZip({ ...programme, media: [] }, { bytesOf })).toThrow(NewsroomError))
})
