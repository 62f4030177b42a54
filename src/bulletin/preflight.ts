/** What is asked of an edition before it may be approved: one rule, one or more rows. On values; it looks nothing up. */
import type { Digest, Finding, InformationClass, Instant, Language } from '#newsroom'
import type { CivilDay, Trim } from '#publication/edition'
import { formatDate } from '#text/dates'
import type { Edition, PageFault, PageReport } from './edition'
import { lawEnded, lawOn } from './legal-rules'
import type { LegalCheck, LegalRule } from './legal-rules'
import type { Stage } from './view'

export type { LegalRule } from './legal-rules'

/** What a press authority allowed, in the words of one language. */
export type Licence = {
  readonly number: string
  readonly date: CivilDay
  readonly issuer: string
  readonly name: string
  readonly purpose: string
  readonly languages: readonly Language[]
  readonly frequency: string
  readonly pageLimit: number
  readonly trim: Trim
  /** Copies of an issue. */
  readonly printRun: number
  readonly printer: string
  readonly area: string
  readonly personResponsible: string
  readonly validFrom: CivilDay
  /** The last day; null = not limited. */
  readonly validTo: CivilDay | null
}

/** A place of the plan that this edition is to have; those that it goes without are left out. */
export type EntryFacts = {
  readonly id: string
  readonly title: string
  /** Where it is mended: the text, or the issue's own piece; both null = none yet. */
  readonly article: string | null
  readonly piece: string | null
  readonly stage: Stage
  readonly stale: 'no' | 'minor' | 'major'
  /** A major staleness that an approver let pass in writing. */
  readonly staleWaived: boolean
  readonly held: boolean
  readonly embargo: Instant | null
  /** Null: no second sign-off is asked. */
  readonly secondSigned: boolean | null
  /** Null of an own piece. */
  readonly class: InformationClass | null
  /** What nobody waived or dismissed; empty of an original, which has nothing to be compared with; null = not checked. */
  readonly findings: readonly Pick<Finding, 'kind' | 'severity'>[] | null
}

/** A picture where it stands. */
export type ImageFacts = {
  readonly digest: Digest
  readonly media: string | null
  /** Null: the cover. */
  readonly entry: string | null
  /** File name or title, to recognise it by. */
  readonly name: string
  /** Pixels per inch at the printed width; null = not known. */
  readonly ppi: number | null
  /** In the edition's language. */
  readonly credit: string
  readonly alt: string
  /** The last day of its licence; null = not limited. */
  readonly licenceUntil: CivilDay | null
  readonly consent: 'notNeeded' | 'obtained' | 'missing' | null
  readonly minors: boolean
}

export type PreflightInput = {
  readonly language: Language
  /** That of the issue: laws and licences are asked as of this day. */
  readonly date: CivilDay
  /** Pictures are shown from this day on; absent = the issue's own. */
  readonly today?: CivilDay
  /** With what is ready; null = nothing could be put together. */
  readonly edition: Edition | null
  /** Null: the pages were not set. */
  readonly report: PageReport | null
  readonly licence: Licence | null
  readonly rules: readonly LegalRule[]
  readonly entries: readonly EntryFacts[]
  readonly images: readonly ImageFacts[]
  /** Null: nobody looked. */
  readonly deadLinks: readonly { readonly entry: string; readonly href: string }[] | null
  /** Ids of the entries that the other editions are to have. */
  readonly others: readonly { readonly language: Language; readonly entries: readonly string[] }[]
  /** Copies to be printed; null = as the imprint says. */
  readonly printRun: number | null
}

export const PREFLIGHT_RULES = [
  'licence.inForce',
  'licence.language',
  'licence.frequency',
  'licence.pages',
  'licence.trim',
  'licence.printRun',
  'size.law',
  'pages.law',
  'advertising',
  'masthead',
  'imprint',
  'errata',
  'entries.approved',
  'entries.stale',
  'entries.held',
  'entries.embargo',
  'entries.sovereignty',
  'empty.slot',
  'terms',
  'numbers',
  'links',
  'image.resolution',
  'image.credit',
  'image.licence',
  'image.alt',
  'image.consent',
  'pages.made',
  'overset',
  'glyphs',
  'fonts',
  'tagged',
  'pages.four',
  'sameEntries',
] as const
export type PreflightRule = (typeof PREFLIGHT_RULES)[number]

export const RESULTS = ['pass', 'warn', 'stop', 'notChecked'] as const
export type Result = (typeof RESULTS)[number]

export type Mend = {
  readonly kind: 'entry' | 'article' | 'media' | 'licence' | 'issue' | 'piece'
  readonly id: string
}

