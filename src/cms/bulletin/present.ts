/** What an issue would print at this moment: every entry with the text that stands for it, or why none does. */
import type { PayloadRequest } from 'payload'
import type { Edition, Piece } from '#bulletin/edition'
import { lengthOf } from '#bulletin/length'
import type { PlanEntry } from '#bulletin/plan'
import type { Language, Person } from '#newsroom'
import { canonical, sha256 } from '#publication/canonical'
import { snapshotDigest, type Medium } from '#publication/release'
import { figuresOf, plainText, type Figure, type RichText } from '#richtext'
import { civilDay } from '#text/dates'
import { judgedText, standingTexts, storiesFor, type JudgedText, type StandingText, type Stories } from '../composing'
import type { Cells } from '../desk/cells'
import { mediaIdsOf, toRichText } from '../lexical'
import { databaseNow } from '../database'
import { figureOf, idOf, mediaOf, useProblems, type MediumDoc, type StoryDoc } from '../snapshot'
import { piecesOf, type BulletinDoc, type PieceDoc } from '../stores/bulletins'
import { licenceIn, type KeptLicence } from './licence'

/** How an entry stands in one language. */
export type Standing = Omit<JudgedText, 'fit'> & {
  readonly entry: PlanEntry
  /** May stand in the edition as it is. */
  readonly ready: boolean
  readonly source: 'released' | 'waits' | 'own' | null
  readonly article: string | null
  readonly piece: string | null
  readonly title: string
  /** Characters. */
  readonly length: number
  /** This edition goes without it. */
  readonly leftOut: boolean
}

export type Present = {
  readonly language: Language
  readonly standings: readonly Standing[]
  /** With what is ready; what is not is left out. */
  readonly edition: Edition
  readonly licence: KeptLicence | null
  /** Media of the edition by the digest of their figures: rights and sizes. */
  readonly media: ReadonlyMap<string, MediumDoc>
}

export type Issue = Stories & {
  readonly bulletin: BulletinDoc
  readonly pieces: readonly PieceDoc[]
}

export const entriesOf = ({ plan }: Pick<BulletinDoc, 'plan'>): readonly PlanEntry[] =>
  plan.sections.flatMap(({ entries }) => entries)

export const issueOf = async (req: PayloadRequest, bulletin: BulletinDoc, reader: Person): Promise<Issue> => {
  return {
    bulletin,
    ...(await storiesFor(
      req,
      entriesOf(bulletin).flatMap(({ story }) => story ?? []),
      reader,
    )),
    pieces: await piecesOf(req, bulletin.id),
  }
}

export const presentIn = async (req: PayloadRequest, issue: Issue, language: Language, now: Date): Promise<Present> => {
  const { bulletin } = issue
  const texts = await standingTexts(req, issue, language, now)
  const photoIds = entriesOf(bulletin).flatMap(({ photos }) => photos)
  const coverId = idOf(bulletin.cover)
  const own = issue.pieces.filter((piece) => piece.language === language)
  const media = await mediaOf(req, [
    ...(coverId ? [coverId] : []),
    ...photoIds,
    ...own.flatMap(({ body }) => (body ? mediaIdsOf(body) : [])),
  ])
  const figures = new Map([...media].map(([id, medium]) => [id, figureOf(medium, language)]))
  const licence = await licenceIn(req, idOf(bulletin.licence), language)

  const standings: Standing[] = []
  const used: Medium[] = []
  const sections = bulletin.plan.sections.map(({ id, names, entries }) => ({
    id,
    name: names[language],
    pieces: entries.flatMap((entry): readonly Piece[] => {
      const photos = entry.photos.flatMap((photo) => figures.get(photo) ?? [])
      const found =
        entry.story === null
          ? ownPiece(entry, own.find((piece) => piece.entry === entry.id) ?? null, figures, photos)
          : textPiece(entry, issue, texts.get(entry.story) ?? null, language, photos)
      const leftOut = entry.leftOut?.includes(language) ?? false
      standings.push({ ...found.standing, leftOut })
      if (leftOut) return []
      used.push(...found.media)
      return found.piece ? [found.piece] : []
    }),
  }))
  const mediumOf = ({ digest, renditions }: MediumDoc): Medium => ({ digest: digest ?? '', renditions: renditions ?? [] })
  const all = new Map([...used, ...[...media.values()].map(mediumOf)].map((medium) => [medium.digest, medium]))
  const edition: Edition = {
    item: bulletin.item,
    language,
    year: bulletin.year,
    quarter: bulletin.quarter,
    number: bulletin.number,
    numberInYear: bulletin.numberInYear,
    date: bulletin.date,
    name: licence?.printedName ?? '',
    theme: bulletin.themes[language],
    cover: (coverId ? figures.get(coverId) : null) ?? null,
    sections: sections.filter(({ pieces }) => pieces.length > 0),
    errata: bulletin.errata
      .filter((erratum) => erratum.language === language)
      .map(({ title, issue: wrongIn, page, wrong, right }) => ({ title, issue: wrongIn, page, wrong, right })),
    imprint: licence?.imprint ?? NO_IMPRINT,
    trim: licence?.trim ?? LARGEST,
    media: [...all.values()].sort((a, b) => (a.digest < b.digest ? -1 : 1)),
  }
  return { language, standings, edition, licence, media: await mediaByDigest(req, edition, media) }
}

