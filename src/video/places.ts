/** Where a line may be broken: what each language keeps together. */
import type { Language } from '#newsroom'
import { readQuantities } from '#translation/quantities/read'
import { COMPOUNDS } from './compounds'
import { baseOf, joinLines, rubySpans } from './line'
import { graphemesOf, wordStarts } from './measure'

/** A place between two characters of a text (UTF-16 offset), by what speaks for or against a break there. */
export type Place = {
  readonly at: number
  /** Where the second line begins, behind white space. */
  readonly next: number
  readonly why: Why
}

/** From the best place to the worst; `number` and `inside` are never chosen. */
export const WHYS = [
  'dialogue',
  'sentence',
  'clause',
  'phrase',
  'particle',
  'word',
  'binding',
  'name',
  'counted',
  'kinsoku',
  'number',
  'inside',
] as const
export type Why = (typeof WHYS)[number]

/** Every place of a text (ruby as our lines write it) where it could be broken, in order; none within a ruby or a character. */
export const placesOf = (text: string, language: Language): readonly Place[] => {
  const plain = withoutReadings(text)
  const kept = plain.text.length <= LONGEST_READ ? quantitySpans(plain.text, language) : []
  const candidates = language === 'ja' ? unspacedPlaces(plain.text) : spacedPlaces(plain.text)
  return candidates.flatMap(({ at, next, why }) => {
    const from = plain.rawAt(at)
    if (from === null) return []
    return [{ at: from, next: plain.rawAt(next) ?? from, why: isWithin(kept, at) ? ('number' as const) : why(language) }]
  })
}

/** What a break between these two lines parts. */
export const whyBetween = (upper: string, lower: string, language: Language): Why => {
  const before = baseOf(upper).slice(-CONTEXT)
  const after = baseOf(lower).slice(0, CONTEXT)
  const text = joinLines([before, after])
  const at = before.length
  const next = text.length - after.length
  if (MAY_COUNT.test(text) && isWithin(quantitySpans(text, language), at)) return 'number'
  if (language !== 'ja') return next > at ? spacedWhy(text, at, next, language) : 'word'
  return unspacedWhy(text, at, next, next > at, wordStarts(text))
}

const isWithin = (spans: readonly (readonly [number, number])[], at: number): boolean =>
  spans.some(([start, end]) => at > start && at < end)

/** Figures, or a word that makes a number large; number words alone (`ba người`) are seldom parted. */
const MAY_COUNT =
  /[\p{Nd}〇一二三四五六七八九十百千万億兆%$€¥₫]|mươi|trăm|nghìn|ngàn|triệu|tỷ|tỉ|phần|mét|ki-?lô|(?:hundred|thousand|(?:m|b|tr)illion|dozen|per ?cent)/iu

/** Beyond this no figures are looked for: it is no subtitle. */
const LONGEST_READ = 2_000

type Candidate = { readonly at: number; readonly next: number; readonly why: (language: Language) => Why }

const spacedPlaces = (text: string): readonly Candidate[] =>
  [...text.matchAll(/[ \t\u3000]+/g)].flatMap(({ index, 0: space }) => {
    const next = index + space.length
    return index === 0 || next === text.length
      ? []
      : [{ at: index, next, why: (language) => spacedWhy(text, index, next, language) }]
  })

/** As much as a judgement looks at on either side. */
const CONTEXT = 60

