/**
 * Copyfitting between two compiles. The first shows where every piece ends; a lead picture then grows or shrinks so that
 * the last page fills or falls away, and an empty foot over both columns makes them end side by side. Pure.
 */
export type Mark = {
  readonly entry: string
  readonly what: 'start' | 'body' | 'end' | 'foot'
  readonly page: number
  /** mm from the page's left and top edge. */
  readonly x: number
  readonly y: number
}
/** mm: height of the lead picture (0 = in a column) and of the empty foot. `scale`: of the type of briefs. */
export type Given = { readonly lead?: number; readonly foot?: number; readonly scale?: number }
/** Given to the template by entry: the lead and the scale at the first of a run, the foot at its last. */
export type Fit = Readonly<Record<string, Given>>

/** A run of two columns: one article, or briefs that follow each other. `first` and `last` may be the same entry. */
export type ColumnRun = {
  readonly first: string
  readonly last: string
  /** Height of the lead picture as it stands, what it may be, and what it takes inside a column; null: it has none. */
  readonly lead: LeadRange | null
  /** Briefs may be set in smaller or larger type. */
  readonly scales: boolean
}
/** mm. `inColumn`: what it takes there; null = it stands in a column already. `count`: how many pictures share the height. */
export type LeadRange = {
  readonly now: number
  readonly least: number
  readonly most: number
  readonly inColumn: number | null
  readonly count: number
}
export type PageMeasures = { readonly top: number; readonly bottom: number; readonly middle: number; readonly line: number }

/**
 * What is set in both columns of the last page, mm of one column; the height of these columns above the foot; what is free
 * there, foot and all. `past`: pages that the text ran on past its foot, or its foot past the text.
 */
export const fillOf = (run: ColumnRun, marks: readonly Mark[], page: PageMeasures, foot = 0) => {
  const start = markOf(run.first, 'body', marks)
  const end = marks.findLast(({ entry, what }) => entry === run.last && what === 'end')
  if (!start || !end) return null
  const top = start.page === end.page ? start.y : page.top
  const footPage = foot > 0 ? (markOf(run.last, 'foot', marks)?.page ?? end.page) : end.page
  const height = page.bottom - top - (footPage === end.page ? foot : 0)
  const used = Math.max(0, end.y - top + (end.x > page.middle ? height : 0))
  const free = Math.max(0, height * 2 - used) + (footPage === end.page ? foot * 2 : 0)
  return { from: start.page, to: end.page, height, used, free, past: end.page - footPage }
}
const markOf = (id: string, kind: Mark['what'], marks: readonly Mark[]) =>
  marks.find(({ entry, what }) => entry === id && what === kind)

/** An opener takes at most so much of its page. */
const OPENER_SHARE = 0.68
/** Lines left free beside an even division. */
const SLACK = 0.9
/** An empty foot is worth having from so many lines on. */
const LEAST_FOOT = 1.5
/** Type of briefs: to save a page, to fill one. Body type differs visibly beyond that. */
const SCALES = { tight: 0.93, wide: 1.08 } as const

/** What a first compile without feet asks for: pictures and type that fit, and the feet that they will leave. */
export const fitFor = (runs: readonly ColumnRun[], marks: readonly Mark[], page: PageMeasures): Fit =>
  together(...runs.map((run) => wishOf(run, marks, page)))

const wishOf = (run: ColumnRun, marks: readonly Mark[], page: PageMeasures): Fit => {
  const fill = fillOf(run, marks, page)
  if (!fill) return {}
  const scale = run.scales ? scaleFor(run, fill, marks, page) : 1
  if (scale !== 1) return { [run.first]: { scale } }
  const lead = leadFor(run, marks, page)
  if (lead === null || run.lead === null || Math.abs(lead - run.lead.now) < 1)
    return footOf(run, fill.height - fill.used / 2, page)
  return together({ [run.first]: { lead: round(lead) } }, footOf(run, evenAfter(run.lead, lead, fill), page))
}

type Fill = NonNullable<ReturnType<typeof fillOf>>

/** What both columns leave empty once the picture has changed, as far as text flows like water; 0 = it cannot be said. */
const evenAfter = ({ now, inColumn }: LeadRange, lead: number, { from, to, height, used }: Fill): number => {
  if (inColumn === null) return 0
  const [more, added] = [lead - now, lead === 0 ? inColumn : 0]
  if (from === to) return height - more - (used + added) / 2
  const after = used + more * 2 + added
  return after > 0 ? height - after / 2 : -after / 2
}