/** JSON: what was said when an edition was closed is kept. */
export type PreflightFact = {
  readonly rule: PreflightRule
  readonly result: Result
  readonly entry: string | null
  /** `case`: which of the rule's sentences; `why`: of what was not checked. Days as `yyyy-mm-dd`. */
  readonly facts: Readonly<Record<string, string>>
  /** Null: nothing to mend, or not in one place. `issue` and `licence` are those of the edition and have no id. */
  readonly mend: Mend | null
  readonly citation: Readonly<Record<Language, string>> | null
}

/** Pixels per inch: what a press asks for, and below what a picture is seen to be coarse. */
export const PPI = { press: 220, coarse: 150 } as const

/** Every rule in its order, each with at least one row. */
export const preflight = (input: PreflightInput): readonly PreflightFact[] =>
  PREFLIGHT_RULES.flatMap((rule) => {
    const { law: asked, cites, check } = CHECKS[rule]
    const name = asked ?? cites ?? null
    const law = name === null ? null : lawOn(input.rules, name, input.date)
    const rows = asked !== undefined && law === null ? lawless(input, asked) : check(input, law)
    return rows.map(({ result, entry = null, facts = {}, mend = null }) => ({
      rule,
      result,
      entry,
      facts,
      mend,
      citation: law?.citation ?? null,
    }))
  })

export const countsOf = (facts: readonly Pick<PreflightFact, 'result'>[]): { pass: number; warn: number; stop: number } => {
  const count = (wanted: Result) => facts.filter(({ result }) => result === wanted).length
  return { pass: count('pass'), warn: count('warn'), stop: count('stop') }
}

/** Key of the row's sentence in `locales/<language>/desk.json`. */
export const preflightWord = ({ rule, result, facts }: Pick<PreflightFact, 'rule' | 'result' | 'facts'>): string =>
  result === 'notChecked'
    ? `preflight.notChecked.${facts.why ?? 'unknown'}`
    : `preflight.${rule}.${result}${facts.case === undefined ? '' : `.${facts.case}`}`

const DAYS = ['date', 'from', 'until'] as const

/** The facts as the sentence takes them: days as the reader writes them. */
export const spokenFacts = (facts: PreflightFact['facts'], language: Language): PreflightFact['facts'] => ({
  ...facts,
  ...Object.fromEntries(
    DAYS.flatMap((name) => {
      const day = facts[name]
      return day === undefined ? [] : [[name, formatDate(day, language)]]
    }),
  ),
})

type Row = {
  readonly result: Result
  readonly entry?: string | null
  readonly facts?: PreflightFact['facts']
  readonly mend?: Mend | null
}
type Check = (input: PreflightInput, law: LegalRule | null) => readonly Row[]

const notChecked = (why: string, facts: PreflightFact['facts'] = {}): readonly Row[] => [
  { result: 'notChecked', facts: { why, ...facts } },
]

/** A rule of the law that no row is in force for is not applied, and says so. */
const lawless = ({ rules, date }: PreflightInput, check: LegalCheck): readonly Row[] => {
  const until = lawEnded(rules, check, date)
  return until === null ? notChecked('noLaw', { date }) : notChecked('ended', { date, until })
}

const ofEdition =
  (check: (edition: Edition, input: PreflightInput, law: LegalRule | null) => readonly Row[]): Check =>
  (input, law) =>
    input.edition === null ? notChecked('noEdition') : check(input.edition, input, law)

const ofPages =
  (check: (report: PageReport, input: PreflightInput, law: LegalRule | null) => readonly Row[]): Check =>
  (input, law) =>
    input.report === null ? notChecked('noPages') : check(input.report, input, law)

const ofLicence =
  (check: (licence: Licence, input: PreflightInput, law: LegalRule | null) => readonly Row[]): Check =>
  (input, law) =>
    input.licence === null ? notChecked('noLicence') : check(input.licence, input, law)

const passUnless = (problems: readonly Row[], facts: PreflightFact['facts'] = {}): readonly Row[] =>
  problems.length > 0 ? problems : [{ result: 'pass', facts }]

/** A row for every entry that the question is answered of; null = nothing wrong. */
const eachEntry =
  (judge: (entry: EntryFacts, input: PreflightInput, law: LegalRule | null) => Pick<Row, 'result' | 'facts'> | null): Check =>
  (input, law) =>
    passUnless(
      input.entries.flatMap((entry) => {
        const wrong = judge(entry, input, law)
        return wrong === null ? [] : [{ ...about(entry), ...wrong, facts: { title: entry.title, ...wrong.facts } }]
      }),
    )

