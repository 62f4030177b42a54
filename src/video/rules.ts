/** What makes a subtitle readable: the rules of broadcasters as settings, and what a list of cues breaks of them. */
import type { Finding, Language } from '#newsroom'
import { isEmpty, type Cue, type CueList } from './cue'
import { isDialogue, tidyLine } from './line'
import { widthOf } from './measure'
import { whyBetween, type Why } from './places'

export type Quality = {
  readonly lines: number
  /** Characters of one line (`widthOf`). */
  readonly lineLength: number
  /** Characters per second: more than `advised` is tiring, more than `most` cannot be read. */
  readonly speed: { readonly advised: number; readonly most: number }
  /** Milliseconds. */
  readonly shortest: number
  readonly longest: number
  /** Frames between two cues, so that the eye sees that there is another one. */
  readonly gap: number
}

const LATIN: Quality = { lines: 2, lineLength: 42, speed: { advised: 17, most: 17 }, shortest: 833, longest: 7000, gap: 2 }

/** Japanese is counted in full-width characters; its figures await a native editor. */
export const QUALITY: Readonly<Record<Language, Quality>> = {
  vi: LATIN,
  en: LATIN,
  ja: { ...LATIN, lineLength: 16, speed: { advised: 4, most: 7 } },
}

export const CUE_RULES = {
  overlap: 'critical',
  backwards: 'critical',
  beyond: 'critical',
  empty: 'critical',
  order: 'critical',
  lines: 'warning',
  lineLength: 'warning',
  speed: 'warning',
  speedAdvised: 'warning',
  short: 'warning',
  long: 'warning',
  gap: 'warning',
  brokenNumber: 'warning',
  brokenWord: 'warning',
  brokenPhrase: 'warning',
  uncovered: 'warning',
} as const satisfies Readonly<Record<string, Finding['severity']>>
export type CueRule = keyof typeof CUE_RULES

/** `cue` is the id; facts are values for a sentence: seconds and characters as numbers with a point. */
export type CueFinding = {
  readonly cue: string
  readonly rule: CueRule
  readonly severity: Finding['severity']
  readonly facts: Readonly<Record<string, string>>
}

export type CueContext = {
  /** Length of the film; null = not known. */
  readonly durationMs: number | null
  /** Frames per second; 25 where nothing is said. */
  readonly fps?: number
  /** Cues that these translate: none of them may stay without words on the screen. */
  readonly source?: CueList
}

/** What the cues break, in their order, for each by the order of `CUE_RULES`; `uncovered` names a cue of the source and comes last. */
export const cueFindings = (
  cues: CueList,
  language: Language,
  { durationMs, fps = 25, source = [] }: CueContext,
  quality: Readonly<Record<Language, Quality>> = QUALITY,
): readonly CueFinding[] => {
  const rules = quality[language]
  const leastGap = Math.floor((rules.gap * 1000) / fps)
  const findings: CueFinding[] = []
  let last: Cue | null = null
  cues.forEach((cue, index) => {
    const before = cues[index - 1]
    const next = cues[index + 1]
    const find = (rule: CueRule, facts: CueFinding['facts'] = {}): void => void findings.push(found(cue.id, rule, facts))
    if (last && cue.start < last.end && cue.end > last.start)
      find('overlap', { with: last.id, by: seconds(last.end - cue.start) })
    if (cue.end <= cue.start) find('backwards')
    if (durationMs !== null && cue.end > durationMs) find('beyond', { by: seconds(cue.end - durationMs) })
    if (isEmpty(cue)) find('empty')
    if (before && cue.start < before.start) find('order', { before: before.id })
    if (!isEmpty(cue)) findWords(cue, language, rules, find)
    const duration = cue.end - cue.start
    if (duration > 0 && duration < rules.shortest) find('short', { duration: seconds(duration), least: seconds(rules.shortest) })
    if (duration > rules.longest) find('long', { duration: seconds(duration), most: seconds(rules.longest) })
    const gap = next ? next.start - cue.end : Infinity
    if (gap >= 0 && gap < leastGap && duration > 0) find('gap', { gap: seconds(gap), least: seconds(leastGap) })
    if (!isEmpty(cue)) for (const { rule, facts } of brokenLines(cue.lines, language)) find(rule, facts)
    if (!last || cue.end > last.end) last = cue
  })
  return [...findings, ...uncovered(cues, source)]
}

