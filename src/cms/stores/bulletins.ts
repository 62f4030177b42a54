/** Issues of the Bản tin, their editions and own pieces as the database keeps them. */
import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import type { PayloadRequest } from 'payload'
import type { Edition, PageReport } from '#bulletin/edition'
import { editionChanged, newEditionRow, type EditionRow } from '#bulletin/issue'
import type { Deadlines, Plan } from '#bulletin/plan'
import type { PreflightFact } from '#bulletin/preflight'
import { LANGUAGES, NewsroomError, type Language } from '#newsroom'
import type { CivilDay, Erratum } from '#publication/edition'
import type { Snapshot } from '#publication/release'

export type Words = Readonly<Record<Language, string>>
/** `draft` is the id of the drafted erratum that it was taken from. */
export type TakenErratum = Erratum & { readonly draft: string; readonly language: Language }

export type BulletinDoc = {
  id: string
  item: string
  year: number
  quarter: 1 | 2 | 3 | 4
  number: number
  numberInYear: number
  date: CivilDay
  rev: number
  licence?: string | { id: string } | null
  cover?: string | { id: string } | null
  themes: Words
  deadlines: Deadlines
  plan: Plan
  errata: readonly TakenErratum[]
  begunBy: string
}

/** What was closed: its words and pictures, where they stand in print, and what its release will say. */
export type Frozen = { readonly edition: Edition; readonly report: PageReport }

export type EditionDoc = {
  id: string
  bulletin: string
  item: string
  language: Language
  state: string
  row: EditionRow
  frozen?: Frozen | null
  snapshot?: Snapshot | null
  preflight?: readonly PreflightFact[] | null
}

export type PieceDoc = {
  id: string
  bulletin: string
  entry: string
  language: Language
  title?: string | null
  summary?: string | null
  byline?: string | null
  body?: SerializedEditorState | null
  updatedAt: string
}

export type RecordDoc = {
  id: string
  bulletin: string
  kind: 'deposit' | 'distribution'
  language: Language
  date: CivilDay
  copies: number
  addressee: string
  address?: string | null
  receipt?: string | null
  by: { readonly id: string; readonly name: string; readonly at: string }
}

export const bulletinOf = async (req: PayloadRequest, id: string): Promise<BulletinDoc> => {
  const found = await req.payload.db.findOne<BulletinDoc>({ collection: 'bulletins', where: { id: { equals: id } }, req })
  if (!found) throw new NewsroomError('request.notFound', { id })
  return { ...found, id: String(found.id) }
}

/** Newest first. */
export const allBulletins = async (req: PayloadRequest): Promise<readonly BulletinDoc[]> => {
  const { docs } = await req.payload.db.find<BulletinDoc>({
    collection: 'bulletins',
    limit: 0,
    pagination: false,
    sort: '-number',
    req,
  })
  return docs.map((doc) => ({ ...doc, id: String(doc.id) }))
}

/** One for every language, Vietnamese first. */
export const editionsOf = async (req: PayloadRequest, bulletin: string): Promise<Readonly<Record<Language, EditionDoc>>> => {
  const { docs } = await req.payload.db.find<EditionDoc>({
    collection: 'editions',
    where: { bulletin: { equals: bulletin } },
    limit: 0,
    pagination: false,
    req,
  })
  const found = Object.fromEntries(docs.map((doc) => [doc.language, { ...doc, id: String(doc.id) }]))
  if (LANGUAGES.some((language) => found[language] === undefined)) throw new NewsroomError('request.notFound', { id: bulletin })
  return found as Readonly<Record<Language, EditionDoc>>
}

export const addEditions = async (req: PayloadRequest, { id, item }: Pick<BulletinDoc, 'id' | 'item'>): Promise<void> => {
  for (const language of LANGUAGES) {
    const row = newEditionRow({ bulletin: id, item, language })
    await req.payload.db.create({
      collection: 'editions',
      data: { bulletin: id, item, language, state: row.state, row, frozen: null, snapshot: null, preflight: null },
      req,
    })
  }
}

/** What is left out stays as it was; `frozen: null` opens it. */
export const writeEdition = async (
  req: PayloadRequest,
  id: string,
  { row, ...more }: { readonly row: EditionRow } & Partial<Pick<EditionDoc, 'frozen' | 'snapshot' | 'preflight'>>,
): Promise<void> => {
  await req.payload.db.updateOne({ collection: 'editions', id, data: { ...more, row, state: row.state }, req })
}

/** Somebody changed what these editions show: they compose it from now on. */
export const composed = async (
  req: PayloadRequest,
  bulletin: string,
  who: string,
  languages: readonly Language[],
): Promise<void> => {
  const editions = await editionsOf(req, bulletin)
  for (const language of languages) {
    const { id, row } = editions[language]
    // Written at every change, so that one beside a release collides with it instead of being forgotten by it.
    await writeEdition(req, id, { row: editionChanged(row, who) })
  }
}

export const piecesOf = async (req: PayloadRequest, bulletin: string): Promise<readonly PieceDoc[]> => {
  const { docs } = await req.payload.db.find<PieceDoc>({
    collection: 'pieces',
    where: { bulletin: { equals: bulletin } },
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map((doc) => ({ ...doc, id: String(doc.id) }))
}

export const recordsOf = async (req: PayloadRequest, bulletin: string): Promise<readonly RecordDoc[]> => {
  const { docs } = await req.payload.db.find<RecordDoc>({
    collection: 'records',
    where: { bulletin: { equals: bulletin } },
    limit: 0,
    pagination: false,
    sort: ['date', 'createdAt'],
    req,
  })
  return docs.map((doc) => ({ ...doc, id: String(doc.id) }))
}
