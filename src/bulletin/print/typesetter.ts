/** Sets an edition with Typst and says where everything stands. Synchronous and heavy: runs in the printer's process only. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Edition, PageFault, PageReport, Place } from '#bulletin/edition'
import {
  fillOf,
  fitFor,
  mendedFeet,
  restored,
  together,
  type ColumnRun,
  type Fit,
  type Mark,
  type PageMeasures,
  type Tried,
} from './even'
import { coverage, missingIn, readFonts } from './fonts'
import { figuresIn, manuscript, textsIn, type PreparedPictures } from './manuscript'

/** Margins of the template, mm (`bulletin.typ`, "Measures"). */
const MARGIN = { top: 23, bottom: 21, sides: 32 } as const
const GUTTER_MM = 6
/** Compiles that may follow the first: of pages never set before, of pages after an edit. */
const MENDS = { full: 5, live: 2 } as const
const LINE_MM = { vi: 4.74, en: 4.74, ja: 5.34 } as const
const FOLDER = 'src/bulletin/print'

/** `press`: with bleed and inks of its own. */
export type Sheet = 'screen' | 'press'
export type Typesetter = ReturnType<typeof createTypesetter>
export type Laying = {
  readonly pictures: PreparedPictures
  readonly broken: ReadonlyMap<string, string>
  readonly before?: Fit | null
  readonly rest: () => Promise<void>
}
/** `fit` names every run of the pages: it may be the `before` of the next. */
export type Layout = { readonly fit: Fit; readonly report: PageReport; readonly document: NodeTypstDocument | null }

/** `root`: of the project, for fonts and templates; `cacheDir`: where the prepared pictures are. */
export const createTypesetter = ({ root, cacheDir }: { readonly root: string; readonly cacheDir: string }) => {
  mkdirSync(cacheDir, { recursive: true })
  const fonts = readFonts(root)
  const has = coverage(fonts)
  const compiler = NodeCompiler.create({ workspace: cacheDir, fontArgs: [{ fontBlobs: [...fonts] }] })
  const at = (name: string) => join(cacheDir, name)
  for (const name of ['bulletin.typ', 'labels.typ']) compiler.addSource(at(name), readFileSync(join(root, FOLDER, name), 'utf8'))
  const give = (name: string, value: unknown) => compiler.mapShadow(at(name), Buffer.from(JSON.stringify(value)))

  // One input: the binding gives several in any order, and another order is another program that sets everything again.
  const compile = (main: string, inputs: { readonly form?: Sheet } = {}) => {
    const done = compiler.compile({ mainFilePath: at(main), inputs })
    if (!done.hasError() && done.result) return { document: done.result, problem: null }
    const said = done.takeDiagnostics()
    return { document: null, problem: said ? messageOf(compiler.fetchDiagnostics(said)) : 'the compiler said nothing' }
  }
  const query = <T>(document: NodeTypstDocument, label: string): readonly T[] =>
    compiler.query(document, { selector: `<${label}>`, field: 'value' }) as readonly T[]

  /**
   * Where everything stands, with the small pictures. `before`: what the same pages had last time; then only what came out
   * wrong is mended. `rest` runs between two compiles and may throw to give up.
   */
  const lay = async (edition: Edition, { pictures, broken, before = null, rest }: Laying): Promise<Layout> => {
    const script = manuscript(edition, pictures)
    give('edition.json', script)
    const found = faultsOf(edition, broken, has)
    const runs = runsIn(script)
    const page = measuresOf(edition)
    let fit: Fit = {}
    let marks: readonly Mark[] = []
    let document: NodeTypstDocument | null = null
    const set = (next: Fit): string | null => {
      give('fit.json', next)
      // One document alive at a time.
      document = null
      const made = compile('bulletin.typ', { form: 'screen' })
      if (made.document) [fit, document, marks] = [next, made.document, query<Mark>(made.document, 'place')]
      return made.problem
    }
    const known = (run: ColumnRun) => before !== null && run.first in before && run.last in before
    const start = together(
      ...runs.map((run) => (known(run) ? { [run.first]: before![run.first]!, [run.last]: before![run.last]! } : startOfRun(run))),
    )
    const problem = set(start)
    if (problem !== null)
      return {
        fit,
        document: null,
        report: { ...NOTHING, faults: [...found, { kind: 'engine', entry: null, detail: problem }] },
      }
    const first = marks
    const fresh = runs.filter((run) => !known(run))
    let wished = fitFor(fresh, marks, page)
    const tried: Tried = new Map()
    const mends = before === null ? MENDS.full : MENDS.live
    for (let mend = 1; document !== null; mend++) {
      const back = mend === 2 ? restored(fresh, fit, first, marks, page) : []
      const settled = runs.filter((run) => !(mend === 1 && fresh.includes(run)) && !back.some((one) => one.run === run))
      const feet = mendedFeet(settled, fit, marks, page, { tried, last: mend >= mends })
      const changes = together(wished, ...Object.entries(feet).map(([entry, foot]) => ({ [entry]: { foot } })))
      if (Object.keys(changes).length + back.length === 0 || mend > mends) break
      await rest()
      const kept = Object.fromEntries(
        Object.entries(fit).filter(([entry]) => !back.some(({ run }) => entry === run.first || entry === run.last)),
      )
      set(together(kept, changes, ...back.map(({ given }) => given)))
      wished = {}
    }
    if (document === null) throw new Error('the pages could not be set again')
    const faults = [...found, ...oversetIn(query<{ entry: string | null; detail: string }>(document, 'overset'))]
    return {
      fit: together(...runs.map(({ first: one, last }) => ({ [one]: {}, [last]: {} })), fit),
      document,
      report: {
        pages: (document as NodeTypstDocument).numOfPages,
        places: placesIn(edition, marks),
        free: freeIn(runs, fit, marks, page),
        faults,
      },
    }
  }

  /** The pages for the press, laid out as `lay` found. */
  const forPress = (edition: Edition, pictures: PreparedPictures, fit: Fit): NodeTypstDocument => {
    give('edition.json', manuscript(edition, pictures))
    give('fit.json', fit)
    const { document, problem } = compile('bulletin.typ', { form: 'press' })
    if (!document) throw new Error(problem)
    return document
  }

  return {
    lay,
    forPress,
    labels: (data: unknown): Buffer => {
      give('labels.json', data)
      const { document, problem } = compile('labels.typ')
      if (!document) throw new Error(problem)
      return compiler.pdf(document, { pdfStandard: 'ua-1' })
    },
    /** ISO 14289-1; throws where the pages do not conform (missing glyph, missing alternative text). */
    accessible: (document: NodeTypstDocument): Buffer => compiler.pdf(document, { pdfStandard: 'ua-1' }),
    /** Only to look at: whatever is wrong with the pages is told beside them. */
    plain: (document: NodeTypstDocument): Buffer => compiler.pdf(document, {}),
    missing: (text: string) => missingIn(text, has),
    /** Forgets what the last `age` jobs did not use; compiled pages live outside V8's heap and are seen by nobody else. */
    evict: (age: number) => compiler.evictCache(age),
  }
}