function findWords(
  cue: Cue,
  language: Language,
  rules: Quality,
  find: (rule: CueRule, facts: CueFinding['facts']) => void,
): void {
  const widths = cue.lines.map((line) => widthOf(line.trim(), language))
  const filled = widths.filter((width) => width > 0).length
  if (filled > rules.lines) find('lines', { count: String(filled), most: String(rules.lines) })
  const longest = Math.max(...widths)
  if (longest > rules.lineLength)
    find('lineLength', {
      line: String(widths.indexOf(longest) + 1),
      length: String(longest),
      most: String(rules.lineLength),
    })
  const duration = cue.end - cue.start
  if (duration <= 0) return
  const { advised, most } = rules.speed
  const speed = (widths.reduce((sum, width) => sum + width, 0) * 1000) / duration
  const facts = { speed: tenth(speed), most: String(speed > most ? most : advised) }
  if (speed > most) find('speed', facts)
  else if (speed > advised) find('speedAdvised', facts)
}

type Broken = { readonly rule: CueRule; readonly facts: CueFinding['facts'] }

/** Breaks between lines that part what belongs together; a break between two who speak never does. */
const brokenLines = (lines: readonly string[], language: Language): readonly Broken[] => {
  const known = BROKEN[language].get(lines)
  if (known) return known
  const words = lines.map(tidyLine).filter((line) => line !== '')
  const broken = words.slice(1).flatMap((line, index) => {
    const before = words[index] as string
    if (isDialogue(line)) return []
    const rule = RULE_OF[breakBetween(before, line, language)]
    return rule ? [{ rule, facts: { before: before.slice(-FACT), after: line.slice(0, FACT) } }] : []
  })
  BROKEN[language].set(lines, broken)
  return broken
}

// With every key an editor presses all cues are judged and one has changed.
const BROKEN: Readonly<Record<Language, WeakMap<readonly string[], readonly Broken[]>>> = {
  vi: new WeakMap(),
  en: new WeakMap(),
  ja: new WeakMap(),
}

/** Characters of a line that a fact shows. */
const FACT = 24

const RULE_OF: Readonly<Partial<Record<Why, CueRule>>> = {
  number: 'brokenNumber',
  inside: 'brokenWord',
  kinsoku: 'brokenPhrase',
  binding: 'brokenPhrase',
  name: 'brokenPhrase',
}

/** What the break between two lines parts. */
function breakBetween(before: string, after: string, language: Language): Why {
  // `đối ngo-` `ại`: a hyphen between letters at the end of a line.
  if (/\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after)) return 'inside'
  const why = whyBetween(before, after, language)
  // Two ideographs are too often two words.
  return language === 'ja' && why === 'name' ? 'word' : why
}

const uncovered = (cues: CueList, source: CueList): readonly CueFinding[] => {
  if (source.length === 0) return []
  const ids = new Set(cues.map(({ id }) => id))
  const spoken = cues.filter((cue) => !isEmpty(cue)).toSorted((a, b) => a.start - b.start)
  // The latest end of all that begin no later, so that one look by halves is enough.
  let until = 0
  const ends = spoken.map(({ end }) => (until = Math.max(until, end)))
  return source.flatMap((one) => {
    if (isEmpty(one) || ids.has(one.id)) return []
    const beginBefore = countBefore(spoken, one.end)
    return beginBefore > 0 && (ends[beginBefore - 1] as number) > one.start
      ? []
      : [found(one.id, 'uncovered', { at: seconds(one.start) })]
  })
}

/** How many of them begin before this moment. */
function countBefore(cues: CueList, moment: number): number {
  let low = 0
  let high = cues.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cues[middle] as Cue).start < moment) low = middle + 1
    else high = middle
  }
  return low
}

const found = (cue: string, rule: CueRule, facts: CueFinding['facts']): CueFinding => ({
  cue,
  rule,
  severity: CUE_RULES[rule],
  facts,
})

const seconds = (ms: number): string => String(Math.round(ms) / 1000)
const tenth = (number: number): string => String(Math.round(number * 10) / 10)
