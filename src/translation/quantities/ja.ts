/** Quantities of a Japanese text. */
import {
  CLOCK,
  CODES,
  DOCUMENTS,
  ISO_DATES,
  PHONES,
  SHORT_DOCUMENTS,
  YEAR_RANGES,
  scores,
  bareYear,
  slashed,
  withUnit,
} from './common'
import { romanValue, valueJa } from './numerals'
import {
  amount,
  codeOf,
  dateOf,
  halfOf,
  isDay,
  looksLikeYear,
  numberOf,
  relative,
  timeOf,
  weekdayOf,
  type Quantity,
  type Read,
  type Reading,
} from './quantity'
import { ADDRESSES, rule, scan, taker, type Rule, type Taken } from './scan'
import { FRACTION, HOUR, MONTH, PERCENT, YEAR, unitAt } from './units'

export const readJa = (text: string): readonly Quantity[] => scan(text, RULES, false)

const N = String.raw`(?:\d{1,2}|[一二三四五六七八九十]{1,3})`
const Y = String.raw`(?:\d{4}|[一二][〇一二三四五六七八九]{3})`
const value = (text = ''): number => valueJa(text)?.value ?? 0
const maybeYear = (year: number | undefined): { readonly year?: number } => (year === undefined ? {} : { year })
/** Year before the first of each era. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911, 明治: 1867 }
const WEEK = '月火水木金土日'

const TO = String.raw`\s*(?:から|[-~]|・|、|と|および|及び|または|か)\s*`
const OF_WEEK = String.raw`(?:\([${WEEK}]\))?`
/** 5日から30日, 21~23日, 15、16の両日: the sign of the day may stand once. */
const DAY_LIST = String.raw`(?:${N}日?${OF_WEEK}${TO}同?)*${N}(?:日(?!間)|(?=の両日))${OF_WEEK}`

const daysOf = (list: string, month: number, year?: number): readonly Read[] | null => {
  const each = [...list.matchAll(new RegExp(N, 'gu'))].map(([day]) => value(day))
  const weekdays = [...list.matchAll(new RegExp(String.raw`\(([${WEEK}])\)`, 'gu'))].map(([, day = '']) =>
    weekdayOf(WEEK.indexOf(day) + 1),
  )
  return each.every((day) => isDay(day, month))
    ? [...each.map((day) => dateOf({ day, month, ...maybeYear(year) })), ...weekdays]
    : null
}

const faint = (...readings: readonly Reading[]): Read => numberOf(readings, 'faint')

/** What is counted with kanji numerals in running text; many words begin with a numeral that counts nothing (一般, 三重). */
const COUNTERS =
  'つ|人|名|例|年|[かカヶヵケ]国|[かカヶヵケ]月|[かカヶヵケ]所|回|件|社|校|個|団体|分野|地区|地域|種|項目|世紀|日間|週|倍|時間|台|棟|冊|枚|点|組|歳|階|層|部門|省|県|大学|言語|[かカヶヵケ]条|頭|羽|匹|曲|課題|季|期|番|位|位|号|条|次|区|円|ドン|ドル|ヘクタール|メートル|キロ|トン|パーセント|割'

