/** The words that an edition says of itself, from `locales/<language>/bulletin.json`. */
import en from '#locales/en/bulletin.json' with { type: 'json' }
import ja from '#locales/ja/bulletin.json' with { type: 'json' }
import vi from '#locales/vi/bulletin.json' with { type: 'json' }
import type { Language } from '#newsroom'
import type { CivilDay, EditionContents, Erratum } from '#publication/edition'
import { formatDateInFull } from '#text/dates'
import { cleanLine } from '#text/normalise'
import { speaker } from '#text/say'

export type BulletinWord = keyof typeof vi

/** Three languages always: a word that is missing in one does not compile. */
const BULLETIN_WORDS: Readonly<Record<Language, Readonly<Record<BulletinWord, string>>>> = { vi, en, ja }

/** `say('vi', 'slot.foreword')`. Facts are put in as they are: escape the sentence, not the facts. */
export const say = speaker<BulletinWord>(BULLETIN_WORDS)

/** In Vietnamese in every language: the law wants these words at the head of page 1 (Press Law 2016, art. 34). */
export const LEGAL_HEAD = say('vi', 'masthead')

/** As each language numbers a quarter: `III` · `3`. */
export const quarterIn = (quarter: 1 | 2 | 3 | 4, language: Language): string =>
  language === 'vi' ? ROMAN[quarter - 1]! : String(quarter)

/** `1.000` · `1,000`, by hand: the digits of Intl differ between builds, a file's digest must not. */
export const grouped = (count: number, language: Language): string =>
  String(count).replace(/\B(?=(?:\d{3})+$)/g, language === 'vi' ? '.' : ',')

/** `Ngày 30 tháng 6 năm 2026`: the day at the head of page 1. */
export const headDay = (date: CivilDay, language: Language): string => {
  const day = formatDateInFull(date, language)
  return day.charAt(0).toUpperCase() + day.slice(1)
}

type Numbered = Pick<EditionContents, 'year' | 'quarter' | 'numberInYear'>

/** `Số 3 (Quý III/2026)`: the number in the year, as its head prints it. */
export const issueNumber = (issue: Numbered, language: Language): string =>
  say(language, 'issue.number', numbers(issue, language))

/** `Bản tin Thông tin đối ngoại, số 3 (Quý III/2026)`; a name that says already what it is, is not told twice. */
export const editionTitle = (issue: Numbered & Pick<EditionContents, 'name'>, language: Language): string => {
  const name = cleanLine(issue.name, language)
  return say(language, SAYS_ITSELF[language].test(name) ? 'issue.titleAsNamed' : 'issue.title', {
    ...numbers(issue, language),
    name,
  })
}

/** What stands under `errata.heading`, a line each (Press Law 2016, art. 42: work, issue, page, day, the wrong and the right). */
export const erratumLines = ({ title, issue, page, wrong, right }: Erratum, language: Language): readonly string[] => [
  say(language, page === null ? 'errata.work' : 'errata.workOnPage', {
    title,
    page,
    quarter: quarterIn(issue.quarter, language),
    year: issue.year,
    date: formatDateInFull(issue.date, language),
  }),
  say(language, 'errata.wrong', { wrong }),
  say(language, 'errata.right', { right }),
]

const numbers = ({ year, quarter, numberInYear }: Numbered, language: Language) => ({
  number: numberInYear,
  quarter: quarterIn(quarter, language),
  year,
})

const ROMAN = ['I', 'II', 'III', 'IV'] as const
const SAYS_ITSELF: Readonly<Record<Language, RegExp>> = {
  vi: /^bản tin(?!\p{L})/iu,
  en: /\bbulletin\b/i,
  ja: /ニュースレター|会報|だより/,
}
