/** The termbase as its desk sees it: the list with what waits for a decision, and the live texts that a term stands in. */
import type { PayloadRequest } from 'payload'
import { scopes } from '#editorial/permissions'
import { mayDecideTerm } from '#editorial/terms'
import { LANGUAGES, NewsroomError, type Language, type Person } from '#newsroom'
import type { Release } from '#publication/release'
import { usesOf, type Span } from '#translation/glossary'
import type { Term } from '#translation/segment'
import { snapshotWords } from '#publication/words'
import { segmentsOf } from '#translation/segments'
import { foldWords } from '#translation/term-fold'
import { civilDay } from '#text/dates'
import { asFarAs, whereFor } from '../access'
import { databaseNow } from '../database'
import { namesOf } from '../people'
import type { ArticleDoc } from '../snapshot'
import { SYSTEM } from '../stores/events'
import { termbase } from '../stores/terms'
import { personIn } from './cells'

export type TermFilters = {
  readonly q?: string
  readonly kind?: string
  readonly status?: Term['status']
  /** Only what is valid today. */
  readonly valid?: 'today'
  readonly page?: number
}
const PAGE = 50
const MOST_PROPOSALS = 200

/** What waits for a decision, and a page of the terms that fit. */
export const termsOf = async (req: PayloadRequest, { q = '', kind, status, valid, page: asked = 1 }: TermFilters) => {
  const person = personIn(req)
  const { terms } = await termbase(req)
  const today = civilDay(await databaseNow(req.payload))
  const words = foldWords(q)
  const fits = terms.filter(
    (term) =>
      (kind === undefined || term.kind === kind) &&
      (status === undefined || term.status === status) &&
      (valid === undefined || isValidOn(term, today)) &&
      (words === '' || said(term).some((form) => foldWords(form).includes(words))),
  )
  const pages = Math.max(1, Math.ceil(fits.length / PAGE))
  const page = Math.min(Math.max(1, asked), pages)
  const line = (term: Term) => ({ ...term, validToday: isValidOn(term, today), mayDecide: mayDecide(person, term) })
  const proposed = terms.filter((term) => term.status === 'proposed')
  const who = await proposersOf(
    req,
    proposed.slice(0, MOST_PROPOSALS).map(({ id }) => id),
  )
  return {
    proposals: proposed
      .slice(0, MOST_PROPOSALS)
      .map((term) => ({ ...line(term), by: who.get(term.id) ?? null }))
      // What this person can settle stands first.
      .sort((a, b) => Number(b.mayDecide) - Number(a.mayDecide)),
    rows: fits.slice((page - 1) * PAGE, page * PAGE).map(line),
    total: fits.length,
    page,
    pages,
    kinds: [...new Set(terms.map((term) => term.kind).filter(Boolean))].sort(),
    counts: { all: terms.length, proposed: proposed.length },
    may: { propose: mayPropose(person), remember: mayImportMemory(person), readMemory: mayExportMemory(person) },
  }
}

export const mayPropose = (person: Person): boolean => scopes(person, 'terms', 'create').size > 0

/** Decides about a term, and may write the termbase at all. */
export const mayDecide = (person: Person, { forms }: Pick<Term, 'forms'>): boolean =>
  scopes(person, 'terms', 'update').size > 0 && mayDecideTerm(person, forms)

/** A file of another house answers like our own work: somebody in charge lets it in. */
export const mayImportMemory = ({ roles }: Person): boolean => roles.includes('editor') || roles.includes('chief')

/** What was released, and files of others, for the tools of those who work on texts in several languages. */
export const mayExportMemory = (person: Person): boolean =>
  mayImportMemory(person) || person.roles.includes('translator') || person.roles.includes('reviser')

export const termOfId = async (req: PayloadRequest, id: string): Promise<Term> => {
  const found = (await termbase(req)).terms.find((term) => term.id === id)
  if (!found) throw new NewsroomError('request.notFound', { id })
  return found
}

const isValidOn = ({ validFrom, validTo }: Term, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)

const said = ({ forms, forbidden, reading, note }: Term): readonly string[] => [
  ...LANGUAGES.flatMap((language) => [forms[language], ...forbidden[language]]),
  reading,
  note,
]

/** Who proposed, from the events: a term itself names only who decided. */
const proposersOf = async (req: PayloadRequest, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.db.find<{ id: string; who?: string | null; what: string }>({
    collection: 'events',
    where: { and: [{ verb: { equals: 'terms.create' } }, { what: { in: [...ids] } }] },
    limit: 0,
    pagination: false,
    select: { who: true, what: true },
    req,
  })
  const people = docs.flatMap(({ who, what }) => (who && who !== SYSTEM ? [{ who, what }] : []))
  const names = await namesOf(
    req.payload,
    people.map(({ who }) => who),
    req,
  )
  return new Map(people.flatMap(({ who, what }) => (names.has(who) ? [[what, names.get(who) ?? '']] : [])))
}

export type TermUse = {
  readonly language: Language
  readonly title: string
  readonly url: string
  /** Id of the text at the desk, where this person may read it. */
  readonly article: string | null
  readonly form: string
  /** `old`: the form that a change would replace. */
  readonly why: 'form' | 'old' | 'forbidden'
  readonly times: number
  /** The first place with a few words around it. */
  readonly excerpt: { readonly before: string; readonly words: string; readonly after: string }
}