function spacedWhy(text: string, at: number, next: number, language: Language): Why {
  const before = text.slice(Math.max(0, at - CONTEXT), at)
  const after = text.slice(next, next + CONTEXT)
  if (/^[-–—]\s*[\p{L}\p{N}"“]/u.test(after) && /[.!?…"”]$/u.test(before)) return 'dialogue'
  if (/[.!?…][”"’)\]]*$/u.test(before) && /^["“‘([]*[\p{Lu}\p{N}]/u.test(after)) return 'sentence'
  if (/[,;:–—…)”][”"]*$/u.test(before) || /^[(“–—]/u.test(after)) return 'clause'
  const last = /[\p{L}\p{M}\p{N}'’.%-]+$/u.exec(before)?.[0] ?? ''
  const first = /^[\p{L}\p{M}\p{N}'’-]+/u.exec(after)?.[0] ?? ''
  // A full number before a small letter is most likely counting what follows.
  if (NUMERAL.test(last) && /^\p{Ll}/u.test(first) && !STARTS[language].has(first)) return 'counted'
  if (language === 'vi' && COMPOUNDS.has(`${last} ${first}`.toLowerCase())) return 'binding'
  if (ENDS[language].has(last.toLowerCase())) return 'binding'
  if (isName(before, last, first, language)) return 'name'
  return STARTS[language].has(first.toLowerCase()) ? 'phrase' : 'word'
}

const NUMERAL = /^(?:\d[\d.,]*|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|chục|mươi|hundred|thousand|million|billion|trillion)$/

/** Two capitals side by side, the first of them not there because a sentence or a line begins. */
const isName = (before: string, last: string, first: string, language: Language): boolean =>
  /^\p{Lu}/u.test(last) &&
  /^\p{Lu}/u.test(first) &&
  (before.length > last.length || language === 'vi') &&
  !STARTS[language].has(first.toLowerCase())

/** Conjunctions and prepositions: a phrase begins with them. */
const STARTS: Readonly<Record<Language, ReadonlySet<string>>> = {
  vi: new Set(
    'và nhưng mà hoặc hay còn rồi nên thì là vì do bởi tại ở trong ngoài trên dưới với cho của từ đến tới để nhằm khi nếu tuy dù sau trước theo về qua bằng cùng như giữa nhờ đã đang sẽ được bị'.split(
      ' ',
    ),
  ),
  en: new Set(
    'and but or nor so yet because although though while when if as than that which who whose where with without within for from to of in on at by about after before between during into over through under until since is are was were has have had will would can could'.split(
      ' ',
    ),
  ),
  ja: new Set(),
}

/** What belongs to the word behind it: articles, classifiers, prepositions. */
const ENDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  vi: new Set(
    'các những một hàng vài mấy mỗi mọi và của là với cho từ ở tại trong trên để do bởi về theo không chưa đã đang sẽ rất khoảng hơn gần ông bà anh chị đồng tỉnh huyện xã phường thành'.split(
      ' ',
    ),
  ),
  en: new Set(
    'a an the and but or of to in on at by for from with as into this that these those my our your his her its their mr. mrs. ms. dr. very not is are was were about nearly some more than'.split(
      ' ',
    ),
  ),
  ja: new Set(),
}

function unspacedPlaces(text: string): readonly Candidate[] {
  const starts = text.length <= LONGEST_READ ? wordStarts(text) : null
  const places: Candidate[] = []
  let at = 0
  for (const grapheme of graphemesOf(text)) {
    const space = SPACE.test(grapheme)
    const after = at + grapheme.length
    // Behind white space the line is the same as before it.
    if (at > 0 && !SPACE.test(text[at - 1] ?? '')) {
      const here = at
      const rest = /^[ \t\u3000]*/.exec(text.slice(here, here + CONTEXT))?.[0].length ?? 0
      if (here + rest < text.length)
        places.push({ at: here, next: here + rest, why: () => unspacedWhy(text, here, here + rest, space, starts) })
    }
    at = after
  }
  return places
}

const SPACE = /^[ \t\u3000]/
/** JIS X 4051: what no line begins with, and what no line ends with. */
const NO_START =
  /^[、。，．・：；？！?!,.:;ー゛゜ヽヾゝゞ々〻’”）〕］｝〉》」』】)\]}»–…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ～〜％%℃]/
const NO_END = /[‘“（〔［｛〈《「『【([{«￥¥$＄№＃#]$/

function unspacedWhy(text: string, at: number, next: number, space: boolean, starts: ReadonlySet<number> | null): Why {
  const before = text.slice(Math.max(0, at - CONTEXT), at)
  const after = text.slice(next, next + CONTEXT)
  const within =
    (!space && /\p{Script=Latin}[’']?$/u.test(before) && /^[’']?\p{Script=Latin}/u.test(after)) ||
    (/[\p{Nd}.,．，]$/u.test(before) && /^[\p{Nd}]/u.test(after)) ||
    (!space && /[\p{Script=Katakana}ー]$/u.test(before) && /^[\p{Script=Katakana}ー]/u.test(after))
  if (within) return 'inside'
  if (NO_START.test(after) || NO_END.test(before)) return 'kinsoku'
  if (/[。！？!?…][」』）”"]*$/u.test(before)) return 'sentence'
  if (/[、，,：」』）】]$/u.test(before) || /^[「『（【]/u.test(after)) return 'clause'
  if (space) return /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? 'word' : 'clause'
  if (/\p{Nd}$/u.test(before) && /^[\p{L}%]/u.test(after)) return 'counted'
  // 文節: a particle ends a phrase where no kana follows.
  if (PARTICLE.test(before) && !/^\p{Script=Hiragana}/u.test(after)) return 'phrase'
  if (starts && !starts.has(next)) return 'binding'
  if (/\p{Script=Hiragana}$/u.test(before) && !/^\p{Script=Hiragana}/u.test(after)) return 'particle'
  // Two ideographs side by side are most often one name or one compound.
  return /\p{Script=Han}$/u.test(before) && /^\p{Script=Han}/u.test(after) ? 'name' : 'word'
}

const PARTICLE =
  /(?<=[^\p{Script=Hiragana}]|[いうえくけしすたてなにねまめるれん])(?:から|まで|より|では|には|とは|へは|など|ので|ため|[はがをにでともへや])$/u

/** Figures with what they count and dates, where a text has them. */
const quantitySpans = (text: string, language: Language): readonly (readonly [number, number])[] =>
  readQuantities(text, language)
    .filter(({ weight, raw }) => weight !== 'faint' && /[\p{Nd}\p{L}]/u.test(raw))
    .map(({ start, raw }) => [start, start + raw.length] as const)

/** A text without its readings, and where each place of it stands in the text; null within a ruby. */
function withoutReadings(text: string): { readonly text: string; readonly rawAt: (at: number) => number | null } {
  const spans = rubySpans(text)
  if (spans.length === 0) return { text, rawAt: (at) => at }
  const raw: (number | null)[] = []
  let plain = ''
  let from = 0
  const keep = (until: number): void => {
    for (let at = from; at < until; at++) raw.push(at)
    plain += text.slice(from, until)
  }
  for (const [start, end] of spans) {
    keep(start)
    const base = text.slice(start + 1, text.indexOf('《', start))
    for (let at = 0; at < base.length; at++) raw.push(at === 0 ? start : null)
    plain += base
    from = end
  }
  keep(text.length)
  raw.push(text.length)
  return { text: plain, rawAt: (at) => raw[at] ?? null }
}
