/** Where one sentence ends and the next begins. Runs in browsers. */
import type { Language } from '#newsroom'

/**
 * The sentences of a plain text, trimmed, none empty. A line break always parts. vi and en: a full stop, question or
 * exclamation mark or ellipsis before white space and a capital or a digit, but not after an abbreviation, an initial or the
 * number of a list. ja: after 。！？ outside brackets.
 */
export const sentencesOf = (text: string, language: Language): readonly string[] =>
  text
    .split('\n')
    .flatMap((line) => (language === 'ja' ? japanese(line) : spaced(line, ABBREVIATIONS[language])))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

const SPACED_END = /[.!?…]+["'”’»)\]]*\s+(?=["'“‘«([–-]*\s?[\p{Lu}\p{N}])/gu

const spaced = (line: string, abbreviations: RegExp): readonly string[] => {
  const sentences: string[] = []
  let begun = 0
  for (const { 0: end, index } of line.matchAll(SPACED_END)) {
    const after = index + end.length
    const before = line.slice(begun, index + 1)
    if (end.startsWith('.') && !end.startsWith('..') && isNoEnd(before, line.slice(after), abbreviations)) continue
    sentences.push(line.slice(begun, after))
    begun = after
  }
  return [...sentences, line.slice(begun)]
}

/** `before` ends with the full stop in question. */
const isNoEnd = (before: string, after: string, abbreviations: RegExp): boolean =>
  abbreviations.test(before) ||
  // An initial, or the number of a list at the start of its line.
  /(?:^|[\s.(“"])\p{Lu}\.$/u.test(before) ||
  /^\s*(?:\d{1,3}|[IVX]{1,5})\.$/u.test(before) ||
  (/(?:^|[\s(])(?:No|Nos|Art|Arts|Fig|Vol|pp?)\.$/iu.test(before) && /^\p{N}/u.test(after))

const words = (list: string): RegExp =>
  new RegExp(`(?:^|[\\s("“‘'/,.-])(?:${list.split(' ').join('|').replaceAll('.', '\\.')})\\.$`, 'u')

// Before a name or a number they end no sentence; those that may also end one (v.v., a.m.) are not here.
const ABBREVIATIONS = {
  vi: words('TP Tp TX TT Q P H X KP Đ Đc TS ThS Th.S PGS GS BS KS LS CN NGND NGƯT NSND NSƯT ĐT Tel Mr Mrs Ms Dr St Co'),
  en: words(
    'Mr Mrs Ms Mx Dr Prof Assoc Gen Lt Col Maj Capt Sgt Sen Rep Gov Hon Rev St Mt Jr Sr Co Ltd Corp Inc Dept Univ vs cf Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec U.S U.N U.K e.g i.e',
  ),
} as const satisfies Readonly<Record<Exclude<Language, 'ja'>, RegExp>>

const OPENING = '「『（(【〈《“'
const CLOSING = '」』）)】〉》”'

const japanese = (line: string): readonly string[] => {
  const nested = isBalanced(line)
  const sentences: string[] = []
  let [begun, depth] = [0, 0]
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at)
    if (nested && OPENING.includes(sign)) depth++
    if (nested && CLOSING.includes(sign)) depth--
    if (depth > 0 || !endsJapanese(line, at)) continue
    sentences.push(line.slice(begun, at + 1))
    begun = at + 1
  }
  return [...sentences, line.slice(begun)]
}

const endsJapanese = (line: string, at: number): boolean => {
  const [sign, next] = [line.charAt(at), line.charAt(at + 1)]
  if (STOPS.includes(next)) return false
  if (STOPS.includes(sign)) return !CLOSING.includes(next)
  // 「…。」と述べた goes on, 「…。」彼は begins anew.
  return (
    CLOSING.includes(sign) &&
    STOPS.includes(line.charAt(at - 1)) &&
    at > 0 &&
    /^[^\p{Script=Hiragana}、，,・」』）)】〉》”]/u.test(next)
  )
}
const STOPS = '。！？!?．｡'

const isBalanced = (line: string): boolean => {
  const open: number[] = []
  for (const sign of line) {
    if (OPENING.includes(sign)) open.push(OPENING.indexOf(sign))
    else if (CLOSING.includes(sign) && open.pop() !== CLOSING.indexOf(sign)) return false
  }
  return open.length === 0
}