const RULES: readonly Rule[] = [
  ADDRESSES,
  DOCUMENTS,
  PHONES,
  ISO_DATES,
  scores(/勝|敗|破|引き分け|スコア|下した/),
  // "dozens", "several thousand": no value.
  rule(String.raw`[数何幾][十百千万億兆]+`, () => []),
  rule(String.raw`第\s*([一二三四1-4])\s*四半期`, ([, quarter]) => dateOf({ quarter: value(quarter) })),
  rule(String.raw`(${Y})年(?:度)?の?第?\s*([一二三四1-4])\s*四半期`, ([, year, quarter]) =>
    dateOf({ quarter: value(quarter), year: value(year) }),
  ),
  rule(String.raw`(${Y})年の?Q([1-4])|Q([1-4])(?:[\/-]?(\d{4}))?(?!\d)`, ([, year, quarter, other, later]) =>
    dateOf({ quarter: Number(quarter ?? other), ...maybeYear(year ? value(year) : later ? Number(later) : undefined) }),
  ),
  rule(
    String.raw`(令和|平成|昭和|大正|明治)(元|${N})年(?:度)?(?:(${N})月(${DAY_LIST})?)?`,
    ([, era = '', count, month, list]) => {
      const year = (ERAS[era] ?? 0) + (count === '元' ? 1 : value(count))
      if (month && list) return daysOf(list, value(month), year)
      return dateOf({ year, ...(month ? { month: value(month) } : {}) })
    },
  ),
  rule(
    String.raw`(${Y})年\s*(?:\((?:令和|平成|昭和|大正|明治)(?:元|${N})年\)\s*)?(${N})月\s*(${DAY_LIST})`,
    ([, year, month, list = '']) => daysOf(list, value(month), value(year)),
  ),
  rule(String.raw`(${Y})[\/.](\d{1,2})[\/.](\d{1,2})(?!\d)`, ([, year, month, day]) =>
    isDay(Number(day), Number(month)) ? dateOf({ day: Number(day), month: Number(month), year: Number(year) }) : null,
  ),
  rule(String.raw`(${Y})年(${N})(?:月)?\s*(?:から|-|~)\s*(${N})月期?`, ([, year, from, to]) =>
    months(value(from), value(to), value(year)),
  ),
  rule(String.raw`(${Y})年(${N})月`, ([, year, month]) =>
    value(month) <= 12 ? dateOf({ month: value(month), year: value(year) }) : null,
  ),
  rule(String.raw`(${N})月\s*(${DAY_LIST})`, ([, month, list = '']) => daysOf(list, value(month))),
  rule(String.raw`(${N})(?:月)?\s*(?:から|-|~)\s*(${N})月(?:期)?`, ([, from, to]) => months(value(from), value(to))),
  rule(String.raw`(${N})月(?![カヶヵケ間面])`, ([, month]) => {
    const named = value(month)
    return named >= 1 && named <= 12 ? dateOf({ month: named }) : null
  }),
  rule(String.raw`((?:19|20)\d0|[1-9]0)年代`, ([, digits = '']) => {
    const year = digits.length === 2 ? 1900 + Number(digits) : Number(digits)
    return dateOf({ decade: year }, { type: 'date', year })
  }),
  rule(
    String.raw`(${Y})年?(?:度)?\s*(?:から|-|~)\s*(\d{4}|\d{2}|[一二][〇一二三四五六七八九]{3})(?:年度|学年度|年|(?=期))`,
    ([, from = '', to = '']) => {
      const last = to.length === 2 ? Number(String(value(from)).slice(0, 2) + to) : value(to)
      return last > value(from) ? [bareYear(String(value(from))), bareYear(String(last))] : null
    },
  ),
  rule(String.raw`(${Y})(?:会計|学)?年(?![間前後来])`, ([, year]) =>
    dateOf({ year: value(year) }, amount(value(year), [YEAR]), amount(value(year))),
  ),
  YEAR_RANGES,
  SHORT_DOCUMENTS,
  rule(String.raw`今年|昨年|前年|同年|翌年|来年|本年|去年|今季|今期|今シーズン|前年同期|同期|年末|年初`, () => relative('year')),
  rule(String.raw`今月|先月|同月|来月|翌月`, () => relative('month')),
  rule(String.raw`同日|本日|今日|昨日|翌日|前日|明日`, () => relative('day')),
  rule(String.raw`半世紀`, () => faint(amount(50, [YEAR]), amount(50))),
  rule(String.raw`四半世紀`, () => faint(amount(25, [YEAR]), amount(25))),
  rule(String.raw`[上下]半期|[上下]期|前半|後半`, ([text = '']) => halfOf(/^[上前]/u.test(text) ? 1 : 2)),
  rule(String.raw`(?:毎週)?([${WEEK}])曜日?`, ([, day = '']) => weekdayOf(WEEK.indexOf(day) + 1)),
  rule(String.raw`\(([${WEEK}])\)`, ([, day = '']) => weekdayOf(WEEK.indexOf(day) + 1)),
  // 午後2時30分, 14時, 朝5時半; 3時間 is a duration.
  rule(
    String.raw`(午前|午後|朝|夜|夕方|深夜|未明)?の?(\d{1,2}|[一二三四五六七八九十]{1,2})時(?!間|代|期|点)(?:(${N})分|(半))?`,
    ([, part, hour, minute, half], text, at) => {
      const hours = value(hour)
      if (!part && hour === '一' && !minute && !half && /^一時/u.test(text.slice(at))) return []
      const when = part === undefined ? null : /午前|朝|未明/u.test(part) ? 'am' : 'pm'
      const minutes = half ? 30 : value(minute)
      return timeOf(
        hours,
        minutes,
        when === 'pm' && part === '深夜' && hours < 6 ? 'am' : when,
        minute || half ? [] : [amount(hours)],
      )
    },
  ),
  rule(String.raw`(${N})時間(${N})分(?!の)`, ([, hours, minutes]) =>
    numberOf([amount(value(hours) + value(minutes) / 60, [HOUR])]),
  ),
  rule(String.raw`(${N})時間半`, ([, hours]) => numberOf([amount(value(hours) + 0.5, [HOUR])])),
  rule(String.raw`正午`, () => timeOf(12, 0, 'pm', [amount(12), amount(12, [HOUR])])),
  rule(String.raw`(?:午前|午後|朝|夜|夕方)(?=\d{1,2}:\d{2})`, () => []),
  CLOCK,
  rule(String.raw`(\d+|[一二三四五六七八九十百]+)分の(\d+|[一二三四五六七八九十]+)`, ([, whole, part]) =>
    numberOf([amount(value(part) / value(whole), [FRACTION])]),
  ),
  // 1割5分 = 15 %.
  rule(String.raw`(\d+|[一二三四五六七八九])割(\d|[一二三四五六七八九])分`, ([, tenths, hundredths]) =>
    numberOf([amount(value(tenths) * 10 + value(hundredths), [PERCENT])]),
  ),
  rule(String.raw`(\d+|[一二三四五六七八九])割半`, ([, tenths]) => numberOf([amount(value(tenths) * 10 + 5, [PERCENT])])),
  rule(String.raw`過半数?|半数|半分|半減|半額`, () => faint(amount(0.5, [FRACTION]), amount(0.5), amount(2))),
  rule(String.raw`半(?=年|月|日|[かカヶヵケ]月|時間)`, () =>
    faint(amount(0.5, [FRACTION]), amount(0.5), amount(6, [MONTH]), amount(6)),
  ),
  rule(String.raw`両(?!替)|双方|ペア|倍増|倍(?=に)|ダブル`, () => faint(amount(2))),
  rule(String.raw`(\d*)ダース`, ([, count = '']) =>
    numberOf([amount(12 * (count ? Number(count) : 1))], count ? 'sure' : 'faint'),
  ),
  rule(String.raw`(\d{1,3})\/(\d{1,3})(?![\d\/])`, ([, first, second]) => {
    const [a, b] = [Number(first), Number(second)]
    const [one, ...others] = [
      { day: b, month: a },
      { day: a, month: b },
    ].filter(({ day, month }) => isDay(day, month))
    return slashed(a, b, one ? dateOf(one, ...others.map((other) => ({ type: 'date' as const, ...other }))) : null)
  }),
  // A day alone, or so many days: 5日, 3日で.
  rule(String.raw`(\d{1,2}|[二三四五六七八九十]{1,3})日(?![間本])`, ([text = '', day]) => {
    const days = value(day)
    const counted = amount(days, unitAt('日間', 0, 'ja').units)
    if (!isDay(days)) return numberOf([counted])
    return /^\d/u.test(text)
      ? days === 1
        ? { ...dateOf({ day: days }, counted), weight: 'faint' }
        : dateOf({ day: days }, counted)
      : { ...numberOf([counted, { type: 'date', day: days }]), weight: 'faint' }
  }),
  rule(String.raw`[IVX]{2,}(?![A-Za-z])`, ([text = '']) => {
    const roman = romanValue(text)
    return roman === null ? null : numberOf([amount(roman)], 'name')
  }),
  amounts,
  CODES,
]