const NOTHING = { pages: 0, places: [], free: [] } as const

const messageOf = (diagnostics: readonly { readonly message?: string }[]): string =>
  diagnostics
    .map(({ message }) => message ?? '')
    .filter(Boolean)
    .join('; ') || 'the pages could not be set'

/** What can be told before anything is set. */
const faultsOf = (
  edition: Edition,
  broken: ReadonlyMap<string, string>,
  has: (code: number) => boolean,
): readonly PageFault[] => [
  ...textsIn(edition).flatMap(({ entry, text }) =>
    missingIn(text, has).map((sign): PageFault => ({ kind: 'glyph', entry, detail: sign })),
  ),
  ...figuresIn(edition).flatMap(({ entry, figure }): readonly PageFault[] => [
    ...(broken.has(figure.digest) ? [{ kind: 'picture', entry, detail: figure.digest } as const] : []),
    ...(figure.alt.trim() === '' ? [{ kind: 'alt', entry, detail: figure.digest } as const] : []),
  ]),
]

const oversetIn = (said: readonly { readonly entry: string | null; readonly detail: string }[]): readonly PageFault[] => {
  const once = new Map(said.map(({ entry, detail }) => [`${entry} ${detail}`, { kind: 'overset', entry, detail } as const]))
  return [...once.values()]
}

type Script = ReturnType<typeof manuscript>
const startOfRun = ({ first, lead }: ColumnRun): Fit => (lead ? { [first]: { lead: lead.now } } : {})
const runsIn = (script: Script): readonly ColumnRun[] => {
  const width = script.trim.widthMm - MARGIN.sides
  return script.sections.flatMap(({ runs }) =>
    runs.flatMap(({ kind, pieces }): readonly ColumnRun[] => {
      const [first, last] = [pieces[0], pieces.at(-1)]
      if (!first || !last || (kind !== 'article' && kind !== 'briefs')) return []
      if (kind === 'briefs') {
        const count = pieces.filter(({ lead }) => lead).length
        const lead = count > 0 ? { ...BRIEF_MM, inColumn: null, count } : null
        return [{ first: first.id, last: last.id, lead, scales: true }]
      }
      if (!first.lead) return [{ first: first.id, last: last.id, lead: null, scales: false }]
      const whole = width / first.lead.ratio
      // The heights are those of a page of 270 mm.
      const [now, least, most] = (first.slot === 'lead' ? LEAD_MM : FEATURE_MM).map(
        (mm) => (mm * script.trim.heightMm) / 270,
      ) as [number, number, number]
      const inColumn = Math.min(110, (width - GUTTER_MM) / 2 / first.lead.ratio)
      const lead = { now: Math.min(now, whole), least: Math.min(least, whole), most: Math.min(most, whole), inColumn, count: 1 }
      return [{ first: first.id, last: last.id, lead, scales: false }]
    }),
  )
}
/** Heights of a lead picture across both columns: to begin with, at least, at most. */
const LEAD_MM = [92, 70, 112] as const
const BRIEF_MM = { now: 52, least: 34, most: 52 } as const
const FEATURE_MM = [78, 52, 105] as const

const measuresOf = ({ trim, language }: Edition): PageMeasures => ({
  top: MARGIN.top,
  bottom: trim.heightMm - MARGIN.bottom,
  middle: trim.widthMm / 2,
  line: LINE_MM[language],
})

const startOf = (entry: string, marks: readonly Mark[]): number =>
  marks.find((mark) => mark.entry === entry && mark.what === 'start')?.page ?? 0
const endOf = (entry: string, marks: readonly Mark[]): number =>
  marks.findLast((mark) => mark.entry === entry && mark.what === 'end')?.page ?? startOf(entry, marks)

const placesIn = (edition: Edition, marks: readonly Mark[]): readonly Place[] =>
  edition.sections.flatMap(({ pieces }) =>
    pieces.map(({ id }) => ({ entry: id, from: startOf(id, marks), to: endOf(id, marks) })),
  )

const freeIn = (runs: readonly ColumnRun[], fit: Fit, marks: readonly Mark[], page: PageMeasures): PageReport['free'] =>
  runs.flatMap((run) => {
    const fill = fillOf(run, marks, page, fit[run.last]?.foot)
    return fill ? [{ entry: run.last, page: fill.to, mm: Math.round(fill.free) }] : []
  })
