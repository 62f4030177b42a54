/**
 * An edition of the Bản tin as it stands now: its order is frozen, its texts live. Whoever shows an edition asks here, so that
 * a text that was withdrawn is gone from all of them at once. Pure.
 */
import type { Digest, Instant, ItemId, Language } from '#newsroom'
import { figuresOf } from '#richtext'
import type { Figure } from '#richtext'
import { PUBLIC_FILES } from '../edition'
import type { EditionContents, EditionEntry, EditionFile, EditionSection, Erratum } from '../edition'
import type { CorrectionNote, Release, Snapshot, TextRelease } from '../release'
import { isProgramme, programmeMedia } from './steps'
import { say } from './words'

/** The newest release of a text in the edition's language, a withdrawal included; null = it was never released. */
export type TextNow = (item: ItemId) => Release | null

/**
 * `own`: a piece of the issue itself · `live`: the text as it is printed · `corrected`: a text that changed since ·
 * `withdrawn`: taken down, nothing of it may be shown but its title, struck, in the list of contents · `absent`: not in the log.
 */
export const PIECE_STATES = ['own', 'live', 'corrected', 'withdrawn', 'absent'] as const
export type PieceState = (typeof PIECE_STATES)[number]

export type PieceNow = {
  readonly entry: EditionEntry
  readonly section: EditionSection
  readonly title: string
  readonly summary: string
  readonly byline: string
} & (
  | { readonly state: 'own' | 'absent'; readonly release: null }
  | { readonly state: 'live' | 'corrected'; readonly release: TextRelease }
  | { readonly state: 'withdrawn'; readonly release: Extract<Release, { readonly kind: 'withdrawal' }> }
)

/** An edition's snapshot: one that has contents. */
export type EditionSnapshot = Snapshot & { readonly edition: EditionContents }
export const isEdition = (snapshot: Snapshot): snapshot is EditionSnapshot => snapshot.edition !== undefined

/** Every piece in the order of the issue, with the words that it has now. */
export const piecesOf = ({ sections }: EditionContents, textNow: TextNow): readonly PieceNow[] =>
  sections.flatMap((section) => section.entries.map((entry) => pieceNow(entry, section, textNow)))

const pieceNow = (entry: EditionEntry, section: EditionSection, textNow: TextNow): PieceNow => {
  const title = entry.title === '' ? section.name : entry.title
  const words = { entry, section, title, summary: entry.summary, byline: entry.byline }
  if (entry.text === null) return { ...words, state: 'own', release: null }
  const release = textNow(entry.text.item)
  if (release === null) return { ...words, summary: '', byline: '', state: 'absent', release }
  if (release.kind === 'withdrawal') return { ...words, summary: '', byline: '', state: 'withdrawn', release }
  const { snapshot, snapshotDigest } = release
  return {
    entry,
    section,
    title: snapshot.title,
    summary: snapshot.summary,
    byline: snapshot.byline,
    state: snapshotDigest === entry.text.digest ? 'live' : 'corrected',
    release,
  }
}

/** Words that must not be read any more stand in every file: until a reissue none is offered. */
export const isWithheld = (pieces: readonly PieceNow[]): boolean => pieces.some(({ state }) => state === 'withdrawn')

/** Those that readers may have, whatever stands in them; press and package are never among them. */
export const readersFiles = ({ files }: EditionContents): readonly EditionFile[] =>
  PUBLIC_FILES.flatMap((kind) => files.find((file) => file.kind === kind) ?? [])

/** Those that are offered now. */
export const offeredFiles = (edition: EditionContents, pieces: readonly PieceNow[]): readonly EditionFile[] =>
  isWithheld(pieces) ? [] : readersFiles(edition)

/** The picture on the front. */
export const coverOf = ({ lead, edition }: Snapshot): Figure | null => lead ?? edition?.cover ?? null

/** One file that readers may fetch as `/media/{digest}.{ext}`. */
export type PublicFile = { readonly digest: Digest; readonly ext: string; readonly mime: string; readonly bytes: number }

/**
 * Every file that a text shows, of a video its film too. Of a programme: films and stills of the steps whose text is not withdrawn,
 * and its files. Of an edition: its cover, the pictures of its own pieces and of the places whose text is not
 * withdrawn, and the files that are offered; the pictures of the texts belong to the texts.
 */
export const publicFilesOf = (snapshot: Snapshot, textNow: TextNow): readonly PublicFile[] => {
  if (isProgramme(snapshot)) return programmeMedia(snapshot, textNow)
  if (!isEdition(snapshot)) return snapshot.media.flatMap(({ renditions }) => renditions)
  const pieces = piecesOf(snapshot.edition, textNow)
  const shown = new Set(
    [
      ...[snapshot.lead, snapshot.edition.cover].filter((figure) => figure !== null),
      ...pieces
        .filter(({ state }) => state !== 'withdrawn')
        .flatMap(({ entry }) => [...figuresOf(entry.body ?? []), ...entry.photos]),
    ].map(({ digest }) => digest),
  )
  return [
    ...snapshot.media.filter(({ digest }) => shown.has(digest)).flatMap(({ renditions }) => renditions),
    ...offeredFiles(snapshot.edition, pieces),
  ]
}

/** Texts of the log that an issue or a programme shows, each once; of anything else, none. */
export const itemsIn = ({ edition, programme }: Pick<Snapshot, 'edition' | 'programme'>): readonly ItemId[] => [
  ...new Set([
    ...(edition?.sections ?? []).flatMap(({ entries }) => entries.flatMap(({ text }) => text?.item ?? [])),
    ...(programme?.steps ?? []).flatMap(({ text }) => text?.item ?? []),
  ]),
]

/** "Quý III/2026" */
export const quarterIn = (language: Language, { year, quarter }: Pick<EditionContents, 'year' | 'quarter'>): string =>
  say(language, 'bulletin.quarter', { year, quarter: language === 'vi' ? (ROMAN[quarter - 1] ?? quarter) : quarter })
const ROMAN = ['I', 'II', 'III', 'IV'] as const

/** What a reissue says was wrong in its own issue, with the page; null where the note is of something else. */
export const erratumOf = (note: CorrectionNote, edition: EditionContents | undefined): Erratum | null =>
  note.kind === 'slip' || edition === undefined
    ? null
    : (edition.errata.find((erratum) => erratum.wrong === note.wrong && erratum.right === note.right) ?? null)

/** The errata of an issue less those that stand among its corrections already. */
export const errataBeside = (
  edition: EditionContents,
  corrections: readonly { readonly at: Instant; readonly note: CorrectionNote }[],
): readonly Erratum[] => {
  const said = corrections.map(({ note }) => erratumOf(note, edition))
  return edition.errata.filter((erratum) => !said.includes(erratum))
}