/** January to September, as a span of months, and as so many months from the beginning of the year. */
const months = (from: number, to: number, year?: number): readonly Read[] | null => {
  if (from < 1 || to > 12 || from >= to) return null
  const quarter = to - from === 2 && from % 3 === 1 ? [{ type: 'date' as const, quarter: to / 3, ...maybeYear(year) }] : []
  const half = to - from === 5 && from % 6 === 1 ? [{ type: 'date' as const, half: to / 6 }] : []
  const first = dateOf({ month: from, ...maybeYear(year) })
  const last = dateOf(
    { month: to, ...maybeYear(year) },
    ...quarter,
    ...half,
    ...(from === 1 ? [amount(to), amount(to, [MONTH])] : []),
  )
  return quarter.length > 0 || half.length > 0 || from === 1 ? [{ ...first, weight: 'faint' }, last] : [first, last]
}

const takeCurrency = taker(String.raw`(?:US\$|\$|€|£|¥|₫|USD|VND|JPY|EUR)\s?(?=\d)`)
const takeNumber = taker(
  String.raw`(?:\d+(?:[.,]\d+)*[十百千]?[万億兆]?)+(?:[一二三四五六七八九][千百十万億兆]*)*|[〇一二三四五六七八九十百千](?:[〇一二三四五六七八九十百千万億兆])*`,
)
const takeName = taker('六本木|八百[屋万]|千葉|千代|百貨|百科|十分|十日町|三重|五輪|四国|九州|三[日角]')
const takeCounter = taker(`(?:${COUNTERS})`)

