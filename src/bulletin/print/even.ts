/**
 * Copyfitting between two compiles. The first shows where every piece ends; a lead picture then grows or shrinks so that
 * the last page fills or falls away, and an empty foot over both columns makes them end side by side. Pure.
 */
export type Mark = {
  readonly entry: string
  readonly what: 'start' | 'body' | 'end'
  readonly page: number
  /** mm from the page's left and top edge. */
  readonly x: number
  readonly y: number
}
/** Given to the template by entry: height of the lead picture (0 = in a column) and of the empty foot, mm. */
export type Fit = Readonly<Record<string, { readonly lead?: number; readonly foot?: number }>>

/** A run of two columns: one article, or briefs that follow each other. `first` and `last` may be the same entry. */
export type ColumnRun = {
  readonly first: string
  readonly last: string
  /** Height of the lead picture as it stands, what it may be, and what it takes inside a column; null: it has none. */
  readonly lead: LeadRange | null
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

/** What is set in both columns of the last page, mm of one column, and the height of that page's columns. */
export const fillOf = (run: ColumnRun, marks: readonly Mark[], page: PageMeasures) => {
  const start = marks.find(({ entry, what }) => entry === run.first && what === 'body')
  const end = marks.find(({ entry, what }) => entry === run.last && what === 'end')
  if (!start || !end) return null
  const top = start.page === end.page ? start.y : page.top
  const height = page.bottom - top
  const used = end.y - top + (end.x > page.middle ? height : 0)
  return { from: start.page, to: end.page, height, used: Math.max(0, used), free: Math.max(0, height * 2 - used) }
}

/** An opener takes at most so much of its page. */
const OPENER_SHARE = 0.68

/** Heights for the second compile. */
export const fitFor = (runs: readonly ColumnRun[], marks: readonly Mark[], page: PageMeasures): Fit =>
  Object.fromEntries(
    runs.flatMap((run) => {
      const lead = leadFor(run, marks, page)
      return lead === null || run.lead === null || Math.abs(lead - run.lead.now) < 1
        ? []
        : [[run.first, { lead: round(lead) }] as const]
    }),
  )

const leadFor = (run: ColumnRun, marks: readonly Mark[], page: PageMeasures): number | null => {
  const { lead } = run
  const fill = fillOf(run, marks, page)
  if (!lead || !fill) return null
  const start = marks.find(({ entry, what }) => entry === run.first && what === 'start')
  const body = marks.find(({ entry, what }) => entry === run.first && what === 'body')
  if (!start || !body) return null
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

/** Of pictures that were to save a page and did not: they go back. */
export const inVain = (
  runs: readonly ColumnRun[],
  fit: Fit,
  before: readonly Mark[],
  after: readonly Mark[],
  page: PageMeasures,
): readonly string[] =>
  runs.flatMap((run) => {
    const given = fit[run.first]?.lead
    const [was, is] = [fillOf(run, before, page), fillOf(run, after, page)]
    if (given === undefined || !run.lead || !was || !is || given >= run.lead.now) return []
    return was.to > was.from && is.to - is.from >= was.to - was.from ? [run.first] : []
  })

/** The feet that make the columns even, of what a compile showed; runs that fill their page have none. */
export const feetFor = (runs: readonly ColumnRun[], marks: readonly Mark[], page: PageMeasures, slack: number): Fit =>
  Object.fromEntries(
    runs.flatMap((run) => {
      const fill = fillOf(run, marks, page)
      if (!fill) return []
      const foot = fill.height - fill.used / 2 - page.line * slack
      return foot > page.line * 1.5 ? [[run.last, { foot: round(foot) }] as const] : []
    }),
  )

export const together = (...fits: readonly Fit[]): Fit => {
  const all: Record<string, { lead?: number; foot?: number }> = {}
  for (const fit of fits) for (const [entry, given] of Object.entries(fit)) all[entry] = { ...all[entry], ...given }
  return all
}

const round = (mm: number) => Math.round(mm * 100) / 100
