/** What is done to the termbase: proposals, decisions, whole files. Who decides: `editorial/terms`. */
import type { Payload, PayloadRequest } from 'payload'
import en from '#locales/en/terms.json' with { type: 'json' }
import ja from '#locales/ja/terms.json' with { type: 'json' }
import vi from '#locales/vi/terms.json' with { type: 'json' }
import { scopes } from '#editorial/permissions'
import { LANGUAGES, NewsroomError, type Language, type Person } from '#newsroom'
import type { TermsFile } from '#translation/files/terms-file'
import {
  planImport,
  termFromRow,
  type ImportPlan,
  type TermDraft,
  type TermField,
  type TermRefusal,
} from '#translation/term-import'
import type { Term } from '#translation/segment'
import { mayDecide, mayPropose, termOfId } from '../desk/terms'
import { termbase } from '../stores/terms'
import { inTransaction } from '../transaction'

/** A new term, waiting for a decision; what waits or is official already is not proposed again. */
export const proposeTerm = (
  payload: Payload,
  req: PayloadRequest,
  person: Person,
  { vi: form, en: english, ja: japanese, note }: Readonly<Record<Language | 'note', string>>,
): Promise<{ readonly term: Term; readonly known: boolean }> => {
  if (!mayPropose(person)) throw new NewsroomError('auth.notYours')
  if (form.trim() === '') throw new NewsroomError('request.invalid', { field: 'vi' })
  const draft = termFromRow({ line: 1, cells: { vi: form, en: english, ja: japanese, note, status: 'proposed' } })
  if ('refuse' in draft) throw new NewsroomError('request.invalid', { field: 'form', reason: draft.refuse[0]?.code ?? '' })
  return inTransaction(payload, req, async (same) => {
    const known = (await termbase(same)).terms.find(
      ({ status, forms, note: said }) =>
        LANGUAGES.every((language) => forms[language] === draft.forms[language]) &&
        (status === 'approved' || (status === 'proposed' && said === draft.note)),
    )
    return known ? { term: known, known: true } : { term: await termOfId(same, await create(same, draft)), known: false }
  })
}

/** Official or not; what is said with it stands in the note, where whoever proposed it finds it. */
export const decideTerm = (
  payload: Payload,
  req: PayloadRequest,
  person: Person,
  id: string,
  { status, note }: { readonly status: 'approved' | 'rejected'; readonly note: string },
): Promise<Term> =>
  inTransaction(payload, req, async (same) => {
    const term = await termOfId(same, id)
    if (!mayDecide(person, term)) throw new NewsroomError('terms.decide', { term: term.forms.vi })
    const said = note.trim()
    const noted = said === '' || term.note.split('\n').includes(said) ? term.note : [term.note, said].filter(Boolean).join('\n')
    if (term.status !== status || noted !== term.note) await update(same, id, { status, note: noted })
    return termOfId(same, id)
  })

/** A plan as far as this person may carry it out, each refusal in words. */
export type MyPlan = Omit<ImportPlan, 'refuse'> & {
  readonly refuse: readonly { readonly line: number; readonly code: string; readonly reason: string }[]
}

export const planTerms = async (req: PayloadRequest, person: Person, file: TermsFile, reader: Language): Promise<MyPlan> => {
  if (!mayPropose(person)) throw new NewsroomError('auth.notYours')
  if (file.rows.length > MOST_LINES) throw new NewsroomError('file.tooLarge', { limit: 'rows', most: MOST_LINES })
  const plan = planImport((await termbase(req)).terms, file.rows)
  const refused: Refused[] = [...file.refuse, ...plan.refuse]
  const change: ImportPlan['change'][number][] = []
  const same: ImportPlan['same'][number][] = [...plan.same]
  for (const one of plan.change) {
    const mine = asMine(person, one)
    if (mine === null) refused.push({ line: one.line, code: 'notYours', facts: { term: one.was.forms.vi } })
    else if (mine.differs.length === 0) same.push({ line: one.line, term: one.was })
    else change.push(mine)
  }
  return {
    add: plan.add.map(({ line, term }) => ({ line, term: mayDecide(person, term) ? term : { ...term, status: 'proposed' } })),
    change,
    same: same.sort(byLine),
    refuse: refused.sort(byLine).map(({ line, code, facts }) => ({ line, code, reason: reasonOf(reader, code, facts) })),
  }
}

/** Everything in the plan or nothing. Once done, the same file has nothing left to do. */
export const importTerms = (
  payload: Payload,
  req: PayloadRequest,
  person: Person,
  file: TermsFile,
  reader: Language,
): Promise<MyPlan> =>
  inTransaction(payload, req, async (same) => {
    const plan = await planTerms(same, person, file, reader)
    for (const { term } of plan.add) await create(same, term)
    for (const { was, now } of plan.change) await update(same, was.id, dataOf(now))
    return plan
  })

/** One transaction holds up other writers: a file is bounded by what a few seconds write. */
const MOST_LINES = 5_000

type Change = ImportPlan['change'][number]

/** A change as far as this person may make it; null = they may not touch the term. Whoever may not decide leaves the status. */
const asMine = (person: Person, { line, was, now, differs }: Change): Change | null => {
  if (mayDecide(person, was) && mayDecide(person, now)) return { line, was, now, differs }
  const rest = differs.filter((field: TermField) => field !== 'status')
  if (rest.length === 0) return { line, was, now: was, differs: [] }
  const theirs = was.status === 'proposed' && scopes(person, 'terms', 'update').size > 0
  return theirs ? { line, was, now: { ...now, status: was.status }, differs: rest } : null
}

type Refused = { readonly line: number; readonly code: TermRefusal['code'] | 'notYours'; readonly facts: TermRefusal['facts'] }
const byLine = (a: { readonly line: number }, b: { readonly line: number }) => a.line - b.line

const WORDS: Readonly<Record<Language, Readonly<Record<Refused['code'], string>>>> = { vi, en, ja }
const reasonOf = (reader: Language, code: Refused['code'], facts: Refused['facts']): string =>
  WORDS[reader][code].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''))

const dataOf = ({ forms, forbidden, reading, kind, note, validFrom, validTo, status }: TermDraft) => ({
  ...forms,
  forbidden: { vi: [...forbidden.vi], en: [...forbidden.en], ja: [...forbidden.ja] },
  reading,
  kind,
  note,
  validFrom,
  validTo,
  status,
})

const create = async (req: PayloadRequest, term: TermDraft): Promise<string> => {
  const doc = await req.payload.create({
    collection: 'terms',
    data: dataOf(term) as never,
    overrideAccess: false,
    user: req.user as never,
    req,
  })
  return String(doc.id)
}

const update = async (req: PayloadRequest, id: string, data: object): Promise<void> => {
  await req.payload.update({
    collection: 'terms',
    id,
    data: data as never,
    overrideAccess: false,
    user: req.user as never,
    req,
  })
}
