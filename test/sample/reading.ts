/** How the tests read the sample: the whole text of a version, and the amounts in it. */
import type { Language } from '#newsroom'
import { figuresOf, plainText } from '#richtext'
import type { SampleIssue } from '#sample/issue'
import type { SampleStory, SampleVersion } from '#sample/story'

export const wholeText = ({ title, summary, byline, body }: SampleVersion): string =>
  [title, summary, byline, plainText(body), ...figuresOf(body).flatMap(({ alt, credit }) => [alt, credit])].join('\n')

export const versionsOf = ({ versions }: Pick<SampleStory, 'versions'>): readonly (readonly [Language, SampleVersion])[] =>
  (['vi', 'en', 'ja'] as const).flatMap((language) => {
    const version = versions[language]
    return version ? [[language, version] as const] : []
  })

/** The pieces that an issue has for itself. */
export const ownPieces = ({ year, quarter, sections }: SampleIssue) =>
  sections.flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      'piece' in entry
        ? [{ key: `${year}/${quarter} ${entry.key}`, slot: entry.slot, sovereignty: false, versions: entry.piece }]
        : [],
    ),
  )

/**
 * Values above twenty (smaller ones may be words), sorted, once each; months are left to the reader.
 * `21.500 tỷ`, `21.5 trillion` and `21兆5000億` are the same value.
 */
export const amounts = (text: string, language: Language): readonly number[] =>
  [...new Set(READERS[language](text.normalize('NFKC')))]
    .filter((value) => value > 20 || !Number.isInteger(value))
    .sort((a, b) => a - b)

const scaled = (text: string, number: RegExp, plain: (digits: string) => number, scale: (word: string) => number): number[] =>
  [...text.matchAll(number)].map(([, digits = '', word = '']) => Number((plain(digits) * scale(word)).toPrecision(12)))

const READERS: Readonly<Record<Language, (text: string) => number[]>> = {
  vi: (text) =>
    scaled(
      text,
      /(\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?:\s+(nghìn|triệu|tỷ)(?![\p{L}]))?/gu,
      (digits) => Number(digits.replaceAll('.', '').replace(',', '.')),
      (word) => ({ nghìn: 1e3, triệu: 1e6, tỷ: 1e9 })[word] ?? 1,
    ).concat(spelled(text, { 'hai mươi mốt': 21, 'hai mươi bốn': 24 })),
  en: (text) =>
    scaled(
      text,
      /(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s+(thousand|million|billion|trillion)\b)?/gu,
      (digits) => Number(digits.replaceAll(',', '')),
      (word) => ({ thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 })[word] ?? 1,
    ).concat(spelled(text, { 'twenty-one': 21, 'twenty-four': 24, 'sixty-four': 64 })),
  ja: (text) =>
    [...text.matchAll(/(?:\d+(?:,\d{3})*(?:\.\d+)?[兆億万]?)+/gu)].map(([found]) =>
      [...found.matchAll(/(\d+(?:,\d{3})*(?:\.\d+)?)([兆億万]?)/gu)].reduce(
        (sum, [, digits = '', unit = '']) =>
          sum + Number(digits.replaceAll(',', '')) * ({ 兆: 1e12, 億: 1e8, 万: 1e4 }[unit] ?? 1),
        0,
      ),
    ),
}
const spelled = (text: string, words: Readonly<Record<string, number>>): number[] =>
  Object.entries(words).flatMap(([word, value]) => (text.toLowerCase().includes(word) ? [value] : []))
