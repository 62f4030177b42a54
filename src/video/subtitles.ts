/** Subtitle files: WebVTT (W3C) and SubRip, read as the world writes them, written as the standards say. */
import { refuse, type Language } from '#newsroom'
import { cleanLine, cleanText } from '#text/normalise'
import { LATEST, type Cue, type CueList } from './cue'
import { readMarkup, srtWords, tidyLines, vttText, vttWords } from './markup'

/** What one file may be at most; `cue`: characters between two times, marks included. */
export const SUBTITLE_LIMITS = { bytes: 5 * 1024 * 1024, cues: 20_000, cue: 4_000, warnings: 500 } as const

export const SUBTITLE_WARNINGS = [
  // about a cue, by the line of its times
  'order',
  'overlap',
  'backwards',
  'empty',
  'time',
  // a blank line within a cue; words that belong to none
  'blank',
  'outside',
  // once a file, with how many
  'marks',
  'settings',
  'hidden',
  // there are more than are listed
  'more',
] as const
export type SubtitleWarning = {
  /** From 1, as an editor counts. */
  readonly line: number
  readonly kind: (typeof SUBTITLE_WARNINGS)[number]
  readonly facts: Readonly<Record<string, string | number>>
}

export type SubtitleFormat = 'srt' | 'vtt'
export type ReadSubtitles = {
  /** By their beginnings; all of them, also those that the warnings speak of. */
  readonly cues: CueList
  readonly format: SubtitleFormat
  readonly warnings: readonly SubtitleWarning[]
}

export type SubtitleWish = {
  /** Language of the words, for the repair of Đ. */
  readonly language: Language | null
  /** Id of the cue at this place of the file (from 0). Absent: the file's own where it has good ones, else `c1`, `c2` … */
  readonly id?: (index: number) => string
}

/**
 * Reads a file of either kind, whatever it is called. Words come out NFC and visible (`cleanText`), marks are left off, ruby kept.
 * Refuses what is no subtitle or has times that cannot be read (`subtitles.unreadable`: line, found), what is neither UTF-8 nor
 * UTF-16 with its mark (`subtitles.encoding`: line), and more than `SUBTITLE_LIMITS` (`file.tooLarge`).
 */
export const readSubtitles = (file: Uint8Array | string, wish: SubtitleWish): ReadSubtitles => {
  const raw = typeof file === 'string' ? file : decodedFile(file)
  if (raw.length > SUBTITLE_LIMITS.bytes) refuse('file.tooLarge', { limit: 'bytes', most: SUBTITLE_LIMITS.bytes })
  const lines = raw.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const format: SubtitleFormat = /^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '') ? 'vtt' : 'srt'
  const warnings = new Warnings()
  const hidden = lines.findIndex((line) => HIDDEN.test(line))
  if (hidden >= 0) warnings.add(hidden + 1, 'hidden')
  const blocks = format === 'vtt' ? vttBlocks(lines, warnings) : srtBlocks(lines, warnings)
  if (format === 'srt' && blocks.length === 0) {
    const first = Math.max(
      0,
      lines.findIndex((line) => line.trim() !== ''),
    )
    unreadable(first + 1, lines[first] ?? '')
  }
  return { cues: cuesOf(blocks, format, wish, warnings), format, warnings: warnings.list() }
}

/** WebVTT, UTF-8: times with hours, ids where a player may read them, ruby as ruby, the language as a note. */
export const writeVtt = (
  cues: CueList,
  { language, title }: { readonly language: Language; readonly title?: string },
): string => {
  const note = [`Language: ${language}`, ...(title ? [`Title: ${cleanLine(title, language).replaceAll('-->', '→')}`] : [])]
  const blocks = cues.map((cue) => {
    const words = linesOf(cue).map(vttWords)
    const voice = cue.speaker === null ? '' : cleanLine(cue.speaker, language)
    if (voice !== '') words[0] = `<v ${vttText(voice)}>${words[0] ?? ''}`
    const settings = cue.position === 'top' ? ' line:0' : ''
    return [
      ...(isGoodId(cue.id) ? [cue.id] : []),
      `${timeOf(cue.start, '.')} --> ${timeOf(cue.end, '.')}${settings}`,
      ...words,
    ].join('\n')
  })
  return `${['WEBVTT', ['NOTE', ...note].join('\n'), ...blocks].join('\n\n')}\n`
}