const eachImage =
  (judge: (image: ImageFacts, input: PreflightInput) => Pick<Row, 'result' | 'facts'> | null): Check =>
  (input) =>
    passUnless(
      input.images.flatMap((image) => {
        const wrong = judge(image, input)
        const mend = image.media === null ? null : ({ kind: 'media', id: image.media } as const)
        return wrong === null ? [] : [{ ...wrong, entry: image.entry, mend, facts: { name: image.name, ...wrong.facts } }]
      }),
    )

const about = ({ id, article, piece }: EntryFacts): Pick<Row, 'entry' | 'mend'> => ({
  entry: id,
  mend:
    article !== null ? { kind: 'article', id: article } : piece !== null ? { kind: 'piece', id: piece } : { kind: 'entry', id },
})

/** Rows of the engine's faults of these kinds, each with its entry where that is known. */
const faultsOf = (
  { faults }: PageReport,
  { entries, edition }: PreflightInput,
  kinds: readonly PageFault['kind'][],
): readonly Row[] =>
  faults
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ entry, detail }) => {
      const found = entries.find(({ id }) => id === entry)
      return {
        result: 'stop',
        ...(found ? about(found) : { entry }),
        facts: { title: found?.title ?? edition?.name ?? '', detail },
      }
    })

/** The engine embeds every font and tags every element, or it makes no file. */
const MAKES_NO_FILE = ['engine', 'time', 'memory', 'picture'] as const

const LICENCE: Mend = { kind: 'licence', id: '' }
const ISSUE: Mend = { kind: 'issue', id: '' }

const CHECKS: Readonly<
  Record<
    PreflightRule,
    {
      /** Not applied where no row of the law is in force. */
      readonly law?: LegalCheck
      /** Our own rule, which a law supports. */
      readonly cites?: LegalCheck
      readonly check: Check
    }
  >