const scaleFor = (run: ColumnRun, { from, to, height, used }: Fill, marks: readonly Mark[], page: PageMeasures): number => {
  if (to === from) return 1
  const opening = page.bottom - (markOf(run.first, 'body', marks)?.y ?? page.top)
  const before = 2 * (opening + (to - from - 1) * (page.bottom - page.top))
  if (used + page.line * 4 < (before + used) * (1 - SCALES.tight ** 2) * 0.9) return SCALES.tight
  return used < height * 2 * 0.35 ? SCALES.wide : 1
}

const leadFor = (run: ColumnRun, marks: readonly Mark[], page: PageMeasures): number | null => {
  const { lead } = run
  const fill = fillOf(run, marks, page)
  const [start, body] = [markOf(run.first, 'start', marks), markOf(run.first, 'body', marks)]
  if (!lead || !fill || !start || !body) return null
  if (lead.inColumn === null) {
    const needed = (fill.used + page.line * 2) / lead.count
    return fill.to > fill.from && needed <= lead.now - lead.least ? lead.least : null
  }
  // Nothing of the text fits under it: the picture gives way.
  if (body.page > start.page) return lead.least
  const spare = OPENER_SHARE * (page.bottom - page.top) - (body.y - page.top)
  const most = Math.min(lead.most, lead.now + spare)
  if (fill.to > fill.from) {
    // A few lines on a page of their own: the picture makes room for them, in the end by going into a column.
    const needed = fill.used / 2 + page.line * 3
    if (needed <= lead.now - lead.least) return lead.now - needed
    if (fill.used <= 2 * lead.now - lead.inColumn) return 0
  }
  return Math.max(lead.least, Math.min(most, lead.now + fill.free / 2 - page.line * 2))
}

/** Of pictures and type that were to save a page and did not: how they stood, with the feet that they left. */
export const restored = (
  runs: readonly ColumnRun[],
  fit: Fit,
  before: readonly Mark[],
  after: readonly Mark[],
  page: PageMeasures,
): readonly { readonly run: ColumnRun; readonly given: Fit }[] =>
  runs.flatMap((run) => {
    const { lead, scale = 1 } = fit[run.first] ?? {}
    const [was, is] = [fillOf(run, before, page), fillOf(run, after, page, fit[run.last]?.foot)]
    const smaller = scale < 1 || (run.lead !== null && lead !== undefined && lead < run.lead.now)
    if (!smaller || !was || !is || was.to === was.from || is.to - is.from < was.to - was.from) return []
    const start = run.lead ? { [run.first]: { lead: run.lead.now } } : {}
    return [{ run, given: together(start, footOf(run, was.height - was.used / 2, page)) }]
  })

/**
 * The feet of a compile that came out wrong, mended: a text that ran past its foot has a smaller one, columns that end apart
 * the one that evens them. `tried`: the least foot that a text ran past, the highest that it did not; `last`: what held before.
 */
export const mendedFeet = (
  runs: readonly ColumnRun[],
  fit: Fit,
  marks: readonly Mark[],
  page: PageMeasures,
  { tried, last }: { readonly tried: Tried; readonly last: boolean },
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    runs.flatMap((run): readonly (readonly [string, number])[] => {
      const foot = fit[run.last]?.foot ?? 0
      const fill = fillOf(run, marks, page, foot)
      if (!fill) return []
      const { held = 0, past = Infinity } = tried.get(run.last) ?? {}
      if (fill.past !== 0) {
        tried.set(run.last, { held, past: Math.min(past, foot) })
        const over = fill.past > 0 ? fill.used / 2 + page.line * SLACK : 0
        const smaller = worth(foot - Math.max(over, page.line * 2.6), page)
        return [[run.last, last ? held : Math.max(held, smaller)]]
      }
      tried.set(run.last, { held: Math.max(held, foot), past })
      const even = worth(fill.height + foot - fill.used / 2 - page.line * SLACK, page)
      const settled = Math.abs(even - foot) < page.line * APART || even >= past
      return settled || last ? [] : [[run.last, even]]
    }),
  )
export type Tried = Map<string, { readonly held: number; readonly past: number }>
/** Lines by which columns may end apart. */
const APART = 1.6

const footOf = (run: ColumnRun, even: number, page: PageMeasures): Fit => {
  const foot = worth(even - page.line * SLACK, page)
  return foot > 0 ? { [run.last]: { foot } } : {}
}
const worth = (foot: number, page: PageMeasures): number => (foot > page.line * LEAST_FOOT ? round(foot) : 0)

export const together = (...fits: readonly Fit[]): Fit => {
  const all: Record<string, Given> = {}
  for (const fit of fits) for (const [entry, given] of Object.entries(fit)) all[entry] = { ...all[entry], ...given }
  return all
}

const round = (mm: number) => Math.round(mm * 100) / 100
