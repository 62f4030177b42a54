import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { EpubCheck } from '@likecoin/epubcheck-ts'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Edition, PageFault, PageReport, Piece } from '#bulletin/edition'
import { LEGAL_RULES } from '#bulletin/legal-rules'
import { preflight, PREFLIGHT_RULES, type EntryFacts } from '#bulletin/preflight'
import { makeFiles, type MadeEdition } from '#cms/bulletin/files'
import { closeShops, storeFolder } from '#cms/bulletin/shop'
import { LANGUAGES, NewsroomError, type Digest, type Language } from '#newsroom'
import { SLOTS } from '#publication/edition'
import type { Block, Figure } from '#richtext'
import { editionIn } from './issue-fixture'

/** CI sets small numbers; `npm run proof` the full ones. */
const FULL = process.env.PROOF === 'true'
const ROUNDS = FULL ? 1_000 : 30

const UNKNOWN_SIGN = '𓀀'
const MISSING: Digest = 'e'.repeat(64)

/** What an editor may get wrong at a place, and the fault that has to name it. */
const DEFECTS = {
  signInTitle: { fault: 'glyph', spoil: (piece) => ({ ...piece, title: `${piece.title} ${UNKNOWN_SIGN}` }) },
  signInSummary: { fault: 'glyph', spoil: (piece) => ({ ...piece, summary: `${piece.summary} ${UNKNOWN_SIGN}` }) },
  signInByline: { fault: 'glyph', spoil: (piece) => ({ ...piece, byline: UNKNOWN_SIGN }) },
  signInBody: { fault: 'glyph', spoil: (piece) => ({ ...piece, body: [...piece.body, paragraph(UNKNOWN_SIGN)] }) },
  signInCaption: { fault: 'glyph', spoil: withPhoto((photo) => ({ ...photo, caption: UNKNOWN_SIGN })) },
  missingPicture: { fault: 'picture', spoil: withPhoto((photo) => ({ ...photo, digest: MISSING })) },
  silentPicture: { fault: 'alt', spoil: withPhoto((photo) => ({ ...photo, alt: ' ' })) },
} as const satisfies Readonly<
  Record<string, { readonly fault: PageFault['kind']; readonly spoil: (piece: Piece, any: Figure) => Piece }>
>
type Defect = keyof typeof DEFECTS

function withPhoto(change: (photo: Figure) => Figure) {
  return (piece: Piece, any: Figure): Piece => ({ ...piece, photos: [...piece.photos, change(any)] })
}
const paragraph = (text: string): Block => ({ kind: 'paragraph', children: [{ kind: 'text', text, marks: [] }] })

/** Letters of a word that stands once in the issue: lost words are found by it. */
const mark = (at: number, where: string): string =>
  `${where}${[...String(at).padStart(3, '0')].map((digit) => String.fromCharCode(97 + Number(digit))).join('')}q`

