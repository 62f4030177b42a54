import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Edition, PageFault, Piece } from '#bulletin/edition'
import { LEGAL_CHECKS, LEGAL_RULES, lawEnded, lawOn } from '#bulletin/legal-rules'
import { countsOf, PPI, preflight, PREFLIGHT_RULES, preflightWord, spokenFacts } from '#bulletin/preflight'
import type {
  EntryFacts,
  ImageFacts,
  LegalRule,
  Licence,
  PreflightFact,
  PreflightInput,
  PreflightRule,
} from '#bulletin/preflight'
import { LANGUAGES } from '#newsroom'
import type { Language } from '#newsroom'
import { digestOf } from '../builders'

const DATE = '2026-06-30'

const licence: Licence = {
  number: '12/GP-XBBT',
  date: '2026-01-05',
  issuer: 'Sở Thông tin và Truyền thông',
  name: 'Thông tin đối ngoại Lâm Đồng',
  purpose: '',
  languages: ['vi', 'en', 'ja'],
  frequency: '01 kỳ/quý',
  pageLimit: 48,
  trim: { widthMm: 190, heightMm: 270 },
  printRun: 1000,
  printer: 'Công ty In Lâm Đồng',
  area: 'Trong và ngoài tỉnh',
  personResponsible: 'Phan Thái Bình',
  validFrom: '2026-01-05',
  validTo: '2026-12-31',
}

const piece = (changes: Partial<Piece> = {}): Piece => ({
  id: 'e1',
  slot: 'lead',
  item: null,
  digest: digestOf('piece'),
  title: 'Lâm Đồng đón đoàn Nhật Bản',
  summary: '',
  byline: '',
  topics: [],
  lead: null,
  body: [],
  photos: [],
  ...changes,
})

const editionOf = (changes: Partial<Edition> = {}, pieces: readonly Piece[] = [piece()]): Edition => ({
  item: '01JQ5Z3W8N6R4T2V0X9Y7B5C3D',
  language: 'vi',
  year: 2026,
  quarter: 2,
  numberInYear: 2,
  number: 36,
  date: DATE,
  name: licence.name,
  theme: '',
  cover: null,
  sections: [{ id: 's1', name: 'Tin', pieces }],
  errata: [],
  imprint: {
    issuer: 'Sở Ngoại vụ Lâm Đồng',
    licenceNumber: licence.number,
    licenceDate: licence.date,
    licenceIssuer: licence.issuer,
    printer: licence.printer,
    printRun: 1000,
    frequency: licence.frequency,
    personResponsible: licence.personResponsible,
  },
  trim: licence.trim,
  media: [],
  ...changes,
})

const entry = (changes: Partial<EntryFacts> = {}): EntryFacts => ({
  id: 'e1',
  title: 'Lâm Đồng đón đoàn Nhật Bản',
  article: 'article-vi',
  piece: null,
  stage: 'approved',
  stale: 'no',
  staleWaived: false,
  held: false,
  embargo: null,
  secondSigned: null,
  class: 'official',
  findings: [],
  ...changes,
})

const image = (changes: Partial<ImageFacts> = {}): ImageFacts => ({
  digest: digestOf('photo'),
  media: 'm1',
  entry: 'e1',
  name: 'thac-pongour.jpg',
  ppi: 300,
  credit: 'Ảnh: K’Băng',
  alt: 'Thác Pongour mùa mưa',
  licenceUntil: null,
  consent: 'notNeeded',
  minors: false,
  ...changes,
})

/** Nothing is wrong with it. */
const input = (changes: Partial<PreflightInput> = {}): PreflightInput => ({
  language: 'vi',
  date: DATE,
  edition: editionOf(),
  report: { pages: 48, places: [], free: [], faults: [] },
  licence,
  rules: LEGAL_RULES,
  entries: [entry()],
  images: [image()],
  deadLinks: [],
  others: [{ language: 'en', entries: ['e1'] }],
  printRun: null,
  ...changes,
})

const pages = (count: number) => ({ report: { pages: count, places: [], free: [], faults: [] } })
const fault = (kind: PageFault['kind'], detail = 'x') => ({
  report: { pages: 48, places: [], free: [], faults: [{ kind, entry: 'e1', detail }] },
})
const imprint = (changes: Partial<Edition['imprint']>) => ({
  edition: editionOf({ imprint: { ...editionOf().imprint, ...changes } }),
})
const trim = (widthMm: number, heightMm: number) => ({ widthMm, heightMm })

