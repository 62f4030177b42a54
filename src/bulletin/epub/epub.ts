/** An edition as a book to read on any device: EPUB 3.3. */
import { strToU8, zipSync, type Zippable } from 'fflate'
import type { Edition, Place } from '../edition'
import { coverPage, errataPage, imprintPage, piecePage, titlePage } from './pages'
import { NAV, navDocument, packageDocument, type Parts } from './package'
import { asMedia, packedPictures } from './pictures'
import { STYLE } from './style'

/**
 * `bytesOf`: by name in the media store, `{digest}.{ext}`; what it throws comes through. With `places` the book knows the pages in
 * print, with `publicUrl` links to our own site lead there. The same input gives the same bytes.
 */
export const epub = (
  edition: Edition,
  bytesOf: (file: string) => Uint8Array,
  places: readonly Place[] = [],
  publicUrl: string | null = null,
): Uint8Array => {
  const parts = partsOf(edition, places, publicUrl)
  const documents = [...parts.before, ...parts.pieces, ...parts.after]
  const text = (words: string): [Uint8Array, { level: 9 }] => [strToU8(words), { level: 9 }]
  const files: Zippable = {
    // OCF 3.3: the first entry, stored, so that its name and words stand at fixed places in the file.
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': text(CONTAINER),
    [`${ROOT}/package.opf`]: text(packageDocument(edition, parts)),
    [`${ROOT}/${NAV}`]: text(navDocument(edition, parts)),
    [`${ROOT}/style.css`]: text(STYLE),
    ...Object.fromEntries(documents.map(({ href, xhtml }) => [`${ROOT}/${href}`, text(xhtml)])),
    ...Object.fromEntries(parts.pictures.map(({ href, file }) => [`${ROOT}/${href}`, [bytesOf(file), { level: 0 }] as const])),
  }
  return zipSync(files, { mtime: NO_TIME })
}

const partsOf = (edition: Edition, places: readonly Place[], publicUrl: string | null): Parts => {
  const pictures = packedPictures(edition)
  const book = { edition, media: asMedia(pictures), publicUrl }
  const cover = coverPage(
    edition,
    pictures.find(({ digest }) => digest === edition.cover?.digest),
  )
  const errata = errataPage(edition)
  const pieces = edition.sections.flatMap((section, at) => section.pieces.map((piece) => ({ piece, at })))
  // Where several begin on one page, the first has its mark.
  const marked = new Map<number, number>()
  pieces.forEach(({ piece }, index) => {
    const page = places.find(({ entry }) => entry === piece.id)?.from
    if (page !== undefined && !marked.has(page)) marked.set(page, index)
  })
  const pageAt = (index: number): number | null => [...marked].find(([, first]) => first === index)?.[0] ?? null
  return {
    before: [...(cover === null ? [] : [cover]), titlePage(edition)],
    pieces: pieces.map(({ piece, at }, index) => piecePage(piece, book, { index, section: at, page: pageAt(index) })),
    after: [...(errata === null ? [] : [errata]), imprintPage(edition)],
    pictures,
  }
}

const ROOT = 'EPUB'
const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="${ROOT}/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`
/** The first day that a ZIP can name: no clock goes into the file. */
const NO_TIME = new Date(1980, 0, 1)