/**
 * The live texts in which a term stands. `forms`: as the term would be after a change; then only the forms that would be wrong
 * from then on are looked for. A form is found also inside a longer term (`usesOf`): a person looks at each.
 */
export const usesOfTerm = async (
  req: PayloadRequest,
  term: Pick<Term, 'forms' | 'forbidden'>,
  { after, publicUrl }: { readonly after: Partial<Record<Language, string>> | null; readonly publicUrl: string },
): Promise<{ readonly uses: readonly TermUse[]; readonly more: boolean }> => {
  const forms = LANGUAGES.flatMap((language) => wantedForms(term, language, after))
  const texts = forms.length === 0 ? [] : await liveTexts(req, [...new Set(forms.map(({ language }) => language))])
  const articles = await articlesOf(req, texts)
  const uses = forms.flatMap(({ form, language, why }) =>
    usesOf(texts, form, language).map(({ text, at }): TermUse => ({
      language,
      title: text.title,
      url: `${publicUrl}/${language}/${text.slug}`,
      article: articles.get(`${text.item}/${language}`) ?? null,
      form,
      why,
      times: at.length,
      excerpt: excerptOf(text.text, at[0] ?? { start: 0, end: 0 }),
    })),
  )
  return { uses: uses.slice(0, MOST_USES), more: uses.length > MOST_USES }
}
const MOST_USES = 200

const wantedForms = (
  { forms, forbidden }: Pick<Term, 'forms' | 'forbidden'>,
  language: Language,
  after: Partial<Record<Language, string>> | null,
): readonly { readonly form: string; readonly language: Language; readonly why: TermUse['why'] }[] => {
  const wrong = forbidden[language].map((form) => ({ form, language, why: 'forbidden' as const }))
  const form = forms[language]
  if (form.trim() === '') return wrong
  if (after === null) return [{ form, language, why: 'form' }, ...wrong]
  const next = after[language]
  return next !== undefined && foldWords(next) !== foldWords(form) ? [{ form, language, why: 'old' }, ...wrong] : wrong
}

type LiveText = {
  readonly item: string
  readonly language: Language
  readonly title: string
  readonly slug: string
  readonly text: string
}
type Column = { id: string; seq: number; item: string; language: Language; kind: Release['kind'] }

/** What readers see, newest first, a few texts at a time out of the log. */
const liveTexts = async (req: PayloadRequest, languages: readonly Language[]): Promise<readonly LiveText[]> => {
  const { docs } = await req.payload.db.find<Column>({
    collection: 'releases',
    where: { language: { in: [...languages] } },
    limit: 0,
    pagination: false,
    sort: 'seq',
    select: { seq: true, item: true, language: true, kind: true },
    req,
  })
  const newest = new Map(docs.map((doc) => [`${doc.item}/${doc.language}`, doc]))
  const seqs = [...newest.values()].filter(({ kind }) => kind !== 'withdrawal').map(({ seq }) => seq)
  const texts: LiveText[] = []
  for (let from = 0; from < seqs.length; from += 50) {
    const { docs: some } = await req.payload.db.find<{ id: string; record: string }>({
      collection: 'releases',
      where: { seq: { in: seqs.slice(from, from + 50) } },
      limit: 0,
      pagination: false,
      sort: '-seq',
      select: { record: true },
      req,
    })
    texts.push(...some.map(({ record }) => textOf(JSON.parse(record) as Release)))
  }
  return texts.reverse()
}

const textOf = (release: Release): LiveText => {
  if (release.kind === 'withdrawal') throw new Error('A withdrawal has no text.')
  const { item, language, snapshot } = release
  const { title, slug } = snapshot
  const text = segmentsOf(snapshotWords(snapshot))
    .map(({ plain }) => plain)
    .join('\n')
  return { item, language, title, slug, text }
}

const articlesOf = async (req: PayloadRequest, texts: readonly LiveText[]): Promise<ReadonlyMap<string, string>> => {
  const where = asFarAs(whereFor(personIn(req), 'articles', 'read'), {
    item: { in: [...new Set(texts.map(({ item }) => item))] },
  })
  if (texts.length === 0 || where === null) return new Map()
  const { docs } = await req.payload.db.find<ArticleDoc>({
    collection: 'articles',
    where,
    limit: 0,
    pagination: false,
    select: { item: true, language: true },
    req,
  })
  return new Map(docs.map(({ id, item, language }) => [`${item}/${language}`, String(id)]))
}

const AROUND = 50
const excerptOf = (text: string, { start, end }: Span): TermUse['excerpt'] => {
  const before = text.slice(Math.max(0, start - AROUND), start).replace(/^[^]*\n/u, '')
  const after = text.slice(end, end + AROUND).replace(/\n[^]*$/u, '')
  return {
    before: start - AROUND > 0 && before.length === AROUND ? `…${before}` : before,
    words: text.slice(start, end),
    after: after.length === AROUND ? `${after}…` : after,
  }
}
