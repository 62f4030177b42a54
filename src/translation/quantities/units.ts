/** Units in which amounts are given: how each language writes them, and what they measure. */
import type { Language } from '#newsroom'
import { LETTER } from './letters'

/**
 * `dimension`: `ratio`, `points` (of per cent), `area` (m²), `mass` (kg), `length` (m), `volume` (l), `duration` (s), `calendar` (months), or an
 * ISO 4217 code. `scales`: how much of the dimension's base one unit may be; several where the country disagrees.
 */
export type Unit = { readonly dimension: string; readonly scales: readonly number[] }

const unit = (dimension: string, ...scales: readonly number[]): Unit => ({ dimension, scales })

export const PERCENT = unit('ratio', 0.01)
/** Of a share that rises from 2 to 3 per cent: one point, and by half. */
const POINT = unit('points', 0.01)
export const TENTH = unit('ratio', 0.1)
/** A fraction of a whole: a half is fifty per cent. */
export const FRACTION = unit('ratio', 1)
export const HOUR = unit('duration', 3600)
export const YEAR = unit('calendar', 12)
export const MONTH = unit('calendar', 1)

const money = (code: string): Unit => unit(code, 1)
const HECTARE = unit('area', 10_000)
const SQUARE_KILOMETRE = unit('area', 1_000_000)
const SQUARE_METRE = unit('area', 1)
// North, centre, south and highlands.
const SAO = unit('area', 360, 500, 1000)
const MAU = unit('area', 3600, 5000, 10_000)
const KILOMETRE = unit('length', 1000)
const METRE = unit('length', 1)
const TONNE = unit('mass', 1000)
const KILOGRAM = unit('mass', 1)
const GRAM = unit('mass', 0.001)
const DAY = unit('duration', 86_400)

type Row = readonly [pattern: string, units: readonly Unit[]]

