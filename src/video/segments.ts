/** Cues as segments of the translation desk, and as a text to be read. */
import { refuse, type Language } from '#newsroom'
import type { Block, Inline, RichText } from '#richtext'
import { decode, encode, encodeLike } from '#translation/codes'
import { segmentDigest } from '#translation/digest'
import type { Code, Segment } from '#translation/segment'
import { breakLines } from './break-lines'
import { isEmpty, type Cue, type CueList } from './cue'
import { isDialogue, joinLines, partsOf, rubyOf, tidyLine } from './line'

/**
 * One segment a cue that says something: kind `cue`, path `cue.<id>`, its words without line breaks (they are layout, each
 * language has its own), every ruby a code. Times, speaker and position are no part of it: moving a cue makes no translation stale.
 */
export const cueSegments = (cues: CueList): readonly Segment[] => cues.filter((cue) => !isEmpty(cue)).map((cue) => segmentOf(cue))

/** The segments of a target: also those that are still empty. Codes are numbered like those of the source segment at the same path. */
export const targetCueSegments = (cues: CueList, source: readonly Segment[] = []): readonly Segment[] => {
  const byPath = new Map(source.map(({ path, kind, codes }) => [path, kind === 'cue' ? codes : []]))
  return cues.map((cue) => ({ ...segmentOf(cue), ...encodeLike(inlineOf(joinLines(cue.lines)), byPath.get(pathOf(cue)) ?? []) }))
}

export const pathOf = ({ id }: Pick<Cue, 'id'>): string => `cue.${id}`

/**
 * The cues with new coded texts at these paths, broken into lines; a cue whose words have not changed keeps its lines. `codes` by
 * path: which may stand there (`withOwn`); without an entry, those that stand there now. Refuses a path that is not there
 * (`text.invalid`).
 */
export const mergeCueSegments = (
  cues: CueList,
  changes: ReadonlyMap<string, string>,
  language: Language,
  codes: ReadonlyMap<string, readonly Code[]> = new Map(),
): CueList => {
  const open = new Set(changes.keys())
  const merged = cues.map((cue) => {
    const path = pathOf(cue)
    const text = changes.get(path)
    if (text === undefined) return cue
    open.delete(path)
    const now = joinLines(cue.lines)
    const next = tidyLine(lineOf(decode(text, codes.get(path) ?? encode(inlineOf(now)).codes).children))
    return next === now ? cue : { ...cue, lines: breakLines(next, language) }
  })
  for (const path of open) refuse('text.invalid', { path })
  return merged
}

/**
 * What is said in a film, as a text: a paragraph where somebody else speaks (led by the name), where nobody has spoken for two
 * seconds after a sentence, and where it grows long. Of a cue with two who speak each has a paragraph.
 */
export const transcript = (cues: CueList, language: Language): RichText => {
  const paragraphs: { readonly speaker: string | null; readonly dialogue: boolean; lines: string; end: number }[] = []
  for (const cue of cues) {
    for (const { words, dialogue } of turnsOf(cue)) {
      const last = paragraphs.at(-1)
      if (
        last &&
        !dialogue &&
        !last.dialogue &&
        last.speaker === cue.speaker &&
        !isNewParagraph(last.lines, cue.start - last.end)
      ) {
        last.lines = joinLines([last.lines, words])
        last.end = Math.max(last.end, cue.end)
      } else paragraphs.push({ speaker: cue.speaker, dialogue, lines: words, end: cue.end })
    }
  }
  let named: string | null = null
  return paragraphs.map(({ speaker, lines }): Block => {
    const lead = speaker !== null && speaker !== named ? [nameOf(speaker, language)] : []
    named = speaker
    return { kind: 'paragraph', children: [...lead, ...inlineOf(lines)] }
  })
}

const PAUSE = 2000
/** Characters after which the next sentence begins a paragraph. */
const LONG = 600

// Japanese subtitles have no full stops: twice as much of either is enough by itself.
const isNewParagraph = (before: string, pause: number): boolean =>
  pause >= 2 * PAUSE ||
  before.length >= 2 * LONG ||
  ((pause >= PAUSE || before.length >= LONG) && /[.!?…。！？][”"’»」』)）]*$/u.test(before.slice(-8)))

const nameOf = (speaker: string, language: Language): Inline => ({
  kind: 'text',
  text: language === 'ja' ? `${speaker}：` : `${speaker}: `,
  marks: ['bold'],
})

/** The words of a cue by who says them: a dash at the beginning of a line is another voice. */
function turnsOf({ lines }: Cue): readonly { readonly words: string; readonly dialogue: boolean }[] {
  const turns: { lines: string[]; dialogue: boolean }[] = []
  for (const line of lines.map(tidyLine)) {
    if (line === '') continue
    const last = turns.at(-1)
    if (last && !isDialogue(line)) last.lines.push(line)
    else turns.push({ lines: [line], dialogue: isDialogue(line) })
  }
  return turns.map((turn) => ({ words: joinLines(turn.lines), dialogue: turn.dialogue }))
}

const segmentOf = (cue: Cue): Segment => {
  const coded = encode(inlineOf(joinLines(cue.lines)))
  return { path: pathOf(cue), kind: 'cue', ...coded, digest: segmentDigest('cue', coded.text, coded.codes) }
}

const inlineOf = (line: string): readonly Inline[] =>
  partsOf(line).map((part) => (part.kind === 'ruby' ? part : { kind: 'text', text: part.text, marks: [] }))

/** What a cue can hold of inline nodes: words and ruby; marks and links are not for a screen of two lines. */
const lineOf = (children: readonly Inline[]): string =>
  children
    .map((node) => {
      switch (node.kind) {
        case 'text':
          return node.text
        case 'ruby':
          return rubyOf(node.base, node.reading)
        case 'link':
          return lineOf(node.children)
        case 'break':
          return ' '
      }
    })
    .join('')
