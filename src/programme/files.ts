/** What a broadcaster is given of a programme: script, rundown, subtitles, package. The same input gives the same bytes. */
import { strToU8, zipSync, type Zippable } from 'fflate'
import { refuse, type Digest } from '#newsroom'
import { sha256 } from '#publication/canonical'
import type { ProgrammeFile, ProgrammeFileKind } from '#publication/programme'
import type { Rendition } from '#publication/release'
import type { Figure } from '#richtext'
import { writeCsv } from '#text/csv'
import { formatDate, isoInProvince } from '#text/dates'
import { asciiFileName } from '#text/filename'
import { cleanLine, cleanText } from '#text/normalise'
import { uniqueSlug } from '#text/slug'
import { writeSrt, writeVtt } from '#video/subtitles'
import { contentsDigest } from './differences'
import { docx, type DocxParagraph } from './docx'
import { timesOf, type MadeFilm, type MadeStep, type Programme } from './made'
import { programmeSlug } from './snapshot'
import { airAtOf, clock, overUnder, startTimes, totalMs, wallClock, type StepTimes } from './timing'
import { say } from './words'

export type MadeFile = Omit<ProgrammeFile, 'digest' | 'bytes'> & { readonly digest: Digest; readonly data: Uint8Array }

export type Stores = {
  /** By name in the media store, `{digest}.{ext}`; what it throws comes through. */
  readonly bytesOf: (file: string) => Uint8Array
  /** Films that go into the package whole, by their digest; of the others the manifest says where they are. */
  readonly films?: ReadonlyMap<Digest, Uint8Array>
}

/** All files of a programme, the package last. */
export const filesOf = (programme: Programme, stores: Stores): readonly MadeFile[] => [
  madeFile('scriptDocx', null, scriptDocx(programme)),
  madeFile('scriptTxt', null, strToU8(scriptTxt(programme))),
  madeFile('rundownJson', null, strToU8(rundownJson(programme))),
  madeFile('rundownCsv', null, strToU8(rundownCsv(programme))),
  ...programme.steps
    .filter(hasCues)
    .flatMap((step) => [
      madeFile('vtt', step.id, strToU8(vttOf(programme, step))),
      madeFile('srt', step.id, strToU8(srtOf(step))),
    ]),
  madeFile('package', null, packageZip(programme, stores)),
]

/** As the snapshot lists it; its bytes are kept as `{digest}.{ext}`. */
export const factsOf = ({ kind, step, digest, ext, mime, data }: MadeFile): ProgrammeFile => ({
  kind,
  step,
  digest,
  ext,
  mime,
  bytes: data.length,
})

/** UTF-8 text, NFC, LF, lines not wrapped. */
export const scriptTxt = (programme: Programme): string => {
  const text = scriptOf(programme)
    .map(({ style, text: words }, index, all) => {
      if (style === 'Heading1') return `\n\n\n${RULE}\n${words}`
      const before = all[index - 1]?.style
      const isNote = style === 'Fact' && before !== 'Script' && before !== 'Intro'
      return `${index === 0 ? '' : isNote || before === 'Label' ? '\n' : '\n\n'}${words}`
    })
    .join('')
  return `${cleanText(text, programme.language)}\n`
}

/** Headings by step with their running time, large type to read from. */
export const scriptDocx = (programme: Programme): Uint8Array =>
  docx(scriptOf(programme), { language: programme.language, title: cleanLine(programme.title, programme.language) })

/** JSON with every time in milliseconds and as a clock shows it; keys in one order. */
export const rundownJson = (programme: Programme): string => {
  const { item, language, title, channel, airDate, airTime, presenter, targetMs, pace } = programme
  const rows = rowsOf(programme)
  const total = totalMs(rows.map(({ times }) => times))
  const body = {
    schema: 1,
    item,
    language,
    title,
    channel,
    airDate,
    airTime,
    airsAt: isoInProvince(airAtOf(programme)),
    presenter,
    pace,
    targetMs,
    totalMs: total,
    overUnderMs: overUnder(total, targetMs),
    steps: rows.map(({ step, number, times, start, name }) => ({
      number,
      id: step.id,
      kind: step.kind,
      title: step.title,
      startMs: start,
      startsAt: wallClock(airTime, start),
      readMs: times.readMs,
      clipMs: times.clipMs,
      intro: step.intro,
      script: step.script,
      text: step.text === null ? null : { item: step.text.item, digest: step.text.digest },
      film: step.film === null ? null : filmFacts(step.film),
      subtitles: hasCues(step) ? { vtt: `subtitles/${name}.vtt`, srt: `subtitles/${name}.srt` } : null,
      poster: step.poster === null ? null : { ...figureFacts(step.poster), file: posterOf(programme, step)?.name ?? null },
    })),
  }
  return `${JSON.stringify(body, null, 2)}\n`
}

