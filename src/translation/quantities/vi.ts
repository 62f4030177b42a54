/** Quantities of a Vietnamese text. */
import { CLOCK, CODES, DOCUMENTS, ISO_DATES, PHONES, SHORT_DOCUMENTS, YEAR_RANGES, scores, slashed, withUnit } from './common'
import { LETTER } from './letters'
import { FIGURES, VI_MAGNITUDES, figuresValue, romanValue, spelledVi } from './numerals'
import {
  amount,
  codeOf,
  dateOf,
  halfOf,
  isDay,
  numberOf,
  relative,
  timeOf,
  weekdayOf,
  weightOf,
  type Quantity,
  type Read,
} from './quantity'
import { ADDRESSES, rule, scan, taker, type Rule } from './scan'
import { FRACTION, HOUR, YEAR, isMoney, unitAt } from './units'

export const readVi = (text: string): readonly Quantity[] => scan(text, RULES, true)

const END = String.raw`(?![${LETTER}\d])`
const WORD = 'một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|linh|lẻ|rưỡi'
const SPELLED = String.raw`(?:${WORD})(?:\s(?:${WORD}))*${END}`
const SMALL = String.raw`(?:\d{1,2}|mười(?:\s(?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín)`
const MONTH_NAME = String.raw`(?:\d{1,2}|giêng|chạp|${SMALL})`
const YEAR_AFTER = String.raw`(?:\s*(?:,\s*)?(?:năm\s|[\/.-])\s*(\d{4}))?`

const small = (text: string | undefined): number => {
  if (!text) return 0
  const word = text.toLowerCase()
  if (/^\d+$/u.test(word)) return Number(word)
  return { giêng: 1, chạp: 12, tư: 4 }[word] ?? spelledVi(word.split(/\s+/u))?.value ?? 0
}
const maybeYear = (text: string | undefined): { readonly year?: number } => (text ? { year: Number(text) } : {})

/** Days of one month, written once for several: `2-4/9`, `các ngày 5, 12 và 31/12/2026`. */
const days = (list: string, month: number, year: string | undefined): readonly Read[] | null => {
  const each = [...list.matchAll(/\d+/gu)].map(([day]) => Number(day))
  if (!each.every((day) => isDay(day, month))) return null
  return each.map((day) => dateOf({ day, month, ...maybeYear(year) }))
}