> = {
  'licence.inForce': {
    law: 'licence',
    check: ({ licence, date }) => {
      if (licence === null) return [{ result: 'stop', facts: { case: 'none' }, mend: ISSUE }]
      const { number, validFrom, validTo } = licence
      if (date < validFrom) return [{ result: 'stop', facts: { case: 'early', number, date, from: validFrom }, mend: LICENCE }]
      if (validTo !== null && validTo < date)
        return [{ result: 'stop', facts: { case: 'ended', number, date, until: validTo }, mend: LICENCE }]
      return [{ result: 'pass', facts: { number, date } }]
    },
  },
  'licence.language': {
    law: 'licence',
    check: ofLicence(({ languages, number }, { language }) =>
      passUnless(languages.includes(language) ? [] : [{ result: 'stop', facts: { number }, mend: LICENCE }], { number }),
    ),
  },
  'licence.frequency': {
    law: 'licence',
    check: ofLicence(({ frequency: licensed }, input, law) =>
      ofEdition(({ imprint: { frequency } }) =>
        passUnless(frequency === licensed ? [] : [{ result: 'stop', facts: { frequency, licensed }, mend: LICENCE }], {
          frequency,
        }),
      )(input, law),
    ),
  },
  'licence.pages': {
    law: 'licence',
    check: ofLicence(({ pageLimit }, input, law) => ofPages(({ pages }) => atMost(pages, pageLimit, ISSUE))(input, law)),
  },
  'licence.trim': {
    law: 'licence',
    check: ofLicence(({ trim: licensed }, input, law) =>
      ofEdition(({ trim }) =>
        passUnless(
          trim.widthMm === licensed.widthMm && trim.heightMm === licensed.heightMm
            ? []
            : [{ result: 'stop', facts: { size: sizeOf(trim), most: sizeOf(licensed) }, mend: LICENCE }],
          { size: sizeOf(trim) },
        ),
      )(input, law),
    ),
  },
  'licence.printRun': {
    law: 'licence',
    check: ofLicence(({ printRun: licensed }, input, law) =>
      ofEdition(({ imprint }) => {
        const copies = Math.max(input.printRun ?? 0, imprint.printRun)
        return passUnless(
          copies <= licensed
            ? []
            : [{ result: 'stop', facts: { copies: String(copies), most: String(licensed) }, mend: LICENCE }],
          { copies: String(copies) },
        )
      })(input, law),
    ),
  },
  'size.law': {
    law: 'size.law',
    check: ofEdition(({ trim }, _, law) => {
      const widthMm = numberIn(law, 'widthMm')
      const heightMm = numberIn(law, 'heightMm')
      if (widthMm === null || heightMm === null) return notChecked('parameters')
      const facts = { size: sizeOf(trim), most: sizeOf({ widthMm, heightMm }) }
      return passUnless(
        trim.widthMm <= widthMm && trim.heightMm <= heightMm ? [] : [{ result: 'stop', facts, mend: LICENCE }],
        facts,
      )
    }),
  },
  'pages.law': {
    law: 'pages.law',
    check: ofPages(({ pages }, _, law) => {
      const most = numberIn(law, 'pages')
      return most === null ? notChecked('parameters') : atMost(pages, most, ISSUE)
    }),
  },
  advertising: {
    law: 'advertising',
    check: (input, law) => {
      const classes = law?.parameters.classes
      if (!Array.isArray(classes)) return notChecked('parameters')
      return eachEntry(({ class: ofText }) => (ofText === null || classes.includes(ofText) ? null : { result: 'stop' }))(
        input,
        law,
      )
    },
  },
  masthead: {
    law: 'masthead',
    check: ofEdition(({ name, date, imprint: { issuer } }) =>
      passUnless([...blank(name, 'name', LICENCE), ...blank(issuer, 'issuer', LICENCE), ...blank(date, 'date', ISSUE)]),
    ),
  },
  imprint: {
    law: 'imprint',
    check: ofEdition(({ imprint }, { licence }) =>
      passUnless([
        ...blank(
          licence !== null && imprint.licenceNumber !== licence.number ? '' : imprint.licenceNumber,
          'licenceNumber',
          LICENCE,
        ),
        ...blank(licence !== null && imprint.licenceDate !== licence.date ? '' : imprint.licenceDate, 'licenceDate', LICENCE),
        ...blank(imprint.printer, 'printer', LICENCE),
        ...blank(imprint.printRun > 0 ? String(imprint.printRun) : '', 'printRun', LICENCE),
        ...blank(imprint.frequency, 'frequency', LICENCE),
        ...blank(imprint.personResponsible, 'personResponsible', LICENCE),
      ]),
    ),
  },
  errata: {
    law: 'errata',
    check: ofEdition(({ errata }) =>
      passUnless(
        errata
          .filter((erratum) => [erratum.title, erratum.wrong, erratum.right].some((words) => words.trim() === ''))
          .map(({ title }) => ({ result: 'stop', facts: { title }, mend: ISSUE })),
      ),
    ),
  },
  'entries.approved': {
    check: eachEntry(({ stage }) =>
      stage === 'approved' || stage === 'released' || stage === 'missing' ? null : { result: 'stop' },
    ),
  },
  'entries.stale': {
    check: eachEntry(({ stale, staleWaived }) =>
      stale === 'no' ? null : { result: stale === 'major' && !staleWaived ? 'stop' : 'warn' },
    ),
  },
  'entries.held': { check: eachEntry(({ held }) => (held ? { result: 'stop' } : null)) },
  'entries.embargo': {
    check: eachEntry(({ embargo }, { date }) => {
      const until = embargo === null ? null : dayOf(embargo)
      return until === null || until <= date ? null : { result: 'stop', facts: { until, date } }
    }),
  },
  'entries.sovereignty': { check: eachEntry(({ secondSigned }) => (secondSigned === false ? { result: 'stop' } : null)) },
  'empty.slot': {
    check: (input, law) => {
      const bare = new Set(
        input.edition?.sections.flatMap(({ pieces }) =>
          pieces
            .filter(
              ({ slot, lead, photos, body }) =>
                slot === 'photoPage' && lead === null && photos.length === 0 && body.every(({ kind }) => kind !== 'figure'),
            )
            .map(({ id }) => id),
        ),
      )
      return eachEntry(({ id, stage }) => (stage === 'missing' ? { result: 'stop' } : bare.has(id) ? { result: 'warn' } : null))(
        input,
        law,
      )
    },
  },
  terms: { check: foundOf(['term', 'sovereignty']) },
  numbers: { check: foundOf(['number', 'date', 'link', 'placeholder', 'empty']) },
  links: {
    check: ({ deadLinks, entries, edition }) => {
      if (deadLinks === null) return notChecked('noLinks')
      return passUnless(
        deadLinks.map(({ entry, href }) => {
          const found = entries.find(({ id }) => id === entry)
          return {
            result: 'warn',
            ...(found ? about(found) : { entry }),
            facts: { title: found?.title ?? edition?.name ?? '', href },
          }
        }),
      )
    },
  },
  'image.resolution': {
    check: eachImage(({ ppi }) => {
      if (ppi === null) return { result: 'notChecked', facts: { why: 'noPixels' } }
      const facts = { ppi: String(Math.floor(ppi)), least: String(PPI.press) }
      return ppi >= PPI.press ? null : { result: ppi < PPI.coarse ? 'stop' : 'warn', facts }
    }),
  },
  'image.credit': { check: eachImage(({ credit }) => (credit.trim() === '' ? { result: 'stop' } : null)) },
  'image.licence': {
    // Whatever day the issue bears, it is shown from today on.
    check: eachImage(({ licenceUntil }, { date, today = date }) =>
      licenceUntil !== null && licenceUntil < (today > date ? today : date)
        ? { result: 'stop', facts: { until: licenceUntil } }
        : null,
    ),
  },
  'image.alt': { check: eachImage(({ alt }) => (alt.trim() === '' ? { result: 'stop' } : null)) },
  'image.consent': {
    cites: 'image.consent',
    check: eachImage(({ consent, minors }) =>
      consent === 'missing' || (minors && consent !== 'obtained')
        ? { result: 'stop', facts: { case: minors ? 'minors' : 'persons' } }
        : null,
    ),
  },
  'pages.made': {
    check: ofPages((report, input) =>
      passUnless(
        MAKES_NO_FILE.flatMap((kind) => cased(faultsOf(report, input, [kind]), kind)),
        { pages: String(report.pages) },
      ),
    ),
  },
  overset: { check: ofPages((report, input) => passUnless(faultsOf(report, input, ['overset']))) },
  glyphs: { check: ofPages((report, input) => passUnless(faultsOf(report, input, ['glyph']))) },
  fonts: {
    check: ofPages((report, input) =>
      faultsOf(report, input, MAKES_NO_FILE).length > 0 ? notChecked('noPages') : [{ result: 'pass' }],
    ),
  },
  tagged: {
    check: ofPages((report, input) => {
      if (faultsOf(report, input, MAKES_NO_FILE).length > 0) return notChecked('noPages')
      const untitled: readonly Row[] =
        (input.edition?.name.trim() ?? '') === '' ? [{ result: 'stop', facts: { case: 'title' }, mend: LICENCE }] : []
      return passUnless([...untitled, ...cased(faultsOf(report, input, ['alt']), 'alt')])
    }),
  },
  'pages.four': {
    check: ofPages(({ pages }) => {
      const fill = (4 - (pages % 4)) % 4
      return passUnless(
        fill === 0 ? [] : [{ result: 'warn', facts: { pages: String(pages), fill: String(fill) }, mend: ISSUE }],
        {
          pages: String(pages),
        },
      )
    }),
  },
  sameEntries: {
    check: ({ entries, others }) => {
      const here = new Set(entries.map(({ id }) => id))
      return passUnless(
        others.flatMap(({ language, entries: theirs }) => {
          const there = new Set(theirs)
          const more = [...here].filter((id) => !there.has(id)).length
          const less = [...there].filter((id) => !here.has(id)).length
          if (more + less === 0) return []
          return [{ result: 'warn', facts: { case: language, more: String(more), less: String(less) }, mend: ISSUE }]
        }),
      )
    },
  },
}

