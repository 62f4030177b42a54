/** How pages lie beside each other, and what stands on them. Pure. */
import type { PageReport, Place } from '#bulletin/edition'

/** Left and right page of an open issue; page 1 alone on the right, the last alone on the left where it falls so. */
export type Spread = { readonly left: number | null; readonly right: number | null }

export const spreadsOf = (pages: number): readonly Spread[] =>
  pages < 1
    ? []
    : [
        { left: null, right: 1 },
        ...Array.from({ length: Math.floor(pages / 2) }, (_, index) => {
          const left = 2 * index + 2
          return { left, right: left + 1 > pages ? null : left + 1 }
        }),
      ]

/** In the order in which they stand; several short ones share a page. */
export const entriesOn = (places: readonly Place[], page: number): readonly string[] =>
  places.filter(({ from, to }) => from <= page && page <= to).map(({ entry }) => entry)

export const pagesOf = (places: readonly Place[], entry: string): Place | null =>
  places.find((place) => place.entry === entry) ?? null

export const freeOn = (report: Pick<PageReport, 'free'>, page: number): number =>
  report.free.filter((space) => space.page === page).reduce((sum, { mm }) => sum + mm, 0)

/** Pages with an entry at fault. */
export const faultyPages = ({ faults, places }: Pick<PageReport, 'faults' | 'places'>): ReadonlySet<number> =>
  new Set(
    faults
      .flatMap(({ entry }) => (entry === null ? [] : (pagesOf(places, entry) ?? [])))
      .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)),
  )