type Place = {
  readonly from: number
  readonly slot: Piece['slot']
  /** Blocks of the text that are kept, and how often they are repeated. */
  readonly blocks: number
  readonly times: number
  readonly title: number
  readonly summary: boolean
  readonly lead: boolean
  readonly photos: number
  readonly defect: Defect | null
}
const anyPlace: fc.Arbitrary<Place> = fc.record({
  from: fc.nat(11),
  slot: fc.constantFrom(...SLOTS),
  blocks: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 })),
  times: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 4 }) }),
  title: fc.integer({ min: 1, max: 12 }),
  summary: fc.boolean(),
  lead: fc.boolean(),
  photos: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 5 }) }),
  defect: fc.oneof(
    { weight: 20, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(DEFECTS) as Defect[])) },
  ),
})
const anyIssue = fc.record({
  language: fc.constantFrom(...LANGUAGES),
  sections: fc.array(fc.array(anyPlace, { minLength: 0, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
  cover: fc.boolean(),
  errata: fc.nat(3),
  trim: fc.constantFrom({ widthMm: 190, heightMm: 270 }, { widthMm: 148, heightMm: 210 }),
})
type AnyIssue = typeof anyIssue extends fc.Arbitrary<infer T> ? T : never

describe('an issue that nobody thought of', () => {
  const mediaDir = mkdtempSync(join(tmpdir(), 'random-issues-'))
  const whole = {} as Record<Language, Edition>
  let library: PDFiumLibrary

  beforeAll(async () => {
    for (const language of LANGUAGES) whole[language] = await editionIn(language, { mediaStore: storeFolder(mediaDir) })
    library = await PDFiumLibrary.init()
  }, 60_000)
  afterAll(async () => {
    await closeShops()
    library.destroy()
    rmSync(mediaDir, { recursive: true, force: true })
  })

  const arranged = ({ language, sections, cover, errata, trim }: AnyIssue) => {
    const base = whole[language]
    const pool = base.sections.flatMap(({ pieces }) => pieces)
    const figures = pool.flatMap(({ lead, photos }) => [...(lead ? [lead] : []), ...photos])
    const figureAt = (at: number): Figure => figures[at % figures.length] as Figure
    let count = 0
    const wanted: { readonly entry: string; readonly fault: PageFault['kind'] }[] = []
    const marks: { readonly entry: string; readonly word: string }[] = []
    const set = (place: Place): Piece => {
      const at = (count += 1)
      const source = pool[place.from % pool.length] as Piece
      const id = `entry-${at}`
      const said = (where: string): string => {
        marks.push({ entry: id, word: mark(at, where) })
        return mark(at, where)
      }
      const kept = source.body.slice(0, place.blocks)
      const piece: Piece = {
        ...source,
        id,
        slot: place.slot,
        title: `${source.title.split(' ').slice(0, place.title).join(' ')} ${said('tit')}`,
        summary: place.summary ? said('sum') : '',
        lead: place.lead ? { ...(source.lead ?? figureAt(at)), caption: said('piclead') } : null,
        body: [...Array.from({ length: place.times }, () => kept).flat(), paragraph(said('end'))],
        photos: Array.from({ length: place.photos }, (_, n) => ({
          ...figureAt(at + n),
          caption: said(`pic${'abcde'[n] ?? ''}`),
        })),
      }
      if (place.defect === null) return piece
      wanted.push({ entry: id, fault: DEFECTS[place.defect].fault })
      return DEFECTS[place.defect].spoil(piece, figureAt(at))
    }
    const edition: Edition = {
      ...base,
      trim,
      cover: cover ? base.cover : null,
      errata: Array.from({ length: errata }, () => base.errata[0] as Edition['errata'][number]),
      sections: sections
        .filter((places) => places.length > 0)
        .map((places, at) => ({ id: `section-${at}`, name: base.sections[at]?.name ?? 'Mục', pieces: places.map(set) })),
    }
    return { edition, wanted, marks }
  }

  const preflightOf = (edition: Edition, report: PageReport) => {
    const pieces = edition.sections.flatMap((section) => section.pieces)
    const entries = pieces.map(({ id, title, item }): EntryFacts => ({
      id,
      title,
      article: item,
      piece: item === null ? id : null,
      stage: 'approved',
      stale: 'no',
      staleWaived: false,
      held: false,
      embargo: null,
      secondSigned: null,
      class: 'official',
      findings: [],
    }))
    return preflight({
      language: edition.language,
      date: edition.date,
      edition,
      report,
      licence: null,
      rules: LEGAL_RULES,
      entries,
      images: [],
      deadLinks: null,
      others: [],
      printRun: null,
    })
  }

  const textOf = async (pdf: Buffer) => {
    const document = await library.loadDocument(pdf)
    try {
      return [...document.pages()].map((page) =>
        page
          .getText()
          .replace(/[\u0002\uFFFE]\s*/gu, '')
          .replace(/\s+/gu, ''),
      )
    } finally {
      document.destroy()
    }
  }

  const NOTHING_SET = { pages: 0, places: [], free: [] } as const
  let books = 0

  const judge = async (made: MadeEdition, edition: Edition, marks: ReturnType<typeof arranged>['marks']) => {
    const { report, snapshot } = made
    const ids = edition.sections.flatMap(({ pieces }) => pieces.map(({ id }) => id))
    expect(report.places.map(({ entry }) => entry)).toEqual(ids)
    for (const { from, to } of report.places) expect(1 < from && from <= to && to <= report.pages).toBe(true)
    const contents = snapshot.edition
    expect(contents?.sections.flatMap(({ entries }) => entries.map(({ id, page }) => [id, page]))).toEqual(
      report.places.map(({ entry, from }) => [entry, from]),
    )
    expect(contents?.files.map(({ kind }) => kind)).toEqual(['screen', 'press', 'epub', 'plain', 'package'])
    const fileOf = (kind: string): Buffer => {
      const file = contents?.files.find((one) => one.kind === kind)
      return readFileSync(join(storeFolder(mediaDir), `${file?.digest}.${file?.ext}`))
    }
    const pages = await textOf(fileOf('screen'))
    expect([pages.length, contents?.pages]).toEqual([report.pages, report.pages])
    // Every word stands on the pages of its entry, in the press file and the e-book too; the plain text has no pictures.
    const press = (await textOf(fileOf('press'))).join('')
    const plain = fileOf('plain').toString()
    const book = Object.values(unzipSync(fileOf('epub')))
      .map((part) => strFromU8(part))
      .join('')
    const lost = marks.filter(({ entry, word }) => {
      const place = report.places.find((one) => one.entry === entry)
      const own = pages.slice((place?.from ?? 0) - 1, place?.to).join('')
      return (
        !own.includes(word) || !press.includes(word) || !book.includes(word) || (!word.startsWith('pic') && !plain.includes(word))
      )
    })
    expect(lost).toEqual([])
    books += 1
    if (books % 5 !== 1) return
    const { messages } = await EpubCheck.validate(fileOf('epub'))
    expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')).toEqual([])
  }

  it(
    'is made whole, every word of it, or refused with the entry at fault; it never brings anything down',
    async () => {
      const seen = { made: 0, refused: 0 }
      await fc.assert(
        fc.asyncProperty(anyIssue, async (issue) => {
          const { edition, wanted, marks } = arranged(issue)
          const answer = await makeFiles(mediaDir, 'random', edition, []).catch((problem: unknown) => problem)
          if (!(answer instanceof NewsroomError)) {
            expect(wanted).toEqual([])
            seen.made += 1
            const made = answer as MadeEdition
            const rows = preflightOf(edition, made.report)
            expect(PREFLIGHT_RULES.filter((rule) => !rows.some((row) => row.rule === rule))).toEqual([])
            return judge(made, edition, marks)
          }
          seen.refused += 1
          expect(answer.code).toBe('edition.faults')
          const faults = answer.facts.faults as readonly PageFault[]
          const named = new Set(faults.map(({ entry, kind }) => `${kind} of ${entry}`))
          expect(wanted.filter(({ entry, fault }) => !named.has(`${fault} of ${entry}`))).toEqual([])
          // Nothing is blamed that nobody spoilt, but for what does not fit.
          const known = new Set(wanted.map(({ entry, fault }) => `${fault} of ${entry}`))
          expect(
            faults.filter(({ kind, entry }) => (kind === 'overset' ? entry === null : !known.has(`${kind} of ${entry}`))),
          ).toEqual([])
          const stops = preflightOf(edition, { ...NOTHING_SET, faults }).filter(({ result }) => result === 'stop')
          // Alternative text is asked of the pictures themselves (`image.alt`), and of the pages once there are any.
          expect(faults.filter(({ kind, entry }) => kind !== 'alt' && !stops.some((row) => row.entry === entry))).toEqual([])
        }),
        { numRuns: ROUNDS, seed: Number(process.env.ISSUE_SEED ?? 5) },
      )
      expect(seen.made).toBeGreaterThan(ROUNDS / 5)
      expect(seen.refused).toBeGreaterThan(ROUNDS / 20)
    },
    FULL ? 7_200_000 : 180_000,
  )
})