/** The longer form first; a pattern ends where a word ends. */
const ROWS: Readonly<Record<Language, readonly Row[]>> = {
  vi: [
    ['điểm phần trăm|điểm %', [POINT]],
    ['%|phần trăm', [PERCENT]],
    // "1,6 triệu đồng bào", "54 đồng chí" are people.
    [
      'đồng(?! (?:bào|chí|thời|ý|lòng|hành|bằng|đội|phục|nghiệp|hương|tác|minh|môn|diễn|loạt|bộ))|VND|VNĐ|vnđ|đ|₫|Việt Nam đồng',
      [money('VND')],
    ],
    ['(?:đô[- ]?la|đôla) (?:Úc|Ô-xtrây-li-a|Australia)|AUD', [money('AUD')]],
    ['(?:đô[- ]?la|đôla) Singapore|SGD', [money('SGD')]],
    ['(?:đô[- ]?la|đôla)(?: Mỹ)?|USD|US\\$|Mỹ kim|\\$', [money('USD')]],
    ['yên(?: Nhật)?|Yên|yen|JPY|¥', [money('JPY')]],
    ['euro|EUR|Euro|€', [money('EUR')]],
    ['won|KRW|₩', [money('KRW')]],
    ['nhân dân tệ|NDT|CNY|tệ', [money('CNY')]],
    ['bảng Anh|GBP|£', [money('GBP')]],
    ['baht|bạt|THB', [money('THB')]],
    ['km²|km2|㎢|ki-?lô-?mét vuông|cây số vuông', [SQUARE_KILOMETRE]],
    ['ha|héc-?ta|hecta|hec-ta', [HECTARE]],
    ['m²|m2|㎡|mét vuông', [SQUARE_METRE]],
    ['sào', [SAO]],
    ['mẫu', [MAU]],
    ['m³|m3|mét khối', [unit('volume', 1000)]],
    ['lít|l', [unit('volume', 1)]],
    ['km|ki-?lô-?mét|cây số', [KILOMETRE]],
    ['cm|xăng-ti-mét', [unit('length', 0.01)]],
    ['mm|mi-li-mét', [unit('length', 0.001)]],
    ['m|mét', [METRE]],
    ['tấn', [TONNE]],
    ['tạ', [unit('mass', 100)]],
    ['kg|ki-?lô-?gam|cân|ký', [KILOGRAM]],
    ['g|gam|gram', [GRAM]],
    ['giây', [unit('duration', 1)]],
    ['phút', [unit('duration', 60)]],
    ['giờ|tiếng đồng hồ', [HOUR]],
    ['ngày', [DAY]],
    ['tuần', [unit('duration', 604_800)]],
    ['tháng(?! \\d)', [MONTH]],
    ['năm(?! \\d)', [YEAR]],
    ['thập kỷ|thập niên', [unit('calendar', 120)]],
    ['thế kỷ', [unit('calendar', 1200)]],
  ],
  en: [
    ['percentage points?|per ?cent points?|% points?|pp', [POINT]],
    ['%|per ?cent', [PERCENT]],
    ['VND|VNĐ|dong|đồng|₫|Vietnamese dong', [money('VND')]],
    ['Australian dollars?|AUD|A\\$', [money('AUD')]],
    ['Singapore dollars?|SGD|S\\$', [money('SGD')]],
    ['(?:US |U\\.S\\. |American )?dollars?|USD|US\\$|\\$', [money('USD')]],
    ['(?:Japanese )?yen|JPY|¥', [money('JPY')]],
    ['euros?|EUR|€', [money('EUR')]],
    ['won|KRW|₩', [money('KRW')]],
    ['(?:Chinese )?yuan|renminbi|RMB|CNY', [money('CNY')]],
    ['pounds sterling|GBP|£', [money('GBP')]],
    ['baht|THB', [money('THB')]],
    ['km²|km2|㎢|square[ -]kilomet(?:re|er)s?|sq\\.? ?km', [SQUARE_KILOMETRE]],
    ['ha|hectares?', [HECTARE]],
    ['m²|m2|㎡|square[ -]met(?:re|er)s?|sq\\.? ?m', [SQUARE_METRE]],
    ['acres?', [unit('area', 4046.8564224)]],
    ['saos?|sào', [SAO]],
    ['maus?|mẫu', [MAU]],
    ['m³|m3|cubic met(?:re|er)s?', [unit('volume', 1000)]],
    ['lit(?:re|er)s?|l', [unit('volume', 1)]],
    ['km|kms|kilomet(?:re|er)s?', [KILOMETRE]],
    ['miles?', [unit('length', 1609.344)]],
    ['cm|centimet(?:re|er)s?', [unit('length', 0.01)]],
    ['mm|millimet(?:re|er)s?', [unit('length', 0.001)]],
    ['m|met(?:re|er)s?', [METRE]],
    ['(?:metric )?tons?|tonnes?', [TONNE]],
    ['quintals?', [unit('mass', 100)]],
    ['kg|kgs|kilograms?|kilos?', [KILOGRAM]],
    ['g|grams?', [GRAM]],
    ['seconds?', [unit('duration', 1)]],
    ['minutes?', [unit('duration', 60)]],
    ['hours?', [HOUR]],
    ['(?:full |working |consecutive )?days?', [DAY]],
    ['weeks?', [unit('duration', 604_800)]],
    ['(?:consecutive )?months?', [MONTH]],
    ['(?:consecutive )?years?', [YEAR]],
    ['decades?', [unit('calendar', 120)]],
    ['centur(?:y|ies)', [unit('calendar', 1200)]],
  ],
  ja: [
    ['(?:[%％]|パーセント)?ポイント', [POINT]],
    ['[%％]|パーセント', [PERCENT]],
    ['割', [TENTH]],
    ['ドン|VND|₫', [money('VND')]],
    ['豪ドル|オーストラリアドル|AUD', [money('AUD')]],
    ['シンガポールドル|SGD', [money('SGD')]],
    ['(?:米|US)?ドル|USD|\\$', [money('USD')]],
    ['円|JPY|¥', [money('JPY')]],
    ['ユーロ|EUR|€', [money('EUR')]],
    ['ウォン|KRW', [money('KRW')]],
    ['人民元|中国元|元|CNY', [money('CNY')]],
    ['ポンド|GBP', [money('GBP')]],
    ['バーツ|THB', [money('THB')]],
    ['平方キロ(?:メートル)?|km²|km2|㎢', [SQUARE_KILOMETRE]],
    ['ヘクタール|ha|㌶|㏊', [HECTARE]],
    ['平方メートル|㎡|m²|m2', [SQUARE_METRE]],
    ['サオ', [SAO]],
    ['マウ', [MAU]],
    ['立方メートル|m³|m3', [unit('volume', 1000)]],
    ['リットル|L|l', [unit('volume', 1)]],
    ['キロメートル|km|㎞', [KILOMETRE]],
    ['キログラム|kg|㎏', [KILOGRAM]],
    ['キロ', [KILOMETRE, KILOGRAM]],
    ['センチ(?:メートル)?|cm', [unit('length', 0.01)]],
    ['ミリ(?:メートル)?|mm', [unit('length', 0.001)]],
    ['メートル|m|㍍', [METRE]],
    ['グラム|g', [GRAM]],
    ['トン|t', [TONNE]],
    ['秒', [unit('duration', 1)]],
    ['分間?(?!の)', [unit('duration', 60)]],
    ['時間', [HOUR]],
    ['日間', [DAY]],
    ['週間?', [unit('duration', 604_800)]],
    ['[かカヶヵケ箇]月間?', [MONTH]],
    ['周年|年間|カ年|か年', [YEAR]],
  ],
}

