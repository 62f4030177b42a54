/** Filters of the stories list as they stand in the address, so that a list can be shared. Pure. */
import { CLASSES, isLanguage, LANGUAGES, type Language } from '#newsroom'
import { SHOWN, type ShownKey } from '#editorial/shown'

export type Filters = {
  readonly state: ShownKey | null
  readonly class: (typeof CLASSES)[number] | null
  readonly desk: string | null
  readonly language: Language | null
  readonly q: string
  readonly page: number
}
export const NO_FILTERS: Filters = { state: null, class: null, desk: null, language: null, q: '', page: 1 }
export type FilterName = 'state' | 'class' | 'desk' | 'language'

export const STATE_CHOICES = Object.keys(SHOWN) as readonly ShownKey[]
export const CLASS_CHOICES = CLASSES
export const LANGUAGE_CHOICES = LANGUAGES

/** What does not belong to us is left out: an address is typed by anybody. */
export const filtersIn = (address: Pick<URLSearchParams, 'get'>): Filters => {
  const page = Number(address.get('page') ?? '1')
  const language = address.get('language')
  return {
    state: STATE_CHOICES.find((state) => state === address.get('state')) ?? null,
    class: CLASSES.find((one) => one === address.get('class')) ?? null,
    desk: /^[\w-]{1,64}$/.test(address.get('desk') ?? '') ? address.get('desk') : null,
    language: isLanguage(language) ? language : null,
    q: (address.get('q') ?? '').slice(0, 200),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  }
}

/** `?state=review&language=ja`, empty ones left out; nothing at all for the whole list. */
export const addressOf = (filters: Filters): string => {
  const parts = new URLSearchParams()
  for (const name of ['state', 'class', 'desk', 'language'] as const) if (filters[name] !== null) parts.set(name, filters[name])
  if (filters.q.trim() !== '') parts.set('q', filters.q.trim())
  if (filters.page > 1) parts.set('page', String(filters.page))
  const text = parts.toString()
  return text === '' ? '' : `?${text}`
}

/** Another filter begins at the first page again. */
export const changed = (filters: Filters, part: Partial<Omit<Filters, 'page'>>): Filters => ({ ...filters, ...part, page: 1 })

export const isFiltered = (filters: Filters): boolean => addressOf({ ...filters, page: 1 }) !== ''