const LIST = String.raw`\d{1,2}(?:\s*(?:,|và|-|~|đến|tới|hoặc)\s*(?:hết\s+)?(?:ngày\s+)?\d{1,2})*`
const DAY_CUE =
  /(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|mùng|mồng|dịp|lễ|khánh|chủ nhật|thứ\s\p{L}+|ngày\s\d{1,2}\/\d{1,2}\s*(?:đến|-|và|,|tới))[\s,(]*$/iu

const WHILE_CUE = /(?:dài|trong|mất|suốt|sau|chỉ|hết)(?: khoảng| gần| hơn)?\s$/iu
const CLOCK_CUE = /(?:lúc|hồi|vào|từ|đến|tới|trước)(?: khoảng)?\s$/iu

const HALF = { sáng: 'am', trưa: 'pm', chiều: 'pm', tối: 'pm', đêm: 'pm', khuya: 'pm' } as const

const RULES: readonly Rule[] = [
  ADDRESSES,
  DOCUMENTS,
  PHONES,
  ISO_DATES,
  scores(/(?<!\p{L})(?:thắng|thua|hòa|hoà|tỷ số|tỉ số|bàn thắng)(?!\p{L})/iu),
  // Numbers that only look like dates: round the clock, seven days a week.
  rule(String.raw`24\/(?:24|7)(?:\s(?:giờ|h))?${END}`, () => numberOf([amount(24), amount(24, [HOUR])], 'faint')),
  rule(String.raw`(?:ngày\s+)?(\d{1,2})([\/.-])(\d{1,2})\2(\d{4})(?!\d)`, ([, day, , month, year]) =>
    isDay(Number(day), Number(month)) ? dateOf({ day: Number(day), month: Number(month), ...maybeYear(year) }) : null,
  ),
  rule(
    String.raw`(?:ngày\s+)?(${LIST})\s*\/\s*(\d{1,2})(?:\s*[\/-]\s*(\d{4})|\s+năm\s+(\d{4}))?(?![\d\/])`,
    ([whole = '', list = '', month, year, after], text, at, end) => {
      const read = days(list, Number(month), year ?? after)
      const cued = /^ngày/iu.test(whole) || DAY_CUE.test(text.slice(Math.max(0, at - 30), at))
      if (!/\D/u.test(list) && !cued && !year && !after) {
        const either = slashed(Number(list), Number(month), read?.[0] ?? null)
        // "3/4 diện tích": a share of something.
        return /^\s(?!và|đến|tới|hoặc|năm|nay|vừa|tại|ở)\p{Ll}/u.test(text.slice(end))
          ? either.map((one) => ({ ...one, kind: 'number' as const }))
          : either
      }
      // "từ 15 và 1/3": a list of days is one only where days are spoken of, or joined by a dash.
      return cued || year || after || /^\d+\s*[-~]\s*\d+$/u.test(list) ? read : null
    },
    'i',
  ),
  // Ngày 20-11, lễ 2-9; "ngày 5-10" may be a span as well.
  rule(
    String.raw`(?:ngày\s+)?(\d{1,2})-(\d{1,2})(?![\d\/]|\s*tháng|[.,]\d)`,
    ([whole = '', day, month], text, at) => {
      const cued = /^ngày/iu.test(whole) || DAY_CUE.test(text.slice(Math.max(0, at - 30), at))
      const date = { day: Number(day), month: Number(month) }
      return cued && isDay(date.day, date.month) ? { ...dateOf(date), parts: [date.day, date.month] } : null
    },
    'i',
  ),
  rule(
    String.raw`(?:ngày\s+)?((?:(?:mùng|mồng)\s+)?${LIST}|(?:mùng|mồng)\s${SMALL}|rằm)\s+tháng\s+(${MONTH_NAME})${END}${YEAR_AFTER}`,
    ([, list = '', month, year]) =>
      days(/\d/u.test(list) ? list : String(/^rằm$/iu.test(list) ? 15 : small(list.replace(/^\S+\s/u, ''))), small(month), year),
    'i',
  ),
  rule(
    String.raw`tháng\s+(${MONTH_NAME})\s*(?:-|~|đến(?:\s+hết)?|tới)\s*(?:tháng\s+)?(${MONTH_NAME})${END}${YEAR_AFTER}`,
    ([, from, to, year]) =>
      small(from) > 12 || small(to) > 12
        ? null
        : [dateOf({ month: small(from), ...maybeYear(year) }), dateOf({ month: small(to), ...maybeYear(year) })],
    'i',
  ),
  rule(
    // "tháng hai lần", "tháng năm nay" count or point; they name no month.
    String.raw`tháng\s+(${MONTH_NAME})${END}(?!\s(?:lần|nay|ngày|tuần|kỳ|buổi|số|chuyến))${YEAR_AFTER}`,
    ([, month, year]) => {
      const value = small(month)
      return value >= 1 && value <= 12 ? dateOf({ month: value, ...maybeYear(year) }) : null
    },
    'i',
  ),
  rule(String.raw`(\d{1,2})\s*[\/-]\s*((?:19|20)\d\d)(?![\d\/])`, ([, month, year]) =>
    Number(month) >= 1 && Number(month) <= 12 ? dateOf({ month: Number(month), ...maybeYear(year) }) : null,
  ),
  SHORT_DOCUMENTS,
  rule(
    String.raw`quý\s+(I{1,3}|IV|[1-4]|một|hai|ba|tư)${END}(?:\s*[\/,-]?\s*(?:năm\s+)?(\d{4}))?`,
    ([, quarter = '', year]) => dateOf({ quarter: romanValue(quarter.toUpperCase()) ?? small(quarter), ...maybeYear(year) }),
    'i',
  ),
  rule(
    String.raw`(?:những\s+)?(?:năm|thập niên|thập kỷ)\s+((?:19|20)\d0|[1-9]0)(?=\s(?:của\s)?thế kỷ)|(?:những\s+năm|thập niên|thập kỷ)\s+((?:19|20)\d0|[1-9]0)${END}`,
    ([, a, b]) => decade(a ?? b ?? ''),
    'i',
  ),
  YEAR_RANGES,
  rule(
    String.raw`năm\s+(\d{2,4})(?![\d.,]*\d|\s*%)`,
    ([, year = '']) => dateOf({ year: Number(year) }, amount(Number(year))),
    'i',
  ),
  rule(
    String.raw`(?:cùng kỳ\s+)?(?:năm|niên vụ)\s(?:nay|ngoái|trước|sau|tới|qua)${END}|cùng kỳ${END}(?!\snăm\s\d)|cùng năm${END}`,
    () => relative('year'),
    'i',
  ),
  rule(String.raw`(?:tháng)\s(?:này|trước|sau|tới|qua)${END}|cùng tháng${END}`, () => relative('month'), 'i'),
  rule(String.raw`cùng ngày${END}|hôm (?:nay|qua|sau|trước)${END}|ngày mai${END}`, () => relative('day'), 'i'),
  rule(
    String.raw`(?:nửa|sáu tháng|6 tháng) (?:(đầu)|cuối|sau)(?: năm| của năm)?${END}`,
    ([, first]) => halfOf(first ? 1 : 2),
    'i',
  ),
  rule(
    String.raw`(?:ngày|mùng|mồng)\s+(?:mùng\s+|mồng\s+)?(\d{1,2})(?![\d.,]*\d|\s*(?:giờ|người|lần|triệu|tỷ|nghìn|%))`,
    ([, day]) => (isDay(Number(day)) ? dateOf({ day: Number(day) }) : null),
    'i',
  ),
  // Prizes and ranks have their words in capitals.
  rule(
    String.raw`(?:giải|hạng)\s(nhất|nhì|hai|ba|tư|năm)${END}`,
    ([, rank = '']) => {
      const value = { nhất: 1, nhì: 2 }[rank.toLowerCase()] ?? small(rank)
      return numberOf([amount(value)], weightOf(value))
    },
    'i',
  ),
  // Monday is the second day; "thứ ba" may also be the third of something.
  rule(String.raw`thứ\s(hai|ba|tư|năm|sáu|bảy|[2-7])${END}`, ([, day]) => weekdayOf(small(day) - 1, amount(small(day))), 'i'),
  rule(String.raw`chủ nhật${END}`, () => weekdayOf(7), 'i'),
  rule(String.raw`thứ\s(?:nhất|nhì)${END}`, ([text = '']) => numberOf([amount(/nhì/iu.test(text) ? 2 : 1)], 'faint'), 'i'),
  // 14 giờ 30, 7 giờ sáng; without minutes it may be a time that passes.
  rule(
    String.raw`(\d{1,2}(?=\s*(?:giờ|h|g))|${SMALL}(?=\sgiờ))(?:\s*(?:giờ|h)(?![${LETTER}])(?:\s*(\d{2})(?!\d)(?:\s*phút)?)?|\s*g(\d{2})(?!\d))(\srưỡi)?(?:\s(?:buổi\s)?(sáng|trưa|chiều|tối|đêm|khuya)(?![${LETTER}]))?`,
    ([, hour, minute, short, half, part], text, at) => {
      const hours = small(hour)
      const before = text.slice(Math.max(0, at - 12), at)
      if (WHILE_CUE.test(before) && part === undefined && !half)
        return numberOf([amount(hours + Number(minute ?? 0) / 60, [HOUR])])
      const minutes = half ? 30 : Number(minute ?? short ?? 0)
      // Without a time of day it may be a while: 1 giờ 45 phút.
      const spoken = part && (minute || short) ? [] : [amount(hours + minutes / 60, [HOUR])]
      const day = part ? HALF[part.toLowerCase() as keyof typeof HALF] : null
      const time = timeOf(hours, minutes, day === 'pm' && hours === 12 && part !== 'trưa' ? 'am' : day, spoken)
      const isHour = part !== undefined || minute || short || CLOCK_CUE.test(before)
      return time && !isHour ? { ...time, kind: 'number' } : time
    },
    'i',
  ),
  CLOCK,
  rule(
    String.raw`(${SMALL})\sphần\s(?!trăm|nghìn)(${SMALL})${END}`,
    ([, part, whole]) => (small(whole) > 1 ? numberOf([amount(small(part) / small(whole), [FRACTION])]) : null),
    'i',
  ),
  rule(String.raw`(\d{1,3})\/(\d{1,3})(?![\d\/])`, ([, first, second]) => slashed(Number(first), Number(second), null)),
  rule(
    String.raw`(?:một\s)?nửa\s(triệu|tỷ|tỉ)`,
    ([, scale = '']) => numberOf([amount(0.5 * (VI_MAGNITUDES[scale.toLowerCase()] ?? 1), [], 1)]),
    'i',
  ),
  rule(String.raw`nửa\sthế kỷ${END}`, () => numberOf([amount(50, [YEAR]), amount(50)], 'faint'), 'i'),
  rule(String.raw`(?:một\s)?nửa${END}`, () => numberOf([amount(0.5, [FRACTION]), amount(0.5), amount(50)], 'faint'), 'i'),
  rule(String.raw`(?:gấp\s)?đôi${END}`, () => numberOf([amount(2)], 'faint'), 'i'),
  rule(String.raw`(?:một\s)?tá${END}`, () => numberOf([amount(12)], 'faint'), 'i'),
  rule(
    String.raw`(?:hàng|vài|mấy|hằng)\s(?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?:\s(?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ))*${END}`,
    () => [],
    'i',
  ),
  rule(
    String.raw`(\d+)\sthập (?:kỷ|niên)${END}|(${SMALL})\sthập (?:kỷ|niên)${END}`,
    ([, figures, words]) => {
      const value = figures ? Number(figures) : small(words)
      return numberOf([amount(value * 10, [YEAR]), amount(value * 10)], value === 1 ? 'faint' : 'sure')
    },
    'i',
  ),
  rule(String.raw`(?:thập (?:kỷ|niên))${END}`, () => numberOf([amount(10, [YEAR]), amount(10)], 'faint'), 'i'),
  // Centuries, congresses, archives: Roman figures of two letters or after a word that counts.
  rule(
    String.raw`(?:thế kỷ|khóa|khoá|lần thứ|kỳ|thứ|hạng|bậc|cấp|nhóm|loại|vùng|quốc gia|phần|chương|đợt|giai đoạn)\s+([IVX]+)${END}`,
    ([, roman = '']) => {
      const value = romanValue(roman)
      return value === null ? null : numberOf([amount(value)], weightOf(value))
    },
  ),
  rule(String.raw`(X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{1,3}|I{2,3})${END}`, ([, roman = '']) =>
    numberOf([amount(romanValue(roman) ?? 0)], 'name'),
  ),
  amounts,
  CODES,
]

const takeFigures = taker(FIGURES)
const takeCurrency = taker(String.raw`(?:US\$|\$|€|¥|USD|VND|JPY|EUR)\s?(?=\d)`)
const takeSpelled = taker(SPELLED, 'i')
const takeLower = taker(String.raw`\s(?:nghìn|ngàn|triệu)`)
const takeTenth = taker(String.raw`\s\d(?=\s(?:đồng|một|mỗi)${END}|\/|[.,;)](?!\d)|$)`)
const takePeople = taker(
  String.raw`\s(?:lượt|người|khách|hộ|đại biểu|em|học sinh|sinh viên|doanh nghiệp|dự án|lao động|dân)${END}`,
)
const SCALED = new RegExp(
  String.raw`\s?(?:(?<one>trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?:\s(?<two>triệu|tỷ|tỉ))?|(?<short>tr|k))(?<half>\srưỡi)?${END}`,
  'uy',
)

function amounts(text: string, at: number) {
  const prefix = takeCurrency(text, at)
  const before = prefix === null ? [] : unitAt(`${prefix.trim()} `, 0, 'vi').units
  const from = at + (before.length > 0 ? (prefix ?? '').length : 0)
  const figures = takeFigures(text, from)
  if (figures) {
    const read = figured(text, from, figures)
    if (!read) return { end: from + figures.length, reads: [codeOf(figures, 'name')] }
    const next = text[read.end] ?? ''
    const unit = unitAt(text, read.end, 'vi')
    // 5G, 3D: a name, unless the letters are a unit.
    if (/\p{L}/u.test(next) && unit.units.length === 0) return null
    return withUnit(text, 'vi', { ...read, value: plausible(figures, read, text), before })
  }
  if (before.length > 0) return null
  return spelled(text, at)
}

/** Figures with what follows them: `33.000 tỷ`, `2 tỷ 300 triệu`, `1 triệu rưỡi`, `1,5 nghìn tỷ`. */
function figured(text: string, at: number, figures: string) {
  let end = at
  let value = 0
  let magnitude = 1
  let pieces = 0
  for (let piece: string | null = figures; piece !== null;) {
    const number = figuresValue(piece, 'vi')
    if (number === null) return null
    const after = end + piece.length
    SCALED.lastIndex = after
    const found = SCALED.exec(text)
    if (!found) {
      if (pieces > 0) break
      return { value: number, magnitude: 1, end: after, figures: piece }
    }
    const { one = '', two = '', short = '', half } = found.groups ?? {}
    const scale = short ? (short === 'k' ? 1e3 : 1e6) : (VI_MAGNITUDES[one] ?? 1) * (two ? (VI_MAGNITUDES[two] ?? 1) : 1)
    if (pieces > 0 && scale >= magnitude) break
    value += (number + (half ? 0.5 : 0)) * scale
    magnitude = scale
    end = SCALED.lastIndex
    pieces++
    const next = takeFigures(text, end + 1)
    piece = /\s/u.test(text[end] ?? '') && next && magnitude > 1000 && scaledNext(text, end + 1 + next.length) ? next : null
    if (piece !== null) end += 1
  }
  // "2 triệu 5" is two and a half million.
  const tenth = takeTenth(text, end)
  return tenth === null || magnitude < 1000
    ? { value, magnitude, end, figures: null }
    : { value: value + (Number(tenth.trim()) * magnitude) / 10, magnitude, end: end + tenth.length, figures: null }
}
const scaledNext = (text: string, at: number): boolean => takeLower(text, at) !== null

/** Vietnamese typed with English separators: three decimals of a thing that has none (people, đồng) are thousands. */
const plausible = (figures: string, read: { value: number; magnitude: number; end: number }, text: string): number => {
  if (read.magnitude !== 1 || !/^[1-9]\d{0,2},\d{3}$/u.test(figures)) return read.value
  const { units } = unitAt(text, read.end, 'vi')
  return takePeople(text, read.end) !== null || isMoney(units) ? Number(figures.replace(',', '')) : read.value
}

function spelled(text: string, at: number) {
  const run = takeSpelled(text, at)
  if (!run) return null
  const words = run.toLowerCase().split(/\s/u)
  const read = spelledVi(words)
  if (!read) return null
  const length = run
    .split(/(?<=\s)/u)
    .slice(0, read.words)
    .join('')
    .trimEnd().length
  const first = run.slice(0, length)
  if (isName(text, at, length) || (first.toLowerCase() === 'năm' && isYearWord(text, at, length)))
    return { end: at + length, reads: [] }
  return withUnit(text, 'vi', {
    value: read.value,
    magnitude: read.magnitude,
    end: at + length,
    figures: null,
    weight: spelledWeight(first.toLowerCase(), text, at + length, at),
  })
}

/** Ba Đình, Tháp Mười, ông Tư: a capital inside a sentence, or before another capital at its beginning. */
const isName = (text: string, at: number, length: number): boolean => {
  if (!/\p{Lu}/u.test(text[at] ?? '')) return false
  const opens = /(?:^|[.!?:;…“"‘'(\n-])\s*$/u.test(text.slice(0, at))
  return !opens || /^\s\p{Lu}/u.test(text.slice(at + length))
}

/** "năm học", "cuối năm": the year, not five. */
const isYearWord = (text: string, at: number, length: number): boolean =>
  /^\s(?:học|qua|mới|cũ|thứ|đầu|gần)(?!\p{L})/iu.test(text.slice(at + length)) ||
  /(?<!\p{L})(?:mỗi|hằng|hàng|cả|cuối|đầu|giữa|nhiều|từng|quanh|suốt|lâu|theo|thường) $/iu.test(
    text.slice(Math.max(0, at - 8), at),
  )

/** Words that are often none: một (a), hai (both), năm (year), chín (ripe), ba (father, Ba lô). */
const spelledWeight = (word: string, text: string, end: number, at: number): Quantity['weight'] => {
  const after = text.slice(end, end + 12).toLowerCase()
  if (word === 'năm' || word === 'chín' || word === 'một' || word === 'hai' || word === 'tư') return 'faint'
  if (word === 'ba' && /^ (?:mẹ|má|lô|tôi|em|cháu|anh|chị)(?!\p{L})/u.test(after)) return 'faint'
  if (/^ (?:mùa|phương|bể|bề)(?!\p{L})/u.test(after) && (word === 'bốn' || word === 'mười')) return 'faint'
  return /(?:bà|ông|anh|chị) $/iu.test(text.slice(Math.max(0, at - 4), at)) ? 'faint' : 'sure'
}

const decade = (digits: string): Read => {
  const year = digits.length === 2 ? 1900 + Number(digits) : Number(digits)
  return dateOf({ decade: year }, { type: 'date', year })
}