const rowsOf = (rule: PreflightRule, changes: Partial<PreflightInput> = {}) =>
  preflight(input(changes)).filter((row) => row.rule === rule)

const ARTICLE = { kind: 'article', id: 'article-vi' } as const
const MEDIUM = { kind: 'media', id: 'm1' } as const
const LICENCE = { kind: 'licence', id: '' } as const
const ISSUE = { kind: 'issue', id: '' } as const
const title = entry().title
const name = image().name

type Expected = Pick<PreflightFact, 'result' | 'entry' | 'facts' | 'mend'>
const said = (
  result: PreflightFact['result'],
  facts: PreflightFact['facts'] = {},
  mend: PreflightFact['mend'] = null,
  of: string | null = null,
): Expected => ({ result, entry: of, facts, mend })
const ofEntry = (result: PreflightFact['result'], facts: PreflightFact['facts'] = {}) =>
  said(result, { title, ...facts }, ARTICLE, 'e1')
const ofImage = (result: PreflightFact['result'], facts: PreflightFact['facts'] = {}) =>
  said(result, { name, ...facts }, MEDIUM, 'e1')

type Situation = readonly [PreflightRule, string, Partial<PreflightInput>, Expected]

// prettier-ignore
const SITUATIONS: readonly Situation[] = [
  ['licence.inForce', 'there is no licence', { licence: null }, said('stop', { case: 'none' }, ISSUE)],
  ['licence.inForce', 'it begins later', { licence: { ...licence, validFrom: '2026-07-01' } }, said('stop', { case: 'early', number: licence.number, date: DATE, from: '2026-07-01' }, LICENCE)],
  ['licence.inForce', 'it ended the day before', { licence: { ...licence, validTo: '2026-06-29' } }, said('stop', { case: 'ended', number: licence.number, date: DATE, until: '2026-06-29' }, LICENCE)],
  ['licence.language', 'Japanese is not licensed', { language: 'ja', licence: { ...licence, languages: ['vi', 'en'] } }, said('stop', { number: licence.number }, LICENCE)],
  ['licence.frequency', 'the imprint says monthly', imprint({ frequency: '01 kỳ/tháng' }), said('stop', { frequency: '01 kỳ/tháng', licensed: licence.frequency }, LICENCE)],
  ['licence.pages', 'it has 52 pages of 48', pages(52), said('stop', { pages: '52', most: '48' }, ISSUE)],
  ['licence.pages', 'nobody set the pages', { report: null }, said('notChecked', { why: 'noPages' })],
  ['licence.trim', 'it is smaller than licensed', { edition: editionOf({ trim: trim(170, 240) }) }, said('stop', { size: '170 × 240 mm', most: '190 × 270 mm' }, LICENCE)],
  ['licence.printRun', '1001 copies are wanted', { printRun: 1001 }, said('stop', { copies: '1001', most: '1000' }, LICENCE)],
  ['licence.printRun', 'there is no licence', { licence: null }, said('notChecked', { why: 'noLicence' })],
  ['size.law', 'it is a millimetre wider', { edition: editionOf({ trim: trim(191, 270) }) }, said('stop', { size: '191 × 270 mm', most: '190 × 270 mm' }, LICENCE)],
  ['size.law', 'it is a millimetre taller', { edition: editionOf({ trim: trim(190, 271) }) }, said('stop', { size: '190 × 271 mm', most: '190 × 270 mm' }, LICENCE)],
  ['pages.law', 'it has 68 pages', pages(68), said('stop', { pages: '68', most: '64' }, ISSUE)],
  ['advertising', 'a text is of a class that the law does not know', { entries: [entry({ class: 'advertorial' as never })] }, ofEntry('stop')],
  ['masthead', 'nobody issues it', imprint({ issuer: ' ' }), said('stop', { case: 'issuer' }, LICENCE)],
  ['masthead', 'it has no name', { edition: editionOf({ name: '' }) }, said('stop', { case: 'name' }, LICENCE)],
  ['masthead', 'it has no date', { edition: editionOf({ date: '' }) }, said('stop', { case: 'date' }, ISSUE)],
  ['masthead', 'nothing could be put together', { edition: null }, said('notChecked', { why: 'noEdition' })],
  ['imprint', 'it names another licence', imprint({ licenceNumber: '11/GP-XBBT' }), said('stop', { case: 'licenceNumber' }, LICENCE)],
  ['imprint', 'the licence has another date', imprint({ licenceDate: '2025-01-05' }), said('stop', { case: 'licenceDate' }, LICENCE)],
  ['imprint', 'it names no printer', imprint({ printer: '' }), said('stop', { case: 'printer' }, LICENCE)],
  ['imprint', 'it states no print run', imprint({ printRun: 0 }), said('stop', { case: 'printRun' }, LICENCE)],
  ['imprint', 'it states no frequency', imprint({ frequency: '' }), said('stop', { case: 'frequency' }, LICENCE)],
  ['imprint', 'nobody is responsible', imprint({ personResponsible: '' }), said('stop', { case: 'personResponsible' }, LICENCE)],
  ['errata', 'the right wording is missing', { edition: editionOf({ errata: [{ title, issue: { year: 2026, quarter: 1, date: '2026-03-31' }, page: 7, wrong: '33.000 tỷ', right: '' }] }) }, said('stop', { title }, ISSUE)],
  ['entries.approved', 'a text waits for its approver', { entries: [entry({ stage: 'review' })] }, ofEntry('stop')],
  ['entries.approved', 'a text was taken down', { entries: [entry({ stage: 'withdrawn' })] }, ofEntry('stop')],
  ['entries.stale', 'the source has changed much', { entries: [entry({ stale: 'major' })] }, ofEntry('stop')],
  ['entries.stale', 'an approver let that pass', { entries: [entry({ stale: 'major', staleWaived: true })] }, ofEntry('warn')],
  ['entries.stale', 'the source has changed a little', { entries: [entry({ stale: 'minor' })] }, ofEntry('warn')],
  ['entries.held', 'a text is held', { entries: [entry({ held: true })] }, ofEntry('stop')],
  // Half past midnight of 1 July in Đà Lạt is still June in UTC.
  ['entries.embargo', 'a text may appear the day after', { entries: [entry({ embargo: '2026-06-30T17:30:00.000Z' })] }, ofEntry('stop', { until: '2026-07-01', date: DATE })],
  ['entries.sovereignty', 'the second signature is missing', { entries: [entry({ secondSigned: false })] }, ofEntry('stop')],
  ['empty.slot', 'there is no text in this language', { entries: [entry({ stage: 'missing', article: null })] }, said('stop', { title }, { kind: 'entry', id: 'e1' }, 'e1')],
  ['empty.slot', 'a photo page has no photo', { edition: editionOf({}, [piece({ slot: 'photoPage' })]), entries: [entry({ article: null, piece: 'p1' })] }, said('warn', { title }, { kind: 'piece', id: 'p1' }, 'e1')],
  ['terms', 'an official name is wrong', { entries: [entry({ findings: [{ kind: 'sovereignty', severity: 'critical' }, { kind: 'term', severity: 'warning' }] })] }, ofEntry('stop', { count: '2' })],
  ['terms', 'a term is unusual', { entries: [entry({ findings: [{ kind: 'term', severity: 'warning' }] })] }, ofEntry('warn', { count: '1' })],
  ['terms', 'nobody checked', { entries: [entry({ findings: null }), entry({ id: 'p', article: null, piece: 'p1', findings: null })] }, said('notChecked', { why: 'noFindings', count: '1' })],
  ['numbers', 'a figure differs', { entries: [entry({ findings: [{ kind: 'number', severity: 'critical' }] })] }, ofEntry('stop', { count: '1' })],
  ['links', 'an address does not answer', { deadLinks: [{ entry: 'e1', href: 'https://lamdong.gov.vn/x' }] }, ofEntry('warn', { href: 'https://lamdong.gov.vn/x' })],
  ['links', 'nobody looked', { deadLinks: null }, said('notChecked', { why: 'noLinks' })],
  ['image.resolution', 'a picture is a little coarse', { images: [image({ ppi: PPI.press - 0.5 })] }, ofImage('warn', { ppi: '219', least: '220' })],
  ['image.resolution', 'a picture is coarse', { images: [image({ ppi: 96 })] }, ofImage('stop', { ppi: '96', least: '220' })],
  ['image.resolution', 'its size is not known', { images: [image({ ppi: null })] }, ofImage('notChecked', { why: 'noPixels' })],
  ['image.credit', 'nobody took it', { images: [image({ credit: ' ' })] }, ofImage('stop')],
  ['image.licence', 'its licence ended the day before', { images: [image({ licenceUntil: '2026-06-29' })] }, ofImage('stop', { until: '2026-06-29' })],
  ['image.alt', 'it is not described', { images: [image({ alt: '' })] }, ofImage('stop')],
  ['image.consent', 'consent is missing', { images: [image({ consent: 'missing' })] }, ofImage('stop', { case: 'persons' })],
  ['image.consent', 'it shows children and nobody asked', { images: [image({ consent: null, minors: true })] }, ofImage('stop', { case: 'minors' })],
  ['pages.made', 'the engine fails', fault('engine', 'unknown variable'), ofEntry('stop', { detail: 'unknown variable', case: 'engine' })],
  ['pages.made', 'a picture is no picture', fault('picture'), ofEntry('stop', { detail: 'x', case: 'picture' })],
  ['pages.made', 'it takes too long', fault('time'), ofEntry('stop', { detail: 'x', case: 'time' })],
  ['pages.made', 'it takes too much memory', fault('memory'), ofEntry('stop', { detail: 'x', case: 'memory' })],
  ['overset', 'a text is longer than its place', fault('overset'), ofEntry('stop', { detail: 'x' })],
  ['glyphs', 'a letter is in no font', fault('glyph', '𠮷'), ofEntry('stop', { detail: '𠮷' })],
  ['fonts', 'no file was made', fault('memory'), said('notChecked', { why: 'noPages' })],
  ['fonts', 'nobody set the pages', { report: null }, said('notChecked', { why: 'noPages' })],
  ['tagged', 'the document has no title', { edition: editionOf({ name: '' }) }, said('stop', { case: 'title' }, LICENCE)],
  ['tagged', 'a picture says nothing to the blind', fault('alt'), ofEntry('stop', { detail: 'x', case: 'alt' })],
  ['tagged', 'no file was made', fault('time'), said('notChecked', { why: 'noPages' })],
  ['pages.four', 'two pages are to be filled', pages(46), said('warn', { pages: '46', fill: '2' }, ISSUE)],
  ['sameEntries', 'English has another text', { others: [{ language: 'en', entries: ['e2'] }, { language: 'ja', entries: ['e1'] }] }, said('warn', { case: 'en', more: '1', less: '1' }, ISSUE)],
]

