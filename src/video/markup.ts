/** What stands between two times of a subtitle file: marks, readings, entities; and how our words are written there. */
import { cleanLine, cleanText } from '#text/normalise'
import type { Language } from '#newsroom'
import { partsOf, rubyOf, spokenOut, tidyLine } from './line'

export type Marked = {
  readonly lines: readonly string[]
  readonly speaker: string | null
  /** `{\an8}` and its neighbours: 7 to 9 stand at the top. */
  readonly top: boolean
  /** Marks that were left off: italic, colours, karaoke times. */
  readonly dropped: number
}

/**
 * The words of a cue. Marks that players know are left off (ruby and the voice are kept), any other tag is text like `a < b`:
 * what a player would not show as a mark must not vanish, and is written escaped.
 */
export const readMarkup = (raw: string, language: Language | null): Marked => {
  const reader = new MarkupReader()
  const styled = raw.replace(OVERRIDE, (block) => reader.override(block))
  let from = 0
  for (const match of styled.matchAll(TAG)) {
    reader.words(styled.slice(from, match.index))
    const [tag, closing, name, rest] = match
    reader.tag(tag, closing === '/', name?.toLowerCase() ?? null, rest ?? '')
    from = match.index + tag.length
  }
  reader.words(styled.slice(from))
  const { text, speaker, top, dropped } = reader.end()
  return { lines: tidyLines(cleanText(text, language)), speaker: cleanLine(speaker, language) || null, top, dropped }
}

/** Words as they may stand in a cue of WebVTT (4.2.2), ruby as tags. */
export const vttWords = (line: string): string =>
  partsOf(line)
    .map((part) =>
      part.kind === 'text' ? vttText(part.text) : `<ruby>${vttText(part.base)}<rt>${vttText(part.reading)}</rt></ruby>`,
    )
    .join('')

export const vttText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(OVERRIDE_START, '&#123;')

/**
 * SubRip has neither escapes nor ruby, and most players show `&amp;` as it stands: only what would be read as a tag, an entity,
 * a placing or a time is written as an entity.
 */
export const srtWords = (line: string): string =>
  spokenOut(line)
    .replace(/&(?=#?\w{1,10};)/g, '&amp;')
    .replace(/<(?=[/!?\p{L}\d])/gu, '&lt;')
    .replaceAll('-->', '--&gt;')
    .replace(OVERRIDE_START, '&#123;')

/** Lines without those that say nothing. */
export const tidyLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(tidyLine)
    .filter((line) => line !== '')

// In order of length within their alternatives; every class excludes its own end, so that no stretch is read twice.
const TAG = /<(\/?)([A-Za-z]{1,6})(?![A-Za-z0-9])([^<>]*)>|<\d{1,4}:[\d:.]{1,16}>/g
const OVERRIDE = /\{\\[^{}\n]*\}|\{\/?[ibu]\}/gi
const OVERRIDE_START = /\{(?=\\|\/?[ibu]\})/gi
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos|nbsp|lrm|rlm));/g
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  lrm: '',
  rlm: '',
}

/** Marks of WebVTT, of SubRip and of what converters leave; each is left off, its words stay. */
const MARKS = new Set(['i', 'b', 'u', 's', 'c', 'lang', 'font', 'span', 'em', 'strong', 'p', 'div'])

/** Once: `&amp;lt;` is the text `&lt;`. */
const decoded = (text: string): string =>
  text.replace(ENTITY, (_, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return NAMED[name] ?? ''
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
  })

class MarkupReader {
  #text = ''
  #voices: { readonly name: string; readonly at: number }[] = []
  #ruby: { base: string; reading: string | null; aside: boolean } | null = null
  #top = false
  #dropped = 0

  /** `{\an8}`, `{i}`: how SubRip borrows from SubStation Alpha. */
  override(block: string): string {
    const align = /\\an([1-9])/.exec(block)?.[1]
    if (align !== undefined) this.#top = Number(align) >= 7
    else this.#dropped++
    return ''
  }

  words(raw: string): void {
    if (raw !== '') this.#add(decoded(raw))
  }

  tag(tag: string, closing: boolean, name: string | null, rest: string): void {
    if (name === 'ruby') this.#endRuby(closing ? null : { base: '', reading: null, aside: false })
    else if (name === 'rt' || name === 'rb' || name === 'rp') this.#partOfRuby(name, closing)
    else if (name === 'br') this.#add('\n')
    else if (name === 'v') {
      if (!closing) this.#voices.push({ name: decoded(/\s([^]*)/.exec(rest)?.[1] ?? '').trim(), at: this.#text.length })
    } else if (name === null || MARKS.has(name)) this.#dropped++
    else this.#add(decoded(tag))
  }

  end(): { readonly text: string; readonly speaker: string; readonly top: boolean; readonly dropped: number } {
    this.#endRuby(null)
    const names = new Set(this.#voices.map(({ name }) => name).filter(Boolean))
    const [only] = names
    const [first] = this.#voices
    const alone = names.size === 1 && first !== undefined && this.#text.slice(0, first.at).trim() === ''
    return {
      text: names.size === 0 || alone ? this.#text : this.#named(),
      speaker: alone ? (only ?? '') : '',
      top: this.#top,
      dropped: this.#dropped,
    }
  }

  /** A cue has one speaker: where several speak, their names are words, each on a line of its own. */
  #named(): string {
    const parts = this.#voices.map(({ name, at }, index) => {
      const words = this.#text.slice(at, this.#voices[index + 1]?.at)
      return name === '' ? words : `\n${name}: ${words.trimStart()}`
    })
    return this.#text.slice(0, this.#voices[0]?.at) + parts.join('')
  }

  #add(text: string): void {
    const ruby = this.#ruby
    if (!ruby) this.#text += text
    else if (ruby.aside) return
    else if (ruby.reading !== null) ruby.reading += text.replaceAll('\n', ' ')
    else ruby.base += text
  }

  #partOfRuby(name: 'rt' | 'rb' | 'rp', closing: boolean): void {
    const ruby = this.#ruby
    if (!ruby) return
    if (name === 'rp') ruby.aside = !closing
    else if (name === 'rt' && !closing) ruby.reading = ''
    // One ruby may hold several bases, each followed by its reading.
    else if (name === 'rt') this.#endRuby({ base: '', reading: null, aside: false })
  }

  #endRuby(next: { base: string; reading: string | null; aside: boolean } | null): void {
    const ruby = this.#ruby
    this.#ruby = next
    if (ruby) this.#text += ruby.reading === null || ruby.base.trim() === '' ? ruby.base : rubyOf(ruby.base, ruby.reading.trim())
  }
}
