import { describe, expect, it } from 'vitest'
import { fillOf, fitFor, mendedFeet, restored, type ColumnRun, type Fit, type Mark, type Tried } from '#bulletin/print/even'

/** Columns of 200 mm on every page; the second begins at 95 mm. */
const PAGE = { top: 20, bottom: 220, middle: 90, line: 5 }
const RUN: ColumnRun = {
  first: 'a',
  last: 'a',
  lead: { now: 80, least: 52, most: 105, inColumn: 60, count: 1 },
  scales: false,
}
const BRIEFS: ColumnRun = { first: 'a', last: 'b', lead: null, scales: true }
/** The text begins on page 4 at 150 mm, under its picture, and ends where it is said. */
const marks = (page: number, x: number, y: number, footOn?: number, last = 'a'): readonly Mark[] => [
  { entry: 'a', what: 'start', page: 4, x: 15, y: 20 },
  { entry: 'a', what: 'body', page: 4, x: 15, y: 150 },
  { entry: last, what: 'end', page, x, y },
  ...(footOn === undefined ? [] : [{ entry: last, what: 'foot' as const, page: footOn, x: 15, y: 200 }]),
]
const LEFT = 20
const RIGHT = 100

describe('the last page of a run', () => {
  it('is as full as both of its columns together', () => {
    expect(fillOf(RUN, marks(5, LEFT, 120), PAGE)).toMatchObject({ from: 4, to: 5, height: 200, used: 100, free: 300 })
    expect(fillOf(RUN, marks(5, RIGHT, 70), PAGE)).toMatchObject({ used: 250, free: 150 })
    expect(fillOf(RUN, marks(4, RIGHT, 170), PAGE)).toMatchObject({ from: 4, to: 4, height: 70, used: 90, free: 50 })
  })
  it('has free what its foot keeps empty, too', () =>
    expect(fillOf(RUN, marks(5, RIGHT, 70, 5), PAGE, 140)).toMatchObject({ height: 60, used: 110, free: 290, past: 0 }))
})

describe('a first compile', () => {
  it('makes a picture smaller where that saves a page with few lines', () =>
    expect(fitFor([RUN], marks(5, LEFT, 40), PAGE)).toMatchObject({ a: { lead: 55 } }))
  it('moves it into a column where only that saves the page', () =>
    expect(fitFor([RUN], marks(5, LEFT, 100), PAGE)).toMatchObject({ a: { lead: 0 } }))
  it('makes it larger where a page has room, and foretells the foot', () =>
    // 6 mm higher at most: two thirds of a page are an opener's. Then 120 + 12 mm stand in two columns of 200.
    expect(fitFor([RUN], marks(5, LEFT, 140), PAGE)).toEqual({ a: { lead: 86, foot: 129.5 } }))
  it('sets briefs smaller to save a page, larger to fill one', () => {
    const long = (y: number) => marks(7, LEFT, y, undefined, 'b')
    expect(fitFor([BRIEFS], long(40), PAGE)).toEqual({ a: { scale: 0.93 } })
    expect(fitFor([BRIEFS], long(130), PAGE)).toEqual({ a: { scale: 1.08 } })
  })
})

describe('a compile with feet', () => {
  const mended = (fit: Fit, now: readonly Mark[], tried: Tried = new Map(), last = false) =>
    mendedFeet([RUN], fit, now, PAGE, { tried, last })
  it('is left alone where columns end side by side', () =>
    expect(mended({ a: { foot: 140 } }, marks(5, RIGHT, 74, 5))).toEqual({}))
  it('has a foot where there was none and one column is empty', () =>
    expect(mended({}, marks(5, LEFT, 120))).toEqual({ a: 145.5 }))
  it('has a smaller foot where the text ran past it', () =>
    expect(mended({ a: { foot: 140 } }, marks(6, LEFT, 30, 5))).toEqual({ a: 127 }))
  it('goes back in the end to the foot that held', () => {
    const tried: Tried = new Map()
    mended({ a: { foot: 100 } }, marks(5, RIGHT, 60, 5), tried)
    expect(mended({ a: { foot: 140 } }, marks(6, LEFT, 30, 5), tried, true)).toEqual({ a: 100 })
    expect(mended({ a: { foot: 140 } }, marks(6, LEFT, 30, 5), new Map(), true)).toEqual({ a: 0 })
  })
  it('does not try again what a text ran past', () =>
    expect(mended({ a: { foot: 100 } }, marks(5, LEFT, 100, 5), new Map([['a', { held: 100, past: 140 }]]))).toEqual({}))
})

describe('a picture made smaller in vain', () => {
  it('is as large again as it was', () => {
    const fit = { a: { lead: 55 } }
    expect(restored([RUN], fit, marks(5, LEFT, 40), marks(5, LEFT, 30), PAGE)).toEqual([
      { run: RUN, given: { a: { lead: 80, foot: 185.5 } } },
    ])
    expect(restored([RUN], fit, marks(5, LEFT, 40), marks(4, RIGHT, 210), PAGE)).toEqual([])
  })
})
