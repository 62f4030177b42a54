/** `/v1/bulletins`: editions for machines. JSON as it is served; nothing of a text that is withdrawn. */
import type { Instant, ItemId, Language } from '#newsroom'
import { bulletinUrl, downloadUrl, itemUrl, pageUrl, pieceUrl, uriOf, uriOfEntry } from '../addresses'
import type { Addressed, Quarter } from '../addresses'
import type { Release, TextRelease } from '../release'
import { bySection } from './contents'
import { coverOf, isEdition, isWithheld, offeredFiles, piecesOf } from './edition'
import type { PieceNow, TextNow } from './edition'
import { mediaUrl, picturesOf } from './pictures'

/** An edition that is live, or of which only the withdrawal is left. */
export type ListedEdition = { readonly quarter: Quarter; readonly release: Release }

/** One line of the list; it leads to the edition. */
export const editionFact = ({ quarter, release }: ListedEdition, publicUrl: string) => {
  const { item, language, version, seq, at, firstAt } = release
  const text = release.kind === 'withdrawal' ? null : release
  return {
    item,
    ...quarter,
    language,
    status: text === null ? 'withdrawn' : 'live',
    version,
    seq,
    firstReleased: firstAt,
    released: at,
    uri: uriOf(item, language),
    href: bulletinUrl(publicUrl, quarter, language),
    ninjs: itemUrl(publicUrl, item, language),
    ...(text === null ? {} : { url: pageUrl(publicUrl, text.snapshot), ...bibliography(text, publicUrl) }),
  }
}

/** The edition whole. `others`: the same issue in other languages, live. */
export const editionJson = (
  release: TextRelease,
  {
    publicUrl,
    texts,
    others,
  }: {
    readonly publicUrl: string
    readonly texts: TextNow
    readonly others: readonly (Addressed & { readonly version: number })[]
  },
): string => {
  const { snapshot, language } = release
  if (!isEdition(snapshot)) return JSON.stringify(null)
  const { edition } = snapshot
  const page = pageUrl(publicUrl, snapshot)
  const pieces = piecesOf(edition, texts)
  return JSON.stringify({
    ...editionFact({ quarter: { year: edition.year, quarter: edition.quarter }, release }, publicUrl),
    trim: edition.trim,
    sections: bySection(pieces).map((section) => ({
      id: section[0].section.id,
      name: section[0].section.name,
      entries: section.map((piece) => entryFact(piece, release.item, language, page, publicUrl)),
    })),
    filesWithheld: isWithheld(pieces),
    files: offeredFiles(edition, pieces).map((file) => ({
      kind: file.kind,
      contentType: file.mime,
      sizeInBytes: file.bytes,
      sha256: file.digest,
      href: mediaUrl(publicUrl, file),
      download: downloadUrl(page, file),
    })),
    errata: edition.errata,
    imprint: edition.imprint,
    translations: others.map((other) => ({
      language: other.language,
      version: other.version,
      href: bulletinUrl(publicUrl, other.edition ?? edition, other.language),
      url: pageUrl(publicUrl, other),
    })),
  })
}

const bibliography = ({ snapshot }: TextRelease, publicUrl: string) => {
  if (!isEdition(snapshot)) return {}
  const { edition } = snapshot
  const cover = coverOf(snapshot)
  return {
    title: snapshot.title,
    name: edition.name,
    theme: edition.theme,
    number: edition.number,
    numberInYear: edition.numberInYear,
    date: edition.date,
    pages: edition.pages,
    ...(cover === null
      ? {}
      : {
          cover: {
            alt: cover.alt,
            caption: cover.caption,
            credit: cover.credit,
            renditions: picturesOf(snapshot.media, cover.digest).map((size) => ({
              href: mediaUrl(publicUrl, size),
              contentType: size.mime,
              width: size.width,
              height: size.height,
              sizeInBytes: size.bytes,
            })),
          },
        }),
  }
}

const entryFact = (
  { entry, state, title, summary, byline, release }: PieceNow,
  edition: ItemId,
  language: Language,
  page: string,
  publicUrl: string,
) => ({
  id: entry.id,
  slot: entry.slot,
  status: state,
  page: entry.page,
  url: pieceUrl(page, entry.id),
  uri: entry.text === null ? uriOfEntry(edition, language, entry.id) : uriOf(entry.text.item, language),
  ...(entry.text === null ? {} : { item: entry.text.item, printed: entry.text.digest }),
  ...(release === null
    ? {}
    : { version: release.version, released: release.at as Instant, href: itemUrl(publicUrl, release.item, language) }),
  ...(state === 'withdrawn' ? {} : { title, summary, byline }),
})