const NO_IMPRINT: Edition['imprint'] = {
  issuer: '',
  licenceNumber: '',
  licenceDate: '',
  licenceIssuer: '',
  printer: '',
  printRun: 0,
  frequency: '',
  personResponsible: '',
}
/** Press Law 2016, art. 34: what an issue without a licence is drawn in; it cannot be approved. */
const LARGEST = { widthMm: 190, heightMm: 270 } as const

type Found = { readonly standing: Omit<Standing, 'leftOut'>; readonly piece: Piece | null; readonly media: readonly Medium[] }

const textPiece = (
  entry: PlanEntry,
  { bulletin, stories, cells, seen }: Issue,
  text: StandingText | null,
  language: Language,
  photos: readonly Figure[],
): Found => {
  const story = stories.get(entry.story ?? '')
  const cell = cells.get(entry.story ?? '')?.[language]
  const { fit, ...judged } = judgedText(cell, story, text)
  const late = judged.embargo !== null && civilDay(judged.embargo) > bulletin.date
  const ready = fit && !late
  const snapshot = text?.snapshot
  const standing: Found['standing'] = {
    entry,
    ...judged,
    ready,
    source: text?.source ?? null,
    article: cell?.article ?? null,
    piece: null,
    title: snapshot?.title ?? titleFor(seen.get(entry.story ?? ''), story, language),
    length: snapshot ? lengthOf(wordsOf(snapshot.title, snapshot.summary, snapshot.body), language) : 0,
  }
  if (!ready || !snapshot) return { standing, piece: null, media: [] }
  const { item, title, summary, byline, topics, lead, body, media } = snapshot
  return {
    standing,
    media,
    piece: {
      id: entry.id,
      slot: entry.slot,
      item,
      digest: snapshotDigest(snapshot),
      title,
      summary,
      byline,
      topics: topics.map(({ name }) => name),
      lead,
      body,
      photos,
    },
  }
}

/** Empty where the text's words are not for the reader. */
export const titleFor = (seen: Cells | undefined, story: StoryDoc | undefined, language: Language): string =>
  seen?.[language]?.title ?? (seen && Object.keys(seen).length > 0 ? story?.title : undefined) ?? ''

const ownPiece = (
  entry: PlanEntry,
  piece: PieceDoc | null,
  figures: ReadonlyMap<string, Figure>,
  photos: readonly Figure[],
): Found => {
  const { title, summary, byline, body: tree } = piece ?? {}
  const body: RichText = tree ? toRichText(tree, figures) : []
  // A photo page is whole with its photos.
  const ready = (title ?? '').trim() !== '' && (body.length > 0 || photos.length > 0)
  const words = { title: title ?? '', summary: summary ?? '', byline: byline ?? '', body }
  const language = piece?.language ?? 'vi'
  const standing: Found['standing'] = {
    entry,
    stage: ready ? 'approved' : piece ? 'draft' : 'missing',
    stale: 'no',
    staleWaived: false,
    held: false,
    embargo: null,
    secondSigned: null,
    ready,
    source: ready ? 'own' : null,
    article: null,
    piece: piece?.id ?? null,
    title: words.title,
    length: lengthOf(wordsOf(words.title, words.summary, body), language),
  }
  if (!ready) return { standing, piece: null, media: [] }
  const digest = sha256(canonical(words))
  return {
    standing,
    media: [],
    piece: { id: entry.id, slot: entry.slot, item: null, digest, ...words, topics: [], lead: null, photos },
  }
}

const wordsOf = (title: string, summary: string, body: RichText): string => [title, summary, plainText(body)].join('\n')

/** What the preflight asks of pictures stands in the media, not in what was released of them. */
const mediaByDigest = async (
  req: PayloadRequest,
  edition: Edition,
  known: ReadonlyMap<string, MediumDoc>,
): Promise<ReadonlyMap<string, MediumDoc>> => {
  const shown = [
    edition.cover,
    ...edition.sections.flatMap(({ pieces }) =>
      pieces.flatMap(({ lead, body, photos }) => [lead, ...figuresOf(body), ...photos]),
    ),
  ].filter((figure) => figure !== null)
  const wanted = [...new Set(shown.map(({ digest }) => digest))]
  const { docs } = await req.payload.db.find<MediumDoc>({
    collection: 'media',
    where: { digest: { in: wanted } },
    limit: 0,
    pagination: false,
    locale: 'all',
    sort: 'createdAt',
    req,
  })
  // Of twins (the same bytes) the one with the least right counts.
  const now = await databaseNow(req.payload)
  const all = [...known.values(), ...docs].toSorted((a, b) => useProblems(a, now).length - useProblems(b, now).length)
  return new Map(all.map((medium) => [medium.digest ?? '', { ...medium, id: String(medium.id) }]))
}
