/** The form that every text has before it is stored, compared, hashed or searched. */
import type { Language } from '#newsroom'

export const toNfc = (text: string): string => text.normalize('NFC')

/**
 * Vietnamese Đ/đ for what looks the same and is not: U+00D0/U+00F0 (Icelandic eth, from old code pages and
 * keyboards), U+0189/U+0256 (African D), and D/d with a combining stroke (Đ itself has no decomposition).
 * For Vietnamese text only: elsewhere Ð is a letter of its own.
 */
export const repairDStroke = (text: string): string =>
  text.replace(/[\u00D0\u0189]|D[\u0335\u0336]/g, 'Đ').replace(/[\u00F0\u0256]|d[\u0335\u0336]/g, 'đ')

/**
 * NFC, Đ repaired in Vietnamese, and nothing in it that a reader cannot see: no control characters but line
 * feed and tab, no bidi controls, no zero-width or other ignorable characters, no halves of a surrogate pair
 * (RFC 8785 could not hash them). Idempotent.
 *
 * Kept, because they change what is seen: a zero-width joiner inside an emoji sequence, an emoji's variation
 * selector, and one variation selector after an ideograph (the form of a letter in a Japanese name).
 * Zero-width non-joiner, soft hyphen and byte order mark have no use in our three scripts.
 */
export function cleanText(text: string, language: Language | null): string {
  const visible = text.replace(LINE_ENDS, '\n').replace(NEVER_VISIBLE, '').replace(OUT_OF_PLACE, '')
  const composed = toNfc(visible)
  return language === 'vi' ? toNfc(repairDStroke(composed)) : composed
}

/** `cleanText` for a field of one line: runs of white space become one space, none at the ends. */
export const cleanLine = (text: string, language: Language | null): string =>
  cleanText(text, language).replace(/\s+/g, ' ').trim()

/**
 * `cleanText` over every string of a JSON value, keys included. What is not plain JSON (dates, buffers,
 * functions) passes untouched. Without recursion: depth is the sender's choice.
 */
export function cleanDeep<T>(value: T, language: Language | null): T {
  const holder: { value: unknown } = { value: undefined }
  const open: { from: unknown; put: (cleaned: unknown) => void }[] = [{ from: value, put: (cleaned) => (holder.value = cleaned) }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { from, put } = next
    if (typeof from === 'string') {
      put(cleanText(from, language))
    } else if (Array.isArray(from)) {
      const list: unknown[] = new Array(from.length)
      put(list)
      from.forEach((item, index) => open.push({ from: item, put: (cleaned) => (list[index] = cleaned) }))
    } else if (isPlain(from)) {
      const record: Record<string, unknown> = {}
      put(record)
      for (const [key, item] of Object.entries(from)) {
        const name = cleanText(key, language)
        setOwn(record, name, undefined)
        open.push({ from: item, put: (cleaned) => setOwn(record, name, cleaned) })
      }
    } else {
      put(from)
    }
  }
  return holder.value as T
}

// CR LF, CR, vertical tab (Word's soft break), form feed, NEL and the two Unicode separators.
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const KEPT_IN_PLACE = '\\u200D\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}'
const NEVER_VISIBLE = new RegExp(
  `(?![${KEPT_IN_PLACE}])[\\p{Default_Ignorable_Code_Point}\\p{Cs}\\uFFF9-\\uFFFC\\uFDD0-\\uFDEF\\uFFFE\\uFFFF]|(?![\\n\\t])\\p{Cc}`,
  'gu',
)
const OUT_OF_PLACE = new RegExp(
  [
    // A joiner joins two emoji, or nothing.
    '(?<!\\p{Extended_Pictographic}[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]?)\\u200D|\\u200D(?!\\p{Extended_Pictographic})',
    // Text or emoji form: of an emoji, or of a keycap digit.
    '(?<!\\p{Extended_Pictographic}|[0-9#*](?=[\\uFE0E\\uFE0F]\\u20E3))[\\uFE0E\\uFE0F]',
    '(?<!\\p{Script=Han})[\\uFE00-\\uFE0D\\u{E0100}-\\u{E01EF}]',
  ].join('|'),
  'gu',
)

// `__proto__` is a key like any other in JSON, and must stay one.
const setOwn = (record: Record<string, unknown>, key: string, value: unknown): void => {
  Object.defineProperty(record, key, { value, writable: true, enumerable: true, configurable: true })
}

const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
