/** The termbase, compiled once and again when a term changed. */
import type { PayloadRequest } from 'payload'
import { LANGUAGES, type Language } from '#newsroom'
import { compile, type Matcher } from '#translation/glossary'
import { civilDay } from '#text/dates'
import type { Term } from '#translation/segment'

export type Termbase = { readonly terms: readonly Term[]; readonly matcher: (language: Language) => Matcher }

type TermDoc = {
  id: string
  forbidden?: Partial<Record<Language, string[] | null>> | null
  reading?: string | null
  kind?: string | null
  note?: string | null
  validFrom?: string | null
  validTo?: string | null
  status: Term['status']
  updatedAt: string
} & Partial<Record<Language, string | null>>

const compiled = new WeakMap<object, { readonly stamp: string; readonly base: Termbase }>()

/** Every term, in the order of the Vietnamese forms. */
export const termbase = async (req: PayloadRequest): Promise<Termbase> => {
  const { db } = req.payload
  const newest = await db.find<TermDoc>({ collection: 'terms', limit: 1, sort: '-updatedAt', select: { updatedAt: true }, req })
  const stamp = `${newest.totalDocs} ${newest.docs[0]?.updatedAt ?? ''}`
  const known = compiled.get(db)
  if (known?.stamp === stamp) return known.base
  const { docs } = await db.find<TermDoc>({ collection: 'terms', limit: 0, pagination: false, sort: 'vi', req })
  const base = baseOf(docs.map(termOf))
  compiled.set(db, { stamp, base })
  return base
}

export const termOf = (doc: TermDoc): Term => {
  const each = <V>(value: (language: Language) => V) =>
    Object.fromEntries(LANGUAGES.map((language) => [language, value(language)])) as Record<Language, V>
  return {
    id: String(doc.id),
    forms: each((language) => doc[language] ?? ''),
    forbidden: each((language) => doc.forbidden?.[language] ?? []),
    reading: doc.reading ?? '',
    kind: doc.kind ?? '',
    note: doc.note ?? '',
    validFrom: dayOf(doc.validFrom),
    validTo: dayOf(doc.validTo),
    status: doc.status,
  }
}

const baseOf = (terms: readonly Term[]): Termbase => {
  const matchers = new Map<Language, Matcher>()
  return {
    terms,
    matcher: (language) => {
      const matcher = matchers.get(language) ?? compile(terms, language)
      matchers.set(language, matcher)
      return matcher
    },
  }
}

/** Payload keeps a day as an instant; a bare day in it is that day in the province. */
const dayOf = (value: string | null | undefined): string | null => (value ? civilDay(value) : null)