const plain = ({ result, entry: of, facts, mend }: PreflightFact): Expected => ({ result, entry: of, facts, mend })

describe('preflight', () => {
  it('says of every rule that a whole edition passes it', () =>
    expect(preflight(input()).map(({ rule, result }) => [rule, result])).toEqual(PREFLIGHT_RULES.map((rule) => [rule, 'pass'])))

  it.each(SITUATIONS)('%s: %s', (rule, _, changes, expected) => expect(rowsOf(rule, changes).map(plain)).toEqual([expected]))

  it('has a situation that fails each rule', () =>
    expect(new Set(SITUATIONS.map(([rule]) => rule))).toEqual(new Set(PREFLIGHT_RULES)))

  it('leaves no rule without a row, whatever is missing', () =>
    expect(
      preflight(
        input({ edition: null, report: null, licence: null, rules: [], entries: [], images: [], deadLinks: null, others: [] }),
      ).map(({ rule }) => rule),
    ).toEqual(PREFLIGHT_RULES))

  it('stands on the very day that a licence, a picture’s licence or an embargo names', () => {
    const onTheDay = input({
      licence: { ...licence, validFrom: DATE, validTo: DATE },
      images: [image({ licenceUntil: DATE, ppi: PPI.press })],
      entries: [entry({ embargo: '2026-06-30T16:59:59.000Z' })],
    })
    expect(preflight(onTheDay).filter(({ result }) => result !== 'pass')).toEqual([])
  })

  it('says once of an empty place that it is empty, and takes a released text as an approved one', () => {
    const entries = [entry({ stage: 'missing', article: null }), entry({ id: 'e2', stage: 'released' })]
    const others = [{ language: 'en', entries: ['e1', 'e2'] }] as const
    expect(preflight(input({ entries, others })).flatMap(({ rule, result }) => (result === 'pass' ? [] : [rule]))).toEqual([
      'empty.slot',
    ])
  })

  it('has a row for each of two entries at fault', () =>
    expect(
      rowsOf('entries.held', { entries: [entry({ held: true }), entry({ id: 'e2' }), entry({ id: 'e3', held: true })] }).map(
        (row) => row.entry,
      ),
    ).toEqual(['e1', 'e3']))

  it('counts', () =>
    expect(countsOf(preflight(input({ ...pages(46), deadLinks: null, entries: [entry({ held: true })] })))).toEqual({
      pass: PREFLIGHT_RULES.length - 3,
      warn: 1,
      stop: 1,
    }))
})