/** SubRip, UTF-8, CR LF: numbered anew; the top as `{\an8}`, ruby as `漢字（かんじ）`. Ids and speakers have no place in it. */
export const writeSrt = (cues: CueList): string =>
  cues
    .map((cue, index) => {
      const words = linesOf(cue).map(srtWords)
      if (cue.position === 'top') words[0] = `{\\an8}${words[0] ?? ''}`
      return [String(index + 1), `${timeOf(cue.start, ',')} --> ${timeOf(cue.end, ',')}`, ...words, '', ''].join('\r\n')
    })
    .join('')

const linesOf = ({ lines }: Cue): string[] => [...tidyLines(cleanText(lines.join('\n'), null))]

/** A stretch of the file that is a cue: where its times stand (line from 1), and what is written around them. */
type Block = {
  readonly line: number
  readonly id: string | null
  readonly times: Times
  readonly raw: readonly string[]
}

function vttBlocks(lines: readonly string[], warnings: Warnings): readonly Block[] {
  const blocks: Block[] = []
  // Behind the signature stand headers (`Kind: captions`), as far as the first blank line or cue.
  let at = 1
  while (at < lines.length && !isBlank(lines[at]) && !isTiming(lines, at)) at++
  while (at < lines.length) {
    if (isBlank(lines[at])) {
      at++
    } else if (isComment(lines[at])) {
      while (at < lines.length && !isBlank(lines[at])) at++
    } else if (isTiming(lines, at) || isTiming(lines, at + 1)) {
      const id = isTiming(lines, at) ? null : (lines[at] as string)
      if (id !== null) at++
      const end = endOfBlock(lines, at + 1)
      blocks.push(blockAt(lines, at, id, end, warnings))
      checkCount(blocks)
      at = end
    } else {
      warnings.add(at + 1, 'outside', { text: shown(lines[at]) })
      at = endOfBlock(lines, at + 1)
    }
  }
  return blocks
}

/** A comment ends at a blank line, whatever is in it: somebody took a cue out. */
const isComment = (line: string | undefined): boolean => /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(line ?? '')

/** Blank line, or a line of times that somebody forgot to set apart. */
function endOfBlock(lines: readonly string[], from: number): number {
  let at = from
  while (at < lines.length && !isBlank(lines[at]) && !isTiming(lines, at)) at++
  return at
}

/** Every line of times begins a cue, with or without a number above it; what follows is its words, blank lines or not. */
function srtBlocks(lines: readonly string[], warnings: Warnings): readonly Block[] {
  const blocks: Block[] = []
  const isStart = (at: number): boolean => isTiming(lines, at) || (isNumber(lines[at]) && isTiming(lines, at + 1))
  let at = 0
  while (at < lines.length && !isStart(at)) {
    if (!isBlank(lines[at])) warnings.add(at + 1, 'outside', { text: shown(lines[at]) })
    at++
  }
  while (at < lines.length) {
    if (!isTiming(lines, at)) at++
    let end = at + 1
    while (end < lines.length && !isStart(end)) end++
    const last = lines.slice(at + 1, end).findLastIndex((line) => !isBlank(line))
    const words = at + 2 + last
    const blank = lines.slice(at + 1, words).findIndex(isBlank)
    if (blank >= 0 && last >= 0) warnings.add(at + blank + 2, 'blank')
    blocks.push(blockAt(lines, at, null, words, warnings))
    checkCount(blocks)
    at = end
  }
  return blocks
}

const blockAt = (lines: readonly string[], at: number, id: string | null, end: number, warnings: Warnings): Block => ({
  line: at + 1,
  id: id === null ? null : id.trim(),
  times: timesOf(lines[at] ?? '', at + 1, warnings),
  raw: lines.slice(at + 1, end),
})

const checkCount = ({ length }: readonly Block[]): void => {
  if (length > SUBTITLE_LIMITS.cues) refuse('file.tooLarge', { limit: 'cues', most: SUBTITLE_LIMITS.cues })
}