const compiled = (language: Language) =>
  ROWS[language].map(([pattern, units]) => {
    // Latin letters and signs of Vietnamese and English end at a word's end; Japanese words need no end.
    const end = language === 'ja' ? '(?![A-Za-z²³])' : `(?![${LETTER}\\d²³])`
    const gap = language === 'ja' ? ' ?' : '[-\\s\\u00A0\\u202F]?'
    const source = pattern.replaceAll(' ', '\\s')
    return {
      units,
      after: new RegExp(`${gap}(?:${source})${end}`, 'uy'),
      anywhere: new RegExp(`${language === 'ja' ? '' : `(?<![${LETTER}])`}(?:${source})${end}`, 'u'),
    }
  })
const UNITS = { vi: compiled('vi'), en: compiled('en'), ja: compiled('ja') } satisfies Readonly<Record<Language, unknown>>

/** The unit that begins here, after at most one space or hyphen. */
export const unitAt = (
  text: string,
  at: number,
  language: Language,
): { readonly units: readonly Unit[]; readonly end: number } => {
  for (const { after, units } of UNITS[language]) {
    after.lastIndex = at
    if (after.test(text)) return { units, end: after.lastIndex }
  }
  return { units: [], end: at }
}

/** Essential dimensions of which the text has a unit anywhere: a table's or an earlier amount's unit may hold for the others. */
export const dimensionsIn = (text: string, language: Language): ReadonlySet<string> =>
  new Set(
    UNITS[language].flatMap(({ anywhere, units }) =>
      units.every(({ dimension }) => isEssential(dimension)) && anywhere.test(text)
        ? units.map(({ dimension }) => dimension)
        : [],
    ),
  )

const CURRENCIES = new Set(['VND', 'AUD', 'SGD', 'USD', 'JPY', 'EUR', 'KRW', 'CNY', 'GBP', 'THB'])

/** Money, area and per cent without their unit say something else; people, times and weights are often counted without. */
export const isEssential = (dimension: string): boolean =>
  dimension === 'ratio' || dimension === 'points' || dimension === 'area' || CURRENCIES.has(dimension)

export const isMoney = (units: readonly Unit[]): boolean => units.some(({ dimension }) => CURRENCIES.has(dimension))