describe('the law', () => {
  const sizeRow = (date: string, changes: Partial<PreflightInput> = {}) => rowsOf('size.law', { date, ...changes })[0]

  it('of an issue of 30 June 2026 is that of 2016, of one of 15 July 2026 its successor, and says that it is not confirmed', () =>
    expect([sizeRow('2026-06-30')?.citation?.en, sizeRow('2026-07-15')?.citation?.en]).toEqual([
      'Press Law 2016, article 34',
      'Press Law in force since 1 July 2026: article and numbers to be confirmed by the legal desk',
    ]))

  const ended = LEGAL_RULES.filter(({ key }) => !key.startsWith('press-2026'))
  it('that has ended is not applied, and the row says so', () =>
    expect(sizeRow('2026-07-15', { rules: ended, edition: editionOf({ trim: trim(400, 600) }) })).toEqual({
      rule: 'size.law',
      result: 'notChecked',
      entry: null,
      facts: { why: 'ended', date: '2026-07-15', until: '2026-06-30' },
      mend: null,
      citation: null,
    }))
  it('ended on the last of the days that its rows name, on which it was still asked', () =>
    expect([
      lawEnded(LEGAL_RULES, 'image.consent', '2026-01-01'),
      lawEnded(LEGAL_RULES, 'image.consent', '2025-12-31'),
      lawEnded(LEGAL_RULES, 'masthead', '2030-01-01'),
    ]).toEqual(['2025-12-31', null, '2026-06-30']))
  it('that nobody has entered is not applied either', () =>
    expect(sizeRow('2016-12-31')?.facts).toEqual({ why: 'noLaw', date: '2016-12-31' }))

  const amended: readonly LegalRule[] = [
    ...LEGAL_RULES,
    ...LEGAL_RULES.filter(({ key }) => key === 'press-2026-pages').map((rule) => ({
      ...rule,
      key: 'press-2026-pages-amended',
      validFrom: '2026-10-01',
      parameters: { pages: 80 },
    })),
  ]
  it.each([
    ['2026-09-30', 'stop'],
    ['2026-10-01', 'pass'],
  ])('allows 80 pages from the day on which it is amended: an issue of %s gets a %s', (date, result) =>
    expect(rowsOf('pages.law', { date, rules: amended, ...pages(80) })[0]?.result).toBe(result),
  )
  it('without its numbers checks nothing', () => {
    const mistyped = LEGAL_RULES.map((rule) => ({ ...rule, parameters: { pages: 'sixty-four' } }))
    expect(
      ['size.law', 'pages.law', 'advertising'].map((rule) => rowsOf(rule as PreflightRule, { rules: mistyped })[0]?.facts.why),
    ).toEqual(Array(3).fill('parameters'))
  })

  it('has a row for every check on every day since 2017, and of each key one', () => {
    for (const day of ['2017-01-01', '2026-06-30', '2026-07-01', '2030-01-01'])
      expect(LEGAL_CHECKS.filter((check) => check !== 'image.consent' && lawOn(LEGAL_RULES, check, day) === null)).toEqual([])
    expect(new Set(LEGAL_RULES.map(({ key }) => key)).size).toBe(LEGAL_RULES.length)
  })
})