function cuesOf(blocks: readonly Block[], format: SubtitleFormat, wish: SubtitleWish, warnings: Warnings): CueList {
  const ids = idsOf(blocks, wish)
  let latest = 0
  const read = blocks.map(({ line, times, raw }, index) => {
    const text = raw.join('\n')
    if (text.length > SUBTITLE_LIMITS.cue) unreadable(line + 1, text)
    const { lines, speaker, top, dropped } = readMarkup(text, wish.language)
    if (dropped > 0) warnings.count(line, 'marks', dropped)
    if (lines.length === 0) warnings.add(line, 'empty')
    if (times.end <= times.start) warnings.add(line, 'backwards')
    if (times.start < latest) warnings.add(line, 'order')
    latest = Math.max(latest, times.start)
    const position = top || (format === 'vtt' && times.top) ? ('top' as const) : ('bottom' as const)
    return { line, cue: { id: ids[index] as string, start: times.start, end: times.end, lines, speaker, position } }
  })
  const sorted = read.toSorted((a, b) => a.cue.start - b.cue.start)
  let until = 0
  for (const { line, cue } of sorted) {
    if (cue.start < until) warnings.add(line, 'overlap')
    until = Math.max(until, cue.end)
  }
  return sorted.map(({ cue }) => cue)
}

/** Those that the caller gives, else a file's own, each once; the others are counted around them. */
function idsOf(blocks: readonly Block[], { id }: SubtitleWish): readonly string[] {
  if (id) return blocks.map((_, index) => id(index))
  const taken = new Set<string>()
  const own = blocks.map((block) => {
    if (block.id === null || !isGoodId(block.id) || taken.has(block.id)) return null
    taken.add(block.id)
    return block.id
  })
  let last = 0
  return own.map((given) => {
    if (given !== null) return given
    do last++
    while (taken.has(`c${last}`))
    return `c${last}`
  })
}

// `NOTE` above a time is a comment to some readers.
const isGoodId = (id: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(id) && !/^(?:NOTE|STYLE|REGION)$/.test(id)

type Times = { readonly start: number; readonly end: number; readonly top: boolean }

/** `00:01:02,345 --> 00:01:04.5  line:0`: hours may be absent, comma or point, fewer figures are a fraction. */
function timesOf(text: string, line: number, warnings: Warnings): Times {
  const arrow = text.indexOf('-->')
  const head = text.slice(0, arrow).trim()
  const [, tail = '', settings = ''] =
    /^(-?\d{1,4}(?: ?[:.,] ?\d{1,9}){1,3})((?:[ \t][^]*)?)$/.exec(text.slice(arrow + 3).trim()) ?? []
  const start = millisecondsOf(head)
  const end = millisecondsOf(tail)
  if (start === null || end === null) return unreadable(line, text)
  if (start.odd || end.odd) warnings.add(line, 'time', { start: shown(head), end: shown(tail) })
  const wanted = settings.split(/[ \t]+/).filter((setting) => /^(?:vertical|region|line|position|size|align):/.test(setting))
  const lineSetting = wanted.find((setting) => setting.startsWith('line:'))
  const others = wanted.length - (lineSetting === undefined ? 0 : 1)
  if (others > 0) warnings.count(line, 'settings', others)
  return { start: start.value, end: end.value, top: isTop(lineSetting) }
}

/** `line:0` counts from the top, `line:-1` from the bottom, `line:10%` down; the upper half is the top. */
const isTop = (setting: string | undefined): boolean => {
  const [, figure = '', percent] = /^line:(-?\d{1,4}(?:\.\d{1,6})?)(%?)/.exec(setting ?? '') ?? []
  if (figure === '' || figure.startsWith('-')) return false
  return Number(figure) < (percent === '%' ? 50 : HALF_OF_THE_LINES)
}
const HALF_OF_THE_LINES = 8

const TIME = /^(-?)(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,9}))?$/