/** A line for every step, as a spreadsheet opens it (RFC 4180). */
export const rundownCsv = (programme: Programme): string => {
  const { language, airTime } = programme
  const word = (column: (typeof COLUMNS)[number]) => say(language, `column.${column}`)
  return writeCsv([
    COLUMNS.map(word),
    ...rowsOf(programme).map(({ step, number, times, start, name }) =>
      [
        String(number),
        clock(start),
        wallClock(airTime, start),
        say(language, `kind.${step.kind}`),
        step.title,
        clock(times.readMs),
        clock(times.clipMs),
        clock(times.readMs + times.clipMs),
        step.film === null ? '' : (filmName(step.film) ?? step.film.link ?? ''),
        step.film === null ? '' : clock(step.film.clip.from),
        step.film === null ? '' : clock(step.film.clip.to),
        hasCues(step) ? `subtitles/${name}.srt` : '',
        step.text?.item ?? '',
      ].map((cell) => cleanLine(cell, language)),
    ),
  ])
}

/** Subtitles of a step's clip, counted from its beginning. */
export const vttOf = ({ language }: Pick<Programme, 'language'>, { title, film }: MadeStep): string =>
  writeVtt(film?.cues ?? [], { language, title })
export const srtOf = ({ film }: MadeStep): string => writeSrt(film?.cues ?? [])

/**
 * ZIP with one folder: script, rundown, subtitles, posters, the films that are given, and `manifest.json` with the SHA-256 of each.
 * Names are ASCII.
 */
export const packageZip = (programme: Programme, { bytesOf, films = new Map() }: Stores): Uint8Array => {
  const rows = rowsOf(programme)
  const files: Files = sorted({
    'script.docx': scriptDocx(programme),
    'script.txt': strToU8(scriptTxt(programme)),
    'rundown.json': strToU8(rundownJson(programme)),
    'rundown.csv': strToU8(rundownCsv(programme)),
    ...Object.fromEntries(
      rows
        .filter(({ step }) => hasCues(step))
        .flatMap(({ step, name }) => [
          [`subtitles/${name}.vtt`, strToU8(vttOf(programme, step))],
          [`subtitles/${name}.srt`, strToU8(srtOf(step))],
        ]),
    ),
    ...Object.fromEntries(
      programme.steps.flatMap((step) => {
        const poster = posterOf(programme, step)
        return poster === null ? [] : [[poster.name, bytesOf(poster.stored)]]
      }),
    ),
    ...Object.fromEntries(
      programme.steps.flatMap(({ film }) => {
        const bytes = film?.file ? films.get(film.file.digest) : undefined
        return film?.file && bytes ? [[`films/${film.file.digest}.${safe(film.file.ext)}`, bytes]] : []
      }),
    ),
  })
  const all: Files = { 'manifest.json': strToU8(manifestOf(programme, files)), ...files }
  const folder = programmeSlug(programme)
  const entries: Zippable = Object.fromEntries(
    Object.entries(all).map(([name, bytes]) => [`${folder}/${name}`, [bytes, { level: TEXT.test(name) ? 9 : 0 }] as const]),
  )
  return zipSync(entries, { mtime: NO_TIME })
}

type Row = {
  readonly step: MadeStep
  readonly number: number
  /** Of its files: `01-{id}`, safe for every file system, once in a programme. */
  readonly name: string
  readonly times: StepTimes
  readonly start: number
}
const rowsOf = (programme: Programme): readonly Row[] => {
  const times = timesOf(programme)
  const starts = startTimes(times)
  const taken = new Set<string>()
  return programme.steps.map((step, index) => {
    const own = asciiFileName(step.id) === step.id && step.id.length <= 64 && !step.id.includes('.') ? step.id : 'step'
    const name = uniqueSlug(`${two(index + 1)}-${own}`, (taking) => taken.has(taking.toLowerCase()))
    taken.add(name.toLowerCase())
    return { step, number: index + 1, name, times: times[index] ?? { readMs: 0, clipMs: 0 }, start: starts[index] ?? 0 }
  })
}

/** The script as paragraphs, alike for paper, Word and mail. */
const scriptOf = (programme: Programme): readonly DocxParagraph[] => {
  const { language, airDate, airTime, channel, presenter, targetMs } = programme
  const rows = rowsOf(programme)
  const total = totalMs(rows.map(({ times }) => times))
  const fact = (text: string) => ({ style: 'Fact', text }) as const
  const paragraphs = rows.flatMap(({ step, number, times, start }): readonly DocxParagraph[] => [
    { style: 'Heading1', text: `${number}. ${step.title}` },
    fact(
      say(language, 'stepTimes', {
        start: clock(start),
        wall: wallClock(airTime, start),
        read: clock(times.readMs),
        clip: clock(times.clipMs),
      }),
    ),
    ...(step.intro.trim() === ''
      ? []
      : [{ style: 'Label', text: say(language, 'intro') } as const, ...read('Intro', step.intro)]),
    ...read('Script', step.script),
    ...(step.film === null ? [] : [fact(clipLine(step.film, programme))]),
    ...(step.poster === null || step.poster.credit === '' ? [] : [fact(say(language, 'credit', { credit: step.poster.credit }))]),
  ])
  return [
    { style: 'Title', text: programme.title },
    fact(say(language, 'channel', { channel })),
    fact(say(language, 'airs', { time: airTime, date: formatDate(airDate, language) })),
    ...(presenter === '' ? [] : [fact(say(language, 'presenter', { presenter }))]),
    fact(say(language, 'target', { total: clock(total), target: clock(targetMs), difference: differenceOf(total, programme) })),
    ...paragraphs,
    { style: 'Heading1', text: say(language, 'end', { length: clock(total) }) },
  ]
}