describe('words', () => {
  const deskWords = (language: Language) =>
    JSON.parse(readFileSync(join('locales', language, 'desk.json'), 'utf8')) as Record<string, string>

  it('has a sentence for whatever it can say, and every fact that the sentence asks', () => {
    const facts = [input(), ...SITUATIONS.map(([, , changes]) => input(changes))].flatMap(preflight)
    const others = LANGUAGES.map((language) => ({
      ...facts.find(({ rule, facts: { case: which } }) => rule === 'sameEntries' && which === 'en')!,
      facts: { case: language, more: '1', less: '1' },
    }))
    const lawless = ['ended', 'noLaw', 'parameters'].map((why) => ({
      ...facts[0]!,
      result: 'notChecked' as const,
      facts: { why, date: DATE, until: DATE },
    }))
    for (const language of LANGUAGES) {
      const words = deskWords(language)
      for (const fact of [...facts, ...others, ...lawless]) {
        const sentence = words[preflightWord(fact)]
        expect(sentence, preflightWord(fact)).toBeDefined()
        for (const [, place] of sentence!.matchAll(/\{\{(\w+)\}\}/g))
          expect(Object.keys(fact.facts), `${preflightWord(fact)}: ${place}`).toContain(place)
      }
    }
  })

  it('writes days as the reader does', () =>
    expect(LANGUAGES.map((language) => spokenFacts({ number: '1', until: '2026-06-30' }, language))).toEqual([
      { number: '1', until: '30/6/2026' },
      { number: '1', until: '30 June 2026' },
      { number: '1', until: '2026年6月30日' },
    ]))
})