/** `odd`: understood, but somebody should look. */
function millisecondsOf(text: string): { readonly value: number; readonly odd: boolean } | null {
  // `00: 00: 01, 500`: what a translation machine makes of a file that was pasted into it.
  const match = TIME.exec(text.replaceAll(' ', ''))
  if (!match) return null
  const [, sign, hours, minutes = '', seconds = '', fraction] = match
  // Without hours some programs count minutes on.
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null
  const thousandths = Math.round(Number(`0.${fraction ?? '0'}`) * 1000)
  const value = ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + thousandths
  if (value > LATEST) return null
  const odd = sign === '-' || fraction?.length !== 3 || Number(minutes) > 59
  return { value: sign === '-' ? 0 : value, odd }
}

/** A line that means to be times; an arrow among words is none. */
const isTiming = (lines: readonly string[], at: number): boolean => {
  const line = lines[at]
  return line !== undefined && line.includes('-->') && /^[ \t]*-?\d[\d \t]{0,8}:[^]{0,40}?-->/.test(line)
}

const isNumber = (line: string | undefined): boolean => line !== undefined && /^[ \t]*\d{1,9}[ \t]*$/.test(line)
const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === ''

const timeOf = (ms: number, point: ',' | '.'): string => {
  const whole = Math.min(LATEST, Math.max(0, Math.round(ms)))
  const two = (number: number): string => String(Math.floor(number)).padStart(2, '0')
  const [hours, minutes, seconds] = [whole / 3_600_000, (whole / 60_000) % 60, (whole / 1000) % 60].map(two)
  return `${hours}:${minutes}:${seconds}${point}${String(whole % 1000).padStart(3, '0')}`
}

/** UTF-8 with or without its mark, UTF-16 with it; never a guess, which is right nine times of ten and then prints `Ä�Ã `. */
function decodedFile(bytes: Uint8Array): string {
  if (bytes.length > SUBTITLE_LIMITS.bytes) refuse('file.tooLarge', { limit: 'bytes', most: SUBTITLE_LIMITS.bytes })
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    // Every other byte of UTF-16 without its mark is NUL.
    if (encoding === 'utf-8' && text.length >= 4 && text.split('\0', text.length).length - 1 > text.length / 4)
      throw new Error('UTF-16')
    return text
  } catch {
    return refuse('subtitles.encoding', { line: encoding === 'utf-8' ? lineOfFault(bytes) : 1 })
  }
}

/** Line (from 1) of the first bytes that are no UTF-8. */
function lineOfFault(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let from = 0
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) continue
    try {
      decoder.decode(bytes.subarray(from, at))
    } catch {
      return line
    }
    if (bytes[at] === 0x0a || bytes[at + 1] !== 0x0a) line++
    from = at + 1
  }
  return 1
}

const unreadable = (line: number, found: string): never => refuse('subtitles.unreadable', { line, found: shown(found) })

/** The beginning of a line, to be recognised by. */
const shown = (text: string | undefined): string => cleanLine((text ?? '').trimStart().slice(0, 60), null)

// What `cleanText` takes away and a person would want to know of: NUL, other controls, and what turns the direction of writing.
const HIDDEN = /[\u0000-\u0008\u000E-\u001F\u200B\u202A-\u202E\u2060-\u2064\u2066-\u2069]/

class Warnings {
  readonly #list: SubtitleWarning[] = []
  readonly #counts = new Map<SubtitleWarning['kind'], { readonly line: number; count: number }>()
  #more: { readonly line: number; count: number } | null = null

  add(line: number, kind: SubtitleWarning['kind'], facts: SubtitleWarning['facts'] = {}): void {
    if (this.#list.length < SUBTITLE_LIMITS.warnings) this.#list.push({ line, kind, facts })
    else if (this.#more) this.#more.count++
    else this.#more = { line, count: 1 }
  }

  /** Told once, where it was met first. */
  count(line: number, kind: SubtitleWarning['kind'], by: number): void {
    const before = this.#counts.get(kind)
    if (before) before.count += by
    else this.#counts.set(kind, { line, count: by })
  }

  /** By line; the one that there are more comes last. */
  list(): readonly SubtitleWarning[] {
    const counted = [...this.#counts].map(([kind, { line, count }]) => ({ line, kind, facts: { count } }))
    const more = this.#more ? [{ line: this.#more.line, kind: 'more' as const, facts: { count: this.#more.count } }] : []
    return [...[...this.#list, ...counted].toSorted((a, b) => a.line - b.line), ...more]
  }
}