function amounts(text: string, at: number): Taken | null {
  const prefix = takeCurrency(text, at)
  const before = prefix === null ? [] : unitAt(`${prefix.trim()} `, 0, 'ja').units
  const from = at + (before.length > 0 ? (prefix ?? '').length : 0)
  const written = takeNumber(text, from)
  if (!written) return null
  const read = valueJa(written)
  const end = from + written.length
  const figures = /^\d/u.test(written)
  if (read === null) return { end, reads: figures ? [codeOf(written, 'name')] : [] }
  const after = unitAt(text, end, 'ja')
  if (figures) {
    if (/[A-Za-z]/u.test(text[end] ?? '') && after.units.length === 0) return null
    if (after.units.length === 0 && text[end] === '年') return years(read.value, written, end)
    if (looksLikeYear(written) && /^\s?[人名件社台個本点枚校戸回羽頭品世]/u.test(text.slice(end)))
      return { end, reads: [numberOf([amount(read.value)])] }
    return withUnit(text, 'ja', { ...read, end, figures: written, before })
  }
  if (after.units.length === 0 && text[end] === '年') return years(read.value, written, end)
  // A numeral before no counter may be part of a word (四国, 三重県, 五輪): it answers, and asks nothing.
  const counts =
    text[at - 1] === '第' ||
    after.units.length > 0 ||
    takeCounter(text, end) !== null ||
    /[十百千万億兆].|.[十百千万億兆]/u.test(written)
  const weight = read.value <= 2 || !counts || takeName(text, at) !== null ? 'faint' : 'sure'
  return withUnit(text, 'ja', { ...read, end, figures: null, weight })
}

/** So many years, the n-th year, or a year of this century with its first figures left out. */
const years = (count: number, written: string, end: number): Taken => ({
  end: end + 1,
  reads: [
    numberOf(
      [
        amount(count, [YEAR]),
        amount(count),
        ...(written.length === 2 && count >= 10 ? [{ type: 'date' as const, year: 2000 + count }] : []),
        ...(count >= 100 ? [{ type: 'date' as const, year: count }] : []),
      ],
      count === 1 ? 'faint' : 'sure',
    ),
  ],
})