const read = (style: 'Intro' | 'Script', text: string): readonly DocxParagraph[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ style, text: line }))

const differenceOf = (total: number, { language, targetMs }: Programme): string => {
  const over = overUnder(total, targetMs)
  if (Math.abs(over) < 500) return say(language, 'onTarget')
  return say(language, over > 0 ? 'over' : 'under', { length: clock(Math.abs(over)) })
}

const clipLine = (film: MadeFilm, { language }: Programme): string =>
  [
    say(language, 'clip', {
      from: clock(film.clip.from),
      to: clock(film.clip.to),
      length: clock(film.clip.to - film.clip.from),
    }),
    filmName(film) ?? film.link ?? '',
  ]
    .filter((part) => part !== '')
    .join(' · ')

const manifestOf = (programme: Programme, files: Files): string => {
  const body = {
    schema: 1,
    item: programme.item,
    language: programme.language,
    title: programme.title,
    channel: programme.channel,
    airDate: programme.airDate,
    airTime: programme.airTime,
    contents: contentsDigest(programme),
    files: Object.entries(files).map(([name, bytes]) => ({ name, sha256: sha256(bytes), bytes: bytes.length })),
    films: rowsOf(programme).flatMap(({ step, number }) => {
      if (step.film === null) return []
      const name = filmName(step.film)
      const inside = name !== null && `films/${name}` in files ? `films/${name}` : null
      return [{ step: step.id, number, ...filmFacts(step.film), inside }]
    }),
  }
  return `${JSON.stringify(body, null, 2)}\n`
}

/** `file` as it is called in the media store and at `/media/`. */
const filmFacts = (film: MadeFilm) => ({
  file: filmName(film),
  sha256: film.file?.digest ?? null,
  link: film.link,
  fromMs: film.clip.from,
  toMs: film.clip.to,
})
const filmName = ({ file }: MadeFilm): string | null => (file === null ? null : `${file.digest}.${safe(file.ext)}`)

const figureFacts = ({ digest, alt, caption, credit }: Figure) => ({ digest, alt, caption, credit })

/** The original of a step's poster: its name in the package, and in the media store. */
const posterOf = (
  { media }: Pick<Programme, 'media'>,
  { poster }: MadeStep,
): { readonly name: string; readonly stored: string } | null => {
  if (poster === null) return null
  const medium = media.find(({ digest }) => digest === poster.digest)
  const original: Rendition =
    medium?.renditions.find(({ name }) => name === 'original') ??
    medium?.renditions.find(({ digest }) => digest === poster.digest) ??
    refuse('request.invalid', { field: 'media', digest: poster.digest })
  return { name: `posters/${original.digest}.${safe(original.ext)}`, stored: `${original.digest}.${original.ext}` }
}

const hasCues = ({ film }: MadeStep): boolean => film !== null && film.cues.length > 0

const FORMS: Readonly<Record<ProgrammeFileKind, Pick<ProgrammeFile, 'ext' | 'mime'>>> = {
  scriptDocx: { ext: 'docx', mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  scriptTxt: { ext: 'txt', mime: 'text/plain; charset=utf-8' },
  rundownJson: { ext: 'json', mime: 'application/json' },
  rundownCsv: { ext: 'csv', mime: 'text/csv; charset=utf-8' },
  vtt: { ext: 'vtt', mime: 'text/vtt; charset=utf-8' },
  srt: { ext: 'srt', mime: 'application/x-subrip; charset=utf-8' },
  package: { ext: 'zip', mime: 'application/zip' },
}
const madeFile = (kind: ProgrammeFileKind, step: string | null, data: Uint8Array): MadeFile => ({
  kind,
  step,
  ...FORMS[kind],
  digest: sha256(data),
  data,
})

const COLUMNS = [
  'number',
  'start',
  'wall',
  'kind',
  'title',
  'read',
  'clip',
  'length',
  'film',
  'from',
  'to',
  'subtitles',
  'item',
] as const

type Files = Readonly<Record<string, Uint8Array>>
const sorted = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
const safe = (ext: string): string => (/^[A-Za-z0-9]{1,10}$/.test(ext) ? ext.toLowerCase() : 'bin')
const two = (number: number): string => String(number).padStart(2, '0')

const RULE = '―'.repeat(12)
const TEXT = /\.(?:txt|json|csv|vtt|srt)$/
/** The first day that a ZIP can name: no clock goes into the file. */
const NO_TIME = new Date(1980, 0, 1)