/** What the checks of the translation desk found of these kinds: anything critical stops, warnings warn. Own pieces have no original. */
function foundOf(kinds: readonly Finding['kind'][]): Check {
  return ({ entries }) => {
    const texts = entries.filter(({ article, stage }) => article !== null && stage !== 'missing')
    const unchecked = texts.filter(({ findings }) => findings === null).length
    const problems = texts.flatMap((entry): readonly Row[] => {
      const found = (entry.findings ?? []).filter(({ kind }) => kinds.includes(kind))
      if (found.length === 0) return []
      const result = found.some(({ severity }) => severity === 'critical') ? 'stop' : 'warn'
      return [{ ...about(entry), result, facts: { title: entry.title, count: String(found.length) } }]
    })
    return passUnless([...problems, ...(unchecked === 0 ? [] : notChecked('noFindings', { count: String(unchecked) }))])
  }
}

const cased = (rows: readonly Row[], name: string): readonly Row[] =>
  rows.map((row) => ({ ...row, facts: { ...row.facts, case: name } }))

const atMost = (pages: number, most: number, mend: Mend): readonly Row[] => {
  const facts = { pages: String(pages), most: String(most) }
  return passUnless(pages <= most ? [] : [{ result: 'stop', facts, mend }], facts)
}

const blank = (words: string, part: string, mend: Mend): readonly Row[] =>
  words.trim() === '' ? [{ result: 'stop', facts: { case: part }, mend }] : []

const numberIn = (law: LegalRule | null, name: string): number | null => {
  const value = law?.parameters[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

const sizeOf = ({ widthMm, heightMm }: Trim): string => `${widthMm} × ${heightMm} mm`

/** Seven hours ahead of UTC, all year. */
const dayOf = (instant: Instant): CivilDay => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10)
