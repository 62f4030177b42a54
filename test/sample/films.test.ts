import { readFileSync } from 'node:fs'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { FILM_IN_HAND, FILMS, type Cue } from '#sample/films/index'
import { coffeeMorning } from '#sample/films/coffee-morning'
import { flowerTrain } from '#sample/films/flower-train'
import { gongEvening } from '#sample/films/gong-evening'
import { renderer } from '#sample/films/render'
import { lengthOf } from '#sample/films/stage'
import { FILM_STORIES } from '#sample/films/stories'
import { threeScenes } from '#sample/films/three-scenes'
import { cueFindings } from '#video/rules'

const FOOTAGE = {
  'coffee-morning': coffeeMorning,
  'gong-evening': gongEvening,
  'flower-train': flowerTrain,
  'three-scenes': threeScenes,
} as const

/** Matroska: the duration is a float under Segment (18538067) > Info (1549A966) > Duration (4489), in units of TimestampScale (2AD7B1) nanoseconds. */
const durationOf = (bytes: Buffer): number => {
  const info = bytes.indexOf(Buffer.from('1549a966', 'hex'))
  const scaleAt = bytes.indexOf(Buffer.from('2ad7b1', 'hex'), info)
  const scale = bytes.readUIntBE(scaleAt + 4, bytes[scaleAt + 3]! & 0x7f)
  const at = bytes.indexOf(Buffer.from('4489', 'hex'), info)
  const units = (bytes[at + 2]! & 0x7f) === 8 ? bytes.readDoubleBE(at + 3) : bytes.readFloatBE(at + 3)
  return (units * scale) / 1e6
}

const RULES = {
  vi: { line: 42, speed: 17 },
  en: { line: 42, speed: 17 },
  ja: { line: 16, speed: 4 },
} as const
type Spoken = keyof typeof RULES

/** Characters as a reader counts them; in Japanese a half-width one is half a character. */
const lengthIn = (language: Spoken, line: string): number =>
  [...new Intl.Segmenter(language).segment(line)].reduce(
    (sum, { segment }) => sum + (language === 'ja' && /^[ -~]$/u.test(segment) ? 0.5 : 1),
    0,
  )

const findings = (language: Spoken, cues: readonly Cue[], durationMs: number): readonly string[] =>
  cues.flatMap(({ start, end, lines }, index) => {
    const next = cues[index + 1]
    const seconds = (end - start) / 1000
    const speed = lines.reduce((sum, line) => sum + lengthIn(language, line), 0) / seconds
    return [
      lines.length < 1 || lines.length > 2 ? 'lines' : '',
      lines.some((line) => line.trim() === '' || line !== line.trim()) ? 'blank' : '',
      lines.some((line) => lengthIn(language, line) > RULES[language].line) ? 'length' : '',
      speed > RULES[language].speed ? `speed ${speed.toFixed(1)}` : '',
      seconds < 5 / 6 || seconds > 7 ? 'duration' : '',
      next !== undefined && next.start - end < 80 ? 'gap' : '',
      start < 0 || end > durationMs ? 'outside' : '',
    ]
      .filter(Boolean)
      .map((finding) => `${language} ${index + 1} ${lines.join(' | ')}: ${finding}`)
  })

describe.each([...FILMS, FILM_IN_HAND])('the film $key', ({ key, file, poster, durationMs, width, height }) => {
  const bytes = readFileSync(file)

  it('is a small WebM of the length it says', async () => {
    expect(await fileTypeFromBuffer(bytes)).toMatchObject({ mime: 'video/webm' })
    expect(bytes.length).toBeLessThanOrEqual(900_000)
    expect(Math.round(durationOf(bytes))).toBe(durationMs)
    expect(durationMs).toBeGreaterThanOrEqual(20_000)
    expect(durationMs).toBeLessThanOrEqual(55_000)
  })

  it('has a poster of 1280 × 720', async () => {
    const picture = readFileSync(poster)
    const { format, width, height, exif } = await sharp(picture).metadata()
    expect([format, width, height, exif]).toEqual(['jpeg', 1280, 720, undefined])
    expect(picture.length).toBeLessThanOrEqual(120_000)
  })

  it('is what its scenes draw: the length, a picture at every moment, the same twice', async () => {
    expect(lengthOf(FOOTAGE[key])).toBeCloseTo(durationMs / 1000, 1)
    const small = { width: width / 8, height: height / 8 }
    const draw = renderer(FOOTAGE[key], small)
    const [early, again, late] = [await draw(3), await renderer(FOOTAGE[key], small)(3), await draw(durationMs / 1000 - 4)]
    expect(early.equals(again)).toBe(true)
    expect(early.equals(late)).toBe(false)
    const { channels } = await sharp(late, { raw: { ...small, channels: 3 } }).stats()
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(15)
  })
})

describe.each(FILMS)('what is said in the film $key', ({ durationMs, texts, cues, credit }) => {
  it('has subtitles that can be read', () => {
    for (const language of ['vi', 'en', 'ja'] as const)
      expect(cues[language] === undefined ? [] : findings(language, cues[language], durationMs)).toEqual([])
  })

  it('says the same in each of its languages: as many cues, at the same times, by as many speakers', () => {
    const frame = (list: readonly Cue[]) => list.map(({ start, end }) => [start, end])
    const voices = (list: readonly Cue[]) => new Set(list.map(({ speaker }) => speaker)).size
    expect(cues.vi.length).toBeGreaterThanOrEqual(8)
    expect(cues.vi.length).toBeLessThanOrEqual(14)
    for (const other of [cues.en, cues.ja ?? cues.en]) {
      expect(frame(other)).toEqual(frame(cues.vi))
      expect(voices(other)).toBe(voices(cues.vi))
    }
    expect(Object.keys(texts)).toEqual(Object.keys(cues))
  })

  it('keeps its transcript word for word, and everything in NFC', () => {
    for (const language of ['vi', 'en', 'ja'] as const) {
      const [text, spoken] = [texts[language], cues[language]]
      if (text === undefined || spoken === undefined) continue
      const bare = (words: string) => words.replace(/\s/gu, '')
      expect(bare(text.transcript.map((speech) => speech.text).join(''))).toBe(
        bare(spoken.flatMap(({ lines }) => lines).join('')),
      )
    }
    const all = JSON.stringify([texts, cues, credit])
    expect(all).toBe(all.normalize('NFC'))
  })
})

it('one film speaks Japanese too', () =>
  expect(FILMS.filter(({ texts }) => texts.ja !== undefined).map(({ key }) => key)).toEqual(['coffee-morning']))

describe('the film that is still a draft', () => {
  const [story] = FILM_STORIES.filter(({ key }) => key === FILM_IN_HAND.key)

  it('is in Vietnamese only, and the only one that is not out', () => {
    expect([story?.versions.en, story?.versions.ja, story?.state]).toEqual([undefined, undefined, { vi: 'draft' }])
    expect(FILM_STORIES.filter(({ state }) => state.vi === 'draft').map(({ key }) => key)).toEqual(['three-scenes'])
  })

  it('has three faults for a newcomer to find: two lines at once, too fast, too wide', () => {
    const { durationMs } = FILM_IN_HAND
    expect(
      cueFindings(story?.versions.vi.cues ?? [], 'vi', { durationMs }).map(({ cue, rule, facts }) => [cue, rule, facts]),
    ).toEqual([
      ['three-scenes-2', 'overlap', { with: 'three-scenes-1', by: '0.3' }],
      ['three-scenes-4', 'speed', { speed: '39.3', most: '17' }],
      ['three-scenes-6', 'lineLength', { line: '1', length: '48', most: '42' }],
    ])
  })
})
