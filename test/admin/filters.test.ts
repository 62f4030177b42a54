import { describe, expect, it } from 'vitest'
import { addressOf, changed, filtersIn, isFiltered, NO_FILTERS } from '../../src/admin/stories/filters'

const read = (address: string) => filtersIn(new URLSearchParams(address))

describe('filters of the stories list', () => {
  it('stand in the address and come back from it', () => {
    const filters = {
      ...NO_FILTERS,
      state: 'review',
      language: 'ja',
      class: 'promotional',
      desk: '3f1c-8a',
      q: 'hoa Đà Lạt',
      page: 2,
    } as const
    expect(read(addressOf(filters))).toEqual(filters)
    expect(addressOf(NO_FILTERS)).toBe('')
  })

  it('leave out what nobody could have chosen', () => {
    expect(read('?state=published&language=fr&class=x&desk=%3Cb%3E&page=-3&limit=10')).toEqual(NO_FILTERS)
    expect(read('?page=2.5').page).toBe(1)
  })

  it('begin again at the first page when one of them changes', () => {
    expect(changed({ ...NO_FILTERS, page: 4 }, { state: 'stale' })).toEqual({ ...NO_FILTERS, state: 'stale', page: 1 })
  })

  it('do not count the page as a filter', () => {
    expect([
      isFiltered({ ...NO_FILTERS, page: 3 }),
      isFiltered({ ...NO_FILTERS, q: ' ' }),
      isFiltered({ ...NO_FILTERS, q: 'cà phê' }),
    ]).toEqual([false, false, true])
  })
})
