/** The edition as the log takes it: a text among texts, with the issue beside it. Pure. */
import { refuse, type Language } from '#newsroom'
import type { EditionEntry, EditionFile } from '#publication/edition'
import type { Snapshot } from '#publication/release'
import { figuresOf } from '#richtext'
import type { Block, Figure, Inline, RichText } from '#richtext'
import type { Edition, Piece, Place } from './edition'
import { editionTitle } from './words'

/** What was made of an edition: how many pages, where its pieces stand, and the files. */
export type Made = {
  readonly pages: number
  readonly places: readonly Place[]
  readonly files: readonly EditionFile[]
}

/** What an approval of the edition binds. Refuses with `request.invalid` an entry that stands on no page. */
export const snapshotOf = (edition: Edition, { pages, places, files }: Made): Snapshot => ({
  schema: 1,
  item: edition.item,
  itemType: 'edition',
  language: edition.language,
  sourceLanguage: 'vi',
  slug: editionSlug(edition),
  title: editionTitle(edition, edition.language),
  summary: edition.theme,
  byline: edition.imprint.issuer,
  class: 'official',
  sovereignty: false,
  topics: [],
  places: [],
  lead: edition.cover,
  body: contentsOf(edition),
  media: ownMedia(edition),
  edition: {
    year: edition.year,
    quarter: edition.quarter,
    numberInYear: edition.numberInYear,
    number: edition.number,
    date: edition.date,
    name: edition.name,
    theme: edition.theme,
    cover: edition.cover,
    sections: edition.sections.map(({ id, name, pieces }) => ({
      id,
      name,
      entries: pieces.map((piece) => entryOf(piece, pageOf(piece, places))),
    })),
    errata: edition.errata,
    imprint: edition.imprint,
    trim: edition.trim,
    pages,
    files,
  },
})

/** `ban-tin-2026-q3` · `bulletin-2026-q3` · `taigai-joho-kaiho-2026-q3`: its address, and the name of its files. */
export const editionSlug = ({ language, year, quarter }: Pick<Edition, 'language' | 'year' | 'quarter'>): string =>
  `${SLUG[language]}-${year}-q${quarter}`

const SLUG: Readonly<Record<Language, string>> = { vi: 'ban-tin', en: 'bulletin', ja: 'taigai-joho-kaiho' }

const entryOf = (piece: Piece, page: number): EditionEntry => ({
  id: piece.id,
  slot: piece.slot,
  title: piece.title,
  summary: piece.summary,
  byline: piece.byline,
  text: piece.item === null ? null : { item: piece.item, digest: piece.digest },
  body: piece.item === null ? ownBody(piece) : null,
  photos: piece.photos,
  page,
})

const pageOf = ({ id }: Piece, places: readonly Place[]): number =>
  places.find(({ entry }) => entry === id)?.from ?? refuse('request.invalid', { field: 'places', entry: id })

/** An own piece has no release to keep its lead picture: it heads the body. */
const ownBody = ({ lead, body }: Piece): RichText => (lead === null ? body : [{ kind: 'figure', ...lead }, ...body])

/** Sections and titles, for those who know nothing of editions. */
const contentsOf = ({ sections }: Edition): RichText =>
  sections.flatMap(({ name, pieces }): readonly Block[] =>
    pieces.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, children: words(name) },
          { kind: 'list', ordered: false, items: pieces.map(({ title }) => ({ children: words(title), nested: [] })) },
        ],
  )

const words = (text: string): readonly Inline[] => [{ kind: 'text', text, marks: [] }]

/** Of the cover, own pieces and photos of places; the pictures of a text are kept by its release. */
const ownMedia = ({ cover, sections, media }: Edition): Edition['media'] => {
  const figures: readonly Figure[] = [
    ...(cover === null ? [] : [cover]),
    ...sections.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => [...(piece.item === null ? figuresOf(ownBody(piece)) : []), ...piece.photos]),
    ),
  ]
  const digests = new Set(figures.map(({ digest }) => digest))
  return media.filter(({ digest }) => digests.has(digest))
}
